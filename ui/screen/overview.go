package screen

import (
	"slices"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// overview shows all stakeholders at once, in the place of the columns: as a
// matrix of counts, or with the texts as on the slide.
type overview struct {
	capture *Capture
	title   *kit.Line
	matrix  *kit.Heat  // one of the two
	slide   *kit.Sheet //
}

// Matrix opens the matrix of counts; each cell opens.
func (c *Capture) Matrix() {
	o := &overview{capture: c, title: kit.NewLine(), matrix: kit.NewHeat()}
	o.matrix.Keys = c.host.Keys()
	o.matrix.OnOpen = o.open
	c.showOverview(o)
	o.matrix.Select(c.stakeholder, c.kind)
	c.host.Canvas().Focus(o.matrix)
}

// Slide opens the whole in the form of the slide.
func (c *Capture) Slide() {
	o := &overview{capture: c, title: kit.NewLine(), slide: kit.NewSheet()}
	o.slide.Keys = c.host.Keys()
	c.showOverview(o)
	c.host.Canvas().Focus(o.slide)
}

func (c *Capture) showOverview(o *overview) {
	hint := kit.NewLine(append(kit.KeyHint(c.host.KeyFor(CommandMatrix), text.MatrixTitle),
		append(kit.KeyHint(c.host.KeyFor(CommandSlide), text.SlideTitle), kit.KeyHint("Esc", text.FindEscape)...)...)...)
	hint.Trailing = true
	table := fyne.CanvasObject(o.slide)
	if o.matrix != nil {
		table = container.NewVScroll(inset(0, 0, 4, 10, o.matrix))
	}
	body := kit.NewDock(12, kit.NewDock(24, nil, nil, o.title, nil, hint), nil, nil, nil, table)
	o.show()
	c.showInstead(inset(14, 8, 18, 12, body))
	c.overview = o
}

// show fills the table anew; it is small, or draws only what one sees.
func (o *overview) show() {
	s := o.capture.session
	p := s.Programme()
	title := text.MatrixTitle
	if o.slide != nil {
		title = text.SlideTitle
	}
	o.title.SetRuns(kit.Run{Text: title, Size: theme.Title, Bold: true}, kit.Run{Text: text.Lines(s.Len()), Color: theme.Muted, Gap: 14})
	kinds := slideOrder(p)
	columns := make([]kit.HeatColumn, 0, len(kinds))
	for _, k := range kinds {
		columns = append(columns, kit.HeatColumn{Key: k.Key, Letter: k.Letter, Title: k.Plural, Tone: theme.Accent(k.Accent)})
	}
	var counts []kit.HeatRow
	var texts []kit.SheetRow
	for _, st := range append(p.Stakeholders[:len(p.Stakeholders):len(p.Stakeholders)], model.Stakeholder{Key: model.Unassigned, Name: text.ToAssign}) {
		row, slide := kit.HeatRow{Key: st.Key, Name: st.Name}, kit.SheetRow{Name: st.Name}
		total := 0
		for _, k := range kinds {
			cell := s.Cell(st.Key, k.Key)
			row.Counts = append(row.Counts, len(cell))
			slide.Cells = append(slide.Cells, sheetItems(cell))
			total += len(cell)
		}
		row.Trail = []string{railCount(total), o.time(st.Key)}
		counts, texts = append(counts, row), append(texts, slide)
	}
	if o.matrix != nil {
		o.matrix.Set(columns, []string{text.Total, text.TimeSpent}, counts)
	} else {
		o.slide.Set(columns, texts)
	}
}

func sheetItems(cell []model.Entry) []kit.SheetItem {
	items := make([]kit.SheetItem, len(cell))
	for i, e := range cell {
		items[i] = kit.SheetItem{Number: e.Code, Text: e.Text}
	}
	return items
}

// time is how long a stakeholder has had the floor.
func (o *overview) time(key string) string {
	spent := o.capture.session.Spent(key)
	if key == o.capture.stakeholder {
		spent = o.capture.spent()
	}
	if spent < time.Second {
		return "–"
	}
	return text.Minutes(spent)
}

// slideOrder gives the kinds in the order of the slide, those not on it last.
func slideOrder(p model.Programme) []model.Kind {
	kinds := slices.Clone(p.Kinds)
	place := func(k model.Kind) int {
		if i := slices.Index(p.Overview, k.Key); i >= 0 {
			return i
		}
		return len(p.Overview)
	}
	slices.SortStableFunc(kinds, func(a, b model.Kind) int { return place(a) - place(b) })
	return kinds
}

// open goes to a cell.
func (o *overview) open(stakeholder, kind string) {
	c := o.capture
	c.Choose(stakeholder)
	c.ChooseKind(kind)
}
