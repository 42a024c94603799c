package screen

import (
	"slices"
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/google/uuid"
)

// editLast edits the entry stored last, in its place. The gemeente of the
// round changes to the entry's when that is another.
func (c *Capture) editLast() {
	e, ok := c.lastEntry()
	if !ok {
		return
	}
	c.goTo(e)
	c.edit(c.columns[e.Kind], e.ID.String())
}

// newest is the last entry in the chosen cell: what one sees at the bottom.
func (c *Capture) newest() (model.Entry, bool) {
	cell := c.session.Cell(c.stakeholder, c.kind)
	if len(cell) == 0 {
		return model.Entry{}, false
	}
	return cell[len(cell)-1], true
}

// goTo shows an entry and selects it.
func (c *Capture) goTo(e model.Entry) {
	if e.Stakeholder != c.stakeholder || c.finder != nil || c.history != nil {
		c.Choose(e.Stakeholder)
	}
	if col := c.columns[e.Kind]; col != nil {
		col.cards.Select(e.ID.String())
	}
}

// edit opens a card in its place; the focus comes back to the line. What can't
// be stored stays open; without words the entry stays as it was.
func (c *Capture) edit(col *column, key string) {
	if col == nil || !c.endEdits() {
		return
	}
	col.cards.Edit(key, func(words string, ok bool) bool {
		if ok && !c.do(model.Edit{Entry: idOf(key), Text: words}) && strings.TrimSpace(words) != "" {
			return false
		}
		c.line.Focus()
		return true
	})
}

// endEdits stores what is being edited and tells whether it could.
func (c *Capture) endEdits() bool {
	for _, col := range c.columns {
		if !col.cards.EndEdit(true) {
			return false
		}
	}
	return true
}

// menu offers what can be done with one entry.
func (c *Capture) menu(cards *kit.CardColumn, key string, at fyne.Position) {
	id, err := uuid.Parse(key)
	if err != nil || !c.endEdits() {
		return
	}
	e, ok := c.session.Entry(id)
	if !ok {
		return
	}
	pop := widget.NewPopUpMenu(fyne.NewMenu("", c.entryMenu(e)...), c.host.Canvas())
	pop.OnDismiss = func() {
		pop.Hide()
		if cards.Editing() == "" && c.prompt == nil {
			c.line.Focus()
		}
	}
	pop.ShowAtPosition(at)
}

func (c *Capture) entryMenu(e model.Entry) []*fyne.MenuItem {
	act := func(label string, command model.Command) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { c.do(command) })
	}
	history := fyne.NewMenuItem(text.CmdHistoryOf, func() { c.historyOf(e) })
	if e.Withdrawn {
		return []*fyne.MenuItem{act(text.CmdRestore, model.Restore{Entry: e.ID}), history}
	}
	check := act(text.CmdMark, model.Mark{Entry: e.ID, Status: model.ToCheck})
	if e.Status == model.ToCheck {
		check = act(text.CmdUnmark, model.Mark{Entry: e.ID, Status: model.Captured})
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(text.CmdEdit, func() {
			c.goTo(e)
			c.edit(c.columns[e.Kind], e.ID.String())
		}),
		check,
		fyne.NewMenuItem(text.CmdNote, func() { c.askNote(e) }),
		fyne.NewMenuItemSeparator(),
		c.moveMenu(e), c.kindMenu(e), c.alsoMenu(e),
		fyne.NewMenuItem(text.CmdUp, func() { c.shift(e, -1) }),
		fyne.NewMenuItem(text.CmdDown, func() { c.shift(e, 1) }),
		fyne.NewMenuItemSeparator(),
	}
	if e.Versions > 1 {
		items = append([]*fyne.MenuItem{c.versionsMenu(e)}, items...)
	}
	if follow := c.followMenus(e); len(follow) > 0 {
		items = append(append(items, follow...), fyne.NewMenuItemSeparator())
	}
	items = append(items, history, act(text.CmdWithdraw, model.Withdraw{Entry: e.ID}))
	if e.Said != e.Text {
		said := fyne.NewMenuItem(text.CmdSaid+shortened(e.Said, menuMost), nil)
		said.Disabled = true
		items = append(items, fyne.NewMenuItemSeparator(), said)
	}
	return items
}

