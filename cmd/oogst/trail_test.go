package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/ui/text"
	"oogst/ui/trail"
)

// TestTheTrailInWords holds what each command does against how it is told.
func TestTheTrailInWords(t *testing.T) {
	s := newSession(t)
	if got, want := trailOf(s), []string{"Overleg|nieuw|||Bestuurlijk overleg Krachtige Samenleving"}; !slices.Equal(got, want) {
		t.Errorf("a new session is told as %q, want %q", got, want)
	}
	do(t, s, model.Capture{Kind: "idea", Stakeholder: "GM0303", Text: "een", Note: "stil"}, model.Capture{Kind: "idea", Stakeholder: "GM0303", Text: "twee"})
	id, other := s.Entries()[0].ID, s.Entries()[1].ID
	for _, c := range []struct {
		command model.Command
		want    []string // subject, action, field, before and after; a line each
	}{
		{model.Capture{Kind: "idea", Text: "drie"}, []string{"A03|nieuw|||drie"}},
		{model.Edit{Entry: id, Text: "uno"}, []string{"A01|gewijzigd|tekst|een|uno"}},
		{model.Move{Entry: id, Kind: "pilotidea"}, []string{"A01|gewijzigd|soort|Idee|Pilotidee", "A01|gewijzigd|gemeente|Dronten|Nog niet toegewezen"}},
		{model.Reorder{Entry: other}, []string{"A02|andere plaats in de lijst|||"}},
		{model.Mark{Entry: id, Status: model.ToCheck}, []string{"A01|gewijzigd|status|vastgelegd|te controleren"}},
		{model.Annotate{Entry: id, Note: "hard"}, []string{"A01|gewijzigd|interne notitie|stil|hard"}},
		{model.AlsoNamed{Entry: id, Stakeholder: "GM0184", Named: true}, []string{"A01|gewijzigd|ook genoemd door||Urk"}},
		{model.AlsoNamed{Entry: id, Stakeholder: "GM0184"}, []string{"A01|gewijzigd|ook genoemd door|Urk|"}},
		{model.Themed{Entries: []model.ID{id}, Theme: "Wonen en zorg", Under: true}, []string{"A01|gewijzigd|thema||Wonen en zorg", "Thema|nieuw|||Wonen en zorg"}},
		{model.Follow{Entry: id, Field: model.EntryCondition("citizen-central"), Value: model.VerdictNo}, []string{"A01|gewijzigd|voorwaarde: Flevolander staat centraal|niet besproken|nee"}},
		{model.Follow{Entry: id, Field: model.EntryState, Value: model.StateDone}, []string{"A01|gewijzigd|stand van zaken|open|gereed"}},
		{model.Follow{Entry: id, Field: model.EntryLine("liveable-countryside"), Value: model.OnLine}, []string{"A01|gewijzigd|programmalijn||Leefbaar platteland"}},
		{model.Follow{Entry: id, Field: model.EntryLine("liveable-countryside")}, []string{"A01|gewijzigd|programmalijn|Leefbaar platteland|"}},
		{model.Follow{Entry: id, Field: model.EntryReach, Value: model.ReachSupraLocal}, []string{"A01|gewijzigd|lokaal of bovenlokaal||bovenlokaal"}},
		{model.Follow{Entry: id, Field: model.EntryPromising, Value: model.VerdictPartly}, []string{"A01|gewijzigd|kansrijk|niet besproken|deels"}},
		{model.RenameTheme{Key: "wonen-en-zorg", Name: "Wonen"}, []string{"Thema Wonen|gewijzigd|naam|Wonen en zorg|Wonen"}},
		{model.Themed{Theme: "zorg", Under: true}, []string{"Thema|nieuw|||zorg"}},
		{model.RemoveTheme{Key: "wonen-en-zorg", Into: "zorg"}, []string{"A01|gewijzigd|thema|wonen-en-zorg|", "A01|gewijzigd|thema||zorg", "Thema|weggehaald||Wonen|"}},
		{model.Join{Into: other, Entries: []model.ID{id}}, []string{"A02|gewijzigd|thema||zorg", "A01|samengevoegd met|||A02"}},
		{model.Restore{Entry: id}, []string{"A01|teruggezet|||"}},
		{model.Confirm{Entries: []model.ID{id}, By: "wethouder"}, []string{"A01|bevestigd|||14 maart 2018, "}},
		{model.Edit{Entry: id, Text: "unus"}, []string{"A01|gewijzigd|tekst|uno|unus", "A01|bevestiging vervallen||14 maart 2018, "}},
		{model.Withdraw{Entry: id}, []string{"A01|ingetrokken|||"}},
		{model.Restore{Entry: id}, []string{"A01|teruggezet|||"}},
		{model.Describe{Field: model.Place, Value: "Urk"}, []string{"Overleg|gewijzigd|plaats||Urk"}},
		{model.PutParticipant{Participant: model.Participant{Role: "wethouder"}}, []string{"Aanwezige|nieuw|||wethouder"}},
		{model.PutKind{Kind: model.Kind{Key: "action", Letter: "C", Name: "Actie"}}, []string{"Soort|nieuw|||Actie"}},
		{model.RemoveKind{Key: "action"}, []string{"Soort|weggehaald||Actie|"}},
		{model.Record{Version: s.NextVersion(false)}, []string{"Versie|documenten gemaakt|||0.1"}},
	} {
		before := len(trailOf(s))
		do(t, s, c.command)
		got := trailOf(s)[before:]
		if len(got) != len(c.want) {
			t.Errorf("%T is told as %q, want %q", c.command, got, c.want)
			continue
		}
		for i, want := range c.want {
			if !strings.HasPrefix(got[i], want) {
				t.Errorf("%T is told as %q, want %q", c.command, got[i], want)
			}
		}
	}
	do(t, s, model.Capture{Kind: "idea", Text: "vier"})
	for _, c := range []struct {
		back func() error
		want string
	}{
		{s.Undo, "A04|ongedaan of opnieuw: weggehaald||vier|"},
		{s.Redo, "A04|ongedaan of opnieuw: nieuw|||vier"},
	} {
		if err := c.back(); err != nil {
			t.Fatal(err)
		}
		if all := trailOf(s); all[len(all)-1] != c.want {
			t.Errorf("told as %q, want %q", all[len(all)-1], c.want)
		}
	}
	b, err := model.NewSession(s.ID(), model.Device{Replica: 9, Letter: "K", Actor: "laptop K"}, forgetful{}, s.Operations(), func() time.Time { return time.Date(2018, 3, 14, 13, 0, 0, 0, time.UTC) })
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, model.Capture{Kind: "idea", Text: "van K"})
	before := len(trailOf(s))
	if _, err := s.Merge(b.Operations()); err != nil {
		t.Fatal(err)
	}
	if got, want := trailOf(s)[before:], []string{"K01|nieuw|||van K", "Overleg|met een ander exemplaar samengevoegd|||"}; !slices.Equal(got, want) {
		t.Errorf("a merge is told as %q, want %q", got, want)
	}
	for _, e := range s.Trail() {
		if e.Type == "merge" {
			continue // its fields are laptops
		}
		if name, _, _ := strings.Cut(e.Field, ":"); text.Fields[name] == "" {
			t.Errorf("the field %s has no name", e.Field)
		}
	}
}

// trailOf is the trail in words, a row each.
func trailOf(s *model.Session) (lines []string) {
	for _, l := range trail.Tell(s.Programme(), s.Trail()) {
		lines = append(lines, strings.Join([]string{l.Subject, l.Action, l.Field, l.Before, l.After}, "|"))
	}
	return lines
}
