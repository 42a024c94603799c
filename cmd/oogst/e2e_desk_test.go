//go:build e2e

package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"oogst/ui/text"
)

const (
	// patience is how long a window may take for anything.
	patience = 40 * time.Second
	// tick is how often one looks.
	tick = 10 * time.Millisecond
)

// binaryPath is the program under test: OOGST_BIN, or built here.
var binaryPath string

func TestMain(m *testing.M) { os.Exit(withProgram(m.Run)) }

func withProgram(use func() int) int {
	if binaryPath = os.Getenv("OOGST_BIN"); binaryPath != "" {
		return use()
	}
	folder, err := os.MkdirTemp("", "oogst")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	binaryPath = filepath.Join(folder, "oogst")
	if out, err := exec.Command("go", "build", "-o", binaryPath, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build oogst: %v\n%s", err, out)
		return 1
	}
	return use()
}

// desk is a laptop with a screen in memory, a keyboard and no mouse.
type desk struct {
	tb      testing.TB
	display string
	frame   string // the file that holds what is on the screen
	home    string
	folder  string // of the person's files
	scale   string // of the window; empty: as it is
	presses int    // keys beyond text
}

// newDesk is a desk with a screen as large as the window.
func newDesk(tb testing.TB) *desk { return newDeskOf(tb, "1280x800") }

// newDeskOf starts an X server with a US-International keyboard, as is usual in
// the Netherlands, and a screen of some size.
func newDeskOf(tb testing.TB, screen string) *desk {
	tb.Helper()
	d := &desk{tb: tb, home: tb.TempDir(), folder: tb.TempDir()}
	frames := tb.TempDir()
	d.frame = filepath.Join(frames, "Xvfb_screen0")
	d.display = startScreen(tb, "Xvfb", "-screen", "0", screen+"x24", "-fbdir", frames, "-nolisten", "tcp", "-noreset", "-nocursor")
	d.settle()
	return d
}

// settle lays out keyboard and home.
func (d *desk) settle() {
	tb := d.tb
	tb.Helper()
	for _, dir := range []string{".cache", ".config"} {
		if err := os.Mkdir(filepath.Join(d.home, dir), 0o700); err != nil {
			tb.Fatal(err)
		}
	}
	d.prefer("1")
	d.tool("setxkbmap", "us", "-variant", "intl")
	tb.Cleanup(d.listen)
}

// startScreen starts an X server on a display that is free, and ends it.
func startScreen(tb testing.TB, program string, args ...string) (display string) {
	tb.Helper()
	from, to, err := os.Pipe()
	if err != nil {
		tb.Fatal(err)
	}
	defer from.Close()
	server := exec.Command(program, append([]string{"-displayfd", "3"}, args...)...)
	server.ExtraFiles = []*os.File{to}
	if err := server.Start(); err != nil {
		tb.Fatal(err)
	}
	to.Close()
	tb.Cleanup(func() {
		server.Process.Kill()
		server.Wait()
	})
	from.SetReadDeadline(time.Now().Add(patience))
	number, err := bufio.NewReader(from).ReadString('\n')
	if err != nil {
		tb.Fatalf("%s names no display: %v", program, err)
	}
	return ":" + strings.TrimSpace(number)
}

// prefer sets the appearance: 1 light, 2 dark, 3 high contrast.
func (d *desk) prefer(mode string) {
	d.tb.Helper()
	folder := filepath.Join(d.home, ".config", "fyne", "nl.oogst.app")
	err := os.MkdirAll(folder, 0o700)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "preferences.json"), []byte(`{"mode":`+mode+`}`), 0o600)
	}
	if err != nil {
		d.tb.Fatal(err)
	}
}

func (d *desk) path(name string) string { return filepath.Join(d.folder, name) }

// environment has nothing of the machine's own screen, language or files. The
// language is Dutch; its characters are those of C.UTF-8, which is everywhere.
func (d *desk) environment() []string {
	vars := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + d.home, "OOGST_DATA=" + filepath.Join(d.home, "sessions"),
		"DISPLAY=" + d.display, "LANG=nl_NL.UTF-8", "LC_CTYPE=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1",
	}
	if d.scale != "" {
		vars = append(vars, "FYNE_SCALE="+d.scale)
	}
	return vars
}

