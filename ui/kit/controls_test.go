package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"oogst/ui/kit"
	"oogst/ui/theme"
)

// TestEveryControlHandsOnWhatItDoesNotUse presses the program's chords on each
// widget that can have the focus.
func TestEveryControlHandsOnWhatItDoesNotUse(t *testing.T) {
	start(t)
	var calls log
	router := kit.NewKeyRouter()
	router.Bind(kit.Chord{Key: fyne.KeyF5}, calls.add("F5"))
	router.Bind(kit.Chord{Key: fyne.KeyF, Modifier: fyne.KeyModifierControl}, calls.add("find"))
	router.Bind(kit.Chord{Key: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault}, calls.add("undo"))

	line, field, count := kit.NewLineEntry(""), kit.NewField("", ""), kit.NewCountRow("1", theme.Ink, "")
	line.Keys, field.Keys, count.Action().Keys = router, router, router
	button, segments, check := kit.NewButton("", kit.Primary, nil), kit.NewSegmented("a", "b"), kit.NewCheckRow("", "")
	button.Keys, segments.Keys, check.Keys = router, router, router
	places, list, block, cards := tabs(), railOf(""), kit.NewModeBlock("", "", theme.Teal), kit.NewCardColumn()
	places.Keys, list.Keys, block.Keys, cards.Keys = router, router, router, router

	for _, f := range []fyne.Focusable{
		line.Target(), field.Target(), count.Action(), button, segments, check, places, list, block, cards,
	} {
		t.Run(fmt.Sprintf("%T", f), func(t *testing.T) {
			f.FocusGained()
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF5})
			s, ok := f.(fyne.Shortcutable)
			if !ok {
				t.Fatal("takes no shortcuts")
			}
			s.TypedShortcut(ctrl(fyne.KeyF))
			s.TypedShortcut(&fyne.ShortcutUndo{})
			calls.want(t, "F5", "find", "undo")
		})
	}
}

func TestRouterNamesTheChordsOfFyne(t *testing.T) {
	var calls log
	router := kit.NewKeyRouter()
	clipboard := test.NewClipboard()
	b := kit.NewButton("", kit.Link, nil)
	b.Keys = router
	for key, s := range map[fyne.KeyName]fyne.Shortcut{
		fyne.KeyZ: &fyne.ShortcutUndo{}, fyne.KeyY: &fyne.ShortcutRedo{}, fyne.KeyA: &fyne.ShortcutSelectAll{},
		fyne.KeyC: &fyne.ShortcutCopy{Clipboard: clipboard}, fyne.KeyX: &fyne.ShortcutCut{Clipboard: clipboard},
		fyne.KeyV: &fyne.ShortcutPaste{Clipboard: clipboard},
	} {
		chord := kit.Chord{Key: key, Modifier: fyne.KeyModifierShortcutDefault}
		router.Bind(chord, calls.add(string(key)))
		b.TypedShortcut(s)
		calls.want(t, string(key))
		router.Bind(chord, nil)
		b.TypedShortcut(s)
		calls.want(t)
	}
	var none *kit.KeyRouter
	if none.Handle(kit.Chord{Key: fyne.KeyF5}) {
		t.Error("no router handles a key")
	}
}

func TestButton(t *testing.T) {
	var calls log
	start(t)
	b := kit.NewButton("Maak", kit.Primary, calls.add("made"))
	p := onWindow(t, b)
	p.c.Focus(b)
	p.key(fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
	p.text(" ")
	test.Tap(b)
	calls.want(t, "made", "made", "made", "made")
	b.Disable()
	p.key(fyne.KeyReturn)
	test.Tap(b)
	calls.want(t)
	b.Enable()
	test.Tap(b)
	calls.want(t, "made")
}

func TestSegmented(t *testing.T) {
	start(t)
	var calls log
	s := kit.NewSegmented("Intern", "Deelnemers", "Openbaar")
	s.OnSelect = func(i int) { calls.add(fmt.Sprint(i))() }
	p := onWindow(t, s)
	p.c.Focus(s)
	p.key(fyne.KeyLeft)
	calls.want(t)
	p.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	calls.want(t, "1", "2", "0")
	test.TapAt(s, fyne.NewPos(120, 10))
	test.TapAt(s, fyne.NewPos(120, 10))
	calls.want(t, "1")
	s.Select(2)
	calls.want(t)
	if s.Selected() != 2 {
		t.Errorf("selected %d", s.Selected())
	}
}

func TestCheckRow(t *testing.T) {
	start(t)
	var calls log
	c := kit.NewCheckRow("Word", "voor in een eigen sjabloon")
	c.OnChanged = func(on bool) { calls.add(fmt.Sprint(on))() }
	p := onWindow(t, c)
	p.c.Focus(c)
	p.key(fyne.KeySpace)
	p.key(fyne.KeyReturn)
	test.Tap(c)
	calls.want(t, "true", "false", "true")
	c.SetChecked(false)
	calls.want(t)
	if c.Checked() {
		t.Error("still ticked")
	}
}

func TestTabs(t *testing.T) {
	start(t)
	var calls log
	places := tabs()
	places.OnSelect = func(key string) { calls.add(key)() }
	p := onWindow(t, places)
	p.c.Focus(places)
	p.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	calls.want(t, "c", "b", "a")
	test.TapAt(places, fyne.NewPos(150, 20))
	calls.want(t, "b")
	places.Select("c")
	places.Select("unknown")
	calls.want(t)
	if places.Selected() != "c" {
		t.Errorf("selected %s", places.Selected())
	}
}

func TestRailList(t *testing.T) {
	var calls log
	start(t)
	l := railOf("")
	l.OnSelect = func(key string) { calls.add(key)() }
	p := onWindow(t, l)
	p.c.Focus(l)
	p.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyHome, fyne.KeyUp)
	calls.want(t, "1", "2", "0", "2", "0", "1")
	test.TapAt(l, fyne.NewPos(60, 8+44+22))
	test.TapAt(l, fyne.NewPos(60, 8+2*44+17+22))
	test.TapAt(l, fyne.NewPos(60, 2))
	calls.want(t, "2", "0")
	l.Select("1")
	calls.want(t)
}

