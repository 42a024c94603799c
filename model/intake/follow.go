package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"oogst/model"
)

// What becomes of lines: verdicts on conditions, who takes a line on, by when.
// In a workbook of ours that stands on sheets of its own, with the codes.

// numbered is how a column of a condition may begin: "1. Flevolander staat centraal".
var numbered = regexp.MustCompile(`^\d+\. *`)

// meaning is what a column is about; "" when we don't know it. A condition's
// column has the key of its field.
func (r *reader) meaning(header string) string {
	name := fold(header)
	if c, ok := columns[name]; ok {
		return c
	}
	if r.follows && name == "toelichting" {
		return string(model.EntryReason)
	}
	if c, ok := r.conditions[name]; ok {
		return c
	}
	return r.conditions[numbered.ReplaceAllString(name, "")]
}

// learnLists gives each condition the names that its column may have, and each
// programme line those that a cell may.
func (r *reader) learnLists(p model.Programme) {
	r.conditions, r.lines = map[string]string{}, map[string]string{}
	for _, line := range p.Lists[model.ListLines] {
		for _, name := range []string{line.Key, line.Name, fmt.Sprintf("%d. %s", line.Number, line.Name)} {
			r.lines[fold(name)] = line.Key
		}
	}
	for _, c := range p.Lists[model.ListConditions] {
		field := string(model.EntryCondition(c.Key))
		// With its number too: two conditions may go by one name.
		for _, name := range []string{field, c.Name, fmt.Sprintf("%d. %s", c.Number, c.Name)} {
			r.conditions[fold(name)] = field
		}
	}
}

// followed are the fields of what becomes of a line that the table has a column
// for.
func (r *reader) followed(row Row) map[model.EntryField]string {
	out := map[model.EntryField]string{}
	for column := range r.column {
		f := model.EntryField(column)
		switch {
		case column == "lines":
			on := members(r.cell(row, column), r.lines, func(string) string {
				r.problem(UnknownLine, row, column)
				return ""
			})
			for _, key := range r.lines {
				out[model.EntryLine(key)] = ""
			}
			for _, key := range on {
				out[model.EntryLine(key)] = model.OnLine
			}
		case f == model.EntryReach:
			out[f] = lookup(r, row, column, reaches, UnknownReach)
		case isCondition(f), f == model.EntryPromising:
			out[f] = lookup(r, row, column, verdicts, UnknownVerdict)
		case f == model.EntryState:
			out[f] = lookup(r, row, column, states, UnknownState)
		case slices.Contains(follow, f):
			out[f] = r.limited(row, column)
		}
	}
	return out
}

// followSheet adds what a further sheet says to the lines of the register.
func (r *reader) followSheet(t Table) {
	if r.strange { // its codes are another session's
		r.result.Unread = append(r.result.Unread, t.Sheet)
		return
	}
	more := &reader{
		sheet: true, follows: true, guarded: r.guarded, entries: r.entries, codes: r.codes, seen: map[string]bool{},
		conditions: r.conditions, lines: r.lines,
	}
	rows, found := more.below(t, func() bool { return more.has("code") })
	if !found {
		r.problems = append(r.problems, Problem{Sheet: t.Sheet, Reason: NoHeader, Line: firstLine(t)})
		return
	}
	for column := range more.column {
		more.taken = append(more.taken, column)
	}
	at := map[string]int{}
	for i, line := range r.result.Lines {
		at[strings.ToUpper(line.Code)] = i
	}
	for _, row := range more.whole(rows) {
		code := strings.ToUpper(more.cell(row, "code"))
		if blank(row.Cells) || more.calculated(row) || !more.mayFollow(row, code) {
			continue
		}
		i, ok := at[code]
		if !ok {
			i = len(r.result.Lines)
			r.result.Lines = append(r.result.Lines, model.ReplyLine{Code: r.codes[code], Fields: map[model.EntryField]string{}})
		}
		for f, value := range more.followed(row) {
			r.result.Lines[i].Fields[f] = value
		}
	}
	for _, m := range t.Merged {
		more.problems = append(more.problems, Problem{Reason: Merged, Line: m.Last, Cell: m.Name})
	}
	for _, problem := range more.problems {
		problem.Sheet = t.Sheet
		r.problems = append(r.problems, problem)
	}
	r.result.Remarks += more.result.Remarks
}

// mayFollow tells whether a row is about a line that is there, once.
func (r *reader) mayFollow(row Row, code string) bool {
	switch {
	case code == "":
		r.problem(NewElsewhere, row, "code")
	case r.entries[code] == 0 && r.alone(row):
		r.result.Remarks++
	case r.entries[code] == 0:
		r.problem(UnknownCode, row, "code")
	case r.entries[code] > 1 || r.seen[code]:
		r.problem(DoubledCode, row, "code")
	default:
		r.seen[code] = true
		return true
	}
	return false
}

func isCondition(f model.EntryField) bool {
	_, ok := f.Condition()
	return ok
}

func firstLine(t Table) int {
	if len(t.Rows) == 0 {
		return 0
	}
	return t.Rows[0].Line
}
