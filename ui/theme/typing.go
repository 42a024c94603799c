package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"
)

type typing struct{ size fyne.ThemeSizeName }

var _ fyne.Theme = typing{}

// Typing is the theme of the moment for one entry with text of the given size
// and more room around it. Fyne's entry takes both from the theme only.
func Typing(size fyne.ThemeSizeName) fyne.Theme { return typing{size: size} }

// current asks the settings: ftheme.Current would answer with the theme that is
// being drawn, which inside the override is this one.
func (typing) current() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color lets border and cursor of the focused entry be the focus ring.
func (t typing) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == ftheme.ColorNamePrimary {
		name = Ring
	}
	return t.current().Color(name, variant)
}

func (t typing) Font(style fyne.TextStyle) fyne.Resource { return t.current().Font(style) }

func (t typing) Icon(name fyne.ThemeIconName) fyne.Resource { return t.current().Icon(name) }

func (t typing) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case ftheme.SizeNameText:
		name = t.size
	case ftheme.SizeNameInnerPadding:
		return 12
	}
	return t.current().Size(name)
}
