package ui

import (
	"context"
	"runtime/debug"
	"slices"
	"sync"
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
	placeOrdering = "ordering"
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
// a width of its own, for the most that it says: the tabs don't move when it
// says something else.
const (
	titleLeast = 156
	stateWidth = 276
)

// tourExample is the example that the tour is given on.
const tourExample = "full"

// gcPercent keeps the garbage of a long meeting at half of what lives; what
// the program does between two keys leaves time to collect it.
const gcPercent = 50

// tidyAfter is when reading a session and drawing its window are over.
const tidyAfter = time.Second

// place is a screen that the window shows.
type place interface {
	Content() fyne.CanvasObject
	Target() fyne.Focusable
	Close()
}

// keeper is a place that stays as one left it while the session is open, because
// there may be words in it that could not be stored.
type keeper interface {
	place
	// Settle stores what is being typed, and tells whether nothing would be lost.
	Settle() bool
	// Open comes back to it.
	Open()
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
	said    bool // the notice is about a moment, not about what holds on
	asked   int  // how often a session was asked for

	touring bool   // the next session opens with the tour
	early   []rune // typed while the session was being opened
	fonts   sync.Once

	document  Document
	publisher *publisher
	watching  func() // ends the watch on the session
	screen    place
	at        string
	kept      map[string]keeper
	tabs      *kit.Tabs
	title     *kit.Line
	state     *kit.Line
	room      *kit.Line // what the beamer shows
	stage     *screen.Stage
	beamer    beamer
	staging   func()    // ends the watch on the stage
	stored    time.Time // when the last operation was put on disk
	published time.Time // when the file was written
	behind    error     // why the file lags behind
	body      *fyne.Container
}

// NewWindow makes the program's window; Start or Open fills it, Show opens it.
func NewWindow(a fyne.App, library Library) *Window {
	return newWindow(a, library, kit.NewClock(), newBackground())
}

func newWindow(a fyne.App, library Library, clock kit.Clock, j jobs) *Window {
	setMode(a, theme.Mode(a.Preferences().IntWithFallback(prefMode, int(theme.Light))))
	return &Window{
		app: a, library: library, clock: clock, jobs: j,
		keys: kit.NewKeyRouter(), notice: kit.NewBanner(), body: container.NewStack(),
	}
}

// make starts the graphics; meanwhile the session is being read.
func (w *Window) make() {
	room := w.app.NewWindow(text.BeamerTitle) // Fyne draws what was made first before the rest
	win := w.app.NewWindow(text.Program)
	w.window, w.beamer.window = win, room
	win.SetPadded(false)
	win.SetContent(layout.NewSpacer()) // costs less to draw than what Fyne puts there
	win.Resize(fyne.NewSize(1280, 800))
	win.SetMaster()
	win.SetCloseIntercept(w.quit)
	room.SetPadded(false)
	room.SetCloseIntercept(w.closeBeamer)
	win.SetOnDropped(func(_ fyne.Position, files []fyne.URI) {
		if len(files) > 0 {
			w.dropped(files[0].Path())
		}
	})
	w.keys.OnRune = w.typedElsewhere
	w.keys.Attach(win.Canvas()) // who types already, types for the capture line
}

// Show opens the window and blocks until it closes.
func (w *Window) Show() {
	w.make()
	w.window.ShowAndRun()
}

// use shows an open session.
func (w *Window) use(d Document, at string) {
	problem := w.closeDocument()
	w.document, w.kept = d, map[string]keeper{}
	w.stored, w.published, w.behind = time.Time{}, time.Time{}, nil
	w.stage = screen.NewStage(d.Session())
	w.staging = w.stage.Watch(w.showState)
	w.buildBar()
	w.bind()
	w.watching = d.Session().Subscribe(w.changed)
	w.publisher = newPublisher(d, w.clock, w.jobs, w.publishedAt)
	w.show(at)
	w.say(kit.Check, problem)
	w.remind()
	if w.touring {
		w.touring = false
		w.inCapture((*screen.Capture).Tour)
	}
	for _, r := range w.early {
		w.typedElsewhere(r)
	}
	w.early = nil
	w.clock.AfterFunc(tidyAfter, w.tidy)
}

// tidy gives back the memory that reading a session took for a moment.
func (w *Window) tidy() {
	w.jobs.run(func(context.Context, func(int, int)) func() {
		debug.SetGCPercent(gcPercent)
		debug.FreeOSMemory()
		return nil
	}, nil)
}

func (w *Window) buildBar() {
	w.tabs = kit.NewTabs(kit.Tab{Key: placePrepare, Text: text.Prepare}, kit.Tab{Key: placeCapture, Text: text.Capture},
		kit.Tab{Key: placeReadBack, Text: text.ReadBack}, kit.Tab{Key: placeOrdering, Text: text.Ordering}, kit.Tab{Key: placeShare, Text: text.Share})
	w.tabs.Keys = w.keys
	w.tabs.OnSelect = w.show
	w.title, w.state, w.room = kit.NewLine(), kit.NewLine(), kit.NewLine()
	w.title.Most, w.title.Split, w.state.Trailing, w.room.Trailing = titleLeast, true, true, true
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
	w.leavePlace()
	w.say(kit.Quiet, "")
	if k := w.kept[at]; k != nil {
		k.Open()
		w.screen = k
	} else {
		w.screen = w.newPlace(at)
	}
	if k, ok := w.screen.(keeper); ok {
		w.kept[at] = k
	}
	w.at = at
	w.tabs.Select(at)
	content := w.screen.Content()
	content.Show()
	if !slices.Contains(w.body.Objects, content) {
		w.body.Add(content)
	}
	w.body.Refresh()
	w.focus()
}

func (w *Window) newPlace(at string) place {
	s := w.document.Session()
	switch at {
	case placePrepare:
		return screen.NewPrepare(w, s)
	case placeReadBack:
		return screen.NewReadBack(w, s)
	case placeOrdering:
		return screen.NewOrdering(w, s)
	case placeShare:
		return screen.NewShare(&sharing{w}, s)
	}
	draft, err := w.document.Draft()
	if err != nil {
		w.say(kit.Bad, w.library.Sentence(err))
	}
	return screen.NewCapture(w, s, draft)
}

// leavePlace closes the place where one is. One that stays as it is stays in
// the window, hidden, so that it follows the colours and the size.
func (w *Window) leavePlace() {
	if w.screen == nil {
		return
	}
	w.screen.Close()
	if _, stays := w.screen.(keeper); stays {
		w.screen.Content().Hide()
	} else {
		w.body.Remove(w.screen.Content())
	}
	w.screen, w.at = nil, ""
}

func (w *Window) focus() {
	if w.screen != nil && w.screen.Target() != nil {
		w.window.Canvas().Focus(w.screen.Target())
	}
}

// typedElsewhere sends a letter that was typed on a button or a list to where it
// was meant: the capture line, or the theme of a line.
func (w *Window) typedElsewhere(r rune) {
	switch s := w.screen.(type) {
	case *screen.Capture:
		s.Focus()
		s.Target().TypedRune(r)
	case *screen.Ordering:
		s.Type(r)
	default:
		if w.document == nil {
			w.early = append(w.early, r)
		}
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
	if !w.said {
		w.say(kit.Quiet, "")
	}
}

// say puts a sentence below the top bar, until one goes elsewhere. Without
// words it is the place of what holds on: that the file lags behind.
func (w *Window) say(tone kit.Tone, words string) {
	w.said = words != ""
	if !w.said && w.behind != nil {
		tone, words = kit.Check, text.NotPublished(w.library.Sentence(w.behind))
	}
	w.notice.Say(tone, words)
}

func (w *Window) showTitle() {
	info := w.document.Session().Info()
	runs := []kit.Run{{Text: info.Title, Bold: true}}
	// Where there is no room for both, the date stays.
	for _, part := range []string{text.Date(info.Date), info.Place} {
		if part != "" {
			runs = append(runs, kit.Run{Text: part, Color: theme.Muted, Gap: 14, Whole: true})
		}
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
	case !w.published.IsZero():
		runs = append(runs, quiet(text.InFile(w.published)))
	}
	if len(runs) == 0 {
		runs = append(runs, kit.Run{Text: text.AsInFile, Size: theme.Note, Color: theme.Muted})
	}
	w.state.SetRuns(runs...)
	second := w.secondState()
	room := second
	if words := w.beamerState(); words != "" {
		room = append([]kit.Run{quiet(words)}, second...)
	}
	w.room.SetRuns(room...)
	w.room.Hidden = len(room) == 0
	w.room.Refresh()
}

// settled tells whether the session can be let go without losing a word. If not
// it shows the place where one can't be stored, which says why.
func (w *Window) settled() bool {
	for at, k := range w.kept {
		if !k.Settle() {
			w.show(at)
			return false
		}
	}
	return true
}

// closeDocument ends what works on the session, publishes, and lets it go. What
// is still being opened comes too late. It says so when the file lags behind.
func (w *Window) closeDocument() (problem string) {
	w.asked++
	w.leavePlace()
	if w.document == nil {
		return ""
	}
	w.letDown()
	problem = w.letGo(w.document)
	w.document, w.kept, w.behind = nil, nil, nil
	w.bind()
	return problem
}

// letDown ends what works on the session.
func (w *Window) letDown() {
	w.leavePlace()
	w.closeBeamer()
	w.staging()
	w.publisher.close()
	w.watching()
	w.jobs.wait()
}

func setMode(a fyne.App, m theme.Mode) {
	a.Preferences().SetInt(prefMode, int(m))
	a.Settings().SetTheme(theme.New(m))
}
