package ui

import (
	"context"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// The places of the window.
const (
	placePrepare  = "prepare"
	placeCapture  = "capture"
	placeReadBack = "readback"
	placeShare    = "share"
)

// Preferences of the person.
const (
	prefMode   = "mode"
	prefFolder = "folder"
	prefHabits = "habits"
	prefKeys   = "keys"
)

// Widths in the top bar, so that all of it fits in 1024 pixels. The state has
// a width of its own: the tabs don't move when it says something else.
const (
	titleLeast = 200
	stateWidth = 250
)

// tidyAfter is when reading a session and drawing its window are over.
const tidyAfter = time.Second

// place is a screen that the window shows.
type place interface {
	Content() fyne.CanvasObject
	Target() fyne.Focusable
	Close()
}

// Window is the program's window: a start screen, or an open session with its
// top bar and the place where one is.
type Window struct {
	app     fyne.App
	window  fyne.Window
	library Library
	clock   kit.Clock
	jobs    jobs
	keys    *kit.KeyRouter
	notice  *kit.Banner

	document  Document
	publisher *publisher
	watching  func() // ends the watch on the session
	screen    place
	at        string
	tabs      *kit.Tabs
	title     *kit.Line
	state     *kit.Line
	room      *kit.Line // what the beamer shows
	stage     *screen.Stage
	beamer    *beamer   // nil while there is none
	staging   func()    // ends the watch on the stage
	stored    time.Time // when the last operation was put on disk
	published time.Time // when the file was written
	behind    error     // why the file lags behind
	body      *fyne.Container
}

// NewWindow makes the window; Start or Open fills it.
func NewWindow(a fyne.App, library Library) *Window {
	return newWindow(a, a.NewWindow(text.Program), library, kit.NewClock(), newBackground())
}

func newWindow(a fyne.App, win fyne.Window, library Library, clock kit.Clock, j jobs) *Window {
	w := &Window{
		app: a, window: win, library: library, clock: clock, jobs: j,
		keys: kit.NewKeyRouter(), notice: kit.NewBanner(),
	}
	w.setMode(theme.Mode(a.Preferences().IntWithFallback(prefMode, int(theme.Light))))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1280, 800))
	win.SetCloseIntercept(func() {
		w.closeDocument()
		win.Close()
	})
	win.SetOnDropped(func(_ fyne.Position, files []fyne.URI) {
		if len(files) > 0 {
			w.dropped(files[0].Path())
		}
	})
	w.keys.OnRune = w.typedElsewhere
	return w
}

// Show opens the window and blocks until it closes.
func (w *Window) Show() { w.window.ShowAndRun() }

// Start shows the start screen, unless a session was interrupted: that one is
// simply there again.
func (w *Window) Start() {
	w.wait()
	w.jobs.run(func(context.Context, func(int, int)) func() {
		for _, r := range w.library.Recent() {
			if r.Interrupted {
				if d, err := w.library.Resume(r.ID); err == nil {
					return func() { w.use(d, placeCapture) }
				}
			}
		}
		return func() { w.showStart("") }
	}, nil)
}

// Open opens a file, or says on the start screen why not.
func (w *Window) Open(path string) {
	w.begin(placeCapture, func() (Document, error) { return w.library.Open(path) })
}

// dropped brings lines in where there is a session to bring them into, and
// opens any other file.
func (w *Window) dropped(path string) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".xlsx", ".txt":
		if w.document != nil {
			w.show(placePrepare)
		}
		if p, ok := w.screen.(*screen.Prepare); ok {
			p.Bring(path)
			return
		}
	}
	w.Open(path)
}

// begin opens a session beside the window: reading a large one takes as long
// as starting the graphics does.
func (w *Window) begin(at string, open func() (Document, error)) {
	w.closeDocument()
	w.wait()
	w.jobs.run(func(context.Context, func(int, int)) func() {
		d, err := open()
		if err != nil {
			return func() { w.showStart(w.library.Sentence(err)) }
		}
		return func() { w.use(d, at) }
	}, nil)
}

