package pdf_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"pgregory.net/rapid"

	"oogst/assets"
	"oogst/export"
	"oogst/export/pdf"
	"oogst/export/pdf/tagged"
)

func write(tb testing.TB, r export.Report) ([]byte, pdf.Result) {
	tb.Helper()
	var b bytes.Buffer
	result, err := pdf.Write(context.Background(), &b, r, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return b.Bytes(), result
}

func reports() map[string]export.Report {
	return map[string]export.Report{"sample": sample(), "trial": trial(), "house style": inStyle()}
}

func TestConformance(t *testing.T) {
	for name, r := range reports() {
		file, result := write(t, r)
		p := open(t, file)
		for _, f := range p.check() {
			t.Errorf("%s: %s", name, f)
		}
		strict := model.NewDefaultConfiguration()
		strict.ValidationMode = model.ValidationStrict
		if err := api.Validate(bytes.NewReader(file), strict); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(p.leaves) != result.Pages {
			t.Errorf("%s: %d pages, said %d", name, len(p.leaves), result.Pages)
		}
	}
}

// TestSameBytes: one report gives one file, also while others are written, and
// writing changes neither report nor fonts.
func TestSameBytes(t *testing.T) {
	fonts := sha256.Sum256(slices.Concat(assets.SourceSans3Regular, assets.SourceSans3Bold))
	for name, r := range reports() {
		var files [4][]byte
		var group sync.WaitGroup
		for i := range files {
			group.Go(func() { files[i], _ = write(t, r) })
		}
		group.Wait()
		for _, file := range files {
			if !bytes.Equal(file, files[0]) {
				t.Errorf("%s: two files of one report differ", name)
			}
		}
		if !reflect.DeepEqual(r, reports()[name]) {
			t.Errorf("%s: writing changed the report", name)
		}
	}
	if fonts != sha256.Sum256(slices.Concat(assets.SourceSans3Regular, assets.SourceSans3Bold)) {
		t.Error("writing changed the fonts")
	}
}

// plain is text as the reader of the tree sees it.
func plain(s string) string { return strings.Join(strings.Fields(tagged.Clean(s)), " ") }

// expect lists the texts of a report in order of reading.
func expect(r export.Report) (texts []string) {
	say := func(parts ...string) {
		for _, s := range parts {
			if s = plain(s); s != "" {
				texts = append(texts, s)
			}
		}
	}
	m := r.Meta
	if m.Style.Logo != nil {
		say(m.Style.Logo.Alt)
	}
	say(m.Organisation, m.Fictional, m.Title, m.Subtitle, m.Status+" · "+m.Audience)
	for _, f := range m.Facts {
		say(f.Label, f.Value)
	}
	say(m.Version+" · 14 maart 2018 15:41 · kenmerk 7F3A 91C2", "Inhoud")
	var sections []export.Section
	for _, s := range r.Sections {
		if s.Media&export.Pages != 0 {
			sections = append(sections, s)
			say("→ " + s.Title) // and its page
		}
	}
	for _, s := range sections {
		say(s.Title)
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case export.Heading:
				say(b.Text)
			case export.Paragraph:
				say(b.Text)
			case export.Facts:
				for _, f := range b.Items {
					say(f.Label, f.Value)
				}
			case export.List:
				for _, i := range b.Items {
					say(i.Code, i.Text)
					say(i.Remarks...)
				}
			case *export.Table:
				for _, c := range b.Columns {
					say(c.Title)
				}
				for _, row := range b.Rows {
					for i, c := range row.Cells {
						say(cellTexts(b.Columns[i].Kind, c)...)
					}
				}
			}
		}
	}
	return texts
}

func cellTexts(kind export.CellKind, c export.Cell) (texts []string) {
	switch {
	case kind == export.Count:
		return []string{strconv.Itoa(c.Number)}
	case kind == export.Date && !c.Time.IsZero():
		return []string{c.Time.Format("02-01-2006")}
	case kind == export.Clock && !c.Time.IsZero():
		return []string{c.Time.Format("15:04")}
	case len(c.Items) == 0:
		return []string{c.Text}
	}
	for _, i := range c.Items {
		text := i.Text
		if len(i.Remarks) > 0 {
			text += " (" + strings.Join(i.Remarks, "; ") + ")"
		}
		texts = append(texts, i.Code, text)
	}
	return texts
}

// spoken lists the texts of the tree in order of reading.
func spoken(p *paper) (texts []string) {
	p.visit(func(n *node) {
		text := ""
		for _, m := range n.marks {
			text += m.text
		}
		if text = plain(text); n.role == "Link" {
			text = "→ " + text[:strings.LastIndex(text, " ")]
		}
		if n.role == "Figure" {
			text = p.text(n.dict["Alt"])
		}
		if text != "" {
			texts = append(texts, text)
		}
	})
	return texts
}

