package excel_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"oogst/export"
	"oogst/export/excel"
)

var moment = time.Date(2018, 3, 14, 16, 45, 0, 0, time.FixedZone("CET", 3600))

// sample is a report with every kind of block and cell.
func sample() export.Report {
	return export.Report{
		Meta: export.Meta{
			Title: "Oogst bestuurlijk overleg Krachtige Samenleving", Subtitle: "Programma Zorg & Welzijn",
			Organisation: "Provincie Flevoland", Language: "nl-NL",
			Facts:  []export.Fact{{Label: "Datum", Value: "14 maart 2018"}, {Label: "Plaats", Value: "Lelystad"}},
			Status: "CONCEPT", Audience: "voor deelnemers", Version: "versie 0.3", Mark: "1a2b3c4d",
			Fictional: "FICTIEF VOORBEELD", Created: moment,
		},
		Sections: []export.Section{
			guide(),
			{Key: "stakeholder:GM0034", Title: "Alleen in de pdf", Media: export.Pages, Blocks: []export.Block{export.Paragraph{Text: "x"}}},
			{Key: "overview", Title: "Overzicht", Media: export.Pages | export.Sheets, Landscape: true, Blocks: []export.Block{overview()}},
			{Key: "entries", Title: "Inbreng", Media: export.Sheets, Blocks: []export.Block{register(), export.Paragraph{Text: "Regels zonder gemeente staan achteraan.", Quiet: true}}},
		},
	}
}

func guide() export.Section {
	return export.Section{Key: "guide", Title: "Leeswijzer", Media: export.Sheets, Blocks: []export.Block{
		export.Facts{Items: []export.Fact{{Label: "Versie", Value: "versie 0.3 (concept)"}}},
		export.Paragraph{Text: "Dit bestand bevat wat in het overleg is ingebracht. Ieder nummer, zoals A14, hoort bij één regel en verandert nooit: het is hetzelfde op het scherm, in de pdf en hier."},
		export.Heading{Level: 2, Text: "De kolommen"},
		export.Facts{Items: []export.Fact{
			{Label: "Code", Value: "Het vaste nummer van de regel."},
			{Label: "Lokaal of bovenlokaal, zoals aan tafel gezegd", Value: "Of de regel over één gemeente gaat."},
		}},
		export.Heading{Level: 3, Text: "Nog open"},
		export.List{Items: []export.Item{{Code: "A6", Text: "Gezondheidsverschillen […]", Remarks: []string{"te controleren"}}}},
		export.Paragraph{Text: "Geen inbreng van Urk.", Quiet: true},
	}}
}

var kinds = []string{"Eerste ideeën", "Kenmerken gewenste pilots", "Meegegeven aandachtspunten", "Pilotideeën"}

func overview() *export.Table {
	t := &export.Table{Key: "Overzicht", Summary: "Per gemeente de inbreng in vier kolommen.", Columns: []export.Column{{Key: "stakeholder", Title: "Gemeente", Width: 18}}}
	for _, kind := range kinds {
		t.Columns = append(t.Columns, export.Column{Key: kind, Title: kind, Width: 42, Kind: export.Lines})
	}
	n := 0
	for _, place := range []string{"Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde", "Nog niet toegewezen"} {
		row := export.Row{Key: place, Cells: []export.Cell{{Text: place}}}
		for k := range kinds {
			var cell export.Cell
			for i := range (n + k) % 4 {
				n++
				text := strings.Repeat("Samenwerking tussen scholen, bedrijven en UWV, bovenregionaal. ", i+1)
				cell.Items = append(cell.Items, export.Item{Code: fmt.Sprintf("A%d", n), Text: strings.TrimSpace(text)})
			}
			if len(cell.Items) == 0 {
				cell.Text = "geen inbreng"
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func register() *export.Table {
	t := &export.Table{Key: "Inbreng", Columns: []export.Column{
		{Key: "code", Title: "Code", Width: 7},
		{Key: "stakeholder", Title: "Gemeente", Width: 16},
		{Key: "kind", Title: "Soort", Width: 14},
		{Key: "text", Title: "Tekst", Width: 60},
		{Key: "named", Title: "Ook genoemd door", Width: 16},
		{Key: "weight", Title: "Aantal stemmen", Width: 8, Kind: export.Count},
		{Key: "date", Title: "Datum", Width: 11, Kind: export.Date},
		{Key: "time", Title: "Tijd", Width: 7, Kind: export.Clock},
	}}
	for i, text := range []string{
		"Mixed woonvormen", "Verbinding tussen Participatiewet en Wmo", "- kluswinkel", "=1+1", "@x", "+31 320",
		"Talent, potentieel van de samenleving benutten; leerervaringen van gezinnen waar het goed gaat 'stollen' en waar we in de hele regio van leren",
		"eerste regel\r\ntweede regel\vderde regel", "emoji 👍🏽 en Ω en _x0041_ en <b> & \"aanhaling\"", " spatie vooraf en achteraf ",
	} {
		t.Rows = append(t.Rows, entry(fmt.Sprintf("A%d", i+1), text, i))
	}
	return t
}

func entry(code, text string, n int) export.Row {
	return export.Row{Key: code, Cells: []export.Cell{
		{Text: code},
		{Text: "Lelystad"},
		{Text: "idee"},
		{Text: text},
		{},
		{Number: n},
		{Time: moment},
		{Time: moment.Add(time.Duration(n) * time.Minute)},
	}}
}

// only is sample with one table as its only section.
func only(t *export.Table) export.Report {
	r := sample()
	r.Sections = []export.Section{{Key: "entries", Title: "Inbreng", Media: export.Sheets, Blocks: []export.Block{t}}}
	return r
}

// written writes r and opens the result.
func written(t *testing.T, r export.Report) *excelize.File {
	t.Helper()
	var buf bytes.Buffer
	if err := excel.Write(t.Context(), &buf, r, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&buf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}
