package text

import "fmt"

// Sentences about files. Each says what is wrong, where, and what to do.

// FileMissing is about a file that isn't there.
func FileMissing(path string) string {
	return sprintf("Het bestand %q is er niet. Controleer de naam en de map.", path)
}

// FolderMissing is about a place to write that isn't there.
func FolderMissing(path string) string {
	return sprintf("De map van %q bestaat niet of is niet bereikbaar. Kies een andere map.", path)
}

// FileIsFolder is about a folder where a file was meant.
func FileIsFolder(path string) string {
	return sprintf("%q is een map, geen bestand. Kies een bestand in die map.", path)
}

// NotFolder is about a file where a folder was meant.
func NotFolder(path string) string {
	return sprintf("%q is een bestand, geen map. Kies een map.", path)
}

// NotOogst is about a file of another program.
func NotOogst(path string) string {
	return sprintf("%q is geen Oogst-bestand. Kies een bestand dat eindigt op .oogst.", path)
}

// Truncated is about a file that was cut off on its way.
func Truncated(path string) string {
	return sprintf("Het bestand %q is niet compleet: het einde ontbreekt. Vraag de afzender om het opnieuw te sturen.", path) + rescue(path)
}

// Damaged is about a file whose content was changed.
func Damaged(path string) string {
	return sprintf("Het bestand %q is beschadigd en is niet geopend. Er is niets aan veranderd. Gebruik een andere kopie.", path) + rescue(path)
}

// rescue says how to get what is left of a damaged session.
func rescue(path string) string {
	return sprintf(" Wat er nog heel van is, komt in een kopie met: oogst repair %q KOPIE.", path)
}

// SheetDamaged is about a workbook whose content was changed on its way.
func SheetDamaged(path string) string {
	return sprintf("Het bestand %q is beschadigd en is niet gelezen. Vraag om een nieuwe kopie.", path)
}

// StillWhole says how much of a damaged file there is, and which lines are known
// to be lost.
func StillWhole(lines int, gone []string) string {
	said := fmt.Sprintf("Nog heel: %s.", Lines(lines))
	const most = 10
	if more := len(gone) - most; more > 0 {
		gone = append(append([]string{}, gone[:most]...), fmt.Sprintf("nog %s", Number(more)))
	}
	if len(gone) > 0 {
		said += fmt.Sprintf(" Verloren: %s.", Join(gone))
	}
	return said
}

// HasGaps is about a file in which steps are missing.
func HasGaps(path string, waiting int) string {
	return sprintf("Het bestand %q is onvolledig: %s wachten op een stap die ontbreekt. Open ook de andere kopieën van deze sessie.", path, count(waiting, "geen stappen", "stap", "stappen")) + rescue(path)
}

// NothingToRepair is about a file without damage.
func NothingToRepair(path string) string {
	return sprintf("Het bestand %q is heel. Er is geen kopie gemaakt.", path)
}

// Repaired says that a copy has what was left.
func Repaired(path string, lines int) string {
	return fmt.Sprintf("Hersteld in %s: %s. Het beschadigde bestand is niet veranderd.", path, Lines(lines))
}

// LineGone tells of a line that is lost, as far as the file still shows it.
func LineGone(code, stakeholder, kind, words string) string {
	about := ""
	for _, part := range []string{stakeholder, kind} {
		if part != "" {
			about += ", " + part
		}
	}
	return fmt.Sprintf("Verloren: %s%s: “%s”. Deze tekst is niet gecontroleerd; typ hem over als hij klopt.", code, about, words)
}

// StepsGone says how many steps of the history are missing.
func StepsGone(n int) string {
	return fmt.Sprintf("Van de geschiedenis ontbreken ten minste %s. Kijk of er regels of wijzigingen missen.", count(n, "geen stappen", "stap", "stappen"))
}

// StoreRebuilt says that a damaged working store was made anew.
func StoreRebuilt(path, aside string) string {
	return sprintf("De werkmap van %q op deze laptop was beschadigd. Oogst heeft hem opnieuw gemaakt uit het bestand en uit wat nog heel was. Kijk of de laatste regels er zijn. De oude map is bewaard: %q.", path, aside)
}

// FileSpoilt says that a damaged file is replaced by what the laptop still has.
func FileSpoilt(path, aside string) string {
	return sprintf("Het bestand %q was beschadigd. Deze laptop had de sessie nog en schrijft het bestand opnieuw. Het beschadigde bestand heet nu %q.", path, aside)
}

// Names in a session that has lost its own.
const (
	RepairedTitle = "Herstelde sessie"
	UnknownName   = "Onbekend"
)

