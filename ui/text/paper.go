package text

import (
	"fmt"
	"strings"
)

// Forms and the key card, on paper or to fill in beforehand.
const (
	AboutPaper      = "Maak formulieren en invulbladen per gemeente, en een kaart met de toetsen."
	ColumnNumber    = "Nr"
	ColumnRemark    = "Opmerking"
	FormAbout       = "Schrijf elke inbreng op een eigen regel. Wie ze later overtypt in het invulblad, houdt het nummer erbij."
	FormWho         = "Ingevuld door (functie)"
	FormDots        = "……………………………………………………………………………………"
	FormSheetAbout  = "Elke rij is een inbreng: kies de soort en typ de tekst."
	FormSheetHow    = "Vul op het blad Inbreng de kolom Tekst in, een inbreng per rij. Een opmerking is alleen voor de afdeling die het overleg voorbereidt; zij staat niet in de documenten voor deelnemers. Laat rijen die u niet nodig hebt leeg, of voeg er onderaan rijen bij."
	FormSheetMore   = "Stuur het bestand terug aan de afzender. Uw regels worden ingelezen en heten in het overleg “vooraf ingebracht”."
	KeyCardTitle    = "Toetsen van Oogst"
	KeyCardAbout    = "Deze kaart past naast de laptop. In het programma staat hij onder F1; daar kunt u toetsen veranderen."
	PaperBusy       = "De formulieren worden gemaakt…"
	PaperTitle      = "Papier"
	PaperButton     = "Maak formulieren en toetsenkaart"
	PaperButtonWhat = "Per gemeente een leeg formulier (PDF) en een invulblad (Excel) dat u terug inleest, en een kaart met de toetsen."
)

// KeyWords writes keys out for paper, whose typeface has no arrows.
func KeyWords(keys string) string { return strings.ReplaceAll(keys, "↑", "pijl omhoog") }

// FormTitle is the title of a form.
func FormTitle(stakeholder string) string { return "Inbreng van " + stakeholder }

// FormTableAbout says what a table of a form is for.
func FormTableAbout(heading string) string {
	return fmt.Sprintf("%s: lege regels met een nummer, om op te schrijven.", heading)
}

// Names of the files.
const (
	PaperForm  = "formulier"
	PaperSheet = "invulblad"
	PaperCard  = "toetsenkaart"

	PaperFolder = "Formulieren"
)

// PaperMade says what was made, and where.
func PaperMade(files int, folder string) string {
	return fmt.Sprintf("Gemaakt: %s in %s.", count(files, "geen bestanden", "bestand", "bestanden"), folder)
}
