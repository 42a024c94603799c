package excel

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"oogst/export"
)

// The house colours.
const (
	ink   = "1B2430"
	quiet = "5A6472" // 6:1 on white
	rule  = "D9D4C8"
	amber = "FFF1CC" // behind a warning
)

// styles are the looks of cells, as numbers in the workbook's style list.
type styles struct {
	plain, bold *excelize.Font

	header, title, subtitle, warning, heading2, heading3 int
	label, body, bodyQuiet, note, noteQuiet              int

	kinds   map[export.CellKind]int // of cells in a table
	leading map[export.CellKind]int // the same, for the row header
}

// cell is the style of a cell in a table.
func (s styles) cell(kind export.CellKind, first bool) int {
	if first {
		return s.leading[kind]
	}
	return s.kinds[kind]
}

func newStyles(f *excelize.File, house export.Style) (styles, error) {
	main := strings.TrimPrefix(house.Main(), "#")
	// The banding of a table style comes from the theme's first accent.
	*f.Theme.ThemeElements.ClrScheme.Accent1.SrgbClr.Val = main
	s := styles{
		plain:   font(11, ink, false),
		bold:    font(11, ink, true),
		kinds:   map[export.CellKind]int{},
		leading: map[export.CellKind]int{},
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	middle := &excelize.Alignment{Vertical: "center"}
	texts := []struct {
		id    *int
		style excelize.Style
	}{
		{&s.header, excelize.Style{
			Font: font(11, "FFFFFF", true), Fill: fill(main), Border: lines(main),
			Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: "center", WrapText: true},
		}},
		{&s.title, excelize.Style{Font: font(20, main, true), Alignment: middle}},
		{&s.subtitle, excelize.Style{Font: font(12, quiet, false), Alignment: middle}},
		{&s.warning, excelize.Style{Font: font(12, ink, true), Fill: fill(amber), Alignment: middle}},
		{&s.heading2, excelize.Style{Font: font(14, main, true), Alignment: middle}},
		{&s.heading3, excelize.Style{Font: font(12, main, true), Alignment: middle}},
		{&s.label, excelize.Style{Font: s.bold, Alignment: top, NumFmt: formatText}},
		{&s.body, excelize.Style{Font: s.plain, Alignment: top, NumFmt: formatText}},
		{&s.bodyQuiet, excelize.Style{Font: font(11, quiet, false), Alignment: top, NumFmt: formatText}},
		{&s.note, excelize.Style{Font: s.plain, NumFmt: formatText}},
		{&s.noteQuiet, excelize.Style{Font: font(11, quiet, false), NumFmt: formatText}},
	}
	for _, t := range texts {
		var err error
		if *t.id, err = f.NewStyle(&t.style); err != nil {
			return styles{}, err
		}
	}
	return s, s.addKinds(f)
}

// formatText keeps "- kluswinkel" and "=1+1" text when someone edits the cell.
const formatText = 49

// addKinds makes the styles of typed cells.
func (s styles) addKinds(f *excelize.File) error {
	date, hour := "dd-mm-yyyy", "hh:mm"
	// In this order, so that the same report gives the same numbers of styles
	for _, of := range []struct {
		kind  export.CellKind
		style excelize.Style
	}{
		{export.Text, excelize.Style{NumFmt: formatText}},
		{export.Lines, excelize.Style{NumFmt: formatText}},
		{export.Count, excelize.Style{NumFmt: 1, Alignment: &excelize.Alignment{Horizontal: "right", Indent: 1}}},
		{export.Date, excelize.Style{CustomNumFmt: &date, Alignment: &excelize.Alignment{Horizontal: "center"}}},
		{export.Clock, excelize.Style{CustomNumFmt: &hour, Alignment: &excelize.Alignment{Horizontal: "center"}}},
	} {
		style := of.style
		if style.Alignment == nil {
			style.Alignment = &excelize.Alignment{Horizontal: "left", Indent: 1}
		}
		style.Alignment.Vertical, style.Alignment.WrapText = "top", true
		style.Border = lines(rule)
		var err error
		style.Font = s.plain
		if s.kinds[of.kind], err = f.NewStyle(&style); err != nil {
			return err
		}
		style.Font = s.bold
		if s.leading[of.kind], err = f.NewStyle(&style); err != nil {
			return err
		}
	}
	return nil
}

func font(size float64, colour string, bold bool) *excelize.Font {
	return &excelize.Font{Family: "Calibri", Size: size, Color: colour, Bold: bold}
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// lines are thin rules round a cell.
func lines(colour string) []excelize.Border {
	var borders []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		borders = append(borders, excelize.Border{Type: side, Color: colour, Style: 1})
	}
	return borders
}
