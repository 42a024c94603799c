package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Journal keeps operations safe. When Append returns nil they are on disk, all
// of them; when it returns an error, none is.
type Journal interface {
	Append([]Operation) error
}

// Device is who writes: one laptop's working store of this session.
type Device struct {
	Replica Replica
	Letter  string // stands in front of the numbers of lines typed here
	Actor   string // what the audit trail calls this device
}

// Session is one run of capture: its list of operations, folded. It is used by
// one goroutine; Operations gives a value that others may read meanwhile.
type Session struct {
	id      ID
	device  Device
	journal Journal
	now     func() time.Time

	operations []Operation       // all, in the order in which they were taken
	logs       map[Replica][]int // per replica, dense: index in operations by number-1
	waiting    map[Key]int       // operations whose predecessor has not arrived
	last       Stamp             // highest stamp seen
	captured   int               // entries made by this device, undone ones included
	steps      []step            // what this device did, an action each
	stepOf     map[ID]int        // by undo group
	undo, redo []int             // steps that can be undone and redone
	entities   map[ID]*entity
	entries    map[ID]*Entry        // those that are there, withdrawn ones included
	cells      map[cellKey][]*Entry // not withdrawn, in reading order
	intoThese  map[ID]bool          // lines that others were ever joined into
	lines      []*entity            // entries, in the order in which they came
	lists      []*entity            // session, kinds, stakeholders and items
	versions   []Version
	info       Info                   //
	programme  Programme              //
	observers  map[int]func([]Change) //
	nextID     int
}

type cellKey struct{ stakeholder, kind string }

// NewSession folds what a journal holds. Operations must be those the journal
// has, in any order; they are verified. now is the clock.
func NewSession(id ID, device Device, journal Journal, operations []Operation, now func() time.Time) (*Session, error) {
	s := &Session{
		id: id, device: device, journal: journal, now: now,
		logs:      map[Replica][]int{},
		waiting:   map[Key]int{},
		stepOf:    map[ID]int{},
		entities:  make(map[ID]*entity, len(operations)),
		entries:   make(map[ID]*Entry, len(operations)),
		cells:     map[cellKey][]*Entry{},
		intoThese: map[ID]bool{},
		observers: map[int]func([]Change){},
	}
	fresh, err := s.verify(operations)
	if err != nil {
		return nil, err
	}
	s.operations = fresh[:0] // verify made it; fold puts each where it is
	s.fold(fresh, false)
	s.rebuild()
	return s, nil
}

// ID names the session; all copies of its file share it.
func (s *Session) ID() ID { return s.id }

// Device tells who writes in this session.
func (s *Session) Device() Device { return s.device }

// Operations is the whole list. The slice is not changed afterwards: it may be
// read while the session goes on.
func (s *Session) Operations() []Operation { return slices.Clip(s.operations) }

// Waiting counts operations whose predecessors have not arrived.
func (s *Session) Waiting() int { return len(s.waiting) }

// Subscribe has f told of changes, in order, after they are on disk. The
// returned function ends it.
func (s *Session) Subscribe(f func([]Change)) (cancel func()) {
	id := s.nextID
	s.nextID++
	s.observers[id] = f
	return func() { delete(s.observers, id) }
}

// Observers counts subscriptions, so that a test can see them end.
func (s *Session) Observers() int { return len(s.observers) }

// Do carries out a command: its operations are on disk when Do returns nil,
// and nothing has changed when it returns an error.
func (s *Session) Do(c Command) error {
	drafts, err := c.drafts(s)
	if err != nil || len(drafts) == 0 {
		return err
	}
	return s.commit(drafts, uuid.Nil)
}

// Ingest takes operations in from a file, another laptop or a copy. Known ones
// are skipped; a damaged or forked one refuses them all.
func (s *Session) Ingest(operations []Operation) (taken int, err error) {
	fresh, err := s.verify(operations)
	if err != nil || len(fresh) == 0 {
		return 0, err
	}
	return len(fresh), s.take(fresh, true)
}

