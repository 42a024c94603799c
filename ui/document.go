// Package ui is the shell: the window, its places and commands, the life of a
// document, and background jobs. It knows sessions, not the files behind them.
package ui

import (
	"context"
	"errors"
	"time"

	"oogst/model"
)

// Document is an open session with what keeps it safe.
type Document interface {
	Session() *model.Session
	// Path is where the session is published.
	Path() string
	// MoveTo publishes elsewhere from now on.
	MoveTo(path string) error
	// Unpublished tells whether the file lacks something.
	Unpublished() bool
	// Publication freezes the session. Write may run on another goroutine; what
	// it returns settles the outcome on this one. again asks for a further
	// publication, because somebody else had changed the file. Where nothing
	// lacks, write only looks for that.
	Publication() (write func() (settle func() (again bool, err error)))
	// Draft is the unfinished line; KeepDraft keeps it through a crash.
	Draft() (string, error)
	KeepDraft(text string) error
	// Second tells how the second copy stands; KeepSecond keeps one in a folder
	// from now on, an empty one ends that.
	Second() Second
	KeepSecond(folder string) error
	// Versions are the moments that the session can go back to, the newest
	// first; Earlier reads the nth.
	Versions() []time.Time
	Earlier(n int) (Lines, error)
	// Protect makes a copy that is protected with a passphrase.
	Protect(path, passphrase string) error
	// Holdings are the files that Erase removes; Erase ends the session and says
	// what went.
	Holdings() []string
	Erase() (removed []string, err error)
	// Close publishes and releases the session. What could not be published
	// is there again at the next start.
	Close() error
}

// ErrTemplateExists tells that the person has a template of that name.
var ErrTemplateExists = errors.New("there is a template of that name")

// InUseError tells that a session is open already, here or in another window.
type InUseError struct {
	ID  model.ID
	Err error // what it means, and for which file
}

func (e *InUseError) Error() string { return e.Err.Error() }
func (e *InUseError) Unwrap() error { return e.Err }

// ProtectedError tells that a file is opened with a passphrase.
type ProtectedError struct {
	Path string
	Err  error
}

func (e *ProtectedError) Error() string { return e.Err.Error() }
func (e *ProtectedError) Unwrap() error { return e.Err }

// Choice is something to start from.
type Choice struct {
	Key, Name string
	Problem   string // why it can't be started from
}

// Lines are what somebody brings in beforehand: lines with their kinds, or a
// text of which each line is one.
type Lines struct {
	Table model.Import
	Plain []string
	// Correction is what a register that came back would change, and Said that
	// in words; nil when there are only new lines.
	Correction *model.Correction
	// Merge is what a copy of the session has; Said tells what it would bring.
	Merge []model.Operation
	// Return goes back to an earlier version.
	Return *model.Return
	Said   []string
}

// Second is how the second copy of a session stands.
type Second struct {
	Path   string    // "" when none is kept
	At     time.Time // when it was last written
	Behind bool      // it lacks something
	Err    error     // why it could not be written
}

// Recent is a session that this laptop knows.
type Recent struct {
	ID          model.ID
	Title, Path string
	Interrupted bool // it was not closed
	Elsewhere   bool // it is open in another window
}

// Format is a kind of document that can be made.
type Format string

// The formats.
const (
	PDF   Format = "pdf"
	Excel Format = "xlsx"
	Word  Format = "docx"
	ODS   Format = "ods"
	CSV   Format = "csv"
)

// Order says which documents to make, and where.
type Order struct {
	Harvest model.Harvest
	Version model.Version
	Folder  string
	Formats []Format
}

// Library is what the window asks of the rest of the program.
type Library interface {
	Templates() []Choice
	Examples() []Choice
	Recent() []Recent
	Create(template string) (Document, error)
	Example(which string) (Document, error)
	// Open and Resume may give a document and an error that tells something of it.
	Open(path string) (Document, error)
	Resume(id model.ID) (Document, error)
	// OpenProtected opens a file that Open gave a ProtectedError for.
	OpenProtected(path, passphrase string) (Document, error)
	// ReadLines reads lines from a file, ParseLines from a text; the programme
	// says which kinds and stakeholders there are.
	ReadLines(path string, s *model.Session) (Lines, error)
	ParseLines(text string, p model.Programme) (Lines, error)
	// SaveTemplate keeps a template of the person's own. ErrTemplateExists when
	// there is one of that name and it is not to be replaced.
	SaveTemplate(name string, t model.Template, replace bool) error
	// Names are the files that an order makes.
	Names(Order) []string
	// Make writes the documents of an order. It runs on another goroutine;
	// notices are worth telling the person.
	Make(ctx context.Context, o Order, progress func(done, total int)) (notices []string, err error)
	// Paper writes forms and the key card to a new folder of about that name,
	// and counts the files. It runs on another goroutine.
	Paper(ctx context.Context, info model.Info, p model.Programme, folder string) (made string, files int, err error)
	// Sentence says in words what is wrong.
	Sentence(err error) string
}
