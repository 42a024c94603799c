package screen_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"oogst/assets"
	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"
)

// What the tests of beamer and read-back share.

// inMemory keeps nothing, and refuses where it says why.
type inMemory struct{ refuses *error }

func (m inMemory) Append([]model.Operation) error {
	if m.refuses != nil {
		return *m.refuses
	}
	return nil
}

// roomHost is a shell with nothing around it.
type roomHost struct {
	keys  *kit.KeyRouter
	clock *kit.ManualClock
	stage *screen.Stage
	on    func() fyne.Canvas
}

func (h *roomHost) Keys() *kit.KeyRouter      { return h.keys }
func (h *roomHost) Clock() kit.Clock          { return h.clock }
func (h *roomHost) Stage() *screen.Stage      { return h.stage }
func (h *roomHost) Sentence(err error) string { return err.Error() }
func (h *roomHost) KeepDraft(string) error    { return nil }
func (h *roomHost) Canvas() fyne.Canvas       { return h.on() }

var roomTime = time.Date(2018, 3, 14, 14, 32, 0, 0, time.Local)

const almere, dronten = "GM0034", "GM0303"

// startRoom starts a program in the light theme.
func startRoom(t testing.TB) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
}

// openRoom makes a session of the built-in programme, without lines.
func openRoom(t testing.TB) (*model.Session, *roomHost) {
	t.Helper()
	return openRoomOn(t, inMemory{})
}

func openRoomOn(t testing.TB, journal inMemory) (*model.Session, *roomHost) {
	t.Helper()
	data, err := assets.Templates.ReadFile("templates/krachtige-samenleving.json")
	if err != nil {
		t.Fatal(err)
	}
	template, err := model.ParseTemplate(data)
	if err != nil {
		t.Fatal(err)
	}
	at := roomTime
	s, err := model.NewSession(uuid.New(), model.Device{Replica: 1, Letter: "A"}, journal, nil, func() time.Time {
		at = at.Add(time.Millisecond)
		return at
	})
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, model.Begin{Template: template, Info: model.Info{Date: "2018-03-14", Fictional: true}})
	h := &roomHost{keys: kit.NewKeyRouter(), clock: kit.NewManualClock(roomTime), stage: screen.NewStage(s)}
	h.stage.Choose(almere)
	return s, h
}

func do(t testing.TB, s *model.Session, c model.Command) {
	t.Helper()
	if err := s.Do(c); err != nil {
		t.Fatal(err)
	}
}

func say(t testing.TB, s *model.Session, kind, words string) {
	t.Helper()
	do(t, s, model.Capture{Kind: kind, Stakeholder: almere, Text: words})
}

// sayAll fills Almere as the picture of the design has it.
func sayAll(t testing.TB, s *model.Session) {
	t.Helper()
	for _, l := range [][2]string{
		{"idea", "Talent van de jeugd zichtbaar maken in de wijk"},
		{"idea", "Beroepen van de toekomst: techniek en zorg samen laten optrekken"},
		{"pilotidea", "Gepersonaliseerd leren voor werkzoekenden van 27 tot 50 jaar"},
		{"characteristic", "Simpel construct, niet nog een overlegtafel"},
		{"attention", "Krapte op de arbeidsmarkt: werkgevers hebben nu weinig tijd"},
		{"pilotidea", "Netwerk van scholen, bedrijven en UWV, over de gemeentegrens heen"},
	} {
		say(t, s, l[0], l[1])
	}
}

// look puts an object in a window of its own, in a mode of the theme.
func look(t testing.TB, m theme.Mode, size fyne.Size, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(theme.New(m))
	w := test.NewWindow(o)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// seen is every text that is drawn of an object, a line each.
func seen(o fyne.CanvasObject) string {
	var b strings.Builder
	walk(o, func(t *canvas.Text) { fmt.Fprintln(&b, t.Text) })
	return b.String()
}

func walk(o fyne.CanvasObject, visit func(*canvas.Text)) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *canvas.Text:
		visit(o)
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

func wantSeen(t *testing.T, o fyne.CanvasObject, words string, want bool) {
	t.Helper()
	if got := strings.Contains(seen(o), words); got != want {
		t.Errorf("%q is shown: %v, want %v, in\n%s", words, got, want, seen(o))
	}
}

// keep writes a picture for a person to look at, where OOGST_GALLERY says so.
func keep(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	dir := os.Getenv("OOGST_GALLERY")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, c.Capture()); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func (h *roomHost) Habits() screen.Habits    { return screen.Habits{Round: screen.DefaultRound} }
func (h *roomHost) KeepHabits(screen.Habits) {}
func (h *roomHost) KeyFor(id string) string  { return id }
