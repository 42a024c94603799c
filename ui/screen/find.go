package screen

import (
	"slices"
	"strings"

	"oogst/model"
	"oogst/model/search"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"
)

// foundMost is how many results are shown.
const foundMost = 200

// finder looks through everything while one types.
type finder struct {
	capture *Capture
	index   *search.Index
	query   *kit.Field
	said    *kit.Line
	results *kit.CardColumn
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
	f := &finder{
		capture: c, index: search.NewIndex(c.session.Entries()), filters: c.newFilters(),
		query: kit.NewField(text.FindTitle, text.FindHint), said: kit.NewLine(), results: kit.NewCardColumn(),
	}
	f.query.Keys, f.results.Keys = c.host.Keys(), c.host.Keys()
	f.query.OnChanged = func(string) { f.show() }
	f.query.OnSubmit = func(string) { f.results.Focus() }
	f.results.OnEdit = f.open
	f.results.OnMenu = func(key string, at fyne.Position) { c.menu(f.results, key, at) }
	top := stack(8, f.query, f.filterRow(), row(16, f.said, kit.NewLine(kit.KeyHint("Esc", text.FindEscape)...)))
	c.showInstead(inset(14, 0, 18, 18, kit.NewDock(8, top, nil, nil, nil, f.results)))
	c.finder = f
	f.show()
	c.host.Canvas().Focus(f.query.Target())
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
	f.said.SetRuns(kit.Run{Text: said, Size: theme.Note, Color: theme.Muted})
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

// open goes to a result in its column.
func (f *finder) open(key string) {
	id, err := uuid.Parse(key)
	if err != nil {
		return
	}
	if e, ok := f.capture.session.Entry(id); ok && !e.Withdrawn {
		f.capture.goTo(e)
	}
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
