package ui

import (
	"encoding/json"
	"slices"
	"strings"

	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// The keys that the person changed, kept for every session: the chord of a
// command by its id.

func (w *Window) changedKeys() map[string]kit.Chord {
	changed := map[string]kit.Chord{}
	kept := w.app.Preferences().String(prefKeys)
	if err := json.Unmarshal([]byte(kept), &changed); kept != "" && err != nil {
		fyne.LogError(prefKeys, err) // all have their first key
		return map[string]kit.Chord{}
	}
	return changed
}

func (w *Window) keepKeys(changed map[string]kit.Chord) {
	kept, err := json.Marshal(changed)
	if err != nil {
		panic("ui: keys of plain values do not encode: " + err.Error())
	}
	w.app.Preferences().SetString(prefKeys, string(kept))
	w.bind()
	if c, ok := w.screen.(*screen.Capture); ok {
		c.KeysChanged()
	}
}

// applyChanged gives commands the keys that the person chose, and takes those
// from the commands that had them at first.
func applyChanged(list []command, changed map[string]kit.Chord) []command {
	owner := map[kit.Chord]string{}
	for id, chord := range changed {
		owner[chord] = id
	}
	for i, c := range list {
		if chord, ok := changed[c.id]; ok && c.id != "" {
			list[i].chords, list[i].keys = []kit.Chord{chord}, ""
			continue
		}
		list[i].chords = slices.DeleteFunc(c.chords, func(chord kit.Chord) bool { return owner[chord] != "" })
	}
	return list
}

// changeKey gives a command another key, or says why not.
func (w *Window) changeKey(id string, chord kit.Chord) (keys, problem string) {
	if !usable(chord) {
		return "", text.KeyNotUsable
	}
	for _, c := range w.commands() {
		for _, other := range c.chords {
			if other == chord && c.id != id {
				return "", text.KeyTaken(c.title)
			}
		}
	}
	changed := w.changedKeys()
	changed[id] = chord
	w.keepKeys(changed)
	return keyNames([]kit.Chord{chord}), ""
}

// resetKey gives a command the key that it had at first.
func (w *Window) resetKey(id string) string {
	changed := w.changedKeys()
	delete(changed, id)
	w.keepKeys(changed)
	return w.KeyFor(id)
}

// usable tells keys that a command can have: F-keys and chords, but not those
// for editing text, and not Ctrl+Alt, which is AltGr on Windows and types é.
func usable(c kit.Chord) bool {
	const altGr = fyne.KeyModifierControl | fyne.KeyModifierAlt
	switch c.Key {
	case fyne.KeyUnknown, fyne.KeyEscape, fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter:
		return false
	case fyne.KeyA, fyne.KeyC, fyne.KeyV, fyne.KeyX:
		return c.Modifier != ctrl
	}
	return c.Modifier&altGr != altGr && (c.Modifier&(ctrl|fyne.KeyModifierAlt) != 0 || strings.HasPrefix(string(c.Key), "F") && len(c.Key) > 1)
}

// KeyFor names the first key of a command.
func (w *Window) KeyFor(id string) string {
	for _, c := range w.commands() {
		if c.id == id && c.keys != "" {
			return c.keys
		} else if c.id == id {
			return keyNames(c.chords[:min(1, len(c.chords))])
		}
	}
	return ""
}
