package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"oogst/ui/theme"
)

// TestCountsReadAtSevenToOne: the number on a cell of any depth, in any mode,
// and the number of the line that is spoken about.
func TestCountsReadAtSevenToOne(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark, theme.HighContrast} {
		test.NewTempApp(t).Settings().SetTheme(theme.New(mode))
		p := pen{NewSlide()}
		for n := range 13 {
			fill, ink := heat(p, n, 12)
			if got := contrastOf(p.color(ink), fill); got < 7 {
				t.Errorf("mode %d: %d of 12 reads at %.2f", mode, n, got)
			}
		}
		for _, ink := range []fyne.ThemeColorName{theme.Ink, theme.Green} {
			if got := contrastOf(p.color(ink), p.color(theme.Mist)); got < 4.5 || ink == theme.Ink && got < 7 {
				t.Errorf("mode %d: %s on the tint reads at %.2f", mode, ink, got)
			}
		}
	}
}

func TestDeeperCountsAreDeeper(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	p, before := pen{NewSlide()}, 0.0
	for n := range 13 {
		fill, _ := heat(p, n, 12)
		got := contrastOf(fill, p.color(theme.Surface))
		if got < before {
			t.Errorf("%d is lighter than %d", n, n-1)
		}
		before = got
	}
}

// contrastOf is the ratio of WCAG 2.2 between two opaque colours.
func contrastOf(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		of := func(v uint32) float64 {
			s := float64(v) / 0xffff
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*of(r) + 0.7152*of(g) + 0.0722*of(b)
	}
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}
