package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// CardColumn is a column of cards with wrapped text. It draws the cards that can
// be seen and knows the height of the others, so that ten thousand are no burden.
type CardColumn struct {
	control

	OnSelect func(key string)
	OnEdit   func(key string)                         // Enter, or a double click
	OnDelete func(key string)                         // Delete
	OnMark   func(key string)                         // Space
	OnMenu   func(key string, position fyne.Position) // right click, or the menu key; on the canvas
	OnLimit  func()                                   // a character did not fit in the editor
	Limit    int                                      // of a text that is edited, in characters

	list     *cardList
	anchor   string // the card that ScrollTo was asked for last
	selected string
	editor   *cardEditor // nil while nothing is edited
	spare    *cardEditor // kept for the next edit
	area     *cardArea
	scroll   *container.Scroll
}

var (
	_ fyne.Widget            = (*CardColumn)(nil)
	_ fyne.Focusable         = (*CardColumn)(nil)
	_ fyne.Shortcutable      = (*CardColumn)(nil)
	_ fyne.DoubleTappable    = (*CardColumn)(nil)
	_ fyne.SecondaryTappable = (*CardColumn)(nil)
	_ desktop.Mouseable      = (*CardColumn)(nil)
)

// NewCardColumn returns a column without cards.
func NewCardColumn() *CardColumn { return newCardColumn(smallCards) }

// NewReadingColumn returns a column of cards with large text and a badge, to
// read aloud from.
func NewReadingColumn() *CardColumn { return newCardColumn(readingCards) }

// NewMixedColumn returns a column of cards of several kinds, each with a badge.
func NewMixedColumn() *CardColumn { return newCardColumn(mixedCards) }

func newCardColumn(kind cardKind) *CardColumn {
	c := &CardColumn{list: newCardList(kind), Limit: DefaultLimit}
	c.ExtendBaseWidget(c)
	c.onKey = c.key
	c.area = newCardArea(c)
	c.scroll = container.NewVScroll(c.area)
	c.scroll.OnScrolled = func(fyne.Position) { c.area.Refresh() }
	return c
}

// SetCards replaces all cards. What is selected stays so, if it is still there;
// the card that is being edited stays until the edit ends.
func (c *CardColumn) SetCards(cards []Card) {
	c.prepare()
	editing, at := c.list.byKey[c.Editing()], c.list.index(c.Editing())
	c.list.set(cards)
	if editing != nil {
		c.list.hold(editing, at)
	}
	c.relaid()
}

// Insert puts a card at a place, counted from 0; a place beyond the end is the
// end. A card that is there already is updated where it is.
func (c *CardColumn) Insert(at int, card Card) {
	if c.Update(card) {
		return
	}
	c.prepare()
	c.list.insert(at, card)
	c.relaid()
}

// Update changes the card with the same key and says whether there is one.
func (c *CardColumn) Update(card Card) bool {
	r, ok := c.list.byKey[card.Key]
	if !ok {
		return false
	}
	c.prepare()
	r.gone = false
	if c.list.update(r, card) {
		c.list.stack(c.list.index(card.Key))
		c.relaid()
	}
	return true
}

// Remove takes a card out and says whether it was there. The one that is being
// edited goes when the edit has ended: its words are somebody's work.
func (c *CardColumn) Remove(key string) bool {
	at := c.list.index(key)
	if c.editor != nil && key == c.editor.key {
		c.list.byKey[key].gone = true
		return true
	}
	if !c.list.remove(key) {
		return false
	}
	if key == c.selected {
		c.selected = ""
		if n := len(c.list.rows); n > 0 {
			c.selected = c.list.rows[min(at, n-1)].card.Key
		}
	}
	c.relaid()
	return true
}

// Len returns the number of cards.
func (c *CardColumn) Len() int { return len(c.list.rows) }

// Card returns the card with a key.
func (c *CardColumn) Card(key string) (Card, bool) {
	r, ok := c.list.byKey[key]
	if !ok {
		return Card{}, false
	}
	return r.card, true
}

// Selected returns the key of the selected card, empty when there is none.
func (c *CardColumn) Selected() string { return c.selected }

// Select selects a card and brings it into view; an empty key selects none.
func (c *CardColumn) Select(key string) {
	if _, ok := c.list.byKey[key]; !ok {
		key = ""
	}
	if key == c.selected {
		return
	}
	c.selected = key
	c.ScrollTo(key)
	c.area.Refresh()
	if key != "" {
		call1(c.OnSelect, key)
	}
}

// ScrollTo brings a card into view, and keeps it there when the column gets
// another size: a window that opens has its size last.
func (c *CardColumn) ScrollTo(key string) {
	r, ok := c.list.byKey[key]
	if !ok {
		return
	}
	c.anchor = key
	c.scroll.ScrollToOffset(fyne.NewPos(0, c.offsetFor(r, c.scroll.Size().Height)))
	c.area.Refresh()
}

// offsetFor is how far to scroll for a row to be in view of a height: no further
// than needed.
func (c *CardColumn) offsetFor(r *cardRow, height float32) float32 {
	y := c.scroll.Offset.Y
	switch {
	case r.top-columnLead < y:
		y = r.top - columnLead
	case r.bottom()+columnLead > y+height:
		y = min(r.bottom()+columnLead-height, r.top-columnLead)
	}
	return max(y, 0)
}

// Focus gives the column the focus.
func (c *CardColumn) Focus() { giveFocus(c) }

// FocusGained selects the first card in view when none is selected, so that the
// ring has a place.
func (c *CardColumn) FocusGained() {
	c.focused = true
	if c.selected == "" && c.Len() > 0 {
		at := c.list.at(c.scroll.Offset.Y)
		c.selected = c.list.rows[min(at, c.Len()-1)].card.Key
	}
	c.area.Refresh()
}

// FocusLost takes the ring away.
func (c *CardColumn) FocusLost() {
	c.focused = false
	c.area.Refresh()
}

// prepare makes sure that there is something to measure with.
func (c *CardColumn) prepare() {
	p := pen{c}
	c.list.setType(p.size(c.list.kind.size), p.size(theme.Small))
}

// relaid redraws after cards have moved.
func (c *CardColumn) relaid() {
	if _, ok := c.list.byKey[c.selected]; !ok {
		c.selected = ""
	}
	c.scroll.Refresh()
}

// CreateRenderer is called by Fyne.
func (c *CardColumn) CreateRenderer() fyne.WidgetRenderer {
	return &columnRenderer{parts: parts{c.scroll}, column: c}
}

type columnRenderer struct {
	parts
	column *CardColumn
}

func (r *columnRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 80) }

func (r *columnRenderer) Layout(size fyne.Size) {
	c := r.column
	c.prepare()
	c.list.setWidth(size.Width - columnLead - columnTrail)
	if row, ok := c.list.byKey[c.anchor]; ok { // before the cards elsewhere would be drawn
		c.scroll.Offset.Y = c.offsetFor(row, size.Height)
	}
	c.scroll.Resize(size)
	c.scroll.Refresh()
}

// Refresh comes with a new theme, so nothing that was drawn still holds.
func (r *columnRenderer) Refresh() {
	r.column.prepare()
	r.column.area.redraw()
	r.column.scroll.Refresh()
}
