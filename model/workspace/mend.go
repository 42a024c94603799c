package workspace

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"

	"github.com/google/uuid"
)

// A damaged working store is moved aside and made anew; a damaged file is read
// as far as it is whole.

// storeError tells that it is the working store that is damaged, not a file.
type storeError struct{ err error }

func (e *storeError) Error() string   { return "working store: " + e.err.Error() }
func (e *storeError) Unwrap() []error { return []error{journal.ErrDamaged, e.err} }

// storeFault marks damage that was found in the working store.
func storeFault(err error) error {
	if errors.Is(err, journal.ErrDamaged) || errors.As(err, new(*model.DamagedError)) || errors.As(err, new(*model.ForkError)) {
		return &storeError{err}
	}
	return err
}

// mended opens a session; a working store that is damaged is moved aside first,
// and a new one takes its place.
func mended(root string, id model.ID, open func() (*Workspace, error)) (*Workspace, error) {
	w, damage := open()
	if !errors.As(damage, new(*storeError)) {
		return w, damage
	}
	aside, err := journal.MoveAside(root, id)
	if err != nil {
		return nil, errors.Join(damage, err)
	}
	w, err = open()
	if errors.Is(err, ErrNothingLeft) { // all stays as it was
		return nil, errors.Join(damage, os.RemoveAll(journal.Folder(root, id)), os.Rename(aside, journal.Folder(root, id)))
	}
	return w, err
}

// reclaim is how a new working store gets what a damaged one that was moved
// aside still holds, and what is in the file and in the last version. When the program is interrupted
// before all of that is stored, the store is still empty, and the next opening
// does it again.
func (w *Workspace) reclaim(path string, file []model.Operation) ([]model.Operation, error) {
	if w.aside = journal.Aside(w.root, w.id); w.aside == "" {
		return file, nil
	}
	store, log := leftOf(w.aside)
	if path == "" {
		path = document.SalvageValue(store, log, keyTarget)
	}
	left := append(document.Salvage(store, log), file...)
	if data, err := document.Load(path); err == nil {
		left = append(left, salvaged(w.id, data)...)
	}
	if kept, err := Versions(w.root, w.id); err == nil && len(kept) > 0 {
		version, _ := kept[0].Read() // one that can't be read adds nothing
		left = append(left, version...)
	}
	if len(left) == 0 {
		return nil, ErrNothingLeft
	}
	joined, _ := model.Rejoin(left)
	return joined, errors.Join(
		w.journal.Put(keyTarget, path),
		w.journal.Put(keyDraft, document.SalvageValue(store, log, keyDraft)),
	)
}

// leftOf reads a store that was moved aside: nobody has it open.
func leftOf(folder string) (store, log []byte) {
	store, _ = document.Load(filepath.Join(folder, journal.StoreName)) // what can't be read has nothing left
	log, _ = document.Load(filepath.Join(folder, journal.LogName))
	return store, log
}

// salvaged gives the operations of a file of this session, whole or damaged.
func salvaged(id model.ID, file []byte) []model.Operation {
	if f, err := document.Decode(file); err == nil {
		if f.ID != id {
			return nil
		}
		return f.Operations
	}
	if whose, ok := document.SalvageID(file); !ok || whose != id {
		return nil
	}
	return document.Salvage(file, nil)
}

// Aside is the folder of the damaged working store that the one of this session
// took the place of when it was opened; "" when it was whole.
func (w *Workspace) Aside() string { return w.aside }

// ErrNotHere tells that this laptop has no working store that is published at a
// place.
var ErrNotHere = errors.New("this laptop doesn't have the session")

// Restore opens the session whose damaged file lies at path, where this laptop
// published it: from the working store, and what the file still has. The file
// gets another name, which Spoilt tells; publishing makes it anew. ErrNotHere
// when this laptop has no such session.
func Restore(root, program, path string) (*Workspace, error) {
	data, err := document.Load(path)
	if err != nil {
		return nil, err
	}
	if path, err = filepath.Abs(path); err != nil {
		return nil, err
	}
	recent, err := Recent(root)
	if err != nil {
		return nil, err
	}
	here := slices.IndexFunc(recent, func(s journal.Stored) bool { return s.Path == path })
	if here < 0 {
		return nil, ErrNotHere
	}
	id := recent[here].ID
	w, err := mended(root, id, func() (*Workspace, error) {
		w, err := attach(root, program, id)
		if err != nil {
			return nil, err
		}
		return w.start(path, salvaged(id, data), func() error { return nil })
	})
	if err != nil {
		return nil, err
	}
	if w.spoilt, err = setAside(path); err != nil {
		return nil, errors.Join(err, w.journal.Close())
	}
	w.main = w.main.at(w.main.path)
	return w, nil
}

// setAside gives a damaged file a free name beside its own.
func setAside(path string) (name string, err error) {
	base := strings.TrimSuffix(path, document.Extension)
	for n := 1; ; n++ {
		name = fmt.Sprintf("%s (beschadigd %d)%s", base, n, document.Extension)
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name, os.Rename(path, name)
		} else if err != nil {
			return "", err
		}
	}
}

// Spoilt is the name of the damaged file that Restore set aside; "" when the
// file was whole.
func (w *Workspace) Spoilt() string { return w.spoilt }

// guess says of a damaged store what can still be seen in it.
func guess(root string, s journal.Stored) journal.Stored {
	store, log := leftOf(journal.Folder(root, s.ID))
	s.Path = document.SalvageValue(store, log, keyTarget)
	s.Title = document.SalvageValue(store, log, keyTitle)
	s.Open = document.SalvageValue(store, log, keyOpen) != ""
	return s
}

// Wreck is what a damaged file still holds, together with what the working
// store of this laptop has of it.
type Wreck struct {
	Session *model.Session
	// Lost counts operations that are missing between those that are there.
	Lost int
	// Gone are lines that the file's readable table still shows and the session
	// has no more. Nothing vouches for them.
	Gone []document.Line
}

// ErrNothingLeft tells that a file holds no operation of a session any more.
var ErrNothingLeft = errors.New("nothing of the session is left")

// Examine reads a damaged file as far as it is whole. title and unknown name
// what has lost its name. Nothing is written.
func Examine(ctx context.Context, root, path, title, unknown string) (*Wreck, error) {
	data, err := document.Load(path)
	if err != nil {
		return nil, err
	}
	id, known := document.SalvageID(data)
	if !known {
		id = uuid.New()
	}
	left := document.Salvage(data, nil)
	if len(left) == 0 {
		return nil, ErrNothingLeft
	}
	// A store that can't be read either adds nothing.
	stored, _ := journal.Peek(ctx, root, id)
	joined, lost := model.Rejoin(append(left, stored...))
	device := model.Device{Replica: model.Replica(rand.Int64() | 1), Letter: model.FreeLetter(joined), Actor: title}
	s, err := model.NewSession(id, device, readOnly{}, joined, time.Now)
	if err == nil {
		err = s.Complete(title, unknown)
	}
	if err != nil {
		return nil, err
	}
	w := &Wreck{Session: s, Lost: lost}
	codes := map[string]bool{}
	for _, e := range s.Entries() {
		codes[e.Code] = true
	}
	for _, l := range document.SalvageLines(data) {
		if !codes[l.Code] {
			w.Gone = append(w.Gone, l)
		}
	}
	return w, nil
}

// Save writes what is left as a session of its own file; ErrExists when
// something lies there.
func (w *Wreck) Save(program, path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		if err == nil {
			err = ErrExists
		}
		return err
	}
	return Export(w.Session, program, path, nil)
}
