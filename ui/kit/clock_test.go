package kit_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"oogst/ui/kit"
)

func TestManualClockCallsInOrderOfTime(t *testing.T) {
	var calls log
	start := time.Date(2018, 3, 14, 14, 3, 22, 0, time.UTC)
	c := kit.NewManualClock(start)
	c.AfterFunc(3*time.Second, calls.add("three"))
	c.AfterFunc(time.Second, func() {
		calls.add("one")()
		if got := c.Now().Sub(start); got != time.Second {
			t.Errorf("called at %v", got)
		}
		c.AfterFunc(time.Second, calls.add("two"))
	})
	stop := c.AfterFunc(2*time.Second, calls.add("stopped"))
	stop()
	c.Advance(999 * time.Millisecond)
	calls.want(t)
	c.Advance(1500 * time.Millisecond)
	calls.want(t, "one", "two")
	c.Advance(time.Hour)
	calls.want(t, "three")
	if got := c.Now().Sub(start); got != time.Hour+2499*time.Millisecond {
		t.Errorf("the clock stands at %v", got)
	}
}

func TestClockOfTheComputer(t *testing.T) {
	test.NewTempApp(t)
	c := kit.NewClock()
	before := c.Now()
	stop := c.AfterFunc(time.Hour, func() { t.Error("a stopped call was made") })
	stop()
	called := make(chan time.Time, 1)
	c.AfterFunc(time.Millisecond, func() { called <- c.Now() })
	if at := <-called; at.Sub(before) < time.Millisecond {
		t.Errorf("called after %v", at.Sub(before))
	}
}
