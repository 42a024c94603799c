package ui

import (
	"fmt"
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// command is something a person can ask for. One table of them feeds menu,
// keys and the key card.
type command struct {
	title  string
	chords []kit.Chord
	keys   string // as the card shows them; empty: made of the chords
	inMenu bool
	run    func()
}

// ctrl is Ctrl, and Command on macOS.
const ctrl = fyne.KeyModifierShortcutDefault

func chord(modifier fyne.KeyModifier, key fyne.KeyName) kit.Chord {
	return kit.Chord{Key: key, Modifier: modifier}
}

// commands are those of the open session, or of the start screen.
func (w *Window) commands() []command {
	appearance := []command{
		{title: text.CmdSystem, inMenu: true, run: func() { w.setMode(theme.FollowSystem) }},
		{title: text.CmdLight, inMenu: true, run: func() { w.setMode(theme.Light) }},
		{title: text.CmdDark, inMenu: true, run: func() { w.setMode(theme.Dark) }},
		{title: text.CmdContrast, inMenu: true, run: func() { w.setMode(theme.HighContrast) }},
	}
	if w.document == nil {
		return appearance
	}
	list := []command{
		{title: text.CmdStore, keys: "Enter"},
		{title: text.CmdNewLine, keys: "Shift+Enter"},
		{title: text.CmdRecall, keys: "↑"},
		{title: text.CmdCheckMark, keys: "??"},
		{title: text.CmdInternMark, keys: "//"},
	}
	list = append(list, w.stakeholderCommands()...)
	list = append(list, w.kindCommands()...)
	list = append(list,
		command{title: text.CmdUndo, chords: []kit.Chord{chord(ctrl, fyne.KeyZ)}, inMenu: true, run: w.undo},
		command{title: text.CmdRedo, chords: []kit.Chord{chord(ctrl, fyne.KeyY)}, inMenu: true, run: w.redo},
		command{title: text.CmdFind, chords: []kit.Chord{chord(ctrl, fyne.KeyF)}, inMenu: true, run: w.find},
		command{title: text.CmdPrepare, chords: []kit.Chord{chord(fyne.KeyModifierAlt, fyne.Key1)}, inMenu: true, run: func() { w.show(placePrepare) }},
		command{title: text.CmdCapture, chords: []kit.Chord{chord(fyne.KeyModifierAlt, fyne.Key2)}, inMenu: true, run: func() { w.inCapture((*screen.Capture).Escape) }},
		command{title: text.CmdExport, chords: []kit.Chord{chord(ctrl, fyne.KeyE), chord(fyne.KeyModifierAlt, fyne.Key3)}, inMenu: true, run: func() { w.show(placeShare) }},
		command{title: text.CmdKeys, chords: []kit.Chord{chord(0, fyne.KeyF1)}, inMenu: true, run: w.showKeys},
		command{title: text.CmdEscape, chords: []kit.Chord{chord(0, fyne.KeyEscape)}, run: w.escape},
		command{title: text.CmdNew, inMenu: true, run: w.leave},
	)
	return append(list, appearance...)
}

func (w *Window) stakeholderCommands() []command {
	var chords []kit.Chord
	var all []command
	for n := 0; n <= 9; n++ {
		c := chord(ctrl, fyne.KeyName(fmt.Sprint(n)))
		all = append(all, command{chords: []kit.Chord{c}, run: func() { w.inCapture(func(s *screen.Capture) { s.ChooseNth(n) }) }})
		chords = append(chords, c)
	}
	return append(all, command{title: text.CmdStakeholder, keys: "Ctrl+1 … Ctrl+9"}, command{title: text.CmdUnassigned, keys: keyNames(chords[:1])})
}

// kindCommands choose a kind by an F-key, or by Alt and its letter on laptops
// whose F-keys need Fn.
func (w *Window) kindCommands() []command {
	var all []command
	for i, k := range w.document.Session().Programme().Kinds {
		if i == len(screen.KindKeys) {
			break
		}
		chords := []kit.Chord{chord(0, screen.KindKeys[i])}
		if letter := strings.ToUpper(k.Letter); len(letter) == 1 {
			chords = append(chords, chord(fyne.KeyModifierAlt, fyne.KeyName(letter)))
		}
		all = append(all, command{title: text.KindKey(k.Name), chords: chords, run: func() {
			w.inCapture(func(s *screen.Capture) { s.ChooseKind(k.Key) })
		}})
	}
	return all
}

// bind gives every chord to the router, and takes those out that no command
// has any more: the kinds have keys, and they can change.
func (w *Window) bind() {
	for _, chord := range w.bound {
		w.keys.Bind(chord, nil)
	}
	w.bound = nil
	for _, c := range w.commands() {
		for _, chord := range c.chords {
			w.keys.Bind(chord, c.run)
			w.bound = append(w.bound, chord)
		}
	}
	w.keys.Attach(w.window.Canvas())
}

// card is the key card of the table.
func (w *Window) card() []screen.KeyLine {
	var lines []screen.KeyLine
	for _, c := range w.commands() {
		keys := c.keys
		if keys == "" {
			keys = keyNames(c.chords)
		}
		if c.title != "" && keys != "" {
			lines = append(lines, screen.KeyLine{Keys: keys, Words: c.title})
		}
	}
	return lines
}

// menu is the menu of the table. Its chords stand in the labels: a shortcut of
// a Fyne menu would run before the focused line sees the key.
func (w *Window) menu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, c := range w.commands() {
		if c.inMenu {
			label := c.title
			if keys := keyNames(c.chords[:min(1, len(c.chords))]); keys != "" {
				label += "    " + keys
			}
			items = append(items, fyne.NewMenuItem(label, c.run))
		}
	}
	return fyne.NewMenu("", items...)
}

func keyNames(chords []kit.Chord) string {
	var names []string
	for _, c := range chords {
		name := string(c.Key)
		if c.Key == fyne.KeyEscape {
			name = "Esc"
		}
		switch c.Modifier {
		case ctrl:
			name = "Ctrl+" + name
		case fyne.KeyModifierAlt:
			name = "Alt+" + name
		}
		names = append(names, name)
	}
	return strings.Join(names, " / ")
}

func (w *Window) inCapture(f func(*screen.Capture)) {
	w.show(placeCapture)
	if c, ok := w.screen.(*screen.Capture); ok {
		f(c)
	}
}

// undo and redo work in every place; what they did shows where it is shown.
func (w *Window) undo() { w.step((*screen.Capture).Undo, w.document.Session().Undo) }

func (w *Window) redo() { w.step((*screen.Capture).Redo, w.document.Session().Redo) }

func (w *Window) step(inCapture func(*screen.Capture), elsewhere func() error) {
	if c, ok := w.screen.(*screen.Capture); ok {
		inCapture(c)
		return
	}
	if err := elsewhere(); err != nil {
		w.say(kit.Quiet, w.library.Sentence(err))
		return
	}
	w.say(kit.Quiet, "")
}

func (w *Window) find() { w.inCapture((*screen.Capture).Find) }

func (w *Window) showKeys() {
	w.inCapture(func(c *screen.Capture) { c.ShowCard(screen.NewKeyCard(w.card())) })
}

func (w *Window) escape() {
	if c, ok := w.screen.(*screen.Capture); ok {
		c.Escape()
		return
	}
	w.show(placeCapture)
}

// showUnassigned and showToCheck lead from Delen to the lines it counts.
func (w *Window) showUnassigned() {
	w.inCapture(func(c *screen.Capture) { c.Choose(model.Unassigned) })
}

func (w *Window) showToCheck() { w.inCapture((*screen.Capture).FindToCheck) }
