package pdf

import (
	"fmt"
	"strings"

	"oogst/export"
	"oogst/export/pdf/tagged"
)

// cover draws the first page. Nothing on it is a heading: headings are the
// sections.
func (l *layout) cover() error {
	l.open(false)
	l.sect = l.doc.Root().Add(tagged.Section)
	_, height := l.doc.Size()
	l.doc.Artifact(tagged.Decoration, func() { l.doc.Rect(0, 0, 14, height, 0, l.main()) })
	l.logo()
	l.paragraph(style{regular(11), muted(), 15}, 0, l.meta.Organisation)
	l.y, l.fresh = max(l.y, 190), false
	if f := oneLine(tagged.Clean(l.meta.Fictional)); f != "" {
		l.warning(f)
	}
	l.flow(l.lines(l.sect.Add(tagged.Title), style{bold(30), ink(), 36}, 0, l.width, l.meta.Title))
	l.paragraph(style{regular(15), muted(), 20}, 6, l.meta.Subtitle)
	l.doc.Artifact(tagged.Decoration, func() { l.doc.Rect(l.left, l.y+20, 72, 3, 0, l.main()) })
	l.y += 46
	l.paragraph(style{bold(12), color(l.meta.Style.Accent()), 16}, 0, join(" · ", l.meta.Status, l.meta.Audience, l.meta.Classification))
	l.y += 12
	if err := l.facts(export.Facts{Items: l.meta.Facts}); err != nil {
		return err
	}
	l.y += 12
	l.paragraph(style{regular(9), muted(), 12}, 0, l.edition())
	return nil
}

// The room for a logo on the cover.
const (
	logoWidth  = 210.0
	logoHeight = 64.0
)

// logo draws the logo of the house style, as large as its room allows.
func (l *layout) logo() {
	p := l.meta.Style.Logo
	if p == nil {
		return
	}
	scale := min(logoWidth/float64(p.Width), logoHeight/float64(p.Height))
	width, height := scale*float64(p.Width), scale*float64(p.Height)
	l.doc.Picture(l.sect, tagged.Picture{Width: p.Width, Height: p.Height, RGB: p.RGB}, l.left, l.y, width, height, p.Alt)
	l.y += height + 14
	l.fresh = false
}

// warning draws a line that nobody may miss.
func (l *layout) warning(text string) {
	s := style{bold(11), amber(), 15}
	lines := l.lines(l.sect.Add(tagged.Paragraph), s, 10, l.width-20, text)
	h := height(lines)
	if h > l.third() { // too much for a box
		l.flow(lines)
		return
	}
	l.doc.Artifact(tagged.Decoration, func() { l.doc.Rect(l.left, l.y, l.width, h+14, 4, honey()) })
	l.y = l.draw(lines, l.left, l.y+7) + 7 + 26
}

// edition is which version of the document this is.
func (l *layout) edition() string {
	moment := ""
	if !l.meta.Created.IsZero() {
		moment = l.words.Moment(l.meta.Created)
	}
	mark := strings.ToUpper(l.meta.Mark)
	if len(mark) == 8 {
		mark = mark[:4] + " " + mark[4:]
	}
	if mark != "" {
		mark = fmt.Sprintf(l.words.Mark, mark)
	}
	return join(" · ", l.meta.Version, moment, mark)
}

// contents is the table of contents: its lines have places before the pages are
// known that they name.
type contents struct{ entries []entry }

type entry struct {
	title string
	elem  *tagged.Elem
	lines []string
	page  int
	y     float64
}

