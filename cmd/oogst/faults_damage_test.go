//go:build faults && linux

package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/intake"
	"oogst/model/optable"

	"golang.org/x/sys/unix"
)

// Bounds on what a damaged file may cost.
const (
	longestRead  = 20 * time.Second
	mostMemory   = 1 << 30
	sizeOfTrials = 500
)

// specimen is a kind of file, and what the program takes from it.
type specimen struct {
	name          string
	short, long   int
	damage        func(rng *rand.Rand) []byte
	read          func(data []byte) (content string, err error)
	original      string // what an undamaged one holds
	vouched       bool   // a change of content has to be noticed
	byHash, taken atomic.Int64
}

// TestFaultsDamagedFiles reads files of each kind with random damage. None
// brings the program down or keeps it busy, and of a session no change goes
// unseen. Without the hashes some would: that is the control.
func TestFaultsDamagedFiles(t *testing.T) {
	for _, s := range specimens(t) {
		t.Run(s.name, func(t *testing.T) {
			trials := times(s.short, s.long) / workers / sizeOfTrials * workers
			var next, slowest, silent atomic.Int64
			var group sync.WaitGroup
			for range workers {
				group.Go(func() {
					for part := next.Add(1); part <= int64(trials); part = next.Add(1) {
						rng := chance(t, int(part))
						for range sizeOfTrials {
							if t.Failed() {
								return // one example is enough
							}
							s.try(t, rng, &slowest, &silent)
						}
					}
				})
			}
			group.Wait()
			var used unix.Rusage
			if err := unix.Getrusage(unix.RUSAGE_SELF, &used); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d damaged files: %d read, %d changed unseen, %d of the refusals by hash alone; slowest %v, memory %d MB",
				trials*sizeOfTrials, s.taken.Load(), silent.Load(), s.byHash.Load(), time.Duration(slowest.Load()).Round(time.Millisecond), used.Maxrss>>10)
			if used.Maxrss<<10 > mostMemory {
				t.Error("too much memory")
			}
			if s.vouched && s.name == "session" && s.byHash.Load() == 0 {
				t.Error("without the hashes nothing would have gone wrong: this examines nothing")
			}
			if s.taken.Load() == 0 {
				t.Error("nothing was read: the damage is too coarse")
			}
		})
	}
}

// try reads one damaged file.
func (s *specimen) try(t *testing.T, rng *rand.Rand, slowest, silent *atomic.Int64) {
	data := s.damage(rng)
	start := time.Now()
	defer time.AfterFunc(longestRead, func() {
		panic(fmt.Sprintf("%s: still reading after %v: %s", s.name, longestRead, keepFile(s.name, data)))
	}).Stop()
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v\n%s\n%s", p, keepFile(s.name, data), debug.Stack())
		}
		for took := int64(time.Since(start)); ; {
			if before := slowest.Load(); took <= before || slowest.CompareAndSwap(before, took) {
				return
			}
		}
	}()
	content, err := s.read(data)
	if err != nil {
		return
	}
	s.taken.Add(1)
	if s.vouched && content != s.original {
		silent.Add(1)
		t.Errorf("read as something else: %s", keepFile(s.name, data))
	}
}

// keepFile keeps a file that did harm, to look at and for the corpus.
func keepFile(name string, data []byte) string {
	path := filepath.Join(os.TempDir(), fmt.Sprintf("oogst-%s-%d", name, time.Now().UnixNano()))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err.Error()
	}
	return path
}

