package model

import (
	"maps"
	"slices"
)

// Join makes one entry of several that say the same. Into gets the stakeholders
// of the others, their themes and their programme lines. The others are out of
// the harvest and stay in the file, each withdrawn with a pointer to Into; those
// that are withdrawn already are passed over.
type Join struct {
	Into    ID
	Entries []ID
}

func (c Join) drafts(s *Session) ([]draft, error) {
	result, others, err := c.Result(s)
	if err != nil || len(others) == 0 {
		return nil, err
	}
	into := draft{entity: c.Into, typ: typeEntry, verb: verbSet}
	// Who withdraws Into on another laptop, or joins it into one of the others,
	// doesn't know of this: as with an edit, the join wins. A value and not nil, so
	// that the line also stays where its capture is undone.
	into.put(fieldWithdrawn, new(string))
	add := func(field string) {
		if s.entity(c.Into).get(field) != set {
			into.text(field, set)
		}
	}
	for _, key := range result.Also {
		add(fieldAlso + key)
	}
	for _, key := range result.Themes {
		add(fieldTheme + key)
	}
	for _, f := range slices.Sorted(maps.Keys(result.Follow)) {
		if _, ok := f.Line(); ok {
			add(string(f))
		}
	}
	all := []draft{into}
	for _, e := range others {
		d := draft{entity: e.ID, typ: typeEntry, verb: verbSet}
		d.text(fieldWithdrawn, c.Into.String())
		all = append(all, d)
	}
	return all, nil
}

// Result gives Into as it would be, and the entries that it would take in.
func (c Join) Result(s *Session) (into Entry, others []Entry, err error) {
	into, ok := s.Entry(c.Into)
	switch {
	case !ok:
		return into, nil, ErrUnknownEntry
	case into.Withdrawn:
		return into, nil, ErrWithdrawn
	}
	also, themes := slices.Clone(into.Also), slices.Clone(into.Themes)
	into.Follow = maps.Clone(into.Follow)
	for i, id := range c.Entries {
		e, ok := s.Entry(id)
		switch {
		case !ok:
			return into, nil, ErrUnknownEntry
		case id == c.Into || e.Withdrawn || slices.Contains(c.Entries[:i], id):
			continue
		}
		others = append(others, e)
		also = append(append(also, e.Stakeholder), e.Also...)
		themes = append(themes, e.Themes...)
		for f, value := range e.Follow {
			if _, ok := f.Line(); ok {
				if into.Follow == nil {
					into.Follow = map[EntryField]string{}
				}
				into.Follow[f] = value
			}
		}
	}
	slices.Sort(also)
	into.Also = slices.DeleteFunc(slices.Compact(also), func(key string) bool { return key == Unassigned || key == into.Stakeholder })
	slices.Sort(themes)
	into.Themes = slices.Compact(themes)
	return into, others, nil
}

// JoinedInto gives the entries that were joined into one, in the order in which
// they were said.
func (s *Session) JoinedInto(id ID) []Entry {
	return slices.DeleteFunc(s.Entries(), func(e Entry) bool { return e.Joined != id })
}
