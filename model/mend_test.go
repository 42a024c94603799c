package model

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestWhatIsLeftCounts takes operations away from a session of two laptops: all
// that is left counts, and when a whole copy turns up its lines are there, once.
func TestWhatIsLeftCounts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, ma := newTestSession(t)
		b, err := NewSession(a.ID(), Device{9, "K", "laptop K"}, &memory{}, slices.Clone(ma.ops), clock())
		must(t, err)
		for range rapid.IntRange(1, 25).Draw(rt, "commands") {
			s := a
			if rapid.Bool().Draw(rt, "device") {
				s = b
			}
			_ = s.Do(generate(rt, s))
		}
		_, err = a.Ingest(b.Operations())
		must(t, err)
		var left []Operation
		for _, o := range a.Operations() {
			if rapid.IntRange(0, 5).Draw(rt, "lost") > 0 {
				left = append(left, o)
			}
		}
		joined, lost := Rejoin(append(left, left[:len(left)/2]...))
		if len(joined) != len(left) || lost > len(a.Operations())-len(left) {
			rt.Fatalf("of %d operations %d are left and %d lost; joined %d", len(a.Operations()), len(left), lost, len(joined))
		}
		m := &memory{}
		c, err := NewSession(a.ID(), Device{11, "Z", "laptop Z"}, m, joined, clock())
		must(t, err)
		if c.Waiting() > 0 {
			rt.Fatalf("%d operations still wait", c.Waiting())
		}
		for _, e := range a.Entries() {
			known := slices.ContainsFunc(left, func(o Operation) bool { return o.Entity == e.ID })
			if _, found := c.Entry(e.ID); known && !found && touched(left, e.ID) {
				rt.Fatalf("%s is gone, with operations left", e.Code)
			}
		}
		_, err = c.Ingest(a.Operations())
		must(t, err)
		if got, want := shownOf(c), shownOf(a); !slices.Equal(got, want) {
			rt.Fatalf("with a whole copy:\n%s\nwant:\n%s", got, want)
		}
		must(t, c.Complete("hersteld", "onbekend"))
	})
}

// shownOf is what the lines of a session say, without how many versions there are.
func shownOf(s *Session) (out []string) {
	for _, e := range s.Entries() {
		out = append(out, fmt.Sprintln(e.ID, e.Code, e.Kind, e.Stakeholder, e.Text, e.Status, e.Note, e.Said))
	}
	return out
}

// touched tells whether some operation that is left gives a line something.
func touched(left []Operation, id ID) bool {
	for _, o := range left {
		if body, err := o.body(); o.Entity == id && err == nil && body.value(fieldText) != nil {
			return true
		}
	}
	return false
}

func TestCompleteBringsBackWhatLinesName(t *testing.T) {
	s, m := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "blijft"}))
	joined, lost := Rejoin(m.ops[len(m.ops)-1:])
	c, err := NewSession(s.ID(), Device{11, "Z", "laptop Z"}, &memory{}, joined, clock())
	must(t, err)
	must(t, c.Complete("hersteld", "onbekend"))
	_, kind := c.Programme().Kind("a")
	_, who := c.Programme().Stakeholder("GM1")
	if got := fmt.Sprint(lost, kind, who, c.Info().Title, len(c.Cell("GM1", "a"))); got != fmt.Sprint(len(m.ops)-1, true, true, "hersteld", 1) {
		t.Error(got)
	}
}
