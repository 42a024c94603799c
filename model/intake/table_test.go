package intake_test

import (
	"errors"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/intake"
)

var entries = []model.Entry{
	{Code: "A01", Kind: "idea", Stakeholder: "GM0034", Text: "een"},
	{Code: "A02", Kind: "idea", Text: "twee"},
	{Code: "B07", Kind: "idea", Text: "drie"},
	{Code: "B07", Kind: "idea", Text: "vier"},
}

func table(sheet string, rows ...string) intake.Table {
	t := intake.Table{Sheet: sheet}
	for i, row := range rows {
		t.Rows = append(t.Rows, intake.Row{Line: i + 1, Cells: strings.Split(row, "|")})
	}
	return t
}

func TestARegisterIsReadByCode(t *testing.T) {
	got, err := intake.Read(table("Inbreng",
		"Oogst van het overleg",
		"",
		"Code|Gemeente|Soort|Tekst|Bevestigd op|Ook genoemd door|Thema",
		" a01|almere|Ideeën| 'Een |14-3-2018|Almere|zorg,  Wonen , zorg",
		"||Idee|'- nieuw||Gemeente Almere|",
		"",
		"Graag terugbellen",
	), programme, entries, "blad.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Lines) != 1 || len(got.New) != 1 || got.Remarks != 1 || strings.Join(got.Unread, " ") != "Bevestigd op" {
		t.Fatalf("got %+v", got)
	}
	for field, want := range map[model.EntryField]string{
		model.EntryText: "'Een", model.EntryKind: "idea", model.EntryStakeholder: "GM0034",
		model.EntryAlso: "GM0034", model.EntryThemes: "Wonen\nzorg",
	} {
		if f := got.Lines[0].Fields; got.Lines[0].Code != "A01" || f[field] != want || len(f) != 5 {
			t.Errorf("%s: got %q in %+v, want %q", field, f[field], got.Lines[0], want)
		}
	}
	if c := got.New[0]; c.Text != "- nieuw" || c.Origin != "blad.xlsx" || c.Also[0] != "GM0034" {
		t.Errorf("new line %+v", c)
	}
}

// TestTwinsAreToldApart: a number that two laptops gave has a small letter
// behind it for the second line.
func TestTwinsAreToldApart(t *testing.T) {
	got, err := intake.Read(table("Inbreng", "Code|Soort|Tekst", "a14|Idee|een", "A14B|Idee|twee"), programme,
		[]model.Entry{{Code: "A14", Kind: "idea"}, {Code: "A14b", Kind: "idea"}}, "blad.xlsx")
	if err != nil || len(got.Lines) != 2 || got.Lines[0].Code != "A14" || got.Lines[1].Code != "A14b" {
		t.Errorf("got %+v (%v)", got.Lines, err)
	}
}

// TestContinuationsAreLeftOut: a workbook goes on in a next row with what
// doesn't fit in a cell, and repeats there what is corrected above.
func TestContinuationsAreLeftOut(t *testing.T) {
	got, err := intake.Read(table("Inbreng",
		"Code|Soort|Tekst|Zoals gezegd",
		"A01|Idee|verbeterd|lang",
		"A01 (vervolg)|Idee|eerst|langer",
		"A01 (vervolg 2)|Idee|eerst|langst",
		"A02|Idee|twee|",
	), programme, entries, "blad.xlsx")
	if err != nil || len(got.Lines) != 2 || got.Lines[0].Fields[model.EntryText] != "verbeterd" {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestProblemsNameTheCell(t *testing.T) {
	const header = "Gemeente|Code|Soort|Tekst"
	formula := table("Blad1", header, "|A01|Idee|x")
	formula.Rows[1].Formulas = []int{3}
	unread := table("Blad1", header+"|Datum", "|A01|Idee|x|")
	unread.Rows[1].Formulas = []int{4}
	merged := table("Blad1", header, "|A01|Idee|x", "|A02|Idee|y")
	merged.Merged = []intake.Range{{Name: "A2:A3", Last: 3}}
	for name, c := range map[string]struct {
		table  intake.Table
		reason intake.Reason
		cell   string
	}{
		"unknown code":  {table("Blad1", header, "|Z99|Idee|x"), intake.UnknownCode, "B2"},
		"loose":         {table("Blad1", header, "|A01 (vervolg)|Idee|x"), intake.UnknownCode, "B2"},
		"doubled here":  {table("Blad1", header, "|A01|Idee|x", "|A01|Idee|x"), intake.DoubledCode, "B3"},
		"doubled there": {table("Blad1", header, "|B07|Idee|x"), intake.DoubledCode, "B2"},
		"stakeholder":   {table("Blad1", header, "Utrecht|A01|Idee|x"), intake.UnknownStakeholder, "A2"},
		"in a text":     {table("", header, "Utrecht|A01|Idee|x"), intake.UnknownStakeholder, ""},
		"new withdrawn": {table("Blad1", header+"|Status", "||Idee|x|ingetrokken"), intake.UnknownStatus, "E2"},
		"formula":       {formula, intake.Formula, "D2"},
		"merged":        {merged, intake.Merged, "A2:A3"},
		"far right":     {table("Blad1", strings.Repeat("|", 27)+header, strings.Repeat("|", 27)+"|A01|Idee|"), intake.EmptyText, "AE2"},
	} {
		_, err := intake.Read(c.table, programme, entries, "")
		var e *intake.Error
		if !errors.As(err, &e) || e.Problems[0].Reason != c.reason || e.Problems[0].Cell != c.cell || e.Sheet != c.table.Sheet {
			t.Errorf("%s: got %+v", name, err)
		}
	}
	if _, err := intake.Read(unread, programme, entries, ""); err != nil {
		t.Errorf("a formula in a column that isn't read: %v", err)
	}
}
