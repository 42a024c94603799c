package ui

import (
	"errors"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

func TestTheSecondCopyIsSeenAtAGlance(t *testing.T) {
	d := inSession(t)
	d.wantUnread("2e kopie")
	d.window.keepSecond("/media/stick", text.SecondKept("/media/stick"))
	d.wantRead(text.SecondKept("/media/stick"), text.SecondAt(time.Time{}))
	doc := d.library.document
	doc.second.Behind, doc.second.Err = true, errors.New("no stick")
	d.enters("Een")
	d.passes(2 * time.Second)
	d.wantRead(text.SecondAway)
	attempts := doc.publications
	d.passes(publishWithin)
	if doc.publications != attempts+1 {
		t.Errorf("%d attempts, then %d: the stick that comes back is not tried", attempts, doc.publications)
	}
	doc.stick, doc.second.At = true, d.clock.Now()
	d.passes(publishWithin)
	d.wantRead(text.SecondAt(d.clock.Now()))
	attempts = doc.publications
	d.passes(time.Hour)
	if doc.publications != attempts {
		t.Error("it goes on publishing when all is there")
	}
	d.choose(text.CmdNoSecond)
	d.wantUnread("2e kopie 14")
}

func TestASecondCopyThatIsRefusedSaysWhy(t *testing.T) {
	d := inSession(t)
	d.library.document.fail = errDisk
	d.window.keepSecond("/media/stick", "")
	d.wantRead("Zin over: " + errDisk.Error())
}

func TestAnEarlierVersionIsShownThenGoneBackTo(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	doc := d.library.document
	d.choose(text.CmdEarlier)
	d.wantRead(text.NoVersions)
	doc.versions, doc.then = []time.Time{d.clock.Now()}, append([]model.Operation(nil), d.session().Operations()...)
	d.enters("Twee")
	d.choose(text.CmdEarlier)
	d.press(fyne.KeyDown, fyne.KeyReturn)
	d.wantRead("1 regel weg")
	d.wantCell("GM0303", "idea", "Een", "Twee")
	d.press(fyne.KeySpace)
	d.wantRead(text.ReturnDone)
	d.wantCell("GM0303", "idea", "Een")
	d.hold(ctrl, fyne.KeyZ)
	d.wantCell("GM0303", "idea", "Een", "Twee")
}

func TestASessionThatShouldHaveGoneSaysSo(t *testing.T) {
	d := inSession(t)
	d.library.do(d.session(), model.Describe{Field: model.Retain, Value: "1-1-2018"})
	d.window.remind()
	until, _ := text.ParseDay("1-1-2018")
	d.wantRead(text.RetainedLongEnough(until))
	for _, later := range []string{"31-12-2099", "", "ooit"} {
		d := inSession(t)
		d.library.do(d.session(), model.Describe{Field: model.Retain, Value: later})
		d.window.remind()
		d.wantUnread("zou u bewaren")
	}
}

func TestForgettingListsWhatWent(t *testing.T) {
	d := inSession(t, line("GM0303", "idea", "Een"))
	doc := d.library.document
	d.choose(text.CmdForget)
	if doc.closed != 0 {
		t.Error("it went before anybody said yes")
	}
	d.window.forget()
	d.wantRead(text.Forgotten([]string{doc.path}), text.StartNew)
	if doc.closed != 1 || doc.session.Observers() != 0 {
		t.Errorf("erased %d times, %d observers left", doc.closed, doc.session.Observers())
	}
}
