package workspace

import (
	"errors"
	"io"
	"os"
	"strconv"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/wholefile"
)

// ErrOtherSession tells that something else than this session lies at the
// target; it is not overwritten.
var ErrOtherSession = errors.New("another file lies at that place")

// target is a place where the session is published.
type target struct {
	keys  [3]string // of the working store: path, fingerprint, count
	path  string    // "" when there is none
	known string    // fingerprint of the bytes there, as far as we know
	count int       // operations in them
	seen  stamp     // of the file when its bytes were last read, and were known
}

// at is the target moved to a path of which nothing is known.
func (t target) at(path string) target { return target{keys: t.keys, path: path} }

// stamp tells without reading it whether a file may have changed. Where a file
// system keeps times in steps of seconds, a change of the same size in one step
// goes by unseen; the next publication reads the file.
type stamp struct {
	size int64
	at   time.Time
}

func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime()}
}

// remember notes the bytes that lie at a target and how many operations they hold.
func (w *Workspace) remember(t *target, data []byte, operations int) error {
	t.known, t.count = document.Fingerprint(data), operations
	return errors.Join(w.journal.Put(t.keys[1], t.known), w.journal.Put(t.keys[2], strconv.Itoa(operations)))
}

// recall reads what was remembered of a target.
func (w *Workspace) recall(t *target) (err error) {
	count := ""
	for i, to := range []*string{&t.path, &t.known, &count} {
		if *to, err = w.journal.Get(t.keys[i]); err != nil {
			return err
		}
	}
	t.count, _ = strconv.Atoi(count) // none is 0: then all is unpublished
	return nil
}

// Publication is a session frozen for publishing: a plain value that another
// goroutine may write.
type Publication struct {
	id         model.ID
	program    string
	targets    []target
	operations []model.Operation
	lock       *document.Lock // nil when it isn't protected
}

// lacks tells whether a target is to be written.
func (p Publication) lacks(t target) bool { return t.count != len(p.operations) }

// Outcome is what writing a Publication gave. Settle takes it in.
type Outcome struct {
	data  []byte // what was written
	plain []byte // the same, without protection
	count int    // operations in data
	at    []landing
}

// landing is what became of one target.
type landing struct {
	path    string
	changed []byte            // what lay there instead of the known file
	foreign []model.Operation // its operations
	seen    stamp
	written bool
	err     error
}

// Freeze makes a Publication of the session as it is now.
func (w *Workspace) Freeze() Publication {
	p := Publication{id: w.session.ID(), program: w.program, operations: w.session.Operations(), lock: w.lock}
	for _, t := range []target{w.main, w.second} {
		if t.path != "" {
			p.targets = append(p.targets, t)
		}
	}
	return p
}

// Write writes the whole file beside each target that lacks something, reads it
// back and renames it into place. When somebody else changed a target meanwhile,
// none is written; Settle takes in what they wrote, and the next Publication has
// both. A target that can't be written leaves the other as safe as ever; one that
// lacks nothing and can't be read is left alone.
func (p Publication) Write() Outcome {
	o := Outcome{count: len(p.operations)}
	changed, lacking := false, false
	for _, t := range p.targets {
		l := p.look(t)
		if !p.lacks(t) && l.err != nil {
			l = landing{path: t.path}
		}
		changed = changed || l.changed != nil && l.err == nil
		lacking = lacking || p.lacks(t)
		o.at = append(o.at, l)
	}
	if changed || !lacking {
		return o
	}
	plain, err := p.encode()
	data := plain
	if err == nil && p.lock != nil {
		data, err = p.lock.Seal(plain)
	}
	o.data, o.plain = data, plain
	for i, t := range p.targets {
		if l := &o.at[i]; p.lacks(t) && l.err == nil {
			if l.err = err; err == nil {
				*l = p.put(t, data)
			}
		}
	}
	return o
}

// errStale ends writing a file over one that changed meanwhile.
var errStale = errors.New("somebody else wrote the file")

// put writes the whole file. It looks once more while no other laptop can write
// there: a laptop that fell asleep after it had looked would take away what
// another one wrote in between.
func (p Publication) put(t target, data []byte) landing {
	l := landing{path: t.path}
	t.seen = stamp{} // this look reads the file
	err := wholefile.WriteFunc(t.path, func(w io.Writer) error {
		if l = p.look(t); l.err != nil || l.changed != nil {
			return errStale
		}
		_, err := w.Write(data)
		return err
	})
	if !errors.Is(err, errStale) {
		l.err, l.written, l.seen = err, err == nil, stamp{}
	}
	return l
}

// encode gives the bytes of the whole file.
func (p Publication) encode() ([]byte, error) {
	lines, err := p.lines()
	if err != nil {
		return nil, err
	}
	return document.Encode(document.File{ID: p.id, Program: p.program, Operations: p.operations, Lines: lines})
}

// Export writes a session to a file that it isn't tied to, sealed when a lock is
// given.
func Export(s *model.Session, program, path string, lock *document.Lock) error {
	data, err := Publication{id: s.ID(), program: program, operations: s.Operations()}.encode()
	if err == nil && lock != nil {
		data, err = lock.Seal(data)
	}
	if err != nil {
		return err
	}
	return wholefile.Write(path, data)
}

// look tells what lies at a target that we don't know.
func (p Publication) look(t target) landing {
	l := landing{path: t.path, seen: stampOf(t.path)}
	if l.seen != (stamp{}) && l.seen == t.seen {
		return l
	}
	old, err := document.Load(t.path)
	switch {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		l.err = err
	case document.Fingerprint(old) != t.known:
		f, err := p.decode(old)
		if err == nil && f.ID != p.id {
			err = ErrOtherSession
		}
		l.changed, l.foreign, l.err = old, f.Operations, err
	}
	return l
}

// decode reads a file that lies at a target: protected with the same key, or not
// protected.
func (p Publication) decode(data []byte) (f document.File, err error) {
	if document.Protected(data) {
		if p.lock == nil {
			return f, document.ErrProtected
		}
		if data, err = p.lock.Open(data); err != nil {
			return f, err
		}
	}
	return document.Decode(data)
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

// Settle takes in the outcome of a Publication. again tells that a target had
// been changed and that the session must be published once more. What is wrong
// with the second copy is not an error here: Second tells it.
func (w *Workspace) Settle(o Outcome) (again bool, err error) {
	for _, l := range o.at {
		t := &w.main
		if l.path == w.second.path {
			t = &w.second
		}
		problem := l.err
		switch {
		case problem != nil || l.path != t.path: // it was moved meanwhile
		case l.changed != nil:
			if _, problem = w.session.Ingest(l.foreign); problem == nil {
				problem = w.remember(t, l.changed, len(l.foreign))
			}
			again = again || problem == nil
		case l.written:
			problem = w.remember(t, o.data, o.count)
		}
		if problem == nil {
			t.seen = l.seen
		}
		if t == &w.second {
			w.secondErr = problem
			if problem == nil && l.written {
				w.secondAt = time.Now()
			}
		} else {
			err = problem
		}
	}
	if o.data != nil && err == nil {
		w.keep(o.plain)
	}
	return again && err == nil, err
}

// Publish writes the session now, as often as others change the target
// meanwhile, but not for ever.
func (w *Workspace) Publish() error {
	if !w.Unpublished() && !w.SecondBehind() {
		w.main.count = 0 // somebody may have taken the file away
	}
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
