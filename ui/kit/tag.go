package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// Tone is how loud a tag or a banner speaks.
type Tone int

// The tones. Quiet tells, Good confirms, Check asks to look, Bad says that
// something went wrong.
const (
	Quiet Tone = iota
	Good
	Check
	Bad
)

func (t Tone) colors() (fill, ink fyne.ThemeColorName) {
	switch t {
	case Good:
		return theme.Green, theme.On(theme.Green)
	case Check:
		return theme.AmberSurface, theme.Amber
	case Bad:
		return theme.Crimson, theme.On(theme.Crimson)
	}
	return theme.Mist, theme.Ink
}

// tagPad is the room at both sides of the words of a tag, tagHeight its height.
const (
	tagPad    = 6
	tagHeight = 16
)

// Tag is a word on a small patch of colour.
type Tag struct {
	Text string
	Tone Tone
}

// tagView is a tag as it is drawn.
type tagView struct {
	patch *canvas.Rectangle
	words *canvas.Text
}

func newTagView() tagView {
	return tagView{patch: canvas.NewRectangle(nil), words: canvas.NewText("", nil)}
}

// draw places the tag with its baseline at y.
func (v tagView) draw(p pen, tag Tag, x, y float32) {
	fill, ink := tag.Tone.colors()
	p.write(v.words, tag.Text, ink, theme.Small, false)
	end := set(v.words, x+tagPad, y)
	v.patch.CornerRadius = p.size(theme.Step)
	p.box(v.patch, fill, "", theme.Border)
	place(v.patch, x, y-tagHeight+4, end+tagPad-x, tagHeight)
}

// TagLabel is a tag on its own.
type TagLabel struct {
	widget.BaseWidget

	tag Tag
}

var _ fyne.Widget = (*TagLabel)(nil)

// NewTagLabel returns a widget that shows a tag.
func NewTagLabel(tag Tag) *TagLabel {
	t := &TagLabel{tag: tag}
	t.ExtendBaseWidget(t)
	return t
}

// SetTag changes what the label shows.
func (t *TagLabel) SetTag(tag Tag) {
	if t.tag != tag {
		t.tag = tag
		t.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (t *TagLabel) CreateRenderer() fyne.WidgetRenderer {
	v := newTagView()
	r := &tagRenderer{parts: parts{v.patch, v.words}, label: t, view: v}
	r.Refresh()
	return r
}

type tagRenderer struct {
	parts
	label *TagLabel
	view  tagView
}

func (r *tagRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.view.words.MinSize().Width+2*tagPad, tagHeight)
}

func (r *tagRenderer) Layout(size fyne.Size) {
	r.view.draw(pen{r.label}, r.label.tag, 0, (size.Height+tagHeight)/2-4)
}

func (r *tagRenderer) Refresh() { r.Layout(r.label.Size()) }
