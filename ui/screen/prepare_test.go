package screen_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"
	"oogst/ui/theme"
)

// The panels, by place.
const (
	meeting = iota
	table
	agenda
	present
	before
	template
)

func atKeyboard(t *testing.T, panel int) *person {
	t.Helper()
	p := prepare(t, "krachtige-samenleving", theme.Light, fyne.NewSize(1024, 640))
	p.panel(panel)
	return p
}

func (p *person) undo() {
	p.Helper()
	must(p.T, p.session.Undo())
}

func (p *person) want(got, want any) {
	p.Helper()
	if got != want {
		p.Errorf("got %v, want %v", got, want)
	}
}

func TestADateMayBeIncomplete(t *testing.T) {
	p := atKeyboard(t, meeting)
	date := find[*kit.Field](p, 1)
	for _, c := range [][2]string{{"begin 2018", "begin 2018"}, {"14-3-2019", "2019-03-14"}} {
		p.c.Focus(date.Target())
		date.SetText(c[0])
		p.clock.Advance(time.Second)
		p.want(p.session.Info().Date, c[1])
		if date.Text() != c[0] {
			t.Errorf("the text became %q while typing", date.Text())
		}
	}
	p.tab(1)
	p.want(date.Text(), "14 maart 2019")
	title := find[*kit.Field](p, 0)
	p.c.Focus(title.Target())
	title.SetText("")
	p.tab(1)
	p.want(title.Problem(), text.TitleNeeded)
}

func TestAgendaByKeyboard(t *testing.T) {
	p := atKeyboard(t, agenda)
	p.text("Opening")
	p.tab(1)
	p.text("5 min")
	p.key(fyne.KeyReturn)
	p.text("Ronde")
	p.key(fyne.KeyReturn)
	items := func() (all []string) {
		for _, i := range p.session.Programme().Lists[model.ListAgenda] {
			all = append(all, i.Name+" "+i.Detail)
		}
		return all
	}
	if got := items(); !slices.Equal(got, []string{"Opening 5 min", "Ronde "}) {
		t.Fatalf("got %q", got)
	}
	p.press(text.RowLabel(text.Remove, "Opening"))
	if got := items(); !slices.Equal(got, []string{"Ronde "}) {
		t.Fatalf("got %q", got)
	}
	if p.c.Focused() != p.prepare.Target() {
		t.Error("the focus went with the row")
	}
}

func TestTheTableByKeyboard(t *testing.T) {
	p := atKeyboard(t, table)
	p.text("Waterschap Zuiderzeeland")
	p.key(fyne.KeyReturn)
	list := p.session.Programme().Stakeholders
	last := list[len(list)-1]
	if last.Name != "Waterschap Zuiderzeeland" || last.Letters != "WA" || last.Accent != "indigo" {
		t.Fatalf("got %+v, want the one colour that nobody had", last)
	}
	p.press(text.RowLabel(text.Up, last.Name))
	inSight := false
	p.walk(func(o fyne.CanvasObject) { inSight = inSight || o == p.c.Focused().(fyne.CanvasObject) })
	if !inSight {
		t.Error("the focus is on a row that is not there")
	}
	p.key(fyne.KeyReturn)
	if got := p.session.Programme().Stakeholders[4].Name; got != last.Name {
		t.Errorf("after two presses %q is fifth: the focus did not stay on the row", got)
	}
	p.press(text.RowLabel(text.ColumnColour, "bruin"))
	if p.c.Overlays().Top() == nil {
		t.Fatal("no menu of colours")
	}
	p.key(fyne.KeyDown, fyne.KeyReturn)
	p.want(p.session.Programme().Stakeholders[0].Accent, "teal")
	p.press(text.RowLabel(text.Remove, last.Name))
	if _, ok := p.session.Programme().Stakeholder(last.Key); ok {
		t.Error("still at the table")
	}
}

func TestANameInARowIsStoredWhenOneLeavesIt(t *testing.T) {
	p := atKeyboard(t, agenda)
	p.text("Opening")
	p.key(fyne.KeyReturn)
	p.c.Focus(find[*kit.Field](p, 0).Target())
	p.text("De ")
	if got := p.session.Programme().Lists[model.ListAgenda][0].Name; got != "Opening" {
		t.Errorf("%q was stored while typing", got)
	}
	p.tab(1)
	if got := p.session.Programme().Lists[model.ListAgenda][0].Name; got != "De Opening" {
		t.Errorf("got %q", got)
	}
	field := find[*kit.Field](p, 0)
	p.c.Focus(field.Target())
	field.SetText(" ")
	p.tab(1)
	if field.Text() != "De Opening" {
		t.Errorf("an empty name left %q", field.Text())
	}
	p.c.Focus(field.Target())
	field.SetText("Nog De Opening")
	p.prepare.Close()
	if got := p.session.Programme().Lists[model.ListAgenda][0].Name; got != "Nog De Opening" {
		t.Errorf("closing lost what was typed: %q", got)
	}
}

const peoplePasted = "Functie;Organisatie;Naam\r\nwethouder zorg;Almere;A. Jansen\r\nbestuurder\tGGD Flevoland\r\n\r\nwethouder jeugd;;B. de Vries\r\n"

