package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/export"
	"oogst/model"
	"oogst/model/intake"
	"oogst/ui/text"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

// forgetful is a journal that keeps nothing.
type forgetful struct{}

func (forgetful) Append([]model.Operation) error { return nil }

func newSession(t testing.TB) *model.Session {
	t.Helper()
	tpl, err := builtIn(defaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2018, 3, 14, 14, 0, 0, 0, time.UTC)
	clock := func() time.Time {
		at = at.Add(300 * time.Millisecond)
		return at
	}
	s, err := model.NewSession(uuid.New(), model.Device{Replica: 7, Letter: "A", Actor: "laptop A"}, forgetful{}, nil, clock)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, model.Begin{Template: tpl})
	return s
}

func do(t interface{ Fatal(...any) }, s *model.Session, commands ...model.Command) {
	for _, c := range commands {
		if err := s.Do(c); err != nil {
			t.Fatal(err)
		}
	}
}

// awkward are texts that a format could spoil.
var awkward = []string{
	"=1+1", "- kluswinkel", "'=1", "'t Zand", "+31", "@naam", "_x0041_", "a\n\nb", "één\u00a0lijn", "a  b", "\U0001F6B2 fiets",
	"x\uFFFEy", "een; twee, drie", `zei "ja"`, "\u200bonzichtbaar", "＝breed", "A14 (vervolg)", "1e3", "TRUE", "14-3-2018",
}

func anyText(t *rapid.T, label string) string {
	return rapid.OneOf(
		rapid.SampledFrom(awkward),
		rapid.StringMatching(`[A-Za-zé] ?[a-z ='\n]{0,30}[a-z]`),
		rapid.StringN(1, 40, -1).Filter(func(s string) bool { return strings.TrimSpace(s) != "" }),
	).Draw(t, label)
}

// anyLines fills a session with lines of every make.
func anyLines(t *rapid.T, s *model.Session) {
	p := s.Programme()
	anyone := func(label string) string { return rapid.SampledFrom(p.Stakeholders).Draw(t, label).Key }
	for range rapid.IntRange(1, 8).Draw(t, "lines") {
		c := model.Capture{
			Kind: rapid.SampledFrom(p.Kinds).Draw(t, "kind").Key, Text: anyText(t, "text"), Note: anyText(t, "note"),
			Status:     rapid.SampledFrom([]model.Status{model.Captured, model.ToCheck}).Draw(t, "status"),
			Visibility: rapid.SampledFrom([]model.Visibility{model.VisibilityPublic, model.VisibilityParticipants, model.VisibilityInternal}).Draw(t, "visibility"),
			Certainty:  rapid.SampledFrom([]model.Certainty{model.Stated, model.Guessed, model.Unknown}).Draw(t, "certainty"),
			Said:       strings.Repeat(anyText(t, "said"), rapid.SampledFrom([]int{0, 0, 0, 1, 1, 1, 1, 1500}).Draw(t, "long")),
		}
		if rapid.Bool().Draw(t, "assigned") {
			c.Stakeholder = anyone("who")
		}
		if rapid.Bool().Draw(t, "also") {
			c.Also = []string{anyone("also")}
		}
		if rapid.Bool().Draw(t, "themed") {
			c.Themes = []string{"wonen", rapid.SampledFrom([]string{"zorg", "werk, inkomen"}).Draw(t, "theme")}
		}
		if rapid.Bool().Draw(t, "judged") {
			c.Follow = map[model.EntryField]string{
				model.EntryCondition(rapid.SampledFrom(p.Lists[model.ListConditions]).Draw(t, "condition").Key): rapid.SampledFrom(model.Verdicts).Draw(t, "verdict"),
				model.EntryReason: anyText(t, "reason"), model.EntryLead: anyText(t, "lead"), model.EntryDue: "2018-06-01",
				model.EntryState: rapid.SampledFrom([]string{"", model.StateDone}).Draw(t, "state"),
				model.EntryReach: rapid.SampledFrom(model.Reaches).Draw(t, "reach"), model.EntryPromising: rapid.SampledFrom(model.Verdicts).Draw(t, "promising"),
			}
			for _, line := range p.Lists[model.ListLines] {
				c.Follow[model.EntryLine(line.Key)] = rapid.SampledFrom([]string{"", model.OnLine}).Draw(t, "line")
			}
		}
		_ = s.Do(c) // one of nothing visible is refused
	}
}

