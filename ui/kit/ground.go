package kit

import (
	_ "embed"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// ground is a large area of one colour: a card, a bar, a page. It looks like
// Fyne's rectangle, and is drawn in a third of the time where there is no
// graphics card and the processor fills every pixel: grounds are most of a
// window (decision 0019). A driver that draws no shaders, as that of tests, gets
// the rectangle.
type ground struct {
	look   *canvas.Rectangle
	shader *canvas.Shader
}

func newGround() *ground {
	g := &ground{look: canvas.NewRectangle(nil)}
	if _, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		g.shader = canvas.NewShader("ground", groundSource, groundSource)
		g.shader.Uniforms = map[string]float32{}
	}
	return g
}

// object is what Fyne draws.
func (g *ground) object() fyne.CanvasObject {
	if g.shader != nil {
		return g.shader
	}
	return g.look
}

func (g *ground) place(x, y, width, height float32) {
	place(g.object(), x, y, width, height)
	if g.shader != nil {
		g.shader.Uniforms["width"] = width
	}
}

// ground fills a ground and redraws it; an empty line leaves out the border, and
// a corner is a radius.
func (p pen) ground(g *ground, fill, line fyne.ThemeColorName, width fyne.ThemeSizeName, corner float32) {
	g.look.CornerRadius = corner
	p.box(g.look, fill, line, width)
	if g.shader != nil {
		g.shade()
	}
}

// shade tells the shader what the rectangle looks like.
func (g *ground) shade() {
	u := g.shader.Uniforms
	u["corner"], u["border"] = g.look.CornerRadius, g.look.StrokeWidth
	border := g.look.StrokeColor
	if g.look.StrokeWidth == 0 {
		border = g.look.FillColor
	}
	for name, c := range map[string]color.Color{"fill": g.look.FillColor, "line": border} {
		part := color.NRGBAModel.Convert(c).(color.NRGBA)
		for i, v := range []uint8{part.R, part.G, part.B, part.A} {
			u[name+"RGBA"[i:i+1]] = float32(v) / 0xff
		}
	}
	g.shader.Refresh()
}

//go:embed ground.frag
var groundSource []byte
