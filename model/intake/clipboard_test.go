package intake_test

import (
	"slices"
	"testing"

	"oogst/model/intake"
)

func TestASpreadsheetOnTheClipboard(t *testing.T) {
	table, err := intake.ReadClipboard("soort\ttekst\tgemeente\r\n" +
		"Idee\t\"Samen\" is het woord\tAlmere\r\n" +
		"Idee\t\"twee\nregels, \"\"echt\"\"\"\tAlmere\r\n" +
		"Idee\tzei \"ja\t\"Almere\"\r\n")
	if err != nil {
		t.Fatal(err)
	}
	rows := table.Rows
	want := [][]string{
		{"soort", "tekst", "gemeente"},
		{"Idee", `"Samen" is het woord`, "Almere"},
		{"Idee", "twee\nregels, \"echt\"", "Almere"},
		{"Idee", `zei "ja`, `"Almere"`},
	}
	if len(rows) != len(want) || rows[3].Line != 5 {
		t.Fatalf("got %+v", rows)
	}
	for i := range want {
		if !slices.Equal(rows[i].Cells, want[i]) {
			t.Errorf("row %d is %q, want %q", i, rows[i].Cells, want[i])
		}
	}
	if !intake.HasHeader(rows) || intake.HasHeader(rows[1:]) || intake.HasHeader(nil) {
		t.Error("a header is not told from a row")
	}
	if r, err := intake.Read(intake.Table{Rows: rows[:3]}, programme, nil, ""); err != nil || len(r.New) != 2 {
		t.Errorf("got %d, %v", len(r.New), err)
	}
	if _, err := intake.ReadClipboard(" \r\n\t"); err == nil {
		t.Error("nothing was read without a word")
	}
}

func TestPlainLinesLoseTheirBullets(t *testing.T) {
	got := intake.Plain("• een\r\n\r\n- twee\n*\tdrie\n–vier\no\tvijf\nover zes\n 7 \u00a0")
	if want := []string{"een", "twee", "drie", "–vier", "vijf", "over zes", "7"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func FuzzReadClipboard(f *testing.F) {
	f.Add("a\t\"b\n\"\t\n")
	f.Fuzz(func(_ *testing.T, text string) {
		table, err := intake.ReadClipboard(text)
		if err == nil {
			_, _ = intake.Read(table, programme, nil, "")
		}
	})
}
