package ods

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"oogst/export/office"
	"oogst/ui/text"
)

// Is tells whether data is an OpenDocument spreadsheet: its first part says so.
func Is(data []byte) bool {
	const header = 30 // of a part in a ZIP file, before its name
	return len(data) > header && bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.HasPrefix(data[header:], []byte("mimetype"+mimetype))
}

// Read reads a sheet: the first of names that the workbook has, or else its
// first; and as More, the others of names. More than limit rows with something
// in them are refused. Formulas, links and macros are not followed.
func Read(data []byte, names []string, limit int) (office.Read, error) {
	parts, err := office.Unpack(data)
	if err != nil {
		return office.Read{}, err
	}
	macros := false
	var content *zip.File
	for _, p := range parts.File {
		macros = macros || strings.HasPrefix(p.Name, "Basic/") || strings.HasPrefix(p.Name, "Scripts/")
		if p.Name == "content.xml" {
			content = p
		}
	}
	if content == nil {
		return office.Read{}, office.ErrNotWorkbook
	}
	sheets, err := readContent(content, limit)
	if err != nil {
		return office.Read{}, err
	}
	s := chosen(sheets, names)
	s.Macros, s.Mark = macros, mark(data, sheets[0])
	return s, nil
}

// chosen puts the sheets that were asked for in order, the first one foremost.
func chosen(sheets []office.Read, names []string) office.Read {
	all := make([]string, len(sheets))
	for i, s := range sheets {
		all[i] = s.Name
	}
	var out office.Read
	for i, name := range office.Chosen(all, names) {
		s := sheets[slices.Index(all, name)]
		if i == 0 {
			out = s
		} else {
			out.More = append(out.More, s)
		}
	}
	return out
}

// mark finds the mark in the properties, or on the first sheet: not every
// program keeps properties that it doesn't show.
func mark(data []byte, first office.Read) string {
	if m, err := office.Mark(data); err == nil && office.IsMark(m) {
		return m
	}
	for _, row := range first.Rows {
		if len(row.Cells) > 1 && row.Cells[0] == text.LabelMark && office.IsMark(row.Cells[1]) {
			return row.Cells[1]
		}
	}
	return ""
}

func readContent(part *zip.File, limit int) (sheets []office.Read, err error) {
	f, err := part.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", office.ErrNotWorkbook, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r := &reader{in: xml.NewDecoder(io.LimitReader(f, office.MaxUnzipped)), limit: limit}
	if err := r.document(); err != nil {
		return nil, office.Unreadable(err)
	}
	if len(r.sheets) == 0 {
		return nil, office.ErrNotWorkbook
	}
	return r.sheets, nil
}

// reader reads the tables of a document as its tokens come.
type reader struct {
	in     *xml.Decoder
	limit  int
	sheets []office.Read
	number int // of the row that comes next
}

func (r *reader) document() error {
	for {
		token, err := r.in.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "table" {
			r.sheets = append(r.sheets, office.Read{Name: office.Attribute(start, "name")})
			r.number = 1
			if err := r.table(&r.sheets[len(r.sheets)-1]); err != nil {
				return err
			}
		}
	}
}

// table reads rows to the end of the table, also those in groups.
func (r *reader) table(s *office.Read) error {
	for {
		token, err := r.in.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "table-row":
				if err := r.row(s, t); err != nil {
					return err
				}
			case "shapes": // a chart has a table of its own
				if err := r.in.Skip(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "table" {
				return nil
			}
		}
	}
}

// row reads a row, which may stand for many that are the same.
func (r *reader) row(s *office.Read, start xml.StartElement) error {
	row := office.Row{Number: r.number}
	column := 0
	for {
		token, err := r.in.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local != "table-cell" && t.Name.Local != "covered-table-cell" {
				if err := r.in.Skip(); err != nil {
					return err
				}
				continue
			}
			n := repeated(t, "number-columns-repeated")
			words, err := r.words()
			if err != nil {
				return err
			}
			if words != "" && column >= office.MaxColumns {
				return &office.FarError{Sheet: s.Name, Cell: cellName(column+1, r.number)}
			}
			// A cell that is repeated to the edge of the sheet is a ground, not content.
			for i := column; words != "" && i < min(column+n, office.MaxColumns); i++ {
				for len(row.Cells) <= i {
					row.Cells = append(row.Cells, "")
				}
				row.Cells[i] = words
				if office.Attribute(t, "formula") != "" {
					row.Formulas = append(row.Formulas, i)
				}
			}
			if wide, high := repeated(t, "number-columns-spanned"), repeated(t, "number-rows-spanned"); wide > 1 || high > 1 {
				s.Merged = append(s.Merged, office.Merge{
					Range: cellName(column+1, r.number) + ":" + cellName(column+wide, r.number+high-1), Last: r.number + high - 1,
				})
			}
			column += n
		case xml.EndElement:
			return r.keep(s, row, repeated(start, "number-rows-repeated"))
		}
	}
}

// keep adds n rows that are the same, unless they are empty.
func (r *reader) keep(s *office.Read, row office.Row, n int) error {
	r.number += n
	if len(row.Cells) == 0 {
		return nil
	}
	if len(s.Rows)+n > r.limit {
		return office.ErrTooManyRows
	}
	for i := range n {
		again := row
		again.Number += i
		s.Rows = append(s.Rows, again)
	}
	return nil
}

// words reads the text of a cell: its paragraphs, without the remarks that
// people hung on it.
func (r *reader) words() (string, error) {
	var b strings.Builder
	paragraphs := 0
	for depth := 1; depth > 0; {
		token, err := r.in.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			if depth > 1 { // between paragraphs stands only the form of the file
				b.Write(t)
			}
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "annotation", "frame", "note", "ruby-text":
				depth--
				if err := r.in.Skip(); err != nil {
					return "", err
				}
			case "p", "h":
				if paragraphs++; paragraphs > 1 {
					b.WriteByte('\n')
				}
			case "s":
				b.WriteString(strings.Repeat(" ", repeated(t, "c")))
			case "tab":
				b.WriteByte('\t')
			case "line-break":
				b.WriteByte('\n')
			}
		}
	}
	return b.String(), nil
}

// repeated is a number of times: 1 where the file doesn't say, and no more than
// a sheet has rows.
func repeated(e xml.StartElement, name string) int {
	const mostRows = 1 << 20
	n, err := strconv.Atoi(office.Attribute(e, name))
	if err != nil {
		return 1
	}
	return min(max(n, 1), mostRows)
}
