package main

import (
	"path/filepath"
	"strings"

	"oogst/model"
	"oogst/model/intake"
	"oogst/ui"
	"oogst/ui/text"
)

// ReadLines reads lines that are brought in beforehand from a file. One that
// Oogst made itself, or that speaks of lines that are there, is a correction; a
// copy of the session is a merge.
func (l *library) ReadLines(path string, s *model.Session) (ui.Lines, error) {
	if isCopy(path) {
		operations, err := readCopies(s.ID(), []string{path})
		if err != nil {
			return ui.Lines{}, err
		}
		said, some, err := trial(s, operations, []string{path})
		if err == nil && !some {
			err = plainError(said[0])
		}
		return ui.Lines{Merge: operations, Said: said}, at(path, err)
	}
	table, err := l.readTable(path)
	if err != nil {
		return ui.Lines{}, at(path, err)
	}
	if table.Mark == "" && !intake.Corrects(table, s.Entries()) {
		return bringTable(table, s.Programme(), filepath.Base(path))
	}
	c, said, err := comparison(s, table, filepath.Base(path))
	return ui.Lines{Correction: &c, Said: said}, err
}

// ParseLines reads them from the clipboard: a table from a spreadsheet, or text
// of which every line is one.
func (l *library) ParseLines(words string, p model.Programme) (ui.Lines, error) {
	table, err := intake.ReadText([]byte(words))
	first, _, _ := strings.Cut(strings.TrimSpace(words), "\n")
	switch {
	case strings.Contains(first, "\t"):
		if table, err = intake.ReadClipboard(words); err != nil {
			return ui.Lines{}, &importError{text.Clipboard, p, err}
		}
		return bringTable(table, p, text.Clipboard)
	case err == nil && intake.HasHeader(table.Rows):
		return bringTable(table, p, text.Clipboard)
	}
	plain := intake.Plain(words)
	switch {
	case len(plain) == 0:
		return ui.Lines{}, &importError{text.Clipboard, p, &intake.Error{Problems: []intake.Problem{{Reason: intake.Empty}}}}
	case len(plain) > intake.MaxLines:
		return ui.Lines{}, &importError{text.Clipboard, p, &intake.Error{Problems: []intake.Problem{{Reason: intake.TooManyLines}}}}
	}
	return ui.Lines{Plain: plain}, nil
}

func bringTable(table intake.Table, p model.Programme, from string) (ui.Lines, error) {
	r, err := intake.Read(table, p, nil, "")
	if err != nil {
		return ui.Lines{}, &importError{from, p, err}
	}
	lines := r.New
	for i, line := range lines {
		lines[i].Origin = text.BroughtBefore(strings.TrimPrefix(line.Origin, ", "))
	}
	return ui.Lines{Table: lines}, nil
}
