package docx

import (
	"cmp"
	"fmt"
	"strings"

	"oogst/export"
	"oogst/export/office"
	"oogst/ui/text"
)

// body writes the document itself.
func (d *document) body(x *office.XML) error {
	flow, err := d.flow()
	if err != nil {
		return err
	}
	for _, p := range flow {
		d.steps.Expect(1)
		if p.table != nil {
			d.steps.Expect(len(p.table.Rows))
		}
	}
	x.Start("w:document", "xmlns:w", wordNamespace, "xmlns:r", relationships)
	x.Start("w:body")
	final := flow[len(flow)-1].last
	flow[len(flow)-1].last = nil
	for _, p := range flow {
		if p.table != nil {
			if err := d.table(x, p.table); err != nil {
				return err
			}
		}
		p.write(x)
		if err := d.steps.Done(1); err != nil {
			return err
		}
	}
	final.write(x)
	x.End(2)
	return nil
}

// flow is everything that the document says, from the cover on. The last
// paragraph on a kind of paper ends it.
func (d *document) flow() ([]paragraph, error) {
	flow := d.cover()
	flow[len(flow)-1].last = &ending{cover: true}
	landscape := false
	if len(d.sections) > 1 {
		flow = append(flow, d.contents()...)
	}
	covered := len(flow)
	for i, s := range d.sections {
		if s.Landscape != landscape && (i > 0 || flow[covered-1].last == nil) {
			flow[len(flow)-1].last = &ending{landscape: landscape}
		}
		landscape = s.Landscape
		paragraphs, err := d.section(s, i+1, landscape)
		if err != nil {
			return nil, fmt.Errorf("section %q: %w", s.Title, err)
		}
		flow = append(flow, paragraphs...)
	}
	if last := &flow[len(flow)-1]; last.last == nil {
		last.last = &ending{landscape: landscape}
	}
	return flow, nil
}

// cover is the first page. Nothing on it is a heading: headings are the
// sections.
func (d *document) cover() []paragraph {
	m := d.meta
	all := []paragraph{
		plain("Quiet", m.Organisation),
		plain("Warning", m.Fictional),
		plain("Title", office.OneLine(m.Title)),
		plain("Subtitle", m.Subtitle),
		plain("Status", office.Label(m)),
	}
	all = append(all, facts(m.Facts)...)
	all = append(all, plain("Caption", office.Edition(m)))
	var said []paragraph
	for _, p := range all {
		if !p.blank() {
			said = append(said, p)
		}
	}
	if len(said) == 0 {
		said = []paragraph{plain("Quiet", text.Program)}
	}
	said[0].before = 1800
	return said
}

func (d *document) contents() []paragraph {
	out := []paragraph{plain("TOCHeading", text.Contents)}
	for i, s := range d.sections {
		line := plain("TOC1", office.OneLine(s.Title))
		line.contents = &entry{bookmark: i + 1, first: i == 0, last: i == len(d.sections)-1}
		out = append(out, line)
	}
	return out
}

// section makes the paragraphs of a chapter. On an upright page its heading has
// a line in its colour; on a turned one a table's header is near.
func (d *document) section(s export.Section, bookmark int, landscape bool) ([]paragraph, error) {
	title := plain("Heading1", office.OneLine(s.Title))
	title.bookmark = bookmark
	if !landscape {
		title.line = bare(cmp.Or(s.Accent, d.meta.Style.Main()))
	}
	out := []paragraph{title}
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case export.Heading:
			out = append(out, d.heading(b))
		case export.Paragraph:
			style := ""
			if b.Quiet {
				style = "Quiet"
			}
			if p := plain(style, b.Text); !p.blank() {
				out = append(out, p)
			}
		case export.Facts:
			out = append(out, facts(b.Items)...)
		case export.List:
			out = append(out, list(b.Items)...)
		case *export.Table:
			if len(b.Columns) == 0 {
				continue
			}
			t, err := newTable(b, landscape)
			if err != nil {
				return nil, err
			}
			caption := plain("Caption", cmp.Or(b.Summary, s.Title)) // a paragraph has to follow a table; this one says something
			caption.table = t
			out[len(out)-1].after = 160
			out = append(out, caption)
		default:
			return nil, fmt.Errorf("no way to write a %T", b)
		}
	}
	return out, nil
}

func plain(style, s string) paragraph { return paragraph{style: style, runs: []run{{text: s}}} }

func (d *document) heading(h export.Heading) paragraph {
	p := plain("Heading2", office.OneLine(h.Text))
	if h.Level > 2 {
		p.style = "Heading3"
	}
	if badge := office.OneLine(h.Badge); badge != "" {
		p.runs = append([]run{{text: "\u00a0" + badge + "\u00a0", style: "Badge", ground: bare(cmp.Or(h.Accent, d.meta.Style.Main()))}, {text: " "}}, p.runs...)
	}
	return p
}

func facts(facts []export.Fact) []paragraph {
	var out []paragraph
	for _, f := range facts {
		p := paragraph{style: "Facts", runs: []run{{text: office.OneLine(f.Label), style: "Label"}, {text: "\t" + f.Value}}}
		if !p.blank() {
			out = append(out, p)
		}
	}
	return out
}

// list makes a paragraph of each captured line, with its remarks below it. The
// number is text, so that it stays the same wherever the line is pasted.
func list(items []export.Item) []paragraph {
	var out []paragraph
	for _, i := range items {
		out = append(out, paragraph{style: "List", runs: []run{{text: office.OneLine(i.Code), style: "Code"}, {text: "\t" + i.Text}}})
		for _, r := range i.Remarks {
			out[len(out)-1].keep = true
			out = append(out, plain("Remark", r))
		}
	}
	return out
}

// bare reads "#RRGGBB"; anything else is ink.
func bare(accent string) string {
	c := strings.TrimPrefix(accent, "#")
	if len(c) != 6 || strings.Trim(c, "0123456789abcdefABCDEF") != "" {
		return ink
	}
	return strings.ToUpper(c)
}
