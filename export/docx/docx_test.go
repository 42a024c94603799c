package docx_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/export"
	"oogst/export/docx"
	"oogst/export/office"
	"oogst/export/office/officetest"
)

var moment = time.Date(2018, 3, 14, 16, 45, 0, 0, time.FixedZone("CET", 3600))

// sample is a report with every kind of block and cell, upright and turned.
func sample() export.Report {
	return export.Report{
		Meta: export.Meta{
			Title: "Oogst & overleg", Subtitle: "Programma Zorg", Organisation: "Provincie Flevoland", Language: "nl-NL",
			Facts:  []export.Fact{{Label: "Datum", Value: "14 maart 2018"}},
			Status: "CONCEPT", Audience: "voor deelnemers", Version: "versie 0.3", Mark: "1A2B3C4D",
			Fictional: "FICTIEF VOORBEELD", Created: moment,
		},
		Sections: []export.Section{
			{Key: "brief", Title: "In het kort", Media: export.Pages, Blocks: []export.Block{
				export.Facts{Items: []export.Fact{{Label: "Regels", Value: "2"}}}, counts(),
			}},
			{Key: "overview", Title: "Overzicht", Media: export.Pages, Landscape: true, Blocks: []export.Block{overview()}},
			{Key: "entries", Title: "Alleen in Excel", Media: export.Sheets},
			chapter("Mixed woonvormen", "=1+1"),
			{Key: "last", Title: "Bijlage", Media: export.Pages, Landscape: true, Blocks: []export.Block{overview()}},
		},
	}
}

func counts() *export.Table {
	return &export.Table{
		Key: "Aantallen", Heat: true, Columns: []export.Column{{Title: "Gemeente", Width: 20}, {Title: "Ideeën", Kind: export.Count}},
		Rows: []export.Row{{Cells: []export.Cell{{Text: "Dronten"}, {Number: 4}}}, {Cells: []export.Cell{{Text: "Urk"}, {}}}},
	}
}

func overview() *export.Table {
	return &export.Table{
		Key: "Overzicht", Summary: "Per gemeente.", Columns: []export.Column{
			{Title: "Gemeente", Width: 16},
			{Title: "Ideeën", Width: 38, Kind: export.Lines},
			{Title: "Op", Kind: export.Date},
			{Title: "Om", Kind: export.Clock},
		},
		Rows: []export.Row{{Cells: []export.Cell{
			{Text: "Noordoostpolder"},
			{Items: []export.Item{{Code: "A1", Text: "een", Remarks: []string{"te controleren"}}, {Code: "A2", Text: "twee"}}},
			{Time: moment},
			{Time: moment},
		}}, {Cells: []export.Cell{{Text: "Urk"}, {Text: "geen inbreng"}, {}, {}}}},
	}
}

func chapter(texts ...string) export.Section {
	var list export.List
	for i, s := range texts {
		list.Items = append(list.Items, export.Item{Code: fmt.Sprintf("A%d", i+1), Text: s, Remarks: []string{"Te controleren"}})
	}
	return export.Section{Key: "stakeholder:GM0303", Title: "Dronten", Media: export.Pages, Accent: "#7A4B00", Blocks: []export.Block{
		export.Paragraph{Text: "2 regels.", Quiet: true},
		export.Heading{Level: 2, Text: "Eerste ideeën", Badge: "I", Accent: "#7A4B00"},
		list,
		export.Heading{Level: 3, Text: "Leeg"},
		export.Paragraph{Text: "Geen inbreng."},
	}}
}

