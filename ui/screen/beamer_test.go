package screen_test

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/screen"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"pgregory.net/rapid"
)

var fullHD = fyne.NewSize(1920, 1080)

// onBeamer opens a beamer of that size.
func onBeamer(t testing.TB, s *model.Session, h *roomHost, size fyne.Size) (*screen.Beamer, fyne.Window) {
	t.Helper()
	b := screen.NewBeamer(s, h.stage)
	t.Cleanup(b.Close)
	return b, look(t, theme.Light, size, b.Content())
}

func TestBeamerFollowsTheSession(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	b, _ := onBeamer(t, s, h, fullHD)
	wantSeen(t, b.Content(), "Nog geen regels.", true)
	wantSeen(t, b.Content(), "FICTIEF VOORBEELD", true)
	say(t, s, "idea", "Mixed woonvormen")
	wantSeen(t, b.Content(), "Mixed woonvormen", true)
	e := s.Cell(almere, "idea")[0]
	do(t, s, model.Edit{Entry: e.ID, Text: "Gemengd wonen"})
	wantSeen(t, b.Content(), "Gemengd wonen", true)
	wantSeen(t, b.Content(), "Mixed", false)
	h.stage.Choose(dronten)
	wantSeen(t, b.Content(), "Dronten", true)
	wantSeen(t, b.Content(), "Gemengd wonen", false)
	h.stage.Choose(almere)
	do(t, s, model.Withdraw{Entry: e.ID})
	wantSeen(t, b.Content(), "Gemengd wonen", false)
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	wantSeen(t, b.Content(), "Gemengd wonen", true)
}

func TestCurtainIsBlackAtOnceAndStaysSo(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	b, w := onBeamer(t, s, h, fyne.NewSize(320, 200))
	say(t, s, "idea", "Mixed woonvormen")
	h.stage.SetDark(true)
	say(t, s, "idea", "Tijdens de schorsing")
	h.stage.SetMode(screen.BeamerMatrix)
	if got := seen(b.Content()); got != "" {
		t.Errorf("behind the curtain stands %q", got)
	}
	picture := w.Canvas().Capture()
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if r, g, b, _ := picture.At(x, y).RGBA(); r+g+b != 0 {
				t.Fatalf("%v at %d,%d, want black", picture.At(x, y), x, y)
			}
		}
	}
	h.stage.SetMode(screen.BeamerLines)
	h.stage.SetDark(false)
	wantSeen(t, b.Content(), "Tijdens de schorsing", true)
}

// TestTheBeamerNeverShowsWhatIsInternal: whatever is typed, marked and shown,
// in any mode, no draft, internal line, note, source or withdrawn line is drawn.
func TestTheBeamerNeverShowsWhatIsInternal(t *testing.T) {
	startRoom(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, h := openRoom(t)
		capture := screen.NewCapture(h, s, "SECRET draft")
		b := screen.NewBeamer(s, h.stage)
		defer b.Close()
		b.Content().Resize(fullHD)
		for i := range rapid.IntRange(1, 15).Draw(rt, "steps") {
			c := model.Capture{Kind: "idea", Stakeholder: almere, Text: fmt.Sprint("open ", i), Note: "SECRET", Said: "SECRET", Origin: "SECRET"}
			switch rapid.IntRange(0, 4).Draw(rt, "step") {
			case 0:
				do(t, s, c)
			case 1:
				c.Text, c.Visibility = "SECRET", model.VisibilityInternal
				do(t, s, c)
			case 2:
				c.Text = "SECRET"
				if all := s.Cell(almere, "idea"); len(all) > 0 {
					do(t, s, model.Edit{Entry: all[0].ID, Text: "SECRET"})
					do(t, s, model.Withdraw{Entry: all[0].ID})
				}
			case 3:
				h.stage.NextMode()
			case 4:
				back := screen.NewReadBack(h, s)
				if h.stage.By[almere] = "SECRET"; rapid.Bool().Draw(rt, "confirm") {
					back.ConfirmAll()
				}
				if got := seen(b.Content()); strings.Contains(got, "SECRET") {
					rt.Fatalf("the room reads\n%s", got)
				}
				back.Close()
			}
			if got := seen(b.Content()); strings.Contains(got, "SECRET") {
				rt.Fatalf("the room reads\n%s", got)
			}
		}
		capture.Close()
	})
}

