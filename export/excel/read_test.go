package excel_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"oogst/export/excel"
	"oogst/export/office"
	"oogst/export/office/officetest"
)

// TestADamagedWorkbookIsNotReadAsAnother flips a bit all over a workbook, as a
// failing stick does: it is refused, or read as it was.
func TestADamagedWorkbookIsNotReadAsAnother(t *testing.T) {
	var book bytes.Buffer
	if err := excel.Write(t.Context(), &book, sample(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	want, err := excel.Read(book.Bytes(), []string{"Inbreng"}, 1000)
	if err != nil {
		t.Fatal(err)
	}
	refusals := 0
	const places = 1500
	for i := range places {
		bad := bytes.Clone(book.Bytes())
		bad[i*len(bad)/places] ^= 4
		got, err := excel.Read(bad, []string{"Inbreng"}, 1000)
		switch {
		case err != nil:
			refusals++
		case !reflect.DeepEqual(got, want):
			t.Errorf("place %d: read as something else", i)
		}
	}
	if refusals < places/2 {
		t.Errorf("only %d of %d were refused", refusals, places)
	}
}

// TestCellsOutOfOrder: they would be read as other cells, or not at all.
func TestCellsOutOfOrder(t *testing.T) {
	for name, rows := range map[string]string{
		"cells":       `<row r="1"><c r="F1"><v>1</v></c><c r="C1"><v>2</v></c></row>`,
		"a cell back": `<row r="1"><c r="C1"><v>1</v></c><c r="C1"><v>2</v></c></row>`,
		"rows":        `<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`,
		"another row": `<row r="5"><c r="A6"><v>1</v></c></row>`,
		"no row":      `<row r="x"><c><v>1</v></c></row>`,
	} {
		if s, err := excel.Read(workbook(t, rows, "", "", ""), nil, 100); !errors.Is(err, office.ErrNotWorkbook) {
			t.Errorf("%s: read as %+v (%v)", name, s.Rows, err)
		}
	}
}

// TestAFarCellIsRefused: the last cell of every row, in a small file by mail,
// would take gigabytes. An empty one is only marked up.
func TestAFarCellIsRefused(t *testing.T) {
	_, err := excel.Read(workbook(t, `<row r="7"><c r="XFD7"><v>2</v></c></row>`, "", "", ""), nil, 100)
	if far := (*office.FarError)(nil); !errors.As(err, &far) || *far != (office.FarError{Sheet: "Inbreng", Cell: "XFD7"}) {
		t.Errorf("got %v", err)
	}
	s, err := excel.Read(workbook(t, `<row r="7"><c r="B7"><v>2</v></c><c r="XFD7" s="1"/></row>`, "", "", ""), nil, 100)
	if err != nil || len(s.Rows) != 1 || len(s.Rows[0].Cells) != 2 {
		t.Errorf("got %+v (%v)", s.Rows, err)
	}
}

func TestFormulasAndMergedCellsAreToldOf(t *testing.T) {
	s, err := excel.Read(workbook(t,
		`<row r="2"><c r="B2"><v>1</v></c><c><f>B2+1</f><v>2</v></c></row><row><c r="A3"><v>3</v></c><c><f t="shared" si="0"/><v>4</v></c></row>`,
		`<mergeCells><mergeCell ref="B3:B7"/></mergeCells>`, "", ""), nil, 100)
	want := []office.Row{{Number: 2, Cells: []string{"", "1", "2"}, Formulas: []int{2}}, {Number: 3, Cells: []string{"3", "4"}, Formulas: []int{1}}}
	if err != nil || !reflect.DeepEqual(s.Rows, want) || !reflect.DeepEqual(s.Merged, []office.Merge{{Range: "B3:B7", Last: 7}}) {
		t.Errorf("got %+v (%v)", s, err)
	}
}

// FuzzRead reads a sheet with shared strings and styles that may be anything.
func FuzzRead(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row><row r="4"><c r="B4"><f>1+1</f><v>2</v></c><c s="1"><v>43173.6</v></c></row>`,
		`<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>`, `<si><t>x</t></si><si><r><t>een</t></r></si>`,
		`<numFmts><numFmt numFmtId="170" formatCode="d mmmm yyyy;@"/></numFmts><cellXfs><xf/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs>`)
	f.Fuzz(func(t *testing.T, rows, more, shared, styles string) {
		const most = 100
		s, err := excel.Read(workbook(t, rows, more, shared, styles), []string{"Inbreng"}, most)
		if err == nil && (s.Name == "" || len(s.Rows) > most) {
			t.Fatalf("sheet %q with %d rows", s.Name, len(s.Rows))
		}
	})
}

// workbook is the least workbook with these rows, what follows them, shared
// strings and styles.
func workbook(t *testing.T, rows, more, shared, styles string) []byte {
	const (
		head  = `<?xml version="1.0" encoding="UTF-8"?>`
		main  = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
		rel   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		links = head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
		kind  = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
	)
	return officetest.Pack(t,
		"[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Override PartName="/xl/workbook.xml" ContentType="`+kind+`sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="`+kind+`worksheet+xml"/>`+
			`<Override PartName="/xl/sharedStrings.xml" ContentType="`+kind+`sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="`+kind+`styles+xml"/></Types>`,
		"_rels/.rels", links+`<Relationship Id="a" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", head+`<workbook`+main+` xmlns:r="`+rel+`"><sheets><sheet name="Inbreng" sheetId="1" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", links+`<Relationship Id="b" Type="`+rel+`/worksheet" Target="worksheets/sheet1.xml"/>`+
			`<Relationship Id="c" Type="`+rel+`/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="`+rel+`/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", head+`<worksheet`+main+`><sheetData>`+rows+`</sheetData>`+more+`</worksheet>`,
		"xl/sharedStrings.xml", head+`<sst`+main+`>`+shared+`</sst>`,
		"xl/styles.xml", head+`<styleSheet`+main+`>`+styles+`</styleSheet>`,
	)
}
