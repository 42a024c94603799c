package excel_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"oogst/export"
	"oogst/export/excel"
)

func TestSheetsFollowTheReport(t *testing.T) {
	f := written(t, sample())
	if got, want := f.GetSheetList(), []string{"Leeswijzer", "Overzicht", "Inbreng"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %q, want %q", got, want)
	}
	for _, name := range f.GetSheetList() {
		if dimension, err := f.GetSheetDimension(name); err != nil || dimension != "" {
			t.Errorf("%s claims to span %q (%v)", name, dimension, err)
		}
		if visible, err := f.GetSheetVisible(name); err != nil || !visible {
			t.Errorf("%s is hidden (%v)", name, err)
		}
		if merged, err := f.GetMergeCells(name); err != nil || len(merged) > 0 {
			t.Errorf("%s has merged cells %v (%v)", name, merged, err)
		}
	}
}

func TestTablesAreRealAndFrozen(t *testing.T) {
	f := written(t, sample())
	for name, want := range map[string]string{"Overzicht": "A1:E8", "Inbreng": "A1:H11"} {
		tables, err := f.GetTables(name)
		if err != nil || len(tables) != 1 {
			t.Fatalf("%s has tables %v (%v)", name, tables, err)
		}
		table := tables[0]
		if table.Range != want || table.Name != name || !table.ShowFirstColumn || !*table.ShowRowStripes {
			t.Errorf("%s has table %+v, want range %s and the key as name", name, table, want)
		}
		panes, err := f.GetPanes(name)
		if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.TopLeftCell != "A2" {
			t.Errorf("%s has panes %+v (%v)", name, panes, err)
		}
		style := styleOf(t, f, name, "A1")
		if !style.Font.Bold || style.Font.Color != "FFFFFF" || style.Fill.Color[0] != "0A4F58" {
			t.Errorf("%s has header style %+v %+v", name, style.Font, style.Fill)
		}
		if style := styleOf(t, f, name, "A2"); !style.Font.Bold || style.Alignment.Vertical != "top" || !style.Alignment.WrapText {
			t.Errorf("%s has row header style %+v %+v", name, style.Font, style.Alignment)
		}
	}
	if style := styleOf(t, f, "Inbreng", "D2"); style.NumFmt != 49 || style.Font.Color != "1B2430" || style.Border[0].Color != "D9D4C8" {
		t.Errorf("text has style %+v, want format @, ink and calm lines", style)
	}
	if accent := *f.Theme.ThemeElements.ClrScheme.Accent1.SrgbClr.Val; accent != "0A4F58" {
		t.Errorf("tables are banded in a tint of %s", accent)
	}
	if tables, err := f.GetTables("Leeswijzer"); err != nil || len(tables) > 0 {
		t.Errorf("the guide has tables %v (%v)", tables, err)
	}
}

func TestPagesPrintWell(t *testing.T) {
	f := written(t, sample())
	for name, paper := range map[string][2]int{"Leeswijzer": {9, 1}, "Overzicht": {8, 1}, "Inbreng": {9, 2}} {
		page, err := f.GetPageLayout(name)
		if err != nil || *page.Size != paper[0] || *page.Orientation != "landscape" || *page.FitToWidth != paper[1] || *page.FitToHeight != 0 || *page.PageOrder != "overThenDown" {
			t.Errorf("%s has page %+v (%v)", name, page, err)
		}
		props, err := f.GetSheetProps(name)
		if err != nil || !*props.FitToPage {
			t.Errorf("%s doesn't fit to a page (%v)", name, err)
		}
		banner, err := f.GetHeaderFooter(name)
		if err != nil {
			t.Fatal(err)
		}
		if want := "&L&\"Calibri,Bold\"Oogst bestuurlijk overleg Krachtige Samenleving\n&\"Calibri,Regular\"&A" +
			"&RCONCEPT · voor deelnemers\n&\"Calibri,Bold\"FICTIEF VOORBEELD"; banner.OddHeader != want {
			t.Errorf("%s has header %q, want %q", name, banner.OddHeader, want)
		}
		if want := "&Lversie 0.3 · 14-03-2018 · kenmerk 1a2b3c4d&Rpagina &P van &N"; banner.OddFooter != want {
			t.Errorf("%s has footer %q, want %q", name, banner.OddFooter, want)
		}
	}
	titles := map[string]string{}
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" {
			titles[name.Scope] = name.RefersTo
		}
	}
	if len(titles) != 2 || titles["Overzicht"] != "'Overzicht'!$1:$1" || titles["Inbreng"] != "'Inbreng'!$A:$A,'Inbreng'!$1:$1" {
		t.Errorf("print titles %v", titles)
	}
}

