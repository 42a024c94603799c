package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"oogst/export/excel"
	"oogst/export/ods"
	"oogst/export/office"
	"oogst/model"
	"oogst/model/document"
	"oogst/model/intake"
	"oogst/model/workspace"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

func importCommand(h *host) *cobra.Command {
	var dry, ours, theirs bool
	c := &cobra.Command{
		Use: "import BESTAND REGELS", Short: text.AboutImport, Args: exactly(2, false),
		RunE: func(c *cobra.Command, args []string) error {
			table, err := h.readTable(args[1])
			if err != nil {
				return at(args[1], err)
			}
			if dry {
				s, err := workspace.View(c.Context(), h.root, args[0])
				if err == nil {
					_, err = h.preview(s, table, args[1])
				}
				if err == nil {
					h.say(text.DryRun)
				}
				return at(args[0], err)
			}
			choice := model.Undecided
			switch {
			case ours && theirs:
				return &usageError{text.OneChoice, c.UseLine()}
			case ours:
				choice = model.Ours
			case theirs:
				choice = model.Theirs
			}
			w, err := h.open(args[0])
			if err != nil {
				return at(args[0], err)
			}
			return at(args[0], finish(w, h.correct(w.Session(), table, args[1], choice)))
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, text.FlagDryRun)
	c.Flags().BoolVar(&ours, "ours", false, text.FlagOurs)
	c.Flags().BoolVar(&theirs, "theirs", false, text.FlagTheirs)
	return c
}

// takeIn adds the lines of a table to a session that has none.
func takeIn(s *model.Session, table intake.Table, origin, path string) error {
	r, err := intake.Read(table, s.Programme(), s.Entries(), origin)
	if err != nil {
		return &importError{path, s.Programme(), err}
	}
	return s.Do(model.Correct{Correction: s.Compare(r.Reply)})
}

// correct takes over what came back, or refuses all of it.
func (h *host) correct(s *model.Session, table intake.Table, path string, choice model.Choice) error {
	c, err := h.preview(s, table, path)
	if err != nil {
		return err
	}
	changes := len(c.Changes)
	switch {
	case c.Empty():
		h.say(text.NothingToCorrect)
		return nil
	case len(c.Conflicts) > 0 && choice == model.Undecided:
		return &conflictError{path, len(c.Conflicts)}
	case choice == model.Theirs:
		changes += len(c.Conflicts)
	}
	if err := s.Do(model.Correct{Correction: c, Choice: choice}); err != nil {
		return err
	}
	if changes == 0 && len(c.New) > 0 {
		h.say(text.Imported(len(c.New), path))
	} else {
		h.say(text.Corrected(len(c.New), changes, path))
	}
	return nil
}

// conflictError tells that a correction needs a choice.
type conflictError struct {
	path      string
	conflicts int
}

func (e *conflictError) Error() string { return fmt.Sprintf("%s: %d conflicts", e.path, e.conflicts) }

// preview says what a table would change.
func (h *host) preview(s *model.Session, table intake.Table, path string) (model.Correction, error) {
	c, said, err := comparison(s, table, path)
	for _, line := range said {
		h.say(line)
	}
	return c, err
}

// comparison holds a table against the session: what it would change, and that in
// words, the counts first.
func comparison(s *model.Session, table intake.Table, path string) (c model.Correction, said []string, err error) {
	p := s.Programme()
	r, err := intake.Read(table, p, s.Entries(), filepath.Base(path))
	if err != nil {
		return c, nil, &importError{path, p, err}
	}
	c = s.Compare(r.Reply)
	corrects := len(r.Lines) > 0
	said = append(said, text.Preview(path, countOf(c, r, corrects)))
	if corrects && !c.BaseKnown {
		said = append(said, text.BaseUnknown)
	}
	if len(r.Unread) > 0 {
		said = append(said, text.NotCompared(r.Unread))
	}
	for _, d := range c.Changes {
		field, from, to := told(p, d)
		said = append(said, text.PreviewChange(d.Code, field, from, to))
	}
	for _, d := range c.Conflicts {
		field, ours, theirs := told(p, d)
		said = append(said, text.PreviewConflict(d.Code, field, ours, theirs))
	}
	return c, said, nil
}

func countOf(c model.Correction, r intake.Result, corrects bool) text.Counts {
	counts := text.Counts{
		New: len(c.New), Repeated: c.Repeated, Conflicts: len(c.Conflicts), Kept: c.Kept, Missing: c.Missing, Remarks: r.Remarks,
	}
	if !corrects {
		counts.Missing = 0 // it doesn't speak of the lines that are there
	}
	for _, d := range c.Changes {
		if d.Field == model.EntryStatus && d.Theirs == string(model.StatusWithdrawn) {
			counts.Withdrawn++
		} else {
			counts.Changes++
		}
	}
	return counts
}

// told gives a difference in the words of the register.
func told(p model.Programme, d model.Difference) (field, ours, theirs string) {
	names := map[model.EntryField]string{
		model.EntryText: text.ColumnText, model.EntryKind: text.ColumnKind, model.EntryStakeholder: text.ColumnRow,
		model.EntryAlso: text.ColumnAlso, model.EntryThemes: text.ColumnTheme,
		model.EntryStatus: text.ColumnStatus, model.EntryNote: text.ColumnNote,
	}
	return cmp.Or(names[d.Field], followName(p, d.Field)), toldValue(p, d.Field, d.Ours), toldValue(p, d.Field, d.Theirs)
}

// followName names a field of what becomes of a line as its column does.
func followName(p model.Programme, f model.EntryField) string {
	if key, ok := f.Condition(); ok {
		for _, c := range p.Lists[model.ListConditions] {
			if c.Key == key {
				return text.Numbered(c.Number, c.Name)
			}
		}
	}
	if key, ok := f.Line(); ok {
		for _, line := range p.Lists[model.ListLines] {
			if line.Key == key {
				return text.Labelled(text.ColumnLine, line.Name)
			}
		}
	}
	return text.FollowNames[string(f)]
}

func toldValue(p model.Programme, f model.EntryField, value string) string {
	if _, ok := f.Condition(); ok {
		return text.Verdict(value)
	}
	if _, ok := f.Line(); ok {
		return cmp.Or(map[string]string{model.OnLine: text.Yes}[value], text.No)
	}
	switch f {
	case model.EntryKind:
		if k, ok := p.Kind(value); ok {
			return k.Name
		}
	case model.EntryStakeholder, model.EntryAlso:
		keys := model.SplitSet(value)
		for i, key := range keys {
			if st, ok := p.Stakeholder(key); ok {
				keys[i] = st.Name
			}
		}
		if value = strings.Join(keys, ", "); value == "" && f == model.EntryStakeholder {
			return text.Unassigned
		}
	case model.EntryThemes:
		value = strings.Join(model.SplitSet(value), ", ")
	case model.EntryStatus:
		return map[string]string{
			string(model.Captured): text.StatusOpen, string(model.ToCheck): text.CheckRemark,
			string(model.StatusWithdrawn): text.StatusWithdrawn,
		}[value]
	case model.EntryState:
		return text.State(value)
	case model.EntryPromising:
		return text.Verdict(value)
	case model.EntryReach:
		value = text.Reach(value)
	case model.EntryText, model.EntryNote, model.EntryReason, model.EntryStep:
		if value != "" {
			return "“" + value + "”"
		}
	}
	if value == "" {
		return text.EmptyValue
	}
	return value
}

// oldWorkbook is how a workbook begins that is locked with a password, or that
// is of before 2007.
var oldWorkbook = []byte("\xD0\xCF\x11\xE0")

// readTable reads a text with columns, or the register of a workbook.
func (h *host) readTable(path string) (intake.Table, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return intake.Table{}, err
	case info.IsDir():
		return intake.Table{}, document.ErrFolder
	case info.Size() > intake.MaxSize:
		return intake.Table{}, document.ErrTooLarge
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return intake.Table{}, err
	}
	ext := strings.ToLower(filepath.Ext(path))
	if strings.HasPrefix(ext, ".xls") || ext == ".ods" || bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, oldWorkbook) {
		return h.readSheet(data)
	}
	t, err := intake.ReadText(data)
	if err != nil {
		return t, &importError{path, model.Programme{}, err}
	}
	return t, nil
}

func (h *host) readSheet(data []byte) (intake.Table, error) {
	read := excel.Read
	if ods.Is(data) {
		read = ods.Read
	}
	s, err := read(data, []string{text.Register, text.Pilots, text.Actions}, intake.MaxLines+1)
	if err != nil {
		return intake.Table{}, err
	}
	if s.Macros {
		h.say(text.Macros)
	}
	return tableOf(s), nil
}

// tableOf is a sheet as the intake wants it, with the sheets that say more of
// the same lines.
func tableOf(s office.Read) intake.Table {
	t := intake.Table{Sheet: s.Name, Mark: s.Mark}
	for _, r := range s.Rows {
		t.Rows = append(t.Rows, intake.Row{Line: r.Number, Cells: r.Cells, Formulas: r.Formulas})
	}
	for _, m := range s.Merged {
		t.Merged = append(t.Merged, intake.Range{Name: m.Range, Last: m.Last})
	}
	for _, more := range s.More {
		t.Follow = append(t.Follow, tableOf(more))
	}
	return t
}
