package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// first finds the first element with a role.
func (p *paper) first(role string) (found *node) {
	p.visit(func(n *node) {
		if found == nil && n.role == role {
			found = n
		}
	})
	return found
}

// edit changes a stream.
func (p *paper) edit(o types.Object, change func([]byte) []byte) {
	entry := p.x.Table[number(o)]
	s := entry.Object.(types.StreamDict)
	s.Content = change(p.stream(o))
	entry.Object = s
}

// content changes the content of a page, counted from 1.
func (p *paper) content(page int, old, replacement string) {
	p.edit(p.leaves[page-1].dict["Contents"], func(b []byte) []byte {
		if !bytes.Contains(b, []byte(old)) {
			panic("the fault can't be made: " + old)
		}
		return bytes.Replace(b, []byte(old), []byte(replacement), 1)
	})
}

func (p *paper) xmp(old, replacement string) {
	p.edit(p.x.RootDict["Metadata"], func(b []byte) []byte {
		return []byte(strings.Replace(string(b), old, replacement, 1))
	})
}

// font is the first font's dictionary, and that of its descendant.
func (p *paper) font() (font, descendant types.Dict) {
	for _, o := range p.dict(p.dict(p.leaves[0].dict["Resources"])["Font"]) {
		font = p.dict(o)
	}
	return font, p.dict(p.array(font["DescendantFonts"])[0])
}

func (p *paper) link() types.Dict { return p.dict(p.array(p.leaves[1].dict["Annots"])[0]) }

