package screen

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"oogst/model"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// fullTable is Vastleggen with 2,000 lines of some ten words.
func fullTable(b *testing.B) *table {
	words := strings.Fields("de jeugd zorg techniek werk samen leren wijk scholen bedrijven gemeente netwerk aandacht " +
		"arbeidsmarkt inbedding overlegtafel gezinnen ervaringen toekomst beroepen zichtbaar maken van")
	lines := make([]model.Capture, 2_000)
	for i := range lines {
		var line []string
		for j := range 4 + i%13 {
			line = append(line, words[(i*7+j*5)%len(words)])
		}
		lines[i] = said([]string{"GM0303", "GM0034"}[i%2], []string{"idea", "pilotidea"}[i/2%2], fmt.Sprint(strings.Join(line, " "), i))
	}
	x := sitDown(b, lines...)
	x.capture.ChooseNth(1)
	return x
}

// bare is what Fyne itself does: an entry, and a label below it.
func bare(b *testing.B) (*widget.Entry, *widget.Label) {
	e, l := widget.NewMultiLineEntry(), widget.NewLabel("")
	e.Wrapping, l.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
	w := test.NewTempWindow(b, container.NewBorder(nil, e, nil, nil, l))
	w.Resize(fyne.NewSize(1024, 700))
	w.Canvas().Focus(e)
	return e, l
}

const typedLine = "leren van gezinnen en scholen in de wijk "

// BenchmarkKey is what a key costs until its glyph is laid out, with 2,000 lines
// loaded; the ratio is to Fyne's entry with nothing else in the window.
func BenchmarkKey(b *testing.B) {
	x := fullTable(b)
	e, _ := bare(b)
	var other time.Duration
	n := 0
	for b.Loop() {
		r := rune(typedLine[n%len(typedLine)])
		if n++; n%len(typedLine) == 0 {
			b.StopTimer()
			x.capture.line.Clear()
			e.SetText("")
			b.StartTimer()
		}
		x.Canvas().Focused().TypedRune(r)

		b.StopTimer()
		start := time.Now()
		e.TypedRune(r)
		other += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(other), "x-bare-entry")
}

// BenchmarkEnter is from Enter to the card in its column, 2,000 lines and more
// loaded; the ratio is to an entry that is emptied into a label.
func BenchmarkEnter(b *testing.B) {
	x := fullTable(b)
	e, l := bare(b)
	var other time.Duration
	for n := 0; b.Loop(); n++ {
		words := fmt.Sprint(typedLine, n)
		b.StopTimer()
		x.capture.line.SetText(words)
		e.SetText(words)
		b.StartTimer()
		x.press(fyne.KeyReturn)

		b.StopTimer()
		start := time.Now()
		l.SetText(e.Text)
		e.SetText("")
		other += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(other), "x-bare-label")
}

// BenchmarkChoose is another gemeente with a thousand lines.
func BenchmarkChoose(b *testing.B) {
	x := fullTable(b)
	for n := 0; b.Loop(); n++ {
		x.capture.ChooseNth(n%2 + 1)
	}
}

// BenchmarkOverview opens the matrix, and the slide with all texts.
func BenchmarkOverview(b *testing.B) {
	x := fullTable(b)
	b.Run("matrix", func(b *testing.B) {
		for b.Loop() {
			x.capture.Matrix()
		}
	})
	b.Run("slide", func(b *testing.B) {
		for b.Loop() {
			x.capture.Slide()
		}
	})
}
