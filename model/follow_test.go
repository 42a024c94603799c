package model

import (
	"maps"
	"testing"
)

func TestWhatBecomesOfALine(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Text: "x"}))
	id := s.Entries()[0].ID
	must(t, s.Do(Confirm{[]ID{id}, "wethouder"}))
	mark := s.Mark()
	all := map[EntryField]string{
		EntryCondition("c1"): VerdictPartly, EntryReason: "omdat\nhet zo is", EntryLead: "griffier",
		EntryStep: "bellen", EntryDue: "2018-06-01", EntryState: StateDone,
		EntryLine("l1"): OnLine, EntryReach: ReachSupraLocal, EntryPromising: VerdictYes,
	}
	for f, value := range all {
		must(t, s.Do(Follow{id, f, value}))
	}
	switch e := s.Entries()[0]; {
	case !maps.Equal(all, e.Follow):
		t.Errorf("got %v", e.Follow)
	case !e.Judged():
		t.Error("it was held against a condition")
	case len(s.Programme().LinesOf(e)) != 1:
		t.Error("it is on no programme line")
	case !e.Confirmed.Valid():
		t.Error("it is no longer confirmed, and its words are the same")
	case s.Mark() == mark:
		t.Error("the mark doesn't tell of it")
	}
	must(t, s.Do(Follow{id, EntryLead, " de\tgriffier\n en de wethouder "}))
	if got := s.Entries()[0].Follow[EntryLead]; got != "de griffier  en de wethouder" {
		t.Errorf("the lead is %q", got)
	}
	must(t, s.Undo())
	for f := range all {
		must(t, s.Do(Follow{id, f, ""}))
	}
	if e := s.Entries()[0]; len(e.Follow) > 0 || e.Judged() || s.Mark() != mark {
		t.Errorf("taken away: %v", e.Follow)
	}
}

func TestVariantsOfWhatBecomesOfALine(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Text: "x", Follow: map[EntryField]string{
		EntryCondition("c1"): VerdictYes, EntryReason: "omdat", EntryLead: "griffier", EntryStep: "bellen", EntryDue: "juni",
		EntryLine("l1"): OnLine, EntryReach: ReachLocal, EntryPromising: VerdictNo,
	}}))
	for v, want := range map[Variant]int{Internal: 8, Participants: 8, Public: 5} {
		h := s.Harvest(v)
		if got := h.Entries[0].Follow; len(got) != want || got[EntryCondition("c1")] != VerdictYes {
			t.Errorf("%s: %v", v, got)
		}
		if h.Withheld.Plans != 8-want {
			t.Errorf("%s: says that %d are left out", v, h.Withheld.Plans)
		}
		if told := len(h.Trail) > 0; told != (v == Internal) {
			t.Errorf("%s: %d lines of the trail", v, len(h.Trail))
		}
	}
	if got := len(s.Entries()[0].Follow); got != 8 {
		t.Errorf("making documents left %d of 8 in the session", got)
	}
}

// TestTheTrailIsInOrderOfTime also for what came from another laptop.
func TestTheTrailIsInOrderOfTime(t *testing.T) {
	s, m := newTestSession(t)
	mb := &memory{}
	b, err := NewSession(s.ID(), Device{9, "K", "laptop K"}, mb, nil, clock())
	must(t, err)
	_, err = b.Ingest(m.ops)
	must(t, err)
	must(t, s.Do(Capture{Kind: "a", Text: "een"}))
	must(t, b.Do(Capture{Kind: "a", Text: "twee"}))
	_, err = s.Ingest(mb.ops)
	must(t, err)
	must(t, s.Do(Capture{Kind: "a", Text: "drie"}))
	again, err := NewSession(s.ID(), s.Device(), m, m.ops, clock())
	must(t, err)
	var told []string
	for _, e := range again.Trail() {
		if e.Field == fieldText {
			told = append(told, e.After)
		}
	}
	if len(told) != 3 || told[2] != "drie" {
		t.Errorf("told %v", told)
	}
}

// TestACopyLeavesOutWhatTheProgrammeLacks: points of a list can be taken away
// after a line was held against them.
func TestACopyLeavesOutWhatTheProgrammeLacks(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Text: "x", Follow: map[EntryField]string{
		EntryCondition("c1"): VerdictYes, EntryLine("l1"): OnLine, EntryDue: "juni",
	}}))
	must(t, s.Do(RemoveItem{ListConditions, "c1"}))
	must(t, s.Do(RemoveItem{ListLines, "l1"}))
	copied, err := Redacted(s.Harvest(Public), Device{Replica: 1, Letter: "A"}, &memory{}, clock())
	must(t, err)
	if got := copied.Entries()[0].Follow; len(got) != 1 || got[EntryDue] != "juni" {
		t.Errorf("the copy has %v", got)
	}
}
