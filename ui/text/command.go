package text

import (
	"fmt"
	"strings"
)

// Words of the command line.
const (
	AboutProgram = "Oogst legt vast wat er in een bestuurlijk overleg wordt gezegd, per gemeente."
	AboutNew     = "Maak een nieuwe sessie van een sjabloon."
	AboutExample = "Maak een voorbeeldsessie: de dia (slide) of een verzonnen overleg (full)."
	AboutImport  = "Lees nieuwe of verbeterde regels in uit een .csv, .xlsx of .ods."
	AboutExport  = "Maak Excel, PDF, Word, ODS of CSV van een sessie."
	AboutCheck   = "Controleer of een bestand heel is en van Oogst."
	AboutRepair  = "Maak van een beschadigd bestand een kopie met alles wat heel is."
	AboutDump    = "Toon de sessie als JSON."
	AboutLog     = "Toon wat er wanneer is veranderd."

	FlagTemplate = "sjabloon: een naam, ook van een eigen sjabloon, of een .json-bestand"
	FlagWhich    = "welk voorbeeld: slide of full"
	FlagTitle    = "titel van de sessie"
	FlagDate     = "datum, bijvoorbeeld 2018-03-14 of “begin 2018”"
	FlagPlace    = "plaats"
	FlagExcel    = "schrijf de werkmap naar dit bestand"
	FlagPDF      = "schrijf de PDF naar dit bestand"
	FlagWord     = "schrijf het verslag voor Word naar dit bestand"
	FlagODS      = "schrijf de werkmap in open formaat naar dit bestand"
	FlagCSV      = "schrijf het register naar dit bestand"
	FlagVariant  = "voor wie: internal, participants of public"
	FlagFinal    = "DEFINITIEF in plaats van CONCEPT"
	FlagDryRun   = "laat alleen zien wat er zou veranderen"
	FlagOurs     = "bij een conflict blijft wat in de sessie staat"
	FlagTheirs   = "bij een conflict wint het bestand"
	FlagAgainst  = "zeg of dit document bij de sessie zoals zij nu is hoort"

	// NoWindow is said by a program that was built without a window.
	NoWindow = "Deze uitvoering van Oogst heeft geen venster. De opdrachten werken wel; zie “oogst --help”."
	// NoDisplay is said where there is no screen to open a window on.
	NoDisplay = "Er is geen scherm om een venster op te openen. De opdrachten werken wel; zie “oogst --help”."

	// NameNeeded is about a new session without a name.
	NameNeeded = "Geef het bestand een naam, bijvoorbeeld overleg.oogst."

	FlagHelp    = "toon deze uitleg"
	FlagVersion = "toon de versie"
	BadFlag     = "een optie heeft een waarde die niet kan"
)

// The groups of the menu.
const (
	MenuBeamer  = "Beamer"
	MenuGo      = "Ga naar"
	MenuFile    = "Bestand en kopieën"
	MenuColours = "Kleuren"
)

// UnknownFlag is about an option that isn't there.
func UnknownFlag(name string) string { return fmt.Sprintf("onbekende optie --%s", name) }

// FlagNeedsValue is about an option without its value.
func FlagNeedsValue(name string) string {
	return fmt.Sprintf("optie --%s heeft een waarde nodig", name)
}

// Usage explains how to use a command.
func Usage(use string, commands [][2]string, flags string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nGebruik:\n  %s\n", use)
	if len(commands) > 0 {
		fmt.Fprintf(&b, "  oogst OPDRACHT [opties]\n\nOpdrachten:\n")
		for _, c := range commands {
			fmt.Fprintf(&b, "  %-10s %s\n", c[0], c[1])
		}
	}
	flags = strings.NewReplacer("(default", "(standaard", " string ", " TEKST  ").Replace(flags)
	fmt.Fprintf(&b, "\nOpties:\n%s", flags)
	return b.String()
}

// WrongUse explains a command line that doesn't fit.
func WrongUse(reason, use string) string {
	return fmt.Sprintf("Zo werkt deze opdracht niet (%s).\nGebruik: %s", reason, use)
}

// WrongCount says how many arguments were meant.
func WrongCount(want, got int) string {
	return fmt.Sprintf("%d bestanden verwacht, %d gekregen", want, got)
}

// UnknownCommand is about a first word that is no command.
func UnknownCommand(word string) string { return sprintf("onbekende opdracht %q", word) }

// OneChoice refuses both sides at once.
const OneChoice = "kies --ours of --theirs, niet allebei"

// NotRecorded is said of documents of a session that a window has open.
const NotRecorded = "De sessie staat open in een venster; daarom is deze versie niet in de sessie genoteerd."

// Made says that a session was made.
func Made(path string, lines int) string {
	return fmt.Sprintf("Gemaakt: %s (%s).", path, Lines(lines))
}

// Imported says that lines were taken in.
func Imported(n int, from string) string {
	return fmt.Sprintf("Ingelezen: %s uit %s.", Lines(n), from)
}

// Written says that a document was written.
func Written(path string) string { return "Geschreven: " + path }

// Replaced says that characters could not be drawn.
func Replaced(n int) string {
	return fmt.Sprintf("Let op: in de PDF staan %s die het lettertype niet heeft. Ze zijn vervangen door een teken dat bij kopiëren en voorlezen het goede blijft.",
		count(n, "geen tekens", "teken", "tekens"))
}

// Whole says that a file is in order.
func Whole(path string, lines, operations int) string {
	return fmt.Sprintf("%s is heel: %s, %s handelingen, alle controlegetallen kloppen.", path, Lines(lines), Number(operations))
}

// Belongs says that a document belongs to the session as it is.
func Belongs(document, mark string) string {
	return fmt.Sprintf("%s hoort bij deze stand van de sessie (kenmerk %s).", document, mark)
}

// BelongsElsewhere says that a document doesn't.
func BelongsElsewhere(document, mark, want string, versions []string) string {
	said := fmt.Sprintf("%s hoort niet bij deze stand van de sessie: het heeft kenmerk %s, de sessie nu %s.", document, mark, want)
	if len(versions) > 0 {
		said += fmt.Sprintf(" Het is versie %s van deze sessie; daarna is er iets veranderd.", strings.Join(versions, " of "))
	}
	return said
}

// NoMark is about a document without a mark.
func NoMark(document string) string {
	return sprintf("In %q staat geen kenmerk van Oogst. Kies een document dat Oogst heeft gemaakt.", document)
}

// LogHeader names the columns of the log.
const LogHeader = "tijd\twie\twaarvan\thandeling\tveld\twas\twordt"
