package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// Panel is a ground with content on it: a card, or a strip of the window.
type Panel struct {
	widget.BaseWidget

	content fyne.CanvasObject
	fill    fyne.ThemeColorName
	line    fyne.ThemeColorName
	pad     insets
	edge    edgeOf
}

// insets is the room between the border of a panel and its content.
type insets struct{ Top, Right, Bottom, Left float32 }

type edgeOf int

const (
	allAround edgeOf = iota
	onTop
	onRight
	onBottom
)

var _ fyne.Widget = (*Panel)(nil)

// NewPanel returns a white card with rounded corners around the content.
func NewPanel(content fyne.CanvasObject) *Panel {
	return newPanel(content, theme.Surface, theme.Line, allAround, insets{24, 24, 24, 24})
}

// NewTopBar returns a strip at the top of the window, with a line below it.
func NewTopBar(content fyne.CanvasObject) *Panel {
	return newPanel(content, theme.Surface, theme.Rule, onBottom, insets{Right: 16, Left: 16})
}

// NewSideBar returns a strip at the left of the window, with a line at its right.
func NewSideBar(content fyne.CanvasObject) *Panel {
	return newPanel(content, theme.Rail, theme.Rule, onRight, insets{Top: 4, Bottom: 4})
}

// NewBottomBar returns the strip at the bottom of the window in which one
// works, under a line in the program's own colour.
func NewBottomBar(content fyne.CanvasObject) *Panel {
	return newPanel(content, theme.Surface, theme.Teal, onTop, insets{12, 18, 14, 18})
}

func newPanel(content fyne.CanvasObject, fill, line fyne.ThemeColorName, edge edgeOf, pad insets) *Panel {
	p := &Panel{content: content, fill: fill, line: line, edge: edge, pad: pad}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by Fyne.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, ground: newGround(), line: canvas.NewRectangle(nil)}
	r.parts = parts{r.ground.object(), r.line, p.content}
	r.Refresh()
	return r
}

type panelRenderer struct {
	parts
	panel  *Panel
	ground *ground
	line   *canvas.Rectangle
}

func (r *panelRenderer) MinSize() fyne.Size {
	pad := r.panel.pad
	return r.panel.content.MinSize().AddWidthHeight(pad.Left+pad.Right, pad.Top+pad.Bottom)
}

func (r *panelRenderer) Layout(size fyne.Size) {
	pad := r.panel.pad
	r.ground.place(0, 0, size.Width, size.Height)
	place(r.panel.content, pad.Left, pad.Top, size.Width-pad.Left-pad.Right, size.Height-pad.Top-pad.Bottom)
	thick := pen{r.panel}.size(theme.Border)
	switch r.panel.edge {
	case onTop:
		place(r.line, 0, 0, size.Width, pen{r.panel}.size(theme.Strong))
	case onRight:
		place(r.line, size.Width-thick, 0, thick, size.Height)
	case onBottom:
		place(r.line, 0, size.Height-thick, size.Width, thick)
	}
}

func (r *panelRenderer) Refresh() {
	p := pen{r.panel}
	if r.panel.edge == allAround {
		r.line.Hide()
		p.ground(r.ground, r.panel.fill, r.panel.line, theme.Border, p.size(theme.Corner))
	} else {
		p.ground(r.ground, r.panel.fill, "", theme.Border, 0)
		p.box(r.line, r.panel.line, "", theme.Border)
	}
	r.Layout(r.panel.Size())
	r.panel.content.Refresh()
}
