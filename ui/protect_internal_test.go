package ui

import (
	"errors"
	"slices"
	"testing"

	"oogst/ui/text"

	"fyne.io/fyne/v2/widget"
)

// fills types in the entries of the dialog and confirms it.
func (d *desk) fills(confirm string, words ...string) {
	d.t.Helper()
	entries := within[*widget.Entry](d.canvas().Overlays().Top())
	var secret []*widget.Entry
	for _, e := range entries {
		if e.Password {
			secret = append(secret, e)
		}
	}
	if len(secret) != len(words) {
		d.t.Fatalf("%d entries for a passphrase", len(secret))
	}
	for i, w := range words {
		secret[i].SetText(w)
	}
	for _, b := range within[*widget.Button](d.canvas().Overlays().Top()) {
		if b.Text == confirm {
			b.OnTapped()
			d.jobs.finish()
			return
		}
	}
	d.t.Fatalf("no button %q", confirm)
}

func TestAProtectedFileIsOpenedWithItsPassphrase(t *testing.T) {
	d := inSession(t)
	d.library.refused = &ProtectedError{"geheim.oogst", errors.New("protected")}
	d.opens("geheim.oogst")
	d.fills(text.PassphraseOpen, "vier losse woorden")
	if !slices.Contains(d.library.asked, "open geheim.oogst with vier losse woorden") {
		t.Errorf("asked %q", d.library.asked)
	}
}

func TestAProtectedCopyNeedsThePassphraseTwice(t *testing.T) {
	d := inSession(t)
	d.window.askNewPassphrase("kopie.oogst")
	d.fills(text.PassphraseMake, "vier losse woorden", "vier loze woorden")
	d.wantRead(text.NotTheSame)
	d.window.askNewPassphrase("kopie.oogst")
	d.fills(text.PassphraseMake, "vier losse woorden", "vier losse woorden")
	d.wantRead(text.ProtectedTo("kopie.oogst"))
	if got := d.library.document.protected; len(got) != 1 || got[0] != "kopie.oogst vier losse woorden" {
		t.Errorf("made %q", got)
	}
	d.library.document.fail = errDisk
	d.window.askNewPassphrase("kopie.oogst")
	d.fills(text.PassphraseMake, "x", "x")
	d.wantRead("Zin over: " + errDisk.Error())
}
