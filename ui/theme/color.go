package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"
)

// Colours by role. Text in Ink, Muted, Faint and in an accent reads at 7:1 or
// better on Surface; the test of this package computes it.
const (
	Paper        fyne.ThemeColorName = "oogstPaper"   // behind everything
	Surface      fyne.ThemeColorName = "oogstSurface" // cards, bars
	Rail         fyne.ThemeColorName = "oogstRail"    // the list at the left
	Field        fyne.ThemeColorName = "oogstField"   // where one types
	Line         fyne.ThemeColorName = "oogstLine"    // around a card, between rows
	Rule         fyne.ThemeColorName = "oogstRule"    // between parts of the window
	Ink          fyne.ThemeColorName = "oogstInk"
	Muted        fyne.ThemeColorName = "oogstMuted"
	Faint        fyne.ThemeColorName = "oogstFaint"
	Teal         fyne.ThemeColorName = "oogstTeal"
	Brown        fyne.ThemeColorName = "oogstBrown"
	Indigo       fyne.ThemeColorName = "oogstIndigo"
	Crimson      fyne.ThemeColorName = "oogstCrimson"
	Green        fyne.ThemeColorName = "oogstGreen"
	Purple       fyne.ThemeColorName = "oogstPurple"
	Blue         fyne.ThemeColorName = "oogstBlue"
	OnAccent     fyne.ThemeColorName = "oogstOnAccent" // text on a filled accent
	Amber        fyne.ThemeColorName = "oogstAmber"
	AmberSurface fyne.ThemeColorName = "oogstAmberSurface"
	Mist         fyne.ThemeColorName = "oogstMist"   // a quiet tag
	KeyCap       fyne.ThemeColorName = "oogstKeyCap" // behind the name of a key
	Hover        fyne.ThemeColorName = "oogstHover"
	Ring         fyne.ThemeColorName = "oogstRing" // keyboard focus
)

// Accent turns the colour name of a programme template ("teal") into a colour
// of the palette. A name it does not know becomes ink: readable, not an error.
func Accent(name string) fyne.ThemeColorName {
	switch name {
	case "teal":
		return Teal
	case "brown":
		return Brown
	case "indigo":
		return Indigo
	case "crimson":
		return Crimson
	case "green":
		return Green
	case "purple":
		return Purple
	case "blue":
		return Blue
	}
	return Ink
}

// On returns the colour of text on a fill of the given colour.
func On(fill fyne.ThemeColorName) fyne.ThemeColorName {
	switch fill {
	case Ink, Teal, Brown, Indigo, Crimson, Green, Purple, Blue:
		return OnAccent
	case AmberSurface:
		return Amber
	}
	return Ink
}

// stock answers Fyne's names with roles of ours.
func (p palette) stock(name fyne.ThemeColorName) (color.Color, bool) {
	if role, ok := stockRole(name); ok {
		return p[role], true
	}
	switch name {
	case ftheme.ColorNameFocus, ftheme.ColorNamePressed:
		return faded(p[Ring], 0x40), true
	case ftheme.ColorNameScrollBar:
		return faded(p[Muted], 0x99), true
	case ftheme.ColorNameScrollBarBackground:
		return color.Transparent, true
	case ftheme.ColorNameShadow:
		return color.NRGBA{A: 0x33}, true
	}
	return nil, false
}

func stockRole(name fyne.ThemeColorName) (fyne.ThemeColorName, bool) {
	switch name {
	case ftheme.ColorNameBackground:
		return Paper, true
	case ftheme.ColorNameForeground:
		return Ink, true
	case ftheme.ColorNamePrimary, ftheme.ColorNameHyperlink:
		return Teal, true
	case ftheme.ColorNameForegroundOnPrimary, ftheme.ColorNameForegroundOnError,
		ftheme.ColorNameForegroundOnSuccess, ftheme.ColorNameForegroundOnWarning:
		return OnAccent, true
	case ftheme.ColorNameButton, ftheme.ColorNameDisabledButton, ftheme.ColorNameSelection:
		return Mist, true
	case ftheme.ColorNameMenuBackground, ftheme.ColorNameOverlayBackground:
		return Surface, true
	case ftheme.ColorNameHeaderBackground:
		return Rail, true
	case ftheme.ColorNameInputBackground:
		return Field, true
	// A border that must be seen to find the field: 3:1 or more.
	case ftheme.ColorNameInputBorder, ftheme.ColorNamePlaceHolder, ftheme.ColorNameDisabled:
		return Faint, true
	case ftheme.ColorNameError:
		return Crimson, true
	case ftheme.ColorNameSuccess:
		return Green, true
	case ftheme.ColorNameWarning:
		return Amber, true
	case ftheme.ColorNameHover:
		return Hover, true
	case ftheme.ColorNameSeparator:
		return Rule, true
	}
	return "", false
}

func faded(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
