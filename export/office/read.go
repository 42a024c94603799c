package office

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
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

// MaxColumns is how many columns of a sheet are read; a register has some forty.
const MaxColumns = 256

// FarError is about a cell with something in it beyond MaxColumns. A small file
// that fills the last column of every row would cost minutes and gigabytes.
type FarError struct{ Sheet, Cell string }

func (e *FarError) Error() string { return e.Sheet + "!" + e.Cell + " lies too far to the right" }

// Unreadable tells that a sheet can't be read, or why it is refused.
func Unreadable(err error) error {
	if far := (*FarError)(nil); errors.Is(err, ErrTooManyRows) || errors.As(err, &far) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrNotWorkbook, err)
}

// Attribute gives the value of an attribute by its local name, "" when there is none.
func Attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Unpack opens a workbook that came from elsewhere: within the limits, and with
// every part as it was packed.
func Unpack(data []byte) (*zip.Reader, error) {
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	size := uint64(0)
	for _, p := range parts.File {
		if size += p.UncompressedSize64; size > MaxUnzipped || p.UncompressedSize64 > MaxUnzipped {
			return nil, ErrTooLarge
		}
	}
	for _, p := range parts.File {
		if err := sound(p, data); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, p.Name, err)
		}
	}
	return parts, nil
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