func TestPropertiesSayWhoseItIs(t *testing.T) {
	f := written(t, sample())
	got, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	want := excelize.DocProperties{
		Title: "Oogst bestuurlijk overleg Krachtige Samenleving", Subject: "Programma Zorg & Welzijn",
		Creator: "Provincie Flevoland", LastModifiedBy: "Provincie Flevoland", Language: "nl-NL",
		ContentStatus: "CONCEPT", Description: "FICTIEF VOORBEELD", Identifier: "1a2b3c4d",
		Created: "2018-03-14T15:45:00Z", Modified: "2018-03-14T15:45:00Z",
	}
	if *got != want {
		t.Errorf("properties\n%+v, want\n%+v", *got, want)
	}
	r := sample()
	r.Meta.Organisation = ""
	got, err = written(t, r).GetDocProps()
	if err != nil || got.Creator != "" {
		t.Errorf("without an organisation the creator is %q (%v)", got.Creator, err)
	}
}

func TestRegisterCellByCell(t *testing.T) {
	f := written(t, sample())
	table := register()
	for c, column := range table.Columns {
		if got := value(t, f, "Inbreng", c+1, 1); got != column.Title {
			t.Errorf("header %d is %q, want %q", c+1, got, column.Title)
		}
	}
	texts := []string{
		"Mixed woonvormen", "Verbinding tussen Participatiewet en Wmo", "- kluswinkel", "=1+1", "@x", "+31 320",
		table.Rows[6].Cells[3].Text, "eerste regel\ntweede regel\nderde regel",
		table.Rows[8].Cells[3].Text, " spatie vooraf en achteraf ",
	}
	clocks := []string{"16:45", "16:46", "16:47", "16:48", "16:49", "16:50", "16:51", "16:52", "16:53", "16:54"}
	for r := range texts {
		want := []string{table.Rows[r].Key, "Lelystad", "idee", texts[r], "", string(rune('0' + r)), "14-03-2018", clocks[r]}
		for c, text := range want {
			if got := value(t, f, "Inbreng", c+1, r+2); got != text {
				t.Errorf("row %d, column %d is %q, want %q", r+2, c+1, got, text)
			}
		}
		cell, err := excelize.CoordinatesToCellName(4, r+2)
		if err != nil {
			t.Fatal(err)
		}
		if kind, err := f.GetCellType("Inbreng", cell); err != nil || kind != excelize.CellTypeInlineString {
			t.Errorf("%s is of type %v (%v), not text", cell, kind, err)
		}
		if formula, err := f.GetCellFormula("Inbreng", cell); err != nil || formula != "" {
			t.Errorf("%s is a formula %q (%v)", cell, formula, err)
		}
	}
	if raw, err := f.GetCellValue("Inbreng", "G2", excelize.Options{RawCellValue: true}); err != nil || raw != "43173" {
		t.Errorf("14 March 2018 is stored as %q (%v), want day 43173", raw, err)
	}
	if note := value(t, f, "Inbreng", 1, 13); note != "Regels zonder gemeente staan achteraan." {
		t.Errorf("below the table stands %q", note)
	}
}

func TestEmptyDatesAndHistoricalDates(t *testing.T) {
	table := register()
	table.Rows = table.Rows[:2]
	table.Rows[0].Cells[6], table.Rows[0].Cells[7] = export.Cell{}, export.Cell{}
	table.Rows[1].Cells[6].Time = moment.AddDate(-200, 0, 0)
	f := written(t, only(table))
	for cell, want := range map[string]string{"G2": "", "H2": "", "G3": "14-03-1818"} {
		if got, err := f.GetCellValue("Inbreng", cell); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", cell, got, err, want)
		}
	}
}

func TestOverviewHasOneLinePerItem(t *testing.T) {
	f := written(t, sample())
	for r, row := range overview().Rows {
		for c, cell := range row.Cells[1:] {
			var lines []string
			for _, item := range cell.Items {
				lines = append(lines, item.Code+"  "+item.Text)
			}
			want := strings.Join(lines, "\n")
			if len(cell.Items) == 0 {
				want = cell.Text
			}
			if got := value(t, f, "Overzicht", c+2, r+2); got != want {
				t.Errorf("%s, column %d is %q, want %q", row.Key, c+2, got, want)
			}
		}
	}
	runs, err := f.GetCellRichText("Overzicht", "C2")
	if err != nil || len(runs) < 2 || !runs[0].Font.Bold || runs[1].Font.Bold {
		t.Errorf("the number of a line isn't bold: %+v (%v)", runs, err)
	}
}

