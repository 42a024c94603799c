package screen

import (
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// KeyLine is a row of the key card.
type KeyLine struct{ Keys, Words string }

// NewKeyCard lists the keys in two columns.
func NewKeyCard(lines []KeyLine) fyne.CanvasObject {
	half := (len(lines) + 1) / 2
	column := func(part []KeyLine) fyne.CanvasObject {
		c := stack(9)
		for _, l := range part {
			c.Add(kit.NewLine(kit.KeyHint(l.Keys, l.Words)...))
		}
		return c
	}
	body := stack(10, heading(text.KeysTitle), muted(text.KeysAbout), kit.NewColumns(28, column(lines[:half]), column(lines[half:])))
	return inset(14, 14, 18, 18, kit.NewPanel(container.NewVScroll(body)))
}

// ShowCard shows the key card in the place of the columns.
func (c *Capture) ShowCard(card fyne.CanvasObject) {
	c.showInstead(card)
	c.line.Focus()
}
