package pdf_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"oogst/export"
	"oogst/export/pdf"
)

// TestPages looks at each page: furniture in words, no page without text, no
// heading without what it stands above.
func TestPages(t *testing.T) {
	for name, r := range reports() {
		file, _ := write(t, r)
		p := open(t, file)
		p.check()
		for i, l := range p.leaves {
			furniture := strings.Join(l.artifacts, "\n")
			want := []string{"versie 0.3 · 14 maart 2018 15:41 · kenmerk 7F3A 91C2", fmt.Sprintf("pagina %d van %d", i+1, len(p.leaves))}
			if i > 0 {
				want = append(want, "CONCEPT · voor deelnemers", plain(r.Meta.Title)[:16], r.Meta.Fictional)
			}
			for _, w := range want {
				if !strings.Contains(furniture, w) {
					t.Errorf("%s, page %d: no %q in %q", name, i+1, w, furniture)
				}
			}
			if len(l.marks) == 0 {
				t.Errorf("%s: page %d is empty", name, i+1)
			}
		}
		var heading *node
		p.visit(func(n *node) {
			if len(n.marks) == 0 || n.role == "Title" {
				return
			}
			if heading != nil && n.role != "H1" && heading.pages[len(heading.pages)-1] != n.pages[0] {
				t.Errorf("%s: %q stands alone on page %d", name, heading.text(), heading.pages[0])
			}
			if heading = nil; n.role == "H2" || n.role == "H3" {
				heading = n
			}
		})
	}
}

// pagesOf lists the pages that n and all below it stand on.
func (n *node) pagesOf() (pages []int) {
	pages = append(pages, n.pages...)
	for _, k := range n.kids {
		pages = append(pages, k.pagesOf()...)
	}
	slices.Sort(pages)
	return slices.Compact(pages)
}

// TestKeptWhole: rows that fit in half of a page, and items that fit in a third,
// are not split.
func TestKeptWhole(t *testing.T) {
	r := sample()
	list := chapter("Urk", 3)
	for range 30 {
		list.Blocks = append(list.Blocks, export.List{Items: entries(9, 5)})
	}
	r.Sections = []export.Section{overview(3), list}
	file, _ := write(t, r)
	p := open(t, file)
	p.check()
	count := 0
	p.visit(func(n *node) {
		if n.role == "TR" || n.role == "LI" {
			if count++; len(n.pagesOf()) != 1 {
				t.Errorf("%s %.80q is on pages %v", n.role, n.text(), n.pagesOf())
			}
		}
	})
	if count < 300 || len(p.leaves) < 10 {
		t.Errorf("only %d rows and items on %d pages were looked at", count, len(p.leaves))
	}
}

// TestSplitRowsKeepRemarksWhole: a row that goes on on the next page is divided
// between two remarks.
func TestSplitRowsKeepRemarksWhole(t *testing.T) {
	r := sample()
	r.Sections = []export.Section{overview(40)}
	file, _ := write(t, r)
	p := open(t, file)
	p.check()
	divided, remarks := 0, 0
	p.visit(func(n *node) {
		switch pages := len(n.pagesOf()); {
		case n.role == "TR" && pages > 1:
			divided++
		case n.role == "LI":
			if remarks++; pages != 1 {
				t.Errorf("%.80q is on pages %v", n.text(), n.pagesOf())
			}
		}
	})
	if divided < 3 || remarks < 300 {
		t.Errorf("only %d rows were divided, with %d remarks", divided, remarks)
	}
}

// TestSplitRow: a row that is too high goes on under its header, and a text
// leaves no line alone.
func TestSplitRow(t *testing.T) {
	r := sample()
	r.Sections = []export.Section{tall()}
	file, _ := write(t, r)
	p := open(t, file)
	p.check()
	for i, l := range p.leaves {
		if got := strings.Join(l.artifacts, "\n"); i > 1 && !strings.Contains(got, "Gemeente") {
			t.Errorf("page %d has no header row: %q", i+1, got)
		}
	}
	second := strings.Join(p.leaves[2].artifacts, "\n")
	if !strings.Contains(second, "Noordoostpolder 0 (vervolg)") {
		t.Errorf("page 3 doesn't say which row goes on: %q", second)
	}
	for n := 3; n < 120; n++ {
		r.Sections = []export.Section{{Title: "X", Media: export.Pages, Blocks: []export.Block{
			export.Paragraph{Text: strings.Repeat("regel\n", n)}, export.Paragraph{Text: strings.Repeat("regel\n", 30)},
		}}}
		file, _ := write(t, r)
		p := open(t, file)
		p.check()
		p.visit(func(e *node) {
			for _, m := range e.marks {
				if len(e.marks) > 1 && strings.Count(m.text, "regel") < 2 {
					t.Errorf("%d lines: one stands alone", n)
				}
			}
		})
	}
}

// TestHuge: nothing is too long to be laid out, but a header row.
func TestHuge(t *testing.T) {
	huge := long(8000)
	r := export.Report{Meta: export.Meta{
		Title: huge, Subtitle: huge, Organisation: huge, Fictional: huge, Status: huge, Audience: huge, Version: huge,
		Mark: huge, Classification: huge, Facts: []export.Fact{{Label: huge, Value: huge}},
	}}
	table := &export.Table{Columns: []export.Column{{Title: "A"}, {Title: "B", Width: 1e9}, {Title: "C", Kind: export.Lines}}}
	item := export.Item{Code: huge, Text: huge, Remarks: []string{huge}}
	for range 2 {
		table.Rows = append(table.Rows, export.Row{Cells: []export.Cell{{Text: huge}, {Text: huge}, {Items: []export.Item{item}}}})
		r.Sections = append(r.Sections, export.Section{Title: huge, Media: export.Pages, Landscape: true, Blocks: []export.Block{
			export.Heading{Text: huge, Badge: huge},
			export.Heading{Text: huge, Level: 3},
			table,
			export.List{Items: []export.Item{item}},
			export.Facts{Items: r.Meta.Facts},
		}})
	}
	file, _ := write(t, r)
	for _, f := range open(t, file).check() {
		t.Error(f)
	}
	table.Columns[0].Title = huge
	if _, err := pdf.Write(context.Background(), &bytes.Buffer{}, r, nil); err == nil || !strings.Contains(err.Error(), "column titles") {
		t.Error(err)
	}
}
