package tagged

import (
	"fmt"
	"strings"
)

// Picture is a picture in sRGB: three bytes a pixel, from the top left.
type Picture struct {
	Width, Height int
	RGB           []byte
}

// Picture draws a picture as a figure of its own, last in parent. The text says
// what it shows to who can't see it; PDF/UA doesn't do without.
func (d *Doc) Picture(parent *Elem, p Picture, x, y, width, height float64, text string) {
	switch {
	case strings.TrimSpace(Clean(text)) == "":
		d.fail("a picture without a text")
	case p.Width <= 0 || p.Height <= 0 || len(p.RGB) != 3*p.Width*p.Height:
		d.fail("a picture of %d by %d pixels has %d bytes", p.Width, p.Height, len(p.RGB))
	case d.current == 0:
		d.fail("a picture before the first page")
	}
	if d.err != nil {
		return
	}
	bottom := d.pages[d.current-1].height - y - height
	e := parent.Add(Figure)
	e.attr = fmt.Sprintf("/Alt%s/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>",
		textString(Clean(text)), x, bottom, x+width, bottom+height)
	d.Mark(e, func() {
		d.raw(fmt.Sprintf("q %.2f 0 0 %.2f %.2f %.2f cm /I%d Do Q", width, height, x, bottom, len(d.pictures)))
		d.pictures = append(d.pictures, p)
	})
}
