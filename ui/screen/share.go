package screen

import (
	"strings"

	"oogst/model"
	"oogst/model/review"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// ShareHost is what the share screen needs of the shell.
type ShareHost interface {
	Keys() *kit.KeyRouter
	Sentence(err error) string
	// Formats are the kinds of documents, in the order of the boxes.
	Formats() []ShareFormat
	Folder() string
	ChooseFolder(chosen func())
	OpenFolder()
	Names(ShareOrder) []string
	// Make makes the documents beside the window; cancel stops it.
	Make(o ShareOrder, report func(done, total int), done func(notices []string, err error)) (cancel func())
	// Said hears what came of it, for who is elsewhere by then.
	Said(tone kit.Tone, words string)
	ShowThese(entries []model.ID)
	// ShowDoubles goes to where lines that say the same are made one.
	ShowDoubles()
}

// ShareFormat is a kind of document, with what to say of it.
type ShareFormat struct {
	Key, Title, About string
	Chosen            bool
}

// ShareOrder is what a person chose.
type ShareOrder struct {
	Variant model.Variant
	Final   bool
	Formats []string
}

// Share is Delen: see what is unfinished and what stays in the house, choose,
// and make the documents.
type Share struct {
	host    ShareHost
	session *model.Session
	content fyne.CanvasObject

	unfinished, withheld *fyne.Container
	audience, status     *kit.Segmented
	boxes                []*kit.CheckRow
	folder, names        *kit.Paragraph
	make, cancel, open   *kit.Button
	said                 *kit.Banner
	stop                 func()
	unsubscribe          func()
}

// NewShare makes the screen.
func NewShare(h ShareHost, s *model.Session) *Share {
	v := &Share{
		host: h, session: s, unfinished: stack(0), withheld: stack(0),
		audience: kit.NewSegmented(text.ChoiceInternal, text.ChoicePresent, text.ChoicePublic),
		status:   kit.NewSegmented(text.ChoiceDraft, text.ChoiceFinal),
		folder:   kit.NewParagraph("", theme.Muted), names: kit.NewParagraph("", theme.Muted),
		said: kit.NewBanner(),
	}
	v.build()
	v.Open()
	return v
}

// Settle is true: nothing is typed here.
func (v *Share) Settle() bool { return true }

// Open comes to the screen: choices are as they were, counts as they are now.
func (v *Share) Open() {
	v.show()
	v.unsubscribe = v.session.Subscribe(func([]model.Change) { v.show() })
}

// Content is what the window shows.
func (v *Share) Content() fyne.CanvasObject { return v.content }

// Target is what has the focus when the screen opens: Enter makes the files.
func (v *Share) Target() fyne.Focusable { return v.make }

// Close leaves the screen. Documents that are being made are made.
func (v *Share) Close() { v.unsubscribe() }

func (v *Share) build() {
	keys := v.host.Keys()
	v.audience.Keys, v.status.Keys = keys, keys
	v.audience.Select(1)
	v.audience.OnSelect = func(int) { v.show() }
	v.status.OnSelect = func(int) { v.show() }
	v.make = v.button(text.MakeFiles, kit.Primary, v.run)
	v.cancel = v.button(text.Cancel, kit.Outline, func() { v.stop() })
	v.open = v.button(text.OpenFolder, kit.Outline, v.host.OpenFolder)
	v.cancel.Hide()
	v.open.Hide()

	left := stack(0, heading(text.Unfinished), v.unfinished,
		inset(24, 0, 0, 0, heading(text.NotIncluded)), v.withheld, inset(12, 0, 0, 0, muted(text.NotIncludedWhy)))
	files := stack(0)
	for _, f := range v.host.Formats() {
		box := kit.NewCheckRow(f.Title, f.About)
		box.Keys = keys
		box.SetChecked(f.Chosen)
		box.OnChanged = func(bool) { v.show() }
		v.boxes = append(v.boxes, box)
		files.Add(box)
	}
	gap := func(o fyne.CanvasObject) fyne.CanvasObject { return inset(16, 0, 0, 0, o) }
	choices := stack(0, heading(text.ForWhom), row(0, v.audience), gap(heading(text.StatusHeading)), row(0, v.status),
		gap(heading(text.FilesHeading)), files,
	)
	where := stack(0, v.folder, v.names, row(0, v.button(text.OtherFolder, kit.Link, func() { v.host.ChooseFolder(v.show) })))
	// The button and what it will write stay in sight.
	right := kit.NewDock(16, nil, stack(10, where, row(12, v.make, v.cancel, v.open), v.said), nil, nil, scrolled(choices))
	panels := kit.NewColumns(28, kit.NewPanel(scrolled(left)), kit.NewPanel(right))
	v.content = inset(22, 22, 28, 28, panels)
}

func (v *Share) button(words string, style kit.ButtonStyle, run func()) *kit.Button {
	b := kit.NewButton(words, style, run)
	b.Keys = v.host.Keys()
	return b
}

func (v *Share) order() ShareOrder {
	o := ShareOrder{Variant: model.Variants[v.audience.Selected()], Final: v.status.Selected() == 1}
	for i, f := range v.host.Formats() {
		if v.boxes[i].Checked() {
			o.Formats = append(o.Formats, f.Key)
		}
	}
	return o
}

// show renders what will leave the house, for the choice made.
func (v *Share) show() {
	o := v.order()
	h := v.session.Harvest(o.Variant)
	v.showUnfinished(h)
	v.withheld.RemoveAll()
	v.withheldRow(h.Withheld.Notes, text.NoteWithheld, text.NotesWithheld)
	v.withheldRow(h.Withheld.Entries, text.LineWithheld, text.LinesWithheld)
	v.withheldRow(h.Withheld.Names, text.NameWithheld, text.NamesWithheld)
	v.withheldRow(h.Withheld.Plans, text.PlanWithheld, text.PlansWithheld)
	if len(v.withheld.Objects) == 0 {
		v.withheld.Add(kit.NewCountRow("–", theme.Muted, text.NothingWithheld))
	}
	v.folder.SetText(text.To + v.host.Folder())
	names := text.FileNames(v.host.Names(o))
	if len(o.Formats) > 0 {
		names += "\n" + text.ExistingReplaced
	}
	v.names.SetText(names)
}

// concerns are what a harvest is looked through for, with what to say when
// there is one, when there are more and when there is none; "" says nothing.
var concerns = []struct {
	concern         review.Concern
	one, many, none string
}{
	{review.Unassigned, text.LineUnassigned, text.LinesUnassigned, text.AllAssigned},
	{review.ToCheck, text.LineToCheck, text.LinesToCheck, text.AllChecked},
	{review.Unconfirmed, text.LineUnconfirmed, text.LinesUnconfirmed, text.EveryConfirmed},
	{review.TwoVersions, text.LineTwice, text.LinesTwice, ""},
	{review.Name, text.NameFound, text.NamesFound, text.NoNames},
	{review.Phone, text.PhoneFound, text.PhonesFound, ""},
	{review.Mail, text.MailFound, text.MailsFound, ""},
	{review.Number, text.NumberFound, text.NumbersFound, ""},
	{review.Duplicate, text.DuplicateFound, text.DuplicatesFound, text.NoDuplicates},
}

// showUnfinished counts what asks for a look; each count leads to its lines.
func (v *Share) showUnfinished(h model.Harvest) {
	v.unfinished.RemoveAll()
	if v.session.Len() == 0 {
		v.unfinished.Add(kit.NewCountRow("–", theme.Muted, text.NothingToShare))
		return
	}
	all := review.Findings(h)
	for _, c := range concerns {
		found := review.Of(all, c.concern)
		if len(found) == 0 {
			if c.none != "" {
				v.unfinished.Add(kit.NewCountRow("✓", theme.Green, c.none))
			}
			continue
		}
		words := c.many
		if len(found) == 1 {
			words = c.one
		}
		if code := found[0].Code; len(found) == 1 {
			words += " (" + code + ")"
		}
		r := kit.NewCountRow(text.Number(len(found)), theme.Crimson, words)
		show := v.host.ShowDoubles
		if c.concern != review.Duplicate {
			ids := make([]model.ID, len(found))
			for i, f := range found {
				ids[i] = f.Entry
			}
			show = func() { v.host.ShowThese(ids) }
		}
		r.SetAction(text.ShowLines, show)
		r.Action().Keys = v.host.Keys()
		v.unfinished.Add(r)
	}
}

func (v *Share) withheldRow(n int, one, many string) {
	words := many
	if n == 1 {
		words = one
	}
	if n > 0 {
		v.withheld.Add(kit.NewCountRow(text.Number(n), theme.Ink, words))
	}
}

func (v *Share) run() {
	o := v.order()
	switch {
	case v.stop != nil:
		return
	case len(o.Formats) == 0:
		v.said.Say(kit.Check, text.ChooseOne)
		return
	}
	v.make.Disable()
	v.cancel.Show()
	v.open.Hide()
	v.said.Say(kit.Quiet, text.Making(0))
	v.stop = v.host.Make(o, func(done, total int) {
		if v.stop != nil && total > 0 {
			v.said.Say(kit.Quiet, text.Making(100*done/total))
		}
	}, func(notices []string, err error) { v.made(o, notices, err) })
}

func (v *Share) made(o ShareOrder, notices []string, err error) {
	v.stop = nil
	v.make.Enable()
	v.cancel.Hide()
	if err != nil {
		v.say(kit.Bad, v.host.Sentence(err))
		return
	}
	v.open.Show()
	v.say(kit.Good, strings.Join(append([]string{text.FilesMade(len(v.host.Names(o)))}, notices...), " "))
}

func (v *Share) say(tone kit.Tone, words string) {
	v.said.Say(tone, words)
	v.host.Said(tone, words)
}
