package docx

import (
	"cmp"
	"strconv"

	"oogst/export/office"
)

// The house colours, as in the PDF.
const (
	ink   = "1B2430"
	quiet = "3A4553"
	brown = "5C3D00" // of a warning
	honey = "FFF1CC" // behind it
	mist  = "F1F5F6" // behind row headers
	sand  = "B5AEA0" // lines between rows
)

const language = "nl-NL"

// style is the look of a kind of paragraph. Sizes are in half points, the rest
// in twentieths of a point. A name that Word knows is shown in its own language.
type style struct {
	id, name      string
	size          int
	bold          bool
	color, ground string
	before, after int
	left, hanging int
	keep          bool // on the page of what comes next
	newPage       bool
	outline       int  // level, from 1
	own           bool // Word has no such style
}

// The paragraphs of a document; their ids are used all over this package.
var paragraphs = []style{
	{id: "Title", name: "Title", size: 60, bold: true, after: 120},
	{id: "Subtitle", name: "Subtitle", size: 30, color: quiet, after: 480},
	{id: "Heading1", name: "heading 1", size: 42, bold: true, after: 240, keep: true, newPage: true, outline: 1},
	{id: "Heading2", name: "heading 2", size: 27, bold: true, before: 360, after: 80, keep: true, outline: 2},
	{id: "Heading3", name: "heading 3", size: 22, bold: true, before: 200, after: 60, keep: true, outline: 3},
	{id: "TOCHeading", name: "TOC Heading", size: 42, bold: true, after: 240, keep: true},
	{id: "TOC1", name: "toc 1", size: 22, after: 120},
	{id: "Quiet", name: "Rustig", color: quiet, after: 120, own: true},
	{id: "Status", name: "Status", size: 24, bold: true, after: 240, own: true},
	{id: "Warning", name: "Waarschuwing", size: 22, bold: true, color: brown, ground: honey, after: 480, own: true},
	{id: "Facts", name: "Feit", after: 60, left: 2552, hanging: 2552, own: true},
	{id: "List", name: "List", after: 100, left: 851, hanging: 851},
	{id: "Remark", name: "Opmerking", size: 18, color: quiet, after: 100, left: 851, own: true},
	{id: "Caption", name: "caption", size: 18, color: quiet, before: 100, after: 120},
	{id: "TableText", name: "Tabeltekst", size: 17, before: 20, after: 20, own: true},
	{id: "TableList", name: "Tabelregel", size: 17, before: 20, after: 20, own: true},
	{id: "Header", name: "header", size: 16, color: quiet},
	{id: "Footer", name: "footer", size: 16, color: quiet},
}

const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

func (d *document) styles(x *office.XML) error {
	x.Start("w:styles", "xmlns:w", wordNamespace)
	x.Start("w:docDefaults")
	x.Start("w:rPrDefault")
	x.Start("w:rPr")
	x.Empty("w:rFonts", "w:ascii", font, "w:hAnsi", font, "w:cs", font)
	x.Empty("w:color", "w:val", ink)
	x.Empty("w:sz", "w:val", "21")
	x.Empty("w:szCs", "w:val", "21")
	x.Empty("w:lang", "w:val", language)
	x.End(2)
	x.Start("w:pPrDefault")
	x.Start("w:pPr")
	x.Empty("w:spacing", "w:after", "120", "w:line", "264", "w:lineRule", "auto")
	x.End(3)
	x.Start("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal")
	x.Empty("w:name", "w:val", "Normal")
	x.Empty("w:qFormat")
	x.End(1)
	for _, s := range paragraphs {
		if s.id == "Status" {
			s.color = bare(d.meta.Style.Accent())
		}
		s.write(x)
	}
	x.Start("w:style", "w:type", "character", "w:default", "1", "w:styleId", "DefaultParagraphFont")
	x.Empty("w:name", "w:val", "Default Paragraph Font")
	x.End(1)
	for _, s := range []struct{ id, name, color string }{
		{"Code", "Nummer", ink},
		{"Label", "Label", ink},
		{"Badge", "Letter", "FFFFFF"},
		{"Attention", "Let op", brown},
	} {
		x.Start("w:style", "w:type", "character", "w:customStyle", "1", "w:styleId", s.id)
		x.Empty("w:name", "w:val", s.name)
		x.Empty("w:qFormat")
		x.Start("w:rPr")
		x.Empty("w:b")
		x.Empty("w:color", "w:val", s.color)
		x.End(2)
	}
	tableStyles(x, bare(d.meta.Style.Main()))
	x.End(1)
	return nil
}

