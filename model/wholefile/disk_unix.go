//go:build unix

package wholefile

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// create opens the temporary file, empty and for this writer alone. Of two
// writers of one target the second gets ErrLocked: sharing the temporary file,
// one could rename what the other is still writing.
func create(path string) (file, error) {
	const tries = 10 // each time another writer finished just now
	for range tries {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|unix.O_NOFOLLOW, 0o666)
		if err != nil {
			return nil, err
		}
		mine, err := lock(f, path)
		if err == nil && mine {
			err = f.Truncate(0)
		}
		if err == nil && mine {
			return f, nil
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
	}
	return nil, ErrLocked
}

// lock locks f and tells whether f still is the file at path: when the writer
// that held the lock has finished, f may be the target by now.
func lock(f *os.File, path string) (mine bool, err error) {
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, errors.Join(ErrLocked, err)
	}
	// Any other error: a share without locks. Writing goes on without.
	opened, err := f.Stat()
	if err != nil {
		return false, err
	}
	found, err := os.Lstat(path)
	return err == nil && os.SameFile(opened, found), nil
}

// held: a file that somebody has open can be replaced.
func held(string) error { return nil }

// rename renames an open file: its lock goes with it.
func rename(_ file, from, to string) error { return os.Rename(from, to) }

func remove(_ file, path string) error { return os.Remove(path) }

// syncDir makes a rename in the folder last through a power cut.
func syncDir(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return nil // write permission without read permission is enough to get here
	}
	err = folder.Sync()
	if isAny(err, unix.EINVAL, unix.ENOTSUP) { // some shares can't
		err = nil
	}
	return errors.Join(err, folder.Close())
}

// failures are of the disk itself, or of a share that went away.
var failures = []error{
	unix.EIO, unix.ENXIO, unix.ENODEV, unix.ESTALE, unix.ENOTCONN, unix.EHOSTDOWN, unix.EHOSTUNREACH, unix.ETIMEDOUT,
}

// fits leaves names to the system, which refuses what it can't keep.
func fits(string) bool { return true }

func isFull(err error) bool     { return isAny(err, unix.ENOSPC, unix.EDQUOT) }
func isBadName(err error) bool  { return isAny(err, unix.ENAMETOOLONG, unix.EILSEQ) }
func isHeld(err error) bool     { return isAny(err, unix.EBUSY, unix.ETXTBSY) }
func isReadOnly(err error) bool { return errors.Is(err, unix.EROFS) }
func isNoFolder(err error) bool { return errors.Is(err, unix.ENOTDIR) }
