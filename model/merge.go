package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

const typeMerge = "merge"

// Merged is what another copy of the session brings, or would bring, in the order
// of the lines' codes.
type Merged struct {
	Operations int           // that were not known here
	New        []Entry       // lines that weren't here
	Changed    []Difference  // fields that are otherwise now: as they were, and as they are
	Conflicts  []Entry       // lines with two versions that had one before
	Missing    int           // operations that wait for one that neither copy has
	Ahead      time.Duration // how far its clock was ahead of the one here; 0 when it wasn't
}

// Trial tells what Merge would bring, and changes nothing. Its errors are those
// of Merge, but for StoreError.
func (s *Session) Trial(operations []Operation) (Merged, error) {
	fresh, err := s.verify(operations)
	if err != nil || len(fresh) == 0 {
		return Merged{}, err
	}
	t, err := NewSession(s.id, Device{}, nil, append(s.Operations(), fresh...), s.now)
	if err != nil {
		return Merged{}, err
	}
	return t.gained(s.touched(fresh), fresh), nil
}

// Merge takes in what another copy of the session has: all of it, as one step
// that Undo takes back, or nothing. What is known is skipped, so merging again
// changes nothing. DamagedError and ForkError tell that the copy can't be
// trusted, StoreError that it could not be stored.
func (s *Session) Merge(operations []Operation) (Merged, error) {
	fresh, err := s.verify(operations)
	if err != nil || len(fresh) == 0 {
		return Merged{}, err
	}
	before := s.touched(fresh)
	note := draft{entity: newID(), typ: typeMerge, verb: verbAdd}
	for replica, spans := range spansOf(fresh) {
		note.text(fmt.Sprintf("%016x", uint64(replica)), spans.String())
	}
	slices.SortFunc(note.writes, func(a, b Write) int { return strings.Compare(a.Field, b.Field) })
	all := append(slices.Clone(fresh), s.seal([]draft{note}, ID{})...)
	if err := s.take(all, true); err != nil {
		return Merged{}, err
	}
	return s.gained(before, fresh), nil
}

// touched are the entries that operations wrote to, as they are.
func (s *Session) touched(operations []Operation) map[ID]Entry {
	out := map[ID]Entry{}
	for i := range operations {
		if e := s.entries[operations[i].Entity]; e != nil {
			out[e.ID] = *e
		}
	}
	return out
}

// gained compares entries with what they were before fresh operations.
func (s *Session) gained(before map[ID]Entry, fresh []Operation) Merged {
	m := Merged{Operations: len(fresh), Missing: s.Waiting()}
	now, seen := s.now(), make(map[ID]bool, len(fresh))
	for i := range fresh {
		o := &fresh[i]
		m.Ahead = max(m.Ahead, time.UnixMilli(o.Wall).Sub(now))
		e := s.entries[o.Entity]
		if e == nil || seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		old, known := before[e.ID]
		if !known {
			m.New = append(m.New, *e)
		} else {
			m.Changed = append(m.Changed, s.differences(old, *e)...)
		}
		if e.Versions > 1 && (!known || old.Versions == 1) {
			m.Conflicts = append(m.Conflicts, *e)
		}
	}
	byCode := func(a, b Entry) int { return compareCodes(a.Code, b.Code) }
	if !slices.IsSortedFunc(m.New, byCode) {
		slices.SortStableFunc(m.New, byCode)
	}
	slices.SortStableFunc(m.Changed, func(a, b Difference) int { return compareCodes(a.Code, b.Code) })
	slices.SortStableFunc(m.Conflicts, byCode)
	return m
}

// differences are the fields in which an entry differs from what it was.
func (s *Session) differences(was, is Entry) (out []Difference) {
	before, after := s.values(was), s.values(is)
	for _, f := range s.entryFields() {
		if before[f] != after[f] {
			out = append(out, Difference{Entry: is.ID, Code: is.Code, Field: f, Ours: before[f], Theirs: after[f]})
		}
	}
	return out
}

// spans are runs of operation numbers of one replica, both ends included.
type spans [][2]int64

func spansOf(operations []Operation) map[Replica]spans {
	out := map[Replica]spans{}
	for _, o := range operations { // sorted by replica and number
		all := out[o.Replica]
		if n := len(all); n > 0 && all[n-1][1] == o.Seq-1 {
			all[n-1][1] = o.Seq
		} else {
			out[o.Replica] = append(all, [2]int64{o.Seq, o.Seq})
		}
	}
	return out
}

// String gives the form in which a merge is kept, "3-9 12-12".
func (s spans) String() string {
	parts := make([]string, len(s))
	for i, run := range s {
		parts[i] = fmt.Sprintf("%d-%d", run[0], run[1])
	}
	return strings.Join(parts, " ")
}

func (s spans) holds(seq int64) bool {
	return slices.ContainsFunc(s, func(run [2]int64) bool { return run[0] <= seq && seq <= run[1] })
}

// mergeOf reads which operations a merge took in; what can't be read is none.
func mergeOf(b Body) map[Replica]spans {
	out := map[Replica]spans{}
	for _, w := range b.Sets {
		var replica uint64
		if _, err := fmt.Sscanf(w.Field, "%016x", &replica); err != nil || w.Value == nil {
			continue
		}
		for _, part := range strings.Fields(*w.Value) {
			var run [2]int64
			if _, err := fmt.Sscanf(part, "%d-%d", &run[0], &run[1]); err == nil {
				out[Replica(replica)] = append(out[Replica(replica)], run)
			}
		}
	}
	return out
}

