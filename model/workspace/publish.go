package workspace

import (
	"errors"
	"os"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/wholefile"
)

// ErrOtherSession tells that something else than this session lies at the
// target; it is not overwritten.
var ErrOtherSession = errors.New("another file lies at that place")

// Publication is a session frozen for publishing: a plain value that another
// goroutine may write.
type Publication struct {
	id         model.ID
	program    string
	path       string
	known      string // SHA-256 of the file that may be replaced
	operations []model.Operation
}

// Outcome is what writing a Publication gave. Settle takes it in.
type Outcome struct {
	data    []byte            // what was written
	count   int               // operations in data
	changed []byte            // what lay there instead of the known file
	foreign []model.Operation // its operations
	Err     error
}

// Freeze makes a Publication of the session as it is now.
func (w *Workspace) Freeze() Publication {
	return Publication{w.session.ID(), w.program, w.path, w.published, w.session.Operations()}
}

// Write writes the whole file beside its target, reads it back and renames it
// into place. When somebody else changed the target meanwhile it is left
// alone; Settle takes in what they wrote, and the next Publication has both.
func (p Publication) Write() Outcome {
	old, err := document.Load(p.path)
	if err == nil && document.Fingerprint(old) != p.known {
		f, err := document.Decode(old)
		if err == nil && f.ID != p.id {
			err = ErrOtherSession
		}
		return Outcome{changed: old, foreign: f.Operations, Err: err}
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return Outcome{Err: err}
	}
	lines, err := p.lines()
	if err != nil {
		return Outcome{Err: err}
	}
	data, err := document.Encode(document.File{ID: p.id, Program: p.program, Operations: p.operations, Lines: lines})
	if err != nil {
		return Outcome{Err: err}
	}
	return Outcome{data: data, count: len(p.operations), Err: wholefile.Write(p.path, data)}
}

// lines folds the operations anew, off the session: that checks every hash
// once more before it leaves the house.
func (p Publication) lines() ([]document.Line, error) {
	s, err := model.NewSession(p.id, model.Device{}, readOnly{}, p.operations, time.Now)
	if err != nil {
		return nil, err
	}
	programme := s.Programme()
	entries := s.Entries()
	out := make([]document.Line, 0, len(entries))
	for _, e := range entries {
		kind, _ := programme.Kind(e.Kind)
		stakeholder, _ := programme.Stakeholder(e.Stakeholder)
		status := string(e.Status)
		if e.Withdrawn {
			status = "withdrawn"
		}
		out = append(out, document.Line{Code: e.Code, Stakeholder: stakeholder.Name, Kind: kind.Name, Text: e.Text, Status: status})
	}
	return out, nil
}

// Settle takes in the outcome of a Publication. again tells that the target
// had been changed and that the session must be published once more.
func (w *Workspace) Settle(o Outcome) (again bool, err error) {
	if o.Err != nil {
		return false, o.Err
	}
	if o.changed == nil {
		return false, w.remember(o.data, o.count)
	}
	if _, err := w.session.Ingest(o.foreign); err != nil {
		return false, err
	}
	return true, w.remember(o.changed, len(o.foreign))
}

// Publish writes the session now, as often as others change the target
// meanwhile, but not for ever.
func (w *Workspace) Publish() error {
	for range 5 {
		again, err := w.Settle(w.Freeze().Write())
		if err != nil || !again {
			return err
		}
	}
	return ErrBusyTarget
}

// ErrBusyTarget tells that the target changes all the time.
var ErrBusyTarget = errors.New("the file is being changed by others all the time")
