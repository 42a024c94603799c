package review_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/model/review"
	"oogst/model/search"

	"github.com/google/uuid"
)

func TestFindings(t *testing.T) {
	for text, want := range map[string][]review.Concern{
		"Bel 06-12345678 of 0320 265 265":                  {review.Phone, review.Phone},
		"Bel +31 6 1234 5678":                              {review.Phone},
		"Mail jan.de-vries@almere.nl voor meer":            {review.Mail},
		"Mevrouw Jansen belt terug":                        {review.Name},
		"Wethouder van der Berg is het eens met dhr. Smit": {review.Name, review.Name},
		"De wethouder Almere wil dit ook":                  nil,
		"De burgemeester komt langs":                       nil,
		"De wethouder van Almere sluit aan":                nil,
		"Nummer 111222333 staat erbij":                     {review.Number},
		"Nummer 111222334 is een ordernummer":              nil,
		"In 2018 € 1.500.000 voor 27 tot 50 jaar":          nil,
		"A07 en 14-03-2018 om 15:32":                       nil,
	} {
		h := model.Harvest{
			Stakeholders: []model.Stakeholder{{Key: "GM0034", Name: "Almere"}},
			Entries: []model.Entry{{
				ID: uuid.New(), Code: "A01", Stakeholder: "GM0034", Text: text, Versions: 1,
				Confirmed: model.Confirmation{At: model.Entry{}.Created.AddDate(2018, 0, 0)},
			}},
		}
		got := review.Findings(h)
		if len(got) != len(want) {
			t.Errorf("%q: found %v, want %v", text, got, want)
			continue
		}
		for i := range want {
			if got[i].Concern != want[i] {
				t.Errorf("%q: found %v, want %v", text, got, want)
			}
		}
	}
}

func TestLinesThatSayNearlyTheSame(t *testing.T) {
	h := model.Harvest{Entries: []model.Entry{
		{ID: uuid.New(), Code: "A01", Text: "Leren van gezinnen waar het goed gaat"},
		{ID: uuid.New(), Code: "A02", Text: "Mixed woonvormen in de wijk"},
		{ID: uuid.New(), Code: "A03", Text: "leren van de gezinnen waar het goed gaat"},
	}}
	found := review.Of(review.Findings(h), review.Duplicate)
	if len(found) != 1 || found[0].Code != "A03" {
		t.Errorf("found %+v", found)
	}
}

func TestStateOfALine(t *testing.T) {
	h := model.Harvest{Entries: []model.Entry{{ID: uuid.New(), Text: "x", Status: model.ToCheck, Versions: 2}}}
	all := review.Findings(h)
	for _, c := range []review.Concern{review.Unassigned, review.ToCheck, review.Unconfirmed, review.TwoVersions} {
		if len(review.Of(all, c)) != 1 {
			t.Errorf("concern %d is not found", c)
		}
	}
}

// TestWhatBecomesOfALineIsLookedThroughToo: each field that a person types, as
// far as the variant has it.
func TestWhatBecomesOfALineIsLookedThroughToo(t *testing.T) {
	follow := map[model.EntryField]string{
		model.EntryReason: "Mevrouw Jansen wil het zo", model.EntryLead: "mail jan@almere.nl",
		model.EntryStep: "Bel 06-12345678", model.EntryDue: "na dhr. Smit", model.EntryState: model.StateDone,
		model.EntryCondition("central"): model.VerdictYes,
	}
	h := model.Harvest{Entries: []model.Entry{{ID: uuid.New(), Code: "A01", Text: "x", Follow: follow}}}
	all := review.Findings(h)
	for concern, want := range map[review.Concern]int{review.Name: 2, review.Mail: 1, review.Phone: 1} {
		if got := len(review.Of(all, concern)); got != want {
			t.Errorf("concern %d is found %d times, want %d", concern, got, want)
		}
	}
}

func TestDoublesAreInGroups(t *testing.T) {
	said := func(code, text string) model.Entry { return model.Entry{ID: uuid.New(), Code: code, Text: text} }
	groups := review.Doubles([]model.Entry{
		said("A01", "Een buurthuis waar jong en oud elkaar ontmoeten"),
		said("A02", "Let op privacy bij het delen van gegevens"),
		said("A03", "Buurthuis waar oud en jong elkaar ontmoeten"),
		said("A04", "Krapte op de arbeidsmarkt"),
		said("A05", "Bij het delen van gegevens op privacy letten"),
		said("A06", "Ontmoeten van jong en oud in een buurthuis"),
	})
	var got [][]string
	for _, g := range groups {
		var codes []string
		for _, e := range g {
			codes = append(codes, e.Code)
		}
		got = append(got, codes)
	}
	if want := [][]string{{"A01", "A03", "A06"}, {"A02", "A05"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("the groups are %v, want %v", got, want)
	}
}

// BenchmarkDoubles looks through 10,000 lines whose words are as unequally
// common as those of a language, beside reading the words alone.
func BenchmarkDoubles(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	common := rand.NewZipf(r, 1.2, 8, 6_000)
	entries := make([]model.Entry, 10_000)
	for i := range entries {
		var words strings.Builder
		for range 6 + r.IntN(12) {
			fmt.Fprintf(&words, "woord%dachtig ", common.Uint64())
		}
		entries[i] = model.Entry{ID: model.ID{byte(i), byte(i >> 8)}, Code: "A", Text: words.String()}
	}
	var reading time.Duration
	for b.Loop() {
		start := time.Now()
		search.NewAlike(entries)
		reading += time.Since(start)
		review.Doubles(entries)
	}
	b.ReportMetric(float64(b.Elapsed()-reading)/float64(reading), "x-reading")
}
