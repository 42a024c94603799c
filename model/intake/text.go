package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// ReadText reads text in columns: separated by semicolon, comma or tab; in
// UTF-8, UTF-16 with its mark, or else Windows-1252, as Excel and Notepad save.
func ReadText(data []byte) (Table, error) {
	text := decode(data)
	if strings.TrimSpace(text) == "" {
		return Table{}, refuse(Empty, 0)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, false
	var t Table
	for {
		cells, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return t, nil
		case err != nil:
			line := 0
			if pe := (*csv.ParseError)(nil); errors.As(err, &pe) {
				line = pe.StartLine
			}
			return Table{}, refuse(Malformed, line)
		case len(t.Rows) > MaxLines:
			return Table{}, refuse(TooManyLines, 0)
		}
		line, _ := r.FieldPos(0)
		t.Rows = append(t.Rows, Row{Line: line, Cells: cells})
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
