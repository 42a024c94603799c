package screen

import (
	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// followMenus offer what becomes of a line: any is part of programme lines and
// reaches so far; a pilot idea is held against the conditions, and it and an
// action have somebody who takes them on.
func (c *Capture) followMenus(e model.Entry) (items []*fyne.MenuItem) {
	items = append(items, c.scopeMenu(e))
	conditions := c.session.Programme().Lists[model.ListConditions]
	pilot := e.Kind == model.KindPilotIdea || e.Judged()
	if pilot && len(conditions) > 0 {
		items = append(items, c.judgeMenu(e, conditions))
	}
	fields := []model.EntryField{model.EntryLead, model.EntryDue}
	switch {
	case pilot:
		fields = []model.EntryField{model.EntryReason, model.EntryLead, model.EntryStep, model.EntryDue}
	case e.Kind != model.KindAction:
		return items
	}
	follow := fyne.NewMenuItem(text.CmdFollow, nil)
	follow.ChildMenu = fyne.NewMenu("")
	for _, f := range fields {
		name := text.FollowNames[string(f)]
		item := fyne.NewMenuItem(text.Asking(name), func() {
			c.ask(text.Labelled(name, e.Code), text.FollowHints[string(f)], e.Follow[f], func(words string) model.Command {
				return model.Follow{Entry: e.ID, Field: f, Value: words}
			})
		})
		item.Checked = e.Follow[f] != ""
		follow.ChildMenu.Items = append(follow.ChildMenu.Items, item)
	}
	if e.Kind == model.KindAction {
		follow.ChildMenu.Items = append(follow.ChildMenu.Items, c.choice(e, model.EntryState, text.CmdActionDone, model.StateDone))
	}
	return append(items, follow)
}

// scopeMenu has the programme lines and the reaches.
func (c *Capture) scopeMenu(e model.Entry) *fyne.MenuItem {
	scope := fyne.NewMenuItem(text.CmdReach, nil)
	scope.ChildMenu = fyne.NewMenu("")
	add := func(items ...*fyne.MenuItem) { scope.ChildMenu.Items = append(scope.ChildMenu.Items, items...) }
	if lines := c.session.Programme().Lists[model.ListLines]; len(lines) > 0 {
		scope.Label = text.CmdScope
		for _, line := range lines {
			add(c.choice(e, model.EntryLine(line.Key), shortened(text.Numbered(line.Number, line.Name), conditionMost), model.OnLine))
		}
		add(fyne.NewMenuItemSeparator())
	}
	for _, reach := range []string{model.ReachLocal, model.ReachSupraLocal} {
		add(c.choice(e, model.EntryReach, text.Reach(reach), reach))
	}
	return scope
}

// conditionMost leaves room beside a condition for its verdict and a third menu.
const conditionMost = 44

// judgeMenu has a menu for each condition, and for what the matchmaker thinks,
// with the verdicts.
func (c *Capture) judgeMenu(e model.Entry, conditions []model.Item) *fyne.MenuItem {
	judge := fyne.NewMenuItem(text.CmdJudge, nil)
	judge.ChildMenu = fyne.NewMenu("")
	add := func(f model.EntryField, name string) {
		item := fyne.NewMenuItem(text.Labelled(name, text.Verdict(e.Follow[f])), nil)
		item.ChildMenu = fyne.NewMenu("")
		for _, v := range model.Verdicts {
			item.ChildMenu.Items = append(item.ChildMenu.Items, c.choice(e, f, text.Verdict(v), v))
		}
		judge.ChildMenu.Items = append(judge.ChildMenu.Items, item)
	}
	for _, condition := range conditions {
		add(model.EntryCondition(condition.Key), shortened(text.Numbered(condition.Number, condition.Name), conditionMost))
	}
	add(model.EntryPromising, text.ColumnPromise)
	return judge
}

// choice sets a field to a value. One that has it is checked, and chosen again
// it is taken away.
func (c *Capture) choice(e model.Entry, f model.EntryField, label, value string) *fyne.MenuItem {
	chosen := e.Follow[f] == value
	item := fyne.NewMenuItem(label, func() {
		if chosen {
			value = ""
		}
		c.do(model.Follow{Entry: e.ID, Field: f, Value: value})
	})
	item.Checked = chosen
	return item
}

// ask asks for some words about an entry in a strip above the capture line,
// which stays in sight.
func (c *Capture) ask(label, hint, words string, command func(words string) model.Command) {
	f := kit.NewField(label, hint)
	f.Keys, f.Limit = c.host.Keys(), model.MaxText
	f.SetText(words)
	f.OnSubmit = func(words string) {
		if c.do(command(words)) {
			c.Escape()
		}
	}
	c.showInstead(kit.NewDock(0, nil, inset(8, 8, 18, 18, kit.NewPanel(f)), nil, nil, c.board))
	c.prompt = f
	c.host.Canvas().Focus(f.Target())
}
