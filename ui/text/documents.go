package text

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Words of documents.
const (
	HarvestOf     = "Oogst"
	LabelDate     = "Datum"
	LabelPlace    = "Plaats"
	LabelChair    = "Voorzitter"
	LabelFacil    = "Verslag"
	LabelOrg      = "Organisatie"
	LabelMade     = "Gemaakt op"
	LabelStatus   = "Status"
	LabelFor      = "Voor wie"
	LabelMark     = "Kenmerk"
	LabelVersion  = "Versie"
	LabelCount    = "Aantal regels"
	LabelToCheck  = "Te controleren"
	LabelClass    = "Rubricering"
	DateUnknown   = "datum onbekend"
	Draft         = "CONCEPT"
	Final         = "DEFINITIEF"
	ForInternal   = "intern"
	ForAll        = "openbaar"
	ForPresent    = "voor deelnemers"
	Guide         = "Leeswijzer"
	Overview      = "Overzicht"
	Register      = "Inbreng"
	NoEntries     = "geen inbreng"
	NoEntriesYet  = "Geen inbreng."
	CheckRemark   = "te controleren"
	DeducedRemark = "gemeente afgeleid uit de tekst"
	GuessedRemark = "gemeente geraden"
	NotedRemark   = "Interne notitie: "
	SaidRemark    = "Zoals gezegd of gevonden: "
	StatusOpen    = "vastgelegd"

	OverviewIntro = "Een rij per gemeente, een kolom per soort. De volledige tekst staat in het hoofdstuk van de gemeente."
	OverviewAbout = "Overzicht van de oogst: in de rijen de gemeenten en organisaties, in de kolommen de soorten inbreng. In elke cel staan de regels met hun nummer."
	RegisterAbout = "Register van de inbreng: elke rij is een regel, met nummer, gemeente, soort, tekst en status."
	GuideSheets   = "Het blad Overzicht toont de oogst zoals op de dia: een rij per gemeente, een kolom per soort. Het blad Inbreng is het register: een rij per regel, met filters. Op de andere bladen staat wat eruit volgt; Lijsten heeft de waarden waaruit u kunt kiezen."
	GuideNumbers  = "Elke regel heeft een nummer, zoals A14. Dat nummer verandert nooit. Verwijs ernaar in verslagen en vragen."
	GuideCheck    = "Bij “te controleren” was niet zeker of de regel goed is verstaan of overgenomen."
	UnassignedWhy = "Van deze regels is niet vastgesteld welke gemeente ze heeft ingebracht."
	FictionalWhy  = "Dit is een verzonnen voorbeeld. Geen van de regels is echt gezegd."

	ColumnRow       = "Gemeente"
	ColumnCode      = "Code"
	ColumnGM        = "GM-code"
	ColumnKind      = "Soort"
	ColumnText      = "Tekst"
	ColumnStatus    = "Status"
	ColumnCertainty = "Zekerheid"
	ColumnDate      = "Datum"
	ColumnTime      = "Tijd"
	ColumnNote      = "Interne notitie"
	ColumnSaid      = "Zoals gezegd"
	ColumnOrigin    = "Herkomst"

	CertaintyStated  = "gezegd"
	CertaintyDeduced = "afgeleid"
	CertaintyGuessed = "geraden"
	CertaintyUnknown = "onbekend"
)

// HarvestTitle is the title of a document: "Oogst bestuurlijk overleg …". A
// title that says so itself is left as it is; an abbreviation keeps its capitals.
func HarvestTitle(session string) string {
	first, size := utf8.DecodeRuneInString(session)
	second, _ := utf8.DecodeRuneInString(session[size:])
	switch {
	case strings.HasPrefix(strings.ToLower(session), strings.ToLower(HarvestOf)):
		return session
	case unicode.IsLower(second):
		session = string(unicode.ToLower(first)) + session[size:]
	}
	return HarvestOf + " " + session
}

// ChapterSummary is the first sentence of a chapter.
func ChapterSummary(lines, toCheck int) string {
	if lines == 0 {
		return NoEntriesYet
	}
	if toCheck == 0 {
		return fmt.Sprintf("%s.", Lines(lines))
	}
	return fmt.Sprintf("%s, waarvan %s te controleren.", Lines(lines), Number(toCheck))
}

// ChapterConfirmed is the sentence of a chapter about its read-back: how many
// of its lines stand confirmed, and the last time that one was.
func ChapterConfirmed(confirmed, lines int, at time.Time, by string) string {
	if confirmed == 0 {
		return "Nog niet bevestigd."
	}
	words := "Bevestigd op " + Day(at) + " om " + Time(at)
	if confirmed < lines {
		words = fmt.Sprintf("%s van %s bevestigd, het laatst op ", Number(confirmed), Lines(lines)) + Day(at) + " om " + Time(at)
	}
	if by != "" {
		words += " door " + withArticle(by)
	}
	return words + "."
}

