package export

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // the forms of a logo
	_ "image/png"
)

// Limits on a picture that came from elsewhere, and the size in pixels at which
// it is kept: 7 cm wide in print at 300 dots an inch.
const (
	MaxPicture = 2 << 20 // bytes
	MaxPixels  = 8 << 20
	keptWidth  = 900
	keptHeight = 400
)

// Picture is a picture on a white ground, ready to draw.
type Picture struct {
	Width, Height int
	RGB           []byte // three bytes a pixel, from the top left
	Alt           string // says what it shows
}

// NewPicture reads a PNG or JPEG. A large one is made smaller, by whole
// factors; one over the limits, or of another kind, is a StyleError.
func NewPicture(data []byte, alt string) (*Picture, error) {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || kind != "png" && kind != "jpeg" { // another part of the program may know more kinds
		return nil, &StyleError{Fault: StyleNoPicture, Key: "logo"}
	}
	if len(data) > MaxPicture || size.Width*size.Height > MaxPixels {
		return nil, &StyleError{Fault: StylePictureLarge, Key: "logo"}
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil || img.Bounds().Empty() {
		return nil, &StyleError{Fault: StyleNoPicture, Key: "logo"}
	}
	b := img.Bounds()
	factor := max(1, (b.Dx()+keptWidth-1)/keptWidth, (b.Dy()+keptHeight-1)/keptHeight)
	p := &Picture{Width: max(1, b.Dx()/factor), Height: max(1, b.Dy()/factor), Alt: alt}
	p.RGB = make([]byte, 0, 3*p.Width*p.Height)
	for y := range p.Height {
		for x := range p.Width {
			at := image.Rect(x*factor, y*factor, (x+1)*factor, (y+1)*factor).Add(b.Min).Intersect(b)
			r, g, b := average(img, at)
			p.RGB = append(p.RGB, r, g, b)
		}
	}
	return p, nil
}

// average is the colour of part of a picture, on white.
func average(img image.Image, part image.Rectangle) (r, g, b byte) {
	var sum [3]uint64
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			c := color.RGBA64Model.Convert(img.At(x, y)).(color.RGBA64) // multiplied by its alpha
			white := uint64(0xFFFF - c.A)
			sum[0] += uint64(c.R) + white
			sum[1] += uint64(c.G) + white
			sum[2] += uint64(c.B) + white
		}
	}
	n := uint64(part.Dx() * part.Dy())
	mean := func(i int) byte { return byte((sum[i]/n + 128) / 257) }
	return mean(0), mean(1), mean(2)
}
