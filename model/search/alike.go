package search

import (
	"cmp"
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
	numbers map[string]int // of stems
	holders [][]int        // by stem: the lines that have it
	lines   []stemmed
	at      map[model.ID]int
	stems   map[string]string // of words that were met before; empty for those without meaning
	living  int               // lines that are not withdrawn
	weights []float64         // by the number of lines that have a stem; 0: not known yet

	// While one text is looked for; kept to save the allocation.
	asked   []bool // by stem
	met     []bool // by line
	meeting []int  // lines
	terms   []term
}

type stemmed struct {
	id    model.ID
	stems []int
}

// term is a stem of the text that is looked for.
type term struct {
	stem   int // -1: no line has it
	weight float64
}

// NewAlike takes entries in.
func NewAlike(entries []model.Entry) *Alike {
	a := &Alike{numbers: map[string]int{}, at: make(map[model.ID]int, len(entries)), stems: map[string]string{}}
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
		a.met = append(a.met, false)
	}
	for _, n := range a.lines[i].stems {
		a.holders[n] = slices.DeleteFunc(a.holders[n], func(line int) bool { return line == i })
	}
	if len(a.lines[i].stems) > 0 {
		a.living--
	}
	a.lines[i].stems = nil
	clear(a.weights)
	if e.Withdrawn || e.Code == "" {
		return
	}
	stems := a.meaning(e.Text)
	a.lines[i].stems = make([]int, 0, len(stems))
	for _, stem := range stems {
		n, ok := a.numbers[stem]
		if !ok {
			n = len(a.holders)
			a.numbers[stem] = n
			a.holders, a.asked = append(a.holders, nil), append(a.asked, false)
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
	a.terms = a.terms[:0]
	for _, stem := range typedStems {
		n, known := a.numbers[stem]
		if !known {
			n = -1
		}
		a.terms = append(a.terms, a.term(n))
	}
	return a.mostAlike(len(a.lines))
}

// Earlier gives the entry that is most like this one, of those that were put
// before it.
func (a *Alike) Earlier(id model.ID) (model.ID, bool) {
	at, known := a.at[id]
	if !known {
		return model.ID{}, false
	}
	a.terms = a.terms[:0]
	for _, n := range a.lines[at].stems {
		a.terms = append(a.terms, a.term(n))
	}
	return a.mostAlike(at)
}

func (a *Alike) term(stem int) term {
	if stem < 0 {
		return term{stem, a.weight(0)}
	}
	return term{stem, a.weight(len(a.holders[stem]))}
}

// mostAlike gives the line, of so many, that is most like the terms. Of equal
// ones the newest.
//
// A line that is alike shares at least alikeFrom/(2-alikeFrom) of the weight of
// the terms: likeness is 2s/(total+own), and own is at least s. So it is met
// among the lines of the rarest terms, before what is left of them weighs less;
// the many lines of common words are never walked.
func (a *Alike) mostAlike(of int) (id model.ID, ok bool) {
	left := 0.0
	for _, t := range a.terms {
		left += t.weight
		if t.stem >= 0 {
			a.asked[t.stem] = true
		}
	}
	total := left
	slices.SortStableFunc(a.terms, func(x, y term) int { return cmp.Compare(y.weight, x.weight) })
	for _, t := range a.terms {
		if left < rounding*total*alikeFrom/(2-alikeFrom) {
			break
		}
		left -= t.weight
		if t.stem >= 0 {
			a.meet(a.holders[t.stem], of)
		}
	}
	most, at := alikeFrom, -1
	for _, line := range a.meeting {
		a.met[line] = false
		likeness := a.likeness(line, total)
		if likeness > most || likeness == most && line > at {
			most, at = likeness, line
		}
	}
	a.meeting = a.meeting[:0]
	for _, t := range a.terms {
		if t.stem >= 0 {
			a.asked[t.stem] = false
		}
	}
	if at < 0 {
		return id, false
	}
	return a.lines[at].id, true
}

// rounding is below 1 by more than sums of weights are rounded.
const rounding = 1 - 1e-9

func (a *Alike) meet(lines []int, of int) {
	for _, line := range lines {
		if line < of && !a.met[line] {
			a.met[line] = true
			a.meeting = append(a.meeting, line)
		}
	}
}

// likeness is twice the weight that a line shares with what is asked, of the
// weight of both; 0 when it shares too few words.
func (a *Alike) likeness(line int, total float64) float64 {
	shared, count := 0.0, 0
	for _, n := range a.lines[line].stems {
		if a.asked[n] {
			shared += a.weight(len(a.holders[n]))
			count++
		}
	}
	if count < leastShared {
		return 0
	}
	own := 0.0
	for _, n := range a.lines[line].stems {
		own += a.weight(len(a.holders[n]))
	}
	return 2 * shared / (total + own)
}

// weight is how much a stem says that so many lines have.
func (a *Alike) weight(lines int) float64 {
	if lines >= len(a.weights) {
		a.weights = append(a.weights, make([]float64, lines+1-len(a.weights))...)
	}
	w := &a.weights[lines]
	if *w == 0 {
		*w = math.Log(1 + float64(a.living+1)/float64(lines+1))
	}
	return *w
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
	stem, ok := a.stems[word]
	if ok {
		return stem
	}
	if len(a.stems) >= mostStems {
		clear(a.stems)
	}
	if len(word) >= 3 && !slices.Contains(small, word) {
		env := snowballstem.NewEnv(word)
		dutch.Stem(env)
		stem = env.Current()
	}
	a.stems[word] = stem
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
