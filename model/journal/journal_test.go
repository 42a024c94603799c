package journal_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"oogst/model"
	"oogst/model/journal"

	"github.com/google/uuid"
)

func template() model.Template {
	return model.Template{
		Session: "Overleg", Kinds: []model.Kind{{Key: "idea", Letter: "I", Name: "Idee"}},
		Stakeholders: []model.Stakeholder{{Key: "GM0034", Name: "Almere"}},
	}
}

func open(t testing.TB, root string, id model.ID) (*journal.Journal, *model.Session) {
	t.Helper()
	j, err := journal.Open(root, id)
	if err != nil {
		t.Fatal(err)
	}
	d, ok, err := j.Device()
	if err == nil && !ok {
		d, err = j.NewDevice("A")
	}
	if err != nil {
		t.Fatal(err)
	}
	ops, err := j.Operations()
	if err != nil {
		t.Fatal(err)
	}
	s, err := model.NewSession(id, d, j, ops, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if len(ops) == 0 {
		if err := s.Do(model.Begin{Template: template()}); err != nil {
			t.Fatal(err)
		}
	}
	return j, s
}

func TestWhatIsStoredIsThereAgain(t *testing.T) {
	root, id := t.TempDir(), uuid.New()
	j, s := open(t, root, id)
	line := model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: "één idee, geen “plan”"}
	if err := errors.Join(s.Do(line), s.Do(model.Import{line, line}), j.Put("target", "/x"), j.Close()); err != nil {
		t.Fatal(err)
	}
	j, again := open(t, root, id)
	defer j.Close()
	if !slices.Equal(again.Operations(), s.Operations()) {
		t.Fatal("operations differ after re-opening")
	}
	if again.Device() != s.Device() {
		t.Fatalf("device %v, was %v", again.Device(), s.Device())
	}
	if v, _ := j.Get("target"); v != "/x" {
		t.Fatalf("target is %q", v)
	}
	list, err := journal.List(root)
	if err != nil || len(list) != 1 || list[0].ID != id || list[0].Path != "/x" {
		t.Fatalf("list %v, %v", list, err)
	}
	if err := j.Check(); err != nil {
		t.Fatal(err)
	}
}

func TestSecondOpenerIsRefusedAndCanPeek(t *testing.T) {
	root, id := t.TempDir(), uuid.New()
	j, s := open(t, root, id)
	defer j.Close()
	if _, err := journal.Open(root, id); !errors.Is(err, journal.ErrInUse) {
		t.Fatalf("second opener got %v", err)
	}
	ops, err := journal.Peek(t.Context(), root, id)
	if err != nil || !slices.Equal(ops, s.Operations()) {
		t.Fatalf("peek gave %d operations, %v", len(ops), err)
	}
	if err := s.Do(model.Capture{Kind: "idea", Text: "na het kijken"}); err != nil {
		t.Fatal(err)
	}
}

func TestAnInterruptedSessionIsNotInUse(t *testing.T) {
	root, id := t.TempDir(), uuid.New()
	j, _ := open(t, root, id)
	for _, step := range []struct {
		do   func() error
		want journal.Stored
	}{
		{func() error { return nil }, journal.Stored{}},
		{func() error { return j.Put("open", "1") }, journal.Stored{Open: true, InUse: true}},
		{j.Close, journal.Stored{Open: true}},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		list, err := journal.List(root)
		if err != nil || len(list) != 1 || list[0].Open != step.want.Open || list[0].InUse != step.want.InUse {
			t.Errorf("listed %+v, %v, want %+v", list, err, step.want)
		}
	}
	j, _ = open(t, root, id) // looking did not take it
	defer j.Close()
}

func TestAppendIsAllOrNothing(t *testing.T) {
	root, id := t.TempDir(), uuid.New()
	j, s := open(t, root, id)
	defer j.Close()
	known := s.Operations()[0]
	fresh := known
	fresh.Seq = 99
	if err := j.Append([]model.Operation{fresh, known}); err == nil {
		t.Fatal("a known key was taken again")
	}
	ops, err := j.Operations()
	if err != nil || len(ops) != len(s.Operations()) {
		t.Fatalf("%d operations after a failed append, %v", len(ops), err)
	}
}

// BenchmarkDo captures a line, on disk when Do returns, beside appending the
// same number of bytes to a file and syncing it. The two take turns, so both
// meet the same disk. Ratios are what counts: p50x and p99x.
func BenchmarkDo(b *testing.B) {
	for _, lines := range []int{10, 100_000} {
		b.Run(fmt.Sprintf("lines=%d", lines), func(b *testing.B) {
			root := b.TempDir()
			j, s := open(b, root, uuid.New())
			defer j.Close()
			for left := lines; left > 0; left -= 10_000 {
				batch := make(model.Import, min(left, 10_000))
				for i := range batch {
					batch[i] = model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: "Een regel van gewone lengte, zoals in een overleg"}
				}
				if err := s.Do(batch); err != nil {
					b.Fatal(err)
				}
			}
			raw, err := os.Create(filepath.Join(root, "raw"))
			if err != nil {
				b.Fatal(err)
			}
			defer raw.Close()
			var ours, bare []time.Duration
			for b.Loop() {
				start := time.Now()
				if err := s.Do(model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: "Talent van de jeugd zichtbaar maken in de wijk"}); err != nil {
					b.Fatal(err)
				}
				ours = append(ours, time.Since(start))
				all := s.Operations()
				line, _ := json.Marshal(all[len(all)-1])
				start = time.Now()
				if _, err := raw.Write(line); err != nil {
					b.Fatal(err)
				}
				if err := raw.Sync(); err != nil {
					b.Fatal(err)
				}
				bare = append(bare, time.Since(start))
			}
			report(b, ours, bare, 50)
			report(b, ours, bare, 99)
		})
	}
}

func report(b *testing.B, ours, bare []time.Duration, percentile int) {
	at := func(d []time.Duration) float64 {
		slices.SortFunc(d, cmp.Compare[time.Duration])
		return float64(d[len(d)*percentile/100].Microseconds())
	}
	b.ReportMetric(at(ours), fmt.Sprintf("p%d-us", percentile))
	b.ReportMetric(at(bare), fmt.Sprintf("p%d-raw-us", percentile))
	b.ReportMetric(at(ours)/at(bare), fmt.Sprintf("p%dx", percentile))
}
