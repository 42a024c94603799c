package model

import (
	"cmp"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Event is one field that one operation set: a line of the audit trail. One
// without a field is of an operation whose body was erased, or is of a kind
// that this program doesn't know.
type Event struct {
	Key           Key
	Group         ID // of the action that the operation is part of
	At            time.Time
	Actor         string
	Kind          string // of the operation
	Entity        ID     // what it is about
	Type          string // of its entity: "entry", "stakeholder"…
	List          string // of an item: which list it is on
	Name          string // code of an entry, key of anything else
	Field         string
	Before, After string
	Undo          bool
	Erased        bool // the body was erased; the chain still vouches for it
}

// Trail tells what was done to the session, in the order of time.
func (s *Session) Trail() []Event {
	order := make([]int, len(s.operations))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(s.operations[a].Stamp, s.operations[b].Stamp)
	})
	var out []Event
	f := folder{session: s}
	for _, i := range order {
		out = append(out, s.told(&f, &s.operations[i])...)
	}
	return out
}

// told are the lines of one operation.
func (s *Session) told(f *folder, o *Operation) (out []Event) {
	body, err := o.body()
	event := Event{
		Key: o.Key, Group: o.Group, At: time.UnixMilli(o.Wall), Actor: o.Actor, Kind: o.Kind, Entity: o.Entity, Type: o.entityType(),
		Undo: body.Undoes != uuid.Nil, Erased: o.Body == "",
	}
	if e := s.entities[o.Entity]; e != nil {
		e = f.look(e)
		event.Name = cmpOr(cmpOr(e.get(fieldCode), e.born().code), e.get(fieldKey))
		if e.typ == typeEntry {
			event.Name += twinMark(int(e.twin))
		}
		event.List = e.get(fieldList)
	}
	if event.Erased || err != nil {
		return []Event{event}
	}
	for _, w := range body.Sets {
		if before := s.restored(w); before != nil && w.Field == fieldList && w.Value == nil { // taken away with the rest of it
			event.List = *before
		}
	}
	for _, w := range body.Sets {
		line := event
		line.Field = w.Field
		if before := s.restored(w); before != nil {
			line.Before = s.byNumber(w.Field, *before)
		}
		if w.Value != nil {
			line.After = s.byNumber(w.Field, *w.Value)
		}
		out = append(out, line)
	}
	return out
}

// byNumber is a value as the trail tells it: an entry that another one was joined
// into by its number.
func (s *Session) byNumber(field, value string) string {
	if id, err := uuid.Parse(value); err == nil && field == fieldWithdrawn {
		if e := s.entries[id]; e != nil {
			return e.Code
		}
	}
	return value
}
