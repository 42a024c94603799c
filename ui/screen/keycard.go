package screen

import (
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// KeyLine is a row of the key card. With Change it can get another key; Change
// and Reset give the key that it has then, or say why not.
type KeyLine struct {
	Keys, Words string
	Change      func(kit.Chord) (keys, problem string)
	Reset       func() (keys string)
}

// NewKeyCard lists the keys in two columns.
func NewKeyCard(lines []KeyLine, router *kit.KeyRouter) fyne.CanvasObject {
	scroll := container.NewVScroll(nil)
	half := (len(lines) + 1) / 2
	column := func(part []KeyLine) fyne.CanvasObject {
		c := stack(7)
		for _, l := range part {
			c.Add(keyRow(l, router, scroll))
		}
		return c
	}
	scroll.Content = inset(4, 4, 4, 4, stack(10, heading(text.KeysTitle), muted(text.KeysAbout),
		kit.NewColumns(28, column(lines[:half]), column(lines[half:]))))
	return inset(14, 14, 18, 18, kit.NewPanel(scroll))
}

func keyRow(l KeyLine, router *kit.KeyRouter, scroll *container.Scroll) fyne.CanvasObject {
	if l.Change == nil {
		return kit.NewLine(kit.KeyHint(l.Keys, l.Words)...)
	}
	r := kit.NewKeyRow(l.Keys, l.Words)
	r.Keys, r.Listening = router, text.PressNewKey
	r.OnChord = func(chord kit.Chord) string {
		keys, problem := l.Change(chord)
		if problem == "" {
			r.SetKeys(keys)
		}
		return problem
	}
	r.OnFocus = func() { bringIntoView(scroll, r) }
	r.OnReset = func() { r.SetKeys(l.Reset()) }
	return r
}

// ShowCard shows the key card in the place of the columns.
func (c *Capture) ShowCard(card fyne.CanvasObject) {
	c.showInstead(card)
	c.line.Focus()
}
