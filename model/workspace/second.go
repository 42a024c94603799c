package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"time"
)

// ErrSamePlace refuses a second copy where the session's own file lies.
var ErrSamePlace = errors.New("the file itself lies there")

// Second is how the second copy of a session stands.
type Second struct {
	Path   string    // "" when none is kept
	At     time.Time // when it was last written by this program; zero when not yet
	Behind bool      // it lacks something
	Err    error     // why it could not be written
}

// Second tells how the second copy stands.
func (w *Workspace) Second() Second {
	return Second{w.second.path, w.secondAt, w.SecondBehind(), w.secondErr}
}

// SecondBehind tells whether the second copy lacks something.
func (w *Workspace) SecondBehind() bool {
	return w.second.path != "" && w.second.count != len(w.session.Operations())
}

// KeepSecond keeps a second copy in a folder from now on, a stick or a share; an
// empty one ends that and leaves the copy where it is. The copy is written with
// each publication, whole at every moment. ErrSamePlace and ErrOtherSession
// refuse a folder; one that is out of reach now is tried again later.
func (w *Workspace) KeepSecond(folder string) error {
	path := ""
	if folder != "" {
		path = filepath.Join(folder, filepath.Base(w.main.path))
		if same(path, w.main.path) {
			return ErrSamePlace
		}
		if f, err := load(path); err == nil && f.ID != w.id || err != nil && !errors.Is(err, os.ErrNotExist) {
			return ErrOtherSession
		}
	}
	w.second, w.secondErr, w.secondAt = w.second.at(path), nil, time.Time{}
	for i, value := range []string{path, "", ""} {
		if err := w.journal.Put(w.second.keys[i], value); err != nil {
			return err
		}
	}
	return w.Publish()
}

// same tells whether two names are of one file.
func same(a, b string) bool {
	ia, errA := os.Stat(filepath.Dir(a))
	ib, errB := os.Stat(filepath.Dir(b))
	return a == b || errA == nil && errB == nil && os.SameFile(ia, ib) && filepath.Base(a) == filepath.Base(b)
}
