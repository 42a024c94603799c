package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// What a screen reader is told. Fyne knows a label and a few roles, no states,
// so the label of a choice is what is chosen.
var (
	_ fyne.Accessible = (*Badge)(nil)
	_ fyne.Accessible = (*Banner)(nil)
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*CardColumn)(nil)
	_ fyne.Accessible = (*CheckRow)(nil)
	_ fyne.Accessible = (*ColumnHead)(nil)
	_ fyne.Accessible = (*CountRow)(nil)
	_ fyne.Accessible = (*Field)(nil)
	_ fyne.Accessible = (*Line)(nil)
	_ fyne.Accessible = (*LineEntry)(nil)
	_ fyne.Accessible = (*ModeBlock)(nil)
	_ fyne.Accessible = (*Paragraph)(nil)
	_ fyne.Accessible = (*RailList)(nil)
	_ fyne.Accessible = (*Segmented)(nil)
	_ fyne.Accessible = (*Slide)(nil)
	_ fyne.Accessible = (*Tabs)(nil)
	_ fyne.Accessible = (*TagLabel)(nil)
)

// AccessibilityLabel is what a screen reader says.
func (b *Badge) AccessibilityLabel() string { return b.letters }

// AccessibilityRole is what a screen reader takes it for.
func (*Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what a screen reader says.
func (b *Banner) AccessibilityLabel() string { return b.Text() }

// AccessibilityRole is what a screen reader takes it for.
func (*Banner) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (b *Button) AccessibilityLabel() string { return orElse(b.Label, b.text) }

// AccessibilityRole is what a screen reader takes it for.
func (*Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is what a screen reader says.
func (c *CardColumn) AccessibilityLabel() string {
	card, _ := c.Card(c.selected)
	return spoken(card.Footer, card.Text)
}

// AccessibilityRole is what a screen reader takes it for.
func (*CardColumn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (c *CheckRow) AccessibilityLabel() string {
	mark := ""
	if c.checked {
		mark = "✓"
	}
	return spoken(mark, orElse(c.Label, c.title), c.about)
}

// AccessibilityRole is what a screen reader takes it for.
func (*CheckRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is what a screen reader says.
func (h *ColumnHead) AccessibilityLabel() string { return spoken(h.title, h.hint) }

// AccessibilityRole is what a screen reader takes it for.
func (*ColumnHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what a screen reader says.
func (c *CountRow) AccessibilityLabel() string { return spoken(c.number, c.words) }

// AccessibilityRole is what a screen reader takes it for.
func (*CountRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (f *Field) AccessibilityLabel() string { return spoken(f.label, f.Text(), f.problem) }

// AccessibilityRole is what a screen reader takes it for.
func (*Field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (l *Line) AccessibilityLabel() string {
	words := make([]string, len(l.runs))
	for i, run := range l.runs {
		words[i] = run.Text
	}
	return spoken(words...)
}

// AccessibilityRole is what a screen reader takes it for.
func (*Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what a screen reader says.
func (l *LineEntry) AccessibilityLabel() string { return orElse(l.Text(), l.input.PlaceHolder) }

// AccessibilityRole is what a screen reader takes it for.
func (*LineEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (m *ModeBlock) AccessibilityLabel() string { return spoken(m.word, m.hint) }

// AccessibilityRole is what a screen reader takes it for.
func (*ModeBlock) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is what a screen reader says.
func (p *Paragraph) AccessibilityLabel() string { return p.text }

// AccessibilityRole is what a screen reader takes it for.
func (*Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what a screen reader says.
func (l *RailList) AccessibilityLabel() string {
	for _, item := range l.items {
		if item.Key == l.selected {
			return spoken(item.Name, item.Count)
		}
	}
	return ""
}

// AccessibilityRole is what a screen reader takes it for.
func (*RailList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (s *Segmented) AccessibilityLabel() string { return spoken(s.Label, s.options[s.selected]) }

// AccessibilityRole is what a screen reader takes it for.
func (*Segmented) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (t *Tabs) AccessibilityLabel() string { return t.tabs[t.selected].Text }

// AccessibilityRole is what a screen reader takes it for.
func (*Tabs) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is what a screen reader says.
func (t *TagLabel) AccessibilityLabel() string { return t.tag.Text }

// AccessibilityRole is what a screen reader takes it for.
func (*TagLabel) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// spoken joins what is there.
func spoken(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

// AccessibilityLabel is what a screen reader says.
func (s *Slide) AccessibilityLabel() string {
	at := ""
	if s.page.At >= 0 && s.page.At < len(s.page.Lines) {
		at = s.page.Lines[s.page.At].Text
	}
	return spoken(s.page.Title, s.page.Aside, at)
}

// AccessibilityRole is what a screen reader takes it for.
func (*Slide) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
