//go:build cgo

package main

import (
	"os"
	"runtime"
	"runtime/debug"

	"oogst/assets"
	"oogst/ui"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
)

// appID names the program to the system, as in FyneApp.toml.
const appID = "nl.oogst.app"

// gcAtStart lets the collector rest while a session is read and the graphics
// start; the window sets it for the meeting, a moment later.
const gcAtStart = 400

// openWindow opens the window on a session, or on the start screen.
func openWindow(h *host, path string) error {
	if runtime.GOOS == "linux" && os.Getenv("WAYLAND_DISPLAY") == "" && !hasDisplay(os.Getenv("DISPLAY")) {
		return plainError(text.NoDisplay)
	}
	debug.SetGCPercent(gcAtStart)
	app.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: text.Program, Version: version,
		Icon:       fyne.NewStaticResource("icon.png", assets.Icon),
		Migrations: map[string]bool{"fyneDo": true},
	})
	a := app.NewWithID(appID)
	// The program speaks Dutch whatever the computer speaks, and Fyne's own
	// dialogs with it.
	for _, locale := range []fyne.Locale{"nl", "en"} {
		if err := lang.AddTranslationsForLocale(assets.FyneDutch, locale); err != nil {
			fyne.LogError(string(locale), err)
		}
	}
	w := ui.NewWindow(a, &library{h})
	if path == "" {
		w.Start()
	} else {
		w.Open(path)
	}
	w.Show()
	return nil
}
