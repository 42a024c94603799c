package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// CountRow is a number with words, and a link to what was counted, above a line
// that parts it from the next row.
type CountRow struct {
	widget.BaseWidget

	number, words string
	tone          fyne.ThemeColorName
	action        *Button
}

var _ fyne.Widget = (*CountRow)(nil)

// NewCountRow returns a row with a number (or a sign) in a colour, and words.
func NewCountRow(number string, tone fyne.ThemeColorName, words string) *CountRow {
	c := &CountRow{action: NewButton("", Link, nil)}
	c.ExtendBaseWidget(c)
	c.action.Hide()
	c.number, c.tone, c.words = number, tone, words
	return c
}

// Set changes number, colour and words.
func (c *CountRow) Set(number string, tone fyne.ThemeColorName, words string) {
	if c.number != number || c.tone != tone || c.words != words {
		c.number, c.tone, c.words = number, tone, words
		c.Refresh()
	}
}

// SetAction puts a link at the right end; without a function there is none.
func (c *CountRow) SetAction(text string, tapped func()) {
	c.action.SetText(text)
	c.action.OnTapped = tapped
	if tapped == nil {
		c.action.Hide()
	} else {
		c.action.Show()
	}
	c.Refresh()
}

// Action is the link at the right end, for its focus and keys.
func (c *CountRow) Action() *Button { return c.action }

// CreateRenderer is called by Fyne.
func (c *CountRow) CreateRenderer() fyne.WidgetRenderer {
	r := &countRenderer{
		row: c, number: canvas.NewText("", nil), words: canvas.NewText("", nil), rule: canvas.NewRectangle(nil),
	}
	r.parts = parts{r.number, r.words, r.rule, c.action}
	r.Refresh()
	return r
}

type countRenderer struct {
	parts
	row           *CountRow
	number, words *canvas.Text
	rule          *canvas.Rectangle
}

// countWords is where the words begin; the number ends 12 before it.
const (
	countWords = 46
	countGap   = 12
)

func (r *countRenderer) MinSize() fyne.Size {
	return fyne.NewSize(countWords+120+r.row.action.MinSize().Width, rowHeight)
}

func (r *countRenderer) Layout(size fyne.Size) {
	y := baseline(0, size.Height, r.words.TextSize)
	set(r.number, countWords-countGap-r.number.MinSize().Width, y)
	link := r.row.action.MinSize()
	place(r.row.action, size.Width-link.Width, (size.Height-link.Height)/2, link.Width, link.Height)
	r.words.Text = r.row.words
	shorten(r.words, size.Width-countWords-countGap-link.Width)
	set(r.words, countWords, y)
	thick := pen{r.row}.size(theme.Border)
	place(r.rule, 0, size.Height-thick, size.Width, thick)
}

func (r *countRenderer) Refresh() {
	c, p := r.row, pen{r.row}
	p.write(r.number, c.number, c.tone, theme.Body, true)
	p.write(r.words, c.words, theme.Ink, theme.Body, false)
	p.box(r.rule, theme.Line, "", theme.Border)
	r.Layout(c.Size())
	canvas.Refresh(c)
}
