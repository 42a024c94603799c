package screen

import (
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// describeAfter is how long typing may be still before a field is stored.
const describeAfter = 600 * time.Millisecond

// described are the fields of a session, at the left and at the right.
var described = [2][]describedField{
	{
		{model.Title, text.FieldTitle, ""},
		{model.Date, text.FieldDate, text.FieldDateHint},
		{model.Place, text.FieldPlace, ""},
		{model.Classification, text.FieldClass, text.FieldClassHint},
		{model.Retain, text.FieldRetain, text.FieldRetainHint},
	},
	{
		{model.Chair, text.FieldChair, ""},
		{model.Facilitator, text.FieldFacil, ""},
	},
}

type describedField struct {
	field       model.Field
	label, hint string
}

// meetingPanel is Overleg: what the session says about itself, and its file.
type meetingPanel struct {
	*Prepare
	fields describing
	path   *kit.Paragraph
	body   fyne.CanvasObject
}

func newMeetingPanel(p *Prepare) preparePanel {
	m := &meetingPanel{Prepare: p, fields: describing{}, path: kit.NewParagraph("", theme.Muted)}
	left := stack(12, heading(text.PrepareMeeting))
	for _, d := range described[0] {
		left.Add(m.fields.add(p, d))
	}
	right := stack(12, heading(text.PrepareWho))
	for _, d := range described[1] {
		right.Add(m.fields.add(p, d))
	}
	elsewhere := p.button(text.Elsewhere, kit.Link, p.host.ChoosePlace)
	right.Add(inset(6, 0, 0, 0, stack(4, kit.NewLine(kit.Run{Text: text.StoredAt, Size: theme.Note, Bold: true}), m.path, row(0, elsewhere))))
	right.Add(inset(12, 0, 0, 0, row(0, p.button(text.StartCapture, kit.Primary, p.host.GoCapture))))
	m.body = kit.NewColumns(44, left, right)
	return m
}

func (m *meetingPanel) content() fyne.CanvasObject { return m.body }

func (m *meetingPanel) target() fyne.Focusable { return m.fields[model.Title].field.Target() }

func (m *meetingPanel) show() {
	m.fields.show(m.session.Info())
	m.path.SetText(m.host.Path())
}

// describing are cells for fields of the session's Info.
type describing map[model.Field]*cell

func (f describing) add(p *Prepare, d describedField) fyne.CanvasObject {
	c := p.cell(d.label, d.hint, nameLimit, func(value string) bool { return f.put(p, d.field, value) })
	c.after = describeAfter
	f[d.field] = c
	return c.field
}

func (f describing) put(p *Prepare, field model.Field, value string) bool {
	if field == model.Title && value == "" {
		f[field].field.SetProblem(text.TitleNeeded)
		return false
	}
	f[field].field.SetProblem("")
	if day, ok := text.ParseDay(value); ok && field == model.Date {
		value = day.Format(time.DateOnly)
	}
	return p.do(model.Describe{Field: field, Value: value})
}

func (f describing) show(info model.Info) {
	for field, value := range map[model.Field]string{
		model.Title: info.Title, model.Date: text.Date(info.Date), model.Place: info.Place, model.Chair: info.Chair,
		model.Facilitator: info.Facilitator, model.Classification: info.Classification, model.Retain: info.Retain,
		model.ProgrammeName: info.Programme, model.Organisation: info.Organisation, model.Goal: info.Goal,
	} {
		if c := f[field]; c != nil {
			c.set(value)
		}
	}
}
