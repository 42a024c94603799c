package pdf

import (
	"encoding/hex"

	"oogst/export/pdf/tagged"
)

// style is how a text looks: font, colour, and height of a line in points.
type style struct {
	font  tagged.Font
	color tagged.Color
	lead  float64
}

func bold(size float64) tagged.Font    { return tagged.Font{Style: tagged.Bold, Size: size} }
func regular(size float64) tagged.Font { return tagged.Font{Style: tagged.Regular, Size: size} }

// The colours: contrast with white is at least 7:1 where there is text.
func ink() tagged.Color   { return tagged.Color{R: 0x1B, G: 0x24, B: 0x30} }
func muted() tagged.Color { return tagged.Color{R: 0x3A, G: 0x45, B: 0x53} }
func amber() tagged.Color { return tagged.Color{R: 0x5C, G: 0x3D, B: 0x00} }
func honey() tagged.Color { return tagged.Color{R: 0xFF, G: 0xF1, B: 0xCC} } // behind amber
func mist() tagged.Color  { return tagged.Color{R: 0xF1, G: 0xF5, B: 0xF6} } // behind row headers
func haze() tagged.Color  { return tagged.Color{R: 0xD9, G: 0xD4, B: 0xC8} } // lines to a page number
func sand() tagged.Color  { return tagged.Color{R: 0xB5, G: 0xAE, B: 0xA0} } // lines between rows
// heat is the ground of a shaded count: from nearly white to a light teal that
// ink still reads on at 7:1.
func heat(part float64) tagged.Color {
	mix := func(from, to float64) uint8 { return uint8(from + (to-from)*part) }
	return tagged.Color{R: mix(0xF2, 0x9C), G: mix(0xF8, 0xCF), B: mix(0xF8, 0xD1)}
}

func white() tagged.Color { return tagged.Color{R: 0xFF, G: 0xFF, B: 0xFF} }

// The styles of text.
func body() style   { return style{regular(10.5), ink(), 14.5} }
func quiet() style  { return style{regular(10.5), muted(), 14.5} }
func remark() style { return style{regular(9), muted(), 12} }
func code() style   { return style{bold(10.5), ink(), 14.5} }
func small() style  { return style{regular(8), muted(), 10} }

func headRow() style   { return style{bold(9), white(), 12} }
func rowHead() style   { return style{bold(9), ink(), 11.5} }
func cell() style      { return style{regular(8.5), ink(), 11.5} }
func cellCode() style  { return style{bold(8.5), ink(), 11.5} }
func quietCell() style { return style{regular(8.5), muted(), 11.5} }

// heading is the style of a heading of level 1 to 3.
func heading(level int) style {
	switch level {
	case 1:
		return style{bold(21), ink(), 26}
	case 2:
		return style{bold(13.5), ink(), 18}
	}
	return style{bold(11), ink(), 15}
}

// main is the colour of grounds below white text, and of lines.
func (l *layout) main() tagged.Color { return color(l.meta.Style.Main()) }

// accent is a section's or heading's own colour, "#RRGGBB", or else the main one.
func (l *layout) accent(s string) tagged.Color {
	if s == "" {
		return l.main()
	}
	return color(s)
}

// color reads "#RRGGBB"; anything else is ink.
func color(s string) tagged.Color {
	if len(s) == 7 && s[0] == '#' {
		if rgb, err := hex.DecodeString(s[1:]); err == nil {
			return tagged.Color{R: rgb[0], G: rgb[1], B: rgb[2]}
		}
	}
	return ink()
}
