package text

import (
	"fmt"
	"strings"
)

// The panels of the prepare screen.
const (
	PrepareMeeting  = "Overleg"
	PrepareTable    = "Aan tafel"
	PrepareAgenda   = "Agenda"
	PreparePresent  = "Aanwezigen"
	PrepareBefore   = "Vooraf ingebracht"
	PrepareTemplate = "Sjabloon"
)

// Overleg.
const (
	PrepareWho     = "Leiding en bestand"
	FieldTitle     = "Titel"
	FieldDate      = "Datum"
	FieldDateHint  = "14-03-2018, of “begin 2018”"
	FieldPlace     = "Plaats"
	FieldChair     = "Voorzitter (functie)"
	FieldFacil     = "Procesbegeleider (functie)"
	FieldClass     = "Rubricering"
	FieldProgramme = "Programma"
	FieldOrganiser = "Organisatie"
	TitleNeeded    = "Geef de sessie een titel."
	StoredAt       = "Bestand"
	Elsewhere      = "Andere plek…"
	StartCapture   = "Begin met vastleggen"
	FieldClassHint = "bijvoorbeeld: intern"
)

// Aan tafel.
const (
	PrepareAbout  = "De volgorde hier is de volgorde van de ronde en van de toetsen Ctrl+1, Ctrl+2 …"
	FieldAdd      = "Gemeente of organisatie toevoegen"
	FieldAddHint  = "Typ een naam en druk op Enter"
	Add           = "Voeg toe"
	Remove        = "Haal weg"
	Up            = "Omhoog"
	Down          = "Omlaag"
	ColumnName    = "Naam"
	ColumnLetters = "Letters"
	ColumnColour  = "Kleur"
	NoOneAtTable  = "Er zit nog niemand aan tafel. Voeg hieronder de eerste toe."
	OrderAs       = "Zet in volgorde:"
)

// Colours are the palette's names, in the order in which they are offered.
var Colours = []struct{ Key, Name string }{
	{"teal", "groenblauw"},
	{"brown", "bruin"},
	{"indigo", "indigo"},
	{"crimson", "karmijn"},
	{"green", "groen"},
	{"purple", "paars"},
	{"blue", "blauw"},
}

// Colour is the name of a colour of the palette.
func Colour(key string) string {
	for _, c := range Colours {
		if c.Key == key {
			return c.Name
		}
	}
	return "zwart"
}

// Lists of points: the agenda and those of the template.
const (
	AgendaAbout     = "In de volgorde waarin u ze typt. De duur hoeft niet."
	AgendaEmpty     = "Er staan nog geen punten op de agenda."
	AgendaAdd       = "Agendapunt toevoegen"
	AgendaDetail    = "Duur"
	LinesAbout      = "De lijnen van het programma waar een regel bij kan horen."
	LinesEmpty      = "Dit sjabloon heeft geen programmalijnen."
	LinesAdd        = "Programmalijn toevoegen"
	ConditionsAbout = "Waaraan een pilotidee wordt getoetst."
	ConditionsEmpty = "Dit sjabloon heeft geen voorwaarden."
	ConditionsAdd   = "Voorwaarde toevoegen"
	PhasesAbout     = "De stappen na het overleg, met wanneer."
	PhasesEmpty     = "Dit sjabloon heeft geen fasen."
	PhasesAdd       = "Fase toevoegen"
	PhasesDetail    = "Wanneer"
)

// Aanwezigen.
const (
	PresentAbout   = "Wie er aan tafel zit, naar functie. Een vinkje: deze persoon is er."
	PresentEmpty   = "Er staat nog niemand op de lijst. Voeg een functie toe, of plak een lijst."
	PresentAdd     = "Functie toevoegen"
	PresentAddHint = "wethouder sociaal domein"
	ColumnPresent  = "Aanwezig"
	ColumnRole     = "Functie"
	ColumnOrg      = "Organisatie"
	ColumnPerson   = "Naam"
	NoOrganisation = "geen"
	KeepNames      = "Namen vastleggen"
	KeepNamesWhy   = "Liever niet: een naam is een persoonsgegeven (AVG) en blijft in de geschiedenis van het bestand staan."
	NamesDropped   = "De namen staan niet meer op de lijst. Ctrl+Z zet ze terug."
	PasteList      = "Plak een lijst"
	PasteListAbout = "Plakken: een regel per functie, of “functie; organisatie; naam”."
	DontTakeOver   = "Niet overnemen"
	Clipboard      = "het klembord"
	ClipboardEmpty = "Op het klembord staat geen tekst. Kopieer eerst de lijst."
)

// PeopleMost is how many functions are taken from the clipboard at once.
const PeopleMost = 200

