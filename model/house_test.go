package model_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the house, read from the source of the whole module: who may
// import whom here, words in house_words_test.go, shape in house_shape_test.go.
// Every rule also fails when it had nothing to look at.

const module = "oogst"

// sourceFile is a parsed file of the module, tests left out.
type sourceFile struct {
	name    string // "ui/jobs.go"
	pkg     string // "ui"; "." is the root
	syntax  *ast.File
	set     *token.FileSet
	imports map[string]string // by the name that the file uses for it
}

// source reads every file of the module that ends up in a program, whatever
// system it is for.
func source(t *testing.T) []*sourceFile {
	t.Helper()
	var files []*sourceFile
	set := token.NewFileSet()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		syntax, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel := strings.TrimPrefix(filepath.ToSlash(name), "../")
		files = append(files, &sourceFile{rel, path.Dir(rel), syntax, set, importsOf(syntax)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 {
		t.Fatalf("found %d files of source; this is not the whole module", len(files))
	}
	return files
}

// in gives the files of one package, and fails when there are none.
func in(t *testing.T, files []*sourceFile, pkg string) []*sourceFile {
	t.Helper()
	out := slices.DeleteFunc(slices.Clone(files), func(f *sourceFile) bool { return f.pkg != pkg })
	if len(out) == 0 {
		t.Fatalf("package %s has no files", pkg)
	}
	return out
}

func importsOf(f *ast.File) map[string]string {
	all := map[string]string{}
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			panic(err) // it parsed
		}
		name := path.Base(p)
		if strings.HasPrefix(name, "v") && strings.Trim(name[1:], "0123456789") == "" {
			name = path.Base(path.Dir(p))
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		all[name] = p
	}
	return all
}

// at says where a node is, as "ui/jobs.go:12".
func (f *sourceFile) at(n ast.Node) string {
	return f.name + ":" + strconv.Itoa(f.line(n.Pos()))
}

func (f *sourceFile) line(p token.Pos) int { return f.set.Position(p).Line }

// qualified names what a selector selects from a package: "time.AfterFunc",
// whatever the file calls that package.
func (f *sourceFile) qualified(n ast.Node) string {
	s, ok := n.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	x, ok := s.X.(*ast.Ident)
	if !ok || f.imports[x.Name] == "" {
		return ""
	}
	return f.imports[x.Name] + "." + s.Sel.Name
}

// room is what a package may import besides the standard library.
type room struct {
	own   string // packages of this module, separated by spaces
	third string // modules of others
}

// house lists all packages. One that is not in it has no place yet.
var house = map[string]room{
	"assets":            {},
	"model":             {third: "github.com/google/uuid"},
	"model/optable":     {own: "model"},
	"model/journal":     {own: "model model/optable model/wholefile", third: "github.com/gofrs/flock github.com/google/uuid modernc.org/sqlite"},
	"model/document":    {own: "model model/optable model/wholefile", third: "filippo.io/age github.com/google/uuid modernc.org/sqlite"},
	"model/wholefile":   {third: "golang.org/x/sys"},
	"model/workspace":   {own: "model model/journal model/document model/wholefile", third: "github.com/google/uuid"},
	"model/intake":      {own: "model", third: "golang.org/x/text"},
	"model/search":      {own: "model", third: "github.com/blevesearch/snowballstem golang.org/x/text"},
	"model/review":      {own: "model model/search"},
	"export":            {own: "model ui/text ui/trail"},
	"export/office":     {own: "export ui/text"},
	"export/excel":      {own: "export export/office ui/text", third: "github.com/xuri/excelize/v2"},
	"export/ods":        {own: "export export/office ui/text"},
	"export/docx":       {own: "export export/office ui/text"},
	"export/pdf":        {own: "assets export export/pdf/tagged ui/text"},
	"export/pdf/tagged": {third: "github.com/jung-kurt/gofpdf golang.org/x/image golang.org/x/text"},
	"ui/text":           {},
	"ui/trail":          {own: "model ui/text"},
	"ui/theme":          {own: "assets", third: "fyne.io/fyne/v2"},
	"ui/kit":            {own: "ui/theme", third: "fyne.io/fyne/v2"},
	"ui/screen":         {own: "model model/review model/search ui/kit ui/text ui/theme ui/trail", third: "fyne.io/fyne/v2 github.com/google/uuid"},
	"ui":                {own: "model ui/kit ui/screen ui/text ui/theme", third: "fyne.io/fyne/v2"},
	"cmd/oogst": {
		own: "assets export export/docx export/excel export/ods export/office export/pdf model model/document model/intake model/journal model/review model/search " +
			"model/wholefile model/workspace ui ui/text ui/trail",
		third: "fyne.io/fyne/v2 github.com/spf13/cobra github.com/spf13/pflag",
	},

	"export/office/officetest": {}, // for tests alone
}

func TestPackagesImportOnlyWhatTheHouseAllows(t *testing.T) {
	seen, imports := map[string]bool{}, 0
	for _, f := range source(t) {
		allowed, known := house[f.pkg]
		if !known {
			t.Errorf("%s: package %s has no place in the house; give it a row in this table", f.name, f.pkg)
			continue
		}
		seen[f.pkg] = true
		for name, p := range f.imports {
			imports++
			if name == "." || !allowed.lets(p) {
				t.Errorf("%s imports %s, which %s may not", f.name, p, f.pkg)
			}
		}
	}
	for pkg := range house {
		if !seen[pkg] {
			t.Errorf("package %s is in the table and not in the module", pkg)
		}
	}
	if imports < len(house) {
		t.Errorf("examined %d imports", imports)
	}
}

func (r room) lets(p string) bool {
	own, isOwn := strings.CutPrefix(p, module+"/")
	if isOwn || p == module {
		return slices.Contains(strings.Fields(r.own), own)
	}
	first, _, _ := strings.Cut(p, "/")
	return !strings.Contains(first, ".") || slices.ContainsFunc(strings.Fields(r.third), func(m string) bool {
		return within(p, m)
	})
}

// within tells whether an import path is a module's, or that of a package in it.
func within(p, module string) bool { return p == module || strings.HasPrefix(p, module+"/") }

// TestHeavyLibrariesHaveOneDoor holds who imports what is costly to have
// everywhere: a file where the name ends in .go, a package otherwise.
func TestHeavyLibrariesHaveOneDoor(t *testing.T) {
	doors := map[string]string{
		"fyne.io/fyne/v2/app":         "cmd/oogst/window_cgo.go", // needs cgo
		"github.com/xuri/excelize/v2": "export/excel",
		"github.com/jung-kurt/gofpdf": "export/pdf/tagged", // archived
		"modernc.org/sqlite":          "model/document model/journal",
		"database/sql":                "model/document model/journal model/optable",
		"github.com/gofrs/flock":      "model/journal",
		"github.com/spf13/cobra":      "cmd/oogst",
	}
	users := map[string]map[string]bool{}
	for _, f := range source(t) {
		for _, p := range f.imports {
			for lib, allowed := range doors {
				if within(p, lib) {
					user := f.pkg
					if strings.HasSuffix(allowed, ".go") {
						user = f.name
					}
					add(users, lib, user)
				}
			}
		}
	}
	for lib, allowed := range doors {
		if got := strings.Join(slices.Sorted(maps.Keys(users[lib])), " "); got != allowed {
			t.Errorf("%s is imported by %q, want %q", lib, got, allowed)
		}
	}
}

// TestNothingGoesOverANetwork: what is said in a room stays there. Asking whether
// there is a screen is the one use of a socket.
func TestNothingGoesOverANetwork(t *testing.T) {
	asked := false
	for _, f := range source(t) {
		for _, p := range f.imports {
			switch {
			case p == "net" && f.name == "cmd/oogst/display.go":
				asked = true
			case p == "net" || within(p, "net") && p != "net/url" && p != "net/netip" || within(p, "golang.org/x/net"):
				t.Errorf("%s imports %s", f.name, p)
			}
		}
	}
	if !asked {
		t.Error("the one socket isn't seen: this rule looks at the wrong files")
	}
}

func add(sets map[string]map[string]bool, key, value string) {
	if sets[key] == nil {
		sets[key] = map[string]bool{}
	}
	sets[key][value] = true
}

// TestThreadsStartInTwoFiles: the rest runs on the UI goroutine, or on the one
// that called it. That both files are found shows that the rule sees.
func TestThreadsStartInTwoFiles(t *testing.T) {
	doors := []string{"ui/jobs.go", "ui/kit/clock.go"}
	threading := []string{"time.AfterFunc", "time.NewTimer", "time.NewTicker", "fyne.io/fyne/v2.Do", "fyne.io/fyne/v2.DoAndWait"}
	found := map[string]bool{}
	for _, f := range source(t) {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			_, isGo := n.(*ast.GoStmt)
			if isGo || slices.Contains(threading, f.qualified(n)) {
				found[f.name] = true
				if !slices.Contains(doors, f.name) {
					t.Errorf("%s: threads belong in %s", f.at(n), strings.Join(doors, " and "))
				}
			}
			return true
		})
	}
	for _, door := range doors {
		if !found[door] {
			t.Errorf("no thread seen in %s", door)
		}
	}
}

// TestTheWorkingStoreIsOpenedBySQLiteAlone: closing any other descriptor of the
// file drops the locks that SQLite holds on it.
func TestTheWorkingStoreIsOpenedBySQLiteAlone(t *testing.T) {
	openers := []string{"os.Open", "os.OpenFile", "os.OpenInRoot", "os.Create", "os.ReadFile", "os.WriteFile"}
	examined := 0
	for _, f := range in(t, source(t), "model/journal") {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			called := f.qualified(n)
			if strings.HasPrefix(called, "os.") {
				examined++
			}
			if slices.Contains(openers, called) {
				t.Errorf("%s: %s on the working store", f.at(n), called)
			}
			return true
		})
	}
	if examined == 0 {
		t.Error("the working store uses nothing of os: this rule looks at the wrong package")
	}
}
