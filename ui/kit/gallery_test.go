package kit_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"

	"oogst/ui/kit"
	"oogst/ui/theme"
)

// galleryDir names the folder in which the pictures are kept for a person to
// look at. Without it they go where the test's own files go.
const galleryDir = "OOGST_GALLERY"

// TestGallery draws the screens of the design with the kit, in every mode and at
// the design's and the smallest size, and checks that nothing is wider than the
// window.
func TestGallery(t *testing.T) {
	dir := galleryPath(t)
	sizes := map[string]struct {
		size  fyne.Size
		scale float32
	}{
		"1280": {fyne.NewSize(1280, 800), 1}, "1024": {fyne.NewSize(1024, 700), 1}, "1024-150": {fyne.NewSize(1024, 700), 1.5},
	}
	for screen, build := range map[string]func() (fyne.CanvasObject, fyne.Focusable){"capture": captureScreen, "share": shareScreen} {
		for mode, m := range modes {
			for name, of := range sizes {
				t.Run(screen+"-"+mode+"-"+name, func(t *testing.T) {
					app := test.NewTempApp(t)
					app.Settings().SetTheme(theme.New(m))
					w := test.NewTempWindow(t, canvas.NewRectangle(nil))
					w.SetPadded(false)
					w.Canvas().(interface{ SetScale(float32) }).SetScale(of.scale)
					w.Resize(of.size)
					content, focus := build()
					w.SetContent(content)
					content.Refresh() // wrapped text knows its height by now
					if focus != nil {
						w.Canvas().Focus(focus)
					}
					if got := w.Canvas().Size(); got != of.size {
						t.Errorf("the content needs %v, the window has %v", w.Content().MinSize(), of.size)
					}
					picture(t, w.Canvas(), filepath.Join(dir, screen+"-"+mode+"-"+name+".png"))
				})
			}
		}
	}
}

func galleryPath(t *testing.T) string {
	if dir := os.Getenv(galleryDir); dir != "" {
		return dir
	}
	return t.TempDir()
}

var modes = map[string]theme.Mode{"light": theme.Light, "dark": theme.Dark, "highcontrast": theme.HighContrast}

func picture(t *testing.T, c fyne.Canvas, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, c.Capture()); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func captureScreen() (fyne.CanvasObject, fyne.Focusable) {
	line := kit.NewLineEntry("Typ wat er gezegd wordt")
	line.SetText("Leerervaringen van gezinnen waar het goed gaat")
	head := kit.NewLine(
		kit.Run{Text: "Almere", Size: theme.Title, Bold: true},
		kit.Run{Text: "11 regels · ronde 7:42 van 12:00 · 2 te controleren", Color: theme.Muted, Gap: 14},
	)
	var columns []fyne.CanvasObject
	for i, cards := range captureCards() {
		column := kit.NewCardColumn()
		column.SetCards(cards)
		columns = append(columns, kit.NewDock(4, columnHeads()[i], nil, nil, nil, column))
	}
	blocks := container.New(layout.NewCustomPaddedHBoxLayout(10),
		kit.NewModeBlock("Almere", "Ctrl 1–6, 0", theme.Teal), kit.NewModeBlock("P Pilotidee", "F5 – F8", theme.Teal))
	hints := kit.NewDock(12, nil, nil, nil, kit.NewLine(captureKeys()...), likeness())
	bottom := kit.NewBottomBar(kit.NewDock(8, nil, hints, nil, nil, kit.NewDock(10, nil, nil, blocks, nil, line)))
	middle := container.New(layout.NewCustomPaddedLayout(14, 0, 12, 12),
		kit.NewDock(8, inset(6, head), nil, nil, nil, kit.NewColumns(0, columns...)))
	return kit.NewDock(0, topBar("vastleggen"), bottom, kit.NewSideBar(rail()), nil, middle), line.Target()
}

func inset(left float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, left, 0), o)
}

func likeness() fyne.CanvasObject {
	note := func(text string, bold bool) kit.Run {
		return kit.Run{Text: text, Size: theme.Note, Color: theme.Muted, Bold: bold}
	}
	runs := append([]kit.Run{
		note("Lijkt op ", false), note("A09", true), note(" (Dronten) “leren van gezinnen waar het goed gaat” ·", false),
	}, kit.KeyHint("Ctrl M", "ook genoemd door Almere")...)
	l := kit.NewLine(runs...)
	l.Most = 100
	return l
}

