package ui

import (
	"context"
	"testing"
	"time"

	"oogst/assets"
	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"
)

// The window with a document in memory, as far as beamer and read-back need it.

type roomDocument struct {
	session *model.Session
	draft   string
}

func (d *roomDocument) Session() *model.Session     { return d.session }
func (d *roomDocument) Path() string                { return "overleg.oogst" }
func (d *roomDocument) MoveTo(string) error         { return nil }
func (d *roomDocument) Unpublished() bool           { return false }
func (d *roomDocument) Draft() (string, error)      { return d.draft, nil }
func (d *roomDocument) KeepDraft(text string) error { d.draft = text; return nil }
func (d *roomDocument) Close() error                { return nil }
func (d *roomDocument) Publication() func() func() (bool, error) {
	return func() func() (bool, error) { return func() (bool, error) { return false, nil } }
}
func (d *roomDocument) Append([]model.Operation) error { return nil }

type roomLibrary struct{}

func (roomLibrary) Templates() []Choice               { return nil }
func (roomLibrary) Examples() []Choice                { return nil }
func (roomLibrary) Recent() []Recent                  { return nil }
func (roomLibrary) Create(string) (Document, error)   { return nil, nil }
func (roomLibrary) Example(string) (Document, error)  { return nil, nil }
func (roomLibrary) Open(string) (Document, error)     { return nil, nil }
func (roomLibrary) Resume(model.ID) (Document, error) { return nil, nil }
func (roomLibrary) Names(Order) []string              { return nil }
func (roomLibrary) Sentence(err error) string         { return err.Error() }
func (roomLibrary) Make(context.Context, Order, func(int, int)) ([]string, error) {
	return nil, nil
}

// atOnce does work where it is asked for.
type atOnce struct{}

func (atOnce) run(work func(context.Context, func(int, int)) func(), _ func(int, int)) func() {
	if then := work(context.Background(), func(int, int) {}); then != nil {
		then()
	}
	return func() {}
}
func (atOnce) wait() {}

const almere = "GM0034"

// openWindow opens the window on a session with three lines of Almere.
func openWindow(t *testing.T) *Window {
	t.Helper()
	a := test.NewTempApp(t)
	data, err := assets.Templates.ReadFile("templates/krachtige-samenleving.json")
	if err != nil {
		t.Fatal(err)
	}
	template, err := model.ParseTemplate(data)
	if err != nil {
		t.Fatal(err)
	}
	d := &roomDocument{}
	clock := kit.NewManualClock(time.Date(2018, 3, 14, 14, 32, 0, 0, time.Local))
	if d.session, err = model.NewSession(uuid.New(), model.Device{Replica: 1, Letter: "A"}, d, nil, clock.Now); err != nil {
		t.Fatal(err)
	}
	for _, c := range []model.Command{
		model.Begin{Template: template},
		model.Import{
			{Kind: "idea", Stakeholder: almere, Text: "een"},
			{Kind: "idea", Stakeholder: almere, Text: "twee"},
			{Kind: "idea", Stakeholder: "GM0303", Text: "drie"},
		},
	} {
		if err := d.session.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	w := newWindow(a, a.NewWindow(""), roomLibrary{}, clock, atOnce{})
	w.use(d, placeCapture)
	t.Cleanup(w.closeDocument)
	return w
}

func (w *Window) press(key fyne.KeyName) {
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func (w *Window) chord(modifier fyne.KeyModifier, key fyne.KeyName) {
	w.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: modifier})
}

const ctrlShift = ctrl | fyne.KeyModifierShift

func windows() int { return len(fyne.CurrentApp().Driver().AllWindows()) }

func TestTheBeamerOpensBesideTheLine(t *testing.T) {
	w := openWindow(t)
	before := windows()
	line := w.window.Canvas().Focused()
	w.chord(ctrlShift, fyne.KeyB)
	if w.beamer == nil || windows() != before+1 {
		t.Fatal("there is no second window")
	}
	if w.window.Canvas().Focused() != line {
		t.Error("the line lost the focus")
	}
	if got := w.beamerState(); got != "beamer: Dronten" {
		t.Errorf("the bar says %q", got)
	}
	w.chord(ctrl, "3")
	if got := w.beamerState(); got != "beamer: Almere" {
		t.Errorf("the bar says %q", got)
	}
	w.chord(ctrl, fyne.KeyB)
	if got := w.beamerState(); got != "beamer donker" || w.room.Hidden {
		t.Errorf("the bar says %q", got)
	}
	w.chord(ctrl, fyne.KeyB)
	w.chord(ctrlShift, fyne.KeyL)
	if got := w.beamerState(); got != "beamer: overzicht" {
		t.Errorf("the bar says %q", got)
	}
	w.chord(ctrlShift, fyne.KeyB)
	if w.beamer != nil || windows() != before || !w.room.Hidden {
		t.Error("the second window is still there")
	}
}

