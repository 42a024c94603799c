package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"

	"oogst/ui/theme"
)

// parts are the objects of a renderer that has nothing to destroy.
type parts []fyne.CanvasObject

func (p parts) Destroy() {}

func (p parts) Objects() []fyne.CanvasObject { return p }

// pen looks up colours and sizes for a widget, in the theme that holds there.
type pen struct{ w fyne.Widget }

func (p pen) color(name fyne.ThemeColorName) color.Color { return ftheme.ColorForWidget(name, p.w) }

func (p pen) size(name fyne.ThemeSizeName) float32 { return ftheme.SizeForWidget(name, p.w) }

// write sets what a text says and how, and redraws it.
func (p pen) write(t *canvas.Text, words string, ink fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) {
	t.Text = words
	t.Color = p.color(ink)
	t.TextSize = p.size(size)
	weigh(t, bold)
	t.Refresh()
}

// weigh makes a text bold, or not.
func weigh(t *canvas.Text, bold bool) {
	t.TextStyle, t.FontSource = fyne.TextStyle{Bold: bold}, fontOf(bold)
}

// fontOf is the font that a text names; none is the theme's.
func fontOf(bold bool) fyne.Resource {
	if bold {
		return theme.Bold
	}
	return nil
}

// ReadFonts lets Fyne read the fonts of plain, bold and typed text, which it
// otherwise does at the first word. Nothing else may measure or draw text meanwhile.
func ReadFonts() {
	widthOf("a", 1, false)
	widthOf("a", 1, true)
	fyne.MeasureText("a", 1, theme.Typed)
}

// widthOf measures words as weigh draws them.
func widthOf(words string, size float32, bold bool) float32 {
	s, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, size, fyne.TextStyle{Bold: bold}, fontOf(bold))
	return s.Width
}

// box fills and borders a rectangle with rounded corners and redraws it; an
// empty name leaves fill or border out.
func (p pen) box(r *canvas.Rectangle, fill, line fyne.ThemeColorName, width fyne.ThemeSizeName) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, 0
	if fill != "" {
		r.FillColor = p.color(fill)
	}
	if line != "" {
		r.StrokeColor = p.color(line)
		r.StrokeWidth = p.size(width)
	}
	r.Refresh()
}

// ring draws the keyboard focus on a rectangle, or takes it away.
func (p pen) ring(r *canvas.Rectangle, focused bool) {
	r.CornerRadius = p.size(theme.Corner) + ringGap
	r.Hidden = !focused
	p.box(r, "", theme.Ring, theme.Strong)
}

// ringGap is the room between a control and its focus ring.
const ringGap = 3

// surround places a ring around an area.
func surround(r *canvas.Rectangle, pos fyne.Position, size fyne.Size) {
	r.Move(pos.SubtractXY(ringGap, ringGap))
	r.Resize(size.AddWidthHeight(2*ringGap, 2*ringGap))
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// set places a text with its baseline at y and returns where it ends.
func set(t *canvas.Text, x, y float32) (end float32) {
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, t.FontSource)
	place(t, x, y-baseline, size.Width, size.Height)
	return x + size.Width
}

// shorten cuts the words of a text to a width, with an ellipsis.
func shorten(t *canvas.Text, width float32) {
	m := newMeasure(t.TextSize, t.TextStyle.Bold)
	t.Text = m.elide(t.Text, max(width, 0))
}

// capHeight is the height of a capital in Source Sans 3, per pixel of size:
// sCapHeight 660 of 1000 units.
const capHeight = 0.66

// baseline returns where text of a size must stand for its capitals to be in
// the middle of a space.
func baseline(top, height, size float32) float32 {
	return float32(int(top + (height+capHeight*size)/2 + 0.5))
}
