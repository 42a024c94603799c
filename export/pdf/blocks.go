package pdf

import (
	"slices"

	"oogst/export"
	"oogst/export/pdf/tagged"
)

// held is a heading that is not drawn yet: it goes to the page of what comes
// next.
type held struct {
	lines []line
	elem  *tagged.Elem
	level int
	text  string
	badge string
	color tagged.Color
}

// title draws the heading of a section, at the top of its first page. An
// upright page has a line below it in the section's colour; on a turned page a
// table's coloured header is near.
func (l *layout) title(text string, c tagged.Color) {
	l.level = 1
	e := l.sect.Add(tagged.H1)
	s := heading(1)
	l.hold(held{lines: l.lines(e, s, 0, l.width, text), elem: e, level: 1, text: text})
	l.release(0)
	if !l.landscape {
		l.doc.Artifact(tagged.Decoration, func() { l.doc.Rect(l.left, l.y+5, l.width, 2.5, 0, c) })
		l.y += 9
	}
	l.y += 4
}

// heading holds a heading inside a section. Its level never jumps: a level 3
// right below the title of the section becomes a level 2.
func (l *layout) heading(b export.Heading) {
	if blank(b.Text) {
		return
	}
	l.level = max(2, min(b.Level, l.level+1, 3))
	s := heading(l.level)
	e := l.sect.Add([]tagged.Role{2: tagged.H2, 3: tagged.H3}[l.level])
	badge, indent := l.clip(badgeFont(), b.Badge, 4*badgeSize), 0.0
	if badge != "" {
		indent = l.badgeWidth(badge) + 6
	}
	lines := l.lines(e, s, indent, l.width-indent, b.Text)
	lines[0].gap = []float64{2: 18, 3: 10}[l.level]
	l.hold(held{lines, e, l.level, b.Text, badge, l.accent(b.Accent)})
}

func (l *layout) hold(h held) { l.held = append(l.held, h) }

// release draws the headings that wait, on a page that also has room for the
// first part of what comes next.
func (l *layout) release(next float64) {
	waiting := l.held
	l.held = nil
	for _, h := range waiting {
		next += height(h.lines)
	}
	if !l.fresh && l.y+next > l.bottom {
		l.open(l.landscape)
	}
	for _, h := range waiting {
		y := l.y
		if !l.fresh {
			y += h.lines[0].gap
		}
		l.doc.Bookmark(h.level, oneLine(tagged.Clean(h.text)), h.elem, y)
		if h.badge != "" {
			l.badge(h, y)
		}
		l.flow(h.lines)
	}
}

// badge draws the letter before a heading. It is an artifact: the heading says
// in words what the letter stands for.
func (l *layout) badge(h held, y float64) {
	y += (h.lines[0].lead-badgeSize)/2 - 1 // the eye looks at the small letters
	width, f := l.badgeWidth(h.badge), badgeFont()
	l.doc.Artifact(tagged.Decoration, func() {
		l.doc.Rect(l.left, y, width, badgeSize, 3, h.color)
		x := l.left + (width-l.doc.Width(f, h.badge))/2
		l.doc.Text(x, y+baseline(style{font: f}, badgeSize)-0.3, f, white(), h.badge)
	})
}

const badgeSize = 15.0 // side of the square; it grows sideways for more letters

func badgeFont() tagged.Font { return bold(9) }

func (l *layout) badgeWidth(badge string) float64 {
	return max(badgeSize, l.doc.Width(badgeFont(), badge)+8)
}

// paragraph draws running text.
func (l *layout) paragraph(s style, gap float64, text string) {
	if blank(text) {
		return
	}
	lines := l.lines(l.sect.Add(tagged.Paragraph), s, 0, l.width, text)
	lines[0].gap = gap
	l.flow(lines)
}

// facts draws labelled values, as a list of which the labels are the marks.
func (l *layout) facts(facts export.Facts) error {
	items := make([]export.Item, len(facts.Items))
	for i, f := range facts.Items {
		items[i] = export.Item{Code: f.Label, Text: f.Value}
	}
	look := listing{label: style{bold(10.5), muted(), 14.5}, text: body(), gap: 3, between: 14}
	if facts.Beside {
		return l.inColumns(items, listing{label: code(), text: body(), gap: 7, between: 8})
	}
	return l.items(items, look)
}

