package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// Run is a piece of a Line. Size and Color are names of ui/theme; empty means
// Body and Ink.
type Run struct {
	Text  string
	Size  fyne.ThemeSizeName
	Color fyne.ThemeColorName
	Bold  bool
	Key   bool    // the name of a key, drawn as a key cap
	Whole bool    // left out rather than cut
	Gap   float32 // room before it
}

// KeyHint is a key cap with the words for what the key does.
func KeyHint(key, words string) []Run {
	return []Run{
		{Text: key, Size: theme.Hint, Bold: true, Key: true, Gap: 6},
		{Text: words, Size: theme.Note, Color: theme.Muted, Gap: 4},
	}
}

// Line is a line of text in pieces of different size and colour, on one
// baseline. It is cut with an ellipsis where it gets less room than it needs.
type Line struct {
	widget.BaseWidget

	// Most is how much width the line asks for at most; 0 is all it needs.
	Most float32
	// Trailing puts the line at the right end of its room.
	Trailing bool
	// Split puts the first piece on two lines in small letters, and leaves the
	// others out, where it would be cut on one.
	Split bool

	runs []Run
}

var _ fyne.Widget = (*Line)(nil)

// NewLine returns a line of these pieces.
func NewLine(runs ...Run) *Line {
	l := &Line{runs: runs}
	l.ExtendBaseWidget(l)
	return l
}

// SetRuns changes what the line says.
func (l *Line) SetRuns(runs ...Run) {
	same := len(runs) == len(l.runs)
	for i := 0; same && i < len(runs); i++ {
		same = runs[i] == l.runs[i]
	}
	if !same {
		l.runs = runs
		l.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &runsRenderer{line: l, second: canvas.NewText("", nil)}
	r.write()
	return r
}

// capPad is the room left and right of the letters on a key cap, capTall how far
// the cap reaches above and below their baseline.
const (
	capPad   = 6
	capAbove = 13
	capBelow = 5
)

type runView struct {
	words *canvas.Text
	cap   *canvas.Rectangle
}

type runsRenderer struct {
	parts
	line   *Line
	views  []runView
	second *canvas.Text // line of a first piece that is split
	width  float32
	big    float32
}

// write sets the words of all pieces and the size of the line.
func (r *runsRenderer) write() {
	p := pen{r.line}
	r.parts, r.width, r.big = r.parts[:0], 0, 0
	for i, run := range r.line.runs {
		if i == len(r.views) {
			r.views = append(r.views, runView{canvas.NewText("", nil), canvas.NewRectangle(nil)})
		}
		v := r.views[i]
		size, ink := orElse(run.Size, theme.Body), orElse(run.Color, theme.Ink)
		p.write(v.words, run.Text, ink, size, run.Bold)
		r.big = max(r.big, v.words.TextSize)
		r.width += run.width(v.words) + run.gap(i)
		if run.Key {
			v.cap.CornerRadius = p.size(theme.Step)
			p.box(v.cap, theme.KeyCap, "", theme.Border)
			r.parts = append(r.parts, v.cap)
		}
		r.parts = append(r.parts, v.words)
	}
	r.second.Hidden = true
	if r.line.Split {
		r.parts = append(r.parts, r.second)
	}
}

func (run Run) width(t *canvas.Text) float32 {
	w := t.MinSize().Width
	if run.Key {
		w += 2 * capPad
	}
	return w
}

func (run Run) gap(i int) float32 {
	if i == 0 {
		return 0
	}
	return run.Gap
}

func orElse[T comparable](value, otherwise T) T {
	var none T
	if value == none {
		return otherwise
	}
	return value
}

func (r *runsRenderer) MinSize() fyne.Size {
	height := float32(int(r.big*1.35 + 0.5))
	if r.line.Most > 0 {
		return fyne.NewSize(min(r.width, r.line.Most), height)
	}
	return fyne.NewSize(r.width, height)
}

func (r *runsRenderer) Layout(size fyne.Size) {
	if r.line.Split && r.split(size) {
		return
	}
	used := r.fit(size.Width)
	x, y := float32(0), baseline(0, size.Height, r.big)
	if r.line.Trailing {
		x = max(size.Width-used, 0)
	}
	for i, run := range r.line.runs {
		v := r.views[i]
		x += run.gap(i)
		if run.Key {
			place(v.cap, x, y-capAbove, run.width(v.words), capAbove+capBelow)
			set(v.words, x+capPad, y)
			x += run.width(v.words)
		} else {
			x = set(v.words, x, y)
		}
	}
}

// split puts the first piece on two lines, where it doesn't fit on one, and says
// whether it did.
func (r *runsRenderer) split(size fyne.Size) bool {
	if len(r.line.runs) == 0 {
		return false
	}
	run, first, p := r.line.runs[0], r.views[0].words, pen{r.line}
	ink := orElse(run.Color, theme.Ink)
	p.write(first, run.Text, ink, orElse(run.Size, theme.Body), run.Bold)
	r.second.Hidden = first.MinSize().Width <= size.Width+0.5
	if r.second.Hidden {
		return false
	}
	small := newMeasure(p.size(theme.Note), run.Bold)
	for i, line := range small.lines(run.Text, size.Width, 2) {
		t := []*canvas.Text{first, r.second}[i]
		p.write(t, line, ink, theme.Note, run.Bold)
		set(t, 0, baseline(0, size.Height, small.size)+(float32(i)-0.5)*railLine)
	}
	for _, v := range r.views[1:] {
		v.words.Hidden, v.cap.Hidden = true, true
	}
	return true
}

// fit cuts the first piece that is too wide, or leaves it out, hides those after
// it, and returns the width of what can be seen.
func (r *runsRenderer) fit(width float32) (used float32) {
	full := false
	for i, run := range r.line.runs {
		v, start := r.views[i], used+run.gap(i)
		v.words.Text = run.Text
		v.words.Hidden = full
		if !full && start+run.width(v.words) > width+0.5 {
			full = true
			v.words.Hidden = run.Whole || run.Key || start+r.big > width
			shorten(v.words, width-start)
		}
		v.cap.Hidden = v.words.Hidden
		if !v.words.Hidden {
			used = start + run.width(v.words)
		}
	}
	return used
}

func (r *runsRenderer) Refresh() {
	r.write()
	r.Layout(r.line.Size())
	canvas.Refresh(r.line)
}
