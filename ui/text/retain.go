package text

import (
	"fmt"
	"strings"
	"time"
)

// Words about how long a session is kept.
const (
	FieldRetain     = "Bewaren tot"
	FieldRetainHint = "bijvoorbeeld 31-12-2027; daarna herinnert Oogst u eraan"
	AboutForget     = "Wis een sessie met haar kopieën en versies van deze laptop."
	AboutErase      = "Wis de tekst van één regel voorgoed, ook uit de geschiedenis."
	CmdForget       = "Sessie wissen…"
	ForgetYes       = "Wissen"
	ForgetStays     = "Documenten die u maakte, en kopieën op andere plaatsen, blijven staan. Wissen kan niet ongedaan worden gemaakt."
)

// RetainedLongEnough reminds of a date that has passed.
func RetainedLongEnough(until time.Time) string {
	return fmt.Sprintf("Deze sessie zou u bewaren tot %s. Die dag is voorbij: wis haar met Menu → Bestand en kopieën → Sessie wissen…, of kies een latere datum bij Voorbereiden.", Day(until))
}

// Erased says that a line's words are gone.
func Erased(code string) string {
	return fmt.Sprintf("De tekst van %s is gewist uit het bestand, de werkmap en de tweede kopie; eerdere versies zijn verwijderd. Documenten en kopieën elders houden de tekst.", code)
}

// NoSuchLine is about a number that no line has.
func NoSuchLine(code string) string {
	return sprintf("Deze sessie heeft geen regel %q. Er is niets gewist.", code)
}

// WouldForget lists what goes.
func WouldForget(paths []string) string {
	return "Dit wordt gewist:\n" + listed(paths) + "\n" + ForgetStays
}

// Forgotten lists what went.
func Forgotten(paths []string) string {
	if len(paths) == 0 {
		return "Er is niets gewist."
	}
	return "Gewist:\n" + listed(paths)
}

func listed(paths []string) string {
	lines := make([]string, len(paths))
	for i, p := range paths {
		lines[i] = "  " + p
	}
	return strings.Join(lines, "\n")
}
