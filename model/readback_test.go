package model

import (
	"testing"
	"time"
)

func TestAChangeEndsAConfirmation(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Import{{Kind: "a", Stakeholder: "GM1", Text: "een"}, {Kind: "a", Stakeholder: "GM1", Text: "twee"}}))
	cell := s.Cell("GM1", "a")
	must(t, s.Do(Confirm{[]ID{cell[0].ID, cell[1].ID}, "wethouder"}))
	for _, e := range s.Cell("GM1", "a") {
		if !e.Confirmed.Valid() || e.Confirmed.By != "wethouder" {
			t.Fatalf("not confirmed: %+v", e.Confirmed)
		}
	}
	must(t, s.Do(Edit{cell[0].ID, "anders"}))
	if e, _ := s.Entry(cell[0].ID); e.Confirmed.Valid() || !e.Confirmed.Lapsed {
		t.Fatalf("a change left %+v", e.Confirmed)
	}
	must(t, s.Do(Annotate{cell[1].ID, "intern"}))
	if e, _ := s.Entry(cell[1].ID); !e.Confirmed.Valid() {
		t.Fatal("an internal note ended a confirmation")
	}
	must(t, s.Do(Move{cell[1].ID, "b", "GM1"}))
	if e, _ := s.Entry(cell[1].ID); !e.Confirmed.Lapsed {
		t.Fatal("a move left the confirmation")
	}
	must(t, s.Undo())
	if e, _ := s.Entry(cell[1].ID); !e.Confirmed.Valid() {
		t.Fatal("undoing the move did not bring the confirmation back")
	}
}

func TestOthersNameAnEntryToo(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "een"}))
	id := s.Entries()[0].ID
	must(t, s.Do(AlsoNamed{id, "GM2", true}))
	must(t, s.Do(Themed{[]ID{id}, "Wonen en zorg", true}))
	if e, _ := s.Entry(id); len(e.Also) != 1 || e.Also[0] != "GM2" || len(e.Themes) != 1 {
		t.Fatalf("got %+v", e)
	}
	if themes := s.Programme().Lists[ListThemes]; len(themes) != 1 || themes[0].Name != "Wonen en zorg" {
		t.Fatalf("themes %+v", themes)
	}
	must(t, s.Undo())
	if e, _ := s.Entry(id); len(e.Themes) != 0 || len(s.Programme().Lists[ListThemes]) != 0 {
		t.Fatal("undo left the theme")
	}
	must(t, s.Do(AlsoNamed{id, "GM2", false}))
	if e, _ := s.Entry(id); len(e.Also) != 0 {
		t.Fatal("still also named")
	}
}

func TestTimeSpentIsKeptAndNotUndone(t *testing.T) {
	s, m := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "een"}))
	must(t, s.Do(Spend{"GM1", 90 * time.Second}))
	must(t, s.Do(Spend{"GM1", 30 * time.Second}))
	must(t, s.Undo())
	if s.Len() != 0 || s.Spent("GM1") != 2*time.Minute {
		t.Fatalf("%d lines, %v spent", s.Len(), s.Spent("GM1"))
	}
	again, err := NewSession(s.ID(), s.Device(), m, m.ops, clock())
	must(t, err)
	if again.Spent("GM1") != 2*time.Minute {
		t.Fatalf("re-opened: %v", again.Spent("GM1"))
	}
}

func TestTemplateOfASessionStartsAnother(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(PutKind{Kind{Letter: "W", Name: "Wens"}}))
	must(t, s.Do(PutStakeholder{Stakeholder{Name: "GGD Flevoland"}}))
	must(t, s.Do(Capture{Kind: "wens", Stakeholder: "ggd-flevoland", Text: "geheim"}))
	other, err := NewSession(newID(), Device{Replica: 3, Letter: "A"}, &memory{}, nil, clock())
	must(t, err)
	must(t, other.Do(Begin{Template: s.Template()}))
	if len(other.Programme().Kinds) != 3 || len(other.Programme().Stakeholders) != 3 || other.Len() != 0 {
		t.Fatalf("got %+v", other.Programme())
	}
}
