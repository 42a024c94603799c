package model_test

import (
	"go/ast"
	"go/token"
	"slices"
	"testing"
)

const (
	mostLinesOfFunction = 80
	mostLinesOfFile     = 450
)

func TestFunctionsAndFilesAreShort(t *testing.T) {
	functions := 0
	for _, f := range source(t) {
		if n := f.line(f.syntax.FileEnd); n > mostLinesOfFile {
			t.Errorf("%s has %d lines, at most %d fit", f.name, n, mostLinesOfFile)
		}
		for _, d := range f.syntax.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			functions++
			if n := f.line(fn.End()) - f.line(fn.Pos()) + 1; n > mostLinesOfFunction {
				t.Errorf("%s: %s has %d lines, at most %d fit", f.at(fn), fn.Name.Name, n, mostLinesOfFunction)
			}
		}
	}
	if functions == 0 {
		t.Error("examined no function")
	}
}

func TestEveryPackageSaysWhatBelongsInIt(t *testing.T) {
	said := map[string]bool{}
	for _, f := range source(t) {
		said[f.pkg] = said[f.pkg] || f.syntax.Doc != nil
	}
	for pkg, ok := range said {
		if !ok {
			t.Errorf("package %s has no doc sentence", pkg)
		}
	}
	if len(said) == 0 {
		t.Error("examined no package")
	}
}

// standard are methods whose meaning is that of a standard interface.
var standard = []string{"Error", "Unwrap", "String", "Write", "Read", "Close", "Len", "Less", "Swap"}

func TestEveryExportedNameIsExplained(t *testing.T) {
	examined := 0
	check := func(f *sourceFile, name *ast.Ident, explained bool) {
		if name.IsExported() {
			if examined++; !explained {
				t.Errorf("%s: %s has no comment", f.at(name), name.Name)
			}
		}
	}
	for _, f := range source(t) {
		for _, d := range f.syntax.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil || token.IsExported(receiver(d)) {
					check(f, d.Name, d.Doc != nil || d.Recv != nil && slices.Contains(standard, d.Name.Name))
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					names, explained := named(spec)
					for _, n := range names {
						check(f, n, explained || d.Doc != nil)
					}
				}
			}
		}
	}
	if examined < 100 {
		t.Errorf("examined %d exported names", examined)
	}
}

// receiver is the name of the type that a method belongs to.
func receiver(d *ast.FuncDecl) string {
	e := d.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// named gives the names that a declaration makes, and whether it explains them
// itself. A comment on the group explains all of it.
func named(spec ast.Spec) (names []*ast.Ident, explained bool) {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		return []*ast.Ident{s.Name}, s.Doc != nil || s.Comment != nil
	case *ast.ValueSpec:
		return s.Names, s.Doc != nil || s.Comment != nil
	}
	return nil, true
}
