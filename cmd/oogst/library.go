package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"oogst/assets"
	"oogst/model"
	"oogst/model/intake"
)

const (
	defaultTemplate = "krachtige-samenleving"
	exampleOrigin   = "voorbeeld"
)

var examples = []string{"slide", "full"}

// unknownError is about a name that isn't one of a known few.
type unknownError struct {
	what  string // "template", "example", "variant"
	name  string
	known []string
}

func (e *unknownError) Error() string {
	return fmt.Sprintf("unknown %s %q, want one of %s", e.what, e.name, strings.Join(e.known, " "))
}

// templateError is about a template that a session can't run on.
type templateError struct {
	name string
	err  error
}

func (e *templateError) Error() string { return e.name + ": " + e.err.Error() }
func (e *templateError) Unwrap() error { return e.err }

// templateNames lists the built-in templates, the first user's first.
func templateNames() []string {
	var names []string
	files, _ := fs.Glob(assets.Templates, "templates/*.json")
	for _, f := range files {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(f, "templates/"), ".json"))
	}
	slices.SortStableFunc(names, func(a, b string) int {
		if a == defaultTemplate {
			return -1
		}
		if b == defaultTemplate {
			return 1
		}
		return strings.Compare(a, b)
	})
	return names
}

func builtIn(name string) (model.Template, error) {
	data, err := assets.Templates.ReadFile("templates/" + name + ".json")
	if err != nil {
		return model.Template{}, &unknownError{"template", name, templateNames()}
	}
	return parseTemplate(name, data)
}

func parseTemplate(name string, data []byte) (model.Template, error) {
	t, err := model.ParseTemplate(data)
	if err != nil {
		return t, &templateError{name, err}
	}
	return t, nil
}

// loadExample gives what an example session begins with, and its lines.
func loadExample(which string) (begin model.Begin, lines intake.Table, err error) {
	if !slices.Contains(examples, which) {
		return begin, lines, &unknownError{"example", which, examples}
	}
	if begin.Template, err = builtIn(defaultTemplate); err != nil {
		return begin, lines, err
	}
	about, err := assets.Examples.ReadFile("examples/" + which + ".json")
	if err != nil {
		return begin, lines, err
	}
	if err := json.Unmarshal(about, &begin.Info); err != nil {
		return begin, lines, fmt.Errorf("read example %s: %w", which, err)
	}
	data, err := assets.Examples.ReadFile("examples/" + which + ".csv")
	if err != nil {
		return begin, lines, err
	}
	lines, err = intake.ReadText(data)
	return begin, lines, err
}
