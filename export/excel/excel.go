// Package excel writes a Report as an .xlsx workbook: a sheet for every
// section, real tables with typed cells, ready to filter and to print. It is
// the only importer of excelize.
package excel

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"oogst/export"
	"oogst/export/office"
)

// ErrNoSheets says that no section of the report is meant for a workbook.
var ErrNoSheets = errors.New("excel: the report has no section for a workbook")

// Write writes the sections of r that belong in sheets as one .xlsx workbook;
// the same r gives the same parts. It calls progress, unless nil, with the
// table rows done and the total, and stops with the error of ctx when that
// ends. Nothing is cut: a row that doesn't fit in Excel's limits goes on in a
// next row marked "(vervolg)". It fails on a report without sheets, on a row
// whose cells don't match the columns, and on an error of w; what w holds is a
// workbook only on success.
func Write(ctx context.Context, w io.Writer, r export.Report, progress func(done, total int)) (err error) {
	sheets := office.Sheets(r)
	if len(sheets) == 0 {
		return ErrNoSheets
	}
	steps := export.NewSteps(ctx, progress)
	steps.Expect(office.Rows(sheets))
	b, err := newBook(steps, r.Meta, sheets)
	if err != nil {
		return fmt.Errorf("excel: %w", err)
	}
	defer func() { err = errors.Join(err, b.file.Close()) }()
	for i, s := range sheets {
		if err := b.addSheet(i, s); err != nil {
			return fmt.Errorf("excel: sheet %q: %w", s.Name, err)
		}
	}
	if err := steps.Err(); err != nil {
		return err
	}
	_, err = b.file.WriteTo(w)
	return err
}

// book is the workbook being written.
type book struct {
	steps  *export.Steps // table rows
	file   *excelize.File
	meta   export.Meta
	styles styles
	// choices are the lists that columns let one choose from, by name.
	choices map[string]office.Range
}

func newBook(steps *export.Steps, meta export.Meta, sheets []office.Sheet) (*book, error) {
	f := excelize.NewFile()
	b := &book{steps: steps, file: f, meta: cleanMeta(meta), choices: office.Choices(sheets)}
	if err := b.setProperties(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	var err error
	if b.styles, err = newStyles(f, meta.Style); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return b, nil
}

// setProperties says whose document this is; excelize's own template would
// name its author and the year 2006.
func (b *book) setProperties() error {
	subject := b.meta.Subtitle
	if subject == "" {
		subject = b.meta.Title
	}
	props := &excelize.DocProperties{
		Title:          b.meta.Title,
		Subject:        subject,
		Creator:        b.meta.Organisation,
		LastModifiedBy: b.meta.Organisation,
		Language:       b.meta.Language,
		ContentStatus:  b.meta.Status,
		Description:    b.meta.Fictional,
		Identifier:     b.meta.Mark,
		Created:        b.meta.Created.UTC().Format(time.RFC3339),
		Modified:       b.meta.Created.UTC().Format(time.RFC3339),
	}
	if err := b.file.SetDocProps(props); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "Oogst"})
}

// addSheet writes a sheet from its properties to its last row. The order is a
// rule of excelize's stream: what is set after Flush is lost without an error.
func (b *book) addSheet(index int, s office.Sheet) error {
	if index == 0 {
		if err := b.file.SetSheetName("Sheet1", s.Name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(s.Name); err != nil {
		return err
	}
	for _, set := range []func(office.Sheet) error{b.setPage, b.setChoices, b.setChart} {
		if err := set(s); err != nil {
			return err
		}
	}
	stream, err := b.file.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	if s.Table != nil {
		err = b.writeTable(stream, s)
	} else {
		err = b.writeText(stream, s)
	}
	if err != nil {
		return err
	}
	return stream.Flush()
}

func cleanMeta(m export.Meta) export.Meta {
	for _, s := range []*string{
		&m.Title, &m.Subtitle, &m.Organisation, &m.Language, &m.Status, &m.Audience,
		&m.Version, &m.Mark, &m.Classification, &m.Fictional,
	} {
		*s = office.OneLine(*s)
	}
	return m
}
