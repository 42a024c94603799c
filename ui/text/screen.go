package text

import (
	"fmt"
	"strings"
	"time"
)

// The places of the window, in the order of the work.
const (
	Prepare = "Voorbereiden"
	Capture = "Vastleggen"
	Share   = "Delen"
	Menu    = "Menu"
)

// Start screen.
const (
	StartTitle       = "Oogst"
	StartAbout       = "Leg vast wat er wordt gezegd, per gemeente. Daarna staat de oogst meteen in Excel en PDF."
	StartNew         = "Nieuwe sessie"
	StartRecent      = "Verder met"
	StartNoRecent    = "Hier staan straks de sessies van deze laptop."
	StartExamples    = "Voorbeelden"
	StartOpen        = "Bestand openen…"
	StartInterrupted = "niet afgesloten"
	StartElsewhere   = "open in een ander venster"
	ExampleFull      = "Verzonnen overleg, 90 regels"
	ExampleSlide     = "De dia van 2018, 23 regels"
	Opening          = "Even geduld…"
)

// Top bar.
const (
	AsInFile  = "zoals in het bestand"
	NotInFile = "nog niet in bestand"
)

// Saved tells when the last line was put on disk.
func Saved(at time.Time) string { return "✓ opgeslagen " + at.Format("15:04:05") }

// InFile tells when the file was written last.
func InFile(at time.Time) string { return "bestand " + at.Format("15:04") }

// Where joins date and place of a session.
func Where(date, place string) string {
	switch {
	case date == "":
		return place
	case place == "":
		return date
	}
	return date + " · " + place
}

// Capture screen.
const (
	TypeHere      = "Typ wat er gezegd wordt"
	JustNow       = "zojuist"
	ToCheckTag    = "controleren"
	InternalTag   = "intern"
	NoteTag       = "notitie"
	WithdrawnTag  = "ingetrokken"
	TwoVersions   = "2 versies"
	KeyStore      = "opslaan"
	KeyCheck      = "controleren"
	KeyInternal   = "interne notitie"
	KeyKeys       = "toetsen"
	FindTitle     = "Zoeken"
	FindHint      = "Typ een woord"
	FindNothing   = "Niets gevonden."
	FindEscape    = "terug naar de invoerregel"
	HistoryTitle  = "Geschiedenis van de sessie"
	HistoryHint   = "Typ wat u zoekt: een woord, een nummer, een laptop of een datum"
	NoteLabel     = "Interne notitie bij "
	NoteHint      = "Alleen voor intern gebruik. Enter bewaart, Escape stopt."
	LimitReached  = "Er passen 8.000 tekens in een regel. De rest is niet overgenomen."
	NoStakeholder = "Deze toets hoort bij geen gemeente."
)

// CaptureSummary is the line beside the name of the gemeente.
func CaptureSummary(lines, toCheck int) string {
	if toCheck == 0 {
		return Lines(lines)
	}
	return fmt.Sprintf("%s · %s te controleren", Lines(lines), Number(toCheck))
}

// Found counts what a search gave.
func Found(n, most int) string {
	if n > most {
		return fmt.Sprintf("Meer dan %s regels gevonden; dit zijn de eerste.", Number(most))
	}
	return count(n, FindNothing, "regel gevonden.", "regels gevonden.")
}

// HistoryOf is the title above what was done to a line.
func HistoryOf(code string) string { return "Geschiedenis van " + code }

// Changed counts what the history shows.
func Changed(n int) string {
	return count(n, FindNothing, "wijziging", "wijzigingen, de nieuwste boven")
}

// Told is what was done, in a few rows: the deed and its field, what was and
// what became of it. A deed with one value, such as a new line, is one row.
func Told(action, field, before, after string) string {
	if field == "" && (before == "" || after == "") {
		return deed(action, before+after)
	}
	rows := []string{deed(action, field)}
	if before != "" {
		rows = append(rows, Labelled(ColumnBefore, before))
	}
	if after != "" {
		rows = append(rows, Labelled(ColumnAfter, after))
	}
	return strings.Join(rows, "\n")
}

func deed(action, of string) string {
	if of == "" {
		return action
	}
	return Labelled(action, of)
}

// ToldBy is who did something, and when.
func ToldBy(actor string, at time.Time) string { return Moment(at) + " · " + actor }

// Commands, as menu and key card name them.
const (
	CmdEdit        = "Verbeteren"
	CmdWithdraw    = "Intrekken"
	CmdRestore     = "Terugzetten"
	CmdMark        = "Te controleren"
	CmdUnmark      = "Gecontroleerd"
	CmdNote        = "Interne notitie…"
	CmdUp          = "Omhoog"
	CmdDown        = "Omlaag"
	CmdMoveTo      = "Naar gemeente"
	CmdKindTo      = "Naar soort"
	CmdSaid        = "Zoals eerst gezegd: "
	CmdUndo        = "Ongedaan maken"
	CmdRedo        = "Opnieuw"
	CmdFind        = "Zoeken"
	CmdHistory     = "Geschiedenis van de sessie…"
	CmdHistoryOf   = "Geschiedenis…"
	CmdExport      = "Delen: Excel en PDF maken"
	CmdKeys        = "Toetsenkaart"
	CmdNew         = "Andere sessie…"
	CmdLight       = "Lichte kleuren"
	CmdDark        = "Donkere kleuren"
	CmdContrast    = "Hoog contrast"
	CmdSystem      = "Kleuren van de computer"
	CmdPrepare     = "Voorbereiden"
	CmdCapture     = "Vastleggen"
	CmdStakeholder = "Gemeente kiezen"
	CmdUnassigned  = "Nog niet toegewezen"
	CmdStore       = "Regel opslaan"
	CmdNewLine     = "Nieuwe regel in de tekst"
	CmdRecall      = "Laatste regel verbeteren (lege invoerregel)"
	CmdEscape      = "Terug naar de invoerregel"
	CmdCheckMark   = "Achteraan: regel te controleren"
	CmdInternMark  = "Vooraan: interne notitie"
	KeysTitle      = "Toetsen"
	KeysAbout      = "Alles werkt ook terwijl er tekst in de invoerregel staat. Een andere toets? Ga er met Tab naartoe, druk Enter en dan de nieuwe toets."
)

