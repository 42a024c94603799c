package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// ModeBlock says in a word where the next line goes, on a block of colour, with
// the keys that change it below. Pressing it may change it too.
type ModeBlock struct {
	control

	OnTapped func()

	word, hint string
	fill       fyne.ThemeColorName
}

var (
	_ fyne.Widget        = (*ModeBlock)(nil)
	_ fyne.Focusable     = (*ModeBlock)(nil)
	_ fyne.Shortcutable  = (*ModeBlock)(nil)
	_ fyne.Tappable      = (*ModeBlock)(nil)
	_ desktop.Cursorable = (*ModeBlock)(nil)
)

// NewModeBlock returns a block with a word, a hint below it and a colour.
func NewModeBlock(word, hint string, fill fyne.ThemeColorName) *ModeBlock {
	m := &ModeBlock{word: word, hint: hint, fill: fill}
	m.ExtendBaseWidget(m)
	m.onKey = func(key fyne.KeyName) bool {
		if isPress(key) {
			call(m.OnTapped)
		}
		return isPress(key)
	}
	return m
}

// Set changes the word and the colour.
func (m *ModeBlock) Set(word string, fill fyne.ThemeColorName) {
	if m.word != word || m.fill != fill {
		m.word, m.fill = word, fill
		m.Refresh()
	}
}

// SetHint changes the words below.
func (m *ModeBlock) SetHint(hint string) {
	if m.hint != hint {
		m.hint = hint
		m.Refresh()
	}
}

// Tapped is called by Fyne for a click.
func (m *ModeBlock) Tapped(*fyne.PointEvent) { call(m.OnTapped) }

// Cursor shows that the block can be clicked.
func (m *ModeBlock) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (m *ModeBlock) CreateRenderer() fyne.WidgetRenderer {
	r := &modeRenderer{
		block: m, fill: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		word: canvas.NewText("", nil), hint: canvas.NewText("", nil),
	}
	r.parts = parts{r.fill, r.word, r.hint, r.ring}
	r.Refresh()
	return r
}

type modeRenderer struct {
	parts
	block      *ModeBlock
	fill, ring *canvas.Rectangle
	word, hint *canvas.Text
}

// The measures of a block. It does not grow with every longer word, so that the
// line beside it stays where it is.
const (
	modeWidth  = 120
	modeWidest = 184
	modeHeight = 54
	modePad    = 14
)

func (r *modeRenderer) MinSize() fyne.Size {
	words := widthOf(r.block.word, r.word.TextSize, r.word.TextStyle.Bold)
	return fyne.NewSize(min(max(words+2*modePad, modeWidth), modeWidest), modeHeight)
}

func (r *modeRenderer) Layout(size fyne.Size) {
	r.fill.Resize(size)
	surround(r.ring, fyne.Position{}, size)
	r.word.Text = r.block.word
	shorten(r.word, size.Width-2*modePad)
	middle := size.Height / 2
	set(r.word, modePad, middle-3)
	set(r.hint, modePad, middle+14)
}

func (r *modeRenderer) Refresh() {
	m, p := r.block, pen{r.block}
	ink := theme.On(m.fill)
	p.write(r.word, m.word, ink, theme.Lead, true)
	p.write(r.hint, m.hint, ink, theme.Small, false)
	r.fill.CornerRadius = p.size(theme.Corner)
	p.box(r.fill, m.fill, "", theme.Border)
	p.ring(r.ring, m.focused)
	r.Layout(m.Size())
	canvas.Refresh(m)
}
