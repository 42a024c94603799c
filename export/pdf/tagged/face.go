package tagged

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Style is a style of the document's typeface.
type Style uint8

// The styles.
const (
	Regular Style = iota
	Bold
)

// family and styles are the names that gofpdf knows the faces by.
const family = "face"

var styles = [...]string{Regular: "", Bold: "B"}

// Font is a style in a size in points.
type Font struct {
	Style Style
	Size  float64
}

// Fonts holds the typeface: a TrueType file for each style (no CFF, no
// collections).
type Fonts struct{ Regular, Bold []byte }

// face is one font file and what the document drew with it.
type face struct {
	data   []byte
	name   string // PostScript name
	font   *sfnt.Font
	buf    sfnt.Buffer
	glyphs map[rune]glyph
	near   [nearby]glyph // of the characters that nearly all text is made of
	used   map[rune]bool
	loaded bool
}

// nearby is how many characters a face has at hand without looking them up: up
// to the end of Latin Extended-A.
const nearby = 0x180

// glyph is a character's width in ems, and whether the font has it at all.
type glyph struct {
	em    float64
	known bool
}

// newFace reads the font: gofpdf itself prints to standard output about a file
// that it can't read, and goes on.
func newFace(data []byte) (*face, error) {
	if len(data) < 4 || string(data[:4]) != "\x00\x01\x00\x00" {
		return nil, fmt.Errorf("this is not a TrueType file")
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the file: %w", err)
	}
	f := &face{data: data, font: parsed, glyphs: map[rune]glyph{}, used: map[rune]bool{}}
	for r := range rune(nearby) {
		f.near[r] = f.lookUp(r)
	}
	if f.name, err = parsed.Name(&f.buf, sfnt.NameIDPostScript); err != nil {
		return nil, fmt.Errorf("reading its name: %w", err)
	}
	if !f.glyph(standIn).known {
		return nil, fmt.Errorf("it lacks the stand-in %q", standIn)
	}
	return f, nil
}

// standIn is drawn for a character that the font lacks.
const standIn = '□'

func (f *face) glyph(r rune) glyph {
	if r >= 0 && r < nearby {
		return f.near[r]
	}
	g, ok := f.glyphs[r]
	if !ok {
		g = f.lookUp(r)
		f.glyphs[r] = g
	}
	return g
}

// lookUp knows no runes above U+FFFF: gofpdf panics on them. Private use has no
// meaning outside the font.
func (f *face) lookUp(r rune) glyph {
	if r > 0xFFFF || unicode.Is(unicode.Co, r) {
		return glyph{}
	}
	index, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || index == 0 {
		return glyph{}
	}
	units := f.font.UnitsPerEm()
	advance, err := f.font.GlyphAdvance(&f.buf, index, fixed.I(int(units)), font.HintingNone)
	if err != nil {
		return glyph{}
	}
	return glyph{em: float64(advance) / 64 / float64(units), known: true}
}

// cluster measures the first cluster of s: a character and the marks, selectors
// and joined characters that hang on it, which are known together or not at
// all. It returns its length in bytes and its width in ems.
func (f *face) cluster(s string) (n int, g glyph) {
	first, n := utf8.DecodeRuneInString(s)
	g = f.glyph(first)
	for joined := first == joiner; n < len(s); {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !joined && !hangs(r) {
			break
		}
		next := f.glyph(r)
		g.em += next.em
		g.known = g.known && next.known
		joined = r == joiner
		n += size
	}
	if !g.known {
		g.em = f.glyph(f.substitute(first)).em
	}
	return n, g
}

// joiner makes one picture of the characters around it.
const joiner = '\u200D'

func hangs(r rune) bool {
	if r < 0x300 {
		return false
	}
	skin := r >= 0x1F3FB && r <= 0x1F3FF
	return skin || r == joiner || unicode.In(r, unicode.Mn, unicode.Me)
}

// substitute is what stands for a cluster that the font lacks: its first
// character without what hangs on it, or else the stand-in.
func (f *face) substitute(first rune) rune {
	if f.glyph(first).known {
		return first
	}
	return standIn
}

// run returns the length of the longest start of s of which all clusters are
// known, or all unknown, and how many clusters that are.
func (f *face) run(s string) (n, clusters int, known bool) {
	for n < len(s) {
		size, g := f.cluster(s[n:])
		if n > 0 && g.known != known {
			break
		}
		known = g.known
		n += size
		clusters++
	}
	return n, clusters, known
}

// drawable is s with a substitute for each cluster that the font lacks.
func (f *face) drawable(s string) string {
	var b strings.Builder
	for s != "" {
		n, g := f.cluster(s)
		if g.known {
			b.WriteString(s[:n])
		} else {
			first, _ := utf8.DecodeRuneInString(s)
			b.WriteRune(f.substitute(first))
		}
		s = s[n:]
	}
	return b.String()
}

// Cluster measures the shortest start of a clean text that can stand alone, at
// least one character: its length in bytes and its width in points.
func (d *Doc) Cluster(f Font, s string) (n int, width float64) {
	n, g := d.faces[f.Style].cluster(s)
	return n, g.em * f.Size
}

// Width is the width of a clean text in points.
func (d *Doc) Width(f Font, s string) (width float64) {
	for s != "" {
		n, w := d.Cluster(f, s)
		width += w
		s = s[n:]
	}
	return width
}
