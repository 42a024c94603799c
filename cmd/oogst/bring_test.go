package main

import (
	"os"
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

// TestARegisterInAnyFormIsACorrection: also as CSV, which has no mark, and as ODS.
// A table that names no line of the session brings new ones.
func TestARegisterInAnyFormIsACorrection(t *testing.T) {
	l, folder := atHome(t)
	session := filepath.Join(folder, "s.oogst")
	command(t, done, "example", session, "--which", "slide")
	command(t, done, "export", session, "--csv", filepath.Join(folder, "s.csv"), "--ods", filepath.Join(folder, "s.ods"))
	w, err := workspace.Open(l.root, program, session)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	s := w.Session()
	for _, name := range []string{"s.csv", "s.ods"} {
		lines, err := l.ReadLines(filepath.Join(folder, name), s)
		if err != nil || lines.Correction == nil || !lines.Correction.Empty() || len(lines.Table) != 0 {
			t.Fatalf("%s, untouched, gave %+v, %v", name, lines, err)
		}
		if unknown := strings.Contains(strings.Join(lines.Said, "\n"), "niet van welke versie"); unknown != (name == "s.csv") {
			t.Errorf("%s: said %q", name, lines.Said)
		}
	}
	for name, content := range map[string]string{
		"corrected.csv": "code;soort;tekst\nA01;Idee;anders\n;Idee;nieuw\n",
		"theirs.csv":    "code;soort;tekst\nQ7;Idee;anders\n",
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		lines, err := l.ReadLines(path, s)
		if err != nil {
			t.Fatal(err)
		}
		if name == "theirs.csv" {
			if lines.Correction != nil || len(lines.Table) != 1 {
				t.Errorf("%s gave %+v", name, lines)
			}
		} else if c := lines.Correction; c == nil || len(c.New) != 1 || len(c.Changes) != 1 || c.Changes[0].Theirs != "anders" {
			t.Errorf("%s gave %+v", name, lines.Correction)
		}
	}
}
