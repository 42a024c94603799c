package text

import "fmt"

// Words of the tour.
const (
	TourNext = "Volgende"
	TourDone = "Begin"
	TourSkip = "Overslaan"
	CmdTour  = "Rondleiding"
	// TourAbout says what the tour is, on the start screen.
	TourAbout = "In vijf stappen, op het verzonnen overleg."
)

// TourStep is one step of the tour: at most a few sentences, and the keys.
type TourStep struct {
	Title, Words string
	Keys         [][2]string
}

// TourCount says how far the tour is.
func TourCount(step, steps int) string { return fmt.Sprintf("Stap %d van %d", step, steps) }

// TourSteps are the steps, in the order of the work.
var TourSteps = []TourStep{
	{
		"Typ wat er gezegd wordt",
		"Onderaan staat de invoerregel. Typ kort wat iemand zegt en druk op Enter. De regel staat dan veilig op deze laptop. Opslaan hoeft nooit.",
		[][2]string{{"Enter", "regel opslaan"}, {"↑", "laatste regel verbeteren"}, {"Ctrl+Z", "ongedaan maken"}},
	},
	{
		"Kies wie er spreekt",
		"Links staan de gemeenten in de volgorde van de ronde. Een toets kiest de gemeente, ook terwijl er al tekst staat.",
		[][2]string{{"Ctrl+1 … 9", "gemeente kiezen"}, {"Ctrl+0", "nog niet toegewezen"}},
	},
	{
		"Kies de soort",
		"Elke regel is een idee, een pilotidee, een kenmerk of een aandachtspunt. De blokken naast de invoerregel zeggen waar de regel komt.",
		[][2]string{{"F5 … F8", "soort kiezen"}, {"??", "achteraan: nog controleren"}, {"//", "vooraan: interne notitie"}},
	},
	{
		"Lees terug",
		"Zet aan het eind van de ronde de regels groot op de beamer en vraag: klopt dit zo? Verbeter en bevestig ze daar.",
		[][2]string{{"Ctrl+Shift+B", "beamer openen"}, {"Ctrl+T", "teruglezen"}, {"Ctrl+B", "beamer donker"}},
	},
	{
		"Deel de oogst",
		"Maak Excel en PDF voordat de mensen opstaan. Oogst laat eerst zien wat nog niet af is en wat niet naar buiten gaat.",
		[][2]string{{"Ctrl+E", "delen"}, {"F1", "alle toetsen"}},
	},
}
