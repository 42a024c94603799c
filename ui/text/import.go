package text

import (
	"fmt"
)

// Sentences about lines that are brought in.

// source names where lines come from: a file, or the clipboard.
func source(path string) string {
	if path == Clipboard {
		return path
	}
	return sprintf("%q", path)
}

func inside(path string) string {
	if path == Clipboard {
		return "Op " + path
	}
	return "In " + source(path)
}

// ImportEmpty is about a file without lines.
func ImportEmpty(path string) string {
	return fmt.Sprintf("%s staan geen regels. Er is niets ingelezen.", inside(path))
}

// ImportNoHeader is about a file whose first row names no columns.
func ImportNoHeader(path string, line int) string {
	return fmt.Sprintf("Regel %d van %s noemt geen kolommen die Oogst kent. Zet bovenaan ten minste “soort” en “tekst”, en graag ook “gemeente”.", line, source(path))
}

// ImportTooMany is about a file with too many lines.
func ImportTooMany(path string, limit int) string {
	return fmt.Sprintf("%s staan meer dan %s regels. Neem ze in delen over.", inside(path), Number(limit))
}

// ImportFar is about a cell that lies beyond what is read.
func ImportFar(path, sheet, cell string) string {
	return fmt.Sprintf("%s staat iets in cel %s van blad %s. Dat is te ver naar rechts om te lezen. Maak die cel leeg en lees het bestand opnieuw in.", inside(path), cell, sheet)
}

// ImportMalformed is about quotes that don't match.
func ImportMalformed(path string, line int) string {
	return fmt.Sprintf("%s kloppen de aanhalingstekens niet vanaf regel %d. Verbeter die regel en lees het opnieuw in.", inside(path), line)
}

// AtLine says where in a text something is.
func AtLine(line int, column string) string {
	return fmt.Sprintf("Regel %d, kolom “%s”", line, column)
}

// AtCell says where in a workbook something is; column may be empty.
func AtCell(sheet, cell, column string) string {
	if column == "" {
		return fmt.Sprintf("Blad %s, cel %s", sheet, cell)
	}
	return fmt.Sprintf("Blad %s, cel %s (%s)", sheet, cell, column)
}

// ImportCell is about a value that isn't known.
func ImportCell(where, value, advice string) string {
	return fmt.Sprintf("%s: “%s” is niet bekend. %s", where, value, advice)
}

// ImportNoText is about a row without text.
func ImportNoText(where string) string { return where + ": er staat geen tekst." }

// ImportLongText is about a text that doesn't fit.
func ImportLongText(where string, limit int) string {
	return fmt.Sprintf("%s: de tekst is langer dan %s tekens. Splits de regel.", where, Number(limit))
}

// ImportMore closes a list of problems that goes on.
func ImportMore(n int) string { return "En nog " + count(n, "geen", "fout", "fouten") + "." }

// ImportRefused opens a list of problems.
func ImportRefused(path string) string {
	return fmt.Sprintf("Niet ingelezen: %s. Er is niets veranderd.", source(path))
}

// ChooseFrom advises which values there are.
func ChooseFrom(values []string) string { return "Kies uit: " + Join(values) + "." }

// NotASheet is about a file that should be a workbook.
func NotASheet(path string) string {
	return sprintf("%q is geen werkmap die Oogst kan lezen. Sla het op als .xlsx, .ods of .csv.", path)
}

// SheetTooLarge is about a workbook that unpacks to too much.
func SheetTooLarge(path string) string {
	return sprintf("%q is uitgepakt te groot om te lezen. Bewaar alleen het blad met de inbreng, zonder plaatjes.", path)
}

// ImportUnknownCode is about a code that no line of the session has.
func ImportUnknownCode(where, code string) string {
	return fmt.Sprintf("%s: deze sessie heeft geen regel “%s”. Verbeter de code, of maak de cel leeg als dit een nieuwe regel is.", where, code)
}

// ImportDoubledCode is about a code that stands there twice.
func ImportDoubledCode(where, code string) string {
	return fmt.Sprintf("%s: de code “%s” komt meer dan één keer voor. Laat één rij staan, of maak de cel leeg als dit een nieuwe regel is.", where, code)
}

// ImportFormula is about a cell that is calculated.
func ImportFormula(where string) string {
	return where + ": hier staat een formule. Zet er de tekst zelf neer."
}

// ImportMerged is about cells that are merged.
func ImportMerged(where string) string {
	return where + ": deze cellen zijn samengevoegd. Hef dat op en vul elke cel."
}

