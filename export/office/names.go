package office

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Names hands out the names of a workbook. Excel compares them without case,
// and excelize makes "abc" the existing sheet "ABC" without an error.
type Names map[string]bool

// Limits in UTF-16 code units.
const (
	maxSheetName = 31
	maxTableName = 255
	maxHeader    = 255
)

// Sheet makes a legal sheet name of a title.
func (n Names) Sheet(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, title)
	name = strings.Trim(OneLine(name), "' ")
	switch {
	case name == "":
		name = "Blad"
	case strings.EqualFold(name, "History"): // Excel keeps this one for itself
		name += " (blad)"
	}
	return n.unique("sheet", name, maxSheetName, func(i int) string { return " (" + strconv.Itoa(i) + ")" })
}

// looksLikeCell matches A1 and R1C1 references: not allowed as a table name.
var looksLikeCell = regexp.MustCompile(`(?i)^([a-z]{1,3}[0-9]+|r[0-9]*(c[0-9]*)?|c[0-9]*)$`)

// Table makes a legal table name of a key.
func (n Names) Table(key string) string {
	name := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_') {
			return r
		}
		return '_'
	}, key)
	if name == "" || unicode.IsDigit(rune(name[0])) || looksLikeCell.MatchString(name) {
		name = "T_" + name
	}
	return n.unique("table", name, maxTableName, func(i int) string { return "_" + strconv.Itoa(i) })
}

// Column makes a legal header of a table column: Excel repairs a file whose
// headers aren't unique, or aren't equal in the cell and the table.
func (n Names) Column(title string, index int) string {
	name := OneLine(title)
	if name == "" {
		name = "Kolom " + strconv.Itoa(index+1)
	}
	return n.unique("column", name, maxHeader, func(i int) string { return " (" + strconv.Itoa(i) + ")" })
}

// unique shortens name to limit and adds the first suffix that makes it new
// among names of its scope.
func (n Names) unique(scope, name string, limit int, suffix func(int) string) string {
	result := Shorten(name, limit)
	for i := 2; n[scope+":"+strings.ToLower(result)]; i++ {
		result = Shorten(name, limit-len(suffix(i))) + suffix(i)
	}
	n[scope+":"+strings.ToLower(result)] = true
	return result
}
