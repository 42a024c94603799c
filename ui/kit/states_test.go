package kit_test

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"

	"oogst/ui/kit"
	"oogst/ui/theme"
)

// state is a widget in one of its states, at the size in which it is drawn.
type state struct {
	build func() fyne.CanvasObject
	size  fyne.Size
}

func focused[W fyne.Focusable](w W) W {
	w.FocusGained()
	return w
}

func states() map[string]state {
	button := func(style kit.ButtonStyle) *kit.Button { return kit.NewButton("Bestanden maken", style, nil) }
	disabled := func(style kit.ButtonStyle) *kit.Button {
		b := button(style)
		b.Disable()
		return b
	}
	hovered := func() *kit.Button {
		b := button(kit.Outline)
		b.MouseIn(nil)
		return b
	}
	one := func(w fyne.CanvasObject) func() fyne.CanvasObject { return func() fyne.CanvasObject { return w } }
	small, wide := fyne.NewSize(190, 48), fyne.NewSize(420, 64)
	return map[string]state{
		"button_primary":          {one(button(kit.Primary)), small},
		"button_primary_focused":  {one(focused(button(kit.Primary))), small},
		"button_primary_disabled": {one(disabled(kit.Primary)), small},
		"button_outline":          {one(button(kit.Outline)), small},
		"button_outline_focused":  {one(focused(button(kit.Outline))), small},
		"button_outline_hovered":  {one(hovered()), small},
		"button_outline_disabled": {one(disabled(kit.Outline)), small},
		"button_link":             {one(button(kit.Link)), small},
		"button_link_focused":     {one(focused(button(kit.Link))), small},
		"segmented":               {one(segmented()), wide},
		"segmented_focused":       {one(focused(segmented())), wide},
		"check":                   {one(checkRow(false)), wide},
		"check_checked":           {one(checkRow(true)), wide},
		"check_focused":           {one(focused(checkRow(true))), wide},
		"count":                   {one(countRow("5", "regels te controleren")), wide},
		"count_long":              {one(countRow("128", "regels die over de rand van deze rij heen zouden lopen als dat mocht")), wide},
		"tabs":                    {one(tabs()), wide},
		"heat":                    {one(heat()), fyne.NewSize(560, 150)},
		"heat_focused":            {one(focused(heat())), fyne.NewSize(560, 150)},
		"keyrow":                  {one(kit.NewKeyRow("Ctrl+F", "Zoeken")), wide},
		"keyrow_listening":        {one(listening()), wide},
		"tabs_focused":            {one(focused(tabs())), wide},
		"mode":                    {one(kit.NewModeBlock("Almere", "Ctrl 1–6, 0", theme.Teal)), small},
		"mode_focused":            {one(focused(kit.NewModeBlock("K Kenmerk", "F5 – F8", theme.Indigo))), small},
		"mode_long":               {one(kit.NewModeBlock("Veiligheidsregio Flevoland en Gooi", "Ctrl 1–6, 0", theme.Ink)), small},
		"rail":                    {one(railOf("2")), fyne.NewSize(224, 180)},
		"rail_focused":            {one(focused(railOf("2"))), fyne.NewSize(224, 180)},
		"cards":                   {one(cardsOf("A2")), fyne.NewSize(260, 330)},
		"cards_focused":           {one(focused(cardsOf("A2"))), fyne.NewSize(260, 330)},
		"cards_editing":           {one(editing()), fyne.NewSize(260, 330)},
		"line_empty":              {one(kit.NewLineEntry("Typ wat er gezegd wordt")), wide},
		"line_four_rows":          {one(fourRows()), fyne.NewSize(420, 150)},
		"field":                   {one(field("")), fyne.NewSize(420, 110)},
		"field_problem":           {one(field("Vul een datum in, zoals 14-3-2018.")), fyne.NewSize(420, 110)},
		"banner_bad":              {one(banner(kit.Bad, "De schijf is vol. De laatste regel staat nog in de invoer; maak ruimte en druk weer op Enter.")), wide},
		"banner_check":            {one(banner(kit.Check, "Twee laptops hebben A21 gewijzigd.")), wide},
		"banner_good":             {one(banner(kit.Good, "Bestanden gemaakt.")), wide},
		"banner_quiet":            {one(banner(kit.Quiet, "Dit is een voorbeeld, alles is FICTIEF.")), wide},
		"badge":                   {one(kit.NewBadge("AL", theme.Teal, 26)), small},
		"tag":                     {one(container.NewHBox(tag(kit.Quiet), tag(kit.Good), tag(kit.Check), tag(kit.Bad))), fyne.NewSize(420, 24)},
		"head":                    {one(kit.NewColumnHead("A", "Aandachtspunten", "F8 · 2", theme.Crimson)), fyne.NewSize(200, 40)},
		"head_narrow":             {one(kit.NewColumnHead("A", "Aandachtspunten", "F8 · 12", theme.Crimson)), fyne.NewSize(150, 40)},
		"line_of_hints":           {one(kit.NewLine(captureKeys()...)), wide},
		"line_of_hints_cut":       {one(kit.NewLine(captureKeys()...)), small},
		"line_split":              {one(titleLine()), fyne.NewSize(156, 48)},
		"line_split_fits":         {one(titleLine()), fyne.NewSize(420, 48)},
		"paragraph":               {one(kit.NewParagraph("Wat hier staat, komt in geen enkel bestand van deze versie voor, ook niet verborgen.", theme.Muted)), wide},
		"panel":                   {one(kit.NewPanel(kit.NewParagraph("Op een kaart.", theme.Ink))), small.AddWidthHeight(0, 40)},
	}
}

