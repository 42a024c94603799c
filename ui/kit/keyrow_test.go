package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"oogst/ui/kit"
)

func TestAKeyRowListensForAChordAndSaysWhyNot(t *testing.T) {
	start(t)
	var got []kit.Chord
	var calls log
	problem := ""
	r := kit.NewKeyRow("Ctrl+F", "Zoeken")
	r.Keys, r.OnReset = kit.NewKeyRouter(), calls.add("reset")
	r.Keys.Bind(kit.Chord{Key: fyne.KeyK, Modifier: fyne.KeyModifierControl}, calls.add("router"))
	r.Keys.Bind(kit.Chord{Key: fyne.KeyEscape}, calls.add("escape"))
	r.OnChord = func(c kit.Chord) string {
		got = append(got, c)
		return problem
	}
	p := onWindow(t, r)
	p.c.Focus(r)
	p.chord(ctrl(fyne.KeyK)) // it doesn't listen yet
	calls.want(t, "router")
	p.key(fyne.KeyReturn)
	p.text("x")
	problem = "bezet"
	p.chord(ctrl(fyne.KeyK))
	problem = ""
	p.shift(fyne.KeyF4)
	p.chord(ctrl(fyne.KeyK))
	calls.want(t, "router")
	if len(got) != 2 || got[0].Key != fyne.KeyK || got[1] != (kit.Chord{Key: fyne.KeyF4, Modifier: fyne.KeyModifierShift}) {
		t.Errorf("got %v", got)
	}
	p.key(fyne.KeySpace, fyne.KeyEscape)
	calls.want(t)
	p.key(fyne.KeyEscape)
	calls.want(t, "escape")
	p.key(fyne.KeyDelete)
	calls.want(t, "reset")
}

func heat() *kit.Heat {
	h := kit.NewHeat()
	h.Set([]kit.HeatColumn{{Key: "i", Title: "Ideeën", Tone: "oogstBrown"}, {Key: "p", Title: "Pilotideeën", Tone: "oogstTeal"}},
		[]string{"totaal", "tijd"}, []kit.HeatRow{
			{Key: "dr", Name: "Dronten", Counts: []int{5, 0}, Trail: []string{"5", "7:42"}},
			{Key: "al", Name: "Almere", Counts: []int{1, 9}, Trail: []string{"10", "–"}},
		})
	return h
}

func TestArrowsWalkThroughTheHeatAndEnterOpens(t *testing.T) {
	start(t)
	h := heat()
	var opened log
	h.OnOpen = func(row, column string) { opened.add(row + " " + column)() }
	p := onWindow(t, h)
	p.c.Focus(h)
	p.key(fyne.KeyUp, fyne.KeyLeft, fyne.KeyReturn)
	p.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	p.key(fyne.KeyHome, fyne.KeyEnter)
	opened.want(t, "dr i", "al p", "dr p")
	if got := h.AccessibilityLabel(); got != "Dronten Pilotideeën –" {
		t.Errorf("a screen reader says %q", got)
	}
	h.Set(nil, nil, nil)
	p.key(fyne.KeyDown, fyne.KeyReturn)
	opened.want(t)
}
