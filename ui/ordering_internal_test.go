package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestOrderingFromTheKeyboard: the place, a theme, lines that say the same, and
// back at the line with its text.
func TestOrderingFromTheKeyboard(t *testing.T) {
	d := inRoom(t)
	s, w := d.session(), d.window
	d.types("een halve zin")
	d.hold(fyne.KeyModifierAlt, "4")
	d.types("wonen")
	d.press(fyne.KeyReturn)
	if themes := s.Themes(); len(themes) != 1 || themes[0].Name != "wonen" {
		t.Fatalf("the themes are %v", themes)
	}
	d.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown)
	d.hold(ctrl, fyne.KeyM)
	if n := len(s.InOrder()); n != 2 {
		t.Errorf("%d lines are left of three", n)
	}
	d.hold(ctrl, fyne.KeyZ)
	if n := len(s.InOrder()); n != 3 {
		t.Errorf("after undo there are %d lines", n)
	}
	d.hold(ctrl, "1")
	if w.at != placeOrdering || len(s.Themes()) != 1 {
		t.Errorf("Ctrl+1 went to %s", w.at)
	}
	d.press(fyne.KeyEscape)
	if w.at != placeCapture {
		t.Errorf("Escape went to %s", w.at)
	}
	d.wantLine("een halve zin")
}
