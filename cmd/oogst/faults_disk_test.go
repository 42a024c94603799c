//go:build faults && linux

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/journal"
	"oogst/ui/text"

	"golang.org/x/sys/unix"
)

// facilitator types at a desk: a line at a time, and what was refused again.
type facilitator struct {
	book    ledger
	noDraft []string
	give    io.WriteCloser
	hear    *bufio.Reader
	gone    bool // the program stopped talking
}

// told is what the desk says next.
func (f *facilitator) told() (word, rest string) {
	said, err := f.hear.ReadString('\n')
	if err != nil {
		f.gone = true
		return "", ""
	}
	said = strings.TrimSuffix(said, "\n")
	f.book.hear(said)
	word, rest, _ = strings.Cut(said, "\t")
	return word, rest
}

// types gives the desk a line and waits for its answer.
func (f *facilitator) types(line, answer string) (refusal string, ok bool) {
	if _, err := io.WriteString(f.give, line+"\n"); err != nil {
		f.gone = true
	}
	for !f.gone {
		switch word, rest := f.told(); word {
		case answer:
			return "", true
		case saidRefused:
			return rest, false
		case saidNoDraft:
			f.noDraft = append(f.noDraft, rest)
		}
	}
	return "", false
}

// round is a piece of a meeting: lines, one of them taken back and repeated,
// and the file written twice.
func round(t testing.TB, seed int) (steps [][2]string) {
	rng := chance(t, seed)
	line := func(n int) { steps = append(steps, [2]string{aLine(rng, n), saidStored}) }
	line(1)
	line(2)
	steps = append(steps, [2]string{sayUndo, saidUndone}, [2]string{sayRedo, saidRedone}, [2]string{saySave, saidPublished})
	line(3)
	line(4)
	return append(steps, [2]string{saySave, saidPublished})
}

// plays goes through a round at a desk; what is refused is mended by mend and
// then done again, until the program stops or all is done.
func (f *facilitator) plays(m machine, wrap []string, steps [][2]string, mend func()) error {
	c := m.start("desk", wrap, m.session())
	var errs error
	var out io.ReadCloser
	if f.give, errs = c.StdinPipe(); errs == nil {
		out, errs = c.StdoutPipe()
	}
	if errs == nil {
		errs = c.Start()
	}
	if errs != nil {
		return errs
	}
	f.hear, f.gone = bufio.NewReader(out), false
	if word, _ := f.told(); word == saidOpen {
		for _, s := range steps {
			const tries = 5
			for n := 1; ; n++ {
				refusal, ok := f.types(s[0], s[1])
				if ok || f.gone {
					break
				}
				if n == tries {
					errs = fmt.Errorf("%.20q is still refused: %s", s[0], refusal)
					break
				}
				mend()
			}
		}
	}
	f.give.Close()
	for !f.gone {
		f.told()
	}
	_ = c.Wait() // its exit code only repeats what it said
	return errs
}

// after opens the session once more, on a disk that works: what was acknowledged
// is there, once, and the file is whole and has all of it.
func (m machine) after(id model.ID, f *facilitator) error {
	for _, said := range append(f.book.refused, f.noDraft...) {
		if !inDutch(said) {
			return fmt.Errorf("it says %q", said)
		}
	}
	if err := m.closes(&ledger{lines: f.book.sure()}); err != nil {
		return err
	}
	got, err := stored(m.store, id)
	if err != nil {
		return err
	}
	gone, err := missing(f.book.sure(), got)
	if len(gone) > 0 || err != nil {
		return fmt.Errorf("%d lines are gone: %.60q (%w)", len(gone), gone, err)
	}
	return nil
}

