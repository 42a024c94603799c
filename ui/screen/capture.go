package screen

import (
	"time"

	"oogst/model"
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
}

// Capture is Vastleggen: where the program lives. The gemeenten are at the
// left, the columns of the chosen one in the middle, the capture line below.
type Capture struct {
	host    CaptureHost
	session *model.Session
	content fyne.CanvasObject

	rail    *kit.RailList
	head    *kit.Line
	kinds   []model.Kind       // those of the columns
	columns map[string]*column // by kind
	middle  *fyne.Container    // the columns, or what is shown instead of them
	board   fyne.CanvasObject
	banner  *kit.Banner
	where   *kit.ModeBlock
	what    *kit.ModeBlock
	line    *kit.LineEntry
	side    *fyne.Container

	stakeholder, kind string // the modes: where the next line goes
	last              model.ID
	finder            *finder
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
}

// NewCapture makes the screen; draft is the unfinished line of last time.
func NewCapture(h CaptureHost, s *model.Session, draft string) *Capture {
	c := &Capture{
		host: h, session: s, columns: map[string]*column{},
		rail: kit.NewRailList(), head: kit.NewLine(), banner: kit.NewBanner(),
		where: kit.NewModeBlock("", "Ctrl 1–9, 0", theme.Ink),
		what:  kit.NewModeBlock("", "F5 – F8", theme.Ink),
		line:  kit.NewLineEntry(text.TypeHere),
	}
	p := s.Programme()
	if len(p.Stakeholders) > 0 {
		c.stakeholder = p.Stakeholders[0].Key
	}
	if len(p.Kinds) > 0 {
		c.kind = p.Kinds[0].Key
	}
	c.build()
	c.line.SetText(draft)
	c.showAll()
	c.unsubscribe = s.Subscribe(c.changed)
	return c
}

// Content is what the window shows.
func (c *Capture) Content() fyne.CanvasObject { return c.content }

// Focus puts the cursor where one types.
func (c *Capture) Focus() { c.line.Focus() }

// Target is what has the focus when the screen opens.
func (c *Capture) Target() fyne.Focusable { return c.line.Target() }

// Close leaves the screen; what stands in the line is kept, and what was being
// edited is stored.
func (c *Capture) Close() {
	if c.endEdits() {
		c.banner.Clear()
	}
	c.keepDraft()
	c.unsubscribe()
}

// Open comes back to the screen: the modes are as they were.
func (c *Capture) Open() {
	c.fitProgramme()
	c.showBoard()
	c.showAll()
	c.unsubscribe = c.session.Subscribe(c.changed)
}

func (c *Capture) build() {
	keys := c.host.Keys()
	c.rail.Keys, c.where.Keys, c.what.Keys, c.line.Keys = keys, keys, keys, keys
	c.rail.OnSelect = func(key string) { c.Choose(key) }
	c.line.Limit = model.MaxText
	c.line.OnSubmit = c.submit
	c.line.OnRecall = c.editLast
	c.line.OnEscape = c.Escape
	c.line.OnChanged = func(string) { c.typed() }
	c.line.OnLimit = c.limitReached
	c.where.OnTapped = func() { c.nextStakeholder() }
	c.what.OnTapped = func() { c.nextKind() }

	c.board = c.buildBoard()
	c.middle = kit.NewDock(0, nil, nil, nil, nil, c.board)
	c.side = inset(0, 0, 0, 0, kit.NewSideBar(c.rail))
	bottom := kit.NewBottomBar(kit.NewDock(8, c.banner, c.hints(), nil, nil,
		kit.NewDock(10, nil, nil, row(10, c.where, c.what), nil, c.line)))
	c.content = kit.NewDock(0, nil, bottom, c.side, nil, c.middle)
}

