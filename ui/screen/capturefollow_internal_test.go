package screen

import (
	"strings"
	"testing"

	"oogst/model"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// pick follows labels, by how they begin, down the menus of an entry.
func (x *table) pick(e model.Entry, labels ...string) *fyne.MenuItem {
	x.t.Helper()
	items := x.capture.entryMenu(e)
	var found *fyne.MenuItem
	for _, label := range labels {
		found = nil
		for _, item := range items {
			if strings.HasPrefix(item.Label, label) {
				found = item
			}
		}
		if found == nil {
			x.t.Fatalf("no %q in the menu", label)
		}
		if found.ChildMenu != nil {
			items = found.ChildMenu.Items
		}
	}
	return found
}

func TestAPilotIdeaIsHeldAgainstTheConditions(t *testing.T) {
	x := sitDown(t, said("GM0303", "pilotidea", "Buurthuis"))
	x.do(model.PutItem{List: model.ListConditions, Item: model.Item{Key: "central", Name: "Flevolander staat centraal"}})
	entry := func() model.Entry { return x.session.Entries()[0] }
	field := model.EntryCondition("central")
	for _, want := range []string{model.VerdictPartly, model.VerdictNo, model.VerdictNone} {
		x.pick(entry(), text.CmdJudge, "1. Flevolander staat centraal", text.Verdict(want)).Action()
		if got := entry().Follow[field]; got != want {
			t.Errorf("the verdict is %q, want %q", got, want)
		}
		if item := x.pick(entry(), text.CmdJudge, "1. Flevolander staat centraal", text.Verdict(want)); !item.Checked {
			t.Errorf("%s isn't checked", item.Label)
		}
	}
	x.pick(entry(), text.CmdJudge, "1.", text.VerdictYes).Action()
	column := x.capture.columns["pilotidea"]
	if card, _ := column.cards.Card(entry().ID.String()); len(card.Tags) != 1 || card.Tags[0].Text != text.JudgedTag {
		t.Errorf("its card has the tags %+v", card.Tags)
	}
	x.pick(entry(), text.CmdFollow, text.ColumnReason).Action()
	x.types("Omdat het kan")
	x.press(fyne.KeyReturn)
	if got := entry().Follow[model.EntryReason]; got != "Omdat het kan" {
		t.Errorf("the reason is %q", got)
	}
	x.atLine("")
	x.capture.Undo()
	x.capture.Undo()
	if got := entry().Follow; len(got) != 0 {
		t.Errorf("undone, %v is left", got)
	}
}

func TestAnActionIsDone(t *testing.T) {
	x := sitDown(t)
	x.enters(">> bellen")
	entry := func() model.Entry { return x.session.Entries()[0] }
	for _, want := range []string{model.StateDone, ""} {
		x.pick(entry(), text.CmdFollow, text.CmdActionDone).Action()
		if got := entry().Follow[model.EntryState]; got != want {
			t.Errorf("its state is %q, want %q", got, want)
		}
	}
	x.enters("een idee")
	if items := x.capture.followMenus(x.session.Entries()[1]); len(items) != 1 {
		t.Errorf("an idea has %d of these menus", len(items))
	}
}

func TestALineIsPutOnProgrammeLines(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "Buurthuis"))
	entry := func() model.Entry { return x.session.Entries()[0] }
	if len(x.session.Programme().Lists[model.ListLines]) > 0 {
		t.Fatal("the programme has lines already")
	}
	x.pick(entry(), text.CmdReach, text.ReachSupra).Action()
	for _, name := range []string{"Platteland", "Zorg"} {
		x.do(model.PutItem{List: model.ListLines, Item: model.Item{Name: name}})
		lines := x.session.Programme().Lists[model.ListLines]
		line := lines[len(lines)-1]
		x.pick(entry(), text.CmdScope, text.Numbered(line.Number, name)).Action()
	}
	if on := x.session.Programme().LinesOf(entry()); len(on) != 2 || entry().Follow[model.EntryReach] != model.ReachSupraLocal {
		t.Errorf("it is on %+v, and reaches %q", on, entry().Follow[model.EntryReach])
	}
	first := x.pick(entry(), text.CmdScope, "1. Platteland")
	if !first.Checked || !x.pick(entry(), text.CmdScope, text.ReachSupra).Checked {
		t.Error("what was chosen isn't checked")
	}
	first.Action() // again takes it off
	if on := x.session.Programme().LinesOf(entry()); len(on) != 1 || on[0].Name != "Zorg" {
		t.Errorf("taken off one it is on %+v", on)
	}
}
