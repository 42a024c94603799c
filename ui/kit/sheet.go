package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// SheetItem is a text in a cell, with its number.
type SheetItem struct{ Number, Text string }

// SheetRow is a row of a Sheet: a name, and the texts of each column.
type SheetRow struct {
	Name  string
	Cells [][]SheetItem
}

// Sheet is a table of texts, a row per name and a column per kind, as on a
// slide. It draws what can be seen. Up, Down and the Page keys scroll.
type Sheet struct {
	control

	columns []HeatColumn
	rows    []sheetRow
	area    *sheetArea
	scroll  *container.Scroll
	width   float32
	body    *measure
}

// sheetRow is a row with its texts broken into lines.
type sheetRow struct {
	SheetRow
	top, height float32
	lines       [][]sheetLine // by column, from top to bottom
}

type sheetLine struct {
	y            float32
	number, text string
}

var (
	_ fyne.Widget    = (*Sheet)(nil)
	_ fyne.Focusable = (*Sheet)(nil)
)

// NewSheet returns an empty table.
func NewSheet() *Sheet {
	s := &Sheet{}
	s.ExtendBaseWidget(s)
	s.onKey = s.key
	s.area = &sheetArea{sheet: s}
	s.area.ExtendBaseWidget(s.area)
	s.scroll = container.NewVScroll(s.area)
	s.scroll.OnScrolled = func(fyne.Position) { s.area.Refresh() }
	return s
}

// Set changes the whole table and stays where one was reading.
func (s *Sheet) Set(columns []HeatColumn, rows []SheetRow) {
	s.columns, s.rows = columns, make([]sheetRow, len(rows))
	for i, r := range rows {
		s.rows[i].SheetRow = r
	}
	s.breakLines()
	s.Refresh()
}

func (s *Sheet) key(key fyne.KeyName) bool {
	page := s.scroll.Size().Height - sheetLead
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -2 * cardLine, fyne.KeyDown: 2 * cardLine, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -s.height(), fyne.KeyEnd: s.height(),
	}[key]
	if by == 0 {
		return false
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+by))
	s.area.Refresh()
	return true
}

// AccessibilityLabel is what a screen reader says: the names of the rows.
func (s *Sheet) AccessibilityLabel() string {
	var names []string
	for _, r := range s.rows {
		names = append(names, r.Name)
	}
	return spoken(names...)
}

// AccessibilityRole is what a screen reader takes it for.
func (*Sheet) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// The measures of a sheet.
const (
	sheetHead   = 34
	sheetLead   = 10 // above and below the texts of a row
	sheetName   = 128
	sheetNumber = 36 // before a text, for its number
	sheetApart  = 4  // between two texts
	sheetGap    = 16 // between columns, and between rows
)

func (s *Sheet) column() float32 {
	return float32(int((s.width - sheetName - sheetGap) / float32(max(len(s.columns), 1))))
}

func (s *Sheet) height() float32 {
	if len(s.rows) == 0 {
		return 0
	}
	last := s.rows[len(s.rows)-1]
	return last.top + last.height
}

// breakLines breaks all texts at the width of the columns: 2,000 take some
// milliseconds, as the widths of words are known.
func (s *Sheet) breakLines() {
	if px := (pen{s}).size(theme.Body); s.body == nil || s.body.size != px {
		s.body = newMeasure(px, false)
	}
	room, top := s.column()-sheetNumber-sheetGap, float32(0)
	for i := range s.rows {
		r := &s.rows[i]
		r.top, r.height, r.lines = top, 2*sheetLead+cardLine, make([][]sheetLine, len(r.Cells))
		for j, cell := range r.Cells {
			y := float32(sheetLead)
			for _, item := range cell {
				number := item.Number
				s.body.wrap(item.Text, max(room, sheetNumber), func(line string) bool {
					r.lines[j] = append(r.lines[j], sheetLine{y, number, line})
					number = ""
					y += cardLine
					return true
				})
				y += sheetApart
			}
			r.height = max(r.height, y-sheetApart+sheetLead)
		}
		top += r.height + sheetGap
	}
}

// CreateRenderer is called by Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{sheet: s, ring: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type sheetRenderer struct {
	parts
	sheet *Sheet
	ring  *canvas.Rectangle
}

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(sheetName+120, sheetHead+80) }