// TestTwelveLinesOfThirtyPoints: at 1080p text is at least 28 points (at 96 to
// the inch), and twelve short lines stand on the page.
func TestTwelveLinesOfThirtyPoints(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	b, _ := onBeamer(t, s, h, fullHD)
	for i := range 40 {
		say(t, s, "idea", fmt.Sprint("regel ", i))
	}
	n := 0
	walk(b.Content(), func(text *canvas.Text) {
		if strings.HasPrefix(text.Text, "regel ") {
			n++
			if points := text.TextSize * 72 / 96; points < 28 {
				t.Errorf("%q is %.1f points", text.Text, points)
			}
		}
	})
	if n != 12 {
		t.Errorf("%d lines are shown, want 12", n)
	}
	wantSeen(t, b.Content(), "regel 39\n", true)
	wantSeen(t, b.Content(), "regel 27\n", false)
	wantSeen(t, b.Content(), "40 regels", true)
}

func TestTheLineThatIsReadIsInView(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	b, _ := onBeamer(t, s, h, fullHD)
	for i := range 40 {
		say(t, s, "idea", fmt.Sprintf("regel %d. %seinde %d.", i, strings.Repeat("een lange zin ", i*i%50), i))
	}
	h.stage.SetReadingBack(true)
	all := s.OnBeamer(almere)
	for _, i := range []int{0, 1, 2, 5, 9, 20, 19, 18, 39, 38, 0, 30} {
		h.stage.Read(all[i].ID)
		wantSeen(t, b.Content(), fmt.Sprintf("regel %d. ", i), true)
		wantSeen(t, b.Content(), fmt.Sprintf("einde %d.", i), true)
	}
	wantSeen(t, b.Content(), "Klopt dit zo?", true)
}

func TestALineThatIsTooLongIsCutAtTheFoot(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	b, _ := onBeamer(t, s, h, fullHD)
	say(t, s, "idea", strings.Repeat("Een volle pagina. ", 400))
	for range 3 {
		lowest := float32(0)
		walk(b.Content(), func(text *canvas.Text) {
			if strings.Contains(text.Text, "pagina") {
				lowest = max(lowest, text.Position().Y+text.Size().Height)
			}
		})
		if lowest == 0 || lowest > 1010 {
			t.Errorf("the text ends at %v of 1080", lowest)
		}
		h.stage.NextMode()
		if h.stage.Mode == screen.BeamerMatrix {
			h.stage.NextMode()
		}
	}
}

func TestBeamerLetsGoWhenItCloses(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	b := screen.NewBeamer(s, h.stage)
	r := screen.NewReadBack(h, s)
	r.Close()
	b.Close()
	if s.Observers() != 0 || h.stage.Watchers() != 0 {
		t.Errorf("%d observers and %d watchers are left", s.Observers(), h.stage.Watchers())
	}
	if h.stage.ReadingBack {
		t.Error("the beamer still asks whether it is right")
	}
}

// TestBeamerRendersAsBefore compares each mode with its description in
// testdata, and keeps pictures of them in every theme for a person.
func TestBeamerRendersAsBefore(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	sayAll(t, s)
	do(t, s, model.Capture{Kind: "idea", Stakeholder: dronten, Text: "Mixed woonvormen"})
	all := s.OnBeamer(almere)
	do(t, s, model.Confirm{Entries: []model.ID{all[0].ID, all[1].ID}, By: "wethouder"})
	h.stage.Read(all[3].ID)
	states := []struct {
		name string
		set  func()
	}{
		{"lines", func() {}},
		{"single", func() { h.stage.SetMode(screen.BeamerSingle) }},
		{"matrix", func() { h.stage.SetMode(screen.BeamerMatrix) }},
		{"reading", func() { h.stage.SetMode(screen.BeamerLines); h.stage.SetReadingBack(true) }},
		{"dark", func() { h.stage.SetDark(true) }},
	}
	for _, state := range states {
		state.set()
		b, w := onBeamer(t, s, h, fyne.NewSize(1280, 800))
		test.AssertRendersToMarkup(t, "beamer_"+state.name+".xml", w.Canvas())
		for name, m := range map[string]theme.Mode{"light": theme.Light, "night": theme.Dark, "contrast": theme.HighContrast} {
			keep(t, "beamer_"+state.name+"_"+name, look(t, m, fullHD, screen.NewBeamer(s, h.stage).Content()).Canvas())
		}
		b.Close()
	}
}

