package screen

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// habitsEditor edits the person's own abbreviations and the length of a round,
// in the place of the columns. What is set is kept at once.
type habitsEditor struct {
	capture      *Capture
	typed, means *kit.Field
	minutes      *kit.Field
	list         *fyne.Container
}

// EditHabits opens the editor; the line keeps its text.
func (c *Capture) EditHabits() {
	e := &habitsEditor{
		capture: c, typed: kit.NewField(text.ShortTyped, text.ShortTypedHint),
		means: kit.NewField(text.ShortMeans, text.ShortMeansHint), minutes: kit.NewField(text.RoundMinutes, ""), list: stack(6),
	}
	for _, f := range []*kit.Field{e.typed, e.means, e.minutes} {
		f.Keys = c.host.Keys()
	}
	e.typed.OnSubmit = func(string) { c.host.Canvas().Focus(e.means.Target()) }
	e.means.OnSubmit = func(string) { e.add(e.typed.Text(), e.means.Text()) }
	e.minutes.SetText(strconv.Itoa(int(c.habits.Round / time.Minute)))
	e.minutes.OnChanged = e.setRound
	e.show()
	add := c.link(text.Add, func() { e.add(e.typed.Text(), e.means.Text()) })
	left := stack(10, heading(text.ShortTitle), muted(text.ShortAbout), kit.NewColumns(16, e.typed, e.means), row(0, add), e.list)
	right := stack(10, heading(text.RoundTitle), e.minutes)
	c.showInstead(inset(14, 14, 18, 18, kit.NewDock(18, nil, nil, nil, kit.NewPanel(right), kit.NewPanel(scrolled(left)))))
	c.host.Canvas().Focus(e.typed.Target())
}

func (c *Capture) link(words string, run func()) *kit.Button {
	b := kit.NewButton(words, kit.Link, run)
	b.Keys = c.host.Keys()
	return b
}

// show lists the abbreviations, and suggests some that are not in the list.
func (e *habitsEditor) show() {
	e.list.RemoveAll()
	short := e.capture.habits.Short
	for i, a := range short {
		remove := e.capture.link(text.Remove, func() {
			e.keep(slices.Delete(slices.Clone(short), i, i+1))
			e.capture.host.Canvas().Focus(e.typed.Target())
		})
		e.list.Add(kit.NewDock(12, nil, nil, nil, remove, kit.NewLine(kit.Run{Text: text.ShortPair(a.Typed, a.Means)})))
	}
	if len(short) == 0 {
		e.list.Add(muted(text.ShortNone))
	}
	suggested := stack(4)
	for _, s := range text.ShortSuggestions {
		if _, known := e.capture.habits.expand(s[0]); !known {
			suggested.Add(row(0, e.capture.link(text.ShortPair(s[0], s[1]), func() { e.add(s[0], s[1]) })))
		}
	}
	if len(suggested.Objects) > 0 {
		e.list.Add(inset(12, 0, 0, 0, muted(text.ShortSuggested)))
		e.list.Add(suggested)
	}
	e.list.Refresh()
}

func (e *habitsEditor) add(typed, means string) {
	typed, means = strings.TrimSpace(typed), strings.TrimSpace(means)
	e.typed.SetProblem("")
	switch {
	case typed == "" || means == "":
		e.typed.SetProblem(text.ShortNeedsBoth)
		return
	case len(strings.Fields(typed)) > 1:
		e.typed.SetProblem(text.ShortOneWord)
		return
	}
	others := slices.DeleteFunc(slices.Clone(e.capture.habits.Short), func(a Abbreviation) bool { return strings.EqualFold(a.Typed, typed) })
	e.keep(append(others, Abbreviation{typed, means}))
	e.typed.SetText("")
	e.means.SetText("")
	e.capture.host.Canvas().Focus(e.typed.Target())
}

func (e *habitsEditor) keep(short []Abbreviation) {
	c := e.capture
	c.habits.Short = short
	c.host.KeepHabits(c.habits)
	e.show()
}

// mostMinutes is the longest round: four hours.
const mostMinutes = 240

func (e *habitsEditor) setRound(typed string) {
	n, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil || n < 1 || n > mostMinutes {
		e.minutes.SetProblem(text.RoundNotANumber)
		return
	}
	e.minutes.SetProblem("")
	c := e.capture
	c.habits.Round = time.Duration(n) * time.Minute
	c.host.KeepHabits(c.habits)
	c.showHead()
}
