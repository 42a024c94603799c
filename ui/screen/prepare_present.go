package screen

import (
	"slices"
	"strings"
	"unicode/utf8"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// presentPanel is Aanwezigen: who is there, by function. A name is kept only
// where a person asks for it.
type presentPanel struct {
	*Prepare
	rows    *rows[model.Participant]
	names   *fyne.Container
	none    *kit.Paragraph
	role    *kit.Field
	preview *preview
	body    fyne.CanvasObject
}

func newPresentPanel(p *Prepare) preparePanel {
	v := &presentPanel{Prepare: p, none: muted(text.PresentEmpty), names: stack(0)}
	v.rows = newRows(func(x model.Participant) string { return x.Key }, v.row)
	keep := kit.NewCheckRow(text.KeepNames, text.KeepNamesWhy)
	keep.Keys = p.keys
	keep.SetChecked(p.keepNames)
	keep.OnChanged = v.keep
	v.role = kit.NewField(text.PresentAdd, text.PresentAddHint)
	v.role.Keys, v.role.Limit = p.keys, nameLimit
	v.role.OnSubmit = func(string) { v.put() }
	v.preview = newPreview(p)
	adding := kit.NewDock(10, nil, nil, nil, row(10,
		under(p.button(text.Add, kit.Outline, v.put)),
		under(p.button(text.PasteList, kit.Outline, v.paste))), v.role)
	v.body = stack(14, stack(6, heading(text.PreparePresent), muted(text.PresentAbout)), keep,
		stack(6, v.names, v.none, v.rows.box), stack(6, adding, muted(text.PasteListAbout)), v.preview.box)
	return v
}

func (v *presentPanel) content() fyne.CanvasObject { return v.body }

func (v *presentPanel) target() fyne.Focusable { return v.role.Target() }

func (v *presentPanel) show() {
	all := v.session.Programme().Participants
	v.none.Hidden, v.names.Hidden = len(all) > 0, len(all) == 0
	heads := []string{text.ColumnPresent, text.ColumnRole, text.ColumnOrg}
	if v.keepNames {
		heads = append(heads, text.ColumnPerson)
	}
	v.names.Objects = []fyne.CanvasObject{columnNames(v.widths(), heads...)}
	v.names.Refresh()
	v.rows.set(all)
}

// widths are those of presence, function, organisation, name and remove.
func (v *presentPanel) widths() []float32 {
	if v.keepNames {
		return []float32{66, 0, 190, 0, 68}
	}
	return []float32{66, 0, 190, 68}
}

func (v *presentPanel) row(key string) itemRow[model.Participant] {
	now := model.Participant{Key: key}
	change := func(edit func(*model.Participant)) bool {
		changed := now
		edit(&changed)
		return v.do(model.PutParticipant{Participant: changed})
	}
	there := kit.NewCheckRow("", "")
	there.Keys, there.Bare = v.keys, true
	there.OnChanged = func(on bool) {
		change(func(x *model.Participant) { x.Present = on })
	}
	role := v.cell("", "", nameLimit, func(s string) bool {
		return change(func(x *model.Participant) { x.Role = s })
	})
	org := v.pick(text.ColumnOrg, func(s string) {
		change(func(x *model.Participant) { x.Stakeholder = s })
	})
	name := v.cell("", "", nameLimit, func(s string) bool {
		return change(func(x *model.Participant) { x.Name = s })
	})
	remove := v.small(text.Remove, text.Remove, func() {
		if v.do(model.RemoveParticipant{Key: key}) {
			v.role.Focus()
		}
	})
	object := columns(v.widths(), there, role.field, org.button, remove)
	if v.keepNames {
		object = columns(v.widths(), there, role.field, org.button, name.field, remove)
	}
	return itemRow[model.Participant]{object, func(_ int, x model.Participant) {
		now = x
		there.SetChecked(x.Present)
		there.Label = text.RowLabel(text.ColumnPresent, x.Role)
		role.set(x.Role)
		org.set(organisations(v.session.Programme(), text.NoOrganisation), x.Stakeholder)
		name.set(x.Name)
		remove.Label = text.RowLabel(text.Remove, x.Role)
	}}
}

// organisations are those at the table, and none of them.
func organisations(p model.Programme, none string) []option {
	all := []option{{model.Unassigned, none}}
	for _, s := range p.Stakeholders {
		all = append(all, option{s.Key, s.Name})
	}
	return all
}

func (v *presentPanel) put() {
	if v.role.Text() != "" && v.do(model.PutParticipant{Participant: model.Participant{Role: v.role.Text()}}) {
		v.role.SetText("")
	}
	v.role.Focus()
}

// keep shows the column of names. Without it, no name stays on the list.
func (v *presentPanel) keep(on bool) {
	v.Settle()
	var drop model.Batch
	for _, x := range v.session.Programme().Participants {
		if x.Name != "" {
			x.Name = ""
			drop = append(drop, model.PutParticipant{Participant: x})
		}
	}
	v.keepNames = on
	clear(v.rows.made) // they have another column
	v.Prepare.show()
	if !on && len(drop) > 0 && v.do(drop) {
		v.say(kit.Quiet, text.NamesDropped)
	}
}

// paste shows what would be taken from the clipboard; one step takes it.
func (v *presentPanel) paste() {
	v.say(kit.Quiet, "")
	people := parsePeople(v.host.Clipboard(), v.session.Programme())
	switch {
	case people.long > 0:
		v.say(kit.Bad, text.TooLongLine(people.long, nameLimit))
	case len(people.list) == 0:
		v.say(kit.Check, text.ClipboardEmpty)
	case len(people.list) > text.PeopleMost:
		v.say(kit.Bad, text.PeopleTooMany)
	default:
		v.offer(people)
		return
	}
	v.preview.close()
}

func (v *presentPanel) offer(people people) {
	said := text.PeopleFound(len(people.list), people.names, v.keepNames, people.unknown)
	samples := make([]string, len(people.list))
	for i, x := range people.list {
		samples[i] = x.Role
		if s, ok := v.session.Programme().Stakeholder(x.Stakeholder); ok {
			samples[i] += " · " + s.Name
		}
	}
	v.preview.open(said, samples, text.TakePeople(len(people.list)), func() {
		var batch model.Batch
		for _, x := range people.list {
			if !v.keepNames {
				x.Name = ""
			}
			batch = append(batch, model.PutParticipant{Participant: x})
		}
		if v.do(batch) {
			v.preview.close()
			v.role.Focus()
		}
	})
}

// people are what a clipboard says of who is there.
type people struct {
	list    []model.Participant
	names   int
	unknown []string // organisations that are not at the table
	long    int      // the first line that is no list of people
}

// parsePeople reads a function a line, or function, organisation and name with
// a semicolon or a tab between them.
func parsePeople(clipboard string, p model.Programme) (out people) {
	known := map[string]string{}
	for _, s := range p.Stakeholders {
		for _, name := range []string{s.Key, s.Name, s.Short, "gemeente " + s.Name} {
			known[strings.ToLower(name)] = s.Key
		}
	}
	n := 0
	for line := range strings.Lines(strings.ReplaceAll(clipboard, "\r", "\n")) {
		cells := append(strings.Split(strings.ReplaceAll(line, "\t", ";"), ";"), "", "")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if n++; cells[0] == "" || n == 1 && strings.EqualFold(cells[0], text.ColumnRole) {
			continue
		}
		if utf8.RuneCountInString(line) > nameLimit && out.long == 0 {
			out.long = n
		}
		key, ok := known[strings.ToLower(cells[1])]
		if !ok && cells[1] != "" && !slices.Contains(out.unknown, cells[1]) {
			out.unknown = append(out.unknown, cells[1])
		}
		if cells[2] != "" {
			out.names++
		}
		out.list = append(out.list, model.Participant{Role: cells[0], Stakeholder: key, Name: cells[2]})
	}
	return out
}
