package kit

import (
	"sort"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Clock tells the time and calls back later, on the UI goroutine. Screens take
// one as a parameter so that their tests need not wait.
type Clock interface {
	Now() time.Time
	// AfterFunc calls f once, after d. The returned function prevents a call
	// that has not been made; called on the UI goroutine, it always wins.
	AfterFunc(d time.Duration, f func()) (stop func())
}

type systemClock struct{}

var _ Clock = systemClock{}

// NewClock returns the clock of the computer.
func NewClock() Clock { return systemClock{} }

func (systemClock) Now() time.Time { return time.Now() }

func (systemClock) AfterFunc(d time.Duration, f func()) func() {
	var mu sync.Mutex
	stopped := false
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			mu.Lock()
			skip := stopped
			mu.Unlock()
			if !skip {
				f()
			}
		})
	})
	return func() {
		mu.Lock()
		stopped = true
		mu.Unlock()
		timer.Stop()
	}
}

// ManualClock is a Clock for tests: time passes when Advance says so, and calls
// are made on the goroutine of the test.
type ManualClock struct {
	now   time.Time
	alarm []*alarm
}

type alarm struct {
	at   time.Time
	call func()
}

var _ Clock = (*ManualClock)(nil)

// NewManualClock returns a clock that stands still at now.
func NewManualClock(now time.Time) *ManualClock { return &ManualClock{now: now} }

// Now returns the time at which the clock stands.
func (c *ManualClock) Now() time.Time { return c.now }

// AfterFunc keeps f until Advance passes its time.
func (c *ManualClock) AfterFunc(d time.Duration, f func()) func() {
	a := &alarm{at: c.now.Add(d), call: f}
	c.alarm = append(c.alarm, a)
	return func() { a.call = nil }
}

// Advance lets d pass and makes the calls that fall due, in order of time, each
// at its own moment, also those that are asked for on the way.
func (c *ManualClock) Advance(d time.Duration) {
	end := c.now.Add(d)
	for {
		sort.SliceStable(c.alarm, func(i, j int) bool { return c.alarm[i].at.Before(c.alarm[j].at) })
		if len(c.alarm) == 0 || c.alarm[0].at.After(end) {
			break
		}
		next := c.alarm[0]
		c.alarm = c.alarm[1:]
		if next.call != nil {
			c.now = next.at
			next.call()
		}
	}
	c.now = end
}