// tool runs a program of this desk that has to succeed.
func (d *desk) tool(name string, args ...string) string {
	d.tb.Helper()
	out, err := d.try(name, args...)
	if err != nil {
		d.tb.Fatalf("%s %q: %v", name, args, err)
	}
	return out
}

func (d *desk) try(name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Env = d.environment()
	out, err := c.Output()
	if e, ok := err.(*exec.ExitError); ok {
		err = fmt.Errorf("%w: %s", err, e.Stderr)
	}
	return strings.TrimSpace(string(out)), err
}

// oogst is the command line.
func (d *desk) oogst(args ...string) string {
	d.tb.Helper()
	return d.tool(binaryPath, args...)
}

// lines are those of a session, as the command line sees them.
func (d *desk) lines(file string) []dumped {
	d.tb.Helper()
	return parseDump(d.tb, d.oogst("dump", file))
}

// elsewhere is the command line on another laptop.
func (d *desk) elsewhere(args ...string) string {
	d.tb.Helper()
	return d.tool("env", append([]string{"OOGST_DATA=" + filepath.Join(d.home, "elsewhere"), binaryPath}, args...)...)
}

// linesElsewhere are those that another laptop finds in the file.
func (d *desk) linesElsewhere(file string) []dumped {
	d.tb.Helper()
	return parseDump(d.tb, d.elsewhere("dump", file))
}

// press presses chords, as xdotool names them.
func (d *desk) press(chords ...string) {
	d.tb.Helper()
	d.presses += len(chords)
	d.tool("xdotool", append([]string{"key", "--delay", "5"}, chords...)...)
}

// dead are the letters that take a dead key on a US-International keyboard.
var dead = map[rune][]string{'é': {"dead_acute", "e"}, 'ë': {"dead_diaeresis", "e"}, 'ï': {"dead_diaeresis", "i"}}

// write types a text. What is not a dead key or on a key of its own is on AltGr,
// with which no chord of the program may interfere.
func (d *desk) write(text string) {
	d.tb.Helper()
	plain := ""
	flush := func() {
		if plain != "" {
			d.tool("xdotool", "type", "--delay", "5", "--", plain)
		}
		plain = ""
	}
	for _, r := range text {
		switch keys, ok := dead[r]; {
		case ok:
			flush()
			d.tool("xdotool", append([]string{"key", "--delay", "5"}, keys...)...)
		case r == '\n':
			flush()
			d.press("shift+Return")
		default:
			plain += string(r)
		}
	}
	flush()
}

// until waits for a condition. When it does not come the test fails with a
// picture of the screen.
func (d *desk) until(what string, ok func() bool) {
	d.tb.Helper()
	for deadline := time.Now().Add(patience); !ok(); <-time.After(tick) {
		if time.Now().After(deadline) {
			d.tb.Fatalf("waited %v in vain: %s; the screen is in %s; the program says:\n%s", patience, what, d.keepPicture(), d.said())
		}
	}
}

// keepPicture saves the screen where it stays after the test.
func (d *desk) keepPicture() string {
	f, err := os.CreateTemp("", "oogst-*.png")
	if err != nil {
		return err.Error()
	}
	f.Close()
	if out, err := d.try("import", "-window", "root", f.Name()); err != nil {
		return err.Error() + " " + out
	}
	return f.Name()
}

// picture reads the screen: a file in X's own form (XWDFile.h), a header of
// big-endian numbers, a table of colours, and rows of blue, green, red and a
// spare byte.
func (d *desk) picture() *image.NRGBA {
	d.tb.Helper()
	data, err := os.ReadFile(d.frame)
	if err != nil {
		d.tb.Fatal(err)
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	const colour = 12 // bytes of one in the table
	width, height, bits, stride := field(4), field(5), field(11), field(12)
	pixels := data[field(0)+colour*field(19):]
	if bits != 32 || len(pixels) < stride*height {
		d.tb.Fatalf("the screen has %d bits a pixel and %d bytes", bits, len(pixels))
	}
	out := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := pixels[y*stride:][:4*width], out.Pix[y*out.Stride:][:4*width]
		for i := 0; i < len(from); i += 4 {
			to[i], to[i+1], to[i+2], to[i+3] = from[i+2], from[i+1], from[i], 0xFF
		}
	}
	return out
}