// ImportNewElsewhere is about a row without a code on a sheet that only speaks
// of lines that are there.
func ImportNewElsewhere(where string) string {
	return where + ": hier ontbreekt de code. Zet een nieuwe regel op het blad " + Register + "."
}

// ImportNoCode is about a sheet without the column that says which line is meant.
func ImportNoCode(sheet string) string {
	return fmt.Sprintf("Op het blad %s staat geen kolom “%s”. Zet die terug, of haal het blad weg.", sheet, ColumnCode)
}

// Words of a correction that came back.
const (
	StatusWithdrawn  = "ingetrokken"
	Outdated         = "De sessie is veranderd sinds de vergelijking. Er is niets overgenomen. Lees het bestand opnieuw in."
	Macros           = "In de werkmap zitten macro’s. Die zijn niet uitgevoerd en niet overgenomen."
	BaseUnknown      = "Het bestand zegt niet van welke versie van de sessie het is gemaakt. Daarom telt elk verschil als een wijziging, ook als het hier is veranderd."
	DryRun           = "Er is niets veranderd: dit was alleen een voorbeeld."
	NothingToCorrect = "Het bestand zegt hetzelfde als de sessie. Er is niets veranderd."
	EmptyValue       = "(leeg)"
	KeepOurs         = "Onze tekst blijft"
	TakeTheirs       = "Hun tekst komt erin"
	BothChanged      = "Op beide plaatsen gewijzigd"
	TakeCorrection   = "Neem de verbeteringen over"
	CorrectionDone   = "De verbeteringen zijn overgenomen."
)

// Counts are the numbers of a correction.
type Counts struct{ New, Repeated, Changes, Withdrawn, Conflicts, Kept, Missing, Remarks int }

// Preview says in numbers what a correction would change.
func Preview(path string, c Counts) string {
	said := fmt.Sprintf("%s: %s, %s, %s en %s.", path,
		count(c.New, "geen nieuwe regels", "nieuwe regel", "nieuwe regels"),
		count(c.Changes, "geen wijzigingen", "wijziging", "wijzigingen"),
		count(c.Withdrawn, "geen intrekkingen", "intrekking", "intrekkingen"),
		count(c.Conflicts, "geen conflicten", "conflict", "conflicten"))
	if c.Repeated > 0 {
		said += fmt.Sprintf(" %s al eerder uit dit bestand ingelezen en %s overgeslagen.", count(c.Repeated, "", "regel is", "regels zijn"), plural(c.Repeated, "wordt", "worden"))
	}
	if c.Missing > 0 {
		said += fmt.Sprintf(" %s niet in het bestand: dat is geen intrekking, er verandert niets aan.", count(c.Missing, "", "regel van de sessie staat", "regels van de sessie staan"))
	}
	if c.Kept > 0 {
		said += fmt.Sprintf(" %s alleen hier en %s zo.", count(c.Kept, "", "veld veranderde", "velden veranderden"), plural(c.Kept, "blijft", "blijven"))
	}
	if c.Remarks > 0 {
		said += fmt.Sprintf(" %s overgeslagen: er staat alleen een opmerking in.", count(c.Remarks, "", "rij is", "rijen zijn"))
	}
	return said
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// PreviewChange says what one field becomes.
func PreviewChange(code, field, from, to string) string {
	return fmt.Sprintf("  %s, %s: %s → %s", code, field, from, to)
}

// PreviewConflict says how both sides changed a field.
func PreviewConflict(code, field, ours, theirs string) string {
	return fmt.Sprintf("  Conflict %s, %s: hier %s, in het bestand %s", code, field, ours, theirs)
}

// NotCompared names the columns that a correction doesn't touch.
func NotCompared(columns []string) string {
	return "Niet vergeleken en niet overgenomen: " + Join(columns) + "."
}

// ImportConflicts refuses a correction that needs a choice; the conflicts were
// told before.
func ImportConflicts(path string, n int) string {
	return sprintf("%q is niet ingelezen; er is niets veranderd. %s. Kies --ours (wat hier staat blijft) of --theirs (het bestand wint).",
		path, count(n, "", "veld is hier én in het bestand veranderd", "velden zijn hier én in het bestand veranderd"))
}

// Corrected says that a correction was taken over.
func Corrected(fresh, changes int, from string) string {
	return fmt.Sprintf("Overgenomen uit %s: %s en %s.", from,
		count(fresh, "geen nieuwe regels", "nieuwe regel", "nieuwe regels"), count(changes, "geen wijzigingen", "wijziging", "wijzigingen"))
}
