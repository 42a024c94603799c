package excel

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"oogst/export"
	"oogst/export/office"
)

// Widths in digits.
const (
	defaultWidth = 12.0
	filterButton = 2.5  // covers the end of a header
	boldFactor   = 1.06 // of bold text, beside regular
)

// table is an export.Table with what its sheet needs to know of the columns.
type table struct {
	*export.Table
	headers []string
	widths  []float64 // of the text in a column; the column has cellPadding more
}

func newTable(t *export.Table) table {
	headers := make([]string, len(t.Columns))
	widths := make([]float64, len(t.Columns))
	names := office.Names{}
	for i, column := range t.Columns {
		headers[i] = names.Column(column.Title, i)
		width := column.Width
		if width <= 0 {
			width = defaultWidth
		}
		for word := range strings.FieldsSeq(headers[i]) {
			width = max(width, (textWidth(word)+0.1)*boldFactor+filterButton)
		}
		widths[i] = min(width, excelize.MaxColumnWidth-cellPadding)
	}
	return table{t, headers, widths}
}

// writeTable writes the sheet of a table, and its notes below it.
func (b *book) writeTable(stream *excelize.StreamWriter, s office.Sheet) error {
	t := newTable(s.Table)
	if len(t.headers) == 0 {
		return fmt.Errorf("table %q has no columns", t.Key)
	}
	for i, width := range t.widths {
		if err := stream.SetColWidth(i+1, i+1, width+cellPadding); err != nil {
			return err
		}
	}
	err := stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	})
	if err != nil {
		return err
	}
	if err := b.writeHeader(stream, t); err != nil {
		return err
	}
	last, tooHigh, err := b.writeRows(stream, t)
	if err != nil {
		return err
	}
	if len(tooHigh) > 0 {
		s.Text = append([]export.Block{export.Paragraph{
			Text: "Te hoog om geheel te tonen, wel geheel in de cel: " + strings.Join(tooHigh, ", "),
		}}, s.Text...)
	}
	if err := b.writeNotes(stream, s, last+2, t.widths); err != nil {
		return err
	}
	corner, err := excelize.CoordinatesToCellName(len(t.headers), last)
	if err != nil {
		return err
	}
	banded := true
	return stream.AddTable(&excelize.Table{
		Range: "A1:" + corner, Name: s.TableName, StyleName: "TableStyleMedium2",
		ShowFirstColumn: true, ShowRowStripes: &banded,
	})
}

// headerWidth is the room that a header has in a column: text beside the
// button, and bold.
func headerWidth(width float64) float64 { return (width - filterButton) / boldFactor }

func (b *book) writeHeader(stream *excelize.StreamWriter, t table) error {
	cells := make([]any, len(t.headers))
	height := 1
	for i, header := range t.headers {
		cells[i] = excelize.Cell{StyleID: b.styles.header, Value: header}
		height = max(height, heightOf(header, headerWidth(t.widths[i])))
	}
	return setRow(stream, 1, cells, rowHeight(height)+rowPadding)
}

// writeRows writes the rows from row 2. It returns the number of the last one
// and the headers of those whose text is higher than Excel shows. A table
// without rows keeps the empty one that Excel wants.
func (b *book) writeRows(stream *excelize.StreamWriter, t table) (last int, tooHigh []string, err error) {
	n, cells := 1, newCells(len(t.Columns))
	for i, row := range t.Rows {
		if len(row.Cells) != len(t.Columns) {
			return 0, nil, fmt.Errorf("table %q: row %d has %d cells for %d columns", t.Key, i+1, len(row.Cells), len(t.Columns))
		}
		parts := t.parts(row)
		if hidden(parts) {
			tooHigh = append(tooHigh, office.Shorten(partText(parts[0][0]), maxCode))
		}
		for p := range rowsNeeded(parts) {
			n++
			height := b.fill(cells, t, row, parts, p)
			if err := setRow(stream, n, cells, height); err != nil {
				return 0, nil, err
			}
		}
		if err := b.steps.Done(1); err != nil {
			return 0, nil, err
		}
	}
	return max(n, 2), tooHigh, nil
}

