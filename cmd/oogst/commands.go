package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/intake"
	"oogst/model/workspace"
	"oogst/ui/text"
	"oogst/ui/trail"

	"github.com/spf13/cobra"
)

func newCommand(h *host) *cobra.Command {
	var template string
	var info model.Info
	c := &cobra.Command{
		Use: "new BESTAND", Short: text.AboutNew, Args: exactly(1, false),
		RunE: func(_ *cobra.Command, args []string) error {
			t, err := h.template(template)
			if err != nil {
				return err
			}
			return h.create(args[0], model.Begin{Template: t, Info: info}, intake.Table{})
		},
	}
	c.Flags().StringVar(&template, "template", defaultTemplate, text.FlagTemplate)
	c.Flags().StringVar(&info.Title, "title", "", text.FlagTitle)
	c.Flags().StringVar(&info.Date, "date", "", text.FlagDate)
	c.Flags().StringVar(&info.Place, "place", "", text.FlagPlace)
	return c
}

func exampleCommand(h *host) *cobra.Command {
	var which string
	c := &cobra.Command{
		Use: "example BESTAND", Short: text.AboutExample, Args: exactly(1, false),
		RunE: func(_ *cobra.Command, args []string) error {
			begin, lines, err := loadExample(which)
			if err != nil {
				return err
			}
			return h.create(args[0], begin, lines)
		},
	}
	c.Flags().StringVar(&which, "which", "full", text.FlagWhich)
	return c
}

// create makes a session with lines and publishes it.
func (h *host) create(path string, begin model.Begin, lines intake.Table) error {
	if path == "" {
		return plainError(text.NameNeeded)
	}
	path = withExtension(path)
	w, err := workspace.Create(h.root, program, path, begin)
	if err != nil {
		return at(path, err)
	}
	if len(lines.Rows) > 0 {
		err = takeIn(w.Session(), lines, exampleOrigin, path)
	}
	if err == nil {
		err = w.Publish()
	}
	if err != nil { // a session that was refused isn't offered later
		return at(path, errors.Join(err, w.Abandon()))
	}
	h.say(text.Made(path, w.Session().Len()))
	return at(path, w.Close())
}

// withExtension completes a name. Windows leaves a full stop at its end out.
func withExtension(path string) string {
	if ext := filepath.Ext(path); ext == "" || ext == "." {
		return strings.TrimSuffix(path, ".") + document.Extension
	}
	return path
}

// finish publishes and closes a workspace; an error before that comes first.
func finish(w *workspace.Workspace, err error) error {
	closed := w.Close()
	if e := (*model.StoreError)(nil); errors.As(err, &e) {
		return e.Err // there is no capture line here where the words still are
	}
	if err == nil && closed != nil {
		err = &unpublishedError{closed}
	}
	return err
}

func checkCommand(h *host) *cobra.Command {
	var against string
	c := &cobra.Command{
		Use: "check BESTAND", Short: text.AboutCheck, Args: exactly(1, false),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := workspace.View(c.Context(), h.root, args[0])
			if err = h.findings(c.Context(), args[0], s, err); err != nil {
				return at(args[0], err)
			}
			h.say(text.Whole(args[0], s.Len(), len(s.Operations())))
			if against == "" {
				return nil
			}
			return h.compare(s, against)
		},
	}
	c.Flags().StringVar(&against, "against", "", text.FlagAgainst)
	return c
}

func dumpCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "dump BESTAND", Short: text.AboutDump, Args: exactly(1, false),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := workspace.View(c.Context(), h.root, args[0])
			if err != nil {
				return at(args[0], err)
			}
			enc := json.NewEncoder(h.out)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(dump(s))
		},
	}
}

func logCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "log BESTAND", Short: text.AboutLog, Args: exactly(1, false),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := workspace.View(c.Context(), h.root, args[0])
			if err != nil {
				return at(args[0], err)
			}
			fmt.Fprintln(h.out, text.LogHeader)
			for _, line := range trail.Tell(s.Programme(), s.Trail()) {
				fmt.Fprintln(h.out, logLine(line))
			}
			return nil
		},
	}
}

// logLine is a row of seven columns; what would break the row is escaped.
func logLine(l trail.Line) string {
	cells := []string{l.At.Format("2006-01-02 15:04:05"), l.Actor, l.Subject, l.Action, l.Field, l.Before, l.After}
	for i, c := range cells {
		cells[i] = strings.NewReplacer("\t", " ", "\n", "\\n").Replace(c)
	}
	return strings.Join(cells, "\t")
}
