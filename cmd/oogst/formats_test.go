package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"oogst/model"
	"oogst/ui"
)

// TestEveryFormatBelongsToItsSession makes all documents of an order and reads
// the mark of the content from each.
func TestEveryFormatBelongsToItsSession(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	l := &library{&host{root: t.TempDir(), out: io.Discard, words: io.Discard}}
	d, err := l.Example("slide")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}()
	s := d.Session()
	o := ui.Order{
		Harvest: s.Harvest(model.Participants), Version: s.NextVersion(false), Folder: filepath.Join(t.TempDir(), "new"),
		Formats: []ui.Format{ui.PDF, ui.Excel, ui.Word, ui.ODS, ui.CSV},
	}
	if _, err := l.Make(t.Context(), o, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	names := l.Names(o)
	if len(names) != len(o.Formats) {
		t.Errorf("%d files for %d formats", len(names), len(o.Formats))
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(o.Folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if mark, err := readMark(s, data); err != nil || mark != o.Harvest.Mark {
			t.Errorf("%s has mark %q (%v), want %q", name, mark, err, o.Harvest.Mark)
		}
	}
}
