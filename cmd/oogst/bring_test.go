package main

import (
	"path/filepath"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/workspace"
)

// TestAWorkbookThatCameBackIsACorrection: what Oogst made itself is no list of
// new lines.
func TestAWorkbookThatCameBackIsACorrection(t *testing.T) {
	l, folder := atHome(t)
	session, book := filepath.Join(folder, "s.oogst"), filepath.Join(folder, "s.xlsx")
	command(t, done, "example", session, "--which", "slide")
	command(t, done, "export", session, "--excel", book)
	w, err := workspace.Open(l.root, program, session)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	s := w.Session()
	lines, err := l.ReadLines(book, s)
	if err != nil || lines.Correction == nil || !lines.Correction.Empty() || len(lines.Table) != 0 {
		t.Fatalf("an untouched workbook gave %+v, %v", lines, err)
	}
	e := s.Entries()[0]
	if err := s.Do(model.Edit{Entry: e.ID, Text: "hier intussen anders"}); err != nil {
		t.Fatal(err)
	}
	lines, err = l.ReadLines(book, s)
	if err != nil || !lines.Correction.Empty() || lines.Correction.Kept != 1 {
		t.Fatalf("what changed here only gave %+v, %v", lines.Correction, err)
	}
	if len(lines.Said) == 0 || !strings.Contains(lines.Said[0], "s.xlsx") {
		t.Fatalf("said %q", lines.Said)
	}
}
