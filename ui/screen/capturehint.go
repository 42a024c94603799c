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
	"github.com/google/uuid"
)

// The row below the line: what the line is like, what Tab would make of it, and
// what a chord has just done. It never asks for anything.

// hints are the keys at the right end.
func (c *Capture) hints() *kit.Line {
	runs := kit.KeyHint("Enter", text.KeyStore)
	runs = append(runs, kit.KeyHint("??", text.KeyCheck)...)
	runs = append(runs, kit.KeyHint("//", text.KeyInternal)...)
	runs = append(runs, kit.KeyHint(c.host.KeyFor(CommandKeys), text.KeyKeys)...)
	for i := range runs {
		runs[i].Whole = true
	}
	line := kit.NewLine(runs...)
	line.Trailing = true
	return line
}

// newHintRow gives the hint the room it needs, and the keys what is left.
func newHintRow(hint, keys *kit.Line) *fyne.Container {
	return container.New(hintRow{}, hint, keys)
}

type hintRow struct{}

const hintGap = 24

func (hintRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, objects[1].MinSize().Height)
}

func (hintRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(objects[0].MinSize().Width, size.Width)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	left := min(width+hintGap, size.Width)
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
}

func quiet(words string) kit.Run {
	return kit.Run{Text: words, Size: theme.Note, Color: theme.Muted}
}

// say tells in the hint row what was done, until one types on.
func (c *Capture) say(words string) { c.setHint(quiet(words)) }

func (c *Capture) setHint(runs ...kit.Run) {
	c.hint.SetRuns(runs...)
	if c.hintRow != nil {
		c.hintRow.Layout.Layout(c.hintRow.Objects, c.hintRow.Size())
	}
}

// showHint says what there is to say about the line as it stands: what Tab would
// make of its end, and what may be done with the whole.
func (c *Capture) showHint() {
	_, found := c.completions(c.line.Before())
	about := c.about(c.line.Text())
	if len(about) > 0 {
		about[0].Gap = hintGap // behind a completion
		found = found[:min(len(found), 1)]
	}
	c.setHint(append(completionHint(found), about...)...)
}

// about says of a line that it is many, or like one that is there.
func (c *Capture) about(typed string) []kit.Run {
	c.like = uuid.Nil
	if n := len(linesOf(typed)); n > 1 {
		return kit.KeyHint(c.host.KeyFor(CommandEach), text.EachApart(n))
	}
	if !strings.Contains(strings.TrimSpace(typed), " ") { // one word is like nothing yet
		return nil
	}
	if c.alike == nil { // made when it is asked for: the window opens sooner without
		c.alike = search.NewAlike(c.session.Entries())
	}
	id, _ := c.alike.Find(typed)
	e, ok := c.session.Entry(id)
	if !ok {
		return nil
	}
	c.like = id
	return c.alikeHint(e)
}

// quoteMost is how much of a like line is quoted, so that the chord behind it
// stays in sight.
const quoteMost = 38

func (c *Capture) alikeHint(e model.Entry) []kit.Run {
	p := c.session.Programme()
	runs := []kit.Run{
		quiet(text.AlikeBefore),
		{Text: e.Code, Size: theme.Note, Bold: true, Gap: 4},
		{Text: text.AlikeQuote(stakeholderName(p, e.Stakeholder), shortened(strings.ReplaceAll(e.Text, "\n", " "), quoteMost)), Size: theme.Note, Color: theme.Muted, Gap: 4},
	}
	name := stakeholderName(p, c.stakeholder)
	switch {
	case c.stakeholder == model.Unassigned:
		return runs
	case c.names(e):
		return append(runs, kit.Run{Text: text.AlreadyHere(name), Size: theme.Note, Color: theme.Muted, Gap: 4})
	}
	return append(runs,
		kit.Run{Text: "·", Size: theme.Note, Color: theme.Muted, Gap: 4},
		kit.Run{Text: c.host.KeyFor(CommandAlso), Size: theme.Hint, Bold: true, Key: true, Gap: 4},
		kit.Run{Text: text.AlsoBy(name), Size: theme.Note, Color: theme.Muted, Gap: 4})
}

// names tells whether the chosen stakeholder named an entry already.
func (c *Capture) names(e model.Entry) bool {
	return e.Stakeholder == c.stakeholder || slices.Contains(e.Also, c.stakeholder)
}

// AlsoNamed turns the line into a name at the entry that it is like.
func (c *Capture) AlsoNamed() {
	defer c.line.Focus()
	e, ok := c.session.Entry(c.like)
	name := stakeholderName(c.session.Programme(), c.stakeholder)
	switch {
	case !ok:
		c.banner.Say(kit.Quiet, text.NothingAlike)
		return
	case c.stakeholder == model.Unassigned:
		c.banner.Say(kit.Quiet, text.ChooseFirst)
		return
	case c.names(e):
		c.banner.Say(kit.Quiet, text.AlreadyNamed(e.Code, name))
		return
	}
	if !c.do(model.AlsoNamed{Entry: e.ID, Stakeholder: c.stakeholder, Named: true}) {
		return
	}
	aside := c.line.Text()
	c.line.Clear()
	c.aside = aside
	c.keepDraft()
	c.say(text.NowAlsoNamed(e.Code, name))
}

// restoreAside brings back what stood in the line, when the name that it became
// was undone and nothing was typed since.
func (c *Capture) restoreAside() {
	if c.aside != "" && c.line.Text() == "" {
		c.line.SetText(c.aside)
		c.aside = ""
	}
}

// lastEntry is the entry stored last, or else the newest of the chosen cell.
func (c *Capture) lastEntry() (model.Entry, bool) {
	if e, ok := c.session.Entry(c.last); ok && !e.Withdrawn {
		return e, true
	}
	return c.newest()
}

// MoveLastNth gives the entry stored last to the stakeholder of a key; the modes
// stay as they are.
func (c *Capture) MoveLastNth(n int) {
	defer c.line.Focus()
	list := c.session.Programme().Stakeholders
	key := model.Unassigned
	if n > len(list) {
		c.banner.Say(kit.Quiet, text.NoStakeholder)
		return
	}
	if n > 0 {
		key = list[n-1].Key
	}
	c.moveLast(func(e model.Entry) model.Move { return model.Move{Entry: e.ID, Kind: e.Kind, Stakeholder: key} },
		func(code string) string { return text.MovedTo(code, stakeholderName(c.session.Programme(), key)) })
}

// MoveLastToKind gives the entry stored last another kind.
func (c *Capture) MoveLastToKind(key string) {
	defer c.line.Focus()
	kind, _ := c.session.Programme().Kind(key)
	c.moveLast(func(e model.Entry) model.Move { return model.Move{Entry: e.ID, Kind: key, Stakeholder: e.Stakeholder} },
		func(code string) string { return text.KindIsNow(code, kind.Name) })
}

func (c *Capture) moveLast(to func(model.Entry) model.Move, said func(code string) string) {
	e, ok := c.lastEntry()
	if !ok {
		c.banner.Say(kit.Quiet, text.NothingToMove)
		return
	}
	if c.do(to(e)) {
		c.say(said(e.Code))
	}
}
