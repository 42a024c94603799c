//go:build e2e

package main

import (
	"fmt"
	"strings"
	"testing"
)

// TestMemoryStaysFlat changes gemeente and soort with letters in the line, and
// corrects lines, as a long meeting does. Fyne reads the fonts again, and keeps
// them, for each theme override in which a letter is drawn: the 75 changes here
// took 64 MB when a change made an override.
func TestMemoryStaysFlat(t *testing.T) {
	d := newDesk(t)
	file := d.path("lang overleg.oogst")
	d.oogst("example", file, "--which", "slide")
	w := d.open(file)
	w.focus()
	rounds := 0
	work := func(times int) {
		for range times {
			rounds++
			d.press("a", "ctrl+1", "b", "F6", "c", "ctrl+2", "d", "F5", "ctrl+a", "BackSpace")
			d.write(fmt.Sprintf("Regel %d", rounds))
			d.press("Return", "Up", "x", "Return")
		}
		last := fmt.Sprintf("Regel %dx", rounds)
		d.until("the last line is stored", func() bool {
			return strings.Contains(d.oogst("dump", file), last)
		})
	}
	work(5)
	before := w.memory("VmRSS")
	work(15)
	const most = 25 // MB
	if grown := w.memory("VmRSS") - before; grown > most {
		t.Errorf("%d changes and corrections took %.0f MB", 15*5, grown)
	}
	w.kill()
	d.listen()
}
