package ui

import (
	"testing"

	"oogst/ui/screen"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

func TestTheTourGoesThroughItsStepsByEnter(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.pushes(text.CmdTour)
	d.jobs.finish()
	if n := len(text.TourSteps); n == 0 || n > 5 {
		t.Fatalf("%d steps", n)
	}
	for i, s := range text.TourSteps {
		d.wantRead(text.TourCount(i+1, len(text.TourSteps)), s.Title)
		d.press(fyne.KeyReturn)
	}
	d.wantUnread(text.TourDone)
	d.enters("Meteen aan het werk")
	if n := d.session().Len(); n != 1 {
		t.Errorf("%d lines after the tour", n)
	}
}

func TestTypingDuringTheTourGoesToTheLine(t *testing.T) {
	d := inSession(t)
	d.window.inCapture(func(c *screen.Capture) { c.Tour() })
	d.types("T")
	d.types("och al gezegd") // the first letter took the focus along
	d.wantLine("Toch al gezegd")
	d.press(fyne.KeyEscape)
	d.wantLine("Toch al gezegd")
	d.wantUnread(text.TourNext)
}
