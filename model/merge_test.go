package model

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// laptop is one laptop of a scenario.
type laptop struct {
	s *Session
	m *memory
}

// laptops opens one session on 2 to 6 laptops, whose clocks are wrong by hours.
// Some have drawn the same letters.
func laptops(rt *rapid.T, t testing.TB) []laptop {
	first, m := newTestSession(t)
	all := []laptop{{first, m}}
	for i := range rapid.IntRange(1, 5).Draw(rt, "laptops") {
		m := &memory{}
		letter := rapid.SampledFrom([]string{"BK", "ZR"}).Draw(rt, "letter")
		s, err := NewSession(first.ID(), Device{Replica(20 + i), letter, "laptop " + letter}, m, nil, wrongClock(rt))
		must(t, err)
		_, err = s.Ingest(first.Operations())
		must(t, err)
		all = append(all, laptop{s, m})
	}
	return all
}

// TestMergingConverges is about any work on any laptops, with files that go to
// and fro: who has all operations sees the same, in whatever order they came.
func TestMergingConverges(t *testing.T) {
	conflicts, joined := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		all := laptops(rt, t)
		pick := func() *Session { return rapid.SampledFrom(all).Draw(rt, "laptop").s }
		for range rapid.IntRange(1, 40).Draw(rt, "acts") {
			s := pick()
			switch rapid.IntRange(0, 9).Draw(rt, "act") {
			case 0, 1:
				_, err := s.Merge(pick().Operations())
				must(t, err)
			case 2:
				_ = s.Undo()
			case 3:
				_ = s.Redo()
			case 4: // generate joins too seldom for what is counted below
				if entries := s.Entries(); len(entries) > 1 {
					some := rapid.Permutation(entries).Draw(rt, "joined")
					_ = s.Do(Join{some[0].ID, []ID{some[1].ID}})
				}
			default:
				_ = s.Do(generate(rt, s))
			}
		}
		order := rapid.Permutation(all).Draw(rt, "order")
		for range 2 { // what the last merge noted reaches everybody
			for _, to := range order {
				for _, from := range all {
					_, err := to.s.Ingest(from.s.Operations())
					must(t, err)
				}
			}
		}
		for _, l := range all {
			if image(l.s) != image(all[0].s) {
				rt.Fatalf("laptops differ: %s", difference(image(l.s), image(all[0].s)))
			}
			codes := map[string]bool{}
			for _, e := range l.s.Entries() {
				if codes[e.Code] {
					rt.Fatalf("two lines have the number %s", e.Code)
				}
				codes[e.Code] = true
				conflicts += e.Versions - 1
				if e.Joined != (ID{}) {
					joined++
					staysSaid(rt, l.s, e)
				}
			}
			before, n := image(l.s), len(l.s.Operations())
			again, err := l.s.Merge(all[0].s.Operations())
			must(t, err)
			if image(l.s) != before || len(l.s.Operations()) != n || again.Operations != 0 {
				rt.Fatal("merging the same again changed something")
			}
		}
	})
	if conflicts == 0 || joined == 0 {
		t.Errorf("%d fields had two versions and %d lines were joined into another: this test sees too little", conflicts, joined)
	}
}

// staysSaid: what was joined into another line leads to one that is there, and
// not round to itself.
func staysSaid(rt *rapid.T, s *Session, e Entry) {
	first, seen := e, map[ID]bool{}
	for e.Joined != (ID{}) {
		seen[e.ID] = true
		into, ok := s.Entry(e.Joined)
		if !ok || seen[into.ID] {
			rt.Fatalf("%s was joined, and leads nowhere: %s", first.Code, image(s))
		}
		e = into
	}
}

// difference shows the first lines in which two images differ.
func difference(a, b string) string {
	la, lb := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(la), len(lb)) {
		if la[i] != lb[i] {
			from := max(0, i-6)
			return strings.Join(la[from:min(i+4, len(la))], "\n") + "\n--- want\n" + strings.Join(lb[from:min(i+4, len(lb))], "\n")
		}
	}
	return fmt.Sprintf("%d and %d lines", len(la), len(lb))
}

var versions = regexp.MustCompile(`"Versions": \d+`)

// unversioned is an image without what a merge leaves behind: an undone merge
// has settled what it touched, and a number that was given stays given.
func unversioned(s *Session) string {
	return regexp.MustCompile(`("Code": "[A-Z]+\d+)[a-z]"`).ReplaceAllString(versions.ReplaceAllString(image(s), ""), `$1"`)
}

func TestOneUndoTakesAMergeBack(t *testing.T) {
	merged := 0
	rapid.Check(t, func(rt *rapid.T) {
		all := laptops(rt, t)
		a, b := all[0], all[1]
		for range rapid.IntRange(1, 25).Draw(rt, "acts") {
			s := rapid.SampledFrom(all[:2]).Draw(rt, "laptop").s
			if rapid.IntRange(0, 5).Draw(rt, "undo") == 0 {
				_ = s.Undo()
			} else {
				_ = s.Do(generate(rt, s))
			}
		}
		before := unversioned(a.s)
		m, err := a.s.Merge(b.s.Operations())
		must(t, err)
		if m.Operations == 0 {
			return
		}
		merged++
		after := unversioned(a.s)
		reopened, err := NewSession(a.s.ID(), a.s.Device(), a.m, slices.Clone(a.m.ops), clock())
		must(t, err)
		if err := reopened.Undo(); err != nil {
			rt.Fatalf("undo: %v", err)
		}
		if got := unversioned(reopened); got != before {
			rt.Fatalf("after undo: %s", difference(got, before))
		}
		must(t, reopened.Redo())
		if got := unversioned(reopened); got != after {
			rt.Fatalf("after redo: %s", difference(got, after))
		}
		must(t, reopened.Undo())
		if got := unversioned(reopened); got != before {
			rt.Fatalf("after the second undo: %s", difference(got, before))
		}
	})
	if merged == 0 {
		t.Error("nothing was merged")
	}
}

