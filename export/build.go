package export

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"oogst/model"
	"oogst/ui/text"
)

// accents are the colours of the palette as documents print them: each has a
// contrast with white of at least 7:1.
var accents = map[string]string{
	"teal": "#0A4F58", "brown": "#7A4B00", "indigo": "#3A3787", "crimson": "#8A1C2F",
	"green": "#1D5C2A", "purple": "#5B2A6E", "blue": "#23407F",
}

const (
	ink = "#1B2430"
	// shortText is the length of a line in the printed overview, in
	// characters. Longer ones end in an ellipsis there; their chapter has all.
	shortText = 180
)

// Edition says which document this is of a harvest.
type Edition struct {
	Version string // "0.3"; empty when the document is no recorded version
	Final   bool   // DEFINITIEF instead of CONCEPT
	Made    time.Time
	Style   Style
}

// NewReport makes the report of a harvest.
func NewReport(h model.Harvest, e Edition) Report {
	b := builder{harvest: h, cells: map[cellKey][]model.Entry{}, codes: map[string]bool{}}
	for _, e := range h.Entries {
		b.codes[e.Code] = true
		k := cellKey{e.Stakeholder, e.Kind}
		b.cells[k] = append(b.cells[k], e)
	}
	r := Report{Meta: b.meta(e)}
	r.Sections = append(r.Sections, b.guide(r.Meta), b.brief(), b.overview(Pages, shortText), b.overview(Sheets, 0), b.counts())
	for _, s := range h.Stakeholders {
		r.Sections = append(r.Sections, b.chapter(s.Key, s.Name, accent(s.Accent)))
	}
	r.Sections = append(r.Sections, b.shared()...)
	if b.count(model.Unassigned) > 0 {
		r.Sections = append(r.Sections, b.chapter(model.Unassigned, text.Unassigned, ink))
	}
	r.Sections = append(r.Sections, b.register())
	for _, some := range [][]Section{
		b.pilotSheet(), b.actions(Sheets), b.pilotPages(), b.themes(), b.actions(Pages), b.attendance(), b.changes(), b.appendices(),
	} {
		r.Sections = append(r.Sections, some...)
	}
	r.Sections = append(r.Sections, b.lists(), b.colophon(r.Meta))
	return r
}

type cellKey struct{ stakeholder, kind string }

type builder struct {
	harvest model.Harvest
	cells   map[cellKey][]model.Entry
	codes   map[string]bool
}

func accent(name string) string {
	if c, ok := accents[name]; ok {
		return c
	}
	return ink
}

func (b *builder) meta(e Edition) Meta {
	info := b.harvest.Info
	m := Meta{
		Title: text.HarvestTitle(info.Title), Subtitle: info.Programme, Organisation: info.Organisation,
		Language: "nl-NL", Status: text.Draft, Audience: text.Audience(string(b.harvest.Variant)),
		Mark: b.harvest.Mark, Classification: info.Classification, Created: e.Made, Style: e.Style,
	}
	m.Organisation = cmp.Or(e.Style.Organisation, m.Organisation)
	if e.Final {
		m.Status = text.Final
	}
	if e.Version != "" {
		m.Version = text.Version(e.Version)
	}
	if info.Fictional {
		m.Fictional = text.Fictional
	}
	date := text.Date(info.Date)
	if date == "" {
		date = text.DateUnknown
	}
	for _, f := range []Fact{
		{text.LabelDate, date},
		{text.LabelPlace, info.Place},
		{text.LabelChair, info.Chair},
		{text.LabelFacil, info.Facilitator},
		{text.LabelOrg, m.Organisation},
	} {
		if f.Value != "" {
			m.Facts = append(m.Facts, f)
		}
	}
	return m
}

// guide is the first sheet: what this is and how to read it.
func (b *builder) guide(m Meta) Section {
	open := b.harvest.Unfinished()
	facts := append([]Fact{}, m.Facts...)
	facts = append(facts,
		Fact{text.LabelStatus, m.Status},
		Fact{text.LabelFor, m.Audience},
		Fact{text.LabelVersion, m.Version},
		Fact{text.LabelMark, m.Mark},
		Fact{text.LabelMade, text.Moment(m.Created)},
		Fact{text.LabelCount, text.Number(len(b.harvest.Entries))},
		Fact{text.Unassigned, text.Number(open.Unassigned)},
		Fact{text.LabelToCheck, text.Number(open.ToCheck)},
	)
	if m.Classification != "" {
		facts = append(facts, Fact{text.LabelClass, m.Classification})
	}
	facts = slices.DeleteFunc(facts, func(f Fact) bool { return f.Value == "" })
	s := Section{Key: "guide", Title: text.Guide, Media: Sheets}
	if m.Fictional != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: m.Fictional + ". " + text.FictionalWhy})
	}
	s.Blocks = append(s.Blocks, Facts{Items: facts},
		Paragraph{Text: text.GuideSheets}, Paragraph{Text: text.GuideNumbers}, Paragraph{Text: text.GuideCheck})
	return s
}