func (r *sheetRenderer) Layout(size fyne.Size) {
	s := r.sheet
	if s.width != size.Width {
		s.width = size.Width
		s.breakLines()
		r.write()
	}
	place(s.scroll, 0, sheetHead, size.Width, size.Height-sheetHead)
	surround(r.ring, fyne.NewPos(ringGap, sheetHead+ringGap), size.SubtractWidthHeight(2*ringGap, sheetHead+2*ringGap))
	s.scroll.Refresh()
}

// write writes the titles of the columns.
func (r *sheetRenderer) write() {
	s, p := r.sheet, pen{r.sheet}
	r.parts = parts{s.scroll}
	for i, c := range s.columns {
		left := sheetName + s.column()*float32(i)
		title := canvas.NewText("", nil)
		p.write(title, c.Title, theme.Ink, theme.Body, true)
		shorten(title, s.column()-sheetGap)
		set(title, left, baseline(0, sheetHead-8, title.TextSize))
		bar := canvas.NewRectangle(p.color(c.Tone))
		place(bar, left, sheetHead-8, s.column()-sheetGap, headBar)
		r.parts = append(r.parts, title, bar)
	}
	p.ring(r.ring, s.focused)
	r.parts = append(r.parts, r.ring)
}

func (r *sheetRenderer) Refresh() {
	r.write()
	r.sheet.area.Refresh()
	canvas.Refresh(r.sheet)
}

// sheetArea is what scrolls in a Sheet.
type sheetArea struct {
	widget.BaseWidget

	sheet *Sheet
}

// CreateRenderer is called by Fyne.
func (a *sheetArea) CreateRenderer() fyne.WidgetRenderer { return &sheetAreaRenderer{area: a} }

type sheetAreaRenderer struct {
	parts
	area  *sheetArea
	boxes []*canvas.Rectangle
	words []*canvas.Text
	used  int
}

func (r *sheetAreaRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.area.sheet.height()) }

func (r *sheetAreaRenderer) Layout(fyne.Size) { r.draw() }

func (r *sheetAreaRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.area)
}

// draw shows the lines between top and bottom of the view.
func (r *sheetAreaRenderer) draw() {
	s, p := r.area.sheet, pen{r.area.sheet}
	top := s.scroll.Offset.Y
	bottom := top + s.scroll.Size().Height
	r.parts, r.used = r.parts[:0], 0
	first := sort.Search(len(s.rows), func(i int) bool { return s.rows[i].top+s.rows[i].height >= top })
	for i := first; i < len(s.rows) && s.rows[i].top < bottom; i++ {
		row := &s.rows[i]
		if i-first == len(r.boxes) {
			r.boxes = append(r.boxes, canvas.NewRectangle(nil))
		}
		box := r.boxes[i-first]
		box.CornerRadius = p.size(theme.Corner)
		p.box(box, theme.Surface, theme.Line, theme.Border)
		place(box, 0, row.top, s.width-sheetGap/2, row.height)
		r.parts = append(r.parts, box)
		name := r.text(p, row.Name, theme.Ink, theme.Body, true)
		shorten(name, sheetName-2*sheetGap)
		// The name stays in sight while one reads through its row.
		at := min(max(top-row.top, 0), row.height-2*sheetLead-cardLine)
		set(name, sheetGap, baseline(row.top+sheetLead+at, cardLine, name.TextSize))
		for j, lines := range row.lines {
			r.lines(p, lines, sheetName+s.column()*float32(j), row.top, top, bottom)
		}
	}
}

func (r *sheetAreaRenderer) lines(p pen, lines []sheetLine, left, rowTop, top, bottom float32) {
	first := sort.Search(len(lines), func(i int) bool { return rowTop+lines[i].y+cardLine >= top })
	for _, l := range lines[first:] {
		if rowTop+l.y >= bottom {
			return
		}
		y := baseline(rowTop+l.y, cardLine, p.size(theme.Body))
		if l.number != "" {
			set(r.text(p, l.number, theme.Muted, theme.Small, true), left, y)
		}
		set(r.text(p, l.text, theme.Ink, theme.Body, false), left+sheetNumber, y)
	}
}

func (r *sheetAreaRenderer) text(p pen, words string, ink fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) *canvas.Text {
	if r.used == len(r.words) {
		r.words = append(r.words, canvas.NewText("", nil))
	}
	t := r.words[r.used]
	r.used++
	p.write(t, words, ink, size, bold)
	r.parts = append(r.parts, t)
	return t
}
