package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"oogst/model/document"
	"oogst/model/workspace"
	"oogst/ui/text"
)

// laptop is a folder with files, and a working store of its own beside it.
type laptop struct {
	t      *testing.T
	folder string
	store  string
}

func newLaptop(t *testing.T) *laptop {
	l := &laptop{t: t, folder: t.TempDir(), store: t.TempDir()}
	t.Setenv("OOGST_DATA", l.store)
	return l
}

func (l *laptop) path(name string) string { return filepath.Join(l.folder, name) }

func (l *laptop) write(name, content string) string {
	l.t.Helper()
	if err := os.WriteFile(l.path(name), []byte(content), 0o600); err != nil {
		l.t.Fatal(err)
	}
	return l.path(name)
}

// oogst carries out a command line.
func oogst(args ...string) (code int, out, words string) {
	var o, w bytes.Buffer
	code = run(args, &o, &w)
	return code, o.String(), w.String()
}

// must carries out a command line that has to succeed.
func (l *laptop) must(args ...string) string {
	l.t.Helper()
	code, out, words := oogst(args...)
	if code != done {
		l.t.Fatalf("oogst %q: exit %d, %s", args, code, words)
	}
	return out
}

// session makes the example of 23 lines.
func (l *laptop) session() string {
	l.t.Helper()
	l.must("example", l.path("sessie.oogst"), "--which", "slide")
	return l.path("sessie.oogst")
}

// dumped is a line as dump gives it.
type dumped struct {
	Code, Kind, Text, Said, Stakeholder, Status, Visibility string
	Withdrawn                                               bool
}

func parseDump(t testing.TB, out string) []dumped {
	t.Helper()
	var s struct{ Entries []dumped }
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		t.Fatal(err)
	}
	return s.Entries
}

func (l *laptop) lines(file string) []dumped { return parseDump(l.t, l.must("dump", file)) }

// files are the files that people see, by name, with a sum of their bytes.
func (l *laptop) files() map[string][32]byte {
	l.t.Helper()
	out := map[string][32]byte{}
	err := filepath.WalkDir(l.folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		out[path] = sha256.Sum256(data)
		return err
	})
	if err != nil {
		l.t.Fatal(err)
	}
	return out
}

// refuses asserts exit 1 with one sentence that names the file and says about
// what, no data, and the same files as before.
func (l *laptop) refuses(file, about string, args ...string) {
	l.t.Helper()
	before := l.files()
	code, out, words := oogst(args...)
	if code != refused || out != "" {
		l.t.Errorf("oogst %q: exit %d and %d bytes of data, want exit 1 and none", args, code, len(out))
	}
	if strings.Count(words, "\n") != 1 || !strings.HasSuffix(words, ".\n") {
		l.t.Errorf("oogst %q says %q, want one line that ends in a full stop", args, words)
	}
	for _, want := range []string{file, about} {
		if !strings.Contains(words, want) {
			l.t.Errorf("oogst %q says %q, want %q in it", args, words, want)
		}
	}
	l.unchanged(before)
}

func (l *laptop) unchanged(before map[string][32]byte) {
	l.t.Helper()
	after := l.files()
	for path, sum := range after {
		if was, ok := before[path]; !ok || was != sum {
			l.t.Errorf("%s is new or changed (was there: %v)", path, ok)
		}
	}
	for path := range before {
		if _, ok := after[path]; !ok {
			l.t.Errorf("%s is gone", path)
		}
	}
}

// patched is a copy of a file with bytes changed.
func (l *laptop) patched(from, name string, change func([]byte) []byte) string {
	l.t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		l.t.Fatal(err)
	}
	return l.write(name, string(change(data)))
}

func newer(data []byte) []byte {
	binary.BigEndian.PutUint32(data[60:], document.Format+6) // SQLite's user_version
	return data
}

