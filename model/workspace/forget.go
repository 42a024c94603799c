package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
)

// Forget removes a session from this laptop: its working store and its versions.
// Files that were published stay where they are.
func Forget(root string, id model.ID) error {
	err := errors.Join(journal.Remove(root, id), os.RemoveAll(versionsOf(root, id)))
	_ = os.Remove(filepath.Dir(versionsOf(root, id))) // unless another session has versions
	return err
}

// Holdings lists what Erase removes: the file and the second copy, as far as they
// are there and of this session; what a damaged store left; working store and
// versions.
func (w *Workspace) Holdings() (all []string) {
	for _, t := range []target{w.main, w.second} {
		if t.path != "" && w.owns(t) {
			all = append(all, t.path)
		}
	}
	for _, kept := range []string{w.aside, journal.Folder(w.root, w.id), versionsOf(w.root, w.id)} {
		if _, err := os.Lstat(kept); kept != "" && err == nil {
			all = append(all, kept)
		}
	}
	return all
}

// EraseLine takes the words of a line away for good, as the law on privacy can ask
// (AVG, article 17): from the working store, the file and the second copy, which
// are written anew, and with all versions, which hold it too. The session is as it
// was, without the line; its number is not used again. Copies elsewhere keep it.
func (w *Workspace) EraseLine(id model.ID) error {
	if err := w.journal.Erase(w.session.Writes(id)); err != nil {
		return err
	}
	stored, err := w.journal.Operations()
	if err != nil {
		return err
	}
	if w.session, err = model.NewSession(w.id, w.session.Device(), w.journal, stored, time.Now); err != nil {
		return err
	}
	if err := os.RemoveAll(versionsOf(w.root, w.id)); err != nil {
		return err
	}
	w.kept, w.main.count, w.second.count = time.Time{}, 0, 0
	if err := w.Publish(); err != nil {
		return err
	}
	return w.secondErr
}

// owns tells whether what lies at a target is this session.
func (w *Workspace) owns(t target) bool {
	id, _, err := document.Identify(t.path)
	if errors.Is(err, document.ErrProtected) {
		data, err := document.Load(t.path)
		return err == nil && document.Fingerprint(data) == t.known
	}
	return err == nil && id == w.id
}

// Erase ends the session and removes all of it that this laptop knows, and says
// what went. Documents that were made of it, and copies elsewhere, stay.
func (w *Workspace) Erase() (removed []string, err error) {
	holdings := w.Holdings()
	if err := w.journal.Close(); err != nil {
		return nil, err
	}
	for _, path := range holdings {
		if e := os.RemoveAll(path); e != nil {
			err = errors.Join(err, e)
		} else {
			removed = append(removed, path)
		}
	}
	_ = os.Remove(filepath.Dir(versionsOf(w.root, w.id))) // unless another session has versions
	return removed, err
}
