package screen

import (
	"slices"
	"strings"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"
)

// The rows of the rail that are no theme. Keys of themes begin with railTheme,
// those of kinds with railKind.
const (
	railAll     = "all"
	railNone    = "none"
	railDoubles = "doubles"
	railTheme   = "theme:"
	railKind    = "kind:"
)

// Choose shows the lines of another row of the rail, from the top.
func (o *Ordering) Choose(key string) {
	if !o.Settle() {
		o.rail.Select(o.shown)
		return
	}
	o.shown = key
	o.ticked = map[model.ID]bool{}
	o.banner.Clear()
	o.rename.Hide()
	o.list.Select("")
	o.show()
	o.list.Focus()
}

// Doubles shows the lines that say nearly the same.
func (o *Ordering) Doubles() { o.Choose(railDoubles) }

// ChooseNth chooses a theme by the number of the key, from 1; 0 is the lines
// without one.
func (o *Ordering) ChooseNth(n int) {
	themes := o.session.Themes()
	switch {
	case n == 0:
		o.Choose(railNone)
	case n <= len(themes):
		o.Choose(railTheme + themes[n-1].Key)
	default:
		o.banner.Say(kit.Quiet, text.ThemeUnknown)
	}
}

func (o *Ordering) showRail() {
	p := o.session.Programme()
	under, without, kinds := map[string]int{}, 0, map[string]int{}
	for _, e := range o.all {
		kinds[e.Kind]++
		for _, key := range e.Themes {
			under[key]++
		}
		if len(e.Themes) == 0 {
			without++
		}
	}
	items := []kit.RailItem{{Key: railAll, Name: text.AllLines, Count: railCount(len(o.all))}}
	for i, t := range o.session.Themes() {
		digit := ""
		if i < 9 {
			digit = text.Number(i + 1)
		}
		items = append(items, kit.RailItem{Key: railTheme + t.Key, Digit: digit, Badge: "#", Color: theme.Teal, Name: t.Name, Count: railCount(under[t.Key])})
	}
	items = append(items, kit.RailItem{Key: railNone, Digit: "0", Badge: "?", Color: theme.Ink, Name: text.NoTheme, Count: railCount(without), Apart: true, Dashed: true})
	for _, key := range []string{model.KindPilotIdea, model.KindAction} {
		if k, ok := p.Kind(key); ok {
			items = append(items, kit.RailItem{Key: railKind + key, Badge: k.Letter, Color: theme.Accent(k.Accent), Name: k.Plural, Count: railCount(kinds[key])})
		}
	}
	items = append(items, kit.RailItem{Key: railDoubles, Badge: "=", Color: theme.Ink, Name: text.MaybeDouble, Count: railCount(len(o.alike))})
	if !slices.ContainsFunc(items, func(i kit.RailItem) bool { return i.Key == o.shown }) {
		o.shown = railAll // the theme is gone
	}
	o.rail.SetItems(items)
	o.rail.Select(o.shown)
	top, height := o.rail.Place()
	bringPart(o.railScroll, top, height)
}

// title names the row of the rail.
func (o *Ordering) title() string {
	if key, ok := strings.CutPrefix(o.shown, railTheme); ok {
		return o.session.ThemeName(key)
	}
	if key, ok := strings.CutPrefix(o.shown, railKind); ok {
		return kindOf(o.session.Programme(), key).Plural
	}
	return map[string]string{railAll: text.AllLines, railNone: text.NoTheme, railDoubles: text.MaybeDouble}[o.shown]
}

// askName asks for another name of the theme that is shown.
func (o *Ordering) askName() {
	o.rename.SetText(o.session.ThemeName(strings.TrimPrefix(o.shown, railTheme)))
	o.rename.Show()
	o.content.Refresh()
	o.rename.Focus()
}

// renameTheme gives the theme that is shown another name. With the name of
// another theme, the two become one.
func (o *Ordering) renameTheme(name string) {
	key := strings.TrimPrefix(o.shown, railTheme)
	was := o.session.ThemeName(key)
	into, taken := o.session.ThemeNamed(name)
	if !taken || into.Key == key {
		if o.do(model.RenameTheme{Key: key, Name: name}) {
			o.Escape()
		}
		return
	}
	if o.do(model.RemoveTheme{Key: key, Into: into.Key}) {
		o.Choose(railTheme + into.Key)
		o.banner.Say(kit.Good, text.ThemesJoined(was, into.Name))
	}
}

func (o *Ordering) removeTheme() {
	key := strings.TrimPrefix(o.shown, railTheme)
	name := o.session.ThemeName(key)
	if o.do(model.RemoveTheme{Key: key}) {
		o.Choose(railAll)
		o.banner.Say(kit.Good, text.ThemeGone(name))
	}
}