// reserve makes room for the contents, and draws its heading.
func (l *layout) reserve(sections []export.Section) *contents {
	l.open(false)
	l.sect = l.doc.Root().Add(tagged.Section)
	l.title(l.words.Contents, l.main())
	c := &contents{}
	toc := l.sect.Add(tagged.Contents)
	for _, s := range sections {
		e := entry{title: oneLine(tagged.Clean(s.Title)), elem: toc.Add(tagged.Entry).Add(tagged.Reference).Add(tagged.Link)}
		e.lines = l.wrap(tocLine().font, s.Title, l.width-60)
		if len(e.lines) > tocMost {
			e.lines = append(e.lines[:tocMost-1], strings.TrimSpace(e.lines[tocMost-1])+"…")
		}
		h := tocLine().lead*float64(len(e.lines)) + tocGap
		if l.y+h > l.bottom {
			l.open(false)
		}
		e.page, e.y = l.doc.Page(), l.y
		l.y += h
		c.entries = append(c.entries, e)
	}
	return c
}

func tocLine() style { return style{regular(11), ink(), 15} }

const (
	tocGap  = 6.0 // below each entry of the contents
	tocMost = 12  // lines of an entry: the whole title is in the chapter
)

// fill draws the contents, now that the first page of each section is known.
func (l *layout) fill(c *contents, starts []int) {
	s := tocLine()
	for i, e := range c.entries {
		l.doc.SetPage(e.page)
		number := fmt.Sprint(starts[i])
		right := side + l.contentsWidth()
		y := e.y
		end := side
		l.doc.Mark(e.elem, func() {
			for j, text := range e.lines {
				if j == len(e.lines)-1 {
					text += " " // between the title and the number, for who listens
				}
				y = e.y + float64(j)*s.lead + baseline(s, s.lead)
				l.doc.Text(side, y, s.font, s.color, text)
				end = side + l.doc.Width(s.font, text)
			}
			l.doc.Text(right-l.doc.Width(s.font, number), y, s.font, s.color, number)
		})
		l.leader(end+4, right-l.doc.Width(s.font, number)-6, y)
		height := s.lead * float64(len(e.lines))
		l.doc.Link(e.elem, side, e.y, right-side, height, tagged.Dest{Page: starts[i], Y: top - 10},
			fmt.Sprintf(l.words.LinkTo, e.title, starts[i]))
	}
}

func (l *layout) contentsWidth() float64 { return tagged.A4Width - 2*side }

// leader draws a thin line that leads the eye from a title to its page.
func (l *layout) leader(from, to, y float64) {
	if to > from {
		l.doc.Artifact(tagged.Decoration, func() { l.doc.Rect(from, y-0.5, to-from, 0.5, 0, haze()) })
	}
}

// furniture draws the header and footer of each page.
func (l *layout) furniture() error {
	left, right := l.meta.Title, join(" · ", l.meta.Classification, l.meta.Status, l.meta.Audience)
	if l.meta.Leaflet { // its title stands below
		left, right = l.meta.Subtitle, l.meta.Organisation
	}
	edition := l.edition()
	for n := 1; n <= l.doc.Pages(); n++ {
		l.doc.SetPage(n)
		width, height := l.doc.Size()
		margin := side
		if width > height {
			margin = sideOfTurned
		}
		number := fmt.Sprintf(l.words.PageOf, n, l.doc.Pages())
		if n > 1 || l.meta.Leaflet {
			l.doc.Artifact(tagged.Header, func() {
				l.ends(margin, width-2*margin, 32, left, right, small())
				l.ends(margin, width-2*margin, 43, "", l.meta.Fictional, style{bold(8), amber(), 10})
			})
		}
		l.doc.Artifact(tagged.Footer, func() {
			l.ends(margin, width-2*margin, height-30, edition, number, small())
		})
		if err := l.steps.Err(); err != nil {
			return err
		}
	}
	return nil
}

// ends draws a text at both ends of a line: the right one whole if it leaves
// the left one a quarter.
func (l *layout) ends(x, width, y float64, left, right string, s style) {
	right = l.clip(s.font, right, 0.75*width)
	w := l.doc.Width(s.font, right)
	l.doc.Text(x, y, s.font, s.color, l.clip(s.font, left, width-w-16))
	l.doc.Text(x+width-w, y, s.font, s.color, right)
}
