// Command barewindow is the least that Fyne can show: a window with a label
// and an entry. Benchmarks hold Oogst's window against it. With the argument
// "list" Enter adds what was typed to a list; with "room" it shows in a second
// window, which the first Enter opens.
package main

import (
	"fmt"
	"os"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("nl.oogst.bare")
	w := a.NewWindow("Bare")
	entry := widget.NewEntry()
	entry.SetPlaceHolder("Typ hier")
	var middle []fyne.CanvasObject
	if slices.Contains(os.Args, "list") {
		middle = append(middle, list(entry))
	}
	if slices.Contains(os.Args, "room") {
		room(a, entry)
	}
	w.SetContent(container.NewBorder(widget.NewLabel("Een venster"), entry, nil, nil, middle...))
	w.Resize(fyne.NewSize(1280, 800))
	w.Canvas().Focus(entry)
	w.ShowAndRun()
}

func list(entry *widget.Entry) *widget.List {
	var rows []string
	l := widget.NewList(func() int { return len(rows) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i int, o fyne.CanvasObject) { o.(*widget.Label).SetText(rows[i]) })
	entry.OnSubmitted = func(words string) {
		rows = append(rows, fmt.Sprint(len(rows), " ", words))
		l.Refresh()
		l.ScrollToBottom()
		entry.SetText("")
	}
	return l
}

// room opens the second window at the first Enter.
func room(a fyne.App, entry *widget.Entry) {
	label, n := widget.NewLabel(""), 0
	entry.OnSubmitted = func(words string) {
		if n++; n == 1 {
			w := a.NewWindow("Bare beamer")
			w.SetContent(label)
			w.Resize(fyne.NewSize(960, 600))
			w.Show()
		}
		label.SetText(fmt.Sprint(n, " ", words))
		entry.SetText("")
	}
}
