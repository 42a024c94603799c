package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

type palette map[fyne.ThemeColorName]color.NRGBA

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, alpha uint8) color.NRGBA { return faded(rgb(hex), alpha) }

// light is calm paper with dark ink.
func light() palette {
	return palette{
		Paper:        rgb(0xF6F4EF),
		Surface:      rgb(0xFFFFFF),
		Rail:         rgb(0xFBFAF7),
		Field:        rgb(0xFFFEF9),
		Line:         rgb(0xE3DFD4),
		Rule:         rgb(0xD9D4C8),
		Ink:          rgb(0x1B2430),
		Muted:        rgb(0x3A4553),
		Faint:        rgb(0x434D5A),
		Teal:         rgb(0x0A4F58),
		Brown:        rgb(0x7A4B00),
		Indigo:       rgb(0x3A3787),
		Crimson:      rgb(0x8A1C2F),
		Green:        rgb(0x1D5C2A),
		Purple:       rgb(0x5B2A6E),
		Blue:         rgb(0x24407F),
		OnAccent:     rgb(0xFFFFFF),
		Amber:        rgb(0x5C3D00),
		AmberSurface: rgb(0xFFF1CC),
		Mist:         rgb(0xE8EDF2),
		KeyCap:       rgb(0xECE8DE),
		Hover:        rgba(0x1B2430, 0x0A),
		Ring:         rgb(0x0A4F58),
	}
}

// dark is the same paper at night: warm white on blue-black, accents lifted
// until they read as text, so filled blocks carry dark letters.
func dark() palette {
	return palette{
		Paper:        rgb(0x14181D),
		Surface:      rgb(0x1E242B),
		Rail:         rgb(0x191E24),
		Field:        rgb(0x12161B),
		Line:         rgb(0x343D47),
		Rule:         rgb(0x3F4954),
		Ink:          rgb(0xF0ECE3),
		Muted:        rgb(0xCBC8C0),
		Faint:        rgb(0xBFBDB6),
		Teal:         rgb(0x7CCFD6),
		Brown:        rgb(0xE6B566),
		Indigo:       rgb(0xBAB6F7),
		Crimson:      rgb(0xF7A6B0),
		Green:        rgb(0x93D6A0),
		Purple:       rgb(0xDDB0EA),
		Blue:         rgb(0xA9C6F7),
		OnAccent:     rgb(0x0E1318),
		Amber:        rgb(0xFFD98A),
		AmberSurface: rgb(0x43330F),
		Mist:         rgb(0x2F3944),
		KeyCap:       rgb(0x353C44),
		Hover:        rgba(0xF0ECE3, 0x12),
		Ring:         rgb(0x7CCFD6),
	}
}

// highContrast is black and white with every border drawn, and a yellow
// ring that cannot be taken for any other colour on the screen.
func highContrast() palette {
	return palette{
		Paper:        rgb(0x000000),
		Surface:      rgb(0x000000),
		Rail:         rgb(0x000000),
		Field:        rgb(0x000000),
		Line:         rgb(0xB8B8B8),
		Rule:         rgb(0xFFFFFF),
		Ink:          rgb(0xFFFFFF),
		Muted:        rgb(0xFFFFFF),
		Faint:        rgb(0xF0F0F0),
		Teal:         rgb(0x4DF0FF),
		Brown:        rgb(0xFFC24D),
		Indigo:       rgb(0xC4BFFF),
		Crimson:      rgb(0xFF9AA8),
		Green:        rgb(0x7DF59A),
		Purple:       rgb(0xF0A8FF),
		Blue:         rgb(0x9CC9FF),
		OnAccent:     rgb(0x000000),
		Amber:        rgb(0xFFE45C),
		AmberSurface: rgb(0x332B00),
		Mist:         rgb(0x2A2A2A),
		KeyCap:       rgb(0x2A2A2A),
		Hover:        rgba(0xFFFFFF, 0x26),
		Ring:         rgb(0xFFE45C),
	}
}
