package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// Badge is one or two letters on a square of colour, as large as it is given
// room for. Colour is never alone: the letters say the same.
type Badge struct {
	widget.BaseWidget

	letters string
	fill    fyne.ThemeColorName
	side    float32
}

var _ fyne.Widget = (*Badge)(nil)

// NewBadge returns a badge with sides of so many pixels.
func NewBadge(letters string, fill fyne.ThemeColorName, side float32) *Badge {
	b := &Badge{letters: letters, fill: fill, side: side}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes letters and colour.
func (b *Badge) Set(letters string, fill fyne.ThemeColorName) {
	if b.letters != letters || b.fill != fill {
		b.letters, b.fill = letters, fill
		b.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	v := newBadgeView()
	r := &badgeRenderer{parts: v.objects(), badge: b, view: v}
	r.Refresh()
	return r
}

type badgeRenderer struct {
	parts
	badge *Badge
	view  *badgeView
}

func (r *badgeRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.badge.side) }

func (r *badgeRenderer) Layout(size fyne.Size) {
	side := r.badge.side
	r.view.draw(pen{r.badge}, r.badge.letters, r.badge.fill, false,
		(size.Width-side)/2, (size.Height-side)/2, side)
}

func (r *badgeRenderer) Refresh() { r.Layout(r.badge.Size()) }

// badgeView is a badge as it is drawn, here and in a RailList.
type badgeView struct {
	square  *canvas.Rectangle
	letters *canvas.Text
	dashes  []*canvas.Rectangle
}

// dashesPerSide is how many dashes make one side of a dashed badge.
const dashesPerSide = 3

func newBadgeView() *badgeView {
	v := &badgeView{square: canvas.NewRectangle(nil), letters: canvas.NewText("", nil)}
	for range 4 * dashesPerSide {
		v.dashes = append(v.dashes, canvas.NewRectangle(nil))
	}
	return v
}

func (v *badgeView) objects() parts {
	objects := parts{v.square, v.letters}
	for _, d := range v.dashes {
		objects = append(objects, d)
	}
	return objects
}

// draw places the badge; dashed means a border of dashes without fill.
func (v *badgeView) draw(p pen, letters string, fill fyne.ThemeColorName, dashed bool, x, y, side float32) {
	ink := theme.On(fill)
	v.square.Hidden = dashed
	if dashed {
		ink = fill
	}
	size := theme.Small
	if side >= 24 {
		size = theme.Note
	}
	p.write(v.letters, letters, ink, size, true)
	v.square.CornerRadius = side / 5
	p.box(v.square, fill, "", theme.Border)
	place(v.square, x, y, side, side)
	set(v.letters, x+(side-v.letters.MinSize().Width)/2, baseline(y, side, v.letters.TextSize))
	v.dash(p, fill, dashed, x, y, side)
}

// dash draws the border of dashes. The gaps are half as long as the dashes, and
// the corners fall in a gap, which reads as rounded.
func (v *badgeView) dash(p pen, ink fyne.ThemeColorName, dashed bool, x, y, side float32) {
	unit := side / (3*dashesPerSide + 1)
	for i, d := range v.dashes {
		d.Hidden = !dashed
		d.FillColor = p.color(ink)
		thick := p.size(theme.Strong)
		along := unit * float32(3*(i/4)+1)
		switch i % 4 {
		case 0:
			place(d, x+along, y, 2*unit, thick)
		case 1:
			place(d, x+along, y+side-thick, 2*unit, thick)
		case 2:
			place(d, x, y+along, thick, 2*unit)
		case 3:
			place(d, x+side-thick, y+along, thick, 2*unit)
		}
		d.Refresh()
	}
}
