package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"oogst/export/office"
	"oogst/ui/text"
)

// quoted is the name of a sheet in a formula.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// setChoices gives the columns with a list a drop-down, down to the last row of
// the sheet: rows that are added have it too.
func (b *book) setChoices(s office.Sheet) error {
	if s.Table == nil {
		return nil
	}
	for i, column := range s.Table.Columns {
		list, ok := b.choices[column.Choices]
		if !ok || column.Choices == "" {
			continue
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s2:%s%d", name, name, excelize.TotalRows))
		v.SetSqrefDropList(fmt.Sprintf("%s!$B$%d:$B$%d", quoted(list.Sheet), list.First, list.Last))
		v.SetError(excelize.DataValidationErrorStyleStop, text.ChooseTitle, text.ChooseFromList)
		if err := b.file.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	return nil
}

// Size of the chart in pixels.
const (
	chartWidth  = 900
	chartHeight = 420
)

// accents are the colours of the series, in their order; each has a contrast of
// 3:1 or more with white, and the table above says the same in numbers.
var accents = []string{"0A4F58", "B5651D", "3A3787", "8A1C2F", "1D5C2A", "5B2A6E", "23407F"}

// setChart draws the counts of a table below it: a bar for each, by row.
func (b *book) setChart(s office.Sheet) error {
	if !office.Charted(s.Table) {
		return nil
	}
	rows := len(s.Table.Rows) + 1
	at := func(column, row int) (string, error) { return excelize.CoordinatesToCellName(column, row, true) }
	first, err := at(1, 2)
	if err != nil {
		return err
	}
	last, err := at(1, rows)
	if err != nil {
		return err
	}
	sheet := quoted(s.Name) + "!"
	var series []excelize.ChartSeries
	for i := 1; i < len(s.Table.Columns); i++ {
		head, err := at(i+1, 1)
		if err != nil {
			return err
		}
		from, err := at(i+1, 2)
		if err != nil {
			return err
		}
		to, err := at(i+1, rows)
		if err != nil {
			return err
		}
		series = append(series, excelize.ChartSeries{
			Name: sheet + head, Categories: sheet + first + ":" + last, Values: sheet + from + ":" + to,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accents[(i-1)%len(accents)]}},
		})
	}
	corner, err := excelize.CoordinatesToCellName(1, rows+2)
	if err != nil {
		return err
	}
	return b.file.AddChart(s.Name, corner, &excelize.Chart{
		Type: excelize.ColStacked, Series: series,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: office.OneLine(s.Table.Chart.Title), Font: font(14, strings.TrimPrefix(b.meta.Style.Main(), "#"), true)}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: font(10, ink, false)},
		XAxis:     excelize.ChartAxis{Font: *font(10, ink, false)},
		YAxis:     excelize.ChartAxis{Font: *font(10, ink, false), MajorGridLines: true},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
		Format:    excelize.GraphicOptions{Name: office.OneLine(s.Table.Chart.Title), AltText: office.OneLine(s.Table.Chart.Alt)},
	})
}
