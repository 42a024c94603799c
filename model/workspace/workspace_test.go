package workspace_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
	"oogst/model/workspace"
)

func begin() model.Begin {
	return model.Begin{Template: model.Template{
		Session: "Overleg", Kinds: []model.Kind{{Key: "idea", Letter: "I", Name: "Idee"}},
		Stakeholders: []model.Stakeholder{{Key: "GM0034", Name: "Almere"}},
	}}
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ok(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func capture(text string) model.Command {
	return model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: text}
}

func texts(s *model.Session) (out []string) {
	for _, e := range s.Entries() {
		out = append(out, e.Code+" "+e.Text)
	}
	return out
}

func TestNothingIsSavedByHandAndAllIsThere(t *testing.T) {
	root, path := t.TempDir(), filepath.Join(t.TempDir(), "overleg.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
	ok(t, w.Session().Do(capture("een")), w.KeepDraft("half"), w.Close())
	w = must[*workspace.Workspace](t)(workspace.Open(root, "test", path))
	if got := texts(w.Session()); !slices.Equal(got, []string{"A01 een"}) {
		t.Fatal(got)
	}
	if d, _ := w.Draft(); d != "half" {
		t.Fatalf("draft %q", d)
	}
	ok(t, w.Session().Undo(), w.Session().Redo(), w.Session().Do(capture("twee")), w.Close())
	if got := texts(must[*model.Session](t)(workspace.View(t.Context(), root, path))); !slices.Equal(got, []string{"A01 een", "A02 twee"}) {
		t.Fatal(got)
	}
	left := must[[]os.DirEntry](t)(os.ReadDir(filepath.Dir(path)))
	if len(left) != 1 {
		t.Fatalf("files beside the document: %v", left)
	}
}

func TestInterruptedSessionIsThere(t *testing.T) {
	root, path := t.TempDir(), filepath.Join(t.TempDir(), "overleg.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", path, begin()))
	ok(t, w.Publish(), w.Session().Do(capture("net getypt")))
	// The file lacks the line; a look at the session has it all the same.
	if got := texts(must[*model.Session](t)(workspace.View(t.Context(), root, path))); !slices.Equal(got, []string{"A01 net getypt"}) {
		t.Fatal(got)
	}
	if _, err := workspace.Open(root, "test", path); !errors.Is(err, journal.ErrInUse) {
		t.Fatalf("a second program got %v", err)
	}
	recent := must[[]journal.Stored](t)(workspace.Recent(root))
	if len(recent) != 1 || !recent[0].Open || recent[0].Path != path || recent[0].Title != "Overleg" {
		t.Fatalf("recent %+v", recent)
	}
	ok(t, w.Close()) // held until here: what nobody holds is let go with its lock
}

func TestTwoLaptopsOnOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "overleg.oogst")
	a := must[*workspace.Workspace](t)(workspace.Create(t.TempDir(), "test", path, begin()))
	ok(t, a.Session().Do(capture("van a")), a.Publish())
	b := must[*workspace.Workspace](t)(workspace.Open(t.TempDir(), "test", path))
	if b.Session().Device().Letter == "A" {
		t.Fatal("two laptops have the letter A")
	}
	ok(t, b.Session().Do(capture("van b")), b.Close())
	ok(t, a.Session().Do(capture("weer van a")), a.Close())
	got := texts(must[*model.Session](t)(workspace.View(t.Context(), t.TempDir(), path)))
	if len(got) != 3 {
		t.Fatalf("publishing lost a line: %v", got)
	}
}

// TestALookTakesInAndWritesNothing: what the other laptop wrote comes in although
// there is nothing to write, and the file stays as it was.
func TestALookTakesInAndWritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "overleg.oogst")
	a := must[*workspace.Workspace](t)(workspace.Create(t.TempDir(), "test", path, begin()))
	look := func() bool { return must[bool](t)(a.Settle(a.Freeze().Write())) }
	ok(t, a.Session().Do(capture("van a")), a.Publish())
	b := must[*workspace.Workspace](t)(workspace.Open(t.TempDir(), "test", path))
	for _, said := range []string{"van b", "weer van b"} {
		ok(t, b.Session().Do(capture(said)), b.Publish())
		was := must[[]byte](t)(os.ReadFile(path))
		if !look() || look() || look() {
			t.Error("a change was not seen once")
		}
		if got := texts(a.Session()); !strings.HasSuffix(got[len(got)-1], " "+said) {
			t.Errorf("after %q: %v", said, got)
		}
		if a.Unpublished() || !bytes.Equal(must[[]byte](t)(os.ReadFile(path)), was) {
			t.Error("a look wrote the file")
		}
	}
	ok(t, os.Remove(path))
	if look() {
		t.Error("a file that is gone is news")
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a look made a file that somebody took away (%v)", err)
	}
	ok(t, b.Close(), a.Publish())
	if got := texts(must[*model.Session](t)(workspace.View(t.Context(), t.TempDir(), path))); len(got) != 3 {
		t.Errorf("written again it has %v", got)
	}
	ok(t, a.Close())
}

func TestWhatLiesThereIsNotOverwritten(t *testing.T) {
	root, dir := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "overleg.oogst")
	ok(t, os.WriteFile(path, []byte("een brief"), 0o600))
	if _, err := workspace.Create(root, "test", path, begin()); !errors.Is(err, workspace.ErrExists) {
		t.Fatalf("create over a file: %v", err)
	}
	other := filepath.Join(dir, "anders.oogst")
	w := must[*workspace.Workspace](t)(workspace.Create(root, "test", other, begin()))
	ok(t, os.WriteFile(other, []byte("een brief"), 0o600))
	if err := w.Publish(); !errors.Is(err, document.ErrNotOogst) {
		t.Fatalf("publish over a letter: %v", err)
	}
	if err := w.MoveTo(path); !errors.Is(err, workspace.ErrExists) {
		t.Fatalf("move over a letter: %v", err)
	}
	ok(t, w.MoveTo(filepath.Join(dir, "vrij.oogst")), w.Close())
	for _, p := range []string{path, other} {
		if data := must[[]byte](t)(os.ReadFile(p)); string(data) != "een brief" {
			t.Fatalf("%s was overwritten", p)
		}
	}
}

// BenchmarkOpen opens a published file: for the first time on this laptop
// (read, verify, store, fold), and again.
func BenchmarkOpen(b *testing.B) {
	for _, lines := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("lines=%d", lines), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "s.oogst")
			root := b.TempDir()
			w := must[*workspace.Workspace](b)(workspace.Create(root, "test", path, begin()))
			batch := make(model.Import, lines)
			for i := range batch {
				batch[i] = model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: fmt.Sprintf("regel %d over coördinatie in de wijk", i)}
			}
			ok(b, w.Session().Do(batch), w.Close())
			again := func(b *testing.B, root string) {
				w, err := workspace.Open(root, "test", path)
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				ok(b, w.Close())
				b.StartTimer()
			}
			b.Run("first", func(b *testing.B) {
				for i := range b.N {
					again(b, filepath.Join(root, fmt.Sprint("n", i)))
				}
			})
			b.Run("again", func(b *testing.B) {
				for range b.N {
					again(b, root)
				}
			})
		})
	}
}
