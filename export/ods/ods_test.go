package ods_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/export"
	"oogst/export/ods"
	"oogst/export/office"
	"oogst/export/office/officetest"
)

var moment = time.Date(2018, 3, 14, 16, 45, 0, 0, time.FixedZone("CET", 3600))

// sample is a report with every kind of block and cell.
func sample() export.Report {
	return export.Report{
		Meta: export.Meta{
			Title: "Oogst & overleg", Subtitle: "Programma Zorg", Organisation: "Provincie Flevoland", Language: "nl-NL",
			Facts:  []export.Fact{{Label: "Datum", Value: "14 maart 2018"}, {Label: "Plaats", Value: "Lelystad"}},
			Status: "CONCEPT", Audience: "voor deelnemers", Version: "versie 0.3", Mark: "1A2B3C4D",
			Fictional: "FICTIEF VOORBEELD", Created: moment,
		},
		Sections: []export.Section{
			{Key: "guide", Title: "Leeswijzer", Media: export.Sheets, Blocks: []export.Block{
				export.Facts{Items: []export.Fact{{Label: "Datum", Value: "14 maart 2018"}}},
				export.Heading{Level: 3, Text: "Nog open", Badge: "N"},
				export.List{Items: []export.Item{{Code: "A6", Text: "Gezondheid", Remarks: []string{"te controleren"}}}},
				export.Paragraph{Text: "Geen inbreng van Urk.", Quiet: true},
			}},
			{Key: "chapter", Title: "Alleen in de PDF", Media: export.Pages},
			{Key: "overview", Title: "Over/zicht", Media: export.Sheets, Blocks: []export.Block{overview(3)}},
			{Key: "entries", Title: "Foto's", Media: export.Sheets, Blocks: []export.Block{register("=1+1", "07"), export.Paragraph{Text: "Een noot."}}},
		},
	}
}

func overview(items int) *export.Table {
	t := &export.Table{Key: "Overzicht", Summary: "Per gemeente.", Columns: []export.Column{
		{Title: "Gemeente", Width: 16},
		{Title: "Ideeën", Width: 38, Kind: export.Lines},
		{Title: "Aantal", Kind: export.Count},
	}}
	cell := export.Cell{Text: "geen inbreng"}
	for i := range items {
		cell.Items = append(cell.Items, export.Item{Code: fmt.Sprintf("A%d", i+1), Text: strings.Repeat("een lange regel ", 1+i%9)})
	}
	t.Rows = []export.Row{{Cells: []export.Cell{{Text: "Dronten"}, cell, {Number: items}}}, {Cells: []export.Cell{{Text: "Urk"}, {Text: "geen inbreng"}, {}}}}
	return t
}

func register(texts ...string) *export.Table {
	t := &export.Table{Key: "Inbreng", Columns: []export.Column{
		{Title: "Code", Width: 8},
		{Title: "Tekst", Width: 70},
		{Title: "Datum", Kind: export.Date},
		{Title: "Tijd", Kind: export.Clock},
	}}
	for i, s := range texts {
		t.Rows = append(t.Rows, export.Row{Cells: []export.Cell{{Text: fmt.Sprintf("A%d", i+1)}, {Text: s}, {Time: moment}, {Time: moment}}})
	}
	return t
}

func only(t *export.Table) export.Report {
	r := sample()
	r.Sections = []export.Section{{Key: "entries", Title: "Inbreng", Media: export.Sheets, Blocks: []export.Block{t}}}
	return r
}