func TestDarkBeforeThereIsABeamerOpensItDark(t *testing.T) {
	w := openWindow(t)
	w.chord(ctrl, fyne.KeyB)
	if w.beamer == nil || !w.stage.Dark {
		t.Error("it did not open dark")
	}
}

func TestF11FillsTheDisplayAndBack(t *testing.T) {
	w := openWindow(t)
	w.chord(ctrlShift, fyne.KeyB)
	if w.notice.Text() == "" {
		t.Error("nothing says what to do on one display")
	}
	w.press(fyne.KeyF11)
	if !w.beamer.window.FullScreen() || w.notice.Text() != "" {
		t.Error("it is a window still, or the advice to make it none is")
	}
	w.press(fyne.KeyF11)
	if w.beamer.window.FullScreen() {
		t.Error("it fills the display still")
	}
}

// TestNothingHoldsOnToASession: whichever way the beamer goes, all who
// followed the session let it go.
func TestNothingHoldsOnToASession(t *testing.T) {
	for name, end := range map[string]func(*Window){
		"by hand":      func(w *Window) { w.beamer.window.Close() },
		"with session": func(*Window) {},
	} {
		t.Run(name, func(t *testing.T) {
			w := openWindow(t)
			w.toggleBeamer()
			w.show(placeReadBack)
			end(w)
			s, stage := w.document.Session(), w.stage
			w.closeDocument()
			if s.Observers() != 0 || stage.Watchers() != 0 || w.beamer != nil {
				t.Errorf("%d observers, %d watchers, beamer %v", s.Observers(), stage.Watchers(), w.beamer)
			}
		})
	}
}

// TestReadBackFromTheKeyboard goes from the capture line to a confirmed
// gemeente and back without a mouse.
func TestReadBackFromTheKeyboard(t *testing.T) {
	w := openWindow(t)
	s := w.document.Session()
	w.chord(ctrl, "3")
	w.chord(ctrl, fyne.KeyT)
	if _, ok := w.screen.(*screen.ReadBack); !ok || w.stage.Stakeholder != almere {
		t.Fatalf("at %s with %s", w.at, w.stage.Stakeholder)
	}
	w.press(fyne.KeySpace)
	if confirmed, total := s.ReadBack(almere); confirmed != 1 || total != 2 {
		t.Errorf("%d of %d confirmed", confirmed, total)
	}
	w.chord(ctrl, fyne.KeyReturn)
	if confirmed, _ := s.ReadBack(almere); confirmed != 2 {
		t.Errorf("%d confirmed", confirmed)
	}
	w.chord(ctrl, "1")
	if w.at != placeReadBack || w.stage.Stakeholder != "GM0303" {
		t.Errorf("Ctrl+1 went to %s, %s", w.at, w.stage.Stakeholder)
	}
	w.chord(ctrl, fyne.KeyZ) // as a chord of its own, not Fyne's undo
	if confirmed, _ := s.ReadBack(almere); confirmed != 1 {
		t.Errorf("after undo %d are confirmed", confirmed)
	}
	w.press(fyne.KeyEscape)
	if w.at != placeCapture || w.stage.Stakeholder != "GM0303" {
		t.Errorf("Escape went to %s, %s", w.at, w.stage.Stakeholder)
	}
	w.chord(fyne.KeyModifierAlt, "4")
	if w.at != placeShare {
		t.Errorf("Alt+4 went to %s", w.at)
	}
}

// TestChordsRestWithoutASession: on the start screen no chord reaches for a
// session that has closed.
func TestChordsRestWithoutASession(t *testing.T) {
	w := openWindow(t)
	w.leave()
	w.chord(ctrl, fyne.KeyB)
	w.chord(ctrlShift, fyne.KeyB)
	w.chord(ctrl, fyne.KeyZ)
	w.chord(ctrl, fyne.KeyT)
	if w.beamer != nil || w.at != "" {
		t.Errorf("at %q with beamer %v", w.at, w.beamer)
	}
}

// TestTheChosenGemeenteStaysChosen across the places of the window.
func TestTheChosenGemeenteStaysChosen(t *testing.T) {
	w := openWindow(t)
	w.chord(ctrl, "3")
	for _, at := range []string{placePrepare, placeReadBack, placeShare, placeCapture} {
		w.show(at)
		if w.stage.Stakeholder != almere {
			t.Errorf("in %s it is %s", at, w.stage.Stakeholder)
		}
	}
	w.chord(ctrl, "1")
	w.show(placeReadBack)
	if w.stage.Stakeholder != "GM0303" {
		t.Errorf("read back %s", w.stage.Stakeholder)
	}
}
