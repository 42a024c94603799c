package kit

import (
	"slices"
	"sort"
)

// cardList knows the cards of a column and where each of them stands. It
// measures a card once per text and width, so that a change moves the cards
// below it by addition alone.
type cardList struct {
	rows  []*cardRow
	byKey map[string]*cardRow
	width float32 // of a card
	kind  cardKind
	edits int // counts changes, so that no two looks of a card share a revision

	body, small, bold *measure
}

type cardRow struct {
	card     Card
	revision int
	top      float32
	height   float32
	forced   float32 // the height while it is edited, else 0
	measured float32 // the width for which height holds
	gone     bool    // stays only until its edit ends
}

func newCardList(kind cardKind) *cardList {
	return &cardList{kind: kind, byKey: map[string]*cardRow{}}
}

// inner is the width of the text of a card.
func (l *cardList) inner() float32 { return l.width - 2*cardPad - l.kind.lead }

// setType takes the sizes to measure with.
func (l *cardList) setType(body, small float32) {
	if l.body != nil && l.body.size == body && l.small.size == small {
		return
	}
	l.body = newMeasure(body, false)
	l.small = newMeasure(small, false)
	l.bold = newMeasure(small, true)
	for _, r := range l.rows {
		r.measured = 0
	}
	l.stack(0)
}

func (l *cardList) setWidth(width float32) {
	if width != l.width {
		l.width = width
		l.stack(0)
	}
}

// set replaces all cards; one that was there with the same text and footer keeps
// its height. Of two with the same key the first counts.
func (l *cardList) set(cards []Card) {
	before := l.byKey
	l.byKey = make(map[string]*cardRow, len(cards))
	l.rows = make([]*cardRow, 0, len(cards))
	for _, c := range cards {
		if l.byKey[c.Key] != nil {
			continue
		}
		r := before[c.Key]
		if r == nil {
			r = &cardRow{}
		}
		r.gone = false
		l.update(r, c)
		l.rows = append(l.rows, r)
		l.byKey[c.Key] = r
	}
	l.stack(0)
}

// update gives a row another card and says whether that makes a difference.
func (l *cardList) update(r *cardRow, c Card) bool {
	old := r.card
	if old.Text != c.Text || old.Footer != c.Footer || old.Note != c.Note || !slices.Equal(old.Tags, c.Tags) {
		r.measured = 0
	}
	r.card = c
	if r.measured != 0 && old.Dim == c.Dim && old.Outlined == c.Outlined && old.Letter == c.Letter && old.Color == c.Color {
		return false
	}
	l.edits++
	r.revision = l.edits
	return true
}

func (l *cardList) insert(at int, c Card) {
	at = min(max(at, 0), len(l.rows))
	r := &cardRow{}
	l.update(r, c)
	l.rows = slices.Insert(l.rows, at, r)
	l.byKey[c.Key] = r
	l.stack(at)
}

// hold puts the row of a card that was in the list back where it stood.
func (l *cardList) hold(r *cardRow, at int) {
	if l.byKey[r.card.Key] != nil {
		return
	}
	r.gone = true
	at = min(at, len(l.rows))
	l.rows = slices.Insert(l.rows, at, r)
	l.byKey[r.card.Key] = r
	l.stack(at)
}

func (l *cardList) remove(key string) bool {
	r, ok := l.byKey[key]
	if !ok {
		return false
	}
	at := l.index(key)
	delete(l.byKey, r.card.Key)
	l.rows = slices.Delete(l.rows, at, at+1)
	l.stack(at)
	return true
}

// index returns the place of a card, -1 when it is not there.
func (l *cardList) index(key string) int {
	r, ok := l.byKey[key]
	if !ok {
		return -1
	}
	return sort.Search(len(l.rows), func(i int) bool { return l.rows[i].top >= r.top })
}

// stack puts the cards from a place on below each other.
func (l *cardList) stack(from int) {
	y := float32(columnLead)
	if from > 0 {
		y = l.rows[from-1].bottom() + cardGap
	}
	for _, r := range l.rows[from:] {
		if r.measured != l.width && l.body != nil {
			r.height = l.heightOf(r.card)
			r.measured = l.width
		}
		r.top = y
		y = r.bottom() + cardGap
	}
}

func (r *cardRow) bottom() float32 { return r.top + max(r.height, r.forced) }

// height is that of all cards together.
func (l *cardList) height() float32 {
	if len(l.rows) == 0 {
		return 0
	}
	return l.rows[len(l.rows)-1].bottom() + columnLead
}

// at returns the place of the first card that ends below y.
func (l *cardList) at(y float32) int {
	return sort.Search(len(l.rows), func(i int) bool { return l.rows[i].bottom() > y })
}

func (l *cardList) heightOf(c Card) float32 {
	lines := l.body.count(c.Text, l.inner(), 1<<30)
	height := 2*cardTop + float32(lines)*l.kind.line
	rows := 0
	switch {
	case c.Note != "" || len(c.Tags) > 0:
		l.flow(c, func(_ int, _ float32, row int) { rows = row + 1 })
	case c.Footer != "": // a number alone is one row, however wide
		rows = 1
	}
	if rows > 0 {
		height += cardFooter + float32(rows-1)*footerLine
	}
	return height
}

// flow tells where the parts of the footer go: number (0), note (1) and tags (2
// and up), in rows within the width of the card.
func (l *cardList) flow(c Card, part func(i int, x float32, row int)) {
	x, row := float32(0), 0
	add := func(i int, width float32) {
		if x > 0 && x+width > l.inner() {
			x, row = 0, row+1
		}
		part(i, x, row)
		x += width + footerGap
	}
	if c.Footer != "" {
		add(0, l.bold.width(c.Footer))
	}
	if c.Note != "" {
		add(1, l.small.width(c.Note))
	}
	for i, tag := range c.Tags {
		add(i+2, l.small.width(tag.Text)+2*tagPad)
	}
}
