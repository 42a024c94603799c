package screen

import (
	"image/color"
	"slices"
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"github.com/google/uuid"
)

// ReadBackHost is what the read-back screen needs of the shell.
type ReadBackHost interface {
	Keys() *kit.KeyRouter
	Clock() kit.Clock
	Sentence(err error) string
	Stage() *Stage
}

// ReadBack is Teruglezen: the lines of one gemeente as the beamer shows them, to
// walk along, correct and confirm. Lines that the room may not see aren't here:
// nobody can confirm what wasn't read.
type ReadBack struct {
	host    ReadBackHost
	session *model.Session
	stage   *Stage
	content fyne.CanvasObject

	rail        *kit.RailList
	head        *kit.Line
	list        *kit.CardColumn
	empty       *kit.Paragraph
	by          *kit.Field
	all         *kit.Button
	banner      *kit.Banner
	unsubscribe func()
}

// NewReadBack makes the screen.
func NewReadBack(h ReadBackHost, s *model.Session) *ReadBack {
	r := &ReadBack{
		host: h, session: s, stage: h.Stage(),
		rail: kit.NewRailList(), head: kit.NewLine(), list: kit.NewReadingColumn(),
		empty:  kit.NewParagraph(text.NothingToRead, theme.Muted),
		by:     kit.NewField(text.ConfirmedBy, text.ConfirmedByHint),
		all:    kit.NewButton(text.ConfirmAll, kit.Primary, nil),
		banner: kit.NewBanner(),
	}
	r.build()
	r.Open()
	return r
}

// Content is what the window shows.
func (r *ReadBack) Content() fyne.CanvasObject { return r.content }

// Target is what has the focus when the screen opens.
func (r *ReadBack) Target() fyne.Focusable { return r.list }

// Settle stores a correction that is being typed, and tells whether it could.
func (r *ReadBack) Settle() bool { return r.list.EndEdit(true) }

// Close leaves the screen; a correction that was being typed is stored.
func (r *ReadBack) Close() {
	r.Settle()
	r.unsubscribe()
	r.stage.SetReadingBack(false)
}

// Open comes back to it. A correction that was not stored is tried again.
func (r *ReadBack) Open() {
	r.stage.settle(r.session.Programme())
	r.stage.SetReadingBack(true)
	r.Choose(r.stage.Stakeholder)
	r.unsubscribe = r.session.Subscribe(r.changed)
}

// railWidth and byWidth are the widths of the list at the left and of the field.
const (
	railWidth = 248
	byWidth   = 260
)

func (r *ReadBack) build() {
	keys := r.host.Keys()
	r.rail.Keys, r.list.Keys, r.by.Keys, r.all.Keys = keys, keys, keys, keys
	r.rail.OnSelect = r.Choose
	r.list.OnSelect = func(key string) { r.stage.Read(idOf(key)) }
	r.list.OnEdit = r.edit
	r.list.Limit, r.list.OnLimit = model.MaxText, func() { r.banner.Say(kit.Check, text.LimitReached) }
	r.list.OnMark = func(string) { r.Toggle() }
	r.list.OnDelete = func(key string) { r.do(model.Withdraw{Entry: idOf(key)}) }
	r.by.OnChanged = func(words string) { r.stage.By[r.stage.Stakeholder] = words }
	r.by.OnSubmit = func(string) { r.list.Focus() }
	r.all.OnTapped = r.ConfirmAll

	by := container.New(layout.NewGridWrapLayout(fyne.NewSize(byWidth, r.by.MinSize().Height)), r.by)
	button := container.NewVBox(layout.NewSpacer(), r.all)
	bottom := kit.NewBottomBar(kit.NewDock(8, r.banner, r.hints(), nil, nil, kit.NewDock(14, nil, nil, by, row(0, button), nil)))
	middle := inset(14, 0, 14, 10, kit.NewDock(8, inset(0, 0, 4, 0, r.head), nil, nil, nil,
		container.NewStack(inset(8, 0, 6, 0, r.empty), r.list)))
	// Room for two numbers beside the longest name.
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(railWidth, 0))
	r.content = kit.NewDock(0, nil, bottom, kit.NewSideBar(container.NewStack(wide, r.rail)), nil, middle)
}

func (r *ReadBack) hints() fyne.CanvasObject {
	return keyHints(
		[2]string{"↓", text.KeyWalk},
		[2]string{"Enter", text.KeyCorrect},
		[2]string{text.KeySpaceName, text.KeyConfirmOne},
		[2]string{"Ctrl+Enter", text.KeyConfirmAll},
		[2]string{"F1", text.KeyKeys},
	)
}

// Choose reads another stakeholder back, from the top.
func (r *ReadBack) Choose(key string) {
	if !r.list.EndEdit(true) {
		r.rail.Select(r.stage.Stakeholder)
		return
	}
	r.banner.Clear()
	r.list.Select("")
	r.stage.Choose(key)
	r.by.SetText(r.who())
	r.show()
	r.list.Focus()
}

// ChooseNth chooses by the number of the key, from 1; 0 is "not assigned".
func (r *ReadBack) ChooseNth(n int) {
	if key, ok := nthStakeholder(r.session.Programme(), n); ok {
		r.Choose(key)
		return
	}
	r.banner.Say(kit.Quiet, text.NoStakeholder)
}

// who confirms for the chosen stakeholder: as typed before, or who sits at the
// table for it, or a wethouder.
func (r *ReadBack) who() string {
	key := r.stage.Stakeholder
	if by, ok := r.stage.By[key]; ok {
		return by
	}
	p := r.session.Programme()
	for _, participant := range p.Participants {
		if participant.Stakeholder == key && participant.Present {
			return participant.Role
		}
	}
	if s, ok := p.Stakeholder(key); ok && s.Municipality() {
		return text.Alderman
	}
	return ""
}

