package workspace_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"oogst/model/workspace"
)

func TestEraseRemovesAllOfASessionAndNothingElse(t *testing.T) {
	root, dir, stick := t.TempDir(), t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "overleg.oogst")
	stay := must[*workspace.Workspace](t)(workspace.Create(root, "test", filepath.Join(dir, "ander.oogst"), begin()))
	ok(t, stay.Session().Do(capture("blijft")), stay.Close(), os.WriteFile(filepath.Join(dir, "brief.pdf"), []byte("%PDF"), 0o600))
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
	ok(t, w.Session().Do(capture("een")), w.KeepSecond(stick), w.Publish())
	// Somebody put another session where the second copy lay.
	other := must[[]byte](t)(os.ReadFile(filepath.Join(dir, "ander.oogst")))
	ok(t, os.WriteFile(filepath.Join(stick, "overleg.oogst"), other, 0o600))
	listed := w.Holdings()
	removed := must[[]string](t)(w.Erase())
	if !slices.Equal(listed, removed) || !slices.Contains(removed, path) || slices.Contains(removed, filepath.Join(stick, "overleg.oogst")) {
		t.Errorf("listed %q, removed %q", listed, removed)
	}
	for _, gone := range removed {
		if _, err := os.Lstat(gone); !os.IsNotExist(err) {
			t.Errorf("%s: %v", gone, err)
		}
	}
	for _, there := range []string{filepath.Join(dir, "ander.oogst"), filepath.Join(dir, "brief.pdf"), filepath.Join(stick, "overleg.oogst")} {
		if _, err := os.Lstat(there); err != nil {
			t.Error(err)
		}
	}
	again := must[*workspace.Workspace](t)(workspace.Open(root, "test", filepath.Join(dir, "ander.oogst")))
	if got := texts(again.Session()); len(got) != 1 {
		t.Errorf("the other session has %v", got)
	}
	ok(t, again.Close())
}
