package model

import (
	"strings"

	"github.com/google/uuid"
)

// step is one action of this device: a run of its operations.
type step struct {
	group    ID
	from, to int64             // numbers of its first and last operation
	merged   map[Replica]spans // what it took in from elsewhere; nil when it wasn't a merge
}

// track keeps the undo and redo stacks. They follow from the operations alone,
// so undo works after re-opening too. The step that made the session is not
// undone.
func (s *Session) track(o *Operation) {
	if o.Replica != s.device.Replica {
		return
	}
	if o.Kind == typeEntry+verbAdd {
		s.captured++
	}
	if i, ok := s.stepOf[o.Group]; ok {
		s.steps[i].to = o.Seq
		return
	}
	i := len(s.steps)
	s.steps = append(s.steps, step{group: o.Group, from: o.Seq, to: o.Seq})
	s.stepOf[o.Group] = i
	var undoes ID
	if merge := o.Kind == typeMerge+verbAdd; merge || strings.Contains(o.Body, `undoes`) {
		body, _ := o.body() // what can't be read undoes nothing
		undoes = body.Undoes
		if merge {
			s.steps[i].merged = mergeOf(body)
		}
	}
	undone, known := s.stepOf[undoes]
	switch {
	case o.Kind == typeSession+verbAdd, strings.HasSuffix(o.Kind, verbLog):
	case undoes == uuid.Nil:
		s.undo, s.redo = append(s.undo, i), nil
	case known && top(s.undo) == undone:
		s.undo, s.redo = s.undo[:len(s.undo)-1], append(s.redo, i)
	case known && top(s.redo) == undone:
		s.undo, s.redo = append(s.undo, i), s.redo[:len(s.redo)-1]
	}
}

func top(stack []int) int {
	if len(stack) == 0 {
		return -1
	}
	return stack[len(stack)-1]
}

// CanUndo and CanRedo tell whether there is a step to take back or to repeat.
func (s *Session) CanUndo() bool { return len(s.undo) > 0 }

// CanRedo tells whether an undone step can be done again.
func (s *Session) CanRedo() bool { return len(s.redo) > 0 }

// Undo takes back the last step of this device with compensating operations;
// nothing is removed from the list. Fields that somebody else changed since
// are left alone; ErrChangedMeanwhile tells so.
func (s *Session) Undo() error { return s.compensate(top(s.undo), ErrNothingToUndo) }

// Redo undoes the last undo.
func (s *Session) Redo() error { return s.compensate(top(s.redo), ErrNothingToRedo) }

func (s *Session) compensate(i int, nothing error) error {
	if i < 0 {
		return nothing
	}
	undone := s.steps[i]
	if undone.merged != nil {
		drafts, skipped, err := s.unmerge(undone)
		return s.undone(drafts, skipped, undone, err)
	}
	var drafts []draft
	skipped := 0
	for seq := undone.to; seq >= undone.from; seq-- {
		o := s.lookup(Key{s.device.Replica, seq})
		d := draft{entity: o.Entity, typ: o.entityType(), verb: verbSet}
		body, err := o.body()
		if err != nil {
			return &DamagedError{o.Key, err.Error()}
		}
		for _, w := range body.Sets {
			if !s.stillShown(o, w.Field) {
				skipped++
				continue
			}
			d.put(w.Field, s.restored(w))
		}
		drafts = append(drafts, d)
	}
	return s.undone(drafts, skipped, undone, nil)
}

// undone commits what takes a step back.
func (s *Session) undone(drafts []draft, skipped int, undone step, err error) error {
	if err == nil {
		err = s.commit(drafts, undone.group)
	}
	if err != nil {
		return err
	}
	if skipped > 0 {
		return ErrChangedMeanwhile
	}
	return nil
}

// restored is the value that a write replaced.
func (s *Session) restored(w Write) *string {
	if len(w.Base) == 0 {
		return nil
	}
	o := s.lookup(w.Base[0])
	if o == nil {
		return nil
	}
	body, err := o.body()
	if err != nil {
		return nil
	}
	return body.value(w.Field)
}

// stillShown tells whether what o wrote is what the field shows, be it by way
// of undo and redo.
func (s *Session) stillShown(o *Operation, field string) bool {
	r := s.entity(o.Entity).register(field)
	return r != nil && len(r.heads) > 0 &&
		s.source(r.heads[0].key, o.Entity, field) == s.source(o.Key, o.Entity, field)
}

// source is the operation whose value a key restores: itself, unless it is a
// compensation of this device. The zero Key stands for "not yet written".
func (s *Session) source(k Key, entity ID, field string) Key {
	for {
		o := s.lookup(k)
		if o == nil {
			return k
		}
		body, err := o.body()
		i, ok := s.stepOf[body.Undoes]
		if err != nil || body.Undoes == uuid.Nil || !ok {
			return k
		}
		w := s.stepWrite(s.steps[i], entity, field)
		if w == nil {
			return k
		}
		if len(w.Base) == 0 {
			return Key{}
		}
		k = w.Base[0]
	}
}

func (s *Session) stepWrite(st step, entity ID, field string) *Write {
	for seq := st.from; seq <= st.to; seq++ {
		o := s.lookup(Key{s.device.Replica, seq})
		if o.Entity != entity {
			continue
		}
		if body, err := o.body(); err == nil {
			if w := body.write(field); w != nil {
				return w
			}
		}
	}
	return nil
}
