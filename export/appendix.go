package export

import (
	"strings"

	"oogst/model"
	"oogst/ui/text"
)

// brief is "in het kort": the numbers, and a picture of who said how much.
func (b *builder) brief() Section {
	h := b.harvest
	facts := []Fact{{text.BriefLines, text.Number(len(h.Entries))}}
	for _, k := range h.Kinds {
		n := 0
		for _, e := range h.Entries {
			if e.Kind == k.Key {
				n++
			}
		}
		facts = append(facts, Fact{k.Plural, text.Number(n)})
	}
	open := h.Unfinished()
	facts = append(facts, Fact{text.Unassigned, text.Number(open.Unassigned)}, Fact{text.LabelToCheck, text.Number(open.ToCheck)},
		Fact{text.BriefConfirmed, text.Number(h.Confirmed())})
	if next := h.Lists[model.ListNextSteps]; len(next) > 0 {
		facts = append(facts, Fact{text.BriefNext, next[0].Name})
	}
	blocks := []Block{Facts{Items: facts}, b.heat()}
	if top := b.topThemes(); top != "" {
		blocks = append(blocks, Heading{Level: 2, Text: text.Themes}, Paragraph{Text: top})
	}
	return Section{Key: "brief", Title: text.Brief, Media: Pages, Blocks: blocks}
}

// heat counts lines by stakeholder and kind, the more the darker.
func (b *builder) heat() *Table {
	t := &Table{Key: "Aantallen", Summary: text.HeatAbout, Heat: true, Columns: []Column{{Key: "stakeholder", Title: text.ColumnRow, Width: 22}}}
	for _, k := range b.harvest.Kinds {
		t.Columns = append(t.Columns, Column{Key: k.Key, Title: k.Heading, Width: 18, Kind: Count})
	}
	row := func(key, name string) {
		cells := []Cell{{Text: name}}
		for _, k := range b.harvest.Kinds {
			cells = append(cells, Cell{Number: len(b.cells[cellKey{key, k.Key}])})
		}
		t.Rows = append(t.Rows, Row{Key: key, Cells: cells})
	}
	for _, s := range b.harvest.Stakeholders {
		row(s.Key, s.Name)
	}
	if b.count(model.Unassigned) > 0 {
		row(model.Unassigned, text.Unassigned)
	}
	return t
}

// counts is the same table as a sheet, with a picture of it.
func (b *builder) counts() Section {
	t := b.heat()
	var totals []string
	for _, row := range t.Rows {
		totals = append(totals, row.Cells[0].Text+" "+text.Number(b.count(row.Key)))
	}
	t.Summary, t.Heat, t.Chart = text.CountsAbout, false, Chart{text.CountsChart, text.CountsAlt(totals)}
	return Section{Key: "counts", Title: text.CountsSheet, Media: Sheets, Blocks: []Block{t}}
}

// names gives the names of stakeholders.
func (b *builder) names(keys []string) []string {
	p := model.Programme{Stakeholders: b.harvest.Stakeholders}
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = key
		if s, ok := p.Stakeholder(key); ok {
			out[i] = s.Name
		}
	}
	return out
}

func (b *builder) themeNames(keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = key
		for _, t := range b.harvest.Lists[model.ListThemes] {
			if t.Key == key {
				out[i] = t.Name
			}
		}
	}
	return out
}

