package theme_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	ftheme "fyne.io/fyne/v2/theme"

	"oogst/ui/theme"
)

// Stock widgets ask for these; each must come from our palette.
func TestStockWidgetsTakeOurColours(t *testing.T) {
	test.NewTempApp(t)
	roles := map[fyne.ThemeColorName]fyne.ThemeColorName{
		ftheme.ColorNameBackground: theme.Paper, ftheme.ColorNameForeground: theme.Ink,
		ftheme.ColorNamePrimary: theme.Teal, ftheme.ColorNameHyperlink: theme.Teal,
		ftheme.ColorNameForegroundOnPrimary: theme.OnAccent, ftheme.ColorNameForegroundOnError: theme.OnAccent,
		ftheme.ColorNameButton: theme.Mist, ftheme.ColorNameSelection: theme.Mist,
		ftheme.ColorNameMenuBackground: theme.Surface, ftheme.ColorNameOverlayBackground: theme.Surface,
		ftheme.ColorNameHeaderBackground: theme.Rail, ftheme.ColorNameInputBackground: theme.Field,
		ftheme.ColorNameInputBorder: theme.Faint, ftheme.ColorNamePlaceHolder: theme.Faint,
		ftheme.ColorNameError: theme.Crimson, ftheme.ColorNameSuccess: theme.Green, ftheme.ColorNameWarning: theme.Amber,
		ftheme.ColorNameHover: theme.Hover, ftheme.ColorNameSeparator: theme.Rule,
	}
	for mode, m := range modes {
		th := theme.New(m)
		for stock, role := range roles {
			if got, want := th.Color(stock, ftheme.VariantLight), th.Color(role, ftheme.VariantLight); got != want {
				t.Errorf("%s: %s is %v, want that of %s, %v", mode, stock, got, role, want)
			}
		}
		for _, stock := range []fyne.ThemeColorName{
			ftheme.ColorNameFocus, ftheme.ColorNamePressed, ftheme.ColorNameScrollBar, ftheme.ColorNameShadow,
		} {
			if _, _, _, alpha := th.Color(stock, ftheme.VariantLight).RGBA(); alpha == 0 || alpha == 0xffff {
				t.Errorf("%s: %s has alpha %x, want see-through", mode, stock, alpha)
			}
		}
	}
}

func TestTypingIsTheThemeOfTheMomentWithItsOwnSize(t *testing.T) {
	app := test.NewTempApp(t)
	typing := theme.Typing(theme.Capture)
	for mode, m := range modes {
		th := theme.New(m)
		app.Settings().SetTheme(th)
		if got := typing.Size(ftheme.SizeNameText); got != 21 {
			t.Errorf("%s: text is %v, want 21", mode, got)
		}
		for name, role := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			ftheme.ColorNamePrimary: theme.Ring, ftheme.ColorNameForeground: theme.Ink,
		} {
			if got, want := typing.Color(name, ftheme.VariantLight), th.Color(role, ftheme.VariantLight); got != want {
				t.Errorf("%s: %s is %v, want %v", mode, name, got, want)
			}
		}
		if typing.Font(fyne.TextStyle{Bold: true}).Name() != "SourceSans3-Bold.ttf" {
			t.Errorf("%s: typed in another typeface", mode)
		}
	}
}
