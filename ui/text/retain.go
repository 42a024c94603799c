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
	CmdForget       = "Sessie wissen…"
	ForgetYes       = "Wissen"
	ForgetStays     = "Documenten die u maakte, en kopieën op andere plaatsen, blijven staan. Wissen kan niet ongedaan worden gemaakt."
)

// RetainedLongEnough reminds of a date that has passed.
func RetainedLongEnough(until time.Time) string {
	return fmt.Sprintf("Deze sessie zou u bewaren tot %s. Die dag is voorbij: wis haar met Menu → Sessie wissen…, of kies een latere datum bij Voorbereiden.", Day(until))
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