// KindKey names the command that chooses a kind.
func KindKey(name string) string { return "Soort: " + name }

// Share screen.
const (
	Unfinished       = "Dit is nog niet af"
	NotIncluded      = "Dit gaat er niet uit"
	NotIncludedWhy   = "Wat hier staat, komt in geen enkel bestand van deze versie voor, ook niet verborgen."
	ForWhom          = "Voor wie?"
	StatusHeading    = "Status"
	FilesHeading     = "Bestanden"
	ChoiceInternal   = "Intern"
	ChoicePresent    = "Deelnemers"
	ChoicePublic     = "Openbaar"
	ChoiceDraft      = "Concept"
	ChoiceFinal      = "Definitief"
	PDFTitle         = "PDF, oogstoverzicht en hoofdstuk per gemeente"
	PDFAbout         = "toegankelijk opgezet, met bladwijzers en leesbare koppen"
	ExcelTitle       = "Excel, overzicht en register met filters"
	ExcelAbout       = "een rij per regel, met nummer, gemeente en soort"
	WordTitle        = "Word"
	WordAbout        = "voor in een eigen sjabloon"
	OpenTitle        = "Open formaat (ODS) en CSV"
	OpenAbout        = "voor LibreOffice en publicatie"
	To               = "Naar: "
	OtherFolder      = "Andere map…"
	MakeFiles        = "Bestanden maken"
	Cancel           = "Stoppen"
	OpenFolder       = "Open de map"
	ChooseOne        = "Kies ten minste één bestand."
	NothingWithheld  = "Alles staat erin."
	ShowLines        = "Bekijk"
	AllAssigned      = "alle regels hebben een gemeente"
	AllChecked       = "geen regels te controleren"
	LinesWithheld    = "regels met de markering intern"
	NotesWithheld    = "interne notities"
	NamesWithheld    = "namen (functies wel)"
	PlansWithheld    = "trekkers, toelichtingen en “kansrijk”"
	LinesUnassigned  = "regels nog niet toegewezen"
	LinesToCheck     = "regels te controleren"
	LineUnconfirmed  = "regel niet bevestigd"
	LinesUnconfirmed = "regels niet bevestigd"
	EveryConfirmed   = "alle regels bevestigd"
	LineTwice        = "regel met 2 versies"
	LinesTwice       = "regels met 2 versies"
	NameFound        = "mogelijke naam"
	NamesFound       = "mogelijke namen"
	NoNames          = "geen namen gevonden"
	PhoneFound       = "mogelijk telefoonnummer"
	PhonesFound      = "mogelijke telefoonnummers"
	MailFound        = "e-mailadres"
	MailsFound       = "e-mailadressen"
	NumberFound      = "mogelijk burgerservicenummer"
	NumbersFound     = "mogelijke burgerservicenummers"
	DuplicateFound   = "mogelijk dubbele regel"
	DuplicatesFound  = "mogelijk dubbele regels"
	NoDuplicates     = "geen dubbele regels"
	LineUnassigned   = "regel nog niet toegewezen"
	LineToCheck      = "regel te controleren"
	LineWithheld     = "regel met de markering intern"
	NoteWithheld     = "interne notitie"
	NameWithheld     = "naam (functies wel)"
	PlanWithheld     = "trekker, toelichting of “kansrijk”"
	NothingToShare   = "Er zijn nog geen regels vastgelegd."
	ExistingReplaced = "Bestanden met deze naam worden vervangen."
)

// Making tells how far the documents are.
func Making(percent int) string { return fmt.Sprintf("Bezig: %d %%", percent) }

// FileNames lists files that differ in their ending: the name once, and the endings.
func FileNames(names []string) string {
	if len(names) == 0 {
		return ""
	}
	base, first, _ := strings.Cut(names[0], ".")
	endings := []string{"." + first}
	for _, n := range names[1:] {
		endings = append(endings, strings.TrimPrefix(n, base))
	}
	return base + " (" + strings.Join(endings, ", ") + ")"
}

// FilesMade counts what was written.
func FilesMade(n int) string { return count(n, "Geen bestanden", "bestand", "bestanden") + " gemaakt." }

// Words around a document.
const (
	DefaultFolder = "Oogst"
	CloseFailed   = "De laatste regels staan veilig op deze laptop, maar nog niet in bestand. Ze zijn er weer als u Oogst opnieuw opent."
)