func written(t *testing.T, r export.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := ods.Write(t.Context(), &out, r, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func tables(t *testing.T, r export.Report) []*officetest.Node {
	t.Helper()
	return officetest.Parts(t, written(t, r))["content.xml"].All("table")
}

func TestTheFileSaysWhatItIs(t *testing.T) {
	data := written(t, sample())
	if kind := "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"; string(data[30:30+len(kind)]) != kind {
		t.Errorf("the file begins with %q", data[30:90])
	}
	if method, extra := binary.LittleEndian.Uint16(data[8:]), binary.LittleEndian.Uint16(data[28:]); method != 0 || extra != 0 {
		t.Errorf("the mimetype has method %d and %d extra bytes", method, extra)
	}
	for name := range officetest.Parts(t, data) {
		if name != "META-INF/manifest.xml" && !slices.ContainsFunc(officetest.Parts(t, data)["META-INF/manifest.xml"].All("file-entry"), func(n *officetest.Node) bool {
			return n.Attr["full-path"] == name
		}) {
			t.Errorf("%s is not in the manifest", name)
		}
	}
}

func TestSheetsFollowTheReport(t *testing.T) {
	parts := officetest.Parts(t, written(t, sample()))
	var names []string
	for _, n := range parts["content.xml"].All("table") {
		names = append(names, n.Attr["name"])
		if heads := n.All("table-header-rows"); len(heads) != 1 && n.Attr["name"] != "Leeswijzer" {
			t.Errorf("%s repeats %d header rows", n.Attr["name"], len(heads))
		}
	}
	if want := []string{"Leeswijzer", "Over zicht", "Foto's"}; !slices.Equal(names, want) {
		t.Errorf("sheets %q, want %q", names, want)
	}
	var ranges []string
	for _, n := range parts["content.xml"].All("database-range") {
		ranges = append(ranges, n.Attr["name"]+" "+n.Attr["target-range-address"]+" "+n.Attr["display-filter-buttons"])
	}
	if want := []string{"Overzicht 'Over zicht'.A1:'Over zicht'.C3 true", "Inbreng 'Foto''s'.A1:'Foto''s'.D3 true"}; !slices.Equal(ranges, want) {
		t.Errorf("tables %q, want %q", ranges, want)
	}
	frozen := 0
	for _, n := range parts["settings.xml"].All("config-item") {
		if n.Attr["name"] == "VerticalSplitPosition" && n.Words() == "1" {
			frozen++
		}
	}
	if frozen != 2 {
		t.Errorf("%d sheets have a frozen header, want 2", frozen)
	}
}

func TestCellsHaveTypes(t *testing.T) {
	table := tables(t, only(register("=1+1")))[0]
	var got []string
	for _, c := range table.All("table-row")[1].All("table-cell") {
		got = append(got, strings.TrimSpace(c.Attr["value-type"]+" "+c.Attr["date-value"]+c.Attr["time-value"]+" "+c.Words()))
		if c.Attr["formula"] != "" {
			t.Errorf("%q is a formula", c.Words())
		}
	}
	want := []string{"string  A1", "string  =1+1", "date 2018-03-14 14-03-2018", "time PT16H45M00S 16:45"}
	if !slices.Equal(got, want) {
		t.Errorf("cells %q, want %q", got, want)
	}
}

func TestHostileText(t *testing.T) {
	for in, want := range map[string]string{
		"a\x00b\x07c":              "abc",
		"a\xffb\xc3":               "a\ufffdb\ufffd",
		"a\ufffeb\uffff":           "a\ufffdb\ufffd",
		"een\r\ntwee\vdrie\u2028":  "een\ntwee\ndrie\n",
		"\n\nna":                   "\n\nna",
		"  a   b  ":                "  a   b  ",
		"\ta \t b":                 "\ta \t b",
		"<a href='x'>&amp;]]>":     "<a href='x'>&amp;]]>",
		"emoji 👍🏽 👩‍👩‍👧":           "emoji 👍🏽 👩‍👩‍👧",
		"=HYPERLINK(\"http://x\")": "=HYPERLINK(\"http://x\")",
		strings.Repeat("x", 70000): strings.Repeat("x", 70000),
	} {
		if got := tables(t, only(register(in)))[0].Rows()[1][1]; got != want {
			t.Errorf("%.40q came back as %.40q, want %.40q", in, got, want)
		}
	}
	r := sample()
	r.Meta.Title, r.Meta.Mark, r.Sections[0].Title = "\x00<&>"+strings.Repeat("lang ", 200), "\x01", "[]*?:/\\"
	for i := range r.Sections {
		r.Sections[i].Key = "\x02"
	}
	officetest.Parts(t, written(t, r)) // is well-formed
}

func TestPagesPrintWell(t *testing.T) {
	parts := officetest.Parts(t, written(t, sample()))
	layouts := parts["styles.xml"].All("page-layout-properties")
	for i, want := range [][2]string{{"29.7cm", "1"}, {"29.7cm", "2"}, {"42cm", "1"}} {
		a := layouts[i].Attr
		if a["page-width"] != want[0] || a["print-orientation"] != "landscape" || a["scale-to-X"] != want[1] || a["scale-to-Y"] != "" {
			t.Errorf("page %d is %v", i, a)
		}
	}
	for i, n := range parts["content.xml"].All("table") {
		if want := []string{"blad-A4-1", "blad-A3-1", "blad-A4-2"}[i]; n.Attr["style-name"] != want {
			t.Errorf("%s is on %s, want %s", n.Attr["name"], n.Attr["style-name"], want)
		}
	}
	for _, page := range parts["styles.xml"].All("master-page") {
		for _, want := range []string{"Oogst & overleg", "CONCEPT · voor deelnemers", "FICTIEF VOORBEELD", "versie 0.3 · 14-03-2018 · kenmerk 1A2B3C4D", "pagina 1 van 1"} {
			if !strings.Contains(page.Words(), want) {
				t.Errorf("%s lacks %q: %q", page.Attr["name"], want, page.Words())
			}
		}
		if len(page.All("page-number")) != 1 || len(page.All("page-count")) != 1 || len(page.All("sheet-name")) != 1 {
			t.Errorf("%s doesn't count its pages", page.Attr["name"])
		}
	}
}

func TestGuideReadsAsText(t *testing.T) {
	want := "Oogst & overleg|Programma Zorg|FICTIEF VOORBEELD|Plaats~Lelystad|Status~CONCEPT|Voor wie~voor deelnemers|" +
		"Versie~versie 0.3|Kenmerk~1A2B3C4D|Leeswijzer|Datum~14 maart 2018|N Nog open|A6~Gezondheid [te controleren]|~Geen inbreng van Urk."
	var got []string
	for _, row := range tables(t, sample())[0].Rows() {
		got = append(got, strings.Join(row, "~"))
	}
	if strings.Join(got, "|") != want {
		t.Errorf("guide\n%s, want\n%s", strings.Join(got, "|"), want)
	}
	rows := tables(t, sample())[2].Rows()
	if note := rows[len(rows)-1][0]; note != "Een noot." {
		t.Errorf("below the table stands %q", note)
	}
}

func TestPropertiesSayWhoseItIs(t *testing.T) {
	data := written(t, sample())
	meta := officetest.Parts(t, data)["meta.xml"]
	for name, want := range map[string]string{
		"title": "Oogst & overleg", "subject": "Programma Zorg · CONCEPT · voor deelnemers", "language": "nl-NL",
		"creator": "Provincie Flevoland", "creation-date": "2018-03-14T15:45:00Z", "description": "FICTIEF VOORBEELD",
	} {
		if got := meta.All(name); len(got) != 1 || got[0].Words() != want {
			t.Errorf("%s isn't %q", name, want)
		}
	}
	if mark, err := office.Mark(data); err != nil || mark != "1A2B3C4D" {
		t.Errorf("the mark is %q (%v)", mark, err)
	}
}

func TestCellsThatAreTooHighGoOn(t *testing.T) {
	table := overview(80)
	long := strings.Repeat("woord ", 3000)
	table.Rows[0].Cells[1].Items = append(table.Rows[0].Cells[1].Items, export.Item{Code: "Z", Text: long})
	var want, got strings.Builder
	for _, i := range table.Rows[0].Cells[1].Items {
		want.WriteString(i.Code + i.Text)
	}
	rows := tables(t, only(table))[0].Rows()[1:]
	for i, row := range rows {
		if row[0] == "Urk" {
			break
		}
		if head := []string{"Dronten (vervolg)", "Dronten"}[min(1, max(0, 1-i))]; row[0] != head {
			t.Errorf("row %d is headed %q, want %q", i, row[0], head)
		}
		if count := row[2]; (count != "") != (i == 0) {
			t.Errorf("row %d counts %q", i, count)
		}
		if strings.Count(row[1], "\n") > 40 || len(row[1]) > 40*38 {
			t.Errorf("row %d has %d characters", i, len(row[1]))
		}
		got.WriteString(row[1])
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if squeeze(got.String()) != squeeze(want.String()) || len(rows) < 10 {
		t.Errorf("the parts in %d rows aren't the lines that went in", len(rows))
	}
}

func TestSameReportSameBytes(t *testing.T) {
	r := sample()
	first := written(t, r)
	if !bytes.Equal(first, written(t, r)) {
		t.Error("written twice, the bytes differ")
	}
	r.Meta.Created = time.Time{}
	written(t, r)
}

func TestProgressAndCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var seen []int
	err := ods.Write(ctx, io.Discard, sample(), func(done, total int) {
		if seen = append(seen, done); done == 3 {
			cancel()
		}
		if total != 4 {
			t.Errorf("%d of %d rows", done, total)
		}
	})
	if !errors.Is(err, context.Canceled) || !slices.Equal(seen, []int{1, 2, 3}) {
		t.Errorf("stopped with %v after %v", err, seen)
	}
}

func TestRefuses(t *testing.T) {
	if err := ods.Write(t.Context(), io.Discard, export.Report{}, nil); !errors.Is(err, ods.ErrNoSheets) {
		t.Errorf("a report without sheets: %v", err)
	}
	table := register("x")
	table.Rows[0].Cells = table.Rows[0].Cells[1:]
	if err := ods.Write(t.Context(), io.Discard, only(table), nil); err == nil {
		t.Error("a row with too few cells was written")
	}
	full := errors.New("disk full")
	if err := ods.Write(t.Context(), failing{full}, sample(), nil); !errors.Is(err, full) {
		t.Errorf("a failing writer: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// BenchmarkWrite states the cost beside the same text in a bare archive.
func BenchmarkWrite(b *testing.B) {
	for _, rows := range []int{500, 10000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			texts := make([]string, rows)
			for i := range texts {
				texts[i] = fmt.Sprint("Verbinding tussen Participatiewet en Wmo: één gesprek, één plan ", i)
			}
			r := only(register(texts...))
			var bare time.Duration
			for b.Loop() {
				b.StopTimer()
				start := time.Now()
				a := office.NewArchive(io.Discard, moment)
				if err := a.Part("x", func(x *office.XML) error { x.Element("x", strings.Join(texts, "")); return nil }); err != nil {
					b.Fatal(err)
				}
				bare += time.Since(start)
				b.StartTimer()
				if err := ods.Write(b.Context(), io.Discard, r, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(bare), "x-bare-text")
		})
	}
}

// TestColumnsWithAListHaveADropDown: each cell below such a column has the rule
// that names the rows of its list.
func TestColumnsWithAListHaveADropDown(t *testing.T) {
	r := only(register("een", "twee"))
	columns := r.Sections[0].Blocks[0].(*export.Table).Columns
	columns[1].Choices, columns[3].Choices = "Soort", "Gemeente"
	r.Sections[0].Blocks = append(r.Sections[0].Blocks, export.Paragraph{Text: "Een noot."})
	lists := &export.Table{Key: "Lijsten", Columns: []export.Column{{Title: "Lijst"}, {Title: "Waarde"}}}
	for _, v := range [][2]string{{"Gemeente", "Urk"}, {"Soort", "een"}, {"Soort", "twee"}} {
		lists.Rows = append(lists.Rows, export.Row{Cells: []export.Cell{{Text: v[0]}, {Text: v[1]}}})
	}
	r.Sections = append(r.Sections, export.Section{Key: "lists", Title: "Lijsten", Media: export.Sheets, Blocks: []export.Block{lists}})
	content := officetest.Parts(t, written(t, r))["content.xml"]
	rules := map[string]string{}
	for _, rule := range content.All("content-validation") {
		rules[rule.Attr["name"]] = rule.Attr["condition"]
	}
	if want := "of:cell-content-is-in-list([$'Lijsten'.$B$3:.$B$4])"; rules["keuze Soort"] != want {
		t.Errorf("the rules are %q, want %s", rules, want)
	}
	var ruled []string
	for _, cell := range content.All("table-cell") {
		if rule := cell.Attr["content-validation-name"]; rule != "" {
			ruled = append(ruled, cell.Words()+": "+rule)
		}
	}
	if want := []string{"een: keuze Soort", "16:45: keuze Gemeente", "twee: keuze Soort", "16:45: keuze Gemeente"}; !slices.Equal(ruled, want) {
		t.Errorf("ruled are %q, want %q", ruled, want)
	}
}
