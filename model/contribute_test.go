package model

import (
	"errors"
	"testing"
)

func TestALineBringsItsThemesAndItsKindInOneStep(t *testing.T) {
	s, _ := newTestSession(t)
	action := Kind{Key: "action", Letter: "C", Name: "Actie"}
	line := Contribute{Capture{Kind: "action", Stakeholder: "GM1", Text: "bellen", Themes: []string{"Wonen en zorg", "jeugd", "wonen en zorg"}}, action}
	must(t, s.Do(line))
	e := s.Cell("GM1", "action")
	if len(e) != 1 || len(e[0].Themes) != 2 || len(s.Programme().Lists[ListThemes]) != 2 {
		t.Fatalf("got %+v, themes %v", e, s.Programme().Lists[ListThemes])
	}
	must(t, s.Do(line)) // nothing is made twice
	if n := len(s.Programme().Kinds); n != 3 {
		t.Fatalf("%d kinds", n)
	}
	must(t, s.Undo())
	must(t, s.Undo())
	if p := s.Programme(); s.Len() != 0 || len(p.Kinds) != 2 || len(p.Lists[ListThemes]) != 0 {
		t.Fatalf("undo left %d lines, %v, %v", s.Len(), p.Kinds, p.Lists[ListThemes])
	}
	must(t, s.Redo())
	if e := s.Cell("GM1", "action"); len(e) != 1 || len(e[0].Themes) != 2 {
		t.Fatalf("redo gave %+v", e)
	}
}

func TestLinesThatBringTheSameMakeItOnce(t *testing.T) {
	s, _ := newTestSession(t)
	one := Contribute{Capture: Capture{Kind: "a", Stakeholder: "GM1", Text: "een", Themes: []string{"wonen"}}}
	must(t, s.Do(Contributions{one, one}))
	if s.Len() != 2 || len(s.Programme().Lists[ListThemes]) != 1 {
		t.Fatalf("%d lines, themes %v", s.Len(), s.Programme().Lists[ListThemes])
	}
	must(t, s.Undo())
	if s.Len() != 0 {
		t.Fatal("undo took back a part")
	}
	bad := one
	bad.Text = " "
	if err := s.Do(Contributions{one, bad}); !errors.Is(err, ErrEmptyText) || s.Len() != 0 {
		t.Fatalf("%v, %d lines", err, s.Len())
	}
	bad = one
	bad.Kind = "unknown"
	if err := s.Do(bad); !errors.Is(err, ErrUnknownKind) {
		t.Fatalf("an unknown kind gives %v", err)
	}
}

func TestScreensAreToldWhatAStepDidOneByOne(t *testing.T) {
	s, _ := newTestSession(t)
	var told []Change
	defer s.Subscribe(func(c []Change) { told = append(told, c...) })()
	must(t, s.Do(Contribute{Capture: Capture{Kind: "a", Stakeholder: "GM1", Text: "een", Themes: []string{"wonen"}}}))
	if len(told) != 2 {
		t.Fatalf("told %T", told)
	}
	if _, ok := told[0].(ProgrammeChanged); !ok {
		t.Errorf("first %T", told[0])
	}
	if _, ok := told[1].(EntryAdded); !ok {
		t.Errorf("then %T", told[1])
	}
}
