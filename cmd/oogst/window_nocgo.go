//go:build !cgo

package main

import "oogst/ui/text"

// openWindow says why there is no window: Fyne's driver needs cgo.
func openWindow(*host, string) error { return plainError(text.NoWindow) }