// TestFaultsFullDisk lets the disk run full after each page of a round. The
// person is told so in a sentence; when there is room again, the same line is
// stored, and nothing is missing or there twice.
func TestFaultsFullDisk(t *testing.T) {
	rng := chance(t, 0)
	tried, refusals, drafts := 0, 0, 0
	const page, pages = 4096, 120
	for free := rng.IntN(times(8, 1)); free < pages; free += times(8, 1) {
		m := newMachine(t)
		base := filepath.Dir(m.files)
		if err := unix.Mount("tmpfs", base, "tmpfs", 0, "size=4m"); err != nil {
			t.Fatalf("mount a small disk (this needs root, or a namespace of one's own): %v", err)
		}
		err := func() error {
			for _, dir := range []string{m.files, m.store} {
				if err := os.Mkdir(dir, 0o700); err != nil {
					return err
				}
			}
			id := m.fresh(t)
			filler := filepath.Join(base, "vol")
			if err := fill(filler, base, int64(free)*page); err != nil {
				return err
			}
			var f facilitator
			err := f.plays(m, nil, round(t, free), func() { os.Remove(filler) })
			os.Remove(filler)
			for _, said := range append(f.book.refused, f.noDraft...) {
				if !strings.Contains(said, text.LaptopFull) && !strings.Contains(said, text.DiskFull(m.session())) {
					err = errors.Join(err, fmt.Errorf("the disk is full, and it says %q", said))
				}
			}
			tried, refusals, drafts = tried+1, refusals+len(f.book.refused), drafts+len(f.noDraft)
			return errors.Join(err, m.after(id, &f))
		}()
		if e := unix.Unmount(base, unix.MNT_DETACH); e != nil {
			t.Error(e)
		}
		if err != nil {
			t.Errorf("%d pages free: %v", free, err)
		}
	}
	t.Logf("%d disks ran full: %d steps refused and done later, %d drafts not kept", tried, refusals, drafts)
	if refusals == 0 {
		t.Error("no disk was full")
	}
}

// fill makes a file that leaves so many bytes free.
func fill(path, disk string, free int64) error {
	var s unix.Statfs_t
	if err := unix.Statfs(disk, &s); err != nil {
		return err
	}
	data := make([]byte, max(0, int64(s.Bavail)*s.Bsize-free))
	return os.WriteFile(path, data, 0o600)
}

// breaks are the calls to break, and how.
var (
	breaks  = []string{"pwrite64", "write", "fsync", "ftruncate", "open", "openat", "renameat", "mkdirat", "unlink", "lseek"}
	breakBy = []string{"EIO", "ENOSPC"}
)

// broken is the command that breaks the nth call of a kind; its trace tells
// whether there was one. Only calls on these paths count.
func broken(trace, kind, errno string, n int, paths []string) []string {
	wrap := []string{
		"strace", "-f", "-qq", "-s", "0", "--seccomp-bpf", "-o", trace, "-e", "trace=" + kind,
		"-e", fmt.Sprintf("inject=%s:error=%s:when=%d", kind, errno, n),
	}
	for _, p := range paths {
		wrap = append(wrap, "-P", p)
	}
	return wrap
}

// eachFault has each call of a kind fail in turn, or one of so many, until
// there is none any more.
func eachFault(t *testing.T, stride int, try func(wrap func(paths ...string) []string) error) (faults int) {
	rng := chance(t, 0)
	trace := filepath.Join(scratch(t), "calls")
	for _, kind := range breaks {
		for _, errno := range breakBy {
			if strings.HasPrefix(kind, "open") && errno == "ENOSPC" {
				continue // to open a file takes no room
			}
			for n := 1 + rng.IntN(stride); ; n += stride {
				err := try(func(paths ...string) []string { return broken(trace, kind, errno, n, paths) })
				calls, _ := os.ReadFile(trace)
				if !bytes.Contains(calls, []byte("INJECTED")) {
					break
				}
				if faults++; err != nil {
					t.Errorf("%s number %d gives %s: %v", kind, n, errno, err)
				}
			}
		}
	}
	return faults
}

// storePaths are the files of a session that the program writes.
func (m machine) storePaths(id model.ID) []string {
	dir := filepath.Join(m.store, id.String())
	db := filepath.Join(dir, "work.db")
	return []string{
		m.store, dir, db, db + "-wal", db + "-shm", db + "-journal", filepath.Join(dir, "lock"),
		m.files, m.session(), filepath.Join(m.files, ".~overleg.oogst.tmp"),
	}
}

// TestFaultsBrokenCalls has the calls of a round fail, one in each run.
func TestFaultsBrokenCalls(t *testing.T) {
	refusals := 0
	faults := eachFault(t, times(11, 1), func(wrap func(...string) []string) error {
		m := newMachine(t)
		defer os.RemoveAll(filepath.Dir(m.files))
		id := m.fresh(t)
		if err := os.RemoveAll(filepath.Join(m.store, id.String())); err != nil {
			return err
		}
		var f facilitator
		err := f.plays(m, wrap(m.storePaths(id)...), round(t, 1), func() {})
		refusals += len(f.book.refused)
		return errors.Join(err, m.after(id, &f))
	})
	t.Logf("%d calls failed, %d steps were refused and done again", faults, refusals)
	if faults == 0 || refusals == 0 {
		t.Error("no call failed")
	}
}

