// Package wholefile replaces a file whole or not at all. Whoever looks at the
// target, at any moment and after a power cut too, finds the old file or the
// new one; never half of one, and never none.
package wholefile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
	"unicode/utf8"
)

// Write replaces the file at path by data, or makes it. The permissions of an
// existing file are kept; where path is a symbolic link, the file that it
// points to is replaced and the link stays. On an error, always an *Error, the
// target is as it was and nothing is left behind; only an error of the last
// step, syncing the folder, comes when the new file is already in its place.
func Write(path string, data []byte) error {
	return WriteFunc(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// WriteFunc is Write of what the function write writes. An error of write
// itself is in the chain of the *Error that comes back.
func WriteFunc(path string, write func(io.Writer) error) error {
	return realDisk().replace(path, write)
}

// Open opens a file for reading. Under Windows whoever has just put it in its
// place, or scans it, holds it for a moment: then it waits, two seconds at most.
func Open(path string) (*os.File, error) { return realDisk().open(path) }

// File is a file to write, and what is to be in it.
type File struct {
	Path string
	Data []byte
}

// WriteAll replaces files that belong together. All are written and read back
// beside their targets before the first target changes: a folder that is
// missing, a disk that is full or a file that is open in Excel leaves every one
// as it was.
func WriteAll(files []File) error { return realDisk().replaceAll(files) }

// MakeFolder makes a folder for this person alone, with those above it that are
// missing. After a power cut it is still there: without its name being synced,
// what is synced in it would be gone with it.
func MakeFolder(path string) error {
	err := os.Mkdir(path, 0o700)
	above := filepath.Dir(path)
	if errors.Is(err, fs.ErrNotExist) && above != path {
		if err := MakeFolder(above); err != nil {
			return err
		}
		err = os.Mkdir(path, 0o700)
	}
	if info, found := os.Stat(path); found != nil || !info.IsDir() {
		return newError(path, errors.Join(err, found))
	}
	if err := syncDir(above); err != nil {
		return newError(path, err)
	}
	return nil
}

// CheckName gives ErrName for what can't be the name of a file here, as far as
// the name itself tells.
func CheckName(path string) error {
	if _, name := filepath.Split(path); name != "" && !fits(name) {
		return ErrName
	}
	return nil
}

func realDisk() disk {
	return disk{
		create:  create,
		held:    held,
		rename:  rename,
		syncDir: syncDir,
		wait:    time.Sleep,
	}
}

// disk is what replacing a file needs of the system; tests break its parts.
type disk struct {
	create  func(path string) (file, error)
	held    func(target string) error // why it can't be replaced
	rename  func(f file, from, to string) error
	syncDir func(path string) error
	wait    func(time.Duration)
}

type file interface {
	io.ReadWriteSeeker
	io.Closer
	Chmod(fs.FileMode) error
	Fd() uintptr
	Sync() error
}

func (d disk) replace(path string, write func(io.Writer) error) error {
	s, err := d.stage(path, write)
	if err != nil {
		return err
	}
	return d.place(s)
}

func (d disk) open(path string) (f *os.File, err error) {
	err = d.whenFree(func() (err error) {
		f, err = os.Open(path)
		return err
	})
	return f, err
}

func (d disk) replaceAll(files []File) error {
	var staged []*staged
	defer func() {
		for _, s := range staged {
			d.discard(s)
		}
	}()
	for _, f := range files {
		s, err := d.stage(f.Path, func(w io.Writer) error {
			_, err := w.Write(f.Data)
			return err
		})
		if err != nil {
			return err
		}
		staged = append(staged, s)
	}
	for _, s := range staged {
		if err := d.whenFree(func() error { return d.held(s.target) }); err != nil {
			return newError(s.path, err)
		}
	}
	for _, s := range staged {
		if err := d.place(s); err != nil {
			return err
		}
	}
	return nil
}

// staged is a whole temporary file beside its target.
type staged struct {
	path, temp, target string
	file               file
	done               bool // placed or discarded
}

// stage writes the temporary file and reads it back.
func (d disk) stage(path string, write func(io.Writer) error) (_ *staged, err error) {
	target, mode, err := inspect(path)
	if err != nil {
		return nil, newError(path, err)
	}
	s := &staged{path: path, temp: tempName(target), target: target}
	if s.file, err = d.create(s.temp); err != nil {
		return nil, newError(path, err)
	}
	kept := false
	defer func() { // after a panic of write too: the lock would stay
		if !kept {
			d.discard(s)
		}
	}()
	if err := d.fill(s.file, mode, write); err != nil {
		return nil, newError(path, err)
	}
	kept = true
	return s, nil
}

// place puts a staged file in its place, or discards it.
func (d disk) place(s *staged) error {
	// Still open, and so for this writer alone: once closed it could be another
	// one's that is put in the target's place.
	err := d.whenFree(func() error { return d.rename(s.file, s.temp, s.target) })
	if err != nil {
		d.discard(s)
		return newError(s.path, err)
	}
	s.done = true
	_ = s.file.Close() // synced, so there is nothing left that could fail
	if err := d.syncDir(filepath.Dir(s.target)); err != nil {
		return newError(s.path, err)
	}
	return nil
}

// fill writes the temporary file and reads it back.
func (d disk) fill(f file, mode fs.FileMode, write func(io.Writer) error) error {
	out := &recorder{to: f, sum: sha256.New()}
	if err := write(out); err != nil && out.err == nil {
		return foreign{err}
	}
	if out.err != nil { // also where write didn't look
		return out.err
	}
	if mode != 0 {
		if err := f.Chmod(mode); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	// Caught here: a network share or a stick that lost bytes and said nothing.
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	found := sha256.New()
	if _, err := io.Copy(found, f); err != nil {
		return err
	}
	if !bytes.Equal(out.sum.Sum(nil), found.Sum(nil)) {
		return ErrDiffers
	}
	return nil
}

// recorder writes to a file and keeps the sum and the first error.
type recorder struct {
	to  io.Writer
	sum hash.Hash
	err error
}

func (r *recorder) Write(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.to.Write(p)
	r.sum.Write(p[:n])
	r.err = err
	return n, err
}

// discard removes the temporary file, as far as the disk lets it. The lock is
// the last to go.
func (d disk) discard(s *staged) {
	if s.done {
		return
	}
	s.done = true
	_ = remove(s.file, s.temp)
	_ = s.file.Close()
}

// whenFree does what a file that is held stands in the way of. A virus scanner,
// an indexer or a synchronising OneDrive holds a file for some tenths of a second,
// so it tries again for two seconds; a person who has the file open holds it for
// longer.
func (d disk) whenFree(do func() error) error {
	const tries = 10
	pause := 10 * time.Millisecond
	for i := 1; ; i++ {
		err := do()
		if err == nil || !isHeld(err) {
			return err
		}
		if i == tries {
			return errors.Join(ErrLocked, err)
		}
		d.wait(pause)
		pause = min(2*pause, 400*time.Millisecond)
	}
}

// inspect follows links from path to the file to replace, and returns its mode:
// 0 where there is none yet.
func inspect(path string) (target string, mode fs.FileMode, err error) {
	const maxLinks = 40
	target = path
	for range maxLinks {
		if err := CheckName(target); err != nil {
			return "", 0, err
		}
		info, err := os.Lstat(target)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if _, name := filepath.Split(target); name == "" {
				return "", 0, ErrName
			}
			return target, 0, nil // or its folder is missing, as create will find
		case err != nil:
			return "", 0, err
		case info.IsDir():
			return "", 0, ErrFolder
		case info.Mode()&fs.ModeSymlink != 0:
			link, err := os.Readlink(target)
			if err != nil {
				return "", 0, err
			}
			if !filepath.IsAbs(link) {
				link = filepath.Join(filepath.Dir(target), link)
			}
			target = link
			continue
		case !info.Mode().IsRegular():
			return "", 0, ErrNotFile // a device: /dev/null would be gone
		case info.Mode().Perm()&0o222 == 0:
			return "", 0, fs.ErrPermission // rename doesn't ask
		}
		return target, info.Mode().Perm(), nil
	}
	return "", 0, ErrNotFile
}

// tempName is beside the target, since a rename is only atomic within a disk.
// It is always the same one, so what a power cut left is used again.
func tempName(target string) string {
	const longest = 200 // bytes; a name has 255, some encrypted folders less
	folder, name := filepath.Split(target)
	if end := longest; len(name) > end {
		for end > 0 && !utf8.RuneStart(name[end]) {
			end--
		}
		// Two long names may differ at their end only: in .pdf and .xlsx.
		sum := sha256.Sum256([]byte(name))
		name = name[:end] + hex.EncodeToString(sum[:4])
	}
	return filepath.Join(folder, ".~"+name+".tmp")
}
