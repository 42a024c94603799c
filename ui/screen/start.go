package screen

import (
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// StartItem is a thing to start from.
type StartItem struct {
	Name, About string
	Problem     string // why it can't be started from
	Run         func()
}

// Start is what the window shows without a session.
type Start struct {
	content fyne.CanvasObject
	first   *kit.Button
	banner  *kit.Banner
}

// NewStart makes the screen: templates, recent sessions, examples, and a way
// to open a file.
func NewStart(keys *kit.KeyRouter, templates, recent, examples []StartItem, open func()) *Start {
	s := &Start{banner: kit.NewBanner()}
	item := func(i StartItem, style kit.ButtonStyle) fyne.CanvasObject {
		b := kit.NewButton(i.Name, style, i.Run)
		b.Keys = keys
		if i.Problem != "" {
			b.Disable()
			return stack(4, row(0, b), muted(i.Problem))
		}
		if s.first == nil {
			s.first = b
		}
		if i.About == "" {
			return row(0, b)
		}
		return stack(0, row(0, b), kit.NewLine(kit.Run{Text: i.About, Size: theme.Small, Color: theme.Muted}))
	}
	left := stack(10, heading(text.StartNew))
	for i, t := range templates {
		style := kit.Outline
		if i == 0 {
			style = kit.Primary
		}
		left.Add(item(t, style))
	}
	left.Add(inset(20, 0, 0, 0, heading(text.StartExamples)))
	for _, e := range examples {
		left.Add(item(e, kit.Link))
	}
	right := stack(12, heading(text.StartRecent))
	for _, r := range recent {
		right.Add(item(r, kit.Link))
	}
	if len(recent) == 0 {
		right.Add(muted(text.StartNoRecent))
	}
	right.Add(inset(20, 0, 0, 0, item(StartItem{Name: text.StartOpen, Run: open}, kit.Outline)))

	title := stack(6, kit.NewLine(kit.Run{Text: text.StartTitle, Size: theme.Title, Bold: true, Color: theme.Teal}), muted(text.StartAbout), s.banner)
	panels := kit.NewColumns(28, kit.NewPanel(scrolled(left)), kit.NewPanel(scrolled(right)))
	s.content = inset(28, 28, 40, 40, kit.NewDock(24, title, nil, nil, nil, panels))
	return s
}

// Content is what the window shows.
func (s *Start) Content() fyne.CanvasObject { return s.content }

// Target is what has the focus when the screen opens.
func (s *Start) Target() fyne.Focusable { return s.first }

// Close ends the screen.
func (s *Start) Close() {}

// Say shows why something did not open.
func (s *Start) Say(sentence string) { s.banner.Say(kit.Bad, sentence) }
