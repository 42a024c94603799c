package excel

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"oogst/export"
	"oogst/export/office"
)

// Row heights in points. LibreOffice doesn't grow a streamed row to its text,
// so every row gets the height that its measured lines need.
const (
	lineHeight = 15.0 // of Calibri 11
	rowPadding = 4.0
	maxHeight  = excelize.MaxRowHeight // 409
	maxLines   = 27                    // that fit in maxHeight
)

// cellPadding is what a column is wider than its text, in digits: the indent,
// five pixels, and a margin for the rounding of other screens and printers.
const cellPadding = 3.0

const continued = "(vervolg)"

// maxCode is how many units the number of a line has at most.
const maxCode = 40

// line is one line of a cell as written: a number, empty for plain text, and
// its text, which may hold line ends.
type line struct{ code, text string }

func (l line) String() string {
	if l.code == "" {
		return l.text
	}
	return l.code + "  " + l.text
}

// itemLines returns the lines of captured items.
func itemLines(items []export.Item) []line {
	lines := make([]line, len(items))
	for i, item := range items {
		l := line{code: office.OneLine(item.Code), text: office.Clean(item.Text)}
		if len(item.Remarks) > 0 {
			l.text += " [" + office.Clean(strings.Join(item.Remarks, ", ")) + "]"
		}
		if office.Units(l.code) > maxCode { // not a number: text, that can be divided
			l = line{text: l.String()}
		}
		lines[i] = l
	}
	return lines
}

// part is what stands in one cell: some lines, and how high they are.
type part struct {
	lines  []line
	height int // in lines as displayed
}

// split divides lines over as many cells as Excel's limits need: one, nearly
// always. With limit 0 the height is free, as it is for text to filter on: it
// stands whole in its cell, and only its display is limited by the row.
func split(lines []line, width float64, limit int) []part {
	if limit == 0 {
		limit = math.MaxInt
	}
	if len(lines) == 1 { // as nearly always
		s := lines[0].String()
		if height := heightOf(s, width); height <= limit && office.Units(s) < maxUnits {
			return []part{{lines, height}}
		}
	}
	parts := []part{{}}
	used := 0
	for len(lines) > 0 {
		l := lines[0]
		height, size := heightOf(l.String(), width), office.Units(l.String())+1
		p := &parts[len(parts)-1]
		switch {
		case p.height+height <= limit && used+size <= maxUnits:
			p.lines, p.height, used = append(p.lines, l), p.height+height, used+size
			lines = lines[1:]
		case len(p.lines) > 0:
			parts, used = append(parts, part{}), 0
		default:
			head, tail := cut(l, width, limit)
			lines = append([]line{head, tail}, lines[1:]...)
		}
	}
	return parts
}

// cut divides a line that is too much for any cell, after a word if it can.
func cut(l line, width float64, limit int) (head, tail line) {
	s := l.String()
	fits, _ := office.CutUnits(s, maxUnits-1)
	if starts := displayLines(fits, width); len(starts) > limit {
		fits = fits[:starts[limit]]
	}
	if i := strings.LastIndexAny(fits, " \n"); i > len(fits)/2 {
		fits = fits[:i+1]
	}
	fits = strings.TrimSuffix(fits, "\n") // the row ends here anyway
	rest := strings.TrimPrefix(s[len(fits):], "\n")
	if text, ok := strings.CutPrefix(fits, l.code+"  "); ok && l.code != "" {
		return line{l.code, text}, line{text: rest}
	}
	return line{text: fits}, line{text: rest}
}

// value makes lines a cell value: rich text when they have numbers.
func (s styles) value(lines []line) any {
	if len(lines) == 1 && lines[0].code == "" {
		return lines[0].text
	}
	var runs []excelize.RichTextRun
	plain := make([]string, len(lines))
	for i, l := range lines {
		plain[i] = l.String()
		rest := l.text
		if i < len(lines)-1 {
			rest += "\n"
		}
		if l.code != "" {
			runs = append(runs, excelize.RichTextRun{Text: l.code, Font: s.bold})
			rest = "  " + rest
		}
		runs = append(runs, excelize.RichTextRun{Text: rest, Font: s.plain})
	}
	if len(runs) == len(lines) {
		return strings.Join(plain, "\n")
	}
	return runs
}

// continuation is the header of the n-th row, from 1, after the row that it
// continues.
func continuation(header string, n int) string {
	header = office.Shorten(header, 60) + " "
	if n == 1 {
		return header + continued
	}
	return header + strings.TrimSuffix(continued, ")") + " " + strconv.Itoa(n) + ")"
}

// day and clock are Excel's serial numbers of the wall clock time of t; text
// for days before 1901, which Excel can't number rightly.
func day(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	if t.Year() < 1901 {
		return t.Format("02-01-2006")
	}
	midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	return int(midnight.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

func clock(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return float64(t.Hour()*60+t.Minute()) / (24 * 60)
}
