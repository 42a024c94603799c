//go:build e2e

package main

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// album makes pictures of the window, in OOGST_SCREENSHOTS or where they are
// thrown away: that each screen can be reached by keys is worth a test anyway.
type album struct {
	t      *testing.T
	folder string
	desk   *desk
	last   *image.NRGBA
}

func newAlbum(t *testing.T) *album {
	a := &album{t: t, folder: os.Getenv("OOGST_SCREENSHOTS"), desk: newDesk(t)}
	if a.folder == "" {
		a.folder = t.TempDir()
	}
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
	return a
}

// shoot takes steps, each of which has to be seen on screen, and saves the
// window.
func (a *album) shoot(name string, width, height int, steps ...func()) {
	a.t.Helper()
	for _, step := range steps {
		step()
		a.last, _ = a.desk.drawn(a.last)
	}
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.Draw(picture, picture.Rect, a.last, image.Point{}, draw.Src)
	f, err := os.Create(filepath.Join(a.folder, name+".png"))
	if err != nil {
		a.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, picture); err != nil {
		a.t.Fatal(err)
	}
}

func TestScreenshots(t *testing.T) {
	a := newAlbum(t)
	d := a.desk
	file := d.path("Oogst bestuurlijk overleg.oogst")
	d.oogst("example", file)
	var w *window
	open := func(args ...string) func() {
		return func() {
			if w != nil {
				w.kill()
				a.last, _ = d.drawn(a.last) // an empty screen
			}
			w = d.open(args...)
		}
	}
	press := func(chords ...string) func() { return func() { d.press(chords...) } }
	write := func(words string) func() { return func() { d.write(words) } }
	full := func(name string, steps ...func()) { a.shoot(name, 1280, 800, steps...) }

	full("start", open())
	full("capture", open(file), press("ctrl+3", "F6"), write("Wijkcentrum open in het week"))
	full("find", press("ctrl+f"), write("zorg"))
	full("keys", press("Escape"), press("F1"))
	full("prepare", press("Escape"), press("alt+1"))
	full("share", press("ctrl+e"))
	d.prefer("2")
	full("capture-dark", open(file), press("ctrl+3", "F6"))
	d.prefer("3")
	full("capture-contrast", open(file), press("ctrl+3", "F6"))
	d.prefer("1")
	narrow := func() { d.tool("xdotool", "windowsize", w.id, "1024", "700") }
	a.shoot("capture-1024x700", 1024, 700, open(file), press("ctrl+3", "F6"), narrow)
}
