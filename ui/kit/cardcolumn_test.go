package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"oogst/ui/kit"
	"oogst/ui/theme"
)

func newColumn(t *testing.T, cards ...kit.Card) (*kit.CardColumn, typist, *log) {
	t.Helper()
	var calls log
	start(t)
	c := kit.NewCardColumn()
	c.Keys = kit.NewKeyRouter()
	c.OnSelect = func(key string) { calls.add("select " + key)() }
	c.OnEdit = func(key string) { calls.add("edit " + key)() }
	c.OnDelete = func(key string) { calls.add("delete " + key)() }
	c.OnMenu = func(key string, _ fyne.Position) { calls.add("menu " + key)() }
	c.SetCards(cards)
	p := onWindow(t, c)
	return c, p, &calls
}

func three() []kit.Card {
	return []kit.Card{
		{Key: "a", Text: "eerste", Footer: "A1"}, {Key: "b", Text: "tweede", Footer: "A2"}, {Key: "c", Text: "derde", Footer: "A3"},
	}
}

// objects returns what a renderer shows, as it is now. The collector of Fyne's
// test package lays out and refreshes first, which hides what was not redrawn.
func objects(o fyne.CanvasObject) []fyne.CanvasObject {
	found := []fyne.CanvasObject{o}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if child.Visible() {
			found = append(found, objects(child)...)
		}
	}
	return found
}

// texts returns the words that are drawn, from top to bottom.
func texts(o fyne.CanvasObject) []string {
	var found []string
	for _, o := range objects(o) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			found = append(found, t.Text)
		}
	}
	return found
}

func drawn(o fyne.CanvasObject) string { return strings.Join(texts(o), " ") }

func TestColumnDrawsWhatCanBeSeen(t *testing.T) {
	c, _, _ := newColumn(t, manyCards(10_000)...)
	if n := len(objects(c)); n < 20 || n > 150 {
		t.Errorf("%d objects for one screen of 10,000 cards", n)
	}
	if got := drawn(c); !strings.Contains(got, "A0") || strings.Contains(got, "A9999") {
		t.Errorf("at the top it draws %q", got)
	}
	c.ScrollTo("9999")
	if got := drawn(c); strings.Contains(got, "A0 ") || !strings.Contains(got, "A9999") {
		t.Errorf("at the end it draws %q", got)
	}
	for at := range 300 {
		c.ScrollTo(fmt.Sprint(at * 17 % 10_000))
	}
	if n := len(objects(c)); n > 150 {
		t.Errorf("%d objects after scrolling about", n)
	}
	c.ScrollTo("5000")
	if got := drawn(c); !strings.Contains(got, "A5000") {
		t.Errorf("in the middle it draws %q", got)
	}
}

func TestCardsDoNotOverlap(t *testing.T) {
	c, _, _ := newColumn(t, manyCards(40)...)
	bottom := float32(-100)
	examined := 0
	for _, o := range objects(c) {
		if box, ok := o.(*fyne.Container); ok && len(box.Objects) > 2 {
			if box.Position().Y < bottom+8 {
				t.Errorf("a card begins at %v, the one above ends at %v", box.Position().Y, bottom)
			}
			bottom = box.Position().Y + box.Size().Height
			for _, o := range box.Objects {
				if text, ok := o.(*canvas.Text); ok && text.Position().Y+text.Size().Height > box.Size().Height {
					t.Errorf("%q hangs out of its card", text.Text)
				}
			}
			examined++
		}
	}
	if examined < 4 {
		t.Errorf("only %d cards examined", examined)
	}
}

func TestChangesOfOneCard(t *testing.T) {
	c, _, _ := newColumn(t, three()...)
	c.Insert(1, kit.Card{Key: "d", Text: "ertussen", Footer: "A4"})
	if got := drawn(c); got != "eerste A1 ertussen A4 tweede A2 derde A3" {
		t.Errorf("after Insert: %s", got)
	}
	c.Insert(0, kit.Card{Key: "d", Text: "ertussen, beter", Footer: "A4"})
	c.Insert(99, kit.Card{Key: "e", Text: "laatste"})
	if !c.Update(kit.Card{Key: "b", Text: "tweede\nregel", Footer: "A2", Note: "zojuist"}) {
		t.Error("Update does not know b")
	}
	if got := drawn(c); got != "eerste A1 ertussen, beter A4 tweede regel A2 zojuist derde A3 laatste" {
		t.Errorf("after Update: %s", got)
	}
	if c.Update(kit.Card{Key: "x"}) || c.Remove("x") {
		t.Error("a card that is not there was changed")
	}
	c.Remove("d")
	if got := drawn(c); got != "eerste A1 tweede regel A2 zojuist derde A3 laatste" {
		t.Errorf("after Remove: %s", got)
	}
	c.Insert(0, kit.Card{Key: "d", Text: "terug"})
	c.SetCards(append(three()[1:], kit.Card{Key: "c", Text: "dubbel"}))
	if got := drawn(c); got != "tweede A2 derde A3" || c.Len() != 2 {
		t.Errorf("after SetCards: %s", got)
	}
	if card, ok := c.Card("c"); !ok || card.Text != "derde" {
		t.Errorf("Card(c) is %v, %v", card, ok)
	}
}