func TestBadFilesAreRefusedByEveryCommand(t *testing.T) {
	l := newLaptop(t)
	good := l.session()
	lines := l.write("regels.csv", "soort;tekst\nidee;Samen eten\n")
	bad := []struct{ file, about string }{
		{l.path("ontbreekt.oogst"), "is er niet"},
		{l.folder, "is een map"},
		{l.write("leeg.oogst", ""), "geen Oogst-bestand"},
		{l.write("brief.oogst", strings.Repeat("Geachte wethouder, ", 400)), "geen Oogst-bestand"},
		{l.patched(good, "half.oogst", func(b []byte) []byte { return b[:len(b)/2] }), "niet compleet"},
		{l.patched(good, "kop.oogst", func(b []byte) []byte { return b[:60] }), "geen Oogst-bestand"},
		{l.patched(good, "staart.oogst", func(b []byte) []byte { return append(b, "en meer"...) }), "beschadigd"},
		{l.patched(good, "nieuw.oogst", newer), "nieuwere versie"},
		{l.patched(good, "omgezet.oogst", func(b []byte) []byte { return flipped(t, b, "Mixed woonvormen") }), "beschadigd"},
	}
	for _, b := range bad {
		l.refuses(b.file, b.about, "check", b.file)
		l.refuses(b.file, b.about, "dump", b.file)
		l.refuses(b.file, b.about, "log", b.file)
		l.refuses(b.file, b.about, "import", b.file, lines)
		l.refuses(b.file, b.about, "export", b.file,
			"--excel", l.path("uit.xlsx"), "--pdf", l.path("uit.pdf"), "--csv", l.path("uit.csv"))
	}
	l.must("check", good)
}

// flipped changes one bit of every place where a text stands.
func flipped(t *testing.T, data []byte, text string) []byte {
	t.Helper()
	if !bytes.Contains(data, []byte(text)) {
		t.Fatalf("%q is not in the file", text)
	}
	return bytes.ReplaceAll(data, []byte(text), []byte(string(text[0]^1)+text[1:]))
}

// TestNoFlippedByteGoesUnseen changes one byte at a time, all over the file:
// the file is refused, or its lines are as they were.
func TestNoFlippedByteGoesUnseen(t *testing.T) {
	l := newLaptop(t)
	data, err := os.ReadFile(l.session())
	if err != nil {
		t.Fatal(err)
	}
	want := l.must("dump", l.path("sessie.oogst"))
	t.Setenv("OOGST_DATA", t.TempDir()) // another laptop: only the file knows
	refusals := 0
	const places = 150
	for i := range places {
		at := i * len(data) / places
		broken := bytes.Clone(data)
		broken[at] ^= 0x55
		file := l.write("flip.oogst", string(broken))
		code, out, words := oogst("dump", file)
		switch {
		case code == refused && out == "" && strings.Contains(words, file):
			refusals++
		case code != done || out != want:
			t.Errorf("byte %d: exit %d, other lines without a word (%q)", at, code, words)
		}
	}
	if refusals < places/4 {
		t.Errorf("only %d of %d flips were refused; were they in the file at all?", refusals, places)
	}
}

func TestOpenSessionIsReadButNotChanged(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	w, err := workspace.Open(l.store, program, file)
	if err != nil {
		t.Fatal(err)
	}
	l.refuses(file, "staat al open", "import", file, l.write("regels.csv", "soort;tekst\nidee;Samen eten\n"))
	if got := len(l.lines(file)); got != 23 {
		t.Errorf("dump gives %d lines of an open session, want 23", got)
	}
	l.must("check", file)
	l.must("log", file)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	l.must("import", file, l.path("regels.csv"))
	if got := len(l.lines(file)); got != 24 {
		t.Errorf("%d lines after import, want 24", got)
	}
}

