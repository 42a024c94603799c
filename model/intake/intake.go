// Package intake reads lines that others typed elsewhere: text with columns,
// or the rows of a sheet. It takes a table whole or says what is wrong where.
package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"oogst/model"

	"golang.org/x/text/encoding/charmap"
)

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
)

// Problem is one thing that is wrong, and where.
type Problem struct {
	Reason Reason
	Line   int    // as an editor or spreadsheet counts, from 1; 0 for the whole
	Column string // as the header has it
	Value  string
}

// Error tells what is wrong: all of it, so that it can be mended in one go.
type Error struct{ Problems []Problem }

func (e *Error) Error() string {
	p := e.Problems[0]
	return fmt.Sprintf("%d problems; first: reason %d at line %d, column %q, value %q", len(e.Problems), p.Reason, p.Line, p.Column, p.Value)
}

func refuse(r Reason, line int) error { return &Error{[]Problem{{Reason: r, Line: line}}} }

// Row is a row of cells and the line where it starts.
type Row struct {
	Line  int
	Cells []string
}

// ReadText reads text in columns: separated by semicolon, comma or tab; in
// UTF-8, UTF-16 with its mark, or else Windows-1252, as Excel and Notepad save.
func ReadText(data []byte) ([]Row, error) {
	text := decode(data)
	if strings.TrimSpace(text) == "" {
		return nil, refuse(Empty, 0)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, false
	var rows []Row
	for {
		cells, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return rows, nil
		case err != nil:
			line := 0
			if pe := (*csv.ParseError)(nil); errors.As(err, &pe) {
				line = pe.StartLine
			}
			return nil, refuse(Malformed, line)
		case len(rows) > MaxLines:
			return nil, refuse(TooManyLines, 0)
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, Row{line, cells})
	}
}

func decode(data []byte) string {
	for _, mark := range []struct {
		bytes []byte
		big   bool
	}{{[]byte{0xFF, 0xFE}, false}, {[]byte{0xFE, 0xFF}, true}} {
		if rest, ok := bytes.CutPrefix(data, mark.bytes); ok {
			return decode16(rest, mark.big)
		}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) {
		return string(data)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(text)
}

func decode16(data []byte, big bool) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		low, high := data[2*i], data[2*i+1]
		if big {
			low, high = high, low
		}
		units[i] = uint16(low) | uint16(high)<<8
	}
	return string(utf16.Decode(units))
}

// separator is the one of semicolon, tab and comma that the first line has most of.
func separator(text string) rune {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	best, most := ';', 0
	for _, c := range ";\t," {
		if n := strings.Count(first, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// columns maps what a header may say to the column that it means.
var columns = map[string]string{
	"id": "id", "code": "id", "nr": "id", "nummer": "id",
	"kind": "kind", "soort": "kind",
	"text": "text", "tekst": "text", "inbreng": "text",
	"municipality": "stakeholder", "gemeente": "stakeholder", "stakeholder": "stakeholder", "organisatie": "stakeholder",
	"certainty": "certainty", "zekerheid": "certainty",
	"status": "status",
	"note":   "note", "notitie": "note", "opmerking": "note", "interne notitie": "note",
	"said": "said", "zoals gezegd": "said", "gezegd": "said",
	"origin": "origin", "herkomst": "origin",
}

var statuses = map[string]model.Status{
	"": model.Captured, "captured": model.Captured, "vastgelegd": model.Captured,
	"tocheck": model.ToCheck, "te controleren": model.ToCheck, "controleren": model.ToCheck,
}

var certainties = map[string]model.Certainty{
	"": model.Stated, "stated": model.Stated, "gezegd": model.Stated,
	"deduced": model.Deduced, "afgeleid": model.Deduced,
	"guessed": model.Guessed, "geraden": model.Guessed,
	"none": model.Unknown, "onbekend": model.Unknown,
}

// Lines makes captures of rows, the first of which names the columns. origin
// is noted with each line that doesn't name its own.
func Lines(rows []Row, p model.Programme, origin string) (model.Import, error) {
	t, err := newTable(rows, p, origin)
	if err != nil {
		return nil, err
	}
	var out model.Import
	for _, row := range rows[1:] {
		if !blank(row.Cells) {
			out = append(out, t.line(row))
		}
	}
	switch {
	case len(t.problems) > 0:
		return nil, &Error{t.problems}
	case len(out) == 0:
		return nil, refuse(Empty, 0)
	case len(out) > MaxLines:
		return nil, refuse(TooManyLines, 0)
	}
	return out, nil
}

type table struct {
	header       []string
	column       map[string]int
	kinds        map[string]string
	stakeholders map[string]string
	origin       string
	problems     []Problem
}

func newTable(rows []Row, p model.Programme, origin string) (*table, error) {
	if len(rows) == 0 {
		return nil, refuse(Empty, 0)
	}
	t := &table{
		header: rows[0].Cells, column: map[string]int{},
		kinds: map[string]string{}, stakeholders: map[string]string{"": model.Unassigned}, origin: origin,
	}
	for i, name := range t.header {
		if c, ok := columns[fold(name)]; ok {
			if _, taken := t.column[c]; !taken {
				t.column[c] = i
			}
		}
	}
	_, text := t.column["text"]
	_, kind := t.column["kind"]
	if !text || !kind {
		return nil, refuse(NoHeader, rows[0].Line)
	}
	for _, k := range p.Kinds {
		for _, name := range []string{k.Key, k.Name, k.Plural, k.Heading} {
			t.kinds[fold(name)] = k.Key
		}
	}
	for _, s := range p.Stakeholders {
		for _, name := range []string{s.Key, s.Name, s.Short, "gemeente " + s.Name} {
			t.stakeholders[fold(name)] = s.Key
		}
	}
	t.stakeholders[""] = model.Unassigned
	t.stakeholders["nog niet toegewezen"] = model.Unassigned
	return t, nil
}

func (t *table) line(row Row) model.Capture {
	id, origin := t.cell(row, "id"), t.cell(row, "origin")
	if origin == "" {
		origin = t.origin
	}
	if id != "" {
		origin += ", " + id
	}
	c := model.Capture{
		Text:        t.cell(row, "text"),
		Note:        t.cell(row, "note"),
		Said:        t.cell(row, "said"),
		Origin:      origin,
		Kind:        lookup(t, row, "kind", t.kinds, UnknownKind),
		Stakeholder: lookup(t, row, "stakeholder", t.stakeholders, UnknownStakeholder),
		Status:      lookup(t, row, "status", statuses, UnknownStatus),
		Certainty:   lookup(t, row, "certainty", certainties, UnknownCertainty),
	}
	switch n := utf8.RuneCountInString(c.Text); {
	case n == 0:
		t.problem(EmptyText, row, "text")
	case n > model.MaxText:
		t.problem(TextTooLong, row, "text")
	}
	return c
}

func (t *table) cell(row Row, column string) string {
	i, ok := t.column[column]
	if !ok || i >= len(row.Cells) {
		return ""
	}
	return strings.TrimSpace(row.Cells[i])
}

func lookup[V any](t *table, row Row, column string, known map[string]V, otherwise Reason) V {
	v, ok := known[fold(t.cell(row, column))]
	if !ok {
		t.problem(otherwise, row, column)
	}
	return v
}

func (t *table) problem(r Reason, row Row, column string) {
	name := column
	if i, ok := t.column[column]; ok {
		name = t.header[i]
	}
	value := t.cell(row, column)
	if r == TextTooLong {
		value = ""
	}
	t.problems = append(t.problems, Problem{r, row.Line, name, value})
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

func fold(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(name)), " ")
}
