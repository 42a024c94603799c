package ods

import (
	"strconv"

	"oogst/export"
	"oogst/export/office"
	"oogst/ui/text"
)

// The house colours.
const (
	ink   = "#1B2430"
	quiet = "#3A4553" // 10:1 on white
	rule  = "#D9D4C8"
	brown = "#5C3D00" // of a warning
	honey = "#FFF1CC" // behind it
)

// font is known by everybody who opens the file, under one of these names.
const font = "Calibri, Carlito, 'Source Sans 3'"

// look is the style of a cell.
type look struct {
	name          string
	size          string
	color, ground string // ground is empty for none
	bold, wrap    bool
	lines         string // colour of the lines round the cell, empty for none
	align         string
	data          string // style of the value, empty for none
}

// heads has the name of a look as the header of a row.
const heads = " als kop"

// looks are all styles of cells. They have names, so that who edits the
// workbook finds them in the list of styles.
func looks(main string) []look {
	all := []look{
		{name: "Kop", size: "11pt", color: "#FFFFFF", ground: main, bold: true, wrap: true, lines: main},
		{name: "Titel", size: "20pt", color: main, bold: true},
		{name: "Ondertitel", size: "12pt", color: quiet},
		{name: "Waarschuwing", size: "12pt", color: brown, ground: honey, bold: true},
		{name: "Kop 2", size: "14pt", color: main, bold: true},
		{name: "Kop 3", size: "12pt", color: main, bold: true},
		{name: "Label", size: "11pt", color: ink, bold: true, wrap: true, data: "N-tekst"},
		{name: "Alinea", size: "11pt", color: ink, wrap: true, data: "N-tekst"},
		{name: "Alinea rustig", size: "11pt", color: quiet, wrap: true, data: "N-tekst"},
		{name: "Noot", size: "11pt", color: ink, data: "N-tekst"},
		{name: "Noot rustig", size: "11pt", color: quiet, data: "N-tekst"},
	}
	for _, cell := range []look{
		{name: kinds[export.Text], data: "N-tekst"}, // keeps "=1+1" text when someone edits the cell
		{name: kinds[export.Count], align: "end", data: "N-aantal"},
		{name: kinds[export.Date], align: "center", data: "N-datum"},
		{name: kinds[export.Clock], align: "center", data: "N-tijd"},
	} {
		cell.size, cell.color, cell.wrap, cell.lines = "11pt", ink, true, rule
		all = append(all, cell)
		cell.name, cell.bold = cell.name+heads, true
		all = append(all, cell)
	}
	return all
}

// kinds name the style of a cell in a table.
var kinds = map[export.CellKind]string{
	export.Text: "Tekst", export.Lines: "Tekst", export.Count: "Aantal", export.Date: "Datum", export.Clock: "Tijd",
}

func (b *book) styles(x *office.XML) error {
	x.Start("office:document-styles", namespaces...)
	x.Start("office:font-face-decls")
	x.Empty("style:font-face", "style:name", "Calibri", "svg:font-family", font, "style:font-family-generic", "swiss", "style:font-pitch", "variable")
	x.End(1)
	x.Start("office:styles")
	x.Start("style:default-style", "style:family", "table-cell")
	x.Empty("style:text-properties", "style:font-name", "Calibri", "fo:font-size", "11pt", "fo:color", ink, "fo:language", "nl", "fo:country", "NL")
	x.End(1)
	values(x)
	x.Start("style:style", "style:name", "Default", "style:family", "table-cell")
	x.End(1)
	for _, l := range looks(b.meta.Style.Main()) {
		l.write(x)
	}
	x.End(1)
	x.Start("office:automatic-styles")
	runs(x)
	for _, p := range office.Papers {
		pageLayout(x, p)
	}
	x.End(1)
	x.Start("office:master-styles")
	for _, p := range office.Papers {
		x.Start("style:master-page", "style:name", pageName(p), "style:page-layout-name", "Mpm-"+pageName(p))
		b.header(x)
		b.footer(x)
		x.End(1)
	}
	x.End(2)
	return nil
}

// values are the ways in which a value is shown.
func values(x *office.XML) {
	long := []string{"number:style", "long"}
	x.Start("number:text-style", "style:name", "N-tekst")
	x.Empty("number:text-content")
	x.End(1)
	x.Start("number:number-style", "style:name", "N-aantal")
	x.Empty("number:number", "number:decimal-places", "0", "number:min-integer-digits", "1")
	x.End(1)
	x.Start("number:date-style", "style:name", "N-datum")
	x.Empty("number:day", long...)
	x.Element("number:text", "-")
	x.Empty("number:month", long...)
	x.Element("number:text", "-")
	x.Empty("number:year", long...)
	x.End(1)
	x.Start("number:time-style", "style:name", "N-tijd")
	x.Empty("number:hours", long...)
	x.Element("number:text", ":")
	x.Empty("number:minutes", long...)
	x.End(1)
}

