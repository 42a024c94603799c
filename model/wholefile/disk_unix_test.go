//go:build unix

package wholefile

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

const (
	diskFull = unix.ENOSPC
	fileHeld = unix.EBUSY
)

// A pipe stands for all devices: a fault here, run as root, would replace
// /dev/null itself.
func TestDevicesStay(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	check(t, Write(pipe, []byte("x")), ErrNotFile)
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Errorf("the pipe is %v (%v)", info, err)
	}
}

func TestLinksStay(t *testing.T) {
	folder := t.TempDir()
	elsewhere := filepath.Join(t.TempDir(), "doel")
	links := [][2]string{ // target, link
		{elsewhere, "absoluut"},
		{"absoluut", "keten"},
		{"nog niet", "los"},
		{"rond", "rond"},
	}
	for _, link := range links {
		if err := os.Symlink(link[0], filepath.Join(folder, link[1])); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"absoluut": elsewhere, "keten": elsewhere, "los": filepath.Join(folder, "nog niet"),
	} {
		if err := Write(filepath.Join(folder, link), []byte(link)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(target); err != nil || string(got) != link {
			t.Errorf("%s holds %q (%v), want %q", target, got, err, link)
		}
		if info, err := os.Lstat(filepath.Join(folder, link)); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s isn't a link any more (%v)", link, err)
		}
	}
	check(t, Write(filepath.Join(folder, "rond"), []byte("x")), ErrNotFile)
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != len(links)+1 {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
}

// A link where the temporary file goes would have another file overwritten.
func TestTemporaryFileIsNoLink(t *testing.T) {
	path := old(t)
	victim := filepath.Join(t.TempDir(), "slachtoffer")
	if err := os.WriteFile(victim, []byte("heel"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(victim, tempName(path)); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("x")); err == nil {
		t.Error("wrote through a link")
	}
	if got, err := os.ReadFile(victim); err != nil || string(got) != "heel" {
		t.Errorf("the other file holds %q (%v)", got, err)
	}
}

// The writer that had the lock renamed its file meanwhile: what was opened as
// the temporary file is the target now, and isn't to be emptied.
func TestLockOfAFileThatMoved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	f, err := os.Create(tempName(path))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if mine, err := lock(f, tempName(path)); err != nil || !mine {
		t.Errorf("own file: %v (%v)", mine, err)
	}
	if err := os.Rename(tempName(path), path); err != nil {
		t.Fatal(err)
	}
	if mine, err := lock(f, tempName(path)); err != nil || mine {
		t.Errorf("a file that is gone: %v (%v)", mine, err)
	}
	if err := os.WriteFile(tempName(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if mine, err := lock(f, tempName(path)); err != nil || mine {
		t.Errorf("a file that is another one now: %v (%v)", mine, err)
	}
}
