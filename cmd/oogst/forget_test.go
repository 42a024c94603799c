package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/workspace"
)

// TestErasedLineIsGoneFromEveryFile looks through all bytes that the program left.
func TestErasedLineIsGoneFromEveryFile(t *testing.T) {
	const secret, before = "mevrouw Jansen zei dit", "meneer Pietersen zei dit"
	l, folder := atHome(t)
	file, stick := filepath.Join(folder, "s.oogst"), t.TempDir()
	command(t, done, "example", file, "--which", "slide")
	w, err := workspace.Open(l.root, program, file)
	if err != nil {
		t.Fatal(err)
	}
	s := w.Session()
	do(t, s, model.Capture{Kind: "idea", Text: before})
	line := s.Cell(model.Unassigned, "idea")
	id := line[len(line)-1].ID
	do(t, s, model.Edit{Entry: id, Text: secret}, model.Annotate{Entry: id, Note: secret})
	e, _ := s.Entry(id)
	if err := w.KeepSecond(stick); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	holds := func(root string) (found []string) {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			for _, words := range []string{secret, before} {
				if bytes.Contains(data, []byte(words)) {
					found = append(found, path)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if len(holds(folder)) == 0 || len(holds(stick)) == 0 {
		t.Fatal("the words are nowhere: this test sees nothing")
	}
	if said := command(t, refused, "erase", file, "A999"); !strings.Contains(said, "A999") {
		t.Errorf("it says %s", said)
	}
	lines := len(linesOf(t, file))
	command(t, done, "erase", file, e.Code)
	if found := append(holds(folder), holds(stick)...); len(found) > 0 {
		t.Errorf("the words are still in %q", found)
	}
	command(t, done, "check", file)
	if got := linesOf(t, file); len(got) != lines-1 {
		t.Errorf("%d lines, want %d", len(got), lines-1)
	}
	if said := command(t, done, "log", file); !strings.Contains(said, "gewist") {
		t.Error("the trail doesn't say that something was erased")
	}
	next := filepath.Join(folder, "r.csv")
	if err := os.WriteFile(next, []byte("soort;tekst\nidee;Daarna\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	command(t, done, "import", file, next)
	if strings.Contains(strings.Join(linesOf(t, file), "\n"), e.Code+" Daarna") {
		t.Error("the number was used again")
	}
}
