package search

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"oogst/model"

	"pgregory.net/rapid"
)

// TestWhatIsWalkedPastIsNotAlike holds Find and Earlier against a look at every
// line, with likeness reckoned anew.
func TestWhatIsWalkedPastIsNotAlike(t *testing.T) {
	found := 0
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.Map(rapid.IntRange(0, 30), func(n int) string { return fmt.Sprintf("w%dx", n*n) })
		text := rapid.Map(rapid.SliceOfN(word, 0, 12), func(words []string) string { return strings.Join(words, " ") + "." })
		a := NewAlike(nil)
		var lines []model.Entry
		for i := range rapid.IntRange(2, 40).Draw(rt, "lines") {
			e := model.Entry{ID: model.ID{byte(i)}, Code: "A", Text: text.Draw(rt, "text")}
			lines = append(lines, e)
			a.Put(e)
		}
		if rapid.Bool().Draw(rt, "withdraw") {
			gone := rapid.SampledFrom(lines).Draw(rt, "withdrawn")
			gone.Withdrawn = true
			a.Put(gone)
		}
		typed := text.Draw(rt, "typed")
		if rapid.Bool().Draw(rt, "most of a line") {
			_, typed, _ = strings.Cut(rapid.SampledFrom(lines).Draw(rt, "line").Text, " ")
		}
		id, ok := a.Find(typed)
		found += holdAgainst(rt, a, typed, len(lines), id, ok)
		last := len(lines) - 1
		id, ok = a.Earlier(lines[last].ID)
		if len(a.lines[last].stems) > 0 {
			found += holdAgainst(rt, a, lines[last].Text, last, id, ok)
		} else if ok {
			rt.Fatalf("a line without words is like %v", id)
		}
	})
	if found == 0 {
		t.Error("no line was alike: this test sees nothing")
	}
}

// holdAgainst tells whether a line was to be found, as 1 or 0.
func holdAgainst(rt *rapid.T, a *Alike, text string, of int, id model.ID, ok bool) int {
	asked, most := a.meaning(text), 0.0
	likeness := func(line int) float64 {
		total, own, shared, count := 0.0, 0.0, 0.0, 0
		for _, stem := range asked {
			holders := 0
			if n, known := a.numbers[stem]; known {
				holders = len(a.holders[n])
			}
			total += a.weight(holders)
		}
		for stem, n := range a.numbers {
			if !slices.Contains(a.lines[line].stems, n) {
				continue
			}
			w := a.weight(len(a.holders[n]))
			own += w
			if slices.Contains(asked, stem) {
				shared += w
				count++
			}
		}
		if count < leastShared {
			return 0
		}
		return 2 * shared / (total + own)
	}
	for line := range of {
		most = max(most, likeness(line))
	}
	const near = 1e-9
	switch {
	case math.Abs(most-alikeFrom) < near:
	case ok != (most > alikeFrom):
		rt.Fatalf("%q: found %v, the likeness of the most alike is %v", text, ok, most)
	case ok && likeness(a.at[id]) < most-near:
		rt.Fatalf("%q: found one of %v, another has %v", text, likeness(a.at[id]), most)
	}
	if ok {
		return 1
	}
	return 0
}
