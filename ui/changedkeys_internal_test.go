package ui

import (
	"testing"

	"oogst/ui/kit"

	"fyne.io/fyne/v2"
)

func TestKeysThatACommandCanHave(t *testing.T) {
	alt, shift := fyne.KeyModifierAlt, fyne.KeyModifierShift
	for c, want := range map[kit.Chord]bool{
		chord(0, fyne.KeyF4):             true,
		chord(shift, fyne.KeyF4):         true,
		chord(ctrl, fyne.KeyK):           true,
		chord(alt, fyne.KeyK):            true,
		chord(alt|shift, fyne.Key4):      true,
		chord(ctrl|shift, fyne.KeyK):     true,
		chord(0, fyne.KeyK):              false,
		chord(0, fyne.KeyF):              false,
		chord(shift, fyne.KeyK):          false,
		chord(ctrl|alt, fyne.KeyE):       false,
		chord(ctrl|alt|shift, fyne.KeyE): false,
		chord(ctrl, fyne.KeyC):           false,
		chord(ctrl, fyne.KeyV):           false,
		chord(ctrl, fyne.KeyReturn):      false,
		chord(0, fyne.KeyEscape):         false,
		chord(ctrl, fyne.KeyUnknown):     false,
	} {
		if got := usable(c); got != want {
			t.Errorf("%s: %v, want %v", keyNames([]kit.Chord{c}), got, want)
		}
	}
}

func TestAChangedKeyTakesThePlaceOfTheFirst(t *testing.T) {
	list := func() []command {
		return []command{
			{id: "find", chords: []kit.Chord{chord(ctrl, fyne.KeyF)}},
			{id: "matrix", chords: []kit.Chord{chord(0, fyne.KeyF2), chord(ctrl, fyne.KeyD)}},
			{title: "fixed", chords: []kit.Chord{chord(ctrl, fyne.Key1)}},
		}
	}
	got := applyChanged(list(), map[string]kit.Chord{"find": chord(0, fyne.KeyF2), "gone": chord(ctrl, fyne.KeyG)})
	for i, want := range []string{"F2", "Ctrl+D", "Ctrl+1"} {
		if names := keyNames(got[i].chords); names != want {
			t.Errorf("command %d has %q, want %q", i, names, want)
		}
	}
	for i, want := range []string{"Ctrl+F", "F2 / Ctrl+D", "Ctrl+1"} {
		if names := keyNames(applyChanged(list(), nil)[i].chords); names != want {
			t.Errorf("unchanged, command %d has %q, want %q", i, names, want)
		}
	}
}