// hidden says whether a row's text needs more height than a row can have.
func hidden(parts [][]part) bool {
	return len(parts[0]) > 0 && slices.ContainsFunc(slices.Concat(parts...), func(p part) bool { return p.height > maxLines })
}

// parts divides the text of a row over as many cells as it needs; cells of
// other kinds have none.
func (t table) parts(row export.Row) [][]part {
	parts := make([][]part, len(row.Cells))
	for i, cell := range row.Cells {
		width := t.widths[i]
		if i == 0 {
			width /= boldFactor
		}
		switch kind := t.Columns[i].Kind; {
		case kind == export.Lines && len(cell.Items) > 0:
			parts[i] = split(itemLines(cell.Items), width, maxLines)
		case kind == export.Lines:
			parts[i] = split([]line{{text: office.Clean(cell.Text)}}, width, maxLines)
		case kind == export.Text:
			parts[i] = split([]line{{text: office.Clean(cell.Text)}}, width, 0)
		}
	}
	return parts
}

func rowsNeeded(parts [][]part) int {
	n := 1
	for _, p := range parts {
		n = max(n, len(p))
	}
	return n
}

// newCells makes n cells for excelize's stream, to be filled row after row.
func newCells(n int) []any {
	cells, row := make([]excelize.Cell, n), make([]any, n)
	for i := range cells {
		row[i] = &cells[i]
	}
	return row
}

// fill puts row p of the rows that an export.Row takes in cells, and gives its
// height. A continuation repeats short text, so that filtering and sorting keep
// it with its row, but no count, so that sums stay right.
func (b *book) fill(cells []any, t table, row export.Row, parts [][]part, p int) (height float64) {
	lines := 1
	for i, cell := range row.Cells {
		kind := t.Columns[i].Kind
		var value any
		switch {
		case i == 0 && p > 0:
			value = b.continuedHeader(cell, kind, parts[0], p)
		case p < len(parts[i]):
			value = b.styles.value(parts[i][p].lines)
			lines = max(lines, parts[i][p].height)
		case kind == export.Text:
			value = b.styles.value(parts[i][0].lines)
			lines = max(lines, parts[i][0].height)
		case kind == export.Count && p == 0:
			value = cell.Number
		case kind == export.Date:
			value = day(cell.Time)
		case kind == export.Clock:
			value = clock(cell.Time)
		}
		*cells[i].(*excelize.Cell) = excelize.Cell{StyleID: b.styles.cell(kind, i == 0), Value: value}
	}
	return rowHeight(lines)
}

// continuedHeader is the first cell of row p of the rows that a row takes.
func (b *book) continuedHeader(cell export.Cell, kind export.CellKind, parts []part, p int) any {
	switch {
	case p < len(parts):
		return continued + " " + partText(parts[p])
	case len(parts) > 0:
		return continuation(partText(parts[0]), p)
	case kind == export.Count:
		return continuation(fmt.Sprint(cell.Number), p)
	default:
		return continued
	}
}

func partText(p part) string {
	texts := make([]string, len(p.lines))
	for i, l := range p.lines {
		texts[i] = l.String()
	}
	return strings.Join(texts, "\n")
}

// rowHeight is in points.
func rowHeight(lines int) float64 {
	return min(float64(lines)*lineHeight+rowPadding, maxHeight)
}

func setRow(stream *excelize.StreamWriter, n int, cells []any, height float64) error {
	at, err := excelize.CoordinatesToCellName(1, n)
	if err != nil {
		return err
	}
	return stream.SetRow(at, cells, excelize.RowOpts{Height: height})
}

func textWidth(s string) float64 {
	width := 0.0
	for _, r := range s {
		width += advance(r)
	}
	return width
}
