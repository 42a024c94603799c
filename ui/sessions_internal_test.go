package ui

import (
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/google/uuid"
)

// Each session has its own keys, warnings and documents, and the one that is
// open stays until another is there.

func TestUndoKeysDoNothingOnTheStartScreen(t *testing.T) {
	d := inSession(t)
	d.choose(text.CmdNew)
	d.hold(ctrl, fyne.KeyZ)
	d.hold(ctrl, fyne.KeyY)
	d.wantRead(text.StartNew)
}

func TestAWarningBelongsToItsSession(t *testing.T) {
	d := inSession(t)
	d.library.document.fail = errDisk
	d.enters("Een")
	d.passes(2 * time.Second)
	d.opens("ander.oogst")
	d.wantUnread("Zin over")
}

func TestAnUndoLeavesTheWarningAboutTheFile(t *testing.T) {
	d := inSession(t)
	d.library.document.fail = errDisk
	d.enters("Een")
	d.passes(2 * time.Second)
	d.hold(ctrl, fyne.KeyE)
	d.hold(ctrl, fyne.KeyZ)
	d.wantRead(text.NotPublished("Zin over: the disk is full"))
}

func TestKeysOfTheFormerSessionAreGone(t *testing.T) {
	d := inSession(t)
	d.window.closeDocument()
	doc := d.library.newDocument()
	s, err := model.NewSession(uuid.New(), doc.session.Device(), doc.journal, nil, d.clock.Now)
	if err != nil {
		t.Fatal(err)
	}
	small := overleg()
	small.Kinds = small.Kinds[:2]
	d.library.do(s, model.Begin{Template: small})
	doc.session, d.library.document = s, doc
	d.window.use(doc, placeCapture)
	d.press(fyne.KeyF8)
	d.enters("Een")
	d.wantCell("GM0303", "idea", "Een")
}

func TestAnInterruptedSessionThatDoesNotOpenSaysWhy(t *testing.T) {
	d := newDesk(t)
	d.library.recent = []Recent{{ID: uuid.New(), Title: "Niet af", Path: "maart.oogst", Interrupted: true}}
	d.library.fail = errDisk
	d.starts()
	d.wantRead("Zin over: the disk is full")
}

func TestAFailureIsHeardAlsoAfterLeavingDelen(t *testing.T) {
	d := atShare(t)
	d.press(fyne.KeyReturn, fyne.KeyEscape)
	d.library.fail = errDisk
	d.jobs.finish()
	d.wantRead("Zin over: the disk is full")
	d.wantLine("")
	d.hold(ctrl, fyne.KeyE)
	if d.window.notice.Visible() {
		t.Error("Delen says it twice")
	}
	d.wantRead("Zin over: the disk is full")
}

func TestDelenIsAsOneLeftIt(t *testing.T) {
	d := atShare(t)
	d.selects(0, fyne.KeyRight)
	d.tick(text.WordTitle)
	d.press(fyne.KeyEscape)
	d.enters("Erbij")
	d.hold(ctrl, fyne.KeyE)
	d.press(fyne.KeyReturn)
	d.jobs.finish()
	if o := d.library.orders[0]; o.Harvest.Variant != model.Public || len(o.Formats) != 3 || len(o.Harvest.Entries) != 4 {
		t.Errorf("ordered %s of %d lines in %q", o.Harvest.Variant, len(o.Harvest.Entries), o.Formats)
	}
}

func TestDocumentsOfAClosedSessionSayNothing(t *testing.T) {
	d := atShare(t)
	d.press(fyne.KeyReturn)
	d.jobs.work()
	d.window.closeDocument()
	d.opens("ander.oogst")
	d.wantUnread(text.FilesMade(2))
}

func TestDocumentsAreNotMadeTwiceAtATime(t *testing.T) {
	d := atShare(t)
	d.press(fyne.KeyReturn, fyne.KeyEscape)
	d.hold(ctrl, fyne.KeyE)
	d.press(fyne.KeyReturn)
	if n := len(d.jobs.waiting); n != 1 {
		t.Errorf("%d jobs make the same files", n)
	}
}