// TestBeamerOfBusyAndNarrowRooms keeps pictures of what strains the page.
func TestBeamerOfBusyAndNarrowRooms(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	do(t, s, model.PutStakeholder{Stakeholder: model.Stakeholder{Name: "Gemeenschappelijke Gezondheidsdienst en Veiligheidsregio Flevoland en Gooi en Vechtstreek"}})
	long := s.Programme().Stakeholders[len(s.Programme().Stakeholders)-1].Key
	for i := range 30 {
		say(t, s, []string{"idea", "pilotidea", "characteristic", "attention"}[i%4], strings.Repeat("Samen leren van gezinnen waar het goed gaat ", 1+i%5))
	}
	do(t, s, model.Import{
		{Kind: "idea", Stakeholder: long, Text: strings.Repeat("Een volle pagina over alles wat hier nog nooit is gezegd. ", 60)},
		{Kind: "idea", Stakeholder: long, Text: "https://www.voorbeeld.nl/" + strings.Repeat("een/heel/lang/pad/", 12)},
		{Kind: "idea", Stakeholder: long, Text: "eerste regel\ntweede regel\n\nvierde regel"},
	})
	for name, size := range map[string]fyne.Size{"hd": fullHD, "4to3": fyne.NewSize(1024, 768), "window": fyne.NewSize(960, 600), "tall": fyne.NewSize(600, 900)} {
		for i, who := range []string{almere, long, dronten} {
			h.stage.Choose(who)
			for _, m := range []screen.BeamerMode{screen.BeamerLines, screen.BeamerMatrix, screen.BeamerSingle} {
				h.stage.SetMode(m)
				_, w := onBeamer(t, s, h, size)
				keep(t, fmt.Sprintf("strain_%s_%d_%d", name, i, m), w.Canvas())
				if got := w.Canvas().Size(); got != size {
					t.Errorf("the page needs %v, the display has %v", got, size)
				}
			}
		}
	}
}

// TestBeamerStandsOnTheColoursThatAreMeasured: the theme's own test holds the
// contrast of text on its surfaces; this one that the page stands on one.
func TestBeamerStandsOnTheColoursThatAreMeasured(t *testing.T) {
	startRoom(t)
	s, h := openRoom(t)
	for _, m := range []theme.Mode{theme.Light, theme.Dark, theme.HighContrast} {
		w := look(t, m, fyne.NewSize(640, 400), screen.NewBeamer(s, h.stage).Content())
		want := color.NRGBAModel.Convert(theme.New(m).Color(theme.Surface, 0))
		if got := color.NRGBAModel.Convert(w.Canvas().Capture().At(2, 2)); got != want {
			t.Errorf("mode %d: the page is %v, want %v", m, got, want)
		}
	}
}

// BenchmarkEnterToBeamer stores a line in a session with 2,000 and paints the
// beamer, and reports the ratio to a bare label with that line on a window as
// large. Both are painted by software here, which is nearly all of the time:
// laid-out-ms is what comes before painting.
func BenchmarkEnterToBeamer(b *testing.B) {
	startRoom(b)
	s, h := openRoom(b)
	var lines model.Import
	for i := range 2000 {
		lines = append(lines, model.Capture{Kind: "idea", Stakeholder: almere, Text: fmt.Sprint("Samen leren van gezinnen waar het goed gaat ", i)})
	}
	do(b, s, lines)
	bare := widget.NewLabel("")
	plain := look(b, theme.Light, fullHD, bare)
	_, w := onBeamer(b, s, h, fullHD)
	var label, laidOut time.Duration
	for i := 0; b.Loop(); i++ {
		words := fmt.Sprint("Nieuwe regel ", i)
		start := time.Now()
		say(b, s, "idea", words)
		laidOut += time.Since(start)
		w.Canvas().Capture()

		b.StopTimer()
		start = time.Now()
		bare.SetText(words)
		plain.Canvas().Capture()
		label += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(label), "x-bare-label")
	b.ReportMetric(float64(laidOut.Milliseconds())/float64(b.N), "laid-out-ms")
}
