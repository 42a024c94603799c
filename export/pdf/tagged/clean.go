package tagged

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean makes text that can be drawn: composed (NFC), valid UTF-8, every way to
// end a line as "\n", other white space as a space (a no-break space stays one),
// without control characters and without invisible ones, of which those for
// writing direction would let a line say something else than it shows.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	last := rune(0)
	s = strings.Map(func(r rune) rune {
		if r == joiner && last < 0x2000 { // nothing to join
			return -1
		}
		if r = clean(r); r >= 0 {
			last = r
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

func clean(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7F:
		return r
	case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r == '\t':
		return ' '
	case r == 0xA0, r == 0x2007, r == 0x202F: // no-break spaces
		return 0xA0
	case unicode.Is(unicode.Zs, r):
		return ' '
	case r == joiner:
		return r
	case unicode.In(r, unicode.Cc, unicode.Cf):
		return -1
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF: // no characters at all
		return 0xFFFD
	}
	return r
}
