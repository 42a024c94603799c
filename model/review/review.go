// Package review looks through a harvest before it leaves the house: for what
// is unfinished, and for what may be personal. It warns; it never removes.
package review

import (
	"regexp"
	"strings"
	"unicode"

	"oogst/model"
	"oogst/model/search"
)

// Concern is why a line deserves a look.
type Concern int

// The concerns, in the order in which they are shown.
const (
	Unassigned Concern = iota
	ToCheck
	Unconfirmed
	Name
	Phone
	Mail
	Number // nine digits that pass the test of a citizen service number
	TwoVersions
	Duplicate // says nearly the same as an earlier line
)

// Finding is one line, why, and the words that gave rise to it.
type Finding struct {
	Concern Concern
	Entry   model.ID
	Code    string
	Words   string
}

var (
	mail  = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(\.[\pL\pN-]+)+`)
	phone = regexp.MustCompile(`(?:\+31|0031|0)[\s-]?(?:\(0\)[\s-]?)?[1-9](?:[\s-]?\d){8}\b`)
	nine  = regexp.MustCompile(`\b\d{9}\b|\b\d{4}[. ]\d{2}[. ]\d{3}\b`)
	// A form of address or an office, and then a word with a capital.
	titled = regexp.MustCompile(`(?i:\b(?:de heer|mevrouw|meneer|dhr\.?|mevr\.?|mw\.?|wethouder|burgemeester|gedeputeerde|raadslid|voorzitter|ambtenaar|dr\.|drs\.|ir\.|mr\.|prof\.))\s+((?:(?:van|de|der|den|ter|ten|het|’t|'t)\s+)*\p{Lu}[\pL'’-]+)`)
)

// Findings looks through a harvest. A line may be found for several reasons.
func Findings(h model.Harvest) []Finding {
	known, repeats := knownNames(h), map[model.ID]bool{}
	for _, group := range Doubles(h.Entries) {
		for _, e := range group[1:] {
			repeats[e.ID] = true
		}
	}
	var out []Finding
	for _, e := range h.Entries {
		add := func(c Concern, words string) { out = append(out, Finding{c, e.ID, e.Code, words}) }
		if e.Stakeholder == model.Unassigned {
			add(Unassigned, "")
		}
		if e.Status == model.ToCheck {
			add(ToCheck, "")
		}
		if !e.Confirmed.Valid() {
			add(Unconfirmed, "")
		}
		if e.Versions > 1 {
			add(TwoVersions, "")
		}
		if repeats[e.ID] {
			add(Duplicate, "")
		}
		for _, said := range append([]string{e.Text}, follow(e)...) {
			personal(said, known, add)
		}
	}
	return out
}

// follow is what people typed of what becomes of a line, in a fixed order.
func follow(e model.Entry) (texts []string) {
	for _, f := range []model.EntryField{model.EntryReason, model.EntryLead, model.EntryStep, model.EntryDue} {
		if words := e.Follow[f]; words != "" {
			texts = append(texts, words)
		}
	}
	return texts
}

// personal finds in a text what may be about a person.
func personal(said string, known map[string]bool, add func(Concern, string)) {
	for _, words := range Names(said) {
		last := words[strings.LastIndex(words, " ")+1:]
		if !known[strings.ToLower(last)] {
			add(Name, words)
		}
	}
	for _, words := range mail.FindAllString(said, -1) {
		add(Mail, words)
	}
	for _, words := range phone.FindAllString(said, -1) {
		add(Phone, words)
	}
	for _, words := range nine.FindAllString(said, -1) {
		if elevenTest(words) {
			add(Number, words)
		}
	}
}

// Doubles are the entries that say nearly the same, in groups. Each group begins
// with the one that came first.
func Doubles(entries []model.Entry) (groups [][]model.Entry) {
	alike, group, byID := search.NewAlike(entries), map[model.ID]int{}, map[model.ID]model.Entry{}
	for _, e := range entries {
		byID[e.ID] = e
		other, ok := alike.Earlier(e.ID)
		if !ok {
			continue
		}
		at, known := group[other]
		if !known {
			at = len(groups)
			group[other] = at
			groups = append(groups, []model.Entry{byID[other]})
		}
		group[e.ID] = at
		groups[at] = append(groups[at], e)
	}
	return groups
}

// Of gives the findings of one concern.
func Of(all []Finding, c Concern) []Finding {
	var out []Finding
	for _, f := range all {
		if f.Concern == c {
			out = append(out, f)
		}
	}
	return out
}

// Names gives the words of a text that are likely a person's name: those that
// follow a form of address or an office.
func Names(text string) []string {
	var out []string
	for _, m := range titled.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// knownNames are those of places and organisations: "wethouder Almere" is no person.
func knownNames(h model.Harvest) map[string]bool {
	known := map[string]bool{"wmo": true, "flevoland": true, "provincie": true, "sociaal": true, "jeugd": true}
	for _, s := range h.Stakeholders {
		known[strings.ToLower(s.Name)] = true
	}
	return known
}

// elevenTest is the check on a citizen service number: nine digits, weighed 9
// to 2 and -1, give a multiple of eleven.
func elevenTest(words string) bool {
	sum, weight := 0, 9
	for _, r := range words {
		if !unicode.IsDigit(r) {
			continue
		}
		w := weight
		if weight == 1 {
			w = -1
		}
		sum += w * int(r-'0')
		weight--
	}
	return weight == 0 && sum != 0 && sum%11 == 0
}
