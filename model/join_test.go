package model

import (
	"slices"
	"testing"
)

// apart gives two laptops that both have these lines, and haven't seen each
// other's work since.
func apart(t *testing.T, lines ...Capture) (a, b *Session, ids []ID) {
	t.Helper()
	first, second := twoLaptops(t, "A", "K")
	a, b = first.s, second.s
	for _, line := range lines {
		must(t, a.Do(line))
	}
	for _, e := range a.Entries() {
		ids = append(ids, e.ID)
	}
	exchange(t, a, b)
	return a, b, ids
}

func exchange(t *testing.T, all ...*Session) {
	t.Helper()
	for _, to := range all {
		for _, from := range all {
			_, err := to.Merge(from.Operations())
			must(t, err)
		}
	}
}

func TestJoiningKeepsWhoNamedItAndWhatItIsAbout(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "buurthuis", Themes: []string{"wonen"}, Follow: map[EntryField]string{EntryReach: ReachLocal}}))
	must(t, s.Do(Capture{Kind: "b", Stakeholder: "GM2", Text: "een huis voor de buurt", Note: "navragen", Themes: []string{"zorg"}, Follow: map[EntryField]string{EntryLine("l1"): OnLine}}))
	must(t, s.Do(Capture{Kind: "a", Text: "huis van de buurt", Also: []string{"GM1"}}))
	must(t, s.Do(Confirm{[]ID{s.Entries()[0].ID}, "wethouder"}))
	ids, before := []ID{}, image(s)
	for _, e := range s.Entries() {
		ids = append(ids, e.ID)
	}
	join := Join{ids[0], []ID{ids[1], ids[0], ids[2], ids[1]}}
	would, others, err := join.Result(s)
	must(t, err)
	must(t, s.Do(join))
	into, _ := s.Entry(ids[0])
	if len(others) != 2 || !slices.Equal(would.Also, into.Also) || !slices.Equal(would.Themes, into.Themes) || len(would.Follow) != len(into.Follow) {
		t.Errorf("it would become %+v, and became %+v", would, into)
	}
	if !slices.Equal(into.Also, []string{"GM2"}) || !slices.Equal(into.Themes, []string{"wonen", "zorg"}) || into.Follow[EntryLine("l1")] != OnLine || into.Follow[EntryReach] != ReachLocal {
		t.Errorf("it became %+v", into)
	}
	if into.Text != "buurthuis" || into.Note != "" || !into.Confirmed.Valid() {
		t.Errorf("more than that changed: %+v", into)
	}
	joined := s.JoinedInto(ids[0])
	if len(joined) != 2 || joined[0].Code != "A02" || joined[0].Text != "een huis voor de buurt" || !joined[0].Withdrawn || joined[0].Note != "navragen" {
		t.Errorf("joined are %+v", joined)
	}
	if h := s.Harvest(Internal); len(h.Entries) != 1 || h.Entries[0].ID != ids[0] {
		t.Errorf("the harvest has %+v", h.Entries)
	}
	if h := s.Harvest(Internal); !slices.Equal(h.Joined[ids[0]], []string{"A02", "A03"}) {
		t.Errorf("the harvest says that %v were joined", h.Joined)
	}
	last := s.Trail()[len(s.Trail())-1]
	if last.Name != "A03" || last.After != "A01" {
		t.Errorf("the trail says of %s that it became %q", last.Name, last.After)
	}
	if err := s.Do(Join{ids[1], []ID{ids[0]}}); err != ErrWithdrawn {
		t.Errorf("joined into one that is out of the harvest: %v", err)
	}
	must(t, s.Undo())
	if image(s) != before {
		t.Errorf("one undo leaves\n%s\nwant\n%s", image(s), before)
	}
	must(t, s.Redo())
	must(t, s.Do(Restore{ids[1]}))
	if e, _ := s.Entry(ids[1]); e.Withdrawn || e.Joined != (ID{}) || len(s.JoinedInto(ids[0])) != 1 {
		t.Errorf("brought back it is %+v", e)
	}
}

// TestNumbersOfInternalLinesStayInTheHouse also where such a line went up in one
// that everybody may see.
func TestNumbersOfInternalLinesStayInTheHouse(t *testing.T) {
	s, _ := newTestSession(t)
	for _, v := range []Visibility{VisibilityPublic, VisibilityParticipants, VisibilityInternal} {
		must(t, s.Do(Capture{Kind: "a", Text: "regel", Visibility: v}))
	}
	all := s.Entries()
	must(t, s.Do(Join{all[0].ID, []ID{all[1].ID, all[2].ID}}))
	for v, want := range map[Variant][]string{Internal: {"A02", "A03"}, Participants: {"A02"}, Public: nil} {
		if got := s.Harvest(v).Joined[all[0].ID]; !slices.Equal(got, want) {
			t.Errorf("%s names %v, want %v", v, got, want)
		}
	}
}