func TestAPastedListIsCountedThenTakenInOneStep(t *testing.T) {
	p := atKeyboard(t, present)
	n := len(p.session.Operations())
	p.clipboard = peoplePasted
	p.press(text.PasteList)
	if said := p.said(); !strings.Contains(said, "3 functies op het klembord. 2 namen worden niet overgenomen.") || !strings.Contains(said, "GGD Flevoland") {
		t.Errorf("it said %s", said)
	}
	if len(p.session.Operations()) != n {
		t.Fatal("taken before it was asked")
	}
	p.press(text.TakePeople(3))
	all := p.session.Programme().Participants
	if len(all) != 3 || all[0].Stakeholder != "GM0034" || all[1].Stakeholder != "" || all[2].Role != "wethouder jeugd" {
		t.Fatalf("got %+v", all)
	}
	for _, x := range all {
		if x.Name != "" {
			t.Errorf("the name %q was kept", x.Name)
		}
	}
	p.undo()
	p.want(len(p.session.Programme().Participants), 0)
}

func TestNamesAreKeptOnlyWhereAskedFor(t *testing.T) {
	p := atKeyboard(t, present)
	box := find[*kit.CheckRow](p, 0)
	if box.Checked() {
		t.Fatal("names are kept without asking")
	}
	p.c.Focus(box)
	p.key(fyne.KeySpace)
	p.clipboard = peoplePasted
	p.press(text.PasteList)
	p.press(text.TakePeople(3))
	p.want(p.session.Programme().Participants[2].Name, "B. de Vries")
	p.c.Focus(find[*kit.CheckRow](p, 0))
	p.key(fyne.KeySpace)
	for _, x := range p.session.Programme().Participants {
		p.want(x.Name, "")
	}
	p.undo()
	p.want(p.session.Programme().Participants[0].Name, "A. Jansen")
}

func TestAClipboardThatIsNoListOfPeople(t *testing.T) {
	p := atKeyboard(t, present)
	for clipboard, want := range map[string]string{
		"":                               text.ClipboardEmpty,
		" \r\n;;\n":                      text.ClipboardEmpty,
		strings.Repeat("x\n", 201):       text.PeopleTooMany,
		"a\n" + strings.Repeat("x", 400): text.TooLongLine(2, 300),
	} {
		p.clipboard = clipboard
		p.press(text.PasteList)
		if !strings.Contains(p.said(), want) {
			t.Errorf("%.20q does not say %q", clipboard, want)
		}
	}
	p.want(len(p.session.Programme().Participants), 0)
}

func TestPlainLinesGetAKindAndMayHaveNobody(t *testing.T) {
	p := atKeyboard(t, before)
	p.lines, p.clipboard = screen.Brought{Plain: []string{"een", "twee"}}, "een\ntwee"
	p.press(text.PasteLines)
	p.c.Focus(find[*kit.Segmented](p, 1))
	p.key(fyne.KeyRight, fyne.KeyRight)
	p.press(text.TakeLines(2))
	cell := p.session.Cell(model.Unassigned, "characteristic")
	if len(cell) != 2 || cell[0].Text != "een" || !text.IsBeforehand(cell[0].Origin) {
		t.Fatalf("got %+v", cell)
	}
	p.undo()
	p.want(p.session.Len(), 0)
}

func TestATableIsCountedThenTakenWhole(t *testing.T) {
	p := atKeyboard(t, before)
	p.lines = screen.Brought{Table: model.Import{
		{Kind: "idea", Stakeholder: "GM0034", Text: "een", Origin: text.Beforehand},
		{Kind: "idea", Stakeholder: "GM0184", Text: "twee", Origin: text.Beforehand},
		{Kind: "attention", Text: "drie", Origin: text.Beforehand},
	}}
	p.press(text.ChooseLines)
	if said := p.said(); !strings.Contains(said, "3 regels in regels.csv: 2 ideeën en 1 aandachtspunt. Nog niet toegewezen 1, Almere 1 en Urk 1.") {
		t.Errorf("it said %s", said)
	}
	p.press(text.TakeLines(3))
	p.want(p.session.Len(), 3)
	if said := p.said(); !strings.Contains(said, text.BeforeDone(3)) || !strings.Contains(said, text.BeforeCount(3)) {
		t.Errorf("it said %s", said)
	}
	p.err = errors.New("Regel 2 deugt niet.\nRegel 3 ook niet.")
	p.press(text.ChooseLines)
	if said := p.said(); !strings.Contains(said, "Regel 3 ook niet.") || strings.Contains(said, text.DontTakeOver) {
		t.Errorf("it said %s", said)
	}
	p.want(p.session.Len(), 3)
}

