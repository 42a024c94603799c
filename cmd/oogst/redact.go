package main

import (
	"errors"
	"os"
	"time"

	"oogst/model"
	"oogst/model/review"
	"oogst/model/workspace"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

func redactCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "redact BESTAND KOPIE", Short: text.AboutRedact, Args: exactly(2, false),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := workspace.View(c.Context(), h.root, args[0])
			if err != nil {
				return at(args[0], err)
			}
			target, err := freeTarget(args[1])
			if err != nil {
				return err
			}
			harvest := s.Harvest(model.Public)
			copied, err := model.Redacted(harvest, model.Device{Replica: 1, Letter: "A", Actor: text.Redactor}, nothing{}, time.Now)
			if err != nil {
				return at(args[0], err)
			}
			if err := workspace.Export(copied, program, target, nil); err != nil {
				return at(target, err)
			}
			h.say(text.RedactedTo(target, copied.Len(), harvest.Withheld.Entries, harvest.Withheld.Notes, harvest.Withheld.Names))
			personal := map[string]bool{}
			var codes []string
			for _, f := range review.Findings(harvest) {
				switch f.Concern {
				case review.Name, review.Phone, review.Mail, review.Number:
					if !personal[f.Code] {
						personal[f.Code] = true
						codes = append(codes, f.Code)
					}
				}
			}
			if len(codes) > 0 {
				h.say(text.StillPersonal(codes))
			}
			return nil
		},
	}
}

// freeTarget is where a copy goes; a file that lies there is not replaced.
func freeTarget(path string) (string, error) {
	path = withExtension(path)
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return "", at(path, workspace.ErrExists)
	case errors.Is(err, os.ErrNotExist):
		return path, nil
	}
	return "", at(path, err)
}

// nothing is the journal of a session that is only written to a file.
type nothing struct{}

func (nothing) Append([]model.Operation) error { return nil }
