package text

import (
	"fmt"
	"time"
)

// Sentences about two copies of a session that come together.

// Words of merging.
const (
	AboutMerge    = "Neem regels over uit andere kopieën van dezelfde sessie."
	FlagReport    = "bewaar het verslag in dit tekstbestand"
	CmdMerge      = "Kopie van een ander samenvoegen…"
	TakeMerge     = "Voeg samen"
	MergeDone     = "De kopie is samengevoegd. Met Ctrl+Z draait u het terug."
	CmdVersions   = "2 versies: kies"
	KeepBoth      = "Beide houden: de andere wordt een eigen regel"
	OtherVersions = "Alles houden zoals het nu te zien is"
)

// OtherSession is about a copy of another session.
func OtherSession(path string) string {
	return sprintf("%q is een andere sessie, geen kopie van deze. Er is niets veranderd. Regels uit een andere sessie neemt u over met een Excel- of CSV-bestand.", path)
}

// NothingToMerge is about a copy without anything new.
func NothingToMerge(from string) string {
	return fmt.Sprintf("In %s staat niets dat hier nog niet is. Er verandert niets.", from)
}

// Merged says that copies came together.
func Merged(path string, lines int) string {
	return fmt.Sprintf("Samengevoegd: %s heeft nu %s.", path, Lines(lines))
}

// MergeCounts says in numbers what a copy brings.
func MergeCounts(from string, fresh, changed, conflicts int) string {
	return fmt.Sprintf("%s: %s, %s en %s.", from,
		count(fresh, "geen nieuwe regels", "nieuwe regel", "nieuwe regels"),
		count(changed, "geen wijzigingen", "wijziging", "wijzigingen"),
		count(conflicts, "geen regels met 2 versies", "regel met 2 versies", "regels met 2 versies"))
}

// MergeMissing is about a copy that lacks what came before.
func MergeMissing(n int) string {
	return fmt.Sprintf("De kopie is onvolledig: %s op iets dat in geen van beide staat. Dat wordt bewaard en komt erbij zodra de rest er is. Vraag om een nieuwere kopie.",
		count(n, "", "handeling wacht", "handelingen wachten"))
}

// MergeAhead is about a clock that was wrong.
func MergeAhead(by time.Duration) string {
	return fmt.Sprintf("De klok van de andere laptop liep %s voor. De tijden in het verslag kunnen daardoor niet kloppen; de regels wel.", Span(by))
}

// Span is a length of time in round words.
func Span(d time.Duration) string {
	if d < time.Hour {
		return count(int(d.Minutes()), "minder dan een minuut", "minuut", "minuten")
	}
	return fmt.Sprintf("%d uur", int(d.Hours()))
}

// MergeConflict names a line that two people changed apart.
func MergeConflict(code, words string) string {
	return fmt.Sprintf("  %s krijgt 2 versies, nu te zien: “%s”", code, words)
}

// MergeAlike names a new line that says nearly the same as one that is there.
func MergeAlike(code, words, known, there string) string {
	return fmt.Sprintf("  %s “%s” lijkt op %s “%s”. Beide blijven staan.", code, words, known, there)
}

// MergeNew names a new line.
func MergeNew(code, whose, kind, words string) string {
	return fmt.Sprintf("  Nieuw: %s, %s, %s: “%s”", code, whose, kind, words)
}

// VersionOf is one of the versions of a field.
func VersionOf(field, value, actor string, at time.Time) string {
	return fmt.Sprintf("%s: “%s” (%s, %s)", field, value, actor, at.Format("15:04"))
}
