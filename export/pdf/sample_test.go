package pdf_test

import (
	"fmt"
	"strings"
	"time"

	"oogst/export"
)

// kinds are the four columns of the slide, with their letter and colour.
var kinds = []struct{ title, letter, accent string }{
	{"Eerste ideeën", "I", "#7A4B00"},
	{"Kenmerken gewenste pilots", "K", "#3A3787"},
	{"Meegegeven aandachtspunten", "A", "#8A1C2F"},
	{"Pilotideeën", "P", "#0A4F58"},
}

var gemeenten = []string{"Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde"}

// said is what the sample's gemeenten say, with all signs of Dutch print.
var said = []string{
	"Mixed woonvormen voor jong en oud",
	"Verbinding tussen Participatiewet en Wmo: één loket, géén doorverwijzing",
	"Talent van de jeugd zichtbaar maken in de wijk",
	"Gezondheid (e-health) dichter bij mensen brengen – ook ’s avonds",
	"Een budget van € 250.000 per jaar, geïndexeerd (≥ 2 %)",
	"Beroepen van de toekomst: techniek en zorg “samen” laten optrekken…",
	"Ĳsselmeerkust en ĳsbaan als ontmoetingsplek",
	"Dubbele vergrijzing; meer aandacht voor netwerken in de samenleving, voor mantelzorgers en voor " +
		"mensen die niet vanzelf in beeld zijn bij de gemeente of bij de huisarts",
	"Rol van de overheid: bevorderen",
	"Zie https://www.flevoland.nl/wat-doen-we/samenleving/krachtige-samenleving/pilots-en-experimenten-2018",
}

// sample is a report as the province would print it.
func sample() export.Report {
	r := export.Report{Meta: export.Meta{
		Title:        "Oogst bestuurlijk overleg Krachtige Samenleving",
		Subtitle:     "Programma Krachtige Samenleving, eerste ideeën vanuit de gemeenten",
		Organisation: "Provincie Flevoland",
		Language:     "nl-NL",
		Facts: []export.Fact{
			{Label: "Datum", Value: "14 maart 2018"},
			{Label: "Plaats", Value: "Provinciehuis, Lelystad"},
			{Label: "Voorzitter", Value: "gedeputeerde Sociale Agenda"},
			{Label: "Aanwezig", Value: "wethouders van Almere, Dronten, Lelystad, Noordoostpolder, Urk en Zeewolde, en de " +
				"directeuren van de GGD en van het waterschap"},
		},
		Status: "CONCEPT", Audience: "voor deelnemers", Version: "versie 0.3", Mark: "7f3a91c2",
		Fictional: "FICTIEF VOORBEELD: namen en uitspraken zijn verzonnen",
		Created:   time.Date(2018, 3, 14, 15, 41, 0, 0, time.FixedZone("CET", 3600)),
	}}
	r.Sections = append(r.Sections, brief(), overview(2), export.Section{
		Key: "entries", Title: "Inbreng", Media: export.Sheets, Blocks: []export.Block{export.Paragraph{Text: "alleen in het werkblad"}},
	})
	for i, g := range gemeenten {
		r.Sections = append(r.Sections, chapter(g, i))
	}
	r.Sections = append(r.Sections, actions())
	return r
}

func brief() export.Section {
	return export.Section{Key: "guide", Title: "In het kort", Media: export.Pages | export.Sheets, Blocks: []export.Block{
		export.Paragraph{Text: "Zes gemeenten spraken op 14 maart 2018 met de gedeputeerde over de programmalijn “Een gezond en " +
			"veerkrachtig Flevoland”. Dit verslag is de oogst: wat elke gemeente inbracht, in de woorden van de tafel."},
		export.Heading{Level: 2, Text: "Aantallen"},
		export.Facts{Items: []export.Fact{{Label: "Gemeenten", Value: "6"}, {Label: "Inbreng", Value: "48 regels"}, {Label: "Te controleren", Value: "5"}}},
		export.Heading{Level: 2, Text: "Vervolg"},
		export.Heading{Level: 3, Text: "April"},
		export.Paragraph{Text: "De matchmaker voert gesprekken.", Quiet: true},
	}}
}