func TestTargetsThatCannotBeWritten(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	if err := os.Mkdir(l.path("map.xlsx"), 0o700); err != nil {
		t.Fatal(err)
	}
	away := filepath.Join(l.folder, "weg")
	for _, c := range []struct {
		file, about string
		args        []string
	}{
		{filepath.Join(away, "a.oogst"), "bestaat niet", []string{"new", filepath.Join(away, "a.oogst")}},
		{filepath.Join(away, "a.oogst"), "bestaat niet", []string{"example", filepath.Join(away, "a.oogst")}},
		{file, "Er staat al een bestand", []string{"new", file}},
		{file, "Er staat al een bestand", []string{"example", file}},
		{filepath.Join(away, "a.xlsx"), "bestaat niet", []string{"export", file, "--excel", filepath.Join(away, "a.xlsx")}},
		{filepath.Join(away, "a.pdf"), "bestaat niet", []string{"export", file, "--pdf", filepath.Join(away, "a.pdf")}},
		{filepath.Join(away, "a.csv"), "bestaat niet", []string{"export", file, "--csv", filepath.Join(away, "a.csv")}},
		{l.path("map.xlsx"), "is een map", []string{"export", file, "--excel", l.path("map.xlsx")}},
		{"zomaar", "geen sjabloon", []string{"new", l.path("b.oogst"), "--template", "zomaar"}},
		{"zomaar", "geen voorbeeld", []string{"example", l.path("b.oogst"), "--which", "zomaar"}},
		{"zomaar", "geen variant", []string{"export", file, "--csv", l.path("b.csv"), "--variant", "zomaar"}},
	} {
		l.refuses(c.file, c.about, c.args...)
	}
	if stores, err := workspace.Recent(l.store); err != nil || len(stores) != 1 {
		t.Errorf("%d working stores (%v), want 1: a session that was refused must not be offered later", len(stores), err)
	}
}

// TestOneBadTargetLeavesTheOthersAlone: the documents of one order belong together.
func TestOneBadTargetLeavesTheOthersAlone(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	old := l.write("oogst.xlsx", "de vorige")
	missing := filepath.Join(l.folder, "weg", "oogst.pdf")
	l.refuses(missing, "bestaat niet", "export", file, "--excel", old, "--pdf", missing)
}

// TestDocumentsNeverTakeThePlaceOfTheSession, nor of each other.
func TestDocumentsNeverTakeThePlaceOfTheSession(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	for _, args := range [][]string{
		{"export", file, "--csv", file},
		{"export", file, "--csv", l.folder + "/./sessie.oogst"},
		{"export", file, "--excel", l.path("uit"), "--pdf", l.path("uit")},
	} {
		before := l.files()
		if code, _, words := oogst(args...); code == done {
			t.Errorf("oogst %q: exit 0, %s", args, words)
		}
		l.unchanged(before)
	}
	l.must("check", file)
}

// TestWordsAreDutch: what cobra says by itself is English.
func TestWordsAreDutch(t *testing.T) {
	newLaptop(t)
	english := regexp.MustCompile(`\b(flags?|help for|version for|unknown|needs|default|string)\b`)
	for _, args := range [][]string{
		{"--help"},
		{"export", "--help"},
		{"dump", "--zomaar", "a.oogst"},
		{"example", "a.oogst", "--which"},
		{"new"},
	} {
		_, out, words := oogst(args...)
		if found := english.FindAllString(out+words, -1); found != nil {
			t.Errorf("oogst %q says %q", args, found)
		}
	}
}

func TestWrongUse(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	for _, args := range [][]string{
		{"new"},
		{"dump"},
		{"dump", file, file},
		{"import", file},
		{"export", file},
		{"export", file, "--word", "a.docx"},
		{"example", l.path("c.oogst"), "--which"},
		{"verwijder", file},
	} {
		before := l.files()
		code, out, words := oogst(args...)
		if code != wrongUse || out != "" || !strings.Contains(words, "Gebruik:") {
			t.Errorf("oogst %q: exit %d, data %q, words %q; want exit 2 and how to use it", args, code, out, words)
		}
		l.unchanged(before)
	}
}

func TestASessionNeedsAName(t *testing.T) {
	l := newLaptop(t)
	t.Chdir(l.folder)
	l.refuses("", text.NameNeeded, "new", "")
	l.refuses("", text.NameNeeded, "example", "")
}

