package model_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// spoken are the packages that talk to a person; their words are in ui/text.
var spoken = []string{"ui", "ui/screen", "ui/kit", "cmd/oogst"}

// unspoken are literals that look like words and are none, each with a reason.
var unspoken = map[string]string{
	"a a": "measures a space, is never drawn",
}

// forDevelopers are calls whose words go to an error or a log.
var forDevelopers = []string{"errors.New", "fmt.Errorf", "fyne.io/fyne/v2.LogError"}

var (
	// sentence is a space between letters, or a letter that only words have.
	sentence = regexp.MustCompile(`\pL \pL|[^\x00-\x7F\PL]`)
	// word is what would be read on a widget.
	word = regexp.MustCompile(`\pL{2}`)
	// keyName is how a key is called in every language of the interface.
	keyName = regexp.MustCompile(`\b(Ctrl|Alt|Shift|Enter|Esc)\b`)
)

// shown are functions that put words before a person, and labels are fields that
// hold such words.
var (
	shown  = strings.Fields("Say Offer SetText SetHint SetPlaceholder SetProblem SetRuns SetTitle NewMenuItem say button heading muted")
	labels = strings.Fields("title Title About Words label hint")
)

// TestWordsLiveInText finds sentences anywhere, and single words where they are
// handed to a widget.
func TestWordsLiveInText(t *testing.T) {
	files, excused, literals := source(t), map[string]bool{}, 0
	for _, pkg := range spoken {
		for _, f := range in(t, files, pkg) {
			f.eachLiteral(func(lit *ast.BasicLit, onWidget bool) {
				literals++
				s, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				if words := keyName.ReplaceAllString(s, ""); !sentence.MatchString(words) && (!onWidget || !word.MatchString(words)) {
					return
				}
				if excused[s] = true; unspoken[s] == "" {
					t.Errorf("%s: %s belongs in ui/text", f.at(lit), lit.Value)
				}
			})
		}
	}
	if literals < 100 {
		t.Errorf("examined %d literals", literals)
	}
	for s := range unspoken {
		if !excused[s] {
			t.Errorf("the exception %q is used nowhere", s)
		}
	}
}

// eachLiteral gives the string literals of a file that a person might read, and
// whether they are handed to a widget.
func (f *sourceFile) eachLiteral(visit func(lit *ast.BasicLit, onWidget bool)) {
	var walk func(n ast.Node, onWidget bool)
	walk = func(root ast.Node, onWidget bool) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.Field:
				if n.Tag != nil {
					walk(n.Type, onWidget)
					return false
				}
			case *ast.BasicLit:
				if n.Kind == token.STRING {
					visit(n, onWidget)
				}
			case *ast.FuncLit:
				if onWidget {
					walk(n.Body, false)
					return false
				}
			default:
				if n == root || n == nil {
					return true
				}
				if f.unread(n) {
					return false
				}
				if !onWidget && f.shows(n) {
					walk(n, true)
					return false
				}
			}
			return true
		})
	}
	for _, d := range f.syntax.Decls {
		if !f.unread(d) {
			walk(d, false)
		}
	}
}

// unread tells what no person reads: errors, panics, the Error method of a type,
// and the Use of a command, where cobra reads its name and its grammar.
func (f *sourceFile) unread(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		return n.Recv != nil && n.Name.Name == "Error"
	case *ast.CallExpr:
		id, ok := n.Fun.(*ast.Ident)
		return ok && id.Name == "panic" || slices.Contains(forDevelopers, f.qualified(n.Fun))
	case *ast.KeyValueExpr:
		key, ok := n.Key.(*ast.Ident)
		return ok && key.Name == "Use"
	}
	return false
}

// shows tells calls and literals that put words on a widget.
func (f *sourceFile) shows(n ast.Node) bool {
	const kit = module + "/ui/kit."
	switch n := n.(type) {
	case *ast.CallExpr:
		return strings.HasPrefix(f.qualified(n.Fun), kit) || slices.Contains(shown, called(n.Fun))
	case *ast.CompositeLit:
		return strings.HasPrefix(f.qualified(n.Type), kit)
	case *ast.KeyValueExpr:
		return slices.Contains(labels, called(n.Key))
	}
	return false
}

// called is the last word of a name.
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
