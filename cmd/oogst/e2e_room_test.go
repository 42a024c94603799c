//go:build e2e

package main

import (
	"strings"
	"testing"
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