// overview is the slide: a row for each gemeente, a column for each soort.
func overview(perCell int) export.Section {
	t := &export.Table{Key: "Overzicht", Summary: "Een rij per gemeente, een kolom per soort inbreng."}
	t.Columns = append(t.Columns, export.Column{Key: "stakeholder", Title: "Gemeente", Width: 18})
	for _, k := range kinds {
		t.Columns = append(t.Columns, export.Column{Key: k.letter, Title: k.title, Width: 34, Kind: export.Lines})
	}
	t.Columns = append(t.Columns, export.Column{Key: "n", Title: "Aantal", Width: 6, Kind: export.Count})
	for i, g := range append(gemeenten[:len(gemeenten):len(gemeenten)], "Nog niet toegewezen") {
		row := export.Row{Key: g, Cells: []export.Cell{{Text: g}}}
		for k := range kinds {
			c := export.Cell{Text: "geen inbreng"}
			if (i+k)%5 != 4 {
				c = export.Cell{Items: entries(perCell, 100*i+10*k)}
			}
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, export.Row{Key: g, Cells: append(row.Cells, export.Cell{Number: 12 * i})})
	}
	return export.Section{
		Key: "overview", Title: "Overzicht", Media: export.Pages | export.Sheets, Landscape: true,
		Blocks: []export.Block{
			export.Paragraph{Text: "Een rij per gemeente, een kolom per soort. De volledige tekst staat in het hoofdstuk van de gemeente.", Quiet: true}, t,
		},
	}
}

func entries(n, seed int) []export.Item {
	items := make([]export.Item, n)
	for i := range items {
		items[i] = export.Item{Code: fmt.Sprintf("A%02d", seed+i+1), Text: said[(seed+seed/10+i)%len(said)]}
		if (seed+i)%7 == 3 {
			items[i].Remarks = []string{"Ook genoemd door Dronten", "Te controleren: de zin was niet goed te verstaan"}
		}
	}
	return items
}

func chapter(g string, seed int) export.Section {
	s := export.Section{Key: "stakeholder:" + g, Title: g, Media: export.Pages, Blocks: []export.Block{
		export.Paragraph{Text: "Bevestigd op 14 maart 2018 om 15:32 door de wethouder. 11 regels, waarvan 2 te controleren.", Quiet: true},
	}}
	for i, k := range kinds {
		s.Blocks = append(s.Blocks, export.Heading{Level: 2, Text: k.title, Badge: k.letter, Accent: k.accent},
			export.List{Items: entries(2+(seed+i)%4, 1000+100*seed+10*i)})
	}
	s.Blocks = append(s.Blocks, export.Heading{Level: 2, Text: "Acties", Badge: "✓", Accent: "#1B2430"},
		export.Paragraph{Text: "Geen acties afgesproken.", Quiet: true})
	return s
}

func actions() export.Section {
	day := time.Date(2018, 4, 1, 9, 30, 0, 0, time.UTC)
	return export.Section{
		Key: "actions", Title: "Afspraken en acties", Media: export.Pages,
		Blocks: []export.Block{&export.Table{
			Key: "Acties", Summary: "Een rij per actie.",
			Columns: []export.Column{
				{Key: "n", Title: "Nr", Width: 4},
				{Key: "a", Title: "Actie", Width: 50},
				{Key: "d", Title: "Uiterlijk", Width: 10, Kind: export.Date},
				{Key: "t", Title: "Tijd", Width: 6, Kind: export.Clock},
				{Key: "c", Title: "Aantal", Width: 7, Kind: export.Count},
			},
			Rows: []export.Row{
				{Key: "1", Cells: []export.Cell{{Text: "1"}, {Text: said[7]}, {Time: day}, {Time: day}, {Number: 3}}},
				{Key: "2", Cells: []export.Cell{{Text: "2"}, {Text: ""}, {}, {}, {Number: 1250}}},
			},
		}},
	}
}

// long is a text of n characters.
func long(n int) string { return strings.Repeat("Een lange zin over het ĳs. ", n/27+1)[:n] }
