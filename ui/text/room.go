package text

import (
	"fmt"
	"time"
)

// Read-back.
const (
	ReadBack        = "Teruglezen"
	ConfirmedBy     = "Bevestigd door (functie)"
	ConfirmedByHint = "bijvoorbeeld: wethouder"
	Alderman        = "wethouder"
	ConfirmAll      = "Bevestig alles"
	WhoNeeded       = "Vul eerst in wie bevestigt: een functie, geen naam."
	NotConfirmed    = "nog niet bevestigd"
	NoLonger        = "niet meer bevestigd: gewijzigd"
	NothingToRead   = "Hier is nog niets vastgelegd."
	AllConfirmed    = "Alles is al bevestigd."
	KeyWalk         = "volgende regel"
	KeyCorrect      = "verbeteren"
	KeyConfirmOne   = "bevestigen, ja of nee"
	KeyConfirmAll   = "alles bevestigen"
	KeySpaceName    = "Spatie"
	KeyTabName      = "Tab"
	CmdReadBack     = "Teruglezen"
	CmdConfirmAll   = "Teruglezen: alles bevestigen"
	CmdConfirmOne   = "Teruglezen: regel bevestigen, ja of nee"
)

// InternalLeft says that internal lines are not read back.
func InternalLeft(n int) string {
	return count(n, "", "interne regel", "interne regels") + ": alleen in Vastleggen, niet in de zaal"
}

// ConfirmedOf counts what is confirmed: "4 van 11 bevestigd".
func ConfirmedOf(confirmed, total int) string {
	return fmt.Sprintf("%s van %s bevestigd", Number(confirmed), Number(total))
}

// ConfirmedShort is the same where there is little room: "4/11".
func ConfirmedShort(confirmed, total int) string {
	return fmt.Sprintf("%s/%s", Number(confirmed), Number(total))
}

// Confirmed says when and by whom a line was confirmed; the day only when it
// was another day than now.
func Confirmed(at, now time.Time, by string) string {
	words := "bevestigd " + Time(at)
	if at.Format(time.DateOnly) != now.Format(time.DateOnly) {
		words = "bevestigd " + Day(at) + ", " + Time(at)
	}
	if by != "" {
		words += " door " + by
	}
	return words
}

// Beamer.
const (
	BeamerTitle       = "Oogst op de beamer"
	BeamerAsk         = "Klopt dit zo?"
	BeamerEmpty       = "Nog geen regels."
	BeamerMatrix      = "Overzicht van de oogst"
	BeamerDark        = "beamer donker"
	BeamerShowsMatrix = "beamer: overzicht"
	BeamerDrag        = "De beamer staat op dit scherm. Sleep dat venster naar het tweede scherm en druk op F11 voor volledig scherm."
	CmdBeamer         = "Beamer openen of sluiten"
	CmdBeamerDark     = "Beamer donker, of weer aan"
	CmdBeamerNext     = "Beamer: wissel tussen lijst, overzicht en één regel"
	CmdBeamerLines    = "Beamer: lijst"
	CmdBeamerMatrix   = "Beamer: overzicht met aantallen"
	CmdBeamerSingle   = "Beamer: één regel"
	CmdBeamerFull     = "Beamer: volledig scherm, of weer venster"
)

// BeamerShows says in the top bar what the beamer shows.
func BeamerShows(stakeholder string) string { return "beamer: " + stakeholder }
