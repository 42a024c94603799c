package document_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/document"

	"pgregory.net/rapid"
)

// TestSalvageFindsAllOfAWholeFile, whatever the lengths of its texts.
func TestSalvageFindsAllOfAWholeFile(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := session(t, rapid.IntRange(0, 60).Draw(rt, "lines"))
		for range rapid.IntRange(0, 5).Draw(rt, "long lines") {
			text := strings.Repeat("ë", rapid.IntRange(1, model.MaxText).Draw(rt, "length"))
			if err := s.Do(model.Capture{Kind: "idea", Text: text, Note: text}); err != nil {
				rt.Fatal(err)
			}
		}
		data := encode(t, s)
		if got := sorted(document.Salvage(data, nil)); !slices.Equal(got, sorted(s.Operations())) {
			rt.Fatalf("found %d of %d operations", len(got), len(s.Operations()))
		}
		if id, ok := document.SalvageID(data); !ok || id != s.ID() {
			rt.Fatalf("the session is %v (%v)", id, ok)
		}
		if lines := document.SalvageLines(data); len(lines) != 1 || lines[0].Text != "tekst" {
			rt.Fatalf("readable lines: %v", lines)
		}
	})
}

func sorted(ops []model.Operation) []model.Operation {
	return slices.SortedFunc(slices.Values(ops), func(a, b model.Operation) int { return int(a.Seq - b.Seq) })
}

// TestSalvageLosesWhatWasHitAndNoMore blots out a stretch: only operations that
// lay there may be missing, and nothing else comes in their place.
func TestSalvageLosesWhatWasHitAndNoMore(t *testing.T) {
	s := session(t, 400)
	good := encode(t, s)
	rng := rand.New(rand.NewPCG(1, 2))
	all, lost := map[model.Operation]bool{}, 0
	for _, o := range s.Operations() {
		all[o] = true
	}
	for range 60 {
		bad := bytes.Clone(good)
		const hole = 5000 // bytes: a page and a bit
		from := rng.IntN(len(bad) - hole)
		for i := range hole {
			bad[from+i] = byte(rng.IntN(256))
		}
		got := document.Salvage(bad, nil)
		for _, o := range got {
			if !all[o] {
				t.Fatalf("found %v, which was never written", o.Key)
			}
		}
		missing := len(all) - len(got)
		// A row of this session takes some 350 bytes at least, and pages of rows
		// point to none.
		if most := hole/300 + 2; missing > most {
			t.Fatalf("a hole of %d bytes cost %d operations, at most %d lay there", hole, missing, most)
		}
		lost += missing
	}
	if lost == 0 {
		t.Error("no hole hit anything")
	}
}

func FuzzSalvage(f *testing.F) {
	f.Add(encode(f, session(f, 3)), []byte{})
	f.Add([]byte("doc_id"), bytes.Repeat([]byte{13}, 200))
	f.Fuzz(func(t *testing.T, data, wal []byte) {
		for _, o := range document.Salvage(data, wal) {
			if !o.Intact() {
				t.Fatalf("%v isn't whole", o.Key)
			}
		}
		document.SalvageID(data)
	})
}
