package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"oogst/ui/kit"
	"oogst/ui/theme"
)

// typist presses keys on what has the focus, as Fyne's driver does.
type typist struct {
	t *testing.T
	c fyne.Canvas
}

// start makes a program without a window, with our theme.
func start(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
}

func onWindow(t *testing.T, o fyne.CanvasObject) typist {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.Resize(fyne.NewSize(600, 400))
	return typist{t, w.Canvas()}
}

func (p typist) key(names ...fyne.KeyName) {
	p.t.Helper()
	for _, name := range names {
		f := p.c.Focused()
		if f == nil {
			p.t.Fatalf("%s: nothing has the focus", name)
		}
		k, ok := f.(desktop.Keyable)
		if ok {
			k.KeyDown(&fyne.KeyEvent{Name: name})
		}
		f.TypedKey(&fyne.KeyEvent{Name: name})
		if ok {
			k.KeyUp(&fyne.KeyEvent{Name: name})
		}
	}
}

func (p typist) shift(name fyne.KeyName) {
	f := p.c.Focused().(desktop.Keyable)
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	p.key(name)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func (p typist) chord(s fyne.Shortcut) { p.c.Focused().(fyne.Shortcutable).TypedShortcut(s) }

func (p typist) text(s string) { test.Type(p.c.Focused(), s) }

func ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

// log collects what was called, in order.
type log []string

func (l *log) add(what string) func() { return func() { *l = append(*l, what) } }

func (l *log) want(t *testing.T, want ...string) {
	t.Helper()
	if got := strings.Join(*l, ","); got != strings.Join(want, ",") {
		t.Errorf("called %q, want %q", got, strings.Join(want, ","))
	}
	*l = nil
}

func newLine(t *testing.T) (*kit.LineEntry, typist, *log) {
	var calls log
	start(t)
	l := kit.NewLineEntry("typ hier")
	l.OnSubmit = func(text string) { calls.add("submit " + text)() }
	l.OnRecall, l.OnEscape, l.OnLimit = calls.add("recall"), calls.add("escape"), calls.add("limit")
	l.Keys = kit.NewKeyRouter()
	p := onWindow(t, l)
	p.c.Focus(l.Target())
	return l, p, &calls
}

func TestEnterSubmitsAndKeepsTheText(t *testing.T) {
	l, p, calls := newLine(t)
	p.text("Eén idee")
	p.key(fyne.KeyReturn)
	calls.want(t, "submit Eén idee")
	if l.Text() != "Eén idee" || !l.Focused() {
		t.Errorf("after Enter the line holds %q, focus %v", l.Text(), l.Focused())
	}
	p.key(fyne.KeyEnter)
	calls.want(t, "submit Eén idee")
	l.Clear()
	if l.Text() != "" || !l.Focused() {
		t.Errorf("after Clear the line holds %q, focus %v", l.Text(), l.Focused())
	}
}

func TestShiftEnterBreaksTheLineAndEnterAfterItSubmits(t *testing.T) {
	l, p, calls := newLine(t)
	p.text("a")
	p.shift(fyne.KeyReturn)
	p.text("b")
	calls.want(t)
	if l.Text() != "a\nb" {
		t.Errorf("the line holds %q", l.Text())
	}
	p.key(fyne.KeyReturn)
	calls.want(t, "submit a\nb")
}

func TestShiftIsForgottenWhenTheFocusGoes(t *testing.T) {
	l, p, calls := newLine(t)
	l.Target().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	p.c.Unfocus()
	p.c.Focus(l.Target())
	p.text("a")
	p.key(fyne.KeyReturn)
	calls.want(t, "submit a")
}

func TestArrowUpRecallsOnlyWhenEmpty(t *testing.T) {
	_, p, calls := newLine(t)
	p.key(fyne.KeyUp)
	calls.want(t, "recall")
	p.text("x")
	p.key(fyne.KeyUp)
	calls.want(t)
}

func TestEscapeIsForTheOwner(t *testing.T) {
	l, p, calls := newLine(t)
	p.text("x")
	p.key(fyne.KeyEscape)
	calls.want(t, "escape")
	if l.Text() != "x" {
		t.Errorf("Escape left %q", l.Text())
	}
}

func TestTabLeavesTheLine(t *testing.T) {
	l, p, _ := newLine(t)
	if l.Target().(fyne.Tabbable).AcceptsTab() {
		t.Error("the line keeps Tab")
	}
	p.text("a")
	p.key(fyne.KeyTab)
	if l.Text() != "a" {
		t.Errorf("Tab made %q", l.Text())
	}
}

func TestChordsWorkWhileTextIsInTheLine(t *testing.T) {
	l, p, calls := newLine(t)
	control, alt := fyne.KeyModifierControl, fyne.KeyModifierAlt
	for chord, name := range map[kit.Chord]string{
		{Key: fyne.KeyF5}: "F5", {Key: fyne.KeyF8}: "F8", {Key: fyne.Key1, Modifier: control}: "Ctrl+1", {Key: fyne.Key0, Modifier: control}: "Ctrl+0",
		{Key: fyne.KeyI, Modifier: alt}: "Alt+I", {Key: fyne.KeyF, Modifier: control}: "Ctrl+F", {Key: fyne.KeyA}: "A", {Key: fyne.KeySpace}: "Space",
	} {
		l.Keys.Bind(chord, calls.add(name))
	}
	p.text("half")
	p.key(fyne.KeyF5, fyne.KeyF8, fyne.KeyF1, fyne.KeyA, fyne.KeySpace)
	p.chord(ctrl(fyne.Key1))
	p.chord(ctrl(fyne.Key0))
	p.chord(ctrl(fyne.KeyF))
	p.chord(&desktop.CustomShortcut{KeyName: fyne.KeyI, Modifier: alt})
	calls.want(t, "F5", "F8", "Ctrl+1", "Ctrl+0", "Ctrl+F", "Alt+I")
	if l.Text() != "half" {
		t.Errorf("the line holds %q", l.Text())
	}
}

func TestUndoTakesBackTypingFirst(t *testing.T) {
	l, p, calls := newLine(t)
	control := fyne.KeyModifierShortcutDefault
	l.Keys.Bind(kit.Chord{Key: fyne.KeyZ, Modifier: control}, calls.add("undo"))
	l.Keys.Bind(kit.Chord{Key: fyne.KeyY, Modifier: control}, calls.add("redo"))
	p.chord(&fyne.ShortcutUndo{})
	calls.want(t, "undo")
	p.text("twee woorden")
	p.chord(&fyne.ShortcutUndo{})
	if l.Text() != "twee" {
		t.Errorf("undo made %q", l.Text())
	}
	p.chord(&fyne.ShortcutRedo{})
	if l.Text() != "twee woorden" {
		t.Errorf("redo made %q", l.Text())
	}
	calls.want(t)
	l.Clear()
	p.chord(&fyne.ShortcutUndo{})
	p.chord(&fyne.ShortcutRedo{})
	calls.want(t, "undo", "redo")
	if l.Text() != "" {
		t.Errorf("undo brought back %q", l.Text())
	}
}

func TestDeadKeysArriveAsRunes(t *testing.T) {
	l, p, calls := newLine(t)
	// US-International: the dead key comes as a key without a rune, the letter
	// after it as a key with the composed rune.
	p.key(fyne.KeyApostrophe)
	p.key(fyne.KeyE)
	p.text("é")
	// AltGr reaches Fyne on Windows as Ctrl+Alt, with the rune behind it.
	p.chord(&desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierControl | fyne.KeyModifierAlt})
	p.text("€")
	if l.Text() != "é€" {
		t.Errorf("the line holds %q", l.Text())
	}
	calls.want(t)
}