// A card of the same height in the same place must not be taken for the old one.
func TestNewWordsAreDrawnAtTheSameHeight(t *testing.T) {
	c, _, _ := newColumn(t, three()...)
	c.Update(kit.Card{Key: "b", Text: "anders", Footer: "A2"})
	if got := drawn(c); got != "eerste A1 anders A2 derde A3" {
		t.Errorf("after Update: %s", got)
	}
	c.Remove("b")
	c.Insert(1, kit.Card{Key: "b", Text: "opnieuw", Footer: "A2"})
	if got := drawn(c); got != "eerste A1 opnieuw A2 derde A3" {
		t.Errorf("after Remove and Insert: %s", got)
	}
}

func TestArrowKeysSelect(t *testing.T) {
	c, p, calls := newColumn(t, manyCards(300)...)
	p.c.Focus(c)
	if c.Selected() != "0" {
		t.Errorf("focus selects %q", c.Selected())
	}
	p.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd)
	calls.want(t, "select 1", "select 2", "select 1", "select 299")
	if !strings.Contains(drawn(c), "A299") {
		t.Error("the last card is not in view")
	}
	p.key(fyne.KeyDown)
	calls.want(t)
	p.key(fyne.KeyHome, fyne.KeyUp)
	calls.want(t, "select 0")
	p.key(fyne.KeyPageDown)
	if c.Selected() == "0" || c.Selected() == "299" {
		t.Errorf("page down selects %q", c.Selected())
	}
	p.key(fyne.KeyPageUp)
	if c.Selected() != "0" {
		t.Errorf("page up selects %q", c.Selected())
	}
}

func TestKeysOfACard(t *testing.T) {
	c, p, calls := newColumn(t, three()...)
	c.Keys.Bind(kit.Chord{Key: fyne.KeyF6}, calls.add("F6"))
	c.Keys.OnRune = func(r rune) { calls.add(string(r))() }
	p.c.Focus(c)
	p.key(fyne.KeyDown, fyne.KeyReturn, fyne.KeyDelete, desktop.KeyMenu, fyne.KeyF6)
	p.text("é")
	calls.want(t, "select b", "edit b", "delete b", "menu b", "F6", "é")
}

func TestMouseOnCards(t *testing.T) {
	c, p, calls := newColumn(t, three()...)
	at := func(y float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(50, y)} }
	first, second, gap, below := at(30), at(100), at(69), at(390)
	c.MouseDown(&desktop.MouseEvent{PointEvent: second})
	if p.c.Focused() != fyne.Focusable(c) {
		t.Error("a click does not give the focus")
	}
	c.DoubleTapped(&first)
	c.TappedSecondary(&second)
	c.TappedSecondary(&first)
	calls.want(t, "select b", "edit a", "menu b", "select a", "menu a")
	for _, nowhere := range []fyne.PointEvent{gap, below} {
		c.MouseDown(&desktop.MouseEvent{PointEvent: nowhere})
		c.DoubleTapped(&nowhere)
		c.TappedSecondary(&nowhere)
	}
	calls.want(t)
}

func TestRemovingTheSelectedCardSelectsTheNext(t *testing.T) {
	c, _, _ := newColumn(t, three()...)
	for _, step := range []struct{ remove, want string }{{"b", "c"}, {"c", "a"}, {"a", ""}} {
		if step.remove == "b" {
			c.Select("b")
		}
		c.Remove(step.remove)
		if c.Selected() != step.want {
			t.Errorf("after removing %s, %q is selected, want %q", step.remove, c.Selected(), step.want)
		}
	}
}

