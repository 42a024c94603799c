package wholefile_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"oogst/model/wholefile"
)

func TestWriteMakesAndReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "oogst ë.xlsx")
	for _, text := range []string{"eerste", "", strings.Repeat("langer ", 100000), "kort"} {
		if err := wholefile.Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, text)
		alone(t, path)
	}
}

func TestWriteKeepsTheMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o666} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		want := modeOf(t, path)
		if err := wholefile.Write(path, []byte("x")); err != nil {
			t.Fatal(err)
		}
		if got := modeOf(t, path); got != want {
			t.Errorf("mode is %v, was %v", got, want)
		}
	}
}

func TestWriteUsesALeftTemporaryFileAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), ".~f.tmp"), bytes.Repeat([]byte("oud"), 99), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := wholefile.Write(path, []byte("nieuw")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "nieuw")
	alone(t, path)
}

func TestLongNames(t *testing.T) {
	for _, name := range []string{strings.Repeat("n", 250), strings.Repeat("ë", 125)} {
		path := filepath.Join(t.TempDir(), name)
		if err := wholefile.Write(path, []byte("x")); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "x")
		alone(t, path)
	}
}

func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	existing := func(name string, mode fs.FileMode) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("oud"), mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	readOnly := existing("readonly", 0o444)
	plain := existing("plain", 0o600)
	for name, test := range map[string]struct {
		path string
		want error
	}{
		"a folder":               {folder, wholefile.ErrFolder},
		"a folder, with a slash": {folder + string(filepath.Separator), wholefile.ErrFolder},
		"no name":                {filepath.Join(folder, "weg") + string(filepath.Separator), wholefile.ErrName},
		"a missing folder":       {filepath.Join(folder, "weg", "f"), wholefile.ErrNoFolder},
		"under a file":           {filepath.Join(plain, "f"), wholefile.ErrNoFolder},
		"a read-only file":       {readOnly, wholefile.ErrPermission},
		"a name too long":        {filepath.Join(folder, strings.Repeat("n", 300)), wholefile.ErrName},
	} {
		t.Run(name, func(t *testing.T) {
			err := wholefile.Write(test.path, []byte("nieuw"))
			refused(t, err, test.path, test.want)
		})
	}
	holds(t, readOnly, "oud")
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
}

func TestWriteFuncPassesItsErrorOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := wholefile.Write(path, []byte("oud")); err != nil {
		t.Fatal(err)
	}
	err := wholefile.WriteFunc(path, func(w io.Writer) error {
		if _, err := w.Write([]byte("half")); err != nil {
			return err
		}
		return fs.ErrNotExist // of a font, say: not of the target
	})
	refused(t, err, path, nil)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v lacks the error of the writing function", err)
	}
	holds(t, path, "oud")
	alone(t, path)
}

func TestPanicLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := wholefile.Write(path, []byte("oud")); err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = wholefile.WriteFunc(path, func(io.Writer) error { panic("broken writer") })
	}()
	alone(t, path)
	if err := wholefile.Write(path, []byte("nieuw")); err != nil {
		t.Errorf("after a panic: %v", err)
	}
}

// Many writers and readers of one target: a writer wins or hears that another
// one is at it, and a reader sees one whole text.
func TestOneWriterAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	texts := [][]byte{bytes.Repeat([]byte("a"), 1<<16), bytes.Repeat([]byte("b"), 1<<17)}
	if err := wholefile.Write(path, texts[0]); err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for _, text := range texts {
		group.Go(func() {
			for range 50 {
				if err := wholefile.Write(path, text); err != nil && !errors.Is(err, wholefile.ErrLocked) {
					t.Error(err)
				}
			}
		})
		group.Go(func() {
			for range 200 {
				got, err := os.ReadFile(path)
				if err != nil && runtime.GOOS == "windows" {
					continue // held by a rename just then
				}
				if err != nil || !bytes.Equal(got, texts[0]) && !bytes.Equal(got, texts[1]) {
					t.Errorf("read %d bytes (%v), neither of the texts", len(got), err)
				}
			}
		})
	}
	group.Wait()
	alone(t, path)
}

func refused(t *testing.T, err error, path string, want error) {
	t.Helper()
	var failure *wholefile.Error
	if !errors.As(err, &failure) || failure.Path != path || failure.Reason != want {
		t.Fatalf("got %#v (%v), want reason %v", err, err, want)
	}
	if want != nil && !errors.Is(err, want) {
		t.Errorf("%v isn't %v", err, want)
	}
	if !strings.Contains(err.Error(), path) {
		t.Errorf("%q doesn't say which file", err)
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s holds %.20q (%v), want %.20q", path, got, err, want)
	}
}

func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 || entries[0].Name() != filepath.Base(path) {
		t.Errorf("beside %s stand %v (%v)", filepath.Base(path), entries, err)
	}
}

func modeOf(t *testing.T, path string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

func TestFilesThatBelongTogetherAreReplacedTogether(t *testing.T) {
	folder := t.TempDir()
	first, second := filepath.Join(folder, "een.pdf"), filepath.Join(folder, "twee.xlsx")
	if err := os.WriteFile(first, []byte("vorige"), 0o600); err != nil {
		t.Fatal(err)
	}
	both := []wholefile.File{{first, []byte("nieuw een")}, {second, []byte("nieuw twee")}}
	away := wholefile.File{filepath.Join(folder, "weg", "drie.csv"), []byte("nieuw drie")}
	if err := wholefile.WriteAll(append(both, away)); !errors.Is(err, wholefile.ErrNoFolder) {
		t.Fatalf("got %v", err)
	}
	left, err := os.ReadDir(folder)
	if data, _ := os.ReadFile(first); string(data) != "vorige" || err != nil || len(left) != 1 {
		t.Fatalf("after a refusal the first holds %q, and there are %d files (%v)", data, len(left), err)
	}
	if err := wholefile.WriteAll(both); err != nil {
		t.Fatal(err)
	}
	for _, f := range both {
		if data, _ := os.ReadFile(f.Path); string(data) != string(f.Data) {
			t.Errorf("%s holds %q", f.Path, data)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

func TestLongNamesThatDifferAtTheEnd(t *testing.T) {
	base := filepath.Join(t.TempDir(), strings.Repeat("n", 240))
	both := []wholefile.File{{base + ".pdf", []byte("een")}, {base + ".xlsx", []byte("twee")}}
	if err := wholefile.WriteAll(both); err != nil {
		t.Fatal(err)
	}
	holds(t, both[0].Path, "een")
	holds(t, both[1].Path, "twee")
}

func TestMakeFolder(t *testing.T) {
	base := t.TempDir()
	deep := filepath.Join(base, "een", "twee")
	for range 2 { // the second time it is there
		if err := wholefile.MakeFolder(deep); err != nil {
			t.Fatal(err)
		}
	}
	if got := modeOf(t, deep); got != fs.ModeDir|0o700 && runtime.GOOS != "windows" {
		t.Errorf("mode is %v", got)
	}
	file := filepath.Join(base, "f")
	if err := wholefile.Write(file, nil); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{file, filepath.Join(file, "onder")} {
		if err := wholefile.MakeFolder(bad); err == nil {
			t.Errorf("%s was made in the place of a file", bad)
		}
	}
}
