package export

import (
	"cmp"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// ownColor is the colour of documents without a house style.
const ownColor = "#0A4F58"

// Style is the house style of who publishes. The zero value is the program's own.
type Style struct {
	Organisation  string   // instead of the one that the session names; may be empty
	First, Second string   // "#RRGGBB": grounds below white text, and lines; text on white. Empty for our own
	Logo          *Picture // nil for none
}

// Main is the colour of grounds and lines.
func (s Style) Main() string { return cmp.Or(s.First, ownColor) }

// Accent is the colour of text that stands out.
func (s Style) Accent() string { return cmp.Or(s.Second, s.Main()) }

// MaxStyle is the size of the largest house style file, in bytes.
const MaxStyle = 64 << 10

// MinContrast is how much the colours of a house style contrast with white, as
// WCAG 2.2 counts it for text of any size (1.4.3).
const MinContrast = 4.5

// Fault says what is wrong with a house style.
type Fault int

// The faults.
const (
	StyleUnreadable   Fault = iota // no JSON object of texts
	StyleUnknownKey                // Value
	StyleBadColor                  // Value is no "#RRGGBB"
	StyleLowContrast               // of Value
	StyleNoPicture                 // the logo is no PNG or JPEG
	StylePictureLarge              // the logo is over MaxPicture or MaxPixels
)

// StyleError refuses a house style.
type StyleError struct {
	Fault    Fault
	Key      string // of the file: "color", "logo"
	Value    string
	Contrast float64
}

func (e *StyleError) Error() string {
	return fmt.Sprintf("house style: fault %d at %s: %q", e.Fault, e.Key, e.Value)
}

// ParseStyle reads a house style: a JSON object with the keys organisation,
// color, secondColor, logo (the name of a file, which open reads) and logoText,
// what a person who can't see the logo reads. All may be left out. What isn't
// in order is a StyleError, or the error of open.
func ParseStyle(data []byte, open func(name string) ([]byte, error)) (Style, error) {
	var keys map[string]string
	if len(data) > MaxStyle || json.Unmarshal(data, &keys) != nil {
		return Style{}, &StyleError{Fault: StyleUnreadable}
	}
	known := []string{"organisation", "color", "secondColor", "logo", "logoText"}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if !slices.Contains(known, key) {
			return Style{}, &StyleError{Fault: StyleUnknownKey, Value: key}
		}
	}
	s := Style{Organisation: strings.Join(strings.Fields(keys["organisation"]), " ")}
	var err error
	if s.First, err = styleColor("color", keys["color"]); err != nil {
		return Style{}, err
	}
	if s.Second, err = styleColor("secondColor", keys["secondColor"]); err != nil {
		return Style{}, err
	}
	if name := keys["logo"]; name != "" {
		file, err := open(name)
		if err != nil {
			return Style{}, err
		}
		if s.Logo, err = NewPicture(file, cmp.Or(strings.TrimSpace(keys["logoText"]), s.Organisation, name)); err != nil {
			return Style{}, err
		}
	}
	return s, nil
}

func styleColor(key, value string) (string, error) {
	if value == "" {
		return "", nil
	}
	rgb, err := hex.DecodeString(strings.TrimPrefix(value, "#"))
	if err != nil || len(rgb) != 3 {
		return "", &StyleError{Fault: StyleBadColor, Key: key, Value: value}
	}
	if c := contrastWithWhite(rgb); c < MinContrast {
		return "", &StyleError{Fault: StyleLowContrast, Key: key, Value: value, Contrast: c}
	}
	return fmt.Sprintf("#%X", rgb), nil
}

// contrastWithWhite is the ratio of WCAG 2.2.
func contrastWithWhite(rgb []byte) float64 {
	luminance := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(rgb[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		luminance += weight * c
	}
	return 1.05 / (luminance + 0.05)
}
