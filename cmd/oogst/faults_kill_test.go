//go:build faults

package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"oogst/model"
)

// workers is how many machines are tried at once.
const workers = 2

// TestFaultsKilled kills the program at any moment of a storm of lines, of publications
// beside it, undos and openings, again and again on the same working store: no
// line that it acknowledged is gone, and everything opens.
func TestFaultsKilled(t *testing.T) {
	kills, lines, whileOpening, closed := times(300, 10_000), atomic.Int64{}, atomic.Int64{}, atomic.Int64{}
	const perSession = 10
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			rng := chance(t, w)
			for range kills / workers / perSession {
				m := newMachine(t)
				id := m.fresh(t)
				var book ledger
				for range perSession {
					before := len(book.lines)
					m.storm(t, rng, &book)
					if book.closed {
						closed.Add(1)
					} else if len(book.lines) == before {
						whileOpening.Add(1)
					}
					book.closed = false
					if err := m.holds(id, &book); err != nil || len(book.refused) > 0 {
						t.Errorf("%v; refused without a fault: %q", err, book.refused)
						return
					}
				}
				lines.Add(int64(len(book.lines)))
				if err := m.closes(&book); err != nil {
					t.Error(err)
					return
				}
				os.RemoveAll(filepath.Dir(m.files))
			}
		})
	}
	group.Wait()
	t.Logf("%d kills, %d lines acknowledged; %d before the first line, %d after the last", kills, lines.Load(), whileOpening.Load(), closed.Load())
	if lines.Load() < int64(kills) {
		t.Errorf("only %d lines in %d kills: nothing was going on", lines.Load(), kills)
	}
}

// storm has the program store lines until it is killed, at any moment.
func (m machine) storm(t testing.TB, rng *rand.Rand, book *ledger) {
	const most = 200
	c, out, err := m.begin(nil, pour(rng, book.poured, most))
	book.poured += most
	if err != nil {
		t.Error(err)
		return
	}
	heard, sure := 0, rng.IntN(120)
	if rng.IntN(3) == 0 { // at any moment, that of starting included
		defer time.AfterFunc(time.Duration(rng.IntN(60_000))*time.Microsecond, func() { _ = c.Process.Kill() }).Stop()
		sure = -1
	}
	for words := bufio.NewReader(out); ; {
		said, err := words.ReadString('\n')
		if err != nil {
			break // what it was saying when it was killed says nothing
		}
		book.hear(strings.TrimSuffix(said, "\n"))
		if heard++; heard == sure {
			_ = c.Process.Kill()
		}
	}
	_ = c.Process.Kill()
	_ = c.Wait() // it was killed
}

// pour gives the desk something to do: lines, numbered from first, with
// publications, and lines taken back and repeated.
func pour(rng *rand.Rand, first, lines int) io.Reader {
	var b strings.Builder
	if first == 0 {
		b.WriteString(sayCopy + "\n")
	}
	for i := range lines {
		b.WriteString(aLine(rng, first+i) + "\n")
		if rng.IntN(10) == 0 {
			b.WriteString(sayUndo + "\n" + sayRedo + "\n")
		}
		if rng.IntN(6) == 0 {
			b.WriteString(sayPublish + "\n")
		}
	}
	return strings.NewReader(b.String())
}

// holds looks at what the kill left, in a copy: the program has to find it as
// it is.
func (m machine) holds(id model.ID, book *ledger) error {
	left := m.store + " over"
	defer os.RemoveAll(left)
	err := copyFolder(filepath.Join(m.store, id.String()), filepath.Join(left, id.String()))
	if errors.Is(err, os.ErrNotExist) && len(book.lines) == 0 {
		return nil // killed before there was a store
	}
	if err != nil {
		return err
	}
	got, err := stored(left, id)
	if err != nil {
		return fmt.Errorf("the working store: %w", err)
	}
	gone, err := missing(book.sure(), got)
	if err != nil || len(gone) > 0 {
		return fmt.Errorf("%d acknowledged lines are gone: %.80q (%w)", len(gone), gone, err)
	}
	if _, err := published(m.session()); err != nil {
		return fmt.Errorf("the published file: %w", err)
	}
	if _, err := published(m.second()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("the second copy: %w", err)
	}
	// The line that was on its way when it was killed may be there too: it is
	// stored, only nobody heard so.
	if len(got) > len(book.lines) {
		book.lines, book.undoing = got, false
	} else if book.undoing {
		book.lines, book.undoing = got, false
	}
	return nil
}

