package text

import (
	"fmt"
	"time"
)

// Words about the second copy and about earlier versions.
const (
	AboutVersions     = "Toon de bewaarde eerdere versies van een sessie op deze laptop."
	AboutRestore      = "Ga terug naar een eerdere versie; met ongedaan maken komt alles weer terug."
	FlagVersionNumber = "welke versie, zoals “versions” ze nummert; 1 is de nieuwste"
	NoVersions        = "Van deze sessie is op deze laptop nog geen eerdere versie bewaard."

	AboutRedact = "Maak een kopie zonder namen, notities, interne regels en geschiedenis."
	Redactor    = "geschoonde kopie"

	CmdSecond     = "Tweede kopie op stick of schijf…"
	CmdNoSecond   = "Geen tweede kopie meer"
	CmdEarlier    = "Terug naar een eerdere versie…"
	TakeReturn    = "Ga terug naar deze versie"
	ReturnDone    = "De sessie is weer zoals toen. Met Ctrl+Z draait u dat terug."
	SecondBehind  = "2e kopie volgt"
	SecondAway    = "2e kopie niet bereikbaar"
	SecondStopped = "Er komt geen tweede kopie meer. De kopie die er al ligt, blijft liggen."
)

// SecondAt says when the second copy was written.
func SecondAt(at time.Time) string {
	if at.IsZero() {
		return "2e kopie bij"
	}
	return "2e kopie " + at.Format("15:04")
}

// SecondKept says where a second copy is kept.
func SecondKept(path string) string {
	return sprintf("Vanaf nu staat er steeds een tweede kopie in %q. De stick mag er tussendoor uit.", path)
}

// SamePlace refuses a second copy beside itself.
func SamePlace(path string) string {
	return sprintf("In %q ligt het bestand zelf al. Kies een andere map, liefst op een stick of een andere schijf.", path)
}

// VersionLine is one version in a list.
func VersionLine(n int, at time.Time) string { return fmt.Sprintf("%3d  %s", n, Moment(at)) }

// NoSuchVersion is about a number that isn't in the list.
func NoSuchVersion(n, most int) string {
	if most == 0 {
		return NoVersions
	}
	return fmt.Sprintf("Versie %d is er niet. Kies een nummer van 1 tot en met %d; “oogst versions” toont ze.", n, most)
}

// SameAsVersion is about a version that says what the session says.
func SameAsVersion(at time.Time) string {
	return fmt.Sprintf("De sessie is nog zoals op %s. Er verandert niets.", Moment(at))
}

// ReturnCounts says in numbers what going back would change.
func ReturnCounts(at time.Time, gone, back, changed int) string {
	return fmt.Sprintf("Terug naar %s: %s weg, %s terug en %s.", Moment(at),
		count(gone, "geen regels", "regel", "regels"), count(back, "geen regels", "regel", "regels"),
		count(changed, "geen wijzigingen", "wijziging", "wijzigingen"))
}

// ReturnGone names a line that came later.
func ReturnGone(code, words string) string { return fmt.Sprintf("  Weg: %s “%s”", code, words) }

// ReturnBack names a line that comes back.
func ReturnBack(code, words string) string { return fmt.Sprintf("  Terug: %s “%s”", code, words) }

// RedactedTo says what a redacted copy holds, and what stayed behind.
func RedactedTo(path string, lines, withheld, notes, people int) string {
	return fmt.Sprintf("Gemaakt: %s (%s). Niet meegegaan: %s, %s, %s en de hele geschiedenis.", path, Lines(lines),
		count(withheld, "geen interne regels", "interne regel", "interne regels"),
		count(notes, "geen notities", "notitie", "notities"), count(people, "geen namen", "naam", "namen"))
}

// StillPersonal names lines whose own text may be personal.
func StillPersonal(codes []string) string {
	return "Let op: in de tekst zelf staat misschien nog een naam of nummer. Kijk naar " + Join(codes) + "."
}
