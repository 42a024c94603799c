package office

import (
	"slices"

	"oogst/export"
	"oogst/ui/text"
)

// Edition says which version of the document this is, for the foot of a page.
func Edition(m export.Meta) string {
	date, mark := "", ""
	if !m.Created.IsZero() {
		date = m.Created.Format("02-01-2006")
	}
	if m.Mark != "" {
		mark = text.Marked(m.Mark)
	}
	return OneLine(Join(" · ", m.Version, date, mark))
}

// Label says how far the document is and whom it is for.
func Label(m export.Meta) string {
	return OneLine(Join(" · ", m.Status, m.Audience, m.Classification))
}

// CoverFacts returns what the cover of a workbook tells of the document, as far
// as it is known and the blocks below don't tell it themselves.
func CoverFacts(m export.Meta, blocks []export.Block) []export.Fact {
	given := map[string]bool{}
	for _, block := range blocks {
		if facts, ok := block.(export.Facts); ok {
			for _, fact := range facts.Items {
				given[OneLine(fact.Label)] = true
			}
		}
	}
	all := append(slices.Clone(m.Facts),
		export.Fact{Label: text.LabelStatus, Value: m.Status},
		export.Fact{Label: text.LabelFor, Value: m.Audience},
		export.Fact{Label: text.LabelClass, Value: m.Classification},
		export.Fact{Label: text.LabelVersion, Value: m.Version},
		export.Fact{Label: text.LabelMark, Value: m.Mark},
	)
	return slices.DeleteFunc(all, func(f export.Fact) bool { return f.Value == "" || given[OneLine(f.Label)] })
}
