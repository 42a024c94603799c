package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// Paragraph is running text that wraps, without the padding of Fyne's label, so
// that it lines up with what stands above it. Like the label it learns its
// height when it gets its width.
type Paragraph struct {
	widget.BaseWidget

	text string
	ink  fyne.ThemeColorName
	most int
	rows int
}

var _ fyne.Widget = (*Paragraph)(nil)

// paragraphRows is where a text ends that nobody bounded.
const paragraphRows = 100

// NewParagraph returns a text in a colour.
func NewParagraph(text string, ink fyne.ThemeColorName) *Paragraph {
	p := &Paragraph{text: text, ink: ink, most: paragraphRows, rows: 1}
	p.ExtendBaseWidget(p)
	return p
}

// SetText changes the text.
func (p *Paragraph) SetText(text string) { p.Set(text, p.ink) }

// Set changes the text and its colour.
func (p *Paragraph) Set(text string, ink fyne.ThemeColorName) {
	if p.text != text || p.ink != ink {
		p.text, p.ink = text, ink
		p.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer { return &paragraphRenderer{paragraph: p} }

type paragraphRenderer struct {
	parts
	paragraph *Paragraph
	lines     []*canvas.Text
	words     *measure
}

// paragraphLine is the distance from line to line.
const paragraphLine = 20

func (r *paragraphRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, float32(r.paragraph.rows)*paragraphLine)
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	p := pen{r.paragraph}
	if px := p.size(theme.Body); r.words == nil || r.words.size != px {
		r.words = newMeasure(px, false)
	}
	lines := r.words.lines(r.paragraph.text, size.Width, r.paragraph.most)
	r.parts = r.parts[:0]
	for i, line := range lines {
		if i == len(r.lines) {
			r.lines = append(r.lines, canvas.NewText("", nil))
		}
		p.write(r.lines[i], line, r.paragraph.ink, theme.Body, false)
		set(r.lines[i], 0, baseline(float32(i)*paragraphLine, paragraphLine, r.words.size))
		r.parts = append(r.parts, r.lines[i])
	}
	r.paragraph.rows = max(len(lines), 1)
}

func (r *paragraphRenderer) Refresh() {
	r.Layout(r.paragraph.Size())
	canvas.Refresh(r.paragraph)
}
