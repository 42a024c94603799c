package search_test

import (
	"fmt"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/search"

	"github.com/google/uuid"
)

func entries(texts ...string) (out []model.Entry) {
	for i, t := range texts {
		out = append(out, model.Entry{ID: uuid.New(), Code: fmt.Sprintf("A%02d", i+1), Text: t})
	}
	return out
}

func TestFind(t *testing.T) {
	all := entries("Eerste ideeën over wonen", "Één loket", "Coördinatie in de wijk", "wonen met zorg in de wijk")
	x := search.NewIndex(all)
	for query, want := range map[string][]int{
		"ideeen":  {0},
		"IDEEËN":  {0},
		"een":     {1, 0},
		"wijk":    {3, 2},
		"wijk wo": {3},
		"a02":     {1},
		"niets":   nil,
		"  ":      nil,
	} {
		got, total := x.Find(query, 10)
		if total != len(want) {
			t.Errorf("%q: %d found, want %d", query, total, len(want))
			continue
		}
		for i, w := range want {
			if got[i] != all[w].ID {
				t.Errorf("%q: result %d is wrong", query, i)
			}
		}
	}
	all[1].Text = "Twee loketten"
	x.Put(all[1])
	if _, n := x.Find("een", 10); n != 1 {
		t.Errorf("a changed entry is still found by its old text")
	}
	if got, n := x.Find("w", 1); len(got) != 1 || n != 4 {
		t.Errorf("limit: %d of %d", len(got), n)
	}
}

// BenchmarkFind searches 100,000 lines, beside one pass over the same text.
func BenchmarkFind(b *testing.B) {
	texts := make([]string, 100_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("Regel %d over coördinatie en preventie in de wijk, samen met het onderwijs", i)
	}
	all := entries(texts...)
	x := search.NewIndex(all)
	whole := search.Fold(strings.Join(texts, "\n"))
	b.Run("find", func(b *testing.B) {
		for b.Loop() {
			x.Find("werkgelegenheid", 200)
		}
	})
	b.Run("one-pass", func(b *testing.B) {
		for b.Loop() {
			if strings.Contains(whole, "werkgelegenheid") {
				b.Fatal("found what isn't there")
			}
		}
	})
}
