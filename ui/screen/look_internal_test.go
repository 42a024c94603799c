package screen

import (
	"fmt"
	"testing"
	"time"

	"oogst/model"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestVastleggenLooksAsBefore compares its states with their descriptions in
// testdata.
func TestVastleggenLooksAsBefore(t *testing.T) {
	lines := []model.Capture{
		said("GM0303", "idea", "leren van gezinnen waar het goed gaat"),
		said("GM0303", "pilotidea", "Eén loket voor ouderen met een zorgvraag"),
		said("GM0034", "idea", "Instroom vanuit mbo en hbo"),
	}
	for name, act := range map[string]func(x *table){
		"alike": func(x *table) {
			x.capture.ChooseNth(2)
			x.types("Leren van gezinnen waar het goed gaat")
		},
		"also": func(x *table) {
			x.capture.ChooseNth(2)
			x.types("Leren van gezinnen waar het goed gaat")
			x.capture.AlsoNamed()
			x.capture.ChooseNth(1)
		},
		"themes": func(x *table) { x.enters("Meer woningen #wonen"); x.types("nog meer #w") },
		"names":  func(x *table) { x.types("Samen met dron") },
		"action": func(x *table) { x.enters(">> GGD bellen") },
		"late":   func(x *table) { x.types("a"); x.clock.Advance(13 * time.Minute) },
		"moved":  func(x *table) { x.enters("een"); x.capture.MoveLastNth(2) },
		"pasted": func(x *table) { x.pastes("een\ntwee\ndrie") },
		"matrix": func(x *table) { x.capture.Matrix() },
		"slide":  func(x *table) { x.capture.Slide() },
		"habits": func(x *table) {
			x.habits.Short = []Abbreviation{{"pw", "Participatiewet"}}
			x.open()
			x.capture.EditHabits()
		},
		"filters": func(x *table) { x.capture.Find(); x.types("een") },
	} {
		t.Run(name, func(t *testing.T) {
			x := sitDown(t, lines...)
			act(x)
			test.AssertRendersToMarkup(t, "capture_"+name+".xml", x.Canvas())
		})
	}
}

func TestTheWholeIsQuickToDrawWithLongRows(t *testing.T) {
	var lines []model.Capture
	for i := range 2_000 {
		lines = append(lines, said("GM0303", "idea", fmt.Sprintf("regel %d over zorg en werk in de wijk", i)))
	}
	x := sitDown(t, lines...)
	x.capture.Slide()
	x.press(fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyDown)
	if got := test.RenderObjectToMarkup(x.capture.overview.slide); len(got) > 100_000 {
		t.Errorf("%d bytes of markup: it draws what can't be seen", len(got))
	}
}
