package screen_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/screen"
	"oogst/ui/text"
	"oogst/ui/theme"
)

// capture puts the capture screen in the place of the preparation.
func (p *person) capture() {
	c := screen.NewCapture(p.host, p.session, "")
	p.window.SetContent(c.Content())
	p.Cleanup(c.Close)
	p.c.Focus(c.Target())
	c.ChooseNth(0)
}

func TestCaptureFollowsKindsThatChange(t *testing.T) {
	p := prepare(t, "krachtige-samenleving", theme.Light, fyne.NewSize(1024, 640))
	p.capture()
	p.text("x")
	must(t, p.session.Do(model.PutKind{Kind: model.Kind{Letter: "W", Name: "Wens", Plural: "Wensen", Accent: "green"}}))
	must(t, p.session.Do(model.RemoveKind{Key: "idea"}))
	said := p.said()
	if !strings.Contains(said, "Wensen") || strings.Contains(said, "Ideeën") {
		t.Errorf("the columns are those of before: %s", said)
	}
	find[*kit.CardColumn](p, 3)
	p.key(fyne.KeyReturn)
	if cell := p.session.Cell(model.Unassigned, "pilotidea"); len(cell) != 1 {
		t.Errorf("the line went elsewhere: %+v", p.session.Entries())
	}
	if !strings.Contains(p.said(), text.Unassigned) {
		t.Error("a change of kinds chose another gemeente")
	}
	must(t, p.session.Undo())
	must(t, p.session.Undo())
	if said := p.said(); !strings.Contains(said, "Ideeën") {
		t.Errorf("undo left the columns: %s", said)
	}
}

func TestALineFromBeforehandSaysSo(t *testing.T) {
	p := prepare(t, "krachtige-samenleving", theme.Light, fyne.NewSize(1024, 640))
	must(t, p.session.Do(model.Import{{Kind: "idea", Text: "een", Origin: text.BroughtBefore("brief")}, {Kind: "pilotidea", Text: "twee"}}))
	p.capture()
	for i, want := range []int{1, 0} {
		column := find[*kit.CardColumn](p, i)
		e := p.session.Entries()[i]
		card, ok := column.Card(e.ID.String())
		if !ok || len(card.Tags) != want {
			t.Errorf("%q has tags %+v", e.Text, card.Tags)
		}
	}
}
