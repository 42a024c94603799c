package text

import "fmt"

// Sentences about files. Each says what is wrong, where, and what to do.

// FileMissing is about a file that isn't there.
func FileMissing(path string) string {
	return fmt.Sprintf("Het bestand %q is er niet. Controleer de naam en de map.", path)
}

// FolderMissing is about a place to write that isn't there.
func FolderMissing(path string) string {
	return fmt.Sprintf("De map van %q bestaat niet of is niet bereikbaar. Kies een andere map.", path)
}

// FileIsFolder is about a folder where a file was meant.
func FileIsFolder(path string) string {
	return fmt.Sprintf("%q is een map, geen bestand. Kies een bestand in die map.", path)
}

// NotFolder is about a file where a folder was meant.
func NotFolder(path string) string {
	return fmt.Sprintf("%q is een bestand, geen map. Kies een map.", path)
}

// NotOogst is about a file of another program.
func NotOogst(path string) string {
	return fmt.Sprintf("%q is geen Oogst-bestand. Kies een bestand dat eindigt op .oogst.", path)
}

// Truncated is about a file that was cut off on its way.
func Truncated(path string) string {
	return fmt.Sprintf("Het bestand %q is niet compleet: het einde ontbreekt. Vraag de afzender om het opnieuw te sturen.", path)
}

// Damaged is about a file whose content was changed.
func Damaged(path string) string {
	return fmt.Sprintf("Het bestand %q is beschadigd en is niet geopend. Er is niets aan veranderd. Gebruik een andere kopie.", path)
}

// Newer is about a file of a newer program.
func Newer(path string, format int) string {
	return fmt.Sprintf("Het bestand %q is gemaakt met een nieuwere versie van Oogst (vorm %d). Werk Oogst bij en open het dan opnieuw.", path, format)
}

// TooLarge is about a file over the limit.
func TooLarge(path string) string {
	return fmt.Sprintf("Het bestand %q is te groot om te openen. Controleer of dit het goede bestand is.", path)
}

// InUse is about a session that another window has open.
func InUse(path string) string {
	return fmt.Sprintf("De sessie %q staat al open in een ander venster van Oogst. Ga naar dat venster, of sluit het eerst.", path)
}

// StoreNewer is about a working store of a newer program.
func StoreNewer(path string) string {
	return fmt.Sprintf("Aan de sessie %q is op deze laptop gewerkt met een nieuwere versie van Oogst. Werk Oogst bij.", path)
}

// Exists is about a name that is taken.
func Exists(path string) string {
	return fmt.Sprintf("Er staat al een bestand %q. Kies een andere naam.", path)
}

// OverSession is about a document that would replace a session.
func OverSession(path string) string {
	return fmt.Sprintf("%q is een sessie van Oogst; een document komt daar niet overheen. Kies een andere naam.", path)
}

// OtherFile is about a target where something else lies.
func OtherFile(path string) string {
	return fmt.Sprintf("Op %q staat nu een ander bestand. Dat blijft zoals het is. Kies voor deze sessie een andere naam.", path)
}

// NoPermission is about a place where one may not read or write.
func NoPermission(path string) string {
	return fmt.Sprintf("U hebt geen rechten voor %q. Kies een andere plek, of vraag de beheerder.", path)
}

// DiskFull is about a disk without room.
func DiskFull(path string) string {
	return fmt.Sprintf("Er is geen ruimte meer op de schijf van %q. Maak ruimte vrij of kies een andere plek.", path)
}

// BadName is about a name that the system doesn't take.
func BadName(path string) string {
	return fmt.Sprintf("%q kan hier geen bestandsnaam zijn. Kies een kortere of eenvoudigere naam.", path)
}

// ReadBackDiffers is about a disk or stick that doesn't keep what it is given.
func ReadBackDiffers(path string) string {
	return fmt.Sprintf("Wat op %q is geschreven, komt anders terug. Vertrouw deze schijf of stick niet; kies een andere plek.", path)
}

// StoreDamaged is about a working store that can't be read.
func StoreDamaged(path string) string {
	return fmt.Sprintf("De werkmap van %q op deze laptop is beschadigd. Het bestand zelf is niet veranderd. Vraag de beheerder om hulp.", path)
}

// Locked is about a target that another program holds.
func Locked(path string) string {
	return fmt.Sprintf("Het bestand %q is open in een ander programma, bijvoorbeeld Excel. Sluit het daar en probeer het opnieuw.", path)
}

// BusyTarget is about a file that others keep changing.
func BusyTarget(path string) string {
	return fmt.Sprintf("Het bestand %q wordt steeds door anderen veranderd. Probeer het straks opnieuw.", path)
}

// Forked is about two different histories of one laptop.
const Forked = "Dit bestand en deze laptop gaan elk een eigen kant op: een kopie van de werkmap is twee keer verder gebruikt. Er is niets veranderd. Vraag hulp bij het samenvoegen."

// Unexpected is about anything else; detail is technical.
func Unexpected(detail string) string {
	return fmt.Sprintf("Dit ging niet goed. Er is niets verloren. Meld dit aan de beheerder: %s", detail)
}

// NotStored is said when a line could not be put on disk; it stays in the
// capture line.
func NotStored(reason string) string {
	return "Niet opgeslagen: de regel staat nog in de invoerregel. " + reason
}

// NotPublished is said while the file lags behind the laptop.
func NotPublished(reason string) string {
	return "Veilig op deze laptop, maar nog niet in het bestand. " + reason
}

// Refusals of commands.
const (
	EmptyText          = "Er staat geen tekst."
	UnknownEntry       = "Deze regel is er niet meer."
	UnknownKind        = "Deze soort hoort niet bij deze sessie."
	UnknownStakeholder = "Deze gemeente of organisatie hoort niet bij deze sessie."
	UnknownCondition   = "Deze voorwaarde hoort niet bij deze sessie."
	UnknownVerdict     = "Dit oordeel bestaat niet. Kies uit: ja, deels, nee, niet besproken; bij een actie: open, gereed."
	NothingToUndo      = "Er is niets om ongedaan te maken."
	NothingToRedo      = "Er is niets om opnieuw te doen."
	ChangedMeanwhile   = "Niet alles is teruggezet: iemand anders heeft er intussen iets aan veranderd."
	HasEntries         = "Hier horen nog regels bij. Verplaats die eerst."
	LastKind           = "Een sessie heeft ten minste één soort nodig."
	LetterTaken        = "Een andere soort heeft deze letter al. Kies een andere."
	Cancelled          = "Gestopt. Er is geen bestand veranderd."
)

// TooLong is about a text over the limit.
func TooLong(length, limit int) string {
	return fmt.Sprintf("De tekst heeft %s tekens; er passen er %s in een regel. Splits de tekst.", Number(length), Number(limit))
}

// UnknownTemplate is about a template that isn't there.
func UnknownTemplate(name string, known []string) string {
	return fmt.Sprintf("Er is geen sjabloon %q. Kies uit: %s.", name, Join(known))
}

// UnknownExample is about an example that isn't there.
func UnknownExample(name string, known []string) string {
	return fmt.Sprintf("Er is geen voorbeeld %q. Kies uit: %s.", name, Join(known))
}

// UnknownVariant is about a variant that isn't there.
func UnknownVariant(name string, known []string) string {
	return fmt.Sprintf("Er is geen variant %q. Kies uit: %s.", name, Join(known))
}

// NothingChosen asks for at least one document.
const NothingChosen = "kies ten minste één van --excel, --pdf, --docx, --ods en --csv"
