package screen

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/text"
	"oogst/ui/trail"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shownHistory walks the cards of the history from above.
func shownHistory(x *table) (rows []string) {
	list := x.capture.history.results
	list.Focus()
	x.press(fyne.KeyHome)
	for range list.Len() {
		card, _ := list.Card(list.Selected())
		rows = append(rows, card.Footer+"|"+card.Text)
		x.press(fyne.KeyDown)
	}
	return rows
}

func (x *table) wantHistory(want ...string) {
	x.t.Helper()
	if got := shownHistory(x); !slices.Equal(got, want) {
		x.t.Errorf("the history shows %q, want %q", got, want)
	}
}

func TestTheHistoryOfALineNarrowsAsOneTypes(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "Ideeën voor zorg"), said("GM0034", "idea", "Samen eten"))
	e := x.session.Entries()[0]
	x.clock.Advance(time.Hour)
	x.do(model.Edit{Entry: e.ID, Text: "Ideeën voor de jeugd"})
	x.types("half af")
	x.capture.historyOf(e)
	edited := "A01|gewijzigd: tekst\nWas: Ideeën voor zorg\nWordt: Ideeën voor de jeugd"
	added := "A01|nieuw: Ideeën voor zorg"
	x.wantHistory(edited, added)
	if card, _ := x.capture.history.results.Card(x.capture.history.lines[1].card.Key); card.Note != text.ToldBy("laptop A", x.clock.Now()) {
		t.Errorf("it was %q", card.Note)
	}
	for typed, want := range map[string][]string{
		"": {edited, added}, "IDEEEN": {edited, added}, "jeugd": {edited}, "zorg jeugd": {edited}, "nieuw": {added},
		"15:00": {edited}, "laptop a": {edited, added}, "eten": nil,
	} {
		x.capture.history.query.SetText("")
		x.Canvas().Focus(x.capture.history.query.Target())
		x.types(typed)
		x.wantHistory(want...)
	}
	x.capture.Escape()
	x.atLine("half af")
	if x.capture.history != nil {
		t.Error("the history is still there")
	}
}

// TestTheHistoryIsAllThatWasDone holds the history of the session against the
// trail, and those of the lines against that of the session.
func TestTheHistoryIsAllThatWasDone(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "een"), said("GM0034", "idea", "twee"))
	first, second := x.session.Entries()[0], x.session.Entries()[1]
	x.capture.History()
	for _, c := range []model.Command{
		model.Mark{Entry: first.ID, Status: model.ToCheck},
		model.Move{Entry: second.ID, Kind: "pilotidea", Stakeholder: "GM0303"},
		model.Describe{Field: model.Place, Value: "Urk"},
		model.Withdraw{Entry: first.ID},
		model.Confirm{Entries: []model.ID{second.ID}, By: "wethouder"},
	} {
		x.do(c)
	}
	var want []string
	for _, l := range trail.Tell(x.session.Programme(), x.session.Trail()) {
		want = append([]string{l.Subject + "|" + text.Told(l.Action, l.Field, l.Before, l.After)}, want...)
	}
	x.wantHistory(want...)
	for _, e := range []model.Entry{first, second} {
		x.capture.historyOf(e)
		var own []string
		for _, row := range want {
			if strings.HasPrefix(row, e.Code+"|") {
				own = append(own, row)
			}
		}
		if len(own) < 2 {
			t.Errorf("%s has no history to speak of: %q", e.Code, own)
		}
		x.wantHistory(own...)
	}
}

func TestAChangeLeadsToItsLine(t *testing.T) {
	x := sitDown(t, said("GM0034", "idea", "een"))
	x.types("half af")
	for range 2 { // from another gemeente, and from its own
		x.capture.History()
		x.types("A01")
		x.press(fyne.KeyReturn, fyne.KeyReturn)
		x.atLine("half af")
		if x.capture.history != nil || x.capture.stakeholder != "GM0034" ||
			x.capture.columns["idea"].cards.Selected() != x.session.Entries()[0].ID.String() {
			t.Errorf("it leads to %s", x.capture.stakeholder)
		}
	}
	x.capture.History()
	x.types("overleg nieuw")
	x.press(fyne.KeyReturn, fyne.KeyReturn)
	if x.capture.history == nil {
		t.Error("a change of no line leads away")
	}
}

func TestALongHistoryDrawsWhatShows(t *testing.T) {
	x := longHistory(t)
	x.press(fyne.KeyReturn, fyne.KeyEnd)
	if n := x.capture.history.results.Len(); n < 10_000 {
		t.Fatalf("%d changes", n)
	}
	if got := test.RenderObjectToMarkup(x.capture.history.results); len(got) > 100_000 {
		t.Errorf("%d bytes of markup: it draws what can't be seen", len(got))
	}
}

// longHistory is the history of 10,000 lines.
func longHistory(t testing.TB) *table {
	lines := make([]model.Capture, 10_000)
	for i := range lines {
		lines[i] = said("GM0303", "idea", fmt.Sprintf("regel %d over zorg en werk in de wijk", i))
	}
	x := sitDown(t, lines...)
	x.capture.History()
	return x
}

// BenchmarkHistory opens 10,000 lines of history; the ratio is to telling them
// alone.
func BenchmarkHistory(b *testing.B) {
	x := longHistory(b)
	var other time.Duration
	for b.Loop() {
		x.capture.History()

		b.StopTimer()
		start := time.Now()
		trail.Tell(x.session.Programme(), x.session.Trail())
		other += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(other), "x-telling")
}

// BenchmarkHistoryNarrow is a letter that leaves some thousands of them, and
// taking it back.
func BenchmarkHistoryNarrow(b *testing.B) {
	x := longHistory(b)
	for b.Loop() {
		x.types("9")
		x.press(fyne.KeyBackspace)
	}
}
