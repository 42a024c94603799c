package screen

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"oogst/model"
	"oogst/model/search"
	"oogst/ui/text"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"
	"pgregory.net/rapid"
)

func TestThemesAndActionsAreOneStepWithTheirLine(t *testing.T) {
	x := sitDown(t)
	x.enters("Meer woningen #wonen")
	x.enters(">> GGD bellen #wo")
	x.want("GM0303", "idea", "Meer woningen")
	x.want("GM0303", model.KindAction, "GGD bellen")
	if themes := x.session.Programme().Lists[model.ListThemes]; len(themes) != 2 {
		t.Errorf("themes %v", themes)
	}
	if x.capture.kind != "idea" {
		t.Errorf("an action changed the mode to %s", x.capture.kind)
	}
	x.capture.Undo()
	if p := x.session.Programme(); len(p.Kinds) != 2 || len(p.Lists[model.ListThemes]) != 1 {
		t.Errorf("one undo left %v, %v", p.Kinds, p.Lists[model.ListThemes])
	}
	x.capture.Redo()
	x.want("GM0303", model.KindAction, "GGD bellen")
}

func TestActionsHaveAColumnOnlyWhereThereAreAny(t *testing.T) {
	x := sitDown(t)
	if len(x.capture.row.Objects) != 2 {
		t.Fatalf("%d columns", len(x.capture.row.Objects))
	}
	x.enters(">> bellen")
	action := x.capture.columns[model.KindAction]
	if action == nil || action.box.Hidden || action.cards.Len() != 1 {
		t.Fatal("the action is not to be seen")
	}
	x.capture.ChooseNth(2)
	if !action.box.Hidden {
		t.Error("an empty column of actions takes room")
	}
	x.capture.ChooseNth(1)
	x.capture.Undo()
	if len(x.capture.row.Objects) != 2 {
		t.Errorf("%d columns after undo", len(x.capture.row.Objects))
	}
	x.atLine("")
}

func TestTabCompletesThemes(t *testing.T) {
	x := sitDown(t)
	x.do(model.PutItem{List: model.ListThemes, Item: model.Item{Key: "wonen-en-zorg", Name: "Wonen en zorg"}})
	x.do(model.PutItem{List: model.ListThemes, Item: model.Item{Key: "zorgcoördinatie", Name: "Zorgcoördinatie"}})
	for typed, want := range map[string]string{
		"#wo": "#wonen-en-zorg ", "#zo": "#zorgcoördinatie ", "#WON": "#wonen-en-zorg ", "#zorgco": "#zorgcoördinatie ",
		"meer #z": "meer #zorgcoördinatie ", "##zo": "##zo", "zo": "zo", "#x": "#x", "#en": "#wonen-en-zorg ",
	} {
		x.capture.line.Clear()
		x.types(typed)
		if x.Canvas().Focused().(fyne.Tabbable).AcceptsTab() {
			x.press(fyne.KeyTab)
		}
		if got := x.capture.line.Text(); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
	x.capture.line.Clear()
	x.enters("Eén loket #wonen-en-zorg")
	if themes := x.session.Programme().Lists[model.ListThemes]; len(themes) != 2 {
		t.Errorf("a known theme was made again: %v", themes)
	}

	// Renamed, it goes by its new name: on the line's card, and for Tab.
	x.do(model.RenameTheme{Key: "wonen-en-zorg", Name: "Thuis"})
	if card, _ := x.capture.columns["idea"].cards.Card(x.session.Entries()[0].ID.String()); len(card.Tags) != 1 || card.Tags[0].Text != "#thuis" {
		t.Errorf("the card has %+v", card.Tags)
	}
	x.types("#th")
	x.press(fyne.KeyTab)
	if got := x.capture.line.Text(); got != "#thuis " {
		t.Errorf("completed to %q", got)
	}
}

// atTable adds who is at the table to the gemeenten Dronten and Almere.
func atTable(t *testing.T, lines ...model.Capture) *table {
	x := sitDown(t, lines...)
	for _, name := range []string{"Waterschap Zuiderzeeland", "Súdwest-Fryslân", "'s-Graveland", "Almere Haven", "De Ambrassade"} {
		x.do(model.PutStakeholder{Stakeholder: model.Stakeholder{Name: name}})
	}
	for _, p := range []model.Participant{{Role: "wethouder sociaal domein"}, {Role: "wethouder sociaal domein"}, {Role: "griffier", Name: "Roos de Vries"}} {
		x.do(model.PutParticipant{Participant: p})
	}
	return x
}

func TestTabCompletesNames(t *testing.T) {
	x := atTable(t)
	for typed, want := range map[string]string{
		"met dron": "met Dronten ", "DRO": "Dronten ", "dr": "dr", "xdron": "xdron", "Dronten": "Dronten", "dronten": "dronten", "drontx": "drontx",
		"de weth": "de wethouder sociaal domein ", "sociaal": "sociaal", "de wethouder soc": "de wethouder sociaal domein ", "de wethouder ": "de wethouder ",
		"waterschap z": "Waterschap Zuiderzeeland ", "sudw": "Súdwest-Fryslân ", "su\u0301dw": "Súdwest-Fryslân ", "sudwest-f": "Súdwest-Fryslân ",
		"'s-g": "'s-Graveland ", "bij (alm": "bij (Almere ", "Urk/Dron": "Urk/Dronten ", "Almere": "Almere Haven ", "almere h": "Almere Haven ",
		"roos": "Roos de Vries ", "vries": "vries", "#dron": "#dron", "##dron": "##dron", "een\u00a0dron": "een\u00a0Dronten ", "de amb": "De Ambrassade ", "": "",
	} {
		x.capture.line.Clear()
		x.pastes(typed)
		if x.Canvas().Focused().(fyne.Tabbable).AcceptsTab() {
			x.press(fyne.KeyTab)
		}
		if got := x.capture.line.Text(); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
	if _, found := x.capture.completions("weth"); len(found) != 1 {
		t.Errorf("two of one function give %q", found)
	}
	x.do(model.PutParticipant{Participant: model.Participant{Key: x.session.Programme().Participants[2].Key, Role: "griffier"}})
	x.capture.line.SetText("roos")
	if x.Canvas().Focused().(fyne.Tabbable).AcceptsTab() {
		t.Error("a name is suggested that is no longer kept")
	}
}

// TestANameIsAPartOfItCompleted takes every name apart: each part that could be
// no other name becomes the whole, whatever stands before it.
func TestANameIsAPartOfItCompleted(t *testing.T) {
	x := atTable(t)
	names := x.capture.atTable()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "name")
		if name == "" {
			return
		}
		letters := []rune(name)
		if len(letters) <= leastTyped {
			t.Fatalf("%q is too short to complete", name)
		}
		part := string(letters[:rapid.IntRange(leastTyped, len(letters)-1).Draw(t, "typed")])
		lead := rapid.SampledFrom([]string{"", "met ", "x (", "de twee\n", "é, ", "wonen en zorg en werk en jeugd en zon en wind "}).Draw(t, "lead")
		part = rapid.SampledFrom([]string{part, strings.ToUpper(part), strings.ToLower(part), search.Fold(part)}).Draw(t, "part")
		end, found := ending(lead+part, names)
		if strings.HasSuffix(part, " ") {
			return // a space ends it: see completions
		}
		if end != part || !slices.Contains(found, name) {
			t.Errorf("%q of %q gives %q for %q", lead+part, name, found, end)
		}
	})
}

