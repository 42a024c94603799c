package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"oogst/ui/theme"
)

// Banner says one thing that went wrong or is good to know, in a place of its
// own: it takes room and never covers anything. Without words it is not there.
type Banner struct {
	widget.BaseWidget

	tone   Tone
	words  *Paragraph
	action *Button
}

var _ fyne.Widget = (*Banner)(nil)

// NewBanner returns a banner without words.
func NewBanner() *Banner {
	b := &Banner{words: NewParagraph("", theme.Ink), action: NewButton("", Link, nil)}
	b.ExtendBaseWidget(b)
	b.words.most = bannerRows
	b.action.Hide()
	b.Hide()
	return b
}

// Say shows words in a tone.
func (b *Banner) Say(tone Tone, words string) { b.Offer(tone, words, "", nil) }

// Offer shows words in a tone, with a link that does something about it.
func (b *Banner) Offer(tone Tone, words, link string, tapped func()) {
	ink := theme.Ink
	if tone == Bad {
		ink = theme.Crimson
	}
	b.tone = tone
	b.words.Set(words, ink)
	b.action.OnTapped = tapped
	b.action.SetText(link)
	b.action.Hidden = tapped == nil
	b.Hidden = words == ""
	b.Refresh()
}

// Clear takes the banner away.
func (b *Banner) Clear() { b.Say(Quiet, "") }

// Text returns what the banner says.
func (b *Banner) Text() string { return b.words.text }

// Action is the link, for its focus and keys.
func (b *Banner) Action() *Button { return b.action }

// CreateRenderer is called by Fyne.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	r := &bannerRenderer{banner: b, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil)}
	r.parts = parts{r.ground, r.bar, b.words, b.action}
	r.Refresh()
	return r
}

type bannerRenderer struct {
	parts
	banner      *Banner
	ground, bar *canvas.Rectangle
}

// The measures of a banner; it wraps to bannerRows rows and is cut after that.
const (
	bannerPad  = 10
	bannerLead = 16
	bannerBar  = 4
	bannerRows = 3
)

// accent is the colour of the bar at the left of a banner.
func (t Tone) accent() fyne.ThemeColorName {
	switch t {
	case Good:
		return theme.Green
	case Check:
		return theme.Amber
	case Bad:
		return theme.Crimson
	}
	return theme.Teal
}

func (r *bannerRenderer) MinSize() fyne.Size {
	return r.banner.words.MinSize().AddWidthHeight(2*bannerLead, 2*bannerPad)
}

func (r *bannerRenderer) Layout(size fyne.Size) {
	b := r.banner
	link := b.action.MinSize()
	room := size.Width - 2*bannerLead
	if b.action.Visible() {
		room -= link.Width + bannerLead
	}
	r.ground.Resize(size)
	place(r.bar, 0, 0, bannerBar, size.Height)
	place(b.words, bannerLead, bannerPad, room, size.Height-2*bannerPad)
	place(b.action, size.Width-bannerLead-link.Width, (size.Height-link.Height)/2, link.Width, link.Height)
}

func (r *bannerRenderer) Refresh() {
	p := pen{r.banner}
	p.box(r.ground, theme.Surface, theme.Line, theme.Border)
	p.box(r.bar, r.banner.tone.accent(), "", theme.Border)
	r.Layout(r.banner.Size())
	canvas.Refresh(r.banner)
}
