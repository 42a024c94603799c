package kit

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"oogst/ui/theme"
)

// SlideTable is a table of counts: the higher a count, the deeper its colour,
// and the number says the same.
type SlideTable struct {
	Columns []SlideLine // Letter, Kind and Color are used
	Rows    []SlideRow
}

// SlideRow is one row of counts.
type SlideRow struct {
	Name   string
	Chosen bool
	Counts []int
}

// The measures of a table, in parts.
const (
	tableNames = 300 // room for the names
	tableHead  = 56
	tableBadge = 36
	tableRow   = 72 // at most
	tableGap   = 6
)

var tableSizes = []float32{22, 19, 17}

func (r *slideRenderer) table(size fyne.Size, t SlideTable) {
	u := r.unit
	left, right := u*slideEdge, size.Width-u*slideEdge
	width := (right - left - u*tableNames) / float32(max(len(t.Columns), 1))
	top := u*slideTop + r.tableHead(t.Columns, left+u*tableNames, width)
	height := min(u*tableRow, (size.Height-top-u*slideBottom)/float32(max(len(t.Rows), 1)))
	most := 0
	for _, row := range t.Rows {
		for _, n := range row.Counts {
			most = max(most, n)
		}
	}
	for i, row := range t.Rows {
		r.tableRow(row, most, left, top+float32(i)*height, width, height)
	}
}

// tableHead draws what stands above the columns, and returns its height. Names
// stand beside their badges, or all below them where one doesn't fit.
func (r *slideRenderer) tableHead(columns []SlideLine, left, width float32) (height float32) {
	u := r.unit
	y, indent, height := u*(slideTop+6), u*(tableBadge+9), u*tableHead
	base := baseline(y, u*tableBadge, u*tableSizes[0])
	for _, c := range columns {
		if r.measure(tableSizes[0], true).shape(c.Kind) > width-indent-u*12 {
			indent, height, base = 0, u*(tableHead+30), y+u*(tableBadge+24)
			break
		}
	}
	room, size := width-indent-u*12, tableSizes[0]
	for _, c := range columns {
		size = min(size, r.largest(c.Kind, true, room, tableSizes))
	}
	for i, c := range columns {
		x := left + float32(i)*width
		r.badge(c, tableBadge, x, y)
		r.write(r.measure(size, true).elide(c.Kind, room), theme.Ink, size, true, x+indent, base)
	}
	return height
}

func (r *slideRenderer) tableRow(row SlideRow, most int, left, y, width, height float32) {
	u := r.unit
	part := min(slideText, height*0.62/u)
	name := r.measure(part, row.Chosen).elide(row.Name, u*(tableNames-28))
	r.write(name, theme.Ink, part, row.Chosen, left, baseline(y, height, part*u))
	if row.Chosen {
		r.box(theme.Teal, left-u*20, y+u*tableGap/2, u*9, height-u*tableGap, 0)
	}
	for i, n := range row.Counts {
		x := left + u*tableNames + float32(i)*width
		fill, ink := heat(pen{r.slide}, n, most)
		cell := r.box(theme.Surface, x, y+u*tableGap/2, width-u*tableGap, height-u*tableGap, u*6)
		cell.FillColor, cell.StrokeColor, cell.StrokeWidth = fill, pen{r.slide}.color(theme.Line), 1
		words := fmt.Sprint(n)
		if n == 0 {
			words = "–"
		}
		end := r.measure(part, true).width(words)
		r.write(words, ink, part, true, x+(width-u*tableGap-end)/2, baseline(y, height, part*u))
	}
}

// tints are how much of the colour a count gets, in five steps up to the
// highest, which gets all of it. In between no tint goes so far that ink on it
// falls below 7:1; a test computes it.
var tints = [...]float64{0, 0.06, 0.12, 0.18}

// heat is the colour of a count, and of the number on it.
func heat(p pen, n, most int) (fill color.Color, ink fyne.ThemeColorName) {
	switch {
	case n == 0:
		return p.color(theme.Surface), theme.Muted
	case n*4 > most*3:
		return p.color(theme.Teal), theme.On(theme.Teal)
	}
	return mix(p.color(theme.Surface), p.color(theme.Teal), tints[min(1+n*4/max(most, 1), 3)]), theme.Ink
}

// mix puts so much of b in a.
func mix(a, b color.Color, part float64) color.Color {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	of := func(x, y uint32) uint8 { return uint8((float64(x)*(1-part) + float64(y)*part) / 0x101) }
	return color.NRGBA{R: of(ar, br), G: of(ag, bg), B: of(ab, bb), A: 0xff}
}
