package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"oogst/export"
	"oogst/export/pdf/tagged"
)

// grid is a table on its way to pages.
type grid struct {
	*layout
	table  *export.Table
	x      []float64 // left edge of each column, and the right edge of the last
	labels []float64 // width of the codes in a column of items
	head   [][]line  // the header row as it was drawn, to repeat
	most   int       // the highest count, where counts are shaded
}

const (
	padX = 6.0
	padY = 6.0
)

// table draws a table. A row that fits in half of the page is kept whole.
func (l *layout) table(t *export.Table) error {
	if len(t.Columns) == 0 {
		return nil
	}
	if t.Columns[0].Kind == export.Lines {
		return fmt.Errorf("table %s: the first column holds headers, not lists", t.Key)
	}
	for i, row := range t.Rows {
		if len(row.Cells) != len(t.Columns) {
			return fmt.Errorf("table %s, row %d: %d cells for %d columns", t.Key, i+1, len(row.Cells), len(t.Columns))
		}
	}
	g := &grid{layout: l, table: t}
	g.measure()
	e := l.sect.Add(tagged.Table)
	e.Summarise(t.Summary)
	g.top(e)
	if g.tall(g.head) > g.third() {
		return fmt.Errorf("table %s: its column titles fill more than a third of the page", t.Key)
	}
	if len(t.Rows) == 0 {
		g.begin(0)
		return nil
	}
	rows := e.Add(tagged.Rows)
	for i, row := range t.Rows {
		g.row(rows, row, i == 0)
		if err := l.steps.Done(1); err != nil {
			return err
		}
	}
	l.y += 6
	return nil
}

// top makes the header row.
func (g *grid) top(table *tagged.Elem) {
	if len(g.table.Rows) > 0 { // a THead without a TBody breaks PDF/UA
		table = table.Add(tagged.Head)
	}
	tr := table.Add(tagged.Row)
	for i, c := range g.table.Columns {
		lines := g.lines(tr.AddColumnHead(), headRow(), 0, g.inner(i), c.Title)
		g.head = append(g.head, g.align(i, lines))
	}
}

// begin draws the header row for the first time, where there is room for it and
// for the start of the first row.
func (g *grid) begin(first float64) {
	g.release(8 + g.tall(g.head) + first)
	if !g.fresh {
		g.y += 8
	}
	g.drawHead()
	for _, lines := range g.head {
		for i := range lines {
			for j := range lines[i].runs {
				lines[i].runs[j].elem = nil // from now on it is repeated
			}
		}
	}
}

func (g *grid) drawHead() {
	h := g.tall(g.head)
	g.doc.Artifact(tagged.Decoration, func() { g.doc.Rect(g.left, g.y, g.width, h, 0, g.main()) })
	g.drawCells(g.head)
	g.y += h
	g.fresh = false
}

// turn goes on on a new page.
func (g *grid) turn() {
	g.open(g.landscape)
	g.drawHead()
}

// row draws a row, over as many pages as it needs.
func (g *grid) row(rows *tagged.Elem, row export.Row, first bool) {
	cells := g.cells(rows.Add(tagged.Row), row)
	tall := max(g.tall(cells), g.table.Room)
	whole := tall <= (g.bottom-top)/2
	if first {
		need := tall
		if !whole {
			need = 2*padY + 3*cell().lead
		}
		g.begin(need)
	}
	onTop := first
	for {
		room := g.bottom - g.y - 2*padY
		if height := max(g.tall(cells), g.table.Room); height <= g.bottom-g.y {
			g.part(cells, height, row)
			return
		}
		if !onTop && (whole || room < 3*cell().lead) {
			g.turn()
			onTop = true
			continue
		}
		now, later := g.split(cells, room)
		g.part(now, g.tall(now), row)
		g.turn()
		onTop = true
		cells = g.again(row, later)
	}
}

// split takes from each cell the lines that fit in room; between two remarks,
// where there is one.
func (g *grid) split(cells [][]line, room float64) (now, later [][]line) {
	now, later = make([][]line, len(cells)), make([][]line, len(cells))
	for i, lines := range cells {
		n := 0
		for h := 0.0; n < len(lines); n++ {
			if h += lines[n].gap + lines[n].lead; h > room {
				break
			}
		}
		for at := n; at > 0 && at < len(lines); at-- {
			if lines[at].gap > 0 { // above a remark
				n = at
				break
			}
		}
		now[i], later[i] = lines[:n], lines[n:]
	}
	for _, lines := range later {
		if len(lines) > 0 {
			lines[0].gap = 0
		}
	}
	return now, later
}

// again repeats the header of a row that goes on, as an artifact.
func (g *grid) again(row export.Row, cells [][]line) [][]line {
	if len(cells[0]) > 0 {
		return cells
	}
	text := g.value(0, row.Cells[0])
	cells[0] = g.lines(nil, rowHead(), 0, g.inner(0), text+" "+g.words.Continued)
	if len(cells[0]) > 4 {
		cells[0] = g.lines(nil, rowHead(), 0, g.inner(0), g.words.Continued)
	}
	return cells
}

// part draws what there is of a row on this page.
func (g *grid) part(cells [][]line, height float64, row export.Row) {
	g.doc.Artifact(tagged.Decoration, func() {
		// Half a point lower, or it hides the line of the row above.
		g.doc.Rect(g.left, g.y+0.5, g.x[1]-g.left, height-0.5, 0, mist())
		for i, c := range g.table.Columns {
			if n := row.Cells[i].Number; c.Kind == export.Count && g.most > 0 && n > 0 {
				g.doc.Rect(g.x[i], g.y+0.5, g.x[i+1]-g.x[i], height-0.5, 0, heat(float64(n)/float64(g.most)))
			}
		}
		g.doc.Rect(g.left, g.y+height-0.6, g.width, 0.6, 0, sand())
	})
	g.drawCells(cells)
	g.y += height
}