func specimens(t *testing.T) []*specimen {
	m := newMachine(t)
	m.must(t, "example", m.session(), "--which", "slide")
	book := filepath.Join(m.files, "uit.xlsx")
	open, table := filepath.Join(m.files, "uit.ods"), filepath.Join(m.files, "uit.csv")
	m.must(t, "export", m.session(), "--excel", book, "--ods", open, "--csv", table)
	load := func(path string) []byte {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	session, workbook, openbook, lines := load(m.session()), load(book), load(open), load(table)
	template, err := os.ReadFile("../../assets/templates/krachtige-samenleving.json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := document.Decode(session)
	if err != nil {
		t.Fatal(err)
	}
	s, err := model.NewSession(f.ID, model.Device{}, frozen{}, f.Operations, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	all := []*specimen{
		{name: "session", short: 8000, long: 400_000, damage: hurt(session), vouched: true},
		{name: "workbook", short: 2000, long: 100_000, damage: hurt(workbook), read: readBook(s), vouched: true},
		{name: "ods", short: 2000, long: 100_000, damage: hurt(openbook), read: readBook(s), vouched: true},
		{name: "ods-parts", short: 1000, long: 50_000, damage: hurtParts(t, openbook), read: readBook(s)},
		{name: "workbook-parts", short: 1000, long: 50_000, damage: hurtParts(t, workbook), read: readBook(s)},
		{name: "table", short: 4000, long: 200_000, damage: hurt(lines), read: func(data []byte) (string, error) {
			table, err := intake.ReadText(data)
			return taken(s, table, err)
		}},
		{name: "template", short: 4000, long: 200_000, damage: hurt(template), read: readTemplateBytes},
	}
	all[0].read = all[0].readSession
	for i, original := range [][]byte{session, workbook, openbook} {
		if all[i].original, err = all[i].read(original); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// readSession reads a session as every command does. A file that SQLite and the
// digest let pass, and only the hashes of its operations don't, is counted.
func (s *specimen) readSession(data []byte) (string, error) {
	f, err := document.Decode(data)
	if err != nil {
		return "", err
	}
	var all strings.Builder
	fmt.Fprint(&all, f.ID)
	for i := range f.Operations {
		fmt.Fprint(&all, optable.Row(&f.Operations[i])...)
	}
	content := all.String()
	if _, err := folded(f.ID, f.Operations); err != nil {
		if content != s.original {
			s.byHash.Add(1)
		}
		return "", err
	}
	return content, nil
}

func readBook(s *model.Session) func([]byte) (string, error) {
	h := &host{out: io.Discard, words: io.Discard}
	return func(data []byte) (string, error) {
		table, err := h.readSheet(data)
		return taken(s, table, err)
	}
}

// taken is what a table would change in a session.
func taken(s *model.Session, table intake.Table, err error) (string, error) {
	if err != nil {
		return "", err
	}
	c, said, err := comparison(s, table, "bestand")
	return fmt.Sprint(c, said), err
}

func readTemplateBytes(data []byte) (string, error) {
	template, err := parseTemplate("proef", data)
	if err != nil {
		return "", err
	}
	s, err := model.NewSession(model.ID{1}, model.Device{Replica: 7, Letter: "A"}, frozen{}, nil, time.Now)
	if err == nil {
		err = s.Do(model.Begin{Template: template})
	}
	return "", err
}

// hurt gives copies of a file, each with damage of its own.
func hurt(sound []byte) func(*rand.Rand) []byte {
	return func(rng *rand.Rand) []byte { return mutate(rng, bytes.Clone(sound)) }
}

// hurtParts damages a part of an archive and packs it again, so that the sums
// of the archive don't give it away.
func hurtParts(t *testing.T, archive []byte) func(*rand.Rand) []byte {
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	names, parts := []string{}, [][]byte{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		names, parts = append(names, f.Name), append(parts, data)
	}
	return func(rng *rand.Rand) []byte {
		victim := rng.IntN(len(parts))
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for i, name := range names {
			data := parts[i]
			if i == victim {
				data = mutate(rng, bytes.Clone(data))
			}
			if part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}); err == nil {
				_, _ = part.Write(data) // to memory
			}
		}
		_ = w.Close()
		return out.Bytes()
	}
}

// tokens mean something to a reader of one of the kinds.
var tokens = []string{
	"\x00", "\xff\xfe", "\xef\xbb\xbf", "\"", ";", "\t", "\r", "\n", "<", ">", "&#x0;", "&amp;", "]]>", "{", "}", "[", "null", "-1", "1e999",
	"=1+1", "\u202e", "9999999999999999999", "A1048577", "XFD1", "<c r=\"A1\" t=\"s\"><v>99999999</v></c>", "<!DOCTYPE a [<!ENTITY b \"c\">]>",
}

// mutate damages data as disks, mail and malice do.
func mutate(rng *rand.Rand, data []byte) []byte {
	for range 1 + rng.IntN(3) {
		if len(data) < 2 {
			return data
		}
		at := rng.IntN(len(data))
		run := min(1+rng.IntN(1<<rng.IntN(13)), len(data)-at)
		switch rng.IntN(12) {
		case 0, 1, 2, 3:
			data[at] ^= 1 << rng.IntN(8)
		case 4:
			data[at] = []byte{0, 1, 0x7f, 0x80, 0xff, byte(rng.IntN(256))}[rng.IntN(6)]
		case 5: // a sector that came back empty
			clear(data[at : at+run])
		case 6: // or with something else in it
			from := rng.IntN(len(data) - run + 1)
			copy(data[at:at+run], bytes.Clone(data[from:from+run]))
		case 7:
			data = append(data[:at], data[at+run:]...)
		case 8:
			data = append(data[:at+run], append(bytes.Clone(data[at:at+run]), data[at+run:]...)...)
		case 9:
			data = data[:at]
		case 10:
			token := tokens[rng.IntN(len(tokens))]
			data = append(data[:at], append([]byte(strings.Repeat(token, 1+rng.IntN(3))), data[at:]...)...)
		case 11: // a number at its limit
			copy(data[at:], [][]byte{{0xff, 0xff, 0xff, 0xff}, {0x7f, 0xff, 0xff, 0xff}, {0x80, 0, 0, 0}, {0, 0, 0, 0}}[rng.IntN(4)])
		}
	}
	return data
}
