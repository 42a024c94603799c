package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/ui/text"
)

func TestRestoreGoesBackAndSaysWhat(t *testing.T) {
	_, folder := atHome(t)
	file, lines := filepath.Join(folder, "s.oogst"), filepath.Join(folder, "r.csv")
	if said := command(t, refused, "versions", filepath.Join(folder, "weg.oogst")); !strings.Contains(said, "weg.oogst") {
		t.Errorf("it says %s", said)
	}
	command(t, done, "example", file, "--which", "slide")
	if err := os.WriteFile(lines, []byte("soort;tekst\nidee;Later bedacht\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := command(t, done, "versions", file); !strings.Contains(said, "  1  ") {
		t.Errorf("it lists %s", said)
	}
	command(t, done, "restore", file) // as it is
	command(t, done, "import", file, lines)
	said := command(t, done, "restore", file, "--dry-run")
	if !strings.Contains(said, "1 regel weg") || !strings.Contains(said, "Later bedacht") || len(linesOf(t, file)) != 24 {
		t.Errorf("it says %s", said)
	}
	command(t, done, "restore", file)
	if got := len(linesOf(t, file)); got != 23 {
		t.Errorf("%d lines", got)
	}
	if said := command(t, refused, "restore", file, "--version", "7"); !strings.Contains(said, text.NoSuchVersion(7, 1)) {
		t.Errorf("it says %s", said)
	}
}
