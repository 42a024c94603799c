package kit

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// HeatColumn is a column of a Heat.
type HeatColumn struct {
	Key, Letter, Title string
	Tone               fyne.ThemeColorName
}

// HeatRow is a row of a Heat: a number per column, and words at the end.
type HeatRow struct {
	Key, Name string
	Counts    []int
	Trail     []string
}

// Heat is a table of counts in which more is darker, always with the number.
// Arrow keys walk through the cells, Enter or a click opens one.
type Heat struct {
	control

	OnOpen func(row, column string)

	columns  []HeatColumn
	trail    []string // titles
	rows     []HeatRow
	row, col int
}

var (
	_ fyne.Widget        = (*Heat)(nil)
	_ fyne.Focusable     = (*Heat)(nil)
	_ fyne.Tappable      = (*Heat)(nil)
	_ desktop.Cursorable = (*Heat)(nil)
)

// NewHeat returns a table without rows.
func NewHeat() *Heat {
	h := &Heat{}
	h.ExtendBaseWidget(h)
	h.onKey = h.key
	return h
}

// Set changes the whole table; the chosen cell stays where it is.
func (h *Heat) Set(columns []HeatColumn, trail []string, rows []HeatRow) {
	h.columns, h.trail, h.rows = columns, trail, rows
	h.move(0, 0)
}

// Select chooses a cell.
func (h *Heat) Select(row, column string) {
	for i, r := range h.rows {
		if r.Key == row {
			h.row = i
		}
	}
	for i, c := range h.columns {
		if c.Key == column {
			h.col = i
		}
	}
	h.Refresh()
}

// Selected returns the chosen cell.
func (h *Heat) Selected() (row, column string) {
	if h.row >= len(h.rows) || h.col >= len(h.columns) {
		return "", ""
	}
	return h.rows[h.row].Key, h.columns[h.col].Key
}

// Cursor shows that cells can be clicked.
func (h *Heat) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped opens the cell under the pointer.
func (h *Heat) Tapped(e *fyne.PointEvent) {
	row := int((e.Position.Y - heatHead) / heatRow)
	col := int((e.Position.X - heatName) / h.cell())
	if e.Position.Y >= heatHead && row < len(h.rows) && e.Position.X >= heatName && col < len(h.columns) {
		h.row, h.col = row, col
		h.Refresh()
		h.open()
	}
}

func (h *Heat) key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyUp:
		h.move(-1, 0)
	case fyne.KeyDown:
		h.move(1, 0)
	case fyne.KeyLeft:
		h.move(0, -1)
	case fyne.KeyRight:
		h.move(0, 1)
	case fyne.KeyHome:
		h.move(-len(h.rows), 0)
	case fyne.KeyEnd:
		h.move(len(h.rows), 0)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.open()
	default:
		return false
	}
	return true
}

func (h *Heat) move(down, right int) {
	h.row = max(min(h.row+down, len(h.rows)-1), 0)
	h.col = max(min(h.col+right, len(h.columns)-1), 0)
	h.Refresh()
}

func (h *Heat) open() {
	if row, col := h.Selected(); h.OnOpen != nil && (row != "" || col != "") {
		h.OnOpen(row, col)
	}
}

// AccessibilityLabel is what a screen reader says.
func (h *Heat) AccessibilityLabel() string {
	if h.row >= len(h.rows) || h.col >= len(h.columns) {
		return ""
	}
	return spoken(h.rows[h.row].Name, h.columns[h.col].Title, heatNumber(h.rows[h.row].count(h.col)))
}

// AccessibilityRole is what a screen reader takes it for.
func (*Heat) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

func (r HeatRow) count(col int) int {
	if col >= len(r.Counts) {
		return 0
	}
	return r.Counts[col]
}

func heatNumber(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}

// The measures of a table.
const (
	heatHead  = 40
	heatRow   = 52
	heatName  = 156
	heatTrail = 64
	heatGap   = 6
	heatCell  = 64 // at least
)

// heatMost is how much of the deepest colour the fullest cell gets: text on it
// keeps a contrast of 7 in every palette.
const heatMost = 0.26

func (h *Heat) cell() float32 {
	room := h.Size().Width - heatName - heatTrail*float32(len(h.trail))
	return max(float32(int(room/float32(max(len(h.columns), 1)))), heatCell)
}

