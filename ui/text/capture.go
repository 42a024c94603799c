package text

import (
	"fmt"
	"time"
)

// Vastleggen: the line and what is below it.
const (
	PasteCut      = "Er passen 8.000 tekens in een regel. De rest staat nog op het klembord."
	AlikeBefore   = "Lijkt op"
	NothingAlike  = "Er is geen regel die op deze lijkt. Typ verder, of sla de regel op."
	ChooseFirst   = "Kies eerst de gemeente die dit ook noemt."
	NothingToMove = "Er is nog geen regel om te verplaatsen."
)

// All gemeenten at once.
const (
	MatrixTitle = "Matrix"
	SlideTitle  = "Als dia"
	Total       = "totaal"
	TimeSpent   = "tijd"
	CmdMatrix   = "Matrix: alle gemeenten"
	CmdSlide    = "Het geheel als dia"
)

// Abbreviations and the length of a round.
const (
	CmdHabits       = "Afkortingen en ronde…"
	ShortTitle      = "Afkortingen"
	ShortAbout      = "Typ de afkorting en een spatie; Oogst schrijft haar uit. Eén keer Backspace zet de afkorting terug."
	ShortTyped      = "Afkorting"
	ShortMeans      = "Wordt"
	ShortTypedHint  = "pw"
	ShortMeansHint  = "Participatiewet"
	ShortNone       = "Er zijn nog geen afkortingen. Kies een voorstel, of maak er zelf een."
	ShortSuggested  = "Voorstellen"
	ShortNeedsBoth  = "Vul de afkorting in en wat zij wordt."
	ShortOneWord    = "Een afkorting is één woord, zonder spatie."
	RoundTitle      = "Ronde"
	RoundMinutes    = "Minuten per gemeente"
	RoundNotANumber = "Vul een aantal minuten in, van 1 tot en met 240."
)

// ShortSuggestions are abbreviations that many people here use.
var ShortSuggestions = [][2]string{
	{"pw", "Participatiewet"},
	{"wmo", "Wet maatschappelijke ondersteuning"},
	{"jgz", "jeugdgezondheidszorg"},
}

// ShortPair shows what an abbreviation becomes.
func ShortPair(typed, means string) string { return typed + " → " + means }

// Filters of the finder.
const (
	FilterStakeholder = "Gemeente"
	FilterKind        = "Soort"
	FilterStatus      = "Status"
	FilterWithdrawn   = "Ingetrokken"
	FilterAll         = "alle"
	FilterToCheck     = "te controleren"
	FilterConfirmed   = "bevestigd"
	FilterAlso        = "ook"
	FilterNot         = "niet"
	FilterOnly        = "alleen"
)

// FilterIs shows a filter and what it is set to.
func FilterIs(name, choice string) string { return name + ": " + choice }

// Commands, as menu and key card name them.
const (
	CmdActionMark = "Vooraan: actie"
	CmdThemeMark  = "En een paar letters: thema; Tab vult aan"
	CmdAlsoNamed  = "Ook genoemd: de regel waar deze op lijkt; bij Ordenen: samenvoegen"
	CmdAlsoBy     = "Ook genoemd door"
	CmdEach       = "Geplakte regels los opslaan"
	CmdMoveLast   = "Laatste regel naar gemeente"
	CmdKindLast   = "Laatste regel naar soort"
)

// Keys that one changes.
const (
	PressNewKey  = "Druk de nieuwe toets. Delete: zoals eerst. Esc: laat zo."
	KeyNotUsable = "Deze toets kan niet: gebruik een F-toets, of Ctrl of Alt met een letter of cijfer."
)

// KeyTaken says which command has a key already.
func KeyTaken(command string) string { return "Deze toets hoort al bij: " + command + "." }

// KindLastKey names the command that changes the kind of the last line.
func KindLastKey(kind string) string { return "Laatste regel wordt: " + kind }

// The kind that >> makes.
const (
	ActionLetter  = "C"
	ActionName    = "Actie"
	ActionPlural  = "Acties"
	ActionHeading = "Afspraken en acties"
)

// AlikeQuote quotes the line that the typed one is like.
func AlikeQuote(stakeholder, words string) string {
	return fmt.Sprintf("(%s) “%s”", stakeholder, words)
}

// AlsoBy says what Ctrl+M does.
func AlsoBy(stakeholder string) string { return "ook genoemd door " + stakeholder }

// AlreadyHere says that a like line stands with the chosen gemeente already.
func AlreadyHere(stakeholder string) string { return "· staat al bij " + stakeholder }

// AlreadyNamed says why Ctrl+M does nothing.
func AlreadyNamed(code, stakeholder string) string {
	return fmt.Sprintf("%s staat al bij %s.", code, stakeholder)
}

// NowAlsoNamed says what Ctrl+M did.
func NowAlsoNamed(code, stakeholder string) string {
	return fmt.Sprintf("%s is nu ook genoemd door %s.", code, stakeholder)
}

// MovedTo says where the last line went.
func MovedTo(code, stakeholder string) string {
	return fmt.Sprintf("%s staat nu bij %s.", code, stakeholder)
}

// KindIsNow says what the last line became.
func KindIsNow(code, kind string) string { return fmt.Sprintf("%s is nu: %s.", code, kind) }

// EachApart says what pasted lines can become.
func EachApart(n int) string { return fmt.Sprintf("%s losse regels opslaan", Number(n)) }

// AlsoTag stands on the card of a line that another gemeente named too.
func AlsoTag(stakeholder string) string { return "ook " + stakeholder }

// Round tells how long a round has taken, of how long it should.
func Round(spent, whole time.Duration) string {
	return fmt.Sprintf("ronde %s van %s", Minutes(spent), Minutes(whole))
}

// Minutes writes minutes and seconds, "7:42".
func Minutes(d time.Duration) string {
	s := int(d / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// StillToCheck counts what is still to be checked.
func StillToCheck(n int) string { return Number(n) + " te controleren" }
