package screen

import (
	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// lookup is a list in the place of the columns that gets shorter as one types.
type lookup struct {
	query   *kit.Field
	said    *kit.Line
	results *kit.CardColumn
}

// newLookup makes one; show is called when the words to look for have changed.
func (c *Capture) newLookup(title, hint string, show func()) lookup {
	l := lookup{query: kit.NewField(title, hint), said: kit.NewLine(), results: kit.NewCardColumn()}
	l.query.Keys, l.results.Keys = c.host.Keys(), c.host.Keys()
	l.query.OnChanged = func(string) { show() }
	l.query.OnSubmit = func(string) { l.results.Focus() }
	return l
}

// showLookup opens the list, with what else narrows it; the line keeps its text.
func (c *Capture) showLookup(l lookup, filters ...fyne.CanvasObject) {
	top := stack(8, l.query)
	top.Objects = append(top.Objects, filters...)
	top.Add(row(16, l.said, kit.NewLine(kit.KeyHint("Esc", text.FindEscape)...)))
	c.showInstead(inset(14, 0, 18, 18, kit.NewDock(8, top, nil, nil, nil, l.results)))
	c.host.Canvas().Focus(l.query.Target())
}

// say tells beside the list how much there is.
func (l lookup) say(words string) {
	l.said.SetRuns(kit.Run{Text: words, Size: theme.Note, Color: theme.Muted})
}

// openEntry goes to a result in its column.
func (c *Capture) openEntry(id model.ID) {
	if e, ok := c.session.Entry(id); ok && !e.Withdrawn {
		c.goTo(e)
	}
}
