package ui

import (
	"path/filepath"
	"strings"

	"oogst/ui/kit"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// Copies with a passphrase. What is typed here goes to the library and nowhere
// else: it isn't kept, and not logged.

// passphraseWidth leaves room for four words.
const passphraseWidth = 420

// askPassphrase asks for the passphrase of a file, and opens it.
func (w *Window) askPassphrase(path string) {
	entry := widget.NewPasswordEntry()
	w.form(filepath.Base(path), text.PassphraseOpen, []*widget.FormItem{widget.NewFormItem(text.Passphrase, entry)}, func() {
		w.begin(placeCapture, func() (Document, error) { return w.library.OpenProtected(path, entry.Text) })
	})
}

// makeProtected asks for a folder and a passphrase, and makes a copy.
func (w *Window) makeProtected() {
	w.chooseFolder(filepath.Dir(w.document.Path()), func(folder string) {
		name := strings.TrimSuffix(filepath.Base(w.document.Path()), filepath.Ext(w.document.Path()))
		w.askNewPassphrase(filepath.Join(folder, text.ProtectedName(name)+filepath.Ext(w.document.Path())))
	})
}

func (w *Window) askNewPassphrase(path string) {
	first, again := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	item := widget.NewFormItem(text.PassphraseAgain, again)
	item.HintText = text.PassphraseAbout
	w.form(text.CmdProtect, text.PassphraseMake, []*widget.FormItem{widget.NewFormItem(text.Passphrase, first), item}, func() {
		if first.Text != again.Text {
			w.say(kit.Bad, text.NotTheSame)
			return
		}
		if err := w.document.Protect(path, first.Text); err != nil {
			w.say(kit.Bad, w.library.Sentence(err))
			return
		}
		w.say(kit.Good, text.ProtectedTo(path))
	})
}

func (w *Window) form(title, confirm string, items []*widget.FormItem, run func()) {
	d := dialog.NewForm(title, confirm, text.Cancel, items, func(ok bool) {
		if ok {
			run()
		}
		w.focus()
	}, w.window)
	d.Resize(fyne.NewSize(passphraseWidth, d.MinSize().Height))
	d.Show()
	if f, ok := items[0].Widget.(fyne.Focusable); ok {
		w.window.Canvas().Focus(f)
	}
}
