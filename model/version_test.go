package model

import (
	"testing"
	"time"
)

func TestVersionsFollowTheContent(t *testing.T) {
	s, m := newTestSession(t)
	made := func(final bool) string {
		v := s.NextVersion(final)
		before := s.Harvest(Internal).Mark
		must(t, s.Do(Record{v}))
		if after := s.Harvest(Internal).Mark; after != before {
			t.Fatalf("recording a version changed the content: %s, was %s", after, before)
		}
		return v.String()
	}
	write := func(text string) { must(t, s.Do(Capture{Kind: "a", Text: text})) }
	write("een")
	got := []string{made(false), made(false)}
	write("twee")
	got = append(got, made(false), made(true), made(true))
	write("drie")
	got = append(got, made(false), made(true))
	want := []string{"0.1", "0.1", "0.2", "1.0", "1.0", "1.1", "2.0"}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("versions %v, want %v", got, want)
		}
	}
	must(t, s.Undo())
	if s.Len() != 2 {
		t.Fatal("undo took a version instead of a line")
	}
	again, err := NewSession(s.ID(), s.Device(), m, m.ops, clock())
	must(t, err)
	if len(again.Versions()) != 5 {
		t.Fatalf("%d versions after re-opening", len(again.Versions()))
	}
}

func TestTheMarkIsTheSameInEveryTimeZone(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Text: "een"}))
	must(t, s.Do(Confirm{[]ID{s.Entries()[0].ID}, "wethouder"}))
	here := s.Harvest(Internal)
	there := here
	there.Entries = append([]Entry{}, here.Entries...)
	zone := time.FixedZone("ver", 9*3600)
	there.Entries[0].Created = here.Entries[0].Created.In(zone)
	there.Entries[0].Confirmed.At = here.Entries[0].Confirmed.At.In(zone)
	if there.mark() != here.Mark {
		t.Errorf("the mark is %s here and %s there", here.Mark, there.mark())
	}
}