// withArticle makes "de wethouder" of a function, and leaves "het college" as
// it is. A first word that is no abbreviation loses its capital.
func withArticle(function string) string {
	first, size := utf8.DecodeRuneInString(function)
	if second, _ := utf8.DecodeRuneInString(function[size:]); unicode.IsLower(second) {
		function = string(unicode.ToLower(first)) + function[size:]
	}
	for _, article := range []string{"de ", "het ", "een "} {
		if strings.HasPrefix(function, article) {
			return function
		}
	}
	return "de " + function
}

// Words of the chapters around the harvest.
const (
	Brief           = "In het kort"
	BriefLines      = "Regels"
	BriefConfirmed  = "Bevestigd"
	BriefNext       = "Volgende stap"
	HeatAbout       = "Aantal regels per gemeente en per soort. Hoe donkerder de cel, hoe meer regels."
	Shared          = "Gedeeld door meerdere gemeenten"
	SharedAbout     = "Deze regels zijn door meer dan één gemeente of organisatie genoemd."
	Themes          = "Thema’s"
	ThemesAbout     = "Per thema het aantal regels, wie ze noemde en de nummers."
	Attendance      = "Aanwezigen"
	AttendanceAbout = "Wie aan tafel zat, op functie."
	Appendices      = "Bijlagen"
	Conditions      = "Voorwaarden voor een betekenisvolle pilot"
	ProgrammeLines  = "Programmalijnen"
	Planning        = "Planning"
	Principles      = "Uitgangspunten"
	NextSteps       = "Volgende stappen"
	Matchmaker      = "De matchmaker"
	HowMade         = "Hoe dit verslag is gemaakt"
	HowMadeAbout    = "Tijdens het overleg is meegetypt, per gemeente en per soort. Elke regel kreeg meteen een nummer. Regels die zijn teruggelezen en akkoord bevonden, staan als bevestigd vermeld."
	Privacy         = "Privacy"
	PrivacyAbout    = "In de versie voor deelnemers en de openbare versie staan geen namen van aanwezigen, alleen functies. Namen en interne notities staan alleen in de interne versie."
	ListsSheet      = "Lijsten"
	ListsAbout      = "De waarden waaruit u in de tabellen kunt kiezen."
	Colophon        = "Colofon"
	LabelWith       = "Gemaakt met"
	OtherForm       = "Hebt u dit document in een andere vorm nodig, bijvoorbeeld als werkmap of in grote letters? Vraag het aan de afzender."
	Contents        = "Inhoud"
	Continued       = "(vervolg)"
	Page            = "pagina"
	PageOf          = "van"
	Yes             = "ja"
	No              = "nee"

	ColumnAlso         = "Ook genoemd door"
	ColumnTheme        = "Thema"
	ColumnConfirmed    = "Bevestigd op"
	ColumnCount        = "Aantal"
	ColumnWho          = "Genoemd door"
	ColumnCodes        = "Nummers"
	ColumnFunction     = "Functie"
	ColumnOrganisation = "Organisatie"
	ColumnAttended     = "Aanwezig"
	ColumnWhoName      = "Naam"
	ColumnList         = "Lijst"
	ColumnValue        = "Waarde"
)

// Marked writes the mark of the content out, for a line at the foot of a page.
func Marked(mark string) string { return "kenmerk " + mark }

// Version writes a version's number out: "versie 0.3".
func Version(number string) string { return "versie " + number }

// AlsoNamed says who else named a line.
func AlsoNamed(names []string) string { return "Ook genoemd door " + Join(names) }

// AlsoShort is AlsoNamed between brackets, behind a line.
func AlsoShort(names []string) string { return "ook " + Join(names) }

// NamedBy says who named a line.
func NamedBy(names []string) string { return "Genoemd door " + Join(names) }

// Audience says for whom a variant is, or a line; what is for nobody in
// particular is for all.
func Audience(variant string) string {
	switch variant {
	case "internal":
		return ForInternal
	case "participants":
		return ForPresent
	}
	return ForAll
}

// Certainty is how sure it is that something was said so.
func Certainty(certainty string) string {
	switch certainty {
	case "deduced":
		return CertaintyDeduced
	case "guessed":
		return CertaintyGuessed
	case "none":
		return CertaintyUnknown
	}
	return CertaintyStated
}
