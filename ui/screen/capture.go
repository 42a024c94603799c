package screen

import (
	"slices"
	"time"

	"oogst/model"
	"oogst/model/search"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// draftAfter is how long typing may be still before the unfinished line is
// kept; at most that much is lost in a crash.
const draftAfter = time.Second

// CaptureHost is what the capture screen needs of the shell.
type CaptureHost interface {
	Keys() *kit.KeyRouter
	Clock() kit.Clock
	Canvas() fyne.Canvas
	Sentence(err error) string
	KeepDraft(text string) error
	Habits() Habits
	KeepHabits(h Habits)
	KeyFor(command string) string
	Stage() *Stage
}

// Capture is Vastleggen: where the program lives. The gemeenten are at the
// left, the columns of the chosen one in the middle, the capture line below.
type Capture struct {
	host    CaptureHost
	session *model.Session
	content fyne.CanvasObject

	rail    *kit.RailList
	head    *kit.Line
	columns map[string]*column // by kind
	kinds   []model.Kind       // those that have a column
	middle  *fyne.Container    // the columns, or what is shown instead of them
	board   fyne.CanvasObject
	row     *fyne.Container // of columns, on the board
	banner  *kit.Banner
	where   *kit.ModeBlock
	what    *kit.ModeBlock
	line    *kit.LineEntry
	hint    *kit.Line // below the line: what is like it, what Tab completes
	hintRow *fyne.Container
	lineRow *fyne.Container // the modes and the line
	side    *fyne.Container

	stakeholder, kind string // the modes: where the next line goes
	last              model.ID
	alike             *search.Alike
	like              model.ID // what the hint is about
	aside             string   // what the line said before it became a name at an entry
	round             round
	habits            Habits
	finder            *finder
	overview          *overview
	history           *history
	prompt            *kit.Field
	stopDraft         func()
	unsubscribe       func()
}

// column is one kind of the chosen stakeholder.
type column struct {
	kind  model.Kind
	hint  string
	head  *kit.ColumnHead
	cards *kit.CardColumn
	box   *fyne.Container
}

// NewCapture makes the screen; draft is the unfinished line of last time.
func NewCapture(h CaptureHost, s *model.Session, draft string) *Capture {
	c := &Capture{
		host: h, session: s, columns: map[string]*column{},
		rail: kit.NewRailList(), head: kit.NewLine(), banner: kit.NewBanner(),
		where: kit.NewModeBlock("", "Ctrl 1–9, 0", theme.Ink),
		what:  kit.NewModeBlock("", "F5 – F8", theme.Ink),
		line:  kit.NewLineEntry(text.TypeHere),
		hint:  kit.NewLine(), habits: h.Habits(),
	}
	p := s.Programme()
	h.Stage().settle(p)
	c.stakeholder = h.Stage().Stakeholder
	if len(p.Kinds) > 0 {
		c.kind = p.Kinds[0].Key
	}
	c.build()
	c.line.SetText(draft)
	c.showAll()
	c.showHint()
	c.unsubscribe = s.Subscribe(c.changed)
	return c
}

// Content is what the window shows.
func (c *Capture) Content() fyne.CanvasObject { return c.content }

// Focus puts the cursor where one types.
func (c *Capture) Focus() { c.line.Focus() }

// Target is what has the focus when the screen opens.
func (c *Capture) Target() fyne.Focusable { return c.line.Target() }

// Settle stores what is being edited and keeps the unfinished line; it tells
// whether nothing would be lost now.
func (c *Capture) Settle() bool {
	stored := c.endEdits()
	if stored {
		c.banner.Clear()
	}
	kept := c.keepDraft()
	return stored && (kept || c.line.Text() == "")
}

// Close leaves the screen; what was being edited is stored, and the time spent.
func (c *Capture) Close() {
	c.Settle()
	c.unsubscribe()
	c.endRound()
}

// Open comes back to the screen: the modes are as they were, unless another
// place went to another stakeholder. An edit that was not stored is tried again.
func (c *Capture) Open() {
	c.alike = nil
	c.host.Stage().settle(c.session.Programme())
	if c.endEdits() {
		c.stakeholder = c.host.Stage().Stakeholder
	}
	c.fitModes()
	c.showBoard()
	c.showAll()
	c.showHint()
	c.unsubscribe = c.session.Subscribe(c.changed)
}

func (c *Capture) build() {
	keys := c.host.Keys()
	c.rail.Keys, c.where.Keys, c.what.Keys, c.line.Keys = keys, keys, keys, keys
	c.rail.OnSelect = func(key string) { c.Choose(key) }
	c.bindLine()
	c.where.OnTapped = func() { c.nextStakeholder() }
	c.what.OnTapped = func() { c.nextKind() }

	c.board = c.buildBoard()
	c.middle = kit.NewDock(0, nil, nil, nil, nil, c.board)
	c.side = inset(0, 0, 0, 0, kit.NewSideBar(c.rail))
	c.lineRow = kit.NewDock(10, nil, nil, row(10, c.where, c.what), nil, c.line)
	c.hintRow = newHintRow(c.hint, c.hints())
	bottom := kit.NewBottomBar(kit.NewDock(8, c.banner, c.hintRow, nil, nil,
		c.lineRow))
	c.content = kit.NewDock(0, nil, bottom, c.side, nil, c.middle)
}

// buildBoard makes a column for each kind of the programme. The cards of a kind
// that was there stay, and with them what is being edited.
func (c *Capture) buildBoard() fyne.CanvasObject {
	former := c.columns
	c.kinds, c.columns = c.session.Programme().Kinds, map[string]*column{}
	var objects []fyne.CanvasObject
	for _, k := range c.kinds {
		col := former[k.Key]
		if col == nil {
			col = &column{cards: c.newCards(k.Key)}
		}
		col.kind, col.hint = k, c.host.KeyFor(KindCommand(k.Key))
		col.head = kit.NewColumnHead(k.Letter, k.Plural, "", theme.Accent(k.Accent))
		col.box = kit.NewDock(0, col.head, nil, nil, nil, col.cards)
		c.columns[k.Key] = col
		objects = append(objects, col.box)
	}
	c.row = kit.NewColumns(0, objects...)
	return inset(14, 0, 14, 10, kit.NewDock(8, inset(0, 0, 4, 0, c.head), nil, nil, nil, c.row))
}

func (c *Capture) newCards(kind string) *kit.CardColumn {
	cards := kit.NewCardColumn()
	cards.Keys, cards.Limit, cards.OnLimit = c.host.Keys(), model.MaxText, c.limitReached
	cards.OnEdit = func(key string) { c.edit(c.columns[kind], key) }
	cards.OnDelete = func(key string) {
		c.doTo(key, func(e model.Entry) model.Command { return model.Withdraw{Entry: e.ID} })
	}
	cards.OnMenu = func(key string, at fyne.Position) { c.menu(cards, key, at) }
	return cards
}

// rebuildBoard follows a change of the programme's kinds.
func (c *Capture) rebuildBoard() {
	if slices.Equal(c.kinds, c.session.Programme().Kinds) {
		return
	}
	former := c.board
	c.board = c.buildBoard()
	if len(c.middle.Objects) == 1 && c.middle.Objects[0] == former {
		c.showBoard()
	}
}

// The ids of commands whose key a screen shows.
const (
	CommandKeys   = "keys"
	CommandEach   = "each"
	CommandAlso   = "also"
	CommandMatrix = "matrix"
	CommandSlide  = "slide"
)

// KindCommand is the id of the command that chooses a kind.
func KindCommand(kind string) string { return "kind:" + kind }

// KeysChanged shows the keys that the person has chosen.
func (c *Capture) KeysChanged() {
	for _, col := range c.columns {
		col.hint = c.host.KeyFor(KindCommand(col.kind.Key))
		c.showColumnHead(col)
	}
	c.showModes()
}

// KindKeys choose the kinds, in their order.
var KindKeys = [...]fyne.KeyName{fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12}

// Choose makes a stakeholder the mode and shows its columns. It doesn't while
// an edit can't be stored.
func (c *Capture) Choose(key string) {
	if !c.endEdits() {
		c.rail.Select(c.stakeholder)
		return
	}
	if key != c.stakeholder {
		c.endRound()
	}
	c.stakeholder = key
	c.startRound()
	c.host.Stage().Choose(key)
	c.showBoard()
	c.showModes()
	c.showColumns()
	c.showHint() // it names the stakeholder
	c.line.Focus()
}

// ChooseNth chooses by the number of the key, from 1; 0 is "not assigned".
func (c *Capture) ChooseNth(n int) {
	if key, ok := nthStakeholder(c.session.Programme(), n); ok {
		c.Choose(key)
		return
	}
	c.banner.Say(kit.Quiet, text.NoStakeholder)
	c.line.Focus()
}

// ChooseKind makes a kind the mode.
func (c *Capture) ChooseKind(key string) {
	c.kind = key
	c.showModes()
	c.line.Focus()
}

func (c *Capture) nextStakeholder() {
	list := c.session.Programme().Stakeholders
	for i, s := range list {
		if s.Key == c.stakeholder && i+1 < len(list) {
			c.Choose(list[i+1].Key)
			return
		}
	}
	c.ChooseNth(min(1, len(list)))
}

func (c *Capture) nextKind() {
	kinds := c.session.Programme().Kinds
	for i, k := range kinds {
		if k.Key == c.kind {
			c.ChooseKind(kinds[(i+1)%len(kinds)].Key)
			return
		}
	}
}

// do carries out a command and says so when it was refused.
func (c *Capture) do(command model.Command) bool {
	c.aside = ""
	if err := c.session.Do(command); err != nil {
		c.banner.Say(kit.Bad, c.host.Sentence(err))
		return false
	}
	c.banner.Clear()
	return true
}

func (c *Capture) limitReached() { c.banner.Say(kit.Check, text.LimitReached) }

// Undo takes back the last step, Redo does it again; the line keeps the focus.
func (c *Capture) Undo() {
	c.step(c.session.Undo)
	c.restoreAside()
}

// Redo does the last undone step again.
func (c *Capture) Redo() { c.step(c.session.Redo) }

func (c *Capture) step(f func() error) {
	if err := f(); err != nil {
		c.banner.Say(kit.Quiet, c.host.Sentence(err))
	} else {
		c.banner.Clear()
	}
	c.line.Focus()
}

// Escape brings everything back to the line with its text.
func (c *Capture) Escape() {
	c.banner.Clear()
	c.showBoard()
	c.showHint()
	c.line.Focus()
}
