package excel_test

import (
	"bytes"
	"reflect"
	"testing"

	"oogst/export/excel"
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

func FuzzRead(f *testing.F) {
	var book bytes.Buffer
	if err := excel.Write(f.Context(), &book, sample(), func(int, int) {}); err != nil {
		f.Fatal(err)
	}
	f.Add(book.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		const most = 1000
		s, err := excel.Read(data, []string{"Inbreng"}, most)
		if err == nil && (s.Name == "" || len(s.Rows) > most) {
			t.Fatalf("sheet %q with %d rows", s.Name, len(s.Rows))
		}
	})
}