func (g *grid) drawCells(cells [][]line) {
	for i, lines := range cells {
		g.draw(lines, g.x[i]+padX, g.y+padY)
	}
}

func (g *grid) tall(cells [][]line) (tallest float64) {
	for _, lines := range cells {
		tallest = max(tallest, height(lines))
	}
	return max(tallest, cell().lead) + 2*padY
}

func (g *grid) inner(i int) float64 { return g.x[i+1] - g.x[i] - 2*padX }

// cells makes the lines of each cell of a row.
func (g *grid) cells(tr *tagged.Elem, row export.Row) [][]line {
	cells := make([][]line, len(row.Cells))
	for i, c := range row.Cells {
		switch {
		case i == 0:
			cells[i] = g.lines(tr.Add(tagged.RowHead), rowHead(), 0, g.inner(i), g.value(i, c))
		case g.table.Columns[i].Kind == export.Lines && len(filled(c.Items)) > 0:
			cells[i] = g.itemLines(tr.Add(tagged.Cell), i, filled(c.Items))
		case g.table.Columns[i].Kind == export.Lines:
			cells[i] = g.lines(tr.Add(tagged.Cell), quietCell(), 0, g.inner(i), c.Text)
		default:
			cells[i] = g.align(i, g.lines(tr.Add(tagged.Cell), cell(), 0, g.inner(i), g.value(i, c)))
		}
	}
	return cells
}

// itemLines makes the lines of a cell with captured lines: remarks stand
// behind the text.
func (g *grid) itemLines(td *tagged.Elem, column int, items []export.Item) (lines []line) {
	list := td.Add(tagged.List)
	look := listing{label: cellCode(), text: cell(), gap: 2.5, between: padX}
	indent := g.labels[column]
	if indent > 0 {
		indent += look.between
	}
	for _, item := range items {
		if len(item.Remarks) > 0 {
			item.Text = join(" ", item.Text, "("+strings.Join(item.Remarks, "; ")+")")
			item.Remarks = nil
		}
		lines = append(lines, g.item(list, item, look, indent, g.inner(column))...)
	}
	lines[0].gap = 0
	return lines
}

// align moves numbers to the right.
func (g *grid) align(column int, lines []line) []line {
	if g.table.Columns[column].Kind != export.Count {
		return lines
	}
	for i := range lines {
		r := &lines[i].runs[0]
		r.x = g.inner(column) - g.doc.Width(r.font, strings.TrimRight(r.text, " "))
	}
	return lines
}

// value is the text of a cell without items.
func (g *grid) value(column int, c export.Cell) string {
	switch g.table.Columns[column].Kind {
	case export.Count:
		return strconv.Itoa(c.Number)
	case export.Date:
		return moment(c.Time, g.words.Day)
	case export.Clock:
		return moment(c.Time, g.words.Clock)
	}
	return c.Text
}

func moment(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

// measure divides the width of the page over the columns: as asked, but no
// column is narrower than the longest word of its header and row headers.
func (g *grid) measure() {
	columns := g.table.Columns
	asked, least := make([]float64, len(columns)), make([]float64, len(columns))
	g.labels = make([]float64, len(columns))
	for i, c := range columns {
		asked[i] = max(c.Width, 1)
		least[i] = g.longest(headRow().font, c.Title) + 2*padX + 0.1
		for _, row := range g.table.Rows {
			if i == 0 {
				least[i] = max(least[i], g.longest(rowHead().font, g.value(i, row.Cells[i]))+2*padX+0.1)
			}
			if g.table.Heat && c.Kind == export.Count {
				g.most = max(g.most, row.Cells[i].Number)
			}
			g.labels[i] = max(g.labels[i], g.labelWidth(row.Cells[i].Items, cellCode().font, g.width/12))
		}
		if g.labels[i] > 0 {
			least[i] = max(least[i], 2*g.labels[i]+4*padX)
		}
	}
	g.x = []float64{g.left}
	for i, w := range share(asked, least, g.width) {
		g.x = append(g.x, g.x[i]+w)
		g.labels[i] = min(g.labels[i], g.inner(i)/2) // where many columns share the page
	}
}

// longest is the width of the longest word, at most a quarter of the page.
func (g *grid) longest(f tagged.Font, text string) (widest float64) {
	for word := range strings.FieldsSeq(tagged.Clean(text)) {
		widest = max(widest, g.doc.Width(f, word))
	}
	return min(widest, g.width/4)
}

// share divides width as asked, and gives each column at least its least.
func share(asked, least []float64, width float64) []float64 {
	widths := make([]float64, len(asked))
	fixed := make([]bool, len(asked))
	for again := true; again; {
		again = false
		rest, total := width, 0.0
		for i := range asked {
			if fixed[i] {
				rest -= widths[i]
			} else {
				total += asked[i]
			}
		}
		for i := range asked {
			if fixed[i] {
				continue
			}
			if widths[i] = rest * asked[i] / total; widths[i] < least[i] {
				widths[i], fixed[i], again = least[i], true, true
			}
		}
	}
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	for i := range widths {
		widths[i] *= width / sum
	}
	return widths
}
