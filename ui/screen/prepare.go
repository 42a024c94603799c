package screen

import (
	"strings"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// describeAfter is how long typing may be still before a field is stored.
const describeAfter = 600 * time.Millisecond

// PrepareHost is what the prepare screen needs of the shell.
type PrepareHost interface {
	Keys() *kit.KeyRouter
	Clock() kit.Clock
	Sentence(err error) string
	Path() string
	ChoosePlace()
	GoCapture()
}

// Prepare is Voorbereiden: the meeting and who is at the table.
type Prepare struct {
	host    PrepareHost
	session *model.Session
	content fyne.CanvasObject

	banner      *kit.Banner
	fields      map[model.Field]*kit.Field
	stops       map[model.Field]func() // pending stores
	add         *kit.Field
	table       *fyne.Container
	path        *kit.Paragraph
	unsubscribe func()
}

// described lists the fields in their order on screen.
var described = []struct {
	field       model.Field
	label, hint string
}{
	{model.Title, text.FieldTitle, ""},
	{model.Date, text.FieldDate, text.FieldDateHint},
	{model.Place, text.FieldPlace, ""},
	{model.Chair, text.FieldChair, ""},
	{model.Facilitator, text.FieldFacil, ""},
	{model.Classification, text.FieldClass, ""},
}

// NewPrepare makes the screen.
func NewPrepare(h PrepareHost, s *model.Session) *Prepare {
	p := &Prepare{
		host: h, session: s, banner: kit.NewBanner(),
		fields: map[model.Field]*kit.Field{}, stops: map[model.Field]func(){},
		table: stack(4), path: kit.NewParagraph("", theme.Muted),
	}
	p.build()
	p.showFields()
	p.showTable()
	p.unsubscribe = s.Subscribe(p.changed)
	return p
}

// Content is what the window shows.
func (p *Prepare) Content() fyne.CanvasObject { return p.content }

// Target is what has the focus when the screen opens.
func (p *Prepare) Target() fyne.Focusable { return p.fields[model.Title].Target() }

// Close stores what was typed and ends the screen.
func (p *Prepare) Close() {
	for f := range p.stops {
		p.store(f)
	}
	p.unsubscribe()
}

func (p *Prepare) build() {
	left := stack(10, heading(text.PrepareMeeting))
	for _, d := range described {
		f := kit.NewField(d.label, d.hint)
		f.Keys = p.host.Keys()
		f.OnChanged = func(string) { p.typed(d.field) }
		f.OnSubmit = func(string) { p.store(d.field) }
		p.fields[d.field] = f
		left.Add(f)
	}
	elsewhere := p.button(text.Elsewhere, kit.Link, p.host.ChoosePlace)
	left.Add(inset(10, 0, 0, 0, stack(4, kit.NewLine(kit.Run{Text: text.StoredAt, Bold: true}), p.path, row(0, elsewhere))))
	left.Add(inset(12, 0, 0, 0, row(0, p.button(text.StartCapture, kit.Primary, p.host.GoCapture))))

	p.add = kit.NewField(text.FieldAdd, "")
	p.add.Keys = p.host.Keys()
	p.add.OnSubmit = p.addStakeholder
	orders := row(16)
	for _, o := range p.session.Programme().Lists[model.ListOrders] {
		orders.Add(p.button(o.Name, kit.Link, func() { p.order(strings.Fields(o.Detail)) }))
	}
	right := stack(8, heading(text.PrepareTable), muted(text.PrepareAbout), orders, p.table, inset(8, 0, 0, 0, p.add),
		row(0, p.button(text.Add, kit.Outline, func() { p.addStakeholder(p.add.Text()) })))
	panels := kit.NewColumns(28, kit.NewPanel(container.NewVScroll(left)), kit.NewPanel(container.NewVScroll(right)))
	p.content = kit.NewDock(0, p.banner, nil, nil, nil, inset(22, 22, 28, 28, panels))
}

func (p *Prepare) button(words string, style kit.ButtonStyle, run func()) *kit.Button {
	b := kit.NewButton(words, style, run)
	b.Keys = p.host.Keys()
	return b
}

func (p *Prepare) typed(field model.Field) {
	if stop := p.stops[field]; stop != nil {
		stop()
	}
	p.stops[field] = p.host.Clock().AfterFunc(describeAfter, func() { p.store(field) })
}

// store puts one field on disk.
func (p *Prepare) store(field model.Field) {
	if stop := p.stops[field]; stop != nil {
		stop()
		delete(p.stops, field)
	}
	value := p.fields[field].Text()
	if field == model.Title && strings.TrimSpace(value) == "" {
		p.fields[field].SetProblem(text.TitleNeeded)
		return
	}
	p.fields[field].SetProblem("")
	if day, ok := text.ParseDay(value); ok && field == model.Date {
		value = day.Format(time.DateOnly)
	}
	p.do(model.Describe{Field: field, Value: value})
}

func (p *Prepare) do(c model.Command) {
	if err := p.session.Do(c); err != nil {
		p.banner.Say(kit.Bad, p.host.Sentence(err))
		return
	}
	p.banner.Clear()
}

func (p *Prepare) addStakeholder(name string) {
	if strings.TrimSpace(name) == "" {
		return
	}
	p.do(model.PutStakeholder{Stakeholder: model.Stakeholder{Name: name, Kind: "organisation"}})
	p.add.SetText("")
	p.add.Focus()
}

// order puts those of keys that are at the table in that order.
func (p *Prepare) order(keys []string) {
	var known []string
	for _, k := range keys {
		if _, ok := p.session.Programme().Stakeholder(k); ok {
			known = append(known, k)
		}
	}
	p.do(model.OrderStakeholders{Keys: known})
}

// move shifts the nth stakeholder one place.
func (p *Prepare) move(i, by int) {
	list := p.session.Programme().Stakeholders
	if j := i + by; j >= 0 && j < len(list) {
		keys := make([]string, len(list))
		for k, s := range list {
			keys[k] = s.Key
		}
		keys[i], keys[j] = keys[j], keys[i]
		p.do(model.OrderStakeholders{Keys: keys})
	}
}

func (p *Prepare) changed(changes []model.Change) {
	for _, c := range changes {
		switch c.(type) {
		case model.SessionChanged:
			p.showFields()
		case model.ProgrammeChanged:
			p.showTable()
		case model.Reloaded:
			p.showFields()
			p.showTable()
		}
	}
}

// showFields fills the fields that aren't being typed in.
func (p *Prepare) showFields() {
	info := p.session.Info()
	for field, value := range map[model.Field]string{
		model.Title: info.Title, model.Date: text.Date(info.Date), model.Place: info.Place, model.Chair: info.Chair,
		model.Facilitator: info.Facilitator, model.Classification: info.Classification,
	} {
		if f := p.fields[field]; p.stops[field] == nil && strings.TrimSpace(f.Text()) != value {
			f.SetText(value)
			if stop := p.stops[field]; stop != nil { // filling is not typing
				stop()
				delete(p.stops, field)
			}
		}
	}
	p.path.SetText(p.host.Path())
}

func (p *Prepare) showTable() {
	p.table.RemoveAll()
	for i, s := range p.session.Programme().Stakeholders {
		name := kit.NewLine(kit.Run{Text: s.Name})
		name.Most = 120
		buttons := row(12,
			p.button(text.Up, kit.Link, func() { p.move(i, -1) }),
			p.button(text.Down, kit.Link, func() { p.move(i, 1) }),
			p.button(text.Remove, kit.Link, func() { p.do(model.RemoveStakeholder{Key: s.Key}) }),
		)
		badge := kit.NewBadge(letters(s), theme.Accent(s.Accent), 26)
		p.table.Add(kit.NewDock(10, nil, nil, badge, buttons, inset(4, 0, 0, 0, name)))
	}
	p.table.Refresh()
}
