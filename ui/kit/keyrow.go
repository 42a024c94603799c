package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"oogst/ui/theme"
)

// KeyRow is a key with what it does. Enter or a click lets it listen: the next
// chord is the new one. Delete asks for the key that it had at first, Escape
// leaves it as it is.
type KeyRow struct {
	control

	Listening string                             // the words while it waits for a chord
	OnChord   func(chord Chord) (problem string) // with a problem it says so, and goes on waiting
	OnReset   func()
	OnFocus   func() // so that its owner can bring it into view

	keys, words, problem string
	listens              bool
}

var (
	_ fyne.Widget        = (*KeyRow)(nil)
	_ fyne.Focusable     = (*KeyRow)(nil)
	_ fyne.Shortcutable  = (*KeyRow)(nil)
	_ fyne.Tappable      = (*KeyRow)(nil)
	_ desktop.Cursorable = (*KeyRow)(nil)
)

// NewKeyRow returns a row with the name of a key and words for what it does.
func NewKeyRow(keys, words string) *KeyRow {
	k := &KeyRow{keys: keys, words: words}
	k.ExtendBaseWidget(k)
	return k
}

// SetKeys changes the name of the key.
func (k *KeyRow) SetKeys(keys string) {
	k.keys, k.listens = keys, false
	k.Refresh()
}

// Cursor shows that the row can be clicked.
func (k *KeyRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped lets the row listen.
func (k *KeyRow) Tapped(*fyne.PointEvent) {
	giveFocus(k)
	k.listen(true)
}

// FocusGained shows the focus ring.
func (k *KeyRow) FocusGained() {
	k.control.FocusGained()
	call(k.OnFocus)
}

// FocusLost ends the listening.
func (k *KeyRow) FocusLost() {
	k.listens = false
	k.control.FocusLost()
}

func (k *KeyRow) listen(on bool) {
	k.listens, k.problem = on, ""
	k.Refresh()
}

// TypedKey is called by Fyne for a key without Ctrl, Alt or Super.
func (k *KeyRow) TypedKey(e *fyne.KeyEvent) {
	switch {
	case isPress(e.Name):
		k.listen(true)
	case k.listens && e.Name == fyne.KeyEscape:
		k.listen(false)
	case e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace:
		k.listen(false)
		call(k.OnReset)
	case k.listens && len(e.Name) > 1 && e.Name[0] == 'F': // F1 … F12
		chord := Chord{Key: e.Name}
		if k.shift {
			chord.Modifier = fyne.KeyModifierShift
		}
		k.take(chord)
	case !k.listens:
		k.control.TypedKey(e)
	}
}

// TypedRune leaves letters to the line, except while it listens.
func (k *KeyRow) TypedRune(r rune) {
	if !k.listens {
		k.control.TypedRune(r)
	}
}

// TypedShortcut is called by Fyne for a chord.
func (k *KeyRow) TypedShortcut(s fyne.Shortcut) {
	chord, ok := chordOf(s)
	if k.listens && ok {
		k.take(chord)
		return
	}
	k.control.TypedShortcut(s)
}

func (k *KeyRow) take(chord Chord) {
	if k.OnChord == nil {
		return
	}
	k.problem = k.OnChord(chord)
	k.listens = k.problem != ""
	k.Refresh()
}

// AccessibilityLabel is what a screen reader says.
func (k *KeyRow) AccessibilityLabel() string { return spoken(k.words, k.keys) }

// AccessibilityRole is what a screen reader takes it for.
func (*KeyRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (k *KeyRow) CreateRenderer() fyne.WidgetRenderer {
	r := &keyRowRenderer{row: k, line: NewLine(), ring: canvas.NewRectangle(nil)}
	r.parts = parts{r.line, r.ring}
	r.Refresh()
	return r
}

type keyRowRenderer struct {
	parts
	row  *KeyRow
	line *Line
	ring *canvas.Rectangle
}

func (r *keyRowRenderer) MinSize() fyne.Size { return fyne.NewSize(160, r.line.MinSize().Height) }

func (r *keyRowRenderer) Layout(size fyne.Size) {
	r.line.Resize(size)
	surround(r.ring, fyne.Position{}, size)
}

func (r *keyRowRenderer) Refresh() {
	k := r.row
	if k.listens {
		r.line.SetRuns(Run{Text: orElse(k.problem, k.Listening), Size: theme.Note, Color: theme.Teal, Bold: true})
	} else {
		r.line.SetRuns(KeyHint(k.keys, k.words)...)
	}
	pen{k}.ring(r.ring, k.focused)
	r.Layout(k.Size())
	canvas.Refresh(k)
}
