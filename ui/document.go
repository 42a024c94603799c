// Package ui is the shell: the window, its places and commands, the life of a
// document, and background jobs. It knows sessions, not the files behind them.
package ui

import (
	"context"

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
	// publication, because somebody else had changed the file.
	Publication() (write func() (settle func() (again bool, err error)))
	// Draft is the unfinished line; KeepDraft keeps it through a crash.
	Draft() (string, error)
	KeepDraft(text string) error
	// Close publishes and releases the session. What could not be published
	// is there again at the next start.
	Close() error
}

// Choice is something to start from.
type Choice struct{ Key, Name string }

// Recent is a session that this laptop knows.
type Recent struct {
	ID          model.ID
	Title, Path string
	Interrupted bool
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
	Open(path string) (Document, error)
	Resume(id model.ID) (Document, error)
	// Names are the files that an order makes.
	Names(Order) []string
	// Make writes the documents of an order. It runs on another goroutine;
	// notices are worth telling the person.
	Make(ctx context.Context, o Order, progress func(done, total int)) (notices []string, err error)
	// Sentence says in words what is wrong.
	Sentence(err error) string
}
