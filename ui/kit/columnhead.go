package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// ColumnHead stands above a CardColumn: badge, title and hint over a bar of
// colour, as wide as the cards below it.
type ColumnHead struct {
	widget.BaseWidget

	letter, title, hint string
	tone                fyne.ThemeColorName
}

var _ fyne.Widget = (*ColumnHead)(nil)

// NewColumnHead returns a head with a letter on a badge, a title, a hint at the
// right end and the colour of badge and bar.
func NewColumnHead(letter, title, hint string, tone fyne.ThemeColorName) *ColumnHead {
	h := &ColumnHead{letter: letter, title: title, hint: hint, tone: tone}
	h.ExtendBaseWidget(h)
	return h
}

// SetHint changes the words at the right end.
func (h *ColumnHead) SetHint(hint string) {
	if h.hint != hint {
		h.hint = hint
		h.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (h *ColumnHead) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{
		head: h, badge: newBadgeView(), title: canvas.NewText("", nil),
		hint: canvas.NewText("", nil), bar: canvas.NewRectangle(nil),
	}
	r.parts = append(r.badge.objects(), r.title, r.hint, r.bar)
	r.Refresh()
	return r
}

type headRenderer struct {
	parts
	head  *ColumnHead
	badge *badgeView
	title *canvas.Text
	hint  *canvas.Text
	bar   *canvas.Rectangle
}

// The measures of a head.
const (
	headBadge = 20
	headBar   = 3
	headAll   = 32
)

func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(120, headAll) }

func (r *headRenderer) Layout(size fyne.Size) {
	p, h := pen{r.head}, r.head
	left, right := float32(columnLead), size.Width-columnTrail
	p.write(r.hint, h.hint, theme.Faint, theme.Small, false)
	p.write(r.title, h.title, theme.Ink, theme.Body, true)
	r.badge.draw(p, h.letter, h.tone, false, left, 2, headBadge)
	y := baseline(2, headBadge, r.title.TextSize)
	hintAt := right - r.hint.MinSize().Width
	shorten(r.title, hintAt-left-headBadge-2*footerGap)
	set(r.title, left+headBadge+footerGap, y)
	set(r.hint, hintAt, y)
	p.box(r.bar, h.tone, "", theme.Border)
	place(r.bar, left, headAll-headBar, right-left, headBar)
}

func (r *headRenderer) Refresh() { r.Layout(r.head.Size()) }
