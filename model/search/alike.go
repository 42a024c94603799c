package search

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"oogst/model"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
)

// Two lines say nearly the same when they share at least leastShared words that
// carry meaning, and what they share weighs alikeFrom of all that they say. Rare
// words weigh more. The figures were set on the example sessions and on the
// pairs in the test.
const (
	leastShared = 2
	alikeFrom   = 0.58
)

// Alike finds entries that say nearly the same as what is being typed, by the
// stems of their words: word order, inflection, accents and small words don't
// count. It must be told of changes, like Index.
type Alike struct {
	numbers  map[string]int // of stems
	holders  [][]int        // by stem: the lines that have it
	lines    []stemmed
	at       map[model.ID]int
	stems    map[string]string // of words that were met before
	shared   []float64         // by line; kept to save the allocation
	counts   []int             // by line
	living   int               // lines that are not withdrawn
	touching []int             // lines that share a word
}

type stemmed struct {
	id    model.ID
	stems []int
}

// NewAlike takes entries in.
func NewAlike(entries []model.Entry) *Alike {
	a := &Alike{numbers: map[string]int{}, at: map[model.ID]int{}, stems: map[string]string{}}
	for _, e := range entries {
		a.Put(e)
	}
	return a
}

// Put takes an entry in, new or changed; a withdrawn one is left out.
func (a *Alike) Put(e model.Entry) {
	i, known := a.at[e.ID]
	if !known {
		i = len(a.lines)
		a.at[e.ID] = i
		a.lines = append(a.lines, stemmed{id: e.ID})
		a.shared, a.counts = append(a.shared, 0), append(a.counts, 0)
	}
	for _, n := range a.lines[i].stems {
		a.holders[n] = slices.DeleteFunc(a.holders[n], func(line int) bool { return line == i })
	}
	if len(a.lines[i].stems) > 0 {
		a.living--
	}
	a.lines[i].stems = nil
	if e.Withdrawn || e.Code == "" {
		return
	}
	for _, stem := range a.meaning(e.Text) {
		n, ok := a.numbers[stem]
		if !ok {
			n = len(a.holders)
			a.numbers[stem] = n
			a.holders = append(a.holders, nil)
		}
		a.holders[n] = append(a.holders[n], i)
		a.lines[i].stems = append(a.lines[i].stems, n)
	}
	if len(a.lines[i].stems) > 0 {
		a.living++
	}
}

// Find gives the entry that is most like what is typed. The last word counts
// only when it is known, as it may not be finished.
func (a *Alike) Find(typed string) (model.ID, bool) {
	typedStems := a.meaning(typed)
	if n := len(typedStems); n > 0 && !endsWord(typed) {
		if _, known := a.numbers[typedStems[n-1]]; !known {
			typedStems = typedStems[:n-1]
		}
	}
	total := 0.0
	for _, stem := range typedStems {
		n, known := a.numbers[stem]
		if !known {
			total += a.weight(0)
			continue
		}
		w := a.weight(len(a.holders[n]))
		total += w
		for _, line := range a.holders[n] {
			if a.counts[line] == 0 {
				a.touching = append(a.touching, line)
			}
			a.counts[line]++
			a.shared[line] += w
		}
	}
	return a.best(total)
}

// best gives the line that shares most, and forgets what was counted. Of equal
// ones the newest.
func (a *Alike) best(total float64) (id model.ID, ok bool) {
	most, at := alikeFrom, -1
	for _, line := range a.touching {
		if a.counts[line] >= leastShared {
			own := 0.0
			for _, n := range a.lines[line].stems {
				own += a.weight(len(a.holders[n]))
			}
			if likeness := 2 * a.shared[line] / (total + own); likeness > most || likeness == most && line > at {
				most, at = likeness, line
			}
		}
		a.counts[line], a.shared[line] = 0, 0
	}
	a.touching = a.touching[:0]
	if at < 0 {
		return id, false
	}
	return a.lines[at].id, true
}

// weight is how much a stem says that so many lines have.
func (a *Alike) weight(lines int) float64 {
	return math.Log(1 + float64(a.living+1)/float64(lines+1))
}

// meaning gives the stems of the words that carry meaning, each once, in order.
func (a *Alike) meaning(text string) (stems []string) {
	for _, word := range words(text) {
		stem := a.stem(word)
		if stem != "" && !slices.Contains(stems, stem) {
			stems = append(stems, stem)
		}
	}
	return stems
}

func words(text string) []string {
	return strings.FieldsFunc(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func endsWord(text string) bool {
	runes := []rune(text)
	return len(runes) > 0 && !unicode.IsLetter(runes[len(runes)-1]) && !unicode.IsDigit(runes[len(runes)-1])
}

// mostStems bounds the memory of words met while typing.
const mostStems = 50_000

// stem gives the stem of a folded word; empty when it carries no meaning.
func (a *Alike) stem(word string) string {
	if len(word) < 3 || slices.Contains(small, word) {
		return ""
	}
	stem, ok := a.stems[word]
	if !ok {
		if len(a.stems) >= mostStems {
			clear(a.stems)
		}
		env := snowballstem.NewEnv(word)
		dutch.Stem(env)
		stem = env.Current()
		a.stems[word] = stem
	}
	return stem
}

// small are the Dutch words that say little by themselves: those of Snowball's
// list (snowballstem.org/algorithms/dutch/stop.txt) of three letters and more,
// with a few of meetings.
var small = strings.Fields(`
	aan als altijd alles ander andere ben bij daar dan dat der deze die dit doch doen door dus een eens en er
	gaan gaat geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan
	kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over
	reeds te tegen toch toen tot u uit uw van veel voor want waren was wat we werd wezen wie wil worden wordt
	zal ze zei zelf zich zij zijn zo zonder zou
	moeten willen komt komen waar welke deel weer wel gemeente gemeenten wethouder`)
