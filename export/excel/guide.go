package excel

import (
	"github.com/xuri/excelize/v2"

	"oogst/export"
	"oogst/export/office"
)

// Widths in digits of the two columns of a text sheet: headings and labels
// stand out in the first, all running text is in the second. That keeps a
// reading line of bearable length without merged cells.
const (
	labelWidth = 26.0
	bodyWidth  = 96.0
)

// writer writes the rows of running text, one below the other.
type writer struct {
	stream *excelize.StreamWriter
	styles styles
	row    int       // that comes next
	widths []float64 // of the columns, in digits
	err    error
}

func (w *writer) put(height float64, cells ...any) {
	if w.err == nil {
		w.err = setRow(w.stream, w.row, cells, height)
		w.row++
	}
}

// writeText writes a sheet without a table. The first sheet of a workbook
// starts as its cover.
func (b *book) writeText(stream *excelize.StreamWriter, s office.Sheet) error {
	if err := stream.SetColWidth(1, 1, labelWidth+cellPadding); err != nil {
		return err
	}
	if err := stream.SetColWidth(2, 2, bodyWidth+cellPadding); err != nil {
		return err
	}
	w := &writer{stream: stream, styles: b.styles, row: 1, widths: []float64{labelWidth, bodyWidth}}
	if s.First {
		w.cover(b.meta, s.Text)
		w.heading(export.Heading{Level: 2, Text: s.Title})
	} else {
		w.across(office.OneLine(s.Title), w.styles.title, 20, 34)
	}
	for _, block := range s.Text {
		if err := b.steps.Err(); err != nil {
			return err
		}
		w.block(block)
	}
	return w.err
}

// cover writes the title, the warning that the content is made up, and those
// facts of the cover that the text of the sheet doesn't give itself.
func (w *writer) cover(m export.Meta, blocks []export.Block) {
	w.across(m.Title, w.styles.title, 20, 34)
	if m.Subtitle != "" {
		w.across(m.Subtitle, w.styles.subtitle, 12, 20)
	}
	if m.Fictional != "" {
		w.warning(m.Fictional)
	}
	for _, fact := range office.CoverFacts(m, blocks) {
		w.fact(fact)
	}
}

func (w *writer) block(block export.Block) {
	switch block := block.(type) {
	case export.Heading:
		w.heading(block)
	case export.Paragraph:
		style := w.styles.body
		if block.Quiet {
			style = w.styles.bodyQuiet
		}
		w.body("", []line{{text: office.Clean(block.Text)}}, style)
	case export.Facts:
		for _, fact := range block.Items {
			w.fact(fact)
		}
	case export.List:
		for _, l := range itemLines(block.Items) {
			w.body(l.code, []line{{text: l.text}}, w.styles.body)
		}
	}
}

// heading writes a heading with space above.
func (w *writer) heading(h export.Heading) {
	text := office.Join("  ", office.OneLine(h.Badge), office.OneLine(h.Text))
	if h.Level > 2 {
		w.across(text, w.styles.heading3, 12, 28)
		return
	}
	w.across(text, w.styles.heading2, 14, 36)
}

// warning writes a line on a coloured bar.
func (w *writer) warning(text string) {
	bar := make([]any, len(w.widths)-1)
	for i := range bar {
		bar[i] = excelize.Cell{StyleID: w.styles.warning}
	}
	w.across(text, w.styles.warning, 12, 24, bar...)
}

// across writes a line of text that shows over the empty cells beside it, and
// goes on in the next row where the sheet's columns end. Size is the font's.
func (w *writer) across(text string, style int, size, height float64, beside ...any) {
	width := 0.0
	for _, column := range w.widths {
		width += column
	}
	starts := displayLines(text, width*11/size/boldFactor)
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		w.put(height, append([]any{excelize.Cell{StyleID: style, Value: text[start:end]}}, beside...)...)
	}
}

func (w *writer) note(text string, style int) {
	w.across(office.OneLine(text), style, 11, rowHeight(1))
}

func (w *writer) fact(f export.Fact) {
	w.body(office.OneLine(f.Label), []line{{text: office.Clean(f.Value)}}, w.styles.body)
}

// body writes text in the second column, over more rows if it is very long.
func (w *writer) body(label string, lines []line, style int) {
	for i, p := range split(lines, bodyWidth, maxLines) {
		head := excelize.Cell{StyleID: w.styles.label}
		height := p.height
		if i == 0 && label != "" {
			head.Value = label
			height = max(height, heightOf(label, labelWidth/boldFactor))
		}
		w.put(rowHeight(height), head, excelize.Cell{StyleID: style, Value: w.styles.value(p.lines)})
	}
}

// writeNotes writes the text that goes with a table below it, from row n. A
// note stands in the first column and shows over the empty cells beside it, so
// it goes on in the next row where the table ends.
func (b *book) writeNotes(stream *excelize.StreamWriter, s office.Sheet, n int, widths []float64) error {
	w := &writer{stream: stream, styles: b.styles, row: n, widths: widths}
	if s.First && b.meta.Fictional != "" {
		w.warning(b.meta.Fictional)
	}
	for _, block := range s.Text {
		switch block := block.(type) {
		case export.Heading:
			w.heading(block)
		case export.Paragraph:
			style := w.styles.note
			if block.Quiet {
				style = w.styles.noteQuiet
			}
			w.note(block.Text, style)
		case export.Facts:
			for _, fact := range block.Items {
				w.note(fact.Label+": "+fact.Value, w.styles.note)
			}
		case export.List:
			for _, l := range itemLines(block.Items) {
				w.note(l.String(), w.styles.note)
			}
		}
	}
	return w.err
}