func written(t *testing.T, r export.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := docx.Write(t.Context(), &out, r, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func body(t *testing.T, r export.Report) *officetest.Node {
	t.Helper()
	return officetest.Parts(t, written(t, r))["word/document.xml"]
}

func TestEverythingInOrder(t *testing.T) {
	want := []string{
		"Quiet: Provincie Flevoland", "Warning: FICTIEF VOORBEELD", "Title: Oogst & overleg", "Subtitle: Programma Zorg",
		"Status: CONCEPT · voor deelnemers", "Facts: Datum\t14 maart 2018", "Caption: versie 0.3 · 14-03-2018 · kenmerk 1A2B3C4D",
		"TOCHeading: Inhoud", "TOC1: In het kort", "TOC1: Overzicht", "TOC1: Dronten", "TOC1: Bijlage",
		"Heading1: In het kort", "Facts: Regels\t2", "TableText: Gemeente", "TableText: Ideeën", "TableText: Dronten", "TableText: 4",
		"TableText: Urk", "TableText: 0", "Caption: In het kort",
		"Heading1: Overzicht", "TableText: Gemeente", "TableText: Ideeën", "TableText: Op", "TableText: Om", "TableText: Noordoostpolder",
		"TableList: A1 een (te controleren)", "TableList: A2 twee", "TableText: 14-03-2018", "TableText: 16:45", "TableText: Urk",
		"TableText: geen inbreng", "TableText: ", "TableText: ", "Caption: Per gemeente.",
		"Heading1: Dronten", "Quiet: 2 regels.", "Heading2: \u00a0I\u00a0 Eerste ideeën", "List: A1\tMixed woonvormen", "Remark: Te controleren",
		"List: A2\t=1+1", "Remark: Te controleren", "Heading3: Leeg", ": Geen inbreng.", "Heading1: Bijlage",
	}
	var got []string
	for _, p := range body(t, sample()).All("p") {
		got = append(got, p.Value("pStyle")+": "+p.Words())
	}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("paragraphs\n%s, want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEveryReferenceLeadsSomewhere(t *testing.T) {
	parts := officetest.Parts(t, written(t, sample()))
	known := map[string]bool{}
	for _, s := range parts["word/styles.xml"].All("style") {
		known[s.Attr["styleId"]] = true
	}
	for name, part := range parts {
		for _, kind := range []string{"pStyle", "rStyle", "tblStyle", "basedOn", "next"} {
			for _, n := range part.All(kind) {
				if !known[n.Attr["val"]] {
					t.Errorf("%s uses style %q, which isn't there", name, n.Attr["val"])
				}
			}
		}
	}
	relations := map[string]bool{}
	for _, n := range parts["word/_rels/document.xml.rels"].All("Relationship") {
		relations[n.Attr["Id"]] = parts[path.Join("word", n.Attr["Target"])] != nil
	}
	document := parts["word/document.xml"]
	for _, kind := range []string{"headerReference", "footerReference"} {
		for _, n := range document.All(kind) {
			if !relations[n.Attr["id"]] {
				t.Errorf("%s leads nowhere: %v", kind, n.Attr)
			}
		}
	}
	bookmarks := map[string]bool{}
	for _, n := range document.All("bookmarkStart") {
		bookmarks[n.Attr["name"]] = true
	}
	links := document.All("hyperlink")
	for _, n := range links {
		if !bookmarks[n.Attr["anchor"]] || n.Attr["id"] != "" {
			t.Errorf("the contents link to %v", n.Attr)
		}
	}
	if len(links) != 4 || len(bookmarks) != 4 {
		t.Errorf("%d links and %d bookmarks for 4 chapters", len(links), len(bookmarks))
	}
	for _, n := range parts["[Content_Types].xml"].All("Override") {
		if parts[strings.TrimPrefix(n.Attr["PartName"], "/")] == nil {
			t.Errorf("%s isn't in the document", n.Attr["PartName"])
		}
	}
}

func TestPagesTurn(t *testing.T) {
	var got []string
	for _, s := range body(t, sample()).All("sectPr") {
		size := s.All("pgSz")[0].Attr
		got = append(got, fmt.Sprintf("%s%s %d %d", size["w"], size["orient"], len(s.All("headerReference")), len(s.All("footerReference"))))
	}
	want := []string{"11906 0 1", "11906 1 1", "16838landscape 1 1", "11906 1 1", "16838landscape 1 1"}
	if !slices.Equal(got, want) {
		t.Errorf("parts %q, want %q", got, want)
	}
	for name, part := range officetest.Parts(t, written(t, sample())) {
		words := part.Words()
		if strings.HasPrefix(name, "word/header") && words != "Oogst & overleg\tCONCEPT · voor deelnemersFICTIEF VOORBEELD" {
			t.Errorf("%s says %q", name, words)
		}
		if strings.HasPrefix(name, "word/footer") && (words != "versie 0.3 · 14-03-2018 · kenmerk 1A2B3C4D\tpagina 1 van 1" || len(part.All("fldSimple")) != 2) {
			t.Errorf("%s says %q", name, words)
		}
	}
}

func TestTablesAreAccessible(t *testing.T) {
	document := body(t, sample())
	for i, table := range document.All("tbl") {
		rows := table.All("tr")
		if len(rows[0].All("tblHeader")) != 1 || len(rows[1].All("tblHeader")) != 0 || len(rows[1].All("cantSplit")) != 1 {
			t.Errorf("table %d doesn't repeat its header, or breaks its rows", i)
		}
		if look := table.All("tblLook")[0].Attr; look["firstRow"] != "1" || look["firstColumn"] != "1" {
			t.Errorf("table %d has headers %v", i, look)
		}
		for _, row := range rows {
			if len(row.All("tc")) != len(table.All("gridCol")) {
				t.Errorf("table %d has a row of %d cells", i, len(row.All("tc")))
			}
		}
	}
	if got := document.All("tbl")[1].Value("tblDescription"); got != "Per gemeente." {
		t.Errorf("the table says of itself %q", got)
	}
	if got := document.All("tbl")[0].All("tr")[1].All("tc")[1].All("shd")[0].Attr["fill"]; got != "9CCFD1" {
		t.Errorf("the highest count has ground %q", got)
	}
	for _, p := range document.All("body")[0].Nodes {
		if p.Name == "p" && strings.TrimSpace(p.Words()) == "" {
			t.Error("an empty paragraph")
		}
	}
}

func TestPropertiesSayWhoseItIs(t *testing.T) {
	data := written(t, sample())
	core := officetest.Parts(t, data)["docProps/core.xml"]
	for name, want := range map[string]string{
		"title": "Oogst & overleg", "subject": "Programma Zorg", "creator": "Provincie Flevoland", "language": "nl-NL",
		"identifier": "1A2B3C4D", "contentStatus": "CONCEPT", "created": "2018-03-14T15:45:00Z", "description": "FICTIEF VOORBEELD",
	} {
		if got := core.All(name); len(got) != 1 || got[0].Words() != want {
			t.Errorf("%s isn't %q", name, want)
		}
	}
	if mark, err := office.Mark(data); err != nil || mark != "1A2B3C4D" {
		t.Errorf("the mark is %q (%v)", mark, err)
	}
}

func TestHostileText(t *testing.T) {
	for in, want := range map[string]string{
		"a\x00b\x07c":              "abc",
		"a\xffb\xc3":               "a\ufffdb\ufffd",
		"a\ufffeb\uffff":           "a\ufffdb\ufffd",
		"een\r\ntwee\vdrie\u2028":  "een\ntwee\ndrie\n",
		"  a   b  ":                "  a   b  ",
		"\ta \t b":                 "\ta \t b",
		"<w:p a='x'>&amp;]]>":      "<w:p a='x'>&amp;]]>",
		"emoji 👍🏽 👩‍👩‍👧":           "emoji 👍🏽 👩‍👩‍👧",
		strings.Repeat("x", 70000): strings.Repeat("x", 70000),
	} {
		r := sample()
		r.Sections = []export.Section{chapter(in)}
		for _, p := range body(t, r).All("p") {
			if _, got, _ := strings.Cut(p.Words(), "\t"); p.Value("pStyle") == "List" && got != want {
				t.Errorf("%.40q came back as %.40q, want %.40q", in, got, want)
			}
		}
	}
}

// TestOddReports: anything that can be said is a document.
func TestOddReports(t *testing.T) {
	hostile := sample()
	hostile.Meta = export.Meta{Title: "\x00<&>" + strings.Repeat("lang ", 200), Mark: "\x01", Fictional: "\xff"}
	hostile.Sections[0].Title, hostile.Sections[0].Accent = "\x00", "red\""
	turned := sample()
	turned.Sections = turned.Sections[1:2]
	bare := sample()
	bare.Sections[0].Blocks = []export.Block{&export.Table{Columns: []export.Column{{}}}, &export.Table{}, export.Paragraph{}, export.List{}}
	for name, r := range map[string]export.Report{"empty": {}, "hostile": hostile, "turned": turned, "bare": bare} {
		document := body(t, r)
		if parts := document.All("sectPr"); len(parts) == 0 || name == "turned" && len(parts) != 2 {
			t.Errorf("%s has %d parts", name, len(parts))
		}
	}
}

func TestSameReportSameBytes(t *testing.T) {
	r := sample()
	if !bytes.Equal(written(t, r), written(t, r)) {
		t.Error("written twice, the bytes differ")
	}
}

func TestProgressAndCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	last, of := 0, 0
	count := func(done, total int) { last, of = done, total }
	if err := docx.Write(ctx, io.Discard, sample(), count); err != nil || last != of || of == 0 {
		t.Errorf("ended at %d of %d (%v)", last, of, err)
	}
	err := docx.Write(ctx, io.Discard, sample(), func(done, total int) {
		if last = done; done == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || last != 3 {
		t.Errorf("stopped with %v after %d", err, last)
	}
}

func TestRefuses(t *testing.T) {
	r := sample()
	table := counts()
	table.Rows[0].Cells = table.Rows[0].Cells[1:]
	r.Sections[0].Blocks = []export.Block{table}
	if err := docx.Write(t.Context(), io.Discard, r, nil); err == nil {
		t.Error("a row with too few cells was written")
	}
	full := errors.New("disk full")
	if err := docx.Write(t.Context(), failing{full}, sample(), nil); !errors.Is(err, full) {
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
			r := sample()
			r.Sections = []export.Section{chapter(texts...)}
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
				if err := docx.Write(b.Context(), io.Discard, r, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(bare), "x-bare-text")
		})
	}
}