func TestImportRefusesWhatItCannotPlace(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	million := strings.Repeat("idee;Nog een regel\n", 1_000_000)
	for _, c := range []struct{ name, content, about string }{
		{"kop.csv", "een;twee\nidee;Samen eten\n", "noemt geen kolommen"},
		{"leeg.csv", "", "staan geen regels"},
		{"wit.csv", " \n\n", "staan geen regels"},
		{"alleenkop.csv", "soort;tekst\n", "staan geen regels"},
		{"miljoen.csv", "soort;tekst\n" + million, "meer dan 100.000 regels"},
		{"quote.csv", "soort;tekst\nidee;\"Samen eten\n", "aanhalingstekens"},
		{"brief.xlsx", "Geachte wethouder,", "geen werkmap"},
		{"zip.xlsx", "PK\x03\x04 en dan niets", "geen werkmap"},
	} {
		path := l.write(c.name, c.content)
		l.refuses(path, c.about, "import", file, path)
	}
	missing := l.path("ontbreekt.csv")
	l.refuses(missing, "is er niet", "import", file, missing)
	l.refuses(l.folder, "is een map", "import", file, l.folder)
	if got := len(l.lines(file)); got != 23 {
		t.Errorf("%d lines after refused imports, want 23", got)
	}
}

// TestImportNamesLineAndColumn: one sentence for the file, then one per cell.
func TestImportNamesLineAndColumn(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	path := l.write("regels.csv", "Soort;Tekst;Gemeente\n"+
		"idee;Samen eten;Urk\n"+
		"wens;Samen fietsen;Urk\n"+
		"idee;\"Samen\nzingen\";Hilversum\n"+
		"idee;;Urk\n")
	before := l.files()
	code, out, words := oogst("import", file, path)
	if code != refused || out != "" {
		t.Errorf("exit %d, data %q; want exit 1 and no data", code, out)
	}
	got := strings.Split(strings.TrimSpace(words), "\n")
	want := []string{path, "Regel 3, kolom “Soort”: “wens”", "Regel 4, kolom “Gemeente”: “Hilversum”", "Regel 6, kolom “Tekst”"}
	if len(got) != len(want) {
		t.Fatalf("%d sentences, want %d:\n%s", len(got), len(want), words)
	}
	for i := range want {
		if !strings.Contains(got[i], want[i]) {
			t.Errorf("sentence %d is %q, want %q in it", i+1, got[i], want[i])
		}
	}
	l.unchanged(before)
}

// TestImportReadsWhatOfficesSave: encodings and separators.
func TestImportReadsWhatOfficesSave(t *testing.T) {
	const row = "soort;tekst;gemeente\npilotidee;Café zonder één drempel;Urk\n"
	for name, content := range map[string]string{
		"utf8.csv":      row,
		"bom.csv":       "\uFEFF" + row,
		"crlf.csv":      strings.ReplaceAll(row, "\n", "\r\n"),
		"windows.csv":   strings.NewReplacer("é", "\xE9").Replace(row),
		"comma.csv":     strings.ReplaceAll(row, ";", ","),
		"tab.txt":       strings.ReplaceAll(row, ";", "\t"),
		"volgorde.csv":  "gemeente;tekst;soort\nGemeente URK;Café zonder één drempel;Pilotidee\n",
		"engels.csv":    "id;kind;text;municipality\nI7;pilotidea;Café zonder één drempel;GM0184\n",
		"witregels.csv": "soort;tekst;gemeente\n;;\npilotidee;Café zonder één drempel;Urk\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			l := newLaptop(t)
			file := l.path("nieuw.oogst")
			l.must("new", file)
			l.must("import", file, l.write(name, content))
			got := l.lines(file)
			if len(got) != 1 || got[0].Text != "Café zonder één drempel" || got[0].Kind != "pilotidea" || got[0].Stakeholder != "GM0184" {
				t.Errorf("lines %+v, want the one of Urk", got)
			}
		})
	}
}

// TestImportOfOwnWorkbook: what Oogst wrote it reads back, line for line.
func TestImportOfOwnWorkbook(t *testing.T) {
	l := newLaptop(t)
	from, to := l.session(), l.path("nieuw.oogst")
	l.must("export", from, "--excel", l.path("oogst.xlsx"))
	l.must("new", to)
	l.must("import", to, l.path("oogst.xlsx"))
	if got, want := cells(l.lines(to)), cells(l.lines(from)); !slices.Equal(got, want) {
		t.Errorf("lines are\n%q, want\n%q", got, want)
	}
}

