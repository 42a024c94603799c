package screen_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"oogst/model"
	"oogst/ui/screen"
	"oogst/ui/theme"
)

// TestPreparationFits draws the panels, in two sizes and modes, and checks that
// none needs more width than the window has.
func TestPreparationFits(t *testing.T) {
	for name, mode := range map[string]theme.Mode{"light": theme.Light, "dark": theme.Dark} {
		for _, size := range []fyne.Size{fyne.NewSize(1280, 740), fyne.NewSize(1024, 640)} {
			for n := range 6 {
				t.Run(fmt.Sprintf("%s-%.0f-%d", name, size.Width, n), func(t *testing.T) {
					p := prepare(t, "krachtige-samenleving", mode, size)
					p.fill()
					p.panel(n)
					if got := p.c.Size(); got != size {
						t.Errorf("needs %v", p.window.Content().MinSize())
					}
					p.picture(fmt.Sprintf("prepare-%s-%.0f-%d", name, size.Width, n))
				})
			}
		}
	}
}

// fill puts long and short names everywhere.
func (p *person) fill() {
	for _, c := range []model.Command{
		model.PutStakeholder{Stakeholder: model.Stakeholder{Name: "Veiligheidsregio Flevoland en Gooi- en Vechtstreek, afdeling Bevolkingszorg en Rampenbestrijding", Accent: "indigo"}},
		model.PutItem{List: model.ListAgenda, Item: model.Item{Name: "Opening en mededelingen", Detail: "5 min"}},
		model.PutItem{List: model.ListAgenda, Item: model.Item{Name: "Ronde langs de gemeenten", Detail: "70 min"}},
		model.PutItem{List: model.ListAgenda, Item: model.Item{Name: "Teruglezen en bevestigen"}},
		model.PutParticipant{Participant: model.Participant{Role: "wethouder sociaal domein", Stakeholder: "GM0034", Present: true}},
		model.PutParticipant{Participant: model.Participant{Role: "bestuurder", Stakeholder: "veiligheidsregio-flevoland-en-gooi--en-vechtstreek,-afdeling-bevolkingszorg-en-rampenbestrijding", Name: "J. de Vries"}},
		model.PutParticipant{Participant: model.Participant{Role: "gedeputeerde"}},
	} {
		must(p.T, p.session.Do(c))
	}
}

func TestPreviewsFit(t *testing.T) {
	p := prepare(t, "krachtige-samenleving", theme.Light, fyne.NewSize(1024, 640))
	p.panel(4)
	p.picture("before-empty")
	p.lines = screen.Brought{Plain: []string{"Talent van de jeugd zichtbaar maken in de wijk", "Minder regels voor wie vrijwilliger is bij de voetbalvereniging, de zorgboerderij of de school, want die regels houden mensen tegen", "Drie"}}
	p.clipboard = "x"
	p.press("Plak van het klembord")
	p.picture("before-plain")
	p.press("Neem 3 regels over")
	p.picture("before-taken")
	p.panel(0)
	p2 := prepare(t, "leeg", theme.Light, fyne.NewSize(1024, 640))
	for n := range 6 {
		p2.panel(0)
		p2 = prepare(t, "leeg", theme.Light, fyne.NewSize(1024, 640))
		p2.panel(n)
		p2.picture(fmt.Sprintf("leeg-%d", n))
	}
	p3 := prepare(t, "krachtige-samenleving", theme.Light, fyne.NewSize(1024, 640))
	p3.panel(3)
	p3.clipboard = "functie;organisatie;naam\nwethouder sociaal domein;Almere;A. Jansen\nwethouder zorg;Gemeente Urk\nbestuurder;GGD Flevoland\n"
	p3.press("Plak een lijst")
	p3.picture("people")
}
