package ui

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2/container"
)

// How sessions come into the window, and how they leave it.

// Start shows the start screen, unless a session was interrupted: that one is
// simply there again.
func (w *Window) Start() {
	w.begin(placeCapture, func() (Document, error) {
		var failed error
		for _, r := range w.library.Recent() {
			if !r.Interrupted {
				continue
			}
			d, err := w.library.Resume(r.ID)
			if d != nil {
				return d, errors.Join(failed, err)
			}
			failed = cmp.Or(failed, err)
		}
		return nil, failed
	})
}

// Open opens a file, or says why not.
func (w *Window) Open(path string) {
	w.begin(placeCapture, func() (Document, error) { return w.library.Open(path) })
}

// dropped brings lines in where there is a session to bring them into, and
// opens any other file.
func (w *Window) dropped(path string) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".xlsx", ".ods", ".txt":
		if w.document != nil {
			w.bring(path)
			return
		}
	}
	w.Open(path)
}

// mergeCopy asks for a copy of the session and shows what it would bring.
func (w *Window) mergeCopy() {
	w.choose([]string{".oogst"}, w.bring)
}

// bring shows what is in a file, to be taken over.
func (w *Window) bring(path string) {
	w.show(placePrepare)
	if p, ok := w.screen.(*screen.Prepare); ok {
		p.Bring(path)
	}
}

// begin opens a session beside the window: reading a large one takes as long
// as starting the graphics does. The session that is open stays until the next
// one is there; of several that were asked for, the last one counts.
func (w *Window) begin(at string, open func() (Document, error)) {
	if !w.settled() {
		return
	}
	w.asked++
	ask := w.asked
	w.wait()
	w.jobs.run(func(_ context.Context, progress func(int, int)) func() {
		w.fonts.Do(kit.ReadFonts) // as long as they are read, nothing shows a word
		progress(0, 1)
		d, err := open()
		return func() {
			var inUse *InUseError
			switch {
			case ask != w.asked && d != nil:
				w.letGo(d) // what is not in its file is there at the next start
			case ask != w.asked:
			case w.document != nil && errors.As(err, &inUse) && inUse.ID == w.document.Session().ID():
				w.reopen(at, open)
			default:
				w.opened(d, at, err)
			}
		}
	}, func(int, int) { w.askPatience(ask) })
}

// reopen opens a copy of the session that is open: what both have comes
// together. When that fails, the session is there again as it was.
func (w *Window) reopen(at string, open func() (Document, error)) {
	id := w.document.Session().ID()
	w.closeDocument() // what is not in its file is opened again
	w.begin(at, func() (Document, error) {
		d, err := open()
		if d != nil {
			return d, err
		}
		d, again := w.library.Resume(id)
		return d, errors.Join(err, again)
	})
}

// opened shows the session that came, if any, and says what went wrong.
func (w *Window) opened(d Document, at string, err error) {
	if d != nil {
		w.use(d, at)
	}
	problem := ""
	var protected *ProtectedError
	if errors.As(err, &protected) {
		defer w.askPassphrase(protected.Path)
	} else if err != nil {
		problem = w.library.Sentence(err)
	}
	switch {
	case w.document == nil:
		w.showStart(problem)
	case d == nil || problem != "":
		w.say(kit.Bad, problem)
	}
}

// patience is how long the first session may be on its way before the window
// says so. Most are there sooner, and what isn't drawn costs no time.
const patience = 300 * time.Millisecond

// wait says that something is on its way.
func (w *Window) wait() {
	if w.document != nil {
		w.say(kit.Quiet, text.Opening)
		return
	}
	w.early = nil
	if w.screen != nil {
		w.showWait()
	}
}

// askPatience says that a session is on its way when it takes long.
func (w *Window) askPatience(ask int) {
	w.clock.AfterFunc(patience, func() {
		if w.screen == nil && w.asked == ask {
			w.showWait()
		}
	})
}

func (w *Window) showWait() {
	w.window.SetContent(container.NewCenter(kit.NewLine(
		kit.Run{Text: text.Program, Bold: true}, kit.Run{Text: text.Opening, Color: theme.Muted, Gap: 14})))
}

func (w *Window) showStart(problem string) {
	var templates, recent, examples []screen.StartItem
	for _, t := range w.library.Templates() {
		templates = append(templates, screen.StartItem{Name: t.Name, Problem: t.Problem, Run: func() {
			w.begin(placePrepare, func() (Document, error) { return w.library.Create(t.Key) })
		}})
	}
	for _, r := range w.library.Recent() {
		about := r.Path
		switch {
		case r.Elsewhere:
			about = text.StartElsewhere + " · " + about
		case r.Interrupted:
			about = text.StartInterrupted + " · " + about
		}
		recent = append(recent, screen.StartItem{Name: r.Title, About: about, Run: func() {
			w.begin(placeCapture, func() (Document, error) { return w.library.Resume(r.ID) })
		}})
	}
	for _, e := range w.library.Examples() {
		examples = append(examples, screen.StartItem{Name: e.Name, Run: func() {
			w.begin(placeCapture, func() (Document, error) { return w.library.Example(e.Key) })
		}})
	}
	examples = append(examples, screen.StartItem{Name: text.CmdTour, About: text.TourAbout, Run: func() {
		w.touring = true
		w.begin(placeCapture, func() (Document, error) { return w.library.Example(tourExample) })
	}})
	s := screen.NewStart(w.keys, templates, recent, examples, w.chooseFile)
	if problem != "" {
		s.Say(problem)
	}
	w.screen = s
	w.window.SetTitle(text.Program)
	w.window.SetContent(s.Content())
	w.window.Canvas().Focus(s.Target())
}

// leave goes to the start screen.
func (w *Window) leave() {
	if w.settled() {
		w.showStart(w.closeDocument())
	}
}

// quit closes the window. Where the file lags behind it says so first, on the
// start screen; the next time it closes.
func (w *Window) quit() {
	if !w.settled() {
		return
	}
	if problem := w.closeDocument(); problem != "" {
		w.showStart(problem)
		return
	}
	w.window.Close()
}

// letGo publishes a document and releases it, and says so when the file could
// not be written.
func (w *Window) letGo(d Document) (problem string) {
	if err := d.Close(); err != nil {
		problem = text.CloseFailed + " " + w.library.Sentence(err)
	}
	return problem
}