// closes opens the session a last time and closes it: the file has all.
func (m machine) closes(book *ledger) error {
	c := m.start("desk", nil, m.session())
	if out, err := c.Output(); err != nil {
		return fmt.Errorf("open after the kills: %w, %s", err, out)
	}
	got, err := published(m.session())
	if err != nil {
		return err
	}
	gone, err := missing(book.lines, got)
	if err != nil || len(gone) > 0 {
		return fmt.Errorf("%d lines aren't in the file: %.80q (%w)", len(gone), gone, err)
	}
	if got, err = published(m.second()); err == nil {
		if gone, err = missing(book.lines, got); err != nil || len(gone) > 0 {
			return fmt.Errorf("%d lines aren't in the second copy: %.80q (%w)", len(gone), gone, err)
		}
	} else if !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("the second copy: %w", err)
	}
	if left, err := os.ReadDir(m.files); err != nil || len(left) != 1 {
		return fmt.Errorf("beside the file: %v (%w)", left, err)
	}
	return nil
}

// TestFaultsTwoLaptopsKilled has two laptops work on one file at once and kills both:
// each keeps its lines, the file is whole all the time, and when both have
// opened it again it holds the lines of both.
func TestFaultsTwoLaptopsKilled(t *testing.T) {
	rounds, lines := times(15, 500), 0
	rng := chance(t, 0)
	for range rounds {
		a := newMachine(t)
		b := machine{a.files, a.store + " b"}
		id := a.fresh(t)
		books := []*ledger{{}, {poured: 1_000_000}}
		var group sync.WaitGroup
		for i, m := range []machine{a, b} {
			own := rand.New(rand.NewPCG(rng.Uint64(), 1))
			group.Go(func() {
				for range 3 {
					m.storm(t, own, books[i])
					if err := m.holds(id, books[i]); err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		for _, book := range books {
			if bad := slices.IndexFunc(book.refused, func(s string) bool { return !inDutch(s) }); bad >= 0 {
				t.Errorf("refused with %q", book.refused[bad])
			}
		}
		both := &ledger{lines: append(own(books[0], "regel "), own(books[1], "regel 1")...)}
		lines += len(both.lines)
		for _, m := range []machine{a, b} {
			_ = m.closes(&ledger{})
		}
		if err := a.closes(both); err != nil || t.Failed() {
			t.Fatal(err)
		}
	}
	t.Logf("%d times two laptops, %d lines", rounds, lines)
	if lines == 0 {
		t.Error("nothing was stored")
	}
}

// own are the lines of a ledger that begin so: by what a laptop published the
// other one's lines came in too.
func own(book *ledger, prefix string) (out []string) {
	for _, line := range book.lines {
		if strings.HasPrefix(line, prefix) {
			out = append(out, line)
		}
	}
	return out
}

// TestFaultsKilledWhileWriting kills the commands that write files: every document is
// the old one or a whole new one, and an import or a merge is there in full or
// not at all.
func TestFaultsKilledWhileWriting(t *testing.T) {
	const perSession = 20
	rng := chance(t, 0)
	kills, fresh, added := times(60, 2000), 0, 0
	for range kills / perSession {
		m := newMachine(t)
		m.must(t, "example", m.session(), "--which", "full")
		export := []string{"export", m.session()}
		for format, flag := range documentFlags {
			export = append(export, flag, m.document(format))
		}
		start := time.Now()
		m.must(t, export...)
		takes := time.Since(start)
		for i := range perSession {
			if i%2 == 0 {
				fresh += m.killExport(t, export, time.Duration(rng.Int64N(int64(takes*3/2))))
			} else {
				added += m.killAdding(t, i%4 == 1, time.Duration(rng.Int64N(int64(takes))))
			}
			if _, err := published(m.session()); err != nil {
				t.Fatalf("the published file: %v", err)
			}
		}
		os.RemoveAll(filepath.Dir(m.files))
	}
	t.Logf("%d kills; %d documents were new and whole, %d of %d imports and merges were complete", kills, fresh, added, kills/2)
	if fresh == 0 || added == 0 || added == kills/2 {
		t.Error("no kill fell on either side of a write")
	}
}

var documentFlags = map[string]string{"xlsx": "--excel", "pdf": "--pdf", "docx": "--docx", "ods": "--ods", "csv": "--csv"}

func (m machine) document(format string) string { return filepath.Join(m.files, "uit."+format) }

// killExport counts the documents that are new, and whole.
func (m machine) killExport(t *testing.T, args []string, after time.Duration) (fresh int) {
	t.Helper()
	before := map[string][]byte{}
	for format := range documentFlags {
		before[format], _ = os.ReadFile(m.document(format))
	}
	killAfter(t, m.start("command", nil, args...), after)
	for format, old := range before {
		data, err := os.ReadFile(m.document(format))
		if err == nil && bytes.Equal(data, old) {
			continue
		}
		fresh++
		if err = errors.Join(err, whole(format, data)); err != nil {
			t.Fatalf("uit.%s: %v", format, err)
		}
	}
	return fresh
}

// killAdding gives 1 when what an import or a merge adds is there, and 0 when it
// isn't.
func (m machine) killAdding(t *testing.T, merge bool, after time.Duration) int {
	t.Helper()
	const many = 40
	lines := lineCount(t, m)
	table := "soort;tekst\n" + strings.Repeat(fmt.Sprintf("idee;Samen eten %d\n", lines), many)
	args := []string{"import", m.session(), filepath.Join(m.files, "regels.csv")}
	if err := os.WriteFile(args[2], []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	if merge {
		m.colleague(t, table)
		args = []string{"merge", m.session(), filepath.Join(m.files, "ander.oogst")}
	}
	killAfter(t, m.start("command", nil, args...), after)
	got := lineCount(t, m) - lines
	if got != 0 && got != many {
		t.Fatalf("%d lines of %d", got, many)
	}
	return got / many
}

// colleague leaves beside the session a copy in which another laptop has taken
// in a table of lines.
func (m machine) colleague(t testing.TB, table string) {
	t.Helper()
	other := newMachine(t)
	if err := copyFolder(m.files, other.files); err != nil {
		t.Fatal(err)
	}
	lines := filepath.Join(other.files, "regels.csv")
	if err := os.WriteFile(lines, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	other.must(t, "import", other.session(), lines)
	data, err := os.ReadFile(other.session())
	if err == nil {
		err = os.WriteFile(filepath.Join(m.files, "ander.oogst"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func lineCount(t testing.TB, m machine) int {
	return len(parseDump(t, m.must(t, "dump", m.session())))
}

func killAfter(t testing.TB, c *exec.Cmd, wait time.Duration) {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer time.AfterFunc(wait, func() { _ = c.Process.Kill() }).Stop()
	_ = c.Wait() // killed, or done before that
}

// whole tells whether a document has its end.
func whole(format string, data []byte) error {
	switch format {
	case "pdf":
		if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
			return errors.New("no whole PDF")
		}
		return nil
	case "csv":
		if !bytes.HasSuffix(data, []byte("\n")) {
			return errors.New("no whole table")
		}
		return nil
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, part := range r.File {
		f, err := part.Open()
		if err == nil {
			_, err = io.Copy(io.Discard, f) // compares the sum
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return nil
}
