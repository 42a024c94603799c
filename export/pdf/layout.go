package pdf

import (
	"fmt"
	"slices"

	"oogst/export"
	"oogst/export/pdf/tagged"
)

// layout is a report on its way to pages. Lengths are in points.
type layout struct {
	steps *export.Steps
	doc   *tagged.Doc
	meta  export.Meta
	words Words

	left, width float64 // of the text on this page
	bottom      float64 // of the text on this page
	y           float64 // where the next thing begins
	fresh       bool    // nothing is on this page yet
	landscape   bool
	sect        *tagged.Elem
	level       int    // of the last heading
	held        []held // headings that wait for what they stand above
}

// The margins. Everything between top and bottom is text; the furniture of the
// page stands outside.
const (
	top          = 60.0
	foot         = 54.0
	side         = 48.0
	sideOfTurned = 40.0
)

// open begins a page.
func (l *layout) open(landscape bool) {
	l.landscape = landscape
	l.doc.AddPage(landscape)
	width, height := l.doc.Size()
	l.left = side
	if landscape {
		l.left = sideOfTurned
	}
	l.width = width - 2*l.left
	l.y, l.bottom = top, height-foot
	l.fresh = true
}

// third is the height up to which things are kept whole.
func (l *layout) third() float64 { return (l.bottom - top) / 3 }

// run is text on a line that belongs to one element; nil is an artifact.
type run struct {
	elem *tagged.Elem
	x    float64
	text string
	style
}

// line is what stands on one baseline.
type line struct {
	gap, lead float64 // space above it (not at the top of a page), and its height
	runs      []run
}

// lines breaks a text of one element.
func (l *layout) lines(e *tagged.Elem, s style, x, width float64, text string) (lines []line) {
	for _, part := range l.wrap(s.font, text, width) {
		lines = append(lines, line{lead: s.lead, runs: []run{{e, x, part, s}}})
	}
	return lines
}

func height(lines []line) (h float64) {
	for _, line := range lines {
		h += line.gap + line.lead
	}
	return h
}

// draw draws lines from y down, and returns where they end. Each element gets
// one mark, however many lines it has.
func (l *layout) draw(lines []line, x, y float64) float64 {
	var elems []*tagged.Elem // few: a line is its number and its words
	for _, line := range lines {
		for _, r := range line.runs {
			if !slices.Contains(elems, r.elem) {
				elems = append(elems, r.elem)
			}
		}
	}
	for _, e := range elems {
		text := func() {
			at := y
			for _, line := range lines {
				at += line.gap
				for _, r := range line.runs {
					if r.elem == e {
						l.doc.Text(x+r.x, at+baseline(r.style, line.lead), r.font, r.color, r.text)
					}
				}
				at += line.lead
			}
		}
		if e == nil {
			l.doc.Artifact(tagged.Repeated, text)
		} else {
			l.doc.Mark(e, text)
		}
	}
	return y + height(lines)
}

// baseline is how far below the top of a line its letters stand: Source Sans
// reaches 0.75 em above the baseline and 0.25 em below it.
func baseline(s style, lead float64) float64 {
	return (lead-s.font.Size)/2 + 0.75*s.font.Size
}

// flow draws lines below each other, over as many pages as they need.
func (l *layout) flow(lines []line) {
	if len(lines) == 0 {
		return
	}
	l.release(l.least(lines))
	for len(lines) > 0 {
		n := l.fitting(lines)
		if n == 0 {
			l.open(l.landscape)
			continue
		}
		if l.fresh {
			lines[0].gap = 0
		}
		l.y = l.draw(lines[:n], l.left, l.y)
		l.fresh = false
		lines = lines[n:]
	}
}

// least is the height that lines need on the page where they begin.
func (l *layout) least(lines []line) float64 {
	if h := height(lines); h <= l.third() {
		return h
	}
	return height(lines[:min(2, len(lines))])
}

// fitting is how many of the lines are drawn on this page: all, or at least two
// and leaving at least two.
func (l *layout) fitting(lines []line) int {
	room := l.bottom - l.y
	if l.fresh {
		room += lines[0].gap
	}
	n := 0
	for h := 0.0; n < len(lines); n++ {
		if h += lines[n].gap + lines[n].lead; h > room {
			break
		}
	}
	switch {
	case n == len(lines):
		return n
	case l.fresh:
		return max(n-1, 1)
	case height(lines) <= l.third() || n < 3:
		return 0
	}
	return min(n, len(lines)-2)
}

// section draws a section from the top of a page.
func (l *layout) section(s export.Section) error {
	if blank(s.Title) {
		return fmt.Errorf("section %q has no title", s.Key)
	}
	l.sect = l.doc.Root().Add(tagged.Section)
	l.title(s.Title, l.accent(s.Accent))
	for _, b := range s.Blocks {
		if err := l.block(b); err != nil {
			return fmt.Errorf("section %q: %w", s.Title, err)
		}
	}
	l.release(0)
	return nil
}

func (l *layout) block(b export.Block) error {
	switch b := b.(type) {
	case export.Heading:
		l.heading(b)
	case export.Paragraph:
		s := body()
		if b.Quiet {
			s = quiet()
		}
		l.paragraph(s, 4, b.Text)
	case export.Facts:
		if err := l.facts(b); err != nil {
			return err
		}
	case export.List:
		return l.list(b.Items)
	case *export.Table:
		return l.table(b)
	default:
		return fmt.Errorf("no way to draw a %T", b)
	}
	return l.steps.Done(1)
}
