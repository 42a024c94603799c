package ui

import (
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"
)

// Starting, opening, closing, and what is true of every command.

func TestStartOffersTemplatesExamplesAndFiles(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.wantRead(text.StartTitle, "Bestuurlijk overleg", "Verzonnen overleg", "De dia", text.StartNoRecent, text.StartOpen)
	if d.canvas().Focused() != fyne.Focusable(d.button("Bestuurlijk overleg")) {
		t.Errorf("the focus is on %T", d.canvas().Focused())
	}
	if title := d.window.window.Title(); title != text.Program {
		t.Errorf("the window is called %q", title)
	}
}

func TestStartListsTheSessionsOfThisLaptop(t *testing.T) {
	d := newDesk(t)
	id := uuid.New()
	d.library.recent = []Recent{
		{ID: id, Title: "Overleg van maart", Path: "maart.oogst"},
		{ID: uuid.New(), Title: "Overleg van mei", Path: "mei.oogst", Elsewhere: true},
	}
	d.starts()
	d.wantRead("Overleg van maart", "maart.oogst", text.StartElsewhere+" · mei.oogst")
	d.wantUnread(text.StartInterrupted)
	d.wantUnread(text.StartNoRecent)
	d.pushes("Overleg van maart")
	d.jobs.finish()
	wantAsked(t, d, "resume "+id.String())
	d.wantLine("")
}

func TestAnInterruptedSessionIsSimplyThereAgain(t *testing.T) {
	d := newDesk(t)
	id := uuid.New()
	d.library.recent = []Recent{{ID: uuid.New(), Title: "Af"}, {ID: id, Title: "Niet af", Interrupted: true}}
	d.library.lines = []model.Capture{line("GM0303", "idea", "Mixed woonvormen")}
	d.library.draft = "een halve zi"
	d.starts()
	wantAsked(t, d, "resume "+id.String())
	d.wantLine("een halve zi")
	d.wantCell("GM0303", "idea", "Mixed woonvormen")
}

func TestASessionThatWasMendedIsThereAndSaysSo(t *testing.T) {
	d := newDesk(t)
	d.library.tells = errDisk
	d.library.recent = []Recent{{ID: uuid.New(), Title: "Niet af", Interrupted: true}}
	d.starts()
	d.wantRead("Zin over: the disk is full")
	d.enters("Een")
	if n := d.library.document.session.Len(); n != 1 {
		t.Errorf("%d lines, want 1", n)
	}
	d.opens("ander.oogst")
	d.wantRead("Zin over: the disk is full")
}

func TestOfTwoInterruptedSessionsTheOneThatOpensIsThere(t *testing.T) {
	d := newDesk(t)
	gone, there := uuid.New(), uuid.New()
	d.library.recent = []Recent{{ID: gone, Interrupted: true}, {ID: there, Interrupted: true}}
	d.library.gone = gone
	d.starts()
	wantAsked(t, d, "resume "+there.String())
	d.wantLine("")
	d.wantRead("Zin over: gone")
}

func TestAnInterruptedSessionThatDoesNotOpenLeavesTheStartScreen(t *testing.T) {
	d := newDesk(t)
	d.library.recent = []Recent{{ID: uuid.New(), Title: "Niet af", Path: "maart.oogst", Interrupted: true}}
	d.library.fail = errDisk
	d.starts()
	d.wantRead("Niet af", text.StartInterrupted+" · maart.oogst")
}

func TestATemplateLeadsToPrepare(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.press(fyne.KeyReturn)
	d.wantRead(text.Opening)
	d.jobs.finish()
	wantAsked(t, d, "create overleg")
	d.wantRead(text.PrepareMeeting)
	if f := d.field(text.FieldTitle); d.canvas().Focused() != f.Target() {
		t.Errorf("the focus is on %T", d.canvas().Focused())
	}
}

func TestAnExampleLeadsToTheCaptureLine(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.pushes("Verzonnen overleg")
	d.jobs.finish()
	wantAsked(t, d, "example full")
	d.wantLine("")
	d.wantRead("Bestuurlijk overleg", "14 maart 2018 Lelystad", text.AsInFile)
}

func TestAFileThatDoesNotOpenSaysWhy(t *testing.T) {
	d := newDesk(t)
	d.library.fail = errDisk
	d.opens("weg.oogst")
	wantAsked(t, d, "open weg.oogst")
	d.wantRead("Zin over: the disk is full", text.StartNew)
}