// TestFaultsBrokenCommands has the calls of the commands fail. A command that is
// refused says why in a sentence and leaves every file as it was, or whole.
func TestFaultsBrokenCommands(t *testing.T) {
	const lines = 5
	table := "soort;tekst\n" + strings.Repeat("idee;Samen eten\n", lines)
	refusals := 0
	commands := map[string]func(m machine) []string{
		"new": func(m machine) []string { return []string{"new", filepath.Join(m.files, "nieuw.oogst")} },
		"import": func(m machine) []string {
			return []string{"import", m.session(), filepath.Join(m.files, "regels.csv")}
		},
		"merge": func(m machine) []string {
			return []string{"merge", m.session(), filepath.Join(m.files, "ander.oogst")}
		},
		"export": func(m machine) []string {
			return []string{"export", m.session(), "--excel", filepath.Join(m.files, "uit.xlsx"), "--csv", filepath.Join(m.files, "uit.csv")}
		},
	}
	faults := 0
	pattern := newMachine(t)
	id := pattern.fresh(t)
	for file, content := range map[string]string{"regels.csv": table, "uit.xlsx": "de vorige", "uit.csv": "de vorige"} {
		if err := os.WriteFile(filepath.Join(pattern.files, file), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pattern.colleague(t, table)
	for name, command := range commands {
		faults += eachFault(t, times(9, 1), func(wrap func(...string) []string) error {
			m := newMachine(t)
			defer os.RemoveAll(filepath.Dir(m.files))
			err := errors.Join(copyFolder(pattern.files, m.files), copyFolder(journal.Folder(pattern.store, id), journal.Folder(m.store, id)))
			if err != nil {
				return err
			}
			paths := m.storePaths(id)
			for _, file := range []string{"nieuw.oogst", "uit.xlsx", "uit.csv"} {
				paths = append(paths, filepath.Join(m.files, file), filepath.Join(m.files, ".~"+file+".tmp"))
			}
			was, err := m.contents()
			if err != nil {
				return err
			}
			var words strings.Builder
			c := m.start("command", wrap(paths...), command(m)...)
			c.Stderr = &words
			failed := c.Run() != nil
			if failed {
				refusals++
			}
			return m.judge(name, failed, words.String(), was, lines)
		})
	}
	t.Logf("%d calls failed, %d commands were refused", faults, refusals)
	if faults == 0 || refusals == 0 {
		t.Error("no call failed")
	}
}

// contents are the files that people see.
func (m machine) contents() (map[string]string, error) {
	out := map[string]string{}
	entries, err := os.ReadDir(m.files)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(m.files, e.Name()))
		if err != nil {
			return nil, err
		}
		out[e.Name()] = string(data)
	}
	return out, err
}

func (m machine) judge(command string, failed bool, words string, was map[string]string, lines int) error {
	is, err := m.contents()
	if err != nil {
		return err
	}
	said := strings.TrimSpace(words)
	why := said[strings.LastIndex(said, "\n")+1:] // before it: what it did
	if failed && !inDutch(why) {
		return fmt.Errorf("it says %q", words)
	}
	for file := range is {
		if strings.HasPrefix(file, ".~") && !failed {
			return fmt.Errorf("left behind: %s", file)
		}
		if kind := strings.TrimPrefix(filepath.Ext(file), "."); is[file] != was[file] && (kind == "xlsx" || kind == "csv") {
			err = errors.Join(err, whole(kind, []byte(is[file])))
		}
	}
	for file := range maps.Keys(was) {
		if _, ok := is[file]; !ok {
			err = errors.Join(err, fmt.Errorf("%s is gone", file))
		}
	}
	if _, there := is["nieuw.oogst"]; there {
		_, e := published(filepath.Join(m.files, "nieuw.oogst"))
		err = errors.Join(err, e)
	} else if command == "new" && !failed {
		err = errors.Join(err, errors.New("it made nothing"))
	}
	n, adds := 0, command == "import" || command == "merge"
	dump := m.start("command", nil, "dump", m.session())
	out, e := dump.Output()
	if err = errors.Join(err, e); err != nil {
		return err
	}
	n = bytes.Count(out, []byte(`"code"`))
	safe := strings.HasPrefix(why, text.NotPublished(""))
	switch {
	case n != 0 && n != lines,
		adds && !failed && n != lines,
		adds && failed && n == lines && !safe:
		return fmt.Errorf("%d lines, and it says %q", n, said)
	}
	return nil
}
