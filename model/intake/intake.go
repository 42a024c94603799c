// Package intake reads lines that others typed elsewhere: text with columns,
// or the rows of a sheet; our own register, corrected, or any table. It takes
// a table whole or says what is wrong where.
package intake

import "fmt"

const (
	// MaxLines is how many lines are taken in at once.
	MaxLines = 100_000
	// MaxSize is the size of the largest file that is read, in bytes.
	MaxSize = 64 << 20
)

// Reason says what is wrong with a table or a cell.
type Reason int

// The reasons. Those from UnknownKind on are about one cell.
const (
	Empty        Reason = iota // no rows
	NoHeader                   // no column names that we know
	TooManyLines               // more than MaxLines
	Malformed                  // quotes that don't close
	UnknownKind
	UnknownStakeholder
	UnknownStatus
	UnknownCertainty
	EmptyText
	TextTooLong
	UnknownCode
	DoubledCode
	Formula
	Merged
	UnknownVerdict
	UnknownState
	UnknownLine
	UnknownReach
	NewElsewhere // a row without a code where only known lines can stand
)

// Problem is one thing that is wrong, and where.
type Problem struct {
	Reason Reason
	Sheet  string // empty for the one that the error names
	Line   int    // as an editor or spreadsheet counts, from 1; 0 for the whole
	Column string // as the header has it
	Cell   string // "D12", or the merged "B3:B7"; empty for text
	Value  string
}

// Error tells what is wrong: all of it, so that it can be mended in one go.
type Error struct {
	Sheet    string // of a workbook; empty for text
	Problems []Problem
}

func (e *Error) Error() string {
	p := e.Problems[0]
	return fmt.Sprintf("%d problems; first: reason %d at line %d, column %q, value %q", len(e.Problems), p.Reason, p.Line, p.Column, p.Value)
}

func refuse(r Reason, line int) error { return &Error{Problems: []Problem{{Reason: r, Line: line}}} }

// Table is what was read: rows of cells, one of which names the columns.
type Table struct {
	Sheet  string // of a workbook; empty for text
	Mark   string // of the state that Oogst made it of; empty when it doesn't say
	Rows   []Row
	Merged []Range
	Follow []Table // further sheets, that say what becomes of the same lines
}

// Row is a row of cells and the line where it starts.
type Row struct {
	Line     int
	Cells    []string
	Formulas []int // which of the cells are calculated
}

// Range is cells that are merged into one.
type Range struct {
	Name string // "B3:B7"
	Last int    // its last line
}
