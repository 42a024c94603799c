package model

import (
	"errors"
	"slices"
	"testing"
)

// under gives the texts of the entries of a theme, by its name.
func under(s *Session, theme string) (texts []string) {
	for _, t := range s.Themes() {
		for _, e := range s.Entries() {
			if t.Name == theme && !e.Withdrawn && slices.Contains(e.Themes, t.Key) {
				texts = append(texts, e.Text)
			}
		}
	}
	return texts
}

func wantUnder(t *testing.T, s *Session, theme string, want ...string) {
	t.Helper()
	if got := under(s, theme); !slices.Equal(got, want) {
		t.Errorf("under %q are %q, want %q", theme, got, want)
	}
}

func themeNames(s *Session) (names []string) {
	for _, t := range s.Themes() {
		names = append(names, t.Name)
	}
	return names
}

func TestThemesAreMadeRenamedJoinedAndTakenAway(t *testing.T) {
	s, _ := newTestSession(t)
	for _, text := range []string{"een", "twee", "drie"} {
		must(t, s.Do(Capture{Kind: "a", Text: text}))
	}
	all := s.Entries()
	ids := []ID{all[0].ID, all[1].ID, all[2].ID}
	must(t, s.Do(Themed{ids[:2], "Wonen", true}))
	must(t, s.Do(Themed{append(ids[1:], ids[2]), "zorg en\nwelzijn", true}))
	must(t, s.Do(Themed{nil, "leeg", true}))
	wantUnder(t, s, "Wonen", "een", "twee")
	wantUnder(t, s, "zorg en welzijn", "twee", "drie")

	// A renamed theme keeps its lines, and gives its former name free.
	must(t, s.Do(RenameTheme{"wonen", "Wonen met zorg"}))
	wantUnder(t, s, "Wonen met zorg", "een", "twee")
	must(t, s.Do(Contribute{Capture: Capture{Kind: "a", Text: "vier", Themes: []string{"wonen met zorg", "wonen"}}}))
	wantUnder(t, s, "Wonen met zorg", "een", "twee", "vier")
	wantUnder(t, s, "wonen", "vier")
	if got := themeNames(s); len(got) != 4 {
		t.Errorf("the themes are %q", got)
	}
	if theme, ok := s.ThemeNamed(" WONEN  met zorg"); !ok || theme.Key != "wonen" {
		t.Errorf("found %+v by that name", theme)
	}
	for name, c := range map[string]struct {
		command Command
		err     error
	}{
		"to nothing": {RenameTheme{"wonen", " \n"}, ErrEmptyText},
		"to another": {RenameTheme{"wonen-2", "WONEN MET ZORG"}, ErrNameTaken},
		"of none":    {RenameTheme{"x", "y"}, ErrUnknownTheme},
		"into none":  {RemoveTheme{"wonen", "x"}, ErrUnknownTheme},
		"none":       {RemoveTheme{"x", ""}, ErrUnknownTheme},
		"into it":    {RemoveTheme{"wonen", "wonen"}, ErrUnknownTheme},
		"no name":    {Themed{ids, " ", true}, ErrEmptyText},
		"no entry":   {Themed{[]ID{newID()}, "wonen", true}, ErrUnknownEntry},
	} {
		if err := s.Do(c.command); !errors.Is(err, c.err) {
			t.Errorf("%s: %v, want %v", name, err, c.err)
		}
	}

	must(t, s.Do(Withdraw{ids[2]}))
	before := image(s)
	must(t, s.Do(RemoveTheme{"zorg-en-welzijn", "wonen"}))
	wantUnder(t, s, "Wonen met zorg", "een", "twee", "vier")
	if got := themeNames(s); slices.Contains(got, "zorg en welzijn") {
		t.Errorf("the joined theme is still there: %q", got)
	}
	must(t, s.Do(Restore{ids[2]}))
	wantUnder(t, s, "Wonen met zorg", "een", "twee", "drie", "vier")
	must(t, s.Undo())
	must(t, s.Undo())
	if image(s) != before {
		t.Error("one undo doesn't take the joining back")
	}
	must(t, s.Do(RemoveTheme{Key: "wonen"}))
	if e, _ := s.Entry(ids[0]); len(e.Themes) > 0 {
		t.Errorf("it still has %q", e.Themes)
	}
}

// TestALineIsUnderAThemeThatWasTakenAwayElsewhere: it isn't lost to who looks by
// theme, nor in documents.
func TestALineIsUnderAThemeThatWasTakenAwayElsewhere(t *testing.T) {
	a, b, ids := apart(t, Capture{Kind: "a", Text: "een", Themes: []string{"Wonen"}}, Capture{Kind: "a", Text: "twee"})
	must(t, a.Do(RemoveTheme{Key: "wonen"}))
	must(t, b.Do(Themed{ids[1:], "wonen", true}))
	exchange(t, a, b, a)
	if image(a) != image(b) {
		t.Fatal("laptops differ")
	}
	wantUnder(t, a, "wonen", "twee")
	for _, v := range Variants {
		if got := a.Harvest(v).Lists[ListThemes]; len(got) != 1 || got[0].Name != "wonen" {
			t.Errorf("%s has the themes %+v", v, got)
		}
	}
	must(t, a.Do(RenameTheme{"wonen", "Wonen"}))
	wantUnder(t, a, "Wonen", "twee")
	if a.Harvest(Internal).Mark != a.Mark() {
		t.Error("the mark of a document isn't that of the session")
	}
}

// TestEmptyThemesStayInTheHouse: a name that no line of the variant goes by.
func TestEmptyThemesStayInTheHouse(t *testing.T) {
	s, _ := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Text: "een", Themes: []string{"open"}}))
	must(t, s.Do(Capture{Kind: "a", Text: "twee", Themes: []string{"weg"}}))
	must(t, s.Do(Themed{nil, "leeg", true}))
	must(t, s.Do(Withdraw{s.Entries()[1].ID}))
	for v, want := range map[Variant]int{Internal: 3, Participants: 1, Public: 1} {
		if got := s.Harvest(v).Lists[ListThemes]; len(got) != want {
			t.Errorf("%s has the themes %+v, want %d", v, got, want)
		}
	}
	if len(s.Themes()) != 3 {
		t.Error("making documents took themes away")
	}
}
