package ui

import (
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// The second copy, and the way back to an earlier version.

// secondState says in the top bar how the second copy stands, if one is kept.
func (w *Window) secondState() []kit.Run {
	s := w.document.Second()
	run := kit.Run{Text: text.SecondAt(s.At), Size: theme.Note, Color: theme.Green, Gap: 16, Whole: true}
	switch {
	case s.Path == "":
		return nil
	case s.Err != nil:
		run.Text, run.Color, run.Bold = text.SecondAway, theme.Crimson, true
	case s.Behind:
		run.Text, run.Color = text.SecondBehind, theme.Muted
	}
	return []kit.Run{run}
}

// chooseSecond asks where a second copy is kept. Where there is one, the same
// command ends it.
func (w *Window) chooseSecond() {
	if w.document.Second().Path != "" {
		w.keepSecond("", text.SecondStopped)
		return
	}
	w.chooseFolder("", func(folder string) { w.keepSecond(folder, text.SecondKept(folder)) })
}

func (w *Window) keepSecond(folder, said string) {
	if err := w.document.KeepSecond(folder); err != nil {
		w.say(kit.Bad, w.library.Sentence(err))
		return
	}
	w.bind() // the menu now offers the opposite
	w.showState()
	w.say(kit.Good, said)
	w.focus()
}

// secondTitle is what the command does now.
func (w *Window) secondTitle() string {
	if w.document != nil && w.document.Second().Path != "" {
		return text.CmdNoSecond
	}
	return text.CmdSecond
}

// remind tells of a session that should have gone by now.
func (w *Window) remind() {
	if until, ok := text.ParseDay(w.document.Session().Info().Retain); ok && w.clock.Now().After(until.AddDate(0, 0, 1)) {
		w.say(kit.Check, text.RetainedLongEnough(until))
	}
}

// askForget shows what goes, and removes it when the person says so.
func (w *Window) askForget() {
	d := dialog.NewConfirm(text.CmdForget, text.WouldForget(w.document.Holdings()), func(yes bool) {
		if yes {
			w.forget()
		}
		w.focus()
	}, w.window)
	d.SetConfirmText(text.ForgetYes)
	d.SetDismissText(text.Cancel)
	d.Show()
}

// forget ends the session without publishing it.
func (w *Window) forget() {
	d := w.document
	w.letDown()
	w.document, w.kept, w.behind = nil, nil, nil
	w.bind()
	removed, err := d.Erase()
	said := text.Forgotten(removed)
	if err != nil {
		said = w.library.Sentence(err) + " " + said
	}
	w.showStart(said)
}

// chooseEarlier lists the versions that are kept; the one chosen is held against
// the session before anything changes.
func (w *Window) chooseEarlier() {
	moments := w.document.Versions()
	if len(moments) == 0 {
		w.say(kit.Quiet, text.NoVersions)
		return
	}
	items := make([]*fyne.MenuItem, len(moments))
	for n, at := range moments {
		items[n] = fyne.NewMenuItem(text.Moment(at), func() {
			lines, err := w.document.Earlier(n)
			w.show(placePrepare)
			if p, ok := w.screen.(*screen.Prepare); ok {
				p.Offer(screen.Brought(lines), err)
			}
		})
	}
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), w.window.Canvas())
	pop.ShowAtPosition(fyne.NewPos(w.window.Canvas().Size().Width/2-pop.MinSize().Width/2, menuTop))
}

// menuTop is below the top bar.
const menuTop = 56
