package screen

import (
	"regexp"
	"strings"

	"oogst/model"
)

// parseLine reads all marks of a typed line: those of parseMarks, and a # with a
// name for each theme. A doubled mark stands for itself.
func parseLine(typed string) model.Contribute {
	rest, themes := takeThemes(typed)
	line := model.Contribute{Capture: parseMarks(rest)}
	line.Themes = themes
	return line
}

// parseMarks reads the marks at the ends of a line: ?? at the end is "to
// check", // in front is internal, >> in front is an action.
func parseMarks(typed string) model.Capture {
	c := model.Capture{Text: strings.TrimSpace(typed)}
	switch {
	case strings.HasSuffix(c.Text, "????"):
		c.Text = strings.TrimSuffix(c.Text, "??")
	case strings.HasSuffix(c.Text, "??"):
		c.Text, c.Status = strings.TrimSpace(strings.TrimSuffix(c.Text, "??")), model.ToCheck
	}
	for {
		mark := c.Text[:min(2, len(c.Text))]
		switch {
		case mark != "//" && mark != ">>":
			return c
		case strings.HasPrefix(c.Text[2:], mark):
			c.Text = c.Text[2:]
			return c
		case mark == "//":
			c.Visibility = model.VisibilityInternal
		default:
			c.Kind = model.KindAction
		}
		c.Text = strings.TrimSpace(c.Text[2:])
	}
}

// themeMark is a # at the beginning of a word, or more of them, and the name
// behind it. A name begins with a letter: "#1" is a number.
var themeMark = regexp.MustCompile(`(^|\s)(##+|#)(\pL[\pL\pN_-]*)?`)

// takeThemes takes the themes out of a line, with the space before them. In a
// new name an underscore stands for a space.
func takeThemes(typed string) (rest string, themes []string) {
	rest = themeMark.ReplaceAllStringFunc(typed, func(found string) string {
		part := themeMark.FindStringSubmatch(found)
		space, mark, name := part[1], part[2], part[3]
		switch {
		case mark != "#":
			return space + mark[1:] + name
		case name == "":
			return found
		}
		themes = append(themes, strings.ReplaceAll(name, "_", " "))
		return ""
	})
	return rest, themes
}
