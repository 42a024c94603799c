package office

import "oogst/export"

// Range is a list of values on a sheet: rows First to Last of column B, as a
// workbook counts them.
type Range struct {
	Sheet       string
	First, Last int
}

// Choices finds the lists that columns let one choose from: in the table of the
// section "lists", where the first column names the list and the second has a
// value. The rows of a list stand together.
func Choices(sheets []Sheet) map[string]Range {
	choices := map[string]Range{}
	for _, s := range sheets {
		if s.Key != "lists" || s.Table == nil || len(s.Table.Columns) < 2 {
			continue
		}
		for i, row := range s.Table.Rows {
			list := choices[row.Cells[0].Text]
			if list.First == 0 {
				list = Range{Sheet: s.Name, First: i + 2}
			}
			list.Last = i + 2
			choices[row.Cells[0].Text] = list
		}
	}
	return choices
}

// Charted tells whether a sheet has a picture of its counts: a row and a
// column of them, at least.
func Charted(t *export.Table) bool {
	return t != nil && t.Chart.Title != "" && len(t.Rows) > 0 && len(t.Columns) > 1
}