// CreateRenderer is called by Fyne.
func (h *Heat) CreateRenderer() fyne.WidgetRenderer {
	r := &heatRenderer{heat: h, ring: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type heatRenderer struct {
	parts
	heat *Heat
	ring *canvas.Rectangle
}

func (r *heatRenderer) MinSize() fyne.Size {
	h := r.heat
	return fyne.NewSize(heatName+heatCell*float32(len(h.columns))+heatTrail*float32(len(h.trail)), heatHead+heatRow*float32(len(h.rows))+heatGap)
}

func (r *heatRenderer) Layout(fyne.Size) { r.draw() }

func (r *heatRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.heat)
}

func (r *heatRenderer) draw() {
	r.parts = r.parts[:0]
	r.head()
	most := 1
	for _, row := range r.heat.rows {
		for _, n := range row.Counts {
			most = max(most, n)
		}
	}
	for i, row := range r.heat.rows {
		r.row(i, row, most)
	}
	r.parts = append(r.parts, r.ring)
}

func (r *heatRenderer) head() {
	h, p, cell := r.heat, pen{r.heat}, r.heat.cell()
	for i, c := range h.columns {
		left := heatName + cell*float32(i)
		title := r.text(p, c.Title, theme.Ink, theme.Note, true)
		shorten(title, cell-heatGap)
		set(title, left+heatGap/2, baseline(0, heatHead-heatGap, title.TextSize))
		r.box(left+heatGap/2, heatHead-heatGap, cell-heatGap, 3, p.color(c.Tone), 0)
	}
	trail := heatName + cell*float32(len(h.columns))
	for i, t := range h.trail {
		r.right(p, t, theme.Muted, theme.Note, trail+heatTrail*float32(i+1), 0, heatHead-heatGap)
	}
}

func (r *heatRenderer) row(i int, row HeatRow, most int) {
	h, p, cell := r.heat, pen{r.heat}, r.heat.cell()
	top := heatHead + heatRow*float32(i)
	name := r.text(p, row.Name, theme.Ink, theme.Body, true)
	shorten(name, heatName-2*heatGap)
	set(name, heatGap, baseline(top, heatRow, name.TextSize))
	for j := range h.columns {
		n, left := row.count(j), heatName+cell*float32(j)+heatGap/2
		heat := blend(p.color(theme.Surface), p.color(theme.Teal), heatMost*float64(n)/float64(most))
		r.box(left, top+heatGap/2, cell-heatGap, heatRow-heatGap, heat, p.size(theme.Corner))
		if i == h.row && j == h.col {
			p.ring(r.ring, h.focused)
			surround(r.ring, fyne.NewPos(left, top+heatGap/2), fyne.NewSize(cell-heatGap, heatRow-heatGap))
		}
		number := r.text(p, heatNumber(n), theme.Ink, theme.Lead, n > 0)
		set(number, left+(cell-heatGap-number.MinSize().Width)/2, baseline(top, heatRow, number.TextSize))
	}
	trail := heatName + cell*float32(len(h.columns))
	for j, t := range row.Trail {
		r.right(p, t, theme.Muted, theme.Body, trail+heatTrail*float32(j+1), top, heatRow)
	}
}

func (r *heatRenderer) text(p pen, words string, ink fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) *canvas.Text {
	t := canvas.NewText("", nil)
	p.write(t, words, ink, size, bold)
	r.parts = append(r.parts, t)
	return t
}

// right writes words that end at x.
func (r *heatRenderer) right(p pen, words string, ink fyne.ThemeColorName, size fyne.ThemeSizeName, x, top, height float32) {
	t := r.text(p, words, ink, size, false)
	set(t, x-t.MinSize().Width-heatGap, baseline(top, height, t.TextSize))
}

func (r *heatRenderer) box(x, y, width, height float32, fill color.Color, corner float32) {
	b := canvas.NewRectangle(fill)
	b.CornerRadius = corner
	if corner > 0 {
		b.StrokeColor, b.StrokeWidth = pen{r.heat}.color(theme.Line), pen{r.heat}.size(theme.Border)
	}
	place(b, x, y, width, height)
	r.parts = append(r.parts, b)
}

// blend mixes so much of the second colour into the first.
func blend(a, b color.Color, part float64) color.Color {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	mix := func(x, y uint32) uint8 { return uint8((float64(x)*(1-part) + float64(y)*part) / 257) }
	return color.NRGBA{R: mix(r1, r2), G: mix(g1, g2), B: mix(b1, b2), A: 0xff}
}
