package docx

import (
	"strconv"

	"oogst/export/office"
	"oogst/ui/text"
)

// paper is A4, upright or turned, in twentieths of a point.
type paper struct{ width, height int }

// papers are the upright and the turned one: each has its own header, since a
// text at the right end of a line stands at another place.
var papers = [2]paper{{11906, 16838}, {16838, 11906}}

const margin = 1134 // 2 cm

func (p paper) text() int { return p.width - 2*margin }

// parts before the headers and footers, which come in pairs.
const partsBefore = 3

// write ends a part of the document: its paper, its header and its footer.
func (e ending) write(x *office.XML) {
	i, turned := 0, []string(nil)
	if e.landscape {
		i, turned = 1, []string{"w:orient", "landscape"}
	}
	p := papers[i]
	x.Start("w:sectPr")
	if !e.cover {
		x.Empty("w:headerReference", "w:type", "default", "r:id", relation(partsBefore+2*i))
	}
	x.Empty("w:footerReference", "w:type", "default", "r:id", relation(partsBefore+2*i+1))
	x.Empty("w:type", "w:val", "nextPage")
	x.Empty("w:pgSz", append([]string{"w:w", strconv.Itoa(p.width), "w:h", strconv.Itoa(p.height)}, turned...)...)
	side := strconv.Itoa(margin)
	x.Empty("w:pgMar", "w:top", "1418", "w:right", side, "w:bottom", side, "w:left", side, "w:header", "567", "w:footer", "567", "w:gutter", "0")
	x.End(1)
}

// header says on each page but the cover what this is, how far it is and
// whether it is made up.
func (d *document) header(x *office.XML, p paper) error {
	x.Start("w:hdr", "xmlns:w", wordNamespace)
	ends(x, "Header", p, office.Shorten(office.OneLine(d.meta.Title), p.text()/140), func() {
		run{text: office.Shorten(office.Label(d.meta), 60)}.write(x)
	})
	if fictional := office.OneLine(d.meta.Fictional); fictional != "" {
		warning := plain("Header", fictional)
		warning.runs[0].style = "Attention"
		warning.right = true
		warning.write(x)
	}
	x.End(1)
	return nil
}

// footer says which version this is, and counts the pages.
func (d *document) footer(x *office.XML, p paper) error {
	x.Start("w:ftr", "xmlns:w", wordNamespace)
	ends(x, "Footer", p, office.Shorten(office.Edition(d.meta), p.text()/140), func() {
		run{text: text.Page + " "}.write(x)
		field(x, "PAGE")
		run{text: " " + text.PageOf + " "}.write(x)
		field(x, "NUMPAGES")
	})
	x.End(1)
	return nil
}

// ends writes a paragraph with text at both ends of its line.
func ends(x *office.XML, style string, p paper, left string, right func()) {
	x.Start("w:p")
	x.Start("w:pPr")
	x.Empty("w:pStyle", "w:val", style)
	x.Start("w:tabs")
	x.Empty("w:tab", "w:val", "right", "w:pos", strconv.Itoa(p.text()))
	x.End(2)
	run{text: left + "\t"}.write(x)
	right()
	x.End(1)
}

// field is what the program fills in.
func field(x *office.XML, name string) {
	x.Start("w:fldSimple", "w:instr", " "+name+" ")
	run{text: "1"}.write(x)
	x.End(1)
}
