//go:build e2e

package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// BenchmarkLatency measures from a key press until a person would see what it
// does, on a session of 2,000 lines: a letter in the line, Enter in the column,
// and Enter on the beamer. In turn it does the same with the least window that
// Fyne can make.
func BenchmarkLatency(b *testing.B) {
	const (
		lines = 60   // each of four letters and Enter
		right = 1310 // where the bare window is
	)
	bare := bareWindow(b)
	var here, room timings
	for b.Loop() {
		d := newDeskOf(b, "2600x1540")
		file := d.filled(2_000)
		here.alternate(newTyping(d, 0, binaryPath, file), newTyping(d, right, bare, "list"), lines)

		d = newDeskOf(b, "2600x1540")
		file = d.filled(2_000)
		ours := newTyping(d, 0, binaryPath, file).room("ctrl+shift+b")
		ours.seen = ours.seen.Inset(110) // the lines, without their number at the top
		room.alternate(ours, newTyping(d, right, bare, "room").room("Return"), lines)
	}
	b.ReportMetric(0, "ns/op")
	report := func(name string, pair [2][]time.Duration) {
		ours, least := medianMS(pair[0]), medianMS(pair[1])
		b.ReportMetric(ours, name+"-ms")
		b.ReportMetric(least, "bare-"+name+"-ms")
		b.ReportMetric(ours/least, name+"-ratio")
	}
	report("glyph", here.letter)
	report("row", here.enter)
	report("beamer", room.enter)
	b.Logf("letters %d, rows %d, beamer %d of each", len(here.letter[0]), len(here.enter[0]), len(room.enter[0]))
}

func medianMS(all []time.Duration) float64 {
	slices.Sort(all)
	return float64(all[len(all)/2].Microseconds()) / 1000
}

// timings are those of Oogst and of the bare window.
type timings struct{ letter, enter [2][]time.Duration }

// alternate types lines in one window and in the other, and ends both.
func (t *timings) alternate(ours, bare *typing, lines int) {
	for i := range lines {
		for which, w := range []*typing{ours, bare} {
			w.window.focus()
			w.still()
			letter := []uint32{'m', 'w'}[i%2]
			for range 2 { // the first takes the hint away, the second tells where the cursor is
				w.edge = w.line.Min.X
				w.press(letter, w.line)
			}
			for range 2 {
				t.letter[which] = append(t.letter[which], w.press(letter, w.line))
			}
			t.enter[which] = append(t.enter[which], w.press(keyReturn, w.seen))
		}
	}
	ours.window.kill()
	bare.window.kill()
}

// typing is a window in which is typed and what is looked at.
type typing struct {
	*screen
	x      *keyboard
	window *window
	line   image.Rectangle // where letters come
	seen   image.Rectangle // where lines come
	whole  image.Rectangle
	edge   int // the left of what the next letter changes, right of the cursor
}

// newTyping opens a program so far from the left. Where its line and its lines
// are is taken widely: nothing else changes there.
func newTyping(d *desk, left int, program string, args ...string) *typing {
	d.tb.Helper()
	before := d.picture()
	w := d.openProgram(program, args...)
	d.drawn(before)
	d.tool("xdotool", "windowmove", "--sync", w.id, strconv.Itoa(left), "0")
	t := &typing{screen: mapScreen(d), x: newKeyboard(d), window: w}
	t.line, t.seen = image.Rect(280, 700, 1270, 765), image.Rect(240, 135, 495, 690)
	if program != binaryPath {
		t.line, t.seen = image.Rect(0, 750, 1280, 800), image.Rect(0, 45, 640, 745)
	}
	by := image.Pt(left, 0)
	t.line, t.seen, t.whole = t.line.Add(by), t.seen.Add(by), image.Rect(0, 0, 1280, 800).Add(by)
	t.still()
	return t
}

// room opens the second window by a key and puts it below the first; that is
// where lines are looked for from now on.
func (t *typing) room(key string) *typing {
	d := t.window.desk
	t.window.focus()
	d.press(key)
	var id string
	d.until("the second window is there", func() bool {
		out, err := d.try("xdotool", "search", "--all", "--onlyvisible", "--pid", strconv.Itoa(t.window.command.Process.Pid), "--name", "beamer")
		id = out
		return err == nil && out != ""
	})
	t.still()
	place := image.Rect(0, 0, 960, 600).Add(image.Pt(t.whole.Min.X, 820))
	d.tool("xdotool", "windowmove", "--sync", id, strconv.Itoa(place.Min.X), strconv.Itoa(place.Min.Y))
	t.whole, t.seen = t.whole.Union(place), place
	t.still()
	return t
}

