package pdf_test

import (
	"fmt"
	"strings"

	"oogst/export"
)

// hostile is text that has broken PDF writers.
var hostile = []string{
	"slot 🔒 (in the font), emoji 🎉 en 👩‍👩‍👧 en 🇳🇱 en 👍🏽", // above U+FFFF: gofpdf panics
	"\u202Eomgekeerd\u202C \u2066links\u2069",            // writing direction
	"half \xED\xA0\x80 surrogaat en \xFF\xFE los",        // invalid UTF-8
	"nul\x00 bel\x07 esc\x1B[31m rood",
	"regel een\nregel twee\r\nregel drie\u2028regel vier\u0085",
	"tab\ttab en \u00A0vast\u00A0wit en\u2003breed",
	"e\u0301e\u0301n losse accenten, \u0301 zonder letter, Z\u0351\u0352\u0353algo",
	strings.Repeat("x", 300),
	"https://www.flevoland.nl/" + strings.Repeat("a/b-c?d=e&f_", 30),
	`haakjes ( ) \ en \( \) en <tag> & "aanhaling" %PDF endobj endstream stream`,
	"العربية עברית 中文 日本語 ภาษาไทย",
	"privé \uE001 geen teken \uFFFE \uFDD0 \uFEFF",
	"   ",
	"\u200D\u200B\u00AD",
	"=1+1; @SUM(A1)",
	"\u010A\u0A0A\u0D0D\u280D", // codes that hold a line feed, a carriage return
}

// trial is a report that is hard to lay out.
func trial() export.Report {
	r := sample()
	r.Meta.Title = "Een bijzonder lange titel " + hostile[0] + " die niet op één regel van de kop past en dus moet worden ingekort, hoe dan ook"
	r.Meta.Fictional = ""
	var items []export.Item
	for i, h := range hostile {
		items = append(items, export.Item{Code: fmt.Sprintf("B%02d", i), Text: h, Remarks: []string{h}})
	}
	items = append(
		items, export.Item{Code: "C01", Text: long(8000)}, export.Item{Code: "", Text: "zonder nummer"},
		export.Item{Code: "C03"}, export.Item{}, export.Item{Code: strings.Repeat("code ", 40), Text: long(100)},
	)
	blocks := []export.Block{export.Heading{Level: 3, Text: "Kop van niveau 3 " + long(300), Badge: "IJ"}, export.List{Items: items}}
	for i, h := range hostile {
		blocks = append(blocks, export.Heading{Level: 1 + i%4, Text: h, Badge: h[:1], Accent: h}, export.Paragraph{Text: h})
	}
	blocks = append(blocks, export.Paragraph{Text: long(9000)}, export.List{}, export.Facts{}, &export.Table{})
	r.Sections = append(r.Sections, export.Section{Key: "h", Title: "Lastig " + hostile[0], Media: export.Pages, Blocks: blocks},
		export.Section{Key: "empty", Title: "Leeg", Media: export.Pages}, wide(), tall())
	for i := range 40 {
		r.Sections = append(r.Sections, export.Section{Title: fmt.Sprintf("Bijlage %d %s", i, long(7*i)), Media: export.Pages, Landscape: i%2 == 0})
	}
	return r
}

// wide is a table with more columns than fit well, and one without rows.
func wide() export.Section {
	t, row := &export.Table{Key: "Breed"}, export.Row{}
	for i := range 16 {
		t.Columns = append(t.Columns, export.Column{Title: fmt.Sprintf("Bovenlokaal %d", i), Width: float64(i % 5)})
		row.Cells = append(row.Cells, export.Cell{Text: hostile[i]})
	}
	t.Rows = []export.Row{row}
	return export.Section{
		Key: "wide", Title: "Breed", Media: export.Pages, Landscape: true,
		Blocks: []export.Block{t, export.Heading{Level: 2, Text: "Niets"}, &export.Table{Key: "Leeg", Columns: t.Columns[:3]}},
	}
}

// tall is a table with rows that are higher than a page.
func tall() export.Section {
	t := &export.Table{Key: "Hoog", Columns: []export.Column{{Title: "Gemeente", Width: 10}, {Title: "Inbreng", Width: 40, Kind: export.Lines}, {Title: "Tekst", Width: 30}}}
	for i := range 3 {
		t.Rows = append(t.Rows, export.Row{Cells: []export.Cell{
			{Text: fmt.Sprint("Noordoostpolder ", i)}, {Items: entries(40, i)}, {Text: long(200 * i)},
		}})
	}
	t.Rows = append(t.Rows, export.Row{Cells: []export.Cell{{Text: long(6000)}, {Items: []export.Item{{Code: "A1", Text: long(8000)}}}, {}}})
	return export.Section{Key: "tall", Title: "Hoog", Media: export.Pages, Blocks: []export.Block{export.Heading{Level: 2, Text: "Kop"}, t}}
}
