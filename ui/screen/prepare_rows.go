package screen

import (
	"slices"
	"strings"
	"time"

	"oogst/ui/kit"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// nameLimit is how many characters a name holds: as many as a template takes.
const nameLimit = 300

// cell is a field whose text is stored when one leaves it, presses Enter, or
// stops typing for a while where after is set.
type cell struct {
	field   *kit.Field
	prepare *Prepare
	shown   string
	after   time.Duration
	stop    func()
	put     func(value string) bool
}

// cell makes a field; put stores a value and tells whether it was taken.
func (p *Prepare) cell(label, hint string, limit int, put func(value string) bool) *cell {
	c := &cell{field: kit.NewField(label, hint), prepare: p, put: put, stop: func() {}}
	c.field.Keys, c.field.Limit = p.keys, limit
	c.field.OnChanged = func(string) { c.typed() }
	c.field.OnSubmit = func(string) { c.leave() }
	c.field.OnLeave = func() { c.leave() }
	return c
}

// set shows a value, unless another is being typed.
func (c *cell) set(value string) {
	typed := strings.TrimSpace(c.field.Text()) != c.shown
	c.shown = value
	if !typed && c.field.Text() != value {
		c.field.SetText(value)
	}
}

func (c *cell) typed() {
	if strings.TrimSpace(c.field.Text()) == c.shown {
		return
	}
	c.prepare.typing[c] = true
	if c.after > 0 {
		c.stop()
		c.stop = c.prepare.host.Clock().AfterFunc(c.after, c.pause)
	}
}

// pause stores what stands there while one may go on typing.
func (c *cell) pause() {
	if value := strings.TrimSpace(c.field.Text()); value != c.shown {
		c.put(value)
	}
}

// leave stores what was typed. What is refused stays there, to be put right or
// tried again; only an emptied name of a row becomes what it was.
func (c *cell) leave() (stored bool) {
	c.stop()
	value := strings.TrimSpace(c.field.Text())
	if value != c.shown && !c.put(value) && (value != "" || c.field.Problem() != "") {
		return false
	}
	delete(c.prepare.typing, c)
	if c.field.Text() != c.shown {
		c.field.SetText(c.shown)
	}
	return true
}

// rows shows a row for each item and keeps the rows that stay, so that the
// focus stays too.
type rows[T any] struct {
	box  *fyne.Container
	made map[string]itemRow[T]
	key  func(T) string
	make func(key string) itemRow[T]
}

// itemRow is one row; show renders the nth item in it.
type itemRow[T any] struct {
	object fyne.CanvasObject
	show   func(n int, item T)
}

func newRows[T any](key func(T) string, make func(key string) itemRow[T]) *rows[T] {
	return &rows[T]{box: stack(6), made: map[string]itemRow[T]{}, key: key, make: make}
}

func (r *rows[T]) set(items []T) {
	objects := make([]fyne.CanvasObject, len(items))
	for i, item := range items {
		key := r.key(item)
		one, ok := r.made[key]
		if !ok {
			one = r.make(key)
			r.made[key] = one
		}
		one.show(i, item)
		objects[i] = one.object
	}
	if !slices.Equal(objects, r.box.Objects) {
		r.box.Objects = objects
		r.box.Refresh()
	}
}

// pick is a button that shows what is chosen and opens the menu of what could
// be.
type pick struct {
	button  *kit.Button
	label   string // what is being chosen
	options []option
	chosen  func(key string)
}

type option struct{ key, name string }

func (p *Prepare) pick(label string, chosen func(key string)) *pick {
	k := &pick{label: label, chosen: chosen}
	k.button = p.button("", kit.Outline, func() { k.open(p.host.Canvas()) })
	return k
}

// set shows the option with a key, out of those that there are.
func (k *pick) set(options []option, key string) {
	k.options = options
	for _, o := range options {
		if o.key == key {
			k.button.SetText(o.name + " ▾")
			k.button.Label = k.label + ": " + o.name
		}
	}
}

// open shows the menu below the button, which has the focus afterwards.
func (k *pick) open(c fyne.Canvas) {
	var items []*fyne.MenuItem
	for _, o := range k.options {
		items = append(items, fyne.NewMenuItem(o.name, func() { k.chosen(o.key) }))
	}
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	pop.OnDismiss = func() {
		pop.Hide()
		c.Focus(k.button)
	}
	pop.ShowAtRelativePosition(fyne.NewPos(0, k.button.Size().Height), k.button)
}

// columns puts objects beside each other in columns of fixed widths; those of
// width 0 share what is left. Rows with the same widths line up.
func columns(widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fixedColumns(widths), Objects: objects}
}

// columnNames is the row above such rows.
func columnNames(widths []float32, names ...string) fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(names))
	for i, n := range names {
		line := kit.NewLine(kit.Run{Text: n, Size: theme.Note, Bold: true})
		line.Most = 1
		objects[i] = line
	}
	return columns(widths, objects...)
}

type fixedColumns []float32

// columnGap is the room between columns, columnLeast what a shared one needs.
const (
	columnGap   = 10
	columnLeast = 80
)

func (f fixedColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(columnGap*float32(len(f)-1), 0)
	for i, o := range objects {
		width := f[i]
		if width == 0 {
			width = columnLeast
		}
		size = fyne.NewSize(size.Width+width, max(size.Height, o.MinSize().Height))
	}
	return size
}

func (f fixedColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shared, left := float32(0), size.Width-columnGap*float32(len(f)-1)
	for _, w := range f {
		if left -= w; w == 0 {
			shared++
		}
	}
	x := float32(0)
	for i, o := range objects {
		width := f[i]
		if width == 0 {
			width = float32(int(left / shared))
		}
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, float32(int((size.Height-height)/2))))
		o.Resize(fyne.NewSize(width, height))
		x += width + columnGap
	}
}
