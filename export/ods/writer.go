package ods

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"oogst/export"
	"oogst/export/office"
)

// writer writes rows, cells and text.
type writer struct {
	x     *office.XML
	width float64 // of all columns of the sheet, in characters
	rule  string  // what the cells that come next may hold; empty for anything
}

// dress is how a cell looks and what it may hold.
func (w *writer) dress(style string, attributes ...string) []string {
	if w.rule != "" {
		attributes = append(attributes, "table:content-validation-name", w.rule)
	}
	return append([]string{"table:style-name", id(style)}, attributes...)
}

func (w *writer) row() { w.x.Start("table:table-row", "table:style-name", "rij") }

// cell writes a cell of text; it stays text, also when it looks like a formula.
func (w *writer) cell(style, s string) {
	s = office.Clean(s)
	if s == "" {
		w.typed(style, "", "", "", "")
		return
	}
	w.x.Start("table:table-cell", w.dress(style, "office:value-type", "string")...)
	for line := range strings.SplitSeq(s, "\n") {
		w.x.Start("text:p")
		w.words(line)
		w.x.End(1)
	}
	w.x.End(1)
}

// items writes a cell with a paragraph for each captured line.
func (w *writer) items(style string, items []export.Item) {
	w.x.Start("table:table-cell", w.dress(style, "office:value-type", "string")...)
	for _, item := range items {
		for i, line := range strings.Split(item.Text, "\n") {
			w.x.Start("text:p")
			if i == 0 && item.Code != "" {
				w.x.Element("text:span", item.Code, "text:style-name", "nummer")
				line = "  " + line
			}
			w.words(line)
			w.x.End(1)
		}
	}
	w.x.End(1)
}

// typed writes a cell with a value, or an empty one.
func (w *writer) typed(style, kind, attribute, value, shown string) {
	if kind == "" {
		w.x.Empty("table:table-cell", w.dress(style)...)
		return
	}
	w.x.Start("table:table-cell", w.dress(style, "office:value-type", kind, attribute, value)...)
	w.x.Element("text:p", shown)
	w.x.End(1)
}

// blank writes n cells without anything.
func (w *writer) blank(n int) {
	w.x.Empty("table:table-cell", "table:number-columns-repeated", strconv.Itoa(n))
}

// words writes text of one line. OpenDocument makes one space of several, and
// none at the start of a paragraph, unless they are counted.
func (w *writer) words(s string) {
	for s != "" {
		n := strings.IndexAny(s, " \t")
		if n < 0 {
			w.x.Text(s)
			return
		}
		w.x.Text(s[:n])
		if s = s[n:]; s[0] == '\t' {
			w.x.Empty("text:tab")
			s = s[1:]
			continue
		}
		rest := strings.TrimLeft(s, " ")
		spaces := len(s) - len(rest)
		if n > 0 && rest != "" && rest[0] != '\t' { // within a text the first one counts
			w.x.Text(" ")
			spaces--
		}
		if spaces > 0 {
			w.x.Empty("text:s", "text:c", strconv.Itoa(spaces))
		}
		s = rest
	}
}

// text writes a sheet without a table. The first of a workbook starts as its
// cover.
func (w *writer) text(m export.Meta, s office.Sheet) {
	if s.First {
		w.cover(m, s.Text)
		w.across("Kop 2", s.Title, 14)
	} else {
		w.across("Titel", s.Title, 20)
	}
	for _, block := range s.Text {
		switch block := block.(type) {
		case export.Heading:
			w.heading(block)
		case export.Paragraph:
			w.body("", block.Text, quietly("Alinea", block.Quiet))
		case export.Facts:
			for _, fact := range block.Items {
				w.body(fact.Label, fact.Value, "Alinea")
			}
		case export.List:
			for _, item := range block.Items {
				w.body(item.Code, line(item).Text, "Alinea")
			}
		}
	}
}

// cover writes the title, the warning that the content is made up, and those
// facts that the text of the sheet doesn't give itself.
func (w *writer) cover(m export.Meta, blocks []export.Block) {
	w.across("Titel", m.Title, 20)
	w.across("Ondertitel", m.Subtitle, 12)
	w.across("Waarschuwing", m.Fictional, 12)
	for _, fact := range office.CoverFacts(m, blocks) {
		w.body(fact.Label, fact.Value, "Alinea")
	}
}

// notes writes the text that goes with a table below it, after one empty row.
func (w *writer) notes(m export.Meta, s office.Sheet, columns int) {
	warned := s.First && m.Fictional != ""
	if len(s.Text) == 0 && !warned {
		return
	}
	w.row()
	w.blank(columns)
	w.x.End(1)
	if warned {
		w.across("Waarschuwing", m.Fictional, 12)
	}
	for _, block := range s.Text {
		switch block := block.(type) {
		case export.Heading:
			w.heading(block)
		case export.Paragraph:
			w.across(quietly("Noot", block.Quiet), block.Text, 11)
		case export.Facts:
			for _, fact := range block.Items {
				w.across("Noot", office.Join(": ", fact.Label, fact.Value), 11)
			}
		case export.List:
			for _, item := range block.Items {
				w.across("Noot", itemText(line(item)), 11)
			}
		}
	}
}

func quietly(style string, quiet bool) string {
	if quiet {
		return style + " rustig"
	}
	return style
}

func (w *writer) heading(h export.Heading) {
	style, size := "Kop 2", 14.0
	if h.Level > 2 {
		style, size = "Kop 3", 12
	}
	w.across(style, office.Join(" ", h.Badge, h.Text), size)
}

// across writes text that shows over the empty cells beside it, in a next row
// where the sheet's columns end: merged cells would break sorting and reading
// aloud. Size is the font's, in points.
func (w *writer) across(style, s string, size float64) {
	most := int(w.width * 11 / size)
	for s = office.OneLine(s); s != ""; {
		head := s
		if utf8.RuneCountInString(s) > most {
			head = string([]rune(s)[:most])
			if i := strings.LastIndex(head, " "); i > 0 {
				head = head[:i+1]
			}
		}
		s = s[len(head):]
		w.row()
		w.cell(style, strings.TrimSuffix(head, " "))
		w.x.End(1)
	}
}

// body writes text in the second column.
func (w *writer) body(label, s, style string) {
	w.row()
	w.cell("Label", office.OneLine(label))
	w.cell(style, s)
	w.x.End(1)
}
