package tagged_test

import (
	"context"
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"oogst/assets"
	"oogst/export"
	"oogst/export/pdf"
)

const sentence = "Verbinding tussen Participatiewet en Wmo: één loket, géén doorverwijzing, ook ’s avonds – met een budget van € 250.000"

// harvest is a report of n items: a chapter with a list for each 100.
func harvest(n int) export.Report {
	r := export.Report{Meta: export.Meta{Title: "Oogst", Language: "nl-NL", Created: time.Unix(1.5e9, 0).UTC()}}
	for i := 0; i < n; i += 100 {
		list := export.List{}
		for j := i; j < min(i+100, n); j++ {
			list.Items = append(list.Items, export.Item{Code: fmt.Sprintf("A%d", j), Text: fmt.Sprint(j, " ", sentence[j%40:])})
		}
		r.Sections = append(r.Sections, export.Section{Title: fmt.Sprint("Gemeente ", i), Media: export.Pages, Blocks: []export.Block{list}})
	}
	return r
}

// plain writes the same text with gofpdf alone: fonts and lines, no tags.
func plain(tb testing.TB, w io.Writer, r export.Report) {
	p := gofpdf.New("P", "pt", "A4", "")
	p.AddUTF8FontFromBytes("f", "", append([]byte{}, assets.SourceSans3Regular...))
	p.AddUTF8FontFromBytes("f", "B", append([]byte{}, assets.SourceSans3Bold...))
	for _, s := range r.Sections {
		p.AddPage()
		p.SetFont("f", "B", 21)
		p.MultiCell(0, 26, s.Title, "", "", false)
		for _, item := range s.Blocks[0].(export.List).Items {
			p.SetFont("f", "B", 10.5)
			p.Cell(40, 14.5, item.Code)
			p.SetFont("f", "", 10.5)
			p.MultiCell(0, 14.5, item.Text, "", "", false)
		}
	}
	if err := p.Output(w); err != nil {
		tb.Fatal(err)
	}
}

type size int

func (s *size) Write(b []byte) (int, error) {
	*s += size(len(b))
	return len(b), nil
}

// BenchmarkWrite reports time and bytes against untagged gofpdf.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{500, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := harvest(n)
			var tagged, untagged time.Duration
			var big, small size
			var pages int
			for b.Loop() {
				big, small = 0, 0
				start := time.Now()
				result, err := pdf.Write(context.Background(), &big, r, nil)
				if err != nil {
					b.Fatal(err)
				}
				tagged += time.Since(start)
				pages = result.Pages
				start = time.Now()
				plain(b, &small, r)
				untagged += time.Since(start)
			}
			b.ReportMetric(float64(tagged)/float64(untagged), "tagged/untagged-time")
			b.ReportMetric(float64(big)/float64(small), "tagged/untagged-bytes")
			b.ReportMetric(float64(tagged.Milliseconds())/float64(b.N), "tagged-ms")
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(float64(big), "file-bytes")
		})
	}
}
