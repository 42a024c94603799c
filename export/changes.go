package export

import (
	"oogst/model"
	"oogst/ui/text"
	"oogst/ui/trail"
)

// changes are what was done to the session, where the variant has it.
func (b *builder) changes() []Section {
	if len(b.harvest.Trail) == 0 {
		return nil
	}
	t := &Table{Key: "Wijzigingen", Summary: text.ChangesAbout, Columns: []Column{
		{Key: "date", Title: text.ColumnDate, Width: 12, Kind: Date},
		{Key: "time", Title: text.ColumnTime, Width: 8, Kind: Clock},
		{Key: "actor", Title: text.ColumnActor, Width: 22},
		{Key: "subject", Title: text.ColumnSubject, Width: 22},
		{Key: "action", Title: text.ColumnDone, Width: 18},
		{Key: "field", Title: text.ColumnField, Width: 18},
		{Key: "before", Title: text.ColumnBefore, Width: 44},
		{Key: "after", Title: text.ColumnAfter, Width: 44},
	}}
	p := model.Programme{Kinds: b.harvest.Kinds, Stakeholders: b.harvest.Stakeholders, Lists: b.harvest.Lists}
	for _, l := range trail.Tell(p, b.harvest.Trail) {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Time: l.At}, {Time: l.At}, {Text: l.Actor}, {Text: l.Subject}, {Text: l.Action}, {Text: l.Field}, {Text: l.Before}, {Text: l.After},
		}})
	}
	return []Section{{Key: "changes", Title: text.Changes, Media: Sheets, Landscape: true, Blocks: []Block{t}}}
}
