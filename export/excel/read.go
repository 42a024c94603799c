package excel

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"

	"oogst/export/office"
	"oogst/ui/text"

	"github.com/xuri/excelize/v2"
)

// Read reads a sheet: the first of names that the workbook has, or else its
// first; and as More, the others of names. More than limit rows with something
// in them are refused. Formulas, links and macros are not followed.
func Read(data []byte, names []string, limit int) (s office.Read, err error) {
	f, parts, err := open(data)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	all := f.GetSheetList()
	if len(all) == 0 {
		return s, office.ErrNotWorkbook
	}
	for i, name := range office.Chosen(all, names) {
		sheet, err := readSheet(f, parts, name, limit)
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

func readSheet(f *excelize.File, parts *zip.Reader, name string, limit int) (office.Read, error) {
	s := office.Read{Name: name}
	l, err := readLayout(parts, name)
	if err == nil {
		s.Merged = l.merged
		err = readRows(f, &s, l.formulas, limit)
	}
	if err != nil {
		return s, office.Unreadable(err)
	}
	return s, nil
}

func readRows(f *excelize.File, s *office.Read, formulas map[int][]int, limit int) (err error) {
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
		s.Rows = append(s.Rows, office.Row{Number: n, Cells: cells, Formulas: formulas[n]})
	}
	return cursor.Error()
}

// open opens a workbook that came from elsewhere, and gives its parts.
func open(data []byte) (*excelize.File, *zip.Reader, error) {
	parts, err := office.Unpack(data)
	if err != nil {
		return nil, nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: office.MaxUnzipped, UnzipXMLSizeLimit: office.MaxPart,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", office.ErrNotWorkbook, err)
	}
	return f, parts, nil
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
