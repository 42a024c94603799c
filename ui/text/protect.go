package text

import "fmt"

// Words about copies with a passphrase.
const (
	AboutProtect   = "Maak een kopie met een wachtwoord, voor mail of stick."
	AboutUnprotect = "Maak van een kopie met een wachtwoord weer een gewoon bestand."
	AskPassphrase  = "Typ het wachtwoord en druk op Enter."

	CmdProtect      = "Kopie met wachtwoord…"
	Passphrase      = "Wachtwoord"
	PassphraseAgain = "Nog een keer"
	PassphraseOpen  = "Openen"
	PassphraseMake  = "Kopie maken"
	PassphraseAbout = "Zonder het wachtwoord kan niemand de kopie nog openen, ook u niet. Op deze laptop staat de sessie zelf onversleuteld."
	NotTheSame      = "De twee wachtwoorden zijn niet hetzelfde. Er is geen kopie gemaakt."
	WrongPassphrase = "Dat wachtwoord past niet op dit bestand. Er is niets geopend."
)

// IsProtected is about a protected file that is opened without a passphrase.
func IsProtected(path string) string {
	return sprintf("%q is beveiligd met een wachtwoord. Open het in het venster, of maak er met “oogst unprotect” een gewoon bestand van.", path)
}

// NotProtected is about a file without a passphrase.
func NotProtected(path string) string {
	return sprintf("%q heeft geen wachtwoord. Er is niets gedaan.", path)
}

// ShortPassphrase is about a passphrase that is soon guessed.
func ShortPassphrase(least int) string {
	return fmt.Sprintf("Neem een wachtwoord van ten minste %d tekens, bijvoorbeeld vier losse woorden. Er is geen kopie gemaakt.", least)
}

// ProtectedTo says where a protected copy is.
func ProtectedTo(path string) string {
	return fmt.Sprintf("Gemaakt: %s, met wachtwoord. Geef het wachtwoord langs een andere weg door dan het bestand.", path)
}

// UnprotectedTo says where a plain copy is.
func UnprotectedTo(path string) string { return fmt.Sprintf("Gemaakt: %s, zonder wachtwoord.", path) }

// ProtectedName is the name of a protected copy.
func ProtectedName(name string) string { return name + " (wachtwoord)" }