// TestWhatIsDoneApartLosesToNoJoin: laptops that didn't see each other.
func TestWhatIsDoneApartLosesToNoJoin(t *testing.T) {
	lines := []Capture{{Kind: "a", Stakeholder: "GM1", Text: "een"}, {Kind: "a", Text: "twee"}, {Kind: "a", Stakeholder: "GM2", Text: "drie"}}
	for name, c := range map[string]struct {
		a, b    func(*Session, []ID) error
		harvest []string
	}{
		"an edit of the joined one": {
			func(s *Session, id []ID) error { return s.Do(Join{id[0], []ID{id[1]}}) },
			func(s *Session, id []ID) error { return s.Do(Edit{id[1], "beter"}) },
			[]string{"beter", "drie", "een"},
		},
		"a withdrawal of the other": {
			func(s *Session, id []ID) error { return s.Do(Join{id[0], []ID{id[1]}}) },
			func(s *Session, id []ID) error { return s.Do(Withdraw{id[0]}) },
			[]string{"drie", "een"},
		},
		"joined the other way round": {
			func(s *Session, id []ID) error { return s.Do(Join{id[0], []ID{id[1]}}) },
			func(s *Session, id []ID) error { return s.Do(Join{id[1], []ID{id[0]}}) },
			[]string{"drie", "een", "twee"},
		},
		"joined in a ring": {
			func(s *Session, id []ID) error { return s.Do(Join{id[0], []ID{id[1]}}) },
			func(s *Session, id []ID) error { return s.Do(Join{id[1], []ID{id[2]}}) },
			[]string{"een", "twee"},
		},
		"the capture of the other undone": {
			func(s *Session, id []ID) error { // the line is of nobody: nothing else is written to the last one
				last := slices.IndexFunc(s.Entries(), func(e Entry) bool { return e.Text == "vier" })
				return s.Do(Join{s.Entries()[last].ID, []ID{id[1]}})
			},
			func(s *Session, _ []ID) error { return s.Undo() },
			[]string{"drie", "een", "vier"},
		},
		"withdrawn and joined": {
			func(s *Session, id []ID) error { return s.Do(Join{id[0], []ID{id[1]}}) },
			func(s *Session, id []ID) error { return s.Do(Withdraw{id[1]}) },
			[]string{"drie", "een"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			a, b, ids := apart(t, lines...)
			if name == "the capture of the other undone" {
				must(t, b.Do(Capture{Kind: "a", Text: "vier"}))
				_, err := a.Ingest(b.Operations())
				must(t, err)
			}
			must(t, c.a(a, ids))
			must(t, c.b(b, ids))
			exchange(t, a, b, a)
			if image(a) != image(b) {
				t.Fatalf("laptops differ: %s", difference(image(a), image(b)))
			}
			var got []string
			for _, e := range a.Harvest(Internal).Entries {
				got = append(got, e.Text)
			}
			slices.Sort(got)
			if !slices.Equal(got, c.harvest) {
				t.Errorf("in the harvest are %q, want %q", got, c.harvest)
			}
		})
	}
}

// TestALineThatLeadsNowhereIsInTheHarvest: taking in the line that it was joined
// into is undone on a laptop, which saw the join or didn't.
func TestALineThatLeadsNowhereIsInTheHarvest(t *testing.T) {
	for name, seen := range map[string]bool{"seen": true, "unseen": false} {
		t.Run(name, func(t *testing.T) {
			a, b, ids := apart(t, Capture{Kind: "a", Text: "een"}, Capture{Kind: "a", Text: "twee"})
			must(t, a.Do(Capture{Kind: "a", Text: "vier"}))
			all := a.Entries()
			into := all[len(all)-1].ID
			_, err := b.Merge(a.Operations())
			must(t, err)
			must(t, b.Do(Edit{into, "anders"}))
			must(t, b.Undo())
			must(t, a.Do(Join{into, []ID{ids[1]}}))
			must(t, a.Do(Withdraw{into}))
			if seen {
				_, err := b.Ingest(a.Operations())
				must(t, err)
			}
			must(t, b.Undo())
			left := func(s *Session) (texts []string) {
				for _, e := range s.InOrder() {
					texts = append(texts, e.Text)
				}
				return texts
			}
			if got := left(b); seen && !slices.Equal(got, []string{"een", "twee"}) {
				t.Errorf("at once %q are left", got)
			}
			exchange(t, a, b, a)
			if image(a) != image(b) {
				t.Fatalf("laptops differ: %s", difference(image(a), image(b)))
			}
			if got := left(a); !slices.Equal(got, []string{"een", "twee"}) {
				t.Errorf("in the harvest are %q", got)
			}
		})
	}
}
