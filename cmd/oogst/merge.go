package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/search"
	"oogst/model/wholefile"
	"oogst/model/workspace"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

func mergeCommand(h *host) *cobra.Command {
	var dry bool
	var report string
	c := &cobra.Command{
		Use: "merge BESTAND ANDER...", Short: text.AboutMerge, Args: exactly(2, true),
		RunE: func(c *cobra.Command, args []string) error {
			path, others := args[0], args[1:]
			s, err := workspace.View(c.Context(), h.root, path)
			if err != nil {
				return at(path, err)
			}
			operations, err := readCopies(s.ID(), others)
			if err != nil {
				return err
			}
			said, _, err := trial(s, operations, others)
			if err != nil {
				return at(strings.Join(others, ", "), err)
			}
			for _, line := range said {
				h.say(line)
			}
			if report != "" {
				if err := wholefile.Write(report, []byte(strings.Join(said, "\n")+"\n")); err != nil {
					return at(report, err)
				}
			}
			if dry {
				h.say(text.DryRun)
				return nil
			}
			w, err := h.open(path)
			if err != nil {
				return at(path, err)
			}
			m, err := w.Session().Merge(operations)
			if err = finish(w, err); err == nil && m.Operations > 0 {
				h.say(text.Merged(path, w.Session().Len()))
			}
			return at(path, err)
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, text.FlagDryRun)
	c.Flags().StringVar(&report, "report", "", text.FlagReport)
	return c
}

// readCopies reads the operations of other copies of a session, all of them or
// none.
func readCopies(id model.ID, paths []string) (all []model.Operation, err error) {
	for _, path := range paths {
		data, err := document.Load(path)
		if err != nil {
			return nil, at(path, err)
		}
		f, err := document.Decode(data)
		if err != nil {
			return nil, at(path, err)
		}
		if f.ID != id {
			return nil, plainError(text.OtherSession(path))
		}
		all = append(all, f.Operations...)
	}
	return all, nil
}

// clockTolerance is how far the clocks of two laptops may differ before somebody
// should know.
const clockTolerance = 5 * time.Minute

// trial says what a merge would bring, in words, the counts first, and whether
// that is anything.
func trial(s *model.Session, operations []model.Operation, from []string) (said []string, some bool, err error) {
	m, err := s.Trial(operations)
	if err != nil {
		return nil, false, err
	}
	names := make([]string, len(from))
	for i, path := range from {
		names[i] = filepath.Base(path)
	}
	source := text.Join(names)
	if m.Operations == 0 {
		return []string{text.NothingToMerge(source)}, false, nil
	}
	said = []string{text.MergeCounts(source, len(m.New), len(m.Changed), len(m.Conflicts))}
	if m.Missing > 0 {
		said = append(said, text.MergeMissing(m.Missing))
	}
	if m.Ahead > clockTolerance {
		said = append(said, text.MergeAhead(m.Ahead))
	}
	p := s.Programme()
	for _, d := range m.Changed {
		field, was, is := told(p, d)
		said = append(said, text.PreviewChange(d.Code, field, was, is))
	}
	for _, e := range m.Conflicts {
		said = append(said, text.MergeConflict(e.Code, e.Text))
	}
	alike := search.NewAlike(s.Entries())
	for _, e := range m.New {
		if id, ok := alike.Find(e.Text + " "); ok {
			known, _ := s.Entry(id)
			said = append(said, text.MergeAlike(e.Code, e.Text, known.Code, known.Text))
		}
	}
	for _, e := range m.New {
		k, _ := p.Kind(e.Kind)
		said = append(said, text.MergeNew(e.Code, stakeholderOf(p, e.Stakeholder), k.Name, e.Text))
	}
	return said, true, nil
}

func stakeholderOf(p model.Programme, key string) string {
	if st, ok := p.Stakeholder(key); ok {
		return st.Name
	}
	return text.Unassigned
}

// isCopy tells whether a file is a session, by what it holds.
func isCopy(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 100)
	n, _ := f.Read(head)
	return document.Ours(head[:n])
}
