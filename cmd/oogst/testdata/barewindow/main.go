// Command barewindow is the least that Fyne can show: a window with a label
// and an entry. Benchmarks hold Oogst's window against it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("nl.oogst.bare").NewWindow("Bare")
	entry := widget.NewEntry()
	entry.SetPlaceHolder("Typ hier")
	w.SetContent(container.NewBorder(widget.NewLabel("Een venster"), entry, nil, nil))
	w.Resize(fyne.NewSize(1280, 800))
	w.Canvas().Focus(entry)
	w.ShowAndRun()
}
