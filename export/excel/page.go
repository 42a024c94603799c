package excel

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"oogst/export/office"
)

// Paper sizes of the file format.
const (
	paperA3 = 8
	paperA4 = 9
)

// maxBanner is how many units a header or footer takes, with its codes.
const maxBanner = 255

// setPage says how the sheet looks and prints. It must come before the sheet's
// stream is made: what is set later doesn't reach the file.
func (b *book) setPage(s office.Sheet) error {
	paper, size := s.Paper(), paperA4
	if paper.Size == "A3" {
		size = paperA3
	}
	yes, endless, landscape, order := true, 0, "landscape", "overThenDown"
	grid := s.Table != nil
	side, top, head := 0.4, 0.8, 0.3 // inches
	sheet := quoted(s.Name) + "!"
	titles := &excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "$1:$1", Scope: s.Name}
	if paper.Across > 1 {
		titles.RefersTo = sheet + "$A:$A," + titles.RefersTo
	}
	steps := []func() error{
		func() error { // a wrong "A1" otherwise; readers count the cells themselves
			return b.file.SetSheetDimension(s.Name, "")
		},
		func() error {
			return b.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &yes})
		},
		func() error {
			return b.file.SetSheetView(s.Name, 0, &excelize.ViewOptions{ShowGridLines: &grid})
		},
		func() error {
			return b.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{
				Size: &size, Orientation: &landscape, FitToWidth: &paper.Across, FitToHeight: &endless, PageOrder: &order,
			})
		},
		func() error {
			return b.file.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{
				Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &head, Footer: &head,
			})
		},
		func() error {
			return b.file.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{
				AlignWithMargins: &yes, OddHeader: b.header(), OddFooter: b.footer(),
			})
		},
	}
	if s.Table != nil {
		steps = append(steps, func() error { return b.file.SetDefinedName(titles) })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// header prints the title and the sheet's name on the left; on the right who
// may see it, and a warning below that. Left and right on one line would run
// through each other, so the long one of them, the title, has the first line
// nearly to itself.
func (b *book) header() string {
	const left, right, bold = `&L&"Calibri,Bold"`, "&R", `&"Calibri,Bold"`
	const sheetName = "\n" + `&"Calibri,Regular"&A`
	label := escape(office.Shorten(office.Join(" · ", b.meta.Status, b.meta.Audience, b.meta.Classification), 60))
	tail := sheetName + right + label
	if b.meta.Fictional != "" {
		tail += "\n" + bold + escape(office.Shorten(b.meta.Fictional, 60))
	}
	return left + escapeWithin(b.meta.Title, maxBanner-office.Units(left+tail)) + tail
}

// footer prints which version this is and the page.
func (b *book) footer() string {
	const pages = "&Rpagina &P van &N"
	date := ""
	if !b.meta.Created.IsZero() {
		date = b.meta.Created.Format("02-01-2006")
	}
	mark := b.meta.Mark
	if mark != "" {
		mark = "kenmerk " + mark
	}
	return "&L" + escapeWithin(office.Join(" · ", b.meta.Version, date, mark), maxBanner-office.Units("&L"+pages)) + pages
}

// escape keeps "&" in user text from being a code.
func escape(s string) string { return strings.ReplaceAll(s, "&", "&&") }

// escapeWithin shortens s until its escaped form has at most limit units.
func escapeWithin(s string, limit int) string {
	for n := limit; office.Units(escape(s)) > limit; n-- {
		s = office.Shorten(s, n)
	}
	return escape(s)
}
