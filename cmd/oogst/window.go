package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"oogst/export"
	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
	"oogst/model/search"
	"oogst/model/workspace"
	"oogst/ui"
	"oogst/ui/text"
)

// library gives the window what it asks of the rest of the program.
type library struct{ *host }

var _ ui.Library = (*library)(nil)

// Templates are the built-in programmes and then the person's own. One with a
// hole is there too, with what is wrong.
func (l *library) Templates() (out []ui.Choice) {
	for _, name := range append(templateNames(), l.ownTemplates()...) {
		c := ui.Choice{Key: name, Name: name}
		if t, err := l.template(name); err != nil {
			c.Name, c.Problem = filepath.Base(name), sentence(err)
		} else {
			c.Name = cmp.Or(t.Name, t.Session, name)
		}
		out = append(out, c)
	}
	return out
}

// Examples are the built-in examples.
func (l *library) Examples() []ui.Choice {
	return []ui.Choice{{Key: "full", Name: text.ExampleFull}, {Key: "slide", Name: text.ExampleSlide}}
}

// Recent are the sessions of this laptop, the last used first.
func (l *library) Recent() (out []ui.Recent) {
	list, err := workspace.Recent(l.root)
	if err != nil {
		return nil
	}
	for _, s := range list {
		out = append(out, ui.Recent{ID: s.ID, Title: s.Title, Path: s.Path, Interrupted: s.Open && !s.InUse, Elsewhere: s.InUse})
	}
	return out
}

// Create makes a session in the folder of documents.
func (l *library) Create(template string) (ui.Document, error) {
	t, err := l.template(template)
	if err != nil {
		return nil, err
	}
	return l.create(model.Begin{Template: t, Info: model.Info{Date: time.Now().Format("2006-01-02")}}, t.Session, nil)
}

// Example makes an example session in the folder of documents.
func (l *library) Example(which string) (ui.Document, error) {
	begin, rows, err := loadExample(which)
	if err != nil {
		return nil, err
	}
	return l.create(begin, "voorbeeld "+which, func(w *workspace.Workspace) error {
		return takeIn(w.Session(), rows, exampleOrigin, which)
	})
}

// create makes a session under a free name; the window publishes it.
func (l *library) create(begin model.Begin, name string, fill func(*workspace.Workspace) error) (ui.Document, error) {
	folder, err := documentsFolder()
	if err != nil {
		return nil, err
	}
	path := freeName(filepath.Join(folder, time.Now().Format("2006-01-02")+" "+slug(name)))
	w, err := workspace.Create(l.root, program, path, begin)
	if err == nil && fill != nil {
		if err = fill(w); err != nil {
			err = errors.Join(err, w.Abandon())
		}
	}
	if err != nil {
		return nil, at(path, err)
	}
	return &openDocument{w}, nil
}

// Open opens a published file. What has to be told of a session that is open
// comes as an error beside it.
func (l *library) Open(path string) (ui.Document, error) {
	w, err := workspace.Open(l.root, program, path)
	if isDamage(err) {
		if again, here := workspace.Restore(l.root, program, path); here == nil {
			w, err = again, nil
		}
	}
	if err != nil {
		return nil, inUse(at(path, err))
	}
	return &openDocument{w}, rebuilt(w)
}

// inUse tells the window of which session it is that is open already, or which
// file asks for a passphrase.
func inUse(err error) error {
	if p := (*pathError)(nil); errors.Is(err, document.ErrProtected) && errors.As(err, &p) {
		return &ui.ProtectedError{Path: p.path, Err: err}
	}
	if e := (*journal.InUseError)(nil); errors.As(err, &e) {
		return &ui.InUseError{ID: e.ID, Err: err}
	}
	return err
}

// Resume opens a session of this laptop: its file where that is there, and
// else the working store alone.
func (l *library) Resume(id model.ID) (ui.Document, error) {
	w, err := workspace.Resume(l.root, program, id)
	if err != nil {
		return nil, at(id.String(), err)
	}
	return &openDocument{w}, rebuilt(w)
}

// Names are the files that an order makes.
func (l *library) Names(o ui.Order) []string {
	names := make([]string, len(o.Formats))
	for i, f := range o.Formats {
		names[i] = fileName(o) + "." + string(f)
	}
	return names
}

// Make writes the documents of an order.
func (l *library) Make(ctx context.Context, o ui.Order, progress func(done, total int)) ([]string, error) {
	writers := map[ui.Format]writer{ui.PDF: writePDF, ui.Excel: writeExcel, ui.Word: writeWord, ui.ODS: writeODS, ui.CSV: writeCSV}
	var targets []target
	for i, name := range l.Names(o) {
		targets = append(targets, target{filepath.Join(o.Folder, name), writers[o.Formats[i]]})
	}
	if err := os.MkdirAll(o.Folder, 0o755); err != nil {
		return nil, at(o.Folder, err)
	}
	style, err := l.style("")
	if err != nil {
		return nil, err
	}
	edition := export.Edition{Version: o.Version.String(), Final: o.Version.Final, Made: time.Now(), Style: style}
	return writeAll(ctx, export.NewReport(o.Harvest, edition), targets, progress)
}

// Sentence says what is wrong.
func (l *library) Sentence(err error) string { return sentence(err) }

// fileName says what a document is: day, subject, version, status and audience,
// in lower case without spaces or accents.
func fileName(o ui.Order) string {
	status := text.Draft
	if o.Version.Final {
		status = text.Final
	}
	parts := []string{"oogst", strings.Replace(slug(o.Harvest.Info.Title), "bestuurlijk-overleg", "bo", 1), "v" + slug(o.Version.String()), slug(status), slug(audiences[o.Harvest.Variant])}
	if day, ok := text.ParseDay(o.Harvest.Info.Date); ok {
		parts = append([]string{day.Format("2006-01-02")}, parts...)
	}
	return strings.Join(parts, "_")
}

var audiences = map[model.Variant]string{
	model.Internal: text.ForInternal, model.Participants: text.ChoicePresent, model.Public: text.ForAll,
}

// slug makes a part of a file name.
func slug(s string) string {
	words := strings.FieldsFunc(search.Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) || r > unicode.MaxASCII
	})
	const most = 60
	name := strings.Join(words, "-")
	return name[:min(len(name), most)]
}

// documentsFolder is where new sessions go: Oogst in the person's documents.
func documentsFolder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find the documents folder: %w", err)
	}
	folder := home
	for _, name := range []string{"Documenten", "Documents"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			folder = filepath.Join(home, name)
			break
		}
	}
	folder = filepath.Join(folder, text.DefaultFolder)
	return folder, os.MkdirAll(folder, 0o755)
}

// freeName adds a number where a file has the name already.
func freeName(base string) string {
	path := base + document.Extension
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = fmt.Sprintf("%s %d%s", base, n, document.Extension)
	}
}

// openDocument is a workspace as the window sees it.
type openDocument struct{ *workspace.Workspace }

// Publication freezes the session for writing elsewhere.
func (d *openDocument) Publication() func() func() (bool, error) {
	p := d.Freeze()
	return func() func() (bool, error) {
		o := p.Write()
		return func() (bool, error) {
			again, err := d.Settle(o)
			return again, at(d.Path(), err)
		}
	}
}

// MoveTo publishes elsewhere from now on.
func (d *openDocument) MoveTo(path string) error { return at(path, d.Workspace.MoveTo(path)) }