func TestModeBlockAndCountRowAndBanner(t *testing.T) {
	var calls log
	start(t)
	m := kit.NewModeBlock("Almere", "Ctrl 1–6", theme.Teal)
	m.OnTapped = calls.add("mode")
	p := onWindow(t, m)
	p.c.Focus(m)
	p.key(fyne.KeySpace)
	test.Tap(m)
	calls.want(t, "mode", "mode")

	row := kit.NewCountRow("2", theme.Crimson, "regels")
	if row.Action().Visible() {
		t.Error("a row without an action has a link")
	}
	row.SetAction("Bekijk", calls.add("look"))
	test.Tap(row.Action())
	calls.want(t, "look")

	b := kit.NewBanner()
	if b.Visible() {
		t.Error("a banner without words is there")
	}
	b.Offer(kit.Bad, "De schijf is vol.", "Opnieuw", calls.add("again"))
	test.Tap(b.Action())
	calls.want(t, "again")
	if !b.Visible() || b.Text() != "De schijf is vol." {
		t.Errorf("the banner says %q, visible %v", b.Text(), b.Visible())
	}
	b.Say(kit.Good, "Klaar.")
	if b.Action().Visible() {
		t.Error("the link of the last message is still there")
	}
	b.Clear()
	if b.Visible() {
		t.Error("a cleared banner is there")
	}
}

func TestField(t *testing.T) {
	var calls log
	start(t)
	f := kit.NewField("Datum", "14-3-2018")
	f.OnChanged = func(text string) { calls.add(text)() }
	f.OnSubmit = func(text string) { calls.add("submit " + text)() }
	p := onWindow(t, f)
	p.c.Focus(f.Target())
	p.text("1é")
	p.chord(paste("a\nb"))
	p.shift(fyne.KeyReturn)
	calls.want(t, "1", "1é", "1éa b", "submit 1éa b")
	without := f.MinSize().Height
	f.SetProblem("Dit is geen datum.")
	if f.MinSize().Height <= without {
		t.Error("the problem has no room")
	}
	f.SetProblem("")
	if f.MinSize().Height != without {
		t.Error("the problem left a hole")
	}
}

func TestFocusMovesByTabThroughAForm(t *testing.T) {
	start(t)
	field, choice, check, row := kit.NewField("", ""), kit.NewSegmented("a", "b"), kit.NewCheckRow("c", ""), countRow("1", "d")
	off, on := kit.NewButton("uit", kit.Outline, nil), kit.NewButton("aan", kit.Primary, nil)
	off.Disable()
	p := onWindow(t, column(kit.NewPanel(field), choice, check, row, kit.NewColumns(4, off, on)))
	for _, want := range []fyne.Focusable{field.Target(), choice, check, row.Action(), on, field.Target()} {
		p.c.FocusNext()
		if p.c.Focused() != want {
			t.Errorf("focus on %T, want %T", p.c.Focused(), want)
		}
	}
}

func TestTabFollowsTheEyeThroughADock(t *testing.T) {
	start(t)
	button := func() *kit.Button { return kit.NewButton("", kit.Link, nil) }
	top, bottom, left, right, middle := button(), button(), button(), button(), button()
	p := onWindow(t, kit.NewDock(4, top, bottom, left, right, middle))
	for i, want := range []*kit.Button{top, left, middle, right, bottom} {
		p.c.FocusNext()
		if p.c.Focused() != fyne.Focusable(want) {
			t.Errorf("stop %d is another", i+1)
		}
	}
}

func TestUnfocusedWindowKnowsTheChords(t *testing.T) {
	start(t)
	var calls log
	p := onWindow(t, kit.NewLine())
	router := kit.NewKeyRouter()
	router.Bind(kit.Chord{Key: fyne.KeyF5}, calls.add("F5"))
	router.Bind(kit.Chord{Key: fyne.KeyF, Modifier: fyne.KeyModifierControl}, calls.add("find"))
	router.OnRune = func(r rune) { calls.add(string(r))() }
	c := shortcuts{Canvas: p.c, handler: &fyne.ShortcutHandler{}}
	router.Attach(c)
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF5})
	c.OnTypedRune()('é')
	c.handler.TypedShortcut(ctrl(fyne.KeyF))
	calls.want(t, "F5", "é", "find")
}

// shortcuts is a canvas that runs its shortcuts, which that of the test driver
// keeps to itself.
type shortcuts struct {
	fyne.Canvas

	handler *fyne.ShortcutHandler
}

func (s shortcuts) AddShortcut(shortcut fyne.Shortcut, run func(fyne.Shortcut)) {
	s.handler.AddShortcut(shortcut, run)
}
