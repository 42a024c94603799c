//go:build e2e

package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// table are the gemeenten, by the digit of their key.
var table = []string{"", "GM0303", "GM0050", "GM0034", "GM0995", "GM0171", "GM0184"}

// sorts are the soorten, by letter, each with its two keys.
var sorts = map[string]struct{ kind, function, letter string }{
	"I": {"idea", "F5", "alt+i"},
	"P": {"pilotidea", "F6", "alt+p"},
	"K": {"characteristic", "F7", "alt+k"},
	"A": {"attention", "F8", "alt+a"},
}

// sixty is a round along the table: the digit of a gemeente, the letter of a
// soort, and what is typed. Now and then one answers another.
const sixty = `
1I Wonen met zorg, dicht bij huis
1I Dorpshuis als plek voor ontmoeting
1I Ideeën van jongeren over hun eigen wijk
1P Zorgwoningen boven de winkels ??
1P Buurtcoöperatie voor vervoer en klussen
1P #vervoer Belbus in de avond
2P Dat vervoer willen wij ook
1A Subsidie voor een jaar is te kort
1K Eén plan van één pagina
1K 10% van het budget voor onderzoek & leren
2I Eén gesprek voor Participatiewet en Wmo
2I Vrijwilligers belonen met scholing
2I Respijtzorg in het weekend #mantelzorg
2P Logeerhuis, samen met de buren??
2P Financiële buddy voor wie schulden heeft
2A // schotten: niet in het verslag
2A Privacy: alleen delen met toestemming
3A In Almere speelt dat ook
2K Bestuurlijk commitment tijdens het hele proces
2K >> Cijfers over respijtzorg rondsturen
3I Beroepen van de toekomst
3I Iedereen doet mee, ook wie nieuw is
3I Jongeren leren ouderen digitale vaardigheden
3P Leren op maat tot 50 jaar
3P Bewegen op recept via de huisarts #gezondheid
3P Voucher van € 500 voor scholing
3A Werkgevers hebben weinig tijd ??
3A Niet weer een los project
3K Betekenis lokaal én bovenlokaal
3K //bellen met het lectoraat??
4I Gezondheidsverschillen verkleinen
4I Elk kind een bibliotheekpas
4I Een beroepenkaart voor 2030
4P Community college, ook in de avond
4P Kluswinkel waar vakmensen ervaring bouwen
4P Jobcoach, gedeeld door vijf bedrijven
4A Stages op tijd afstemmen #stages #onderwijs
4A >> ROC vragen naar de instroom ??
4K Mislukken mag, als wij ervan leren
4K Samen opbouwen vanaf de eerste schets
5I Vervoer tussen de dorpen delen #vervoer
5I Eerst oefenen in het dorpshuis, dan thuis
5I Taal en vakmanschap tegelijk leren
5P Dorpsondersteuner in drie dorpen
5P Zorgboerderij en mbo delen docenten
6P Onze vissers doen mee met het mbo
5A Elk dorp is anders; geen standaard
5A Snel internet is een voorwaarde ??
5K Beginnen bij de vraag, niet bij het aanbod
5K Verhaal én cijfers op twee vellen
6I Familie en buurt als basis
6I Kennis van oudere vakmensen vastleggen
6I Samen koken en voorlezen
6P Vakschool aan de kade
6P Mantelzorgmakelaar voor werkgevers #mantelzorg
6A Meedoen mag niets kosten
6A // de wethouder belt zelf nog
6K Vertrouwen vooraf, verantwoording achteraf
6K Looptijd van twee jaar ??
1I Nog één idee: het café open voor cliënten
`

