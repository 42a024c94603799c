package screen

import (
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

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
	said := kit.NewBanner()
	half := (len(lines) + 1) / 2
	column := func(part []KeyLine) fyne.CanvasObject {
		c := stack(9)
		for _, l := range part {
			c.Add(keyRow(l, router, said))
		}
		return c
	}
	body := stack(10, heading(text.KeysTitle), muted(text.KeysAbout), kit.NewColumns(28, column(lines[:half]), column(lines[half:])),
		inset(8, 0, 0, 0, kit.NewLine(kit.Run{Text: text.CmdEscape + ": Esc", Size: theme.Note, Color: theme.Muted})))
	return inset(14, 14, 18, 18, kit.NewPanel(kit.NewDock(8, nil, said, nil, nil, container.NewVScroll(inset(4, 4, 4, 4, body)))))
}

func keyRow(l KeyLine, router *kit.KeyRouter, said *kit.Banner) fyne.CanvasObject {
	if l.Change == nil {
		return kit.NewLine(kit.KeyHint(l.Keys, l.Words)...)
	}
	r := kit.NewKeyRow(l.Keys, l.Words)
	r.Keys, r.Listening = router, text.PressNewKey
	r.OnChord = func(chord kit.Chord) bool {
		keys, problem := l.Change(chord)
		said.Say(kit.Check, problem)
		if problem == "" {
			r.SetKeys(keys)
		}
		return problem == ""
	}
	r.OnReset = func() {
		said.Clear()
		r.SetKeys(l.Reset())
	}
	return r
}

// ShowCard shows the key card in the place of the columns.
func (c *Capture) ShowCard(card fyne.CanvasObject) {
	c.showInstead(card)
	c.line.Focus()
}