// faults are the ways in which the checker has to find a good file broken, with
// the condition that it has to name.
var faults = []struct {
	name, condition string
	make            func(p *paper)
}{
	{"no language", "11-006", func(p *paper) { p.x.RootDict.Delete("Lang") }},
	{"not marked", "06-001", func(p *paper) { p.dict(p.x.RootDict["MarkInfo"])["Marked"] = types.Boolean(false) }},
	{"title not shown", "07-001", func(p *paper) { p.x.RootDict.Delete("ViewerPreferences") }},
	{"no structure tree", "01-001", func(p *paper) { p.x.RootDict.Delete("StructTreeRoot") }},
	{"no PDF/UA mark", "05-001", func(p *paper) { p.xmp("<pdfuaid:part>1</pdfuaid:part>", "") }},
	{"no title", "06-003", func(p *paper) { p.xmp("dc:title>", "dc:subject>") }},
	{"another title", "info", func(p *paper) { p.dict(*p.x.Info)["Title"] = types.StringLiteral("Anders") }},
	{"other PDF/A level", "pdfaid", func(p *paper) { p.xmp("conformance>A", "conformance>B") }},
	{"no output intent", "intent", func(p *paper) { p.x.RootDict.Delete("OutputIntents") }},
	{"no ID", "id", func(p *paper) { p.x.ID = nil }},
	{"figure without a text", "13-004", func(p *paper) { p.first("Figure").dict.Delete("Alt") }},
	{"figure without a tag", "01-005", func(p *paper) { p.content(1, "/Figure <</MCID 0>> BDC", "/Span <<>> BDC") }},
	{"header without scope", "15-003", func(p *paper) { p.first("TH").dict.Delete("A") }},
	{"row too short", "15-005", func(p *paper) {
		tr := p.first("TBody").kids[0].dict
		tr["K"] = p.array(tr["K"])[1:]
	}},
	{"text without tag", "01-005", func(p *paper) { p.content(3, "/H1 <</MCID 0>> BDC", "/Span <<>> BDC") }},
	{"footer not an artifact", "01-005", func(p *paper) { p.content(3, "/Artifact <</Type/Pagination/Subtype/Footer>> BDC", "/Span <<>> BDC") }},
	{"artifact inside a tag", "01-003", func(p *paper) {
		p.content(3, "/H1 <</MCID 0>> BDC", "/H1 <</MCID 0>> BDC\n/Artifact <</Type/Layout>> BDC\nEMC")
	}},
	{"tag inside an artifact", "01-003", func(p *paper) {
		p.content(3, "/H1 <</MCID 0>> BDC", "/Artifact <</Type/Layout>> BDC\nEMC\n/Artifact <</Type/Layout>> BDC\n/H1 <</MCID 0>> BDC\nEMC")
	}},
	{"tag left open", "syntax", func(p *paper) { p.content(3, "EMC", "") }},
	{"number twice", "mcid", func(p *paper) { p.content(3, "<</MCID 1>>", "<</MCID 0>>") }},
	{"content of nobody", "01-005", func(p *paper) { p.first("H2").dict.Delete("K") }},
	{"content of two", "01-005", func(p *paper) {
		h, l := p.first("H3"), p.first("H2")
		h.dict["K"], h.dict["Pg"] = l.dict["K"], l.dict["Pg"]
	}},
	{"page keys swapped", "parents", func(p *paper) { p.leaves[2].dict["StructParents"] = p.leaves[3].dict["StructParents"] }},
	{"wrong parent", "tree", func(p *paper) { p.first("H2").dict["P"] = p.x.RootDict["StructTreeRoot"] }},
	{"unknown role", "02-001", func(p *paper) { p.first("H2").dict["S"] = types.Name("Kop") }},
	{"role map lost", "02-001", func(p *paper) { p.dict(p.x.RootDict["StructTreeRoot"]).Delete("RoleMap") }},
	{"item outside a list", "09-004", func(p *paper) { p.first("L").dict["S"] = types.Name("Sect") }},
	{"table without rows", "09-004", func(p *paper) {
		n := p.first("Table")
		n.dict["K"] = p.array(n.dict["K"])[:1]
	}},
	{"paragraph in a row", "09-004", func(p *paper) { p.first("TD").dict["S"] = types.Name("P") }},
	{"first heading is not H1", "14-002", func(p *paper) { p.first("H1").dict["S"] = types.Name("H2") }},
	{"heading jump", "14-003", func(p *paper) { p.first("H2").dict["S"] = types.Name("H3") }},
	{"no outline", "27-001", func(p *paper) { p.x.RootDict.Delete("Outlines") }},
	{"no tab order", "28-008", func(p *paper) { p.leaves[0].dict.Delete("Tabs") }},
	{"link without words", "28-012", func(p *paper) { p.link().Delete("Contents") }},
	{"link not printed", "flags", func(p *paper) { p.link()["F"] = types.Integer(0) }},
	{"link leads nowhere in the tree", "28-011", func(p *paper) { p.link().Delete("StructParent") }},
	{"link not in the tree", "28-010", func(p *paper) {
		n := p.first("Link")
		n.dict["K"] = p.array(n.dict["K"])[:1]
	}},
	{"font not embedded", "31-009", func(p *paper) {
		_, d := p.font()
		p.dict(d["FontDescriptor"]).Delete("FontFile2")
	}},
	{"no Unicode map", "10-001", func(p *paper) { font, _ := p.font(); font.Delete("ToUnicode") }},
	{"a code without meaning", "10-001", func(p *paper) {
		font, _ := p.font()
		p.edit(font["ToUnicode"], func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("<0065><0065>\n"), nil) })
	}},
	{"text over the edge", "edge", func(p *paper) { p.content(3, "BT 48.00 ", "BT 480.00 ") }},
	{"a code without glyph", "31-030", func(p *paper) { p.content(3, "\x00e", "\x30\x42") }},
	{"a control code", "31-030", func(p *paper) { p.content(3, "\x00e", "\x00\x0A") }},
	{"wrong width", "31-016", func(p *paper) {
		_, d := p.font()
		w := p.array(d["W"])
		w[len(w)-1] = types.Array{types.Integer(1)}
		d["W"] = w
	}},
}

// TestFaults shows that the checker finds what it is there for.
func TestFaults(t *testing.T) {
	file, _ := write(t, inStyle())
	if found := open(t, file).check(); len(found) > 0 {
		t.Fatalf("the file is broken as it is: %v", found)
	}
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			p := open(t, file)
			p.check()
			f.make(p)
			found := p.check()
			for _, line := range found {
				if strings.HasPrefix(line, f.condition+":") {
					return
				}
			}
			t.Errorf("want %s, found %.300q", f.condition, found)
		})
	}
}
