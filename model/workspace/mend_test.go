package workspace_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/journal"
	"oogst/model/workspace"
)

// damages are ways for a working store to go wrong; each gets its bytes.
var damages = map[string]func(store []byte){
	"no header":      func(b []byte) { clear(b[:100]) },
	"no first page":  func(b []byte) { clear(b[:4096]) },
	"a changed word": func(b []byte) { b[bytes.Index(b, []byte("regel van toen"))] ^= 1 },
	"no tables":      func(b []byte) { clear(b[100:4096]) },
}

// TestADamagedStoreIsMadeAnew: what the file has is there, and what the store
// still holds beyond it; the damaged store is kept.
func TestADamagedStoreIsMadeAnew(t *testing.T) {
	for name, damage := range damages {
		for _, resumed := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				root, path := t.TempDir(), filepath.Join(t.TempDir(), "overleg.oogst")
				w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
				id := w.Session().ID()
				ok(t, w.Session().Do(capture("regel van toen")), w.Publish())
				then := must[[]byte](t)(os.ReadFile(path))
				ok(t, w.Session().Do(capture("nog niet in het bestand")), w.KeepDraft("half get"), w.Close())
				ok(t, os.WriteFile(path, then, 0o600))
				store := filepath.Join(journal.Folder(root, id), journal.StoreName)
				data := must[[]byte](t)(os.ReadFile(store))
				damage(data)
				ok(t, os.WriteFile(store, data, 0o600))

				recent := must[[]journal.Stored](t)(workspace.Recent(root))
				if len(recent) != 1 || recent[0].Path != path || recent[0].Title != "Overleg" {
					t.Fatalf("the start screen has %+v", recent)
				}
				open := func() (*workspace.Workspace, error) { return workspace.Open(root, "test", path) }
				if resumed {
					open = func() (*workspace.Workspace, error) { return workspace.Resume(root, "test", id) }
				}
				w = must[*workspace.Workspace](t)(open())
				want := []string{"A01 regel van toen", "A02 nog niet in het bestand"}
				if got := texts(w.Session()); !slices.Equal(got, want) || w.Session().Waiting() > 0 {
					t.Fatalf("the session has %q", got)
				}
				if d, _ := w.Draft(); d != "half get" {
					t.Errorf("draft %q", d)
				}
				if kept, err := os.ReadFile(filepath.Join(w.Aside(), journal.StoreName)); err != nil || !bytes.Equal(kept, data) {
					t.Errorf("the damaged store isn't kept: %v", err)
				}
				ok(t, w.Session().Do(capture("en verder")), w.Close())
				got := texts(must[*model.Session](t)(workspace.View(t.Context(), t.TempDir(), path)))
				if !slices.Equal(got[:2], want) || len(got) != 3 || !strings.HasSuffix(got[2], "en verder") {
					t.Errorf("the file has %q", got)
				}
				w = must[*workspace.Workspace](t)(open())
				if w.Aside() != "" {
					t.Error("made anew once more")
				}
				ok(t, w.Close())
			})
		}
	}
}

// TestMendingThatWasInterruptedIsDoneAgain: the damaged store was moved aside,
// and the power went.
func TestMendingThatWasInterruptedIsDoneAgain(t *testing.T) {
	for _, begun := range []bool{false, true} {
		root, path := t.TempDir(), filepath.Join(t.TempDir(), "overleg.oogst")
		w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
		id := w.Session().ID()
		ok(t, w.Publish())
		then := must[[]byte](t)(os.ReadFile(path))
		ok(t, w.Session().Do(capture("een")), w.Close(), os.WriteFile(path, then, 0o600))
		must[string](t)(journal.MoveAside(root, id))
		if begun {
			ok(t, must[*journal.Journal](t)(journal.Open(root, id)).Close())
		}
		w = must[*workspace.Workspace](t)(workspace.Open(root, "test", path))
		if got := texts(w.Session()); !slices.Equal(got, []string{"A01 een"}) || w.Aside() == "" {
			t.Errorf("the session has %q", got)
		}
		ok(t, w.Abandon())
		if left := must[[]os.DirEntry](t)(os.ReadDir(root)); len(left) != 0 {
			t.Errorf("left of a session that was removed: %v", left)
		}
	}
}

// TestAStoreWithNothingLeft, and no file beside it, is made anew of the last
// version; when that is gone too, all stays as it is.
func TestAStoreWithNothingLeft(t *testing.T) {
	root, path := t.TempDir(), filepath.Join(t.TempDir(), "overleg.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
	id := w.Session().ID()
	ok(t, w.Session().Do(capture("een")), w.Close(), os.Remove(path))
	store := filepath.Join(journal.Folder(root, id), journal.StoreName)
	rubbish := bytes.Repeat([]byte("x"), 9000)
	ok(t, os.WriteFile(store, rubbish, 0o600))
	w = must[*workspace.Workspace](t)(workspace.Resume(root, "test", id))
	if got := texts(w.Session()); !slices.Equal(got, []string{"A01 een"}) {
		t.Errorf("the session has %q", got)
	}
	ok(t, w.Close(), os.RemoveAll(w.Aside()), os.RemoveAll(filepath.Join(root, "versions")), os.WriteFile(store, rubbish, 0o600))
	if _, err := workspace.Resume(root, "test", id); err == nil {
		t.Fatal("opened")
	}
	if data, err := os.ReadFile(store); err != nil || !bytes.Equal(data, rubbish) {
		t.Errorf("the store was touched (%v)", err)
	}
}

// TestADamagedFileIsMadeAnewWhereTheSessionIs: the laptop that published it has
// all; the damaged file is kept, and another laptop gets none of this.
func TestADamagedFileIsMadeAnewWhereTheSessionIs(t *testing.T) {
	root, path := t.TempDir(), filepath.Join(t.TempDir(), "overleg.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
	ok(t, w.Session().Do(capture("een")), w.Publish(), w.Session().Do(capture("twee")), w.Close())
	bad := must[[]byte](t)(os.ReadFile(path))[:9000]
	ok(t, os.WriteFile(path, bad, 0o600))
	if _, err := workspace.Restore(t.TempDir(), "test", path); !errors.Is(err, workspace.ErrNotHere) {
		t.Fatalf("another laptop got %v", err)
	}
	for n := range 2 {
		ok(t, os.WriteFile(path, bad, 0o600))
		w = must[*workspace.Workspace](t)(workspace.Restore(root, "test", path))
		if !w.Unpublished() {
			t.Error("the file is gone, and nothing is to be published")
		}
		ok(t, w.Close())
		if kept, err := os.ReadFile(w.Spoilt()); err != nil || !bytes.Equal(kept, bad) {
			t.Errorf("the damaged file isn't kept (%v)", err)
		}
		got := texts(must[*model.Session](t)(workspace.View(t.Context(), t.TempDir(), path)))
		if !slices.Equal(got, []string{"A01 een", "A02 twee"}) {
			t.Errorf("time %d: the file has %q", n, got)
		}
	}
}
