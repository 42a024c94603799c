// Package kit holds the widgets of Oogst that know nothing of its domain. Words
// come in as parameters, colours as names of ui/theme, and what happens goes
// out through callbacks.
//
// All of it runs on the UI goroutine; clock.go is the only door from outside.
package kit
