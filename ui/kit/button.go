package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// Button is what one presses to do something. Fyne's own takes its height from
// the theme and cannot be a word in a row of text, so this one is ours.
type Button struct {
	control

	OnTapped func()
	// Label is what a screen reader says where the words alone don't tell, as
	// those of one button in a row of many.
	Label string

	text     string
	style    ButtonStyle
	disabled bool
	hovered  bool
}

// ButtonStyle is how much a button asks for attention.
type ButtonStyle int

// The styles: Primary is the one thing to do here, Outline another choice, and
// Link a word in a row.
const (
	Primary ButtonStyle = iota
	Outline
	Link
)

var (
	_ fyne.Widget        = (*Button)(nil)
	_ fyne.Focusable     = (*Button)(nil)
	_ fyne.Shortcutable  = (*Button)(nil)
	_ fyne.Tappable      = (*Button)(nil)
	_ fyne.Disableable   = (*Button)(nil)
	_ desktop.Hoverable  = (*Button)(nil)
	_ desktop.Cursorable = (*Button)(nil)
)

// NewButton returns a button that calls tapped, which may be nil.
func NewButton(text string, style ButtonStyle, tapped func()) *Button {
	b := &Button{text: text, style: style, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	b.onKey = b.key
	return b
}

// SetText changes the words on the button.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// Text returns the words on the button.
func (b *Button) Text() string { return b.text }

// Disable makes the button do nothing, and look so.
func (b *Button) Disable() { b.setDisabled(true) }

// Enable undoes Disable.
func (b *Button) Enable() { b.setDisabled(false) }

// Disabled says whether the button does nothing.
func (b *Button) Disabled() bool { return b.disabled }

func (b *Button) setDisabled(disabled bool) {
	if b.disabled != disabled {
		b.disabled = disabled
		b.Refresh()
	}
}

// Tapped is called by Fyne for a click.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled {
		call(b.OnTapped)
	}
}

func (b *Button) key(key fyne.KeyName) bool {
	if !isPress(key) {
		return false
	}
	b.Tapped(nil)
	return true
}

// MouseIn shows that the pointer is on the button.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.setHovered(true) }

// MouseMoved is called by Fyne.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has left.
func (b *Button) MouseOut() { b.setHovered(false) }

func (b *Button) setHovered(hovered bool) {
	b.hovered = hovered
	b.Refresh()
}

// Cursor shows whether the button can be clicked.
func (b *Button) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b, fill: canvas.NewRectangle(nil), glow: canvas.NewRectangle(nil),
		ring: canvas.NewRectangle(nil), words: canvas.NewText("", nil),
	}
	r.parts = parts{r.fill, r.glow, r.words, r.ring}
	r.Refresh()
	return r
}

// buttonLeast is the room around words that were cut.
const buttonLeast = 16

type buttonRenderer struct {
	parts
	button *Button
	fill   *canvas.Rectangle
	glow   *canvas.Rectangle
	ring   *canvas.Rectangle
	words  *canvas.Text
}

func (r *buttonRenderer) MinSize() fyne.Size {
	words := widthOf(r.button.text, r.words.TextSize, r.words.TextStyle.Bold)
	switch r.button.style {
	case Primary:
		return fyne.NewSize(words+44, 44)
	case Outline:
		return fyne.NewSize(words+32, 36)
	}
	return fyne.NewSize(words, 24)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.fill.Resize(size)
	r.glow.Resize(size)
	surround(r.ring, fyne.Position{}, size)
	if r.words.Text = r.button.text; size.Width > 0 && size.Width < r.MinSize().Width {
		shorten(r.words, size.Width-buttonLeast)
	}
	set(r.words, (size.Width-r.words.MinSize().Width)/2, baseline(0, size.Height, r.words.TextSize))
}

func (r *buttonRenderer) Refresh() {
	b, p := r.button, pen{r.button}
	ink, fill, line, size := theme.Teal, fyne.ThemeColorName(""), fyne.ThemeColorName(""), theme.Body
	switch {
	case b.style == Primary && b.disabled:
		ink, line, size = theme.Faint, theme.Rule, theme.Lead
	case b.style == Primary:
		ink, fill, size = theme.On(theme.Teal), theme.Teal, theme.Lead
	case b.disabled:
		ink = theme.Faint
	}
	if b.style == Outline {
		fill, line = theme.Surface, orElse(line, ink)
	}
	p.write(r.words, b.text, ink, size, !b.disabled)
	r.fill.CornerRadius, r.glow.CornerRadius = p.size(theme.Corner), p.size(theme.Corner)
	p.box(r.fill, fill, line, theme.Strong)
	p.box(r.glow, theme.Hover, "", theme.Border)
	r.glow.Hidden = !b.hovered || b.disabled
	p.ring(r.ring, b.focused && !b.disabled)
	r.Layout(b.Size())
	canvas.Refresh(b)
}
