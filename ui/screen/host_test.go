package screen_test

import (
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"oogst/assets"
	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/theme"
)

// memory is a journal that keeps nothing: the session has it all.
type memory struct{}

func (memory) Append([]model.Operation) error { return nil }

func newSession(t *testing.T, template string) *model.Session {
	t.Helper()
	data, err := assets.Templates.ReadFile("templates/" + template + ".json")
	must(t, err)
	parsed, err := model.ParseTemplate(data)
	must(t, err)
	at := time.Date(2018, 3, 14, 14, 0, 0, 0, time.UTC)
	now := func() time.Time {
		at = at.Add(time.Second)
		return at
	}
	s, err := model.NewSession(uuid.New(), model.Device{Replica: 7, Letter: "A", Actor: "laptop A"}, memory{}, nil, now)
	must(t, err)
	must(t, s.Do(model.Begin{Template: parsed, Info: model.Info{Date: "2018-03-14", Place: "Lelystad"}}))
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// host is the shell as a screen sees it, with a clipboard of its own.
type host struct {
	session   *model.Session
	keys      *kit.KeyRouter
	clock     *kit.ManualClock
	window    fyne.Window
	clipboard string
	lines     screen.Brought
	err       error
	templates map[string]model.Template
	stage     *screen.Stage
}

var errThere = errors.New("there is one")

func (h *host) Keys() *kit.KeyRouter       { return h.keys }
func (h *host) Clock() kit.Clock           { return h.clock }
func (h *host) Canvas() fyne.Canvas        { return h.window.Canvas() }
func (h *host) Sentence(err error) string  { return err.Error() }
func (h *host) Stage() *screen.Stage       { return h.stage }
func (h *host) Path() string               { return "/home/p/Documenten/Oogst/2018-03-14 overleg.oogst" }
func (h *host) ChoosePlace()               {}
func (h *host) GoCapture()                 {}
func (h *host) KeepDraft(string) error     { return nil }
func (h *host) Habits() screen.Habits      { return screen.Habits{Round: screen.DefaultRound} }
func (h *host) KeepHabits(screen.Habits)   {}
func (h *host) KeyFor(id string) string    { return id }
func (h *host) Clipboard() string          { return h.clipboard }
func (h *host) ChooseLines(f func(string)) { f("/home/p/regels.csv") }

func (h *host) ReadLines(string) (screen.Brought, error)  { return h.lines, h.err }
func (h *host) ParseLines(string) (screen.Brought, error) { return h.lines, h.err }

func (h *host) MakePaper(done func(string, error)) { done("gemaakt", h.err) }

func (h *host) SaveTemplate(name string, replace bool) (bool, error) {
	if _, there := h.templates[name]; there && !replace {
		return true, errThere
	}
	h.templates[name] = h.session.Template()
	return false, nil
}

// person sits at the keyboard of a prepare screen.
type person struct {
	*testing.T
	*host
	prepare *screen.Prepare
	c       fyne.Canvas
}

func prepare(t *testing.T, template string, mode theme.Mode, size fyne.Size) *person {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode))
	h := &host{
		session: newSession(t, template), keys: kit.NewKeyRouter(),
		clock: kit.NewManualClock(time.Date(2018, 3, 14, 14, 0, 0, 0, time.UTC)), templates: map[string]model.Template{},
		window: test.NewTempWindow(t, kit.NewLine()),
	}
	h.stage = screen.NewStage(h.session)
	h.keys.Bind(kit.Chord{Key: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault}, func() { must(t, h.session.Undo()) })
	h.window.SetPadded(false)
	h.window.Resize(size)
	p := &person{T: t, host: h, prepare: screen.NewPrepare(h, h.session), c: h.window.Canvas()}
	h.window.SetContent(p.prepare.Content())
	t.Cleanup(p.prepare.Close)
	p.c.Focus(p.prepare.Target())
	return p
}

// panel goes to the nth panel, from 0, and into it.
func (p *person) panel(n int) {
	p.Helper()
	choice := find[*kit.Segmented](p, 0)
	p.c.Focus(choice)
	for range n {
		p.key(fyne.KeyRight)
	}
	p.c.Focus(p.prepare.Target())
}

func (p *person) key(keys ...fyne.KeyName) {
	for _, k := range keys {
		p.c.Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (p *person) text(s string) { test.Type(p.c.Focused(), s) }

func (p *person) tab(n int) {
	for range n {
		p.c.(interface{ FocusNext() }).FocusNext()
	}
}

// goTo walks to what a screen reader calls so, and gives it the focus.
func (p *person) goTo(label string) {
	p.Helper()
	for range 200 {
		if a, ok := p.c.Focused().(fyne.Accessible); ok && a.AccessibilityLabel() == label || p.fieldIs(label) {
			return
		}
		p.tab(1)
	}
	p.Fatalf("nothing with the focus is called %q", label)
}

// fieldIs tells whether the cursor is in the empty field with a label.
func (p *person) fieldIs(label string) (is bool) {
	p.walk(func(o fyne.CanvasObject) {
		if f, ok := o.(*kit.Field); ok && f.Target() == p.c.Focused() {
			is = f.AccessibilityLabel() == label
		}
	})
	return is
}

func (p *person) press(label string) {
	p.Helper()
	p.goTo(label)
	p.key(fyne.KeyReturn)
}

// said is all that stands on the screen.
func (p *person) said() string {
	var all []string
	p.walk(func(o fyne.CanvasObject) {
		if a, ok := o.(fyne.Accessible); ok {
			all = append(all, a.AccessibilityLabel())
		}
	})
	return strings.Join(all, "\n")
}

func (p *person) walk(visit func(fyne.CanvasObject)) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		visit(o)
		switch o := o.(type) {
		case *container.Scroll:
			walk(o.Content)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(p.window.Content())
}

func find[T fyne.CanvasObject](p *person, n int) (found T) {
	p.Helper()
	seen := 0
	p.walk(func(o fyne.CanvasObject) {
		if w, ok := o.(T); ok {
			if seen == n {
				found = w
			}
			seen++
		}
	})
	if seen <= n {
		p.Fatalf("%d of %T, want more than %d", seen, found, n)
	}
	return found
}

// picture keeps what the window shows for a person to look at.
func (p *person) picture(name string) {
	dir := os.Getenv("OOGST_GALLERY")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	must(p.T, err)
	must(p.T, png.Encode(f, p.c.Capture()))
	must(p.T, f.Close())
}
