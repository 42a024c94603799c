package screen

import (
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// kindsPanel is the soorten of the template: the columns of the harvest.
type kindsPanel struct {
	*Prepare
	rows *rows[model.Kind]
	add  *kit.Field
	body fyne.CanvasObject
}

// kindWidths are those of badge, letter, name, plural, heading, colour and
// remove.
var kindWidths = []float32{26, 48, 150, 160, 0, 132, 68}

func newKindsPanel(p *Prepare) preparePanel {
	v := &kindsPanel{Prepare: p}
	v.rows = newRows(func(k model.Kind) string { return k.Key }, v.row)
	v.add = kit.NewField(text.KindAdd, text.KindAddHint)
	v.add.Keys, v.add.Limit = p.keys, nameLimit
	v.add.OnSubmit = v.put
	adding := kit.NewDock(10, nil, nil, nil, under(p.button(text.Add, kit.Outline, func() { v.put(v.add.Text()) })), v.add)
	names := columnNames(kindWidths, "", text.ColumnLetter, text.ColumnName, text.ColumnPlural, text.ColumnHeading, text.ColumnColour)
	v.body = stack(14, muted(text.KindsAbout), stack(6, names, v.rows.box), adding)
	return v
}

func (v *kindsPanel) content() fyne.CanvasObject { return v.body }

func (v *kindsPanel) target() fyne.Focusable { return v.add.Target() }

func (v *kindsPanel) show() { v.rows.set(v.session.Programme().Kinds) }

func (v *kindsPanel) row(key string) itemRow[model.Kind] {
	change := func(edit func(*model.Kind)) bool {
		k, _ := v.session.Programme().Kind(key)
		edit(&k)
		return v.do(model.PutKind{Kind: k})
	}
	text1 := func(limit int, field func(*model.Kind) *string) *cell {
		return v.cell("", "", limit, func(s string) bool {
			return change(func(k *model.Kind) { *field(k) = s })
		})
	}
	badge := kit.NewBadge("", theme.Ink, 26)
	letter := text1(2, func(k *model.Kind) *string { return &k.Letter })
	name := text1(nameLimit, func(k *model.Kind) *string { return &k.Name })
	plural := text1(nameLimit, func(k *model.Kind) *string { return &k.Plural })
	header := text1(nameLimit, func(k *model.Kind) *string { return &k.Heading })
	colour := v.pick(text.ColumnColour, func(s string) {
		change(func(k *model.Kind) { k.Accent = s })
	})
	remove := v.small(text.Remove, text.Remove, func() {
		if v.do(model.RemoveKind{Key: key}) {
			v.add.Focus()
		}
	})
	return itemRow[model.Kind]{columns(kindWidths, badge, letter.field, name.field, plural.field, header.field, colour.button, remove), func(_ int, k model.Kind) {
		badge.Set(k.Letter, theme.Accent(k.Accent))
		letter.set(k.Letter)
		name.set(k.Name)
		plural.set(k.Plural)
		header.set(k.Heading)
		colour.set(colourOptions(k.Accent))
		remove.Label = text.RowLabel(text.Remove, k.Name)
	}}
}

// put adds a kind with the first letter of its name that no other has.
func (v *kindsPanel) put(name string) {
	kinds := v.session.Programme().Kinds
	taken := ""
	for _, k := range kinds {
		taken += strings.ToUpper(k.Letter)
	}
	letter := ""
	for _, r := range strings.ToUpper(name + "ABCDEFGHJKLMNOPQRSTUVWXYZ") {
		if r > ' ' && letter == "" && !strings.ContainsRune(taken, r) {
			letter = string(r)
		}
	}
	kind := model.Kind{Letter: letter, Name: name, Accent: text.Colours[len(kinds)%len(text.Colours)].Key}
	if strings.TrimSpace(name) != "" && v.do(model.PutKind{Kind: kind}) {
		v.add.SetText("")
	}
	v.add.Focus()
}
