package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/export"
)

func entries(texts ...string) export.Report {
	table := &export.Table{Columns: []export.Column{
		{Title: "Code"},
		{Title: "Tekst"},
		{Title: "Aantal", Kind: export.Count},
		{Title: "Datum", Kind: export.Date},
		{Title: "Tijd", Kind: export.Clock},
		{Title: "Regels", Kind: export.Lines},
	}}
	at := time.Date(2018, 3, 14, 9, 5, 0, 0, time.UTC)
	for _, text := range texts {
		table.Rows = append(table.Rows, export.Row{Cells: []export.Cell{
			{Text: "A1"},
			{Text: text},
			{Number: -3},
			{Time: at},
			{Time: at},
			{Items: []export.Item{{Code: "A2", Text: "een"}, {Code: "A3", Text: "twee", Remarks: []string{"te controleren"}}}},
		}})
	}
	return export.Report{Sections: []export.Section{
		{Key: "guide", Blocks: []export.Block{export.Paragraph{Text: "niet dit"}}},
		{Key: "entries", Blocks: []export.Block{export.Paragraph{Text: "of dit"}, table}},
	}}
}

func TestWriteCSVIsWhatADutchExcelOpens(t *testing.T) {
	var got bytes.Buffer
	if err := export.WriteCSV(&got, entries("een; twee", "zei \"ja\"\nen nee")); err != nil {
		t.Fatal(err)
	}
	want := "\uFEFFCode;Tekst;Aantal;Datum;Tijd;Regels\r\n" +
		"A1;\"een; twee\";-3;2018-03-14;09:05;\"A2  een\r\nA3  twee [te controleren]\"\r\n" +
		"A1;\"zei \"\"ja\"\"\r\nen nee\";-3;2018-03-14;09:05;\"A2  een\r\nA3  twee [te controleren]\"\r\n"
	if got.String() != want {
		t.Errorf("wrote\n%q, want\n%q", got.String(), want)
	}
}

func TestWriteCSVGuardsAgainstFormulas(t *testing.T) {
	guarded := []string{
		"=1+1", "+31 320", "- kluswinkel", "@x", "  =1", "\t1", "\r1", " \t x", "\u00a0=1",
		"＝1", "＋1", "－1", "＠1", "'=1", "''-",
	}
	plain := []string{"", "  ", "1=1", "a-b", "'s avonds", "naam@x.nl", "é=1"}
	var out bytes.Buffer
	if err := export.WriteCSV(&out, entries(slices.Concat(guarded, plain)...)); err != nil {
		t.Fatal(err)
	}
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\uFEFF")))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows = rows[1:]
	for i, text := range slices.Concat(guarded, plain) {
		want := text
		if i < len(guarded) {
			want = "'" + text
		}
		want = strings.ReplaceAll(want, "\r", "\n")
		if got := rows[i][1]; got != want {
			t.Errorf("%q was written as %q, want %q", text, got, want)
		}
	}
}

func TestWriteCSVOfBrokenText(t *testing.T) {
	var out bytes.Buffer
	if err := export.WriteCSV(&out, entries("a\xffb\x00c", "\x00=1")); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A1;a\ufffdbc;", "A1;'=1;"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q lacks %q", out.String(), want)
		}
	}
}

func TestWriteCSVRefuses(t *testing.T) {
	if err := export.WriteCSV(&bytes.Buffer{}, export.Report{}); !errors.Is(err, export.ErrNoEntries) {
		t.Errorf("a report without entries: %v", err)
	}
	full := errors.New("disk full")
	if err := export.WriteCSV(failing{full}, entries("x")); !errors.Is(err, full) {
		t.Errorf("a failing writer: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
