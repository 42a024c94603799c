package text

import "fmt"

// Sentences about templates.
const (
	TemplateBadName = "Zo kan een eigen sjabloon niet heten. Kies een andere naam, met letters of cijfers."
	TemplateExists  = "U hebt al een sjabloon met deze naam."
)

// TemplateProblem is about a template with a hole; said is one of the sentences
// below.
func TemplateProblem(name, said string) string {
	return sprintf("Het sjabloon %q is niet te gebruiken: %s. Vul het bestand aan.", name, said)
}

// TemplateUnreadable is about a file that is no template at all.
func TemplateUnreadable(name string) string {
	return sprintf("%q is geen sjabloon dat Oogst kan lezen. Bewaar het opnieuw vanuit Oogst, bij Voorbereiden.", name)
}

var templateParts = map[string]struct{ one, all string }{
	"kinds":        {"soort", "de soorten"},
	"stakeholders": {"gemeente", "de gemeenten"},
	"overview":     {"kolom", "het overzicht"},
	"orders":       {"volgorde", "de volgordes"},
	"lines":        {"programmalijn", "de programmalijnen"},
	"conditions":   {"voorwaarde", "de voorwaarden"},
	"phases":       {"fase", "de fasen"},
	"agenda":       {"agendapunt", "de agenda"},
	"principles":   {"uitgangspunt", "de uitgangspunten"},
	"nextSteps":    {"vervolgstap", "de vervolgstappen"},
	"matchmaker":   {"punt over de matchmaker", "de punten over de matchmaker"},
	"session":      {all: "de titel"},
	"programme":    {all: "het programma"},
	"organisation": {all: "de organisatie"},
	"goal":         {all: "het doel"},
	"name":         {all: "de naam"},
	"key":          {all: "de sleutel"},
}

// TemplatePart names a part of a template, or the nth of it.
func TemplatePart(part string, n int) string {
	p := templateParts[part]
	if n == 0 {
		return p.all
	}
	return fmt.Sprintf("%s %d", p.one, n)
}

// TemplateField names what a part has.
func TemplateField(field string) string {
	switch field {
	case "key":
		return "de sleutel (key)"
	case "letter":
		return "de letter"
	case "name":
		return "de naam"
	}
	return ""
}

// TemplateMisses says what is not there.
func TemplateMisses(where, field string) string {
	if field == "" {
		return where + " ontbreken"
	}
	return fmt.Sprintf("bij %s ontbreekt %s", where, field)
}

// TemplateTwice says what is there more than once.
func TemplateTwice(where, field, value string) string {
	return fmt.Sprintf("%s van %s komt al eerder voor (“%s”)", field, where, value)
}

// TemplateUnknown says what is named and not there.
func TemplateUnknown(where, value string) string {
	return fmt.Sprintf("%s verwijst naar “%s”, en dat staat er niet in", where, value)
}

// TemplateTooLong says what does not fit.
func TemplateTooLong(where, field string) string {
	if field == "" {
		return "een tekst bij " + where + " is te lang"
	}
	return fmt.Sprintf("bij %s is %s te lang", where, field)
}

// TemplateTooMany says of what there is too much.
func TemplateTooMany(where string) string { return where + " zijn er te veel" }
