package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// cardArea is what scrolls in a CardColumn: as high as all cards, with objects
// for those in view only.
type cardArea struct {
	widget.BaseWidget

	column *CardColumn
	stale  bool
}

var _ fyne.Widget = (*cardArea)(nil)

func newCardArea(column *CardColumn) *cardArea {
	a := &cardArea{column: column}
	a.ExtendBaseWidget(a)
	return a
}

// redraw lets the next refresh draw every card again.
func (a *cardArea) redraw() { a.stale = true }

// CreateRenderer is called by Fyne.
func (a *cardArea) CreateRenderer() fyne.WidgetRenderer {
	return &areaRenderer{area: a, shown: map[string]*cardView{}}
}

type areaRenderer struct {
	parts
	area  *cardArea
	shown map[string]*cardView
	spare []*cardView
}

func (r *areaRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.area.column.list.height())
}

func (r *areaRenderer) Layout(fyne.Size) { r.show() }

func (r *areaRenderer) Refresh() {
	if r.area.stale {
		r.area.stale = false
		for _, v := range r.shown {
			v.drawn = look{}
		}
		for _, v := range r.spare {
			v.drawn = look{}
		}
	}
	r.show()
	canvas.Refresh(r.area)
}

// show gives each card in view a view, and takes those of the others back.
func (r *areaRenderer) show() {
	c := r.area.column
	rows := c.list.rows
	top := c.scroll.Offset.Y
	first := c.list.at(top - ringGap)
	last := first
	for last < len(rows) && rows[last].top < top+c.scroll.Size().Height+ringGap {
		last++
	}
	r.release(rows[first:last])
	r.parts = r.parts[:0]
	for _, row := range rows[first:last] {
		v := r.view(row.card.Key)
		v.draw(pen{c}, c.list, row, c.lookOf(row))
		v.box.Move(fyne.NewPos(columnLead, row.top))
		r.parts = append(r.parts, v.box)
	}
	if c.editor != nil {
		c.editor.place(c.list)
		r.parts = append(r.parts, c.editor.content)
	}
}

func (r *areaRenderer) release(visible []*cardRow) {
	keep := make(map[string]bool, len(visible))
	for _, row := range visible {
		keep[row.card.Key] = true
	}
	for key, v := range r.shown {
		if !keep[key] {
			r.spare = append(r.spare, v)
			delete(r.shown, key)
		}
	}
}

func (r *areaRenderer) view(key string) *cardView {
	v := r.shown[key]
	if v == nil {
		if n := len(r.spare); n > 0 {
			v, r.spare = r.spare[n-1], r.spare[:n-1]
		} else {
			v = newCardView()
		}
		r.shown[key] = v
	}
	return v
}
