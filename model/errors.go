package model

import (
	"errors"
	"fmt"
)

// Refusals of commands. The interface gives each its sentence.
var (
	ErrEmptyText          = errors.New("the text is empty")
	ErrUnknownEntry       = errors.New("no such entry")
	ErrUnknownKind        = errors.New("no such kind")
	ErrUnknownStakeholder = errors.New("no such stakeholder")
	ErrNothingToUndo      = errors.New("nothing to undo")
	ErrNothingToRedo      = errors.New("nothing to redo")
	ErrChangedMeanwhile   = errors.New("changed meanwhile by somebody else")
	ErrNotNew             = errors.New("the session is not empty")
	ErrUnknownTheme       = errors.New("no such theme")
	ErrNameTaken          = errors.New("another theme has this name")
	ErrWithdrawn          = errors.New("the entry is withdrawn")
	ErrHasEntries         = errors.New("it has entries")
	ErrLastKind           = errors.New("a session needs a kind")
	ErrLetterTaken        = errors.New("another kind has this letter")
	ErrWrittenTwice       = errors.New("the commands of a batch write the same field")
)

// TooLongError refuses a text of more than MaxText characters.
type TooLongError struct{ Length int }

func (e *TooLongError) Error() string {
	return fmt.Sprintf("the text has %d characters, at most %d fit", e.Length, MaxText)
}

// DamagedError tells that an operation is not what its writer sealed: the
// file was damaged or altered on its way.
type DamagedError struct {
	Key    Key
	Reason string
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("operation %s is damaged: %s", e.Key, e.Reason)
}

// ForkError tells that one replica made two different operations with the same
// number: a copied working store was continued twice.
type ForkError struct{ Key Key }

func (e *ForkError) Error() string { return fmt.Sprintf("operation %s exists twice", e.Key) }

// StoreError wraps what the journal said when it could not take operations.
// Nothing changed in memory.
type StoreError struct{ Err error }

func (e *StoreError) Error() string { return "not stored: " + e.Err.Error() }
func (e *StoreError) Unwrap() error { return e.Err }