// buildBoard makes a column for each kind.
func (c *Capture) buildBoard() fyne.CanvasObject {
	var objects []fyne.CanvasObject
	c.kinds = c.session.Programme().Kinds
	clear(c.columns)
	for i, k := range c.kinds {
		col := &column{kind: k, hint: kindKeyName(i), cards: kit.NewCardColumn()}
		col.head = kit.NewColumnHead(k.Letter, k.Plural, "", theme.Accent(k.Accent))
		col.cards.Keys, col.cards.Limit, col.cards.OnLimit = c.host.Keys(), model.MaxText, c.limitReached
		col.cards.OnEdit = func(key string) { c.edit(col, key) }
		col.cards.OnDelete = func(key string) {
			c.doTo(key, func(e model.Entry) model.Command { return model.Withdraw{Entry: e.ID} })
		}
		col.cards.OnMenu = func(key string, at fyne.Position) { c.menu(col.cards, key, at) }
		c.columns[k.Key] = col
		objects = append(objects, kit.NewDock(0, col.head, nil, nil, nil, col.cards))
	}
	return inset(14, 0, 14, 10, kit.NewDock(8, inset(0, 0, 4, 0, c.head), nil, nil, nil, kit.NewColumns(0, objects...)))
}

// kindKeyName is the key that chooses the nth kind.
func kindKeyName(i int) string { return string(KindKeys[min(i, len(KindKeys)-1)]) }

// KindKeys choose the kinds, in their order.
var KindKeys = [...]fyne.KeyName{fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12}

func (c *Capture) hints() fyne.CanvasObject {
	runs := kit.KeyHint("Enter", text.KeyStore)
	runs = append(runs, kit.KeyHint("??", text.KeyCheck)...)
	runs = append(runs, kit.KeyHint("//", text.KeyInternal)...)
	runs = append(runs, kit.KeyHint("F1", text.KeyKeys)...)
	line := kit.NewLine(runs...)
	line.Trailing = true
	line.Most = 60
	return line
}

// Choose makes a stakeholder the mode and shows its columns. It doesn't while
// an edit can't be stored.
func (c *Capture) Choose(key string) {
	if !c.endEdits() {
		c.rail.Select(c.stakeholder)
		return
	}
	c.stakeholder = key
	c.showBoard()
	c.showModes()
	c.showColumns()
	c.line.Focus()
}

// ChooseNth chooses by the number of the key, from 1; 0 is "not assigned".
func (c *Capture) ChooseNth(n int) {
	list := c.session.Programme().Stakeholders
	switch {
	case n == 0:
		c.Choose(model.Unassigned)
	case n <= len(list):
		c.Choose(list[n-1].Key)
	default:
		c.banner.Say(kit.Quiet, text.NoStakeholder)
		c.line.Focus()
	}
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

// submit stores the line. It is cleared only when it is on disk.
func (c *Capture) submit(typed string) {
	line := parseMarks(typed)
	line.Kind, line.Stakeholder = c.kind, c.stakeholder
	if line.Text == "" {
		return
	}
	if err := c.session.Do(line); err != nil {
		c.banner.Say(kit.Bad, c.host.Sentence(err))
		return
	}
	c.banner.Clear()
	c.line.Clear()
	c.keepDraft()
}

// typed plans to keep the unfinished line.
func (c *Capture) typed() {
	if c.stopDraft == nil {
		c.stopDraft = c.host.Clock().AfterFunc(draftAfter, c.keepDraft)
	}
}

func (c *Capture) keepDraft() {
	if c.stopDraft != nil {
		c.stopDraft()
		c.stopDraft = nil
	}
	if err := c.host.KeepDraft(c.line.Text()); err != nil {
		c.banner.Say(kit.Bad, c.host.Sentence(err))
	}
}

// do carries out a command and says so when it was refused.
func (c *Capture) do(command model.Command) bool {
	if err := c.session.Do(command); err != nil {
		c.banner.Say(kit.Bad, c.host.Sentence(err))
		return false
	}
	c.banner.Clear()
	return true
}

func (c *Capture) limitReached() { c.banner.Say(kit.Check, text.LimitReached) }

// Undo takes back the last step, Redo does it again; the line keeps the focus.
func (c *Capture) Undo() { c.step(c.session.Undo) }

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
	c.line.Focus()
}
