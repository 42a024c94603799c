// Package model is the domain: a Session as a list of operations, the commands
// that add to it, undo, and the Harvest that documents are made from. It knows
// no screen, no file and no document format.
package model