// versionsMenu lets one choose between what two people wrote apart.
func (c *Capture) versionsMenu(e model.Entry) *fyne.MenuItem {
	item := fyne.NewMenuItem(text.CmdVersions, nil)
	item.ChildMenu = fyne.NewMenu("")
	add := func(label string, settle model.Settle) {
		settle.Entry = e.ID
		item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(label, func() { c.do(settle) }))
	}
	p, texts := c.session.Programme(), 0
	for _, side := range c.session.Sides(e.ID) {
		field, value := text.ColumnStatus, side.Value
		switch side.Field {
		case model.EntryText:
			field = text.ColumnText
			texts++
		case model.EntryNote:
			field = text.ColumnNote
		case model.EntryKind:
			field, value = text.ColumnKind, kindOf(p, value).Name
		case model.EntryStakeholder:
			field, value = text.ColumnRow, stakeholderName(p, value)
		}
		add(text.VersionOf(field, shortened(value, menuMost), side.Actor, side.At), model.Settle{Sides: []model.Key{side.Key}})
	}
	if texts > 0 {
		add(text.KeepBoth, model.Settle{Both: true})
	}
	if len(item.ChildMenu.Items) == 0 {
		add(text.OtherVersions, model.Settle{})
	}
	return item
}

// menuMost keeps a menu from becoming wider than the window.
const menuMost = 60

// shortened cuts a text to at most so many characters.
func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return strings.TrimRight(string(r[:most]), " ,.;:") + "…"
	}
	return s
}

func (c *Capture) moveMenu(e model.Entry) *fyne.MenuItem {
	item := fyne.NewMenuItem(text.CmdMoveTo, nil)
	add := func(key, name string) {
		if key != e.Stakeholder {
			item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(name, func() {
				c.do(model.Move{Entry: e.ID, Kind: e.Kind, Stakeholder: key})
			}))
		}
	}
	item.ChildMenu = fyne.NewMenu("")
	for _, s := range c.session.Programme().Stakeholders {
		add(s.Key, s.Name)
	}
	add(model.Unassigned, text.Unassigned)
	return item
}

func (c *Capture) kindMenu(e model.Entry) *fyne.MenuItem {
	item := fyne.NewMenuItem(text.CmdKindTo, nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, k := range c.session.Programme().Kinds {
		if k.Key != e.Kind {
			item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(k.Name, func() {
				c.do(model.Move{Entry: e.ID, Kind: k.Key, Stakeholder: e.Stakeholder})
			}))
		}
	}
	return item
}

// alsoMenu says who named an entry too, and lets one change it.
func (c *Capture) alsoMenu(e model.Entry) *fyne.MenuItem {
	item := fyne.NewMenuItem(text.CmdAlsoBy, nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, s := range c.session.Programme().Stakeholders {
		if s.Key == e.Stakeholder {
			continue
		}
		named := slices.Contains(e.Also, s.Key)
		other := fyne.NewMenuItem(s.Name, func() { c.do(model.AlsoNamed{Entry: e.ID, Stakeholder: s.Key, Named: !named}) })
		other.Checked = named
		item.ChildMenu.Items = append(item.ChildMenu.Items, other)
	}
	return item
}

// shift moves an entry one place up or down in its column.
func (c *Capture) shift(e model.Entry, by int) {
	cell := c.session.Cell(e.Stakeholder, e.Kind)
	to := c.session.Place(e.ID) + by
	if to < 0 || to >= len(cell) {
		return
	}
	after := uuid.Nil
	switch {
	case by > 0:
		after = cell[to].ID
	case to > 0:
		after = cell[to-1].ID
	}
	c.do(model.Reorder{Entry: e.ID, After: after})
}

// askNote asks for an internal note.
func (c *Capture) askNote(e model.Entry) {
	c.ask(text.NoteLabel+e.Code, text.NoteHint, e.Note, func(note string) model.Command {
		return model.Annotate{Entry: e.ID, Note: note}
	})
}
