package excel_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"oogst/export"
	"oogst/export/excel"
)

// BenchmarkWrite states the cost beside a bare excelize stream of the same
// cells, timed in the same run: a ratio, since machines differ.
func BenchmarkWrite(b *testing.B) {
	for _, rows := range []int{500, 10000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			r := only(entries(rows))
			var bare time.Duration
			for b.Loop() {
				b.StopTimer()
				start := time.Now()
				stream(b, r.Sections[0].Blocks[0].(*export.Table))
				bare += time.Since(start)
				b.StartTimer()
				if err := excel.Write(b.Context(), io.Discard, r, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(bare), "x-bare-stream")
		})
	}
}

func entries(rows int) *export.Table {
	table := register()
	texts := table.Rows
	table.Rows = nil
	for i := range rows {
		row := entry(fmt.Sprintf("A%d", i+1), texts[i%len(texts)].Cells[3].Text, i)
		row.Cells[3].Text += fmt.Sprint(" ", i)
		table.Rows = append(table.Rows, row)
	}
	return table
}

// stream writes the cells of table and nothing else.
func stream(b *testing.B, table *export.Table) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i, row := range table.Rows {
		cells := make([]any, len(row.Cells))
		for c, cell := range row.Cells {
			switch table.Columns[c].Kind {
			case export.Count:
				cells[c] = cell.Number
			case export.Date, export.Clock:
				cells[c] = 43173.5
			default:
				cells[c] = cell.Text
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if _, err := f.WriteTo(io.Discard); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}
