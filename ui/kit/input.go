package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// input is Fyne's multi-line entry with the keys of this program: Enter ends,
// Shift+Enter makes a new line, Tab leaves, and what it does not use goes to
// the router. Characters only ever come from TypedRune, so dead keys work.
type input struct {
	widget.Entry

	keys     func() *KeyRouter
	limit    func() int // in characters
	onEnter  func()
	onEscape func()
	onUp     func() // arrow up while empty
	onLimit  func()
	onCut    func() // a part of what was pasted did not fit
	onFocus  func(bool)
	wantsTab func() bool
	onTab    func()
	onSpace  func() // after a space was typed
	onKey    func(fyne.KeyName) bool

	focused bool
	shift   bool
	rows    int
	words   *measure
}

var (
	_ fyne.Widget     = (*input)(nil)
	_ fyne.Focusable  = (*input)(nil)
	_ fyne.Tabbable   = (*input)(nil)
	_ desktop.Keyable = (*input)(nil)
)

func newInput(keys func() *KeyRouter, limit func() int) *input {
	in := &input{keys: keys, limit: limit}
	in.MultiLine = true
	in.TextStyle = theme.Typed
	in.Wrapping = fyne.TextWrapWord
	in.ExtendBaseWidget(in)
	in.rows = 1
	in.SetMinRowsVisible(1)
	return in
}

// CreateRenderer is called by Fyne.
func (in *input) CreateRenderer() fyne.WidgetRenderer {
	r := &inputRenderer{WidgetRenderer: in.Entry.CreateRenderer(), input: in, frame: newGround()}
	r.Refresh()
	return r
}

// inputRenderer draws one ground where Fyne's entry has a box and a border.
type inputRenderer struct {
	fyne.WidgetRenderer
	input   *input
	frame   *ground
	objects []fyne.CanvasObject
}

func (r *inputRenderer) Objects() []fyne.CanvasObject {
	const boxAndBorder = 2
	r.objects = append(append(r.objects[:0], r.frame.object()), r.WidgetRenderer.Objects()[boxAndBorder:]...)
	return r.objects
}

func (r *inputRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.frame.place(0, 0, size.Width, size.Height)
}

func (r *inputRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	line := theme.Faint
	if r.input.focused {
		line = theme.Ring
	}
	p := pen{r.input}
	p.ground(r.frame, theme.Field, line, theme.Strong, p.size(theme.Corner))
}

// singleLine keeps the text in one line that scrolls sideways.
func (in *input) singleLine() {
	in.MultiLine = false
	in.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
}

// AcceptsTab leaves Tab to the window, which moves the focus, unless there is
// something to complete.
func (in *input) AcceptsTab() bool { return !in.shift && in.wantsTab != nil && in.wantsTab() }

// FocusGained tells the owner, who draws the frame.
func (in *input) FocusGained() {
	in.focused = true
	in.Entry.FocusGained()
	call1(in.onFocus, true)
	in.keys().gotFocus()
}

// FocusLost forgets Shift: its release goes to whoever has the focus by then.
func (in *input) FocusLost() {
	in.shift, in.focused = false, false
	in.Entry.FocusLost()
	call1(in.onFocus, false)
}

// KeyDown remembers Shift, which TypedKey does not tell.
func (in *input) KeyDown(e *fyne.KeyEvent) {
	in.shift = in.shift || isShift(e.Name)
	in.Entry.KeyDown(e)
}

// KeyUp is called by Fyne when a key is released.
func (in *input) KeyUp(e *fyne.KeyEvent) {
	in.shift = in.shift && !isShift(e.Name)
	in.Entry.KeyUp(e)
}

func isShift(key fyne.KeyName) bool {
	return key == desktop.KeyShiftLeft || key == desktop.KeyShiftRight
}

