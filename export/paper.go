package export

import (
	"slices"
	"strconv"
	"time"

	"oogst/model"
	"oogst/ui/text"
)

// Paper is what goes to people who have no program: forms to fill in by hand or
// beforehand, and a card with the keys. They aren't documents of a harvest: they
// hold no lines, and no mark.

const (
	// formRows is how many lines of a kind a form has room for: all of the
	// usual four fit on both sides of one sheet.
	formRows = 8
	// formRoom is the height of such a line, in points: what a hand needs.
	formRoom = 30
)

// NewForm makes the form of a stakeholder: on paper a table per kind with room
// to write, as a workbook the same lines to fill in beforehand. Each line has a
// number that says where it came from when it is typed in later.
func NewForm(info model.Info, p model.Programme, of model.Stakeholder, style Style, made time.Time) Report {
	r := Report{Meta: paperMeta(info, text.FormTitle(of.Name), style, made)}
	kinds := p.Columns()
	form := Section{Key: "form", Title: text.FormTitle(of.Name), Media: Pages, Blocks: []Block{
		Paragraph{Text: text.FormAbout}, Facts{Items: []Fact{{text.FormWho, text.FormDots}}},
	}}
	sheet := &Table{Key: "Inbreng", Summary: text.FormSheetAbout, Columns: []Column{
		{Key: "id", Title: text.ColumnNumber, Width: 8},
		{Key: "stakeholder", Title: text.ColumnRow, Width: 20, Choices: text.ColumnRow},
		{Key: "kind", Title: text.ColumnKind, Width: 18, Choices: text.ColumnKind},
		{Key: "text", Title: text.ColumnText, Width: 80},
		{Key: "note", Title: text.ColumnRemark, Width: 40},
	}}
	for _, k := range kinds {
		t := &Table{Key: "Formulier" + strconv.Itoa(len(form.Blocks)), Summary: text.FormTableAbout(k.Heading), Room: formRoom, Columns: []Column{
			{Key: "id", Title: text.ColumnNumber, Width: 6},
			{Key: "text", Title: k.Heading, Width: 94},
		}}
		for n := range formRows {
			number := k.Letter + strconv.Itoa(n+1)
			t.Rows = append(t.Rows, Row{Key: number, Cells: []Cell{{Text: number}, {}}})
			sheet.Rows = append(sheet.Rows, Row{Key: number, Cells: []Cell{{Text: number}, {Text: of.Name}, {Text: k.Name}, {}, {}}})
		}
		form.Blocks = append(form.Blocks, Heading{Level: 2, Text: k.Heading, Badge: k.Letter, Accent: accent(k.Accent)}, t)
	}
	b := builder{harvest: model.Harvest{Kinds: kinds, Stakeholders: p.Stakeholders}}
	r.Sections = []Section{
		form,
		{Key: "guide", Title: text.Guide, Media: Sheets, Blocks: []Block{Paragraph{Text: text.FormSheetHow}, Paragraph{Text: text.FormSheetMore}}},
		{Key: "entries", Title: text.Register, Media: Sheets, Landscape: true, Blocks: []Block{sheet}},
		b.formLists(),
	}
	return r
}

// formLists are the lists that a form's columns choose from.
func (b *builder) formLists() Section {
	s := b.lists()
	t := s.Blocks[0].(*Table)
	t.Rows = slices.DeleteFunc(t.Rows, func(r Row) bool { return r.Cells[0].Text != text.ColumnKind && r.Cells[0].Text != text.ColumnRow })
	return s
}

// NewKeyCard makes the card with the keys of a session, on one page: facts of a
// key and what it does.
func NewKeyCard(info model.Info, keys []Fact, style Style, made time.Time) Report {
	return Report{Meta: paperMeta(info, text.KeyCardTitle, style, made), Sections: []Section{{
		Key: "keys", Title: text.KeyCardTitle, Media: Pages,
		Blocks: []Block{Paragraph{Text: text.KeyCardAbout, Quiet: true}, Facts{Items: keys, Beside: true}},
	}}}
}

func paperMeta(info model.Info, title string, style Style, made time.Time) Meta {
	m := Meta{
		Title: title, Subtitle: info.Title, Organisation: info.Organisation, Language: "nl-NL",
		Created: made, Style: style, Leaflet: true,
	}
	if style.Organisation != "" {
		m.Organisation = style.Organisation
	}
	if date := text.Date(info.Date); date != "" {
		m.Facts = append(m.Facts, Fact{text.LabelDate, date})
	}
	if info.Place != "" {
		m.Facts = append(m.Facts, Fact{text.LabelPlace, info.Place})
	}
	if info.Fictional {
		m.Fictional = text.Fictional
	}
	return m
}
