package docx

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"oogst/export"
	"oogst/export/office"
)

// table is a table with the widths of its columns on the page.
type table struct {
	*export.Table
	widths []int
	most   int // the highest count, where counts are shaded
}

// keptWhole is how many characters a row has at most that stands on one page;
// a longer one may not fit on any.
const keptWhole = 1500

// newTable divides the width of the page over the columns: as asked, but no
// column is narrower than the longest word of its header and row headers.
func newTable(t *export.Table, landscape bool) (*table, error) {
	page := papers[0].text()
	if landscape {
		page = papers[1].text()
	}
	out := &table{Table: t, widths: make([]int, len(t.Columns))}
	asked, total := make([]float64, len(t.Columns)), 0.0
	for i, c := range t.Columns {
		asked[i] = max(c.Width, longest(c.Title))
	}
	for i, row := range t.Rows {
		if len(row.Cells) != len(t.Columns) {
			return nil, fmt.Errorf("table %s, row %d: %d cells for %d columns", t.Key, i+1, len(row.Cells), len(t.Columns))
		}
		asked[0] = max(asked[0], longest(row.Cells[0].Text))
		for c, cell := range row.Cells {
			if t.Heat && t.Columns[c].Kind == export.Count {
				out.most = max(out.most, cell.Number)
			}
		}
	}
	for _, a := range asked {
		total += a
	}
	for i, a := range asked {
		out.widths[i] = int(a / total * float64(page))
	}
	return out, nil
}

// longest is about how wide the longest word of a bold text is, in characters.
func longest(s string) float64 {
	n := 0
	for word := range strings.FieldsSeq(office.Clean(s)) {
		n = max(n, utf8.RuneCountInString(word))
	}
	return float64(min(n, 40))*1.15 + 2
}

func (d *document) table(x *office.XML, t *table) error {
	x.Start("w:tbl")
	x.Start("w:tblPr")
	x.Empty("w:tblStyle", "w:val", tableStyle)
	x.Empty("w:tblW", "w:w", "5000", "w:type", "pct")
	x.Empty("w:tblLayout", "w:type", "fixed")
	x.Empty("w:tblLook", "w:val", "06A0", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "1", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	if summary := office.OneLine(t.Summary); summary != "" {
		x.Empty("w:tblDescription", "w:val", summary)
	}
	x.End(1)
	x.Start("w:tblGrid")
	for _, w := range t.widths {
		x.Empty("w:gridCol", "w:w", strconv.Itoa(w))
	}
	x.End(1)
	t.row(x, true, true, func(c int) []paragraph {
		return []paragraph{t.text(c, t.Columns[c].Title)}
	}, func(int) string { return "" })
	for _, row := range t.Rows {
		t.row(x, false, characters(row) <= keptWhole,
			func(c int) []paragraph { return t.cell(c, row.Cells[c]) },
			func(c int) string { return t.heat(c, row.Cells[c].Number) })
		if err := d.steps.Done(1); err != nil {
			return err
		}
	}
	x.End(1)
	return nil
}

// row writes a row. A header is repeated on each page, and a screen reader
// says it with the cells below it.
func (t *table) row(x *office.XML, header, whole bool, cell func(c int) []paragraph, ground func(c int) string) {
	x.Start("w:tr")
	x.Start("w:trPr")
	if whole {
		x.Empty("w:cantSplit")
	}
	if header {
		x.Empty("w:tblHeader")
	}
	x.End(1)
	for c := range t.Columns {
		x.Start("w:tc")
		x.Start("w:tcPr")
		x.Empty("w:tcW", "w:w", strconv.Itoa(t.widths[c]), "w:type", "dxa")
		if g := ground(c); g != "" {
			x.Empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", g)
		}
		x.End(1)
		for _, p := range cell(c) {
			p.write(x)
		}
		x.End(1)
	}
	x.End(1)
}

// cell makes the paragraphs of a cell; Word wants at least one.
func (t *table) cell(c int, cell export.Cell) []paragraph {
	switch t.Columns[c].Kind {
	case export.Count:
		return []paragraph{t.text(c, strconv.Itoa(cell.Number))}
	case export.Date:
		return []paragraph{t.text(c, moment(cell.Time, "02-01-2006"))}
	case export.Clock:
		return []paragraph{t.text(c, moment(cell.Time, "15:04"))}
	}
	if len(cell.Items) == 0 {
		return []paragraph{t.text(c, cell.Text)}
	}
	out := make([]paragraph, len(cell.Items))
	for i, item := range cell.Items {
		words := item.Text
		if len(item.Remarks) > 0 {
			words = office.Join(" ", words, "("+strings.Join(item.Remarks, "; ")+")")
		}
		out[i] = paragraph{style: "TableList", runs: []run{{text: office.OneLine(item.Code), style: "Code"}, {text: " " + words}}}
	}
	return out
}

func (t *table) text(c int, s string) paragraph {
	p := plain("TableText", s)
	p.right = t.Columns[c].Kind == export.Count
	return p
}

// heat is the ground of a shaded count: from nearly white to a light teal that
// ink still reads on at 7:1.
func (t *table) heat(c, n int) string {
	if t.Columns[c].Kind != export.Count || t.most == 0 || n <= 0 {
		return ""
	}
	part := float64(n) / float64(t.most)
	mix := func(from, to float64) int { return int(from + (to-from)*part) }
	return fmt.Sprintf("%02X%02X%02X", mix(0xF2, 0x9C), mix(0xF8, 0xCF), mix(0xF8, 0xD1))
}

func moment(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

func characters(row export.Row) (n int) {
	for _, c := range row.Cells {
		n += len(c.Text)
		for _, i := range c.Items {
			n += len(i.Text)
		}
	}
	return n
}
