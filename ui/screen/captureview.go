package screen

import (
	"fmt"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"
)

// showAll renders the screen anew.
func (c *Capture) showAll() {
	c.rebuildBoard()
	c.showRail()
	c.showModes()
	c.showColumns()
}

// changed patches what changed.
func (c *Capture) changed(changes []model.Change) {
	for _, change := range changes {
		switch change := change.(type) {
		case model.EntryAdded:
			if c.alike != nil {
				c.alike.Put(change.Entry)
			}
			c.setLast(change.Entry.ID)
			c.placeCard(change.Entry)
			c.showRail()
			c.showHead()
		case model.EntryChanged:
			c.forget(change)
			c.takeCard(change.Before, change.After)
			if change.After.Code != "" {
				c.placeCard(change.After)
			}
			c.showRail()
			c.showHead()
		case model.ProgrammeChanged:
			c.fitModes()
			c.showAll()
		case model.Reloaded:
			c.alike = nil
			c.fitModes()
			c.showAll()
		}
		if c.finder != nil {
			c.finder.changed(change)
		}
	}
	if c.overview != nil {
		c.overview.show()
	}
	if c.history != nil {
		c.history.read()
	}
}

// forget keeps what lines are compared with up: what was undone is gone.
func (c *Capture) forget(change model.EntryChanged) {
	if c.alike == nil {
		return
	}
	e := change.After
	if e.Code == "" {
		e = change.Before
		e.Withdrawn = true
	}
	c.alike.Put(e)
}

// fitModes leaves no mode that the programme doesn't have.
func (c *Capture) fitModes() {
	p := c.session.Programme()
	if _, ok := p.Kind(c.kind); !ok && len(p.Kinds) > 0 {
		c.kind = p.Kinds[0].Key
	}
	if _, ok := p.Stakeholder(c.stakeholder); !ok && c.stakeholder != model.Unassigned {
		c.stakeholder = model.Unassigned
		if len(p.Stakeholders) > 0 {
			c.stakeholder = p.Stakeholders[0].Key
		}
	}
}

// takeCard removes a card that no longer stands where it stood.
func (c *Capture) takeCard(before, after model.Entry) {
	col := c.columns[before.Kind]
	if col != nil && before.Stakeholder == c.stakeholder && !before.SamePlace(after) {
		col.cards.Remove(before.ID.String())
		c.showColumnHead(col)
	}
}

// placeCard shows an entry where it belongs, if that is in sight.
func (c *Capture) placeCard(e model.Entry) {
	col := c.columns[e.Kind]
	if col == nil || e.Withdrawn || e.Stakeholder != c.stakeholder {
		return
	}
	if !col.cards.Update(c.card(e)) {
		col.cards.Insert(c.session.Place(e.ID), c.card(e))
		c.showColumnHead(col)
	}
	if e.ID == c.last {
		col.cards.ScrollTo(e.ID.String())
	}
}

// setLast makes an entry the last one stored: it is outlined, and no other.
func (c *Capture) setLast(id model.ID) {
	former := c.last
	c.last = id
	for _, changed := range []model.ID{former, id} {
		if e, ok := c.session.Entry(changed); ok && !e.Withdrawn {
			if col := c.columns[e.Kind]; col != nil && e.Stakeholder == c.stakeholder {
				col.cards.Update(c.card(e))
			}
		}
	}
}

