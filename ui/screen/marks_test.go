package screen

import (
	"reflect"
	"testing"

	"oogst/model"
)

func TestMarksAreReadAndTakenOff(t *testing.T) {
	const check, internal = model.ToCheck, model.VisibilityInternal
	for _, c := range []struct {
		typed      string
		text       string
		status     model.Status
		visibility model.Visibility
	}{
		{"Mixed woonvormen", "Mixed woonvormen", "", ""},
		{"  Mixed woonvormen  ", "Mixed woonvormen", "", ""},
		{"Jongeren-hub??", "Jongeren-hub", check, ""},
		{"Jongeren-hub ?? ", "Jongeren-hub", check, ""},
		{"Wie betaalt dit?", "Wie betaalt dit?", "", ""},
		{"Wie betaalt dit???", "Wie betaalt dit?", check, ""},
		{"Echt waar????", "Echt waar??", "", ""},
		{"?? komt later", "?? komt later", "", ""},
		{"wat ?? wie", "wat ?? wie", "", ""},
		{"// Niet voor buiten", "Niet voor buiten", "", internal},
		{"//Niet voor buiten", "Niet voor buiten", "", internal},
		{"  // Niet voor buiten", "Niet voor buiten", "", internal},
		{"////server/map", "//server/map", "", ""},
		{"zie https://flevoland.nl", "zie https://flevoland.nl", "", ""},
		{"/ een schuine streep", "/ een schuine streep", "", ""},
		{"// Twijfel ??", "Twijfel", check, internal},
		{"////server ????", "//server ??", "", ""},
		{"////server ??", "//server", check, ""},
		{"// Echt????", "Echt??", "", internal},
		{"??", "", check, ""},
		{"//", "", "", internal},
		{"//??", "", check, internal},
		{"   ", "", "", ""},
		{"", "", "", ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			want := model.Capture{Text: c.text, Status: c.status, Visibility: c.visibility}
			if got := parseMarks(c.typed); !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}
