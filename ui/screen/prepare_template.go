package screen

import (
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// templatePanel is Sjabloon: what makes this programme another than the next.
// One part of it shows at a time.
type templatePanel struct {
	*Prepare
	parts *kit.Tabs
	part  preparePanel
	shown *fyne.Container
	name  *kit.Field
	said  *kit.Banner
	body  fyne.CanvasObject
}

// templateParts are the parts of a template, in their order.
var templateParts = []struct {
	key, name string
	make      func(*Prepare) preparePanel
}{
	{"kinds", text.TemplateKinds, newKindsPanel},
	{model.ListLines, text.TemplateLines, listPart(model.ListLines, itemWords{about: text.LinesAbout, empty: text.LinesEmpty, add: text.LinesAdd})},
	{model.ListConditions, text.TemplateConds, listPart(model.ListConditions, itemWords{about: text.ConditionsAbout, empty: text.ConditionsEmpty, add: text.ConditionsAdd})},
	{model.ListPhases, text.TemplatePhases, listPart(model.ListPhases, itemWords{about: text.PhasesAbout, empty: text.PhasesEmpty, add: text.PhasesAdd, detail: text.PhasesDetail})},
	{"programme", text.TemplateProg, newProgrammePanel},
}

func listPart(list string, words itemWords) func(*Prepare) preparePanel {
	return func(p *Prepare) preparePanel { return newItemsPanel(p, list, words) }
}

func newTemplatePanel(p *Prepare) preparePanel {
	v := &templatePanel{Prepare: p, shown: stack(0), said: kit.NewBanner()}
	tabs := make([]kit.Tab, len(templateParts))
	for i, part := range templateParts {
		tabs[i] = kit.Tab{Key: part.key, Text: part.name}
	}
	v.parts = kit.NewTabs(tabs...)
	v.parts.Keys = p.keys
	v.parts.OnSelect = v.choose
	v.name = kit.NewField(text.SaveTemplateAs, "")
	v.name.Keys, v.name.Limit = p.keys, nameLimit
	v.name.OnSubmit = func(string) { v.save(false) }
	v.said.Action().Keys = p.keys
	save := kit.NewDock(10, nil, nil, nil, under(p.button(text.Save, kit.Outline, func() { v.save(false) })), v.name)
	v.body = stack(12, stack(6, heading(text.PrepareTemplate), muted(text.TemplateAbout)), v.parts, v.shown,
		inset(16, 0, 0, 0, kit.NewLine(kit.Run{Text: text.SaveTemplate, Size: theme.Heading, Bold: true})), save, v.said)
	v.choose(templateParts[0].key)
	return v
}

func (v *templatePanel) content() fyne.CanvasObject { return v.body }

func (v *templatePanel) target() fyne.Focusable { return v.parts }

func (v *templatePanel) show() { v.part.show() }

// choose shows a part.
func (v *templatePanel) choose(key string) {
	v.Settle()
	for _, part := range templateParts {
		if part.key == key {
			v.part = part.make(v.Prepare)
		}
	}
	v.part.show()
	v.shown.Objects = []fyne.CanvasObject{v.part.content()}
	v.fit()
}

// save keeps the programme for another session.
func (v *templatePanel) save(replace bool) {
	v.Settle()
	name := strings.TrimSpace(v.name.Text())
	if name == "" {
		v.name.SetProblem(text.TemplateNoName)
		v.name.Focus()
		return
	}
	v.name.SetProblem("")
	exists, err := v.host.SaveTemplate(name, replace)
	switch {
	case exists:
		v.said.Offer(kit.Check, v.host.Sentence(err), text.Replace, func() { v.save(true) })
	case err != nil:
		v.said.Say(kit.Bad, v.host.Sentence(err))
	default:
		v.said.Say(kit.Good, text.TemplateSaved(name))
	}
	v.fit()
	v.scroll.ScrollToBottom()
}

// programmePanel is what a template says of its programme.
type programmePanel struct {
	*Prepare
	fields describing
	body   *fyne.Container
}

func newProgrammePanel(p *Prepare) preparePanel {
	v := &programmePanel{Prepare: p, fields: describing{}, body: stack(12)}
	for _, d := range []describedField{
		{model.ProgrammeName, text.FieldProgramme, ""},
		{model.Organisation, text.FieldOrganiser, ""},
		{model.Goal, text.FieldGoal, ""},
	} {
		v.body.Add(v.fields.add(p, d))
	}
	return v
}

func (v *programmePanel) content() fyne.CanvasObject { return v.body }

func (v *programmePanel) target() fyne.Focusable { return v.fields[model.ProgrammeName].field.Target() }

func (v *programmePanel) show() { v.fields.show(v.session.Info()) }
