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
	id     string // by which a changed key is kept; empty: the key is fixed
	title  string
	chords []kit.Chord
	keys   string // as the card shows them; empty: made of the chords
	inMenu bool
	group  string // of the menu, below which it stands; empty: in the menu itself
	hidden bool   // from the card: another row speaks for it
	run    func()
}

// ctrl is Ctrl, and Command on macOS.
const ctrl = fyne.KeyModifierShortcutDefault

const altShift = fyne.KeyModifierAlt | fyne.KeyModifierShift

func chord(modifier fyne.KeyModifier, key fyne.KeyName) kit.Chord {
	return kit.Chord{Key: key, Modifier: modifier}
}

// commands are those of the open session, or of the start screen.
func (w *Window) commands() []command {
	appearance := []command{
		{title: text.CmdSystem, inMenu: true, group: text.MenuColours, run: func() { setMode(w.app, theme.FollowSystem) }},
		{title: text.CmdLight, inMenu: true, group: text.MenuColours, run: func() { setMode(w.app, theme.Light) }},
		{title: text.CmdDark, inMenu: true, group: text.MenuColours, run: func() { setMode(w.app, theme.Dark) }},
		{title: text.CmdContrast, inMenu: true, group: text.MenuColours, run: func() { setMode(w.app, theme.HighContrast) }},
	}
	if w.document == nil {
		return appearance
	}
	list := w.sessionCommands(w.document.Session().Programme().Kinds)
	return applyChanged(append(list, appearance...), w.changedKeys())
}

// sessionCommands are those of a session with these kinds, with the keys that
// they have at first.
func (w *Window) sessionCommands(kinds []model.Kind) []command {
	list := []command{
		{title: text.CmdStore, keys: "Enter"},
		{title: text.CmdNewLine, keys: "Shift+Enter"},
		{title: text.CmdRecall, keys: "↑"},
		{title: text.CmdCheckMark, keys: "??"},
		{title: text.CmdInternMark, keys: "//"},
		{title: text.CmdActionMark, keys: ">>"},
		{title: text.CmdThemeMark, keys: "#"},
	}
	list = append(list, w.stakeholderCommands()...)
	list = append(list, w.beamerCommands()...)
	list = append(list, w.kindCommands(kinds)...) // after those, so that F11 is a kind where there are seven
	return append(list,
		command{id: screen.CommandAlso, title: text.CmdAlsoNamed, chords: []kit.Chord{chord(ctrl, fyne.KeyM)}, run: w.alsoOrJoin},
		command{
			id: screen.CommandEach, title: text.CmdEach, keys: "Ctrl+Shift+Enter",
			chords: []kit.Chord{chord(ctrl|fyne.KeyModifierShift, fyne.KeyReturn), chord(ctrl|fyne.KeyModifierShift, fyne.KeyEnter)},
			run:    w.here((*screen.Capture).SubmitEach),
		},
		command{id: "undo", title: text.CmdUndo, chords: []kit.Chord{chord(ctrl, fyne.KeyZ)}, inMenu: true, run: w.undo},
		command{id: "redo", title: text.CmdRedo, chords: []kit.Chord{chord(ctrl, fyne.KeyY)}, inMenu: true, run: w.redo},
		command{id: "find", title: text.CmdFind, chords: []kit.Chord{chord(ctrl, fyne.KeyF)}, inMenu: true, run: w.find},
		command{id: screen.CommandMatrix, title: text.CmdMatrix, chords: []kit.Chord{chord(0, fyne.KeyF2)}, inMenu: true, run: func() { w.inCapture((*screen.Capture).Matrix) }},
		command{id: screen.CommandSlide, title: text.CmdSlide, chords: []kit.Chord{chord(0, fyne.KeyF3)}, inMenu: true, run: func() { w.inCapture((*screen.Capture).Slide) }},
		command{title: text.CmdHistory, inMenu: true, run: func() { w.inCapture((*screen.Capture).History) }},
		command{title: text.CmdHabits, inMenu: true, run: func() { w.inCapture((*screen.Capture).EditHabits) }},
		command{id: "prepare", title: text.CmdPrepare, chords: []kit.Chord{chord(fyne.KeyModifierAlt, fyne.Key1)}, inMenu: true, group: text.MenuGo, run: func() { w.show(placePrepare) }},
		command{id: "capture", title: text.CmdCapture, chords: []kit.Chord{chord(fyne.KeyModifierAlt, fyne.Key2)}, inMenu: true, group: text.MenuGo, run: func() { w.inCapture((*screen.Capture).Escape) }},
		command{id: "readback", title: text.CmdReadBack, chords: []kit.Chord{chord(ctrl, fyne.KeyT), chord(fyne.KeyModifierAlt, fyne.Key3)}, inMenu: true, group: text.MenuGo, run: func() { w.show(placeReadBack) }},
		command{title: text.CmdConfirmOne, keys: text.KeySpaceName},
		command{title: text.CmdConfirmAll, chords: []kit.Chord{chord(ctrl, fyne.KeyReturn), chord(ctrl, fyne.KeyEnter)}, keys: "Ctrl+Enter", run: w.confirmAll},
		command{id: "ordering", title: text.CmdOrdering, chords: []kit.Chord{chord(fyne.KeyModifierAlt, fyne.Key4)}, inMenu: true, group: text.MenuGo, run: func() { w.show(placeOrdering) }},
		command{id: "share", title: text.CmdExport, chords: []kit.Chord{chord(ctrl, fyne.KeyE), chord(fyne.KeyModifierAlt, fyne.Key5)}, inMenu: true, group: text.MenuGo, run: func() { w.show(placeShare) }},
		command{title: text.CmdMerge, inMenu: true, group: text.MenuFile, run: w.mergeCopy},
		command{title: text.CmdEarlier, inMenu: true, group: text.MenuFile, run: w.chooseEarlier},
		command{title: text.CmdProtect, inMenu: true, group: text.MenuFile, run: w.makeProtected},
		command{title: w.secondTitle(), inMenu: true, group: text.MenuFile, run: w.chooseSecond},
		command{title: text.CmdTour, inMenu: true, run: func() { w.inCapture((*screen.Capture).Tour) }},
		command{id: screen.CommandKeys, title: text.CmdKeys, chords: []kit.Chord{chord(0, fyne.KeyF1)}, inMenu: true, run: w.showKeys},
		command{title: text.CmdEscape, chords: []kit.Chord{chord(0, fyne.KeyEscape)}, run: w.escape},
		command{title: text.CmdForget, inMenu: true, group: text.MenuFile, run: w.askForget},
		command{title: text.CmdNew, inMenu: true, run: w.leave},
	)
}

