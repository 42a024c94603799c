package docx

import (
	"strconv"
	"strings"

	"oogst/export/office"
)

// run is words of one look.
type run struct {
	text   string
	style  string // of characters, empty for that of the paragraph
	ground string // colour behind it, empty for none
}

// paragraph is one paragraph, or a table with its caption as a paragraph.
type paragraph struct {
	style    string
	runs     []run
	before   int    // space above it, 0 for that of its style
	after    int    // space below it, 0 for that of its style
	line     string // colour of a line below it, empty for none
	keep     bool   // on the page of what comes next
	right    bool
	bookmark int // 0 for none
	contents *entry
	table    *table // stands above the paragraph
	last     *ending
}

// ending ends a part of the document with its own paper.
type ending struct {
	landscape bool
	cover     bool // has no header
}

// entry is a line of the contents.
type entry struct {
	bookmark    int
	first, last bool
}

func (p paragraph) blank() bool {
	for _, r := range p.runs {
		if strings.TrimSpace(r.text) != "" {
			return false
		}
	}
	return true
}

func (p paragraph) write(x *office.XML) {
	x.Start("w:p")
	p.properties(x)
	name := bookmarkName(p.bookmark)
	if p.bookmark > 0 {
		x.Empty("w:bookmarkStart", "w:id", strconv.Itoa(p.bookmark), "w:name", name)
	}
	if p.contents != nil {
		p.contents.write(x, p.runs)
	} else {
		for _, r := range p.runs {
			r.write(x)
		}
	}
	if p.bookmark > 0 {
		x.Empty("w:bookmarkEnd", "w:id", strconv.Itoa(p.bookmark))
	}
	x.End(1)
}

func bookmarkName(n int) string { return "_Toc" + strconv.Itoa(100000+n) }

// properties are in the order that Word asks for.
func (p paragraph) properties(x *office.XML) {
	x.Start("w:pPr")
	if p.style != "" {
		x.Empty("w:pStyle", "w:val", p.style)
	}
	if p.keep {
		x.Empty("w:keepNext")
	}
	if p.line != "" {
		x.Start("w:pBdr")
		x.Empty("w:bottom", "w:val", "single", "w:sz", "18", "w:space", "4", "w:color", p.line)
		x.End(1)
	}
	if p.before > 0 {
		x.Empty("w:spacing", "w:before", strconv.Itoa(p.before))
	}
	if p.after > 0 {
		x.Empty("w:spacing", "w:after", strconv.Itoa(p.after))
	}
	if p.right {
		x.Empty("w:jc", "w:val", "right")
	}
	if p.last != nil {
		p.last.write(x)
	}
	x.End(1)
}

func (r run) write(x *office.XML) {
	x.Start("w:r")
	if r.style != "" || r.ground != "" {
		x.Start("w:rPr")
		if r.style != "" {
			x.Empty("w:rStyle", "w:val", r.style)
		}
		if r.ground != "" {
			x.Empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", r.ground)
		}
		x.End(1)
	}
	words(x, r.text)
	x.End(1)
}

// words writes the text of a run: Word has elements for the ends of lines and
// for tabs.
func words(x *office.XML, s string) {
	s = office.Clean(s)
	for s != "" {
		i := strings.IndexAny(s, "\n\t")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			x.Element("w:t", s[:i], "xml:space", "preserve")
		}
		if i == len(s) {
			return
		}
		if s[i] == '\t' {
			x.Empty("w:tab")
		} else {
			x.Empty("w:br")
		}
		s = s[i+1:]
	}
}

// write writes a line of the contents as a link to its chapter. It names no
// page: only Word knows it, and would ask each reader whether it may look.
func (e entry) write(x *office.XML, runs []run) {
	mark := func(kind string) {
		x.Start("w:r")
		x.Empty("w:fldChar", "w:fldCharType", kind)
		x.End(1)
	}
	if e.first {
		mark("begin")
		x.Start("w:r")
		x.Element("w:instrText", ` TOC \o "1-1" \n \h \z \u `, "xml:space", "preserve")
		x.End(1)
		mark("separate")
	}
	x.Start("w:hyperlink", "w:anchor", bookmarkName(e.bookmark), "w:history", "1")
	for _, r := range runs {
		r.write(x)
	}
	x.End(1)
	if e.last {
		mark("end")
	}
}
