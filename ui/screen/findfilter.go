package screen

import (
	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// filter is one of the conditions of the finder: a button that names its choice
// and opens the others. The first choice lets everything through.
type filter struct {
	name    string
	choices []filterChoice
	at      int
	button  *kit.Button
}

type filterChoice struct {
	name string
	lets func(model.Entry) bool
}

// The filters, in their order on screen.
const (
	filterStakeholder = iota
	filterKind
	filterStatus
	filterWithdrawn
)

func (c *Capture) newFilters() []*filter {
	everything := func(model.Entry) bool { return true }
	all := filterChoice{text.FilterAll, everything}
	p := c.session.Programme()
	stakeholders, kinds := []filterChoice{all}, []filterChoice{all}
	for _, s := range p.Stakeholders {
		stakeholders = append(stakeholders, filterChoice{s.Name, func(e model.Entry) bool { return e.Stakeholder == s.Key }})
	}
	stakeholders = append(stakeholders, filterChoice{text.Unassigned, func(e model.Entry) bool { return e.Stakeholder == model.Unassigned }})
	for _, k := range p.Kinds {
		kinds = append(kinds, filterChoice{k.Name, func(e model.Entry) bool { return e.Kind == k.Key }})
	}
	return []*filter{
		filterStakeholder: {name: text.FilterStakeholder, choices: stakeholders},
		filterKind:        {name: text.FilterKind, choices: kinds},
		filterStatus: {name: text.FilterStatus, choices: []filterChoice{
			all,
			{text.FilterToCheck, func(e model.Entry) bool { return e.Status == model.ToCheck }},
			{text.FilterConfirmed, func(e model.Entry) bool { return e.Confirmed.Valid() }},
			{text.InternalTag, func(e model.Entry) bool { return e.Visibility == model.VisibilityInternal }},
		}},
		filterWithdrawn: {name: text.FilterWithdrawn, choices: []filterChoice{
			{text.FilterAlso, everything},
			{text.FilterNot, func(e model.Entry) bool { return !e.Withdrawn }},
			{text.FilterOnly, func(e model.Entry) bool { return e.Withdrawn }},
		}},
	}
}

// filterRow holds the buttons.
func (f *finder) filterRow() fyne.CanvasObject {
	buttons := row(20)
	for _, x := range f.filters {
		x.button = f.capture.link("", nil)
		x.button.OnTapped = func() { f.choose(x) }
		x.set(0)
		buttons.Add(x.button)
	}
	return buttons
}

func (x *filter) set(at int) {
	x.at = at
	x.button.SetText(text.FilterIs(x.name, x.choices[at].name))
}

// choose opens the choices below the button; the words one looks for have the
// focus afterwards.
func (f *finder) choose(x *filter) {
	var items []*fyne.MenuItem
	for i, choice := range x.choices {
		item := fyne.NewMenuItem(choice.name, func() {
			x.set(i)
			f.show()
		})
		item.Checked = i == x.at
		items = append(items, item)
	}
	canvas := f.capture.host.Canvas()
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), canvas)
	pop.OnDismiss = func() {
		pop.Hide()
		canvas.Focus(f.query.Target())
	}
	pop.ShowAtRelativePosition(fyne.NewPos(0, x.button.Size().Height), x.button)
}

// filtered tells whether any filter leaves something out.
func (f *finder) filtered() bool {
	for _, x := range f.filters {
		if x.at > 0 {
			return true
		}
	}
	return false
}

func (f *finder) lets(e model.Entry) bool {
	for _, x := range f.filters {
		if !x.choices[x.at].lets(e) {
			return false
		}
	}
	return true
}