// stakeholderCommands choose a stakeholder by Ctrl and a digit. With Alt and
// Shift the digit moves the last line instead: Windows may use Ctrl+Shift and a
// digit to switch the language of the keyboard.
func (w *Window) stakeholderCommands() []command {
	var all []command
	for n := 0; n <= 9; n++ {
		digit := fyne.KeyName(fmt.Sprint(n))
		all = append(all,
			command{title: text.CmdStakeholder, hidden: true, chords: []kit.Chord{chord(ctrl, digit)}, run: func() { w.chooseNth(n) }},
			command{title: text.CmdMoveLast, hidden: true, chords: []kit.Chord{chord(altShift, digit)}, run: w.here(func(c *screen.Capture) { c.MoveLastNth(n) })})
	}
	return append(all,
		command{title: text.CmdStakeholder, keys: "Ctrl+1 … Ctrl+9"},
		command{title: text.CmdUnassigned, keys: "Ctrl+0"},
		command{title: text.CmdMoveLast, keys: "Alt+Shift+1 … 9, 0"})
}

// kindCommands choose a kind by an F-key, or by Alt and its letter on laptops
// whose F-keys need Fn. With Shift they change the kind of the last line.
func (w *Window) kindCommands(kinds []model.Kind) []command {
	var all []command
	for i, k := range kinds[:min(len(kinds), len(screen.KindKeys))] {
		choose := []kit.Chord{chord(0, screen.KindKeys[i])}
		change := []kit.Chord{chord(fyne.KeyModifierShift, screen.KindKeys[i])}
		if letter := strings.ToUpper(k.Letter); len(letter) == 1 {
			choose = append(choose, chord(fyne.KeyModifierAlt, fyne.KeyName(letter)))
			change = append(change, chord(altShift, fyne.KeyName(letter)))
		}
		all = append(all,
			command{id: screen.KindCommand(k.Key), title: text.KindKey(k.Name), chords: choose, run: func() { w.inCapture(func(c *screen.Capture) { c.ChooseKind(k.Key) }) }},
			command{title: text.KindLastKey(k.Name), hidden: true, chords: change, run: w.here(func(c *screen.Capture) { c.MoveLastToKind(k.Key) })})
	}
	return append(all, command{title: text.CmdKindLast, keys: "Shift+F5 … / Alt+Shift+I …"})
}

