package ui

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// What the screens ask of the shell.

// Keys is where every key goes that a widget doesn't use.
func (w *Window) Keys() *kit.KeyRouter { return w.keys }

// Clock tells the time.
func (w *Window) Clock() kit.Clock { return w.clock }

// Canvas is where menus open.
func (w *Window) Canvas() fyne.Canvas { return w.window.Canvas() }

// Sentence says what is wrong.
func (w *Window) Sentence(err error) string { return w.library.Sentence(err) }

// KeepDraft keeps the unfinished line.
func (w *Window) KeepDraft(words string) error { return w.document.KeepDraft(words) }

// Clipboard is the text on the clipboard.
func (w *Window) Clipboard() string { return w.app.Clipboard().Content() }

// ReadLines reads lines that are brought in from a file.
func (w *Window) ReadLines(path string) (screen.Brought, error) {
	lines, err := w.library.ReadLines(path, w.document.Session())
	return screen.Brought(lines), err
}

// ParseLines reads them from a text.
func (w *Window) ParseLines(words string) (screen.Brought, error) {
	lines, err := w.library.ParseLines(words, w.document.Session().Programme())
	return screen.Brought(lines), err
}

// SaveTemplate keeps the session's programme as one of the person's own.
func (w *Window) SaveTemplate(name string, replace bool) (exists bool, err error) {
	err = w.library.SaveTemplate(name, w.document.Session().Template(), replace)
	return errors.Is(err, ErrTemplateExists), err
}

// ChooseLines asks for a file with lines.
func (w *Window) ChooseLines(chosen func(path string)) {
	w.choose([]string{".csv", ".xlsx", ".ods", ".txt", ".oogst"}, chosen)
}

// Habits are what the person set before.
func (w *Window) Habits() screen.Habits {
	h := screen.Habits{}
	kept := w.app.Preferences().String(prefHabits)
	if err := json.Unmarshal([]byte(kept), &h); kept != "" && err != nil {
		fyne.LogError(prefHabits, err) // they start anew
	}
	if h.Round <= 0 {
		h.Round = screen.DefaultRound
	}
	return h
}

// KeepHabits keeps them for the next time.
func (w *Window) KeepHabits(h screen.Habits) {
	kept, err := json.Marshal(h)
	if err != nil {
		panic("ui: habits of plain values do not encode: " + err.Error())
	}
	w.app.Preferences().SetString(prefHabits, string(kept))
}

// MakePaper makes forms and the key card beside the session's file, and tells
// what came of it while the session is open.
func (w *Window) MakePaper(done func(said string, err error)) {
	d := w.document
	info, programme := d.Session().Info(), d.Session().Programme()
	folder := filepath.Join(filepath.Dir(d.Path()), text.PaperFolder)
	w.jobs.run(func(ctx context.Context, _ func(int, int)) func() {
		made, files, err := w.library.Paper(ctx, info, programme, folder)
		return func() {
			if w.document == d {
				done(text.PaperMade(files, made), err)
			}
		}
	}, nil)
}

// Path is where the session is published.
func (w *Window) Path() string { return w.document.Path() }

// GoCapture goes to Vastleggen.
func (w *Window) GoCapture() { w.show(placeCapture) }

// ChoosePlace asks for another folder for the session's file. A folder, not a
// file: Fyne's save dialog empties the file that is chosen before it tells.
func (w *Window) ChoosePlace() {
	w.chooseFolder(filepath.Dir(w.document.Path()), func(folder string) {
		err := w.document.MoveTo(filepath.Join(folder, filepath.Base(w.document.Path())))
		w.at = ""
		w.show(placePrepare)
		if err != nil {
			w.say(kit.Bad, w.library.Sentence(err))
		}
	})
}

func (w *Window) chooseFolder(from string, chosen func(folder string)) {
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			chosen(u.Path())
		}
		w.focus()
	}, w.window)
	if at, err := storage.ListerForURI(storage.NewFileURI(from)); err == nil {
		d.SetLocation(at)
	}
	d.Show()
}

func (w *Window) chooseFile() { w.choose([]string{".oogst"}, w.Open) }

// choose asks for a file with one of these extensions.
func (w *Window) choose(extensions []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		if err := r.Close(); err != nil {
			fyne.LogError(path, err)
		}
		chosen(path)
	}, w.window)
	d.SetFilter(storage.NewExtensionFileFilter(extensions))
	d.Show()
}

// sharing is what Delen asks of the shell.
type sharing struct{ *Window }

// openFormats are chosen together: who publishes one of them wants the other.
const openFormats = string(ODS + " " + CSV)

// Formats are the documents that can be made.
func (s *sharing) Formats() []screen.ShareFormat {
	return []screen.ShareFormat{
		{Key: string(PDF), Title: text.PDFTitle, About: text.PDFAbout, Chosen: true},
		{Key: string(Excel), Title: text.ExcelTitle, About: text.ExcelAbout, Chosen: true},
		{Key: string(Word), Title: text.WordTitle, About: text.WordAbout},
		{Key: openFormats, Title: text.OpenTitle, About: text.OpenAbout},
	}
}

// Folder is where the documents go: as chosen before, or beside the session.
func (s *sharing) Folder() string {
	return s.app.Preferences().StringWithFallback(prefFolder, filepath.Dir(s.document.Path()))
}

// ChooseFolder asks for another folder, which is remembered.
func (s *sharing) ChooseFolder(chosen func()) {
	s.chooseFolder(s.Folder(), func(folder string) {
		s.app.Preferences().SetString(prefFolder, folder)
		chosen()
	})
}

// OpenFolder shows the folder in the system's own window.
func (s *sharing) OpenFolder() {
	if err := s.app.OpenURL(fileURL(s.Folder())); err != nil {
		s.say(kit.Check, s.library.Sentence(err))
	}
}

func (s *sharing) order(o screen.ShareOrder) Order {
	session := s.document.Session()
	order := Order{Harvest: session.Harvest(o.Variant), Version: session.NextVersion(o.Final), Folder: s.Folder()}
	for _, f := range strings.Fields(strings.Join(o.Formats, " ")) {
		order.Formats = append(order.Formats, Format(f))
	}
	return order
}

// Names are the files that the order makes.
func (s *sharing) Names(o screen.ShareOrder) []string { return s.library.Names(s.order(o)) }

// Make makes the documents of a frozen harvest beside the window. Once the
// session is closed nobody waits for them.
func (s *sharing) Make(o screen.ShareOrder, report func(int, int), done func([]string, error)) func() {
	order, d := s.order(o), s.document
	return s.jobs.run(func(ctx context.Context, progress func(int, int)) func() {
		notices, err := s.library.Make(ctx, order, progress)
		return func() {
			if s.document != d {
				return
			}
			if err == nil {
				err = d.Session().Do(model.Record{Version: order.Version})
			}
			done(notices, err)
		}
	}, report)
}

// Said repeats below the top bar what is said at Delen while one is elsewhere.
func (s *sharing) Said(tone kit.Tone, words string) {
	if s.at != placeShare {
		s.say(tone, words)
	}
}

// ShowThese goes to lines that ask for a look.
func (s *sharing) ShowThese(entries []model.ID) { s.showThese(entries) }

// ShowDoubles goes to where lines that say the same are made one.
func (s *sharing) ShowDoubles() {
	s.show(placeOrdering)
	if o, ok := s.screen.(*screen.Ordering); ok {
		o.Doubles()
	}
}
