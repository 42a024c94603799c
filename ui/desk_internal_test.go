package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// desk is the window on a desk, with somebody at the keyboard.
type desk struct {
	t       *testing.T
	window  *Window
	library *fakeLibrary
	clock   *kit.ManualClock
	jobs    *jobQueue
}

// newDesk makes a window that shows nothing yet, at two o'clock.
func newDesk(t *testing.T) *desk {
	t.Helper()
	clock := kit.NewManualClock(time.Date(2018, 3, 14, 14, 0, 0, 0, time.UTC))
	a := test.NewTempApp(t)
	a.Preferences().SetString(prefFolder, "Documenten")
	d := &desk{t: t, library: &fakeLibrary{t: t, now: clock.Now}, clock: clock, jobs: &jobQueue{}}
	d.window = newWindow(a, d.library, clock, d.jobs)
	d.window.make()
	return d
}

// inSession is a desk where a session with these lines is open at Vastleggen.
func inSession(t *testing.T, lines ...model.Capture) *desk {
	t.Helper()
	d := newDesk(t)
	d.library.lines = lines
	d.opens("overleg.oogst")
	return d
}

// starts starts the program, and opens opens a file: both beside the window.
func (d *desk) starts() {
	d.window.Start()
	d.jobs.finish()
}

func (d *desk) opens(path string) {
	d.window.Open(path)
	d.jobs.finish()
}

func line(stakeholder, kind, words string) model.Capture {
	return model.Capture{Stakeholder: stakeholder, Kind: kind, Text: words}
}

func (d *desk) session() *model.Session { return d.library.document.session }

func (d *desk) canvas() fyne.Canvas { return d.window.window.Canvas() }

// press presses keys one by one, as Fyne's driver does.
func (d *desk) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		e := &fyne.KeyEvent{Name: key}
		focused := d.canvas().Focused()
		keyable, ok := focused.(desktop.Keyable)
		if ok {
			keyable.KeyDown(e)
		}
		if focused != nil {
			focused.TypedKey(e)
		} else {
			d.canvas().OnTypedKey()(e)
		}
		if ok {
			keyable.KeyUp(e)
		}
	}
}

// hold presses a key while a modifier is held down.
func (d *desk) hold(modifier fyne.KeyModifier, key fyne.KeyName) {
	d.t.Helper()
	var s fyne.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
	switch {
	case modifier == ctrl && key == fyne.KeyZ:
		s = &fyne.ShortcutUndo{}
	case modifier == ctrl && key == fyne.KeyY:
		s = &fyne.ShortcutRedo{}
	}
	if f, ok := d.canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	d.canvas().(fyne.Shortcutable).TypedShortcut(s)
}

// types types where the cursor is.
func (d *desk) types(words string) {
	d.t.Helper()
	f := d.canvas().Focused()
	if f == nil {
		d.t.Fatalf("nothing has the focus to type %q in", words)
	}
	for _, r := range words {
		f.TypedRune(r)
	}
}

// enters types a line and stores it.
func (d *desk) enters(words string) {
	d.t.Helper()
	d.types(words)
	d.press(fyne.KeyReturn)
}

// pushes presses the button with these words by the keyboard.
func (d *desk) pushes(words string) {
	d.t.Helper()
	d.canvas().Focus(d.button(words))
	d.press(fyne.KeyReturn)
}

func (d *desk) button(words string) *kit.Button {
	d.t.Helper()
	for _, b := range shown[*kit.Button](d) {
		if b.Text() == words {
			return b
		}
	}
	d.t.Fatalf("there is no button %q", words)
	return nil
}

func (d *desk) hasButton(words string) bool {
	return slices.ContainsFunc(shown[*kit.Button](d), func(b *kit.Button) bool { return b.Text() == words })
}

// shown gives what can be seen in the window of one type, in order.
func shown[T any](d *desk) []T { return within[T](d.canvas().Content()) }

// within finds what can be seen in an object.
func within[T any](root fyne.CanvasObject) []T {
	var found []T
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		if x, ok := o.(T); ok {
			found = append(found, x)
		}
		var parts []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			parts = o.Objects
		case fyne.Widget:
			parts = test.WidgetRenderer(o).Objects()
		}
		for _, part := range parts {
			walk(part)
		}
	}
	walk(root)
	return found
}

func one[T any](d *desk) T {
	d.t.Helper()
	all := shown[T](d)
	if len(all) != 1 {
		d.t.Fatalf("%d of %T can be seen, want 1", len(all), *new(T))
	}
	return all[0]
}

// line is the capture line.
func (d *desk) line() *kit.LineEntry {
	d.t.Helper()
	return one[*kit.LineEntry](d)
}

// field is the field with this label.
func (d *desk) field(label string) *kit.Field {
	d.t.Helper()
	for _, f := range shown[*kit.Field](d) {
		if strings.HasPrefix(f.AccessibilityLabel()+" ", label+" ") {
			return f
		}
	}
	d.t.Fatalf("there is no field %q", label)
	return nil
}

