package excel

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"oogst/ui/text"

	"github.com/xuri/excelize/v2"
)

// Limits on a workbook that came by mail, in bytes unpacked. excelize's own
// default is 16 GB.
const (
	maxUnzipped = 64 << 20
	maxPart     = 16 << 20
)

// Refusals of a workbook.
var (
	ErrNotWorkbook = errors.New("not a workbook")
	ErrDamaged     = errors.New("a part of the workbook is damaged")
	ErrTooLarge    = errors.New("the workbook is too large unpacked")
	ErrTooManyRows = errors.New("the sheet has too many rows")
)

// Sheet is what was read of a workbook.
type Sheet struct {
	Name   string
	Mark   string // of the content that Write made it of; "" when it has none
	Macros bool   // the workbook has macros, which were not run
	Rows   []Row  // those that are not empty
	Merged []Merge
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

// Read reads a sheet: the one with the given name, or the first. More than
// limit rows with something in them are refused. Formulas, links and macros
// are not followed.
func Read(data []byte, name string, limit int) (s Sheet, err error) {
	f, err := open(data)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	names := f.GetSheetList()
	if len(names) == 0 {
		return s, ErrNotWorkbook
	}
	if s.Name = name; !slices.Contains(names, name) {
		s.Name = names[0]
	}
	_, s.Macros = f.Pkg.Load("xl/vbaProject.bin")
	s.Mark = mark(f)
	if err = s.readRows(f, limit); err == nil {
		err = s.readMerges(f)
	}
	if err != nil && !errors.Is(err, ErrTooManyRows) {
		err = fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	return s, err
}

func (s *Sheet) readRows(f *excelize.File, limit int) (err error) {
	cursor, err := f.Rows(s.Name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, cursor.Close()) }()
	for n := 1; cursor.Next(); n++ {
		cells, err := cursor.Columns()
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(cells, func(c string) bool { return c != "" }) {
			continue
		}
		if len(s.Rows) == limit {
			return ErrTooManyRows
		}
		s.Rows = append(s.Rows, Row{Number: n, Cells: cells})
	}
	return cursor.Error()
}

// readMerges reads what the rows don't tell: merged cells and formulas. It
// takes the whole sheet into memory.
func (s *Sheet) readMerges(f *excelize.File) error {
	merged, err := f.GetMergeCells(s.Name, true)
	if err != nil {
		return err
	}
	for _, m := range merged {
		_, last, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		s.Merged = append(s.Merged, Merge{m[0], last})
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		for c := range row.Cells {
			cell, err := excelize.CoordinatesToCellName(c+1, row.Number)
			if err != nil {
				return err
			}
			formula, err := f.GetCellFormula(s.Name, cell)
			if err != nil {
				return err
			}
			if formula != "" {
				row.Formulas = append(row.Formulas, c)
			}
		}
	}
	return nil
}

// open opens a workbook that came from elsewhere.
func open(data []byte) (*excelize.File, error) {
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	size := uint64(0)
	for _, p := range parts.File {
		if size += p.UncompressedSize64; size > maxUnzipped || p.UncompressedSize64 > maxUnzipped {
			return nil, ErrTooLarge
		}
	}
	for _, p := range parts.File {
		if err := sound(p, data); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, p.Name, err)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	return f, nil
}

// sound tells whether a part is what was packed. It is called the same in the
// directory as where it lies, and it is read to its end, which compares its
// size and sum: excelize v2.11.0 reads past a sum that differs, and does
// without styles, and so without dates, when their part isn't found.
func sound(p *zip.File, data []byte) (err error) {
	const fixed = 30 // bytes of a local header before the name
	at, err := p.DataOffset()
	if err != nil {
		return err
	}
	if at > int64(len(data)) {
		return zip.ErrFormat
	}
	start := bytes.LastIndex(data[:at], []byte("PK\x03\x04"))
	if start < 0 || !bytes.HasPrefix(data[min(start+fixed, int(at)):at], []byte(p.Name)) {
		return zip.ErrFormat
	}
	r, err := p.Open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	_, err = io.CopyN(io.Discard, r, int64(p.UncompressedSize64)+1)
	if errors.Is(err, io.EOF) {
		return nil
	}
	return cmp.Or(err, zip.ErrFormat) // larger than it says
}

// mark finds the mark in the properties, or on the first sheet: not every
// program keeps properties that it doesn't show.
func mark(f *excelize.File) string {
	if props, err := f.GetDocProps(); err == nil && isMark(props.Identifier) {
		return props.Identifier
	}
	cursor, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return ""
	}
	defer cursor.Close()
	const coverRows = 60
	for n := 0; n < coverRows && cursor.Next(); n++ {
		cells, err := cursor.Columns()
		if err == nil && len(cells) > 1 && cells[0] == text.LabelMark && isMark(cells[1]) {
			return cells[1]
		}
	}
	return ""
}

func isMark(s string) bool {
	return len(s) == 8 && strings.Trim(s, "0123456789ABCDEF") == ""
}