func (s style) write(x *office.XML) {
	own := []string{"w:type", "paragraph", "w:styleId", s.id}
	if s.own {
		own = append(own, "w:customStyle", "1")
	}
	x.Start("w:style", own...)
	x.Empty("w:name", "w:val", s.name)
	x.Empty("w:basedOn", "w:val", "Normal")
	if s.outline > 0 || s.keep {
		x.Empty("w:next", "w:val", "Normal")
	}
	x.Empty("w:qFormat")
	x.Start("w:pPr")
	if s.keep {
		x.Empty("w:keepNext")
		x.Empty("w:keepLines")
	}
	if s.newPage {
		x.Empty("w:pageBreakBefore")
	}
	if s.ground != "" {
		x.Empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", s.ground)
	}
	x.Empty("w:spacing", "w:before", strconv.Itoa(s.before), "w:after", strconv.Itoa(s.after))
	if s.left > 0 {
		x.Empty("w:ind", "w:left", strconv.Itoa(s.left), "w:hanging", strconv.Itoa(s.hanging))
	}
	if s.outline > 0 {
		x.Empty("w:outlineLvl", "w:val", strconv.Itoa(s.outline-1))
	}
	x.End(1)
	x.Start("w:rPr")
	if s.bold {
		x.Empty("w:b")
	}
	if s.color != "" {
		x.Empty("w:color", "w:val", s.color)
	}
	if s.size > 0 {
		x.Empty("w:sz", "w:val", strconv.Itoa(s.size))
		x.Empty("w:szCs", "w:val", strconv.Itoa(s.size))
	}
	x.End(2)
}

// tableStyles are the table without a style, which Word wants, and ours: its
// looks are in the style, so that another style takes them all away.
func tableStyles(x *office.XML, main string) {
	x.Start("w:style", "w:type", "table", "w:default", "1", "w:styleId", "TableNormal")
	x.Empty("w:name", "w:val", "Normal Table")
	x.Start("w:tblPr")
	x.Empty("w:tblInd", "w:w", "0", "w:type", "dxa")
	margins(x, 0, 108)
	x.End(2)
	x.Start("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", tableStyle)
	x.Empty("w:name", "w:val", "Oogst tabel")
	x.Empty("w:basedOn", "w:val", "TableNormal")
	x.Empty("w:qFormat")
	x.Start("w:tblPr")
	x.Start("w:tblBorders")
	for _, side := range []string{"top", "bottom", "insideH"} {
		x.Empty("w:"+side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", sand)
	}
	x.End(1)
	margins(x, 60, 100)
	x.End(1)
	for _, part := range []struct{ name, color, ground string }{{"firstRow", "FFFFFF", main}, {"firstCol", "", mist}} {
		x.Start("w:tblStylePr", "w:type", part.name)
		x.Start("w:rPr")
		x.Empty("w:b")
		x.Empty("w:color", "w:val", cmp.Or(part.color, ink))
		x.End(1)
		x.Start("w:tcPr")
		x.Empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", part.ground)
		x.End(2)
	}
	x.End(1)
}

func margins(x *office.XML, high, wide int) {
	x.Start("w:tblCellMar")
	for _, side := range []struct {
		name  string
		width int
	}{{"top", high}, {"left", wide}, {"bottom", high}, {"right", wide}} {
		x.Empty("w:"+side.name, "w:w", strconv.Itoa(side.width), "w:type", "dxa")
	}
	x.End(1)
}

const (
	font       = "Calibri"
	tableStyle = "OogstTable"
)

func fonts(x *office.XML) error {
	x.Start("w:fonts", "xmlns:w", wordNamespace)
	x.Start("w:font", "w:name", font)
	x.Empty("w:altName", "w:val", "Source Sans 3")
	x.Empty("w:family", "w:val", "swiss")
	x.Empty("w:pitch", "w:val", "variable")
	x.End(2)
	return nil
}

// settings ask of Word what it does with its own new documents; without them
// it opens the document as one of 2007.
func (d *document) settings(x *office.XML) error {
	x.Start("w:settings", "xmlns:w", wordNamespace)
	x.Empty("w:zoom", "w:percent", "100")
	x.Empty("w:defaultTabStop", "w:val", "708")
	x.Empty("w:characterSpacingControl", "w:val", "doNotCompress")
	x.Start("w:compat")
	for _, s := range [][2]string{{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"}, {"enableOpenTypeFeatures", "1"}, {"doNotFlipMirrorIndents", "1"}} {
		x.Empty("w:compatSetting", "w:name", s[0], "w:uri", "http://schemas.microsoft.com/office/word", "w:val", s[1])
	}
	x.End(1)
	x.Empty("w:themeFontLang", "w:val", cmp.Or(d.meta.Language, language))
	x.Empty("w:decimalSymbol", "w:val", ",")
	x.Empty("w:listSeparator", "w:val", ";")
	x.End(1)
	return nil
}
