package kit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/kit"
	"oogst/ui/theme"
)

func manyCards(n int) []kit.Card {
	words := strings.Fields("de jeugd zorg techniek werk samen leren wijk scholen bedrijven gemeente netwerk " +
		"aandacht arbeidsmarkt inbedding overlegtafel gezinnen ervaringen toekomst beroepen zichtbaar maken van")
	cards := make([]kit.Card, n)
	for i := range cards {
		var b strings.Builder
		for j := range 4 + i%17 {
			b.WriteString(words[(i*7+j*5)%len(words)])
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d", i)
		cards[i] = kit.Card{Key: fmt.Sprint(i), Text: b.String(), Footer: fmt.Sprintf("A%d", i)}
	}
	return cards
}

// BenchmarkSetCards fills a column with 10,000 cards that it has not seen. The
// ratio is to Fyne laying out 100 labels with the same texts, which is a screen
// or two of them.
func BenchmarkSetCards(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	cards := manyCards(10_000)
	var labels time.Duration
	for b.Loop() {
		c := kit.NewCardColumn()
		c.Resize(fyne.NewSize(260, 600))
		c.SetCards(cards)

		b.StopTimer()
		start := time.Now()
		box := container.NewVBox()
		for _, card := range cards[:100] {
			l := widget.NewLabel(card.Text)
			l.Wrapping = fyne.TextWrapWord
			box.Add(l)
		}
		box.Resize(fyne.NewSize(260, 600))
		labels += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(labels), "x-100-labels")
}

// BenchmarkSetCardsAgain gives a column the cards that it has.
func BenchmarkSetCardsAgain(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	cards := manyCards(10_000)
	c := kit.NewCardColumn()
	c.Resize(fyne.NewSize(260, 600))
	c.SetCards(cards)
	for b.Loop() {
		c.SetCards(cards)
	}
}

// BenchmarkUpdateCard changes one card out of 10,000.
func BenchmarkUpdateCard(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	cards := manyCards(10_000)
	c := kit.NewCardColumn()
	c.Resize(fyne.NewSize(260, 600))
	c.SetCards(cards)
	for i := 0; b.Loop(); i++ {
		card := cards[3]
		card.Text = fmt.Sprint(card.Text, i%10)
		c.Update(card)
	}
}

// BenchmarkKey types a character at the end of 8,000 and reports the ratio to
// Fyne's bare entry of the same size doing the same.
func BenchmarkKey(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	text := strings.Repeat("leren van gezinnen waar het goed gaat ", 211)[:8000]
	line := kit.NewLineEntry("")
	line.Resize(fyne.NewSize(980, 54))
	line.SetText(text)
	bare := widget.NewMultiLineEntry()
	bare.Wrapping = fyne.TextWrapWord
	same := container.NewThemeOverride(bare, theme.Typing(theme.Capture))
	same.Resize(fyne.NewSize(980, 54))
	bare.SetText(text)
	bare.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	back := &fyne.KeyEvent{Name: fyne.KeyBackspace}
	var plain time.Duration
	for b.Loop() {
		line.Target().TypedRune('e')
		line.Target().TypedKey(back)

		b.StopTimer()
		start := time.Now()
		bare.TypedRune('e')
		bare.TypedKey(back)
		plain += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(plain), "x-entry")
}
