package excel

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Limits on a workbook that came by mail, in bytes unpacked. excelize's own
// default is 16 GB.
const (
	maxUnzipped = 64 << 20
	maxPart     = 16 << 20
)

// ErrNotWorkbook tells that the bytes are no workbook that can be read.
var ErrNotWorkbook = errors.New("not a workbook")

// ReadRows reads the cells of a sheet as the person sees them: the sheet with
// the given name, or the first one. It reads at most limit rows and one more,
// so that the caller can tell. Formulas, links and macros are not followed.
func ReadRows(data []byte, sheet string, limit int) (rows [][]string, err error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	names := f.GetSheetList()
	if len(names) == 0 {
		return nil, ErrNotWorkbook
	}
	if !slices.Contains(names, sheet) {
		sheet = names[0]
	}
	cursor, err := f.Rows(sheet)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	defer func() { err = errors.Join(err, cursor.Close()) }()
	for cursor.Next() && len(rows) <= limit+1 {
		cells, err := cursor.Columns()
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotWorkbook, err)
		}
		rows = append(rows, cells)
	}
	return rows, cursor.Error()
}
