//go:build e2e

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkDocuments makes the workbook and the PDF by the command line, process
// and reading included: how long it takes a line, and how much memory at most.
// Checking the same file is what reading alone costs.
func BenchmarkDocuments(b *testing.B) {
	for _, lines := range []int{500, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(lines), func(b *testing.B) {
			o := newFolder(b, lines)
			var both, reading time.Duration
			var peak float64
			for b.Loop() {
				took, memory := o.documents()
				both += took
				peak = max(peak, memory)
				took, _ = o.time(binaryPath, "check", o.file)
				reading += took
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(both.Microseconds())/float64(b.N*lines), "µs/line")
			b.ReportMetric(float64(both.Milliseconds())/float64(b.N), "documents-ms")
			b.ReportMetric(float64(reading.Milliseconds())/float64(b.N), "check-ms")
			b.ReportMetric(float64(both)/float64(reading), "ratio")
			b.ReportMetric(peak, "peak-MB")
		})
	}
}

// BenchmarkDocumentsBesideOffice makes both documents of 500 lines, and has
// LibreOffice make a PDF of that workbook, its start included.
func BenchmarkDocumentsBesideOffice(b *testing.B) {
	o := newFolder(b, 500)
	var ours, theirs time.Duration
	for b.Loop() {
		took, _ := o.documents()
		ours += took
		took, _ = o.time("soffice", "--headless", "-env:UserInstallation=file://"+o.path("profile"), "--convert-to", "pdf", "--outdir", o.path("print"), o.path("a.xlsx"))
		theirs += took
		if _, err := os.Stat(o.path("print/a.pdf")); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "documents-ms")
	b.ReportMetric(float64(theirs.Milliseconds())/float64(b.N), "office-ms")
	b.ReportMetric(float64(theirs)/float64(ours), "times-faster")
}

// folder is one with a session in it.
type folder struct {
	tb   testing.TB
	at   string
	file string
}

func newFolder(tb testing.TB, lines int) *folder {
	tb.Helper()
	o := &folder{tb: tb, at: tb.TempDir()}
	o.file = o.path("overleg.oogst")
	if err := os.WriteFile(o.path("regels.csv"), sampleLines(lines), 0o600); err != nil {
		tb.Fatal(err)
	}
	o.time(binaryPath, "new", o.file)
	o.time(binaryPath, "import", o.file, o.path("regels.csv"))
	return o
}

func (o *folder) path(name string) string { return filepath.Join(o.at, name) }

func (o *folder) documents() (took time.Duration, peak float64) {
	return o.time(binaryPath, "export", o.file, "--excel", o.path("a.xlsx"), "--pdf", o.path("a.pdf"))
}

// time runs a program that has to succeed, and tells how long it took and how
// much memory it had at most, in MB.
func (o *folder) time(name string, args ...string) (took time.Duration, peak float64) {
	o.tb.Helper()
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "OOGST_DATA="+o.path("data"), "LANG=nl_NL.UTF-8", "LC_CTYPE=C.UTF-8")
	began := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		o.tb.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
	return time.Since(began), float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024
}
