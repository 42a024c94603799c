package model

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTheRoomNeverSeesWhatStaysInTheHouse: whatever is done to a session, no
// internal line, withdrawn line, note, source or name of who confirmed reaches
// the beamer, and everything else does.
func TestTheRoomNeverSeesWhatStaysInTheHouse(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, _ := newTestSession(t)
		for i := range rapid.IntRange(1, 25).Draw(rt, "lines") {
			c := Capture{
				Kind: rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "kind"), Text: fmt.Sprint("open ", i), Note: "SECRET",
				Stakeholder: rapid.SampledFrom([]string{"", "GM1", "GM2"}).Draw(rt, "who"), Said: "SECRET", Origin: "SECRET",
			}
			if rapid.Bool().Draw(rt, "internal") {
				c.Text, c.Visibility = "SECRET", VisibilityInternal
			}
			must(t, s.Do(c))
		}
		for _, e := range s.Entries() {
			switch rapid.IntRange(0, 3).Draw(rt, "then") {
			case 0:
				must(t, s.Do(Edit{e.ID, "SECRET"}))
				must(t, s.Do(Withdraw{e.ID}))
			case 1:
				must(t, s.Do(Confirm{[]ID{e.ID}, "SECRET"}))
			}
		}
		seen := 0
		for _, who := range []string{"", "GM1", "GM2"} {
			entries := s.OnBeamer(who)
			seen += len(entries)
			if strings.Contains(fmt.Sprintf("%+v", entries), "SECRET") {
				rt.Fatalf("the room sees %+v", entries)
			}
			confirmed, total := s.ReadBack(who)
			for _, e := range entries {
				if e.Confirmed.Valid() {
					confirmed--
				}
			}
			if confirmed != 0 || total != len(entries) {
				rt.Fatalf("counted %d more confirmed, %d in all of %d", confirmed, total, len(entries))
			}
		}
		open := 0
		for _, e := range s.Entries() {
			if !e.Withdrawn && e.Visibility != VisibilityInternal {
				open++
			}
		}
		if seen != open {
			rt.Fatalf("the room sees %d of %d lines", seen, open)
		}
	})
}

func TestTheRoomReadsKindByKindAsTheOverviewDoes(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Import{
		{Kind: "a", Stakeholder: "GM1", Text: "een"},
		{Kind: "b", Stakeholder: "GM1", Text: "twee"},
		{Kind: "a", Stakeholder: "GM1", Text: "drie"},
		{Kind: "b", Stakeholder: "GM2", Text: "elders"},
	}))
	got := ""
	for _, e := range s.OnBeamer("GM1") {
		got += e.Text + " "
	}
	if got != "twee een drie " {
		t.Errorf("read %q", got)
	}
}
