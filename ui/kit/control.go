package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// control is what the focusable widgets of the kit share: they know whether they
// have the focus and hand on the keys they do not use.
type control struct {
	widget.BaseWidget

	// Keys receives what the widget does not use itself.
	Keys *KeyRouter

	focused, shift bool
	onKey          func(fyne.KeyName) bool
}

// FocusGained shows the focus ring.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	c.Keys.gotFocus()
}

// FocusLost hides the focus ring.
func (c *control) FocusLost() {
	c.focused, c.shift = false, false
	c.Refresh()
}

// KeyDown remembers Shift, which TypedKey does not tell.
func (c *control) KeyDown(e *fyne.KeyEvent) { c.shift = c.shift || isShift(e.Name) }

// KeyUp is called by Fyne when a key is released.
func (c *control) KeyUp(e *fyne.KeyEvent) { c.shift = c.shift && !isShift(e.Name) }

// TypedKey is called by Fyne for a key without Ctrl, Alt or Super.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	if c.onKey != nil && c.onKey(e.Name) {
		return
	}
	c.Keys.typedKey(e, c.shift)
}

// TypedRune is called by Fyne for a character. The space that pressed a control
// has been used as a key.
func (c *control) TypedRune(r rune) {
	if r != ' ' {
		c.Keys.typedRune(r)
	}
}

// TypedShortcut is called by Fyne for a chord.
func (c *control) TypedShortcut(s fyne.Shortcut) { c.Keys.typedShortcut(s) }

// isPress says whether a key presses a control.
func isPress(key fyne.KeyName) bool {
	return key == fyne.KeySpace || key == fyne.KeyReturn || key == fyne.KeyEnter
}

// giveFocus moves the focus to a widget that is on a canvas.
func giveFocus(w focusable) {
	if c := canvasOf(w); c != nil {
		c.Focus(w)
	}
}

type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