func TestAFileThatDoesNotOpenLeavesTheSessionOpen(t *testing.T) {
	d := inSession(t)
	d.types("half")
	doc := d.library.document
	d.library.fail = errDisk
	d.opens("weg.oogst")
	if doc.closed != 0 {
		t.Error("the open session was closed for a file that does not open")
	}
	d.wantRead("Zin over: the disk is full")
	d.wantLine("half")
	d.hold(ctrl, fyne.KeyE)
	d.wantUnread("Zin over")
}

func TestTheLastSessionThatWasAskedForCounts(t *testing.T) {
	d := newDesk(t)
	d.window.Open("een.oogst")
	d.jobs.work()
	first, late := d.library.document, d.jobs.later
	d.jobs.later = nil
	d.opens("twee.oogst")
	second := d.library.document
	for _, f := range late {
		f()
	}
	if first.closed != 1 || second.closed != 0 || d.window.document != Document(second) {
		t.Errorf("the first was closed %d times, the second %d", first.closed, second.closed)
	}
}

func TestACopyOfTheOpenSessionComesTogetherWithIt(t *testing.T) {
	for _, fails := range []bool{false, true} {
		d := inSession(t)
		doc := d.library.document
		d.library.inUse = doc.session.ID()
		d.window.Open("kopie.oogst")
		d.jobs.finish() // it turns out to be open
		if doc.closed != 1 {
			t.Fatalf("closed %d times", doc.closed)
		}
		if fails {
			d.library.refused = errDisk
			d.jobs.finish()
			wantAsked(t, d, "resume "+doc.session.ID().String())
			d.wantRead("Zin over: the disk is full")
		} else {
			d.jobs.finish()
			wantAsked(t, d, "open kopie.oogst")
		}
		d.wantLine("")
	}
}

func TestASessionOfAnotherWindowLeavesThisOne(t *testing.T) {
	d := inSession(t)
	doc := d.library.document
	d.library.inUse = uuid.New()
	d.opens("elders.oogst")
	d.wantRead("Zin over: in use")
	if doc.closed != 0 {
		t.Error("the open session was closed")
	}
}

// closing is a window that remembers that it was closed.
type closing struct {
	fyne.Window
	closed bool
}

func (c *closing) Close() { c.closed = true }

func TestWhatIsNotInItsFileIsSaidBeforeTheWindowCloses(t *testing.T) {
	d := inSession(t)
	win := &closing{Window: d.window.window}
	d.window.window = win
	d.library.document.failClose = errDisk
	d.window.quit()
	if win.closed {
		t.Error("the window is gone with what it had to say")
	}
	d.wantRead(text.CloseFailed+" Zin over: the disk is full", text.StartNew)
	if d.window.quit(); !win.closed {
		t.Error("the window stays")
	}
}

func TestWhatIsNotInItsFileIsSaidWhenAnotherOpens(t *testing.T) {
	d := inSession(t)
	d.library.document.failClose = errDisk
	d.opens("ander.oogst")
	d.wantRead(text.CloseFailed)
	d.wantLine("")
	d.library.document.failClose = errDisk
	d.choose(text.CmdNew)
	d.wantRead(text.CloseFailed, text.StartNew)
}

func TestALateFailureToOpenLeavesTheSessionThatIsOpen(t *testing.T) {
	d := newDesk(t)
	d.library.fail = errDisk
	d.window.Open("weg.oogst")
	d.jobs.work() // what it found waits for the UI goroutine
	late := d.jobs.later
	d.jobs.later = nil
	d.library.fail = nil
	d.opens("goed.oogst")
	for _, f := range late {
		f()
	}
	if d.window.document != nil && d.hasButton(text.StartOpen) {
		t.Error("the start screen stands before a session that is open")
	}
}

func TestTheTopBarShowsThatTheFileLagsInFull(t *testing.T) {
	d := captureNotInFile(t)
	all := ""
	for _, words := range shown[*canvas.Text](d) {
		all += words.Text + "\n"
	}
	if !strings.Contains(all, text.NotInFile) {
		t.Error("the words are cut off at 1280 pixels")
	}
}
