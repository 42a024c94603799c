package screen

import (
	"image/color"
	"slices"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Beamer is what the people in the room see. It knows the session and the
// stage, and neither the capture line nor anything else of the window; which
// entries may be shown is for the model to say.
type Beamer struct {
	session *model.Session
	stage   *Stage
	slide   *kit.Slide
	curtain *canvas.Rectangle
	content fyne.CanvasObject
	ends    []func()
}

// NewBeamer makes the content of the beamer.
func NewBeamer(s *model.Session, stage *Stage) *Beamer {
	b := &Beamer{session: s, stage: stage, slide: kit.NewSlide(), curtain: canvas.NewRectangle(color.Black)}
	b.content = container.NewStack(b.slide, b.curtain)
	b.show()
	b.ends = []func(){s.Subscribe(func([]model.Change) { b.show() }), stage.Watch(b.show)}
	return b
}

// Content is what the second window shows.
func (b *Beamer) Content() fyne.CanvasObject { return b.content }

// Close ends it.
func (b *Beamer) Close() {
	for _, end := range b.ends {
		end()
	}
}

// show renders the page that is asked for; behind the curtain there is none.
func (b *Beamer) show() {
	if b.stage.Dark {
		b.curtain.Show()
		b.slide.Hide()
		b.slide.Set(kit.SlidePage{})
		return
	}
	b.slide.Set(b.page())
	b.slide.Show()
	b.curtain.Hide()
}

func (b *Beamer) page() kit.SlidePage {
	info := b.session.Info()
	page := kit.SlidePage{Left: text.Where(info.Title, text.Date(info.Date)), Empty: text.BeamerEmpty}
	if info.Fictional {
		page.Mark = text.Fictional
	}
	if b.stage.Mode == BeamerMatrix {
		return b.matrix(page)
	}
	who := b.stage.Stakeholder
	entries := b.session.OnBeamer(who)
	page.Title = stakeholderName(b.session.Programme(), who)
	if len(entries) > 0 {
		page.Right = text.ConfirmedOf(b.session.ReadBack(who))
		page.Aside = text.Lines(len(entries))
	}
	page.Alone = b.stage.Mode == BeamerSingle
	page.At = len(entries) - 1
	if b.stage.ReadingBack && len(entries) > 0 {
		page.Aside, page.Marked = text.BeamerAsk, true
		page.At = max(slices.IndexFunc(entries, func(e model.Entry) bool { return e.ID == b.stage.Current }), 0)
	} else {
		slices.SortStableFunc(entries, func(a, c model.Entry) int { return a.Created.Compare(c.Created) })
	}
	for _, e := range entries {
		page.Lines = append(page.Lines, b.line(e))
	}
	return page
}

func (b *Beamer) line(e model.Entry) kit.SlideLine {
	l := kindLine(kindOf(b.session.Programme(), e.Kind))
	l.Text, l.Code, l.Done = e.Text, e.Code, b.stage.ReadingBack && e.Confirmed.Valid()
	return l
}

func kindLine(k model.Kind) kit.SlideLine {
	return kit.SlideLine{Letter: k.Letter, Kind: k.Name, Color: theme.Accent(k.Accent)}
}

// kindOf gives a kind, also one that the programme lacks.
func kindOf(p model.Programme, key string) model.Kind {
	if k, ok := p.Kind(key); ok {
		return k
	}
	return model.Kind{Key: key, Letter: "?", Name: key, Plural: key}
}

// matrix counts the lines of each gemeente and kind.
func (b *Beamer) matrix(page kit.SlidePage) kit.SlidePage {
	p, table, total := b.session.Programme(), &kit.SlideTable{}, 0
	columns := p.Columns()
	for _, k := range columns {
		column := kindLine(k)
		column.Kind = k.Plural
		table.Columns = append(table.Columns, column)
	}
	row := func(key, name string, always bool) {
		counts, n := make([]int, len(columns)), 0
		for _, e := range b.session.OnBeamer(key) {
			if i := slices.IndexFunc(columns, func(k model.Kind) bool { return k.Key == e.Kind }); i >= 0 {
				counts[i]++
			}
			n++
		}
		if total += n; always || n > 0 {
			table.Rows = append(table.Rows, kit.SlideRow{Name: name, Chosen: key == b.stage.Stakeholder, Counts: counts})
		}
	}
	for _, s := range p.Stakeholders {
		row(s.Key, s.Name, true)
	}
	row(model.Unassigned, text.ToAssign, false)
	page.Title, page.Aside, page.Table = text.BeamerMatrix, text.Lines(total), table
	return page
}
