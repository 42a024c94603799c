package intake

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"oogst/model"
)

// Result is what a table says.
type Result struct {
	model.Reply
	Unread  []string // columns that aren't taken in, as the header has them
	Remarks int      // rows that hold no line: notes below the table
}

// Read makes a reply of a table. A row with a code is a correction of that
// entry, one without is a new line. In a session that has no entries yet, a
// register is another session's: all its rows are new lines. origin is noted with each new line that
// doesn't name its own.
func Read(t Table, p model.Programme, entries []model.Entry, origin string) (Result, error) {
	r, rows, err := newReader(t, p, entries, origin)
	if err != nil {
		return Result{}, err
	}
	for _, row := range r.whole(rows) {
		r.row(row)
	}
	for _, more := range t.Follow {
		r.followSheet(more)
	}
	for _, m := range t.Merged {
		if len(rows) > 0 && m.Last >= rows[0].Line {
			r.problems = append(r.problems, Problem{Reason: Merged, Line: m.Last, Cell: m.Name})
		}
	}
	n := len(r.result.Lines) + len(r.result.New)
	switch {
	case len(r.problems) > 0:
		return Result{}, &Error{t.Sheet, r.problems}
	case n == 0:
		return Result{}, refuse(Empty, 0)
	case n > MaxLines:
		return Result{}, refuse(TooManyLines, 0)
	}
	r.result.Mark = t.Mark
	return r.result, nil
}

// reader reads the rows of one table.
type reader struct {
	header       []string
	column       map[string]int
	sheet        bool
	follows      bool              // it is one: it says what becomes of lines
	conditions   map[string]string // columns of conditions by what a header may say
	lines        map[string]string // keys of programme lines by what a cell may say
	strange      bool              // its codes are another session's
	guarded      bool              // it may have been a CSV of ours once
	taken        []string          // columns that are taken in
	entries      map[string]int    // how often a code is there, in capitals
	codes        map[string]string // the codes as they are: "A14", and its twin "A14b"
	seen         map[string]bool
	kinds        map[string]string
	stakeholders map[string]string
	themes       map[string]string // their names by their names, folded
	origin       string
	result       Result
	problems     []Problem
}

// newReader finds the header, below any title, and gives the rows after it.
func newReader(t Table, p model.Programme, entries []model.Entry, origin string) (*reader, []Row, error) {
	if len(t.Rows) == 0 {
		return nil, nil, refuse(Empty, 0)
	}
	r := &reader{
		sheet: t.Sheet != "", guarded: t.Mark == "", strange: len(entries) == 0, origin: origin, entries: map[string]int{}, codes: map[string]string{}, seen: map[string]bool{},
		kinds: map[string]string{}, stakeholders: map[string]string{}, themes: map[string]string{},
	}
	r.learnLists(p)
	rows, found := r.below(t, func() bool { return r.has("text") && r.has("kind") })
	if !found {
		return nil, nil, &Error{t.Sheet, []Problem{{Reason: NoHeader, Line: t.Rows[0].Line}}}
	}
	r.learn(p, entries)
	return r, rows, nil
}

// below finds the header that serves, below any title, and gives the rows after it.
func (r *reader) below(t Table, serves func() bool) ([]Row, bool) {
	const titles = 10 // rows that may stand above the header
	for i, row := range t.Rows[:min(titles, len(t.Rows))] {
		if r.readHeader(row.Cells); serves() {
			return t.Rows[i+1:], true
		}
	}
	return nil, false
}

func (r *reader) readHeader(cells []string) {
	r.header, r.column = cells, map[string]int{}
	for i, name := range cells {
		if c := r.meaning(name); c != "" {
			if _, taken := r.column[c]; !taken {
				r.column[c] = i
			}
		}
	}
	if code, ok := r.column["code"]; ok && r.strange {
		delete(r.column, "code")
		r.column["id"] = code
	}
}

func (r *reader) has(column string) bool {
	_, ok := r.column[column]
	return ok
}

