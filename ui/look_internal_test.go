package ui

import (
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"
)

// The states of the window, each compared with its description in testdata.

func fullRound() []model.Capture {
	unsure := line("GM0303", "attention", "Let op privacy bij het delen van gegevens tussen scholen en wijkteams")
	unsure.Status = model.ToCheck
	inside := line("GM0303", "idea", "Eerst met de raad bespreken")
	inside.Visibility, inside.Note = model.VisibilityInternal, "nabellen"
	return []model.Capture{
		line("GM0303", "idea", "Mixed woonvormen voor jong en oud"),
		line("GM0303", "pilotidea", "Jongerenhub in het oude postkantoor"),
		line("GM0303", "characteristic", "Klein beginnen"),
		unsure, inside,
		line("GM0034", "idea", "Buurtsportcoach op elke school"),
		line(model.Unassigned, "idea", "Samen eten"),
	}
}

func TestTheWindowLooksAsBefore(t *testing.T) {
	states := map[string]func(*testing.T) *desk{
		"start_empty":            startEmpty,
		"start_recent_problem":   startWithRecentAndProblem,
		"capture_empty":          func(t *testing.T) *desk { return inSession(t) },
		"capture_lines":          captureWithLines,
		"capture_banner":         captureWithBanner,
		"capture_not_in_file":    captureNotInFile,
		"capture_editing":        captureEditing,
		"capture_keys":           captureKeys,
		"find":                   finding,
		"history":                lookingBack,
		"history_line":           lookingBackAtLine,
		"share":                  sharingAll,
		"prepare":                func(t *testing.T) *desk { return atPrepare(t, fullRound()...) },
		"prepare_title_is_empty": prepareWithoutTitle,
	}
	for name, build := range states {
		t.Run(name, func(t *testing.T) {
			d := build(t)
			d.canvas().Content().Refresh() // what wraps knows its height by now
			test.AssertRendersToMarkup(t, name+".xml", d.canvas())
		})
	}
}

func startEmpty(t *testing.T) *desk {
	d := newDesk(t)
	d.starts()
	return d
}

func startWithRecentAndProblem(t *testing.T) *desk {
	d := newDesk(t)
	d.library.recent = []Recent{
		{ID: uuid.New(), Title: "Overleg van maart", Path: "maart.oogst"},
		{ID: uuid.New(), Title: "Overleg van april", Path: "april.oogst", Interrupted: true},
	}
	d.library.fail = errDisk
	d.opens("weg.oogst")
	return d
}

func captureWithLines(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.press(fyne.KeyF6)
	d.enters("Proef met deelvervoer tussen de kernen")
	d.types("Een halve zi")
	d.passes(2 * time.Second)
	return d
}

func captureWithBanner(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.library.document.journal.fail = errDisk
	d.enters("Deze regel blijft staan")
	return d
}

func captureNotInFile(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.library.document.fail = errDisk
	d.enters("Veilig op de laptop")
	d.passes(2 * time.Second)
	return d
}

func captureEditing(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.press(fyne.KeyUp)
	d.types(" en samen koken")
	return d
}

func captureKeys(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.press(fyne.KeyF1)
	return d
}

func finding(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.types("Een halve zi")
	d.hold(ctrl, fyne.KeyF)
	d.types("jong")
	return d
}

func lookingBack(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.types("Een halve zi")
	d.choose(text.CmdHistory)
	return d
}

func lookingBackAtLine(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.enters("Proef met deelvervoer")
	d.onLast(text.CmdMark)
	d.types("Een halve zi")
	d.onLast(text.CmdHistoryOf)
	d.types("controleren")
	return d
}

func sharingAll(t *testing.T) *desk {
	d := inSession(t, fullRound()...)
	d.hold(ctrl, fyne.KeyE)
	d.press(fyne.KeyReturn)
	d.jobs.finish()
	return d
}

func prepareWithoutTitle(t *testing.T) *desk {
	d := atPrepare(t)
	d.rewrites(d.field(text.FieldTitle), "")
	d.clock.Advance(time.Second)
	return d
}
