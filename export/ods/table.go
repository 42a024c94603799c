package ods

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"oogst/export"
	"oogst/export/office"
	"oogst/ui/text"
)

// mostLines is how many lines of captured items stand in one cell: what fits on
// a page. A program doesn't divide a row over two.
const mostLines = 40

// table writes the table of a sheet from A1, and returns its last row. A table
// without rows keeps an empty one, to filter and to fill.
func (b *book) table(w *writer, t *export.Table, cols []column) (last int, err error) {
	w.x.Start("table:table-header-rows")
	w.row()
	for _, c := range cols {
		w.cell("Kop", c.header)
	}
	w.x.End(2)
	last = 1
	for i, row := range t.Rows {
		if len(row.Cells) != len(t.Columns) {
			return 0, fmt.Errorf("table %q: row %d has %d cells for %d columns", t.Key, i+1, len(row.Cells), len(t.Columns))
		}
		parts := split(t, row)
		for p := range rowsOf(parts) {
			w.row()
			for c, cell := range row.Cells {
				w.rule = b.rule(t.Columns[c].Choices)
				w.value(t.Columns[c].Kind, c, p, cell, parts[c])
			}
			w.rule = ""
			w.x.End(1)
			last++
		}
		if err := b.steps.Done(1); err != nil {
			return 0, err
		}
	}
	if last == 1 {
		w.row()
		w.blank(len(cols))
		w.x.End(1)
		last++
	}
	return last, nil
}

// split divides the captured items of each cell over as many rows as they need.
func split(t *export.Table, row export.Row) [][][]export.Item {
	parts := make([][][]export.Item, len(row.Cells))
	for c, cell := range row.Cells {
		if t.Columns[c].Kind != export.Lines {
			continue
		}
		width := max(t.Columns[c].Width, 1)
		used := mostLines + 1
		for _, item := range cell.Items {
			for _, piece := range pieces(item, int(width*mostLines*3/4)) {
				lines := height(itemText(piece), width)
				if used+lines > mostLines {
					parts[c], used = append(parts[c], nil), 0
				}
				at := len(parts[c]) - 1
				parts[c][at] = append(parts[c][at], piece)
				used += lines
			}
		}
	}
	return parts
}

// pieces divides an item that is too long for any cell, after a word if it can.
func pieces(item export.Item, most int) []export.Item {
	rest := line(item)
	var out []export.Item
	for utf8.RuneCountInString(rest.Text) > most {
		head := string([]rune(rest.Text)[:most])
		if i := strings.LastIndexAny(head, " \n"); i > len(head)/2 {
			head = head[:i+1]
		}
		out = append(out, export.Item{Code: rest.Code, Text: head})
		rest = export.Item{Text: rest.Text[len(head):]}
	}
	return append(out, rest)
}

// line is an item with its remarks behind its text.
func line(i export.Item) export.Item {
	out := export.Item{Code: office.OneLine(i.Code), Text: office.Clean(i.Text)}
	if len(i.Remarks) > 0 {
		out.Text += " [" + office.Clean(strings.Join(i.Remarks, ", ")) + "]"
	}
	return out
}

func itemText(i export.Item) string { return office.Join("  ", i.Code, i.Text) }

// height is about how many lines a text takes.
func height(s string, width float64) (lines int) {
	for line := range strings.SplitSeq(s, "\n") {
		lines += 1 + int(float64(utf8.RuneCountInString(line))*1.1/width)
	}
	return lines
}

func rowsOf(parts [][][]export.Item) int {
	n := 1
	for _, p := range parts {
		n = max(n, len(p))
	}
	return n
}

// value writes one cell of row p of the rows that a row takes. A continuation
// repeats what one filters and sorts by, but no count, so that sums stay right.
func (w *writer) value(kind export.CellKind, column, p int, cell export.Cell, parts [][]export.Item) {
	style := kinds[kind]
	if column == 0 {
		style += heads
	}
	switch {
	case kind == export.Lines && p < len(parts):
		w.items(style, parts[p])
	case kind == export.Lines && len(parts) > 0, kind == export.Lines && p > 0, kind == export.Count && p > 0:
		w.typed(style, "", "", "", "")
	case kind == export.Count:
		w.typed(style, "float", "office:value", strconv.Itoa(cell.Number), strconv.Itoa(cell.Number))
	case (kind == export.Date || kind == export.Clock) && cell.Time.IsZero():
		w.typed(style, "", "", "", "")
	case kind == export.Date:
		w.typed(style, "date", "office:date-value", cell.Time.Format("2006-01-02"), cell.Time.Format("02-01-2006"))
	case kind == export.Clock:
		w.typed(style, "time", "office:time-value", cell.Time.Format("PT15H04M00S"), cell.Time.Format("15:04"))
	case column == 0 && p > 0:
		w.cell(style, cell.Text+" "+text.Continued)
	default:
		w.cell(style, cell.Text)
	}
}
