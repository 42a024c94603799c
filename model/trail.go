package model

import (
	"time"

	"github.com/google/uuid"
)

// Event is one field that one operation set: a line of the audit trail.
type Event struct {
	Key           Key
	At            time.Time
	Actor         string
	Kind          string // of the operation
	Entity        ID
	Name          string // code of an entry, key of anything else
	Field         string
	Before, After string
	Undo          bool
	Erased        bool // the body was erased; the chain still vouches for it
}

// Trail tells what was done to the session, in the order of time.
func (s *Session) Trail() ([]Event, error) {
	var out []Event
	f := folder{session: s}
	for i := range s.operations {
		o := &s.operations[i]
		body, err := o.body()
		if err != nil {
			return nil, &DamagedError{o.Key, err.Error()}
		}
		event := Event{
			Key: o.Key, At: time.UnixMilli(o.Wall), Actor: o.Actor, Kind: o.Kind, Entity: o.Entity,
			Undo: body.Undoes != uuid.Nil, Erased: o.Body == "",
		}
		if e := s.entities[o.Entity]; e != nil {
			e = f.look(e)
			event.Name = cmpOr(cmpOr(e.get(fieldCode), e.code), e.get(fieldKey))
		}
		if event.Erased {
			out = append(out, event)
		}
		for _, w := range body.Sets {
			line := event
			line.Field = w.Field
			if before := s.restored(w); before != nil {
				line.Before = *before
			}
			if w.Value != nil {
				line.After = *w.Value
			}
			out = append(out, line)
		}
	}
	return out, nil
}
