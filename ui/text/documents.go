package text

import (
	"fmt"
	"strings"
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
	GuideSheets   = "Het blad Overzicht toont de oogst zoals op de dia: een rij per gemeente, een kolom per soort. Het blad Inbreng is het register: een rij per regel, met filters."
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
