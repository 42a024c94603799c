package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// CheckRow is a box to tick with a title and a few words that explain it, above
// a line that parts it from the next row.
type CheckRow struct {
	control

	OnChanged func(checked bool)
	// Bare leaves the line out, where the box stands in a row of other things.
	Bare bool
	// Label is what a screen reader says in the place of the words.
	Label string

	title, about string
	checked      bool
}

var (
	_ fyne.Widget        = (*CheckRow)(nil)
	_ fyne.Focusable     = (*CheckRow)(nil)
	_ fyne.Shortcutable  = (*CheckRow)(nil)
	_ fyne.Tappable      = (*CheckRow)(nil)
	_ desktop.Cursorable = (*CheckRow)(nil)
)

// NewCheckRow returns a row that is not ticked; about may be empty.
func NewCheckRow(title, about string) *CheckRow {
	c := &CheckRow{title: title, about: about}
	c.ExtendBaseWidget(c)
	c.onKey = func(key fyne.KeyName) bool {
		if isPress(key) {
			c.Tapped(nil)
		}
		return isPress(key)
	}
	return c
}

// SetChecked ticks the box or not, without calling OnChanged.
func (c *CheckRow) SetChecked(checked bool) {
	if c.checked != checked {
		c.checked = checked
		c.Refresh()
	}
}

// Checked says whether the box is ticked.
func (c *CheckRow) Checked() bool { return c.checked }

// Tapped turns the tick on or off.
func (c *CheckRow) Tapped(*fyne.PointEvent) {
	c.SetChecked(!c.checked)
	call1(c.OnChanged, c.checked)
}

// Cursor shows that the row can be clicked.
func (c *CheckRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (c *CheckRow) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{
		row: c, box: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil),
		short: canvas.NewLine(nil), long: canvas.NewLine(nil),
		title: canvas.NewText("", nil), about: canvas.NewText("", nil),
	}
	r.parts = parts{r.box, r.short, r.long, r.title, r.about, r.rule, r.ring}
	r.Refresh()
	return r
}

type checkRenderer struct {
	parts
	row             *CheckRow
	box, ring, rule *canvas.Rectangle
	short, long     *canvas.Line // of the tick
	title, about    *canvas.Text
}

// The measures of a row, as those of CountRow.
const (
	rowHeight  = 42
	rowAbout   = 18 // what a second line adds
	checkBox   = 20
	checkWords = 34
)

func (r *checkRenderer) MinSize() fyne.Size {
	width := max(r.title.MinSize().Width, r.about.MinSize().Width)
	if r.row.about == "" {
		return fyne.NewSize(checkWords+width, rowHeight)
	}
	return fyne.NewSize(checkWords+width, rowHeight+rowAbout)
}

func (r *checkRenderer) Layout(size fyne.Size) {
	top := float32(rowHeight-checkBox) / 2
	place(r.box, 0, top, checkBox, checkBox)
	surround(r.ring, r.box.Position(), r.box.Size())
	r.short.Position1, r.short.Position2 = fyne.NewPos(5, top+10.5), fyne.NewPos(8.5, top+14)
	r.long.Position1, r.long.Position2 = fyne.NewPos(8.5, top+14), fyne.NewPos(15, top+6)
	y := baseline(0, rowHeight, r.title.TextSize)
	set(r.title, checkWords, y)
	set(r.about, checkWords, y+rowAbout)
	thick := pen{r.row}.size(theme.Border)
	place(r.rule, 0, size.Height-thick, size.Width, thick)
}

func (r *checkRenderer) Refresh() {
	c, p := r.row, pen{r.row}
	fill := theme.Surface
	if c.checked {
		fill = theme.Teal
	}
	r.box.CornerRadius = p.size(theme.Step)
	p.box(r.box, fill, theme.Teal, theme.Strong)
	for _, l := range []*canvas.Line{r.short, r.long} {
		l.StrokeColor, l.StrokeWidth, l.Hidden = p.color(theme.On(theme.Teal)), p.size(theme.Strong), !c.checked
	}
	p.write(r.title, c.title, theme.Ink, theme.Body, false)
	p.write(r.about, c.about, theme.Muted, theme.Small, false)
	p.box(r.rule, theme.Line, "", theme.Border)
	r.rule.Hidden = c.Bare
	p.ring(r.ring, c.focused)
	r.Layout(c.Size())
	canvas.Refresh(c)
}
