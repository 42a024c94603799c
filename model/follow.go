package model

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// What is made of a line after it was said: which programme lines it is part of
// and how far it reaches, how a pilot idea meets the conditions of the programme,
// who takes it on and by when. Each is a field of the entry, so that two laptops,
// or the room and an official's sheet, don't overwrite each other.

// The kinds that have a table of their own in documents, by key.
const (
	KindPilotIdea = "pilotidea"
	KindAction    = "action"
)

// The fields of Follow, besides a condition and a programme line. Lead is a
// function or an organisation; Due is a day as 2018-06-01, or as typed ("medio 2018").
const (
	EntryReach     EntryField = "reach"     // one of Reaches
	EntryPromising EntryField = "promising" // the matchmaker's verdict of a pilot idea
	EntryReason    EntryField = "reason"    // why it meets the conditions, or doesn't
	EntryLead      EntryField = "lead"
	EntryStep      EntryField = "step" // the first thing to do
	EntryDue       EntryField = "due"
	EntryState     EntryField = "state" // of an action: StateDone, or open
)

// StateDone is the state of an action that was carried out; "" is an open one.
const StateDone = "done"

// Reaches are how far an entry reaches: in its own gemeente or beyond. The empty
// one is that nobody said so.
var Reaches = []string{ReachLocal, ReachSupraLocal, ""}

// The reaches that are said.
const (
	ReachLocal      = "local"
	ReachSupraLocal = "supralocal"
)

// EntryLine is the field that makes an entry part of a programme line, with the
// value OnLine.
func EntryLine(key string) EntryField { return EntryField(fieldLine + key) }

// OnLine is the value of EntryLine for an entry that is part of the line.
const OnLine = set

// Line is the key of the programme line that a field is about.
func (f EntryField) Line() (key string, ok bool) {
	return strings.CutPrefix(string(f), fieldLine)
}

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
	ErrUnknownLine      = errors.New("no such programme line")
	ErrUnknownVerdict   = errors.New("no such verdict")
)

// Follow notes what becomes of an entry: a programme line, a verdict on a
// condition, or one of the fields above. An empty value takes it away. What was
// confirmed stays so: the words of the line are the same.
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
		return s.chosen(ListConditions, key, ErrUnknownCondition, Verdicts, value)
	}
	if key, ok := f.Line(); ok {
		return s.chosen(ListLines, key, ErrUnknownLine, []string{OnLine, ""}, value)
	}
	value = strip(value)
	if !slices.Contains(followFields, f) || !allowed(f, value) {
		return "", ErrUnknownVerdict
	}
	if f != EntryReason {
		value = strings.ReplaceAll(value, "\n", " ")
	}
	if n := utf8.RuneCountInString(value); n > MaxText {
		return "", &TooLongError{n}
	}
	return value, nil
}

// chosen checks a value about a point of a list, one of a few.
func (s *Session) chosen(list, key string, unknown error, values []string, value string) (string, error) {
	switch {
	case !slices.ContainsFunc(s.programme.Lists[list], func(i Item) bool { return i.Key == key }):
		return "", unknown
	case !slices.Contains(values, value):
		return "", ErrUnknownVerdict
	}
	return value, nil
}

// allowed tells whether a field that has a few values may have this one.
func allowed(f EntryField, value string) bool {
	few := map[EntryField][]string{EntryState: {StateDone, ""}, EntryReach: Reaches, EntryPromising: Verdicts}[f]
	return few == nil || slices.Contains(few, value)
}

// followFields are those of every session, in the order in which they are told.
var followFields = []EntryField{EntryReach, EntryPromising, EntryReason, EntryLead, EntryStep, EntryDue, EntryState}

// follows tells whether a field of an entity says what becomes of an entry.
func follows(field string) bool {
	return strings.HasPrefix(field, fieldCondition) || strings.HasPrefix(field, fieldLine) || slices.Contains(followFields, EntryField(field))
}

// LinesOf gives the programme lines that an entry is part of, in their order.
func (p Programme) LinesOf(e Entry) (lines []Item) {
	for _, line := range p.Lists[ListLines] {
		if e.Follow[EntryLine(line.Key)] == OnLine {
			lines = append(lines, line)
		}
	}
	return lines
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
// programme lines, the reach, the verdicts, the first step and when; not who takes
// it on (a name fits in there), nor why, nor whether the matchmaker thinks it
// promising: those are opinions among those at the table.
func (v Variant) Follows(f EntryField) bool {
	return v != Public || !slices.Contains([]EntryField{EntryLead, EntryReason, EntryPromising}, f)
}

// following is what becomes of the entry, as far as a variant has it.
func (e Entry) following(v Variant) map[EntryField]string {
	shown := maps.Clone(e.Follow)
	maps.DeleteFunc(shown, func(f EntryField, _ string) bool { return !v.Follows(f) })
	return shown
}