// rewrites types a new text in a field.
func (d *desk) rewrites(f *kit.Field, words string) {
	d.t.Helper()
	d.canvas().Focus(f.Target())
	for f.Text() != "" {
		before := f.Text()
		if d.press(fyne.KeyEnd, fyne.KeyBackspace); f.Text() == before {
			d.t.Fatalf("the field keeps %q", before)
		}
	}
	d.types(words)
}

// reads is all that a screen reader would say of the window.
func (d *desk) reads() string {
	var words []string
	for _, a := range shown[fyne.Accessible](d) {
		words = append(words, a.AccessibilityLabel())
	}
	return strings.Join(words, "\n")
}

func (d *desk) wantRead(all ...string) {
	d.t.Helper()
	for _, words := range all {
		if !strings.Contains(d.reads(), words) {
			d.t.Errorf("the window does not say %q; it says:\n%s", words, d.reads())
		}
	}
}

func (d *desk) wantUnread(words string) {
	d.t.Helper()
	if strings.Contains(d.reads(), words) {
		d.t.Errorf("the window says %q", words)
	}
}

// wantLine checks the words in the capture line, and that the cursor is there.
func (d *desk) wantLine(words string) {
	d.t.Helper()
	if l := d.line(); l.Text() != words || !l.Focused() || d.canvas().Focused() != l.Target() {
		d.t.Errorf("the line holds %q with focus %v, want %q; the focus is on %T", l.Text(), l.Focused(), words, d.canvas().Focused())
	}
}

// wantCell checks the lines of a gemeente and kind in the session.
func (d *desk) wantCell(stakeholder, kind string, words ...string) {
	d.t.Helper()
	var got []string
	for _, e := range d.session().Cell(stakeholder, kind) {
		got = append(got, e.Text)
	}
	if !slices.Equal(got, words) {
		d.t.Errorf("%s %s holds %q, want %q", stakeholder, kind, got, words)
	}
}

// last is the line that was stored last.
func (d *desk) last() model.Entry {
	d.t.Helper()
	all := d.session().Entries()
	if len(all) == 0 {
		d.t.Fatal("there are no lines")
	}
	return all[len(all)-1]
}

// column is the column of a kind at Vastleggen.
func (d *desk) column(kind string) *kit.CardColumn {
	d.t.Helper()
	all := shown[*kit.CardColumn](d)
	kinds := d.session().Programme().Kinds
	if len(all) != len(kinds) {
		d.t.Fatalf("%d columns for %d kinds", len(all), len(kinds))
	}
	return all[slices.IndexFunc(kinds, func(k model.Kind) bool { return k.Key == kind })]
}

// wantOutlined counts the cards that are outlined as just stored.
func (d *desk) wantOutlined(want int) {
	d.t.Helper()
	got := 0
	for _, e := range d.session().Entries() {
		for _, c := range shown[*kit.CardColumn](d) {
			if card, ok := c.Card(e.ID.String()); ok && card.Outlined {
				got++
			}
		}
	}
	if got != want {
		d.t.Errorf("%d cards are outlined, want %d", got, want)
	}
}

// onLast chooses from the menu of the line stored last: an item, or an item of
// the menu beside it.
func (d *desk) onLast(path ...string) {
	d.t.Helper()
	e := d.last()
	c := d.column(e.Kind)
	c.Select(e.ID.String())
	c.Focus()
	d.press(desktop.KeyMenu)
	pop, ok := d.canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		d.t.Fatalf("no menu opens; the focus is on %T", d.canvas().Focused())
	}
	menu := pop.Menu
	for depth, label := range path {
		if depth > 0 {
			d.press(fyne.KeyRight)
		}
		at := slices.Index(labels(menu), label)
		if at < 0 {
			d.t.Fatalf("the menu has no %q; it has %q", label, labels(menu))
		}
		if depth == 0 {
			at++ // nothing is chosen yet
		}
		for range at {
			d.press(fyne.KeyDown)
		}
		if depth+1 < len(path) {
			menu = childOf(menu, label)
		}
	}
	d.press(fyne.KeyReturn)
}

// labels are the items of a menu, without the lines between them.
func labels(m *widget.Menu) []string {
	var all []string
	for _, item := range m.Items {
		if label := labelOf(item); label != "" {
			all = append(all, label)
		}
	}
	return all
}

func labelOf(item fyne.CanvasObject) string {
	w, ok := item.(fyne.Widget)
	if !ok {
		return ""
	}
	for _, o := range test.WidgetRenderer(w).Objects() {
		if words, ok := o.(*canvas.Text); ok {
			return words.Text
		}
	}
	return ""
}

func childOf(m *widget.Menu, label string) *widget.Menu {
	for _, item := range m.Items {
		if parent, ok := item.(interface{ Child() *widget.Menu }); ok && labelOf(item) == label {
			return parent.Child()
		}
	}
	return nil
}
