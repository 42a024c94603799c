package office

import (
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
