package export

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrNoEntries says that a report has no table of entries to write as CSV.
var ErrNoEntries = errors.New("export: the report has no table of entries")

// WriteCSV writes the table of the section "entries" as CSV: UTF-8 with a byte
// order mark and semicolons, so that a Dutch Excel opens it in columns, and
// for the rest as RFC 4180 says. Days are yyyy-mm-dd and times hh:mm, which
// any program reads. It fails with ErrNoEntries, or on an error of w.
func WriteCSV(w io.Writer, r Report) error {
	table := entriesTable(r)
	if table == nil {
		return ErrNoEntries
	}
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	fields := make([]string, len(table.Columns))
	for i, column := range table.Columns {
		fields[i] = guard(column.Title)
	}
	if err := out.Write(fields); err != nil {
		return err
	}
	for _, row := range table.Rows {
		fields = fields[:0]
		for i, cell := range row.Cells {
			fields = append(fields, cell.csv(table.Columns[i].Kind))
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func entriesTable(r Report) *Table {
	for _, section := range r.Sections {
		if section.Key != "entries" {
			continue
		}
		for _, block := range section.Blocks {
			if table, ok := block.(*Table); ok {
				return table
			}
		}
	}
	return nil
}

func (c Cell) csv(kind CellKind) string {
	switch {
	case kind == Count:
		return strconv.Itoa(c.Number)
	case (kind == Date || kind == Clock) && c.Time.IsZero():
		return ""
	case kind == Date:
		return c.Time.Format("2006-01-02")
	case kind == Clock:
		return c.Time.Format("15:04")
	case kind == Lines && len(c.Items) > 0:
		lines := make([]string, len(c.Items))
		for i, item := range c.Items {
			lines[i] = strings.TrimSpace(item.Code + "  " + item.Text)
			if len(item.Remarks) > 0 {
				lines[i] += " [" + strings.Join(item.Remarks, ", ") + "]"
			}
		}
		return guard(strings.Join(lines, "\n"))
	}
	return guard(c.Text)
}

// guard keeps a spreadsheet from taking text for a formula. CSV has no types,
// so "=HYPERLINK(…)" that somebody typed would run on the machine that opens
// the file; an apostrophe in front makes it text. What has one already gets
// another, so that a reader knows which to take off. An .xlsx needs no guard
// and has none: there a cell says itself that it is text.
func guard(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	white := s[:len(s)-len(trimmed)]
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(trimmed, "'"))
	if strings.ContainsAny(white, "\t\r") || strings.ContainsRune("=+-@＝＋－＠", first) && trimmed != "" {
		s = "'" + s
	}
	return lineEnds.Replace(s)
}

// lineEnds leaves one kind of line end: encoding/csv drops a lone "\r".
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")