// register makes the register of a session and reads it back.
func register(t testing.TB, s *model.Session, v model.Variant, format string) intake.Table {
	t.Helper()
	version := s.NextVersion(false)
	r := export.NewReport(s.Harvest(v), export.Edition{Version: version.String(), Made: time.Unix(1e9, 0)})
	var out bytes.Buffer
	var table intake.Table
	var err error
	write := map[string]writer{"csv": writeCSV, "xlsx": writeExcel, "ods": writeODS}[format]
	if _, err = write(context.Background(), &out, r, nil); err == nil && format == "csv" {
		table, err = intake.ReadText(out.Bytes())
	} else if err == nil {
		table, err = (&host{}).readSheet(out.Bytes())
	}
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, model.Record{Version: version})
	return table
}

func compare(t testing.TB, s *model.Session, table intake.Table) model.Correction {
	t.Helper()
	r, err := intake.Read(table, s.Programme(), s.Entries(), "blad.xlsx")
	if err != nil {
		t.Fatalf("%v in %v", err, table.Rows)
	}
	return s.Compare(r.Reply)
}

func TestARegisterReadBackUnchangedChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := newSession(t)
		anyLines(rt, s)
		for _, v := range model.Variants {
			if len(s.Harvest(v).Entries) == 0 {
				continue
			}
			for _, format := range []string{"xlsx", "csv", "ods"} {
				c := compare(t, s, register(t, s, v, format))
				if !c.Empty() || c.Kept != 0 {
					rt.Fatalf("%s %s: %+v", v, format, c)
				}
				if want := s.Len() - len(s.Harvest(v).Entries); c.Missing != want {
					rt.Fatalf("%s %s: %d missing, want %d", v, format, c.Missing, want)
				}
			}
		}
	})
}

// edit is one cell that somebody fills, and what the session should make of it.
type edit struct {
	column, cell string
	field        model.EntryField
	value        string
}

func anyEdit(t *rapid.T, s *model.Session) edit {
	p := s.Programme()
	who := rapid.SampledFrom(p.Stakeholders).Draw(t, "who")
	kind := rapid.SampledFrom(p.Kinds).Draw(t, "kind")
	return rapid.SampledFrom([]edit{
		{text.ColumnText, "anders", model.EntryText, "anders"},
		{text.ColumnKind, strings.ToUpper(kind.Plural), model.EntryKind, kind.Key},
		{text.ColumnRow, " " + who.Name, model.EntryStakeholder, who.Key},
		{text.ColumnTheme, "zorg,Nieuw  thema", model.EntryThemes, "Nieuw thema\nzorg"},
		{text.ColumnReach, "Bovenlokaal", model.EntryReach, model.ReachSupraLocal},
		{text.ColumnStatus, text.CheckRemark, model.EntryStatus, string(model.ToCheck)},
		{text.ColumnStatus, "Ingetrokken", model.EntryStatus, string(model.StatusWithdrawn)},
		{text.ColumnNote, "", model.EntryNote, ""},
	}).Draw(t, "edit")
}

func value(e model.Entry, s *model.Session, f model.EntryField) string {
	switch f {
	case model.EntryText:
		return e.Text
	case model.EntryKind:
		return e.Kind
	case model.EntryStakeholder:
		return e.Stakeholder
	case model.EntryNote:
		return e.Note
	case model.EntryReach:
		return e.Follow[f]
	case model.EntryStatus:
		if e.Withdrawn {
			return string(model.StatusWithdrawn)
		}
		return string(e.Status)
	}
	var names []string
	for _, item := range s.Programme().Lists[model.ListThemes] {
		if slices.Contains(e.Themes, item.Key) {
			names = append(names, item.Name)
		}
	}
	return model.JoinSet(names)
}