func TestGuideReadsAsText(t *testing.T) {
	f := written(t, sample())
	rows, err := f.GetRows("Leeswijzer")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		got = append(got, strings.Join(row, "|"))
	}
	want := []string{
		"Oogst bestuurlijk overleg Krachtige Samenleving",
		"Programma Zorg & Welzijn",
		"FICTIEF VOORBEELD",
		"Datum|14 maart 2018", "Plaats|Lelystad", "Status|CONCEPT", "Voor wie|voor deelnemers", "Kenmerk|1a2b3c4d",
		"Leeswijzer",
		"Versie|versie 0.3 (concept)",
		"|" + guide().Blocks[1].(export.Paragraph).Text,
		"De kolommen",
		"Code|Het vaste nummer van de regel.",
		"Lokaal of bovenlokaal, zoals aan tafel gezegd|Of de regel over één gemeente gaat.",
		"Nog open",
		"A6|Gezondheidsverschillen […] [te controleren]",
		"|Geen inbreng van Urk.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the guide says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for cell, colour := range map[string]string{"B11": "1B2430", "B17": "5A6472"} {
		if style := styleOf(t, f, "Leeswijzer", cell); style.Font.Color != colour {
			t.Errorf("%s is #%s, want #%s", cell, style.Font.Color, colour)
		}
	}
}

func TestWarningIsOnAFirstSheetWithATable(t *testing.T) {
	table := register()
	f := written(t, only(table))
	if got := value(t, f, "Inbreng", 1, len(table.Rows)+3); got != "FICTIEF VOORBEELD" {
		t.Errorf("below the table stands %q", got)
	}
}

func TestProgressCountsTableRows(t *testing.T) {
	var calls, last, totals int
	err := excel.Write(t.Context(), io.Discard, sample(), func(done, total int) { calls++; last, totals = done, total })
	if err != nil || calls != 17 || last != 17 || totals != 17 {
		t.Errorf("%d calls, the last with %d of %d (%v), want 17 of 17", calls, last, totals, err)
	}
}

func TestRefusals(t *testing.T) {
	var buf bytes.Buffer
	if err := excel.Write(t.Context(), &buf, export.Report{}, nil); !errors.Is(err, excel.ErrNoSheets) || buf.Len() > 0 {
		t.Errorf("an empty report: %v, %d bytes", err, buf.Len())
	}
	table := register()
	table.Rows[3].Cells = table.Rows[3].Cells[1:]
	if err := excel.Write(t.Context(), &buf, only(table), nil); err == nil || !strings.Contains(err.Error(), "row 4 has 7 cells for 8 columns") || buf.Len() > 0 {
		t.Errorf("a row that is too short: %v, %d bytes", err, buf.Len())
	}
	ctx, cancel := context.WithCancel(t.Context())
	reached := 0
	stop := func(done, _ int) {
		if reached = done; done == 5 {
			cancel()
		}
	}
	if err := excel.Write(ctx, &buf, sample(), stop); !errors.Is(err, context.Canceled) || buf.Len() > 0 || reached != 5 {
		t.Errorf("after cancel at row 5: %v, row %d, %d bytes", err, reached, buf.Len())
	}
	full := errors.New("disk full")
	if err := excel.Write(t.Context(), failing{full}, sample(), nil); !errors.Is(err, full) {
		t.Errorf("a failing writer: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func value(t *testing.T, f *excelize.File, sheet string, column, row int) string {
	t.Helper()
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		t.Fatal(err)
	}
	got, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func styleOf(t *testing.T, f *excelize.File, sheet, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return style
}

// The order of the parts in the archive is excelize's.
func TestSameReportSameParts(t *testing.T) {
	parts := func() map[string]string {
		var buf bytes.Buffer
		if err := excel.Write(t.Context(), &buf, sample(), nil); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
		if err != nil {
			t.Fatal(err)
		}
		parts := map[string]string{}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			parts[f.Name] = string(data)
		}
		return parts
	}
	first := parts()
	for range 20 {
		for name, data := range parts() {
			if data != first[name] {
				t.Fatalf("written again, %s differs", name)
			}
		}
	}
}
