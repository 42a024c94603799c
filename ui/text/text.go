// Package text holds every word that a person reads, on screen, on the command
// line and in documents: plain Dutch at B1 level. It knows nothing of the rest
// of the program, so that anything may ask it for words.
package text

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// The program itself.
const (
	Program      = "Oogst"
	Fictional    = "FICTIEF VOORBEELD"
	FictionalTag = "FICTIEF"
	Unassigned   = "Nog niet toegewezen"
	ToAssign     = "Nog toe te wijzen"
)

var months = [...]string{
	"januari", "februari", "maart", "april", "mei", "juni",
	"juli", "augustus", "september", "oktober", "november", "december",
}

// Day writes a date out: "14 maart 2018".
func Day(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), months[t.Month()-1], t.Year())
}

// Time writes hours and minutes, "14:32".
func Time(t time.Time) string { return t.Format("15:04") }

// Moment writes a date with its time.
func Moment(t time.Time) string { return Day(t) + ", " + Time(t) + " uur" }

// Date writes a session's date out when it is a whole day (2018-03-14), and
// leaves an incomplete one ("begin 2018") as it was typed.
func Date(typed string) string {
	if t, ok := ParseDay(typed); ok {
		return Day(t)
	}
	return typed
}

// ParseDay reads a whole day, as 2018-03-14, 14-03-2018, 14-3-2018 or 14 maart 2018.
func ParseDay(typed string) (time.Time, bool) {
	typed = strings.TrimSpace(typed)
	for _, layout := range []string{"2006-01-02", "2-1-2006", "2/1/2006"} {
		if t, err := time.Parse(layout, typed); err == nil {
			return t, true
		}
	}
	words := strings.Fields(strings.ToLower(typed))
	if len(words) != 3 {
		return time.Time{}, false
	}
	day, err1 := strconv.Atoi(words[0])
	year, err2 := strconv.Atoi(words[2])
	for i, m := range months {
		if m != words[1] || err1 != nil || err2 != nil {
			continue
		}
		t := time.Date(year, time.Month(i+1), day, 0, 0, 0, 0, time.UTC)
		return t, t.Day() == day && year > 999
	}
	return time.Time{}, false
}

// Lines counts lines: "geen regels", "1 regel", "12 regels".
func Lines(n int) string { return count(n, "geen regels", "regel", "regels") }

func count(n int, none, one, many string) string {
	switch n {
	case 0:
		return none
	case 1:
		return "1 " + one
	}
	return Number(n) + " " + many
}

// Number writes a number with points between the thousands.
func Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// Join writes a list of words: "a, b en c".
func Join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " en " + words[len(words)-1]
}
