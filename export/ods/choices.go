package ods

import (
	"fmt"
	"maps"
	"slices"

	"oogst/export/office"
	"oogst/ui/text"
)

// rules say, for each list, that a cell holds one of its values: programs show
// it as a drop-down.
func (b *book) rules(x *office.XML) {
	if len(b.choices) == 0 {
		return
	}
	x.Start("table:content-validations")
	for _, name := range slices.Sorted(maps.Keys(b.choices)) {
		list := b.choices[name]
		x.Start("table:content-validation", "table:name", b.rule(name), "table:allow-empty-cell", "true",
			"table:condition", fmt.Sprintf("of:cell-content-is-in-list([$%s.$B$%d:.$B$%d])", quoted(list.Sheet), list.First, list.Last),
			"table:base-cell-address", quoted(list.Sheet)+".A1")
		x.Start("table:error-message", "table:display", "true", "table:message-type", "stop", "table:title", text.ChooseTitle)
		x.Element("text:p", text.ChooseFromList)
		x.End(2)
	}
	x.End(1)
}

// rule names the rule of a list, "" when there is none.
func (b *book) rule(list string) string {
	if _, ok := b.choices[list]; !ok || list == "" {
		return ""
	}
	return "keuze " + list
}
