package model

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// What becomes of a line: how a pilot idea meets the conditions of the
// programme, who takes it on and by when. Each is a field of the entry, so that
// two laptops, or the room and an official's sheet, don't overwrite each other.

// The kinds that have a table of their own in documents, by key.
const (
	KindPilotIdea = "pilotidea"
	KindAction    = "action"
)

// The fields of Follow, besides a condition. Lead is a function or an
// organisation; Due is a day as 2018-06-01, or as typed ("medio 2018").
const (
	EntryReason EntryField = "reason" // why it meets the conditions, or doesn't
	EntryLead   EntryField = "lead"
	EntryStep   EntryField = "step" // the first thing to do
	EntryDue    EntryField = "due"
	EntryState  EntryField = "state" // of an action: StateDone, or open
)

// StateDone is the state of an action that was carried out; "" is an open one.
const StateDone = "done"

// EntryCondition is the field that holds an entry against a condition; its
// value is a verdict.
func EntryCondition(key string) EntryField { return EntryField(fieldCondition + key) }

// Condition is the key of the condition that a field is about.
func (f EntryField) Condition() (key string, ok bool) {
	return strings.CutPrefix(string(f), fieldCondition)
}

// Verdicts say how a pilot idea meets a condition. The empty one is that it
// wasn't discussed.
const (
	VerdictNone   = ""
	VerdictYes    = "yes"
	VerdictPartly = "partly"
	VerdictNo     = "no"
)

// Verdicts lists them in the order in which people choose.
var Verdicts = []string{VerdictYes, VerdictPartly, VerdictNo, VerdictNone}

// Refusals of Follow.
var (
	ErrUnknownCondition = errors.New("no such condition")
	ErrUnknownVerdict   = errors.New("no such verdict")
)

// Follow notes what becomes of an entry: a verdict on a condition, or one of
// the fields above. An empty value takes it away. What was confirmed stays so:
// the words of the line are the same.
type Follow struct {
	Entry ID
	Field EntryField
	Value string
}

func (c Follow) drafts(s *Session) ([]draft, error) {
	value, err := s.followed(c.Field, c.Value)
	if err != nil {
		return nil, err
	}
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if e.Follow[c.Field] != value {
			d.text(string(c.Field), value)
		}
	})
}

// followed checks a value of a field of Follow.
func (s *Session) followed(f EntryField, value string) (string, error) {
	if key, ok := f.Condition(); ok {
		switch {
		case !s.hasCondition(key):
			return "", ErrUnknownCondition
		case !slices.Contains(Verdicts, value):
			return "", ErrUnknownVerdict
		}
		return value, nil
	}
	if !slices.Contains(followFields, f) || f == EntryState && value != "" && value != StateDone {
		return "", ErrUnknownVerdict
	}
	value = strip(value)
	if f != EntryReason {
		value = strings.ReplaceAll(value, "\n", " ")
	}
	if n := utf8.RuneCountInString(value); n > MaxText {
		return "", &TooLongError{n}
	}
	return value, nil
}

// followFields are those of every session, in the order in which they are told.
var followFields = []EntryField{EntryReason, EntryLead, EntryStep, EntryDue, EntryState}

func (s *Session) hasCondition(key string) bool {
	return slices.ContainsFunc(s.programme.Lists[ListConditions], func(c Item) bool { return c.Key == key })
}

// follows tells whether a field of an entity says what becomes of an entry.
func follows(field string) bool {
	return strings.HasPrefix(field, fieldCondition) || slices.Contains(followFields, EntryField(field))
}

// Judged tells whether the entry was held against any condition.
func (e Entry) Judged() bool {
	for f := range e.Follow {
		if _, ok := f.Condition(); ok {
			return true
		}
	}
	return false
}

// Follows tells whether a variant has a field of Follow. Everyone may know the
// verdicts, the first step and when; not who takes it on (a name fits in there),
// nor why, which is an opinion among those at the table.
func (v Variant) Follows(f EntryField) bool {
	return v != Public || f != EntryLead && f != EntryReason
}

// following is what becomes of the entry, as far as a variant has it.
func (e Entry) following(v Variant) map[EntryField]string {
	shown := maps.Clone(e.Follow)
	maps.DeleteFunc(shown, func(f EntryField, _ string) bool { return !v.Follows(f) })
	return shown
}