// marked are the lines of the round that are stored otherwise than typed.
var marked = map[string]themed{
	"Zorgwoningen boven de winkels ??":               {dumped: dumped{Text: "Zorgwoningen boven de winkels", Status: "tocheck"}},
	"#vervoer Belbus in de avond":                    {dumped: dumped{Text: "Belbus in de avond"}, Themes: []string{"vervoer"}},
	"Respijtzorg in het weekend #mantelzorg":         {dumped: dumped{Text: "Respijtzorg in het weekend"}, Themes: []string{"mantelzorg"}},
	"Logeerhuis, samen met de buren??":               {dumped: dumped{Text: "Logeerhuis, samen met de buren", Status: "tocheck"}},
	"// schotten: niet in het verslag":               {dumped: dumped{Text: "schotten: niet in het verslag", Visibility: "internal"}},
	">> Cijfers over respijtzorg rondsturen":         {dumped: dumped{Text: "Cijfers over respijtzorg rondsturen", Kind: "action"}},
	"Bewegen op recept via de huisarts #gezondheid":  {dumped: dumped{Text: "Bewegen op recept via de huisarts"}, Themes: []string{"gezondheid"}},
	"Werkgevers hebben weinig tijd ??":               {dumped: dumped{Text: "Werkgevers hebben weinig tijd", Status: "tocheck"}},
	"//bellen met het lectoraat??":                   {dumped: dumped{Text: "bellen met het lectoraat", Visibility: "internal", Status: "tocheck"}},
	"Stages op tijd afstemmen #stages #onderwijs":    {dumped: dumped{Text: "Stages op tijd afstemmen"}, Themes: []string{"onderwijs", "stages"}},
	">> ROC vragen naar de instroom ??":              {dumped: dumped{Text: "ROC vragen naar de instroom", Kind: "action", Status: "tocheck"}},
	"Vervoer tussen de dorpen delen #vervoer":        {dumped: dumped{Text: "Vervoer tussen de dorpen delen"}, Themes: []string{"vervoer"}},
	"Snel internet is een voorwaarde ??":             {dumped: dumped{Text: "Snel internet is een voorwaarde", Status: "tocheck"}},
	"Mantelzorgmakelaar voor werkgevers #mantelzorg": {dumped: dumped{Text: "Mantelzorgmakelaar voor werkgevers"}, Themes: []string{"mantelzorg"}},
	"// de wethouder belt zelf nog":                  {dumped: dumped{Text: "de wethouder belt zelf nog", Visibility: "internal"}},
	"Looptijd van twee jaar ??":                      {dumped: dumped{Text: "Looptijd van twee jaar", Status: "tocheck"}},
}

// themed is a line as dump gives it, with its themes by the alphabet.
type themed struct {
	dumped
	Themes []string
}

func (l themed) String() string {
	return whereAndHow(l.dumped) + "|" + strings.Join(l.Themes, ",")
}

// said is a line of the round: which keys lead to it, and what must come of it.
type said struct {
	keys  []string
	typed string
	want  string
}

// script reads the round. Keys are only those of a change: a digit for another
// gemeente, and for another soort its F-key or, every other time, its letter.
func script() (out []said) {
	place, sort, changes := "1", "I", 0
	for row := range strings.Lines(strings.TrimSpace(sixty)) {
		at, typed, _ := strings.Cut(strings.TrimSpace(row), " ")
		l := said{typed: typed}
		if at[:1] != place {
			place = at[:1]
			l.keys = append(l.keys, "ctrl+"+place)
		}
		if at[1:] != sort {
			sort = at[1:]
			key := sorts[sort].function
			if changes++; changes%2 == 0 {
				key = sorts[sort].letter
			}
			l.keys = append(l.keys, key)
		}
		want := marked[typed]
		want.Text, want.Kind = or(want.Text, typed), or(want.Kind, sorts[sort].kind)
		want.Stakeholder = table[int(place[0]-'0')]
		l.want = want.String()
		out = append(out, l)
	}
	return out
}

// TestRoundOfSixtyLines types an hour of talk by keys alone: each line comes
// where it belongs, for one key a line and one a change.
func TestRoundOfSixtyLines(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	d.open(file)
	round, changes := script(), 0
	for _, l := range round {
		if changes += len(l.keys); len(l.keys) > 0 {
			d.press(l.keys...)
		}
		d.write(l.typed)
		d.press("Return")
	}
	d.until("the round is stored", func() bool { return len(d.lines(file)) == len(round) })
	var s struct{ Entries []themed }
	if err := json.Unmarshal([]byte(d.oogst("dump", file)), &s); err != nil {
		t.Fatal(err)
	}
	for i, l := range round {
		if got := fmt.Sprint(s.Entries[i]); got != l.want {
			t.Errorf("%q is stored as\n%s, want\n%s", l.typed, got, l.want)
		}
	}
	t.Logf("%d lines and %d changes of gemeente or soort: %d keys beyond text, Enter included; no mouse", len(round), changes, d.presses)
	if len(round) != 60 || d.presses > len(round)+changes {
		t.Errorf("%d lines took %d keys beyond text, want 60 lines and at most %d keys", len(round), d.presses, len(round)+changes)
	}
}
