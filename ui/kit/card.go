package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"oogst/ui/theme"
)

// Card is what a CardColumn shows of one thing.
type Card struct {
	Key      string // tells cards apart, never shown
	Letter   string // on a badge, in a reading or a mixed column
	Color    fyne.ThemeColorName
	Text     string
	Footer   string // a number to refer to, as A21
	Note     string // a few words beside it
	Tags     []Tag
	Dim      bool // withdrawn, or not for now
	Outlined bool // just stored
}

// The measures of a card, in pixels.
const (
	cardPad    = 12 // left and right
	cardTop    = 10 // above the first line and below the last
	cardLine   = 20 // from line to line
	cardFooter = 22 // the height that a footer adds
	footerDrop = 23 // from the baseline of the last line to that of the footer
	footerLine = 20 // from footer to footer, when tags need a second one
	footerGap  = 8
	cardGap    = 8 // between cards

	// Room for the focus ring left of the cards, and for ring and scroll bar
	// right of them.
	columnLead  = 6
	columnTrail = 6
)

// cardKind is how large the text of cards is, and how far it stands from the
// left edge.
type cardKind struct {
	size fyne.ThemeSizeName
	line float32 // from line to line
	lead float32
}

const readingBadge = 26

var (
	smallCards   = cardKind{size: theme.Body, line: cardLine}
	readingCards = cardKind{size: theme.Heading, line: 26, lead: readingBadge + 12}
	mixedCards   = cardKind{size: theme.Body, line: cardLine, lead: readingBadge + 12}
)

// cardView draws one card. It is used again for other cards while scrolling.
type cardView struct {
	box    *fyne.Container
	fill   *ground
	ring   *canvas.Rectangle
	badge  *badgeView
	lines  []*canvas.Text
	number *canvas.Text
	note   *canvas.Text
	tags   []tagView

	drawn look
}

// look is all that decides how a card is drawn.
type look struct {
	key      string
	revision int
	width    float32
	height   float32
	selected bool
	focused  bool
	editing  bool
}

func newCardView() *cardView {
	return &cardView{
		box:    &fyne.Container{},
		fill:   newGround(),
		ring:   canvas.NewRectangle(nil),
		badge:  newBadgeView(),
		number: canvas.NewText("", nil),
		note:   canvas.NewText("", nil),
	}
}

// draw brings the view up to date; it does nothing when it looks so already.
func (v *cardView) draw(p pen, list *cardList, r *cardRow, now look) {
	if v.drawn == now {
		return
	}
	v.drawn = now
	size := fyne.NewSize(now.width, now.height)
	v.box.Resize(size)
	v.frame(p, r.card, size, now)
	v.box.Objects = v.box.Objects[:0]
	if !now.editing { // the editor has a frame of its own
		v.box.Objects = append(v.box.Objects, v.fill.object(), v.ring)
		if r.card.Letter != "" {
			v.badge.draw(p, r.card.Letter, r.card.Color, false, cardPad, cardTop, readingBadge)
			v.box.Objects = append(v.box.Objects, v.badge.objects()...)
		}
		y := v.text(p, list, r.card)
		v.footer(p, list, r.card, y)
	}
	v.box.Refresh()
}

func (v *cardView) frame(p pen, c Card, size fyne.Size, now look) {
	fill, line, width := theme.Surface, theme.Line, theme.Border
	switch {
	case c.Outlined:
		line, width = theme.Teal, theme.Strong
	case now.selected && !now.focused:
		line = theme.Muted
	}
	if c.Dim && !c.Outlined {
		fill = theme.Paper
	}
	p.ground(v.fill, fill, line, width, p.size(theme.Corner))
	v.fill.place(0, 0, size.Width, size.Height)
	p.ring(v.ring, now.selected && now.focused)
	surround(v.ring, fyne.Position{}, size)
}

func (v *cardView) text(p pen, list *cardList, c Card) (y float32) {
	ink := theme.Ink
	if c.Dim {
		ink = theme.Faint
	}
	n := 0
	y = baseline(cardTop, list.kind.line, p.size(list.kind.size))
	list.body.wrap(c.Text, list.inner(), func(line string) bool {
		if n == len(v.lines) {
			v.lines = append(v.lines, canvas.NewText("", nil))
		}
		p.write(v.lines[n], line, ink, list.kind.size, false)
		set(v.lines[n], cardPad+list.kind.lead, y)
		v.box.Objects = append(v.box.Objects, v.lines[n])
		y += list.kind.line
		n++
		return true
	})
	return y - list.kind.line
}

func (v *cardView) footer(p pen, list *cardList, c Card, y float32) {
	y += footerDrop
	p.write(v.number, c.Footer, theme.Muted, theme.Small, true)
	p.write(v.note, c.Note, theme.Faint, theme.Small, false)
	list.flow(c, func(i int, x float32, row int) {
		x += cardPad + list.kind.lead
		at := y + float32(row)*footerLine
		switch {
		case i == 0:
			set(v.number, x, at)
			v.box.Objects = append(v.box.Objects, v.number)
		case i == 1:
			set(v.note, x, at)
			v.box.Objects = append(v.box.Objects, v.note)
		default:
			v.tag(p, list, c.Tags[i-2], i-2, x, at)
		}
	})
}

func (v *cardView) tag(p pen, list *cardList, tag Tag, i int, x, y float32) {
	if i == len(v.tags) {
		v.tags = append(v.tags, newTagView())
	}
	tag.Text = list.small.elide(tag.Text, list.inner()-2*tagPad)
	v.tags[i].draw(p, tag, x, y)
	v.box.Objects = append(v.box.Objects, v.tags[i].patch, v.tags[i].words)
}