func TestOpeningAnotherFileClosesTheFirst(t *testing.T) {
	d := inSession(t)
	first := d.library.document
	d.types("nog niet af")
	d.opens("ander.oogst")
	if first.closed != 1 || first.draft != "nog niet af" || first.session.Observers() != 0 {
		t.Errorf("the first was closed %d times with draft %q and %d observers", first.closed, first.draft, first.session.Observers())
	}
	d.wantLine("")
}

func TestLeavingShowsTheStartScreen(t *testing.T) {
	d := inSession(t)
	d.choose(text.CmdNew)
	if d.library.document.closed != 1 {
		t.Errorf("closed %d times", d.library.document.closed)
	}
	d.wantRead(text.StartNew)
}

func TestNothingObservesASessionThatWasClosed(t *testing.T) {
	d := inSession(t)
	s := d.session()
	open := s.Observers()
	for _, at := range []string{placePrepare, placeReadBack, placeOrdering, placeShare, placeCapture} {
		d.window.show(at)
		if n := s.Observers(); n != open {
			t.Errorf("%d observers at %s, want %d", n, at, open)
		}
	}
	d.enters("Mixed woonvormen")
	d.types("half")
	d.window.closeDocument()
	if n := s.Observers(); n != 0 {
		t.Errorf("%d observers are left", n)
	}
	draft, publications := d.library.document.draft, d.library.document.publications
	d.clock.Advance(time.Minute)
	d.jobs.finish()
	if now := d.library.document; now.draft != draft || now.publications != publications {
		t.Errorf("after closing, draft %q became %q, and %d publications became %d", draft, now.draft, publications, now.publications)
	}
}

// TestTheLineHasTheFocusAfterEveryCommand goes through the table from the rail,
// so that no command finds the focus where it should leave it.
func TestTheLineHasTheFocusAfterEveryCommand(t *testing.T) {
	elsewhere := map[string]bool{text.CmdFind: true, text.CmdMatrix: true, text.CmdSlide: true, text.CmdPrepare: true, text.CmdExport: true, text.CmdReadBack: true, text.CmdOrdering: true}
	d := inSession(t, line("GM0303", "idea", "Mixed woonvormen"))
	tried := 0
	for _, c := range d.window.commands() {
		for _, chord := range c.chords {
			if elsewhere[c.title] || namesNobody(chord) {
				continue
			}
			d.canvas().Focus(one[*kit.RailList](d))
			d.hold(chord.Modifier, chord.Key)
			d.window.closeBeamer() // the test driver gives the focus to the window made last
			if !d.line().Focused() {
				t.Errorf("after %s (%q) the focus is on %T", keyNames(c.chords), c.title, d.canvas().Focused())
			}
			tried++
		}
	}
	if tried < 15 {
		t.Errorf("tried %d chords", tried)
	}
}

// namesNobody tells the digits beyond the three gemeenten of the test.
func namesNobody(c kit.Chord) bool {
	return c.Modifier == ctrl && c.Key >= fyne.Key4 && c.Key <= fyne.Key9
}

func TestEveryPlaceLeadsBackToTheLineWithItsText(t *testing.T) {
	d := inSession(t)
	d.types("een halve zin")
	for _, there := range []struct {
		modifier fyne.KeyModifier
		key      fyne.KeyName
		at       string
	}{
		{fyne.KeyModifierAlt, fyne.Key1, placePrepare},
		{ctrl, fyne.KeyE, placeShare},
		{ctrl, fyne.KeyT, placeReadBack},
		{fyne.KeyModifierAlt, fyne.Key3, placeReadBack},
		{fyne.KeyModifierAlt, fyne.Key4, placeOrdering},
		{fyne.KeyModifierAlt, fyne.Key5, placeShare},
	} {
		d.hold(there.modifier, there.key)
		if d.window.at != there.at || d.window.tabs.Selected() != there.at {
			t.Errorf("%s leads to %s, and the tabs show %s", there.key, d.window.at, d.window.tabs.Selected())
		}
		d.press(fyne.KeyEscape)
		d.wantLine("een halve zin")
	}
}

