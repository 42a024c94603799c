package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// Segmented is a choice of one out of a few, side by side. Arrow keys and the
// mouse choose.
type Segmented struct {
	control

	OnSelect func(index int)
	// Label is what a screen reader says before the choice: what it is about.
	Label string

	options  []string
	selected int
}

var (
	_ fyne.Widget        = (*Segmented)(nil)
	_ fyne.Focusable     = (*Segmented)(nil)
	_ fyne.Shortcutable  = (*Segmented)(nil)
	_ fyne.Tappable      = (*Segmented)(nil)
	_ desktop.Cursorable = (*Segmented)(nil)
)

// NewSegmented returns a choice of which the first option is made.
func NewSegmented(options ...string) *Segmented {
	s := &Segmented{options: options}
	s.ExtendBaseWidget(s)
	s.onKey = s.key
	return s
}

// Select makes a choice without calling OnSelect.
func (s *Segmented) Select(index int) {
	if index >= 0 && index < len(s.options) && index != s.selected {
		s.selected = index
		s.Refresh()
	}
}

// Selected returns which option is chosen, counted from 0.
func (s *Segmented) Selected() int { return s.selected }

// Cursor shows that options can be clicked.
func (s *Segmented) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped chooses the option under the pointer.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	giveFocus(s)
	for i, edge := range s.edges() {
		if e.Position.X >= edge.x && e.Position.X < edge.x+edge.width {
			s.choose(i)
		}
	}
}

func (s *Segmented) key(key fyne.KeyName) bool {
	switch {
	case key == fyne.KeyLeft:
		s.choose(s.selected - 1)
	case key == fyne.KeyRight:
		s.choose(s.selected + 1)
	case isPress(key):
		s.choose((s.selected + 1) % len(s.options))
	default:
		return false
	}
	return true
}

func (s *Segmented) choose(i int) {
	if i >= 0 && i < len(s.options) && i != s.selected {
		s.Select(i)
		call1(s.OnSelect, i)
	}
}

// The measures of a choice.
const (
	segmentPad    = 17
	segmentHeight = 38
)

func (s *Segmented) edges() []edge {
	size := pen{s}.size(theme.Body)
	edges := make([]edge, len(s.options))
	x := float32(0)
	for i, option := range s.options {
		width := widthOf(option, size, true)
		edges[i] = edge{x, float32(int(width+0.5)) + 2*segmentPad}
		x += edges[i].width
	}
	return edges
}

// CreateRenderer is called by Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentRenderer{
		choice: s, frame: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
	}
	r.parts = parts{r.frame, r.fill, r.ring}
	for range s.options {
		r.words = append(r.words, canvas.NewText("", nil))
		r.lines = append(r.lines, canvas.NewRectangle(nil))
		r.parts = append(r.parts, r.lines[len(r.lines)-1], r.words[len(r.words)-1])
	}
	r.Refresh()
	return r
}

type segmentRenderer struct {
	parts
	choice            *Segmented
	frame, fill, ring *canvas.Rectangle
	words             []*canvas.Text
	lines             []*canvas.Rectangle
}

func (r *segmentRenderer) MinSize() fyne.Size {
	width := float32(0)
	for _, e := range r.choice.edges() {
		width += e.width
	}
	return fyne.NewSize(width, segmentHeight)
}

func (r *segmentRenderer) Layout(fyne.Size) {
	p, s, strong := pen{r.choice}, r.choice, pen{r.choice}.size(theme.Strong)
	corner := p.size(theme.Corner)
	all := r.MinSize()
	r.frame.Resize(all)
	surround(r.ring, fyne.Position{}, all)
	for i, e := range s.edges() {
		chosen := i == s.selected
		ink := theme.Teal
		if chosen {
			ink = theme.On(theme.Teal)
			r.fill.TopLeftCornerRadius, r.fill.BottomLeftCornerRadius = 0, 0
			r.fill.TopRightCornerRadius, r.fill.BottomRightCornerRadius = 0, 0
			if i == 0 {
				r.fill.TopLeftCornerRadius, r.fill.BottomLeftCornerRadius = corner, corner
			}
			if i == len(s.options)-1 {
				r.fill.TopRightCornerRadius, r.fill.BottomRightCornerRadius = corner, corner
			}
			p.box(r.fill, theme.Teal, "", theme.Border)
			place(r.fill, e.x, 0, e.width, all.Height)
		}
		p.write(r.words[i], s.options[i], ink, theme.Body, true)
		set(r.words[i], e.x+(e.width-r.words[i].MinSize().Width)/2, baseline(0, all.Height, r.words[i].TextSize))
		r.lines[i].Hidden = i == 0
		p.box(r.lines[i], theme.Teal, "", theme.Border)
		place(r.lines[i], e.x-strong/2, 0, strong, all.Height)
	}
}

func (r *segmentRenderer) Refresh() {
	p := pen{r.choice}
	r.frame.CornerRadius = p.size(theme.Corner)
	p.box(r.frame, theme.Surface, theme.Teal, theme.Strong)
	p.ring(r.ring, r.choice.focused)
	r.Layout(r.choice.Size())
	canvas.Refresh(r.choice)
}
