package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// lookOf says how a card is to be drawn now.
func (c *CardColumn) lookOf(r *cardRow) look {
	editing := c.editor != nil && c.editor.key == r.card.Key
	selected := c.selected == r.card.Key
	return look{
		key: r.card.Key, revision: r.revision, width: c.list.width, height: r.bottom() - r.top,
		selected: selected, focused: selected && c.focused, editing: editing,
	}
}

// MouseDown selects at once: Fyne delays a tap until it is no double tap.
func (c *CardColumn) MouseDown(e *desktop.MouseEvent) {
	key := c.keyAt(e.Position)
	if key != "" && c.Editing() == "" {
		giveFocus(c)
		c.Select(key)
	}
}

// MouseUp is called by Fyne.
func (c *CardColumn) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped asks to edit the card under the pointer.
func (c *CardColumn) DoubleTapped(e *fyne.PointEvent) {
	if key := c.keyAt(e.Position); key != "" {
		call1(c.OnEdit, key)
	}
}

// TappedSecondary asks for the menu of the card under the pointer.
func (c *CardColumn) TappedSecondary(e *fyne.PointEvent) {
	if key := c.keyAt(e.Position); key != "" && c.OnMenu != nil {
		c.Select(key)
		c.OnMenu(key, e.AbsolutePosition)
	}
}

// keyAt returns the key of the card at a position of the column.
func (c *CardColumn) keyAt(pos fyne.Position) string {
	y := pos.Y + c.scroll.Offset.Y
	at := c.list.at(y)
	if at == c.Len() || c.list.rows[at].top > y || pos.X < columnLead || pos.X > columnLead+c.list.width {
		return ""
	}
	return c.list.rows[at].card.Key
}

// key handles the keys of a column that has the focus.
func (c *CardColumn) key(key fyne.KeyName) bool {
	at := c.list.index(c.selected)
	switch key {
	case fyne.KeyUp:
		c.selectAt(at - 1)
	case fyne.KeyDown:
		c.selectAt(at + 1)
	case fyne.KeyPageUp:
		c.selectAt(c.list.at(c.topOf(at) - c.scroll.Size().Height))
	case fyne.KeyPageDown:
		c.selectAt(c.list.at(c.topOf(at) + c.scroll.Size().Height))
	case fyne.KeyHome:
		c.selectAt(0)
	case fyne.KeyEnd:
		c.selectAt(c.Len() - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		return c.ask(at, c.OnEdit)
	case fyne.KeySpace:
		return c.ask(at, c.OnMark)
	case fyne.KeyDelete:
		return c.ask(at, c.OnDelete)
	case desktop.KeyMenu:
		return c.ask(at, c.menu)
	default:
		return false
	}
	return true
}

func (c *CardColumn) selectAt(at int) {
	if c.Len() > 0 {
		c.Select(c.list.rows[min(max(at, 0), c.Len()-1)].card.Key)
	}
}

func (c *CardColumn) topOf(at int) float32 {
	if at < 0 {
		return c.scroll.Offset.Y
	}
	return c.list.rows[at].top
}

// ask calls back about the selected card, if there is one and someone listens.
func (c *CardColumn) ask(at int, f func(key string)) bool {
	if at < 0 || f == nil {
		return false
	}
	f(c.selected)
	return true
}

// menu opens the menu of a card below its first line.
func (c *CardColumn) menu(key string) {
	if c.OnMenu == nil {
		return
	}
	y := c.list.byKey[key].top - c.scroll.Offset.Y + cardTop + cardLine
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	c.OnMenu(key, origin.AddXY(columnLead+cardPad, y))
}
