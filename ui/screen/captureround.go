package screen

import (
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"
)

// round is the time that a stakeholder has the floor: from when it is chosen, or
// from the first letter, until another is. It is seen, not heard. Opening a
// session to look at it starts none.
type round struct {
	running bool
	took    time.Duration // up to the last tick
	ticked  time.Time
	stop    func() // ends the ticks
}

// asleep is a time between two ticks in which the laptop was shut: it is not
// part of the round.
const asleep = 10 * time.Second

// count adds what has passed since the last tick.
func (r *round) count(now time.Time) {
	if passed := now.Sub(r.ticked); passed > 0 && passed < asleep {
		r.took += passed
	}
	r.ticked = now
}

// roundLeast is the shortest visit that is a round: less is passing by.
const roundLeast = 5 * time.Second

func (c *Capture) startRound() {
	if c.round.running || c.stakeholder == model.Unassigned {
		return
	}
	c.round = round{running: true, ticked: c.host.Clock().Now()}
	c.tick()
}

// tick shows the time, and again a second later; nothing else is drawn.
func (c *Capture) tick() {
	c.round.count(c.host.Clock().Now())
	c.showHead()
	c.round.stop = c.host.Clock().AfterFunc(time.Second, c.tick)
}

// endRound notes the time spent. A time that can't be stored is let go: nobody
// is to be stopped for it.
func (c *Capture) endRound() {
	if !c.round.running {
		return
	}
	c.round.stop()
	c.round.count(c.host.Clock().Now())
	took := c.round.took
	c.round = round{}
	if took >= roundLeast {
		if err := c.session.Do(model.Spend{Stakeholder: c.stakeholder, Time: took}); err != nil {
			c.banner.Say(kit.Bad, c.host.Sentence(err))
		}
	}
}

// spent is how long the chosen stakeholder has had the floor so far.
func (c *Capture) spent() time.Duration {
	return c.session.Spent(c.stakeholder) + c.round.took
}

func (c *Capture) showHead() {
	p := c.session.Programme()
	lines, toCheck := c.session.Count(c.stakeholder), c.session.ToCheck(c.stakeholder)
	runs := []kit.Run{{Text: stakeholderName(p, c.stakeholder), Size: theme.Title, Bold: true}}
	add := func(words string, late bool) {
		run := kit.Run{Text: words, Color: theme.Muted, Gap: 14}
		if late {
			run.Color, run.Bold = theme.Crimson, true
		}
		if len(runs) > 1 {
			runs = append(runs, kit.Run{Text: "·", Color: theme.Muted, Gap: 4})
			run.Gap = 4
		}
		runs = append(runs, run)
	}
	add(text.Lines(lines), false)
	if spent := c.spent(); spent >= time.Second {
		add(text.Round(spent, c.habits.Round), spent > c.habits.Round)
	}
	if toCheck > 0 {
		add(text.StillToCheck(toCheck), false)
	}
	c.head.SetRuns(runs...)
}
