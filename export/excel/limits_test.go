package excel_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"oogst/export"
)

func TestLongTextGoesOnInAMarkedRow(t *testing.T) {
	for name, text := range map[string]string{
		"words":    strings.Repeat("woord en nog een ", 5000),
		"one word": strings.Repeat("x", 40000),
		"emoji":    strings.Repeat("👍🏽", 20000),
		"lines":    strings.TrimSpace(strings.Repeat("regel\n", 10000)),
	} {
		t.Run(name, func(t *testing.T) {
			table := register()
			table.Rows = []export.Row{entry("A1", text, 7), entry("A2", "kort", 8)}
			rows, err := written(t, only(table)).GetRows("Inbreng")
			if err != nil {
				t.Fatal(err)
			}
			var joined strings.Builder
			last := 1
			for i, row := range rows[1:] {
				if row[0] == "A2" {
					last = i
					break
				}
				if n := len(utf16.Encode([]rune(row[3]))); n > 32767 {
					t.Errorf("row %d has %d units", i+2, n)
				}
				if strings.HasSuffix(row[3], "\n") {
					t.Errorf("row %d ends with an empty line", i+2)
				}
				if name == "words" && !strings.HasSuffix(row[3], " ") {
					t.Errorf("row %d ends within a word: …%q", i+2, row[3][len(row[3])-10:])
				}
				if joined.Len() > 0 && text[joined.Len()] == '\n' {
					joined.WriteByte('\n') // the row ends where the line did
				}
				joined.WriteString(row[3])
				want := []string{"A1 (vervolg " + fmt.Sprint(i) + ")", ""}
				switch i {
				case 0:
					want = []string{"A1", "7"}
				case 1:
					want = []string{"A1 (vervolg)", ""}
				}
				if row[0] != want[0] || row[1] != "Lelystad" || row[5] != want[1] {
					t.Errorf("row %d starts with %q, %q and counts %q, want %q", i+2, row[0], row[1], row[5], want)
				}
			}
			if joined.String() != text {
				t.Errorf("%d bytes came back of %d", joined.Len(), len(text))
			}
			if last < 2 {
				t.Error("no continuation row")
			}
			if note, want := rows[len(rows)-1][0], "Te hoog om geheel te tonen, wel geheel in de cel: A1"; note != want {
				t.Errorf("below the table stands %q, want %q", note, want)
			}
		})
	}
}

func TestCellsThatAreTooHighGoOn(t *testing.T) {
	table := overview()
	var want []string
	for i := range 60 {
		item := export.Item{Code: fmt.Sprintf("B%d", i), Text: strings.Repeat("een zin van een zekere lengte ", 1+i%5)}
		if i == 30 {
			item.Text = strings.Repeat("een zin zonder einde ", 300)
		}
		table.Rows[0].Cells[1].Items = append(table.Rows[0].Cells[1].Items, item)
		want = append(want, item.Code+"  "+item.Text)
	}
	r := only(table)
	f := written(t, r)
	rows, err := f.GetRows("Inbreng")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, row := range rows[1:] {
		if !strings.HasPrefix(row[0], "Almere") {
			break
		}
		if i > 0 && !strings.HasPrefix(row[0], "Almere (vervolg") {
			t.Errorf("row %d is headed %q", i+2, row[0])
		}
		got = append(got, row[1])
		height, err := f.GetRowHeight("Inbreng", i+2)
		if err != nil || height > 409 {
			t.Errorf("row %d is %g points high (%v)", i+2, height, err)
		}
	}
	if len(got) < 5 {
		t.Errorf("%d rows, want the text divided over more", len(got))
	}
	flat := func(s string) string { return strings.ReplaceAll(s, "\n", "") }
	if flat(strings.Join(got, "")) != flat(strings.Join(want, "")) {
		t.Error("the parts together aren't the lines that went in")
	}
	tables, err := f.GetTables("Inbreng")
	if err != nil || tables[0].Range != fmt.Sprintf("A1:E%d", len(table.Rows)+len(got)) {
		t.Errorf("the table spans %s (%v), %d rows and %d continuations", tables[0].Range, err, len(table.Rows), len(got)-1)
	}
}

func TestRowsAreAsHighAsTheirText(t *testing.T) {
	table := register()
	table.Rows = []export.Row{
		entry("A1", "kort", 1),
		entry("A2", "een\ntwee\ndrie\nvier", 2),
		entry("A3", strings.Repeat("nnnnnnnnnnnnnnnn ", 30), 3), // a word is 17 digits wide: three in 60
		entry("A4", strings.Repeat("m", 380), 4),                // 1.576 digits each: 38 in 60
	}
	f := written(t, only(table))
	for row, lines := range map[int]float64{2: 1, 3: 4, 4: 10, 5: 10} {
		if height, err := f.GetRowHeight("Inbreng", row); err != nil || height != 15*lines+4 {
			t.Errorf("row %d is %g points high (%v), want %g", row, height, err, 15*lines+4)
		}
	}
}

func TestNarrowColumnsEndToo(t *testing.T) {
	table := &export.Table{Key: "Smal", Columns: []export.Column{{Title: "A", Width: 1}, {Title: "B", Width: 1, Kind: export.Lines}}}
	text := strings.Repeat("WW ", 200) + strings.Repeat("\n", 100)
	table.Rows = []export.Row{{Cells: []export.Cell{{}, {Items: []export.Item{{Code: strings.Repeat("W", 40), Text: text}}}}}}
	rows, err := written(t, only(table)).GetRows("Inbreng")
	if err != nil || len(rows) < 5 {
		t.Errorf("%d rows (%v)", len(rows), err)
	}
}

