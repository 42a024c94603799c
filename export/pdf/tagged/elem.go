package tagged

import (
	"fmt"
	"strconv"
)

// Role is the type of a structure element.
type Role string

// The roles. Title is the title of the document, which is no heading: it is
// mapped to a paragraph, because PDF 1.7 has no such role yet.
const (
	Title     Role = "Title"
	Section   Role = "Sect"
	Paragraph Role = "P"
	H1        Role = "H1"
	H2        Role = "H2"
	H3        Role = "H3"
	List      Role = "L"
	Item      Role = "LI"
	Label     Role = "Lbl"
	Body      Role = "LBody"
	Figure    Role = "Figure"
	Table     Role = "Table"
	Head      Role = "THead"
	Rows      Role = "TBody"
	Row       Role = "TR"
	RowHead   Role = "TH" // the header of a row
	Cell      Role = "TD"
	Contents  Role = "TOC"
	Entry     Role = "TOCI"
	Reference Role = "Reference"
	Link      Role = "Link"

	document Role = "Document"
	artifact Role = "Artifact"
)

// Elem is a structure element. Its order among its parent's children is the
// order of reading.
type Elem struct {
	parent *Elem
	role   Role
	attr   string
	kids   []kid
	number int // of its object in the file
}

// kid is a child element, marked content or a link.
type kid struct {
	elem *Elem
	page int
	mcid int
	link *link
}

type link struct {
	x, y, width, height float64
	dest                Dest
	text                string
	elem                *Elem
	number              int
}

// Add adds a child at the end.
func (e *Elem) Add(role Role) *Elem {
	child := &Elem{parent: e, role: role}
	if role == RowHead {
		child.attr = "/A<</O/Table/Scope/Row>>"
	}
	e.kids = append(e.kids, kid{elem: child})
	return child
}

// AddColumnHead adds the header of a column at the end.
func (e *Elem) AddColumnHead() *Elem {
	child := e.Add(RowHead)
	child.attr = "/A<</O/Table/Scope/Column>>"
	return child
}

// Summarise gives a table a sentence that says what is where.
func (e *Elem) Summarise(text string) {
	if text != "" {
		e.attr = "/A<</O/Table/Summary" + textString(Clean(text)) + ">>"
	}
}

// count gives e and all below it an object number, in order of reading.
func (e *Elem) count(f *file) {
	e.number = f.reserve()
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.count(f)
		}
	}
}

// put writes e and all below it.
func (e *Elem) put(f *file, parent int, pages []int) {
	home := e.home()
	b := make([]byte, 0, 128)
	b = append(append(b, "<</Type/StructElem/S/"...), e.role...)
	b = append(reference(append(b, "/P "...), parent), e.attr...)
	if home > 0 {
		b = reference(append(b, "/Pg "...), pages[home-1])
	}
	b = append(b, "/K["...)
	for i, k := range e.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.elem != nil:
			b = reference(b, k.elem.number)
		case k.link != nil:
			b = fmt.Appendf(b, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", k.link.number, pages[k.page-1])
		case k.page == home:
			b = strconv.AppendInt(b, int64(k.mcid), 10)
		default:
			b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pages[k.page-1], k.mcid)
		}
	}
	f.put(e.number, append(b, "]>>"...))
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.put(f, e.number, pages)
		}
	}
}

// reference adds a reference to an object: by hand, since a long document has
// some for each line.
func reference(b []byte, number int) []byte {
	return append(strconv.AppendInt(b, int64(number), 10), " 0 R"...)
}

// home is the page of e's first own content, 0 when it has none.
func (e *Elem) home() int {
	for _, k := range e.kids {
		if k.elem == nil {
			return k.page
		}
	}
	return 0
}
