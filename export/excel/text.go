package excel

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxUnits is how many UTF-16 code units a cell takes. Excelize cuts the rest
// off without an error; the slack is for the words of a continuation.
const maxUnits = 32767 - 67

// advances are the widths of the characters from space to tilde in Calibri,
// in thousandths of the font size; measured on the metrically equal Carlito.
var advances = [...]uint16{
	226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386,
	507, 507, 507, 507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463,
	894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662,
	517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498,
	291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527,
	525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
}

// advance is the width of r in the unit of column widths: digits. Widths in
// that unit hold for other fonts too, since a program that doesn't have Calibri
// scales its columns to the digits of the font it takes instead.
func advance(r rune) float64 {
	switch {
	case r >= ' ' && r <= '~':
		return float64(advances[r-' ']) / 507
	case r == '\t':
		return 4
	case unicode.Is(unicode.Mn, r):
		return 0
	case r < 0x1100:
		return 1.05
	case r < 0x2E80: // dashes, quotes, the euro, arrows
		return 1.4
	default: // East Asian and emoji
		return 2
	}
}

// heightOf is on how many lines s is shown in a column of the given width.
func heightOf(s string, width float64) int {
	const widest = 1.8 // of the ASCII characters, in digits
	if float64(len(s))*widest <= width && strings.IndexByte(s, '\n') < 0 {
		return 1
	}
	return len(displayLines(s, width))
}

// displayLines returns where the lines begin on which s is shown in a column
// of the given width. It breaks at spaces only, so never sees fewer lines than
// a program that also breaks at hyphens.
func displayLines(s string, width float64) []int {
	starts := []int{0}
	x, start, word, wordX := 0.0, 0, 0, 0.0 // word: where the last word begins
	begin := func(at int, used float64) {
		starts = append(starts, at)
		x, start, word, wordX = used, at, at, 0
	}
	for i, r := range s {
		if r == '\n' {
			begin(i+1, 0)
			continue
		}
		a := advance(r)
		if x+a > width && i > start && r != ' ' {
			if word > start {
				begin(word, x-wordX)
			} else {
				begin(i, 0)
			}
		}
		x += a
		if r == ' ' {
			word, wordX = i+utf8.RuneLen(r), x
		}
	}
	return starts
}
