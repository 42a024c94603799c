package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/ui/text"

	"golang.org/x/sys/windows"
)

// everyDocument asks for one of each kind.
func everyDocument(session, base string) []string {
	args := []string{"export", session}
	for flag, ext := range map[string]string{
		"--excel": ".xlsx", "--pdf": ".pdf", "--docx": ".docx", "--ods": ".ods", "--csv": ".csv",
	} {
		args = append(args, flag, base+ext)
	}
	return args
}

// works has a session made, filled and exported at path.
func (l *laptop) works(path string) {
	l.t.Helper()
	l.must("new", path, "--title", "Proef")
	l.must("import", path, l.write("regels.csv", "soort;tekst\nidee;Samen eten\n"))
	l.must("check", path)
	l.must(everyDocument(path, strings.TrimSuffix(path, filepath.Ext(path)))...)
	if lines := l.lines(path); len(lines) != 1 {
		l.t.Errorf("%s has %d lines", path, len(lines))
	}
}

func TestOddNamesWork(t *testing.T) {
	l := newLaptop(t)
	for _, name := range []string{
		"Coördinatie é😀 “oogst”.oogst", "50% & meer; #1 'a' (b) [c] {d} !e ^f ~g =h @i, j+k.oogst", "%20.oogst", ".oogst", "CONferentie.oogst",
		"spatie .oogst", strings.Repeat("n", 249) + ".oogst",
	} {
		l.works(l.path(name))
	}
}

func TestNamesThatWindowsKeepsForItself(t *testing.T) {
	l := newLaptop(t)
	good := l.session()
	for _, name := range []string{"CON", "nul.oogst", "lpt1.oogst", "Wat nu?.oogst", "a:b.oogst", "a|b.oogst", "a*b.oogst", strings.Repeat("n", 256)} {
		path := l.path(name)
		l.refuses(path, "kan hier geen bestandsnaam zijn", "new", path)
		l.refuses(path, "kan hier geen bestandsnaam zijn", "export", good, "--pdf", path, "--csv", l.path("goed.csv"))
	}
	l.refuses(l.path("Wat nu?"), "kan hier geen bestandsnaam zijn", "check", l.path("Wat nu?"))
	l.must("new", l.path("punt."))
	l.must("check", l.path("punt.oogst"))
}

// A path of more than 260 characters, the working store's included.
func TestLongPathsWork(t *testing.T) {
	l := newLaptop(t)
	deep := strings.Repeat(strings.Repeat("map ", 12)+`m\`, 6)
	l.folder, l.store = filepath.Join(l.folder, deep), filepath.Join(l.store, deep)
	for _, folder := range []string{l.folder, l.store} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("OOGST_DATA", l.store)
	l.works(l.path("overleg.oogst"))
}

// hold opens a file as a program does that shares it with nobody.
func hold(t *testing.T, path string) (release func()) {
	t.Helper()
	handle, err := windows.CreateFile(windows.StringToUTF16Ptr(path), windows.GENERIC_READ, 0, nil,
		windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = windows.CloseHandle(handle) }
}

func TestAFileThatIsOpenInAnotherProgram(t *testing.T) {
	l := newLaptop(t)
	session, lines := l.session(), l.write("regels.csv", "soort;tekst\nidee;Samen eten\n")
	documents := everyDocument(session, l.path("uit"))
	l.must(documents...)
	for file, commands := range map[string][][]string{
		l.path("uit.xlsx"): {documents, {"import", session, l.path("uit.xlsx")}},
		l.path("uit.pdf"):  {documents},
		lines:              {{"import", session, lines}},
		session:            {{"check", session}, {"import", session, lines}, documents},
	} {
		for _, command := range commands {
			before := l.files()
			release := hold(t, file)
			code, out, words := oogst(command...)
			release()
			if want := text.Locked(file); code != refused || out != "" || strings.TrimSpace(words) != want {
				t.Errorf("oogst %q: exit %d, it says %q, want %q", command, code, words, want)
			}
			l.unchanged(before)
		}
	}
	l.must(documents...)
	l.must("import", session, lines)
}

// The file of a session may be read-only, or held: the lines are safe, and the
// person hears where.
func TestALockedSessionKeepsItsLines(t *testing.T) {
	l := newLaptop(t)
	session, lines := l.session(), l.write("regels.csv", "soort;tekst\nidee;Samen eten\n")
	if err := os.Chmod(session, 0o444); err != nil {
		t.Fatal(err)
	}
	code, _, words := oogst("import", session, lines)
	if code != refused || !strings.HasSuffix(strings.TrimSpace(words), text.NotPublished(text.NoPermission(session))) {
		t.Errorf("exit %d, it says %q", code, words)
	}
	if err := os.Chmod(session, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := l.lines(session); len(got) != 24 {
		t.Errorf("%d lines, want 24", len(got))
	}
}
