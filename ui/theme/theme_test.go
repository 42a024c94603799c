package theme_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	ftheme "fyne.io/fyne/v2/theme"

	"oogst/ui/theme"
)

var modes = map[string]theme.Mode{"light": theme.Light, "dark": theme.Dark, "highcontrast": theme.HighContrast}

type pair struct{ text, ground fyne.ThemeColorName }

// textPairs are the combinations in which the kit and Fyne's widgets draw text.
func textPairs() []pair {
	var pairs []pair
	accents := []fyne.ThemeColorName{
		theme.Teal, theme.Brown, theme.Indigo, theme.Crimson, theme.Green, theme.Purple, theme.Blue,
	}
	for _, ground := range []fyne.ThemeColorName{theme.Paper, theme.Surface, theme.Rail, theme.Field} {
		for _, ink := range []fyne.ThemeColorName{theme.Ink, theme.Muted, theme.Faint} {
			pairs = append(pairs, pair{ink, ground})
		}
	}
	for _, accent := range accents {
		pairs = append(pairs, pair{accent, theme.Surface}, pair{theme.On(accent), accent})
	}
	return append(pairs,
		pair{theme.On(theme.Ink), theme.Ink},
		pair{theme.Crimson, theme.Paper},
		pair{theme.Teal, theme.Paper},
		pair{theme.Amber, theme.AmberSurface},
		pair{theme.Amber, theme.Surface},
		pair{theme.Ink, theme.Mist},
		pair{theme.Ink, theme.KeyCap},
		pair{ftheme.ColorNameForeground, ftheme.ColorNameBackground},
		pair{ftheme.ColorNameForeground, ftheme.ColorNameInputBackground},
		pair{ftheme.ColorNameForeground, ftheme.ColorNameMenuBackground},
		pair{ftheme.ColorNameForeground, ftheme.ColorNameButton},
		pair{ftheme.ColorNameForeground, ftheme.ColorNameSelection},
		pair{ftheme.ColorNamePlaceHolder, ftheme.ColorNameInputBackground},
		pair{ftheme.ColorNameForegroundOnPrimary, ftheme.ColorNamePrimary},
	)
}

func TestTextReadsAtSevenToOne(t *testing.T) {
	test.NewTempApp(t)
	examined := 0
	for name, mode := range modes {
		th := theme.New(mode)
		for _, p := range textPairs() {
			got := contrast(th.Color(p.text, ftheme.VariantLight), th.Color(p.ground, ftheme.VariantLight))
			if got < 7 {
				t.Errorf("%s: %s on %s is %.2f, want 7", name, p.text, p.ground, got)
			}
			examined++
		}
	}
	if examined != 3*40 {
		t.Errorf("examined %d pairs, want %d", examined, 3*40)
	}
}

// What must be seen to use a control, but is not text, needs 3:1 (WCAG 1.4.11).
func TestControlsStandOutAtThreeToOne(t *testing.T) {
	test.NewTempApp(t)
	for name, mode := range modes {
		th := theme.New(mode)
		for _, p := range []pair{
			{theme.Ring, theme.Paper},
			{theme.Ring, theme.Surface},
			{theme.Ring, theme.Rail},
			{ftheme.ColorNameInputBorder, theme.Surface},
			{ftheme.ColorNameInputBorder, theme.Paper},
		} {
			got := contrast(th.Color(p.text, 0), th.Color(p.ground, 0))
			if got < 3 {
				t.Errorf("%s: %s on %s is %.2f, want 3", name, p.text, p.ground, got)
			}
		}
	}
}

func TestFollowSystemIsTheVariantOfTheSystem(t *testing.T) {
	test.NewTempApp(t)
	system, light, dark := theme.New(theme.FollowSystem), theme.New(theme.Light), theme.New(theme.Dark)
	for _, name := range []fyne.ThemeColorName{theme.Paper, theme.Ink, ftheme.ColorNameForeground} {
		if system.Color(name, ftheme.VariantLight) != light.Color(name, ftheme.VariantDark) {
			t.Errorf("%s: a light system is not light", name)
		}
		if system.Color(name, ftheme.VariantDark) != dark.Color(name, ftheme.VariantLight) {
			t.Errorf("%s: a dark system is not dark", name)
		}
	}
}

func TestAccentOfTemplate(t *testing.T) {
	for name, want := range map[string]fyne.ThemeColorName{
		"teal": theme.Teal, "brown": theme.Brown, "indigo": theme.Indigo, "crimson": theme.Crimson,
		"green": theme.Green, "purple": theme.Purple, "blue": theme.Blue,
		"": theme.Ink, "Teal ": theme.Ink, "magenta": theme.Ink,
	} {
		if got := theme.Accent(name); got != want {
			t.Errorf("Accent(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestSizesOfTheDesign(t *testing.T) {
	th := theme.New(theme.Light)
	for name, want := range map[fyne.ThemeSizeName]float32{
		theme.Capture: 21, theme.Title: 26, theme.Body: 15, theme.Small: 12, theme.Hint: 11,
		theme.Step: 4, theme.Corner: 8, ftheme.SizeNameText: 15, theme.Border: 1,
	} {
		if got := th.Size(name); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if got := theme.New(theme.HighContrast).Size(theme.Border); got != 2 {
		t.Errorf("border in high contrast is %v, want 2", got)
	}
}

func TestTypefaceIsSourceSans(t *testing.T) {
	th := theme.New(theme.Light)
	seen := map[string]bool{}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}} {
		seen[th.Font(style).Name()] = true
	}
	for _, want := range []string{"SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf", "SourceSans3-Italic.ttf"} {
		if !seen[want] {
			t.Errorf("no style uses %s", want)
		}
	}
}

// contrast is the ratio of WCAG 2.2 between two opaque colours.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(v uint32) float64 {
	s := float64(v) / 0xffff
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
