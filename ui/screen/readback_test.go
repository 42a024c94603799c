package screen_test

import (
	"testing"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// reading opens the read-back in a window, with its focus.
func reading(t *testing.T, s *model.Session, h *roomHost, m theme.Mode, size fyne.Size) (*screen.ReadBack, fyne.Canvas) {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(theme.New(m))
	r := screen.NewReadBack(h, s)
	t.Cleanup(r.Close)
	w := look(t, m, size, r.Content())
	h.on = w.Canvas
	w.Canvas().Focus(r.Target())
	return r, w.Canvas()
}

func press(c fyne.Canvas, keys ...fyne.KeyName) {
	for _, k := range keys {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func types(c fyne.Canvas, words string) {
	for _, r := range words {
		c.Focused().TypedRune(r)
	}
}

func entryAt(s *model.Session, i int) model.Entry {
	e, _ := s.Entry(s.OnBeamer(almere)[i].ID)
	return e
}

func TestReadBackGoesByKeysAlone(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	b, _ := onBeamer(t, s, h, fullHD)
	r, c := reading(t, s, h, theme.Light, fyne.NewSize(1280, 800))
	wantSeen(t, b.Content(), "Klopt dit zo?", true)

	press(c, fyne.KeyDown)
	if got, want := h.stage.Current, entryAt(s, 1).ID; got != want {
		t.Fatalf("the beamer stands at %v, want the second line", got)
	}
	press(c, fyne.KeyReturn, fyne.KeyEnd)
	types(c, ", ook in de buurt")
	wantSeen(t, b.Content(), "buurt", false) // a draft
	press(c, fyne.KeyReturn)
	wantSeen(t, b.Content(), "buurt", true)
	if got := entryAt(s, 1).Text; got != "Beroepen van de toekomst: techniek en zorg samen laten optrekken, ook in de buurt" {
		t.Errorf("stored %q", got)
	}

	press(c, fyne.KeySpace)
	if e := entryAt(s, 1); e.Confirmed.By != "wethouder" {
		t.Errorf("the line stands %+v", e.Confirmed)
	}
	wantSeen(t, r.Content(), "bevestigd 14:32 door wethouder", true)
	wantSeen(t, b.Content(), "1 van 6 bevestigd", true)
	wantSeen(t, b.Content(), "✓", true)
	press(c, fyne.KeySpace)
	if e := entryAt(s, 1); e.Confirmed.Valid() {
		t.Error("the confirmation was not taken back")
	}
	r.ConfirmAll()
	wantSeen(t, b.Content(), "6 van 6 bevestigd", true)
	if c.Focused() != r.Target() {
		t.Error("the list lost the focus")
	}
	r.ConfirmAll()
	r.Content().Refresh() // what a window does by itself before the next frame
	wantSeen(t, r.Content(), "Alles is al bevestigd.", true)
}

func TestAChangeEndsAConfirmationAndTheScreenSaysSo(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	b, _ := onBeamer(t, s, h, fullHD)
	r, c := reading(t, s, h, theme.Light, fyne.NewSize(1280, 800))
	r.ConfirmAll()
	press(c, fyne.KeyReturn, fyne.KeyEnd)
	types(c, "!")
	press(c, fyne.KeyReturn)
	wantSeen(t, r.Content(), "niet meer bevestigd: gewijzigd", true)
	wantSeen(t, r.Content(), "5/6", true)
	wantSeen(t, b.Content(), "5 van 6 bevestigd", true)

	capture := screen.NewCapture(h, s, "")
	defer capture.Close()
	capture.Content().Resize(fyne.NewSize(1280, 800))
	wantSeen(t, capture.Content(), "niet meer bevestigd: gewijzigd", true)
}

// TestTheFunctionIsAskedAndRemembered: a wethouder speaks for a gemeente unless
// something else is typed; for nobody in particular one has to say who.
func TestTheFunctionIsAskedAndRemembered(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	do(t, s, model.Capture{Kind: "idea", Text: "van niemand"})
	r, c := reading(t, s, h, theme.Light, fyne.NewSize(1280, 800))
	r.ChooseNth(0)
	press(c, fyne.KeySpace)
	r.Content().Refresh()
	wantSeen(t, r.Content(), "Vul eerst in wie bevestigt: een functie, geen naam.", true)
	types(c, "gedeputeerde")
	press(c, fyne.KeyReturn, fyne.KeySpace)
	if e := s.Cell(model.Unassigned, "idea")[0]; e.Confirmed.By != "gedeputeerde" {
		t.Errorf("confirmed %+v", e.Confirmed)
	}
	r.Choose(almere)
	wantSeen(t, r.Content(), "wethouder", true)
	r.ChooseNth(0)
	wantSeen(t, r.Content(), "gedeputeerde", true)
	r.ChooseNth(9)
	r.Content().Refresh()
	wantSeen(t, r.Content(), "Deze toets hoort bij geen gemeente.", true)
}

// TestACorrectionIsNotLostByGoingOn: another gemeente, confirming all and
// leaving store what stands in the editor; Escape alone drops it.
func TestACorrectionIsNotLostByGoingOn(t *testing.T) {
	for name, goOn := range map[string]func(*screen.ReadBack){
		"other": func(r *screen.ReadBack) { r.Choose(dronten) },
		"all":   (*screen.ReadBack).ConfirmAll,
		"leave": (*screen.ReadBack).Close,
	} {
		t.Run(name, func(t *testing.T) {
			startRoom(t)
			s, h := openRoom(t)
			sayAll(t, s)
			r, c := reading(t, s, h, theme.Light, fyne.NewSize(1280, 800))
			press(c, fyne.KeyReturn, fyne.KeyEnd)
			types(c, " en dorp")
			goOn(r)
			if got := entryAt(s, 0).Text; got != "Talent van de jeugd zichtbaar maken in de wijk en dorp" {
				t.Errorf("stored %q", got)
			}
		})
	}
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	_, c := reading(t, s, h, theme.Light, fyne.NewSize(1280, 800))
	press(c, fyne.KeyReturn)
	types(c, "x")
	press(c, fyne.KeyEscape)
	if got := entryAt(s, 0).Text; got != "Talent van de jeugd zichtbaar maken in de wijk" {
		t.Errorf("Escape stored %q", got)
	}
}

func TestInternalLinesAreNotReadBack(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	do(t, s, model.Capture{Kind: "idea", Stakeholder: almere, Text: "SECRET", Visibility: model.VisibilityInternal})
	r, _ := reading(t, s, h, theme.Light, fyne.NewSize(1280, 800))
	wantSeen(t, r.Content(), "SECRET", false)
	wantSeen(t, r.Content(), "1 interne regel", true)
	r.ConfirmAll()
	for _, e := range s.Cell(almere, "idea") {
		if e.Confirmed.Valid() == (e.Visibility == model.VisibilityInternal) {
			t.Errorf("%s stands %+v", e.Code, e.Confirmed)
		}
	}
}

// TestReadBackStaysWhereItWas when lines come and go around the current one.
func TestReadBackStaysWhereItWas(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	_, c := reading(t, s, h, theme.Light, fyne.NewSize(1280, 800))
	press(c, fyne.KeyDown, fyne.KeyDown)
	at := h.stage.Current
	do(t, s, model.Withdraw{Entry: entryAt(s, 0).ID})
	say(t, s, "idea", "erbij")
	if h.stage.Current != at {
		t.Error("the current line changed")
	}
	press(c, fyne.KeyDelete)
	if e, ok := s.Entry(h.stage.Current); !ok || e.Withdrawn {
		t.Errorf("the beamer stands at a line that is gone: %+v", e)
	}
}

// TestTheRoundBeginsAtTheFirst also where the table was laid after the session
// opened, or the one chosen has left.
func TestTheRoundBeginsAtTheFirst(t *testing.T) {
	startRoom(t)
	s, _ := openRoom(t)
	h := &roomHost{keys: kit.NewKeyRouter(), clock: kit.NewManualClock(roomTime), stage: screen.NewStage(s)}
	at := func(want string) {
		t.Helper()
		screen.NewCapture(h, s, "").Close()
		if h.stage.Stakeholder != want {
			t.Errorf("at %q, want %q", h.stage.Stakeholder, want)
		}
	}
	at(dronten)
	h.stage.Choose(almere)
	at(almere)
	do(t, s, model.RemoveStakeholder{Key: almere})
	at(dronten)
	h.stage.Choose(model.Unassigned)
	at(model.Unassigned)
}

func TestReadBackRendersAsBefore(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	do(t, s, model.Capture{Kind: "idea", Stakeholder: almere, Text: "intern", Visibility: model.VisibilityInternal})
	var all []model.ID
	for _, e := range s.OnBeamer(almere)[:3] {
		all = append(all, e.ID)
	}
	do(t, s, model.Confirm{Entries: all, By: "wethouder"})
	do(t, s, model.Edit{Entry: all[0], Text: "Talent van de jeugd zichtbaar maken in de wijk, met de scholen en verenigingen die daar al jaren aan werken en die elkaar nog te weinig kennen"})
	for _, m := range []struct {
		name string
		mode theme.Mode
		size fyne.Size
	}{
		{"light", theme.Light, fyne.NewSize(1280, 752)},
		{"small", theme.Light, fyne.NewSize(1024, 652)},
		{"night", theme.Dark, fyne.NewSize(1280, 752)},
		{"contrast", theme.HighContrast, fyne.NewSize(1024, 652)},
	} {
		h.stage.Choose(almere)
		h.stage.Read(all[0])
		r, c := reading(t, s, h, m.mode, m.size)
		press(c, fyne.KeyDown)
		if got := c.Size(); got != m.size {
			t.Errorf("the screen needs %v, the window has %v", got, m.size)
		}
		keep(t, "readback_"+m.name, c)
		if m.name == "light" {
			test.AssertRendersToMarkup(t, "readback.xml", c)
			press(c, fyne.KeyReturn)
			keep(t, "readback_editing", c)
			r.Choose(dronten)
			test.AssertRendersToMarkup(t, "readback_empty.xml", c)
			keep(t, "readback_empty", c)
		}
		r.Close()
	}
}

var _ screen.ReadBackHost = (*roomHost)(nil)
