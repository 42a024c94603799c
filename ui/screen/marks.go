package screen

import (
	"strings"

	"oogst/model"
)

// parseMarks reads the marks of a typed line: ?? at the end is "to check", //
// in front is internal. A doubled mark stands for itself.
func parseMarks(typed string) model.Capture {
	c := model.Capture{Text: strings.TrimSpace(typed)}
	switch {
	case strings.HasSuffix(c.Text, "????"):
		c.Text = strings.TrimSuffix(c.Text, "??")
	case strings.HasSuffix(c.Text, "??"):
		c.Text, c.Status = strings.TrimSpace(strings.TrimSuffix(c.Text, "??")), model.ToCheck
	}
	switch {
	case strings.HasPrefix(c.Text, "////"):
		c.Text = strings.TrimPrefix(c.Text, "//")
	case strings.HasPrefix(c.Text, "//"):
		c.Text, c.Visibility = strings.TrimSpace(strings.TrimPrefix(c.Text, "//")), model.VisibilityInternal
	}
	return c
}