// overview is the slide: a row per stakeholder, a column per kind. Texts are
// cut at limit characters; 0 leaves them whole.
func (b *builder) overview(media Medium, limit int) Section {
	t := &Table{Key: "Overzicht", Summary: text.OverviewAbout, Columns: []Column{{Key: "stakeholder", Title: text.ColumnRow, Width: 16}}}
	for _, k := range b.harvest.Kinds {
		t.Columns = append(t.Columns, Column{Key: k.Key, Title: k.Heading, Width: 38, Kind: Lines})
	}
	for _, s := range b.harvest.Stakeholders {
		t.Rows = append(t.Rows, b.overviewRow(s.Key, s.Name, limit))
	}
	if b.count(model.Unassigned) > 0 {
		t.Rows = append(t.Rows, b.overviewRow(model.Unassigned, text.Unassigned, limit))
	}
	s := Section{Key: "overview", Title: text.Overview, Media: media, Landscape: true}
	if media == Pages { // a sheet cuts no texts, and has no chapters to point to
		s.Blocks = append(s.Blocks, Paragraph{Text: text.OverviewIntro, Quiet: true})
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

func (b *builder) overviewRow(stakeholder, name string, limit int) Row {
	row := Row{Key: stakeholder, Cells: []Cell{{Text: name}}}
	for _, k := range b.harvest.Kinds {
		c := Cell{Text: text.NoEntries}
		for _, e := range b.cells[cellKey{stakeholder, k.Key}] {
			item := Item{Code: e.Code, Text: shorten(e.Text, limit)}
			if len(e.Also) > 0 {
				item.Remarks = append(item.Remarks, text.AlsoShort(b.names(e.Also)))
			}
			if e.Status == model.ToCheck {
				item.Remarks = append(item.Remarks, text.CheckRemark)
			}
			c.Items = append(c.Items, item)
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

// shorten cuts a text at the last space before limit characters.
func shorten(s string, limit int) string {
	if limit == 0 || utf8.RuneCountInString(s) <= limit {
		return s
	}
	cut := string([]rune(s)[:limit])
	if i := strings.LastIndexAny(cut, " \n"); i > limit/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " \n,;:.") + "\u00a0…"
}

func (b *builder) count(stakeholder string) int {
	n := 0
	for _, k := range b.harvest.Kinds {
		n += len(b.cells[cellKey{stakeholder, k.Key}])
	}
	return n
}

// chapter has the same headings in the same order for every stakeholder, also
// where there is nothing below them.
func (b *builder) chapter(stakeholder, name, color string) Section {
	toCheck, confirmed := 0, 0
	var last model.Confirmation
	var blocks []Block
	for _, k := range b.harvest.Kinds {
		blocks = append(blocks, Heading{Level: 2, Text: k.Heading, Badge: k.Letter, Accent: accent(k.Accent)})
		entries := b.cells[cellKey{stakeholder, k.Key}]
		if len(entries) == 0 {
			blocks = append(blocks, Paragraph{Text: text.NoEntriesYet, Quiet: true})
			continue
		}
		var list List
		for _, e := range entries {
			if e.Status == model.ToCheck {
				toCheck++
			}
			if e.Confirmed.Valid() {
				confirmed++
			}
			if e.Confirmed.At.After(last.At) {
				last = e.Confirmed
			}
			list.Items = append(list.Items, Item{e.Code, e.Text, b.remarks(e)})
		}
		blocks = append(blocks, list)
	}
	said := text.ChapterSummary(b.count(stakeholder), toCheck)
	if n := b.count(stakeholder); n > 0 {
		said = text.ChapterConfirmed(confirmed, n, last.At, last.By) + " " + said
	}
	summary := []Block{Paragraph{Text: said, Quiet: true}}
	if stakeholder == model.Unassigned {
		summary = append(summary, Paragraph{Text: text.UnassignedWhy, Quiet: true})
	}
	return Section{
		Key: "stakeholder:" + stakeholder, Title: name, Media: Pages, Accent: color,
		Blocks: append(summary, blocks...),
	}
}

// remarks are the small lines below an entry. What a variant withholds is
// empty in its harvest already.
func (b *builder) remarks(e model.Entry) []string {
	var out []string
	if e.Status == model.ToCheck {
		out = append(out, capital(text.CheckRemark))
	}
	switch e.Certainty {
	case model.Deduced:
		out = append(out, capital(text.DeducedRemark))
	case model.Guessed:
		out = append(out, capital(text.GuessedRemark))
	}
	if len(e.Also) > 0 {
		out = append(out, text.AlsoNamed(b.names(e.Also)))
	}
	if joined := b.harvest.Joined[e.ID]; len(joined) > 0 {
		out = append(out, text.JoinedRemark(joined))
	}
	if e.Note != "" {
		out = append(out, text.NotedRemark+e.Note)
	}
	if e.Said != "" && e.Said != e.Text {
		out = append(out, text.SaidRemark+e.Said)
	}
	return out
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// register is the flat table: a row per entry, to filter and to mail back.
func (b *builder) register() Section {
	t := &Table{Key: "Inbreng", Summary: text.RegisterAbout, Columns: []Column{
		{Key: "code", Title: text.ColumnCode, Width: 8},
		{Key: "stakeholder", Title: text.ColumnRow, Width: 18, Choices: text.ColumnRow},
		{Key: "gm", Title: text.ColumnGM, Width: 10},
		{Key: "kind", Title: text.ColumnKind, Width: 15, Choices: text.ColumnKind},
		{Key: "text", Title: text.ColumnText, Width: 62},
		{Key: "also", Title: text.ColumnAlso, Width: 15},
		{Key: "theme", Title: text.ColumnTheme, Width: 16},
		{Key: "lines", Title: text.ColumnLine, Width: 20},
		{Key: string(model.EntryReach), Title: text.ColumnReach, Width: 13, Choices: text.ColumnReach},
		{Key: "status", Title: text.ColumnStatus, Width: 14, Choices: text.ColumnStatus},
		{Key: "confirmed", Title: text.ColumnConfirmed, Width: 14, Kind: Date},
		{Key: "certainty", Title: text.ColumnCertainty, Width: 12},
		{Key: "date", Title: text.ColumnDate, Width: 12, Kind: Date},
		{Key: "time", Title: text.ColumnTime, Width: 8, Kind: Clock},
		{Key: "session", Title: text.ColumnSession, Width: 14},
	}}
	joined := len(b.harvest.Joined) > 0
	if joined {
		t.Columns = append(t.Columns, Column{Key: "joined", Title: text.ColumnJoined, Width: 14})
	}
	internal := b.harvest.Variant == model.Internal
	if internal {
		t.Columns = append(t.Columns,
			Column{Key: "note", Title: text.ColumnNote, Width: 24},
			Column{Key: "said", Title: text.ColumnSaid, Width: 30},
			Column{Key: "origin", Title: text.ColumnOrigin, Width: 18},
		)
	}
	p := model.Programme{Kinds: b.harvest.Kinds, Stakeholders: b.harvest.Stakeholders, Lists: b.harvest.Lists}
	for _, e := range b.harvest.Entries {
		row := Row{Key: e.ID.String(), Cells: b.registerCells(p, e)}
		if joined {
			row.Cells = append(row.Cells, Cell{Text: strings.Join(b.harvest.Joined[e.ID], ", ")})
		}
		if internal {
			said := e.Said
			if said == e.Text {
				said = "" // it stands there
			}
			row.Cells = append(row.Cells, Cell{Text: e.Note}, Cell{Text: said}, Cell{Text: e.Origin})
		}
		t.Rows = append(t.Rows, row)
	}
	return Section{Key: "entries", Title: text.Register, Media: Sheets, Landscape: true, Blocks: []Block{t}}
}

func (b *builder) registerCells(p model.Programme, e model.Entry) []Cell {
	kind, _ := p.Kind(e.Kind)
	name, gm := text.Unassigned, ""
	if s, ok := p.Stakeholder(e.Stakeholder); ok {
		name = s.Name
		if s.Municipality() {
			gm = s.Key
		}
	}
	status := text.StatusOpen
	if e.Status == model.ToCheck {
		status = text.CheckRemark
	}
	var typed time.Time // a line that was brought in has no time of its own
	if e.Origin == "" {
		typed = e.Created
	}
	return []Cell{
		{Text: e.Code},
		{Text: name},
		{Text: gm},
		{Text: kind.Name},
		{Text: e.Text},
		{Text: strings.Join(b.names(e.Also), ", ")},
		{Text: strings.Join(b.themeNames(e.Themes), ", ")},
		{Text: strings.Join(lineNames(p.LinesOf(e)), ", ")},
		{Text: text.Reach(e.Follow[model.EntryReach])},
		{Text: status},
		{Time: e.Confirmed.At},
		{Text: text.Certainty(string(e.Certainty))},
		{Time: typed},
		{Time: typed},
		{Text: cmp.Or(text.Date(b.harvest.Info.Date), b.harvest.Info.Title)},
	}
}

func lineNames(lines []model.Item) []string {
	names := make([]string, len(lines))
	for i, line := range lines {
		names[i] = line.Name
	}
	return names
}
