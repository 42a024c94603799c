//go:build e2e

package main

import (
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// album makes pictures of the window, in OOGST_SCREENSHOTS or where they are
// thrown away: that each screen can be reached by keys is worth a test anyway.
type album struct {
	t      *testing.T
	folder string
	desk   *desk
	window *window
	last   *image.NRGBA
	size   image.Point // of the pictures
}

// newAlbum is an album of pictures as large as the screen.
func newAlbum(t *testing.T, screen string) *album {
	a := &album{t: t, folder: os.Getenv("OOGST_SCREENSHOTS"), desk: newDeskOf(t, screen)}
	a.folder = cmp.Or(a.folder, t.TempDir())
	if err := os.MkdirAll(a.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	// Screens show where files are; that is not to differ from run to run.
	a.desk.folder = filepath.Join(os.TempDir(), "Oogst-voorbeeld")
	remove := func() { os.RemoveAll(a.desk.folder) }
	remove()
	t.Cleanup(remove)
	if err := os.MkdirAll(a.desk.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	a.last = a.desk.picture()
	a.size = a.last.Rect.Size()
	return a
}

// example makes the full example, in a file of which the name ends as is said.
func (a *album) example(ending string) string {
	a.t.Helper()
	file := a.desk.path("Oogst bestuurlijk overleg" + ending + ".oogst")
	a.desk.oogst("example", file)
	return file
}

// open starts the program anew.
func (a *album) open(args ...string) func() {
	return func() {
		if a.window != nil {
			a.window.kill()
			a.last, _ = a.desk.drawn(a.last) // an empty screen
		}
		a.window = a.desk.open(args...)
	}
}

func (a *album) press(chords ...string) func() { return func() { a.desk.press(chords...) } }

func (a *album) write(words string) func() { return func() { a.desk.write(words) } }

// room brings the beamer to the front, as large as a small display.
func (a *album) room() {
	a.desk.until("the beamer is there", func() bool { return len(a.desk.beamers()) == 1 })
	id := a.desk.beamers()[0]
	a.desk.tool("xdotool", "windowsize", id, "1280", "720", "windowraise", id)
}

// fill makes the window as large as the screen.
func (a *album) fill() {
	a.desk.tool("xdotool", "windowsize", a.window.id, strconv.Itoa(a.size.X), strconv.Itoa(a.size.Y))
}

// roomShot opens the beamer, takes steps in the window and saves what the room
// sees; the beamer closes.
func (a *album) roomShot(name string, steps ...func()) {
	a.t.Helper()
	a.do(a.press("ctrl+shift+b"))
	for _, step := range steps {
		step()
	}
	a.do(a.room)
	whole := a.size
	a.size = image.Pt(1280, 720)
	a.shoot(name)
	a.size = whole
	a.do(a.press("ctrl+shift+b"))
}

// do takes steps, each of which has to be seen on screen.
func (a *album) do(steps ...func()) {
	a.t.Helper()
	for _, step := range steps {
		step()
		a.last, _ = a.desk.drawn(a.last)
	}
}

// shoot takes steps and saves the window.
func (a *album) shoot(name string, steps ...func()) {
	a.t.Helper()
	a.do(steps...)
	picture := image.NewPaletted(image.Rectangle{Max: a.size}, commonest(a.last))
	draw.Draw(picture, picture.Rect, a.last, image.Point{}, draw.Src)
	f, err := os.Create(filepath.Join(a.folder, name+".png"))
	if err != nil {
		a.t.Fatal(err)
	}
	defer f.Close()
	small := png.Encoder{CompressionLevel: png.BestCompression}
	if err := small.Encode(f, picture); err != nil {
		a.t.Fatal(err)
	}
}

// commonest are the 256 colours that a picture has most of. A screen has few
// others, and a file with a palette is a third as large.
func commonest(p *image.NRGBA) (colours color.Palette) {
	count := map[color.NRGBA]int{}
	for i := 0; i < len(p.Pix); i += 4 {
		count[color.NRGBA{p.Pix[i], p.Pix[i+1], p.Pix[i+2], 0xFF}]++
	}
	all := slices.SortedFunc(maps.Keys(count), func(a, b color.NRGBA) int { return count[b] - count[a] })
	for _, c := range all[:min(len(all), 256)] {
		colours = append(colours, c)
	}
	return colours
}

// like is a line that resembles one of another gemeente of the example.
const like = "Respijtzorg in het weekend voor mantelzorgers"

// TestScreenshots takes every place, as it is when one has just installed Oogst.
func TestScreenshots(t *testing.T) {
	a := newAlbum(t, "1280x800")
	a.shoot("start", a.open())
	file := a.example("")
	a.shoot("capture", a.open(file), a.press("ctrl+3", "F6"), a.write("Wijkcentrum open in het week"))
	a.shoot("capture-duplicate", a.press("ctrl+a", "BackSpace"), a.write(like))
	a.do(a.press("ctrl+a", "BackSpace"))
	a.shoot("matrix", a.press("F2"))
	a.shoot("slide", a.press("F3"))
	a.do(a.press("Escape"))
	a.shoot("find", a.press("ctrl+f"), a.write("zorg"))
	a.shoot("keys", a.press("Escape"), a.press("F1"))
	a.shoot("prepare-meeting", a.press("Escape"), a.press("alt+1"))
	a.shoot("prepare-table", a.press("shift+Tab"), a.press("Right"))
	a.shoot("prepare-template", a.press("Right", "Right", "Right", "Right"))
	a.shoot("readback", a.press("ctrl+t"), a.press("space"), a.press("Down"))
	a.roomShot("beamer")
	a.ordering("")
	a.shoot("ordering-pilots", a.press("ctrl+0"), a.press("shift+Tab"), a.press("Down"))
	a.shoot("share", a.press("ctrl+e"))
	a.shoot("capture-name", a.press("Escape"), a.write("Samen met noo"))
	a.do(a.press("ctrl+a", "BackSpace"), a.press("Up"), a.write(", ook op donderdag"), a.press("Return"))
	a.do(a.press("shift+F5"), a.press("ctrl+f"), a.write("donderdag"), a.press("Return"))
	a.shoot("history", a.press("Menu"), a.press("Up", "Up", "Up", "Return"))

	a.window.quit()
	a.window.end()
	a.window = nil
	a.last = a.desk.picture()
	a.shoot("start-recent", a.open())
}

// colours are the looks of the program, as preferences have them, and how the
// pictures of each are named.
var colours = []struct{ mode, ending string }{{"1", ""}, {"2", "-dark"}, {"3", "-contrast"}}

// places takes the places of the window, in the order of the work.
func (a *album) places(ending string) {
	a.t.Helper()
	a.shoot("prepare"+ending, a.press("alt+1"), a.press("shift+Tab"), a.press("Right"))
	a.shoot("capture"+ending, a.press("alt+2"), a.press("ctrl+3", "F6"), a.write(like))
	a.do(a.press("ctrl+a", "BackSpace"))
	a.shoot("matrix"+ending, a.press("F2"))
	a.do(a.press("Escape"))
	a.shoot("readback"+ending, a.press("ctrl+t"), a.press("space"), a.press("Down"))
	a.ordering(ending)
	a.shoot("share"+ending, a.press("ctrl+e"))
}

// ordering takes a theme with two lines that were ticked.
func (a *album) ordering(ending string) {
	a.t.Helper()
	a.shoot("ordering"+ending, a.press("alt+4"), a.press("ctrl+2"), a.press("space"), a.press("Down"), a.press("space"), a.press("Down"))
}

// TestScreenshotsInOtherColours takes the places in the dark and in high contrast.
func TestScreenshotsInOtherColours(t *testing.T) {
	a := newAlbum(t, "1280x800")
	for _, c := range colours[1:] {
		a.desk.prefer(c.mode)
		a.do(a.open(a.example(c.ending)))
		a.places(c.ending)
		a.do(a.press("ctrl+3"))
		a.roomShot("beamer" + c.ending)
	}
}

// TestScreenshotsInLittleRoom takes the places at the least size that Oogst is
// made for.
func TestScreenshotsInLittleRoom(t *testing.T) {
	a := newAlbum(t, "1024x700")
	for _, c := range colours {
		a.desk.prefer(c.mode)
		a.do(a.open(a.example(c.ending)), a.fill)
		a.places("-1024x700" + c.ending)
	}
}

// TestScreenshotsEnlarged takes the places at 150 %, as laptops with small screens
// of many pixels have it: as much room as the least.
func TestScreenshotsEnlarged(t *testing.T) {
	a := newAlbum(t, "1536x1050")
	a.desk.scale = "1.5"
	for _, c := range colours {
		a.desk.prefer(c.mode)
		a.do(a.open(a.example(c.ending)), a.fill)
		a.places("-150" + c.ending)
	}
}
