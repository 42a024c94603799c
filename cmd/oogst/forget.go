package main

import (
	"errors"

	"oogst/model/workspace"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

func forgetCommand(h *host) *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use: "forget BESTAND", Short: text.AboutForget, Args: exactly(1, false),
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := h.open(args[0])
			if err != nil {
				return at(args[0], err)
			}
			if dry {
				h.say(text.WouldForget(w.Holdings()))
				return at(args[0], w.Close())
			}
			removed, err := w.Erase()
			h.say(text.Forgotten(removed))
			return at(args[0], err)
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, text.FlagDryRun)
	return c
}

func eraseCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "erase BESTAND NUMMER", Short: text.AboutErase, Args: exactly(2, false),
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := h.open(args[0])
			if err != nil {
				return at(args[0], err)
			}
			return at(args[0], finish(w, h.eraseLine(w, args[1])))
		},
	}
}

func (h *host) eraseLine(w *workspace.Workspace, code string) error {
	for _, e := range w.Session().Entries() {
		if e.Code == code {
			err := w.EraseLine(e.ID)
			if err == nil {
				h.say(text.Erased(code))
			}
			return err
		}
	}
	return plainError(text.NoSuchLine(code))
}

// Erase removes the session with its copies and versions from this laptop.
func (d *openDocument) Erase() ([]string, error) {
	removed, err := d.Workspace.Erase()
	return removed, errors.Join(at(d.Path(), err))
}