// learn collects the values that cells may have: what the programme names, and
// what lines from elsewhere name that it lacks.
func (r *reader) learn(p model.Programme, entries []model.Entry) {
	for _, e := range entries {
		r.entries[strings.ToUpper(e.Code)]++
		r.codes[strings.ToUpper(e.Code)] = e.Code
		r.kinds[fold(e.Kind)], r.stakeholders[fold(e.Stakeholder)] = e.Kind, e.Stakeholder
		for _, key := range e.Also {
			r.stakeholders[fold(key)] = key
		}
	}
	for _, k := range p.Kinds {
		for _, name := range []string{k.Key, k.Heading, k.Plural, k.Name} {
			r.kinds[fold(name)] = k.Key
		}
	}
	for _, s := range p.Stakeholders {
		for _, name := range []string{s.Key, s.Short, "gemeente " + s.Name, s.Name} {
			r.stakeholders[fold(name)] = s.Key
		}
	}
	r.stakeholders[""] = model.Unassigned
	r.stakeholders["nog niet toegewezen"] = model.Unassigned
	for _, t := range p.Lists[model.ListThemes] {
		r.themes[fold(t.Name)] = t.Name
	}
	r.taken = []string{"code", "kind", "text", "stakeholder", "also", "themes", "status", "note"}
	if !r.has("code") {
		r.taken = append(r.taken, "id", "certainty", "said", "origin")
	}
	for column := range r.column {
		if f := model.EntryField(column); column == "lines" || slices.Contains(follow, f) || isCondition(f) {
			r.taken = append(r.taken, column)
		}
	}
	for i, name := range r.header {
		c := r.meaning(name)
		if c == "code" && r.strange {
			c = "id"
		}
		if at, ok := r.column[c]; strings.TrimSpace(name) != "" && (!ok || at != i || !slices.Contains(r.taken, c)) {
			r.result.Unread = append(r.result.Unread, strings.TrimSpace(name))
		}
	}
}

// continued is how a workbook marks a row that goes on with the text of the
// row above, where that doesn't fit in a cell. What a correction is about
// always fits (model.MaxText is a quarter of a cell), so such a row only
// repeats it, maybe in its form before the correction.
var continued = regexp.MustCompile(`^(.+) \(vervolg(?: \d+)?\)$`)

// whole leaves out the rows that go on with the one above.
func (r *reader) whole(rows []Row) []Row {
	if !r.has("code") {
		return rows
	}
	last := ""
	return slices.DeleteFunc(slices.Clone(rows), func(row Row) bool {
		code := r.cell(row, "code")
		if m := continued.FindStringSubmatch(code); m != nil && m[1] == last {
			return true
		}
		last = code
		return false
	})
}

// row reads a row: a correction, a new line, or neither.
func (r *reader) row(row Row) {
	if blank(row.Cells) || r.calculated(row) {
		return
	}
	code := strings.ToUpper(r.cell(row, "code"))
	switch {
	case code == "" && r.unfilled(row):
	case code == "":
		r.result.New = append(r.result.New, r.capture(row))
	case r.entries[code] == 0 && r.alone(row):
		r.result.Remarks++
	case r.entries[code] == 0:
		r.problem(UnknownCode, row, "code")
	case r.entries[code] > 1 || r.seen[code]:
		r.problem(DoubledCode, row, "code")
	default:
		r.seen[code] = true
		r.result.Lines = append(r.result.Lines, model.ReplyLine{Code: r.codes[code], Fields: r.fields(row)})
	}
}

// unfilled tells a row of a form that nobody filled in: it has its number, and
// no more than what stood there when it was sent.
func (r *reader) unfilled(row Row) bool {
	for i, cell := range row.Cells {
		if strings.TrimSpace(cell) != "" && !slices.Contains([]string{"id", "stakeholder", "kind"}, r.meaning(r.headerOf(i))) {
			return false
		}
	}
	return r.cell(row, "id") != ""
}

func (r *reader) headerOf(column int) string {
	if column < len(r.header) {
		return r.header[column]
	}
	return ""
}

// calculated refuses formulas: what they show may be another thing tomorrow.
func (r *reader) calculated(row Row) bool {
	found := false
	for _, column := range r.taken {
		if i, ok := r.column[column]; ok && slices.Contains(row.Formulas, i) {
			r.problem(Formula, row, column)
			found = true
		}
	}
	return found
}

