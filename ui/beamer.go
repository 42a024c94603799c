package ui

import (
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
)

// beamerSize is that of the beamer as a window, before it is put full screen.
var beamerSize = fyne.NewSize(960, 600)

// beamer is the second window. It is made before the other, and hidden rather
// than closed: what the room sees is then drawn first, in the frame in which a
// line is stored.
type beamer struct {
	window  fyne.Window
	content *screen.Beamer // nil while it is hidden
}

// Stage is what the window and the beamer are both about.
func (w *Window) Stage() *screen.Stage { return w.stage }

// toggleBeamer opens the second window, or closes it.
func (w *Window) toggleBeamer() {
	if w.beamer.content == nil {
		w.openBeamer()
		return
	}
	w.closeBeamer()
	w.backToLine()
}

// openBeamer opens the second window, full screen on the second display where
// there is one. The focus stays where one types.
func (w *Window) openBeamer() {
	w.beamer.content = screen.NewBeamer(w.document.Session(), w.stage)
	room := w.beamer.window
	room.SetContent(w.beamer.content.Content())
	room.Resize(beamerSize)
	w.attachBeamer()
	if secondDisplay() {
		fullOnSecond(room)
	} else {
		w.say(kit.Quiet, text.BeamerDrag)
	}
	room.Show()
	w.window.RequestFocus()
	w.backToLine()
	w.showState()
}

// attachBeamer lets who clicked on the beamer still reach every command, and
// the line.
func (w *Window) attachBeamer() {
	if w.beamer.content == nil {
		return
	}
	c := w.beamer.window.Canvas()
	w.keys.Attach(c)
	c.SetOnTypedRune(func(r rune) {
		w.window.RequestFocus()
		w.typedElsewhere(r)
	})
}

// closeBeamer hides the second window, whoever asks for it, and lets the session
// go that it showed.
func (w *Window) closeBeamer() {
	if w.beamer.content == nil {
		return
	}
	w.beamer.content.Close()
	w.beamer.content = nil
	room := w.beamer.window
	room.SetFullScreen(false) // a window that fills a display can't be hidden
	room.Hide()
	room.SetContent(layout.NewSpacer())
	w.dropHint()
	w.stage.SetDark(false)
	w.showState()
}

// toggleDark draws the curtain, or opens it. Where there is no beamer yet, it
// opens dark: what follows is then never a surprise to the room.
func (w *Window) toggleDark() {
	w.stage.SetDark(w.beamer.content == nil || !w.stage.Dark)
	if w.beamer.content == nil {
		w.openBeamer()
	}
	w.backToLine()
}

// nextOnBeamer shows something else on the beamer.
func (w *Window) nextOnBeamer() {
	w.stage.NextMode()
	w.backToLine()
}

// backToLine gives the focus back to where one types, unless one is typing: the
// curtain must not end a correction.
func (w *Window) backToLine() {
	if _, typing := w.window.Canvas().Focused().(fyne.Tabbable); !typing {
		w.focus()
	}
}

// showOnBeamer shows lines, matrix or one line on the beamer, which opens for it.
func (w *Window) showOnBeamer(m screen.BeamerMode) {
	w.stage.SetMode(m)
	if w.beamer.content == nil {
		w.openBeamer()
	}
}

// toggleFull makes the beamer fill its display, or a window again.
func (w *Window) toggleFull() {
	switch {
	case w.beamer.content == nil:
		w.openBeamer()
	case w.beamer.window.FullScreen():
		w.beamer.window.SetFullScreen(false)
	default:
		w.beamer.window.SetFullScreen(true)
		w.dropHint()
	}
	w.backToLine()
}

// dropHint takes back the advice to drag the beamer, once it is followed.
func (w *Window) dropHint() {
	if w.notice.Text() == text.BeamerDrag {
		w.say(kit.Quiet, "")
	}
}

func secondDisplay() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.HasSecondaryDisplay()
}

func fullOnSecond(w fyne.Window) {
	if d, ok := w.(desktop.Window); ok {
		d.RequestFullScreenSecondary()
	}
}

// beamerState says what the room sees, empty when there is no beamer.
func (w *Window) beamerState() string {
	switch {
	case w.beamer.content == nil:
		return ""
	case w.stage.Dark:
		return text.BeamerDark
	case w.stage.Mode == screen.BeamerMatrix:
		return text.BeamerShowsMatrix
	}
	if s, ok := w.document.Session().Programme().Stakeholder(w.stage.Stakeholder); ok {
		return text.BeamerShows(s.Name)
	}
	return text.BeamerShows(text.Unassigned)
}

// beamerCommands are those of the second window.
func (w *Window) beamerCommands() []command {
	return []command{
		{title: text.CmdBeamer, chords: []kit.Chord{chord(ctrl|fyne.KeyModifierShift, fyne.KeyB)}, inMenu: true, group: text.MenuBeamer, run: w.toggleBeamer},
		{title: text.CmdBeamerDark, chords: []kit.Chord{chord(ctrl, fyne.KeyB)}, inMenu: true, group: text.MenuBeamer, run: w.toggleDark},
		{title: text.CmdBeamerNext, chords: []kit.Chord{chord(ctrl|fyne.KeyModifierShift, fyne.KeyL)}, run: w.nextOnBeamer},
		{title: text.CmdBeamerLines, inMenu: true, group: text.MenuBeamer, run: func() { w.showOnBeamer(screen.BeamerLines) }},
		{title: text.CmdBeamerMatrix, inMenu: true, group: text.MenuBeamer, run: func() { w.showOnBeamer(screen.BeamerMatrix) }},
		{title: text.CmdBeamerSingle, inMenu: true, group: text.MenuBeamer, run: func() { w.showOnBeamer(screen.BeamerSingle) }},
		{title: text.CmdBeamerFull, chords: []kit.Chord{chord(0, fyne.KeyF11)}, inMenu: true, group: text.MenuBeamer, run: w.toggleFull},
	}
}
