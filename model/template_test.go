package model

import (
	"errors"
	"strings"
	"testing"
)

const soundTemplate = `{
	"session": "Overleg", "kinds": [{"key": "a", "letter": "A", "name": "Aa"}, {"key": "b", "letter": "B", "name": "Bee"}],
	"overview": ["b", "a"], "stakeholders": [{"key": "GM1", "name": "Een"}],
	"orders": [{"key": "o", "name": "Alfabetisch", "stakeholders": ["GM1"]}],
	"lines": [{"key": "l", "name": "Lijn"}], "agenda": [{"name": "Opening", "detail": "5 min"}]
}`

func TestATemplateWithHolesSaysWhichHole(t *testing.T) {
	if _, err := ParseTemplate([]byte(soundTemplate)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		from, to string
		want     TemplateError
	}{
		"no kinds":             {`"kinds": [{"key": "a", "letter": "A", "name": "Aa"}, {"key": "b", "letter": "B", "name": "Bee"}]`, `"kinds": []`, TemplateError{Part: "kinds"}},
		"no key":               {`"key": "b"`, `"key": " "`, TemplateError{Part: "kinds", N: 2, Field: "key"}},
		"no name":              {`"Bee"`, `"\u0000\u202e"`, TemplateError{Part: "kinds", N: 2, Field: "name"}},
		"no letter":            {`"B"`, `""`, TemplateError{Part: "kinds", N: 2, Field: "letter"}},
		"letter twice":         {`"B"`, `"a"`, TemplateError{HoleTwice, "kinds", 2, "letter", "A"}},
		"letter too long":      {`"B"`, `"BEE"`, TemplateError{HoleTooLong, "kinds", 2, "letter", ""}},
		"name too long":        {`"Bee"`, `"` + strings.Repeat("b", maxName+1) + `"`, TemplateError{HoleTooLong, "kinds", 2, "name", ""}},
		"key twice":            {`"key": "b"`, `"key": "a"`, TemplateError{HoleTwice, "kinds", 2, "key", "a"}},
		"overview unknown":     {`["b", "a"]`, `["b", "x"]`, TemplateError{HoleUnknown, "overview", 2, "", "x"}},
		"overview twice":       {`["b", "a"]`, `["b", "b"]`, TemplateError{HoleTwice, "overview", 2, "key", "b"}},
		"stakeholder no name":  {`"Een"`, `""`, TemplateError{Part: "stakeholders", N: 1, Field: "name"}},
		"order unknown":        {`["GM1"]`, `["GM9"]`, TemplateError{HoleUnknown, "orders", 1, "", "GM9"}},
		"line without a name":  {`"Lijn"`, `"\n"`, TemplateError{Part: "lines", N: 1, Field: "name"}},
		"too many on a list":   {`{"key": "l", "name": "Lijn"}`, strings.Repeat(`{"name":"x"},`, maxPart) + `{"name":"x"}`, TemplateError{HoleTooMany, "lines", 0, "", ""}},
		"title beyond a title": {`"Overleg"`, `"` + strings.Repeat("x", maxName+1) + `"`, TemplateError{HoleTooLong, "session", 0, "", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(soundTemplate, c.from) {
				t.Fatal("nothing was spoilt")
			}
			_, err := ParseTemplate([]byte(strings.Replace(soundTemplate, c.from, c.to, 1)))
			var got *TemplateError
			if !errors.As(err, &got) || *got != c.want {
				t.Errorf("got %v, want %v", err, &c.want)
			}
		})
	}
}

func TestATemplateIsCleaned(t *testing.T) {
	got, err := ParseTemplate([]byte("\uFEFF" + strings.Replace(soundTemplate, `"Bee"`, `" Be\u0007e\nof\tniet\u202e "`, 1)))
	if err != nil || got.Kinds[1].Name != "Bee of niet" || got.Kinds[1].Heading != "Bee of niet" {
		t.Errorf("got %+v, %v", got.Kinds, err)
	}
	for _, data := range []string{"", "{", "[]", `"x"`, `{"kinds": 3}`, `{"kinds": [3]}`} {
		if _, err := ParseTemplate([]byte(data)); !errors.Is(err, ErrTemplateSyntax) {
			t.Errorf("%q gives %v", data, err)
		}
	}
}

