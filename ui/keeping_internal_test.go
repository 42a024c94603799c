package ui

import (
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What was typed is never lost: not to a disk that is full, and not by going
// elsewhere.

func TestModesSurviveALookElsewhere(t *testing.T) {
	d := inSession(t)
	d.hold(ctrl, fyne.Key3)
	d.press(fyne.KeyF6)
	d.hold(ctrl, fyne.KeyE)
	d.press(fyne.KeyEscape)
	d.enters("Uit Almere")
	d.wantCell("GM0034", "pilotidea", "Uit Almere")
}

func TestAnEditThatIsNotStoredKeepsItsWords(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.press(fyne.KeyUp)
	d.types(" lange verbetering")
	d.library.document.journal.fail = errDisk
	d.press(fyne.KeyReturn)
	d.wantRead("Zin over: not stored: the disk is full")
	if d.column("idea").Editing() == "" {
		t.Error("the editor is closed and the new words are gone")
	}
}

func TestAnEditStopsAtTheLimitOfALine(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", strings.Repeat("x", model.MaxText-2)))
	d.press(fyne.KeyUp)
	d.types("yyyyy")
	d.press(fyne.KeyReturn)
	if got := d.last().Text; !strings.HasSuffix(got, "yy") {
		t.Errorf("what was typed is lost; the line ends on %q", got[len(got)-3:])
	}
}

func TestAnEditSurvivesAnotherGemeente(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.press(fyne.KeyUp)
	d.types(" lange verbetering")
	d.hold(ctrl, fyne.Key2)
	d.wantCell("GM0303", "idea", "Een lange verbetering")
	d.wantRead("Zeewolde geen regels")
	d.hold(ctrl, fyne.Key1)
	d.press(fyne.KeyUp)
	d.types(" erbij")
	d.hold(ctrl, fyne.KeyE)
	d.wantCell("GM0303", "idea", "Een lange verbetering erbij")
}

func TestAnEditThatIsNotStoredIsThereAgain(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.press(fyne.KeyUp)
	d.types(" lange verbetering")
	d.library.document.journal.fail = errDisk
	d.hold(ctrl, fyne.Key2)
	d.wantRead("Dronten 1 regel", "Zin over: not stored: the disk is full")
	d.hold(ctrl, fyne.KeyE)
	d.press(fyne.KeyEscape)
	d.wantRead("Zin over: not stored: the disk is full")
	d.library.document.journal.fail = nil
	d.hold(ctrl, fyne.Key2)
	d.wantCell("GM0303", "idea", "Een lange verbetering")
	d.wantRead("Zeewolde geen regels")
}

func TestAnEmptiedLineIsAsItWas(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "E"))
	d.press(fyne.KeyUp, fyne.KeyBackspace, fyne.KeyReturn)
	d.wantCell("GM0303", "idea", "E")
	d.wantRead("Zin over: " + model.ErrEmptyText.Error())
	d.wantLine("")
}

func TestANoteThatIsNotStoredSaysWhyAndKeepsItsWords(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.onLast(text.CmdNote)
	d.types("Navragen")
	d.library.document.journal.fail = errDisk
	d.press(fyne.KeyReturn)
	d.wantRead("Zin over: not stored: the disk is full", "Navragen")
	d.library.document.journal.fail = nil
	d.press(fyne.KeyReturn)
	if note := d.last().Note; note != "Navragen" {
		t.Errorf("the note is %q", note)
	}
	d.wantLine("")
}

func TestANameThatIsNotStoredStaysInTheField(t *testing.T) {
	d := atTable(t)
	d.rewrites(d.field(text.FieldAdd), "GGD Flevoland")
	d.library.document.journal.fail = errDisk
	d.press(fyne.KeyReturn)
	d.wantRead("Zin over: not stored: the disk is full")
	if got := d.field(text.FieldAdd).Text(); got != "GGD Flevoland" {
		t.Errorf("the field holds %q", got)
	}
}

func TestAFieldThatWasNotStoredIsNotOverwritten(t *testing.T) {
	d := atPrepare(t)
	d.library.document.journal.fail = errDisk
	d.rewrites(d.field(text.FieldPlace), "Dronten")
	d.clock.Advance(time.Second)
	d.library.document.journal.fail = nil
	d.rewrites(d.field(text.FieldChair), "gedeputeerde")
	d.clock.Advance(time.Second)
	if got, stored := d.field(text.FieldPlace).Text(), d.session().Info().Place; got != "Dronten" || stored != "Dronten" {
		t.Errorf("the field holds %q, stored is %q", got, stored)
	}
}

func TestTheProblemGoesWithTheTextItIsAbout(t *testing.T) {
	d := atPrepare(t)
	title := d.field(text.FieldTitle)
	d.rewrites(title, "")
	d.clock.Advance(time.Second)
	d.rewrites(d.field(text.FieldPlace), "Dronten")
	d.clock.Advance(time.Second)
	if (title.Text() == "") != (title.Problem() != "") {
		t.Errorf("the field holds %q and says %q", title.Text(), title.Problem())
	}
}

func TestTheLineHasTheFocusAfterADigitOfNobody(t *testing.T) {
	d := inSession(t)
	d.canvas().Focus(one[*kit.RailList](d))
	d.hold(ctrl, fyne.Key9)
	d.wantLine("")
}

func TestTheKeyOfVastleggenGivesTheLineTheFocus(t *testing.T) {
	d := inSession(t)
	d.hold(ctrl, fyne.KeyF)
	d.hold(fyne.KeyModifierAlt, fyne.Key2)
	d.wantUnread(text.FindTitle)
	d.wantLine("")
}

