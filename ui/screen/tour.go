package screen

import (
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// tour shows a newcomer the way, a step at a time, in the place of the
// columns: the capture line stays, and works.
type tour struct {
	capture *Capture
	step    int
	place   *fyne.Container
	next    *kit.Button
	skip    *kit.Button
}

// Tour begins the tour.
func (c *Capture) Tour() {
	t := &tour{capture: c, place: stack(12)}
	t.next = kit.NewButton(text.TourNext, kit.Primary, t.forth)
	t.skip = kit.NewButton(text.TourSkip, kit.Link, c.Escape)
	t.next.Keys, t.skip.Keys = c.host.Keys(), c.host.Keys()
	t.show()
	c.showInstead(inset(14, 14, 18, 18, kit.NewPanel(scrolled(t.place))))
	c.host.Canvas().Focus(t.next)
}

func (t *tour) show() {
	s := text.TourSteps[t.step]
	t.place.RemoveAll()
	t.place.Add(kit.NewLine(kit.Run{Text: text.TourCount(t.step+1, len(text.TourSteps)), Size: theme.Note, Color: theme.Muted}))
	t.place.Add(heading(s.Title))
	t.place.Add(kit.NewParagraph(s.Words, theme.Ink))
	keys := stack(9)
	for _, k := range s.Keys {
		keys.Add(kit.NewLine(kit.KeyHint(k[0], k[1])...))
	}
	t.place.Add(keys)
	if t.step == len(text.TourSteps)-1 {
		t.next.SetText(text.TourDone)
	}
	t.place.Add(inset(8, 0, 0, 0, row(16, t.next, t.skip)))
	t.place.Refresh()
}

// forth goes to the next step; after the last one the columns are back.
func (t *tour) forth() {
	if t.step++; t.step == len(text.TourSteps) {
		t.capture.Escape()
		return
	}
	t.show()
	t.capture.host.Canvas().Focus(t.next)
}
