// Package tagged draws PDF pages of which every mark belongs to a structure
// element or is an artifact, and writes them as PDF/UA-1 and PDF/A-2a.
//
// It stands on gofpdf for fonts and drawing, and is the only package that
// knows it. gofpdf has no tags: the layer keeps the structure tree itself and
// writes a file of its own around gofpdf's finished pages. Lengths are in
// points, y grows downwards from the top of the page.
package tagged

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// The size of an upright page in points: A4.
const (
	A4Width  = 595.28
	A4Height = 841.89
)

// Info is what the file says about itself. Title and Language (BCP 47) are
// obligatory; Identifier names the content, and only XMP has room for it;
// Created is the only clock in the file.
type Info struct {
	Title, Author, Subject, Creator, Language, Identifier string

	Created time.Time
}

// Color is a colour in sRGB.
type Color struct{ R, G, B uint8 }

// Dest is a place to jump to: a page, counted from 1, and a height on it.
type Dest struct {
	Page int
	Y    float64
}

// Furniture is the kind of an artifact: what is on the page and is not part of
// what the document says.
type Furniture string

// The kinds of artifacts.
const (
	Decoration Furniture = "/Type/Layout"
	Header     Furniture = "/Type/Pagination/Subtype/Header"
	Footer     Furniture = "/Type/Pagination/Subtype/Footer"
	Repeated   Furniture = "/Type/Pagination" // a table's header row, once more
)

// Doc is a document that is being drawn. The first error stops all drawing and
// is returned by Err and Write. A Doc is for one goroutine.
type Doc struct {
	pdf       *gofpdf.Fpdf
	info      Info
	faces     [2]*face
	root      *Elem
	pages     []page
	current   int // page that is drawn on, from 1; 0 before the first
	open      *Elem
	bookmarks []bookmark
	pictures  []Picture
	font      Font // what the page's content has set last
	color     *Color
	replaced  int
	err       error
}

type page struct {
	width, height float64
	owners        []*Elem // by marked content number
	links         []*link
}

// New starts a document without pages. It reports a font that can't be used.
func New(info Info, fonts Fonts) (*Doc, error) {
	if strings.TrimSpace(info.Title) == "" || info.Language == "" {
		return nil, fmt.Errorf("tagged: a document needs a title and a language")
	}
	d := &Doc{info: info, pdf: gofpdf.New("P", "pt", "A4", "")}
	for style, data := range [...][]byte{Regular: fonts.Regular, Bold: fonts.Bold} {
		f, err := newFace(data)
		if err != nil {
			return nil, fmt.Errorf("tagged: font %d: %w", style, err)
		}
		d.faces[style] = f
	}
	// A page break of gofpdf's own would fall inside marked content.
	d.pdf.SetAutoPageBreak(false, 0)
	d.pdf.SetCompression(false) // the file is compressed once, in Write
	d.pdf.SetCatalogSort(true)
	d.root = &Elem{role: document}
	return d, nil
}

// Err returns the first error.
func (d *Doc) Err() error { return d.err }

// Replaced counts the characters that the fonts lack and that were drawn as a
// stand-in, artifacts left out.
func (d *Doc) Replaced() int { return d.replaced }

// Root is the element of the document itself.
func (d *Doc) Root() *Elem { return d.root }

// Pages is the number of pages.
func (d *Doc) Pages() int { return len(d.pages) }

// Page is the number of the page that is drawn on, from 1.
func (d *Doc) Page() int { return d.current }

// Size is the size of the page that is drawn on.
func (d *Doc) Size() (width, height float64) {
	if d.current == 0 {
		return A4Width, A4Height
	}
	p := d.pages[d.current-1]
	return p.width, p.height
}

// AddPage adds an A4 page and goes there.
func (d *Doc) AddPage(landscape bool) {
	if d.open != nil {
		d.fail("a page begins inside %s", d.open.role)
	}
	if d.err != nil {
		return
	}
	orientation, p := "P", page{width: A4Width, height: A4Height}
	if landscape {
		orientation, p = "L", page{width: A4Height, height: A4Width}
	}
	d.pdf.AddPageFormat(orientation, gofpdf.SizeType{Wd: A4Width, Ht: A4Height})
	d.pages = append(d.pages, p)
	d.turn(len(d.pages))
}

// SetPage goes back to page n, counted from 1.
func (d *Doc) SetPage(n int) {
	switch {
	case d.open != nil:
		d.fail("the page is turned inside %s", d.open.role)
	case n < 1 || n > len(d.pages):
		d.fail("there is no page %d", n)
	default:
		d.pdf.SetPage(n)
		d.turn(n)
	}
}

func (d *Doc) turn(n int) {
	d.current, d.font, d.color = n, Font{}, nil
}

// Mark draws what belongs to e. Marks don't nest. An element has one mark on a
// page, or readers see it in pieces.
func (d *Doc) Mark(e *Elem, draw func()) {
	if !d.begin(e) {
		return
	}
	p := &d.pages[d.current-1]
	e.kids = append(e.kids, kid{page: d.current, mcid: len(p.owners)})
	d.raw("/" + string(e.role) + " <</MCID " + strconv.Itoa(len(p.owners)) + ">> BDC")
	p.owners = append(p.owners, e)
	draw()
	d.end()
}

