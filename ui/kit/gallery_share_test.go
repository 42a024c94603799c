package kit_test

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"oogst/ui/kit"
	"oogst/ui/theme"
)

func shareScreen() (fyne.CanvasObject, fyne.Focusable) {
	left := column(heading("Dit is nog niet af"))
	for _, row := range []struct{ number, words string }{
		{"2", "regels nog niet toegewezen"},
		{"5", "regels te controleren"},
		{"1", "gemeente niet bevestigd: Urk"},
		{"1", "mogelijk telefoonnummer in A47"},
	} {
		r := kit.NewCountRow(row.number, theme.Crimson, row.words)
		r.SetAction("Bekijk", func() {})
		left.Add(r)
	}
	left.Add(kit.NewCountRow("✓", theme.Green, "geen dubbele regels"))
	left.Add(space(16))
	left.Add(heading("Dit gaat er niet uit"))
	left.Add(kit.NewCountRow("7", theme.Ink, "interne notities"))
	left.Add(kit.NewCountRow("12", theme.Ink, "namen van aanwezigen (functies wel)"))
	left.Add(kit.NewCountRow("3", theme.Ink, "regels met de markering intern"))
	left.Add(space(8))
	left.Add(muted("Wat hier staat, komt in geen enkel bestand van deze versie voor, ook niet verborgen."))

	panels := container.New(layout.NewCustomPaddedLayout(22, 22, 28, 28),
		kit.NewColumns(28, kit.NewPanel(left), kit.NewPanel(sharing())))
	return kit.NewDock(0, topBar("delen"), nil, nil, nil, panels), nil
}

func sharing() fyne.CanvasObject {
	audience := kit.NewSegmented("Intern", "Deelnemers", "Openbaar")
	audience.Select(1)
	status := kit.NewSegmented("Concept, versie 0.3", "Definitief")
	right := column(heading("Voor wie?"), audience, space(14), heading("Status"), status, space(14), heading("Bestanden"))
	for i, row := range [][2]string{
		{"PDF, oogstoverzicht en hoofdstuk per gemeente", "toegankelijk (PDF/UA) en geschikt voor het archief (PDF/A)"},
		{"Excel, overzicht en register met filters", "ambtenaren kunnen verbeteringen terugsturen"},
		{"Word", "voor in een eigen sjabloon"},
		{"Open formaat (ODS) en CSV", ""},
	} {
		c := kit.NewCheckRow(row[0], row[1])
		c.SetChecked(i < 2)
		right.Add(c)
	}
	right.Add(space(8))
	right.Add(muted("Naar: Documenten / Oogst / 2018-03-14"))
	right.Add(muted("2018-03-14_oogst_bo-krachtige-samenleving_v0-3_concept_deelnemers.pdf"))
	right.Add(space(12))
	right.Add(container.New(layout.NewCustomPaddedHBoxLayout(12), kit.NewButton("Bestanden maken", kit.Primary, nil), kit.NewButton("Annuleren", kit.Outline, nil)))
	return right
}

func column(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), objects...)
}

func heading(text string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 10, 0, 0), kit.NewLine(kit.Run{Text: text, Size: theme.Heading, Bold: true}))
}

func muted(text string) fyne.CanvasObject { return kit.NewParagraph(text, theme.Muted) }

func space(height float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(height, 0, 0, 0))
}
