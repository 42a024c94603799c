package search_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"oogst/model/search"
)

// said are lines as they are on the slide and in the examples.
var said = []string{
	"leren van gezinnen waar het goed gaat",
	"Talent van de jeugd zichtbaar maken in de wijk",
	"Gepersonaliseerd leren voor werkzoekenden van 27 tot 50 jaar",
	"Simpel construct, niet nog een overlegtafel",
	"Krapte op de arbeidsmarkt: werkgevers hebben nu weinig tijd",
	"Netwerk van scholen, bedrijven en UWV, over de gemeentegrens heen",
	"Inbedding na afloop vanaf dag één geregeld",
	"Beroepen van de toekomst: techniek en zorg samen laten optrekken",
	"Gezondheid (e-health) dichter bij mensen brengen",
	"Instroom vanuit mbo en hbo",
	"Eén loket voor ouderen met een zorgvraag",
	"Woningen voor jongeren en ouderen in één complex",
	"Vervoer van en naar de dagbesteding is een knelpunt",
}

func TestNearlyTheSameIsFound(t *testing.T) {
	all := entries(said...)
	a := search.NewAlike(all)
	for typed, want := range map[string]int{
		"Leerervaringen van gezinnen waar het goed gaat":    0,
		"leren van een gezin waar het goed gaat":            0,
		"talenten van jeugd in de wijken zichtbaar":         1,
		"de talenten van de jeugd zichtbaarder maken":       1,
		"geen overlegtafel erbij: een simpel construct":     3,
		"krapte op arbeidsmarkt, werkgevers weinig tijd":    4,
		"scholen en bedrijven en UWV in een netwerk":        5,
		"inbedding geregeld vanaf de eerste dag na afloop":  6,
		"techniek en zorg samen: beroepen voor de toekomst": 7,
		"instroom mbo/hbo": 9,
		"één loket voor oudere inwoners met zorgvragen":        10,
		"In een complex: woningen voor ouderen en jongeren":    11,
		"het vervoer naar dagbesteding":                        12,
		"het vervoer naar dagbesteding is een groot knelpu":    12, // the last word is being typed
		"LEREN VAN GEZINNEN WAAR HET GOED GAAT!":               0,
		"Een netwerk van bedrijven, scholen, UWV over grenzen": 5,
	} {
		if id, ok := a.Find(typed); !ok || id != all[want].ID {
			t.Errorf("%q should be like %q (found: %v)", typed, said[want], ok)
		}
	}
}

func TestWhatIsDifferentIsLeftAlone(t *testing.T) {
	a := search.NewAlike(entries(said...))
	for _, typed := range []string{
		"", "  ", "van de het een", "jeugd", "leren", "zorg en zorg en zorg",
		"Jongeren leren koken in de wijk",
		"Werkgevers willen weinig regels",
		"Vervoer van leerlingen naar school",
		"Ouderen helpen elkaar met digitale zaken",
		"Zorg dichter bij huis voor ouderen",
		"Een loket voor ondernemers",
		"mbo-studenten wonen ver weg",
		"Tijd voor een nieuwe overlegtafel met werkgevers",
		"techniek op de basisschool",
		"De wijk moet groener",
		"12 12 12", "?? // >>", strings.Repeat("x", 10_000),
	} {
		if id, ok := a.Find(typed); ok {
			t.Errorf("%q is taken to be like %v", typed, id)
		}
	}
}

func TestWithdrawnAndChangedLinesAreFollowed(t *testing.T) {
	all := entries(said...)
	a := search.NewAlike(all)
	gone := all[0]
	gone.Withdrawn = true
	a.Put(gone)
	if _, ok := a.Find("leren van gezinnen waar het goed gaat"); ok {
		t.Error("a withdrawn line is still found")
	}
	a.Put(all[0])
	changed := all[1]
	changed.Text = "leren van gezinnen waar het heel goed gaat"
	a.Put(changed)
	if id, ok := a.Find("talent van de jeugd zichtbaar maken in de wijk"); ok {
		t.Errorf("found by its old text: %v", id)
	}
	if id, ok := a.Find("leren van gezinnen waar het heel goed gaat"); !ok || id != all[1].ID {
		t.Error("not found by its new text")
	}
}

// BenchmarkAlike is what a key costs at 2,000 lines, beside folding the typed
// text alone.
func BenchmarkAlike(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	vocabulary := strings.Fields(strings.Join(said, " "))
	for i := range 600 {
		vocabulary = append(vocabulary, fmt.Sprintf("woord%dachtig", i))
	}
	texts := make([]string, 2_000)
	for i := range texts {
		var line []string
		for range 6 + r.IntN(10) {
			line = append(line, vocabulary[r.IntN(len(vocabulary))])
		}
		texts[i] = strings.Join(line, " ")
	}
	a := search.NewAlike(entries(texts...))
	typed := texts[1234][:len(texts[1234])-2]
	b.Run("find", func(b *testing.B) {
		for b.Loop() {
			a.Find(typed)
		}
	})
	b.Run("fold", func(b *testing.B) {
		for b.Loop() {
			search.Fold(typed)
		}
	})
}
