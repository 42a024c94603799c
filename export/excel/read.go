package excel

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"oogst/export/office"
	"oogst/ui/text"

	"github.com/xuri/excelize/v2"
)

// Read reads a sheet: the first of names that the workbook has, or else its
// first; and as More, the others of names. More than limit rows with something
// in them are refused. Formulas, links and macros are not followed.
func Read(data []byte, names []string, limit int) (s office.Read, err error) {
	f, err := open(data)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	all := f.GetSheetList()
	if len(all) == 0 {
		return s, office.ErrNotWorkbook
	}
	for i, name := range office.Chosen(all, names) {
		sheet, err := readSheet(f, name, limit)
		if err != nil {
			return s, err
		}
		if i == 0 {
			s = sheet
		} else {
			s.More = append(s.More, sheet)
		}
	}
	_, s.Macros = f.Pkg.Load("xl/vbaProject.bin")
	s.Mark = mark(f)
	return s, nil
}

func readSheet(f *excelize.File, name string, limit int) (office.Read, error) {
	s := office.Read{Name: name}
	err := readRows(f, &s, limit)
	if err == nil {
		err = readMerges(f, &s)
	}
	if err != nil && !errors.Is(err, office.ErrTooManyRows) {
		err = fmt.Errorf("%w: %w", office.ErrNotWorkbook, err)
	}
	return s, err
}

func readRows(f *excelize.File, s *office.Read, limit int) (err error) {
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
			return office.ErrTooManyRows
		}
		s.Rows = append(s.Rows, office.Row{Number: n, Cells: cells})
	}
	return cursor.Error()
}

// readMerges reads what the rows don't tell: merged cells and formulas. It
// takes the whole sheet into memory.
func readMerges(f *excelize.File, s *office.Read) error {
	merged, err := f.GetMergeCells(s.Name, true)
	if err != nil {
		return err
	}
	for _, m := range merged {
		_, last, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		s.Merged = append(s.Merged, office.Merge{Range: m[0], Last: last})
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
		return nil, fmt.Errorf("%w: %w", office.ErrNotWorkbook, err)
	}
	size := uint64(0)
	for _, p := range parts.File {
		if size += p.UncompressedSize64; size > office.MaxUnzipped || p.UncompressedSize64 > office.MaxUnzipped {
			return nil, office.ErrTooLarge
		}
	}
	for _, p := range parts.File {
		if err := sound(p, data); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", office.ErrDamaged, p.Name, err)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: office.MaxUnzipped, UnzipXMLSizeLimit: office.MaxPart,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", office.ErrNotWorkbook, err)
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
	if props, err := f.GetDocProps(); err == nil && office.IsMark(props.Identifier) {
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
		if err == nil && len(cells) > 1 && cells[0] == text.LabelMark && office.IsMark(cells[1]) {
			return cells[1]
		}
	}
	return ""
}
