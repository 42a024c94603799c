package screen

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"oogst/model"
	"oogst/model/search"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"
)

// What Tab makes of the end of the line: a theme of a # and letters, or a name
// of who is at the table.

// mostCompletions is how many are suggested.
const mostCompletions = 5

// completions are what the end of a text could become, the likeliest first.
func (c *Capture) completions(before string) (end string, found []string) {
	word := before[len(strings.TrimRightFunc(before, func(r rune) bool { return !unicode.IsSpace(r) })):]
	if letters, ok := strings.CutPrefix(word, "#"); ok {
		end, found = word, c.themes(letters)
	} else if word != "" {
		end, found = ending(before, c.atTable())
	}
	return end, found[:min(len(found), mostCompletions)]
}

// themes are those whose name begins with the letters, then those with a word
// that does.
func (c *Capture) themes(letters string) (found []string) {
	if strings.HasPrefix(letters, "#") {
		return nil
	}
	letters = search.Fold(letters)
	var second []string
	for _, t := range c.session.Programme().Lists[model.ListThemes] {
		word := c.session.ThemeWord(t.Key)
		switch folded := search.Fold(word); {
		case folded == letters:
		case strings.HasPrefix(folded, letters):
			found = append(found, "#"+word)
		case strings.Contains(folded, "-"+letters):
			second = append(second, "#"+word)
		}
	}
	return append(found, second...)
}

// atTable names the stakeholders, and the people by function; those by name too
// where the session keeps names.
func (c *Capture) atTable() (names []string) {
	p := c.session.Programme()
	for _, s := range p.Stakeholders {
		names = append(names, s.Name)
	}
	for _, person := range p.Participants {
		names = append(names, person.Role)
	}
	for _, person := range p.Participants {
		names = append(names, person.Name)
	}
	return names
}

// A name is suggested from leastTyped characters on, of at most mostWords words.
const (
	leastTyped = 3
	mostWords  = 8
)

// ending gives the names that the text could end in, of which it has a part, and
// that part: the longest there is.
func ending(typed string, names []string) (end string, found []string) {
	folded := make([]string, len(names))
	for i, name := range names {
		folded[i] = search.Fold(name)
	}
	for _, at := range slices.Backward(lastWords(typed)) {
		part := search.Fold(typed[at:])
		if utf8.RuneCountInString(part) < leastTyped {
			break
		}
		for i, name := range names {
			if folded[i] != part && strings.HasPrefix(folded[i], part) && !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
		if len(found) > 0 {
			return typed[at:], found
		}
	}
	return "", nil
}

// lastWords are the places where the last mostWords words begin, the last first;
// a word may stand behind a bracket.
func lastWords(typed string) (starts []int) {
	for end := len(typed); end > 0 && len(starts) < mostWords; {
		r, width := utf8.DecodeLastRuneInString(typed[:end])
		end -= width
		before, _ := utf8.DecodeLastRuneInString(typed[:end]) // no letter at the beginning
		if !unicode.IsSpace(r) && !unicode.In(before, unicode.L, unicode.N, unicode.M) {
			starts = append(starts, end)
		}
	}
	return starts
}

func completionHint(found []string) (runs []kit.Run) {
	for i, f := range found {
		if i == 0 {
			runs = append(runs, kit.Run{Text: text.KeyTabName, Size: theme.Hint, Bold: true, Key: true},
				kit.Run{Text: f, Size: theme.Note, Bold: true, Gap: 4})
			continue
		}
		runs = append(runs, kit.Run{Text: f, Size: theme.Note, Color: theme.Muted, Gap: 12})
	}
	return runs
}
