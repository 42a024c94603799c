package kit

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2/test"

	"oogst/ui/theme"

	"pgregory.net/rapid"
)

func bodyMeasure(t testing.TB) *measure {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	return newMeasure(15, false)
}

func TestWrapKeepsEveryWordAndTheWidth(t *testing.T) {
	m := bodyMeasure(t)
	texts := []string{
		"",
		"kort",
		"Beroepen van de toekomst: techniek en zorg samen laten optrekken",
		"eerste\ntweede regel die langer is dan de eerste\n\nvierde",
		"met  twee   spaties   en een eind  ",
		" vooraan een spatie",
		"https://www.voorbeeld.nl/een/heel/lang/pad/zonder/spaties/dat/nergens/breekt.html",
		"één coördinatiecommissie heeft geëvalueerd; ’s-Graveland en Skarsterlân",
		strings.Repeat("W", 200),
		strings.Repeat("\n", 20),
	}
	examined := 0
	for _, text := range texts {
		for _, width := range []float32{1, 40, 166, 224, 1000} {
			var lines []string
			m.wrap(text, width, func(line string) bool {
				lines = append(lines, line)
				return true
			})
			if got, want := letters(strings.Join(lines, "")), letters(text); got != want {
				t.Errorf("at %v: %q lost letters: %q", width, text, lines)
			}
			for _, line := range lines {
				if w := m.shape(line); w > width+1 && utf8.RuneCountInString(line) > 1 {
					t.Errorf("%q is %v wide, want %v", line, w, width)
				}
				examined++
			}
			if n := m.count(text, width, 1<<30); n != len(lines) {
				t.Errorf("count of %q at %v is %d, wrap makes %d", text, width, n, len(lines))
			}
		}
	}
	if examined < 100 {
		t.Errorf("only %d lines examined", examined)
	}
}

func letters(s string) string { return strings.Join(strings.Fields(s), "") }

func TestWrapBreaksBetweenWordsOnly(t *testing.T) {
	m := bodyMeasure(t)
	text := "Netwerk van scholen, bedrijven en UWV, over de gemeentegrens heen"
	if got := strings.Join(m.lines(text, 224, 9), "|"); got != "Netwerk van scholen, bedrijven en|UWV, over de gemeentegrens heen" {
		t.Errorf("wrapped to %s", got)
	}
	if got := m.count("a\n", 224, 9); got != 2 {
		t.Errorf("a line end at the end makes %d lines, want 2", got)
	}
}

func TestLinesEndWithEllipsisWhenCut(t *testing.T) {
	m := bodyMeasure(t)
	lines := m.lines("Veiligheidsregio Flevoland en Gooi en Vechtstreek", 115, 2)
	if len(lines) != 2 || !strings.HasSuffix(lines[1], ellipsis) {
		t.Errorf("lines are %q", lines)
	}
	for _, line := range lines {
		if m.shape(line) > 115 {
			t.Errorf("%q does not fit", line)
		}
	}
	if got := m.elide("Urk", 115); got != "Urk" {
		t.Errorf("what fits is cut to %q", got)
	}
}

func TestMeasureForgetsRatherThanGrowsForever(t *testing.T) {
	m := bodyMeasure(t)
	for i := range maxWords {
		m.words[strconv.Itoa(i)] = 1
	}
	if m.width("nieuw"); len(m.words) > maxWords {
		t.Errorf("%d words kept", len(m.words))
	}
}

// TestWordsAreAsWideAsTheyAreDrawn holds what adds up against what is shaped.
func TestWordsAreAsWideAsTheyAreDrawn(t *testing.T) {
	for _, bold := range []bool{false, true} {
		bodyMeasure(t)
		m := newMeasure(15, bold)
		rapid.Check(t, func(t *rapid.T) {
			word := rapid.OneOf(
				rapid.StringOfN(rapid.RuneFrom([]rune("abcdefghijklmnopqrstuvwxyzéëïöüç’-.,:;()/fiflffiATVWY“”€0123456789")), 1, 30, -1),
				rapid.StringN(0, 12, -1),
			).Draw(t, "word")
			if got, want := m.add(word), m.shape(word); math.Abs(float64(got-want)) > 0.1 {
				t.Errorf("%q is %v wide, measured as %v", word, want, got)
			}
		})
	}
}
