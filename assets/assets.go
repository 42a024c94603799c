// Package assets holds what is embedded in the program: fonts, programme
// templates and the examples. It embeds and does nothing else.
package assets

import (
	"embed"
	_ "embed" // the fonts
)

// SourceSans3 in three styles: the typeface of window and documents (OFL 1.1,
// licence beside the files).
var (
	//go:embed fonts/SourceSans3-Regular.ttf
	SourceSans3Regular []byte
	//go:embed fonts/SourceSans3-Bold.ttf
	SourceSans3Bold []byte
	//go:embed fonts/SourceSans3-Italic.ttf
	SourceSans3Italic []byte
)

// Icon is the program's icon, 512 pixels wide.
//
//go:embed icon.png
var Icon []byte

// FyneDutch has the words of Fyne's own dialogs and menus, by their English.
//
//go:embed translations/fyne.nl.json
var FyneDutch []byte

// Templates holds templates/*.json, a programme template each.
//
//go:embed templates
var Templates embed.FS

// Examples holds examples/*.csv and examples/*.json, the lines of the examples
// and the meetings they belong to.
//
//go:embed examples
var Examples embed.FS