// FuzzParseTemplate: whatever comes in, a template that is accepted carries a
// session, and comes out of that session as it went in.
func FuzzParseTemplate(f *testing.F) {
	f.Add([]byte(soundTemplate))
	f.Add([]byte(`{"kinds":[{"key":"a","letter":"A","name":"A"}],"stakeholders":[{"key":"b","name":"b"}],"phases":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		template, err := ParseTemplate(data)
		if err != nil {
			return
		}
		s, err := NewSession(newID(), Device{Replica: 7, Letter: "A"}, &memory{}, nil, clock())
		must(t, err)
		must(t, s.Do(Begin{Template: template}))
		out := s.Template()
		if len(out.Kinds) != len(template.Kinds) || len(out.Stakeholders) != len(template.Stakeholders) {
			t.Errorf("%d kinds and %d stakeholders became %d and %d", len(template.Kinds), len(template.Stakeholders), len(out.Kinds), len(out.Stakeholders))
		}
		if err := out.check(); err != nil {
			t.Errorf("the session's own template has a hole: %v", err)
		}
	})
}

func TestABatchIsOneStep(t *testing.T) {
	s, _ := newTestSession(t)
	before := image(s)
	must(t, s.Do(Batch{
		PutParticipant{Participant{Role: "wethouder"}},
		PutParticipant{Participant{Role: "wethouder"}},
		PutItem{ListAgenda, Item{Name: "Opening"}},
	}))
	if p := s.Programme(); len(p.Participants) != 2 || len(p.Lists[ListAgenda]) != 1 {
		t.Fatalf("got %+v", p)
	}
	must(t, s.Undo())
	if got := image(s); got != before {
		t.Errorf("undo left\n%s", got)
	}
	n := len(s.Operations())
	for want, batch := range map[error]Batch{
		ErrEmptyText:    {PutParticipant{Participant{Role: "griffier"}}, PutParticipant{}},
		ErrWrittenTwice: {PutItem{ListAgenda, Item{Name: "een"}}, PutItem{ListAgenda, Item{Name: "twee"}}},
	} {
		if err := s.Do(batch); !errors.Is(err, want) || len(s.Operations()) != n {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}

func TestKindsAreData(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(PutKind{Kind{Letter: "W", Name: "Wens"}}))
	must(t, s.Do(PutKind{Kind{Letter: "V", Name: "Wens"}}))
	if kinds := s.Programme().Kinds; len(kinds) != 4 || kinds[2].Key == kinds[3].Key {
		t.Fatalf("got %+v", kinds)
	}
	if err := s.Do(PutKind{Kind{Letter: "w", Name: "Weerstand"}}); !errors.Is(err, ErrLetterTaken) {
		t.Errorf("a letter twice gives %v", err)
	}
	must(t, s.Do(RemoveKind{"b"}))
	if out := s.Template(); out.check() != nil {
		t.Errorf("after removing a kind: %v", out.check())
	}
	must(t, s.Do(RemoveKind{"a"}))
	must(t, s.Do(RemoveKind{"wens"}))
	if err := s.Do(RemoveKind{"wens-2"}); !errors.Is(err, ErrLastKind) {
		t.Errorf("removing the last kind gives %v", err)
	}
}

func TestAGemeenteThatComesBackKeepsItsCode(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(RemoveStakeholder{"GM1"}))
	must(t, s.Do(PutStakeholder{Stakeholder{Name: "een"}}))
	if _, ok := s.Programme().Stakeholder("GM1"); !ok {
		t.Errorf("got %+v", s.Programme().Stakeholders)
	}
}