// inColumns draws a list in two columns, down the left one first; where the page
// hasn't room for that, one below the other.
func (l *layout) inColumns(items []export.Item, look listing) error {
	const between = 24.0
	items = filled(items)
	width := (l.width - between) / 2
	indent := l.labelWidth(items, look.label.font, width*0.45) + look.between
	total := 0.0
	for _, item := range items {
		total += height(l.item(new(tagged.Elem), item, look, indent, width)) // to measure
	}
	if tallest := look.text.lead * 3; l.y+total/2+tallest > l.bottom {
		return l.items(items, look)
	}
	list := l.sect.Add(tagged.List)
	var columns [2][]line
	used := 0.0
	for _, item := range items {
		lines, column := l.item(list, item, look, indent, width), 0
		if used >= total/2 {
			column = 1
		}
		used += height(lines)
		columns[column] = append(columns[column], lines...)
	}
	for i, lines := range columns {
		l.draw(lines, l.left+float64(i)*(width+between), l.y)
	}
	l.y += max(height(columns[0]), height(columns[1]))
	l.fresh = false
	return l.steps.Err()
}

// list draws captured lines.
func (l *layout) list(items []export.Item) error {
	return l.items(items, listing{label: code(), text: body(), remark: remark(), gap: 6.5, between: 10, count: 1})
}

// listing is how a list looks: its styles, the space above each item and after
// the labels, and the steps that an item counts for.
type listing struct {
	label, text, remark style
	gap, between        float64
	count               int
}

func (l *layout) items(items []export.Item, look listing) error {
	items = filled(items)
	if len(items) == 0 {
		return nil
	}
	list := l.sect.Add(tagged.List)
	indent := l.labelWidth(items, look.label.font, l.width/4)
	if indent > 0 {
		indent += look.between
	}
	for _, item := range items {
		l.flow(l.item(list, item, look, indent, l.width))
		if err := l.steps.Done(look.count); err != nil {
			return err
		}
	}
	return nil
}

// labelWidth is the width of the widest label, at most limit.
func (l *layout) labelWidth(items []export.Item, f tagged.Font, limit float64) (widest float64) {
	for _, item := range items {
		widest = max(widest, l.doc.Width(f, oneLine(tagged.Clean(item.Code))))
	}
	return min(widest, limit)
}

// item makes the lines of an item: its label beside its text, and its remarks
// below.
func (l *layout) item(list *tagged.Elem, item export.Item, look listing, indent, width float64) []line {
	e := list.Add(tagged.Item)
	var labels []line
	if !blank(item.Code) {
		labels = l.lines(e.Add(tagged.Label), look.label, 0, indent-look.between, item.Code)
	}
	b := e.Add(tagged.Body)
	text := b
	if len(item.Remarks) > 0 {
		text = b.Add(tagged.Paragraph)
	}
	lines := l.lines(text, look.text, indent, width-indent, item.Text)
	for _, r := range item.Remarks {
		lines = append(lines, l.lines(b.Add(tagged.Paragraph), look.remark, indent, width-indent, r)...)
	}
	lines = beside(labels, lines)
	lines[0].gap = look.gap
	return lines
}

// filled leaves out items that say nothing.
func filled(items []export.Item) (full []export.Item) {
	for _, i := range items {
		i.Remarks = slices.DeleteFunc(slices.Clone(i.Remarks), blank)
		if !blank(i.Code) || !blank(i.Text) || len(i.Remarks) > 0 {
			full = append(full, i)
		}
	}
	return full
}

// beside puts two texts next to each other, line by line.
func beside(left, right []line) []line {
	for i, line := range right {
		if i == len(left) {
			left = append(left, line)
			continue
		}
		left[i].runs = append(left[i].runs, line.runs...)
		left[i].lead = max(left[i].lead, line.lead)
		if i == len(left)-1 {
			return append(left, right[i+1:]...)
		}
	}
	return left
}
