package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// Field is a box to type in with a label above it and, when something is wrong,
// a sentence below it.
type Field struct {
	widget.BaseWidget

	Keys      *KeyRouter
	Limit     int // in characters
	OnChanged func(text string)
	OnSubmit  func(text string)
	OnLeave   func() // the cursor has gone elsewhere

	label, problem string
	input          *input
}

var _ fyne.Widget = (*Field)(nil)

// NewField returns an empty field. Without a label it is the box alone, for a
// row of a table.
func NewField(label, placeholder string) *Field {
	f := &Field{label: label, Limit: DefaultLimit}
	f.ExtendBaseWidget(f)
	f.input = newInput(func() *KeyRouter { return f.Keys }, func() int { return f.Limit })
	f.input.singleLine()
	f.input.SetPlaceHolder(placeholder)
	f.input.OnChanged = func(text string) { call1(f.OnChanged, text) }
	f.input.onFocus = func(focused bool) {
		if !focused {
			call(f.OnLeave)
		}
	}
	f.input.onEnter = func() { call1(f.OnSubmit, f.input.Text) }
	return f
}

// Text returns what stands in the field.
func (f *Field) Text() string { return f.input.Text }

// SetText puts a text in the field.
func (f *Field) SetText(text string) { f.input.SetText(text) }

// SetProblem says what is wrong below the field; empty takes it away.
func (f *Field) SetProblem(sentence string) {
	if f.problem != sentence {
		f.problem = sentence
		f.Refresh()
	}
}

// Problem returns the sentence below the field.
func (f *Field) Problem() string { return f.problem }

// Focus puts the cursor in the field.
func (f *Field) Focus() { giveFocus(f.input) }

// Target is what Fyne sees as the owner of the focus.
func (f *Field) Target() fyne.Focusable { return f.input }

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{field: f, label: canvas.NewText("", nil), problem: NewBanner()}
	r.parts = parts{r.label, f.input, r.problem}
	r.Refresh()
	return r
}

type fieldRenderer struct {
	parts
	field   *Field
	label   *canvas.Text
	problem *Banner
}

const (
	fieldLabel = 22
	fieldGap   = 4
)

func (r *fieldRenderer) MinSize() fyne.Size {
	least := float32(160)
	if r.field.label == "" {
		least = 40
	}
	size := fyne.NewSize(max(least, r.label.MinSize().Width), r.top()+r.field.input.MinSize().Height)
	if r.problem.Visible() {
		size.Height += fieldGap + r.problem.MinSize().Height
	}
	return size
}

// top is where the box begins.
func (r *fieldRenderer) top() float32 {
	if r.field.label == "" {
		return 0
	}
	return fieldLabel
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	set(r.label, 0, baseline(0, fieldLabel-4, r.label.TextSize))
	height := r.field.input.MinSize().Height
	place(r.field.input, 0, r.top(), size.Width, height)
	place(r.problem, 0, r.top()+height+fieldGap, size.Width, r.problem.MinSize().Height)
}

func (r *fieldRenderer) Refresh() {
	p := pen{r.field}
	p.write(r.label, r.field.label, theme.Ink, theme.Note, true)
	r.problem.Say(Bad, r.field.problem)
	r.field.input.Refresh()
	r.Layout(r.field.Size())
	canvas.Refresh(r.field)
}