func TestEditsOfTheSheetAreExactlyTheChanges(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := newSession(t)
		anyLines(rt, s)
		if s.Len() == 0 {
			return
		}
		table := register(t, s, model.Internal, rapid.SampledFrom([]string{"xlsx", "ods"}).Draw(rt, "format"))
		header := table.Rows[0].Cells
		byCode := map[string]model.Entry{}
		for _, e := range s.Entries() {
			byCode[e.Code] = e
		}
		want := map[string]string{}
		for i := range table.Rows[1:] {
			row := &table.Rows[i+1]
			code := row.Cells[0]
			e, known := byCode[code]
			if !known || !rapid.Bool().Draw(rt, "touch") {
				continue // a continuation
			}
			ed := anyEdit(rt, s)
			for len(row.Cells) < len(header) {
				row.Cells = append(row.Cells, "")
			}
			row.Cells[slices.Index(header, ed.column)] = ed.cell
			if value(e, s, ed.field) != ed.value {
				want[code+" "+string(ed.field)] = ed.value
			}
		}
		fresh := rapid.IntRange(0, 2).Draw(rt, "new")
		for i := range fresh {
			table.Rows = append(table.Rows, intake.Row{Line: 900 + i, Cells: []string{"", "Urk", "", "Idee", fmt.Sprint("nieuw ", i), "", "wonen, splinternieuw"}})
		}
		c := compare(t, s, table)
		got := map[string]string{}
		for _, d := range c.Changes {
			got[d.Code+" "+string(d.Field)] = d.Theirs
		}
		if fmt.Sprint(got) != fmt.Sprint(want) || len(c.Conflicts) != 0 || len(c.New) != fresh {
			rt.Fatalf("got %q and %d new, want %q and %d; conflicts %v", got, len(c.New), want, fresh, c.Conflicts)
		}
		before, operations := s.Harvest(model.Internal).Mark, len(s.Operations())
		do(t, s, model.Correct{Correction: c})
		if again := compare(t, s, table); !again.Empty() || again.Repeated != fresh {
			rt.Fatalf("read again: %+v", again)
		}
		if len(s.Operations()) == operations {
			return
		}
		if err := s.Undo(); err != nil {
			rt.Fatal(err)
		}
		if after := s.Harvest(model.Internal).Mark; after != before {
			rt.Fatalf("after one undo the mark is %s, was %s", after, before)
		}
	})
}

func TestBothSidesChanged(t *testing.T) {
	s := newSession(t)
	for range 5 {
		do(t, s, model.Capture{Kind: "idea", Stakeholder: "GM0184", Text: "begin"})
	}
	table := register(t, s, model.Internal, "xlsx")
	for i, cell := range map[int]string{1: "theirs", 3: "theirs", 4: "theirs"} {
		table.Rows[i].Cells[slices.Index(table.Rows[0].Cells, text.ColumnText)] = cell
	}
	e := s.Entries()
	do(t, s, model.Edit{Entry: e[0].ID, Text: "ours"}, model.Edit{Entry: e[1].ID, Text: "ours"}, model.Withdraw{Entry: e[3].ID})
	c := compare(t, s, table)
	if !c.BaseKnown || c.Kept != 1 || len(c.Changes) != 2 || len(c.Conflicts) != 2 {
		t.Fatalf("got %+v", c)
	}
	if err := s.Do(model.Correct{Correction: c}); !errors.Is(err, model.ErrConflicts) {
		t.Fatalf("without a choice: %v", err)
	}
	texts := func(choice model.Choice) (out []string) {
		do(t, s, model.Correct{Correction: c, Choice: choice})
		for _, e := range s.Entries() {
			out = append(out, fmt.Sprint(e.Text, e.Withdrawn))
		}
		return out
	}
	if got := texts(model.Ours); fmt.Sprint(got) != "[oursfalse oursfalse theirsfalse theirstrue beginfalse]" {
		t.Fatalf("ours: %v", got)
	}
	if err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := texts(model.Theirs); fmt.Sprint(got) != "[theirsfalse oursfalse theirsfalse theirsfalse beginfalse]" {
		t.Fatalf("theirs: %v", got)
	}
	if err := s.Do(model.Correct{Correction: c, Choice: model.Theirs}); !errors.Is(err, model.ErrOutdated) {
		t.Fatalf("a second time: %v", err)
	}
	table.Mark = "00000000"
	if c := compare(t, s, table); c.BaseKnown || len(c.Conflicts) != 0 || len(c.Changes) != 1 {
		t.Fatalf("without a base: %+v", c)
	}
}
