//go:build e2e

package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"oogst/ui/text"
)

// TestBeamerAndReadBackByKeys opens the second window over the first, types on
// as if it weren't there, reads a gemeente back and closes: with the session
// the beamer closes too, or the program would not end.
func TestBeamerAndReadBackByKeys(t *testing.T) {
	d := newDesk(t)
	file := d.path("voorbeeld.oogst")
	d.oogst("example", file, "--which", "slide")
	w := d.open(file)
	d.press("ctrl+3", "ctrl+shift+b")
	d.until("the beamer appears", func() bool { return len(d.beamers()) == 1 })
	d.until("the keyboard is back", func() bool { return d.tool("xdotool", "getwindowfocus") == w.id })
	d.capture(file, "Getypt met de beamer open")

	d.press("F11")
	d.capture(file, "Getypt met de beamer op volledig scherm")
	d.press("ctrl+b", "ctrl+b", "ctrl+t", "ctrl+Return")
	confirmed := func() int { return strings.Count(d.oogst("dump", file), `"by": "wethouder"`) }
	d.until("both lines are confirmed", func() bool { return confirmed() == 2 })
	d.press("Return")
	d.write(" en verder")
	d.press("Return")
	d.until("a correction ends one confirmation", func() bool { return confirmed() == 1 })
	w.quit()
	if code := w.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if n := len(d.beamers()); n != 0 {
		t.Errorf("%d beamers are left", n)
	}
}

// TestTheBeamerFillsTheSecondDisplay, and the keyboard stays where one types.
func TestTheBeamerFillsTheSecondDisplay(t *testing.T) {
	d := newDeskOfTwo(t)
	file := d.newSession()
	w := d.open(file)
	d.press("ctrl+shift+b")
	d.until("the beamer appears", func() bool { return len(d.beamers()) == 1 })
	at := func() string { return d.tool("xdotool", "getwindowgeometry", d.beamers()[0]) }
	d.until("it fills the second display", func() bool {
		return strings.Contains(at(), "Position: 1280,0") && strings.Contains(at(), "Geometry: 1280x720")
	})
	d.until("the keyboard is back", func() bool { return d.tool("xdotool", "getwindowfocus") == w.id })
	d.capture(file, "Getypt met de beamer op het tweede scherm")
	d.press("ctrl+shift+b")
	d.until("the beamer is gone", func() bool { return len(d.beamers()) == 0 })
	d.capture(file, "Getypt zonder beamer")
	w.quit()
	if code := w.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestConfirmLineByLine reads back without the mouse: Space confirms a line and
// takes that back, and Ctrl and a digit goes to the next gemeente.
func TestConfirmLineByLine(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	d.open(file)
	d.capture(file, "Eerste van Dronten", "Tweede van Dronten", "Derde van Dronten")
	d.press("ctrl+6")
	d.capture(file, "Enige van Urk")
	confirmed := func() string {
		var s struct {
			Entries []struct{ Confirmed struct{ By string } }
		}
		if err := json.Unmarshal([]byte(d.oogst("dump", file)), &s); err != nil {
			t.Fatal(err)
		}
		out := ""
		for _, e := range s.Entries {
			out += map[bool]string{true: "x", false: "."}[e.Confirmed.By == text.Alderman]
		}
		return out
	}
	for _, step := range []struct {
		keys []string
		want string
	}{
		{[]string{"ctrl+t", "space"}, "...x"},
		{[]string{"ctrl+1", "space", "Down", "Down", "space"}, "x.xx"},
		{[]string{"space"}, "x..x"},
		{[]string{"Up", "space"}, "xx.x"},
		{[]string{"ctrl+z"}, "x..x"},
		{[]string{"ctrl+Return"}, "xxxx"},
	} {
		d.press(step.keys...)
		d.until(step.want+" is confirmed", func() bool { return confirmed() == step.want })
	}
	t.Logf("%d keys beyond text", d.presses)
}

// TestOrderingByKeys gives lines a theme, makes one of two that say the same,
// puts a pilot idea on a programme line, and takes the joining back.
func TestOrderingByKeys(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	d.open(file)
	d.capture(file, "Buurthuis waar jong en oud elkaar ontmoeten", "Huis voor de buurt")
	d.press("ctrl+6", "F6")
	d.capture(file, "Vakschool aan de Kade")
	harvest := func() string {
		var s struct {
			Entries []struct {
				Code      string
				Withdrawn bool
				Themes    []string
				Lines     []string
				Also      []string
			}
		}
		if err := json.Unmarshal([]byte(d.oogst("dump", file)), &s); err != nil {
			t.Fatal(err)
		}
		out := ""
		for _, e := range s.Entries {
			if !e.Withdrawn {
				out += strings.Join(slices.Concat([]string{e.Code}, e.Themes, e.Lines, e.Also), " ") + "; "
			}
		}
		return out
	}
	for _, step := range []struct {
		first []string
		words string
		then  []string
		want  string
	}{
		{[]string{"alt+4", "space", "Down", "space"}, "wonen", []string{"Return"}, "A01 wonen; A02 wonen; A03; "},
		{[]string{"Escape", "space", "Up"}, "", []string{"ctrl+m"}, "A01 wonen; A03; "},
		{[]string{"Down"}, "", []string{"Tab", "Tab", "space"}, "A01 wonen; A03 healthy-resilient; "},
		{[]string{"ctrl+z"}, "", []string{"ctrl+z"}, "A01 wonen; A02 wonen; A03; "},
	} {
		d.press(step.first...)
		if step.words != "" {
			d.write(step.words)
		}
		d.press(step.then...)
		d.until("the harvest is "+step.want+"; it is "+harvest(), func() bool { return harvest() == step.want })
	}
}