func TestACorrectionIsShownThenTakenInOneStep(t *testing.T) {
	p := atKeyboard(t, before)
	must(t, p.session.Do(model.Import{{Kind: "idea", Text: "een"}, {Kind: "idea", Text: "twee"}}))
	entries := p.session.Entries()
	p.lines = screen.Brought{
		Correction: &model.Correction{
			Changes:   []model.Difference{{Entry: entries[0].ID, Code: "A01", Field: model.EntryText, Ours: "een", Theirs: "één"}},
			Conflicts: []model.Difference{{Entry: entries[1].ID, Code: "A02", Field: model.EntryText, Ours: "twee", Theirs: "tweede"}},
		},
		Said: []string{"1 wijziging en 1 verschil", "A01: een wordt één", "A02: twee of tweede"},
	}
	p.press(text.ChooseLines)
	if said := p.said(); !strings.Contains(said, "A01: een wordt één") || !strings.Contains(said, text.BothChanged) {
		t.Errorf("it said %s", said)
	}
	p.press(text.TakeCorrection)
	texts := func() (out []string) {
		for _, e := range p.session.Entries() {
			out = append(out, e.Text)
		}
		return out
	}
	if got := texts(); !slices.Equal(got, []string{"één", "twee"}) {
		t.Errorf("ours should stay: %q", got)
	}
	must(t, p.session.Undo())
	if got := texts(); !slices.Equal(got, []string{"een", "twee"}) {
		t.Errorf("undone: %q", got)
	}
	p.lines.Correction = &model.Correction{}
	p.press(text.ChooseLines)
	if said := p.said(); !strings.Contains(said, text.NothingToCorrect) {
		t.Errorf("it said %s", said)
	}
}

func TestPaperIsMadeWhereLinesComeIn(t *testing.T) {
	p := atKeyboard(t, before)
	p.press(text.PaperButton)
	if said := p.said(); !strings.Contains(said, "gemaakt") {
		t.Errorf("it said %s", said)
	}
	p.err = errors.New("De schijf is vol.")
	p.press(text.PaperButton)
	if said := p.said(); !strings.Contains(said, "De schijf is vol.") {
		t.Errorf("it said %s", said)
	}
}

func TestSoortenAreData(t *testing.T) {
	p := atKeyboard(t, template)
	p.goTo(text.KindAdd)
	p.text("Wens")
	p.key(fyne.KeyReturn)
	kinds := p.session.Programme().Kinds
	if k := kinds[len(kinds)-1]; k.Letter != "W" || k.Name != "Wens" {
		t.Fatalf("got %+v", k)
	}
	p.press(text.RowLabel(text.Remove, "Kenmerk"))
	if _, ok := p.session.Programme().Kind("characteristic"); ok {
		t.Error("still a kind")
	}
	p.goTo(text.TemplateKinds)
	p.key(fyne.KeyRight, fyne.KeyRight)
	if !strings.Contains(p.said(), "Flevolander staat centraal") {
		t.Error("the conditions have no words")
	}
	p.goTo(text.ConditionsAdd)
	p.text("Er is geld")
	p.key(fyne.KeyReturn)
	p.want(len(p.session.Programme().Lists[model.ListConditions]), 7)
}

func TestAnOwnTemplateIsNotReplacedUnasked(t *testing.T) {
	p := atKeyboard(t, template)
	p.press(text.Save)
	if !strings.Contains(p.said(), text.TemplateNoName) {
		t.Error("saved without a name")
	}
	p.text("Wonen")
	p.key(fyne.KeyReturn)
	p.want(len(p.templates), 1)
	p.key(fyne.KeyReturn)
	if said := p.said(); !strings.Contains(said, errThere.Error()) {
		t.Errorf("it said %s", said)
	}
	must(t, p.session.Do(model.PutKind{Kind: model.Kind{Letter: "W", Name: "Wens"}}))
	p.press(text.Replace)
	p.want(len(p.templates["Wonen"].Kinds), 5)
}

func TestPreparePanelsRenderAsBefore(t *testing.T) {
	for name, n := range map[string]int{"meeting": meeting, "table": table, "agenda": agenda, "present": present, "before": before, "template": template} {
		t.Run(name, func(t *testing.T) {
			p := atKeyboard(t, n)
			p.fill()
			p.c.Unfocus()
			test.AssertRendersToMarkup(t, "prepare_"+name+".xml", p.c)
		})
	}
}

func TestACopyIsShownThenMergedInOneStep(t *testing.T) {
	p := atKeyboard(t, before)
	other, err := model.NewSession(p.session.ID(), model.Device{Replica: 8, Letter: "BK", Actor: "laptop BK"}, memory{}, p.session.Operations(), time.Now)
	must(t, err)
	must(t, other.Do(model.Capture{Kind: "idea", Text: "van de andere tafel"}))
	p.lines = screen.Brought{Merge: other.Operations(), Said: []string{"1 nieuwe regel", "Nieuw: BK01"}}
	n := p.session.Len()
	p.press(text.ChooseLines)
	if said := p.said(); !strings.Contains(said, "Nieuw: BK01") || p.session.Len() != n {
		t.Errorf("it said %s", said)
	}
	p.press(text.TakeMerge)
	p.want(p.session.Len(), n+1)
	if said := p.said(); !strings.Contains(said, text.MergeDone) {
		t.Errorf("it said %s", said)
	}
	must(t, p.session.Undo())
	p.want(p.session.Len(), n)
}
