package model

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"
)

// MaxText is the length of the longest line, in characters.
const MaxText = 8000

// Command is something a person does to a session. Do carries it out.
type Command interface {
	drafts(*Session) ([]draft, error)
}

// draft is an operation before it has a number, a time and a hash.
type draft struct {
	entity ID
	typ    string
	verb   string
	toEnd  bool // place it after all that is there
	writes []Write
}

func (d *draft) put(field string, value *string) {
	d.writes = append(d.writes, Write{Field: field, Value: value})
}

// writesField tells whether a field is among what is written.
func (d *draft) writesField(field string) bool {
	return slices.ContainsFunc(d.writes, func(w Write) bool { return w.Field == field })
}

// text sets a field, or takes it away when the value is empty.
func (d *draft) text(field, value string) {
	if value == "" {
		d.put(field, nil)
	} else {
		d.put(field, &value)
	}
}

// fill sets the fields that have a value: for a new entity.
func (d *draft) fill(pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			d.put(pairs[i], &pairs[i+1])
		}
	}
}

// Capture adds a line.
type Capture struct {
	Kind        string
	Stakeholder string // Unassigned when not known
	Text        string
	Status      Status
	Visibility  Visibility
	Certainty   Certainty
	Note        string
	Said        string // as found in the source, when that differs from Text
	Origin      string
	Also        []string // keys of other stakeholders that named it
	Themes      []string // names of themes; a new name makes a new theme
	Follow      map[EntryField]string
}

func (c Capture) drafts(s *Session) ([]draft, error) {
	d, err := c.add(s, false)
	if err != nil {
		return nil, err
	}
	return append(s.newThemes(c.Themes), d), nil
}

// add makes the draft; newKind says that the same step makes the kind.
func (c Capture) add(s *Session, newKind bool) (draft, error) {
	text, err := clean(c.Text)
	if err != nil {
		return draft{}, err
	}
	if err := s.checkPlace(c.Kind, c.Stakeholder); err != nil && !(newKind && errors.Is(err, ErrUnknownKind)) {
		return draft{}, err
	}
	note := strip(c.Note)
	if n := utf8.RuneCountInString(note); n > MaxText {
		return draft{}, &TooLongError{n}
	}
	d := draft{entity: newID(), typ: typeEntry, verb: verbAdd, toEnd: true}
	d.fill(
		fieldText, text, fieldKind, c.Kind, fieldStakeholder, c.Stakeholder,
		fieldStatus, string(c.Status), fieldVisibility, string(c.Visibility),
		fieldCertainty, string(c.Certainty), fieldNote, note,
		fieldSaid, strip(c.Said), fieldOrigin, strip(c.Origin),
	)
	for _, key := range c.Also {
		if _, ok := s.programme.Stakeholder(key); !ok {
			return draft{}, ErrUnknownStakeholder
		}
		d.text(fieldAlso+key, set)
	}
	for _, key := range s.themeKeys(c.Themes) {
		d.text(fieldTheme+key, set)
	}
	for _, f := range slices.Sorted(maps.Keys(c.Follow)) {
		value, err := s.followed(f, c.Follow[f])
		if err != nil {
			return draft{}, err
		}
		d.fill(string(f), value)
	}
	return d, nil
}

// Import adds lines that came from elsewhere: one step, all or nothing.
type Import []Capture

func (c Import) drafts(s *Session) ([]draft, error) {
	var all []draft
	for _, line := range c {
		d, err := line.drafts(s)
		if err != nil {
			return nil, err
		}
		all = append(all, d...)
	}
	return once(all), nil
}

// once leaves out what another draft adds already: a step writes a field once.
func once(drafts []draft) []draft {
	added := map[ID]bool{}
	return slices.DeleteFunc(drafts, func(d draft) bool {
		again := added[d.entity]
		added[d.entity] = true
		return again && d.typ == typeItem
	})
}

// Edit changes the text of an entry. An edit of a withdrawn entry brings it
// back: the words win from the withdrawal.
type Edit struct {
	Entry ID
	Text  string
}

func (c Edit) drafts(s *Session) ([]draft, error) {
	text, err := clean(c.Text)
	if err != nil {
		return nil, err
	}
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if e.Text != text {
			d.text(fieldText, text)
			d.put(fieldWithdrawn, nil)
			e.lapse(d)
		}
	})
}

// Move gives an entry another kind or stakeholder and places it last there.
type Move struct {
	Entry       ID
	Kind        string
	Stakeholder string
}

func (c Move) drafts(s *Session) ([]draft, error) {
	if err := s.checkPlace(c.Kind, c.Stakeholder); err != nil {
		return nil, err
	}
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if e.Kind != c.Kind {
			d.text(fieldKind, c.Kind)
		}
		if e.Stakeholder != c.Stakeholder {
			d.text(fieldStakeholder, c.Stakeholder)
			if e.Certainty != Stated {
				d.put(fieldCertainty, nil)
			}
		}
		if d.toEnd = len(d.writes) > 0; d.toEnd {
			e.lapse(d)
		}
	})
}

// Reorder places an entry after another of its cell; uuid.Nil places it first.
type Reorder struct{ Entry, After ID }

