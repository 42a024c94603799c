package model

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// reply says of each entry what it is.
func reply(s *Session) Reply {
	r := Reply{Mark: s.Harvest(Internal).Mark}
	for _, e := range s.Entries() {
		r.Lines = append(r.Lines, ReplyLine{e.Code, s.values(e)})
	}
	return r
}

// anyReply corrects some fields of a reply.
func anyReply(t *rapid.T, s *Session, r Reply) Reply {
	values := map[EntryField][]string{
		EntryText: {"een", "anders"}, EntryKind: {"a", "b"}, EntryStakeholder: {"", "GM1", "GM2"},
		EntryAlso: {"", "GM1", "GM1\nGM2"}, EntryThemes: {"", "twee", "twee\nnieuw"},
		EntryStatus: {"", "tocheck", "withdrawn"}, EntryNote: {"", "let op"},
		EntryLine("l1"): {"", OnLine}, EntryReach: Reaches, EntryPromising: Verdicts,
		EntryCondition("c1"): {"", VerdictYes, VerdictNo}, EntryLead: {"", "griffier"}, EntryReason: {"", "omdat"},
		EntryStep: {"", "bellen"}, EntryDue: {"", "2018-06-01"}, EntryState: {"", StateDone},
	}
	for _, line := range r.Lines {
		f := rapid.SampledFrom(s.entryFields()).Draw(t, "field")
		line.Fields[f] = rapid.SampledFrom(values[f]).Draw(t, "value")
	}
	for range rapid.IntRange(0, 2).Draw(t, "new") {
		r.New = append(r.New, Capture{Kind: "a", Text: "nieuw", Also: []string{"GM2"}, Themes: []string{"nieuw"}, Follow: map[EntryField]string{EntryLead: "griffier"}})
	}
	return r
}

// TestACorrectionIsOneStep lets both sides change at random: a choice takes
// everything over, after which there is nothing left to compare, and one undo
// is the state before.
func TestACorrectionIsOneStep(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, m := newTestSession(t)
		commands := func() {
			for range rapid.IntRange(0, 8).Draw(rt, "commands") {
				_ = s.Do(generate(rt, s))
			}
		}
		commands()
		r := reply(s)
		must(t, s.Do(Record{s.NextVersion(false)}))
		if c := s.Compare(r); !c.Empty() || !c.BaseKnown || c.Kept > 0 || c.Missing > 0 {
			rt.Fatalf("unchanged: %+v", c)
		}
		r = anyReply(rt, s, r)
		commands()
		there := s.byCode()
		r.Lines = slices.DeleteFunc(r.Lines, func(l ReplyLine) bool { return there[l.Code].Code == "" }) // undone codes don't come back
		before, operations := image(s), len(s.Operations())
		c := s.Compare(r)
		choice := rapid.SampledFrom([]Choice{Undecided, Ours, Theirs}).Draw(rt, "choice")
		err := s.Do(Correct{c, choice})
		if refuse := choice == Undecided && len(c.Conflicts) > 0; refuse != errors.Is(err, ErrConflicts) {
			rt.Fatalf("%v with %+v", err, c)
		}
		if err == nil && choice == Theirs {
			for _, d := range append(c.Changes, c.Conflicts...) {
				if e, _ := s.Entry(d.Entry); s.values(e)[d.Field] != d.Theirs && !(d.Field == EntryAlso) {
					rt.Fatalf("%+v gave %q", d, s.values(e)[d.Field])
				}
			}
		}
		if len(s.Operations()) > operations {
			must(t, s.Undo())
		}
		if image(s) != before {
			rt.Fatalf("after:\n%s\nbefore:\n%s", image(s), before)
		}
		if _, err := NewSession(s.ID(), s.Device(), m, m.ops, clock()); err != nil {
			rt.Fatal(err)
		}
	})
}

// TestTheStateOfAVersionIsFound in spite of what happened around it: lines
// typed while its documents were made, and lines of a laptop that came later.
func TestTheStateOfAVersionIsFound(t *testing.T) {
	s, m := newTestSession(t)
	write := func(s *Session, text string) { must(t, s.Do(Capture{Kind: "a", Text: text})) }
	write(s, "een")
	write(s, "twee")
	version := s.NextVersion(false)
	then := reply(s)
	write(s, "getypt tijdens het maken")
	must(t, s.Do(Edit{s.Entries()[0].ID, "anders"}))
	must(t, s.Do(Record{version}))
	write(s, "later")
	// Re-opened, the operations come in another order.
	again, err := NewSession(s.ID(), s.Device(), m, slices.Clone(m.ops), clock())
	must(t, err)
	c := again.Compare(then)
	if !c.BaseKnown || !c.Empty() || c.Kept != 1 || c.Missing != 2 {
		t.Fatalf("got %+v", c)
	}
	early := func() time.Time { return time.Date(2018, 3, 14, 14, 0, 1, 0, time.UTC) }
	mb := &memory{}
	b, err := NewSession(s.ID(), Device{9, "K", "laptop K"}, mb, nil, early)
	must(t, err)
	_, err = b.Ingest(m.ops[:1])
	must(t, err)
	for i := range m.ops[1:] {
		_, err = b.Ingest(m.ops[i : i+2])
		must(t, err)
	}
	write(b, "van K")
	_, err = again.Ingest(mb.ops)
	must(t, err)
	if c := again.Compare(then); !c.BaseKnown || !c.Empty() {
		t.Fatalf("after a merge: %+v", c)
	}
	then.Mark = "12345678"
	if c := again.Compare(then); c.BaseKnown || len(c.Changes) != 1 {
		t.Fatalf("an unknown mark: %+v", c)
	}
}

func TestSetsMerge(t *testing.T) {
	for _, c := range [][4]string{
		{"a", "a b", "a c", "a b c"},
		{"a b", "a b", "b", "b"},
		{"a b", "b", "a b c", "b c"},
		{"", "a", "a", "a"},
	} {
		in := func(i int) string { return JoinSet(strings.Fields(c[i])) }
		if got := mergeSets(in(0), in(1), in(2)); got != in(3) {
			t.Errorf("%q gave %q", c, got)
		}
	}
}
