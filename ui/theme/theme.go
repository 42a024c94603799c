// Package theme holds how Oogst looks: palette, sizes and typeface, in light,
// dark and high contrast. Widgets ask for names; only this package knows values.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"

	"oogst/assets"
)

// Mode is what a person chooses in the settings.
type Mode int

// The modes. FollowSystem is light or dark, as the computer is.
const (
	FollowSystem Mode = iota
	Light
	Dark
	HighContrast
)

type oogst struct {
	mode            Mode
	day, night      palette
	regular, italic fyne.Resource
}

// Bold is the typeface of bold text that names its font itself. Fyne reads two
// more fonts beside each style that a theme gives (painter/font.go, lookupFaces
// in v2.8.1); for text with a font of its own it doesn't.
var Bold = fyne.NewStaticResource("SourceSans3-Bold.ttf", assets.SourceSans3Bold)

// Typed is the style of plain text in an entry with a theme of its own (Typing).
// For each such entry Fyne reads the fonts of its style anew: for plain text
// four, for symbols two.
var Typed = fyne.TextStyle{Symbol: true}

var _ fyne.Theme = (*oogst)(nil)

// New returns the program's theme in the given mode.
func New(mode Mode) fyne.Theme {
	night := dark()
	if mode == HighContrast {
		night = highContrast()
	}
	return &oogst{
		mode:    mode,
		day:     light(),
		night:   night,
		regular: fyne.NewStaticResource("SourceSans3-Regular.ttf", assets.SourceSans3Regular),
		italic:  fyne.NewStaticResource("SourceSans3-Italic.ttf", assets.SourceSans3Italic),
	}
}

// Color returns our value for our own names and for those of Fyne, so that
// stock widgets fit in without being wrapped.
func (t *oogst) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := t.day
	if t.mode == Dark || t.mode == HighContrast || t.mode == FollowSystem && variant == ftheme.VariantDark {
		p, variant = t.night, ftheme.VariantDark
	} else {
		variant = ftheme.VariantLight
	}
	if c, ok := p[name]; ok {
		return c
	}
	if c, ok := p.stock(name); ok {
		return c
	}
	return ftheme.DefaultTheme().Color(name, variant)
}

// Font returns Source Sans 3. Monospaced text keeps Fyne's font, and so do
// symbols that ours doesn't have.
func (t *oogst) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace:
		return ftheme.DefaultTheme().Font(style)
	case style.Bold:
		return Bold
	case style.Italic:
		return t.italic
	}
	return t.regular
}

// Icon returns Fyne's icons: they take their colour from the palette.
func (t *oogst) Icon(name fyne.ThemeIconName) fyne.Resource {
	return ftheme.DefaultTheme().Icon(name)
}

// Size returns our sizes, Fyne's own for what we do not name.
func (t *oogst) Size(name fyne.ThemeSizeName) float32 {
	if name == Border && t.mode == HighContrast {
		return 2
	}
	if s, ok := sizeOf(name); ok {
		return s
	}
	return ftheme.DefaultTheme().Size(name)
}
