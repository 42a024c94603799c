package ods

import (
	"fmt"
	"strconv"
	"strings"

	"oogst/export"
	"oogst/export/office"
)

// Widths in characters. A sheet of text has two columns: headings and labels
// stand out in the first, all running text is in the second.
const (
	labelWidth   = 26.0
	bodyWidth    = 96.0
	defaultWidth = 12.0
	filterButton = 3.0  // covers the end of a header
	perCharacter = 0.19 // cm, of Calibri 11
	aroundText   = 0.35 // cm, the padding of a cell
)

// column is a column of a sheet: its header and the width of its text.
type column struct {
	header string
	width  float64
}

// columns are those of a table, with unique headers that their columns hold
// without breaking a word.
func columns(t *export.Table) []column {
	out := make([]column, len(t.Columns))
	names := office.Names{}
	for i, c := range t.Columns {
		out[i] = column{names.Column(c.Title, i), c.Width}
		if c.Width <= 0 {
			out[i].width = defaultWidth
		}
		for word := range strings.FieldsSeq(out[i].header) {
			out[i].width = max(out[i].width, float64(len(word))+filterButton)
		}
	}
	return out
}

func (b *book) content(x *office.XML) error {
	x.Start("office:document-content", namespaces...)
	x.Start("office:automatic-styles")
	runs(x)
	widths := map[string]bool{}
	for _, s := range b.sheets {
		for _, c := range sheetColumns(s) {
			if name := columnStyle(c.width); !widths[name] {
				widths[name] = true
				x.Start("style:style", "style:name", name, "style:family", "table-column")
				x.Empty("style:table-column-properties", "style:column-width", strconv.FormatFloat(c.width*perCharacter+aroundText, 'f', 2, 64)+"cm")
				x.End(1)
			}
		}
	}
	x.Start("style:style", "style:name", "rij", "style:family", "table-row")
	x.Empty("style:table-row-properties", "style:use-optimal-row-height", "true")
	x.End(1)
	for _, p := range office.Papers {
		x.Start("style:style", "style:name", "blad-"+pageName(p), "style:family", "table", "style:master-page-name", pageName(p))
		x.Empty("style:table-properties", "table:display", "true", "style:writing-mode", "lr-tb")
		x.End(1)
	}
	x.End(1)
	x.Start("office:body")
	x.Start("office:spreadsheet")
	b.rules(x)
	ranges := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		last, err := b.sheet(x, s)
		if err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
		if s.Table != nil {
			ranges[i] = quoted(s.Name) + ".A1:" + quoted(s.Name) + "." + cellName(len(s.Table.Columns), last)
		}
	}
	b.filters(x, ranges)
	x.End(3)
	return nil
}

// filters make real tables of the ranges: with a name and buttons to filter.
func (b *book) filters(x *office.XML, ranges []string) {
	if strings.Join(ranges, "") == "" {
		return
	}
	x.Start("table:database-ranges")
	for i, s := range b.sheets {
		if ranges[i] != "" {
			x.Empty("table:database-range", "table:name", s.TableName, "table:target-range-address", ranges[i], "table:display-filter-buttons", "true")
		}
	}
	x.End(1)
}

func sheetColumns(s office.Sheet) []column {
	if s.Table != nil {
		return columns(s.Table)
	}
	return []column{{"", labelWidth}, {"", bodyWidth}}
}

func columnStyle(width float64) string {
	return "kolom-" + strconv.FormatFloat(width, 'f', -1, 64)
}

// sheet writes a sheet, and returns the last row of its table.
func (b *book) sheet(x *office.XML, s office.Sheet) (last int, err error) {
	paper := s.Paper()
	x.Start("table:table", "table:name", s.Name, "table:style-name", "blad-"+pageName(paper))
	defer x.End(1)
	x.Element("table:title", office.OneLine(s.Title))
	if s.Table != nil && s.Table.Summary != "" {
		x.Element("table:desc", office.OneLine(s.Table.Summary))
	}
	cols := sheetColumns(s)
	if len(cols) == 0 {
		return 0, fmt.Errorf("table %q has no columns", s.Table.Key)
	}
	total := 0.0
	for i, c := range cols {
		repeated := i == 0 && paper.Across > 1
		if repeated {
			x.Start("table:table-header-columns")
		}
		x.Empty("table:table-column", "table:style-name", columnStyle(c.width))
		if repeated {
			x.End(1)
		}
		total += c.width
	}
	out := &writer{x: x, width: total}
	if s.Table == nil {
		out.text(b.meta, s)
		return 0, b.steps.Err()
	}
	if last, err = b.table(out, s.Table, cols); err != nil {
		return 0, err
	}
	out.notes(b.meta, s, len(cols))
	return last, nil
}

// quoted is the name of a sheet in an address.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// cellName is a cell's place, such as "AB12".
func cellName(column, row int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters + strconv.Itoa(row)
}
