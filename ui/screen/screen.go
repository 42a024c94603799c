// Package screen holds the places of the window, a file (or two) each. A
// screen renders from the session, sends commands to it, and patches what
// changed. What it needs of the shell it asks of a small interface.
package screen

import (
	"fmt"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// stack puts objects below each other with a gap.
func stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// row puts objects beside each other with a gap.
func row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// inset leaves room around an object.
func inset(top, bottom, left, right float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// scrolled scrolls what has controls: the ring around the one with the focus lies
// outside it, where a scroll would cut it off.
func scrolled(o fyne.CanvasObject) fyne.CanvasObject {
	const ring = 6
	return inset(-ring, -ring, -ring, -ring, container.NewVScroll(inset(ring, ring, ring, ring, o)))
}

// bringIntoView scrolls until an object can be seen.
func bringIntoView(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
	bringPart(scroll, top+scroll.Offset.Y, o.Size().Height)
}

// bringPart scrolls until what begins at top, and is so high, can be seen.
func bringPart(scroll *container.Scroll, top, height float32) {
	const room = 12
	switch y := top - scroll.Offset.Y; {
	case y < room:
		scroll.ScrollToOffset(fyne.NewPos(0, top-room))
	case y+height > scroll.Size().Height-room:
		scroll.ScrollToOffset(fyne.NewPos(0, top+height-scroll.Size().Height+room))
	}
}

func heading(words string) fyne.CanvasObject {
	return inset(0, 10, 0, 0, kit.NewLine(kit.Run{Text: words, Size: theme.Heading, Bold: true}))
}

// keyHints is a line of keys with what each does, cut where there is no room.
func keyHints(hints ...[2]string) fyne.CanvasObject {
	var runs []kit.Run
	for _, h := range hints {
		runs = append(runs, kit.KeyHint(h[0], h[1])...)
	}
	line := kit.NewLine(runs...)
	line.Most = 60
	return line
}

// label stands above a choice, as that of a field does.
func label(words string) fyne.CanvasObject {
	return inset(4, 2, 0, 0, kit.NewLine(kit.Run{Text: words, Size: theme.Note, Bold: true}))
}

func muted(words string) *kit.Paragraph { return kit.NewParagraph(words, theme.Muted) }

// letters are those of a stakeholder's badge.
func letters(s model.Stakeholder) string {
	if s.Letters != "" {
		return s.Letters
	}
	return "?"
}

// nthStakeholder is the one of a number key; 0 is "not assigned".
func nthStakeholder(p model.Programme, n int) (key string, ok bool) {
	switch {
	case n == 0:
		return model.Unassigned, true
	case n <= len(p.Stakeholders):
		return p.Stakeholders[n-1].Key, true
	}
	return "", false
}

// railItems are the rows of the list at the left, with a count each.
func railItems(p model.Programme, count func(key string) string) []kit.RailItem {
	var items []kit.RailItem
	for i, s := range p.Stakeholders {
		digit := ""
		if i < 9 {
			digit = fmt.Sprint(i + 1)
		}
		items = append(items, kit.RailItem{
			Key: s.Key, Digit: digit, Badge: letters(s), Color: theme.Accent(s.Accent), Name: s.Name, Count: count(s.Key),
		})
	}
	return append(items, kit.RailItem{
		Key: model.Unassigned, Digit: "0", Badge: "?", Color: theme.Ink,
		Name: text.ToAssign, Count: count(model.Unassigned), Apart: true, Dashed: true,
	})
}

// stakeholderName names a stakeholder, or says that there is none.
func stakeholderName(p model.Programme, key string) string {
	if s, ok := p.Stakeholder(key); ok {
		return s.Name
	}
	return text.Unassigned
}
