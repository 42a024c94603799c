package ui

import (
	"testing"
	"time"

	"oogst/ui/text"

	"fyne.io/fyne/v2"
)

// The file keeps up with the session, and the top bar says truly how far.

func wantPublished(t *testing.T, d *desk, attempts int, behind bool) {
	t.Helper()
	doc := d.library.document
	if doc.publications != attempts || doc.Unpublished() != behind {
		t.Errorf("at %s: %d publications with the file behind %v, want %d and %v",
			d.clock.Now().Format("04:05.0"), doc.publications, doc.Unpublished(), attempts, behind)
	}
}

// passes lets time pass and does the jobs that are due.
func (d *desk) passes(t time.Duration) {
	d.clock.Advance(t)
	d.jobs.finish()
}

func TestTheFileFollowsTwoSecondsAfterTheLastLine(t *testing.T) {
	d := inSession(t)
	d.enters("Een")
	d.passes(1500 * time.Millisecond)
	d.enters("Twee")
	d.passes(1999 * time.Millisecond)
	wantPublished(t, d, 0, true)
	d.wantRead("✓ opgeslagen 14:00:01")
	d.passes(time.Millisecond)
	wantPublished(t, d, 1, false)
	d.wantRead("✓ opgeslagen 14:00:01 bestand 14:00")
	d.passes(time.Minute)
	wantPublished(t, d, 1, false)
}

func TestTheFileFollowsWithinTenSecondsOfSteadyTyping(t *testing.T) {
	d := inSession(t)
	for range 10 {
		wantPublished(t, d, 0, len(d.session().Entries()) > 0)
		d.enters("Een regel")
		d.passes(time.Second)
	}
	wantPublished(t, d, 1, false)
	for range 10 {
		d.enters("Een regel")
		d.passes(time.Second)
	}
	wantPublished(t, d, 2, false)
}

func TestAFileThatCanNotBeWrittenIsTriedAgain(t *testing.T) {
	d := inSession(t)
	d.library.document.fail = errDisk
	d.enters("Een")
	d.passes(2 * time.Second)
	wantPublished(t, d, 1, true)
	d.wantRead(text.NotInFile, text.NotPublished("Zin over: the disk is full"))
	d.wantLine("")
	d.passes(9 * time.Second)
	wantPublished(t, d, 1, true)
	d.passes(time.Second)
	wantPublished(t, d, 2, true)
	d.wantRead(text.NotInFile)
	d.library.document.fail = nil
	d.passes(10 * time.Second)
	wantPublished(t, d, 3, false)
	d.wantUnread(text.NotInFile)
	d.wantUnread("Zin over")
	d.wantRead("bestand 14:00")
}

func TestALineAfterATroubledFileTriesSooner(t *testing.T) {
	d := inSession(t)
	d.library.document.fail = errDisk
	d.enters("Een")
	d.passes(2 * time.Second)
	d.library.document.fail = nil
	d.enters("Twee")
	d.wantRead("✓ opgeslagen 14:00:02 " + text.NotInFile)
	d.passes(2 * time.Second)
	wantPublished(t, d, 2, false)
}

func TestOneFileIsWrittenAtATime(t *testing.T) {
	d := inSession(t)
	d.enters("Een")
	d.clock.Advance(2 * time.Second)
	d.enters("Twee")
	d.clock.Advance(30 * time.Second)
	if n := d.library.document.begun; n != 1 {
		t.Errorf("%d publications run at once", n)
	}
	d.jobs.finish()
	wantPublished(t, d, 1, true)
	d.wantUnread("bestand 14:")
	d.passes(20 * 30 * time.Second)
	d.passes(time.Minute)
	wantPublished(t, d, 2, false)
}

func TestASlowStickIsNotKeptBusy(t *testing.T) {
	d := inSession(t)
	d.enters("Een")
	d.clock.Advance(2 * time.Second)
	d.passes(time.Second) // it took a second
	wantPublished(t, d, 1, false)
	d.enters("Twee")
	d.passes(19 * time.Second)
	wantPublished(t, d, 1, true)
	d.passes(time.Second)
	wantPublished(t, d, 2, false)
}

func TestAFileThatOthersChangedIsWrittenOnceMore(t *testing.T) {
	d := inSession(t)
	d.library.document.elsewhere = true
	d.enters("Een")
	d.passes(2 * time.Second)
	wantPublished(t, d, 1, true)
	d.wantUnread("bestand 14:00")
	d.passes(2 * time.Second)
	wantPublished(t, d, 2, false)
	d.wantRead("bestand 14:00")
}

func TestAFileThatHasAllIsLookedAt(t *testing.T) {
	d := inSession(t)
	d.enters("Een")
	d.passes(2 * time.Second)
	doc := d.library.document
	for n := range 3 {
		if doc.looks != n {
			t.Fatalf("%d looks, want %d", doc.looks, n)
		}
		d.passes(lookEvery)
	}
	wantPublished(t, d, 1, false)
	d.clock.Advance(lookEvery)
	d.passes(time.Second) // it took a second
	looks := doc.looks
	d.passes(publishShare*time.Second - time.Millisecond)
	if doc.looks != looks {
		t.Error("a slow share is looked at all the time")
	}
	d.passes(time.Millisecond)
	if doc.looks != looks+1 {
		t.Error("a slow share isn't looked at any more")
	}
	d.enters("Twee")
	d.passes(2 * time.Second)
	wantPublished(t, d, 2, false)
}

func TestTheBarSaysWhenOthersWereTakenIn(t *testing.T) {
	d := inSession(t)
	d.passes(lookEvery)
	d.wantUnread("bestand 14:")
	d.library.document.elsewhere = true
	d.passes(lookEvery)
	d.passes(publishAfter)
	wantPublished(t, d, 0, false)
	d.wantRead("bestand 14:00")
}

// TestALookHoldsNobodyUp: on a share that went away it takes minutes.
func TestALookHoldsNobodyUp(t *testing.T) {
	d := inSession(t)
	d.clock.Advance(lookEvery)
	d.window.closeDocument()
	if n := d.library.document.looks; n != 0 || len(d.jobs.glancing) != 1 {
		t.Errorf("closing waited for %d looks; %d are under way", n, len(d.jobs.glancing))
	}
	d.jobs.finish() // it comes back, to nobody
	d.passes(time.Minute)
	if n := d.library.document.looks; n != 1 {
		t.Errorf("%d looks at a closed session", n)
	}
}

func TestWhatWasBehindAtOpeningIsPublished(t *testing.T) {
	d := newDesk(t)
	doc := d.library.newDocument()
	doc.inFile--
	d.library.document = doc
	d.window.use(doc, placeCapture)
	d.passes(2 * time.Second)
	wantPublished(t, d, 1, false)
}

func TestAClosedSessionIsPublishedByItsDocument(t *testing.T) {
	d := inSession(t)
	d.enters("Een")
	d.clock.Advance(2 * time.Second)
	d.window.closeDocument()
	wantPublished(t, d, 1, false) // it was under way, and was waited for
	d.passes(time.Minute)
	wantPublished(t, d, 1, false)
	if d.library.document.closed != 1 {
		t.Errorf("closed %d times", d.library.document.closed)
	}
}

func TestTheTopBarTellsWhenTheFileIsAsItWas(t *testing.T) {
	d := inSession(t)
	d.wantRead(text.AsInFile)
	d.press(fyne.KeyF6)
	d.wantRead(text.AsInFile)
	d.enters("Een")
	d.wantUnread(text.AsInFile)
}
