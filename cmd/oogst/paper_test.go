package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/export"
	"oogst/model"

	"github.com/xuri/excelize/v2"
)

// papers makes the paper of the slide's session, and lists the files.
func papers(l *laptop, file string) []string {
	l.t.Helper()
	l.must("paper", file, l.path("papier"))
	made, err := filepath.Glob(filepath.Join(l.path("papier"), "*"))
	if err != nil {
		l.t.Fatal(err)
	}
	for i, path := range made {
		made[i] = filepath.Base(path)
	}
	return made
}

func TestPaperForEveryGemeente(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	before := l.must("dump", file)
	made := papers(l, file)
	want := []string{
		"formulier_almere.pdf", "formulier_dronten.pdf", "formulier_lelystad.pdf", "formulier_noordoostpolder.pdf", "formulier_urk.pdf", "formulier_zeewolde.pdf",
		"invulblad_almere.xlsx", "invulblad_dronten.xlsx", "invulblad_lelystad.xlsx", "invulblad_noordoostpolder.xlsx", "invulblad_urk.xlsx", "invulblad_zeewolde.xlsx",
		"toetsenkaart.pdf",
	}
	if !slices.Equal(made, want) {
		t.Errorf("made %q", made)
	}
	if l.must("dump", file) != before {
		t.Error("making paper changed the session")
	}
	l.refuses(l.path("papier"), "Er staat al een bestand", "paper", file, l.path("papier"))
	l.refuses(l.path("weg.oogst"), "is er niet", "paper", l.path("weg.oogst"), l.path("papier"))
	l.refuses(file, "is een bestand, geen map", "paper", file, file)
}

// TestAFilledInWorkbookComesBack: what a gemeente filled in beforehand is read
// in with its soort, its remark and its number; empty rows are passed over.
func TestAFilledInWorkbookComesBack(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	papers(l, file)
	book := filepath.Join(l.path("papier"), "invulblad_urk.xlsx")
	l.refuses(book, "staan geen regels", "import", file, book)
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]string{"D2": "Visserij en zorg", "E2": "navragen", "D12": "Eén loket"} {
		if err := f.SetCellStr("Inbreng", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	l.must("import", file, book)
	lines := l.lines(file)
	if len(lines) != 25 {
		t.Fatalf("%d lines, want 23 and 2", len(lines))
	}
	for i, want := range []dumped{{Kind: "idea", Text: "Visserij en zorg"}, {Kind: "characteristic", Text: "Eén loket"}} {
		if got := lines[23+i]; got.Kind != want.Kind || got.Text != want.Text || got.Stakeholder != "GM0184" {
			t.Errorf("line %d came back as %+v", i+1, got)
		}
	}
	for _, origin := range []string{`"invulblad_urk.xlsx, I1"`, `"invulblad_urk.xlsx, K3"`, `"note": "navragen"`} {
		if out := l.must("dump", file); !strings.Contains(out, origin) {
			t.Errorf("the session lacks %s", origin)
		}
	}
}

// TestPaperIsTheSameAgain: the same report gives the same bytes, on paper too.
func TestPaperIsTheSameAgain(t *testing.T) {
	s := newSession(t)
	p := s.Programme()
	made := time.Unix(1e9, 0)
	keys := []export.Fact{{Label: "F5", Value: "Soort: Idee"}}
	for name, r := range map[string]export.Report{
		"form": export.NewForm(s.Info(), p, p.Stakeholders[0], export.Style{}, made), "card": export.NewKeyCard(s.Info(), keys, export.Style{}, made),
	} {
		var files [2]strings.Builder
		for i := range files {
			if _, err := writePDF(t.Context(), &files[i], r, nil); err != nil {
				t.Fatal(err)
			}
		}
		if files[0].String() != files[1].String() {
			t.Errorf("two of one %s differ", name)
		}
	}
}

// TestTheWindowMakesPaperInAFolderOfItsOwn: what was filled in is never replaced.
func TestTheWindowMakesPaperInAFolderOfItsOwn(t *testing.T) {
	l, folder := atHome(t)
	s := newSession(t)
	for _, want := range []string{"Formulieren", "Formulieren 2", "Formulieren 3"} {
		made, files, err := l.Paper(t.Context(), s.Info(), s.Programme(), filepath.Join(folder, "Formulieren"))
		if err != nil || made != filepath.Join(folder, want) || files != 13 {
			t.Errorf("made %d files in %s (%v), want 13 in %s", files, made, err, want)
		}
	}
}

// TestManyKeysStillMakeACard: more than fit side by side go on below each other.
func TestManyKeysStillMakeACard(t *testing.T) {
	keys := make([]export.Fact, 300)
	for i := range keys {
		keys[i] = export.Fact{Label: fmt.Sprint("toets ", i), Value: strings.Repeat("lang ", i%30)}
	}
	var out strings.Builder
	if _, err := writePDF(t.Context(), &out, export.NewKeyCard(model.Info{}, keys, export.Style{}, time.Time{}), nil); err != nil {
		t.Fatal(err)
	}
}

// TestNamesOfPaperDiffer also for stakeholders whose names don't.
func TestNamesOfPaperDiffer(t *testing.T) {
	p := model.Programme{Kinds: []model.Kind{{Key: "a", Letter: "A", Name: "Aa"}}, Stakeholders: []model.Stakeholder{
		{Key: "1", Name: "GGD Noord"}, {Key: "2", Name: "GGD noord"}, {Key: "3", Name: "中文"},
	}}
	folder := t.TempDir()
	n, err := makePaper(t.Context(), model.Info{}, p, export.Style{}, folder)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		found[f.Name()] = true
	}
	if len(found) != n || n != 7 {
		t.Errorf("%d files of %d: %q", len(found), n, slices.Sorted(maps.Keys(found)))
	}
}
