package workspace_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/workspace"
)

func TestTheSecondCopyFollowsAndTheStickMayComeAndGo(t *testing.T) {
	root, dir := t.TempDir(), t.TempDir()
	stick := filepath.Join(t.TempDir(), "stick")
	ok(t, os.Mkdir(stick, 0o700))
	path, copied := filepath.Join(dir, "overleg.oogst"), filepath.Join(stick, "overleg.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
	if err := w.KeepSecond(dir); !errors.Is(err, workspace.ErrSamePlace) {
		t.Errorf("a second copy over the file: %v", err)
	}
	ok(t, w.KeepSecond(stick), w.Session().Do(capture("een")))
	if s := w.Second(); !s.Behind || s.Err != nil {
		t.Errorf("before publishing: %+v", s)
	}
	ok(t, w.Publish())
	same := func() bool {
		a, b := must[[]byte](t)(os.ReadFile(path)), must[[]byte](t)(os.ReadFile(copied))
		return bytes.Equal(a, b)
	}
	if s := w.Second(); s.Behind || s.Err != nil || s.At.IsZero() || !same() {
		t.Errorf("after publishing: %+v", s)
	}
	away := stick + " in een jaszak"
	ok(t, os.Rename(stick, away), w.Session().Do(capture("twee")), w.Publish())
	if s := w.Second(); !s.Behind || s.Err == nil || w.Unpublished() {
		t.Errorf("without the stick: %+v, the file behind: %v", s, w.Unpublished())
	}
	ok(t, os.Rename(away, stick), w.Publish())
	if s := w.Second(); s.Behind || s.Err != nil || !same() {
		t.Errorf("with the stick again: %+v", s)
	}
	ok(t, w.Close())
	w = must[*workspace.Workspace](t)(workspace.Open(root, "test", path))
	if s := w.Second(); s.Path != copied || s.Behind {
		t.Errorf("after re-opening: %+v", s)
	}
	ok(t, w.KeepSecond(""), w.Session().Do(capture("drie")), w.Close())
	if got := texts(must[*model.Session](t)(workspace.View(t.Context(), t.TempDir(), copied))); len(got) != 2 {
		t.Errorf("a copy that was let go has %v", got)
	}
}

// TestWhatSomebodyTypedInTheSecondCopyIsTakenIn: a copy is a session, and a
// colleague may have opened it.
func TestWhatSomebodyTypedInTheSecondCopyIsTakenIn(t *testing.T) {
	dir, stick := t.TempDir(), t.TempDir()
	path, copied := filepath.Join(dir, "overleg.oogst"), filepath.Join(stick, "overleg.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(t.TempDir(), "test", path, begin()))
	ok(t, w.Session().Do(capture("een")), w.KeepSecond(stick))
	b := must[*workspace.Workspace](t)(workspace.Open(t.TempDir(), "test", copied))
	ok(t, b.Session().Do(capture("op de stick")), b.Close())
	ok(t, w.Session().Do(capture("twee")), w.Close())
	for _, file := range []string{path, copied} {
		if got := texts(must[*model.Session](t)(workspace.View(t.Context(), t.TempDir(), file))); len(got) != 3 {
			t.Errorf("%s has %v", file, got)
		}
	}
}

func TestAnotherFileIsNoSecondCopy(t *testing.T) {
	stick := t.TempDir()
	w := must[*workspace.Workspace](t)(workspace.Create(t.TempDir(), "test", filepath.Join(t.TempDir(), "overleg.oogst"), begin()))
	ok(t, os.WriteFile(filepath.Join(stick, "overleg.oogst"), []byte("een brief"), 0o600))
	if err := w.KeepSecond(stick); !errors.Is(err, workspace.ErrOtherSession) {
		t.Errorf("over a letter: %v", err)
	}
	if got := must[[]byte](t)(os.ReadFile(filepath.Join(stick, "overleg.oogst"))); string(got) != "een brief" || w.Second().Path != "" {
		t.Errorf("the letter is %q, the second copy %+v", got, w.Second())
	}
	ok(t, w.Close())
}

func TestAVersionIsKeptAndGoneBackTo(t *testing.T) {
	root, path := t.TempDir(), filepath.Join(t.TempDir(), "overleg.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
	ok(t, w.Session().Do(capture("een")), w.Session().Do(capture("twee")), w.Publish())
	id := w.Session().ID()
	versions := must[[]workspace.Version](t)(workspace.Versions(root, id))
	if len(versions) != 1 {
		t.Fatalf("%d versions", len(versions))
	}
	first := w.Session().Entries()[0].ID
	ok(t, w.Session().Do(model.Edit{Entry: first, Text: "heel anders"}), w.Session().Do(capture("drie")),
		w.Session().Do(model.Withdraw{Entry: w.Session().Entries()[1].ID}), w.Publish())
	if again := must[[]workspace.Version](t)(workspace.Versions(root, id)); len(again) != 1 {
		t.Errorf("%d versions within the hour", len(again))
	}
	then := must[[]model.Operation](t)(versions[0].Read())
	before := texts(w.Session())
	ok(t, w.Session().Do(model.Return{Then: then}))
	if got := texts(w.Session()); !slices.Equal(got, []string{"A01 een", "A02 twee"}) || w.Session().Len() != 2 {
		t.Errorf("gone back to %v", got)
	}
	ok(t, w.Session().Undo())
	if got := texts(w.Session()); !slices.Equal(got, before) || w.Session().Len() != 2 {
		t.Errorf("undone: %v, want %v", got, before)
	}
	ok(t, w.Close())
	ok(t, workspace.Forget(root, id))
	if left := must[[]os.DirEntry](t)(os.ReadDir(root)); len(left) != 0 {
		t.Errorf("left of a forgotten session: %v", left)
	}
	if _, err := document.Load(path); err != nil {
		t.Errorf("its file: %v", err)
	}
}
