package theme

import (
	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"
)

// Sizes by role, in pixels at 100 %.
const (
	Title   fyne.ThemeSizeName = "oogstTitle"   // the gemeente on screen
	Capture fyne.ThemeSizeName = "oogstCapture" // the capture line
	Heading fyne.ThemeSizeName = "oogstHeading" // over a panel
	Lead    fyne.ThemeSizeName = "oogstLead"    // the word in a mode block, the main action
	Body    fyne.ThemeSizeName = "oogstBody"
	Note    fyne.ThemeSizeName = "oogstNote" // one line of state or hints
	Small   fyne.ThemeSizeName = "oogstSmall"
	Hint    fyne.ThemeSizeName = "oogstHint" // key hints

	Step   fyne.ThemeSizeName = "oogstStep" // spacing comes in multiples of this
	Corner fyne.ThemeSizeName = "oogstCorner"
	Border fyne.ThemeSizeName = "oogstBorder" // thicker in high contrast
	Strong fyne.ThemeSizeName = "oogstStrong" // outline of what is chosen or focused
)

func sizeOf(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case Title:
		return 26, true
	case Capture:
		return 21, true
	case Heading, ftheme.SizeNameHeadingText:
		return 20, true
	case Lead, ftheme.SizeNameSubHeadingText:
		return 17, true
	case Body, ftheme.SizeNameText:
		return 15, true
	case Note:
		return 14, true
	case Small, ftheme.SizeNameCaptionText:
		return 12, true
	case Hint:
		return 11, true
	case Step, ftheme.SizeNamePadding, ftheme.SizeNameLineSpacing, ftheme.SizeNameScrollBarSmall:
		return 4, true
	case Corner, ftheme.SizeNameInnerPadding, ftheme.SizeNameInputRadius, ftheme.SizeNameButtonRadius,
		ftheme.SizeNameCardRadius, ftheme.SizeNameDialogRadius, ftheme.SizeNamePopupRadius,
		ftheme.SizeNameMenuRadius:
		return 8, true
	case Border, ftheme.SizeNameSeparatorThickness:
		return 1, true
	// Fyne draws the text cursor as wide as the border of its input.
	case Strong, ftheme.SizeNameInputBorder:
		return 2, true
	}
	return 0, false
}
