package ui

import (
	"testing"

	"oogst/ui/screen"

	"fyne.io/fyne/v2"
)

const almere, dronten = "GM0034", "GM0303"

// inRoom is a desk with two lines of Almere and one of Dronten.
func inRoom(t *testing.T) *desk {
	t.Helper()
	return inSession(t, line(almere, "idea", "een"), line(almere, "idea", "twee"), line(dronten, "idea", "drie"))
}

const ctrlShift = ctrl | fyne.KeyModifierShift

func TestTheBeamerOpensBesideTheLine(t *testing.T) {
	d := inRoom(t)
	w := d.window
	line := w.window.Canvas().Focused()
	d.hold(ctrlShift, fyne.KeyB)
	if w.beamer.content == nil || w.beamer.window.Content() != w.beamer.content.Content() {
		t.Fatal("there is no second window")
	}
	if w.window.Canvas().Focused() != line {
		t.Error("the line lost the focus")
	}
	if got := w.beamerState(); got != "beamer: Dronten" {
		t.Errorf("the bar says %q", got)
	}
	d.hold(ctrl, "3")
	if got := w.beamerState(); got != "beamer: Almere" {
		t.Errorf("the bar says %q", got)
	}
	d.hold(ctrl, fyne.KeyB)
	if got := w.beamerState(); got != "beamer donker" || w.room.Hidden {
		t.Errorf("the bar says %q", got)
	}
	d.hold(ctrl, fyne.KeyB)
	d.hold(ctrlShift, fyne.KeyL)
	if got := w.beamerState(); got != "beamer: overzicht" {
		t.Errorf("the bar says %q", got)
	}
	d.hold(ctrlShift, fyne.KeyB)
	if w.beamer.content != nil || !w.room.Hidden {
		t.Error("the second window is still there")
	}
}

// TestTheCurtainDoesNotEndACorrection: it falls while a line is being edited.
func TestTheCurtainDoesNotEndACorrection(t *testing.T) {
	d := inRoom(t)
	d.hold(ctrl, "3")
	d.window.toggleBeamer()
	d.window.show(placeReadBack)
	d.window.closeBeamer() // the test driver gives the focus to the window made last
	d.press(fyne.KeyReturn)
	before := d.canvas().Focused()
	d.window.nextOnBeamer()
	if d.canvas().Focused() != before {
		t.Error("the focus left the editor")
	}
}

func TestDarkBeforeThereIsABeamerOpensItDark(t *testing.T) {
	d := inRoom(t)
	w := d.window
	d.hold(ctrl, fyne.KeyB)
	if w.beamer.content == nil || !w.stage.Dark {
		t.Error("it did not open dark")
	}
}

func TestF11FillsTheDisplayAndBack(t *testing.T) {
	d := inRoom(t)
	w := d.window
	d.hold(ctrlShift, fyne.KeyB)
	if w.notice.Text() == "" {
		t.Error("nothing says what to do on one display")
	}
	d.press(fyne.KeyF11)
	if !w.beamer.window.FullScreen() || w.notice.Text() != "" {
		t.Error("it is a window still, or the advice to make it none is")
	}
	d.press(fyne.KeyF11)
	if w.beamer.window.FullScreen() {
		t.Error("it fills the display still")
	}
}

// TestNothingHoldsOnToASession: whichever way the beamer goes, all who
// followed the session let it go.
func TestNothingHoldsOnToASession(t *testing.T) {
	for name, end := range map[string]func(*Window){
		"by hand":      (*Window).closeBeamer,
		"with session": func(*Window) {},
	} {
		t.Run(name, func(t *testing.T) {
			d := inRoom(t)
			w := d.window
			w.toggleBeamer()
			w.show(placeReadBack)
			end(w)
			s, stage := w.document.Session(), w.stage
			w.closeDocument()
			if s.Observers() != 0 || stage.Watchers() != 0 || w.beamer.content != nil {
				t.Errorf("%d observers, %d watchers, beamer %v", s.Observers(), stage.Watchers(), w.beamer.content)
			}
		})
	}
}

// TestReadBackFromTheKeyboard goes from the capture line to a confirmed
// gemeente and back without a mouse.
func TestReadBackFromTheKeyboard(t *testing.T) {
	d := inRoom(t)
	w := d.window
	s := w.document.Session()
	d.hold(ctrl, "3")
	d.hold(ctrl, fyne.KeyT)
	if _, ok := w.screen.(*screen.ReadBack); !ok || w.stage.Stakeholder != almere {
		t.Fatalf("at %s with %s", w.at, w.stage.Stakeholder)
	}
	d.press(fyne.KeySpace)
	if confirmed, total := s.ReadBack(almere); confirmed != 1 || total != 2 {
		t.Errorf("%d of %d confirmed", confirmed, total)
	}
	d.hold(ctrl, fyne.KeyReturn)
	if confirmed, _ := s.ReadBack(almere); confirmed != 2 {
		t.Errorf("%d confirmed", confirmed)
	}
	d.hold(ctrl, "1")
	if w.at != placeReadBack || w.stage.Stakeholder != dronten {
		t.Errorf("Ctrl+1 went to %s, %s", w.at, w.stage.Stakeholder)
	}
	d.hold(ctrl, fyne.KeyZ) // as a chord of its own, not Fyne's undo
	if confirmed, _ := s.ReadBack(almere); confirmed != 1 {
		t.Errorf("after undo %d are confirmed", confirmed)
	}
	d.press(fyne.KeyEscape)
	if w.at != placeCapture || w.stage.Stakeholder != dronten {
		t.Errorf("Escape went to %s, %s", w.at, w.stage.Stakeholder)
	}
	d.hold(fyne.KeyModifierAlt, "5")
	if w.at != placeShare {
		t.Errorf("Alt+5 went to %s", w.at)
	}
}

// TestChordsRestWithoutASession: on the start screen no chord reaches for a
// session that has closed.
func TestChordsRestWithoutASession(t *testing.T) {
	d := inRoom(t)
	w := d.window
	w.leave()
	d.hold(ctrl, fyne.KeyB)
	d.hold(ctrlShift, fyne.KeyB)
	d.hold(ctrl, fyne.KeyZ)
	d.hold(ctrl, fyne.KeyT)
	if w.beamer.content != nil || w.at != "" {
		t.Errorf("at %q with beamer %v", w.at, w.beamer.content)
	}
}

// TestTheChosenGemeenteStaysChosen across the places of the window.
func TestTheChosenGemeenteStaysChosen(t *testing.T) {
	d := inRoom(t)
	w := d.window
	d.hold(ctrl, "3")
	for _, at := range []string{placePrepare, placeReadBack, placeOrdering, placeShare, placeCapture} {
		w.show(at)
		if w.stage.Stakeholder != almere {
			t.Errorf("in %s it is %s", at, w.stage.Stakeholder)
		}
	}
	d.hold(ctrl, "1")
	w.show(placeReadBack)
	if w.stage.Stakeholder != dronten {
		t.Errorf("read back %s", w.stage.Stakeholder)
	}
}
