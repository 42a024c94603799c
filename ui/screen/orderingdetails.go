package screen

import (
	"slices"
	"strings"

	"oogst/model"
	"oogst/model/search"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// details is the strip at the right of Ordenen: what the current line is under,
// and what becomes of it; or what the lines that were ticked share.
type details struct {
	ordering *Ordering
	content  *fyne.Container
	scroll   *container.Scroll
	keys     *kit.KeyRouter // brings what has the focus into view

	head    *kit.Line
	theme   *kit.Field
	offers  *fyne.Container // themes that are there, to choose
	under   *fyne.Container // the themes of the lines
	join    *fyne.Container
	joinTo  *kit.Button
	joinHow *kit.Paragraph
	joined  *fyne.Container // what was joined into the line
	lines   *fyne.Container
	reach   *kit.Segmented
	judged  *fyne.Container
	follow  *fyne.Container
	done    *kit.CheckRow
	fields  []*followField
	entries []model.Entry

	// Made of the lists of the programme, and made anew when those change.
	built                 bool
	ofLines, ofConditions []model.Item
	boxes                 []lineBox
	verdicts              []verdictChoice
}

type lineBox struct {
	field model.EntryField
	box   *kit.CheckRow
}

// followField is a field of what becomes of one entry.
type followField struct {
	field  model.EntryField
	box    *kit.Field
	entry  model.ID
	stored string // what it was when the box was filled
}

type verdictChoice struct {
	field  model.EntryField
	choose *kit.Segmented
}

// reaches are the choices of the reach, in the order on screen.
var reaches = []string{"", model.ReachLocal, model.ReachSupraLocal}

// mostOffers is how many themes are offered to choose from.
const mostOffers = 5

func newDetails(o *Ordering) *details {
	d := &details{
		ordering: o, head: kit.NewLine(), theme: kit.NewField(text.ColumnTheme, text.ThemeHint),
		offers: stack(0), under: stack(0), joinTo: kit.NewButton("", kit.Primary, o.Join), joinHow: muted(""), joined: stack(0),
		lines: stack(0), reach: kit.NewSegmented(text.ReachUnsaid, text.ReachLocal, text.ReachSupra), judged: stack(4),
		done: kit.NewCheckRow(text.ActionDoneText, ""),
	}
	d.keys = o.host.Keys().Following(func() {
		if focused, ok := canvasOf(d.content).Focused().(fyne.CanvasObject); ok {
			bringIntoView(d.scroll, focused)
		}
	})
	keys := d.keys
	d.theme.Keys, d.joinTo.Keys, d.reach.Keys, d.done.Keys = keys, keys, keys, keys
	d.theme.Limit = model.MaxText
	d.theme.OnSubmit = d.putUnder
	d.theme.OnChanged = func(string) { d.showOffers() }
	d.reach.OnSelect = func(i int) { d.setAll(model.EntryReach, reaches[i]) }
	d.done.OnChanged = func(checked bool) {
		d.setAll(model.EntryState, map[bool]string{true: model.StateDone}[checked])
	}
	d.reach.Label = text.ReachHeading
	d.done.Bare = true
	d.join = stack(8, d.joinHow, row(0, d.joinTo))
	d.follow = stack(8, label(text.FollowHeading), d.done)
	for _, f := range []model.EntryField{model.EntryReason, model.EntryLead, model.EntryStep, model.EntryDue} {
		box := &followField{field: f, box: kit.NewField(text.FollowNames[string(f)], "")}
		box.box.Keys, box.box.Limit = keys, model.MaxText
		box.box.OnSubmit = func(string) {
			if d.keep(box) {
				o.list.Focus()
			}
		}
		box.box.OnLeave = func() { d.keep(box) }
		d.fields = append(d.fields, box)
		d.follow.Add(box.box)
	}
	d.content = stack(14, d.head, d.join, stack(4, d.theme, d.offers, d.under), d.joined, d.lines,
		stack(6, label(text.ReachHeading), row(0, d.reach)), d.judged, d.follow)
	d.scroll = container.NewVScroll(inset(14, 14, 4, 18, d.content))
	return d
}

func (d *details) button(words string, run func()) *kit.Button {
	b := kit.NewButton(words, kit.Link, run)
	b.Keys = d.keys
	return b
}

// show renders what the entries are under. Words that are being typed stay, but
// for a theme that was meant for others.
func (d *details) show(entries []model.Entry) {
	same := slices.EqualFunc(d.entries, entries, func(a, b model.Entry) bool { return a.ID == b.ID })
	d.entries = entries
	if !same && d.theme.Text() != "" {
		d.theme.SetText("")
	}
	d.content.Hidden = len(entries) == 0
	if len(entries) == 0 {
		return
	}
	o, p, one := d.ordering, d.ordering.session.Programme(), entries[0]
	title := []kit.Run{{Text: text.Chosen(len(entries)), Size: theme.Heading, Bold: true}}
	if len(o.ticked) == 0 {
		title = []kit.Run{{Text: one.Code, Size: theme.Heading, Bold: true}, {Text: stakeholderName(p, one.Stakeholder), Color: theme.Muted, Gap: 10}}
	}
	d.head.SetRuns(title...)
	d.showJoin()
	d.showThemes()
	d.reach.Select(max(slices.Index(reaches, d.shared(model.EntryReach)), 0))
	d.showFollow(p, one)
	d.content.Refresh()
}

// shared is the value of a field that all entries have; "" where they differ.
func (d *details) shared(f model.EntryField) string {
	value := d.entries[0].Follow[f]
	for _, e := range d.entries {
		if e.Follow[f] != value {
			return ""
		}
	}
	return value
}

func (d *details) showJoin() {
	o := d.ordering
	into, ok := o.current()
	join := o.joining(into)
	d.join.Hidden = !ok || len(join.Entries) == 0
	if !d.join.Hidden {
		d.joinTo.SetText(text.JoinInto(into.Code))
		d.joinHow.SetText(text.JoinAbout(o.codes(join.Entries), into.Code))
	}
	d.joined.RemoveAll()
	var before []model.Entry
	if len(d.entries) == 1 {
		before = o.session.JoinedInto(d.entries[0].ID)
	}
	for i, e := range before {
		if i == 0 {
			d.joined.Add(label(text.JoinedHeading))
		}
		d.joined.Add(muted(e.Code + " " + e.Text))
		d.joined.Add(row(0, d.button(text.Loosen, func() { o.do(model.Restore{Entry: e.ID}) })))
	}
	d.joined.Hidden = len(before) == 0
}

// showThemes lists the themes of the entries, each to be taken off.
func (d *details) showThemes() {
	o := d.ordering
	d.under.RemoveAll()
	for _, t := range o.session.Themes() {
		n := 0
		for _, e := range d.entries {
			if slices.Contains(e.Themes, t.Key) {
				n++
			}
		}
		if n == 0 {
			continue
		}
		r := kit.NewCountRow("#", theme.Teal, text.OfThese(t.Name, n, len(d.entries)))
		r.SetAction(text.ThemeOff, func() { o.do(model.Themed{Entries: d.ids(), Theme: t.Name}) })
		r.Action().Keys, r.Action().Label = d.keys, text.ThemeOffOf(t.Name)
		d.under.Add(r)
	}
	d.under.Hidden = len(d.under.Objects) == 0
	d.showOffers()
}

// showOffers offers the themes that what is typed could become.
func (d *details) showOffers() {
	o, letters := d.ordering, search.Fold(strings.TrimPrefix(d.theme.Text(), "#"))
	d.offers.RemoveAll()
	for _, t := range o.session.Themes() {
		name := search.Fold(t.Name)
		mine := !slices.ContainsFunc(d.entries, func(e model.Entry) bool { return !slices.Contains(e.Themes, t.Key) })
		if letters != "" && name != letters && !mine && (strings.HasPrefix(name, letters) || strings.Contains(name, " "+letters)) && len(d.offers.Objects) < mostOffers {
			d.offers.Add(row(0, d.button("#"+t.Name, func() { d.putUnder(t.Name) })))
		}
	}
	d.offers.Hidden = len(d.offers.Objects) == 0
	d.content.Refresh()
}

// putUnder puts the entries under a theme, and goes back to the list.
func (d *details) putUnder(name string) {
	name = strings.TrimPrefix(strings.TrimSpace(name), "#")
	if name == "" || d.ordering.do(model.Themed{Entries: d.ids(), Theme: name, Under: true}) {
		d.theme.SetText("")
		d.ordering.list.Focus()
	}
}

func (d *details) ids() (ids []model.ID) {
	for _, e := range d.entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// setAll sets a field of all entries, as one step.
func (d *details) setAll(f model.EntryField, value string) {
	var all model.Batch
	for _, e := range d.entries {
		if e.Follow[f] != value {
			all = append(all, model.Follow{Entry: e.ID, Field: f, Value: value})
		}
	}
	if len(all) > 0 {
		d.ordering.do(all)
	}
}

// lists builds the boxes of programme lines and the choices of verdicts anew,
// where the programme has others than before.
func (d *details) lists(p model.Programme) {
	lines, conditions := p.Lists[model.ListLines], p.Lists[model.ListConditions]
	if d.built && slices.Equal(d.ofLines, lines) && slices.Equal(d.ofConditions, conditions) {
		return
	}
	d.built, d.ofLines, d.ofConditions = true, slices.Clone(lines), slices.Clone(conditions)
	d.lines.RemoveAll()
	d.boxes = nil
	for _, line := range lines {
		box := kit.NewCheckRow(line.Name, "")
		box.Keys, box.Bare = d.keys, true
		f := model.EntryLine(line.Key)
		box.OnChanged = func(checked bool) {
			d.setAll(f, map[bool]string{true: model.OnLine}[checked])
		}
		d.boxes = append(d.boxes, lineBox{f, box})
		d.lines.Add(box)
	}
	if len(lines) > 0 {
		d.lines.Objects = append([]fyne.CanvasObject{label(text.ProgrammeLines)}, d.lines.Objects...)
	}
	d.judged.RemoveAll()
	d.verdicts = nil
	d.judged.Add(label(text.JudgedHeading))
	for _, c := range conditions {
		d.addVerdict(model.EntryCondition(c.Key), text.Numbered(c.Number, c.Name))
	}
	d.addVerdict(model.EntryPromising, text.ColumnPromise)
}

func (d *details) addVerdict(f model.EntryField, name string) {
	choose := kit.NewSegmented(text.VerdictYes, text.VerdictPartly, text.VerdictNo, text.VerdictNotYet)
	choose.Keys, choose.Label = d.keys, name
	choose.OnSelect = func(i int) { d.setAll(f, model.Verdicts[i]) }
	d.verdicts = append(d.verdicts, verdictChoice{f, choose})
	d.judged.Add(kit.NewParagraph(name, theme.Ink))
	d.judged.Add(inset(0, 6, 0, 0, row(0, choose)))
}

// showFollow shows the programme lines; of one pilot idea the verdicts and what
// follows, of one action what follows.
func (d *details) showFollow(p model.Programme, one model.Entry) {
	d.lists(p)
	for _, b := range d.boxes {
		b.box.SetChecked(d.shared(b.field) == model.OnLine)
	}
	single := len(d.entries) == 1
	pilot := single && (one.Kind == model.KindPilotIdea || one.Judged())
	action := single && one.Kind == model.KindAction
	d.judged.Hidden, d.follow.Hidden, d.done.Hidden = !pilot, !pilot && !action, !action
	for _, v := range d.verdicts {
		v.choose.Select(max(slices.Index(model.Verdicts, one.Follow[v.field]), 0))
	}
	d.done.SetChecked(one.Follow[model.EntryState] == model.StateDone)
	for _, f := range d.fields {
		f.box.Hidden = action && f.field != model.EntryLead && f.field != model.EntryDue
		f.fill(one, !d.follow.Hidden && !f.box.Hidden)
	}
}

// fill shows the value of an entry, unless other words of the same entry are
// being typed.
func (f *followField) fill(e model.Entry, shown bool) {
	value := e.Follow[f.field]
	if !shown || f.entry == e.ID && (f.box.Text() != f.stored || value == f.stored) {
		return
	}
	f.entry, f.stored = e.ID, value
	f.box.SetProblem("")
	f.box.SetText(value)
}

// keep stores what was typed in a field, and tells whether it could.
func (d *details) keep(f *followField) bool {
	words := f.box.Text()
	if words == f.stored {
		return true
	}
	if err := d.ordering.session.Do(model.Follow{Entry: f.entry, Field: f.field, Value: words}); err != nil {
		f.box.SetProblem(d.ordering.host.Sentence(err))
		return false
	}
	e, _ := d.ordering.session.Entry(f.entry)
	f.stored = e.Follow[f.field]
	f.box.SetProblem("")
	f.box.SetText(f.stored)
	return true
}

// settle stores what is being typed in any field.
func (d *details) settle() bool {
	for _, f := range d.fields {
		if !d.keep(f) {
			return false
		}
	}
	return true
}

// drop forgets what is being typed.
func (d *details) drop() {
	d.theme.SetText("")
	for _, f := range d.fields {
		f.box.SetText(f.stored)
		f.box.SetProblem("")
	}
}
