package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// Tab is one place of Tabs.
type Tab struct {
	Key  string // tells places apart, never shown
	Text string
}

// Tabs are the places of the program in the top bar; the current one is
// underlined. Arrow keys and the mouse choose another.
type Tabs struct {
	control

	OnSelect func(key string)

	tabs     []Tab
	selected int
}

var (
	_ fyne.Widget        = (*Tabs)(nil)
	_ fyne.Focusable     = (*Tabs)(nil)
	_ fyne.Shortcutable  = (*Tabs)(nil)
	_ fyne.Tappable      = (*Tabs)(nil)
	_ desktop.Cursorable = (*Tabs)(nil)
)

// NewTabs returns tabs of which the first is current.
func NewTabs(tabs ...Tab) *Tabs {
	t := &Tabs{tabs: tabs}
	t.ExtendBaseWidget(t)
	t.onKey = t.key
	return t
}

// Select makes a place current without calling OnSelect.
func (t *Tabs) Select(key string) {
	i := slices.IndexFunc(t.tabs, func(tab Tab) bool { return tab.Key == key })
	if i >= 0 && i != t.selected {
		t.selected = i
		t.Refresh()
	}
}

// Selected returns the key of the current place.
func (t *Tabs) Selected() string { return t.tabs[t.selected].Key }

// Cursor shows that tabs can be clicked.
func (t *Tabs) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped chooses the place under the pointer.
func (t *Tabs) Tapped(e *fyne.PointEvent) {
	for i, edge := range t.edges() {
		if e.Position.X >= edge.x && e.Position.X < edge.x+edge.width {
			t.choose(i)
		}
	}
}

func (t *Tabs) key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft:
		t.choose(t.selected - 1)
	case fyne.KeyRight:
		t.choose(t.selected + 1)
	default:
		return false
	}
	return true
}

func (t *Tabs) choose(i int) {
	if i < 0 || i >= len(t.tabs) || i == t.selected {
		return
	}
	t.selected = i
	t.Refresh()
	call1(t.OnSelect, t.tabs[i].Key)
}

// tabPad is the room at both sides of a word, tabHeight the height of the bar
// that tabs are made for.
const (
	tabPad    = 9
	tabHeight = 48
	tabBar    = 3
)

type edge struct{ x, width float32 }

// edges tells where the tabs are. Each is as wide as its word in bold, so that
// nothing moves when another becomes current.
func (t *Tabs) edges() []edge {
	size := pen{t}.size(theme.Body)
	edges := make([]edge, len(t.tabs))
	x := float32(0)
	for i, tab := range t.tabs {
		edges[i] = edge{x, widthOf(tab.Text, size, true) + 2*tabPad}
		x += edges[i].width
	}
	return edges
}

// CreateRenderer is called by Fyne.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	r := &tabsRenderer{tabs: t, bar: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	r.parts = parts{r.ring, r.bar}
	for range t.tabs {
		words := canvas.NewText("", nil)
		r.words = append(r.words, words)
		r.parts = append(r.parts, words)
	}
	r.Refresh()
	return r
}

type tabsRenderer struct {
	parts
	tabs  *Tabs
	words []*canvas.Text
	bar   *canvas.Rectangle
	ring  *canvas.Rectangle
}

func (r *tabsRenderer) MinSize() fyne.Size {
	width := float32(0)
	for _, e := range r.tabs.edges() {
		width += e.width
	}
	return fyne.NewSize(width, tabHeight)
}

func (r *tabsRenderer) Layout(size fyne.Size) {
	p := pen{r.tabs}
	for i, e := range r.tabs.edges() {
		current := i == r.tabs.selected
		ink := theme.Muted
		if current {
			ink = theme.Teal
		}
		p.write(r.words[i], r.tabs.tabs[i].Text, ink, theme.Body, current)
		x := e.x + (e.width-r.words[i].MinSize().Width)/2
		set(r.words[i], x, baseline(0, size.Height, r.words[i].TextSize))
		if current {
			p.box(r.bar, theme.Teal, "", theme.Border)
			place(r.bar, e.x, size.Height-tabBar, e.width, tabBar)
			p.ring(r.ring, r.tabs.focused)
			place(r.ring, e.x+2, 8, e.width-4, size.Height-16)
		}
	}
}

func (r *tabsRenderer) Refresh() { r.Layout(r.tabs.Size()) }