// PeopleTooMany refuses a list that is no list of people.
var PeopleTooMany = fmt.Sprintf("Op het klembord staan meer dan %d regels. Een lijst van aanwezigen is korter: kopieer alleen die lijst.", PeopleMost)

// PeopleFound tells what was on the clipboard before it is taken over.
func PeopleFound(n, names int, kept bool, unknown []string) string {
	said := count(n, "Geen functies", "functie", "functies") + " op het klembord."
	switch {
	case names > 0 && kept:
		said += " " + count(names, "", "naam", "namen") + " erbij."
	case names > 0:
		said += " " + count(names, "", "naam wordt", "namen worden") + " niet overgenomen."
	}
	if len(unknown) > 0 {
		said += " Niet aan tafel, en daarom zonder organisatie: " + Join(unknown) + "."
	}
	return said
}

// TakePeople is the button that takes them over.
func TakePeople(n int) string {
	return "Voeg " + count(n, "niets", "functie toe", "functies toe")
}

// Beforehand is the origin of lines that were brought in before the meeting.
const Beforehand = "vooraf ingebracht"

// BroughtBefore is that origin, with the one that the line had itself.
func BroughtBefore(origin string) string {
	if origin == "" || IsBeforehand(origin) {
		return strings.TrimSpace(Beforehand + strings.TrimPrefix(origin, Beforehand))
	}
	return Beforehand + ": " + origin
}

// IsBeforehand tells whether a line with this origin was brought in beforehand.
func IsBeforehand(origin string) bool { return strings.HasPrefix(origin, Beforehand) }

// Vooraf ingebracht.
const (
	BeforeTag   = "vooraf"
	BeforeAbout = "Regels die gemeenten vooraf stuurden. In Vastleggen dragen ze het woord “vooraf”."
	BeforeHow   = "Een tabel heeft bovenaan “soort” en “tekst”, en graag “gemeente”. Zonder tabel is elke regel van het klembord een inbreng."
	ChooseLines = "Bestand kiezen…"
	PasteLines  = "Plak van het klembord"
	BeforeKind  = "Soort van deze regels"
	BeforeWhose = "Van wie ze zijn"
	BeforeNone  = "Er is nog niets vooraf ingebracht."
)

// BeforeCount counts what was brought in.
func BeforeCount(n int) string {
	if n == 0 {
		return BeforeNone
	}
	return Lines(n) + " vooraf ingebracht."
}

// BeforeDone says that lines were taken over.
func BeforeDone(n int) string {
	return count(n, "Geen regels", "regel", "regels") + " overgenomen. Ctrl+Z neemt ze in één keer terug."
}

// TakeLines is the button that takes lines over.
func TakeLines(n int) string { return "Neem " + Lines(n) + " over" }

// LinesFrom says how many lines there are, and where.
func LinesFrom(n int, from string) string {
	if from == Clipboard {
		return Lines(n) + " op " + from
	}
	return Lines(n) + " in " + from
}

// MoreLines closes a list that goes on.
func MoreLines(n int) string { return "en nog " + Lines(n) }

// TooLongLine names the first line that is too long.
func TooLongLine(line, limit int) string {
	return fmt.Sprintf("Regel %s is langer dan %s tekens. Splits die regel en plak opnieuw.", Number(line), Number(limit))
}

// Sjabloon.
const (
	TemplateAbout  = "Elke opgave heeft eigen soorten en voorwaarden. Wat u hier verandert, geldt voor deze sessie; bewaar het als sjabloon voor een volgende."
	TemplateKinds  = "Soorten"
	TemplateLines  = "Programmalijnen"
	TemplateConds  = "Voorwaarden"
	TemplatePhases = "Fasen"
	TemplateProg   = "Programma"
	KindsAbout     = "De kolommen van de oogst, in de volgorde van de toetsen F5, F6 …"
	KindAdd        = "Soort toevoegen"
	KindAddHint    = "Wens"
	ColumnLetter   = "Letter"
	ColumnPlural   = "Meervoud"
	ColumnHeading  = "Kop in documenten"
	SaveTemplate   = "Bewaar als eigen sjabloon"
	SaveTemplateAs = "Naam van het sjabloon"
	Save           = "Bewaar"
	Replace        = "Vervang"
	TemplateNoName = "Geef het sjabloon een naam."
	FieldGoal      = "Doel"
)

// TemplateSaved says where a template can be found again.
func TemplateSaved(name string) string {
	return fmt.Sprintf("Het sjabloon “%s” staat nu op het beginscherm, bij Nieuwe sessie.", name)
}

// RowLabel says what a small button in a row does, and to which row.
func RowLabel(does, name string) string { return does + ": " + name }
