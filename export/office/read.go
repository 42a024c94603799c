package office

import (
	"errors"
	"slices"
)

// Refusals of a workbook that came from elsewhere.
var (
	ErrNotWorkbook = errors.New("not a workbook")
	ErrDamaged     = errors.New("a part of the workbook is damaged")
	ErrTooLarge    = errors.New("the workbook is too large unpacked")
	ErrTooManyRows = errors.New("the sheet has too many rows")
)

// Limits on a workbook that came by mail, in bytes unpacked: of all of it, and
// of one part.
const (
	MaxUnzipped = 64 << 20
	MaxPart     = 16 << 20
)

// Read is what was read of a sheet.
type Read struct {
	Name   string
	Mark   string // of the content that Oogst made it of; "" when it has none
	Macros bool   // the workbook has macros, which were not run
	Rows   []Row  // those that are not empty
	Merged []Merge
	More   []Read // further sheets that were asked for
}

// Row is a row of cells as the person sees them, and its number.
type Row struct {
	Number   int
	Cells    []string
	Formulas []int // which of the cells are calculated
}

// Merge is a range of cells that are one, and its last row.
type Merge struct {
	Range string // "B3:B7"
	Last  int
}

// IsMark tells whether a text has the form of a mark.
func IsMark(s string) bool {
	for _, c := range s {
		if (c < '0' || c > '9') && (c < 'A' || c > 'F') {
			return false
		}
	}
	return len(s) == 8
}

// Chosen gives the names of the sheets to read: the first of names if it is
// among all, or else the first of all; and the others of names that there are.
func Chosen(all, names []string) []string {
	known := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !slices.Contains(all, name) })
	if len(known) == 0 || known[0] != names[0] {
		known = append([]string{all[0]}, slices.DeleteFunc(known, func(name string) bool { return name == all[0] })...)
	}
	return known
}