func TestANameIsNeverInTheWay(t *testing.T) {
	x := atTable(t, said("GM0303", "idea", "leren van gezinnen waar het goed gaat"))
	x.enters("met dron")
	x.types("met dron")
	if hint := test.RenderObjectToMarkup(x.capture.hint); !strings.Contains(hint, ">Dronten<") {
		t.Errorf("the hint is %s", hint)
	}
	x.types(" en")
	x.press(fyne.KeyReturn)
	x.want("GM0303", "idea", "leren van gezinnen waar het goed gaat", "met dron", "met dron en")
	x.capture.ChooseNth(2)
	x.types("leren van gezinnen waar het goed gaat, dron")
	hint := test.RenderObjectToMarkup(x.capture.hint)
	if x.capture.like == uuid.Nil || !strings.Contains(hint, ">Dronten<") || !strings.Contains(hint, text.AlsoBy("Almere")) {
		t.Errorf("like %s, and the hint is %s", x.capture.like, hint)
	}
}

func TestALineAlikeBecomesANameAtTheEntry(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "leren van gezinnen waar het goed gaat"))
	e := x.session.Entries()[0]
	x.capture.ChooseNth(2)
	x.types("Leerervaringen van gezinnen waar het goed gaat")
	if x.capture.like != e.ID {
		t.Fatal("the line is not seen to be alike")
	}
	x.capture.AlsoNamed()
	x.atLine("")
	if e, _ = x.session.Entry(e.ID); !slices.Equal(e.Also, []string{"GM0034"}) {
		t.Fatalf("named by %v", e.Also)
	}
	if x.session.Len() != 1 || x.draft != "" {
		t.Errorf("%d lines, draft %q", x.session.Len(), x.draft)
	}
	if tags := x.capture.card(e).Tags; len(tags) != 1 || tags[0].Text != text.AlsoTag("Almere") {
		t.Errorf("the card has %v", tags)
	}
	x.capture.Undo()
	x.atLine("Leerervaringen van gezinnen waar het goed gaat")
	if e, _ = x.session.Entry(e.ID); len(e.Also) != 0 {
		t.Error("one undo left the name")
	}
}

func TestTheHintFollowsTheGemeente(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "leren van gezinnen waar het goed gaat"))
	x.types("leren van gezinnen waar het goed gaat")
	own := test.RenderObjectToMarkup(x.capture.hint)
	x.capture.ChooseNth(2)
	if other := test.RenderObjectToMarkup(x.capture.hint); other == own || !strings.Contains(other, text.AlsoBy("Almere")) {
		t.Errorf("the hint still says %s", other)
	}
}

