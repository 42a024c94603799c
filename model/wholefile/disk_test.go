package wholefile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// broken is a file one of whose operations fails.
type broken struct {
	file
	room              int   // that is left, when full is set
	full              error // of Write
	chmod, sync, read error
	lies              bool // reads back something else
}

func (b *broken) Write(p []byte) (int, error) {
	if b.full == nil || len(p) <= b.room {
		b.room -= len(p)
		return b.file.Write(p)
	}
	n, err := b.file.Write(p[:b.room])
	return n, errors.Join(b.full, err)
}

func (b *broken) Read(p []byte) (int, error) {
	if b.read != nil {
		return 0, b.read
	}
	n, err := b.file.Read(p)
	if b.lies && n > 0 {
		p[0] ^= 1
	}
	return n, err
}

func (b *broken) Chmod(mode fs.FileMode) error { return errors.Join(b.chmod, b.file.Chmod(mode)) }
func (b *broken) Sync() error                  { return errors.Join(b.sync, b.file.Sync()) }

func TestFaultsLeaveTheOldFile(t *testing.T) {
	fault := errors.New("i/o error")
	for name, test := range map[string]struct {
		fault  broken
		reason error
	}{
		"full":                {broken{full: diskFull, room: 3}, ErrFull},
		"full at once":        {broken{full: diskFull}, ErrFull},
		"full when syncing":   {broken{sync: diskFull}, ErrFull},
		"unknown write error": {broken{full: fault}, nil},
		"a disk that fails":   {broken{full: failures[0]}, ErrDisk},
		"no sync of a disk":   {broken{sync: failures[0]}, ErrDisk},
		"no mode":             {broken{chmod: fs.ErrPermission}, ErrPermission},
		"no sync":             {broken{sync: fault}, nil},
		"no reading back":     {broken{read: fault}, nil},
		"another text":        {broken{lies: true}, ErrDiffers},
	} {
		t.Run(name, func(t *testing.T) {
			path := old(t)
			d := realDisk()
			d.create = func(path string) (file, error) {
				f, err := create(path)
				test.fault.file = f
				return &test.fault, err
			}
			check(t, d.replace(path, writes), test.reason)
			unchanged(t, path)
		})
	}
}

// A writing function that doesn't look at errors can't make half a file.
func TestUnseenWriteError(t *testing.T) {
	path := old(t)
	d := realDisk()
	d.create = func(path string) (file, error) {
		f, err := create(path)
		return &broken{file: f, full: diskFull, room: 3}, err
	}
	check(t, d.replace(path, func(w io.Writer) error { _ = writes(w); return nil }), ErrFull)
	unchanged(t, path)
}

func TestRenameWaitsForWhoHoldsTheFile(t *testing.T) {
	for held, want := range map[int]error{0: nil, 1: nil, 9: nil, 10: ErrLocked} {
		path := old(t)
		var waited time.Duration
		renames := 0
		d := realDisk()
		d.wait = func(pause time.Duration) { waited += pause }
		d.rename = func(f file, from, to string) error {
			if renames++; renames <= held {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: fileHeld}
			}
			return rename(f, from, to)
		}
		err := d.replace(path, writes)
		if want != nil {
			check(t, err, want)
			unchanged(t, path)
		} else if err != nil {
			t.Errorf("held for %d tries: %v", held, err)
		}
		if renames != min(held+1, 10) || waited > 3*time.Second || (waited > 0) != (held > 0) {
			t.Errorf("held for %d tries: %d renames in %v", held, renames, waited)
		}
	}
}

// Of files that belong together none is replaced when one is held.
func TestOneHeldFileHoldsAll(t *testing.T) {
	first, second := old(t), old(t)
	d := realDisk()
	d.wait = func(time.Duration) {}
	d.held = func(target string) error {
		if target == second {
			return fileHeld
		}
		return nil
	}
	check(t, d.replaceAll([]File{{first, []byte("x")}, {second, []byte("x")}}), ErrLocked)
	unchanged(t, first)
	unchanged(t, second)
}

func TestRenameFails(t *testing.T) {
	path := old(t)
	d := realDisk()
	d.rename = func(file, string, string) error { return fs.ErrPermission }
	d.wait = func(time.Duration) { t.Error("waits for a permission that won't come") }
	check(t, d.replace(path, writes), ErrPermission)
	unchanged(t, path)
}

func TestFolderDoesNotSync(t *testing.T) {
	path := old(t)
	d := realDisk()
	d.syncDir = func(folder string) error {
		if folder != filepath.Dir(path) {
			t.Errorf("synced %s", folder)
		}
		return diskFull
	}
	check(t, d.replace(path, writes), ErrFull)
}

func TestSecondWriterIsRefused(t *testing.T) {
	path := old(t)
	err := WriteFunc(path, func(w io.Writer) error {
		check(t, Write(path, []byte("tweede")), ErrLocked)
		return writes(w)
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "nieuwe tekst" {
		t.Errorf("the file holds %q (%v)", got, err)
	}
}

func writes(w io.Writer) error {
	_, err := io.WriteString(w, "nieuwe tekst")
	return err
}

func old(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(path, []byte("oud"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func unchanged(t *testing.T, path string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != "oud" {
		t.Errorf("the file holds %q (%v)", got, err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
}

func check(t *testing.T, err, reason error) {
	t.Helper()
	var failure *Error
	if !errors.As(err, &failure) || failure.Reason != reason {
		t.Errorf("got %v, want reason %v", err, reason)
	}
}