// take stores, folds and tells: the one way in.
func (s *Session) take(fresh []Operation, reload bool) error {
	if err := s.journal.Append(fresh); err != nil {
		return &StoreError{err}
	}
	changes := s.fold(fresh, !reload)
	if reload {
		s.rebuild()
		changes = []Change{Reloaded{}}
	}
	for _, id := range slices.Sorted(maps.Keys(s.observers)) {
		if f := s.observers[id]; f != nil {
			f(changes)
		}
	}
	return nil
}

// verify gives the operations that are new here, checked and sorted by
// replica and number.
func (s *Session) verify(operations []Operation) ([]Operation, error) {
	fresh := make([]Operation, 0, len(operations))
	for i := range operations {
		o := &operations[i]
		known := s.lookup(o.Key)
		if known != nil && *known == *o {
			continue
		}
		if !o.Intact() {
			return nil, &DamagedError{o.Key, "its content does not match its hash"}
		}
		if known == nil {
			fresh = append(fresh, *o)
		} else if known.Hash != o.Hash {
			return nil, &ForkError{o.Key}
		}
	}
	if !slices.IsSortedFunc(fresh, byKey) {
		slices.SortStableFunc(fresh, byKey)
	}
	out := fresh[:0] // never ahead of what is read
	var last Operation
	for i := range fresh {
		o, prev := fresh[i], (*Operation)(nil)
		if i > 0 && last.Replica == o.Replica {
			prev = &last
		}
		if prev != nil && prev.Key == o.Key {
			if prev.Hash != o.Hash {
				return nil, &ForkError{o.Key}
			}
			continue
		}
		if prev == nil || prev.Seq != o.Seq-1 {
			prev = s.lookup(Key{o.Replica, o.Seq - 1})
		}
		var want [32]byte
		if prev != nil {
			want = prev.Hash
		}
		if (prev != nil || o.Seq == 1) && o.Prev != want {
			return nil, &DamagedError{o.Key, "it does not follow its predecessor"}
		}
		out = append(out, o)
		last = o
	}
	return out, nil
}

func byKey(a, b Operation) int {
	return cmp.Or(cmp.Compare(a.Replica, b.Replica), cmp.Compare(a.Seq, b.Seq))
}

// lookup finds an operation by key, waiting ones included.
func (s *Session) lookup(k Key) *Operation {
	if log := s.logs[k.Replica]; k.Seq >= 1 && k.Seq <= int64(len(log)) {
		return &s.operations[log[k.Seq-1]]
	}
	if i, ok := s.waiting[k]; ok {
		return &s.operations[i]
	}
	return nil
}

// fold adds verified operations to the list and, where their predecessors are
// there, to the state.
func (s *Session) fold(fresh []Operation, tell bool) (changes []Change) {
	s.operations = slices.Grow(s.operations, len(fresh))
	for _, o := range fresh {
		i, ready := len(s.operations), o.Seq == int64(len(s.logs[o.Replica]))+1
		s.operations = append(s.operations, o)
		s.last = max(s.last, o.Stamp)
		if !ready {
			s.waiting[o.Key] = i
		}
		for next := o.Key; ready; i, ready = s.waiting[next] {
			delete(s.waiting, next)
			s.logs[next.Replica] = append(s.logs[next.Replica], i)
			changes = append(changes, s.apply(i, tell)...)
			next.Seq++
		}
	}
	return changes
}

// apply folds one operation into its entity; the first one of an entry waits
// until there is a second, or somebody writes.
func (s *Session) apply(i int, tell bool) []Change {
	o := &s.operations[i]
	s.track(o)
	e := s.entities[o.Entity]
	switch {
	case e != nil:
		s.unfold(e)
		e.fold(o)
	case o.entityType() == typeEntry:
		e = &entity{id: o.Entity, typ: typeEntry, only: int32(i)}
		s.entities[o.Entity] = e
		s.lines = append(s.lines, e)
	default:
		e = &entity{id: o.Entity, typ: o.entityType()}
		e.fold(o)
		s.entities[o.Entity] = e
		s.lists = append(s.lists, e)
	}
	if !tell {
		return nil
	}
	return s.refresh(e)
}

func (s *Session) String() string {
	return fmt.Sprintf("session %s, %d operations", s.id, len(s.operations))
}
