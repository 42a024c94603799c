package pdf_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"oogst/export"
)

// leaflet has no cover: a form and a card.
func leaflet(blocks ...export.Block) export.Report {
	r := sample()
	r.Meta.Leaflet = true
	r.Sections = []export.Section{{Title: "Kaart", Media: export.Pages, Blocks: blocks}}
	return r
}

func keys(n int) export.Facts {
	f := export.Facts{Beside: true}
	for i := range n {
		f.Items = append(f.Items, export.Fact{Label: fmt.Sprint("toets ", i), Value: strings.TrimSpace(strings.Repeat("doet iets ", i%9+1))})
	}
	return f
}

// TestLeaflets: they begin on the first page, say whose they are, and are read
// down the left column and then down the right one.
func TestLeaflets(t *testing.T) {
	for n, one := range map[int]bool{1: true, 2: true, 36: true, 300: false} {
		r := leaflet(keys(n))
		file, result := write(t, r)
		p := open(t, file)
		for _, f := range p.check() {
			t.Errorf("%d keys: %s", n, f)
		}
		want := []string{"Kaart"}
		for _, f := range keys(n).Items {
			want = append(want, f.Label, f.Value)
		}
		if got := spoken(p); !slices.Equal(got, want) {
			t.Errorf("%d keys are read as %.300q", n, got)
		}
		if first := strings.Join(p.leaves[0].artifacts, "\n"); !strings.Contains(first, plain(r.Meta.Subtitle)[:16]) || !strings.Contains(first, r.Meta.Organisation) {
			t.Errorf("the first page has %q above it", first)
		}
		if one != (result.Pages == 1) {
			t.Errorf("%d keys take %d pages", n, result.Pages)
		}
	}
}

// TestRoomToWrite: rows that have room to write in take it.
func TestRoomToWrite(t *testing.T) {
	table := &export.Table{Key: "Formulier", Summary: "Om op te schrijven.", Columns: []export.Column{{Title: "Nr"}, {Title: "Ideeën", Width: 90}}}
	for i := range 20 {
		table.Rows = append(table.Rows, export.Row{Cells: []export.Cell{{Text: fmt.Sprint("I", i+1)}, {}}})
	}
	for room, pages := range map[float64]int{0: 1, 30: 1, 36: 2} {
		table.Room = room
		file, result := write(t, leaflet(table))
		if result.Pages != pages {
			t.Errorf("with %.0f points a row: %d pages, want %d", room, result.Pages, pages)
		}
		for _, f := range open(t, file).check() {
			t.Errorf("with %.0f points a row: %s", room, f)
		}
	}
}
