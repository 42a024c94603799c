package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/kit"
)

func expanding(t *testing.T) (*kit.LineEntry, typist) {
	l, p, _ := newLine(t)
	l.Expand = func(word string) (string, bool) {
		whole, ok := map[string]string{"pw": "Participatiewet", "vbo": "voor, bij en over", "lang": strings.Repeat("x", 60)}[word]
		return whole, ok
	}
	return l, p
}

func TestAnAbbreviationIsExpandedAtTheSpace(t *testing.T) {
	const back = "\b"
	for _, c := range []struct{ typed, want string }{
		{"pw", "pw"},
		{"pw ", "Participatiewet "},
		{"de pw geldt", "de Participatiewet geldt"},
		{"vbo pw ", "voor, bij en over Participatiewet "},
		{"pw" + " " + back, "pw "},
		{"pw" + " " + back + "x", "pw x"},
		{"pw" + " " + back + back, "pw"},
		{"pw " + "x" + back, "Participatiewet "},
		{"pw " + "x" + back + back, "Participatiewet"},
		{"xpw ", "xpw "},
		{"pw, ", "pw, "},
		{" ", " "},
		{"  pw  ", "  Participatiewet  "},
	} {
		l, p := expanding(t)
		for _, r := range c.typed {
			if r == '\b' {
				p.key(fyne.KeyBackspace)
			} else {
				p.c.Focused().TypedRune(r)
			}
		}
		if l.Text() != c.want {
			t.Errorf("%q gives %q, want %q", c.typed, l.Text(), c.want)
		}
	}
}

func TestAnExpansionInTheMiddleLeavesTheRest(t *testing.T) {
	l, p := expanding(t)
	p.text("de  geldt")
	for range len(" geldt") {
		p.key(fyne.KeyLeft)
	}
	p.text("pw ")
	if l.Text() != "de Participatiewet  geldt" {
		t.Fatalf("the line holds %q", l.Text())
	}
	p.key(fyne.KeyBackspace)
	if l.Text() != "de pw  geldt" {
		t.Errorf("backspace gives %q", l.Text())
	}
}

func TestAnExpansionKeepsToTheLimit(t *testing.T) {
	l, p := expanding(t)
	l.Limit = 20
	p.text("lang ")
	if n := len(l.Text()); n > 20 {
		t.Errorf("the line holds %d characters", n)
	}
}

func TestTheOwnerHearsOfAnExpansionOnce(t *testing.T) {
	l, p := expanding(t)
	p.text("de pw")
	var heard []string
	l.OnChanged = func(text string) { heard = append(heard, text) }
	p.text(" ")
	if len(heard) != 2 || heard[1] != "de Participatiewet " {
		t.Errorf("heard %q", heard)
	}
}

func TestTabCompletesAWordOrMovesTheFocus(t *testing.T) {
	l, p, _ := newLine(t)
	l.Complete = func(before string) (string, string) {
		for _, end := range []string{"#wo", "sociaal do"} {
			if strings.HasSuffix(before, end) {
				return end, map[string]string{"#wo": "#wonen", "sociaal do": "Sociaal domein"}[end]
			}
		}
		return "", ""
	}
	tab := l.Target().(fyne.Tabbable)
	p.text("meer #wo")
	if !tab.AcceptsTab() {
		t.Fatal("Tab would move the focus")
	}
	p.key(fyne.KeyTab)
	if l.Text() != "meer #wonen " {
		t.Errorf("the line holds %q", l.Text())
	}
	if tab.AcceptsTab() {
		t.Error("Tab is kept though there is nothing to complete")
	}
	p.text("sociaal do")
	p.key(fyne.KeyTab)
	if l.Text() != "meer #wonen Sociaal domein " {
		t.Errorf("of two words the line holds %q", l.Text())
	}
	l.SetText("#wo en")
	p.key(fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if !tab.AcceptsTab() {
		t.Error("before a space there is nothing to complete")
	}
	l.SetText("#woning")
	p.key(fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if tab.AcceptsTab() {
		t.Error("Tab is kept inside a word")
	}
}

func TestShiftIsPartOfTheChordOfAFunctionKey(t *testing.T) {
	l, p, calls := newLine(t)
	l.Keys.Bind(kit.Chord{Key: fyne.KeyF6}, calls.add("plain"))
	l.Keys.Bind(kit.Chord{Key: fyne.KeyF6, Modifier: fyne.KeyModifierShift}, calls.add("shift"))
	p.key(fyne.KeyF6)
	p.shift(fyne.KeyF6)
	p.key(fyne.KeyF6)
	calls.want(t, "plain", "shift", "plain")

	rail := kit.NewRailList()
	rail.Keys = l.Keys
	p = onWindow(t, rail)
	p.c.Focus(rail)
	p.shift(fyne.KeyF6)
	p.key(fyne.KeyF6)
	calls.want(t, "shift", "plain")
}

func TestPastingTooMuchIsToldApartFromTypingTooMuch(t *testing.T) {
	l, p, calls := newLine(t)
	l.OnCut = calls.add("cut")
	l.Limit = 5
	p.chord(&fyne.ShortcutPaste{Clipboard: clip("abcdefgh")})
	calls.want(t, "cut")
	p.text("x")
	calls.want(t, "limit")
	if l.Text() != "abcde" {
		t.Errorf("the line holds %q", l.Text())
	}
	if _, ok := l.Target().(desktop.Keyable); !ok {
		t.Error("the line doesn't see Shift")
	}
}

type clip string

func (c clip) Content() string { return string(c) }

func (clip) SetContent(string) {}
