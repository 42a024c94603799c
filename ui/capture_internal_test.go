package ui

import (
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Vastleggen, by the keyboard, down to what the session then holds.

func TestEnterStoresTheLineAndKeepsTheFocus(t *testing.T) {
	d := inSession(t)
	d.enters("Mixed woonvormen")
	d.wantCell("GM0303", "idea", "Mixed woonvormen")
	d.wantLine("")
	d.wantRead("Dronten 1 regel", "✓ opgeslagen 14:00:00", "F5 · 1")
	d.enters("Jongerenhub")
	d.wantCell("GM0303", "idea", "Mixed woonvormen", "Jongerenhub")
	if card, ok := d.column("idea").Card(d.last().ID.String()); !ok || !card.Outlined || card.Note != text.JustNow || card.Footer != "A02" {
		t.Errorf("the card of the last line is %+v, %v", card, ok)
	}
	d.wantOutlined(1)
}

func TestALineThatIsNotStoredStaysInTheLine(t *testing.T) {
	d := inSession(t)
	d.library.document.journal.fail = errDisk
	d.enters("Mixed woonvormen")
	d.wantLine("Mixed woonvormen")
	d.wantRead("Zin over: not stored: the disk is full")
	d.wantCell("GM0303", "idea")
	d.library.document.journal.fail = nil
	d.press(fyne.KeyReturn)
	d.wantLine("")
	d.wantUnread("Zin over")
	d.wantCell("GM0303", "idea", "Mixed woonvormen")
}

func TestEnterOnAnEmptyLineDoesNothing(t *testing.T) {
	d := inSession(t)
	d.enters("   ")
	d.press(fyne.KeyReturn)
	if n := d.session().Len(); n != 0 {
		t.Errorf("%d lines", n)
	}
	d.wantUnread("Zin over")
}

func TestModesChangeByKeysWhileTyping(t *testing.T) {
	d := inSession(t)
	d.types("Samen eten")
	d.hold(ctrl, fyne.Key2)
	d.press(fyne.KeyF6)
	d.wantLine("Samen eten")
	d.wantRead("Zeewolde Ctrl 1–3, 0", "P Pilotidee F5 – F8")
	d.press(fyne.KeyReturn)
	d.wantCell("GM0050", "pilotidea", "Samen eten")
	d.hold(ctrl, fyne.Key0)
	d.hold(fyne.KeyModifierAlt, fyne.KeyA)
	d.enters("Wie zei dit")
	d.wantCell(model.Unassigned, "attention", "Wie zei dit")
	d.wantRead(text.Unassigned+" 1 regel", "A Aandachtspunt F5 – F8")
}

func TestADigitOfNobodySaysSo(t *testing.T) {
	d := inSession(t)
	d.types("half")
	d.hold(ctrl, fyne.Key9)
	d.wantRead(text.NoStakeholder, "Dronten Ctrl 1–3, 0")
	d.wantLine("half")
}

func TestMarksOfTheLineReachTheSession(t *testing.T) {
	d := inSession(t)
	d.enters("// Naam klopt niet ??")
	e := d.last()
	if e.Text != "Naam klopt niet" || e.Status != model.ToCheck || e.Visibility != model.VisibilityInternal {
		t.Errorf("stored %+v", e)
	}
	card, _ := d.column("idea").Card(e.ID.String())
	if len(card.Tags) != 2 || card.Tags[0].Text != text.ToCheckTag || card.Tags[1].Text != text.InternalTag {
		t.Errorf("the card has the tags %+v", card.Tags)
	}
	d.wantRead("Dronten 1 regel · 1 te controleren")
}

func TestEscapeTakesTheMessageAwayAndKeepsTheText(t *testing.T) {
	d := inSession(t)
	d.library.document.journal.fail = errDisk
	d.enters("half")
	d.press(fyne.KeyEscape)
	d.wantUnread("Zin over")
	d.wantLine("half")
}

func TestUndoTakesBackTypingBeforeTheEntry(t *testing.T) {
	d := inSession(t)
	d.enters("Mixed woonvormen")
	d.types("half")
	d.hold(ctrl, fyne.KeyZ)
	d.wantLine("")
	d.wantCell("GM0303", "idea", "Mixed woonvormen")
	d.hold(ctrl, fyne.KeyZ)
	d.wantCell("GM0303", "idea")
	d.wantLine("")
	if n := d.column("idea").Len(); n != 0 {
		t.Errorf("%d cards are left", n)
	}
	d.wantRead("Dronten geen regels")
}

func TestRedoBringsTheEntryBack(t *testing.T) {
	d := inSession(t)
	d.enters("Mixed woonvormen")
	d.hold(ctrl, fyne.KeyZ)
	d.hold(ctrl, fyne.KeyY)
	d.wantCell("GM0303", "idea", "Mixed woonvormen")
	if n := d.column("idea").Len(); n != 1 {
		t.Errorf("%d cards", n)
	}
	d.hold(ctrl, fyne.KeyY)
	d.wantRead("Zin over: nothing to redo")
	d.wantLine("")
}

func TestArrowUpEditsTheLastLine(t *testing.T) {
	d := inSession(t)
	d.enters("Mixde woonvormen")
	d.hold(ctrl, fyne.Key2)
	d.press(fyne.KeyF8, fyne.KeyUp)
	id := d.last().ID.String()
	if got := d.column("idea").Editing(); got != id {
		t.Fatalf("%q is being edited, want the last line", got)
	}
	d.types(" met zorg")
	d.press(fyne.KeyReturn)
	d.wantCell("GM0303", "idea", "Mixde woonvormen met zorg")
	if e := d.last(); e.Said != "Mixde woonvormen" {
		t.Errorf("as first said: %q", e.Said)
	}
	d.wantLine("")
	d.press(fyne.KeyUp)
	d.types(" weg")
	d.press(fyne.KeyEscape)
	d.wantCell("GM0303", "idea", "Mixde woonvormen met zorg")
	d.wantLine("")
}

func TestArrowUpInAnEmptySessionDoesNothing(t *testing.T) {
	d := inSession(t)
	d.press(fyne.KeyUp)
	d.wantLine("")
}

func TestDeleteWithdrawsTheSelectedLine(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"), line("GM0303", "idea", "Twee"))
	c := d.column("idea")
	c.Focus()
	d.press(fyne.KeyHome, fyne.KeyDelete)
	d.wantCell("GM0303", "idea", "Twee")
	if c.Len() != 1 {
		t.Errorf("%d cards are left", c.Len())
	}
	d.hold(ctrl, fyne.KeyZ)
	d.wantCell("GM0303", "idea", "Een", "Twee")
}

func TestEnterOnACardEditsIt(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"), line("GM0303", "idea", "Twee"))
	d.column("idea").Focus()
	d.press(fyne.KeyHome, fyne.KeyReturn)
	d.types("tje")
	d.press(fyne.KeyReturn)
	d.wantCell("GM0303", "idea", "Eentje", "Twee")
	d.wantLine("")
}

func TestTheRailChoosesByArrowKeys(t *testing.T) {
	d := inSession(t, line("GM0034", "idea", "Uit Almere"))
	rail := one[*kit.RailList](d)
	d.canvas().Focus(rail)
	d.press(fyne.KeyDown)
	d.wantRead("Zeewolde geen regels")
	d.canvas().Focus(rail)
	d.press(fyne.KeyDown)
	d.wantRead("Almere 1 regel")
	if n := d.column("idea").Len(); n != 1 {
		t.Errorf("%d cards", n)
	}
}

func TestModeBlocksStepWhenTheyArePressed(t *testing.T) {
	d := inSession(t)
	for _, want := range []string{"Zeewolde", "Almere", "Dronten"} {
		d.canvas().Focus(shown[*kit.ModeBlock](d)[0])
		d.press(fyne.KeySpace)
		d.wantRead(want + " Ctrl 1–3, 0")
	}
	for _, want := range []string{"P Pilotidee", "K Kenmerk", "A Aandachtspunt", "I Idee"} {
		d.canvas().Focus(shown[*kit.ModeBlock](d)[1])
		d.press(fyne.KeySpace)
		d.wantRead(want + " F5 – F8")
	}
	d.wantLine("")
}

func TestLinesFromElsewhereAppearWhereTheyBelong(t *testing.T) {
	d := inSession(t)
	d.types("half")
	d.library.do(d.session(), line("GM0034", "idea", "Uit Almere"))
	d.library.do(d.session(), line("GM0303", "attention", "Let op de bus"))
	if n := d.column("attention").Len(); n != 1 || d.column("idea").Len() != 0 {
		t.Errorf("%d cards at Aandachtspunten, %d at Ideeën", n, d.column("idea").Len())
	}
	d.library.do(d.session(), model.Move{Entry: d.last().ID, Kind: "attention", Stakeholder: "GM0034"})
	if n := d.column("attention").Len(); n != 0 {
		t.Errorf("%d cards are left where the line was", n)
	}
	d.wantLine("half")
}

func TestTheUnfinishedLineIsKeptWithinASecond(t *testing.T) {
	d := inSession(t)
	d.types("een halve")
	d.clock.Advance(500 * time.Millisecond)
	d.types(" zin")
	if kept := d.library.document.draft; kept != "" {
		t.Errorf("kept %q already", kept)
	}
	d.clock.Advance(500 * time.Millisecond)
	if kept := d.library.document.draft; kept != "een halve zin" {
		t.Errorf("kept %q", kept)
	}
	d.press(fyne.KeyReturn)
	if kept := d.library.document.draft; kept != "" {
		t.Errorf("kept %q of a line that is stored", kept)
	}
}

func TestFindFoldsAccentsAndCapitals(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Coördinatie per wijk"), line("GM0034", "attention", "Privacy"), line("GM0034", "idea", "Een COORDINATOR erbij"))
	d.types("half")
	d.hold(ctrl, fyne.KeyF)
	d.wantRead(text.FindTitle)
	d.types("coördinat")
	results := one[*kit.CardColumn](d)
	all := d.session().Entries()
	for _, e := range []model.Entry{all[0], all[2]} {
		if _, ok := results.Card(e.ID.String()); !ok {
			t.Errorf("%q is not found", e.Text)
		}
	}
	if card, _ := results.Card(all[2].ID.String()); results.Len() != 2 || card.Note != "Almere · Idee" {
		t.Errorf("%d results; the second says %q", results.Len(), card.Note)
	}
	d.wantRead("2 regels gevonden.")
	d.types("x")
	d.wantRead(text.FindNothing)
	d.press(fyne.KeyEscape)
	d.wantLine("half")
	d.wantUnread(text.FindTitle)
}

func TestEnterOnAResultGoesToItsColumn(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"), line("GM0034", "attention", "Privacy"))
	d.hold(ctrl, fyne.KeyF)
	d.types("privacy")
	d.press(fyne.KeyReturn, fyne.KeyReturn)
	d.wantRead("Almere 1 regel")
	if got := d.column("attention").Selected(); got != d.last().ID.String() {
		t.Errorf("%q is selected", got)
	}
	d.wantLine("")
}

func TestFindFollowsWhatChanges(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een bus"))
	d.hold(ctrl, fyne.KeyF)
	d.types("bus")
	d.library.do(d.session(), line("GM0034", "idea", "Nog een bus"))
	d.wantRead("2 regels gevonden.")
	d.library.do(d.session(), model.Edit{Entry: d.last().ID, Text: "Nog een trein"})
	d.wantRead("1 regel gevonden.")
}

func TestTheMenuOfALineDoesWhatItSays(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"), line("GM0303", "idea", "Twee"))
	d.onLast(text.CmdMark)
	if d.last().Status != model.ToCheck {
		t.Error("the line is not marked")
	}
	d.onLast(text.CmdUnmark)
	if d.last().Status != model.Captured {
		t.Error("the line is still marked")
	}
	d.onLast(text.CmdUp)
	d.wantCell("GM0303", "idea", "Twee", "Een")
	d.onLast(text.CmdDown)
	d.wantCell("GM0303", "idea", "Een", "Twee")
	d.onLast(text.CmdMoveTo, "Almere")
	d.wantCell("GM0034", "idea", "Twee")
	d.hold(ctrl, fyne.Key3)
	d.onLast(text.CmdKindTo, "Kenmerk")
	d.wantCell("GM0034", "characteristic", "Twee")
	d.onLast(text.CmdWithdraw)
	d.wantCell("GM0034", "characteristic")
	d.wantLine("")
}

func TestANoteIsAskedBesideTheLine(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.types("half")
	d.onLast(text.CmdNote)
	d.types("Navragen bij Dronten")
	d.press(fyne.KeyReturn)
	if note := d.last().Note; note != "Navragen bij Dronten" {
		t.Errorf("the note is %q", note)
	}
	d.wantLine("half")
	d.onLast(text.CmdNote)
	d.types(" of niet")
	d.press(fyne.KeyEscape)
	if note := d.last().Note; note != "Navragen bij Dronten" {
		t.Errorf("Escape stored %q", note)
	}
	d.wantLine("half")
}

func TestTheHistoryKeepsTheLineAndEscapeBringsItBack(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.types("half")
	open := map[string]func(){
		text.HistoryOf("A01"): func() { d.onLast(text.CmdHistoryOf) },
		text.HistoryTitle:     func() { d.choose(text.CmdHistory) },
	}
	for title, act := range open {
		act()
		d.wantRead(title)
		d.types("niets van dit al")
		if n := one[*kit.CardColumn](d).Len(); n != 0 {
			t.Errorf("%s: %d changes, whatever one types", title, n)
		}
		d.press(fyne.KeyEscape)
		d.wantLine("half")
		d.wantCell("GM0303", "idea", "Een")
	}
	d.onLast(text.CmdWithdraw)
	d.hold(ctrl, fyne.KeyF)
	d.types("een")
	d.press(fyne.KeyReturn, desktop.KeyMenu)
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	d.press(fyne.KeyReturn) // to the newest
	d.wantRead(text.HistoryOf("A01"), text.DidWithdraw)
}

func TestTwoVersionsAreChosenFrom(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	s := d.session()
	other, err := model.NewSession(s.ID(), model.Device{Replica: 8, Letter: "BK", Actor: "laptop BK"}, &fakeJournal{}, s.Operations(), d.clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	d.library.do(s, model.Edit{Entry: d.last().ID, Text: "Hier"})
	d.library.do(other, model.Edit{Entry: d.last().ID, Text: "Daar"})
	if _, err := s.Merge(other.Operations()); err != nil {
		t.Fatal(err)
	}
	versions := func() int {
		card, _ := d.column("idea").Card(d.last().ID.String())
		return len(card.Tags)
	}
	if versions() != 1 {
		t.Error("the card does not say that there are two versions")
	}
	sides := s.Sides(d.last().ID)
	chosen := sides[1]
	d.onLast(text.CmdVersions, text.VersionOf(text.ColumnText, chosen.Value, chosen.Actor, chosen.At))
	d.wantCell("GM0303", "idea", chosen.Value)
	if versions() != 0 {
		t.Error("the card still says that there are two versions")
	}
	d.hold(ctrl, fyne.KeyZ)
	d.hold(ctrl, fyne.KeyZ)
	d.wantCell("GM0303", "idea", "Hier")
}
