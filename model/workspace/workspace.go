// Package workspace is one open session with all that keeps it safe: its
// working store, its published file and the lock between programs. Window and
// command line use it alike.
package workspace

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
	"oogst/model/wholefile"

	"github.com/google/uuid"
)

// ErrExists refuses to make a new session where a file lies.
var ErrExists = errors.New("the file exists")

// Keys of the working store's own values.
const (
	keyTarget    = "target"    // where the session is published
	keyPublished = "published" // SHA-256 of the file as last published or opened
	keyCount     = "count"     // operations in that file
	keyTitle     = "title"
	keyOpen      = "open"
	keyDraft     = "draft" // the unfinished line

	keySecond      = "second" // the second copy, as for the target
	keySecondKnown = "second-published"
	keySecondCount = "second-count"

	keyLock = "lock" // as Lock.String gives it
)

// Workspace is an open session. Like the session it is used by one goroutine;
// a Publication may be written by another.
type Workspace struct {
	root      string
	program   string
	id        model.ID
	journal   *journal.Journal
	session   *model.Session
	aside     string // where the damaged working store lies that this one replaced
	main      target
	second    target
	secondAt  time.Time      // when the second copy was last written
	secondErr error          // why it wasn't
	kept      time.Time      // when a version was last kept; zero is not known yet
	lock      *document.Lock // of a session that is published with a passphrase; else nil
	spoilt    string         // where the damaged file lies that this session replaces
}

// Root is the folder of working stores: OOGST_DATA, or the local (never
// roaming, never synced) application-data folder of the person.
func Root() (string, error) {
	if dir := os.Getenv("OOGST_DATA"); dir != "" {
		return dir, nil
	}
	if dir := os.Getenv("LOCALAPPDATA"); runtime.GOOS == "windows" && dir != "" {
		return filepath.Join(dir, "Oogst", "sessions"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find the application-data folder: %w", err)
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support", "Oogst", "sessions"), nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "oogst", "sessions"), nil
	}
	return filepath.Join(home, ".local", "share", "oogst", "sessions"), nil
}

// Templates is the folder of the person's own templates, beside the working
// stores; with OOGST_DATA all is in one place.
func Templates(root string) string {
	if root != os.Getenv("OOGST_DATA") {
		root = filepath.Dir(root)
	}
	return filepath.Join(root, "templates")
}

// Create makes a new session, to be published at path. ErrExists when a file
// lies there. Nothing is published yet.
func Create(root, program, path string, begin model.Begin) (*Workspace, error) {
	if err := wholefile.CheckName(path); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		if err == nil {
			err = ErrExists
		}
		return nil, err
	}
	w, err := attach(root, program, uuid.New())
	if err != nil {
		return nil, err
	}
	return w.start(path, nil, func() error { return w.session.Do(begin) })
}

// Open opens a published file: what lies there and what the working store has
// are taken together.
func Open(root, program, path string) (*Workspace, error) {
	seen := stampOf(path)
	id, fingerprint, err := document.Identify(path)
	if err != nil {
		return nil, err
	}
	return mended(root, id, func() (*Workspace, error) {
		w, err := attach(root, program, id)
		if err != nil {
			return nil, err
		}
		w.main.seen = seen
		if w.main.known == fingerprint { // as we left it: the working store has all of it
			return w.start(path, nil, func() error { return nil })
		}
		data, err := document.Load(path)
		var f document.File
		if err == nil {
			f, err = document.Decode(data)
		}
		if err == nil && f.ID != id {
			err = document.ErrDamaged // it was replaced between the two readings
		}
		if err != nil {
			return nil, errors.Join(err, w.journal.Close())
		}
		return w.start(path, f.Operations, func() error { return w.remember(&w.main, data, len(f.Operations)) })
	})
}

// OpenProtected is Open of a file that is protected with a passphrase, which is
// forgotten at once: what is published from now on is sealed with the file's own
// key. document.ErrPassphrase tells a wrong one.
func OpenProtected(root, program, path, passphrase string) (*Workspace, error) {
	data, err := document.Load(path)
	if err != nil {
		return nil, err
	}
	plain, lock, err := document.Unlock(data, passphrase)
	if err != nil {
		return nil, err
	}
	f, err := document.Decode(plain)
	if err != nil {
		return nil, err
	}
	return mended(root, f.ID, func() (*Workspace, error) {
		w, err := attach(root, program, f.ID)
		if err != nil {
			return nil, err
		}
		w.lock = lock
		return w.start(path, f.Operations, func() error {
			return errors.Join(w.journal.Put(keyLock, lock.String()), w.remember(&w.main, data, len(f.Operations)))
		})
	})
}

func (w *Workspace) recallLock() error {
	kept, err := w.journal.Get(keyLock)
	if err == nil {
		w.lock, err = document.ParseLock(kept)
	}
	return err
}

// Resume opens a session from its working store alone: it was interrupted, or
// its file is out of reach.
func Resume(root, program string, id model.ID) (*Workspace, error) {
	return mended(root, id, func() (*Workspace, error) {
		w, err := attach(root, program, id)
		if err != nil {
			return nil, err
		}
		return w.start("", nil, func() error { return nil })
	})
}

