//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model/document"
)

// TestNamesAreOnlyNames: whatever a file or the folder of the stores is called.
func TestNamesAreOnlyNames(t *testing.T) {
	long := ""
	for len(long)+len("ë")+len(document.Extension) <= 255 {
		long += "ë"
	}
	names := []string{
		"overleg 🍎", "één  twee ", "a%20b?c=d&e#f", `aan"halings'teken`, "regel\neinde", "--excel", ".verborgen", "..", "file:x", "CON", "a;b|c>d", "$HOME `ls`", "\u202eomgekeerd", long,
	}
	for _, name := range names {
		l := newLaptop(t)
		store := filepath.Join(l.store, name)
		t.Setenv("OOGST_DATA", store)
		file := l.path(name + document.Extension)
		l.must("new", file)
		l.must("import", file, l.write("regels.csv", "soort;tekst\nidee;Samen eten\n"))
		l.must("export", file, "--csv", l.path("uit.csv"))
		l.must("check", file, "--against", l.path("uit.csv"))
		if got := l.lines(file); len(got) != 1 || got[0].Text != "Samen eten" {
			t.Errorf("%q: %v", name, got)
		}
		if files := l.files(); len(files) != 3 {
			t.Errorf("%q: beside it lie %d files", name, len(files)-1)
		}
		if stores, err := os.ReadDir(store); err != nil || len(stores) == 0 {
			t.Errorf("%q: the store isn't there (%v)", name, err)
		}
	}
}

func TestATooLongNameIsToldWhenReading(t *testing.T) {
	l := newLaptop(t)
	good, long := l.session(), l.path(strings.Repeat("n", 256))
	l.refuses(long, "kan hier geen bestandsnaam zijn", "check", long)
	l.refuses(long, "kan hier geen bestandsnaam zijn", "import", good, long)
}
