package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/intake"
	"oogst/ui/text"
)

// judged is a session with a pilot idea and an action, and its workbook as it
// comes back.
func judged(t *testing.T) (*model.Session, func() intake.Table) {
	t.Helper()
	s := newSession(t)
	do(t, s,
		model.PutKind{Kind: model.Kind{Key: model.KindAction, Letter: "C", Name: "Actie"}},
		model.Capture{Kind: model.KindPilotIdea, Text: "Buurthuis", Follow: map[model.EntryField]string{model.EntryLead: "griffier", model.EntryCondition("citizen-central"): model.VerdictYes}},
		model.Capture{Kind: model.KindAction, Text: "Bellen over A01"},
	)
	return s, func() intake.Table { return register(t, s, model.Internal, "xlsx") }
}

// put fills a cell of a further sheet, by its header.
func put(t *testing.T, table *intake.Table, sheet, header, cell string) {
	t.Helper()
	for i, more := range table.Follow {
		if more.Sheet != sheet {
			continue
		}
		row := &table.Follow[i].Rows[1]
		at := slices.Index(more.Rows[0].Cells, header)
		if at < 0 {
			t.Fatalf("%s has no column %s: %q", sheet, header, more.Rows[0].Cells)
		}
		for len(row.Cells) <= at {
			row.Cells = append(row.Cells, "")
		}
		row.Cells[at] = cell
		return
	}
	t.Fatalf("there is no sheet %s", sheet)
}

// TestWhatBecomesOfLinesComesBack: verdicts and plans that an official fills in
// are taken over, by code, and nothing else changes.
func TestWhatBecomesOfLinesComesBack(t *testing.T) {
	s, sent := judged(t)
	table := sent()
	for _, c := range []struct{ sheet, header, cell string }{
		{text.Pilots, "1. Flevolander staat centraal", "Deels"},
		{text.Pilots, "4. Pilot wordt gezamenlijk opgebouwd en ingericht", "nee"},
		{text.Pilots, text.ColumnReason, "omdat"},
		{text.Pilots, text.ColumnPromise, "ja"},
		{text.Pilots, text.ColumnLead, ""},
		{text.Actions, text.ColumnState, "gereed"},
		{text.Actions, text.ColumnDue, "1 juni"},
	} {
		put(t, &table, c.sheet, c.header, c.cell)
	}
	at := func(header string) *string { return &table.Rows[1].Cells[slices.Index(table.Rows[0].Cells, header)] }
	*at(text.ColumnLine), *at(text.ColumnReach) = "2. Leefbaar platteland, arbeidsmarkt en participatie", "lokaal"
	c := compare(t, s, table)
	got := make([]string, len(c.Changes))
	for i, d := range c.Changes {
		field, from, to := told(s.Programme(), d)
		got[i] = fmt.Sprintf("%s %s: %s > %s", d.Code, field, from, to)
	}
	want := []string{
		"A01 Programmalijn: Leefbaar platteland: nee > ja", "A01 Programmalijn: Arbeidsmarkt en participatie: nee > ja",
		"A01 1. Flevolander staat centraal: ja > deels", "A01 4. Pilot wordt gezamenlijk opgebouwd en ingericht: niet besproken > nee",
		"A01 Lokaal/bovenlokaal: (leeg) > lokaal", "A01 Kansrijk (matchmaker): niet besproken > ja",
		"A01 Toelichting: (leeg) > “omdat”", "A01 Trekker: griffier > (leeg)",
		"A02 Uiterlijk: (leeg) > 1 juni", "A02 Stand van zaken: open > gereed",
	}
	if !slices.Equal(got, want) || len(c.Conflicts)+len(c.New) > 0 {
		t.Errorf("got %q, want %q; %d conflicts, %d new", got, want, len(c.Conflicts), len(c.New))
	}
	before := s.Mark()
	do(t, s, model.Correct{Correction: c})
	if e := s.Entries()[0]; e.Follow[model.EntryCondition("citizen-central")] != model.VerdictPartly || e.Follow[model.EntryLead] != "" {
		t.Errorf("it became %v", e.Follow)
	}
	if err := s.Undo(); err != nil || s.Mark() != before {
		t.Errorf("one undo (%v) doesn't bring back what was", err)
	}
	// Both sides: the pilot's lead here, and the same field there.
	do(t, s, model.Follow{Entry: s.Entries()[0].ID, Field: model.EntryLead, Value: "wethouder"})
	if c := compare(t, s, table); len(c.Conflicts) != 1 || c.Conflicts[0].Field != model.EntryLead {
		t.Errorf("the conflicts are %+v", c.Conflicts)
	}
}

