package screen

import (
	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// PrepareHost is what the prepare screen needs of the shell.
type PrepareHost interface {
	Keys() *kit.KeyRouter
	Clock() kit.Clock
	Canvas() fyne.Canvas
	Sentence(err error) string
	Path() string
	ChoosePlace()
	GoCapture()
	// Clipboard is the text that lies on it.
	Clipboard() string
	// ChooseLines asks for a file with lines.
	ChooseLines(chosen func(path string))
	// ReadLines and ParseLines read lines from a file or a text.
	ReadLines(path string) (Brought, error)
	ParseLines(words string) (Brought, error)
	// MakePaper makes forms for the gemeenten and a card with the keys, and says
	// later what came of it.
	MakePaper(done func(said string, err error))
	// SaveTemplate keeps the session's programme; exists tells that there is a
	// template of that name, which replace would put it in the place of.
	SaveTemplate(name string, replace bool) (exists bool, err error)
}

// Brought are lines that were brought in: with their kinds, or a text of which
// each line is one.
type Brought struct {
	Table      model.Import
	Plain      []string
	Correction *model.Correction // of a register that came back
	Merge      []model.Operation // of a copy of the session
	Return     *model.Return     // to an earlier version
	Said       []string          // what these would change
}

// preparePanel is one part of the preparation.
type preparePanel interface {
	content() fyne.CanvasObject
	target() fyne.Focusable
	// show renders the panel anew from the session.
	show()
}

// Prepare is Voorbereiden: the meeting, who is at the table, and what is there
// before it begins. One panel of it shows at a time.
type Prepare struct {
	host    PrepareHost
	session *model.Session
	content fyne.CanvasObject

	keys        *kit.KeyRouter // of what scrolls
	banner      *kit.Banner
	places      *kit.Segmented
	scroll      *container.Scroll
	panel       preparePanel
	at          int            // which panel it is
	typing      map[*cell]bool // what is typed and not yet stored
	keepNames   bool
	unsubscribe func()
}

// preparePanels are the panels, in the order of the work.
var preparePanels = []struct {
	name string
	make func(*Prepare) preparePanel
}{
	{text.PrepareMeeting, newMeetingPanel},
	{text.PrepareTable, newTablePanel},
	{text.PrepareAgenda, newAgendaPanel},
	{text.PreparePresent, newPresentPanel},
	{text.PrepareBefore, newBeforePanel},
	{text.PrepareTemplate, newTemplatePanel},
}

// NewPrepare makes the screen.
func NewPrepare(h PrepareHost, s *model.Session) *Prepare {
	p := &Prepare{host: h, session: s, banner: kit.NewBanner(), scroll: container.NewVScroll(nil), typing: map[*cell]bool{}}
	p.keys = h.Keys().Following(p.follow)
	names := make([]string, len(preparePanels))
	for i, panel := range preparePanels {
		names[i] = panel.name
	}
	p.places = kit.NewSegmented(names...)
	p.places.Keys = h.Keys()
	p.places.OnSelect = p.choose
	for _, person := range s.Programme().Participants {
		p.keepNames = p.keepNames || person.Name != ""
	}
	body := kit.NewDock(16, row(0, p.places), nil, nil, nil, kit.NewPanel(p.scroll))
	p.content = kit.NewDock(0, p.banner, nil, nil, nil, inset(18, 22, 28, 28, body))
	p.Open()
	return p
}

// Content is what the window shows.
func (p *Prepare) Content() fyne.CanvasObject { return p.content }

// Target is what has the focus when the screen opens.
func (p *Prepare) Target() fyne.Focusable { return p.panel.target() }

// Close stores what was typed and leaves the screen.
func (p *Prepare) Close() {
	p.Settle()
	p.unsubscribe()
}

// Open comes back to the panel where one was. What was not stored is tried again.
func (p *Prepare) Open() {
	p.unsubscribe = p.session.Subscribe(func([]model.Change) { p.show() })
	p.choose(p.at)
}

// choose shows a panel; the focus stays where it was chosen. It doesn't while
// something on the other can't be stored.
func (p *Prepare) choose(i int) {
	if !p.Settle() {
		p.places.Select(p.at)
		p.show()
		return
	}
	p.say(kit.Quiet, "")
	p.at, p.panel = i, preparePanels[i].make(p)
	// Room for the focus ring, and at the right for the bar.
	p.scroll.Content = inset(4, 8, 4, 14, p.panel.content())
	p.show()
	p.scroll.ScrollToTop()
}

// show renders the panel, which may need more room or less.
func (p *Prepare) show() {
	p.panel.show()
	p.fit()
}

// fit lays the panel out twice: wrapped text knows its height when it has had
// its width.
func (p *Prepare) fit() {
	for range 2 {
		p.scroll.Content.Refresh()
		p.scroll.Refresh()
	}
}

// say puts a sentence above the panel; without words it takes no room.
func (p *Prepare) say(tone kit.Tone, words string) {
	if p.banner.Text() != words {
		p.banner.Say(tone, words)
		p.content.Refresh()
	}
}

// Bring shows what is in a file of lines, to be taken over.
func (p *Prepare) Bring(path string) {
	p.goTo(text.PrepareBefore)
	if before, ok := p.panel.(*beforePanel); ok {
		before.read(path)
	}
}

// Offer shows what was read elsewhere, to be taken over.
func (p *Prepare) Offer(lines Brought, err error) {
	p.goTo(text.PrepareBefore)
	if before, ok := p.panel.(*beforePanel); ok {
		before.offer(lines, err, "")
	}
}

// goTo shows the panel of a name.
func (p *Prepare) goTo(name string) {
	for i, panel := range preparePanels {
		if panel.name == name {
			p.places.Select(i)
			p.choose(i)
		}
	}
}

// Settle puts what is being typed on disk, and tells whether it could.
func (p *Prepare) Settle() bool {
	stored := true
	for c := range p.typing {
		stored = c.leave() && stored
	}
	return stored
}

// do carries out a command and tells whether it was taken.
func (p *Prepare) do(c model.Command) bool {
	if err := p.session.Do(c); err != nil {
		p.say(kit.Bad, p.host.Sentence(err))
		return false
	}
	p.say(kit.Quiet, "")
	return true
}

// follow scrolls to what has the focus.
func (p *Prepare) follow() {
	if o, ok := p.host.Canvas().Focused().(fyne.CanvasObject); ok {
		bringIntoView(p.scroll, o)
	}
}

func (p *Prepare) button(words string, style kit.ButtonStyle, run func()) *kit.Button {
	b := kit.NewButton(words, style, run)
	b.Keys = p.keys
	return b
}

// small is a button of a row, which says to a screen reader of which.
func (p *Prepare) small(words, does string, run func()) *kit.Button {
	b := p.button(words, kit.Link, run)
	b.Label = does
	return b
}
