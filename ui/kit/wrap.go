package kit

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// maxWords bounds the memory of a measure: a day of typing stays far below it.
const maxWords = 50_000

// measure knows how wide words are in one size and style. Shaping a word costs
// about 10 µs in Fyne, looking it up 20 ns, and people use the same words again.
// A new word of Latin letters isn't shaped either: its letters, each with what the
// next one kerns it, add up to the same, and there are few pairs.
type measure struct {
	size  float32
	bold  bool
	words map[string]float32
	pairs map[[2]rune]float32 // of the first when the second follows; none is 0
	space float32
}

func newMeasure(size float32, bold bool) *measure {
	m := &measure{size: size, bold: bold, words: map[string]float32{}, pairs: map[[2]rune]float32{}}
	// A lone space has no ink; the difference has its advance.
	m.space = m.shape("a a") - m.shape("aa")
	return m
}

func (m *measure) shape(text string) float32 { return widthOf(text, m.size, m.bold) }

// width returns how wide a word is.
func (m *measure) width(word string) float32 {
	w, ok := m.words[word]
	if !ok {
		if len(m.words) >= maxWords {
			clear(m.words)
		}
		w = m.add(word)
		m.words[strings.Clone(word)] = w
	}
	return w
}

// add returns how wide a word is that wasn't seen before.
func (m *measure) add(word string) float32 {
	width, before := float32(0), rune(0)
	for _, r := range word {
		if !addsUp(r) {
			return m.shape(word)
		}
		if before != 0 {
			width += m.advance(before, r)
		}
		before = r
	}
	if before != 0 {
		width += m.advance(before, 0)
	}
	return width
}

// addsUp tells whether a character takes the same room in any word, but for its
// neighbours: Latin letters with and without accents, punctuation and currency
// do. An f doesn't, which our typeface ties to some letters that follow.
func addsUp(r rune) bool {
	return r >= ' ' && r < 0x180 && r != 'f' && r != softHyphen || r >= '‐' && r <= '…' || r == '€'
}

const softHyphen = 0xAD

// advance returns the room that a character takes before the next one.
func (m *measure) advance(r, next rune) float32 {
	pair := [2]rune{r, next}
	width, ok := m.pairs[pair]
	if !ok {
		if next == 0 {
			width = m.shape(string(r))
		} else {
			width = m.shape(string(pair[:])) - m.advance(next, 0)
		}
		m.pairs[pair] = width
	}
	return width
}

// wrap calls line for each line of the text at this width, until it returns
// false. Lines are parts of the text; spaces at a break belong to none.
func (m *measure) wrap(text string, width float32, line func(string) bool) {
	for more := true; more; {
		var paragraph string
		paragraph, text, more = strings.Cut(text, "\n")
		if !m.wrapParagraph(paragraph, width, line) {
			return
		}
	}
}

func (m *measure) wrapParagraph(text string, width float32, line func(string) bool) bool {
	start, end, used := 0, 0, float32(0)
	for at := 0; at < len(text); {
		word := text[at:]
		if i := strings.IndexByte(word, ' '); i >= 0 {
			if strings.HasSuffix(word[:i], "€") && i+1 < len(word) { // an amount stays with its sign
				i++
				if next := strings.IndexByte(word[i:], ' '); next >= 0 {
					i += next
				} else {
					i = len(word)
				}
			}
			word = word[:i]
		}
		next := at + len(word) + 1
		advance := m.space*float32(at-end) + m.width(word)
		switch {
		case word == "":
		case used+advance <= width:
			used += advance
			end = at + len(word)
		case start < at: // the word begins a new line
			if start < end && !line(text[start:end]) {
				return false
			}
			start, end, used, next = at, at, 0, at
		default: // the word alone is too wide
			next = at + m.fit(word, width)
			if !line(text[at:next]) {
				return false
			}
			start, end = next, next
		}
		at = next
	}
	return line(text[start:end])
}

// fit returns how many bytes of a word fit, at least one character.
func (m *measure) fit(word string, width float32) int {
	used, before := float32(0), rune(0)
	for i, r := range word {
		if !addsUp(r) {
			return m.fitShaped(word, width)
		}
		if before != 0 {
			used += m.advance(before, r)
		}
		if i > 0 && used+m.advance(r, 0) > width {
			return i
		}
		before = r
	}
	return len(word)
}

// fitShaped is fit for words of any script.
func (m *measure) fitShaped(word string, width float32) int {
	var ends []int
	for i, r := range word {
		ends = append(ends, i+utf8.RuneLen(r))
	}
	n := sort.Search(len(ends)-1, func(i int) bool { return m.shape(word[:ends[i+1]]) > width })
	return ends[n]
}

// count returns the number of lines at this width, no more than most.
func (m *measure) count(text string, width float32, most int) int {
	n := 0
	m.wrap(text, width, func(string) bool { n++; return n < most })
	return n
}

// lines returns the lines at this width, no more than most, the last one with an
// ellipsis when something had to be left out.
func (m *measure) lines(text string, width float32, most int) []string {
	var lines []string
	m.wrap(text, width, func(line string) bool {
		lines = append(lines, line)
		return len(lines) <= most
	})
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	lines[most-1] = m.elide(lines[most-1]+ellipsis, width)
	return lines
}

const ellipsis = "…"

// elide shortens a text to one line of this width.
func (m *measure) elide(text string, width float32) string {
	if m.shape(text) <= width {
		return text
	}
	text = strings.TrimSuffix(text, ellipsis)
	n := m.fit(text, width-m.width(ellipsis))
	return strings.TrimRight(text[:n], " ") + ellipsis
}
