package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/canvas"

	"oogst/ui/theme"
)

// railView draws one row of a RailList.
type railView struct {
	objects parts
	rule    *canvas.Rectangle
	frame   *canvas.Rectangle
	ring    *canvas.Rectangle
	digit   *canvas.Text
	badge   *badgeView
	names   [2]*canvas.Text
	count   *canvas.Text
}

func newRailView() *railView {
	v := &railView{
		rule: canvas.NewRectangle(nil), frame: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		digit: canvas.NewText("", nil), badge: newBadgeView(), count: canvas.NewText("", nil),
		names: [2]*canvas.Text{canvas.NewText("", nil), canvas.NewText("", nil)},
	}
	v.objects = append(parts{v.rule, v.frame, v.ring, v.digit, v.names[0], v.names[1], v.count}, v.badge.objects()...)
	return v
}

// Where the parts of a row stand, from its left or right end.
const (
	railDigit   = 20 // middle of the digit
	railBadgeAt = 32
	railNameAt  = 66
	railCountAt = 18 // end of the count
)

func (v *railView) draw(p pen, r *railRenderer, item RailItem, top, width float32) {
	selected := item.Key == r.list.selected
	v.rule.Hidden = !item.Apart
	p.box(v.rule, theme.Rule, "", theme.Border)
	place(v.rule, railEdge, top-(railBreak+1)/2, width-2*railEdge, p.size(theme.Border))

	v.frame.Hidden = !selected
	v.frame.CornerRadius = p.size(theme.Corner)
	p.box(v.frame, theme.Surface, theme.Teal, theme.Strong)
	place(v.frame, railEdge, top, width-2*railEdge, railRow)
	p.ring(v.ring, selected && r.list.focused)
	surround(v.ring, v.frame.Position(), v.frame.Size())

	ink := theme.Muted
	if selected {
		ink = theme.Ink
	}
	p.write(v.digit, item.Digit, ink, theme.Small, selected)
	set(v.digit, railDigit-v.digit.MinSize().Width/2, baseline(top, railRow, v.digit.TextSize))
	v.badge.draw(p, item.Badge, item.Color, item.Dashed, railBadgeAt, top+(railRow-railBadge)/2, railBadge)
	p.write(v.count, item.Count, ink, theme.Body, selected)
	end := width - railCountAt - v.count.MinSize().Width
	set(v.count, end, baseline(top, railRow, v.count.TextSize))
	v.name(p, r, item.Name, selected, top, end-footerGap-railNameAt)
}

// name writes the name in one line or two.
func (v *railView) name(p pen, r *railRenderer, name string, selected bool, top, width float32) {
	m := r.names
	if selected {
		m = r.bolds
	}
	var lines []string
	if slices.ContainsFunc(strings.Fields(name), func(word string) bool { return m.width(word) > width }) {
		lines = []string{m.elide(name, width)} // rather than a word broken in two
	} else {
		lines = m.lines(name, width, len(v.names))
	}
	y := baseline(top, railRow, m.size) - float32(len(lines)-1)*railLine/2
	for i, t := range v.names {
		t.Hidden = i >= len(lines)
		if t.Hidden {
			continue
		}
		p.write(t, lines[i], theme.Ink, theme.Body, selected)
		set(t, railNameAt, y+float32(i)*railLine)
	}
}