func TestControlCharactersAndBrokenText(t *testing.T) {
	table := register()
	table.Rows = []export.Row{entry("A1", "a\x00b\x07c\td\xff\xfee\ufffff\u2028g\rh", 1)}
	if got, want := value(t, written(t, only(table)), "Inbreng", 4, 2), "abc\td\ufffde\ufffdf\ng\nh"; got != want {
		t.Errorf("text came back as %q, want %q", got, want)
	}
}

func TestUserTextInTheBannerIsNoCode(t *testing.T) {
	r := sample()
	r.Meta.Title = "Zorg & Welzijn &P " + strings.Repeat("heel & lang ", 40)
	r.Meta.Classification = strings.Repeat("&D", 60)
	r.Meta.Mark = strings.Repeat("&&", 200)
	f := written(t, r)
	banner, err := f.GetHeaderFooter("Overzicht")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{banner.OddHeader, banner.OddFooter} {
		if n := len(utf16.Encode([]rune(text))); n > 255 {
			t.Errorf("%d units in %q", n, text)
		}
		if !strings.Contains(text, "…") {
			t.Errorf("nothing shows that %q was shortened", text)
		}
		left := strings.NewReplacer(
			"&&", "", "&L", "", "&R", "", `&"Calibri,Bold"`, "", `&"Calibri,Regular"`, "", "&A", "",
			"pagina &P van &N", "",
		).Replace(text)
		if strings.Contains(left, "&") {
			t.Errorf("a loose & in %q", text)
		}
	}
	if !strings.HasPrefix(banner.OddHeader, `&L&"Calibri,Bold"Zorg && Welzijn &&P heel`) || !strings.HasSuffix(banner.OddHeader, "FICTIEF VOORBEELD") {
		t.Errorf("header %q", banner.OddHeader)
	}
}

func TestNamesAreLegalAndUnique(t *testing.T) {
	r := sample()
	r.Sections = nil
	titles := []string{"Inbreng", "INBRENG", "a/b:c?", "'", "History", strings.Repeat("lange naam ", 5), strings.Repeat("lange naam ", 5), "👍" + strings.Repeat("x", 30)}
	for _, title := range titles {
		table := &export.Table{Key: "A1", Columns: []export.Column{{Title: "Naam"}, {Title: "naam"}, {Title: "\n"}}}
		r.Sections = append(r.Sections, export.Section{Title: title, Media: export.Sheets, Blocks: []export.Block{table, table}})
	}
	f := written(t, r)
	sheets, tables := map[string]bool{}, map[string]bool{}
	for _, name := range f.GetSheetList() {
		sheets[strings.ToLower(name)] = true
		if n := len(utf16.Encode([]rune(name))); n > 31 || n == 0 {
			t.Errorf("sheet name %q has %d units", name, n)
		}
		found, err := f.GetTables(name)
		if err != nil || len(found) != 1 {
			t.Fatalf("%q has tables %v (%v)", name, found, err)
		}
		tables[strings.ToLower(found[0].Name)] = true
		if row, err := f.GetRows(name); err != nil || strings.Join(row[0], "|") != "Naam|naam (2)|Kolom 3" {
			t.Errorf("headers %q (%v)", row[0], err)
		}
	}
	if len(sheets) != 2*len(titles) || len(tables) != 2*len(titles) || tables["a1"] {
		t.Errorf("%d sheets and %d tables of %d: %v, %v", len(sheets), len(tables), 2*len(titles), sheets, tables)
	}
	if sheets["history"] {
		t.Error("a sheet is named History, which Excel refuses")
	}
}

func TestApostropheInASheetName(t *testing.T) {
	r := only(register())
	r.Sections[0].Title = "Foto's"
	f := written(t, r)
	if name := f.GetDefinedName()[0]; name.RefersTo != "'Foto''s'!$A:$A,'Foto''s'!$1:$1" {
		t.Errorf("print titles %q", name.RefersTo)
	}
}

func TestSectionWithTwoTables(t *testing.T) {
	r := only(register())
	blocks := r.Sections[0].Blocks
	r.Sections[0].Blocks = append(blocks, overview(), export.Paragraph{Text: "hoort bij de eerste"})
	f := written(t, r)
	if got := f.GetSheetList(); len(got) != 2 || got[1] != "Inbreng (2)" {
		t.Fatalf("sheets %q", got)
	}
	for name, want := range map[string]bool{"Inbreng": true, "Inbreng (2)": false} {
		rows, err := f.GetRows(name)
		if got := rows[len(rows)-1][0] == "hoort bij de eerste"; err != nil || got != want {
			t.Errorf("%s ends with %q (%v)", name, rows[len(rows)-1], err)
		}
	}
}

func TestTableWithoutRows(t *testing.T) {
	table := register()
	table.Rows = nil
	f := written(t, only(table))
	if got := value(t, f, "Inbreng", 1, 4); got != "FICTIEF VOORBEELD" {
		t.Errorf("after an empty row stands %q", got)
	}
	tables, err := f.GetTables("Inbreng")
	if err != nil || len(tables) != 1 || tables[0].Range != "A1:H2" {
		t.Errorf("tables %v (%v)", tables, err)
	}
}

func TestNumberInTheFirstColumn(t *testing.T) {
	table := &export.Table{Key: "Acties", Columns: []export.Column{{Title: "Nr", Kind: export.Count}, {Title: "Actie"}}}
	table.Rows = []export.Row{{Cells: []export.Cell{{Number: 3}, {Text: strings.Repeat("x", 40000)}}}}
	f := written(t, only(table))
	if kind, err := f.GetCellType("Inbreng", "A2"); err != nil || kind == excelize.CellTypeInlineString {
		t.Errorf("the number is of type %v (%v)", kind, err)
	}
	if got := value(t, f, "Inbreng", 1, 3); got != "3 (vervolg)" {
		t.Errorf("the continuation is headed %q", got)
	}
}
