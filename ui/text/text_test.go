package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"oogst/ui/text"
)

func day(year, month, d int) time.Time {
	return time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
}

func TestWholeDaysAreReadInEveryUsualForm(t *testing.T) {
	for typed, want := range map[string]time.Time{
		"2018-03-14":       day(2018, 3, 14),
		" 2018-03-14 ":     day(2018, 3, 14),
		"14-03-2018":       day(2018, 3, 14),
		"14-3-2018":        day(2018, 3, 14),
		"14/3/2018":        day(2018, 3, 14),
		"14 maart 2018":    day(2018, 3, 14),
		"1  Augustus 2024": day(2024, 8, 1),
		"29 februari 2024": day(2024, 2, 29),
		"31 december 1999": day(1999, 12, 31),
	} {
		if got, ok := text.ParseDay(typed); !ok || !got.Equal(want) {
			t.Errorf("%q is %v, %v; want %v", typed, got, ok, want)
		}
	}
}

func TestWhatIsNoWholeDayIsLeftAlone(t *testing.T) {
	for _, typed := range []string{
		"", "begin 2018", "maart 2018", "voorjaar", "2018", "14-3", "14-3-18",
		"30-02-2018", "30 februari 2018", "0 maart 2018", "32 maart 2018", "14 march 2018", "x maart 2018", "14 maart x", "14 maart 18",
		"14 maart 2018 uur",
	} {
		if got, ok := text.ParseDay(typed); ok {
			t.Errorf("%q is read as %v", typed, got)
		}
		if got := text.Date(typed); got != typed {
			t.Errorf("%q becomes %q", typed, got)
		}
	}
}

func TestEveryMonthIsWrittenAndReadBack(t *testing.T) {
	for i, month := range strings.Fields("januari februari maart april mei juni juli augustus september oktober november december") {
		when, want := day(2018, i+1, 9), "9 "+month+" 2018"
		if got := text.Day(when); got != want {
			t.Errorf("written %q, want %q", got, want)
		}
		if got, ok := text.ParseDay(want); !ok || !got.Equal(when) {
			t.Errorf("%s is read as %v, %v", want, got, ok)
		}
	}
	if got := text.Day(day(2018, 3, 4)); got != "4 maart 2018" {
		t.Errorf("got %q", got)
	}
	if got := text.Moment(time.Date(2018, 3, 4, 9, 5, 0, 0, time.UTC)); got != "4 maart 2018, 09:05 uur" {
		t.Errorf("got %q", got)
	}
	if got := text.Date("2018-03-14"); got != "14 maart 2018" {
		t.Errorf("got %q", got)
	}
}

func TestNumbersHavePointsBetweenThousands(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1000: "1.000", 12345: "12.345", 1234567: "1.234.567", -5: "-5", -999: "-999", -1000: "-1.000",
		-123456: "-123.456",
	} {
		if got := text.Number(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
}

func TestWordsAreJoinedAsASentenceDoes(t *testing.T) {
	for want, words := range map[string][]string{
		"": nil, "a": {"a"}, "a en b": {"a", "b"}, "a, b en c": {"a", "b", "c"},
	} {
		if got := text.Join(words); got != want {
			t.Errorf("%q is joined as %q, want %q", words, got, want)
		}
	}
}

func TestLinesAreCountedInWords(t *testing.T) {
	for n, want := range map[int]string{0: "geen regels", 1: "1 regel", 2: "2 regels", 1200: "1.200 regels"} {
		if got := text.Lines(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestADocumentSaysOogstOnce(t *testing.T) {
	for session, want := range map[string]string{
		"Bestuurlijk overleg":           "Oogst bestuurlijk overleg",
		"Oogst Krachtige Samenleving":   "Oogst Krachtige Samenleving",
		"oogst van het overleg":         "oogst van het overleg",
		"PHO Sociaal Domein":            "Oogst PHO Sociaal Domein",
		"Élan in de wijk":               "Oogst élan in de wijk",
		"2e ronde":                      "Oogst 2e ronde",
		"Regiotafel Oogst van Dronten":  "Oogst regiotafel Oogst van Dronten",
		"bestuurlijk overleg Flevoland": "Oogst bestuurlijk overleg Flevoland",
	} {
		if got := text.HarvestTitle(session); got != want {
			t.Errorf("%q gives %q, want %q", session, got, want)
		}
	}
}

// TestNoSentenceRaisesItsVoice looks at every literal of the package.
func TestNoSentenceRaisesItsVoice(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set, examined := token.NewFileSet(), 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			s, err := strconv.Unquote(lit.Value)
			if examined++; err != nil || strings.Contains(s, "!") {
				t.Errorf("%s: %s has an exclamation mark", set.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	}
	if examined < 200 {
		t.Errorf("examined %d literals", examined)
	}
}
