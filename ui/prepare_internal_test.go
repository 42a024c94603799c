package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// Voorbereiden: the meeting, and who is at the table. Each panel by itself is
// tried in ui/screen.

func atPrepare(t *testing.T, lines ...model.Capture) *desk {
	t.Helper()
	d := inSession(t, lines...)
	d.hold(fyne.KeyModifierAlt, fyne.Key1)
	return d
}

// atTable is a desk at Voorbereiden, at who is at the table.
func atTable(t *testing.T, lines ...model.Capture) *desk {
	t.Helper()
	d := atPrepare(t, lines...)
	d.selects(0, fyne.KeyRight)
	return d
}

func TestPrepareShowsTheMeeting(t *testing.T) {
	d := atPrepare(t)
	for label, want := range map[string]string{
		text.FieldTitle: "Bestuurlijk overleg", text.FieldDate: "14 maart 2018", text.FieldPlace: "Lelystad", text.FieldFacil: "Verslaglegger", text.FieldChair: "",
	} {
		if got := d.field(label).Text(); got != want {
			t.Errorf("%s is %q, want %q", label, got, want)
		}
	}
	d.wantRead("overleg.oogst")
	if d.canvas().Focused() != d.field(text.FieldTitle).Target() {
		t.Errorf("the focus is on %T", d.canvas().Focused())
	}
	d.selects(0, fyne.KeyRight)
	wantTable(t, d, "Dronten", "Zeewolde", "Almere")
}

func TestATypedTitleIsStoredAMomentLater(t *testing.T) {
	d := atPrepare(t)
	d.types(" in") // the cursor stands in front
	d.clock.Advance(500 * time.Millisecond)
	d.types(" Lelystad")
	d.clock.Advance(599 * time.Millisecond)
	if got := d.session().Info().Title; got != "Bestuurlijk overleg" {
		t.Errorf("stored %q too early", got)
	}
	d.clock.Advance(time.Millisecond)
	if got, typed := d.session().Info().Title, d.field(text.FieldTitle).Text(); got != "in LelystadBestuurlijk overleg" || typed != " in LelystadBestuurlijk overleg" {
		t.Errorf("stored %q of %q", got, typed)
	}
}

func TestEnterInAFieldStoresItAtOnce(t *testing.T) {
	d := atPrepare(t)
	d.rewrites(d.field(text.FieldPlace), "Dronten")
	d.press(fyne.KeyReturn)
	if got := d.session().Info().Place; got != "Dronten" {
		t.Errorf("stored %q", got)
	}
	operations := len(d.session().Operations())
	d.clock.Advance(time.Second)
	if n := len(d.session().Operations()); n != operations {
		t.Errorf("stored again: %d operations became %d", operations, n)
	}
}

func TestADateIsStoredAsADayAndShownInWords(t *testing.T) {
	d := atPrepare(t)
	date := d.field(text.FieldDate)
	for typed, want := range map[string][2]string{
		"3-4-2019":      {"2019-04-03", "3 april 2019"},
		"begin 2018":    {"begin 2018", "begin 2018"},
		"9 maart 2018":  {"2018-03-09", "9 maart 2018"},
		"30-02-2018":    {"30-02-2018", "30-02-2018"},
		" 2018-03-15  ": {"2018-03-15", "15 maart 2018"},
	} {
		d.rewrites(date, typed)
		d.clock.Advance(time.Second)
		if got := d.session().Info().Date; got != want[0] || date.Text() != typed {
			t.Errorf("%q is stored as %q, want %q; while the cursor is there it becomes %q", typed, got, want[0], date.Text())
		}
		if d.press(fyne.KeyReturn); date.Text() != want[1] {
			t.Errorf("%q is shown as %q, want %q", typed, date.Text(), want[1])
		}
	}
}

func TestLeavingPrepareStoresWhatWasTyped(t *testing.T) {
	d := atPrepare(t)
	d.rewrites(d.field(text.FieldPlace), "Dronten")
	d.rewrites(d.field(text.FieldChair), "gedeputeerde")
	d.pushes(text.StartCapture)
	if info := d.session().Info(); info.Place != "Dronten" || info.Chair != "gedeputeerde" {
		t.Errorf("stored %+v", info)
	}
	d.wantLine("")
}

func TestASessionKeepsATitle(t *testing.T) {
	d := atPrepare(t)
	title := d.field(text.FieldTitle)
	d.rewrites(title, "")
	d.clock.Advance(time.Second)
	if got := d.session().Info().Title; got != "Bestuurlijk overleg" || title.Problem() != text.TitleNeeded {
		t.Errorf("stored %q; the field says %q", got, title.Problem())
	}
	d.rewrites(title, "Regiotafel")
	d.clock.Advance(time.Second)
	if got := d.session().Info().Title; got != "Regiotafel" || title.Problem() != "" {
		t.Errorf("stored %q; the field says %q", got, title.Problem())
	}
}

func TestAFieldThatIsNotStoredSaysWhyAndKeepsTheText(t *testing.T) {
	d := atPrepare(t)
	d.library.document.journal.fail = errDisk
	d.rewrites(d.field(text.FieldPlace), "Dronten")
	d.clock.Advance(time.Second)
	d.wantRead("Zin over: not stored: the disk is full")
	if got := d.field(text.FieldPlace).Text(); got != "Dronten" {
		t.Errorf("the field holds %q", got)
	}
}

