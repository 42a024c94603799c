package screen_test

import (
	"slices"
	"strings"
	"testing"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// ordered opens Ordenen in a window, with its focus.
func ordered(t *testing.T, s *model.Session, h *roomHost, m theme.Mode, size fyne.Size) (*screen.Ordering, fyne.Canvas) {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(theme.New(m))
	o := screen.NewOrdering(h, s)
	t.Cleanup(o.Close)
	w := look(t, m, size, o.Content())
	h.on = w.Canvas
	h.keys.OnRune = o.Type
	w.Canvas().Focus(o.Target())
	return o, w.Canvas()
}

func themesOf(s *model.Session, code string) (names []string) {
	for _, key := range byCode(s, code).Themes {
		names = append(names, s.ThemeName(key))
	}
	return names
}

func byCode(s *model.Session, code string) model.Entry {
	all := s.Entries()
	return all[slices.IndexFunc(all, func(e model.Entry) bool { return e.Code == code })]
}

// orderingRoom has five lines, of which two are alike.
func orderingRoom(t *testing.T) (*model.Session, *roomHost) {
	t.Helper()
	return orderingRoomOn(t, inMemory{})
}

func orderingRoomOn(t *testing.T, journal inMemory) (*model.Session, *roomHost) {
	t.Helper()
	startRoom(t)
	s, h := openRoomOn(t, journal)
	for _, c := range []model.Capture{
		{Kind: "idea", Stakeholder: dronten, Text: "Een buurthuis waar jong en oud elkaar ontmoeten"}, // A01
		{Kind: "pilotidea", Stakeholder: dronten, Text: "Proef met deelvervoer tussen de kernen"},
		{Kind: "idea", Stakeholder: almere, Text: "Buurthuis waar oud en jong elkaar ontmoeten"}, // A03
		{Kind: "attention", Stakeholder: almere, Text: "Let op privacy"},
		{Kind: "idea", Text: "Samen eten"},
	} {
		do(t, s, c)
	}
	return s, h
}

var roomy = fyne.NewSize(1280, 752)

// TestThemesAreGivenByKeysAlone: type a theme, Enter, and one is at the next line.
func TestThemesAreGivenByKeysAlone(t *testing.T) {
	s, h := orderingRoom(t)
	o, c := ordered(t, s, h, theme.Light, roomy)
	types(c, "wonen met zorg")
	press(c, fyne.KeyReturn)
	if got := themesOf(s, "A01"); !slices.Equal(got, []string{"wonen met zorg"}) || c.Focused() != o.Target() {
		t.Fatalf("A01 is under %q, the focus at %T", got, c.Focused())
	}
	// Several at once, as one step; a # in front is no part of the name.
	press(c, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	wantSeen(t, o.Content(), "2 regels gekozen", true)
	types(c, "#vervoer")
	press(c, fyne.KeyReturn)
	if a, b := themesOf(s, "A02"), themesOf(s, "A03"); !slices.Equal(a, []string{"vervoer"}) || !slices.Equal(b, a) {
		t.Errorf("A02 is under %q, A03 under %q", a, b)
	}
	must(t, s.Undo())
	if n := len(themesOf(s, "A02")) + len(themesOf(s, "A03")); n > 0 {
		t.Errorf("one undo leaves %d", n)
	}
	must(t, s.Redo())

	// Without a theme: each line leaves as it gets one, and the next is there.
	o.Escape()
	o.ChooseNth(0)
	for range 2 {
		types(c, "overig")
		press(c, fyne.KeyReturn)
	}
	wantSeen(t, o.Content(), "Hier staan geen regels.", true)
	o.ChooseNth(9)
	o.Content().Refresh()
	wantSeen(t, o.Content(), "Deze toets hoort bij geen thema.", true)
	types(c, "ergens") // there is no line
	press(c, fyne.KeyReturn)
	if n := len(s.Themes()); n != 3 {
		t.Errorf("there are %d themes", n)
	}
}

// TestTheNextLineIsThere where one leaves the list.
func TestTheNextLineIsThere(t *testing.T) {
	s, h := orderingRoom(t)
	o, c := ordered(t, s, h, theme.Light, roomy)
	o.ChooseNth(0)
	press(c, fyne.KeyDown)
	for range 2 {
		types(c, "overig")
		press(c, fyne.KeyReturn)
	}
	for code, want := range map[string]int{"A01": 0, "A02": 1, "A03": 1, "A04": 0} {
		if got := themesOf(s, code); len(got) != want {
			t.Errorf("%s is under %q", code, got)
		}
	}
}

// TestAThemeThatIsThereIsOffered by some letters of any of its words.
func TestAThemeThatIsThereIsOffered(t *testing.T) {
	s, h := orderingRoom(t)
	do(t, s, model.Themed{Entries: []model.ID{byCode(s, "A05").ID}, Theme: "wonen met zorg", Under: true})
	o, c := ordered(t, s, h, theme.Light, roomy)
	types(c, "ZÓ")
	wantSeen(t, o.Content(), "#wonen met zorg", true)
	press(c, fyne.KeyTab)
	next(c)
	press(c, fyne.KeyReturn)
	if got := themesOf(s, "A01"); !slices.Equal(got, []string{"wonen met zorg"}) {
		t.Errorf("A01 is under %q", got)
	}
}

// TestAThemeIsNotGivenToAnotherLine than the one that it was begun for.
func TestAThemeIsNotGivenToAnotherLine(t *testing.T) {
	s, h := orderingRoom(t)
	o, c := ordered(t, s, h, theme.Light, roomy)
	types(c, "won")
	do(t, s, model.Mark{Entry: byCode(s, "A05").ID, Status: model.ToCheck}) // a change elsewhere
	wantSeen(t, o.Content(), "won", true)
	o.Choose("kind:pilotidea")
	wantSeen(t, o.Content(), "won", false)
	press(c, fyne.KeyReturn, fyne.KeyReturn)
	if themes := s.Themes(); len(themes) > 0 {
		t.Errorf("there are the themes %v", themes)
	}
}

func TestAThemeIsRenamedJoinedAndTakenAway(t *testing.T) {
	s, h := orderingRoom(t)
	for code, name := range map[string]string{"A01": "wonen", "A02": "vervoer"} {
		do(t, s, model.Themed{Entries: []model.ID{byCode(s, code).ID}, Theme: name, Under: true})
	}
	o, c := ordered(t, s, h, theme.Light, roomy)
	nth := func(name string) int {
		return 1 + slices.IndexFunc(s.Themes(), func(t model.Item) bool { return t.Name == name })
	}
	rename := func(name, to string) {
		o.ChooseNth(nth(name))
		test.Tap(shows[*kit.Button](t, o.Content(), "Andere naam"))
		selectAll(c)
		types(c, to)
		press(c, fyne.KeyReturn)
		if c.Focused() != o.Target() {
			t.Errorf("the focus is at %T", c.Focused())
		}
	}
	rename("wonen", "Wonen met zorg")
	wantSeen(t, o.Content(), "#wonen-met-zorg", true)
	if got := themesOf(s, "A01"); !slices.Equal(got, []string{"Wonen met zorg"}) {
		t.Errorf("A01 is under %q", got)
	}
	rename("vervoer", "WONEN met zorg")
	o.Content().Refresh()
	wantSeen(t, o.Content(), "De regels van “vervoer” staan nu bij “Wonen met zorg”. Ctrl+Z draait dat terug.", true)
	if got := themesOf(s, "A02"); len(s.Themes()) != 1 || !slices.Equal(got, []string{"Wonen met zorg"}) {
		t.Errorf("A02 is under %q of %v", got, s.Themes())
	}
	test.Tap(shows[*kit.Button](t, o.Content(), "Weghalen"))
	if len(s.Themes()) != 0 || len(s.InOrder()) != 5 {
		t.Errorf("left are the themes %v", s.Themes())
	}
	must(t, s.Undo())
	if got := themesOf(s, "A02"); !slices.Equal(got, []string{"Wonen met zorg"}) {
		t.Errorf("undone, A02 is under %q", got)
	}
}

func TestLinesThatSayTheSameBecomeOne(t *testing.T) {
	s, h := orderingRoom(t)
	o, c := ordered(t, s, h, theme.Light, roomy)
	o.Join()
	o.Content().Refresh()
	wantSeen(t, o.Content(), "Kies eerst met de spatiebalk", true)
	o.Choose("doubles")
	press(c, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace, fyne.KeyUp)
	wantSeen(t, o.Content(), "Samenvoegen tot A01", true)
	o.Join()
	if a, b := byCode(s, "A01"), byCode(s, "A03"); !b.Withdrawn || b.Joined != a.ID || !slices.Equal(a.Also, []string{almere}) {
		t.Errorf("A01 is %+v, A03 %+v", a, b)
	}
	o.Content().Refresh()
	wantSeen(t, o.Content(), "A03 staat nu bij A01. Ctrl+Z draait dat terug.", true)
	wantSeen(t, o.Content(), "Er zijn geen regels die op elkaar lijken.", true)
	o.Choose("all")
	wantSeen(t, o.Content(), "Hierin samengevoegd", true)
	test.Tap(shows[*kit.Button](t, o.Content(), "Losmaken"))
	if byCode(s, "A03").Withdrawn {
		t.Error("it wasn't brought back")
	}
}

func TestWhatBecomesOfLinesIsSaidHere(t *testing.T) {
	s, h := orderingRoom(t)
	o, c := ordered(t, s, h, theme.Light, roomy)
	o.Choose("kind:pilotidea")
	line := s.Programme().Lists[model.ListLines][1]
	shows[*kit.CheckRow](t, o.Content(), line.Name).Tapped(nil)
	if got := s.Programme().LinesOf(byCode(s, "A02")); len(got) != 1 || got[0].Key != line.Key {
		t.Errorf("it is on %v", got)
	}
	shows[*kit.CheckRow](t, o.Content(), line.Name).Tapped(nil)
	if got := s.Programme().LinesOf(byCode(s, "A02")); len(got) != 0 {
		t.Errorf("it is still on %v", got)
	}
	for i, want := range []struct {
		field model.EntryField
		value string
		keys  []fyne.KeyName
	}{
		{model.EntryReach, model.ReachSupraLocal, []fyne.KeyName{fyne.KeyRight, fyne.KeyRight}},
		{model.EntryCondition(s.Programme().Lists[model.ListConditions][0].Key), model.VerdictYes, []fyne.KeyName{fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft}},
	} {
		c.Focus(widgets[*kit.Segmented](o.Content())[i])
		press(c, want.keys...)
		if got := byCode(s, "A02").Follow[want.field]; got != want.value {
			t.Errorf("%s is %q, want %q", want.field, got, want.value)
		}
	}
}

// TestWordsOfAPlanAreNotLost: leaving the field stores them, and so does leaving
// the place; what can't be stored stays.
func TestWordsOfAPlanAreNotLost(t *testing.T) {
	s, h := orderingRoom(t)
	o, c := ordered(t, s, h, theme.Light, roomy)
	o.Choose("kind:pilotidea")
	lead := func() string { return byCode(s, "A02").Follow[model.EntryLead] }
	for name, leave := range map[string]func(){
		"Enter": func() { press(c, fyne.KeyReturn) },
		"Tab":   func() { next(c) },
		"theme": func() { o.ChooseNth(0) },
		"place": func() {
			o.Close()
			o.Open()
		},
	} {
		o.Choose("kind:pilotidea")
		shows[*kit.Field](t, o.Content(), "Trekker").Focus()
		selectAll(c)
		types(c, "griffier "+name)
		do(t, s, model.Mark{Entry: byCode(s, "A01").ID, Status: model.ToCheck}) // the screen is drawn anew meanwhile
		leave()
		if got := lead(); got != "griffier "+name {
			t.Errorf("%s: stored %q", name, got)
		}
	}
	o.Choose("kind:pilotidea")
	shows[*kit.Field](t, o.Content(), "Trekker").Focus()
	types(c, "x")
	if !o.Escape() || lead() == "x" || c.Focused() != o.Target() {
		t.Errorf("Escape stored %q", lead())
	}
	if o.Escape() {
		t.Error("there was nothing left to undo")
	}
}

func TestWordsThatCanNotBeStoredStay(t *testing.T) {
	var refuses error
	s, h := orderingRoomOn(t, inMemory{&refuses})
	o, c := ordered(t, s, h, theme.Light, roomy)
	o.Choose("kind:pilotidea")
	shows[*kit.Field](t, o.Content(), "Trekker").Focus()
	types(c, "griffier")
	refuses = errThere
	o.Choose("all")
	wantSeen(t, o.Content(), "griffier", true)
	wantSeen(t, o.Content(), errThere.Error(), true)
	if o.Settle() {
		t.Error("it says that nothing would be lost")
	}
	refuses = nil
	if !o.Settle() || byCode(s, "A02").Follow[model.EntryLead] != "griffier" {
		t.Errorf("stored %q", byCode(s, "A02").Follow[model.EntryLead])
	}
}

func TestOrderingRendersAsBefore(t *testing.T) {
	s, h := orderingRoom(t)
	do(t, s, model.Themed{Entries: []model.ID{byCode(s, "A01").ID, byCode(s, "A03").ID}, Theme: "ontmoeten in de buurt en in het dorp", Under: true})
	do(t, s, model.Follow{Entry: byCode(s, "A02").ID, Field: model.EntryReach, Value: model.ReachSupraLocal})
	do(t, s, model.Follow{Entry: byCode(s, "A02").ID, Field: model.EntryPromising, Value: model.VerdictPartly})
	for _, m := range []struct {
		name string
		mode theme.Mode
		size fyne.Size
	}{
		{"light", theme.Light, roomy},
		{"small", theme.Light, fyne.NewSize(1024, 652)},
		{"night", theme.Dark, fyne.NewSize(1024, 652)},
		{"contrast", theme.HighContrast, fyne.NewSize(1024, 652)},
	} {
		o, c := ordered(t, s, h, m.mode, m.size)
		if got := c.Size(); got != m.size {
			t.Errorf("the screen needs %v, the window has %v", got, m.size)
		}
		o.Choose("kind:pilotidea")
		keep(t, "ordering_pilot_"+m.name, c)
		if m.name == "light" {
			test.AssertRendersToMarkup(t, "ordering_pilot.xml", c)
		}
		o.Choose("doubles")
		press(c, fyne.KeySpace, fyne.KeyDown)
		keep(t, "ordering_join_"+m.name, c)
		if m.name == "light" {
			test.AssertRendersToMarkup(t, "ordering_join.xml", c)
		}
		o.ChooseNth(1)
		press(c, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
		keep(t, "ordering_theme_"+m.name, c)
		if least := o.Content().MinSize(); least.Width > m.size.Width || least.Height > m.size.Height {
			t.Errorf("a theme with a long name needs %v, the window has %v", least, m.size)
		}
		o.Close()
	}
}

var _ screen.OrderingHost = (*roomHost)(nil)

// next goes on as Tab does.
func next(c fyne.Canvas) { c.(interface{ FocusNext() }).FocusNext() }

func selectAll(c fyne.Canvas) {
	c.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
}

// widgets gives those of a type that can be seen, the outer ones first.
func widgets[W fyne.Widget](o fyne.CanvasObject) (found []W) {
	if !o.Visible() {
		return nil
	}
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inner = o.Objects
	case fyne.Widget:
		if w, ok := o.(W); ok {
			found = append(found, w)
		}
		inner = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inner {
		found = append(found, widgets[W](child)...)
	}
	return found
}

// shows gives the first widget of a type that shows certain words.
func shows[W fyne.Widget](t *testing.T, o fyne.CanvasObject, words string) W {
	t.Helper()
	all := widgets[W](o)
	i := slices.IndexFunc(all, func(w W) bool { return strings.Contains(seen(w), words) })
	if i < 0 {
		t.Fatalf("nothing shows %q in\n%s", words, seen(o))
	}
	return all[i]
}
