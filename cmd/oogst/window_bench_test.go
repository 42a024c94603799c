//go:build e2e

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// rounds is how often each program is started; the median is reported.
const rounds = 5

// BenchmarkWindowReady measures from start until a first typed letter is on
// screen: Oogst on a session of 10,000 lines, and in turn the least window that
// Fyne can make, with the same keyboard, screen and measure. Memory is that of
// the process three seconds after its start.
func BenchmarkWindowReady(b *testing.B) {
	d := newDesk(b)
	file := d.filled(10_000)
	bare := bareWindow(b)
	var ours, least starts
	for b.Loop() {
		for range rounds {
			least = append(least, d.measure("Bare", bare))
			ours = append(ours, d.measure("Bestuurlijk overleg", binaryPath, file))
		}
	}
	b.ReportMetric(0, "ns/op")
	for _, m := range []struct {
		name string
		of   func(start) float64
	}{
		{"ready-ms", func(s start) float64 { return float64(s.ready.Milliseconds()) }},
		{"MB", func(s start) float64 { return s.resident }},
		{"peak-MB", func(s start) float64 { return s.peak }},
	} {
		b.ReportMetric(ours.median(m.of), m.name)
		b.ReportMetric(least.median(m.of), "bare-"+m.name)
		b.ReportMetric(ours.median(m.of)/least.median(m.of), m.name+"-ratio")
	}
}

// bareWindow builds the least window that Fyne can make.
func bareWindow(b *testing.B) string {
	b.Helper()
	bare := filepath.Join(b.TempDir(), "barewindow")
	if out, err := exec.Command("go", "build", "-tags", "no_emoji", "-o", bare, "./testdata/barewindow").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return bare
}

// filled makes a session of n lines by importing them.
func (d *desk) filled(n int) string {
	d.tb.Helper()
	var b strings.Builder
	b.WriteString("soort;tekst;gemeente\n")
	kinds := []string{"idee", "pilotidee", "kenmerk", "aandachtspunt"}
	places := []string{"Dronten", "Zeewolde", "Almere", "Lelystad", "Noordoostpolder", "Urk", ""}
	for i := range n {
		fmt.Fprintf(&b, "%s;Regel %d: samen optrekken met buurgemeenten, te beginnen in één wijk;%s\n", kinds[i%len(kinds)], i, places[i/len(kinds)%len(places)])
	}
	lines, file := d.path("regels.csv"), d.path(fmt.Sprintf("%d regels.oogst", n))
	if err := os.WriteFile(lines, []byte(b.String()), 0o600); err != nil {
		d.tb.Fatal(err)
	}
	d.oogst("new", file)
	d.oogst("import", file, lines)
	return file
}

// start is how one start of a program went.
type start struct {
	ready          time.Duration
	resident, peak float64 // MB
}

type starts []start

func (all starts) median(of func(start) float64) float64 {
	values := make([]float64, len(all))
	for i, s := range all {
		values[i] = of(s)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// measure starts a program, types a letter as soon as its window has its title,
// and takes the time when the picture with that letter was there. A session is
// read beside the graphics: only its title tells that there is a line.
func (d *desk) measure(title, program string, args ...string) start {
	d.tb.Helper()
	empty := d.picture()
	began := time.Now()
	w := d.start(program, args...)
	defer func() {
		w.kill()
		d.until("the screen is empty", func() bool { return differing(empty, d.picture()) == 0 })
	}()
	d.until("the window shows", func() bool { return differing(empty, d.picture()) > blink })
	d.until("the window has its title", func() bool {
		_, err := d.try("xdotool", "search", "--onlyvisible", "--name", "^"+title)
		return err == nil
	})
	d.press("W")
	typed, at := d.drawn(empty)
	<-time.After(time.Until(began.Add(3 * time.Second))) // memory is measured at that age
	s := start{at.Sub(began), w.memory("VmRSS"), w.memory("VmHWM")}
	d.press("BackSpace")
	d.drawn(typed) // fails when the letter was never there
	return s
}

var kilobytes = regexp.MustCompile(`(?m)^(\w+):\s+(\d+) kB$`)

// memory reads a figure of /proc, in MB.
func (w *window) memory(field string) float64 {
	w.desk.tb.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.command.Process.Pid))
	if err != nil {
		w.desk.tb.Fatal(err)
	}
	for _, m := range kilobytes.FindAllStringSubmatch(string(data), -1) {
		if m[1] == field {
			n, err := strconv.Atoi(m[2])
			if err != nil {
				w.desk.tb.Fatal(err)
			}
			return float64(n) / 1024
		}
	}
	w.desk.tb.Fatalf("no %s of the program", field)
	return 0
}

// BenchmarkDocuments makes the workbook and the PDF of 500 lines by the command
// line, process and reading included; checking the same file is what reading
// alone costs.
func BenchmarkDocuments(b *testing.B) {
	d := newDesk(b)
	file := d.filled(500)
	var both, reading time.Duration
	for b.Loop() {
		began := time.Now()
		d.oogst("export", file, "--excel", d.path("a.xlsx"), "--pdf", d.path("a.pdf"))
		made := time.Now()
		d.oogst("check", file)
		both += made.Sub(began)
		reading += time.Since(made)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(both.Milliseconds())/float64(b.N), "documents-ms")
	b.ReportMetric(float64(reading.Milliseconds())/float64(b.N), "check-ms")
	b.ReportMetric(float64(both)/float64(reading), "ratio")
}