// card is how an entry looks.
func (c *Capture) card(e model.Entry) kit.Card {
	card := kit.Card{Key: e.ID.String(), Text: e.Text, Footer: e.Code, Dim: e.Withdrawn}
	if e.ID == c.last {
		card.Outlined, card.Note = true, text.JustNow
	}
	tag := func(show bool, words string, tone kit.Tone) {
		if show {
			card.Tags = append(card.Tags, kit.Tag{Text: words, Tone: tone})
		}
	}
	tag(text.IsBeforehand(e.Origin), text.BeforeTag, kit.Quiet)
	tag(e.Status == model.ToCheck, text.ToCheckTag, kit.Check)
	tag(e.Visibility == model.VisibilityInternal, text.InternalTag, kit.Quiet)
	tag(e.Note != "", text.NoteTag, kit.Quiet)
	tag(e.Confirmed.Lapsed, text.NoLonger, kit.Bad)
	tag(e.Versions > 1, text.TwoVersions, kit.Bad)
	tag(e.Withdrawn, text.WithdrawnTag, kit.Quiet)
	tag(e.Judged(), text.JudgedTag, kit.Quiet)
	tag(e.Follow[model.EntryState] == model.StateDone, text.StateDone, kit.Good)
	for _, also := range e.Also {
		tag(true, text.AlsoTag(stakeholderName(c.session.Programme(), also)), kit.Quiet)
	}
	for _, t := range e.Themes {
		tag(true, "#"+c.session.ThemeWord(t), kit.Quiet)
	}
	return card
}

func (c *Capture) showColumns() {
	for _, col := range c.columns {
		cell := c.session.Cell(c.stakeholder, col.kind.Key)
		cards := make([]kit.Card, len(cell))
		for i, e := range cell {
			cards[i] = c.card(e)
		}
		col.cards.SetCards(cards)
		if len(cards) > 0 {
			col.cards.ScrollTo(cards[len(cards)-1].Key)
		}
		c.showColumnHead(col)
	}
	c.showHead()
}

func (c *Capture) showColumnHead(col *column) {
	col.head.SetHint(fmt.Sprintf("%s · %d", col.hint, col.cards.Len()))
	hidden := col.cards.Len() == 0 && col.kind.Key == model.KindAction // takes room only where there are any
	if col.box.Hidden != hidden {
		col.box.Hidden = hidden
		c.row.Refresh()
	}
}

// showRail shows the list at the left, with its counts.
func (c *Capture) showRail() {
	c.rail.SetItems(railItems(c.session.Programme(), func(key string) string { return railCount(c.session.Count(key)) }))
	c.rail.Select(c.stakeholder)
}

func railCount(n int) string {
	if n == 0 {
		return "–"
	}
	return text.Number(n)
}

// showModes shows where the next line goes, in words, colour and letter.
func (c *Capture) showModes() {
	p := c.session.Programme()
	fill := theme.Ink
	if s, ok := p.Stakeholder(c.stakeholder); ok {
		fill = theme.Accent(s.Accent)
	}
	c.where.Set(stakeholderName(p, c.stakeholder), fill)
	if k, ok := p.Kind(c.kind); ok {
		c.what.Set(k.Letter+" "+k.Name, theme.Accent(k.Accent))
	}
	if len(p.Kinds) > 0 {
		c.what.SetHint(c.host.KeyFor(KindCommand(p.Kinds[0].Key)) + " – " + c.host.KeyFor(KindCommand(p.Kinds[len(p.Kinds)-1].Key)))
	}
	if n := len(p.Stakeholders); n > 0 {
		c.where.SetHint(fmt.Sprintf("Ctrl 1–%d, 0", min(n, 9)))
	}
	c.rail.Select(c.stakeholder)
	c.lineRow.Refresh() // a longer name takes more room
}

// showBoard brings the columns back.
func (c *Capture) showBoard() { c.showInstead(c.board) }

// showInstead shows something in the place of the columns; the line stays.
func (c *Capture) showInstead(o fyne.CanvasObject) {
	c.finder, c.prompt, c.overview, c.history = nil, nil, nil, nil
	c.middle.Objects = []fyne.CanvasObject{o}
	c.middle.Layout = kit.NewDock(0, nil, nil, nil, nil, o).Layout
	c.middle.Refresh()
}

// doTo carries out a command on the entry of a card, if that is still there.
func (c *Capture) doTo(key string, command func(model.Entry) model.Command) bool {
	id, err := uuid.Parse(key)
	if err != nil {
		return true
	}
	e, ok := c.session.Entry(id)
	return !ok || c.do(command(e))
}