func (c Reorder) drafts(s *Session) ([]draft, error) {
	e := s.entries[c.Entry]
	if e == nil {
		return nil, ErrUnknownEntry
	}
	cell := slices.DeleteFunc(slices.Clone(s.cells[cellKey{e.Stakeholder, e.Kind}]),
		func(x *Entry) bool { return x.ID == c.Entry })
	i := slices.IndexFunc(cell, func(x *Entry) bool { return x.ID == c.After }) + 1
	if i == 0 && c.After != uuid.Nil {
		return nil, ErrUnknownEntry
	}
	var low, high string
	if i > 0 {
		low = cell[i-1].position
	}
	if i < len(cell) {
		high = cell[i].position
	}
	d := draft{entity: c.Entry, typ: typeEntry, verb: verbSet, toEnd: i == len(cell)}
	if !d.toEnd {
		d.text(fieldPosition, between(low, high))
	}
	return []draft{d}, nil
}

// Withdraw takes an entry out of the harvest. It stays in the file.
type Withdraw struct{ Entry ID }

func (c Withdraw) drafts(s *Session) ([]draft, error) {
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if !e.Withdrawn {
			d.text(fieldWithdrawn, set)
		}
	})
}

// Restore brings a withdrawn entry back.
type Restore struct{ Entry ID }

func (c Restore) drafts(s *Session) ([]draft, error) {
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if e.Withdrawn {
			d.put(fieldWithdrawn, nil)
		}
	})
}

// Mark sets the status of an entry.
type Mark struct {
	Entry  ID
	Status Status
}

func (c Mark) drafts(s *Session) ([]draft, error) {
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if e.Status != c.Status {
			d.text(fieldStatus, string(c.Status))
		}
	})
}

// Annotate sets the internal note of an entry.
type Annotate struct {
	Entry ID
	Note  string
}

func (c Annotate) drafts(s *Session) ([]draft, error) {
	note := strip(c.Note)
	if n := utf8.RuneCountInString(note); n > MaxText {
		return nil, &TooLongError{n}
	}
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if e.Note != note {
			d.text(fieldNote, note)
		}
	})
}

// change makes the draft of a command on one entry; none when edit wrote nothing.
func (s *Session) change(id ID, edit func(*Entry, *draft)) ([]draft, error) {
	e := s.entries[id]
	if e == nil {
		return nil, ErrUnknownEntry
	}
	d := draft{entity: id, typ: typeEntry, verb: verbSet}
	edit(e, &d)
	if len(d.writes) == 0 {
		return nil, nil
	}
	return []draft{d}, nil
}

func (s *Session) checkPlace(kind, stakeholder string) error {
	if _, ok := s.programme.Stakeholder(stakeholder); !ok && stakeholder != Unassigned {
		return ErrUnknownStakeholder
	}
	if _, ok := s.programme.Kind(kind); !ok {
		return ErrUnknownKind
	}
	return nil
}

// clean makes a line of what was typed or pasted, or refuses it.
func clean(text string) (string, error) {
	text = strip(text)
	if text == "" {
		return "", ErrEmptyText
	}
	if n := utf8.RuneCountInString(text); n > MaxText {
		return "", &TooLongError{n}
	}
	return text, nil
}

// strip drops what can't be seen: control characters, marks that turn the
// direction of text, bytes that are no text; and blanks at both ends. Line
// ends become \n, tabs become spaces.
func strip(text string) string {
	text = oneKindOfBreak.Replace(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || turnsText(r) {
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

var oneKindOfBreak = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\u2028", "\n", "\u2029", "\n")

// turnsText tells the bidirectional controls (Unicode Standard Annex 9, 2.1 to
// 2.6) and the byte order mark: they can make a line read as what it doesn't say.
func turnsText(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 ||
		r == 0x200E || r == 0x200F || r == 0x061C || r == 0xFEFF
}

// commit seals drafts as one step, and takes them in.
func (s *Session) commit(drafts []draft, undoes ID) error {
	fresh := s.seal(drafts, undoes)
	return s.take(fresh, len(fresh) > worthTelling)
}

// seal numbers, stamps and seals drafts as one step.
func (s *Session) seal(drafts []draft, undoes ID) []Operation {
	wall := s.now().UnixMilli()
	group, stamp := newID(), s.last
	number, log := s.captured, s.logs[s.device.Replica]
	seq, prev := int64(len(log)), [32]byte{}
	if seq > 0 {
		prev = s.operations[log[seq-1]].Hash
	}
	fresh := make([]Operation, len(drafts))
	for i, d := range drafts {
		stamp = stamp.after(wall)
		seq++
		if d.typ == typeEntry && d.verb == verbAdd {
			number++
			if !d.writesField(fieldCode) { // a copy keeps the numbers that people know
				d.text(fieldCode, code(s.device.Letter, number))
			}
		}
		if d.toEnd {
			d.text(fieldPosition, positionAt(stamp))
		}
		for j, w := range d.writes {
			d.writes[j].Base = s.entity(d.entity).heads(w.Field)
		}
		fresh[i] = Operation{
			Key:   Key{s.device.Replica, seq},
			Stamp: stamp, Wall: wall, Actor: s.device.Actor,
			Kind: d.typ + d.verb, Entity: d.entity, Group: group,
			Body: encodeBody(Body{Sets: d.writes, Undoes: undoes}),
		}
		fresh[i].seal(prev)
		prev = fresh[i].Hash
	}
	return fresh
}

// worthTelling is up to how many operations screens are told one by one; after
// more it is quicker to show everything anew.
const worthTelling = 8
