package ui

import (
	"slices"
	"strings"
	"testing"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// Delen: what leaves the house, and the making of it.

// atShare is a desk at Delen with a line that is done, one without a gemeente,
// one to check, and one that stays inside.
func atShare(t *testing.T) *desk {
	t.Helper()
	unsure := line("GM0034", "idea", "Jongerenhub")
	unsure.Status, unsure.Note = model.ToCheck, "navragen"
	unsure.Follow = map[model.EntryField]string{model.EntryLead: "griffier"}
	inside := line("GM0034", "idea", "Niet voor buiten")
	inside.Visibility = model.VisibilityInternal
	d := inSession(t, line("GM0303", "idea", "Mixed woonvormen"), line(model.Unassigned, "attention", "Wie zei dit"), unsure, inside)
	d.hold(ctrl, fyne.KeyE)
	return d
}

func TestDelenShowsWhatIsOpenAndWhatStaysInside(t *testing.T) {
	d := atShare(t)
	d.wantRead("1 "+text.LineUnassigned, "1 "+text.LineToCheck, "1 "+text.LineWithheld, "1 "+text.NoteWithheld, text.To+"Documenten",
		text.FileNames([]string{"oogst.pdf", "oogst.xlsx"})+"\n"+text.ExistingReplaced)
	d.wantUnread(text.NameWithheld)
	d.wantUnread(text.PlanWithheld)
	d.selects(0, fyne.KeyRight)
	d.wantRead("1 "+text.NameWithheld, "1 "+text.PlanWithheld)
	d.selects(0, fyne.KeyLeft)
	d.selects(0, fyne.KeyLeft)
	d.wantRead(text.NothingWithheld)
}

func TestWhatIsChosenIsMade(t *testing.T) {
	d := atShare(t)
	d.selects(0, fyne.KeyRight) // openbaar
	d.selects(1, fyne.KeyRight) // definitief
	d.tick(text.ExcelTitle)
	d.tick(text.OpenTitle)
	d.pushes(text.MakeFiles)
	d.wantRead(text.Making(0))
	if !d.hasButton(text.Cancel) || !d.button(text.MakeFiles).Disabled() {
		t.Error("the documents being made can't be stopped, or can be made twice")
	}
	d.jobs.finish()
	if len(d.library.orders) != 1 {
		t.Fatalf("%d orders", len(d.library.orders))
	}
	o := d.library.orders[0]
	if !o.Version.Final || o.Folder != "Documenten" || o.Harvest.Variant != model.Public || !slices.Equal(o.Formats, []Format{PDF, ODS, CSV}) {
		t.Errorf("ordered %v %q %s %q", o.Version.Final, o.Folder, o.Harvest.Variant, o.Formats)
	}
	if n := len(o.Harvest.Entries); n != 3 {
		t.Errorf("the harvest has %d lines", n)
	}
	d.wantRead(text.FilesMade(3), text.OpenFolder)
	if d.hasButton(text.Cancel) {
		t.Error("what is made can still be stopped")
	}
}

func TestEnterMakesThePDFAndTheWorkbookForTheParticipants(t *testing.T) {
	d := atShare(t)
	d.library.notices = []string{"Let op dit."}
	d.press(fyne.KeyReturn)
	d.jobs.finish()
	o := d.library.orders[0]
	if o.Version.Final || o.Harvest.Variant != model.Participants || !slices.Equal(o.Formats, []Format{PDF, Excel}) {
		t.Errorf("ordered %v %s %q", o.Version.Final, o.Harvest.Variant, o.Formats)
	}
	d.wantRead(text.FilesMade(2) + " Let op dit.")
}

func TestDocumentsAreMadeOfTheMomentOfTheOrder(t *testing.T) {
	d := atShare(t)
	d.press(fyne.KeyReturn)
	d.library.do(d.session(), line("GM0303", "idea", "Te laat"))
	d.jobs.finish()
	if n := len(d.library.orders[0].Harvest.Entries); n != 3 {
		t.Errorf("the harvest has %d lines", n)
	}
}

func TestProgressShowsWhileDocumentsAreMade(t *testing.T) {
	d := atShare(t)
	d.press(fyne.KeyReturn)
	d.jobs.work()
	d.jobs.later[0]()
	d.wantRead(text.Making(25))
}

func TestMakingCanBeStopped(t *testing.T) {
	d := atShare(t)
	d.press(fyne.KeyReturn)
	d.pushes(text.Cancel)
	d.jobs.finish()
	if len(d.library.orders) != 0 {
		t.Error("the documents are made")
	}
	d.wantRead("Zin over: context canceled")
	if d.button(text.MakeFiles).Disabled() || d.hasButton(text.Cancel) || d.hasButton(text.OpenFolder) {
		t.Error("the buttons are not as before")
	}
	d.pushes(text.MakeFiles)
	d.jobs.finish()
	if len(d.library.orders) != 1 {
		t.Error("the documents can't be made after all")
	}
}

func TestWhatCanNotBeMadeSaysWhy(t *testing.T) {
	d := atShare(t)
	d.library.fail = errDisk
	d.press(fyne.KeyReturn)
	d.jobs.finish()
	d.wantRead("Zin over: the disk is full")
	d.library.fail = nil
	d.pushes(text.MakeFiles)
	d.jobs.finish()
	d.wantUnread("Zin over")
	d.wantRead(text.FilesMade(2))
}

func TestNothingChosenIsSaidAndNotMade(t *testing.T) {
	d := atShare(t)
	d.tick(text.PDFTitle)
	d.tick(text.ExcelTitle)
	d.wantUnread(text.ExistingReplaced)
	d.pushes(text.MakeFiles)
	d.wantRead(text.ChooseOne)
	if len(d.jobs.waiting) != 0 {
		t.Error("something is being made")
	}
}

func TestDelenLeadsToTheOpenLines(t *testing.T) {
	d := atShare(t)
	all := d.session().Entries()
	for nth, e := range []model.Entry{all[1], all[2]} { // without a gemeente, to check
		d.hold(ctrl, fyne.KeyE)
		d.look(nth)
		d.wantRead("1 regel gevonden.")
		if _, ok := one[*kit.CardColumn](d).Card(e.ID.String()); !ok {
			t.Errorf("%q is not listed", e.Text)
		}
		d.press(fyne.KeyEscape)
		d.wantLine("")
	}
}

func TestDelenLeadsToTheDoubles(t *testing.T) {
	d := inSession(t,
		line("GM0303", "idea", "Een buurthuis waar jong en oud elkaar ontmoeten"), line("GM0034", "idea", "Let op privacy"),
		line("GM0034", "idea", "Buurthuis waar oud en jong elkaar ontmoeten"))
	d.hold(ctrl, fyne.KeyE)
	rows := shown[*kit.CountRow](d)
	nth := slices.IndexFunc(rows, func(r *kit.CountRow) bool { return strings.Contains(r.AccessibilityLabel(), text.DuplicateFound) })
	d.look(nth)
	d.wantRead(text.MaybeDouble, "2 regels")
	d.press(fyne.KeySpace, fyne.KeyDown)
	d.hold(ctrl, fyne.KeyM)
	if n := len(d.session().InOrder()); n != 2 {
		t.Errorf("%d lines are left", n)
	}
}

func TestDelenFollowsTheSession(t *testing.T) {
	d := inSession(t)
	d.hold(ctrl, fyne.KeyE)
	d.wantRead(text.NothingToShare, text.NothingWithheld)
	d.wantUnread(text.AllChecked)
	d.library.do(d.session(), line("GM0303", "idea", "Nul"))
	d.wantRead(text.AllAssigned, text.AllChecked, text.NothingWithheld)
	d.wantUnread(text.NothingToShare)
	d.library.do(d.session(), line(model.Unassigned, "idea", "Een"))
	d.library.do(d.session(), line(model.Unassigned, "idea", "Twee"))
	d.wantRead("2 " + text.LinesUnassigned)
	d.hold(ctrl, fyne.KeyZ)
	d.wantRead("1 " + text.LineUnassigned)
}

func TestUndoOutsideVastleggenSaysWhatItCanNotDo(t *testing.T) {
	d := inSession(t)
	d.hold(ctrl, fyne.KeyE)
	d.hold(ctrl, fyne.KeyZ)
	d.wantRead("Zin over: nothing to undo")
	d.library.do(d.session(), line("GM0303", "idea", "Een"))
	d.hold(ctrl, fyne.KeyZ)
	d.wantUnread("Zin over")
	d.wantCell("GM0303", "idea")
}

// selects presses an arrow key on the nth choice.
func (d *desk) selects(nth int, key fyne.KeyName) {
	d.canvas().Focus(shown[*kit.Segmented](d)[nth])
	d.press(key)
}

// tick turns a box on or off.
func (d *desk) tick(title string) {
	d.t.Helper()
	boxes := shown[*kit.CheckRow](d)
	for i, f := range (&sharing{d.window}).Formats() {
		if f.Title == title {
			d.canvas().Focus(boxes[i])
			d.press(fyne.KeySpace)
			return
		}
	}
	d.t.Fatalf("there is no box %q", title)
}

// look follows the nth link to what was counted.
func (d *desk) look(nth int) {
	d.canvas().Focus(shown[*kit.CountRow](d)[nth].Action())
	d.press(fyne.KeyReturn)
}
