//go:build faults && linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
)

// rowsOf asks SQLite's own shell for the operations in a file. It is C that
// our driver was translated from, built by somebody else.
func rowsOf(file string) (string, error) {
	out, err := exec.Command("sqlite3", file,
		`PRAGMA integrity_check; SELECT printf('%d %d %d %d ', replica, rseq, hlc, wall), actor, kind, hex(ent), hex(grp), hex(coalesce(body, '')), hex(body_hash), hex(prev), hex(hash)
			FROM op ORDER BY replica, rseq`).CombinedOutput()
	return string(out), err
}

func rowsWanted(ops []model.Operation) string {
	var b strings.Builder
	fmt.Fprintln(&b, "ok")
	for _, o := range ops {
		fmt.Fprintf(&b, "%d %d %d %d |%s|%s|%X|%X|%X|%X|%X|%X\n", o.Replica, o.Seq, o.Stamp, o.Wall, o.Actor, o.Kind,
			o.Entity[:], o.Group[:], o.Body, o.BodyHash[:], o.Prev[:], o.Hash[:])
	}
	return b.String()
}

// TestFaultsReferenceReadsTheSame kills the program and has SQLite's own shell
// read what it left, a hot log included, and the published file: all is what
// our driver reads.
func TestFaultsReferenceReadsTheSame(t *testing.T) {
	sessions, operations := times(10, 1000), 0
	rng := chance(t, 0)
	for range sessions {
		m := newMachine(t)
		id := m.fresh(t)
		m.storm(t, rng, &ledger{})
		left := filepath.Join(filepath.Dir(m.files), "over")
		for _, who := range []string{"ours", "theirs"} {
			if err := copyFolder(journal.Folder(m.store, id), filepath.Join(left, who, id.String())); err != nil {
				t.Fatal(err)
			}
		}
		ours, err := journal.Peek(t.Context(), filepath.Join(left, "ours"), id)
		if err != nil {
			t.Fatal(err)
		}
		data, err := document.Load(m.session())
		if err != nil {
			t.Fatal(err)
		}
		f, err := document.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		for file, want := range map[string][]model.Operation{
			filepath.Join(left, "theirs", id.String(), journal.StoreName): ours,
			m.session(): f.Operations,
		} {
			got, err := rowsOf(file)
			if err != nil || got != rowsWanted(want) {
				t.Fatalf("%s: SQLite's shell reads something else (%v): %.300s", file, err, got)
			}
			operations += len(want)
		}
		os.RemoveAll(filepath.Dir(m.files))
	}
	t.Logf("%d killed sessions, %d operations: SQLite's own shell reads the same", sessions, operations)
}
