package model

import (
	"maps"
	"slices"
	"strings"
)

// EntryField names a field of an entry that others may correct on paper.
type EntryField string

// The fields of a correction, in the order in which they are told. Also holds
// keys of stakeholders and Themes names of themes, sorted and one on a line.
// Status is that of the entry, or StatusWithdrawn.
const (
	EntryText        EntryField = fieldText
	EntryKind        EntryField = fieldKind
	EntryStakeholder EntryField = fieldStakeholder
	EntryAlso        EntryField = "also"
	EntryThemes      EntryField = "themes"
	EntryStatus      EntryField = fieldStatus
	EntryNote        EntryField = fieldNote
)

// entryFields lists them all, with those that a session's own lists bring.
func (s *Session) entryFields() []EntryField {
	all := []EntryField{EntryText, EntryKind, EntryStakeholder, EntryAlso, EntryThemes, EntryStatus, EntryNote}
	for _, line := range s.programme.Lists[ListLines] {
		all = append(all, EntryLine(line.Key))
	}
	for _, c := range s.programme.Lists[ListConditions] {
		all = append(all, EntryCondition(c.Key))
	}
	return append(all, followFields...)
}

// StatusWithdrawn is how a correction says that an entry is withdrawn; an
// Entry itself has Withdrawn for that.
const StatusWithdrawn Status = "withdrawn"

// Reply is a register that came back: corrected lines by their code, and new ones.
type Reply struct {
	Mark  string // of the state that the register was made of; may be empty
	Lines []ReplyLine
	New   []Capture
}

// ReplyLine is what a register that came back says of one entry. Fields has
// the columns that the register has.
type ReplyLine struct {
	Code   string
	Fields map[EntryField]string
}

// Difference is a field that a correction sets to Theirs, where it is Ours.
type Difference struct {
	Entry        ID
	Code         string
	Field        EntryField
	Ours, Theirs string
}

// Correction is what a Reply would change.
type Correction struct {
	New       []Capture
	Changes   []Difference
	Conflicts []Difference // changed here too since the register was made
	Repeated  int          // new lines that were taken in before, from the same file
	Kept      int          // fields changed here only: those stay
	Missing   int          // entries that the register doesn't mention: those stay too
	BaseKnown bool         // false: it isn't known which state the register was made of, so each difference is a change
}

// Empty tells whether nothing would change.
func (c Correction) Empty() bool { return len(c.New)+len(c.Changes)+len(c.Conflicts) == 0 }

// Compare says what a reply would change. A field that was changed on one side
// only since the register was made is that side's; one that was changed on
// both sides is a conflict. The codes must be those of entries.
func (s *Session) Compare(r Reply) Correction {
	var c Correction
	c.New, c.Repeated = s.fresh(r.New)
	ours, mentioned, fields := s.byCode(), map[string]bool{}, s.entryFields()
	base, then := s.past(r.Mark), map[string]Entry{}
	if base != nil {
		c.BaseKnown, then = true, base.byCode()
	}
	for _, line := range r.Lines {
		e := ours[line.Code]
		mentioned[line.Code] = true
		now := s.values(e)
		was := now
		if old, ok := then[line.Code]; ok {
			was = base.values(old)
		}
		c.compare(fields, e, was, now, line.Fields)
	}
	for code, e := range ours {
		if !e.Withdrawn && !mentioned[code] {
			c.Missing++
		}
	}
	return c
}

