package pdf_test

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// check reads the whole paper and finds what breaks PDF/UA-1 or PDF/A-2a. Faults
// are named by the conditions of the Matterhorn Protocol, where there is one.
func (p *paper) check() []string {
	root := p.x.RootDict
	p.leaves, p.tree, p.faults = nil, nil, nil
	p.walkPages(root["Pages"], map[string]*typeface{})
	p.walkTree(p.dict(root["StructTreeRoot"]))
	p.marks(p.dict(root["StructTreeRoot"]))
	p.catalog(root)
	p.metadata(root)
	p.headings(root)
	p.annotations()
	return p.faults
}

func (p *paper) walkPages(o types.Object, fonts map[string]*typeface) {
	d := p.dict(o)
	for _, kid := range p.array(d["Kids"]) {
		if p.dict(kid)["Kids"] != nil {
			p.walkPages(kid, fonts)
			continue
		}
		l := &leaf{dict: p.dict(kid), number: number(kid)}
		p.leaves = append(p.leaves, l)
		for name, ref := range p.dict(p.dict(l.dict["Resources"])["Font"]) {
			if fonts["/"+name] == nil {
				fonts["/"+name] = p.typeface(p.dict(ref))
			}
		}
		p.scan(l, p.stream(l.dict["Contents"]), fonts)
		if fmt.Sprint(l.dict["Tabs"]) != "S" {
			p.fault("28-008", "page %d has no tab order", len(p.leaves))
		}
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// children are the roles that may stand in a role; a role that isn't here takes
// anything but the roles that need a certain parent.
var children = map[string][]string{
	"Table": {"THead", "TBody", "TR"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"},
	"L": {"LI"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI"}, "TOCI": {"Reference"}, "StructTreeRoot": {"Document"},
}

var standard = strings.Fields("Document Sect P H1 H2 H3 L LI Lbl LBody Table THead TBody TR TH TD TOC TOCI Reference Link Figure")

func (p *paper) walkTree(root types.Dict) {
	if root == nil {
		p.fault("01-001", "no structure tree")
		return
	}
	roles := p.dict(root["RoleMap"])
	p.tree = p.element(root["K"], &node{role: "StructTreeRoot", number: number(p.x.RootDict["StructTreeRoot"])}, roles)
	p.tables(p.tree)
}

func (p *paper) element(o types.Object, parent *node, roles types.Dict) *node {
	n := &node{number: number(o), dict: p.dict(o), parent: parent}
	n.role = fmt.Sprint(n.dict["S"])
	if mapped, ok := roles[n.role]; ok {
		n.role = fmt.Sprint(mapped)
	}
	if !slices.Contains(standard, n.role) {
		p.fault("02-001", "role %s", n.role)
	}
	if n.role == "Figure" && blank(p.text(n.dict["Alt"])) {
		p.fault("13-004", "a figure without a text")
	}
	allowed, strict := children[parent.role]
	if strict && !slices.Contains(allowed, n.role) {
		p.fault("09-004", "%s in %s", n.role, parent.role)
	}
	for outer, inner := range children {
		if !strict && slices.Contains(inner, n.role) {
			p.fault("09-004", "%s in %s, not in %s", n.role, parent.role, outer)
		}
	}
	if number(n.dict["P"]) != parent.number {
		p.fault("tree", "element %d has parent %d, not %d", n.number, number(n.dict["P"]), parent.number)
	}
	k := p.get(n.dict["K"])
	kids, ok := k.(types.Array)
	if !ok && k != nil {
		kids = types.Array{n.dict["K"]}
	}
	for _, kid := range kids {
		p.kid(n, kid, roles)
	}
	return n
}

func (p *paper) kid(n *node, kid types.Object, roles types.Dict) {
	page, id := number(n.dict["Pg"]), number(kid)
	d := p.dict(kid)
	switch {
	case d != nil && fmt.Sprint(d["Type"]) == "OBJR":
		n.links = append(n.links, p.dict(d["Obj"]))
		return
	case d != nil && fmt.Sprint(d["Type"]) == "MCR":
		page, id = number(d["Pg"]), number(d["MCID"])
	case d != nil:
		n.kids = append(n.kids, p.element(kid, n, roles))
		return
	}
	at := slices.IndexFunc(p.leaves, func(l *leaf) bool { return l.number == page })
	if at < 0 {
		p.fault("tree", "element %d has content on object %d, which is no page", n.number, page)
		return
	}
	for _, m := range p.leaves[at].marks {
		if m.id == id {
			m.claims = append(m.claims, n)
			n.marks = append(n.marks, m)
			n.pages = append(n.pages, at+1)
			return
		}
	}
	p.fault("tree", "element %d has content %d, which is not on page %d", n.number, id, at+1)
}

// marks checks that all content is claimed once, and that the parent tree leads
// back to who claims it.
func (p *paper) marks(root types.Dict) {
	nums := p.array(p.dict(root["ParentTree"])["Nums"])
	back := map[int]types.Object{}
	for i := 0; i+1 < len(nums); i += 2 {
		back[number(nums[i])] = nums[i+1]
	}
	for i, l := range p.leaves {
		owners := p.array(back[number(l.dict["StructParents"])])
		seen := map[int]bool{}
		for _, m := range l.marks {
			switch {
			case seen[m.id]:
				p.fault("mcid", "page %d has content %d twice", i+1, m.id)
			case len(m.claims) != 1:
				p.fault("01-005", "page %d: content %d belongs to %d elements", i+1, m.id, len(m.claims))
			case m.id >= len(owners) || number(owners[m.id]) != m.claims[0].number:
				p.fault("parents", "page %d: the parent tree doesn't lead back from content %d", i+1, m.id)
			}
			seen[m.id] = true
		}
	}
	p.visit(func(n *node) {
		for _, l := range n.links {
			if l == nil || number(back[number(l["StructParent"])]) != n.number {
				p.fault("28-011", "the parent tree doesn't lead back from a link of element %d", n.number)
			}
			if n.role != "Link" {
				p.fault("28-010", "a link in %s", n.role)
			}
		}
	})
}

func (p *paper) visit(f func(*node)) {
	var each func(n *node)
	each = func(n *node) {
		f(n)
		for _, k := range n.kids {
			each(k)
		}
	}
	if p.tree != nil {
		each(p.tree)
	}
}

// tables checks scopes and that rows have equal numbers of cells.
func (p *paper) tables(n *node) {
	if n.role == "TH" {
		a := p.dict(n.dict["A"])
		want := "Row"
		if g := n.parent.parent.role; g == "THead" || g == "Table" {
			want = "Column"
		}
		if fmt.Sprint(a["Scope"]) != want {
			p.fault("15-003", "TH %d has scope %v", n.number, a["Scope"])
		}
	}
	if n.role == "Table" {
		var rows []*node
		for _, k := range n.kids {
			if k.role == "TR" {
				rows = append(rows, k)
			}
			if k.role == "THead" && n.kids[len(n.kids)-1].role != "TBody" {
				p.fault("09-004", "THead without TBody")
			}
			if k.role == "THead" || k.role == "TBody" {
				rows = append(rows, k.kids...)
			}
		}
		for _, r := range rows {
			if len(r.kids) != len(rows[0].kids) {
				p.fault("15-005", "table %d: a row of %d cells", n.number, len(r.kids))
			}
		}
	}
	for _, k := range n.kids {
		p.tables(k)
	}
}

func (p *paper) catalog(root types.Dict) {
	if p.text(root["Lang"]) == "" {
		p.fault("11-006", "no language")
	}
	if fmt.Sprint(p.dict(root["MarkInfo"])["Marked"]) != "true" {
		p.fault("06-001", "not marked as tagged")
	}
	if fmt.Sprint(p.dict(root["ViewerPreferences"])["DisplayDocTitle"]) != "true" {
		p.fault("07-001", "the title is not shown")
	}
	intents := p.array(root["OutputIntents"])
	if len(intents) != 1 || len(p.stream(p.dict(intents[0])["DestOutputProfile"])) < 128 {
		p.fault("intent", "no output intent")
	}
	if len(p.x.ID) != 2 {
		p.fault("id", "no ID")
	}
}

func (p *paper) metadata(root types.Dict) {
	xmp := string(p.stream(root["Metadata"]))
	for _, want := range []struct{ condition, text string }{
		{"05-001", "<pdfuaid:part>1</pdfuaid:part>"},
		{"pdfaid", "<pdfaid:part>2</pdfaid:part>"},
		{"pdfaid", "<pdfaid:conformance>A</pdfaid:conformance>"},
		{"06-003", `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`},
	} {
		if !strings.Contains(xmp, want.text) {
			p.fault(want.condition, "the metadata lacks %s", want.text)
		}
	}
	_, title, _ := strings.Cut(xmp, `x-default">`)
	title, _, _ = strings.Cut(title, "<")
	if p.x.Info == nil || html.UnescapeString(title) != p.text(p.dict(*p.x.Info)["Title"]) {
		p.fault("info", "the titles differ: %q", title)
	}
}

// headings checks that levels begin at 1 and don't jump, and that each heading
// has a line in the outline.
func (p *paper) headings(root types.Dict) {
	last, count := 0, 0
	p.visit(func(n *node) {
		var level int
		if _, err := fmt.Sscanf(n.role, "H%d", &level); err != nil {
			return
		}
		if last == 0 && level != 1 {
			p.fault("14-002", "the first heading is %s", n.role)
		}
		if level > last+1 {
			p.fault("14-003", "%s after H%d", n.role, last)
		}
		last = level
		count++
	})
	lines := 0
	var outline func(o types.Object)
	outline = func(o types.Object) {
		for d := p.dict(o); d != nil; d = p.dict(d["Next"]) {
			lines++
			if p.text(d["Title"]) == "" || len(p.array(d["Dest"])) == 0 {
				p.fault("27-001", "a bookmark without title or target")
			}
			outline(d["First"])
		}
	}
	outline(p.dict(root["Outlines"])["First"])
	if lines != count {
		p.fault("27-001", "%d bookmarks for %d headings", lines, count)
	}
}

func (p *paper) annotations() {
	var tagged []types.Dict
	p.visit(func(n *node) { tagged = append(tagged, n.links...) })
	count := 0
	for i, l := range p.leaves {
		for _, o := range p.array(l.dict["Annots"]) {
			d := p.dict(o)
			count++
			if p.text(d["Contents"]) == "" {
				p.fault("28-012", "a link on page %d without words", i+1)
			}
			if number(d["F"]) != 4 {
				p.fault("flags", "a link on page %d is not printed", i+1)
			}
		}
	}
	if count != len(tagged) {
		p.fault("28-010", "%d links, %d of them tagged", count, len(tagged))
	}
}

// said is the text of an element and all below it.
func (n *node) text() string {
	var b strings.Builder
	for _, m := range n.marks {
		b.WriteString(m.text)
	}
	for _, k := range n.kids {
		b.WriteString(k.text())
		b.WriteString(" ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