// shared is what several stakeholders named, where there is any.
func (b *builder) shared() []Section {
	var list List
	for _, e := range b.harvest.Entries {
		if len(e.Also) > 0 {
			by := append(b.names([]string{e.Stakeholder}), b.names(e.Also)...)
			list.Items = append(list.Items, Item{e.Code, e.Text, []string{text.NamedBy(by)}})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Section{{Key: "shared", Title: text.Shared, Media: Pages, Accent: ink, Blocks: []Block{Paragraph{Text: text.SharedAbout, Quiet: true}, list}}}
}

// themes is the table of themes by stakeholder, where there are themes.
func (b *builder) themes() []Section {
	themes := b.harvest.Lists[model.ListThemes]
	if len(themes) == 0 {
		return nil
	}
	t := &Table{Key: "Themas", Summary: text.ThemesAbout, Columns: []Column{
		{Key: "theme", Title: text.ColumnTheme, Width: 24},
		{Key: "count", Title: text.ColumnCount, Width: 10, Kind: Count},
		{Key: "stakeholders", Title: text.ColumnWho, Width: 34},
		{Key: "codes", Title: text.ColumnCodes, Width: 40},
	}}
	for _, theme := range themes {
		var codes []string
		who := map[string]bool{}
		for _, e := range b.harvest.Entries {
			for _, key := range e.Themes {
				if key == theme.Key {
					codes = append(codes, e.Code)
					who[e.Stakeholder] = true
				}
			}
		}
		var names []string
		for _, s := range b.harvest.Stakeholders {
			if who[s.Key] {
				names = append(names, s.Name)
			}
		}
		t.Rows = append(t.Rows, Row{theme.Key, []Cell{
			{Text: theme.Name},
			{Number: len(codes)},
			{Text: strings.Join(names, ", ")},
			{Text: strings.Join(codes, ", ")},
		}})
	}
	return []Section{{Key: "themes", Title: text.Themes, Media: Pages | Sheets, Landscape: true, Blocks: []Block{t}}}
}

func (b *builder) topThemes() string {
	var out []string
	for _, theme := range b.harvest.Lists[model.ListThemes] {
		out = append(out, theme.Name)
	}
	return text.Join(out)
}

// attendance is who was there, by function; names only where the variant has them.
func (b *builder) attendance() []Section {
	people := b.harvest.Participants
	if len(people) == 0 {
		return nil
	}
	t := &Table{Key: "Aanwezigen", Summary: text.AttendanceAbout, Columns: []Column{
		{Key: "role", Title: text.ColumnFunction, Width: 34},
		{Key: "stakeholder", Title: text.ColumnOrganisation, Width: 26},
		{Key: "present", Title: text.ColumnAttended, Width: 12},
	}}
	named := false
	for _, p := range people {
		named = named || p.Name != ""
	}
	if named {
		t.Columns = append(t.Columns, Column{Key: "name", Title: text.ColumnWhoName, Width: 26})
	}
	for _, p := range people {
		present := text.No
		if p.Present {
			present = text.Yes
		}
		row := Row{p.Key, []Cell{{Text: p.Role}, {Text: strings.Join(b.organisation(p.Stakeholder), "")}, {Text: present}}}
		if named {
			row.Cells = append(row.Cells, Cell{Text: p.Name})
		}
		t.Rows = append(t.Rows, row)
	}
	return []Section{{Key: "attendance", Title: text.Attendance, Media: Pages | Sheets, Blocks: []Block{t}}}
}

// organisation is the name of a stakeholder, or what was typed for one.
func (b *builder) organisation(key string) []string {
	if key == "" {
		return nil
	}
	return b.names([]string{key})
}

// appendices are the programme's own lists.
func (b *builder) appendices() []Section {
	var blocks []Block
	for _, part := range []struct{ list, title string }{
		{model.ListConditions, text.Conditions},
		{model.ListLines, text.ProgrammeLines},
		{model.ListPhases, text.Planning},
		{model.ListPrinciples, text.Principles},
		{model.ListNextSteps, text.NextSteps},
		{model.ListMatchmaker, text.Matchmaker},
	} {
		items := b.harvest.Lists[part.list]
		if len(items) == 0 {
			continue
		}
		var list List
		for _, item := range items {
			line := Item{Code: text.Number(item.Number), Text: item.Name}
			if item.Detail != "" {
				line.Remarks = []string{item.Detail}
			}
			if codes := b.onLine(item); part.list == model.ListLines && len(codes) > 0 {
				line.Remarks = append(line.Remarks, text.OnLine(codes))
			}
			list.Items = append(list.Items, line)
		}
		blocks = append(blocks, Heading{Level: 2, Text: part.title}, list)
	}
	blocks = append(blocks, Heading{Level: 2, Text: text.HowMade}, Paragraph{Text: text.HowMadeAbout},
		Heading{Level: 2, Text: text.Privacy}, Paragraph{Text: text.PrivacyAbout})
	return []Section{{Key: "appendices", Title: text.Appendices, Media: Pages, Accent: ink, Blocks: blocks}}
}

// onLine are the codes of the lines that are part of a programme line.
func (b *builder) onLine(line model.Item) (codes []string) {
	for _, e := range b.harvest.Entries {
		if e.Follow[model.EntryLine(line.Key)] == model.OnLine {
			codes = append(codes, e.Code)
		}
	}
	return codes
}

// lists are the values that the register's columns may have.
func (b *builder) lists() Section {
	t := &Table{Key: "Lijsten", Summary: text.ListsAbout, Columns: []Column{
		{Key: "list", Title: text.ColumnList, Width: 20},
		{Key: "value", Title: text.ColumnValue, Width: 40},
	}}
	add := func(list, value string) {
		t.Rows = append(t.Rows, Row{list + "/" + value, []Cell{{Text: list}, {Text: value}}})
	}
	for _, k := range b.harvest.Kinds {
		add(text.ColumnKind, k.Name)
	}
	for _, s := range b.harvest.Stakeholders {
		add(text.ColumnRow, s.Name)
	}
	add(text.ColumnRow, text.Unassigned)
	add(text.ColumnStatus, text.StatusOpen)
	add(text.ColumnStatus, text.CheckRemark)
	add(text.ColumnStatus, text.StatusWithdrawn)
	for _, line := range b.harvest.Lists[model.ListLines] {
		add(text.ColumnLine, line.Name)
	}
	add(text.ColumnReach, text.ReachLocal)
	add(text.ColumnReach, text.ReachSupra)
	for _, v := range model.Verdicts {
		add(text.ColumnVerdict, text.Verdict(v))
	}
	add(text.ColumnState, text.StateOpen)
	add(text.ColumnState, text.StateDone)
	return Section{Key: "lists", Title: text.ListsSheet, Media: Sheets, Blocks: []Block{t}}
}

// colophon closes the document: which version it is and whom to ask.
func (b *builder) colophon(m Meta) Section {
	facts := []Fact{
		{text.LabelVersion, m.Version},
		{text.LabelStatus, m.Status},
		{text.LabelFor, m.Audience},
		{text.LabelMark, m.Mark},
		{text.LabelMade, text.Moment(m.Created)},
		{text.LabelOrg, m.Organisation},
		{text.LabelWith, text.Program},
	}
	kept := facts[:0]
	for _, f := range facts {
		if f.Value != "" {
			kept = append(kept, f)
		}
	}
	return Section{Key: "colophon", Title: text.Colophon, Media: Pages, Accent: ink, Blocks: []Block{Facts{Items: kept}, Paragraph{Text: text.OtherForm, Quiet: true}}}
}