// compare adds the differences of one line: three-way, field by field.
func (c *Correction) compare(fields []EntryField, e Entry, was, now, theirs map[EntryField]string) {
	var changes, conflicts []Difference
	kept := 0
	for _, f := range fields {
		value, told := theirs[f]
		set := f == EntryAlso || f == EntryThemes // merges without conflict
		if f == EntryAlso {
			owner := now[EntryStakeholder]
			if value, told := theirs[EntryStakeholder]; told {
				owner = value
			}
			value = JoinSet(slices.DeleteFunc(SplitSet(value), func(m string) bool { // it may still stand there
				return m == owner && !slices.Contains(SplitSet(now[f]), m)
			}))
		}
		if set {
			value = mergeSets(was[f], now[f], value)
		}
		d := Difference{e.ID, e.Code, f, now[f], value}
		switch oursChanged := !sameText(now[f], was[f]); {
		case told && sameText(value, now[f]):
		case !told || sameText(value, was[f]):
			if oursChanged {
				kept++
			}
		case oursChanged && !set:
			conflicts = append(conflicts, d)
		default:
			changes = append(changes, d)
		}
	}
	const gone = string(StatusWithdrawn)
	status := func(d Difference) bool { return d.Field == EntryStatus }
	i := slices.IndexFunc(changes, status)
	switch {
	case i >= 0 && changes[i].Theirs == gone && kept+len(conflicts) > 0: // withdrawn there, worked on here
		conflicts = append(conflicts, changes[i])
		changes = slices.Delete(changes, i, i+1)
	case now[EntryStatus] == gone && was[EntryStatus] != gone && len(changes) > 0 && !slices.ContainsFunc(conflicts, status): // the other way round
		conflicts = append(conflicts, Difference{e.ID, e.Code, EntryStatus, gone, was[EntryStatus]})
		kept--
	}
	c.Changes = append(c.Changes, changes...)
	c.Conflicts = append(c.Conflicts, conflicts...)
	c.Kept += kept
}

// fresh leaves out the lines that an earlier reading of the same file brought,
// whatever became of them since.
func (s *Session) fresh(lines []Capture) (fresh []Capture, repeated int) {
	there := map[[2]string]int{}
	for _, e := range s.entries {
		there[[2]string{e.Origin, e.Said}]++
	}
	for _, c := range lines {
		key := [2]string{strip(c.Origin), strip(cmpOr(c.Said, c.Text))}
		if there[key] > 0 && key[0] != "" {
			there[key]--
			repeated++
			continue
		}
		fresh = append(fresh, c)
	}
	return fresh, repeated
}

// values are the fields of an entry as a register has them.
func (s *Session) values(e Entry) map[EntryField]string {
	status := e.Status
	if e.Withdrawn {
		status = StatusWithdrawn
	}
	themes := make([]string, len(e.Themes))
	for i, key := range e.Themes {
		themes[i] = key
		if item, ok := s.theme(key); ok {
			themes[i] = item.Name
		}
	}
	values := map[EntryField]string{
		EntryText: e.Text, EntryKind: e.Kind, EntryStakeholder: e.Stakeholder,
		EntryAlso: JoinSet(e.Also), EntryThemes: JoinSet(themes), EntryStatus: string(status), EntryNote: e.Note,
	}
	maps.Copy(values, e.Follow)
	return values
}

func (s *Session) byCode() map[string]Entry {
	out := make(map[string]Entry, len(s.entries))
	for _, e := range s.entries {
		out[e.Code] = *e
	}
	return out
}

// sameText compares texts as a sheet holds them: without what can't be seen,
// and without the two code points that XML doesn't know.
func sameText(a, b string) bool { return a == b || inSheet(a) == inSheet(b) }

func inSheet(text string) string {
	return strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(strip(text))
}

// JoinSet makes a value of a set: sorted, one on a line.
func JoinSet(members []string) string {
	members = slices.Clone(members)
	slices.Sort(members)
	return strings.Join(slices.Compact(members), "\n")
}

// SplitSet gives the members of a set.
func SplitSet(value string) []string {
	return strings.FieldsFunc(value, func(r rune) bool { return r == '\n' })
}

// mergeSets gives ours with what theirs added to base, without what it left out.
func mergeSets(base, ours, theirs string) string {
	was, is, want := SplitSet(base), SplitSet(ours), SplitSet(theirs)
	is = slices.DeleteFunc(is, func(m string) bool { return slices.Contains(was, m) && !slices.Contains(want, m) })
	for _, m := range want {
		if !slices.Contains(was, m) {
			is = append(is, m)
		}
	}
	return JoinSet(is)
}
