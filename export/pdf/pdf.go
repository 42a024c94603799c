// Package pdf writes a Report as a PDF that a blind reader can use and an
// archive can keep: PDF/UA-1 and PDF/A-2a. It lays out A4 pages on the tagging
// layer export/pdf/tagged.
package pdf

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"oogst/assets"
	"oogst/export"
	"oogst/export/pdf/tagged"
)

// Result says what was written.
type Result struct {
	Pages    int
	Replaced int // characters drawn as a stand-in because the font lacks them; they read and copy as themselves
}

// Write writes the sections of r that are meant for pages, in Dutch. Nothing
// reaches w before all pages are drawn; the same r gives the same bytes.
// Progress is called between rows with the part that is done, and may be nil.
// It returns the error of ctx when it was cancelled, and refuses a report
// without a title, a section without one, a row with too few or too many cells,
// and a table with a list in its row headers.
func Write(ctx context.Context, w io.Writer, r export.Report, progress func(done, total int)) (Result, error) {
	return Dutch().Write(ctx, w, r, progress)
}

// Write is like the function Write, in these words.
func (words Words) Write(ctx context.Context, w io.Writer, r export.Report, progress func(done, total int)) (Result, error) {
	doc, err := tagged.New(info(r.Meta), tagged.Fonts{Regular: assets.SourceSans3Regular, Bold: assets.SourceSans3Bold})
	if err != nil {
		return Result{}, fmt.Errorf("pdf: %w", err)
	}
	l := &layout{steps: export.NewSteps(ctx, progress), doc: doc, meta: r.Meta, words: words}
	if err := l.report(r.For(export.Pages)); err != nil {
		return Result{}, fmt.Errorf("pdf: %w", err)
	}
	if err := doc.Write(w); err != nil {
		return Result{}, fmt.Errorf("pdf: %w", err)
	}
	l.steps.Done(1)
	return Result{Pages: doc.Pages(), Replaced: doc.Replaced()}, nil
}

func info(m export.Meta) tagged.Info {
	return tagged.Info{
		Title:      m.Title,
		Author:     m.Organisation,
		Subject:    join(" · ", m.Subtitle, m.Status, m.Audience, m.Version, m.Fictional),
		Creator:    "Oogst",
		Language:   cmp.Or(m.Language, "nl-NL"),
		Identifier: m.Mark,
		Created:    m.Created,
	}
}

// report draws all pages.
func (l *layout) report(sections []export.Section) error {
	l.steps.Expect(1 + effort(sections))
	var contents *contents
	if !l.meta.Leaflet {
		if err := l.cover(); err != nil {
			return err
		}
	}
	if len(sections) > 1 && !l.meta.Leaflet {
		contents = l.reserve(sections)
	}
	starts := make([]int, len(sections))
	for i, s := range sections {
		l.open(s.Landscape)
		starts[i] = l.doc.Page()
		if err := l.section(s); err != nil {
			return err
		}
	}
	if contents != nil {
		l.fill(contents, starts)
	}
	if err := l.furniture(); err != nil {
		return err
	}
	return l.doc.Err()
}

// effort counts the steps of drawing: rows, items and blocks.
func effort(sections []export.Section) (steps int) {
	for _, s := range sections {
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case export.List:
				steps += len(b.Items)
			case *export.Table:
				steps += len(b.Rows)
			default:
				steps++
			}
		}
	}
	return steps
}

// join puts the parts that are not empty behind each other.
func join(separator string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, separator)
}