// TestText compares what a screen reader says with the report, item by item.
func TestText(t *testing.T) {
	for name, r := range reports() {
		file, _ := write(t, r)
		p := open(t, file)
		p.check()
		got, want := spoken(p), expect(r)
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Fatalf("%s: text %d of %d\ngot  %.200q\nwant %.200q", name, i, len(want), got[min(i, len(got)):], want[min(i, len(want)):])
			}
		}
	}
}

func TestReplaced(t *testing.T) {
	r := sample()
	r.Sections = []export.Section{{Title: "Feest", Media: export.Pages, Blocks: []export.Block{
		export.Paragraph{Text: "Feest 🎉🎉 voor 👩‍👩‍👧 in 中文, ✓"},
	}}}
	file, result := write(t, r)
	if result.Replaced != 5 {
		t.Errorf("%d characters were replaced", result.Replaced)
	}
	p := open(t, file)
	p.check()
	if got := spoken(p); got[len(got)-1] != "Feest 🎉🎉 voor 👩‍👩‍👧 in 中文, ✓" {
		t.Errorf("%q", got)
	}
}

func TestCancel(t *testing.T) {
	for _, after := range []int{0, 1, 20} {
		ctx, cancel := context.WithCancel(context.Background())
		var b bytes.Buffer
		_, err := pdf.Write(ctx, &b, sample(), func(done, _ int) {
			if ctx.Err() != nil {
				t.Errorf("step %d after the end", done)
			}
			if done >= after {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || b.Len() > 0 {
			t.Errorf("after %d: %v, %d bytes", after, err, b.Len())
		}
		cancel()
	}
}

func TestProgress(t *testing.T) {
	last, total := 0, 0
	_, err := pdf.Write(context.Background(), &bytes.Buffer{}, sample(), func(done, of int) {
		if done < last || total != 0 && of != total {
			t.Errorf("%d of %d after %d of %d", done, of, last, total)
		}
		last, total = done, of
	})
	if err != nil || last != total || total < 60 {
		t.Errorf("ended at %d of %d: %v", last, total, err)
	}
}

func TestRefused(t *testing.T) {
	for name, spoil := range map[string]func(r *export.Report){
		"title":    func(r *export.Report) { r.Meta.Title = " " },
		"no title": func(r *export.Report) { r.Sections[0].Title = "\u200B" },
		"1 cells":  func(r *export.Report) { r.Sections[1].Blocks[1].(*export.Table).Rows[2].Cells = []export.Cell{{}} },
		"headers":  func(r *export.Report) { r.Sections[1].Blocks[1].(*export.Table).Columns[0].Kind = export.Lines },
		"<nil>":    func(r *export.Report) { r.Sections[0].Blocks[0] = nil },
	} {
		r := sample()
		spoil(&r)
		var b bytes.Buffer
		if _, err := pdf.Write(context.Background(), &b, r, nil); err == nil || !strings.Contains(err.Error(), name) || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, b.Len())
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestDiskFull(t *testing.T) {
	if _, err := pdf.Write(context.Background(), broken{}, sample(), nil); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Error(err)
	}
}

// TestAnyText draws any text in any place: the file keeps the rules, and the
// text comes back.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string {
			return "x" + rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, name)
		}
		r := export.Report{Meta: sample().Meta}
		r.Meta.Title, r.Meta.Subtitle, r.Meta.Fictional = text("title"), text("subtitle"), text("fictional")
		items := []export.Item{{Code: text("code"), Text: text("item"), Remarks: []string{text("remark")}}}
		table := &export.Table{
			Columns: []export.Column{{Title: text("column"), Width: 3}, {Title: text("column"), Width: 9, Kind: export.Lines}},
			Rows:    []export.Row{{Cells: []export.Cell{{Text: text("cell")}, {Items: items}}}},
			Summary: text("summary"),
		}
		blocks := []export.Block{
			export.Heading{Level: rapid.IntRange(-1, 9).Draw(t, "level"), Text: text("heading"), Badge: text("badge"), Accent: text("accent")},
			export.List{Items: items},
			export.Paragraph{Text: text("paragraph")},
			table,
			export.Facts{Items: []export.Fact{{Label: text("label"), Value: text("value")}}},
		}
		for range 2 {
			title := []rune(text("section")) // a longer one is cut in the contents; see TestHuge
			r.Sections = append(r.Sections, export.Section{Title: string(title[:min(len(title), 200)]), Media: export.Pages, Blocks: blocks})
		}
		var b bytes.Buffer
		if _, err := pdf.Write(context.Background(), &b, r, nil); err != nil {
			t.Fatal(err)
		}
		p := open(t, b.Bytes())
		if faults := p.check(); len(faults) > 0 {
			t.Fatal(faults)
		}
		if got, want := spoken(p), expect(r); !slices.Equal(got, want) {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
	})
}