// bind gives every chord to the router, and takes those out that no command
// has any more: the kinds have keys, and they can change. After the session has
// closed they do nothing.
func (w *Window) bind() {
	w.keys.Clear()
	for _, c := range w.commands() {
		for _, chord := range c.chords {
			w.keys.Bind(chord, func() {
				if w.document != nil {
					c.run()
				}
			})
		}
	}
	w.keys.Attach(w.window.Canvas())
	w.attachBeamer()
}

// cardKeys are the keys of a command as the card shows them, empty where it
// doesn't.
func (c command) cardKeys() string {
	switch {
	case c.hidden:
		return ""
	case c.keys != "":
		return c.keys
	}
	return keyNames(c.chords)
}

// Keys are the keys of a session with these kinds, for a card on paper.
func Keys(kinds []model.Kind) (lines []screen.KeyLine) {
	for _, c := range (&Window{}).sessionCommands(kinds) {
		if keys := c.cardKeys(); keys != "" {
			lines = append(lines, screen.KeyLine{Keys: keys, Words: c.title})
		}
	}
	return lines
}

// card is the key card of the table.
func (w *Window) card() []screen.KeyLine {
	var lines []screen.KeyLine
	for _, c := range w.commands() {
		line := screen.KeyLine{Keys: c.cardKeys(), Words: c.title}
		if line.Keys == "" {
			continue
		}
		if c.id != "" {
			line.Change = func(chord kit.Chord) (string, string) { return w.changeKey(c.id, chord) }
			line.Reset = func() string { return w.resetKey(c.id) }
		}
		lines = append(lines, line)
	}
	return lines
}

// menu is the menu of the table. Its chords stand in the labels: a shortcut of
// a Fyne menu would run before the focused line sees the key.
func (w *Window) menu() *fyne.Menu {
	menu, groups := fyne.NewMenu(""), map[string]*fyne.Menu{}
	for _, c := range w.commands() {
		if !c.inMenu {
			continue
		}
		into := menu
		if c.group != "" {
			if groups[c.group] == nil {
				groups[c.group] = fyne.NewMenu("")
				item := fyne.NewMenuItem(c.group, nil)
				item.ChildMenu = groups[c.group]
				menu.Items = append(menu.Items, item)
			}
			into = groups[c.group]
		}
		label := c.title
		if keys := keyNames(c.chords[:min(1, len(c.chords))]); keys != "" {
			label += "    " + keys
		}
		into.Items = append(into.Items, fyne.NewMenuItem(label, c.run))
	}
	return menu
}

func keyNames(chords []kit.Chord) string {
	var names []string
	for _, c := range chords {
		name := string(c.Key)
		if c.Key == fyne.KeyEscape {
			name = "Esc"
		}
		for _, m := range []struct {
			modifier fyne.KeyModifier
			name     string
		}{{fyne.KeyModifierShift, "Shift+"}, {fyne.KeyModifierAlt, "Alt+"}, {ctrl, "Ctrl+"}} {
			if c.Modifier&m.modifier != 0 {
				name = m.name + name
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, " / ")
}

// chooseNth chooses a gemeente in the place where one is, or else in Vastleggen.
func (w *Window) chooseNth(n int) {
	if s, ok := w.screen.(interface{ ChooseNth(n int) }); ok {
		s.ChooseNth(n)
		return
	}
	w.inCapture(func(s *screen.Capture) { s.ChooseNth(n) })
}

// alsoOrJoin is one thought in two places: this was said already.
func (w *Window) alsoOrJoin() {
	switch s := w.screen.(type) {
	case *screen.Capture:
		s.AlsoNamed()
	case *screen.Ordering:
		s.Join()
	}
}

func (w *Window) confirmAll() {
	if r, ok := w.screen.(*screen.ReadBack); ok {
		r.ConfirmAll()
		return
	}
	w.backToLine()
}

func (w *Window) inCapture(f func(*screen.Capture)) {
	w.show(placeCapture)
	if c, ok := w.screen.(*screen.Capture); ok {
		f(c)
	}
}

// here runs a command of Vastleggen only where one sees what it does.
func (w *Window) here(f func(*screen.Capture)) func() {
	return func() {
		if c, ok := w.screen.(*screen.Capture); ok {
			f(c)
		}
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
	w.inCapture(func(c *screen.Capture) { c.ShowCard(screen.NewKeyCard(w.card(), w.keys)) })
}

func (w *Window) escape() {
	switch s := w.screen.(type) {
	case *screen.Capture:
		s.Escape()
	case interface{ Escape() bool }:
		if !s.Escape() {
			w.show(placeCapture)
		}
	default:
		w.show(placeCapture)
	}
}

// showThese leads from Delen to the lines it counts.
func (w *Window) showThese(entries []model.ID) {
	w.inCapture(func(c *screen.Capture) { c.FindThese(entries) })
}
