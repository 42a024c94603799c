package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"oogst/export"
	"oogst/export/docx"
	"oogst/export/excel"
	"oogst/export/ods"
	"oogst/export/office/officetest"
	"oogst/model"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// formats are the documents that hold each line once, with a reader that knows
// nothing of their writer. (A PDF is taken apart in its own package.)
var formats = map[string]struct {
	write func(context.Context, io.Writer, export.Report) error
	read  func(*testing.T, []byte) map[string]string
}{
	"xlsx": {func(ctx context.Context, w io.Writer, r export.Report) error { return excel.Write(ctx, w, r, nil) }, readExcel},
	"ods":  {func(ctx context.Context, w io.Writer, r export.Report) error { return ods.Write(ctx, w, r, nil) }, readODS},
	"docx": {func(ctx context.Context, w io.Writer, r export.Report) error { return docx.Write(ctx, w, r, nil) }, readWord},
	"csv":  {func(_ context.Context, w io.Writer, r export.Report) error { return export.WriteCSV(w, r) }, readCSV},
}

// TestEveryFormatHoldsTheHarvest takes every line out of every document again.
func TestEveryFormatHoldsTheHarvest(t *testing.T) {
	texts := []string{
		"Mixed woonvormen", "=1+1", "+31 320", "- kluswinkel", "@x", "  spaties  binnen en  buiten ", "tab\tdaar",
		"regel\nregel\n\nna een lege", "emoji 👍🏽 en Ω", "<b> & \"aanhaling\" ]]> &amp; _x0041_", "'apostrof", "1-2-2018", "007", "ﷺ\u202eomgekeerd",
	}
	rapid.Check(t, func(rt *rapid.T) {
		h := harvest(model.Internal)
		h.Entries = nil
		want := map[string]string{}
		for i := range rapid.IntRange(1, 30).Draw(rt, "entries") {
			e := model.Entry{
				ID: uuid.New(), Code: "A" + string(rune('a'+i%26)) + strings.Repeat("x", i/26), Created: made,
				Text:        rapid.SampledFrom(texts).Draw(rt, "text"),
				Kind:        rapid.SampledFrom([]string{"idea", "pilotidea"}).Draw(rt, "kind"),
				Stakeholder: rapid.SampledFrom([]string{"", "GM0303", "GM0184"}).Draw(rt, "who"),
				Status:      rapid.SampledFrom([]model.Status{"", model.ToCheck}).Draw(rt, "status"),
			}
			h.Entries = append(h.Entries, e)
			want[e.Code] = e.Text
		}
		r := export.NewReport(h, export.Edition{Made: made})
		for name, format := range formats {
			var first, second bytes.Buffer
			if err := format.write(t.Context(), &first, r); err != nil {
				rt.Fatalf("%s: %v", name, err)
			}
			got := format.read(t, first.Bytes())
			for _, code := range slices.Sorted(maps.Keys(want)) {
				if text, ok := got[code]; !ok || text != want[code] {
					rt.Errorf("%s: %s is %q, want %q", name, code, text, want[code])
				}
			}
			if len(got) != len(want) {
				rt.Errorf("%s has %d lines, want %d", name, len(got), len(want))
			}
			if err := format.write(t.Context(), &second, r); err != nil || (name != "xlsx" && !bytes.Equal(first.Bytes(), second.Bytes())) {
				rt.Errorf("%s differs when it is written again (%v)", name, err)
			}
		}
	})
}

// register gives the texts of the table of entries by code; the last of a code
// counts, and a second one shows in the number of codes.
func register(rows [][]string) map[string]string {
	code, words := slices.Index(rows[0], "Code"), slices.Index(rows[0], "Tekst")
	out := map[string]string{}
	for i, row := range rows[1:] {
		if _, twice := out[row[code]]; twice {
			row[code] += " again in row " + string(rune('0'+i))
		}
		out[row[code]] = row[words]
	}
	return out
}

func readExcel(t *testing.T, data []byte) map[string]string {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	rows, err := f.GetRows("Inbreng")
	if err != nil {
		t.Fatal(err)
	}
	return register(rows)
}

func readODS(t *testing.T, data []byte) map[string]string {
	for _, table := range officetest.Parts(t, data)["content.xml"].All("table") {
		if table.Attr["name"] == "Inbreng" {
			return register(table.Rows())
		}
	}
	return nil
}

func readWord(t *testing.T, data []byte) map[string]string {
	rows := [][]string{{"Code", "Tekst"}}
	chapter := ""
	for _, p := range officetest.Parts(t, data)["word/document.xml"].All("p") {
		switch p.Value("pStyle") {
		case "Heading1":
			chapter = p.Words()
		case "List":
			if code, words, ok := strings.Cut(p.Words(), "\t"); ok && chapter != "Bijlagen" {
				rows = append(rows, []string{code, words})
			}
		}
	}
	return register(rows)
}

func readCSV(t *testing.T, data []byte) map[string]string {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i, s := range row {
			if rest, quoted := strings.CutPrefix(s, "'"); quoted && strings.ContainsAny(rest[:1], "=+-@") {
				row[i] = rest // it keeps Excel from taking text for a formula
			}
		}
	}
	return register(rows)
}