func captureKeys() []kit.Run {
	runs := kit.KeyHint("Enter", "opslaan")
	runs = append(runs, kit.KeyHint("??", "controleren")...)
	runs = append(runs, kit.KeyHint("//", "interne notitie")...)
	return append(runs, kit.KeyHint("F1", "toetsen")...)
}

func topBar(current string) fyne.CanvasObject {
	tabs := kit.NewTabs(kit.Tab{Key: "voorbereiden", Text: "Voorbereiden"}, kit.Tab{Key: "vastleggen", Text: "Vastleggen"},
		kit.Tab{Key: "teruglezen", Text: "Teruglezen"}, kit.Tab{Key: "ordenen", Text: "Ordenen"}, kit.Tab{Key: "delen", Text: "Delen"})
	tabs.Select(current)
	title := kit.NewLine(kit.Run{Text: "BO Krachtige Samenleving", Bold: true},
		kit.Run{Text: "14 maart 2018 · Lelystad", Color: theme.Muted, Gap: 20, Whole: true})
	title.Most = 350
	state := kit.NewLine(kit.Run{Text: "✓ opgeslagen 14:03:22", Size: theme.Note, Color: theme.Green, Bold: true},
		kit.Run{Text: "kopie op USB 14:03", Size: theme.Note, Color: theme.Muted, Gap: 16, Whole: true},
		kit.Run{Text: "beamer: Almere", Size: theme.Note, Color: theme.Muted, Gap: 16, Whole: true})
	state.Most, state.Trailing = 140, true
	return kit.NewTopBar(kit.NewDock(14, nil, nil, title, nil, kit.NewDock(12, nil, nil, tabs, nil, state)))
}

func rail() fyne.CanvasObject {
	l := kit.NewRailList()
	l.SetItems([]kit.RailItem{
		railItem("1", "DR", theme.Brown, "Dronten", "14"),
		railItem("2", "ZE", theme.Purple, "Zeewolde", "9"),
		railItem("3", "AL", theme.Teal, "Almere", "11"),
		railItem("4", "LE", theme.Crimson, "Lelystad", "–"),
		railItem("5", "NO", theme.Green, "Noordoostpolder", "–"),
		railItem("6", "UR", theme.Blue, "Urk", "–"),
		railItem("7", "VR", theme.Ink, "Veiligheidsregio Flevoland en Gooi", "128"),
		unassigned(),
	})
	l.Select("3")
	return l
}

func railItem(key, badge string, color fyne.ThemeColorName, name, count string) kit.RailItem {
	return kit.RailItem{Key: key, Digit: key, Badge: badge, Color: color, Name: name, Count: count}
}

func unassigned() kit.RailItem {
	item := railItem("0", "?", theme.Ink, "Nog toe te wijzen", "2")
	item.Apart, item.Dashed = true, true
	return item
}

func columnHeads() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		kit.NewColumnHead("I", "Ideeën", "F5 · 4", theme.Brown),
		kit.NewColumnHead("P", "Pilotideeën", "F6 · 3", theme.Teal),
		kit.NewColumnHead("K", "Kenmerken", "F7 · 2", theme.Indigo),
		kit.NewColumnHead("A", "Aandachtspunten", "F8 · 2", theme.Crimson),
	}
}

func captureCards() [][]kit.Card {
	check := []kit.Tag{{Text: "controleren", Tone: kit.Check}}
	return [][]kit.Card{
		{
			{Key: "A21", Text: "Talent van de jeugd zichtbaar maken in de wijk", Footer: "A21"},
			{Key: "A22", Text: "Beroepen van de toekomst: techniek en zorg samen laten optrekken", Footer: "A22", Tags: []kit.Tag{{Text: "ook Dronten"}}},
			{Key: "A26", Text: "Gezondheid (e-health) dichter bij mensen brengen", Footer: "A26"},
		},
		{
			{Key: "A23", Text: "Gepersonaliseerd leren voor werkzoekenden van 27 tot 50 jaar", Footer: "A23"},
			{Key: "A31", Text: "Netwerk van scholen, bedrijven en UWV, over de gemeentegrens heen", Footer: "A31", Note: "zojuist", Outlined: true},
		},
		{
			{Key: "A24", Text: "Simpel construct, niet nog een overlegtafel", Footer: "A24"},
			{Key: "A28", Text: "Inbedding na afloop vanaf dag één geregeld", Footer: "A28"},
		},
		{
			{Key: "A25", Text: "Krapte op de arbeidsmarkt: werkgevers hebben nu weinig tijd", Footer: "A25", Tags: check},
			{Key: "A29", Text: "Instroom vanuit mbo en hbo", Footer: "A29", Tags: check},
		},
	}
}