func TestEditingInPlace(t *testing.T) {
	for _, end := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyReturn, `"tweede!" true`}, {fyne.KeyEscape, `"tweede!" false`}} {
		c, p, calls := newColumn(t, three()...)
		c.Keys.Bind(kit.Chord{Key: fyne.KeyF5}, calls.add("F5"))
		before := p.c.Focused()
		c.Edit("b", func(text string, ok bool) bool {
			calls.add(fmt.Sprintf("%q %v", text, ok))()
			p.c.Focus(c)
			return true
		})
		if p.c.Focused() == before || c.Editing() != "b" {
			t.Fatalf("nothing is edited; focus on %T", p.c.Focused())
		}
		p.text("!")
		p.key(fyne.KeyF5, end.key)
		calls.want(t, "F5", end.want)
		if p.c.Focused() != fyne.Focusable(c) || c.Editing() != "" {
			t.Errorf("focus on %T, editing %q", p.c.Focused(), c.Editing())
		}
		if got := drawn(c); got != "eerste A1 tweede A2 derde A3" {
			t.Errorf("after editing it draws %s", got)
		}
	}
}

func TestEditorGrowsAndMakesRoom(t *testing.T) {
	c, p, _ := newColumn(t, three()...)
	c.Edit("a", func(string, bool) bool { return true })
	top := func() float32 {
		for _, o := range objects(c) {
			if box, ok := o.(*fyne.Container); ok && strings.Contains(drawn(box), "A2") && len(box.Objects) > 2 {
				return box.Position().Y
			}
		}
		return 0
	}
	before := top()
	for range 5 {
		p.shift(fyne.KeyReturn)
	}
	if after := top(); before == 0 || after < before+60 {
		t.Errorf("the next card went from %v to %v", before, after)
	}
	p.key(fyne.KeyEscape)
	if after := top(); after > before {
		t.Errorf("after editing the next card stands at %v, before at %v", after, before)
	}
}

func TestEditorSurvivesOtherCardsAndTheLossOfItsOwn(t *testing.T) {
	c, p, calls := newColumn(t, three()...)
	safe := func(text string, ok bool) bool {
		calls.add(fmt.Sprint(text, ok))()
		return true
	}
	c.Edit("b", safe)
	p.text("!")
	c.Insert(0, kit.Card{Key: "n", Text: "nieuw"})
	c.SetCards(three()[1:])
	p.text("?")
	if c.Editing() != "b" {
		t.Fatal("the editor is gone")
	}
	c.Edit("c", safe)
	calls.want(t, "tweede!?true")
	c.Remove("c")
	c.SetCards(three()[:2])
	p.text("!")
	if c.Editing() != "c" || drawn(c) != "eerste A1 tweede A2 derde!" {
		t.Errorf("%q is being edited; it draws %s", c.Editing(), drawn(c))
	}
	p.key(fyne.KeyReturn)
	calls.want(t, "derde!true")
	if got := drawn(c); got != "eerste A1 tweede A2" {
		t.Errorf("after editing it draws %s", got)
	}
	c.Edit("weg", func(string, bool) bool {
		t.Error("edited a card that is not there")
		return true
	})
}

func TestEditorStaysWhileItsWordsAreNotSafe(t *testing.T) {
	c, p, _ := newColumn(t, three()...)
	safe, words := false, ""
	done := func(text string, _ bool) bool {
		words = text
		return safe
	}
	c.Edit("b", done)
	p.text("!")
	p.key(fyne.KeyReturn)
	if c.Edit("c", done); c.Editing() != "b" {
		t.Fatalf("%q is being edited", c.Editing())
	}
	p.text("?")
	if safe = true; !c.EndEdit(true) || c.Editing() != "" || words != "tweede!?" {
		t.Errorf("%q is being edited, after %q", c.Editing(), words)
	}
}

func TestEditorHoldsNoMoreThanItsLimit(t *testing.T) {
	c, p, calls := newColumn(t, three()...)
	c.Limit, c.OnLimit = 8, calls.add("limit")
	c.Edit("a", func(text string, ok bool) bool {
		calls.add(fmt.Sprint(text, ok))()
		return true
	})
	p.text("12345")
	p.key(fyne.KeyReturn)
	calls.want(t, "limit", "limit", "limit", "eerste12true")
}

func TestColumnTakesTheThemeOfTheMoment(t *testing.T) {
	c, p, _ := newColumn(t, three()...)
	ink := func() any {
		for _, o := range objects(c) {
			if text, ok := o.(*canvas.Text); ok && text.Text == "eerste" {
				return text.Color
			}
		}
		return nil
	}
	light := ink()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark))
	p.c.Content().Refresh()
	if dark := ink(); dark == nil || dark == light {
		t.Errorf("ink is %v in light and %v in dark", light, dark)
	}
}
