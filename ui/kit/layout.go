package kit

import (
	"fyne.io/fyne/v2"
)

// NewDock puts objects along the edges and the middle one in what is left, with
// a gap between them. Fyne's border layout always leaves the padding of the
// theme, which would show the paper between two bars. Any object may be nil.
func NewDock(gap float32, top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	d := &dock{gap: gap, top: top, bottom: bottom, left: left, right: right, middle: middle}
	c := &fyne.Container{Layout: d}
	// In the order in which one reads, which is that of the Tab key.
	for _, o := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

type dock struct {
	gap                              float32
	top, bottom, left, right, middle fyne.CanvasObject
}

func shown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

// room returns what an object at an edge needs, with the gap.
func (d *dock) room(o fyne.CanvasObject) fyne.Size {
	if !shown(o) {
		return fyne.Size{}
	}
	return o.MinSize().AddWidthHeight(d.gap, d.gap)
}

func (d *dock) MinSize([]fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	if shown(d.middle) {
		size = d.middle.MinSize()
	}
	for _, o := range []fyne.CanvasObject{d.left, d.right} {
		if shown(o) {
			size = fyne.NewSize(size.Width+d.room(o).Width, max(size.Height, o.MinSize().Height))
		}
	}
	for _, o := range []fyne.CanvasObject{d.top, d.bottom} {
		if shown(o) {
			size = fyne.NewSize(max(size.Width, o.MinSize().Width), size.Height+d.room(o).Height)
		}
	}
	return size
}

func (d *dock) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom := d.room(d.top).Height, d.room(d.bottom).Height
	left, right := d.room(d.left).Width, d.room(d.right).Width
	inner := size.Height - top - bottom
	if shown(d.top) {
		place(d.top, 0, 0, size.Width, top-d.gap)
	}
	if shown(d.bottom) {
		place(d.bottom, 0, size.Height-bottom+d.gap, size.Width, bottom-d.gap)
	}
	if shown(d.left) {
		place(d.left, 0, top, left-d.gap, inner)
	}
	if shown(d.right) {
		place(d.right, size.Width-right+d.gap, top, right-d.gap, inner)
	}
	if shown(d.middle) {
		place(d.middle, left, top, size.Width-left-right, inner)
	}
}

// NewColumns puts objects side by side, equally wide, with a gap between them.
// Card columns keep their own and take a gap of 0.
func NewColumns(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: columns{gap}, Objects: objects}
}

type columns struct{ gap float32 }

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, n := fyne.Size{}, float32(0)
	for _, o := range objects {
		if o.Visible() {
			size = size.Max(o.MinSize())
			n++
		}
	}
	return fyne.NewSize(size.Width*n+c.gap*max(n-1, 0), size.Height)
}

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(0)
	for _, o := range objects {
		if o.Visible() {
			n++
		}
	}
	// Whole pixels keep the edges of the cards sharp.
	width := float32(int((size.Width - c.gap*max(n-1, 0)) / max(n, 1)))
	x := float32(0)
	for _, o := range objects {
		if o.Visible() {
			place(o, x, 0, width, size.Height)
			x += width + c.gap
		}
	}
}
