package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Info is what the session says about itself.
func (s *Session) Info() Info { return s.info }

// Programme gives kinds, stakeholders and lists.
func (s *Session) Programme() Programme { return s.programme }

// Entry finds an entry, withdrawn ones included.
func (s *Session) Entry(id ID) (Entry, bool) {
	e := s.entries[id]
	if e == nil {
		return Entry{}, false
	}
	return *e, true
}

// Writes are the operations that wrote to an entry, undone ones included.
func (s *Session) Writes(id ID) (keys []Key) {
	for _, o := range s.operations {
		if o.Entity == id {
			keys = append(keys, o.Key)
		}
	}
	return keys
}

// Cell gives the entries of a stakeholder and kind in reading order, without
// the withdrawn ones.
func (s *Session) Cell(stakeholder, kind string) []Entry {
	cell := s.cells[cellKey{stakeholder, kind}]
	out := make([]Entry, len(cell))
	for i, e := range cell {
		out[i] = *e
	}
	return out
}

// Place is the index of an entry in its cell, -1 when it isn't in one.
func (s *Session) Place(id ID) int {
	e := s.entries[id]
	if e == nil {
		return -1
	}
	return slices.Index(s.cells[cellKey{e.Stakeholder, e.Kind}], e)
}

// ToCheck counts a stakeholder's entries that are still to be checked.
func (s *Session) ToCheck(stakeholder string) int {
	n := 0
	for k, cell := range s.cells {
		if k.stakeholder != stakeholder {
			continue
		}
		for _, e := range cell {
			if e.Status == ToCheck {
				n++
			}
		}
	}
	return n
}

// Count counts a stakeholder's entries, without the withdrawn ones.
func (s *Session) Count(stakeholder string) int {
	n := 0
	for k, cell := range s.cells {
		if k.stakeholder == stakeholder {
			n += len(cell)
		}
	}
	return n
}

// Len counts all entries, without the withdrawn ones.
func (s *Session) Len() int {
	n := 0
	for _, cell := range s.cells {
		n += len(cell)
	}
	return n
}

// Entries gives all entries in the order in which they were said, withdrawn
// ones included.
func (s *Session) Entries() []Entry {
	sorted := slices.SortedFunc(maps.Values(s.entries), func(a, b *Entry) int {
		return cmp.Or(a.Created.Compare(b.Created), compareCodes(a.Code, b.Code), compareIDs(a.ID, b.ID))
	})
	out := make([]Entry, len(sorted))
	for i, e := range sorted {
		out[i] = *e
	}
	return out
}

// compareCodes sorts A9 before A10.
func compareCodes(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

func compareIDs(a, b ID) int { return slices.Compare(a[:], b[:]) }

func readingOrder(a, b *Entry) int {
	return cmp.Or(strings.Compare(a.position, b.position), compareCodes(a.Code, b.Code), compareIDs(a.ID, b.ID))
}

// rebuild makes every derived view anew.
func (s *Session) rebuild() {
	clear(s.entries)
	clear(s.cells)
	block := make([]Entry, 0, len(s.lines)) // one allocation for all, which doesn't move
	var given []numbered
	f := folder{session: s}
	for _, line := range s.lines {
		line.twin = 0
		e, n := f.look(line), numbered{line: line}
		if !e.empty() {
			block = append(block, s.entryOf(e))
			n.shown = &block[len(block)-1]
			s.add(n.shown)
		}
		if n.birth = e.born(); n.code != "" && len(s.logs) > 1 {
			given = append(given, n)
		}
	}
	s.tellApart(given)
	for _, cell := range s.cells {
		slices.SortFunc(cell, readingOrder)
	}
	s.readLists()
}

// entryOf is what an entity amounts to. A line that was joined into one which is
// no longer there, because taking that in was undone elsewhere, isn't withdrawn:
// nothing else says what it says.
func (s *Session) entryOf(e *entity) Entry {
	out := s.asWritten(e)
	if into := out.Joined; into != (ID{}) {
		s.intoThese[into] = true
		if !s.there(into) {
			out.Joined, out.Withdrawn = ID{}, false
		}
	}
	return out
}

// there tells whether an entity is a line that is there, withdrawn or not.
func (s *Session) there(id ID) bool {
	e := s.entities[id]
	return e != nil && e.typ == typeEntry && !(&folder{session: s}).look(e).empty()
}

// asWritten is an entity by its own fields. Where somebody wrote to a line whose
// capture was undone on another laptop, the line is there again as it was
// captured, with what was written: an edit wins from an undo as from a withdrawal.
func (s *Session) asWritten(e *entity) Entry {
	out := e.entry()
	born := e.born()
	if out.Code != "" || born.code == "" {
		return out
	}
	captured, err := s.lookup(born.made).body()
	if err != nil {
		return out
	}
	again := *e
	again.registers = slices.Clone(e.registers)
	for _, w := range captured.Sets {
		if again.shown(w.Field) == nil {
			r := again.writable(w.Field)
			r.heads = []head{{key: born.made, value: w.Value}}
		}
	}
	return again.entry()
}

func (s *Session) add(e *Entry) {
	s.entries[e.ID] = e
	if !e.Withdrawn {
		k := cellKey{e.Stakeholder, e.Kind}
		s.cells[k] = append(s.cells[k], e)
	}
}

// refresh updates the views of one entity and says what changed.
func (s *Session) refresh(e *entity) []Change {
	switch e.typ {
	case typeEntry:
		return s.refreshEntry(e)
	case typeSession, typeVersion:
		s.readLists()
		return []Change{SessionChanged{}}
	case typeKind, typeStakeholder, typeItem, typeParticipant:
		s.readLists()
		return []Change{ProgrammeChanged{}}
	}
	return nil
}

// refreshEntry updates a line, and when it comes or goes those that were joined
// into it.
func (s *Session) refreshEntry(e *entity) []Change {
	_, before := s.entries[e.id]
	changes := s.refreshLine(e)
	if _, after := s.entries[e.id]; before == after || !s.intoThese[e.id] {
		return changes
	}
	f := folder{session: s}
	for _, line := range s.lines {
		if f.look(line).get(fieldWithdrawn) == e.id.String() {
			changes = append(changes, s.refreshLine(line)...)
		}
	}
	return changes
}

func (s *Session) refreshLine(e *entity) []Change {
	e = (&folder{session: s}).look(e)
	old := s.entries[e.id]
	if old != nil {
		s.remove(old)
	}
	if e.empty() {
		delete(s.entries, e.id)
		if old == nil {
			return nil
		}
		return []Change{EntryChanged{Before: *old}}
	}
	fresh := s.entryOf(e)
	s.add(&fresh)
	if k := (cellKey{fresh.Stakeholder, fresh.Kind}); !fresh.Withdrawn {
		cell := s.cells[k]
		last := len(cell) - 1
		i, _ := slices.BinarySearchFunc(cell[:last], &fresh, readingOrder)
		copy(cell[i+1:], cell[i:last])
		cell[i] = &fresh
	}
	if old == nil {
		return []Change{EntryAdded{fresh}}
	}
	return []Change{EntryChanged{*old, fresh}}
}

func (s *Session) remove(e *Entry) {
	k := cellKey{e.Stakeholder, e.Kind}
	cell := s.cells[k]
	if i := slices.Index(cell, e); i >= 0 {
		s.cells[k] = slices.Delete(cell, i, i+1)
	}
}
