package model

import (
	"errors"
	"slices"
	"unicode/utf8"
)

// Choice says which side has its way in conflicts.
type Choice int

// The choices. Undecided refuses a correction with conflicts.
const (
	Undecided Choice = iota
	Ours
	Theirs
)

// Refusals of Correct.
var (
	ErrConflicts = errors.New("changed on both sides")
	ErrOutdated  = errors.New("changed since it was compared")
)

// Correct carries a correction out: all of it, as one step.
type Correct struct {
	Correction Correction
	Choice     Choice
}

func (c Correct) drafts(s *Session) ([]draft, error) {
	differences := slices.Clone(c.Correction.Changes)
	switch {
	case len(c.Correction.Conflicts) > 0 && c.Choice == Undecided:
		return nil, ErrConflicts
	case c.Choice == Theirs:
		differences = append(differences, c.Correction.Conflicts...)
	}
	fields := map[ID][]Difference{}
	var order []ID
	for _, d := range differences {
		if fields[d.Entry] == nil {
			order = append(order, d.Entry)
		}
		fields[d.Entry] = append(fields[d.Entry], d)
	}
	var all []draft
	for _, id := range order {
		more, err := s.correct(id, fields[id])
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	more, err := Import(c.Correction.New).drafts(s)
	return once(append(all, more...)), err
}

// correct makes the draft of one entry's differences, each field written once.
func (s *Session) correct(id ID, differences []Difference) ([]draft, error) {
	if s.entries[id] == nil {
		return nil, ErrUnknownEntry
	}
	now := s.values(*s.entries[id])
	for _, diff := range differences {
		if now[diff.Field] != diff.Ours {
			return nil, ErrOutdated
		}
	}
	var refused error
	var themes []draft
	drafts, err := s.change(id, func(e *Entry, d *draft) {
		for _, diff := range differences {
			refused = errors.Join(refused, s.set(e, d, diff))
			if diff.Field == EntryThemes {
				themes = s.newThemes(SplitSet(diff.Theirs))
			}
		}
		words := func(w Write) bool { return slices.Contains([]string{fieldText, fieldKind, fieldStakeholder}, w.Field) }
		place := func(w Write) bool { return words(w) && w.Field != fieldText }
		if d.toEnd = slices.ContainsFunc(d.writes, place); slices.ContainsFunc(d.writes, words) {
			e.lapse(d)
		}
	})
	return append(themes, drafts...), errors.Join(refused, err)
}

// set writes one difference.
func (s *Session) set(e *Entry, d *draft, diff Difference) (err error) {
	value := diff.Theirs
	switch diff.Field {
	case EntryText:
		if value, err = clean(value); err == nil {
			d.text(fieldText, value)
		}
	case EntryKind:
		d.text(fieldKind, value)
		if _, ok := s.programme.Kind(value); !ok {
			return ErrUnknownKind
		}
	case EntryStakeholder:
		d.text(fieldStakeholder, value)
		if e.Certainty != Stated {
			d.put(fieldCertainty, nil)
		}
		if _, ok := s.programme.Stakeholder(value); !ok && value != Unassigned {
			return ErrUnknownStakeholder
		}
	case EntryNote:
		value = strip(value)
		if n := utf8.RuneCountInString(value); n > MaxText {
			return &TooLongError{n}
		}
		d.text(fieldNote, value)
	case EntryStatus:
		if value == string(StatusWithdrawn) {
			d.text(fieldWithdrawn, set)
			return nil
		}
		if e.Withdrawn {
			d.put(fieldWithdrawn, nil)
		}
		if Status(value) != e.Status {
			d.text(fieldStatus, value)
		}
	case EntryAlso:
		s.setMembers(e.ID, d, fieldAlso, SplitSet(diff.Ours), SplitSet(value))
	case EntryThemes:
		s.setMembers(e.ID, d, fieldTheme, s.themeKeys(SplitSet(diff.Ours)), s.themeKeys(SplitSet(value)))
	default:
		if value, err = s.followed(diff.Field, value); err == nil {
			d.text(string(diff.Field), value)
		}
	}
	return err
}

// setMembers adds and takes away members of a set, each a field.
func (s *Session) setMembers(id ID, d *draft, prefix string, was, want []string) {
	for _, key := range was {
		if !slices.Contains(want, key) {
			d.put(prefix+key, nil)
		}
	}
	for _, key := range want {
		if s.entity(id).get(prefix+key) != set {
			d.text(prefix+key, set)
		}
	}
}