// cells are where each text belongs, sorted.
func cells(lines []dumped) []string {
	var out []string
	for _, e := range lines {
		out = append(out, strings.Join([]string{e.Stakeholder, e.Kind, e.Status, e.Text}, "|"))
	}
	slices.Sort(out)
	return out
}

// Windows leaves a full stop at the end of a name out, and the file would have
// no extension.
func TestAFullStopIsNoExtension(t *testing.T) {
	l := newLaptop(t)
	l.must("new", l.path("overleg."))
	l.must("check", l.path("overleg.oogst"))
}

func TestNewSessionIsEmptyAndWhole(t *testing.T) {
	l := newLaptop(t)
	code, out, words := oogst("new", l.path("zonder-extensie"), "--title", "Ronde in Dronten", "--date", "2018-03-14", "--place", "Dronten")
	if code != done || out != "" || !strings.Contains(words, "zonder-extensie.oogst") {
		t.Fatalf("exit %d, data %q, words %q", code, out, words)
	}
	dump := l.must("dump", l.path("zonder-extensie.oogst"))
	for _, want := range []string{`"title": "Ronde in Dronten"`, `"date": "2018-03-14"`, `"place": "Dronten"`, `"entries": []`} {
		if !strings.Contains(dump, want) {
			t.Errorf("dump lacks %s", want)
		}
	}
	l.must("check", l.path("zonder-extensie.oogst"))
}

// TestSlideComesThrough: the 23 lines of the slide, each once in every output.
func TestSlideComesThrough(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	lines := l.lines(file)
	if len(lines) != 23 {
		t.Fatalf("%d lines, want 23", len(lines))
	}
	l.must("export", file, "--excel", l.path("oogst.xlsx"), "--pdf", l.path("oogst.pdf"), "--csv", l.path("oogst.csv"))
	sheets := readWorkbook(t, l.path("oogst.xlsx"))
	outputs := map[string][][]string{"Inbreng": sheets["Inbreng"], "csv": readCSV(t, l.path("oogst.csv"))}
	for name, rows := range outputs {
		if len(rows) != len(lines)+1 {
			t.Errorf("%s has %d rows, want a header and %d lines", name, len(rows), len(lines))
		}
		code, text := slices.Index(rows[0], "Code"), slices.Index(rows[0], "Tekst")
		for _, e := range lines {
			if n := countRows(rows, map[int]string{code: e.Code, text: e.Text}); n != 1 {
				t.Errorf("%s has %s %q %d times", name, e.Code, e.Text, n)
			}
		}
	}
	overview := joined(sheets["Overzicht"])
	for _, e := range lines {
		if n := len(regexp.MustCompile(`\b`+e.Code+`\b`).FindAllString(overview, -1)); n != 1 {
			t.Errorf("the overview has %s %d times", e.Code, n)
		}
		if n := strings.Count(joined(outputs["csv"]), e.Text); n < 1 {
			t.Errorf("the csv lacks %q", e.Text)
		}
	}
	if pdf, err := os.ReadFile(l.path("oogst.pdf")); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-1.")) || !bytes.Contains(pdf, []byte("%%EOF")) {
		t.Errorf("oogst.pdf is no whole PDF (%v)", err)
	}
}

func countRows(rows [][]string, want map[int]string) (n int) {
	for _, r := range rows {
		same := true
		for i, v := range want {
			same = same && i >= 0 && i < len(r) && r[i] == v
		}
		if same {
			n++
		}
	}
	return n
}

func joined(rows [][]string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, "\n") + "\n")
	}
	return b.String()
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestLogTellsEveryStep(t *testing.T) {
	l := newLaptop(t)
	out := l.must("log", l.session())
	rows := strings.Split(strings.TrimSpace(out), "\n")
	for _, e := range l.lines(l.path("sessie.oogst")) {
		if !strings.Contains(out, e.Text) {
			t.Errorf("the log lacks %q", e.Text)
		}
	}
	for i, r := range rows {
		if n := strings.Count(r, "\t"); n != 6 {
			t.Errorf("row %d has %d columns, want 7: %q", i+1, n+1, r)
		}
	}
}