func TestNobodyNamesTheirOwnLineTwice(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "leren van gezinnen waar het goed gaat"))
	before := len(x.session.Operations())
	x.capture.AlsoNamed()
	x.types("leren van gezinnen waar het goed gaat")
	x.capture.AlsoNamed()
	x.capture.Choose(model.Unassigned)
	x.capture.AlsoNamed()
	if n := len(x.session.Operations()); n != before {
		t.Errorf("%d operations", n-before)
	}
	x.atLine("leren van gezinnen waar het goed gaat")
}

func TestTheLastLineMovesAndTheModesStay(t *testing.T) {
	x := sitDown(t)
	x.enters("een")
	x.types("bezig")
	x.capture.MoveLastNth(2)
	x.capture.MoveLastToKind("pilotidea")
	x.want("GM0034", "pilotidea", "een")
	x.atLine("bezig")
	if x.capture.stakeholder != "GM0303" || x.capture.kind != "idea" {
		t.Errorf("the modes are %s %s", x.capture.stakeholder, x.capture.kind)
	}
	x.capture.MoveLastNth(0)
	x.want(model.Unassigned, "pilotidea", "een")
	x.capture.MoveLastNth(9)
	x.capture.MoveLastToKind("niets")
	x.want(model.Unassigned, "pilotidea", "een")
}

func TestPastedLinesStayOneEntryOrAreStoredApart(t *testing.T) {
	x := sitDown(t)
	x.pastes("een\tb\r\n\r\ntwee ??\nx #wonen\ny #wonen\n")
	x.capture.SubmitEach()
	x.want("GM0303", "idea", "een b", "twee", "x", "y")
	x.atLine("")
	x.capture.Undo()
	x.want("GM0303", "idea")
	x.pastes("een\ntwee")
	x.press(fyne.KeyReturn)
	x.want("GM0303", "idea", "een\ntwee")
}

func TestTheLastOfManyPastedLinesIsTheLast(t *testing.T) {
	x := sitDown(t)
	x.enters("eerst")
	x.pastes(strings.Repeat("regel\n", 20) + "laatste")
	x.capture.SubmitEach()
	x.capture.MoveLastNth(2)
	x.want("GM0034", "idea", "laatste")
}

func TestUndoOfSomethingElseBringsNoTextBack(t *testing.T) {
	x := sitDown(t, said("GM0303", "idea", "leren van gezinnen waar het goed gaat"))
	x.capture.ChooseNth(2)
	x.types("leren van gezinnen waar het goed gaat")
	x.capture.AlsoNamed()
	x.capture.do(model.Annotate{Entry: x.session.Entries()[0].ID, Note: "intern"})
	x.capture.Undo()
	x.atLine("")
}

func TestBadInputOfTheLine(t *testing.T) {
	for _, c := range []struct{ name, pasted, want string }{
		{"nothing", "", ""},
		{"blanks", " \t \n ", ""},
		{"only a mark", "??", ""},
		{"only a theme", "#wonen", ""},
		{"control characters", "a\x00b\x07c\x1b[31m", "abc[31m"},
		{"direction marks", "a\u202eb\u200f\ufeff", "ab"},
		{"emoji", "👩‍👧 zorg 🏳️‍🌈", "👩‍👧 zorg 🏳️‍🌈"},
		{"half a surrogate", "a\xed\xa0\x80b", "ab"},
		{"not UTF-8", "caf\xe9", "caf"},
		{"a table", "a\tb\tc", "a b c"},
		{"combined accents", "e\u0301e\u0308n", "e\u0301e\u0308n"},
	} {
		x := sitDown(t)
		x.pastes(c.pasted)
		x.press(fyne.KeyReturn)
		if c.want == "" {
			x.want("GM0303", "idea")
		} else {
			x.want("GM0303", "idea", c.want)
		}
		if !x.capture.line.Focused() {
			t.Errorf("%s: the cursor left the line", c.name)
		}
	}
}

func TestABookOnTheClipboardIsCutAndSaid(t *testing.T) {
	x := sitDown(t)
	start := time.Now()
	x.pastes(strings.Repeat("woorden en ", 10_000))
	if n := utf8.RuneCountInString(x.capture.line.Text()); n != model.MaxText {
		t.Errorf("the line holds %d characters", n)
	}
	if got := x.capture.banner.Text(); got != text.PasteCut {
		t.Errorf("the banner says %q", got)
	}
	x.press(fyne.KeyReturn)
	if x.session.Len() != 1 {
		t.Error("the line was not stored")
	}
	t.Logf("%v", time.Since(start))
}

func TestTheFirstLetterOfAnExpansionIsTheWholeWord(t *testing.T) {
	x := sitDown(t)
	x.capture.EditHabits()
	x.enters("pw")
	x.enters("Participatiewet")
	if len(x.habits.Short) != 1 {
		t.Fatalf("kept %+v", x.habits)
	}
	x.enters("twee woorden")
	x.enters("x")
	if len(x.habits.Short) != 1 {
		t.Error("two words were taken for an abbreviation")
	}
	x.press(fyne.KeyEscape)
	x.capture.Escape()
	x.atLine("")
	x.types("de Pw geldt")
	x.atLine("de Participatiewet geldt")
}
