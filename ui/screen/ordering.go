package screen

import (
	"maps"
	"slices"
	"strings"

	"oogst/model"
	"oogst/model/review"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// OrderingHost is what the ordering screen needs of the shell.
type OrderingHost interface {
	Keys() *kit.KeyRouter
	Sentence(err error) string
	KeyFor(command string) string
}

// Ordering is Ordenen: all lines, or those of a theme or a kind, to put under
// themes, to join where they say the same, and to say what becomes of them. What
// is done is done to the lines that were ticked, or else to the current one.
type Ordering struct {
	host    OrderingHost
	session *model.Session
	content fyne.CanvasObject

	rail        *kit.RailList
	railScroll  *container.Scroll
	head        *kit.Line
	rename      *kit.Field
	themeTools  *fyne.Container
	list        *kit.CardColumn
	empty       *kit.Paragraph
	banner      *kit.Banner
	details     *details
	all         []model.Entry
	alike       []model.ID // those that say nearly the same, by group
	shown       string     // key of the row of the rail
	order       []model.ID // of the lines that are shown
	ticked      map[model.ID]bool
	unsubscribe func()
}

// detailsWidth is that of the strip at the right: the choices of a verdict fit.
const detailsWidth = 336

// headLeast is what is left of the name of a theme where there is little room.
const headLeast = 160

// NewOrdering makes the screen.
func NewOrdering(h OrderingHost, s *model.Session) *Ordering {
	o := &Ordering{
		host: h, session: s, rail: kit.NewRailList(), head: kit.NewLine(), list: kit.NewMixedColumn(),
		rename: kit.NewField(text.ThemeNew, text.ThemeNameHint), empty: kit.NewParagraph("", theme.Muted),
		banner: kit.NewBanner(), shown: railAll, ticked: map[model.ID]bool{},
	}
	o.build()
	o.Open()
	return o
}

// Content is what the window shows.
func (o *Ordering) Content() fyne.CanvasObject { return o.content }

// Target is what has the focus when the screen opens.
func (o *Ordering) Target() fyne.Focusable { return o.list }

// Settle stores what is being typed, and tells whether it could.
func (o *Ordering) Settle() bool { return o.details.settle() }

// Close leaves the screen; what was being typed is stored.
func (o *Ordering) Close() {
	o.Settle()
	o.unsubscribe()
}

// Open comes back to it.
func (o *Ordering) Open() {
	o.banner.Clear()
	o.read()
	o.unsubscribe = o.session.Subscribe(func([]model.Change) { o.read() })
}

// read takes in how the session is now. Looking for doubles is the only part of
// it that takes long, so that is done again only when a text came, went or changed.
func (o *Ordering) read() {
	before := o.all
	o.all = o.session.InOrder()
	if !slices.EqualFunc(before, o.all, func(a, b model.Entry) bool { return a.ID == b.ID && a.Text == b.Text }) {
		o.alike = nil
		for _, group := range review.Doubles(o.all) {
			for _, e := range group {
				o.alike = append(o.alike, e.ID)
			}
		}
	}
	o.show()
}

func (o *Ordering) build() {
	keys := o.host.Keys()
	o.rail.Keys, o.list.Keys, o.rename.Keys = keys, keys, keys
	o.rail.OnSelect = o.Choose
	o.list.OnSelect = func(string) { o.showDetails() }
	o.list.OnMark = o.tick
	o.list.OnEdit = func(string) { o.details.theme.Focus() }
	o.head.Most = headLeast
	o.rename.Limit = model.MaxText
	o.rename.OnSubmit = o.renameTheme
	o.rename.Hide()
	o.details = newDetails(o)

	o.themeTools = row(12, o.button(text.ThemeRename, o.askName), o.button(text.ThemeOff, o.removeTheme))
	head := stack(6, kit.NewDock(12, nil, nil, nil, o.themeTools, inset(4, 0, 4, 0, o.head)), o.rename)
	middle := inset(10, 0, 14, 10, kit.NewDock(8, head, nil, nil, nil, container.NewStack(inset(8, 0, 6, 0, o.empty), o.list)))
	right := container.New(layout.NewGridWrapLayout(fyne.NewSize(detailsWidth, 0)), layout.NewSpacer())
	details := container.NewStack(right, o.details.scroll)
	bottom := kit.NewBottomBar(kit.NewDock(8, o.banner, nil, nil, nil, o.hints()))
	o.railScroll = container.NewVScroll(o.rail)
	side := kit.NewSideBar(o.railScroll)
	o.content = kit.NewDock(0, nil, bottom, side, details, middle)
}

func (o *Ordering) button(words string, run func()) *kit.Button {
	b := kit.NewButton(words, kit.Link, run)
	b.Keys = o.host.Keys()
	return b
}

func (o *Ordering) hints() fyne.CanvasObject {
	return keyHints(
		[2]string{"Enter", text.KeyTheme},
		[2]string{text.KeySpaceName, text.KeyTick},
		[2]string{o.host.KeyFor(CommandAlso), text.KeyJoin},
		[2]string{"Ctrl+1…9", text.KeyByTheme},
		[2]string{"F1", text.KeyKeys},
	)
}

// Type begins a theme for the current line with a letter.
func (o *Ordering) Type(r rune) {
	o.details.theme.Focus()
	o.details.theme.Target().TypedRune(r)
}

// tick takes a line to those that are chosen together, or out of them.
func (o *Ordering) tick(key string) {
	id := idOf(key)
	if o.ticked[id] {
		delete(o.ticked, id)
	} else {
		o.ticked[id] = true
	}
	o.show()
}

// Escape undoes what is begun: a name, typing, what was ticked. It says whether
// there was any.
func (o *Ordering) Escape() bool {
	focused := canvasOf(o.list)
	switch {
	case o.rename.Visible():
		o.rename.Hide()
		o.content.Refresh()
	case focused != nil && focused.Focused() != fyne.Focusable(o.list):
		o.details.drop()
	case len(o.ticked) > 0:
		o.ticked = map[model.ID]bool{}
		o.show()
	default:
		return false
	}
	o.list.Focus()
	return true
}

// Join makes one line of those that were ticked and the current one, which stays.
func (o *Ordering) Join() {
	into, ok := o.current()
	join := o.joining(into)
	switch {
	case !ok || len(join.Entries) == 0:
		o.banner.Say(kit.Quiet, text.JoinFirst)
	case o.do(join):
		o.banner.Say(kit.Good, text.Joined(o.codes(join.Entries), into.Code))
		o.ticked = map[model.ID]bool{}
		o.show()
	}
	o.list.Focus()
}

// joining is what Join would do.
func (o *Ordering) joining(into model.Entry) model.Join {
	join := model.Join{Into: into.ID}
	for _, id := range o.order {
		if o.ticked[id] && id != into.ID {
			join.Entries = append(join.Entries, id)
		}
	}
	return join
}

func (o *Ordering) codes(ids []model.ID) (codes []string) {
	for _, id := range ids {
		e, _ := o.session.Entry(id)
		codes = append(codes, e.Code)
	}
	return codes
}

// targets are the lines that a choice is about.
func (o *Ordering) targets() (entries []model.Entry) {
	for _, id := range o.order {
		if e, ok := o.session.Entry(id); ok && o.ticked[id] {
			entries = append(entries, e)
		}
	}
	if e, ok := o.current(); ok && len(entries) == 0 {
		entries = []model.Entry{e}
	}
	return entries
}

func (o *Ordering) current() (model.Entry, bool) { return o.session.Entry(idOf(o.list.Selected())) }

func (o *Ordering) do(c model.Command) bool {
	if err := o.session.Do(c); err != nil {
		o.banner.Say(kit.Bad, o.host.Sentence(err))
		return false
	}
	o.banner.Clear()
	return true
}

// lines are those of a row of the rail: as on the slide, doubles by group.
func (o *Ordering) lines(key string) (entries []model.Entry) {
	if key == railDoubles {
		for _, id := range o.alike {
			e, _ := o.session.Entry(id)
			entries = append(entries, e)
		}
		return entries
	}
	theme, isTheme := strings.CutPrefix(key, railTheme)
	kind, isKind := strings.CutPrefix(key, railKind)
	return slices.DeleteFunc(slices.Clone(o.all), func(e model.Entry) bool {
		switch {
		case isTheme:
			return !slices.Contains(e.Themes, theme)
		case isKind:
			return e.Kind != kind
		}
		return key == railNone && len(e.Themes) > 0
	})
}

// show renders rail, head, list and details; the current line stays, or the one
// in its place becomes it.
func (o *Ordering) show() {
	o.showRail()
	p, entries := o.session.Programme(), o.lines(o.shown)
	before := slices.Index(o.order, idOf(o.list.Selected()))
	cards := make([]kit.Card, len(entries))
	o.order = make([]model.ID, len(entries))
	for i, e := range entries {
		cards[i], o.order[i] = o.card(p, e), e.ID
	}
	maps.DeleteFunc(o.ticked, func(id model.ID, _ bool) bool { return !slices.Contains(o.order, id) })
	o.list.SetCards(cards)
	if o.list.Selected() == "" && len(cards) > 0 {
		o.list.Select(cards[min(max(before, 0), len(cards)-1)].Key)
	}
	o.showHead(len(cards))
	o.showDetails()
}

func (o *Ordering) showHead(n int) {
	runs := []kit.Run{{Text: o.title(), Size: theme.Title, Bold: true}, {Text: text.Lines(n), Color: theme.Muted, Gap: 14, Whole: true}}
	if len(o.ticked) > 0 {
		runs = append(runs, kit.Run{Text: text.Chosen(len(o.ticked)), Bold: true, Color: theme.Teal, Gap: 14, Whole: true})
	}
	o.head.SetRuns(runs...)
	o.themeTools.Hidden = !strings.HasPrefix(o.shown, railTheme)
	o.empty.SetText(text.NothingHere)
	if o.shown == railDoubles {
		o.empty.SetText(text.NothingDouble)
	}
	o.empty.Hidden = n > 0
}

// card is how an entry looks here: its kind on a badge, whose it is, and what it
// was put under. One that was ticked has that on its badge.
func (o *Ordering) card(p model.Programme, e model.Entry) kit.Card {
	kind := kindOf(p, e.Kind)
	card := kit.Card{
		Key: e.ID.String(), Letter: kind.Letter, Color: theme.Accent(kind.Accent), Text: e.Text, Footer: e.Code,
		Note: stakeholderName(p, e.Stakeholder),
	}
	if o.ticked[e.ID] {
		card.Letter, card.Color, card.Outlined = "✓", theme.Teal, true
	}
	tag := func(words string, tone kit.Tone) { card.Tags = append(card.Tags, kit.Tag{Text: words, Tone: tone}) }
	for _, also := range e.Also {
		tag(text.AlsoTag(stakeholderName(p, also)), kit.Quiet)
	}
	for _, key := range e.Themes {
		tag("#"+o.session.ThemeWord(key), kit.Quiet)
	}
	if e.Follow[model.EntryReach] != "" {
		tag(text.Reach(e.Follow[model.EntryReach]), kit.Quiet)
	}
	if e.Judged() {
		tag(text.JudgedTag, kit.Quiet)
	}
	if e.Follow[model.EntryState] == model.StateDone {
		tag(text.StateDone, kit.Good)
	}
	return card
}

func (o *Ordering) showDetails() { o.details.show(o.targets()) }
