package model

import (
	"cmp"
	"slices"
	"time"
)

// mostStates is how many states around a recorded version are tried.
const mostStates = 50

// past gives the session as it was when a version with this mark was recorded,
// nil when there is no such version or its state can't be told. A version says
// when it was made, to the second, and is recorded when its documents are
// written; lines may have been typed meanwhile, and lines of another laptop
// may have arrived later. So the states from the one moment to the other are
// tried, and the mark decides.
func (s *Session) past(mark string) *Session {
	if mark == "" {
		return nil
	}
	if s.Mark() == mark {
		return s
	}
	sorted := slices.SortedStableFunc(slices.Values(s.operations), func(a, b Operation) int {
		return cmp.Compare(a.Stamp, b.Stamp)
	})
	for i, o := range sorted {
		if o.entityType() != typeVersion {
			continue
		}
		body, err := o.body()
		if err != nil || body.value(fieldMark) == nil || *body.value(fieldMark) != mark {
			continue
		}
		made := time.UnixMilli(o.Wall)
		if at := body.value(fieldKey); at != nil {
			made, _ = time.Parse(time.RFC3339, *at)
		}
		if then := s.search(sorted[:i], made.UnixMilli(), mark); then != nil {
			return then
		}
	}
	return nil
}

// search looks for the state with a mark, from the operations made before a
// moment on, an action at a time.
func (s *Session) search(operations []Operation, from int64, mark string) *Session {
	n := 0
	for n < len(operations) && operations[n].Stamp.Millis() < from {
		n++
	}
	then, err := NewSession(s.id, Device{}, nil, operations[:n], s.now)
	if err != nil {
		return nil
	}
	for range mostStates {
		if then.Mark() == mark {
			return then
		}
		if n == len(operations) {
			return nil
		}
		next := n + 1
		for next < len(operations) && operations[next].Group == operations[n].Group {
			next++
		}
		then.fold(operations[n:next], false)
		then.rebuild()
		n = next
	}
	return nil
}
