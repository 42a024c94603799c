package pdf

import (
	"fmt"
	"time"
)

// Words are the fixed words of the document and its ways to write a date; all
// other text comes from the report.
type Words struct {
	Contents  string                 // heading of the contents page
	Continued string                 // behind the header of a row that goes on from the page before
	PageOf    string                 // footer, with the page and the number of pages
	LinkTo    string                 // what a link leads to, with a title and a page
	Mark      string                 // footer, with the mark of the content
	Moment    func(time.Time) string // date and time in a sentence
	Day       string                 // layout of a day in a table
	Clock     string                 // layout of a time of day in a table
}

// Dutch returns the words in Dutch.
func Dutch() Words {
	months := [...]string{
		"januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december",
	}
	return Words{
		Contents:  "Inhoud",
		Continued: "(vervolg)",
		PageOf:    "pagina %d van %d",
		LinkTo:    "%s, pagina %d",
		Mark:      "kenmerk %s",
		Moment: func(t time.Time) string {
			return fmt.Sprintf("%d %s %d %s", t.Day(), months[t.Month()-1], t.Year(), t.Format("15:04"))
		},
		Day:   "02-01-2006",
		Clock: "15:04",
	}
}