// alone tells whether a row has nothing but what stands under "code".
func (r *reader) alone(row Row) bool {
	for i, c := range row.Cells {
		if i != r.column["code"] && strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// fields are the fields of a correction that the table has a column for.
func (r *reader) fields(row Row) map[model.EntryField]string {
	out := map[model.EntryField]string{
		model.EntryText: r.text(row),
		model.EntryKind: lookup(r, row, "kind", r.kinds, UnknownKind),
	}
	if r.has("stakeholder") {
		out[model.EntryStakeholder] = lookup(r, row, "stakeholder", r.stakeholders, UnknownStakeholder)
	}
	if r.has("status") {
		out[model.EntryStatus] = string(lookup(r, row, "status", statuses, UnknownStatus))
	}
	if r.has("note") {
		out[model.EntryNote] = r.note(row)
	}
	if r.has("also") {
		out[model.EntryAlso] = model.JoinSet(r.also(row))
	}
	if r.has("themes") {
		out[model.EntryThemes] = model.JoinSet(r.themed(row))
	}
	maps.Copy(out, r.followed(row))
	return out
}

func (r *reader) also(row Row) []string {
	return members(r.cell(row, "also"), r.stakeholders, func(string) string {
		r.problem(UnknownStakeholder, row, "also")
		return ""
	})
}

// themed gives names of themes; one that isn't known is a new theme.
func (r *reader) themed(row Row) []string {
	return members(r.cell(row, "themes"), r.themes, func(name string) string { return name })
}

// members reads a cell with several names, commas between them. A name with
// some commas of its own is found as well, when it is known.
func members(cell string, known map[string]string, unknown func(string) string) []string {
	var out []string
	parts := strings.Split(cell, ",")
	for len(parts) > 0 {
		n := min(len(parts), 4)
		for n > 1 && known[fold(strings.Join(parts[:n], ","))] == "" {
			n--
		}
		name := strings.Join(strings.Fields(strings.Join(parts[:n], ",")), " ")
		value, ok := known[fold(name)]
		if !ok && name != "" {
			value = unknown(name)
		}
		if value != "" {
			out = append(out, value)
		}
		parts = parts[n:]
	}
	return out
}

func (r *reader) capture(row Row) model.Capture {
	id, origin := r.cell(row, "id"), r.cell(row, "origin")
	if origin == "" {
		origin = r.origin
	}
	if id != "" {
		origin += ", " + id
	}
	c := model.Capture{
		Text:        r.text(row),
		Note:        r.note(row),
		Said:        r.cell(row, "said"),
		Origin:      origin,
		Kind:        lookup(r, row, "kind", r.kinds, UnknownKind),
		Stakeholder: lookup(r, row, "stakeholder", r.stakeholders, UnknownStakeholder),
		Status:      lookup(r, row, "status", statuses, UnknownStatus),
		Certainty:   lookup(r, row, "certainty", certainties, UnknownCertainty),
		Also:        r.also(row),
		Themes:      r.themed(row),
		Follow:      r.followed(row),
	}
	if c.Status == model.StatusWithdrawn { // a new line can't be
		r.problem(UnknownStatus, row, "status")
	}
	return c
}

func (r *reader) text(row Row) string {
	text := r.cell(row, "text")
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		r.problem(EmptyText, row, "text")
	case n > model.MaxText:
		r.problem(TextTooLong, row, "text")
	}
	return text
}

func (r *reader) note(row Row) string { return r.limited(row, "note") }

// limited is the text of a cell that may be empty.
func (r *reader) limited(row Row, column string) string {
	text := r.cell(row, column)
	if utf8.RuneCountInString(text) > model.MaxText {
		r.problem(TextTooLong, row, column)
	}
	return text
}

// cell is the text of a cell, without the apostrophe that our CSV puts before
// what a spreadsheet would take for a formula. A workbook of ours has none.
func (r *reader) cell(row Row, column string) string {
	i, ok := r.column[column]
	if !ok || i >= len(row.Cells) {
		return ""
	}
	cell := strings.TrimSpace(row.Cells[i])
	if rest, ok := strings.CutPrefix(cell, "'"); ok && r.guarded {
		first := strings.TrimLeft(rest, "'")
		if c, _ := utf8.DecodeRuneInString(first); first != "" && strings.ContainsRune("=+-@＝＋－＠", c) {
			return rest
		}
	}
	return cell
}

func lookup[V any](r *reader, row Row, column string, known map[string]V, otherwise Reason) V {
	v, ok := known[fold(r.cell(row, column))]
	if !ok {
		r.problem(otherwise, row, column)
	}
	return v
}

func (r *reader) problem(reason Reason, row Row, column string) {
	p := Problem{Reason: reason, Line: row.Line, Column: column, Value: r.cell(row, column)}
	if i, ok := r.column[column]; ok {
		p.Column = r.header[i]
		if r.sheet {
			p.Cell = cellName(i, row.Line)
		}
	}
	if reason == TextTooLong {
		p.Value = ""
	}
	r.problems = append(r.problems, p)
}

// cellName names a cell as a spreadsheet does: column 27 of line 3 is "AB3".
func cellName(column, line int) string {
	letters := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.Itoa(line)
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

func fold(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(name)), " ")
}

// Corrects tells whether a table names a line that is there, by its code.
func Corrects(t Table, entries []model.Entry) bool {
	r := &reader{}
	rows, found := r.below(t, func() bool { return r.has("code") && r.has("text") })
	known := map[string]bool{}
	for _, e := range entries {
		known[strings.ToUpper(e.Code)] = true
	}
	return found && slices.ContainsFunc(rows, func(row Row) bool { return known[strings.ToUpper(r.cell(row, "code"))] })
}
