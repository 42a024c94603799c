package main

import (
	"context"
	"errors"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
	"oogst/model/workspace"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

func repairCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "repair BESTAND KOPIE", Short: text.AboutRepair, Args: exactly(2, false),
		RunE: func(c *cobra.Command, args []string) error {
			from, to := args[0], withExtension(args[1])
			s, err := workspace.View(c.Context(), h.root, from)
			switch {
			case err == nil && s.Waiting() == 0:
				return plainError(text.NothingToRepair(from))
			case err != nil && !isDamage(err):
				return at(from, err)
			}
			wreck, nothing := h.examine(c.Context(), from)
			if nothing != nil {
				return at(from, errors.Join(err, nothing))
			}
			if err := wreck.Save(program, to); err != nil {
				return at(to, err)
			}
			h.say(text.Repaired(to, wreck.Session.Len()))
			for _, l := range wreck.Gone {
				h.say(text.LineGone(l.Code, l.Stakeholder, l.Kind, l.Text))
			}
			if wreck.Lost > 0 {
				h.say(text.StepsGone(wreck.Lost))
			}
			return nil
		},
	}
}

func (h *host) examine(ctx context.Context, path string) (*workspace.Wreck, error) {
	return workspace.Examine(ctx, h.root, path, text.RepairedTitle, text.UnknownName)
}

// isDamage tells whether an error of reading a session says that it isn't whole.
func isDamage(err error) bool {
	for _, damage := range []error{document.ErrDamaged, document.ErrTruncated, document.ErrNotOogst, journal.ErrDamaged} {
		if errors.Is(err, damage) {
			return true
		}
	}
	return errors.As(err, new(*model.DamagedError)) || errors.As(err, new(*model.ForkError))
}

// findings says of a session that isn't whole what is left of it.
func (h *host) findings(ctx context.Context, path string, s *model.Session, err error) error {
	if err == nil && s.Waiting() > 0 {
		return plainError(text.HasGaps(path, s.Waiting()))
	}
	if err == nil || !isDamage(err) || errors.Is(err, journal.ErrDamaged) {
		return err
	}
	wreck, nothing := h.examine(ctx, path)
	if nothing != nil {
		return err
	}
	if errors.Is(err, document.ErrNotOogst) { // it has operations of ours, so it was one
		err = document.ErrDamaged
	}
	gone := make([]string, len(wreck.Gone))
	for i, l := range wreck.Gone {
		gone[i] = l.Code
	}
	return plainError(sentence(at(path, err)) + " " + text.StillWhole(wreck.Session.Len(), gone))
}

// rebuiltError tells of an open session that its working store or its file was
// damaged and is made anew.
type rebuiltError struct {
	path  string
	store string // where the damaged working store is kept, if it was that
	file  string // where the damaged file is
}

func (e *rebuiltError) Error() string { return e.path + ": made anew; kept: " + e.store + e.file }

func rebuilt(w *workspace.Workspace) error {
	if w.Aside() == "" && w.Spoilt() == "" {
		return nil
	}
	return &rebuiltError{w.Path(), w.Aside(), w.Spoilt()}
}

// open opens a session and says so when its working store had to be made anew.
func (h *host) open(path string) (*workspace.Workspace, error) {
	w, err := workspace.Open(h.root, program, path)
	if err != nil {
		return nil, err
	}
	if told := rebuilt(w); told != nil {
		h.say(sentence(told))
	}
	return w, nil
}
