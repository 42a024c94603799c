package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/workspace"
)

// TestARedactedCopyHoldsNothingWithheld marks what must stay behind, and looks
// for the marks in the bytes of the copy.
func TestARedactedCopyHoldsNothingWithheld(t *testing.T) {
	l, folder := atHome(t)
	file, copied := filepath.Join(folder, "s.oogst"), filepath.Join(folder, "kopie.oogst")
	command(t, done, "example", file, "--which", "slide")
	w, err := workspace.Open(l.root, program, file)
	if err != nil {
		t.Fatal(err)
	}
	s := w.Session()
	first, second := s.Entries()[0], s.Entries()[1]
	for _, c := range []model.Command{
		model.Edit{Entry: first.ID, Text: "eerst GEHEIM1"},
		model.Edit{Entry: first.ID, Text: "daarna open"},
		model.Annotate{Entry: first.ID, Note: "GEHEIM2"},
		model.Withdraw{Entry: second.ID},
		model.Capture{Kind: "idea", Text: "GEHEIM3", Visibility: model.VisibilityInternal},
		model.PutParticipant{Participant: model.Participant{Role: "wethouder", Name: "GEHEIM4", Present: true}},
	} {
		if err := s.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	wanted := s.Harvest(model.Public)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	said := command(t, done, "redact", file, copied)
	if !strings.Contains(said, "1 interne regel") || !strings.Contains(said, "1 naam") {
		t.Errorf("it says %s", said)
	}
	data, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range []string{"GEHEIM", "laptop A", second.Text, s.ID().String()} {
		if bytes.Contains(data, []byte(mark)) {
			t.Errorf("the copy holds %q", mark)
		}
	}
	command(t, done, "check", copied)
	got := linesOf(t, copied)
	var want []string
	for _, e := range wanted.Entries {
		want = append(want, e.Code+" "+e.Text)
	}
	if len(got) != len(want) {
		t.Fatalf("%d lines, want %d", len(got), len(want))
	}
	for _, line := range want {
		if !strings.Contains(strings.Join(got, "\n"), line) {
			t.Errorf("the copy lacks %q", line)
		}
	}
	if said := command(t, refused, "redact", file, copied); !strings.Contains(said, "Er staat al een bestand") {
		t.Errorf("over a file it says %s", said)
	}
}
