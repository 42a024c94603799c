package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// SlidePage is what a Slide shows: lines, one line alone, or a table of counts.
type SlidePage struct {
	Title string // who it is about
	Aside string // a few words at the right of the title
	Mark  string // a warning that always shows, as "fictional"
	Left  string // at the foot
	Right string

	Lines  []SlideLine
	At     int    // the line that has to be in view
	Marked bool   // that line is being spoken about
	Alone  bool   // show no other line
	Empty  string // instead of lines that aren't there
	Table  *SlideTable
}

// SlideLine is one remark.
type SlideLine struct {
	Letter, Kind string // the kind, as a badge and, where there is room, in full
	Color        fyne.ThemeColorName
	Text, Code   string
	Done         bool // ticked off
}

// Slide is a page to read from the other end of a room. All of it grows with
// the window, so that it is as large on any screen or projector.
type Slide struct {
	widget.BaseWidget

	page  SlidePage
	first int // the line on top
}

var _ fyne.Widget = (*Slide)(nil)

// NewSlide returns an empty page.
func NewSlide() *Slide {
	s := &Slide{}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a page.
func (s *Slide) Set(page SlidePage) {
	s.page = page
	s.Refresh()
}

// CreateRenderer is called by Fyne.
func (s *Slide) CreateRenderer() fyne.WidgetRenderer {
	return &slideRenderer{slide: s, words: map[float32]*measure{}}
}

// The measures of a slide, in parts of 800 of the height of the window: 32 is
// 43 pixels on a screen of 1080, which is 32 points.
const (
	slideHeight = 800
	slideWidth  = 960 // a window narrower than this for its height counts as lower
	slideEdge   = 64
	slideTitle  = 52
	slideTag    = 20
	slideAside  = 24
	slideFoot   = 20
	slideText   = 32
	slideLine   = 40 // from line to line
	slideGap    = 8  // between remarks, at least
	slideAiry   = 27 // and at most
	slideBadge  = 36
	slideIndent = 122 // where text begins
	slideCode   = 116 // room for the number at the right
	slideTop    = 148 // of the lines
	slideBottom = 62
	slideRows   = 4 // of a remark, when it isn't the one spoken about
)

// slideSizes are those of a line alone, from the largest.
var slideSizes = []float32{80, 68, 56, 48, 40, slideText}

type slideRenderer struct {
	parts
	slide *Slide
	texts []*canvas.Text
	boxes []*canvas.Rectangle
	words map[float32]*measure // by size

	unit         float32 // how many pixels a part is
	usedT, usedB int
}

func (r *slideRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 200) }

func (r *slideRenderer) Refresh() {
	r.Layout(r.slide.Size())
	canvas.Refresh(r.slide)
}

func (r *slideRenderer) Layout(size fyne.Size) {
	r.unit = min(size.Height/slideHeight, size.Width/slideWidth)
	r.parts, r.usedT, r.usedB = r.parts[:0], 0, 0
	if r.unit <= 0 {
		return
	}
	r.box(theme.Surface, 0, 0, size.Width, size.Height, 0)
	r.frame(size)
	page := r.slide.page
	switch {
	case page.Table != nil:
		r.table(size, *page.Table)
	case len(page.Lines) == 0:
		r.write(page.Empty, theme.Muted, slideText, false, r.unit*slideEdge, r.unit*(slideTop+slideLine))
	case page.Alone:
		r.alone(size)
	default:
		r.lines(size)
	}
}

// frame draws what stands around the lines.
func (r *slideRenderer) frame(size fyne.Size) {
	u, page := r.unit, r.slide.page
	right := size.Width - u*slideEdge
	tag := page.Mark
	if tag != "" {
		width := r.measure(slideTag, true).width(tag) + u*24
		r.box(theme.AmberSurface, right-width, u*22, width, u*32, u*6)
		r.write(tag, theme.Amber, slideTag, true, right-width+u*12, baseline(u*22, u*32, u*slideTag))
	}
	aside := right - r.measure(slideAside, false).width(page.Aside)
	r.write(page.Aside, theme.Muted, slideAside, false, aside, u*94)
	title := r.measure(slideTitle, true).elide(page.Title, aside-u*(slideEdge+24))
	r.write(title, theme.Ink, slideTitle, true, u*slideEdge, u*94)
	r.box(theme.Teal, u*slideEdge, u*128, right-u*slideEdge, u*6, 0)

	foot := size.Height - u*29
	end := right - r.measure(slideFoot, false).width(page.Right)
	r.write(page.Right, theme.Muted, slideFoot, false, end, foot)
	left := r.measure(slideFoot, false).elide(page.Left, end-u*(slideEdge+24))
	r.write(left, theme.Muted, slideFoot, false, u*slideEdge, foot)
}

// lines draws the remarks that fit, with the one that matters among them.
func (r *slideRenderer) lines(size fyne.Size) {
	u, page := r.unit, r.slide.page
	room := size.Height - u*(slideTop+slideBottom)
	first, last, used := r.fit(size.Width, room)
	r.slide.first = first
	gap := u*slideGap + min((room-used)/float32(last-first), u*(slideAiry-slideGap))
	y := u * slideTop
	for i := first; i < last; i++ {
		text := r.wrap(i, size.Width, room)
		height := float32(len(text))*u*slideLine + gap
		r.line(page.Lines[i], text, i == page.At && page.Marked, y, height, size.Width)
		y += height
	}
}