// TestSheetsOfWhatBecomesOfLinesAreRefused where they can't be placed, with the
// sheet and the cell.
func TestSheetsOfWhatBecomesOfLinesAreRefused(t *testing.T) {
	s, sent := judged(t)
	for said, spoil := range map[string]func(*intake.Table){
		"Blad Pilotideeën, cel D2 (1. Flevolander staat centraal): “misschien” is niet bekend. Kies uit: ja, deels, nee en niet besproken.": func(x *intake.Table) {
			put(t, x, text.Pilots, "1. Flevolander staat centraal", "misschien")
		},
		"Blad Inbreng, cel H2 (Programmalijn): “zee” is niet bekend. Kies uit: Een gezond en veerkrachtig Flevoland, Leefbaar platteland, ": func(x *intake.Table) { x.Rows[1].Cells[7] = "zee" },
		"Blad Inbreng, cel I2 (Lokaal/bovenlokaal): “ver” is niet bekend. Kies uit: lokaal en bovenlokaal.":                                 func(x *intake.Table) { x.Rows[1].Cells[8] = "ver" },
		"Blad Acties, cel F2 (Stand van zaken): “bijna” is niet bekend. Kies uit: open en gereed.": func(x *intake.Table) {
			put(t, x, text.Actions, text.ColumnState, "bijna")
		},
		"Blad Pilotideeën, cel A2 (Code): hier ontbreekt de code.":             func(x *intake.Table) { put(t, x, text.Pilots, text.ColumnCode, "") },
		"Blad Pilotideeën, cel A2 (Code): deze sessie heeft geen regel “Q99”.": func(x *intake.Table) { put(t, x, text.Pilots, text.ColumnCode, "Q99") },
		"Op het blad Pilotideeën staat geen kolom “Code”.":                     func(x *intake.Table) { x.Follow[0].Rows = x.Follow[0].Rows[1:] },
		"Blad Pilotideeën, cel A3 (Code): de code “A01” komt meer dan één keer voor.": func(x *intake.Table) {
			again := x.Follow[0].Rows[1]
			again.Line++
			x.Follow[0].Rows = append(x.Follow[0].Rows, again)
		},
		"Blad Pilotideeën, cel D2 (1. Flevolander staat centraal): hier staat een formule.": func(x *intake.Table) {
			x.Follow[0].Rows[1].Formulas = []int{3}
		},
		"Blad Acties, cel B2:B3: deze cellen zijn samengevoegd.": func(x *intake.Table) {
			x.Follow[1].Merged = []intake.Range{{Name: "B2:B3", Last: 3}}
		},
	} {
		table := sent()
		spoil(&table)
		_, err := intake.Read(table, s.Programme(), s.Entries(), "blad.xlsx")
		if err == nil {
			t.Errorf("taken in, want %q", said)
			continue
		}
		if got := sentence(&importError{"blad.xlsx", s.Programme(), err}); !strings.Contains(got, said) {
			t.Errorf("said %q, want %q", got, said)
		}
	}
}

// TestConditionsOfOneName: the number tells their columns apart.
func TestConditionsOfOneName(t *testing.T) {
	s, _ := judged(t)
	do(t, s, model.PutItem{List: model.ListConditions, Item: model.Item{Name: "Flevolander staat centraal"}})
	table := register(t, s, model.Internal, "xlsx")
	put(t, &table, text.Pilots, "7. Flevolander staat centraal", "nee")
	c := compare(t, s, table)
	conditions := s.Programme().Lists[model.ListConditions]
	if len(c.Changes) != 1 || c.Changes[0].Field != model.EntryCondition(conditions[6].Key) || c.Changes[0].Theirs != model.VerdictNo {
		t.Errorf("it would change %+v", c.Changes)
	}
}

// TestAPublicWorkbookTakesNothingAway: what it doesn't have isn't cleared when
// it comes back.
func TestAPublicWorkbookTakesNothingAway(t *testing.T) {
	s, _ := judged(t)
	table := register(t, s, model.Public, "xlsx")
	if c := compare(t, s, table); !c.Empty() {
		t.Errorf("unchanged it would change %+v", c.Changes)
	}
}
