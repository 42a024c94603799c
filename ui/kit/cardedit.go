package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"oogst/ui/theme"
)

// editRows is how many rows an editor shows at most before it scrolls.
const editRows = 8

// cardEditor is the entry inside the card that is being edited; a column has one
// for all its cards. Fyne reads the fonts again, and keeps them, for each theme
// override in which a letter is typed: 3 MB and some milliseconds. So only a size
// that isn't Fyne's own asks for one.
type cardEditor struct {
	key     string
	input   *input
	content fyne.CanvasObject
	inset   fyne.Position // of the content in its card
	done    func(text string, ok bool) bool
}

func newCardEditor(c *CardColumn) *cardEditor {
	e := &cardEditor{input: newInput(func() *KeyRouter { return c.Keys }, func() int { return c.Limit })}
	e.input.OnChanged = func(string) { c.fitEditor() }
	e.input.onEnter = func() { c.EndEdit(true) }
	e.input.onEscape = func() { c.EndEdit(false) }
	e.input.onLimit = func() { call(c.OnLimit) }
	e.content, e.inset = e.input, fyne.NewPos(4, 3) // the text stands where it stood in the card
	if c.list.kind.size != theme.Body {
		e.content, e.inset = container.NewThemeOverride(e.input, theme.Typing(c.list.kind.size)), fyne.Position{}
	}
	return e
}

// Edit opens the text of a card for editing, in its place. Enter ends with the
// new text and true, Escape with false; done is where the
// owner takes the focus back. The editor stays open when done gives false: its
// words are not safe. One that was open ends with true first.
func (c *CardColumn) Edit(key string, done func(text string, ok bool) bool) {
	r, ok := c.list.byKey[key]
	if !ok || !c.EndEdit(true) {
		return
	}
	if c.spare == nil {
		c.spare = newCardEditor(c)
	}
	e := c.spare
	e.key, e.done = key, done
	c.editor, c.selected = e, key
	e.input.SetText(r.card.Text)
	c.fitEditor()
	c.ScrollTo(key)
	e.input.cursorToEnd()
	// The canvas of the column: Fyne learns the canvas of a new object when it is
	// first drawn.
	if canvas := canvasOf(c); canvas != nil {
		canvas.Focus(e.input)
	}
}

// Editing returns the key of the card that is being edited, empty if none is.
func (c *CardColumn) Editing() string {
	if c.editor == nil {
		return ""
	}
	return c.editor.key
}

// fitEditor makes the card as high as its editor.
func (c *CardColumn) fitEditor() {
	e := c.editor
	e.place(c.list)
	e.input.fitRows(editRows)
	r := c.list.byKey[e.key]
	height := e.content.MinSize().Height + 2*e.inset.Y
	if r.forced == height {
		return
	}
	r.forced = height
	c.list.stack(c.list.index(e.key))
	c.relaid()
	c.ScrollTo(e.key)
}

// EndEdit closes the editor, if one is open: with its text, or without. It tells
// whether none is open any more.
func (c *CardColumn) EndEdit(ok bool) bool {
	e := c.editor
	if e == nil {
		return true
	}
	c.editor = nil
	if !e.done(e.input.Text, ok) {
		c.editor = e
		return false
	}
	// What done did may have taken the card away, or brought it back.
	if r := c.list.byKey[e.key]; r != nil {
		r.forced = 0
		if r.gone {
			c.list.remove(e.key)
		} else {
			c.list.stack(c.list.index(e.key))
		}
	}
	c.relaid()
	if canvas := canvasOf(c); canvas != nil && canvas.Focused() == e.input {
		canvas.Unfocus()
	}
	return true
}

// place puts the editor over its card.
func (e *cardEditor) place(list *cardList) {
	r := list.byKey[e.key]
	place(e.content, columnLead+e.inset.X, r.top+e.inset.Y, list.width-2*e.inset.X, max(r.height, r.forced)-2*e.inset.Y)
}
