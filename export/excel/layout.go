package excel

import (
	"archive/zip"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"oogst/export/office"

	"github.com/xuri/excelize/v2"
)

// layout is what a sheet has beside the values of its cells.
type layout struct {
	merged   []office.Merge
	formulas map[int][]int // by row: the columns, from 0
}

// errOrder: excelize leaves out rows that come after a later one, and puts a
// cell that comes after a later one in another column (v2.11.0). Excel takes
// such a sheet for damaged.
var errOrder = errors.New("rows or cells are not in order")

// readLayout reads the layout of a sheet. Excelize would take the whole sheet
// into memory for it, fill its rows to the farthest cell, and panic on cells
// that are not in order.
func readLayout(parts *zip.Reader, sheet string) (l layout, err error) {
	name, err := partOf(parts, sheet)
	if err != nil {
		return l, err
	}
	f, err := parts.Open(name)
	if err != nil {
		return l, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	s := scanner{sheet: sheet, layout: layout{formulas: map[int][]int{}}}
	in := xml.NewDecoder(f)
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return s.layout, nil
		}
		if err == nil {
			err = s.take(token)
		}
		if err != nil {
			return l, err
		}
	}
}

// scanner is where one is in a sheet.
type scanner struct {
	layout
	sheet          string
	inData, inCell bool
	row, column    int // from 1; 0: before the first
}

func (s *scanner) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		switch t.Name.Local {
		case "sheetData":
			s.inData = false
		case "c":
			s.inCell = false
		}
	}
	return nil
}

func (s *scanner) start(e xml.StartElement) (err error) {
	switch name := e.Name.Local; {
	case name == "sheetData":
		s.inData = true
	case name == "mergeCell":
		return s.merge(office.Attribute(e, "ref"))
	case !s.inData:
	case name == "row":
		number := s.row + 1
		if r := office.Attribute(e, "r"); r != "" {
			if number, err = strconv.Atoi(r); err != nil {
				return err
			}
		}
		if number <= s.row {
			return fmt.Errorf("%w: row %d", errOrder, number)
		}
		s.row, s.column = number, 0
	case name == "c":
		column, row := s.column+1, s.row
		if r := office.Attribute(e, "r"); r != "" {
			if column, row, err = excelize.CellNameToCoordinates(r); err != nil {
				return err
			}
		}
		if column <= s.column || row != s.row {
			return fmt.Errorf("%w: cell %d of row %d", errOrder, column, row)
		}
		s.column, s.inCell = column, true
	case s.inCell && s.column > office.MaxColumns:
		cell, err := excelize.CoordinatesToCellName(s.column, s.row)
		return cmp.Or[error](err, &office.FarError{Sheet: s.sheet, Cell: cell})
	case s.inCell && name == "f":
		s.formulas[s.row] = append(s.formulas[s.row], s.column-1)
	}
	return nil
}

func (s *scanner) merge(ref string) error {
	_, last, _ := strings.Cut(ref, ":")
	_, row, err := excelize.CellNameToCoordinates(last)
	if err != nil {
		return err
	}
	s.merged = append(s.merged, office.Merge{Range: ref, Last: row})
	return nil
}

// partOf gives the part that a sheet is in: the workbook names its relationship,
// and that its target (ISO/IEC 29500-1, 12.3.23 and 12.3.24).
func partOf(parts *zip.Reader, sheet string) (string, error) {
	var root, own relationships
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"` // in one of two namespaces
		} `xml:"sheets>sheet"`
	}
	if err := decode(parts, "_rels/.rels", &root); err != nil {
		return "", err
	}
	name := root.target("", func(r relationship) bool { return strings.HasSuffix(r.Type, "/officeDocument") })
	if err := decode(parts, name, &book); err != nil {
		return "", err
	}
	folder, file := path.Split(name)
	if err := decode(parts, folder+"_rels/"+file+".rels", &own); err != nil {
		return "", err
	}
	for _, s := range book.Sheets {
		if s.Name == sheet {
			return own.target(folder, func(r relationship) bool { return r.ID == s.ID }), nil
		}
	}
	return "", office.ErrNotWorkbook
}

type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

type relationships struct {
	All []relationship `xml:"Relationship"`
}

// target gives the name of a part that is meant from a folder.
func (r relationships) target(folder string, meant func(relationship) bool) string {
	for _, one := range r.All {
		if meant(one) {
			if absolute, ok := strings.CutPrefix(one.Target, "/"); ok {
				return absolute
			}
			return path.Join(folder, one.Target)
		}
	}
	return ""
}

func decode(parts *zip.Reader, name string, v any) (err error) {
	f, err := parts.Open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return xml.NewDecoder(f).Decode(v)
}