// press presses a key, at any moment between two frames as a person does, and
// takes the time until something changes where it should; more than the cursor,
// which is left of that or elsewhere.
func (t *typing) press(key uint32, where image.Rectangle) time.Duration {
	const few = 20 // pixels of a letter or a digit
	if where == t.line {
		where.Min.X = t.edge
	}
	line, before := t.copy(t.line), t.copy(where)
	const frame = time.Second / 60
	<-time.After(rand.N(frame))
	began := time.Now()
	t.x.press(key)
	var took time.Duration
	for took = time.Since(began); t.changes(before).n < few; took = time.Since(began) {
		if took > patience {
			t.window.desk.tb.Fatalf("a key shows nowhere in %v; the screen is in %s", where, t.window.desk.keepPicture())
		}
		<-time.After(glance)
	}
	t.still()
	const spare = 5 // a cursor that was dark and comes back
	t.edge = t.changes(line).right + spare
	return took
}

// glance is how often the measure looks.
const glance = 200 * time.Microsecond

// still waits until nothing moves but the cursor.
func (t *typing) still() {
	const calm = 100 * time.Millisecond
	last, since := t.copy(t.whole), time.Now()
	t.window.desk.until("the window stands still", func() bool {
		if t.changes(last).n > blink {
			last, since = t.copy(t.whole), time.Now()
		}
		return time.Since(since) > calm
	})
}

// screen is what is on the screen, without a copy of all of it.
type screen struct {
	pixels []byte
	stride int
}

func mapScreen(d *desk) *screen {
	d.tb.Helper()
	f, err := os.Open(d.frame)
	if err != nil {
		d.tb.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		d.tb.Fatal(err)
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		d.tb.Fatal(err)
	}
	d.tb.Cleanup(func() { syscall.Munmap(data) })
	field := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) } // as in picture
	return &screen{data[field(0)+12*field(19):], field(12)}
}

// patch is a part of the screen as it was.
type patch struct {
	image.Rectangle
	rows [][]byte
}

func (s *screen) row(r image.Rectangle, y int) []byte {
	return s.pixels[y*s.stride+4*r.Min.X : y*s.stride+4*r.Max.X]
}

func (s *screen) copy(r image.Rectangle) patch {
	p := patch{Rectangle: r}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		p.rows = append(p.rows, bytes.Clone(s.row(r, y)))
	}
	return p
}

// difference is how many pixels differ, and the right-most of them.
type difference struct{ n, right int }

// changes tells how the screen differs from what it was.
func (s *screen) changes(p patch) (c difference) {
	return p.differs(func(i int) []byte { return s.row(p.Rectangle, p.Min.Y+i) })
}

// differs compares a patch with other rows of the same place.
func (p patch) differs(row func(i int) []byte) (c difference) {
	for i, was := range p.rows {
		is := row(i)
		if bytes.Equal(was, is) {
			continue
		}
		for x := 0; x < len(was); x += 4 {
			if !bytes.Equal(was[x:x+3], is[x:x+3]) {
				c.n++
				c.right = max(c.right, p.Min.X+x/4)
			}
		}
	}
	return c
}

// keyboard presses keys without a program in between: its start would count
// (x.org, "XTEST Extension Protocol").
type keyboard struct {
	*xServer
	extension byte
	codes     map[uint32]byte
}

// keyReturn is how X calls Enter; letters are called as they are in ASCII.
const keyReturn = 0xFF0D

func newKeyboard(d *desk) *keyboard {
	d.tb.Helper()
	k := &keyboard{xServer: dialX(d.tb, d.display), codes: map[uint32]byte{}}
	d.tb.Cleanup(func() { k.Close() })
	const queryExtension, getKeyboardMapping, first, count = 98, 101, 8, 248
	k.extension = k.ask(queryExtension, "XTEST")[9]
	k.send([]byte{getKeyboardMapping, 0, 2, 0, first, count, 0, 0})
	head := k.receive(32)
	symbols := k.receive(4 * int(binary.LittleEndian.Uint32(head[4:])))
	for code, each := 0, int(head[1]); code < count; code++ {
		k.codes[binary.LittleEndian.Uint32(symbols[4*code*each:])] = byte(first + code)
	}
	return k
}

// press presses a key and lets it go.
func (k *keyboard) press(key uint32) {
	const fakeInput, words, pressed, released = 2, 9, 2, 3
	event := func(kind byte) []byte {
		return append([]byte{k.extension, fakeInput, words, 0, kind, k.codes[key]}, make([]byte, 4*words-6)...)
	}
	k.send(append(event(pressed), event(released)...))
}