// differing counts the pixels that two pictures don't share.
func differing(a, b *image.NRGBA) (n int) {
	for i := 0; i < len(a.Pix); i += 4 {
		if a.Pix[i] != b.Pix[i] || a.Pix[i+1] != b.Pix[i+1] || a.Pix[i+2] != b.Pix[i+2] {
			n++
		}
	}
	return n
}

// blink is more pixels than a cursor that comes and goes changes.
const blink = 200

// stillness is how long a screen must stay the same to be finished.
const stillness = 400 * time.Millisecond

// drawn waits until the screen differs from a former picture and stands still
// but for the cursor. It tells when that picture was first there.
func (d *desk) drawn(before *image.NRGBA) (p *image.NRGBA, since time.Time) {
	d.tb.Helper()
	p, since = d.picture(), time.Now()
	d.until("something else is drawn", func() bool {
		if now := d.picture(); differing(p, now) > blink {
			p, since = now, time.Now()
		}
		return time.Since(since) > stillness && differing(before, p) > blink
	})
	return p, since
}

// said is what the programs on this desk wrote for developers.
func (d *desk) said() string {
	data, _ := os.ReadFile(filepath.Join(d.home, "said.txt"))
	return string(data)
}

var alarming = regexp.MustCompile(`(?m)^.*(panic:|fatal error|DATA RACE|call thread|compile shader).*$`)

// listen fails the test when a program complained about itself.
func (d *desk) listen() {
	if found := alarming.FindAllString(d.said(), -1); len(found) > 0 {
		d.tb.Errorf("the program complains: %q", found)
	}
}

// window is a running program with its window.
type window struct {
	desk    *desk
	command *exec.Cmd
	id      string
	ended   chan struct{}
}

// open starts the program and waits until its window has the keyboard.
func (d *desk) open(args ...string) *window {
	d.tb.Helper()
	return d.openProgram(binaryPath, args...)
}

func (d *desk) openProgram(program string, args ...string) *window {
	d.tb.Helper()
	w := d.start(program, args...)
	w.appear()
	return w
}

func (d *desk) start(program string, args ...string) *window {
	d.tb.Helper()
	said, err := os.OpenFile(filepath.Join(d.home, "said.txt"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		d.tb.Fatal(err)
	}
	defer said.Close()
	w := &window{desk: d, command: exec.Command(program, args...), ended: make(chan struct{})}
	w.command.Env, w.command.Stdout, w.command.Stderr = d.environment(), said, said
	if err := w.command.Start(); err != nil {
		d.tb.Fatal(err)
	}
	go func() {
		w.command.Wait()
		close(w.ended)
	}()
	d.tb.Cleanup(w.kill)
	return w
}

// appear waits until the window is there, and gives it the keyboard: a screen
// in memory has no window manager to do so.
func (w *window) appear() {
	w.desk.tb.Helper()
	w.desk.until("the window appears", func() bool {
		out, err := w.desk.try("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(w.command.Process.Pid))
		w.id = out
		return err == nil && out != "" && !strings.Contains(out, "\n")
	})
	w.focus()
}

func (w *window) focus() {
	w.desk.tb.Helper()
	w.desk.tool("xdotool", "windowfocus", w.id)
	w.desk.until("the window has the keyboard", func() bool {
		out, err := w.desk.try("xdotool", "getwindowfocus")
		return err == nil && out == w.id
	})
}

// beamers are the windows for the room.
func (d *desk) beamers() []string {
	out, err := d.try("xdotool", "search", "--onlyvisible", "--name", text.BeamerTitle)
	if err != nil {
		return nil // xdotool's way to say none
	}
	return strings.Fields(out)
}

func (w *window) title() string {
	w.desk.tb.Helper()
	return w.desk.tool("xdotool", "getwindowname", w.id)
}

// kill ends the program without a warning, as a power cut does.
func (w *window) kill() {
	w.command.Process.Kill()
	<-w.ended
}

// end waits until the program ends by itself, and gives its exit code.
func (w *window) end() int {
	w.desk.tb.Helper()
	w.desk.until("the program ends", func() bool {
		select {
		case <-w.ended:
			return true
		default:
			return false
		}
	})
	return w.command.ProcessState.ExitCode()
}