func TestMergeTellsWhatItBrings(t *testing.T) {
	a, b := twoLaptops(t, "AB", "CD")
	must(t, a.s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "een"}))
	_, err := b.s.Merge(a.s.Operations())
	must(t, err)
	line := a.s.Entries()[0].ID
	must(t, a.s.Do(Edit{line, "een hier"}))
	must(t, b.s.Do(Edit{line, "een daar"}))
	must(t, b.s.Do(Capture{Kind: "a", Text: "twee"}))
	must(t, b.s.Do(Capture{Kind: "b", Text: "drie"}))
	n := len(a.s.Operations())
	trial, err := a.s.Trial(b.s.Operations())
	must(t, err)
	if len(a.s.Operations()) != n {
		t.Error("a trial changed the session")
	}
	m, err := a.s.Merge(b.s.Operations())
	must(t, err)
	for name, m := range map[string]Merged{"trial": trial, "merge": m} {
		if len(m.New) != 2 || m.New[0].Text != "twee" || len(m.Conflicts) != 1 || m.Conflicts[0].ID != line {
			t.Errorf("%s: %d new, %d conflicts", name, len(m.New), len(m.Conflicts))
		}
	}
	sides := a.s.Sides(line)
	if len(sides) != 2 || sides[0].Field != EntryText {
		t.Fatalf("sides %+v", sides)
	}
	must(t, a.s.Do(Settle{Entry: line, Sides: []Key{sides[1].Key}, Both: true}))
	e, _ := a.s.Entry(line)
	if e.Versions != 1 || e.Text != sides[1].Value {
		t.Errorf("%q with %d versions, chosen was %q", e.Text, e.Versions, sides[1].Value)
	}
	found := false
	for _, own := range a.s.Cell("GM1", "a") {
		found = found || own.ID != line && own.Text == sides[0].Value
	}
	if !found {
		t.Error("the other text is no line of its own")
	}
	must(t, a.s.Undo())
	if got := len(a.s.Sides(line)); got > 2 {
		t.Errorf("%d sides after undo", got)
	}
}

func twoLaptops(t testing.TB, one, other string) (a, b laptop) {
	first, m := newTestSession(t)
	first.device.Letter = one
	mb := &memory{}
	s, err := NewSession(first.ID(), Device{9, other, "laptop " + other}, mb, nil, clock())
	must(t, err)
	_, err = s.Ingest(first.Operations())
	must(t, err)
	return laptop{first, m}, laptop{s, mb}
}

// TestTwinsGetNumbersOfTheirOwn is about two laptops that drew the same letters.
func TestTwinsGetNumbersOfTheirOwn(t *testing.T) {
	a, b := twoLaptops(t, "BK", "BK")
	for _, l := range []laptop{a, b} {
		must(t, l.s.Do(Capture{Kind: "a", Text: "van " + l.s.Device().Actor}))
	}
	_, err := a.s.Merge(b.s.Operations())
	must(t, err)
	must(t, a.s.Do(Capture{Kind: "a", Text: "daarna"}))
	must(t, a.s.Do(Edit{a.s.Entries()[0].ID, "veranderd"}))
	_, err = b.s.Merge(a.s.Operations())
	must(t, err)
	for _, s := range []*Session{a.s, b.s} {
		var codes []string
		for _, e := range s.Entries() {
			codes = append(codes, e.Code)
		}
		slices.Sort(codes)
		if len(codes) != 3 || !slices.Contains(codes, "BK01") || !slices.Contains(codes, "BK01b") || strings.HasPrefix(codes[2], "BK02") {
			t.Errorf("numbers %v", codes)
		}
	}
	if image(a.s) == image(b.s) {
		return
	}
	_, err = a.s.Ingest(b.s.Operations())
	must(t, err)
	if image(a.s) != image(b.s) {
		t.Error("they disagree")
	}
}

func TestAMergeThatIsNotStoredChangesNothing(t *testing.T) {
	a, b := twoLaptops(t, "A", "BK")
	must(t, b.s.Do(Capture{Kind: "a", Text: "een"}))
	before := image(a.s)
	a.m.fail = fmt.Errorf("disk full")
	_, err := a.s.Merge(b.s.Operations())
	if se := (*StoreError)(nil); !asError(err, &se) || image(a.s) != before {
		t.Errorf("got %v", err)
	}
	bad := b.s.Operations()
	bad = append(slices.Clone(bad[:len(bad)-1]), bad[len(bad)-1])
	bad[len(bad)-1].Body = strings.Replace(bad[len(bad)-1].Body, "een", "twee", 1)
	a.m.fail = nil
	if _, err := a.s.Merge(bad); err == nil || image(a.s) != before {
		t.Errorf("a damaged copy: %v", err)
	}
}
