package screen

import (
	"slices"
	"strings"
	"testing"

	"oogst/model"

	"pgregory.net/rapid"
)

func TestActionsAndThemesAreReadAndTakenOff(t *testing.T) {
	for _, c := range []struct {
		typed, text, kind string
		themes            []string
	}{
		{">> GGD bellen", "GGD bellen", model.KindAction, nil},
		{">>GGD bellen", "GGD bellen", model.KindAction, nil},
		{">>>> hoger", ">> hoger", "", nil},
		{"groter >> kleiner", "groter >> kleiner", "", nil},
		{"> een pijl", "> een pijl", "", nil},
		{"Meer woningen #wonen", "Meer woningen", "", []string{"wonen"}},
		{"#wonen Meer woningen", "Meer woningen", "", []string{"wonen"}},
		{"Meer #wonen woningen #jeugd-en-zorg", "Meer woningen", "", []string{"wonen", "jeugd-en-zorg"}},
		{"Meer #wonen, en snel", "Meer, en snel", "", []string{"wonen"}},
		{"Zorg #jeugd_en_zorg", "Zorg", "", []string{"jeugd en zorg"}},
		{"Zorg #één", "Zorg", "", []string{"één"}},
		{"prioriteit #1", "prioriteit #1", "", nil},
		{"C# en F#", "C# en F#", "", nil},
		{"a # b", "a # b", "", nil},
		{"##wonen", "#wonen", "", nil},
		{"zeg ##wonen hardop", "zeg #wonen hardop", "", nil},
		{"###", "##", "", nil},
		{">> // #zorg bellen", "bellen", model.KindAction, []string{"zorg"}},
		{"#zorg >> bellen", "bellen", model.KindAction, []string{"zorg"}},
		{"#zorg", "", "", []string{"zorg"}},
	} {
		got := parseLine(c.typed)
		if got.Text != c.text || got.Kind != c.kind || !slices.Equal(got.Themes, c.themes) {
			t.Errorf("%q: got %+v, want %+v", c.typed, got, c)
		}
	}
	if got := parseLine("// >> stil?? #zorg"); got.Visibility != model.VisibilityInternal || got.Status != model.ToCheck || got.Text != "stil" {
		t.Errorf("all marks together: %+v", got)
	}
}

// doubled types a text so that nothing in it is a mark.
func doubled(text string) string {
	text = themeMark.ReplaceAllStringFunc(text, func(found string) string {
		part := themeMark.FindStringSubmatch(found)
		if part[2] == "#" && part[3] == "" {
			return found
		}
		return part[1] + "#" + part[2] + part[3]
	})
	if strings.HasPrefix(text, "//") || strings.HasPrefix(text, ">>") {
		text = text[:2] + text
	}
	if strings.HasSuffix(text, "??") {
		text += "??"
	}
	return text
}

func TestDoubledMarksAreTheCharactersThemselves(t *testing.T) {
	piece := rapid.SampledFrom([]string{"#", "##", "//", ">>", "??", "/", ">", "?", " ", "\n", "a", "1", "wonen", "é", "#wonen", "_"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.TrimSpace(strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""))
		if got := parseLine(doubled(text)); got.Text != text || got.Status != "" || got.Visibility != "" || got.Kind != "" || got.Themes != nil {
			t.Fatalf("typed %q for %q, got %+v", doubled(text), text, got)
		}
	})
}
