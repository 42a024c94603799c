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
	return &slideRenderer{slide: s, ground: newGround(), words: map[float32]*measure{}}
}

// The measures of a slide, in parts of 800 of the height of the window: 32 is
// 43 pixels on a screen of 1080, which is 32 points.
const (
	slideHeight = 800
	slideWidth  = 960 // a window narrower than this for its height counts as lower
	slideEdge   = 64
	slideTag    = 20
	slideAside  = 28
	slideFoot   = 22
	slideNumber = 24
	slideText   = 32  // the smallest that remarks get
	slideGap    = 8   // between remarks, at least
	slideAiry   = 27  // and at most
	slideCode   = 116 // room for the number at the right
	slideTop    = 148 // of the lines
	slideBottom = 68
	slideRows   = 4 // of a remark, when it isn't the one spoken about
)

// The sizes of remarks together and of one alone, from the largest: the first
// in which all of it fits is taken. They are few, so that the room sees the text
// become smaller once or twice, not with every remark.
var (
	togetherSizes = []float32{44, 38, slideText}
	aloneSizes    = []float32{80, 68, 56, 48, 40, slideText}
	titleSizes    = []float32{52, 42, 34}
)

// lineOf is the distance from line to line, badgeOf the side of a badge beside
// text of a size.
func lineOf(size float32) float32 { return size * 1.25 }

func badgeOf(size float32) float32 { return size * 1.125 }

type slideRenderer struct {
	parts
	slide  *Slide
	ground *ground
	texts  []*canvas.Text
	boxes  []*canvas.Rectangle
	words  map[float32]*measure // by size

	unit         float32 // how many pixels a part is
	size         float32 // of remarks, in parts
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
	pen{r.slide}.ground(r.ground, theme.Surface, "", theme.Border, 0)
	r.ground.place(0, 0, size.Width, size.Height)
	r.parts = append(r.parts, r.ground.object())
	r.frame(size)
	page := r.slide.page
	switch {
	case page.Table != nil:
		r.table(size, *page.Table)
	case len(page.Lines) == 0:
		r.write(page.Empty, theme.Muted, slideText, false, r.unit*slideEdge, r.unit*(slideTop+lineOf(slideText)))
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
	aside := right - r.measure(slideAside, false).width(page.Aside)
	r.write(page.Aside, theme.Muted, slideAside, false, aside, u*94)
	if page.Mark != "" {
		start := right - r.measure(slideTag, true).width(page.Mark) - u*24
		r.box(theme.AmberSurface, start, u*22, right-start, u*32, u*6)
		r.write(page.Mark, theme.Amber, slideTag, true, start+u*12, baseline(u*22, u*32, u*slideTag))
		aside = min(aside, start)
	}
	room := aside - u*(slideEdge+24)
	part := r.largest(page.Title, true, room, titleSizes)
	r.write(r.measure(part, true).elide(page.Title, room), theme.Ink, part, true, u*slideEdge, u*94)
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
	var first, last int
	var used float32
	for _, r.size = range togetherSizes {
		if first, last, used = r.fit(size.Width, room); last-first == len(page.Lines) {
			break
		}
	}
	r.slide.first = first
	gap := u*slideGap + min((room-used)/float32(last-first), u*(slideAiry-slideGap))
	y := u * slideTop
	for i := first; i < last; i++ {
		text := r.wrap(i, size.Width, room)
		height := float32(len(text))*u*lineOf(r.size) + gap
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
	step, badge := lineOf(r.size), badgeOf(r.size)
	at := y + (height-float32(len(text))*u*step)/2
	r.badge(l, badge, edge, at+u*(step-badge)/2)
	base := baseline(at, u*step, u*r.size)
	for i, words := range text {
		r.write(words, theme.Ink, r.size, false, edge+u*r.indent(), base+float32(i)*u*step)
	}
	r.code(l, ink, right, base)
	if !marked {
		r.box(theme.Line, edge, y+height-1, right-edge, 1, 0)
	}
}

// code writes the number of a remark at the right, and whether it is done.
func (r *slideRenderer) code(l SlideLine, ink fyne.ThemeColorName, right, base float32) {
	x := right - r.measure(slideNumber, true).width(l.Code)
	r.write(l.Code, ink, slideNumber, true, x, base)
	if l.Done {
		tick := r.measure(slideNumber, true).width(slideTick)
		r.write(slideTick, theme.Green, slideNumber, true, x-tick-r.unit*8, base)
	}
}

const slideTick = "✓"

// wrap gives the lines of a remark.
func (r *slideRenderer) wrap(i int, width, room float32) []string {
	most := slideRows
	if i == r.slide.page.At {
		most = max(int((room/r.unit-slideGap)/lineOf(r.size)), 1)
	}
	return r.measure(r.size, false).lines(r.slide.page.Lines[i].Text, width-r.unit*(2*slideEdge+r.indent()+slideCode), most)
}

// indent is the room for the badge, in parts.
func (r *slideRenderer) indent() float32 { return badgeOf(r.size) + 22 }

// fit returns which remarks are shown, and the height that they take.
func (r *slideRenderer) fit(width, room float32) (first, last int, used float32) {
	page := r.slide.page
	height := func(i int) float32 {
		return r.unit * (float32(len(r.wrap(i, width, room)))*lineOf(r.size) + slideGap)
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
	for _, px := range aloneSizes {
		step := u * lineOf(px)
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
	size := side * 0.6
	width := r.measure(size, true).width(l.Letter)
	r.write(l.Letter, theme.On(l.Color), size, true, x+(u*side-width)/2, baseline(y, u*side, u*size))
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
		m = newMeasure(part*r.unit, bold)
		r.words[key] = m
	}
	return m
}

// largest returns the first of these sizes in which the words fit in one line,
// or the last.
func (r *slideRenderer) largest(words string, bold bool, width float32, sizes []float32) float32 {
	for _, size := range sizes {
		if r.measure(size, bold).shape(words) <= width {
			return size
		}
	}
	return sizes[len(sizes)-1]
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
	t.Text, t.TextSize = words, part*r.unit
	weigh(t, bold)
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
