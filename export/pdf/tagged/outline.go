package tagged

import "fmt"

// bookmark is a line of the outline.
type bookmark struct {
	level int
	text  string
	elem  *Elem
	dest  Dest

	number      int
	parent      int // index of the bookmark above it, -1 for the outline itself
	first, last int // indexes of the first and last below it, -1 for none
	prev, next  int
	below       int // how many are directly below it
}

// arrange finds each bookmark's neighbours: its parent is the last one before
// it with a lower level.
func arrange(marks []bookmark) (first, last, top int) {
	first, last = -1, -1
	for i := range marks {
		b := &marks[i]
		b.first, b.last, b.prev, b.next = -1, -1, -1, -1
		for b.parent = i - 1; b.parent >= 0 && marks[b.parent].level >= b.level; {
			b.parent = marks[b.parent].parent
		}
		from, to, count := &first, &last, &top
		if b.parent >= 0 {
			p := &marks[b.parent]
			from, to, count = &p.first, &p.last, &p.below
		}
		if b.prev = *to; b.prev >= 0 {
			marks[b.prev].next = i
		} else {
			*from = i
		}
		*to = i
		*count++
	}
	return first, last, top
}

// putOutline writes the outline, closed below its highest level, and returns
// its number.
func (d *Doc) putOutline(f *file, pages []int) int {
	marks := d.bookmarks
	root := f.reserve()
	for i := range marks {
		marks[i].number = f.reserve()
	}
	first, last, top := arrange(marks)
	f.put(root, fmt.Appendf(nil, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>",
		marks[first].number, marks[last].number, top))
	for _, m := range marks {
		parent := root
		if m.parent >= 0 {
			parent = marks[m.parent].number
		}
		b := fmt.Appendf(nil, "<</Title%s/Parent %d 0 R/SE %d 0 R/Dest%s",
			textString(m.text), parent, m.elem.number, d.target(m.dest, pages))
		for _, neighbour := range []struct {
			key   string
			index int
		}{{"Prev", m.prev}, {"Next", m.next}, {"First", m.first}, {"Last", m.last}} {
			if neighbour.index >= 0 {
				b = fmt.Appendf(b, "/%s %d 0 R", neighbour.key, marks[neighbour.index].number)
			}
		}
		if m.below > 0 {
			b = fmt.Appendf(b, "/Count -%d", m.below)
		}
		f.put(m.number, append(b, ">>"...))
	}
	return root
}

// target is a destination in the file: the page with height y at the top.
func (d *Doc) target(dest Dest, pages []int) string {
	return fmt.Sprintf("[%d 0 R/XYZ 0 %.2f null]", pages[dest.Page-1], d.pages[dest.Page-1].height-dest.Y)
}
