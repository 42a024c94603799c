package wholefile

import (
	"errors"
	"fmt"
	"io/fs"
)

// Why a file wasn't replaced; errors.Is finds at most one of them in an *Error.
var (
	ErrFolder     = errors.New("the target is a folder")
	ErrNotFile    = errors.New("the target is not a regular file")
	ErrName       = errors.New("the name can't be a file name here")
	ErrNoFolder   = errors.New("the folder doesn't exist")
	ErrPermission = errors.New("no permission to write here")
	ErrFull       = errors.New("the disk is full")
	ErrLocked     = errors.New("another program holds the file")
	ErrDiffers    = errors.New("what was read back differs from what was written")
	ErrDisk       = errors.New("the disk, stick or share doesn't read or write")
)

// Error says which file was not replaced, and why.
type Error struct {
	Path   string // as given
	Reason error  // one of the Err values; nil if it is none of these
	Err    error  // what the system or the writing function said
}

func (e *Error) Error() string {
	if e.Reason == nil || errors.Is(e.Err, e.Reason) {
		return fmt.Sprintf("write %s: %v", e.Path, e.Err)
	}
	return fmt.Sprintf("write %s: %v: %v", e.Path, e.Reason, e.Err)
}

// Unwrap returns the reason and the cause.
func (e *Error) Unwrap() []error {
	if e.Reason == nil {
		return []error{e.Err}
	}
	return []error{e.Reason, e.Err}
}

func newError(path string, err error) *Error {
	return &Error{Path: path, Reason: Reason(err), Err: err}
}

// foreign is an error of the writing function: nothing about this file.
type foreign struct{ error }

func (f foreign) Unwrap() error { return f.error }

// Reason gives the one of the Err values that tells what the system meant by
// err, nil when none does. It knows errors of reading too.
func Reason(err error) error {
	if errors.As(err, &foreign{}) {
		return nil
	}
	for _, known := range []error{ErrFolder, ErrNotFile, ErrName, ErrLocked, ErrDiffers} {
		if errors.Is(err, known) {
			return known
		}
	}
	switch {
	case isFull(err):
		return ErrFull
	case isBadName(err):
		return ErrName
	case isHeld(err):
		return ErrLocked
	case isAny(err, failures...):
		return ErrDisk
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return ErrPermission
	case errors.Is(err, fs.ErrNotExist), isNoFolder(err):
		return ErrNoFolder
	}
	return nil
}

// isAny tells whether one of these is in the chain of err.
func isAny(err error, targets ...error) bool {
	for _, target := range targets {
		if errors.Is(err, target) {
			return true
		}
	}
	return false
}
