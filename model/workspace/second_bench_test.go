package workspace_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"oogst/model/workspace"
)

// BenchmarkSecondCopy is Enter in a session of 2,000 lines while the file is
// published every five seconds beside it, without a second copy and with one on the
// same disk, in turn: the 99th percentile of storing a line. Versions are kept in
// both, as always.
func BenchmarkSecondCopy(b *testing.B) {
	without, with := &entering{tb: b}, &entering{tb: b, second: true}
	for b.Loop() {
		without.run()
		with.run()
	}
	b.ReportMetric(0, "ns/op")
	p99 := func(e *entering) float64 {
		slices.Sort(e.took)
		return float64(e.took[len(e.took)*99/100].Microseconds())
	}
	b.ReportMetric(p99(without), "p99-us")
	b.ReportMetric(p99(with), "p99-second-us")
	b.ReportMetric(p99(with)/p99(without), "ratio")
}

// entering types lines at the pace of a fast table, and keeps how long each took.
type entering struct {
	tb     testing.TB
	second bool
	took   []time.Duration
}

func (e *entering) run() {
	path := filepath.Join(e.tb.TempDir(), "overleg.oogst")
	w := must[*workspace.Workspace](e.tb)(workspace.Create(e.tb.TempDir(), "test", path, begin()))
	for range 2000 {
		ok(e.tb, w.Session().Do(capture("een regel die er al was, van gewone lengte voor een overleg")))
	}
	if e.second {
		ok(e.tb, w.KeepSecond(e.tb.TempDir()))
	}
	var outcome chan workspace.Outcome
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	const lines, between = 2000, 1000 // a publication in five seconds: the window's least is ten
	for i := range lines {
		if i%between == 0 {
			outcome = make(chan workspace.Outcome, 1)
			go func(p workspace.Publication, done chan workspace.Outcome) { done <- p.Write() }(w.Freeze(), outcome)
		}
		began := time.Now()
		ok(e.tb, w.Session().Do(capture("een nieuwe regel, zoals hij gezegd wordt")))
		e.took = append(e.took, time.Since(began))
		if i%between == between-1 {
			must[bool](e.tb)(w.Settle(<-outcome))
		}
		<-tick.C
	}
	ok(e.tb, w.Close())
}