func (r *slideRenderer) line(l SlideLine, text []string, marked bool, y, height, width float32) {
	u, ink := r.unit, theme.Muted
	edge, right := u*slideEdge, width-u*slideEdge
	if marked {
		ink = theme.Ink
		r.box(theme.Mist, edge-u*20, y, right-edge+u*40, height, 0)
		// A beamer washes the tint away; the bar stays.
		r.box(theme.Teal, edge-u*20, y, u*9, height, 0)
	}
	at := y + (height-float32(len(text))*u*slideLine)/2
	r.badge(l, slideBadge, edge, at+u*(slideLine-slideBadge)/2)
	base := baseline(at, u*slideLine, u*slideText)
	for i, words := range text {
		r.write(words, theme.Ink, slideText, false, u*slideIndent, base+float32(i)*u*slideLine)
	}
	r.code(l, ink, right, base)
	if !marked {
		r.box(theme.Line, edge, y+height-1, right-edge, 1, 0)
	}
}

// code writes the number of a remark at the right, and whether it is done.
func (r *slideRenderer) code(l SlideLine, ink fyne.ThemeColorName, right, base float32) {
	x := right - r.measure(slideAside, true).width(l.Code)
	r.write(l.Code, ink, slideAside, true, x, base)
	if l.Done {
		tick := r.measure(slideAside, true).width(slideTick)
		r.write(slideTick, theme.Green, slideAside, true, x-tick-r.unit*8, base)
	}
}

const slideTick = "✓"

// wrap gives the lines of a remark.
func (r *slideRenderer) wrap(i int, width, room float32) []string {
	most := slideRows
	if i == r.slide.page.At {
		most = max(int((room/r.unit-slideGap)/slideLine), 1)
	}
	return r.measure(slideText, false).lines(r.slide.page.Lines[i].Text, width-r.unit*(slideIndent+slideEdge+slideCode), most)
}

// fit returns which remarks are shown, and the height that they take.
func (r *slideRenderer) fit(width, room float32) (first, last int, used float32) {
	page := r.slide.page
	height := func(i int) float32 {
		return r.unit * (float32(len(r.wrap(i, width, room)))*slideLine + slideGap)
	}
	at := min(max(page.At, 0), len(page.Lines)-1)
	first, last, used = at, at+1, height(at)
	back := func(until int) {
		for ; first > until && used+height(first-1) <= room; first-- {
			used += height(first - 1)
		}
	}
	if page.Marked { // with its neighbours, and what stood on top before
		back(max(at-1, 0))
		if last < len(page.Lines) && used+height(last) <= room {
			used += height(last)
			last++
		}
		back(r.slide.first)
	} else {
		back(0)
	}
	for ; last < len(page.Lines) && used+height(last) <= room; last++ {
		used += height(last)
	}
	back(0)
	return first, last, used
}

// alone draws one remark as large as it can be.
func (r *slideRenderer) alone(size fyne.Size) {
	u, l := r.unit, r.slide.page.Lines[min(max(r.slide.page.At, 0), len(r.slide.page.Lines)-1)]
	edge, right := u*slideEdge, size.Width-u*slideEdge
	const badge, head = 52, 88
	r.badge(l, badge, edge, u*(slideTop+16))
	base := baseline(u*(slideTop+16), u*badge, u*slideText)
	r.write(l.Kind, theme.Muted, slideText, false, edge+u*(badge+20), base)
	r.code(l, theme.Muted, right, base)
	room := size.Height - u*(slideTop+head+slideBottom)
	for _, px := range slideSizes {
		step := u * px * 1.25
		most := int(room / step)
		text := r.measure(px, false).lines(l.Text, right-edge, most+1)
		if len(text) > most {
			if px != slideText {
				continue
			}
			text = r.measure(px, false).lines(l.Text, right-edge, most)
		}
		y := baseline(u*(slideTop+head), step, u*px)
		for i, words := range text {
			r.write(words, theme.Ink, px, false, edge, y+float32(i)*step)
		}
		return
	}
}

func (r *slideRenderer) badge(l SlideLine, side, x, y float32) {
	u := r.unit
	r.box(l.Color, x, y, u*side, u*side, u*side/6)
	width := r.measure(side/2, true).width(l.Letter)
	r.write(l.Letter, theme.On(l.Color), side/2, true, x+(u*side-width)/2, baseline(y, u*side, u*side/2))
}

// measure knows the widths of words of a size, in parts.
func (r *slideRenderer) measure(part float32, bold bool) *measure {
	key := part * r.unit
	if bold {
		key = -key
	}
	m := r.words[key]
	if m == nil {
		if len(r.words) > 40 { // sizes of windows that were
			clear(r.words)
		}
		m = newMeasure(part*r.unit, fyne.TextStyle{Bold: bold})
		r.words[key] = m
	}
	return m
}

// write puts a text with its baseline at y; the size is in parts.
func (r *slideRenderer) write(words string, ink fyne.ThemeColorName, part float32, bold bool, x, y float32) {
	if words == "" {
		return
	}
	if r.usedT == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	t := r.texts[r.usedT]
	r.usedT++
	t.Text, t.TextSize, t.TextStyle = words, part*r.unit, fyne.TextStyle{Bold: bold}
	t.Color = pen{r.slide}.color(ink)
	t.Refresh()
	set(t, x, y)
	r.parts = append(r.parts, t)
}

func (r *slideRenderer) box(fill fyne.ThemeColorName, x, y, width, height, corner float32) *canvas.Rectangle {
	if r.usedB == len(r.boxes) {
		r.boxes = append(r.boxes, canvas.NewRectangle(nil))
	}
	b := r.boxes[r.usedB]
	r.usedB++
	b.CornerRadius = corner
	pen{r.slide}.box(b, fill, "", theme.Border)
	place(b, x, y, width, height)
	r.parts = append(r.parts, b)
	return b
}