// runs are the styles of words within a paragraph. A program reads them from
// the part that uses them.
func runs(x *office.XML) {
	for _, s := range []struct{ name, color string }{{"nummer", ink}, {"let-op", brown}} {
		x.Start("style:style", "style:name", s.name, "style:family", "text")
		x.Empty("style:text-properties", "fo:font-weight", "bold", "fo:color", s.color)
		x.End(1)
	}
}

// id is the name of a style as XML has it.
func id(name string) string {
	var out []byte
	for _, c := range []byte(name) {
		if c == ' ' {
			out = append(out, "_20_"...)
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

func (l look) write(x *office.XML) {
	attributes := []string{"style:name", id(l.name), "style:display-name", l.name, "style:family", "table-cell", "style:parent-style-name", "Default"}
	if l.data != "" {
		attributes = append(attributes, "style:data-style-name", l.data)
	}
	x.Start("style:style", attributes...)
	cell := []string{"style:vertical-align", "top"}
	if l.wrap {
		cell = append(cell, "fo:wrap-option", "wrap", "fo:padding", "0.08cm")
	}
	if l.ground != "" {
		cell = append(cell, "fo:background-color", l.ground)
	}
	if l.lines != "" {
		cell = append(cell, "fo:border", "0.5pt solid "+l.lines)
	}
	if l.align != "" {
		cell = append(cell, "style:text-align-source", "fix")
	}
	x.Empty("style:table-cell-properties", cell...)
	if l.align != "" {
		x.Empty("style:paragraph-properties", "fo:text-align", l.align)
	}
	words := []string{"fo:font-size", l.size, "fo:color", l.color}
	if l.bold {
		words = append(words, "fo:font-weight", "bold")
	}
	x.Empty("style:text-properties", words...)
	x.End(1)
}

func pageName(p office.Paper) string { return p.Size + "-" + strconv.Itoa(p.Across) }

// pageLayout is a paper, turned.
func pageLayout(x *office.XML, p office.Paper) {
	width, height := "29.7cm", "21cm"
	if p.Size == "A3" {
		width, height = "42cm", "29.7cm"
	}
	x.Start("style:page-layout", "style:name", "Mpm-"+pageName(p))
	x.Empty("style:page-layout-properties", "fo:page-width", width, "fo:page-height", height, "style:print-orientation", "landscape",
		"fo:margin-top", "0.8cm", "fo:margin-bottom", "0.8cm", "fo:margin-left", "1cm", "fo:margin-right", "1cm",
		"style:scale-to-X", strconv.Itoa(p.Across), "style:print-page-order", "ltr", "style:first-page-number", "continue")
	x.Start("style:header-style")
	x.Empty("style:header-footer-properties", "fo:min-height", "1.3cm", "fo:margin-left", "0cm", "fo:margin-right", "0cm", "fo:margin-bottom", "0.3cm")
	x.End(1)
	x.Start("style:footer-style")
	x.Empty("style:header-footer-properties", "fo:min-height", "0.9cm", "fo:margin-left", "0cm", "fo:margin-right", "0cm", "fo:margin-top", "0.3cm")
	x.End(2)
}

// header prints the title and the sheet's name on the left; on the right who
// may see it, and below that the warning that it is made up.
func (b *book) header(x *office.XML) {
	m := b.meta
	x.Start("style:header")
	x.Start("style:region-left")
	x.Start("text:p")
	x.Element("text:span", office.Shorten(office.OneLine(m.Title), 120), "text:style-name", "nummer")
	x.End(1)
	x.Start("text:p")
	x.Element("text:sheet-name", "")
	x.End(2)
	x.Start("style:region-right")
	x.Element("text:p", office.Shorten(office.Label(m), 60))
	if fictional := office.OneLine(m.Fictional); fictional != "" {
		x.Start("text:p")
		x.Element("text:span", office.Shorten(fictional, 60), "text:style-name", "let-op")
		x.End(1)
	}
	x.End(2)
}

// footer prints which version this is and the page.
func (b *book) footer(x *office.XML) {
	x.Start("style:footer")
	x.Start("style:region-left")
	x.Element("text:p", office.Shorten(office.Edition(b.meta), 120))
	x.End(1)
	x.Start("style:region-right")
	x.Start("text:p")
	x.Text(text.Page + " ")
	x.Element("text:page-number", "1")
	x.Text(" " + text.PageOf + " ")
	x.Element("text:page-count", "1")
	x.End(3)
}
