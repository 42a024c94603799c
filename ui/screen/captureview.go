package screen

import (
	"fmt"
	"slices"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"
)

// showAll renders the screen anew.
func (c *Capture) showAll() {
	c.showRail()
	c.showModes()
	c.showColumns()
}

// changed patches what changed.
func (c *Capture) changed(changes []model.Change) {
	for _, change := range changes {
		switch change := change.(type) {
		case model.EntryAdded:
			c.setLast(change.Entry.ID)
			c.placeCard(change.Entry)
			c.showRail()
			c.showHead()
		case model.EntryChanged:
			c.takeCard(change.Before, change.After)
			if change.After.Code != "" {
				c.placeCard(change.After)
			}
			c.showRail()
			c.showHead()
		case model.ProgrammeChanged, model.Reloaded:
			c.fitProgramme()
			c.showAll()
		}
		if c.finder != nil {
			c.finder.changed(change)
		}
	}
}

// fitProgramme makes the columns anew when the kinds are others, and leaves no
// mode that the programme doesn't have.
func (c *Capture) fitProgramme() {
	p := c.session.Programme()
	if !slices.Equal(c.kinds, p.Kinds) {
		onBoard := c.middle.Objects[0] == c.board
		if c.board = c.buildBoard(); onBoard {
			c.showBoard()
		}
	}
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
	if e, ok := c.session.Entry(former); ok && !e.Withdrawn {
		if col := c.columns[e.Kind]; col != nil && e.Stakeholder == c.stakeholder {
			col.cards.Update(c.card(e))
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
	tag(e.Versions > 1, text.TwoVersions, kit.Bad)
	tag(e.Withdrawn, text.WithdrawnTag, kit.Quiet)
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
}

func (c *Capture) showHead() {
	c.head.SetRuns(
		kit.Run{Text: stakeholderName(c.session.Programme(), c.stakeholder), Size: theme.Title, Bold: true},
		kit.Run{Text: text.CaptureSummary(c.session.Count(c.stakeholder), c.session.ToCheck(c.stakeholder)), Color: theme.Muted, Gap: 14},
	)
}

// showRail shows the list at the left, with its counts.
func (c *Capture) showRail() {
	var items []kit.RailItem
	for i, s := range c.session.Programme().Stakeholders {
		digit := ""
		if i < 9 {
			digit = fmt.Sprint(i + 1)
		}
		items = append(items, kit.RailItem{
			Key: s.Key, Digit: digit, Badge: letters(s), Color: theme.Accent(s.Accent),
			Name: s.Name, Count: railCount(c.session.Count(s.Key)),
		})
	}
	items = append(items, kit.RailItem{
		Key: model.Unassigned, Digit: "0", Badge: "?", Color: theme.Ink,
		Name: text.ToAssign, Count: railCount(c.session.Count(model.Unassigned)), Apart: true,
	})
	c.rail.SetItems(items)
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
		c.what.SetHint(kindKeyName(0) + " – " + kindKeyName(len(p.Kinds)-1))
	}
	if n := len(p.Stakeholders); n > 0 {
		c.where.SetHint(fmt.Sprintf("Ctrl 1–%d, 0", min(n, 9)))
	}
	c.rail.Select(c.stakeholder)
}

// showBoard brings the columns back.
func (c *Capture) showBoard() { c.showInstead(c.board) }

// showInstead shows something in the place of the columns; the line stays.
func (c *Capture) showInstead(o fyne.CanvasObject) {
	if o == c.board {
		c.finder, c.prompt = nil, nil
	}
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