// edit opens a line in its place. What can't be stored stays open.
func (r *ReadBack) edit(key string) {
	r.list.Edit(key, func(words string, ok bool) bool {
		if ok && !r.do(model.Edit{Entry: idOf(key), Text: words}) && strings.TrimSpace(words) != "" {
			return false
		}
		r.list.Focus()
		return true
	})
}

// Toggle confirms the current line, or takes that back.
func (r *ReadBack) Toggle() {
	e, ok := r.session.Entry(idOf(r.list.Selected()))
	switch {
	case !ok || r.list.Editing() != "":
	case e.Confirmed.Valid():
		r.do(model.Unconfirm{Entry: e.ID})
	default:
		r.confirm(e.ID)
	}
}

// ConfirmAll confirms all lines of the chosen stakeholder; one that is being
// corrected as it stands now.
func (r *ReadBack) ConfirmAll() {
	if !r.list.EndEdit(true) {
		return
	}
	var open []model.ID
	entries := r.session.OnBeamer(r.stage.Stakeholder)
	for _, e := range entries {
		if !e.Confirmed.Valid() {
			open = append(open, e.ID)
		}
	}
	switch {
	case len(entries) == 0:
		r.banner.Say(kit.Quiet, text.NothingToRead)
	case len(open) == 0:
		r.banner.Say(kit.Quiet, text.AllConfirmed)
	default:
		r.confirm(open...)
		return
	}
	r.list.Focus()
}

func (r *ReadBack) confirm(entries ...model.ID) {
	if r.by.Text() == "" {
		r.banner.Say(kit.Check, text.WhoNeeded)
		r.by.Focus()
		return
	}
	r.do(model.Confirm{Entries: entries, By: r.by.Text()})
	r.list.Focus()
}

func (r *ReadBack) do(c model.Command) bool {
	if err := r.session.Do(c); err != nil {
		r.banner.Say(kit.Bad, r.host.Sentence(err))
		return false
	}
	r.banner.Clear()
	return true
}

// Escape leaves the field for the list, and says whether it did something.
func (r *ReadBack) Escape() bool {
	if c := canvasOf(r.list); c != nil && c.Focused() == r.by.Target() {
		r.list.Focus()
		return true
	}
	return false
}

func (r *ReadBack) changed([]model.Change) { r.show() }

// show renders rail, head and list; the current line stays, or the one in its
// place becomes it.
func (r *ReadBack) show() {
	p, key := r.session.Programme(), r.stage.Stakeholder
	r.rail.SetItems(railItems(p, func(key string) string { return readCount(r.session.ReadBack(key)) }))
	r.rail.Select(key)
	r.showHead()

	entries := r.session.OnBeamer(key)
	before := slices.IndexFunc(entries, func(e model.Entry) bool { return e.ID == r.stage.Current })
	cards := make([]kit.Card, len(entries))
	for i, e := range entries {
		cards[i] = r.card(p, e.ID)
	}
	r.list.SetCards(cards)
	r.empty.Hidden = len(cards) > 0
	if r.list.Selected() == "" && len(cards) > 0 {
		r.list.Select(cards[max(before, 0)].Key)
	}
	r.stage.Read(idOf(r.list.Selected()))
}

func readCount(confirmed, total int) string {
	if total == 0 {
		return "–"
	}
	return text.ConfirmedShort(confirmed, total)
}

func (r *ReadBack) showHead() {
	key := r.stage.Stakeholder
	confirmed, total := r.session.ReadBack(key)
	said := text.ConfirmedOf(confirmed, total)
	if total == 0 {
		said = text.Lines(0)
	}
	runs := []kit.Run{
		{Text: stakeholderName(r.session.Programme(), key), Size: theme.Title, Bold: true},
		{Text: said, Color: theme.Muted, Gap: 14},
	}
	if hidden := r.session.Count(key) - total; hidden > 0 {
		runs = append(runs, kit.Run{Text: text.InternalLeft(hidden), Color: theme.Muted, Gap: 14, Whole: true})
	}
	r.head.SetRuns(runs...)
}

// card is how an entry looks here: its kind on a badge, and how far it is.
func (r *ReadBack) card(p model.Programme, id model.ID) kit.Card {
	e, _ := r.session.Entry(id)
	kind := kindOf(p, e.Kind)
	card := kit.Card{Key: id.String(), Letter: kind.Letter, Color: theme.Accent(kind.Accent), Text: e.Text, Footer: e.Code}
	switch {
	case e.Confirmed.Valid():
		card.Tags = []kit.Tag{{Text: text.Confirmed(e.Confirmed.At, r.host.Clock().Now(), e.Confirmed.By), Tone: kit.Good}}
	case e.Confirmed.Lapsed:
		card.Tags = []kit.Tag{{Text: text.NoLonger, Tone: kit.Bad}}
	default:
		card.Note = text.NotConfirmed
	}
	if e.Status == model.ToCheck {
		card.Tags = append(card.Tags, kit.Tag{Text: text.ToCheckTag, Tone: kit.Check})
	}
	if e.Versions > 1 {
		card.Tags = append(card.Tags, kit.Tag{Text: text.TwoVersions, Tone: kit.Bad})
	}
	return card
}

// idOf reads the key of a card; what isn't one gives the ID of no entry.
func idOf(key string) model.ID {
	id, err := uuid.Parse(key)
	if err != nil {
		return uuid.Nil
	}
	return id
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
