package screen

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"
)

type noJournal struct{}

func (noJournal) Append([]model.Operation) error { return nil }

// countingClock is a clock that knows how many calls are still to come.
type countingClock struct {
	*kit.ManualClock
	pending int
}

func (c *countingClock) AfterFunc(d time.Duration, f func()) func() {
	c.pending++
	done := false
	end := func() {
		if !done {
			done = true
			c.pending--
		}
	}
	stop := c.ManualClock.AfterFunc(d, func() {
		end()
		f()
	})
	return func() {
		end()
		stop()
	}
}

// table is Vastleggen in a window, with somebody at the keyboard.
type table struct {
	t       testing.TB
	capture *Capture
	session *model.Session
	clock   *countingClock
	window  fyne.Window
	keys    *kit.KeyRouter
	habits  Habits
	stage   *Stage
	draft   string
}

func (x *table) Keys() *kit.KeyRouter      { return x.keys }
func (x *table) Stage() *Stage             { return x.stage }
func (x *table) Clock() kit.Clock          { return x.clock }
func (x *table) Canvas() fyne.Canvas       { return x.window.Canvas() }
func (x *table) Sentence(err error) string { return err.Error() }
func (x *table) Habits() Habits            { return x.habits }
func (x *table) KeyFor(id string) string   { return id }
func (x *table) KeepHabits(h Habits)       { x.habits = h }

func (x *table) KeepDraft(text string) error {
	x.draft = text
	return nil
}

func kinds() []model.Kind {
	return []model.Kind{
		{Key: "idea", Letter: "I", Name: "Idee", Plural: "Ideeën", Accent: "brown"},
		{Key: "pilotidea", Letter: "P", Name: "Pilotidee", Plural: "Pilotideeën", Accent: "teal"},
	}
}

// sitDown opens Vastleggen on a session with these lines, at two o'clock.
func sitDown(t testing.TB, lines ...model.Capture) *table {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	x := &table{
		t: t, keys: kit.NewKeyRouter(), habits: Habits{Round: DefaultRound},
		clock: &countingClock{ManualClock: kit.NewManualClock(time.Date(2018, 3, 14, 14, 0, 0, 0, time.UTC))},
	}
	device := model.Device{Replica: 7, Letter: "A", Actor: "laptop A"}
	s, err := model.NewSession(uuid.MustParse("01910000-0000-7000-8000-000000000001"), device, noJournal{}, nil, x.clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	x.session = s
	x.do(model.Begin{Template: model.Template{
		Session: "Overleg", Kinds: kinds(), Overview: []string{"pilotidea", "idea"},
		Stakeholders: []model.Stakeholder{
			{Key: "GM0303", Name: "Dronten", Letters: "DR", Accent: "brown"},
			{Key: "GM0034", Name: "Almere", Letters: "AL", Accent: "teal"},
		},
	}})
	if len(lines) > 0 {
		x.do(model.Import(lines))
	}
	x.stage = NewStage(x.session)
	x.window = test.NewTempWindow(t, nil)
	x.window.SetPadded(false)
	x.window.Resize(fyne.NewSize(1024, 700))
	x.open()
	return x
}

func (x *table) open() {
	x.capture = NewCapture(x, x.session, x.draft)
	x.window.SetContent(x.capture.Content())
	x.capture.Focus()
}

func (x *table) do(c model.Command) {
	x.t.Helper()
	if err := x.session.Do(c); err != nil {
		x.t.Fatalf("%#v: %v", c, err)
	}
}

func (x *table) types(words string) {
	for _, r := range words {
		x.Canvas().Focused().TypedRune(r)
	}
}

func (x *table) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		x.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (x *table) enters(words string) {
	x.types(words)
	x.press(fyne.KeyReturn)
}

func (x *table) pastes(words string) {
	x.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board(words)})
}

type board string

func (b board) Content() string { return string(b) }

func (board) SetContent(string) {}

// cell gives the texts of a cell.
func (x *table) cell(stakeholder, kind string) (texts []string) {
	for _, e := range x.session.Cell(stakeholder, kind) {
		texts = append(texts, e.Text)
	}
	return texts
}

func (x *table) want(stakeholder, kind string, want ...string) {
	x.t.Helper()
	if got := x.cell(stakeholder, kind); fmt.Sprint(got) != fmt.Sprint(want) {
		x.t.Errorf("%s %s holds %q, want %q", stakeholder, kind, got, want)
	}
}

// atLine checks that the cursor is in the line, and what it holds.
func (x *table) atLine(want string) {
	x.t.Helper()
	if !x.capture.line.Focused() {
		x.t.Error("the cursor is not in the line")
	}
	if got := x.capture.line.Text(); got != want {
		x.t.Errorf("the line holds %q, want %q", got, want)
	}
}

func said(stakeholder, kind, words string) model.Capture {
	return model.Capture{Stakeholder: stakeholder, Kind: kind, Text: words}
}

func TestNothingIsLeftWhenTheScreenCloses(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "Leren van gezinnen waar het goed gaat"))
	before, subscribers := runtime.NumGoroutine(), x.session.Observers()-1
	for i := range 3 {
		x.capture.ChooseNth(i%2 + 1)
		x.types("half")
		x.capture.Find()
		x.capture.Matrix()
		x.capture.Slide()
		x.capture.EditHabits()
		x.clock.Advance(10 * time.Second)
		x.capture.Close()
		if x.session.Observers() != subscribers {
			t.Fatalf("%d subscribers left", x.session.Observers()-subscribers)
		}
		if x.clock.pending != 0 {
			t.Fatalf("%d calls of the clock left", x.clock.pending)
		}
		x.draft = ""
		x.open()
	}
	x.capture.Close()
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines left", after-before)
	}
}