func TestWhatOthersWriteDoesNotDisturbWhatIsTyped(t *testing.T) {
	d := atPrepare(t)
	d.rewrites(d.field(text.FieldPlace), "Dron")
	d.library.do(d.session(), model.Describe{Field: model.Place, Value: "Urk"})
	d.library.do(d.session(), model.Describe{Field: model.Chair, Value: "wethouder"})
	d.library.do(d.session(), model.Describe{Field: model.Chair, Value: "gedeputeerde"})
	if got := d.field(text.FieldPlace).Text(); got != "Dron" {
		t.Errorf("the field in use holds %q", got)
	}
	if got := d.field(text.FieldChair).Text(); got != "gedeputeerde" {
		t.Errorf("the other field holds %q", got)
	}
	operations := len(d.session().Operations())
	d.canvas().Focus(d.field(text.FieldTitle).Target())
	d.clock.Advance(time.Second)
	if n := len(d.session().Operations()); n != operations+1 {
		t.Errorf("%d operations for one field", n-operations)
	}
}

func TestSomebodyJoinsMovesAndLeaves(t *testing.T) {
	d := atTable(t)
	d.rewrites(d.field(text.FieldAdd), "GGD Flevoland")
	d.press(fyne.KeyReturn)
	wantTable(t, d, "Dronten", "Zeewolde", "Almere", "GGD Flevoland")
	if f := d.field(text.FieldAdd); f.Text() != "" || d.canvas().Focused() != f.Target() {
		t.Errorf("the field holds %q, and the focus is on %T", f.Text(), d.canvas().Focused())
	}
	d.atRow(text.Up, 3)
	wantTable(t, d, "Dronten", "Zeewolde", "GGD Flevoland", "Almere")
	d.atRow(text.Down, 0)
	wantTable(t, d, "Zeewolde", "Dronten", "GGD Flevoland", "Almere")
	d.atRow(text.Up, 1)
	d.atRow(text.Down, 2)
	wantTable(t, d, "Dronten", "Zeewolde", "Almere", "GGD Flevoland")
	d.atRow(text.Up, 1)
	d.atRow(text.Up, 3)
	d.atRow(text.Up, 0)
	d.atRow(text.Down, 3)
	wantTable(t, d, "Zeewolde", "Dronten", "GGD Flevoland", "Almere")
	d.atRow(text.Remove, 2)
	wantTable(t, d, "Zeewolde", "Dronten", "Almere")
	d.hold(ctrl, fyne.KeyZ)
	wantTable(t, d, "Zeewolde", "Dronten", "GGD Flevoland", "Almere")
}

func TestANamedOrderSortsTheTable(t *testing.T) {
	d := atTable(t)
	d.atRow(text.Remove, 1)
	d.pushes("Op alfabet")
	wantTable(t, d, "Almere", "Dronten")
}

func TestWhoHasSpokenStays(t *testing.T) {
	d := atTable(t, line("GM0303", "idea", "Mixed woonvormen"))
	d.atRow(text.Remove, 0)
	d.wantRead("Zin over: " + model.ErrHasEntries.Error())
	wantTable(t, d, "Dronten", "Zeewolde", "Almere")
}

func TestTheTableGivesTheDigitsOfVastleggen(t *testing.T) {
	d := atTable(t)
	d.atRow(text.Down, 0)
	d.press(fyne.KeyEscape)
	d.hold(ctrl, fyne.Key1)
	d.wantRead("Zeewolde Ctrl 1–3, 0")
}

// atRow presses the button in the nth row of the table that does this.
func (d *desk) atRow(does string, nth int) {
	d.t.Helper()
	rows := slices.DeleteFunc(shown[*kit.Button](d), func(b *kit.Button) bool { return !strings.HasPrefix(b.AccessibilityLabel(), text.RowLabel(does, "")) })
	if nth >= len(rows) {
		d.t.Fatalf("%d rows have %q", len(rows), does)
	}
	d.canvas().Focus(rows[nth])
	d.press(fyne.KeyReturn)
}

// wantTable checks who is at the table, in the session and on screen.
func wantTable(t *testing.T, d *desk, want ...string) {
	t.Helper()
	var got, read []string
	for _, s := range d.session().Programme().Stakeholders {
		got = append(got, s.Name)
	}
	for _, f := range shown[*kit.Field](d) {
		if slices.Contains(got, f.Text()) {
			read = append(read, f.Text())
		}
	}
	if !slices.Equal(got, want) || !slices.Equal(read, want) {
		t.Errorf("at the table are %q, on screen %q, want %q", got, read, want)
	}
}

func TestPaperIsMadeBesideTheWindow(t *testing.T) {
	d := atPrepare(t)
	said := ""
	d.window.MakePaper(func(words string, _ error) { said = words })
	if said != "" {
		t.Fatal("it was made on the goroutine of the window")
	}
	d.jobs.work()
	d.jobs.finish()
	if want := text.PaperMade(3, text.PaperFolder); said != want || d.library.paper != text.PaperFolder {
		t.Errorf("said %q, want %q; made in %q", said, want, d.library.paper)
	}
}

func TestKeysOfACardAreThoseOfTheProgram(t *testing.T) {
	d := inSession(t)
	paper := Keys(d.session().Programme().Kinds)
	card := d.window.card()
	if len(paper) != len(card) || len(card) == 0 {
		t.Fatalf("%d keys on paper, %d on the card", len(paper), len(card))
	}
	for i, line := range card {
		if paper[i].Keys != line.Keys || paper[i].Words != line.Words {
			t.Errorf("on paper %q is %q; on the card %q is %q", paper[i].Keys, paper[i].Words, line.Keys, line.Words)
		}
	}
}
