//go:build faults && linux

package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/ui/text"

	"golang.org/x/sys/unix"
)

// stick is a disk in memory, mounted on a folder.
func stick(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, "size=4m"); err != nil {
		t.Fatalf("mount a stick (this needs root, or a namespace of one's own): %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(folder, unix.MNT_DETACH) }) // it may be out already
}

func remount(t *testing.T, folder string, flags uintptr) {
	t.Helper()
	if err := unix.Mount("tmpfs", folder, "tmpfs", unix.MS_REMOUNT|flags, ""); err != nil {
		t.Fatal(err)
	}
}

// TestFaultsStick has the file on a stick that is locked, pulled out, and put
// back empty, while somebody types: every line is stored, the person is told
// where the file stands, and the file has all when the stick is there again.
func TestFaultsStick(t *testing.T) {
	m := newMachine(t)
	stick(t, m.files)
	id := m.fresh(t)
	c := m.start("desk", nil, m.session())
	var f facilitator
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	f.give, f.hear = in, bufio.NewReader(out)
	f.told()
	step := func(line, answer, refusal string) {
		t.Helper()
		said, ok := f.types(line, answer)
		if ok != (refusal == "") || said != refusal {
			t.Errorf("%s: it says %q, want %q", line, said, refusal)
		}
	}
	step("een", saidStored, "")
	step(saySave, saidPublished, "")
	remount(t, m.files, unix.MS_RDONLY)
	step("twee, de stick zit op slot", saidStored, "")
	step(saySave, saidPublished, text.NoPermission(m.session()))
	remount(t, m.files, 0)
	step(saySave, saidPublished, "")
	if err := unix.Unmount(m.files, unix.MNT_DETACH); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(m.files); err != nil {
		t.Fatal(err)
	}
	step("drie, de stick is eruit", saidStored, "")
	step(saySave, saidPublished, text.FolderMissing(m.session()))
	stick(t, m.files)
	step("vier, een andere stick", saidStored, "")
	step(saySave, saidPublished, "")
	f.give.Close()
	for !f.gone {
		f.told()
	}
	if err := c.Wait(); err != nil {
		t.Error(err)
	}
	f.book.refused = nil
	if err := m.after(id, &f); err != nil || len(f.book.lines) != 4 {
		t.Errorf("%d lines: %v", len(f.book.lines), err)
	}
}

// TestFaultsLockedFolders: a folder that can't be written is told in a sentence,
// the one of the stores and the one of the file.
func TestFaultsLockedFolders(t *testing.T) {
	m := newMachine(t)
	m.fresh(t)
	locked := filepath.Join(filepath.Dir(m.store), "op slot")
	stick(t, locked)
	remount(t, locked, unix.MS_RDONLY)
	elsewhere := machine{m.files, locked}
	for _, c := range []struct {
		on   machine
		args []string
		said string
	}{
		{elsewhere, []string{"new", filepath.Join(m.files, "nieuw.oogst")}, ""},
		{elsewhere, []string{"export", m.session(), "--csv", filepath.Join(m.files, "uit.csv")}, ""},
		{m, []string{"new", filepath.Join(locked, "nieuw.oogst")}, text.NoPermission(filepath.Join(locked, "nieuw.oogst"))},
		{m, []string{"export", m.session(), "--csv", filepath.Join(locked, "uit.csv")}, text.NoPermission(filepath.Join(locked, "uit.csv"))},
	} {
		var words strings.Builder
		run := c.on.start("command", nil, c.args...)
		run.Stderr = &words
		err := run.Run()
		if said := strings.TrimSpace(words.String()); err == nil || !inDutch(said) || !strings.HasSuffix(said, c.said) {
			t.Errorf("oogst %q: %v, it says %q", c.args, err, said)
		}
	}
	if files, err := os.ReadDir(m.files); err != nil || len(files) != 1 {
		t.Errorf("left behind: %v (%v)", files, err)
	}
}
