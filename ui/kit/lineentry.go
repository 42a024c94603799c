package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// DefaultLimit is how many characters a line holds unless its owner says
// otherwise: five pages of text, far beyond what one remark takes.
const DefaultLimit = 10_000

// lineRows is how many rows a line grows to before it scrolls.
const lineRows = 4

// LineEntry is the line in which one types live: large, and growing with its text.
// Enter calls OnSubmit and leaves the text alone; the owner clears it once the
// text is safe.
type LineEntry struct {
	widget.BaseWidget

	Keys      *KeyRouter
	Limit     int // in characters
	OnChanged func(text string)
	OnSubmit  func(text string)
	OnRecall  func() // arrow up while empty
	OnEscape  func()
	OnLimit   func() // a character did not fit
	OnCut     func() // a part of what was pasted did not fit; without it OnLimit

	// Expand gives what a word stands for, when a space is typed behind it. One
	// backspace brings the word back.
	Expand func(word string) (string, bool)
	// Complete gives the end of the text before the cursor that Tab replaces, and
	// by what; where that end is empty Tab moves the focus.
	Complete func(before string) (end, whole string)

	input   *input
	content *container.ThemeOverride
	focused bool

	expanded, abbreviated string // what the last space made, and of which word
}

var _ fyne.Widget = (*LineEntry)(nil)

// NewLineEntry returns an empty line that shows the placeholder.
func NewLineEntry(placeholder string) *LineEntry {
	l := &LineEntry{Limit: DefaultLimit}
	l.ExtendBaseWidget(l)
	l.input = newInput(func() *KeyRouter { return l.Keys }, func() int { return l.Limit })
	l.input.SetPlaceHolder(placeholder)
	l.input.OnChanged = func(text string) {
		l.grow()
		call1(l.OnChanged, text)
	}
	l.input.onEnter = func() { call1(l.OnSubmit, l.input.Text) }
	l.input.onUp = func() { call(l.OnRecall) }
	l.input.onEscape = func() { call(l.OnEscape) }
	l.input.onLimit = func() { call(l.OnLimit) }
	l.input.onCut = func() {
		if l.OnCut == nil {
			call(l.OnLimit)
		}
		call(l.OnCut)
	}
	l.input.wantsTab = func() bool { end, _ := l.completion(); return end != "" }
	l.input.onTab = l.complete
	l.input.onSpace = l.expand
	l.input.onKey = l.contract
	l.input.onFocus = func(focused bool) { l.focused = focused }
	l.content = container.NewThemeOverride(l.input, theme.Typing(theme.Capture))
	return l
}

// Text returns what stands in the line.
func (l *LineEntry) Text() string { return l.input.Text }

// SetText puts a text in the line with the cursor behind it, and forgets the
// typing that could be undone.
func (l *LineEntry) SetText(text string) {
	l.input.SetText(text)
	l.input.cursorToEnd()
}

// Clear empties the line.
func (l *LineEntry) Clear() { l.SetText("") }

// SetPlaceholder sets the words in the empty line.
func (l *LineEntry) SetPlaceholder(words string) { l.input.SetPlaceHolder(words) }

// Focus puts the cursor in the line.
func (l *LineEntry) Focus() { giveFocus(l.input) }

// Focused says whether the cursor is in the line.
func (l *LineEntry) Focused() bool { return l.focused }

// Target is what Fyne sees as the owner of the focus.
func (l *LineEntry) Target() fyne.Focusable { return l.input }

// grow asks for the rows that the text needs.
func (l *LineEntry) grow() {
	if l.input.fitRows(lineRows) {
		canvas.Refresh(l)
	}
}

// CreateRenderer is called by Fyne.
func (l *LineEntry) CreateRenderer() fyne.WidgetRenderer {
	return &lineRenderer{parts: parts{l.content}, line: l}
}

type lineRenderer struct {
	parts
	line *LineEntry
}

func (r *lineRenderer) MinSize() fyne.Size { return r.line.content.MinSize() }

func (r *lineRenderer) Layout(size fyne.Size) {
	r.line.content.Resize(size)
	r.line.grow()
}

// Refresh leaves the theme override alone: refreshed, it is another one to Fyne,
// which then reads the fonts again at the next letter and keeps the former, 3 MB
// each time that the gemeente or soort changed.
func (r *lineRenderer) Refresh() { r.line.input.Refresh() }
