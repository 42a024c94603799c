package screen

import (
	"slices"
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// tablePanel is Aan tafel: the gemeenten and organisations, in their order.
type tablePanel struct {
	*Prepare
	list  *rows[model.Stakeholder]
	names fyne.CanvasObject
	none  *kit.Paragraph
	add   *kit.Field
	body  fyne.CanvasObject
}

// tableWidths are those of badge, name, letters, colour, up, down and remove.
var tableWidths = []float32{26, 0, 64, 136, 20, 20, 68}

func newTablePanel(p *Prepare) preparePanel {
	t := &tablePanel{Prepare: p, none: muted(text.NoOneAtTable)}
	t.list = newRows(func(s model.Stakeholder) string { return s.Key }, t.row)
	t.names = columnNames(tableWidths, "", text.ColumnName, text.ColumnLetters, text.ColumnColour)
	t.add = kit.NewField(text.FieldAdd, text.FieldAddHint)
	t.add.Keys, t.add.Limit = p.keys, nameLimit
	t.add.OnSubmit = t.put
	orders := row(16, kit.NewLine(kit.Run{Text: text.OrderAs, Color: theme.Muted}))
	for _, o := range p.session.Programme().Lists[model.ListOrders] {
		orders.Add(p.button(o.Name, kit.Link, func() { t.order(strings.Fields(o.Detail)) }))
	}
	top := stack(6, heading(text.PrepareTable), muted(text.PrepareAbout))
	if len(orders.Objects) > 1 {
		top.Add(orders)
	}
	adding := kit.NewDock(10, nil, nil, nil, under(p.button(text.Add, kit.Outline, func() { t.put(t.add.Text()) })), t.add)
	t.body = stack(14, top, stack(6, t.names, t.none, t.list.box), adding)
	return t
}

// under puts a button beside the box of a field, below the field's label.
func under(o fyne.CanvasObject) fyne.CanvasObject { return inset(22, 0, 0, 0, o) }

func (t *tablePanel) content() fyne.CanvasObject { return t.body }

func (t *tablePanel) target() fyne.Focusable { return t.add.Target() }

func (t *tablePanel) show() {
	all := t.session.Programme().Stakeholders
	t.none.Hidden, t.names.(*fyne.Container).Hidden = len(all) > 0, len(all) == 0
	t.list.set(all)
}

func (t *tablePanel) row(key string) itemRow[model.Stakeholder] {
	p := t.Prepare
	change := func(edit func(*model.Stakeholder)) bool {
		s, _ := p.session.Programme().Stakeholder(key)
		edit(&s)
		return p.do(model.PutStakeholder{Stakeholder: s})
	}
	badge := kit.NewBadge("", theme.Ink, 26)
	name := p.cell("", "", nameLimit, func(v string) bool {
		return change(func(s *model.Stakeholder) { s.Name = v })
	})
	letters := p.cell("", "", 2, func(v string) bool {
		return v != "" && change(func(s *model.Stakeholder) { s.Letters = v })
	})
	colour := p.pick(text.ColumnColour, func(v string) {
		change(func(s *model.Stakeholder) { s.Accent = v })
	})
	up := p.small("↑", text.Up, func() { t.move(key, -1) })
	down := p.small("↓", text.Down, func() { t.move(key, 1) })
	remove := p.small(text.Remove, text.Remove, func() {
		if p.do(model.RemoveStakeholder{Key: key}) {
			t.add.Focus()
		}
	})
	return itemRow[model.Stakeholder]{columns(tableWidths, badge, name.field, letters.field, colour.button, up, down, remove), func(_ int, s model.Stakeholder) {
		badge.Set(s.Letters, theme.Accent(s.Accent))
		name.set(s.Name)
		letters.set(s.Letters)
		colour.set(colourOptions(s.Accent))
		for b, does := range map[*kit.Button]string{up: text.Up, down: text.Down, remove: text.Remove} {
			b.Label = text.RowLabel(does, s.Name)
		}
	}}
}

// colourOptions are the palette's colours; key is the one that a thing has.
func colourOptions(key string) ([]option, string) {
	var all []option
	for _, c := range text.Colours {
		all = append(all, option{c.Key, c.Name})
	}
	if !slices.ContainsFunc(all, func(o option) bool { return o.key == key }) {
		all = append(all, option{key, text.Colour(key)})
	}
	return all, key
}

// put adds a stakeholder, in a colour that none has yet.
func (t *tablePanel) put(name string) {
	if strings.TrimSpace(name) == "" {
		return
	}
	used := map[string]bool{}
	all := t.session.Programme().Stakeholders
	for _, s := range all {
		used[s.Accent] = true
	}
	accent := text.Colours[len(all)%len(text.Colours)].Key
	for _, c := range slices.Backward(text.Colours) {
		if !used[c.Key] {
			accent = c.Key
		}
	}
	if t.do(model.PutStakeholder{Stakeholder: model.Stakeholder{Name: name, Accent: accent}}) {
		t.add.SetText("")
	}
	t.add.Focus()
}

// order puts those of keys that are at the table in that order.
func (t *tablePanel) order(keys []string) {
	t.do(model.OrderStakeholders{Keys: slices.DeleteFunc(keys, func(k string) bool {
		_, ok := t.session.Programme().Stakeholder(k)
		return !ok
	})})
}

// move shifts a stakeholder so many places.
func (t *tablePanel) move(key string, by int) {
	var keys []string
	for _, s := range t.session.Programme().Stakeholders {
		keys = append(keys, s.Key)
	}
	i := slices.Index(keys, key)
	if j := i + by; i >= 0 && j >= 0 && j < len(keys) {
		keys[i], keys[j] = keys[j], keys[i]
		t.do(model.OrderStakeholders{Keys: keys})
	}
}
