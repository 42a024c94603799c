package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"oogst/model/document"
	"oogst/model/journal"
)

// TestFilesOfEveryVersionOpen: each folder of testdata/versions has a file as a
// version wrote it, what dump said of it then, and the working store of the
// laptop that wrote it, which has one line more. They are never made anew.
func TestFilesOfEveryVersionOpen(t *testing.T) {
	versions, err := filepath.Glob("testdata/versions/*")
	if err != nil || len(versions) < document.Format {
		t.Fatalf("found %v (%v)", versions, err)
	}
	for _, version := range versions {
		l := newLaptop(t)
		read := func(name string) string {
			data, err := os.ReadFile(filepath.Join(version, name))
			if err != nil {
				t.Fatal(err)
			}
			return string(data)
		}
		file := l.write("overleg.oogst", read("overleg.oogst"))
		l.must("check", file)
		if lost := unsaid("", decoded(t, read("dump.json")), decoded(t, l.must("dump", file))); lost != "" {
			t.Errorf("%s: dump doesn't say %s as it did", version, lost)
		}
		id, _, err := document.Identify(file)
		if err != nil {
			t.Fatal(err)
		}
		store := journal.Folder(l.store, id)
		if err := os.Mkdir(store, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(store, journal.StoreName), []byte(read("store/work.db")), 0o600); err != nil {
			t.Fatal(err)
		}
		before := len(parseDump(t, read("dump.json")))
		l.must("import", file, l.write("regels.csv", "soort;tekst\nidee;Samen eten\n"))
		if got := len(l.lines(file)); got != before+2 {
			t.Errorf("%s: %d lines, want %d, the one of the store and a new one", version, got, before)
		}
		l.must("export", file, "--excel", l.path("uit.xlsx"), "--pdf", l.path("uit.pdf"), "--csv", l.path("uit.csv"))
		l.must("check", file, "--against", l.path("uit.pdf"))
	}
}

func decoded(t *testing.T, dump string) (v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(dump), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// unsaid names the first thing of a dump that a later one doesn't say; a later
// version may say more.
func unsaid(at string, was, is any) string {
	switch was := was.(type) {
	case map[string]any:
		now, _ := is.(map[string]any)
		for key, value := range was {
			if lost := unsaid(at+"/"+key, value, now[key]); lost != "" {
				return lost
			}
		}
	case []any:
		now, _ := is.([]any)
		if len(now) != len(was) {
			return at
		}
		for i, value := range was {
			if lost := unsaid(fmt.Sprintf("%s/%d", at, i), value, now[i]); lost != "" {
				return lost
			}
		}
	default:
		if was != is {
			return at
		}
	}
	return ""
}
