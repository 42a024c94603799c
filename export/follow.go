package export

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"oogst/model"
	"oogst/ui/text"
)

// What becomes of the lines: pilot ideas held against the conditions, and the
// actions.

// judgedAtOnce is how many conditions a table on paper has beside each other;
// more go on in a next table.
const judgedAtOnce = 6

// conditionLength is how long the name of a condition is above a column on
// paper, in characters; the appendices have it whole.
const conditionLength = 70

// pilots are the lines that are, or were, held against the conditions.
func (b *builder) pilots() []model.Entry {
	return slices.DeleteFunc(slices.Clone(b.harvest.Entries), func(e model.Entry) bool {
		return e.Kind != model.KindPilotIdea && !e.Judged()
	})
}

// pilotSheet has a row per pilot idea and a column per condition, to fill in
// and to mail back.
func (b *builder) pilotSheet() []Section {
	conditions := b.harvest.Lists[model.ListConditions]
	t := &Table{Key: "Pilotideeen", Summary: text.PilotsSheet, Columns: []Column{
		{Key: "code", Title: text.ColumnCode, Width: 8},
		{Key: "stakeholder", Title: text.ColumnRow, Width: 18},
		{Key: "text", Title: text.ColumnPilot, Width: 50},
	}}
	for _, c := range conditions {
		t.Columns = append(t.Columns, Column{
			Key: string(model.EntryCondition(c.Key)), Title: text.Numbered(c.Number, c.Name), Width: 15, Choices: text.ColumnVerdict,
		})
	}
	t.Columns = append(t.Columns,
		Column{Key: string(model.EntryReason), Title: text.ColumnReason, Width: 40},
		Column{Key: string(model.EntryPromising), Title: text.ColumnPromise, Width: 14, Choices: text.ColumnVerdict},
		Column{Key: string(model.EntryLead), Title: text.ColumnLead, Width: 18},
		Column{Key: string(model.EntryStep), Title: text.ColumnStep, Width: 24},
		Column{Key: string(model.EntryDue), Title: text.ColumnDue, Width: 14},
	)
	t.Columns = b.shown(t.Columns)
	for _, e := range b.pilots() {
		row := Row{Key: e.ID.String(), Cells: []Cell{{Text: e.Code}, {Text: b.who(e)}, {Text: e.Text}}}
		for _, c := range t.Columns[3:] {
			value := e.Follow[model.EntryField(c.Key)]
			if c.Choices != "" {
				value = text.Verdict(value)
			}
			row.Cells = append(row.Cells, Cell{Text: value})
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Section{{Key: "pilots", Title: text.Pilots, Media: Sheets, Landscape: true, Blocks: []Block{t}}}
}

// shown leaves out the columns that the variant doesn't have: an empty one that
// comes back would say that there is nothing.
func (b *builder) shown(columns []Column) []Column {
	return slices.DeleteFunc(columns, func(c Column) bool { return !b.harvest.Variant.Follows(model.EntryField(c.Key)) })
}

// who are the stakeholders that named an entry.
func (b *builder) who(e model.Entry) string {
	if e.Stakeholder == model.Unassigned {
		return strings.Join(append([]string{text.Unassigned}, b.names(e.Also)...), ", ")
	}
	return strings.Join(b.names(append([]string{e.Stakeholder}, e.Also...)), ", ")
}

// pilotPages tell how pilot ideas meet the conditions, where that was discussed.
func (b *builder) pilotPages() []Section {
	pilots, conditions := b.pilots(), b.harvest.Lists[model.ListConditions]
	var follow List
	for _, e := range pilots {
		if item := (Item{Code: e.Code, Text: e.Follow[model.EntryReason], Remarks: b.plans(e)}); item.Text != "" || len(item.Remarks) > 0 {
			if item.Text == "" {
				item.Text, item.Remarks = strings.Join(item.Remarks, ". "), nil
			}
			follow.Items = append(follow.Items, item)
		}
	}
	var judged []model.Entry
	var others []string
	for _, e := range pilots {
		if e.Judged() {
			judged = append(judged, e)
		} else {
			others = append(others, e.Code)
		}
	}
	blocks := []Block{Paragraph{Text: text.PilotsAbout, Quiet: true}}
	if len(judged) > 0 {
		for part := range slices.Chunk(conditions, judgedAtOnce) {
			blocks = append(blocks, b.judged(judged, part))
		}
		if len(others) > 0 {
			blocks = append(blocks, Paragraph{Text: text.NotJudged(others)})
		}
	}
	if len(follow.Items) > 0 {
		blocks = append(blocks, Heading{Level: 2, Text: text.PilotsFollow}, follow)
	}
	if len(blocks) == 1 {
		return nil
	}
	return []Section{{Key: "pilots", Title: text.PilotsJudged, Media: Pages, Landscape: true, Accent: ink, Blocks: blocks}}
}

func (b *builder) judged(pilots []model.Entry, conditions []model.Item) *Table {
	t := &Table{Key: "Toets" + strconv.Itoa(conditions[0].Number), Summary: text.PilotsTable, Columns: []Column{
		{Key: "code", Title: text.ColumnCode, Width: 8},
		{Key: "stakeholder", Title: text.ColumnRow, Width: 16},
		{Key: "text", Title: text.ColumnPilot, Width: 38},
	}}
	for _, c := range conditions {
		t.Columns = append(t.Columns, Column{Key: c.Key, Title: text.Numbered(c.Number, shorten(c.Name, conditionLength)), Width: 15})
	}
	for _, e := range pilots {
		row := Row{Key: e.ID.String(), Cells: []Cell{{Text: e.Code}, {Text: b.who(e)}, {Text: shorten(e.Text, shortText)}}}
		for _, c := range conditions {
			row.Cells = append(row.Cells, Cell{Text: text.Verdict(e.Follow[model.EntryCondition(c.Key)])})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// plans are whether an entry is promising, who takes it on, what comes first, and
// by when.
func (b *builder) plans(e model.Entry) (out []string) {
	promising := ""
	if verdict := e.Follow[model.EntryPromising]; verdict != model.VerdictNone {
		promising = text.Verdict(verdict)
	}
	for _, f := range []Fact{
		{text.ColumnPromise, promising},
		{text.ColumnLead, e.Follow[model.EntryLead]},
		{text.ColumnStep, e.Follow[model.EntryStep]},
		{text.ColumnDue, text.Date(e.Follow[model.EntryDue])},
	} {
		if f.Value != "" {
			out = append(out, text.Labelled(f.Label, f.Value))
		}
	}
	return out
}

// actions are the lines of that kind, where there are any.
func (b *builder) actions(media Medium) []Section {
	t := &Table{Key: "Acties", Summary: text.ActionsAbout, Columns: b.shown([]Column{
		{Key: "code", Title: text.ColumnCode, Width: 8},
		{Key: "text", Title: text.ColumnAction, Width: 56},
		{Key: string(model.EntryLead), Title: text.ColumnLead, Width: 20},
		{Key: "stakeholder", Title: text.ColumnRow, Width: 20},
		{Key: string(model.EntryDue), Title: text.ColumnDue, Width: 16},
		{Key: string(model.EntryState), Title: text.ColumnState, Width: 12, Choices: text.ColumnState},
		{Key: "belongs", Title: text.ColumnBelongs, Width: 14},
	})}
	due, title := text.Date, text.ActionHeading
	if media == Sheets { // as typed, so that it comes back as it was
		due, title = func(typed string) string { return typed }, text.Actions
	}
	for _, e := range b.harvest.Entries {
		if e.Kind != model.KindAction {
			continue
		}
		values := map[string]string{
			"code": e.Code, "text": e.Text, "stakeholder": b.who(e), "belongs": strings.Join(b.named(e), ", "),
			string(model.EntryLead): e.Follow[model.EntryLead], string(model.EntryDue): due(e.Follow[model.EntryDue]),
			string(model.EntryState): text.State(e.Follow[model.EntryState]),
		}
		row := Row{Key: e.ID.String()}
		for _, c := range t.Columns {
			row.Cells = append(row.Cells, Cell{Text: values[c.Key]})
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Section{{Key: "actions", Title: title, Media: media, Landscape: true, Accent: ink, Blocks: []Block{t}}}
}

// named are the codes of other lines that the text of an entry names.
func (b *builder) named(e model.Entry) (codes []string) {
	words := strings.FieldsFunc(e.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, w := range words {
		if w != e.Code && b.codes[w] && !slices.Contains(codes, w) {
			codes = append(codes, w)
		}
	}
	return codes
}
