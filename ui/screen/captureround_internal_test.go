package screen

import (
	"testing"
	"time"

	"oogst/model"

	"fyne.io/fyne/v2"
)

func TestARoundIsTheTimeThatAGemeenteIsChosen(t *testing.T) {
	x := sitDown(t)
	x.clock.Advance(time.Minute) // looking is no round
	if x.clock.pending != 0 {
		t.Fatal("the clock runs before anything was done")
	}
	x.types("a")
	x.clock.Advance(90 * time.Second)
	if got := x.capture.spent(); got != 90*time.Second {
		t.Errorf("spent %v", got)
	}
	x.capture.ChooseNth(2)
	x.clock.Advance(3 * time.Second) // passing by
	x.capture.ChooseNth(1)
	x.clock.Advance(30 * time.Second)
	x.capture.Choose(model.Unassigned)
	x.clock.Advance(time.Hour)
	x.capture.Close()
	if a, b := x.session.Spent("GM0303"), x.session.Spent("GM0034"); a != 2*time.Minute || b != 0 {
		t.Errorf("spent %v and %v", a, b)
	}
}

func TestClosingNotesTheTime(t *testing.T) {
	x := sitDown(t)
	x.types("a")
	x.clock.Advance(20 * time.Second)
	x.capture.Close()
	if got := x.session.Spent("GM0303"); got != 20*time.Second {
		t.Errorf("spent %v", got)
	}
}

func TestAShutLaptopIsNoRound(t *testing.T) {
	x := sitDown(t)
	x.types("a")
	x.clock.Advance(20 * time.Second)
	x.capture.round.ticked = x.clock.Now().Add(-8 * time.Hour) // as after a night
	x.clock.Advance(20 * time.Second)
	x.capture.Close()
	if got := x.session.Spent("GM0303"); got < 38*time.Second || got > 40*time.Second {
		t.Errorf("spent %v", got)
	}
}

func TestTheDraftOfLastTimeStartsNoRound(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "leren van gezinnen waar het goed gaat"))
	x.capture.Close()
	x.draft = "leren van gezinnen"
	x.open()
	if x.clock.pending != 0 {
		t.Error("the clock runs")
	}
	x.atLine("leren van gezinnen")
	if x.capture.like != x.session.Entries()[0].ID {
		t.Error("the draft is not seen to be alike")
	}
}

func TestTheMatrixOpensACell(t *testing.T) {
	x := sitDown(t, said("GM0034", "idea", "een"), said("GM0034", "idea", "twee"))
	x.types("half af")
	x.capture.Matrix()
	x.press(fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	if x.capture.stakeholder != "GM0034" || x.capture.kind != "pilotidea" {
		t.Errorf("opened %s %s", x.capture.stakeholder, x.capture.kind)
	}
	x.atLine("half af")
	x.capture.Matrix()
	x.do(said("GM0303", "idea", "drie")) // it follows
	if row, _ := x.capture.overview.matrix.Selected(); row != "GM0034" {
		t.Errorf("a change moved the choice to %s", row)
	}
	x.press(fyne.KeyDown, fyne.KeyReturn)
	if x.capture.stakeholder != model.Unassigned {
		t.Errorf("opened %q", x.capture.stakeholder)
	}
}

func TestFiltersNarrowWhatIsFound(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "zorg een"), said("GM0034", "idea", "zorg twee"), said("GM0034", "pilotidea", "zorg drie"))
	x.do(model.Withdraw{Entry: x.session.Cell("GM0034", "idea")[0].ID})
	x.types("half af")
	x.capture.Find()
	x.types("zorg")
	f := x.capture.finder
	count := func(want int) {
		t.Helper()
		f.show()
		if got := f.results.Len(); got != want {
			t.Errorf("%d found, want %d", got, want)
		}
	}
	count(3)
	f.filters[filterWithdrawn].set(1)
	count(2)
	f.filters[filterStakeholder].set(2)
	count(1)
	f.filters[filterWithdrawn].set(2)
	count(1)
	f.filters[filterKind].set(2)
	count(0)
	f.query.SetText("")
	f.filters[filterWithdrawn].set(0)
	count(1)
	x.capture.Escape()
	x.atLine("half af")
	x.capture.FindThese([]model.ID{x.session.Entries()[0].ID})
	if n := x.capture.finder.results.Len(); n != 1 {
		t.Errorf("asked for one line, found %d", n)
	}
}
