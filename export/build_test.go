package export_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"oogst/export"
	"oogst/model"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

var made = time.Date(2018, 3, 14, 15, 41, 0, 0, time.UTC)

func harvest(v model.Variant) model.Harvest {
	h := model.Harvest{
		Variant: v, Mark: "7F3A91C2",
		Info:         model.Info{Title: "Bestuurlijk overleg Krachtige Samenleving", Date: "2018-03-14", Place: "Lelystad", Fictional: true},
		Kinds:        []model.Kind{{Key: "idea", Letter: "I", Name: "Idee", Heading: "Eerste ideeën", Accent: "brown"}, {Key: "pilotidea", Letter: "P", Name: "Pilotidee", Heading: "Pilotideeën", Accent: "teal"}, {Key: "action", Letter: "C", Name: "Actie", Heading: "Afspraken en acties"}},
		Stakeholders: []model.Stakeholder{{Key: "GM0303", Kind: "municipality", Name: "Dronten"}, {Key: "GM0184", Kind: "municipality", Name: "Urk"}},
		Entries: []model.Entry{
			{Code: "A01", Kind: "idea", Stakeholder: "GM0303", Text: "Mixed woonvormen", Said: "Mixed woonvormen", Created: made, Confirmed: model.Confirmation{By: "wethouder", At: made}},
			{Code: "A03", Kind: "pilotidea", Stakeholder: "GM0303", Text: "= gelijk optrekken", Status: model.ToCheck, Note: "navragen", Origin: "dia", Created: made, Follow: map[model.EntryField]string{
				model.EntryCondition("central"): model.VerdictPartly, model.EntryPromising: model.VerdictYes, model.EntryLine("countryside"): model.OnLine, model.EntryReach: model.ReachSupraLocal, model.EntryReason: "hangt af van A01", model.EntryDue: "2018-06-01",
			}},
			{Code: "A04", Kind: "action", Stakeholder: "GM0184", Text: "Navragen wat bij A03 is bedoeld", Created: made, Follow: map[model.EntryField]string{
				model.EntryLead: "griffier", model.EntryState: model.StateDone,
			}},
			{Code: "A02", Kind: "idea", Text: strings.Repeat("een lange regel ", 30), Certainty: model.Unknown, Created: made},
		},
	}
	h.Lists = map[string][]model.Item{model.ListLines: {{Key: "healthy", Number: 1, Name: "Een gezond Flevoland"}, {Key: "countryside", Number: 2, Name: "Leefbaar platteland"}}, model.ListConditions: {{Key: "central", Number: 1, Name: "Flevolander staat centraal"}, {Key: "goal", Number: 2, Name: "Draagt bij aan het doel"}}}
	if v == model.Internal {
		h.Trail = []model.Event{
			{Key: model.Key{Replica: 1, Seq: 1}, At: made, Actor: "laptop A", Kind: "entry.add", Type: "entry", Name: "A01", Field: "text", After: "Mixed woonvorm"},
			{Key: model.Key{Replica: 1, Seq: 2}, At: made, Actor: "laptop A", Kind: "entry.set", Type: "entry", Name: "A01", Field: "text", Before: "Mixed woonvorm", After: "Mixed woonvormen"},
		}
	}
	for i := range h.Entries {
		h.Entries[i].ID = uuid.NewSHA1(uuid.Nil, []byte{byte(i)})
	}
	h.Joined = map[model.ID][]string{h.Entries[0].ID: {"A05", "A06"}}
	return h
}

// TestReportGolden holds the whole structure of a report against a file that
// a person can read.
func TestReportGolden(t *testing.T) {
	for _, v := range model.Variants {
		got, err := json.MarshalIndent(export.NewReport(harvest(v), export.Edition{Version: "0.3", Final: v == model.Public, Made: made}), "", " ")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", "report_"+string(v)+".json")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s: the report differs from %s; look at the difference, then run with -update:\n%s", v, path, got)
		}
	}
}

// TestEveryEntryOnce holds for any harvest: each entry stands once in the
// register, once in its chapter and once in the overview of each medium.
func TestEveryEntryOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := harvest(model.Internal)
		h.Entries = nil
		for range rapid.IntRange(0, 40).Draw(rt, "entries") {
			h.Entries = append(h.Entries, model.Entry{
				ID: uuid.New(), Code: uuid.NewString(), Text: "x",
				Kind:        rapid.SampledFrom([]string{"idea", "pilotidea"}).Draw(rt, "kind"),
				Stakeholder: rapid.SampledFrom([]string{"", "GM0303", "GM0184"}).Draw(rt, "who"),
			})
		}
		register, chapters, pages, sheets := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
		for _, s := range export.NewReport(h, export.Edition{Made: made}).Sections {
			for _, b := range s.Blocks {
				switch b := b.(type) {
				case export.List:
					if !strings.HasPrefix(s.Key, "stakeholder:") {
						continue
					}
					for _, i := range b.Items {
						chapters[i.Code]++
					}
				case *export.Table:
					for _, row := range b.Rows {
						if len(row.Cells) != len(b.Columns) {
							rt.Fatalf("%d cells under %d columns", len(row.Cells), len(b.Columns))
						}
						if s.Key == "entries" {
							register[row.Cells[0].Text]++
						}
						for _, c := range row.Cells {
							for _, i := range c.Items {
								if s.Media == export.Pages {
									pages[i.Code]++
								} else {
									sheets[i.Code]++
								}
							}
						}
					}
				}
			}
		}
		for name, seen := range map[string]map[string]int{"register": register, "chapters": chapters, "pages": pages, "sheets": sheets} {
			if len(seen) != len(h.Entries) {
				rt.Fatalf("%s has %d entries, want %d", name, len(seen), len(h.Entries))
			}
			for _, e := range h.Entries {
				if seen[e.Code] != 1 {
					rt.Fatalf("%s has %s %d times", name, e.Code, seen[e.Code])
				}
			}
		}
	})
}
