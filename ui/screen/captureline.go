package screen

import (
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
)

// The line in which one types: what Enter does with it, and what is kept of it
// meanwhile.

func (c *Capture) bindLine() {
	c.line.Limit = model.MaxText
	c.line.OnSubmit = c.submit
	c.line.OnRecall = c.editLast
	c.line.OnEscape = c.Escape
	c.line.OnChanged = func(string) { c.typed() }
	c.line.OnLimit = c.limitReached
	c.line.OnCut = func() { c.banner.Say(kit.Check, text.PasteCut) }
	c.line.Expand = func(word string) (string, bool) { return c.habits.expand(word) }
	c.line.Complete = func(before string) (end, whole string) {
		if end, found := c.completions(before); len(found) > 0 {
			return end, found[0]
		}
		return "", ""
	}
}

// submit stores the line. It is cleared only when it is on disk.
func (c *Capture) submit(typed string) { c.store(typed) }

// SubmitEach stores every line of what was pasted as an entry of its own, all in
// one step.
func (c *Capture) SubmitEach() { c.store(linesOf(c.line.Text())...) }

func linesOf(typed string) (lines []string) {
	for _, l := range strings.Split(typed, "\n") {
		if strings.TrimSpace(l) != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

func (c *Capture) store(typed ...string) {
	var all model.Contributions
	for _, l := range typed {
		if line := c.contribution(l); strings.TrimSpace(line.Text) != "" {
			all = append(all, line)
		}
	}
	if len(all) == 0 {
		c.line.Focus()
		return
	}
	if err := c.session.Do(all); err != nil {
		c.banner.Say(kit.Bad, c.host.Sentence(err))
		return
	}
	if len(all) > 1 { // many at once are not told one by one
		entries := c.session.Entries()
		c.setLast(entries[len(entries)-1].ID)
	}
	c.aside = ""
	c.banner.Clear()
	c.line.Clear()
	c.keepDraft()
	c.showHint()
}

// contribution is what a typed line stands for in the modes of the moment.
func (c *Capture) contribution(typed string) model.Contribute {
	line := parseLine(typed)
	line.Stakeholder = c.stakeholder
	if line.Kind == "" {
		line.Kind = c.kind
	} else {
		line.NewKind = model.Kind{
			Key: model.KindAction, Letter: text.ActionLetter, Name: text.ActionName, Plural: text.ActionPlural,
			Heading: text.ActionHeading, Accent: "green",
		}
	}
	return line
}

// typed plans to keep the unfinished line; from now on the round counts.
func (c *Capture) typed() {
	if c.unsubscribe == nil {
		return // the draft of last time: nobody typed it now
	}
	if c.stopDraft == nil {
		c.stopDraft = c.host.Clock().AfterFunc(draftAfter, func() { c.keepDraft() })
	}
	c.startRound()
	c.showHint()
}

func (c *Capture) keepDraft() (kept bool) {
	if c.stopDraft != nil {
		c.stopDraft()
		c.stopDraft = nil
	}
	if err := c.host.KeepDraft(c.line.Text()); err != nil {
		c.banner.Say(kit.Bad, c.host.Sentence(err))
		return false
	}
	return true
}