// wait says that something is on its way.
func (w *Window) wait() {
	w.window.SetContent(container.NewCenter(kit.NewLine(kit.Run{Text: text.Opening, Color: theme.Muted})))
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
		if r.Interrupted {
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
	s := screen.NewStart(w.keys, templates, recent, examples, w.chooseFile)
	if problem != "" {
		s.Say(problem)
	}
	w.screen = s
	w.window.SetTitle(text.Program)
	w.window.SetContent(s.Content())
	w.window.Canvas().Focus(s.Target())
}

// use shows an open session.
func (w *Window) use(d Document, at string) {
	w.closeDocument() // another may have been opened meanwhile
	w.document = d
	w.stored, w.published, w.behind = time.Time{}, time.Time{}, nil
	w.stage = screen.NewStage(d.Session())
	w.staging = w.stage.Watch(w.showState)
	w.buildBar()
	w.bind()
	w.watching = d.Session().Subscribe(w.changed)
	w.publisher = newPublisher(d, w.clock, w.jobs, w.publishedAt)
	w.screen, w.at = nil, ""
	w.show(at)
	w.clock.AfterFunc(tidyAfter, w.tidy)
}

// tidy gives back the memory that reading a session took for a moment.
func (w *Window) tidy() {
	w.jobs.run(func(context.Context, func(int, int)) func() {
		debug.FreeOSMemory()
		return nil
	}, nil)
}

func (w *Window) buildBar() {
	w.tabs = kit.NewTabs(kit.Tab{Key: placePrepare, Text: text.Prepare}, kit.Tab{Key: placeCapture, Text: text.Capture},
		kit.Tab{Key: placeReadBack, Text: text.ReadBack}, kit.Tab{Key: placeShare, Text: text.Share})
	w.tabs.Keys = w.keys
	w.tabs.OnSelect = w.show
	w.title, w.state, w.room = kit.NewLine(), kit.NewLine(), kit.NewLine()
	w.title.Most, w.state.Trailing, w.room.Trailing = titleLeast, true, true
	menu := kit.NewButton(text.Menu, kit.Link, nil)
	menu.Keys = w.keys
	menu.OnTapped = func() { w.openMenu(menu) }
	left := fyne.CanvasObject(w.title)
	if w.document.Session().Info().Fictional {
		tag := container.NewCenter(kit.NewTagLabel(kit.Tag{Text: text.FictionalTag, Tone: kit.Check}))
		left = kit.NewDock(12, nil, nil, tag, nil, w.title)
	}
	lines := container.NewVBox(layout.NewSpacer(), container.New(layout.NewCustomPaddedVBoxLayout(0), w.state, w.room), layout.NewSpacer())
	state := container.New(layout.NewGridWrapLayout(fyne.NewSize(stateWidth, w.tabs.MinSize().Height)), lines)
	right := kit.NewDock(12, nil, nil, w.tabs, menu, state)
	bar := kit.NewTopBar(kit.NewDock(14, nil, nil, nil, right, left))
	w.body = container.NewStack()
	w.window.SetContent(kit.NewDock(0, container.New(layout.NewCustomPaddedVBoxLayout(0), bar, w.notice), nil, nil, nil, w.body))
	w.showTitle()
	w.showState()
}

// openMenu shows the menu below its button; the line has the focus afterwards.
func (w *Window) openMenu(below fyne.CanvasObject) {
	pop := widget.NewPopUpMenu(w.menu(), w.window.Canvas())
	pop.OnDismiss = func() {
		pop.Hide()
		w.focus()
	}
	pop.ShowAtRelativePosition(fyne.NewPos(0, below.Size().Height), below)
}

// show goes to a place.
func (w *Window) show(at string) {
	if w.at == at || w.document == nil {
		return
	}
	if w.screen != nil {
		w.screen.Close()
	}
	w.at = at
	s := w.document.Session()
	switch at {
	case placePrepare:
		w.screen = screen.NewPrepare(w, s)
	case placeReadBack:
		w.screen = screen.NewReadBack(w, s)
	case placeShare:
		w.screen = screen.NewShare(&sharing{w}, s)
	default:
		draft, err := w.document.Draft()
		if err != nil {
			w.notice.Say(kit.Bad, w.library.Sentence(err))
		}
		w.screen = screen.NewCapture(w, s, draft)
	}
	w.tabs.Select(at)
	w.body.Objects = []fyne.CanvasObject{w.screen.Content()}
	w.body.Refresh()
	w.focus()
}

func (w *Window) focus() {
	if w.screen != nil && w.screen.Target() != nil {
		w.window.Canvas().Focus(w.screen.Target())
	}
}

// typedElsewhere sends a letter that was typed on a button or a list to the
// capture line, where it was meant.
func (w *Window) typedElsewhere(r rune) {
	if c, ok := w.screen.(*screen.Capture); ok {
		c.Focus()
		c.Target().TypedRune(r)
	}
}

// changed follows the session for the top bar.
func (w *Window) changed(changes []model.Change) {
	w.stored = w.clock.Now()
	w.showState()
	for _, c := range changes {
		switch c.(type) {
		case model.ProgrammeChanged:
			w.bind() // a new kind has its keys at once
		case model.SessionChanged, model.Reloaded:
			w.showTitle()
			w.bind()
		}
	}
}

func (w *Window) publishedAt(at time.Time, err error) {
	w.behind = err
	if err == nil {
		w.published = at
	}
	w.showState()
}

func (w *Window) showTitle() {
	info := w.document.Session().Info()
	runs := []kit.Run{{Text: info.Title, Bold: true}}
	if where := text.Where(text.Date(info.Date), info.Place); where != "" {
		runs = append(runs, kit.Run{Text: where, Color: theme.Muted, Gap: 14, Whole: true})
	}
	w.title.SetRuns(runs...)
	w.window.SetTitle(info.Title + " – " + text.Program)
}

// showState says what is on disk, and when; it is always true.
func (w *Window) showState() {
	quiet := func(words string) kit.Run {
		return kit.Run{Text: words, Size: theme.Note, Color: theme.Muted, Gap: 16, Whole: true}
	}
	var runs []kit.Run
	if !w.stored.IsZero() {
		runs = append(runs, kit.Run{Text: text.Saved(w.stored), Size: theme.Note, Color: theme.Green, Bold: true})
	}
	switch {
	case w.behind != nil:
		runs = append(runs, kit.Run{Text: text.NotInFile, Size: theme.Note, Color: theme.Crimson, Bold: true, Gap: 16})
		w.notice.Say(kit.Check, text.NotPublished(w.library.Sentence(w.behind)))
	case !w.published.IsZero():
		runs = append(runs, quiet(text.InFile(w.published)))
		w.notice.Clear()
	}
	if len(runs) == 0 {
		runs = append(runs, kit.Run{Text: text.AsInFile, Size: theme.Note, Color: theme.Muted})
	}
	w.state.SetRuns(runs...)
	room := w.beamerState()
	w.room.SetRuns(quiet(room))
	w.room.Hidden = room == ""
	w.room.Refresh()
}

// leave goes to the start screen.
func (w *Window) leave() {
	w.closeDocument()
	w.showStart("")
}

// closeDocument ends what works on the session, publishes, and lets it go.
func (w *Window) closeDocument() {
	if w.screen != nil {
		w.screen.Close()
		w.screen, w.at = nil, ""
	}
	if w.document == nil {
		return
	}
	w.closeBeamer()
	w.staging()
	w.publisher.close()
	w.watching()
	w.jobs.wait()
	if err := w.document.Close(); err != nil {
		fyne.LogError(text.CloseFailed, err)
	}
	w.document = nil
}

func (w *Window) setMode(m theme.Mode) {
	w.app.Preferences().SetInt(prefMode, int(m))
	w.app.Settings().SetTheme(theme.New(m))
}
