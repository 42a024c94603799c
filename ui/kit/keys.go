package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Chord is a key with the modifiers that are held down.
type Chord struct {
	Key      fyne.KeyName
	Modifier fyne.KeyModifier
}

// KeyRouter is the one place where chords reach commands. The focused widget
// sees every key first in Fyne, so each widget of the kit hands the keys that it
// does not use to a router. A nil router handles nothing.
type KeyRouter struct {
	// OnRune receives what is typed on a widget that takes no text, so that a
	// screen can send it on to where text belongs.
	OnRune func(r rune)

	commands map[Chord]func()
	onFocus  func()
}

// NewKeyRouter returns a router without chords.
func NewKeyRouter() *KeyRouter { return &KeyRouter{commands: map[Chord]func(){}} }

// Following returns a router with the same chords that tells when a widget
// with it gets the focus, so that what scrolls can bring it into view.
func (k *KeyRouter) Following(focused func()) *KeyRouter {
	return &KeyRouter{OnRune: k.OnRune, commands: k.commands, onFocus: focused}
}

func (k *KeyRouter) gotFocus() {
	if k != nil {
		call(k.onFocus)
	}
}

// Bind lets the chord run a command; nil takes the chord out.
func (k *KeyRouter) Bind(chord Chord, run func()) {
	if run == nil {
		delete(k.commands, chord)
		return
	}
	k.commands[chord] = run
}

// Clear takes every chord out.
func (k *KeyRouter) Clear() { clear(k.commands) }

// Handle runs the command of the chord and says whether there is one.
func (k *KeyRouter) Handle(chord Chord) bool {
	if k == nil {
		return false
	}
	run, ok := k.commands[chord]
	if ok {
		run()
	}
	return ok
}

// Attach makes the chords work while nothing has the focus, or a stock widget
// that knows no shortcuts.
func (k *KeyRouter) Attach(c fyne.Canvas) {
	for chord := range k.commands {
		if chord.Modifier != 0 {
			c.AddShortcut(shortcutOf(chord), func(s fyne.Shortcut) { k.typedShortcut(s) })
		}
	}
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { k.typedKey(e, false) })
	c.SetOnTypedRune(k.typedRune)
}

// typedKey takes a key that came without Ctrl, Alt or Super. Keys that also
// type a character are left alone: the character follows as a rune. Fyne does
// not tell whether Shift is down; the widget with the focus has seen it go.
func (k *KeyRouter) typedKey(e *fyne.KeyEvent, shift bool) bool {
	if len(e.Name) <= 1 || e.Name == fyne.KeySpace {
		return false
	}
	if shift {
		return k.Handle(Chord{Key: e.Name, Modifier: fyne.KeyModifierShift})
	}
	return k.Handle(Chord{Key: e.Name})
}

func (k *KeyRouter) typedShortcut(s fyne.Shortcut) bool {
	chord, ok := chordOf(s)
	return ok && k.Handle(chord)
}

func (k *KeyRouter) typedRune(r rune) {
	if k != nil && k.OnRune != nil {
		k.OnRune(r)
	}
}

// chordOf names the keys behind a shortcut. Fyne's driver turns the usual
// editing chords into types of their own and the rest into CustomShortcut.
func chordOf(s fyne.Shortcut) (Chord, bool) {
	key := fyne.KeyUnknown
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		return Chord{Key: s.KeyName, Modifier: s.Modifier}, true
	case *fyne.ShortcutUndo:
		key = fyne.KeyZ
	case *fyne.ShortcutRedo:
		key = fyne.KeyY
	case *fyne.ShortcutSelectAll:
		key = fyne.KeyA
	case *fyne.ShortcutCopy:
		key = fyne.KeyC
	case *fyne.ShortcutCut:
		key = fyne.KeyX
	case *fyne.ShortcutPaste:
		key = fyne.KeyV
	}
	return Chord{Key: key, Modifier: fyne.KeyModifierShortcutDefault}, key != fyne.KeyUnknown
}

func shortcutOf(c Chord) fyne.Shortcut {
	if c.Modifier == fyne.KeyModifierShortcutDefault {
		switch c.Key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{}
		case fyne.KeyX:
			return &fyne.ShortcutCut{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{}
		}
	}
	return &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Modifier}
}
