package main

import (
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/workspace"
	"oogst/ui"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

func versionsCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "versions BESTAND", Short: text.AboutVersions, Args: exactly(1, false),
		RunE: func(_ *cobra.Command, args []string) error {
			id, _, err := document.Identify(args[0])
			if err != nil {
				return at(args[0], err)
			}
			all, err := workspace.Versions(h.root, id)
			if err != nil {
				return at(args[0], err)
			}
			if len(all) == 0 {
				h.say(text.NoVersions)
			}
			for n, v := range all {
				h.say(text.VersionLine(n+1, v.At))
			}
			return nil
		},
	}
}

func restoreCommand(h *host) *cobra.Command {
	var number int
	var dry bool
	c := &cobra.Command{
		Use: "restore BESTAND", Short: text.AboutRestore, Args: exactly(1, false),
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := h.open(args[0])
			if err != nil {
				return at(args[0], err)
			}
			return at(args[0], finish(w, h.restore(w, number, dry)))
		},
	}
	c.Flags().IntVar(&number, "version", 1, text.FlagVersionNumber)
	c.Flags().BoolVar(&dry, "dry-run", false, text.FlagDryRun)
	return c
}

// restore makes the session as the nth version of it, counted from 1.
func (h *host) restore(w *workspace.Workspace, n int, dry bool) error {
	s := w.Session()
	all, err := w.Versions()
	if err != nil {
		return err
	}
	if n < 1 || n > len(all) {
		return plainError(text.NoSuchVersion(n, len(all)))
	}
	then, said, some, err := earlier(s, all[n-1])
	if err != nil {
		return err
	}
	for _, line := range said {
		h.say(line)
	}
	switch {
	case !some:
		return nil
	case dry:
		h.say(text.DryRun)
		return nil
	}
	return s.Do(model.Return{Then: then})
}

// earlier reads a version and says what going back to it would change, the
// counts first, and whether that is anything.
func earlier(s *model.Session, v workspace.Version) (then []model.Operation, said []string, some bool, err error) {
	if then, err = v.Read(); err != nil {
		return nil, nil, false, at(v.Path, err)
	}
	r, err := s.Since(then)
	if err != nil {
		return nil, nil, false, at(v.Path, err)
	}
	if r.Empty() {
		return then, []string{text.SameAsVersion(v.At)}, false, nil
	}
	said = append(said, text.ReturnCounts(v.At, len(r.Gone), len(r.Back), len(r.Changed)))
	for _, e := range r.Gone {
		said = append(said, text.ReturnGone(e.Code, e.Text))
	}
	for _, e := range r.Back {
		said = append(said, text.ReturnBack(e.Code, e.Text))
	}
	for _, d := range r.Changed {
		field, is, was := told(s.Programme(), d)
		said = append(said, text.PreviewChange(d.Code, field, is, was))
	}
	return then, said, true, nil
}

// Versions are the moments that the session can go back to.
func (d *openDocument) Versions() (out []time.Time) {
	all, _ := d.Workspace.Versions() // what can't be read isn't offered
	for _, v := range all {
		out = append(out, v.At)
	}
	return out
}

// Earlier reads a version, by its place in Versions, to go back to.
func (d *openDocument) Earlier(n int) (ui.Lines, error) {
	all, err := d.Workspace.Versions()
	if err != nil || n >= len(all) {
		return ui.Lines{}, err
	}
	then, said, some, err := earlier(d.Session(), all[n])
	if err == nil && !some {
		err = plainError(said[0])
	}
	return ui.Lines{Return: &model.Return{Then: then}, Said: said}, err
}

// Second tells how the second copy stands.
func (d *openDocument) Second() ui.Second {
	s := d.Workspace.Second()
	return ui.Second{Path: s.Path, At: s.At, Behind: s.Behind, Err: at(s.Path, s.Err)}
}

// KeepSecond keeps a second copy in a folder; an empty one ends that.
func (d *openDocument) KeepSecond(folder string) error {
	return at(folder, d.Workspace.KeepSecond(folder))
}
