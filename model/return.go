package model

import (
	"slices"
	"strings"
)

// Return makes the session as its operations of an earlier moment had it, as one
// step. What was said since stays in the audit trail, and Undo brings it back.
// Documents that were made, and rounds that were timed, stay told.
type Return struct{ Then []Operation }

func (c Return) drafts(s *Session) ([]draft, error) {
	then, err := NewSession(s.id, Device{}, nil, c.Then, s.now)
	if err != nil {
		return nil, err
	}
	now, past := folder{session: s}, folder{session: then}
	var drafts []draft
	for _, e := range slices.Concat(s.lists, s.lines) {
		if e.typ == typeVersion || e.typ == typeMerge {
			continue
		}
		is := now.look(e)
		was := &entity{}
		if former := then.entities[e.id]; former != nil {
			was = past.look(former)
		}
		d := draft{entity: e.id, typ: e.typ, verb: verbSet}
		for _, r := range is.registers {
			var value *string
			if v := was.shown(r.field); v != nil {
				kept := *v // past's next look is at another
				value = &kept
			}
			if shown := r.value(); !strings.HasPrefix(r.field, fieldSpent) && !sameValue(shown, value) {
				d.put(r.field, value)
			}
		}
		if len(d.writes) > 0 {
			drafts = append(drafts, d)
		}
	}
	return drafts, nil
}

func sameValue(a, b *string) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

// Returned is what a Return would change.
type Returned struct {
	Gone    []Entry      // lines that came since
	Back    []Entry      // lines that were withdrawn or undone since
	Changed []Difference // fields as they are, and as they were
}

// Empty tells whether a Return would change no line.
func (r Returned) Empty() bool { return len(r.Gone) == 0 && len(r.Back) == 0 && len(r.Changed) == 0 }

// Since compares the session with its operations of an earlier moment.
func (s *Session) Since(then []Operation) (r Returned, err error) {
	past, err := NewSession(s.id, Device{}, nil, then, s.now)
	if err != nil {
		return r, err
	}
	there := func(s *Session, id ID) (Entry, bool) {
		e, ok := s.Entry(id)
		return e, ok && !e.Withdrawn
	}
	for _, e := range s.Entries() {
		if e.Withdrawn {
			continue
		}
		if was, ok := there(past, e.ID); !ok {
			r.Gone = append(r.Gone, e)
		} else {
			r.Changed = append(r.Changed, s.differences(e, was)...)
		}
	}
	for _, was := range past.Entries() {
		if _, ok := there(s, was.ID); !ok && !was.Withdrawn {
			r.Back = append(r.Back, was)
		}
	}
	return r, nil
}
