package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestAnAmountStaysWithItsSign(t *testing.T) {
	test.NewTempApp(t)
	m := newMeasure(15, false)
	lines := func(text string, width float32) (out []string) {
		m.wrap(text, width, func(line string) bool {
			out = append(out, line)
			return true
		})
		return out
	}
	width := m.width("per jaar €") + 1
	if got := lines("per jaar € 60.000 erbij", width); !slices.Equal(got, []string{"per jaar", "€ 60.000", "erbij"}) {
		t.Errorf("got %q", got)
	}
	if got := lines("dat kost €", 1000); !slices.Equal(got, []string{"dat kost €"}) {
		t.Errorf("got %q", got)
	}
}
