package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// What may be shown to the people in the room, on the beamer and while reading
// back. This is the one place that decides it.

// OnBeamer gives the entries of a stakeholder that the room may see, in reading
// order: kind by kind in the order of the overview. What is internal about an
// entry is left out, and who confirmed it, which may be a name.
func (s *Session) OnBeamer(stakeholder string) []Entry {
	var out []Entry
	for _, kind := range s.kindsOf(stakeholder) {
		for _, e := range s.cells[cellKey{stakeholder, kind}] {
			if Participants.Shows(e.Visibility) {
				shown := e.forOthers()
				shown.Confirmed.By = ""
				out = append(out, shown)
			}
		}
	}
	return out
}

// ReadBack counts the entries of a stakeholder that the room may see, and those
// of them that stand confirmed.
func (s *Session) ReadBack(stakeholder string) (confirmed, total int) {
	for k, cell := range s.cells {
		if k.stakeholder != stakeholder {
			continue
		}
		for _, e := range cell {
			if Participants.Shows(e.Visibility) {
				total++
				if e.Confirmed.Valid() {
					confirmed++
				}
			}
		}
	}
	return confirmed, total
}

// kindsOf gives the kinds of a stakeholder's entries in the order of the
// overview; those that the programme lacks (from a merge) come last.
func (s *Session) kindsOf(stakeholder string) []string {
	var order []string
	for _, k := range s.programme.Columns() {
		order = append(order, k.Key)
	}
	var kinds []string
	for k := range maps.Keys(s.cells) {
		if k.stakeholder == stakeholder {
			kinds = append(kinds, k.kind)
		}
	}
	slices.SortFunc(kinds, func(a, b string) int {
		return cmp.Or(place(order, a)-place(order, b), strings.Compare(a, b))
	})
	return kinds
}

// forOthers is the entry without what stays in the house.
func (e Entry) forOthers() Entry {
	e.Note, e.Said, e.Origin = "", "", ""
	return e
}

// Columns are the kinds in the order of the overview.
func (p Programme) Columns() []Kind {
	kinds := slices.Clone(p.Kinds)
	sortColumns(kinds, p.Overview)
	return kinds
}

func sortColumns(kinds []Kind, overview []string) {
	slices.SortStableFunc(kinds, func(a, b Kind) int {
		return place(overview, a.Key) - place(overview, b.Key)
	})
}
