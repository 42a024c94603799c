package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model/workspace"
	"oogst/ui/text"
)

// elsewhere runs a command as another laptop would.
func elsewhere(t *testing.T, data string, args ...string) {
	t.Helper()
	here := os.Getenv("OOGST_DATA")
	t.Setenv("OOGST_DATA", data)
	command(t, done, args...)
	t.Setenv("OOGST_DATA", here)
}

func linesOf(t *testing.T, path string) (all []string) {
	t.Helper()
	root, err := workspace.Root()
	if err != nil {
		t.Fatal(err)
	}
	s, err := workspace.View(t.Context(), root, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range s.Entries() {
		all = append(all, e.Code+" "+e.Text)
	}
	return all
}

// twoCopies makes a session that two laptops typed in apart.
func twoCopies(t *testing.T) (l *library, folder, one, other string) {
	t.Helper()
	l, folder = atHome(t)
	one, other = filepath.Join(folder, "een.oogst"), filepath.Join(folder, "ander.oogst")
	command(t, done, "example", one, "--which", "slide")
	data, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	for path, data := range map[string][]byte{
		other:                              data,
		filepath.Join(folder, "regel.csv"): []byte("soort;tekst\nidee;Verbinding van Wmo en Participatiewet\nidee;Iets heel anders\n"),
	} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	elsewhere(t, filepath.Join(folder, "elders"), "import", other, filepath.Join(folder, "regel.csv"))
	return l, folder, one, other
}

func TestMergeTakesWhatAnotherLaptopTyped(t *testing.T) {
	l, folder, one, other := twoCopies(t)
	report := filepath.Join(folder, "verslag.txt")
	before := linesOf(t, one)
	said := command(t, done, "merge", one, other, "--dry-run", "--report", report)
	if !strings.Contains(said, "2 nieuwe regels") || !strings.Contains(said, "lijkt op A02") || !strings.Contains(said, text.DryRun) {
		t.Errorf("it says %s", said)
	}
	if kept, err := os.ReadFile(report); err != nil || !strings.Contains(string(kept), "2 nieuwe regels") {
		t.Errorf("the report: %q, %v", kept, err)
	}
	if after := linesOf(t, one); len(after) != len(before) {
		t.Errorf("a dry run made %d lines of %d", len(after), len(before))
	}
	command(t, done, "merge", one, other)
	after := linesOf(t, one)
	if len(after) != len(before)+2 {
		t.Fatalf("%d lines, was %d", len(after), len(before))
	}
	data, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	if said := command(t, done, "merge", one, other); !strings.Contains(said, "niets dat hier nog niet is") {
		t.Errorf("the second time it says %s", said)
	}
	if again, err := os.ReadFile(one); err != nil || string(again) != string(data) {
		t.Error("the second time changed the file")
	}
	w, err := workspace.Open(l.root, program, one)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Session().Undo(); err != nil || w.Session().Len() != len(before) {
		t.Errorf("after undo %d lines, %v", w.Session().Len(), err)
	}
}

func TestMergeRefusesAllOrTakesAll(t *testing.T) {
	_, folder, one, other := twoCopies(t)
	stranger := filepath.Join(folder, "vreemd.oogst")
	command(t, done, "example", stranger)
	broken := filepath.Join(folder, "kapot.oogst")
	data, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 0xFF
	if err := os.WriteFile(broken, data, 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"een andere sessie": stranger, "beschadigd": broken,
		"is geen Oogst-bestand": filepath.Join(folder, "regel.csv"), "niet gevonden": filepath.Join(folder, "weg.oogst"),
	} {
		said := command(t, refused, "merge", one, other, path)
		if !strings.Contains(said, filepath.Base(path)) {
			t.Errorf("%s: it says %s", name, said)
		}
		if after, err := os.ReadFile(one); err != nil || string(after) != string(before) {
			t.Errorf("%s: the session was changed", name)
		}
	}
}

func TestACopyInTheWindowIsAMerge(t *testing.T) {
	l, folder, one, other := twoCopies(t)
	w, err := workspace.Open(l.root, program, one)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	lines, err := l.ReadLines(other, w.Session())
	if err != nil || len(lines.Merge) == 0 || !strings.Contains(lines.Said[0], "2 nieuwe regels") {
		t.Fatalf("%d operations, %q, %v", len(lines.Merge), lines.Said, err)
	}
	if _, err := w.Session().Merge(lines.Merge); err != nil {
		t.Fatal(err)
	}
	if _, err := l.ReadLines(other, w.Session()); err == nil || !strings.Contains(l.Sentence(err), "niets dat hier nog niet is") {
		t.Errorf("a copy with nothing new: %v", err)
	}
	stranger := filepath.Join(folder, "vreemd.oogst")
	command(t, done, "example", stranger)
	if _, err := l.ReadLines(stranger, w.Session()); err == nil || !strings.Contains(l.Sentence(err), "andere sessie") {
		t.Errorf("another session: %v", err)
	}
}