// attach takes hold of the working store.
func attach(root, program string, id model.ID) (*Workspace, error) {
	j, err := journal.Open(root, id)
	if err != nil {
		return nil, storeFault(err)
	}
	w := &Workspace{
		root: root, program: program, id: id, journal: j,
		main:   target{keys: [3]string{keyTarget, keyPublished, keyCount}},
		second: target{keys: [3]string{keySecond, keySecondKnown, keySecondCount}},
	}
	if err := cmp.Or(w.recall(&w.main), w.recall(&w.second), w.recallLock()); err != nil {
		return nil, errors.Join(storeFault(err), j.Close())
	}
	return w, nil
}

// start folds the session from the working store and the operations of a file,
// has finish complete it, and marks it open. An empty path means the one it
// was last published at.
func (w *Workspace) start(path string, file []model.Operation, finish func() error) (*Workspace, error) {
	err := w.load(path, file)
	if err == nil {
		err = w.place(path)
	}
	if err == nil {
		err = finish()
	}
	if err == nil {
		err = errors.Join(w.journal.Put(keyOpen, "1"), w.journal.Put(keyTitle, w.session.Info().Title))
	}
	if err != nil {
		return nil, errors.Join(err, w.journal.Close())
	}
	return w, nil
}

func (w *Workspace) load(path string, file []model.Operation) error {
	stored, err := w.journal.Operations()
	if err != nil {
		return storeFault(err)
	}
	if len(stored) == 0 {
		if file, err = w.reclaim(path, file); err != nil {
			return err
		}
	}
	device, known, err := w.journal.Device()
	if err == nil && !known {
		device, err = w.journal.NewDevice(model.FreeLetter(file))
	}
	if err != nil {
		return err
	}
	if w.session, err = model.NewSession(w.id, device, w.journal, stored, time.Now); err != nil {
		return storeFault(err)
	}
	_, err = w.session.Ingest(file)
	return err
}

// place settles where the session is published.
func (w *Workspace) place(path string) (err error) {
	if path == "" {
		w.main.path, err = w.journal.Get(keyTarget) // reclaim may have found it
		return err
	}
	if w.main.path, err = filepath.Abs(path); err != nil {
		return err
	}
	return w.journal.Put(keyTarget, w.main.path)
}

// Session is the open session.
func (w *Workspace) Session() *model.Session { return w.session }

// Path is where the session is published.
func (w *Workspace) Path() string { return w.main.path }

// MoveTo publishes at another place from now on. The old file stays as it is.
// ErrExists when a file lies there that isn't this session.
func (w *Workspace) MoveTo(path string) error {
	if f, err := load(path); !errors.Is(err, os.ErrNotExist) && (err != nil || f.ID != w.id) {
		return ErrExists
	}
	if err := w.place(path); err != nil {
		return err
	}
	w.main = w.main.at(w.main.path)
	return w.Publish()
}

// Draft is the unfinished line as it was last kept.
func (w *Workspace) Draft() (string, error) { return w.journal.Get(keyDraft) }

// KeepDraft keeps the unfinished line in the working store; it is never published.
func (w *Workspace) KeepDraft(text string) error { return w.journal.Put(keyDraft, text) }

// Unpublished tells whether the working store has more than the file.
func (w *Workspace) Unpublished() bool { return len(w.session.Operations()) != w.main.count }

// Close publishes what is not yet published and releases the session. When
// publishing fails the working store still has all, and the session counts as
// interrupted: it is offered at the next start.
func (w *Workspace) Close() error {
	var err error
	if w.Unpublished() || w.SecondBehind() {
		err = w.Publish()
	}
	if err == nil {
		err = errors.Join(w.journal.Put(keyTitle, w.session.Info().Title), w.journal.Put(keyOpen, ""))
	}
	return errors.Join(err, w.journal.Close())
}

// Abandon lets go of a session that should not have been: its working store
// is removed, its file is not touched.
func (w *Workspace) Abandon() error {
	return errors.Join(w.journal.Close(), Forget(w.root, w.id))
}

// View reads a session without opening it: what the file has and what the
// working store has on top of that. Nothing is written.
func View(ctx context.Context, root, path string) (*model.Session, error) {
	f, err := load(path)
	if err != nil {
		return nil, err
	}
	stored, err := journal.Peek(ctx, root, f.ID)
	if err != nil {
		return nil, storeFault(err)
	}
	s, err := model.NewSession(f.ID, model.Device{}, readOnly{}, f.Operations, time.Now)
	if err != nil {
		return nil, err
	}
	if _, err := s.Ingest(stored); err != nil {
		return nil, storeFault(err)
	}
	return s, nil
}

func load(path string) (document.File, error) {
	data, err := document.Load(path)
	if err != nil {
		return document.File{}, err
	}
	return document.Decode(data)
}

// readOnly is the journal of a session that is only looked at.
type readOnly struct{}

func (readOnly) Append([]model.Operation) error { return nil }

// Recent lists the sessions that this laptop has a working store of, the last
// used first.
func Recent(root string) ([]journal.Stored, error) {
	list, err := journal.List(root)
	for i := range list {
		if list[i].Damaged && !list[i].InUse {
			list[i] = guess(root, list[i])
		}
	}
	slices.SortStableFunc(list, func(a, b journal.Stored) int { return b.Used.Compare(a.Used) })
	return list, err
}
