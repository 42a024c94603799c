//go:build e2e

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"
)

// rounds is how often each program is started; the median is reported.
const rounds = 15

// BenchmarkWindowReady measures from start until a letter that was typed as soon
// as there was a window is on screen: Oogst on a session of 10,000 lines, and in
// turn the least window that Fyne can make, with the same keyboard, screen and
// measure. Memory is that of the process three seconds after its start.
func BenchmarkWindowReady(b *testing.B) {
	d := newDesk(b)
	file := d.filled(10_000)
	program, bare := installed(b, binaryPath), installed(b, bareWindow(b))
	s, k := mapScreen(d), newKeyboard(d)
	var ours, least starts
	for b.Loop() {
		for range rounds {
			least = append(least, k.measure(d, s, bare))
			ours = append(ours, k.measure(d, s, program, file))
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

// installed copies a program piece by piece, as an installer does. What the linker
// wrote in one go the system keeps in larger pieces, and it counts all of a piece
// that was touched as the program's memory: 6 MB of Oogst.
func installed(b *testing.B, program string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), filepath.Base(program))
	if out, err := exec.Command("dd", "bs=32k", "if="+program, "of="+path).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	if err := os.Chmod(path, 0o700); err != nil {
		b.Fatal(err)
	}
	return path
}

// filled makes a session of n lines by importing them.
func (d *desk) filled(n int) string {
	d.tb.Helper()
	lines, file := d.path("regels.csv"), d.path(fmt.Sprintf("%d regels.oogst", n))
	if err := os.WriteFile(lines, sampleLines(n), 0o600); err != nil {
		d.tb.Fatal(err)
	}
	d.oogst("new", file)
	d.oogst("import", file, lines)
	return file
}

// sampleLines is a table of n lines over all kinds and gemeenten.
func sampleLines(n int) []byte {
	b := bytes.NewBufferString("soort;tekst;gemeente\n")
	kinds := []string{"idee", "pilotidee", "kenmerk", "aandachtspunt"}
	places := []string{"Dronten", "Zeewolde", "Almere", "Lelystad", "Noordoostpolder", "Urk", ""}
	for i := range n {
		fmt.Fprintf(b, "%s;Regel %d: samen optrekken met buurgemeenten, te beginnen in één wijk;%s\n", kinds[i%len(kinds)], i, places[i/len(kinds)%len(places)])
	}
	return b.Bytes()
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

// lifetime is the age at which a program's memory is measured.
const lifetime = 3 * time.Second

// measure starts a program, types a letter as soon as its window has the
// keyboard, and takes the time when the picture with that letter was there. It
// watches without taking the processor from what it measures.
func (k *keyboard) measure(d *desk, s *screen, program string, args ...string) start {
	d.tb.Helper()
	all := image.Rect(0, 0, 1280, 800)
	empty, nobody := s.copy(all), k.focus()
	began := time.Now()
	w := d.start(program, args...)
	defer func() {
		last := k.focus()
		w.kill()
		d.until("the screen is empty", func() bool { return s.changes(empty).n == 0 && k.focus() != last })
	}()
	type moment struct {
		at time.Time
		patch
	}
	looks, typed := []moment{{began, empty}}, false
	for time.Since(began) < lifetime {
		<-time.After(time.Millisecond)
		if !typed && k.focus() != nobody {
			k.press('w')
			typed = true
		}
		if s.stirs(looks[len(looks)-1].patch) {
			looks = append(looks, moment{time.Now(), s.copy(all)})
		}
	}
	// The first picture that stood still but for the cursor has the letter.
	still := 1
	for i := still + 1; i < len(looks) && looks[i].at.Sub(looks[still].at) < stillness; i++ {
		if looks[i].differs(func(row int) []byte { return looks[still].rows[row] }).n > blink {
			still = i
		}
	}
	if !typed || still >= len(looks) {
		d.tb.Fatalf("typed %v, %d pictures; the screen is in %s", typed, len(looks), d.keepPicture())
	}
	at := start{looks[still].at.Sub(began), w.memory("VmRSS"), w.memory("VmHWM")}
	before := d.picture()
	d.press("BackSpace")
	d.drawn(before) // fails when the letter was never there
	return at
}

// focus is the window that has the keyboard.
func (k *keyboard) focus() uint32 {
	const getInputFocus, words = 43, 1
	k.send([]byte{getInputFocus, 0, words, 0})
	return binary.LittleEndian.Uint32(k.receive(32)[8:])
}

// stirs tells whether something changed, by a part of the rows: no letter is so
// low that it fits between two of them.
func (s *screen) stirs(p patch) bool {
	const step = 6
	for i := 0; i < len(p.rows); i += step {
		if !bytes.Equal(p.rows[i], s.row(p.Rectangle, p.Min.Y+i)) {
			return true
		}
	}
	return false
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