func TestACorrectionThatIsNotStoredKeepsItsWords(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.hold(ctrl, fyne.KeyT)
	d.press(fyne.KeyReturn)
	d.types(" lange verbetering")
	d.library.document.journal.fail = errDisk
	d.press(fyne.KeyReturn)
	d.wantRead("Zin over: not stored: the disk is full")
	d.hold(ctrl, fyne.Key2)
	d.wantRead("Dronten", "Zin over: not stored: the disk is full")
	d.library.document.journal.fail = nil
	d.hold(ctrl, fyne.Key2)
	d.wantCell("GM0303", "idea", "Een lange verbetering")
}

func TestACorrectionThatIsNotStoredIsThereAgain(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.hold(ctrl, fyne.KeyT)
	d.press(fyne.KeyReturn)
	d.types(" lange verbetering")
	d.library.document.journal.fail = errDisk
	d.hold(fyne.KeyModifierAlt, fyne.Key2)
	d.library.document.journal.fail = nil
	d.hold(ctrl, fyne.KeyT)
	d.wantCell("GM0303", "idea", "Een lange verbetering")
}

func TestANewKindLeavesAnEditAlone(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.press(fyne.KeyUp)
	d.types(" lange")
	d.library.do(d.session(), model.PutKind{Kind: model.Kind{Letter: "W", Name: "Wens"}})
	d.types(" verbetering")
	d.press(fyne.KeyReturn)
	d.wantCell("GM0303", "idea", "Een lange verbetering")
}

func TestAnEditOutlivesTheWithdrawalOfItsLine(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	d.press(fyne.KeyUp)
	d.types(" lange verbetering")
	d.library.do(d.session(), model.Withdraw{Entry: d.last().ID})
	d.press(fyne.KeyReturn)
	d.wantCell("GM0303", "idea", "Een lange verbetering")
	if n := d.column("idea").Len(); n != 1 {
		t.Errorf("%d cards", n)
	}
}

// TestNobodyLeavesWithWordsThatAreNotStored goes each way out while a word can't
// be stored, from each place where one types.
func TestNobodyLeavesWithWordsThatAreNotStored(t *testing.T) {
	const alt = fyne.KeyModifierAlt
	typing := map[string]func(d *desk){
		"the line": func(*desk) {},
		"an edit":  func(d *desk) { d.press(fyne.KeyUp) },
		"a correction": func(d *desk) {
			d.hold(ctrl, fyne.KeyT)
			d.press(fyne.KeyReturn)
		},
		"a field": func(d *desk) {
			d.hold(alt, fyne.Key1)
			d.canvas().Focus(d.field(text.FieldPlace).Target())
		},
	}
	ways := map[string]func(d *desk){
		"the start screen": func(d *desk) { d.choose(text.CmdNew) },
		"closing":          func(d *desk) { d.window.quit() },
		"another file":     func(d *desk) { d.opens("ander.oogst") },
		"another place": func(d *desk) {
			d.hold(ctrl, fyne.KeyE)
			d.window.quit()
		},
	}
	for where, open := range typing {
		for way, leave := range ways {
			d := inSession(t, line("GM0303", "idea", "Een"))
			former := d.library.document
			open(d)
			d.types(" erbij")
			former.journal.fail, former.failDraft = errDisk, errDisk
			leave(d)
			if former.closed > 0 || d.window.document != Document(former) {
				t.Errorf("%s, %s: the session is gone", where, way)
			}
			d.wantRead("Zin over: ")
			former.journal.fail, former.failDraft = nil, nil
			d.choose(text.CmdNew)
			if former.closed != 1 {
				t.Errorf("%s, %s: closed %d times with a disk that works", where, way, former.closed)
			}
		}
	}
}

func TestVastleggenComesBackAtTheGemeenteOfTeruglezen(t *testing.T) {
	d := inSession(t)
	d.press(fyne.KeyF6)
	d.hold(ctrl, fyne.KeyT)
	d.hold(ctrl, fyne.Key2)
	d.press(fyne.KeyEscape)
	d.enters("Uit Zeewolde")
	d.wantCell("GM0050", "pilotidea", "Uit Zeewolde")
	if n := d.column("pilotidea").Len(); n != 1 {
		t.Errorf("%d cards", n)
	}
}

func TestVastleggenFollowsWhatHappenedMeanwhile(t *testing.T) {
	d := inSession(t)
	d.press(fyne.KeyF8)
	d.hold(fyne.KeyModifierAlt, fyne.Key1)
	d.library.do(d.session(), line("GM0303", "idea", "Vooraf"))
	d.library.do(d.session(), model.RemoveKind{Key: "attention"})
	d.library.do(d.session(), model.PutKind{Kind: model.Kind{Letter: "W", Name: "Wens"}})
	d.choose(text.CmdDark)
	d.press(fyne.KeyEscape)
	if n := d.column("idea").Len(); n != 1 {
		t.Errorf("%d cards", n)
	}
	d.enters("Na")
	d.wantCell("GM0303", "idea", "Vooraf", "Na")
}

func TestColoursAndSizeReachVastleggenWhileOneIsElsewhere(t *testing.T) {
	look := func(when string) string {
		d := inSession(t, fullRound()...)
		change := func(now string) {
			if now == when {
				d.choose(text.CmdDark)
				d.window.window.Resize(fyne.NewSize(1100, 700))
			}
		}
		change("before")
		d.hold(ctrl, fyne.KeyE)
		change("meanwhile")
		d.hold(fyne.KeyModifierAlt, fyne.Key2)
		return test.RenderToMarkup(d.canvas())
	}
	if look("meanwhile") != look("before") {
		t.Error("it has the former colours or size")
	}
	if look("before") == look("never") {
		t.Error("colours and size change nothing: this test sees nothing")
	}
}
