// Package export turns a frozen harvest into a Report: sections of paragraphs,
// lists and tables of typed cells. Writers (export/excel, export/pdf, CSV)
// know only the Report; what they write goes to disk whole or not at all.
package export

import "time"

// Report is everything a written document says, in reading order, without any
// format's opinion about fonts or pages. It is a plain value: writers don't
// change it, and two writers given the same Report hold the same lines.
type Report struct {
	Meta     Meta
	Sections []Section
}

// Meta is what a document says about itself: on its cover, in its header and
// footer, and in its file properties.
type Meta struct {
	Title          string    // "Oogst bestuurlijk overleg Krachtige Samenleving"
	Subtitle       string    // programme or sub-title; may be empty
	Organisation   string    // author in the file properties; may be empty
	Language       string    // BCP 47, "nl-NL"
	Facts          []Fact    // date, place, chair…: the lines of the cover, in order
	Status         string    // "CONCEPT" or "DEFINITIEF"
	Audience       string    // "intern", "voor deelnemers", "openbaar"
	Version        string    // "versie 0.3"; may be empty
	Mark           string    // 8 hexadecimal characters that identify the content
	Classification string    // may be empty
	Fictional      string    // a warning shown everywhere ("FICTIEF VOORBEELD"), empty for a real session
	Created        time.Time // when the document was made; the only clock in it
	Style          Style     // how it looks
	Leaflet        bool      // a sheet or two by itself: without cover and contents
}

// Fact is one labelled line, such as "Datum: 14 maart 2018".
type Fact struct{ Label, Value string }

// Medium says in which documents a section belongs.
type Medium uint8

// The media; a section may be in several.
const (
	Pages  Medium = 1 << iota // documents that are read page by page: PDF
	Sheets                    // workbooks: a section is a sheet
)

// Section is a chapter of a paged document and a sheet of a workbook.
type Section struct {
	Key       string // stable: "guide", "overview", "entries", "stakeholder:GM0034", "unassigned"
	Title     string // heading; also the sheet name
	Media     Medium
	Landscape bool // a paged document turns the page for it
	Accent    string
	Blocks    []Block
}

// For returns the sections that are meant for medium, in their order.
func (r Report) For(medium Medium) (sections []Section) {
	for _, s := range r.Sections {
		if s.Media&medium != 0 {
			sections = append(sections, s)
		}
	}
	return sections
}

// Block is one of Heading, Paragraph, Facts, List and *Table.
type Block interface{ block() }

// Heading opens a part of a section; Badge is a letter in a coloured square
// that stands before it (empty for none).
type Heading struct {
	Level  int // 2 below the section's own title, then 3
	Text   string
	Badge  string
	Accent string // "#RRGGBB"; contrast with white is at least 4.5:1
}

// Paragraph is running text. Quiet text is secondary (a remark, "geen inbreng").
type Paragraph struct {
	Text  string
	Quiet bool
}

// Facts is a short list of labelled values. Many short ones may stand in two
// columns on a page.
type Facts struct {
	Items  []Fact
	Beside bool
}

// List is a list of captured lines.
type List struct{ Items []Item }

// Item is one captured line: its number, its text as typed and its remarks
// ("te controleren").
type Item struct {
	Code    string
	Text    string
	Remarks []string
}

// Table is a data table: one header row, one row header column, as many cells
// in each row as there are columns.
type Table struct {
	Key     string  // a legal name for a workbook table: letters only
	Summary string  // a sentence that says what is where, for who can't see it
	Heat    bool    // counts are shaded: the higher, the darker
	Chart   Chart   // a picture of the counts, in formats that draw one
	Room    float64 // least height of a row on a page, in points: to write in by hand
	Columns []Column
	Rows    []Row
}

// Chart is a picture of the counts of a table: a bar for each row. One without
// a title isn't there.
type Chart struct {
	Title string
	Alt   string // says what it shows, for who can't see it
}

// CellKind is the type of a cell's value.
type CellKind uint8

// The kinds of cells.
const (
	Text  CellKind = iota // Cell.Text
	Count                 // Cell.Number
	Date                  // Cell.Time, day only; zero is empty
	Clock                 // Cell.Time, hour and minute; zero is empty
	Lines                 // Cell.Items, or Cell.Text when there are none
)

// Column is a column of a Table.
type Column struct {
	Key   string  // stable, for reading a document back: "code", "stakeholder"
	Title string  // unique within the table
	Width float64 // in average characters; a paged document scales to the page
	Kind  CellKind
	// Choices names the list in the table of the section "lists" from which a
	// workbook lets one choose; empty for none.
	Choices string
}

// Row is a row of a Table. The cell of the first column is its header.
type Row struct {
	Key   string
	Cells []Cell
}

// Cell is one typed value; the column says which field holds it.
type Cell struct {
	Text   string
	Number int
	Time   time.Time
	Items  []Item
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Facts) block()     {}
func (List) block()      {}
func (*Table) block()    {}
