package screen

import (
	"strings"

	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// previewMost is how many lines are shown before they are taken over.
const previewMost = 6

// sampleMost is how many characters of a line are shown.
const sampleMost = 110

// preview shows what would be taken over, and asks whether it is to be.
type preview struct {
	prepare *Prepare
	box     *fyne.Container
}

func newPreview(p *Prepare) *preview { return &preview{p, hidden(stack(10))} }

// hidden is a container that takes no room until it is shown.
func hidden(c *fyne.Container) *fyne.Container {
	c.Hide()
	return c
}

// open shows the preview, with the focus on taking it over. Whatever else is to
// be chosen stands in between.
func (v *preview) open(said string, samples []string, take string, run func(), between ...fyne.CanvasObject) {
	v.box.RemoveAll()
	v.box.Add(muted(said))
	v.box.Add(sampleList(samples))
	for _, o := range between {
		v.box.Add(o)
	}
	yes := v.prepare.button(take, kit.Primary, run)
	no := v.prepare.button(text.DontTakeOver, kit.Link, v.close)
	v.box.Add(inset(8, 4, 0, 0, row(20, yes, inset(10, 10, 0, 0, no))))
	v.box.Show()
	v.prepare.fit()
	v.prepare.host.Canvas().Focus(yes)
}

// close takes the preview away.
func (v *preview) close() {
	if len(v.box.Objects) > 0 {
		v.box.RemoveAll()
		v.box.Hide()
		v.prepare.fit()
		v.prepare.host.Canvas().Focus(v.prepare.panel.target())
	}
}

// sampleList shows the first lines, one under the other.
func sampleList(samples []string) fyne.CanvasObject {
	list := stack(4)
	for i, s := range samples {
		if i == previewMost {
			list.Add(kit.NewLine(kit.Run{Text: text.MoreLines(len(samples) - i), Size: theme.Note, Color: theme.Muted}))
			break
		}
		s = strings.ReplaceAll(s, "\n", " ")
		if r := []rune(s); len(r) > sampleMost {
			s = string(r[:sampleMost]) + "…"
		}
		line := kit.NewLine(kit.Run{Text: "– " + s})
		line.Most = columnLeast
		list.Add(line)
	}
	return list
}
