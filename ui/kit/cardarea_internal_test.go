package kit

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"oogst/ui/theme"
)

func TestViewsAreUsedAgainWhileScrolling(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	c := NewCardColumn()
	cards := make([]Card, 1000)
	for i := range cards {
		cards[i] = Card{Key: strconv.Itoa(i), Text: "regel"}
	}
	c.Resize(fyne.NewSize(260, 400))
	c.SetCards(cards)
	for i := 0; i < len(cards); i += 7 {
		c.ScrollTo(strconv.Itoa(i))
	}
	r := test.TempWidgetRenderer(t, c.area).(*areaRenderer)
	if n := len(r.shown) + len(r.spare); n < 5 || n > 30 {
		t.Errorf("%d views for a screen of cards", n)
	}
}

func TestAListWithoutASizeDrawsNothing(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	l := NewRailList()
	l.SetItems([]RailItem{{Key: "GM0171", Name: "Noordoostpolder"}})
	r := test.TempWidgetRenderer(t, l)
	if n := len(r.Objects()); n > 0 {
		t.Errorf("%d objects before there is a size", n)
	}
	l.Resize(fyne.NewSize(240, 400))
	if len(r.Objects()) == 0 {
		t.Error("nothing is drawn")
	}
}