// Artifact draws what a reader of the text does without.
func (d *Doc) Artifact(kind Furniture, draw func()) {
	if !d.begin(&Elem{role: artifact}) {
		return
	}
	d.raw("/Artifact <<" + string(kind) + ">> BDC")
	draw()
	d.end()
}

// Actual draws something that reads as text, such as a stand-in for a
// character that the font lacks. It stands inside a mark.
func (d *Doc) Actual(text string, draw func()) {
	if d.open == nil {
		d.fail("%q is drawn outside a mark", text)
	}
	if d.err != nil {
		return
	}
	d.raw("/Span <</ActualText " + textString(text) + ">> BDC")
	draw()
	d.raw("EMC")
}

func (d *Doc) begin(e *Elem) bool {
	switch {
	case d.open != nil:
		d.fail("%s is marked inside %s", e.role, d.open.role)
	case d.current == 0:
		d.fail("%s is marked before the first page", e.role)
	}
	if d.err != nil {
		return false
	}
	d.open = e
	return true
}

func (d *Doc) end() {
	d.raw("EMC")
	d.open = nil
}

// Link makes a rectangle of the page that is drawn on a way to dest, as a part
// of e (a link element). The text says in words where it leads.
func (d *Doc) Link(e *Elem, x, y, width, height float64, dest Dest, text string) {
	if d.current == 0 {
		d.fail("a link before the first page")
	}
	if d.err != nil {
		return
	}
	p := &d.pages[d.current-1]
	l := &link{x: x, y: y, width: width, height: height, dest: dest, text: text, elem: e}
	p.links = append(p.links, l)
	e.kids = append(e.kids, kid{page: d.current, link: l})
}

// Bookmark adds a line to the outline: level 1 is the highest. It leads to
// height y of the page that is drawn on, and to e.
func (d *Doc) Bookmark(level int, text string, e *Elem, y float64) {
	d.bookmarks = append(d.bookmarks, bookmark{level: level, text: text, elem: e, dest: Dest{Page: d.current, Y: y}})
}

// Text draws one line of clean text with its baseline at y. Characters that
// the font lacks are drawn as a stand-in that reads as the character.
func (d *Doc) Text(x, y float64, f Font, c Color, text string) {
	if !d.may("text") {
		return
	}
	d.paint(c)
	d.use(f)
	face := d.faces[f.Style]
	for text != "" {
		n, clusters, known := face.run(text)
		switch piece := text[:n]; {
		case known:
			x += d.show(x, y, face, f.Size, piece)
		case d.open.role == artifact:
			x += d.show(x, y, face, f.Size, face.drawable(piece))
		default:
			d.replaced += clusters
			d.Actual(piece, func() { x += d.show(x, y, face, f.Size, face.drawable(piece)) })
		}
		text = text[n:]
	}
}

func (d *Doc) show(x, y float64, face *face, size float64, text string) (width float64) {
	for _, r := range text {
		face.used[r] = true
		width += face.glyph(r).em * size
	}
	d.pdf.Text(x, d.down(y), text)
	return width
}

// Rect fills a rectangle; its corners are rounded by radius.
func (d *Doc) Rect(x, y, width, height, radius float64, c Color) {
	if !d.may("a rectangle") {
		return
	}
	d.paint(c)
	if radius == 0 {
		d.pdf.Rect(x, d.down(y), width, height, "F")
		return
	}
	d.pdf.RoundedRect(x, d.down(y), width, height, radius, "1234", "F")
}

func (d *Doc) may(what string) bool {
	if d.open == nil {
		d.fail("%s is drawn outside a mark", what)
	}
	return d.err == nil
}

// down is y as gofpdf wants it: it turns heights round with the height of the
// page that was added last, whatever page is set.
func (d *Doc) down(y float64) float64 {
	return y + d.pages[len(d.pages)-1].height - d.pages[d.current-1].height
}

// paint sets the colour of fills and text together: gofpdf then writes no
// colour with each piece of text.
func (d *Doc) paint(c Color) {
	if d.color != nil && *d.color == c {
		return
	}
	d.color = &c
	r, g, b := int(c.R), int(c.G), int(c.B)
	d.pdf.SetTextColor(r, g, b)
	d.pdf.SetFillColor(r, g, b)
}

func (d *Doc) use(f Font) {
	if d.font == f {
		return
	}
	d.font = f
	face := d.faces[f.Style]
	if !face.loaded {
		// On first use only: an unused font has an empty Unicode map. A copy:
		// gofpdf writes in the bytes it is given.
		d.pdf.AddUTF8FontFromBytes(family, styles[f.Style], bytes.Clone(face.data))
		face.loaded = true
	}
	d.pdf.SetFont(family, styles[f.Style], f.Size)
}

func (d *Doc) raw(content string) {
	if d.err == nil {
		d.pdf.RawWriteStr(content)
	}
}

func (d *Doc) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("tagged: "+format, args...)
	}
}
