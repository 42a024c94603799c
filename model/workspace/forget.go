package workspace

import (
	"errors"
	"os"
	"path/filepath"

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
