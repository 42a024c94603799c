package model

import "fmt"

// Positions are strings that sort in reading order, with room between any two:
// moving a line writes one field and leaves its neighbours alone. A new line
// takes its stamp as position, so lines of two laptops merge in the order in
// which they were said.

func positionAt(s Stamp) string { return fmt.Sprintf("%016x", uint64(s)) }

const (
	digits   = "0123456789abcdefghijklmnopqrstuvwxyz"
	noDigits = len(digits)
)

// between gives a position after a and before b; "" stands for the start and
// the end. Where no string lies between them (they differ by zeros only) the
// result sorts after both, which is harmless.
func between(a, b string) string {
	var out []byte
	for i := 0; ; i++ {
		low, high := 0, noDigits
		if i < len(a) {
			low = digit(a[i])
		}
		if b != "" && i < len(b) {
			high = digit(b[i])
		}
		if b != "" && i >= len(b) {
			return a + "i"
		}
		switch {
		case low == high:
			out = append(out, digits[low])
		case high-low > 1:
			return string(append(out, digits[(low+high)/2]))
		default:
			out = append(out, digits[low])
			b = ""
		}
	}
}

func digit(c byte) int {
	if c <= '9' {
		return int(c - '0')
	}
	return int(c-'a') + 10
}