// TypedKey is called by Fyne for a key without Ctrl, Alt or Super.
func (in *input) TypedKey(e *fyne.KeyEvent) {
	if in.onKey != nil && in.onKey(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyTab:
		call(in.onTab)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !in.shift || !in.MultiLine {
			call(in.onEnter)
		} else if in.hasRoom() {
			in.Entry.TypedKey(e)
		}
	case fyne.KeyUp:
		if in.Text == "" && in.onUp != nil {
			in.onUp()
			return
		}
		in.Entry.TypedKey(e)
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		in.Entry.TypedKey(e)
	case fyne.KeyEscape:
		if in.onEscape != nil {
			in.onEscape()
			return
		}
		in.keys().typedKey(e, in.shift)
	default:
		in.keys().typedKey(e, in.shift)
	}
}

// TypedRune is called by Fyne for a character.
func (in *input) TypedRune(r rune) {
	if unicode.IsControl(r) || !in.hasRoom() {
		return
	}
	in.Entry.TypedRune(r)
	if r == ' ' {
		call(in.onSpace)
	}
}

// TypedShortcut gives the router the first say in every chord but those for
// editing text, and in undo and redo when there is nothing of its own to undo.
func (in *input) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		before := in.Text
		in.Entry.TypedShortcut(s)
		if in.Text == before {
			in.keys().typedShortcut(s)
		}
	case *fyne.ShortcutPaste:
		in.paste(s)
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutSelectAll:
		in.Entry.TypedShortcut(s)
	default:
		if !in.keys().typedShortcut(s) {
			in.Entry.TypedShortcut(s)
		}
	}
}

func (in *input) paste(s *fyne.ShortcutPaste) {
	room := in.limit() - utf8.RuneCountInString(in.Text) + utf8.RuneCountInString(in.SelectedText())
	text, cut := clean(s.Clipboard.Content(), max(room, 0))
	if cut && in.onCut != nil {
		in.onCut()
	} else if cut {
		call(in.onLimit)
	}
	if text != "" {
		in.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip(text)})
	}
}

// hasRoom says whether one more character fits, and tells the owner if not.
func (in *input) hasRoom() bool {
	limit := in.limit()
	if len(in.Text) < limit || utf8.RuneCountInString(in.Text) < limit || in.SelectedText() != "" {
		return true
	}
	call(in.onLimit)
	return false
}

// fitRows shows as many rows as the text needs, at most so many, and says whether
// that changed anything. Fyne's entry does not tell to how many rows it wraps, so
// the text is measured again, as far as the last row that could be shown.
func (in *input) fitRows(most int) (changed bool) {
	th := in.Theme()
	if px := th.Size(ftheme.SizeNameText); in.words == nil || in.words.size != px {
		in.words = newMeasure(px, false)
	}
	width := in.Size().Width - 2*th.Size(ftheme.SizeNameInnerPadding)
	if width <= 0 {
		return false
	}
	rows := in.words.count(in.Text, width, most)
	if rows == in.rows {
		return false
	}
	in.rows = rows
	in.SetMinRowsVisible(rows)
	return true
}

// cursorToEnd puts the cursor behind the text.
func (in *input) cursorToEnd() { in.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }

// clean takes at most room characters of a text, without
// control characters but with its line ends; a tab becomes a space. It reads no
// further than it must: a clipboard may hold a book.
func clean(text string, room int) (cleaned string, cut bool) {
	var b strings.Builder
	before := rune(0)
	for i, r := range text {
		broken := r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD")
		halved := r == '\n' && before == '\r'
		before = r
		switch r {
		case '\r', '\u2028', '\u2029':
			r = '\n'
		case '\t':
			r = ' '
		}
		if broken || halved || r != '\n' && unicode.IsControl(r) {
			continue
		}
		if room == 0 {
			return b.String(), true
		}
		b.WriteRune(r)
		room--
	}
	return b.String(), false
}

// clip is a clipboard that holds one text.
type clip string

var _ fyne.Clipboard = clip("")

func (c clip) Content() string { return string(c) }

func (clip) SetContent(string) {}

func call(f func()) {
	if f != nil {
		f()
	}
}

func call1[T any](f func(T), value T) {
	if f != nil {
		f(value)
	}
}
