package office

import "oogst/export"

// Sheet is one sheet of a workbook: a table with notes below it, or only text.
type Sheet struct {
	Name      string // legal and unique in the workbook
	Title     string // as the report has it
	Key       string // of the section
	Table     *export.Table
	TableName string // legal and unique in the workbook
	Text      []export.Block
	First     bool // of the workbook: it carries the cover
}

// Sheets divides the sections of r that are meant for a workbook over sheets.
// A sheet holds at most one table, and that starts in A1: readers, people and
// programs alike, look for it there.
func Sheets(r export.Report) []Sheet {
	var sheets []Sheet
	names := Names{}
	for _, section := range r.For(export.Sheets) {
		var tables []*export.Table
		var text []export.Block
		for _, block := range section.Blocks {
			if table, ok := block.(*export.Table); ok {
				tables = append(tables, table)
			} else {
				text = append(text, block)
			}
		}
		for i := range max(1, len(tables)) {
			s := Sheet{Name: names.Sheet(section.Title), Title: section.Title, Key: section.Key, First: len(sheets) == 0}
			if len(tables) > 0 {
				s.Table, s.TableName = tables[i], names.Table(tables[i].Key)
			}
			if i == 0 {
				s.Text = text
			}
			sheets = append(sheets, s)
		}
	}
	return sheets
}

// Paper is what a sheet is printed on, turned.
type Paper struct {
	Size   string
	Across int // pages beside each other; each begins with the first column
}

var (
	plain  = Paper{"A4", 1}
	double = Paper{"A4", 2}
	poster = Paper{"A3", 1}
)

// Papers are those in use.
var Papers = []Paper{plain, double, poster}

// Paper is A3 for the wall poster and the table with a column for each condition.
// The register is two pages wide: on one its letters would be half their size.
func (s Sheet) Paper() Paper {
	switch s.Key {
	case "overview", "pilots":
		return poster
	case "entries":
		return double
	}
	return plain
}

// Rows counts the rows of all tables.
func Rows(sheets []Sheet) (n int) {
	for _, s := range sheets {
		if s.Table != nil {
			n += len(s.Table.Rows)
		}
	}
	return n
}
