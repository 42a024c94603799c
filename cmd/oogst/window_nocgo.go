//go:build !cgo

package main

import (
	"errors"

	"oogst/ui/text"
)

var errNoWindow = errors.New("built without a window")

// openWindow says why there is no window: Fyne's driver needs cgo.
func openWindow(h *host, _ string) error {
	h.say(text.NoWindow)
	return errNoWindow
}
