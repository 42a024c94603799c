package model

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// wrongClock is a clock that is hours off, stands still, steps back a year and
// forth again, or thinks that it is 1970 or 2038.
func wrongClock(rt *rapid.T) func() time.Time {
	at := time.Date(2018, 3, 14, 14, 0, 0, 0, time.UTC)
	at = at.Add(time.Duration(rapid.IntRange(-12*60, 12*60).Draw(rt, "minutes off")) * time.Minute)
	return func() time.Time {
		switch rapid.IntRange(0, 19).Draw(rt, "clock") {
		case 0:
			at = at.AddDate(-1, 0, 0)
		case 1:
			at = at.AddDate(1, 0, 0)
		case 2:
			return time.Unix(0, 0)
		case 3:
			return time.Unix(1<<31, 0)
		case 4:
		default:
			at = at.Add(time.Second)
		}
		return at
	}
}

const lastWords = "wat het laatst is gezegd"

// TestTheLastEditShows: what somebody writes who has seen everything is what all
// show, without another version, whatever the clocks say. The control folds the
// same operations without the heads that their writers saw: then nobody knows.
func TestTheLastEditShows(t *testing.T) {
	unclear := 0
	rapid.Check(t, func(rt *rapid.T) {
		all := laptops(rt, t)
		for range rapid.IntRange(1, 20).Draw(rt, "acts") {
			s := rapid.SampledFrom(all).Draw(rt, "laptop").s
			_ = s.Do(generate(rt, s))
		}
		last := rapid.SampledFrom(all).Draw(rt, "last").s
		for _, l := range all {
			_, err := last.Ingest(l.s.Operations())
			must(rt, err)
		}
		entries := last.Entries()
		if len(entries) == 0 {
			return
		}
		id := rapid.SampledFrom(entries).Draw(rt, "edited").ID
		must(rt, last.Do(Edit{id, lastWords}))
		for _, l := range all {
			_, err := l.s.Ingest(last.Operations())
			must(rt, err)
			if !showsLast(l.s, id) {
				rt.Fatalf("%s shows\n%s", l.s.Device().Actor, image(l.s))
			}
		}
		bare, err := NewSession(last.ID(), Device{99, "Q", "control"}, &memory{}, withoutBases(last.Operations()), clock())
		must(rt, err)
		if !showsLast(bare, id) {
			unclear++
		}
	})
	if unclear == 0 {
		t.Error("without heads all is as clear: this examines nothing")
	}
}

func showsLast(s *Session, id ID) bool {
	e, _ := s.Entry(id)
	return e.Text == lastWords && len(s.entity(id).heads(fieldText)) == 1
}

func withoutBases(operations []Operation) []Operation {
	out := slices.SortedFunc(slices.Values(operations), byKey)
	var prev [32]byte
	for i := range out {
		o := &out[i]
		if o.Seq == 1 {
			prev = [32]byte{}
		}
		if body, err := o.body(); err == nil {
			for j := range body.Sets {
				body.Sets[j].Base = nil
			}
			o.Body = encodeBody(body)
		}
		o.seal(prev)
		prev = o.Hash
	}
	return out
}