func segmented() *kit.Segmented {
	s := kit.NewSegmented("Intern", "Deelnemers", "Openbaar")
	s.Select(1)
	return s
}

func checkRow(checked bool) *kit.CheckRow {
	c := kit.NewCheckRow("Excel, overzicht en register met filters", "ambtenaren kunnen verbeteringen terugsturen")
	c.SetChecked(checked)
	return c
}

func countRow(number, words string) *kit.CountRow {
	c := kit.NewCountRow(number, theme.Crimson, words)
	c.SetAction("Bekijk", func() {})
	return c
}

func tabs() *kit.Tabs {
	t := kit.NewTabs(kit.Tab{Key: "a", Text: "Voorbereiden"}, kit.Tab{Key: "b", Text: "Vastleggen"}, kit.Tab{Key: "c", Text: "Delen"})
	t.Select("b")
	return t
}

func railOf(selected string) *kit.RailList {
	l := kit.NewRailList()
	l.SetItems([]kit.RailItem{
		railItem("1", "NO", theme.Green, "Noordoostpolder", "–"),
		railItem("2", "VR", theme.Blue, "Veiligheidsregio Flevoland en Gooi", "128"),
		unassigned(),
	})
	l.Select(selected)
	return l
}

func titleLine() *kit.Line {
	l := kit.NewLine(kit.Run{Text: "Bestuurlijk overleg Krachtige Samenleving", Bold: true}, kit.Run{Text: "14 maart 2018", Gap: 14, Whole: true})
	l.Split = true
	return l
}

func cardsOf(selected string) *kit.CardColumn {
	c := kit.NewCardColumn()
	c.SetCards([]kit.Card{
		{Key: "A1", Text: "Talent van de jeugd zichtbaar maken in de wijk", Footer: "A1", Note: "zojuist", Outlined: true},
		{Key: "A2", Text: "Zie https://www.voorbeeld.nl/een/heel/lang/pad/zonder/spaties.html", Footer: "A2", Tags: []kit.Tag{
			{Text: "controleren", Tone: kit.Check}, {Text: "ook Noordoostpolder"}, {Text: "2 versies", Tone: kit.Bad},
		}},
		{Key: "A3", Text: "Ingetrokken regel", Footer: "A3", Dim: true},
	})
	c.Select(selected)
	return c
}

func editing() *kit.CardColumn {
	c := cardsOf("A1")
	c.Resize(fyne.NewSize(260, 330))
	c.Edit("A2", func(string, bool) bool { return true })
	return c
}

func listening() *kit.KeyRow {
	k := kit.NewKeyRow("Ctrl+F", "Zoeken")
	k.Listening = "Druk de nieuwe toets"
	k.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	return k
}

func fourRows() *kit.LineEntry {
	l := kit.NewLineEntry("")
	l.Resize(fyne.NewSize(420, 54))
	l.SetText("Leerervaringen van gezinnen waar het goed gaat, en van de mensen die hen hielpen toen het nog niet zo goed ging, " +
		"want daar kan de hele provincie van leren, en dat begint met luisteren naar wie het meemaakt")
	return l
}

func field(problem string) *kit.Field {
	f := kit.NewField("Datum", "14-3-2018")
	f.SetProblem(problem)
	return f
}

func banner(tone kit.Tone, words string) *kit.Banner {
	b := kit.NewBanner()
	b.Resize(fyne.NewSize(420, 40))
	b.Offer(tone, words, "Toon", func() {})
	return b
}

func tag(tone kit.Tone) *kit.TagLabel {
	return kit.NewTagLabel(kit.Tag{Text: "controleren", Tone: tone})
}

// TestStatesRenderAsBefore compares each state with its description in testdata.
func TestStatesRenderAsBefore(t *testing.T) {
	start(t)
	for name, s := range states() {
		t.Run(name, func(t *testing.T) {
			w := test.NewTempWindow(t, container.New(fixed{s.size}, s.build()))
			test.AssertRendersToMarkup(t, name+".xml", w.Canvas())
		})
	}
}

// TestGalleryOfStates draws all states on a page, in every mode, for a person.
func TestGalleryOfStates(t *testing.T) {
	for mode, m := range modes {
		test.NewTempApp(t).Settings().SetTheme(theme.New(m))
		page := container.New(layout.NewGridLayoutWithColumns(3))
		all := states()
		for _, name := range slices.Sorted(maps.Keys(all)) {
			page.Add(container.NewVBox(kit.NewLine(kit.Run{Text: name, Size: theme.Hint}),
				container.New(fixed{all[name].size}, all[name].build())))
		}
		w := test.NewTempWindow(t, page)
		picture(t, w.Canvas(), filepath.Join(galleryPath(t), "states-"+mode+".png"))
	}
}

// fixed gives an object its least size, and at least the width of the state.
type fixed struct{ size fyne.Size }

func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return f.size.AddWidthHeight(8, 8) }

func (f fixed) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	o := objects[0]
	o.Move(fyne.NewPos(4, 4))
	o.Resize(f.size)
	if _, tall := o.(*kit.CardColumn); !tall {
		o.Resize(fyne.NewSize(f.size.Width, min(o.MinSize().Height, f.size.Height)))
	}
}
