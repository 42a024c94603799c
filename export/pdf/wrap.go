package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"oogst/export/pdf/tagged"
)

// wrap breaks text in lines of at most width. A line that was broken at a space
// or a new line ends with a space: without it, the words around the break run
// together for a screen reader.
func (l *layout) wrap(f tagged.Font, text string, width float64) (lines []string) {
	for part := range strings.SplitSeq(tagged.Clean(text), "\n") {
		part = oneLine(part)
		if part == "" {
			continue
		}
		if len(lines) > 0 {
			lines[len(lines)-1] += " "
		}
		for part != "" {
			n := l.fit(f, part, width)
			lines = append(lines, part[:n])
			part = part[n:]
		}
	}
	return lines
}

// oneLine makes each stretch of white space one space. A no-break space stays.
func oneLine(clean string) string {
	if !strings.Contains(clean, "  ") && !strings.ContainsRune(clean, '\n') {
		return strings.Trim(clean, " ")
	}
	space := func(r rune) bool { return r == ' ' || r == '\n' }
	return strings.Join(strings.FieldsFunc(clean, space), " ")
}

// blank reports whether nothing of text can be seen.
func blank(text string) bool { return oneLine(tagged.Clean(text)) == "" }

// fit returns how much of s goes on a line; at least a cluster.
func (l *layout) fit(f tagged.Font, s string, width float64) int {
	at, used, last := 0, 0.0, 0
	for at < len(s) {
		n, w := l.doc.Cluster(f, s[at:])
		if s[at] == ' ' { // hangs over the edge
			amount := strings.HasSuffix(s[:at], "€") // stays with its sign
			at, used = at+n, used+w
			if !amount {
				last = at
			}
			continue
		}
		if used+w > width && at > 0 {
			if last > 0 {
				return last
			}
			return at
		}
		at, used = at+n, used+w
		if breaks(s[:at], s[at:]) {
			last = at
		}
	}
	return at
}

// breaks reports whether a line may end between two parts of a word: after a
// hyphen or slash between letters, but not in "e-health" or "14-03-2018".
func breaks(before, after string) bool {
	sign := len(before) - 1
	if before[sign] != '-' && before[sign] != '/' {
		return false
	}
	first, n := utf8.DecodeLastRuneInString(before[:sign])
	second, _ := utf8.DecodeLastRuneInString(before[:sign-n])
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(first) && unicode.IsLetter(second) && unicode.IsLetter(next)
}

// clip cuts text to width, for furniture that has one line.
func (l *layout) clip(f tagged.Font, text string, width float64) string {
	text = oneLine(tagged.Clean(text))
	if l.doc.Width(f, text) <= width {
		return text
	}
	const dots = "…"
	n := l.fit(f, text, width-l.doc.Width(f, dots))
	return strings.TrimSpace(text[:n]) + dots
}
