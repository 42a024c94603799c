package screen

import (
	"fmt"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// itemWords are the words of a list of points. Without a detail there is none.
type itemWords struct{ heading, about, empty, add, detail string }

// itemsPanel is one list of the programme: the agenda, the conditions.
type itemsPanel struct {
	*Prepare
	list   string
	detail bool
	rows   *rows[model.Item]
	none   *kit.Paragraph
	name   *kit.Field
	more   *kit.Field
	body   fyne.CanvasObject
}

func newAgendaPanel(p *Prepare) preparePanel {
	return newItemsPanel(p, model.ListAgenda, itemWords{
		text.PrepareAgenda, text.AgendaAbout, text.AgendaEmpty, text.AgendaAdd, text.AgendaDetail,
	})
}

func newItemsPanel(p *Prepare, list string, words itemWords) *itemsPanel {
	v := &itemsPanel{Prepare: p, list: list, detail: words.detail != "", none: muted(words.empty)}
	v.rows = newRows(func(i model.Item) string { return i.Key }, v.row)
	put := func(string) { v.put() }
	v.name, v.more = kit.NewField(words.add, ""), kit.NewField(words.detail, "")
	for _, f := range []*kit.Field{v.name, v.more} {
		f.Keys, f.Limit, f.OnSubmit = p.keys, nameLimit, put
	}
	add := p.button(text.Add, kit.Outline, v.put)
	adding := columns(v.widths(), space(), v.name, under(add))
	if v.detail {
		adding = columns(v.widths(), space(), v.name, v.more, under(add))
	}
	top := stack(6, muted(words.about))
	if words.heading != "" {
		top = stack(6, heading(words.heading), muted(words.about))
	}
	v.body = stack(14, top, v.none, v.rows.box, adding)
	return v
}

// space takes the place of what a row has and another hasn't.
func space() fyne.CanvasObject { return kit.NewLine() }

// widths are those of number, name, detail and what one does with it.
func (v *itemsPanel) widths() []float32 {
	if v.detail {
		return []float32{24, 0, 180, 86}
	}
	return []float32{24, 0, 86}
}

func (v *itemsPanel) content() fyne.CanvasObject { return v.body }

func (v *itemsPanel) target() fyne.Focusable { return v.name.Target() }

func (v *itemsPanel) show() {
	items := v.session.Programme().Lists[v.list]
	v.none.Hidden = len(items) > 0
	v.rows.set(items)
}

func (v *itemsPanel) row(key string) itemRow[model.Item] {
	now := model.Item{Key: key}
	number := kit.NewLine()
	name := v.cell("", "", nameLimit, func(s string) bool {
		return v.do(model.PutItem{List: v.list, Item: model.Item{Key: key, Name: s, Detail: now.Detail}})
	})
	more := v.cell("", "", nameLimit, func(s string) bool {
		return v.do(model.PutItem{List: v.list, Item: model.Item{Key: key, Name: now.Name, Detail: s}})
	})
	remove := v.small(text.Remove, text.Remove, func() {
		if v.do(model.RemoveItem{List: v.list, Key: key}) {
			v.name.Focus()
		}
	})
	object := columns(v.widths(), number, name.field, remove)
	if v.detail {
		object = columns(v.widths(), number, name.field, more.field, remove)
	}
	return itemRow[model.Item]{object, func(n int, item model.Item) {
		now = item
		number.SetRuns(kit.Run{Text: fmt.Sprint(n + 1), Color: theme.Muted})
		name.set(item.Name)
		more.set(item.Detail)
		remove.Label = text.RowLabel(text.Remove, item.Name)
	}}
}

func (v *itemsPanel) put() {
	if v.name.Text() != "" && v.do(model.PutItem{List: v.list, Item: model.Item{Name: v.name.Text(), Detail: v.more.Text()}}) {
		v.name.SetText("")
		v.more.SetText("")
	}
	v.name.Focus()
}
