package office

import (
	"strings"
	"unicode"
)

// Clean makes s fit for a document: valid UTF-8, "\n" for every kind of line
// end (PowerPoint pastes a vertical tab) and no other control characters.
func Clean(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch r {
		case '\t', '\n':
			return r
		case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\uFFFE', '\uFFFF': // not allowed in XML
			return '\uFFFD'
		}
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// OneLine is Clean for names and headers: any run of white space is a space.
func OneLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// Join puts the parts that are not empty behind each other.
func Join(separator string, parts ...string) string {
	var present []string
	for _, part := range parts {
		if part != "" {
			present = append(present, part)
		}
	}
	return strings.Join(present, separator)
}

// Units counts UTF-16 code units, in which office programs measure.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}

func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// Shorten makes s at most limit units long and shows that it did.
func Shorten(s string, limit int) string {
	if Units(s) <= limit {
		return s
	}
	head, _ := CutUnits(s, limit-1)
	return strings.TrimRight(head, " ") + "…"
}

// CutUnits cuts s after at most limit units.
func CutUnits(s string, limit int) (head, tail string) {
	for i, r := range s {
		if limit -= unitsOf(r); limit < 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}
