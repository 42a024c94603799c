package ui

import "testing"

func TestWhatIsTypedWhileASessionOpensIsInTheLine(t *testing.T) {
	d := newDesk(t)
	d.window.Open("overleg.oogst")
	for _, r := range "vast één" {
		d.canvas().OnTypedRune()(r)
	}
	d.jobs.finish()
	d.wantLine("vast één")
	d.window.Open("ander.oogst")
	d.jobs.finish()
	d.wantLine("")
}
