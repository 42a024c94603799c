package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// RailItem is one row of a RailList.
type RailItem struct {
	Key    string // tells rows apart, never shown
	Digit  string // the key that chooses it
	Badge  string
	Color  fyne.ThemeColorName // of the badge
	Name   string
	Count  string
	Apart  bool // set apart from those above
	Dashed bool // the badge stands for nobody
}

// RailList is the list at the left: who is on, and how much each has said. One
// row is selected; arrow keys and the mouse select another.
type RailList struct {
	control

	OnSelect func(key string)

	items    []RailItem
	selected string
}

var (
	_ fyne.Widget        = (*RailList)(nil)
	_ fyne.Focusable     = (*RailList)(nil)
	_ fyne.Shortcutable  = (*RailList)(nil)
	_ fyne.Tappable      = (*RailList)(nil)
	_ desktop.Cursorable = (*RailList)(nil)
)

// NewRailList returns a list without rows.
func NewRailList() *RailList {
	l := &RailList{}
	l.ExtendBaseWidget(l)
	l.onKey = l.key
	return l
}

// SetItems changes the rows; what is selected stays so.
func (l *RailList) SetItems(items []RailItem) {
	if !slices.Equal(l.items, items) {
		l.items = slices.Clone(items)
		l.Refresh()
	}
}

// Select selects a row without calling OnSelect; an unknown key selects none.
func (l *RailList) Select(key string) {
	if l.selected != key {
		l.selected = key
		l.Refresh()
	}
}

// Place returns where the selected row begins and how high it is, to scroll to.
func (l *RailList) Place() (top, height float32) {
	at := slices.IndexFunc(l.items, func(i RailItem) bool { return i.Key == l.selected })
	return l.top(max(at, 0)), railRow
}

// Selected returns the key of the selected row.
func (l *RailList) Selected() string { return l.selected }

// Cursor shows that rows can be clicked.
func (l *RailList) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped selects the row under the pointer.
func (l *RailList) Tapped(e *fyne.PointEvent) {
	giveFocus(l)
	for i := range l.items {
		if top := l.top(i); e.Position.Y >= top && e.Position.Y < top+railRow {
			l.choose(i)
		}
	}
}

func (l *RailList) key(key fyne.KeyName) bool {
	at := slices.IndexFunc(l.items, func(i RailItem) bool { return i.Key == l.selected })
	switch key {
	case fyne.KeyUp:
		l.choose(max(at, 1) - 1)
	case fyne.KeyDown:
		l.choose(at + 1)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(len(l.items) - 1)
	default:
		return false
	}
	return true
}

func (l *RailList) choose(i int) {
	if i < 0 || i >= len(l.items) || l.items[i].Key == l.selected {
		return
	}
	l.Select(l.items[i].Key)
	call1(l.OnSelect, l.selected)
}

// The measures of a rail, in pixels.
const (
	railEdge  = 8 // around the rows
	railRow   = 44
	railBreak = 17 // before a row that is set apart
	railWidth = 224
	railBadge = 26
	railLine  = 18 // from line to line in a name of two
)

// top returns where a row begins.
func (l *RailList) top(at int) float32 {
	y := float32(railEdge + at*railRow)
	for i := 1; i <= at; i++ {
		if l.items[i].Apart {
			y += railBreak
		}
	}
	return y
}

// CreateRenderer is called by Fyne.
func (l *RailList) CreateRenderer() fyne.WidgetRenderer {
	r := &railRenderer{list: l}
	r.Refresh()
	return r
}

type railRenderer struct {
	parts
	list  *RailList
	rows  []*railView
	names *measure
	bolds *measure
}

func (r *railRenderer) MinSize() fyne.Size {
	return fyne.NewSize(railWidth, r.list.top(len(r.list.items)-1)+railRow+railEdge)
}

func (r *railRenderer) Layout(size fyne.Size) {
	if size.IsZero() {
		return // not placed yet
	}
	p := pen{r.list}
	r.parts = r.parts[:0]
	for i, item := range r.list.items {
		if i == len(r.rows) {
			r.rows = append(r.rows, newRailView())
		}
		r.rows[i].draw(p, r, item, r.list.top(i), size.Width)
		r.parts = append(r.parts, r.rows[i].objects...)
	}
}

func (r *railRenderer) Refresh() {
	size := pen{r.list}.size(theme.Body)
	if r.names == nil || r.names.size != size {
		r.names = newMeasure(size, false)
		r.bolds = newMeasure(size, true)
	}
	r.Layout(r.list.Size())
}