func paste(s string) *fyne.ShortcutPaste {
	c := test.NewClipboard()
	c.SetContent(s)
	return &fyne.ShortcutPaste{Clipboard: c}
}

func TestPasteIsCleanedAndCapped(t *testing.T) {
	l, p, calls := newLine(t)
	p.chord(paste("a\tb\r\nc\x00\x1b[31md\x7f\u0085e\xff\u2028f\rg"))
	if want := "a b\nc[31mde\nf\ng"; l.Text() != want {
		t.Errorf("pasted %q, want %q", l.Text(), want)
	}
	calls.want(t)
	l.Clear()
	l.Limit = 500
	p.text("0123456789")
	p.chord(paste(strings.Repeat("é ", 50_000)))
	if n := len([]rune(l.Text())); n != 500 {
		t.Errorf("the line holds %d characters, want 500", n)
	}
	calls.want(t, "limit")
	p.text("x")
	p.shift(fyne.KeyReturn)
	calls.want(t, "limit", "limit")
	p.chord(&fyne.ShortcutSelectAll{})
	p.chord(paste("nieuw"))
	if l.Text() != "nieuw" {
		t.Errorf("pasting over all made %q", l.Text())
	}
	calls.want(t)
}

func TestControlCharactersCannotBeTyped(t *testing.T) {
	l, p, _ := newLine(t)
	p.text("a\x08\x00\tb")
	if l.Text() != "ab" {
		t.Errorf("the line holds %q", l.Text())
	}
}

func TestLineGrowsToFourRows(t *testing.T) {
	l, p, _ := newLine(t)
	heights := []float32{l.MinSize().Height}
	for range 5 {
		p.shift(fyne.KeyReturn)
		heights = append(heights, l.MinSize().Height)
	}
	if heights[0] < 50 || heights[0] > 58 {
		t.Errorf("one row is %v high, the design has 54", heights[0])
	}
	for i := 1; i <= 3; i++ {
		if heights[i] <= heights[i-1] {
			t.Errorf("row %d did not make the line grow: %v", i+1, heights)
		}
	}
	if heights[4] != heights[3] || heights[5] != heights[3] {
		t.Errorf("the line grew beyond four rows: %v", heights)
	}
	l.Clear()
	if l.MinSize().Height != heights[0] {
		t.Errorf("the empty line is %v high, want %v", l.MinSize().Height, heights[0])
	}
}

func TestSetTextPutsTheCursorBehindIt(t *testing.T) {
	l, p, _ := newLine(t)
	l.SetText("eerder\ngezegd")
	p.text("!")
	if l.Text() != "eerder\ngezegd!" {
		t.Errorf("the line holds %q", l.Text())
	}
}