// Newer is about a file of a newer program.
func Newer(path string, format int) string {
	return sprintf("Het bestand %q is gemaakt met een nieuwere versie van Oogst (vorm %d). Werk Oogst bij en open het dan opnieuw.", path, format)
}

// TooLarge is about a file over the limit.
func TooLarge(path string) string {
	return sprintf("Het bestand %q is te groot om te openen. Controleer of dit het goede bestand is.", path)
}

// InUse is about a session that another window has open.
func InUse(path string) string {
	return sprintf("De sessie %q staat al open in een ander venster van Oogst. Ga naar dat venster, of sluit het eerst.", path)
}

// StoreNewer is about a working store of a newer program.
func StoreNewer(path string) string {
	return sprintf("Aan de sessie %q is op deze laptop gewerkt met een nieuwere versie van Oogst. Werk Oogst bij.", path)
}

// Exists is about a name that is taken.
func Exists(path string) string {
	return sprintf("Er staat al een bestand %q. Kies een andere naam.", path)
}

// OverSession is about a document that would replace a session.
func OverSession(path string) string {
	return sprintf("%q is een sessie van Oogst; een document komt daar niet overheen. Kies een andere naam.", path)
}

// OtherFile is about a target where something else lies.
func OtherFile(path string) string {
	return sprintf("Op %q staat nu een ander bestand. Dat blijft zoals het is. Kies voor deze sessie een andere naam.", path)
}

// NoPermission is about a place where one may not read or write.
func NoPermission(path string) string {
	return sprintf("U hebt geen rechten voor %q. Kies een andere plek, of vraag de beheerder.", path)
}

// DiskFull is about a disk without room.
func DiskFull(path string) string {
	return sprintf("Er is geen ruimte meer op de schijf van %q. Maak ruimte vrij of kies een andere plek.", path)
}

// DiskFails is about a disk, stick or share that is broken or gone.
func DiskFails(path string) string {
	return sprintf("De schijf, stick of netwerkmap van %q leest of schrijft niet. Kijk of hij nog vastzit, of kies een andere plek.", path)
}

// Sentences about the disk with the working stores.
const (
	LaptopFull     = "De schijf van deze laptop is vol. Maak ruimte vrij en probeer het opnieuw."
	LaptopReadOnly = "Oogst mag op deze laptop niet schrijven in zijn eigen werkmap. Vraag de beheerder om hulp."
	LaptopFails    = "De schijf van deze laptop leest of schrijft niet goed. Probeer het opnieuw. Blijft dit zo, werk dan verder op een andere laptop."
)

// BadName is about a name that the system doesn't take.
func BadName(path string) string {
	return sprintf("%q kan hier geen bestandsnaam zijn. Kies een kortere of eenvoudigere naam.", path)
}

// ReadBackDiffers is about a disk or stick that doesn't keep what it is given.
func ReadBackDiffers(path string) string {
	return sprintf("Wat op %q is geschreven, komt anders terug. Vertrouw deze schijf of stick niet; kies een andere plek.", path)
}

// StoreDamaged is about a working store that can't be read.
func StoreDamaged(path string) string {
	return sprintf("De werkmap van %q op deze laptop is beschadigd. Open de sessie in Oogst: dan wordt de werkmap opnieuw gemaakt uit het bestand en uit wat nog heel is.", path)
}

// Locked is about a target that another program holds.
func Locked(path string) string {
	return sprintf("Het bestand %q is open in een ander programma, bijvoorbeeld Excel. Sluit het daar en probeer het opnieuw.", path)
}

// BusyTarget is about a file that others keep changing.
func BusyTarget(path string) string {
	return sprintf("Het bestand %q wordt steeds door anderen veranderd. Probeer het straks opnieuw.", path)
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
	UnknownLine        = "Deze programmalijn hoort niet bij deze sessie."
	UnknownTheme       = "Dit thema is er niet meer."
	ThemeNameTaken     = "Er is al een thema met deze naam. Kies een andere naam, of voeg de thema’s samen."
	EntryWithdrawn     = "Deze regel is ingetrokken. Zet hem eerst terug."
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
	return sprintf("Er is geen sjabloon %q. Kies uit: %s.", name, Join(known))
}

// UnknownExample is about an example that isn't there.
func UnknownExample(name string, known []string) string {
	return sprintf("Er is geen voorbeeld %q. Kies uit: %s.", name, Join(known))
}

// UnknownVariant is about a variant that isn't there.
func UnknownVariant(name string, known []string) string {
	return sprintf("Er is geen variant %q. Kies uit: %s.", name, Join(known))
}

// NothingChosen asks for at least one document.
const NothingChosen = "kies ten minste één van --excel, --pdf, --docx, --ods en --csv"
