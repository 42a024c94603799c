package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestReturnMakesItAsItWas(t *testing.T) {
	returned := 0
	rapid.Check(t, func(rt *rapid.T) {
		s, _ := newTestSession(t)
		work := func(label string) {
			for range rapid.IntRange(0, 12).Draw(rt, label) {
				if rapid.IntRange(0, 5).Draw(rt, "undo") == 0 {
					_ = s.Undo()
				} else {
					_ = s.Do(generate(rt, s))
				}
			}
		}
		work("before")
		then, was := slices.Clone(s.Operations()), image(s)
		work("since")
		now := image(s)
		n := len(s.Operations())
		changes, err := s.Since(then)
		must(t, err)
		must(t, s.Do(Return{then}))
		if got := image(s); got != was {
			rt.Fatalf("returned: %s", difference(got, was))
		}
		if len(s.Operations()) == n {
			if !changes.Empty() {
				rt.Fatalf("nothing was done, and it told %+v", changes)
			}
			return
		}
		returned++
		must(t, s.Undo())
		if got := image(s); got != now {
			rt.Fatalf("undone: %s", difference(got, now))
		}
	})
	if returned == 0 {
		t.Error("nothing was ever returned to")
	}
}
