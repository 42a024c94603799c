package ui

import (
	"context"
	"time"

	"oogst/model"
	"oogst/ui/kit"
)

const (
	publishAfter  = 2 * time.Second  // of silence
	publishWithin = 10 * time.Second // of the first unpublished operation
	// lookEvery is how often a file that has all is looked at: another laptop may
	// have written there.
	lookEvery = 5 * time.Second
	// publishShare bounds what publishing and looking may take of a slow stick or
	// share: the next one waits so many times as long as the last one took.
	publishShare = 20
)

// publisher keeps the file up with the session, a moment after the last
// operation and not later than a while after the first; and the session with the
// file.
type publisher struct {
	document Document
	clock    kit.Clock
	jobs     jobs
	// onDone hears of each attempt to write, and when what others wrote was taken
	// in; err is nil when the file has all.
	onDone func(at time.Time, err error)

	cancelTimer func()
	first       time.Time // of the unpublished operations
	writing     bool
	owed        bool // something was written or taken in that onDone has not heard of
	took        time.Duration
	unsubscribe func()
}

func newPublisher(d Document, clock kit.Clock, j jobs, onDone func(time.Time, error)) *publisher {
	p := &publisher{document: d, clock: clock, jobs: j, onDone: onDone}
	p.unsubscribe = d.Session().Subscribe(func([]model.Change) { p.touch() })
	if d.Unpublished() {
		p.touch()
	} else {
		p.plan(lookEvery)
	}
	return p
}

// touch plans a publication after something changed.
func (p *publisher) touch() {
	now := p.clock.Now()
	if p.first.IsZero() {
		p.first = now
	}
	p.plan(max(min(publishAfter, p.first.Add(publishWithin).Sub(now)), p.took*publishShare))
}

func (p *publisher) plan(wait time.Duration) {
	if p.cancelTimer != nil {
		p.cancelTimer()
	}
	p.cancelTimer = p.clock.AfterFunc(max(wait, 0), p.publish)
}

// publish writes the file elsewhere, or looks at it; one at a time.
func (p *publisher) publish() {
	if p.writing {
		return
	}
	p.writing, p.first = true, time.Time{}
	lacking := p.document.Unpublished() || p.document.Second().Behind
	p.owed = p.owed || lacking
	start, write := p.clock.Now(), p.document.Publication()
	work := func() func() {
		settle := write()
		return func() { p.settled(start, settle) }
	}
	if !lacking {
		p.jobs.glance(work)
		return
	}
	p.jobs.run(func(context.Context, func(int, int)) func() { return work() }, nil)
}

func (p *publisher) settled(start time.Time, settle func() (bool, error)) {
	p.writing = false
	if p.unsubscribe == nil {
		return // closed meanwhile; closing publishes by itself
	}
	again, err := settle()
	took := p.clock.Now().Sub(start)
	if p.owed {
		p.took = took
	}
	switch {
	case err == nil && (again || p.document.Unpublished()):
		p.owed = p.owed || again
		p.touch()
		return
	case err != nil || p.document.Second().Behind: // the stick may come back
		p.plan(publishWithin)
	default:
		p.plan(max(lookEvery, took*publishShare))
	}
	if p.owed || err != nil {
		p.owed = false
		p.onDone(p.clock.Now(), err)
	}
}

// close ends it; the last publication is the document's own, when it closes.
func (p *publisher) close() {
	if p.cancelTimer != nil {
		p.cancelTimer()
	}
	p.unsubscribe()
	p.unsubscribe = nil
}
