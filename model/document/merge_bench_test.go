package document_test

import (
	"testing"
	"time"

	"oogst/model"
	"oogst/model/document"
)

// BenchmarkMerge takes in a copy of 50,000 operations that are new to a session
// of as many, from bytes to bytes read; beside it, reading the two.
func BenchmarkMerge(b *testing.B) {
	first := session(b, 100)
	apart := func(replica model.Replica, letter string) []byte {
		s, err := model.NewSession(first.ID(), model.Device{Replica: replica, Letter: letter}, nowhere{}, first.Operations(), time.Now)
		if err != nil {
			b.Fatal(err)
		}
		batch := make(model.Import, 50_000)
		for i := range batch {
			batch[i] = model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: "samen optrekken met buurgemeenten, te beginnen in één wijk"}
		}
		if err := s.Do(batch); err != nil {
			b.Fatal(err)
		}
		return encode(b, s)
	}
	ours, theirs := apart(11, "BK"), apart(12, "ZR")
	read := func(data []byte) (document.File, *model.Session) {
		f, err := document.Decode(data)
		if err != nil {
			b.Fatal(err)
		}
		s, err := model.NewSession(f.ID, model.Device{Replica: 11, Letter: "BK"}, nowhere{}, f.Operations, time.Now)
		if err != nil {
			b.Fatal(err)
		}
		return f, s
	}
	var merging, reading time.Duration
	for b.Loop() {
		began := time.Now()
		read(ours)
		read(theirs)
		reading += time.Since(began)

		began = time.Now()
		_, s := read(ours)
		f, err := document.Decode(theirs)
		if err != nil {
			b.Fatal(err)
		}
		if m, err := s.Merge(f.Operations); err != nil || len(m.New) != 50_000 {
			b.Fatal(len(m.New), err)
		}
		merging += time.Since(began)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(merging.Milliseconds())/float64(b.N), "merge-ms")
	b.ReportMetric(float64(reading.Milliseconds())/float64(b.N), "read-ms")
	b.ReportMetric(float64(merging)/float64(reading), "ratio")
}
