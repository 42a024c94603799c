package main

import (
	"testing"

	"oogst/model"
)

// TestTemplatesAreWhole reads every built-in template and finds no point
// without words, in whatever field its author put them.
func TestTemplatesAreWhole(t *testing.T) {
	names := templateNames()
	if len(names) < 2 || names[0] != defaultTemplate {
		t.Fatalf("templates: %v", names)
	}
	points := 0
	for _, name := range names {
		tpl, err := builtIn(name)
		if err != nil {
			t.Fatal(err)
		}
		for list, items := range map[string][]model.Item{"lines": tpl.Lines, "conditions": tpl.Conditions, "phases": tpl.Phases} {
			for i, item := range items {
				points++
				if item.Name == "" || list == "phases" && item.Detail == "" {
					t.Errorf("%s: point %d of %s is %+v", name, i+1, list, item)
				}
			}
		}
	}
	if points == 0 {
		t.Fatal("no points examined")
	}
}
