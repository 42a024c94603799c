package screen

import (
	"slices"
	"strconv"

	"oogst/model"
	"oogst/model/search"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/trail"

	"github.com/google/uuid"
)

// history shows the audit trail of one line or of all, the newest first.
type history struct {
	lookup
	capture *Capture
	entry   model.ID // uuid.Nil: all that was done to the session
	lines   []told   // the oldest first
}

// told is a line of the trail: how it looks, what it is about, and what the
// words one looks for are held against.
type told struct {
	card   kit.Card
	about  model.ID
	folded string
}

// History opens the trail of the session.
func (c *Capture) History() { c.showHistory(uuid.Nil, text.HistoryTitle) }

func (c *Capture) historyOf(e model.Entry) { c.showHistory(e.ID, text.HistoryOf(e.Code)) }

func (c *Capture) showHistory(entry model.ID, title string) {
	h := &history{capture: c, entry: entry}
	h.lookup = c.newLookup(title, text.HistoryHint, h.show)
	h.results.OnEdit = h.open
	c.showLookup(h.lookup)
	c.history = h
	h.read()
}

// read takes the trail from the session.
func (h *history) read() {
	session := h.capture.session
	events := session.Trail()
	if h.entry != uuid.Nil {
		events = slices.DeleteFunc(events, func(e model.Event) bool { return e.Entity != h.entry })
	}
	h.lines = h.lines[:0]
	for i, l := range trail.Tell(session.Programme(), events) {
		card := kit.Card{
			Key: strconv.Itoa(i), Footer: l.Subject, Note: text.ToldBy(l.Actor, l.At),
			Text: text.Told(l.Action, l.Field, l.Before, l.After),
		}
		h.lines = append(h.lines, told{card, l.Entity, search.Fold(card.Footer + " " + card.Text + " " + card.Note)})
	}
	h.show()
}

func (h *history) show() {
	words := search.Words(h.query.Text())
	var cards []kit.Card
	for _, l := range slices.Backward(h.lines) {
		if search.Holds(l.folded, words) {
			cards = append(cards, l.card)
		}
	}
	h.results.SetCards(cards)
	h.say(text.Changed(len(cards)))
}

// open goes to the line that a change is about.
func (h *history) open(key string) {
	if i, err := strconv.Atoi(key); err == nil {
		h.capture.openEntry(h.lines[i].about)
	}
}
