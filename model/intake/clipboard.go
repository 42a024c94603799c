package intake

import (
	"slices"
	"strings"
	"unicode"
)

// ReadClipboard reads what a spreadsheet puts on the clipboard: cells with tabs
// between them. Unlike in a file, a quotation mark is a mark of the text,
// unless it stands around a cell with a tab or a line end in it.
func ReadClipboard(text string) (Table, error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	if strings.TrimSpace(text) == "" {
		return Table{}, refuse(Empty, 0)
	}
	var rows []Row
	for line := 1; text != ""; {
		row, first := Row{Line: line}, line
		for more := true; more; {
			var cell, end string
			cell, end, text = nextCell(text)
			row.Cells = append(row.Cells, cell)
			line += strings.Count(cell, "\n")
			more = end == "\t"
		}
		row.Line, line = first, line+1
		if rows = append(rows, row); len(rows) > MaxLines+1 {
			return Table{}, refuse(TooManyLines, 0)
		}
	}
	return Table{Rows: rows}, nil
}

// nextCell takes a cell and what ends it: a tab, a line end or nothing.
func nextCell(text string) (cell, end, rest string) {
	if cell, rest, ok := quoted(text); ok {
		if rest == "" {
			return cell, "", ""
		}
		return cell, rest[:1], rest[1:]
	}
	i := strings.IndexAny(text, "\t\n")
	if i < 0 {
		return text, "", ""
	}
	return text[:i], text[i : i+1], text[i+1:]
}

// quoted takes a cell in quotation marks that has a tab or line end in it.
func quoted(text string) (cell, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", "", false
	}
	var b strings.Builder
	for rest = text[1:]; ; {
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(rest[:i])
		if rest = rest[i+1:]; !strings.HasPrefix(rest, `"`) {
			break
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
	cell = b.String()
	return cell, rest, strings.ContainsAny(cell, "\t\n") && (rest == "" || rest[0] == '\t' || rest[0] == '\n')
}

// HasHeader tells whether rows begin with the names of the columns that a table
// of lines must have.
func HasHeader(rows []Row) bool {
	if len(rows) == 0 {
		return false
	}
	named := map[string]bool{}
	for _, name := range rows[0].Cells {
		named[columns[fold(name)]] = true
	}
	return named["text"] && named["kind"]
}

// bullets open a line of a list, with a blank after them. An "o" is one in Word,
// where a tab follows it.
var bullets = []string{"•", "·", "▪", "–", "-", "*"}

// Plain gives the lines of a text that is no table, without the bullets and
// dashes of a list.
func Plain(text string) []string {
	var out []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "\n")) {
		line = strings.TrimSpace(line)
		if i := strings.IndexFunc(line, unicode.IsSpace); i > 0 && (slices.Contains(bullets, line[:i]) || line[:i+1] == "o\t") {
			line = strings.TrimSpace(line[i:])
		}
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}