// unmerge drafts what makes the session as it was without the operations that a
// merge took in. Fields that were written since are left alone.
func (s *Session) unmerge(st step) (drafts []draft, skipped int, err error) {
	taken := func(k Key) bool { return st.merged[k.Replica].holds(k.Seq) }
	var rest, merged []Operation
	for _, o := range s.operations {
		switch {
		case taken(o.Key):
			merged = append(merged, o)
		case o.Replica != s.device.Replica || o.Seq < st.from:
			rest = append(rest, o)
		}
	}
	without, err := NewSession(s.id, Device{}, nil, rest, s.now)
	if err != nil {
		return nil, 0, err
	}
	note := s.lookup(Key{s.device.Replica, st.from})
	drafts = append(drafts, draft{entity: note.Entity, typ: typeMerge, verb: verbSet})
	drafts[0].text(fieldWithdrawn, set)
	at := map[ID]int{}
	slices.SortStableFunc(merged, func(a, b Operation) int { return cmp.Compare(a.Stamp, b.Stamp) })
	for i := range merged {
		o := &merged[i]
		body, err := o.body()
		if err != nil {
			continue // without effect
		}
		if _, known := at[o.Entity]; !known {
			at[o.Entity] = len(drafts)
			drafts = append(drafts, draft{entity: o.Entity, typ: o.entityType(), verb: verbSet})
		}
		d := &drafts[at[o.Entity]]
		for _, w := range body.Sets {
			r := s.entity(o.Entity).register(w.Field)
			if d.writesField(w.Field) || r == nil || len(r.heads) == 0 {
				continue
			}
			var former *register
			if e := without.entity(o.Entity); e != nil {
				former = e.register(w.Field)
			}
			switch shown := r.heads[0].key; {
			case former.shows(shown) && len(r.heads) == 1:
			case former.shows(shown) || taken(s.source(shown, o.Entity, w.Field)):
				d.put(w.Field, former.value())
			default:
				skipped++
			}
		}
	}
	return drafts, skipped, nil
}

// Side is one of the values of a field that two people set without seeing each
// other.
type Side struct {
	Field EntryField
	Key   Key // of the operation that set it
	Value string
	Actor string
	At    time.Time
}

// sideFields are the fields of an entry that can have two sides a person chooses
// from, with how the register calls them.
var sideFields = []struct {
	field string
	name  EntryField
}{
	{fieldText, EntryText},
	{fieldKind, EntryKind},
	{fieldStakeholder, EntryStakeholder},
	{fieldStatus, EntryStatus},
	{fieldNote, EntryNote},
}

// Sides gives the versions of an entry, field by field, the shown one first;
// none when it has no two versions of a field.
func (s *Session) Sides(id ID) (out []Side) {
	e := s.entity(id)
	if e == nil {
		return nil
	}
	for _, f := range sideFields {
		r := e.register(f.field)
		if r == nil || len(r.heads) < 2 {
			continue
		}
		for _, h := range r.heads {
			side := Side{Field: f.name, Key: h.key, Value: h.text()}
			if o := s.lookup(h.key); o != nil {
				side.Actor, side.At = o.Actor, time.UnixMilli(o.Wall)
			}
			out = append(out, side)
		}
	}
	return out
}

// Settle ends the two versions of one or all fields of an entry: what is chosen
// stays. ErrUnknownEntry also when the entry has no such side any more.
type Settle struct {
	Entry ID
	Sides []Key // chosen; of a field without a choice the shown one stays
	// Both makes a line of its own of each text that isn't chosen.
	Both bool
}

func (c Settle) drafts(s *Session) ([]draft, error) {
	e, sides := s.entries[c.Entry], s.Sides(c.Entry)
	if e == nil {
		return nil, ErrUnknownEntry
	}
	for _, k := range c.Sides {
		if !slices.ContainsFunc(sides, func(side Side) bool { return side.Key == k }) {
			return nil, ErrUnknownEntry
		}
	}
	d := draft{entity: c.Entry, typ: typeEntry, verb: verbSet}
	var all []draft
	for _, field := range s.split(c.Entry) {
		r := s.entity(c.Entry).register(field)
		chosen := r.heads[0]
		for _, h := range r.heads {
			if slices.Contains(c.Sides, h.key) {
				chosen = h
			}
		}
		d.put(field, chosen.value)
		for _, h := range r.heads {
			if !c.Both || field != fieldText || h.value == nil || sameValue(h.value, chosen.value) {
				continue
			}
			own, err := Capture{
				Kind: e.Kind, Stakeholder: e.Stakeholder, Text: *h.value,
				Visibility: e.Visibility, Certainty: e.Certainty, Status: e.Status,
			}.add(s, false)
			if err != nil {
				return nil, err
			}
			all = append(all, own)
		}
	}
	return append([]draft{d}, all...), nil
}

// split are the fields of an entry that have two versions.
func (s *Session) split(id ID) (fields []string) {
	for _, r := range s.entity(id).registers {
		if len(r.heads) > 1 {
			fields = append(fields, r.field)
		}
	}
	return fields
}
