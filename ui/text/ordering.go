package text

import "fmt"

// Ordenen: themes, lines that say the same, and what becomes of lines.
const (
	Ordering       = "Ordenen"
	CmdOrdering    = "Ordenen"
	AllLines       = "Alle regels"
	NoTheme        = "Zonder thema"
	MaybeDouble    = "Misschien dubbel"
	NothingHere    = "Hier staan geen regels."
	NothingDouble  = "Er zijn geen regels die op elkaar lijken."
	ThemeHint      = "Typ een thema, Enter bewaart"
	ThemeOff       = "Weghalen"
	ThemeRename    = "Andere naam"
	ThemeNameHint  = "Enter bewaart, Escape stopt. Is er al een thema met die naam, dan worden het er één."
	ThemeNew       = "Naam van het thema"
	ThemeUnknown   = "Deze toets hoort bij geen thema."
	KeyTheme       = "thema geven"
	KeyTick        = "erbij kiezen"
	KeyJoin        = "samenvoegen"
	KeyByTheme     = "naar een thema"
	JoinFirst      = "Kies eerst met de spatiebalk de regels die hetzelfde zeggen, en ga dan naar de regel die blijft."
	JoinedHeading  = "Hierin samengevoegd"
	Loosen         = "Losmaken"
	ReachHeading   = "Bereik"
	ReachUnsaid    = "niet gezegd"
	VerdictNotYet  = "nog niet"
	JudgedHeading  = "Toets aan de voorwaarden"
	FollowHeading  = "Vervolg"
	ActionDoneText = "Gereed"
)

// Chosen says how many lines are chosen together.
func Chosen(n int) string {
	if n == 1 {
		return "1 regel gekozen"
	}
	return Number(n) + " regels gekozen"
}

// JoinInto is the button that makes one line of several.
func JoinInto(code string) string { return "Samenvoegen tot " + code }

// JoinAbout says what joining would do.
func JoinAbout(codes []string, into string) string {
	goes, stays := "gaan op in", "Ze blijven"
	if len(codes) == 1 {
		goes, stays = "gaat op in", "De regel blijft"
	}
	return fmt.Sprintf("%s %s %s: wie het noemde, komt daar bij te staan, en de thema’s ook. %s in de sessie bewaard, maar niet apart in de documenten.", Join(codes), goes, into, stays)
}

// Joined says that lines were joined.
func Joined(codes []string, into string) string {
	if len(codes) == 1 {
		return fmt.Sprintf("%s staat nu bij %s. Ctrl+Z draait dat terug.", codes[0], into)
	}
	return fmt.Sprintf("%s staan nu bij %s. Ctrl+Z draait dat terug.", Join(codes), into)
}

// ThemeGone says that a theme was taken away.
func ThemeGone(name string) string {
	return fmt.Sprintf("Het thema “%s” is weg; de regels staan er nog. Ctrl+Z draait dat terug.", name)
}

// ThemesJoined says that one theme went up in another.
func ThemesJoined(name, into string) string {
	return fmt.Sprintf("De regels van “%s” staan nu bij “%s”. Ctrl+Z draait dat terug.", name, into)
}

// ThemeOffOf is what a screen reader says of the link that takes a theme off.
func ThemeOffOf(name string) string { return "Thema " + name + " weghalen" }

// OfThese says on how many of the chosen lines something is.
func OfThese(name string, n, total int) string {
	if n == total {
		return name
	}
	return fmt.Sprintf("%s (%d van %d)", name, n, total)
}
