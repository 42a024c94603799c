package text

import (
	"fmt"
	"strings"
)

// Sentences about a house style.

// FlagStyle explains the option.
const FlagStyle = "huisstijl: een .json-bestand met logo, kleuren en organisatie"

// StyleUnreadable is about a file that is no house style.
func StyleUnreadable(path string) string {
	return sprintf("%q is geen huisstijl: het is geen JSON met alleen tekst tussen aanhalingstekens. Verbeter het bestand, of haal het weg.", path)
}

// StyleUnknownKey is about a word in a house style that means nothing.
func StyleUnknownKey(path, key string) string {
	return sprintf("In de huisstijl %q staat “%s”. Oogst kent alleen organisation, color, secondColor, logo en logoText.", path, key)
}

// StyleBadColor is about a colour that can't be read.
func StyleBadColor(path, key, value string) string {
	return sprintf("In de huisstijl %q is %s “%s”. Schrijf een kleur als #0A4F58.", path, key, value)
}

// StyleLowContrast is about a colour that is too light for text.
func StyleLowContrast(path, key, value string, contrast, least float64) string {
	return sprintf("In de huisstijl %q is %s “%s” te licht: het contrast met wit is %s, en tekst is leesbaar vanaf %s. Kies een donkerder kleur.",
		path, key, value, ratio(contrast), ratio(least))
}

// ratio writes a contrast, "4,5 op 1".
func ratio(c float64) string { return strings.Replace(fmt.Sprintf("%.1f op 1", c), ".", ",", 1) }

// StyleNoPicture is about a logo that can't be drawn.
func StyleNoPicture(path string) string {
	return sprintf("Het logo %q is geen plaatje dat Oogst kan lezen. Gebruik een PNG of een JPEG.", path)
}

// StylePictureLarge is about a logo over the limits.
func StylePictureLarge(path string, megabytes, pixels int) string {
	return sprintf("Het logo %q is te groot. Het mag hooguit %d MB en %s beeldpunten zijn.", path, megabytes, Number(pixels))
}
