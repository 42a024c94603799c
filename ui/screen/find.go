package screen

import (
	"slices"
	"strings"

	"oogst/model"
	"oogst/model/search"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// foundMost is how many results are shown.
const foundMost = 200

// finder looks through everything while one types.
type finder struct {
	lookup
	capture *Capture
	index   *search.Index
	filters []*filter
	only    map[model.ID]bool // when these are all that is asked for
}

// Find opens the finder in the place of the columns; the line keeps its text.
func (c *Capture) Find() { c.find() }

// FindThese lists some entries, in whatever cell they stand.
func (c *Capture) FindThese(entries []model.ID) {
	f := c.find()
	f.only = map[model.ID]bool{}
	for _, id := range entries {
		f.only[id] = true
	}
	f.show()
}

func (c *Capture) find() *finder {
	f := &finder{capture: c, index: search.NewIndex(c.session.Entries()), filters: c.newFilters()}
	f.lookup = c.newLookup(text.FindTitle, text.FindHint, f.show)
	f.results.OnEdit = func(key string) { c.openEntry(idOf(key)) }
	f.results.OnMenu = func(key string, at fyne.Position) { c.menu(f.results, key, at) }
	c.showLookup(f.lookup, f.filterRow())
	c.finder = f
	f.show()
	return f
}

func (f *finder) show() {
	entries, total := f.find()
	cards := make([]kit.Card, len(entries))
	for i, e := range entries {
		cards[i] = f.card(e)
	}
	f.results.SetCards(cards)
	said := ""
	if f.query.Text() != "" || f.filtered() || f.only != nil {
		said = text.Found(total, foundMost)
	}
	f.say(said)
}

// find gives the entries to show, the newest first, and how many there are in
// all. Without a word all that the filters let through.
func (f *finder) find() (out []model.Entry, total int) {
	session := f.capture.session
	var all []model.Entry
	switch {
	case strings.TrimSpace(f.query.Text()) != "":
		found, _ := f.index.Find(f.query.Text(), session.Len()+len(session.Operations()))
		for _, id := range found {
			if e, ok := session.Entry(id); ok {
				all = append(all, e)
			}
		}
	case f.filtered(), f.only != nil:
		all = session.Entries()
		slices.Reverse(all)
	}
	for _, e := range all {
		if f.lets(e) && (f.only == nil || f.only[e.ID]) {
			if total++; total <= foundMost {
				out = append(out, e)
			}
		}
	}
	return out, total
}

// card says of a result where it stands.
func (f *finder) card(e model.Entry) kit.Card {
	card := f.capture.card(e)
	p := f.capture.session.Programme()
	kind, _ := p.Kind(e.Kind)
	card.Note = stakeholderName(p, e.Stakeholder) + " · " + kind.Name
	card.Outlined = false
	return card
}

// changed keeps index and results up with the session.
func (f *finder) changed(change model.Change) {
	switch change := change.(type) {
	case model.EntryAdded:
		f.index.Put(change.Entry)
	case model.EntryChanged:
		if change.After.Code != "" {
			f.index.Put(change.After)
		}
	case model.Reloaded:
		f.index = search.NewIndex(f.capture.session.Entries())
	}
	f.show()
}