func TestLettersTypedElsewhereGoToTheLine(t *testing.T) {
	d := inSession(t)
	d.canvas().Focus(one[*kit.RailList](d))
	d.types("M")
	d.types("ixed")
	d.wantLine("Mixed")
}

func TestTheMenuHoldsTheCommandsWithTheirKeys(t *testing.T) {
	d := inSession(t)
	got := map[string]bool{}
	menu := d.window.menu()
	if n := len(menu.Items); n > 15 {
		t.Errorf("%d items: more than fit a window of 700 high", n)
	}
	for _, item := range menu.Items {
		got[item.Label] = true
		if item.ChildMenu != nil {
			for _, below := range item.ChildMenu.Items {
				got[below.Label] = true
			}
		}
	}
	for _, label := range []string{text.CmdUndo + "    Ctrl+Z", text.CmdFind + "    Ctrl+F", text.CmdExport + "    Ctrl+E", text.CmdKeys + "    F1", text.CmdNew, text.CmdDark} {
		if !got[label] {
			t.Errorf("the menu lacks %q; it has %v", label, got)
		}
	}
	d.pushes(text.Menu)
	if len(d.canvas().Overlays().List()) != 1 {
		t.Fatal("the menu does not open")
	}
	test.TapCanvas(d.canvas(), fyne.NewPos(10, 700)) // beside it
	if len(d.canvas().Overlays().List()) != 0 {
		t.Error("the menu stays open")
	}
	d.wantLine("")
}

func TestTheKeyCardNamesEveryKeyInTheTable(t *testing.T) {
	d := inSession(t)
	d.press(fyne.KeyF1)
	d.wantRead(text.KeysTitle)
	lines := d.window.card()
	for _, l := range lines {
		d.wantRead(l.Keys + " " + l.Words)
	}
	if len(lines) < 15 {
		t.Errorf("the card has %d keys", len(lines))
	}
	d.wantLine("")
	d.press(fyne.KeyEscape)
	d.wantUnread(text.KeysTitle)
}

func TestTheChosenAppearanceIsRemembered(t *testing.T) {
	d := inSession(t)
	d.choose(text.CmdContrast)
	if m := theme.Mode(d.window.app.Preferences().Int(prefMode)); m != theme.HighContrast {
		t.Errorf("remembered %v", m)
	}
	again := newWindow(d.window.app, d.library, d.clock, d.jobs)
	if m := theme.Mode(again.app.Preferences().Int(prefMode)); m != theme.HighContrast {
		t.Errorf("the next window has %v", m)
	}
}

func TestTheWindowIsCalledAfterTheSession(t *testing.T) {
	d := inSession(t)
	if title := d.window.window.Title(); title != "Bestuurlijk overleg – Oogst" {
		t.Errorf("the window is called %q", title)
	}
	d.library.do(d.session(), model.Describe{Field: model.Title, Value: "Regiotafel"})
	d.wantRead("Regiotafel 14 maart 2018 Lelystad")
	if title := d.window.window.Title(); title != "Regiotafel – Oogst" {
		t.Errorf("the window is called %q", title)
	}
}

func TestWhatIsInventedIsMarkedSo(t *testing.T) {
	d := newDesk(t)
	d.opens("overleg.oogst")
	d.wantUnread(text.FictionalTag)
	doc := d.library.newDocument()
	s, err := model.NewSession(uuid.New(), doc.session.Device(), doc.journal, nil, d.clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	d.library.do(s, model.Begin{Template: overleg(), Info: model.Info{Fictional: true}})
	doc.session = s
	d.window.closeDocument()
	d.window.use(doc, placeCapture)
	d.wantRead(text.FictionalTag)
	if least := d.canvas().Content().MinSize().Width; least > 1024 {
		t.Errorf("with it the bar is %v wide, more than the smallest window", least)
	}
}

// choose runs a command from the menu.
func (d *desk) choose(title string) {
	d.t.Helper()
	for _, c := range d.window.commands() {
		if c.title == title {
			c.run()
			return
		}
	}
	d.t.Fatalf("there is no command %q", title)
}

func wantAsked(t *testing.T, d *desk, want string) {
	t.Helper()
	if n := len(d.library.asked); n == 0 || d.library.asked[n-1] != want {
		t.Errorf("the library was asked %q, want %q", d.library.asked, want)
	}
}
