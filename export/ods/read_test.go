package ods_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"oogst/export"
	"oogst/export/ods"
	"oogst/export/office"
	"oogst/export/office/officetest"
)

// content is a document with these tables.
func content(tables string) string {
	return `<?xml version="1.0"?><o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
		`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">` +
		`<o:body><o:spreadsheet>` + tables + `</o:spreadsheet></o:body></o:document-content>`
}

func table(name, rows string) string {
	return `<table:table table:name="` + name + `"><table:table-column/>` + rows + `</table:table>`
}

func row(attributes, cells string) string {
	return "<table:table-row " + attributes + ">" + cells + "</table:table-row>"
}

func cell(attributes, text string) string {
	return "<table:table-cell " + attributes + ">" + text + "</table:table-cell>"
}

func read(t *testing.T, tables string, names ...string) (office.Read, error) {
	t.Helper()
	return ods.Read(officetest.Pack(t, "content.xml", content(tables)), names, 100)
}

// TestReadAsOtherProgramsWrite: repeats, groups, remarks, spaces that are
// counted and a chart's own table, as LibreOffice and Excel write them.
func TestReadAsOtherProgramsWrite(t *testing.T) {
	p := "<text:p>x</text:p>"
	s, err := read(t, table("Blad", strings.Join([]string{
		`<table:shapes><draw:frame xmlns:draw="d"><table:table table:name="grafiek"/></draw:frame></table:shapes>`,
		`<table:table-header-rows>` + row("", cell("", "<text:p>Kop</text:p>")) + `</table:table-header-rows>`,
		row(`table:number-rows-repeated="3"`, cell(`table:number-columns-repeated="16384"`, "")),
		`<table:table-row-group>` + row("", cell(`table:number-columns-repeated="2"`, "")+cell("", p)) + `</table:table-row-group>`,
		row(`table:number-rows-repeated="2"`, cell(`table:number-columns-repeated="2"`, p)),
		row("", cell("", `<o:annotation><text:p>opmerking</text:p></o:annotation><text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p>
			<text:p><text:span>d<text:span>e</text:span></text:span><text:line-break/>f</text:p>`)),
		row("", cell(`table:formula="of:=1+1"`, "<text:p>2</text:p>")+cell(`table:number-columns-spanned="2" table:number-rows-spanned="3"`, p)+`<table:covered-table-cell/>`),
		row("", cell("", `<draw:frame xmlns:draw="d"><table:table table:name="grafiek"/></draw:frame>`)+cell("", p)),
		row(`table:number-rows-repeated="1048000"`, cell("", "")),
	}, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1 [Kop]", "5 [  x]", "6 [x x]", "7 [x x]", "8 [a  b\tc\nde\nf]", "9 [2 x]", "10 [ x]"}
	var got []string
	for _, r := range s.Rows {
		got = append(got, fmt.Sprint(r.Number, " ", r.Cells))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(s.Merged) != 1 || s.Merged[0] != (office.Merge{Range: "B9:C11", Last: 11}) || fmt.Sprint(s.Rows[5].Formulas) != "[0]" {
		t.Errorf("merged %v, formulas %v", s.Merged, s.Rows[5].Formulas)
	}
}

func TestReadTheSheetsThatAreAskedFor(t *testing.T) {
	sheets := table("Een", row("", cell("", "<text:p>1</text:p>"))) + table("Inbreng", "") + table("Acties", "")
	for names, want := range map[string]string{"Inbreng,Acties": "Inbreng+Acties", "Niets": "Een", "Niets,Acties": "Een+Acties"} {
		s, err := read(t, sheets, strings.Split(names, ",")...)
		got := s.Name
		for _, more := range s.More {
			got += "+" + more.Name
		}
		if err != nil || got != want {
			t.Errorf("%s: %s (%v), want %s", names, got, err, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	full := row(`table:number-rows-repeated="101"`, cell("", "<text:p>x</text:p>"))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"text":      {[]byte("Geachte wethouder"), office.ErrNotWorkbook},
		"no sheets": {officetest.Pack(t, "content.xml", content("")), office.ErrNotWorkbook},
		"no parts":  {officetest.Pack(t), office.ErrNotWorkbook},
		"torn":      {officetest.Pack(t, "content.xml", content(table("x", full))[:300]), office.ErrNotWorkbook},
		"encrypted": {officetest.Pack(t, "content.xml", "\x00\x01\x02"), office.ErrNotWorkbook},
		"rows":      {officetest.Pack(t, "content.xml", content(table("x", full))), office.ErrTooManyRows},
		"bomb":      {officetest.Pack(t, "content.xml", content(""), "Pictures/x", strings.Repeat("0", office.MaxUnzipped)), office.ErrTooLarge},
	} {
		if _, err := ods.Read(c.data, nil, 100); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	_, err := read(t, table("x", row("", cell(`table:number-columns-repeated="300"`, "")+cell("", "<text:p>x</text:p>"))))
	if far := (*office.FarError)(nil); !errors.As(err, &far) || *far != (office.FarError{Sheet: "x", Cell: "KO1"}) {
		t.Errorf("content beyond the columns that are read: %v", err)
	}
	wide := cell(`table:number-columns-repeated="16384"`, "<text:p>x</text:p>")
	s, err := read(t, table("x", row("", wide)))
	if err != nil || len(s.Rows[0].Cells) > office.MaxColumns {
		t.Errorf("a row filled to the edge of the sheet: %d cells (%v)", len(s.Rows[0].Cells), err)
	}
}

// TestReadBack: what was written is read as it was, with its mark and its macros.
func TestReadBack(t *testing.T) {
	texts := []string{"=1+1", " twee  spaties ", "regel\n\nregel", "tab\tdaar", "👍 <&>"}
	data := written(t, only(register(texts...)))
	if !ods.Is(data) || ods.Is([]byte("PK")) {
		t.Error("it doesn't know its own kind of file")
	}
	s, err := ods.Read(data, []string{"Inbreng"}, 100)
	if err != nil || s.Mark != "1A2B3C4D" || s.Macros || len(s.Rows) < len(texts) {
		t.Fatalf("got %+v (%v)", s, err)
	}
	for i, want := range texts {
		if got := s.Rows[i+1].Cells[1]; got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	}
	bare := officetest.Pack(t, "content.xml", content(table("Leeswijzer", row("", cell("", "<text:p>Kenmerk</text:p>")+cell("", "<text:p>1A2B3C4D</text:p>")))), "Basic/x", "")
	if s, err := ods.Read(bare, nil, 100); err != nil || s.Mark != "1A2B3C4D" || !s.Macros {
		t.Errorf("without properties: %+v (%v)", s, err)
	}
}

func FuzzRead(f *testing.F) {
	var out bytes.Buffer
	if err := ods.Write(f.Context(), &out, export.Report{Sections: []export.Section{{Title: "x", Media: export.Sheets}}}, nil); err != nil {
		f.Fatal(err)
	}
	f.Add(table("x", row("", cell("", "<text:p>x</text:p>"))))
	f.Fuzz(func(t *testing.T, tables string) {
		_, _ = ods.Read(officetest.Pack(t, "content.xml", content(tables)), []string{"x"}, 100)
	})
}
