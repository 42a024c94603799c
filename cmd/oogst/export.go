package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"time"

	"oogst/export"
	"oogst/export/docx"
	"oogst/export/excel"
	"oogst/export/ods"
	"oogst/export/pdf"
	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
	"oogst/model/wholefile"
	"oogst/model/workspace"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

// progress hears how far a document is.
type progress func(done, total int)

// writer makes one kind of document of a report.
type writer func(ctx context.Context, w io.Writer, r export.Report, p progress) (notice string, err error)

func writeExcel(ctx context.Context, w io.Writer, r export.Report, p progress) (string, error) {
	return "", excel.Write(ctx, w, r, p)
}

func writePDF(ctx context.Context, w io.Writer, r export.Report, p progress) (string, error) {
	result, err := pdf.Write(ctx, w, r, p)
	if err != nil || result.Replaced == 0 {
		return "", err
	}
	return text.Replaced(result.Replaced), nil
}

func writeODS(ctx context.Context, w io.Writer, r export.Report, p progress) (string, error) {
	return "", ods.Write(ctx, w, r, p)
}

func writeWord(ctx context.Context, w io.Writer, r export.Report, p progress) (string, error) {
	return "", docx.Write(ctx, w, r, p)
}

func writeCSV(_ context.Context, w io.Writer, r export.Report, _ progress) (string, error) {
	return "", export.WriteCSV(w, r)
}

// target is a document to write and where.
type target struct {
	path  string
	write writer
}

// errOverSession refuses to write a document where a session lies.
var errOverSession = errors.New("the target is a session")

// writeAll makes every document in memory, and only then replaces files: a
// failure or a cancel while they are made changes none.
func writeAll(ctx context.Context, r export.Report, targets []target, p progress) (notices []string, err error) {
	made := make([]bytes.Buffer, len(targets))
	for i, t := range targets {
		if data, err := document.Load(t.path); err == nil && document.Ours(data) {
			return nil, at(t.path, errOverSession)
		}
		part := func(done, total int) {
			if total > 0 {
				p(i*1000+done*1000/total, len(targets)*1000)
			}
		}
		notice, err := t.write(ctx, &made[i], r, part)
		if err != nil {
			return nil, at(t.path, err)
		}
		if notice != "" {
			notices = append(notices, notice)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	files := make([]wholefile.File, len(targets))
	for i, t := range targets {
		files[i] = wholefile.File{Path: t.path, Data: made[i].Bytes()}
	}
	return notices, wholefile.WriteAll(files)
}

func parseVariant(name string) (model.Variant, error) {
	v := model.Variant(name)
	if !slices.Contains(model.Variants, v) {
		known := make([]string, len(model.Variants))
		for i, k := range model.Variants {
			known[i] = string(k)
		}
		return v, &unknownError{"variant", name, known}
	}
	return v, nil
}

func exportCommand(h *host) *cobra.Command {
	var variant, house string
	var final bool
	writers := []struct {
		flag, about string
		write       writer
		path        string
	}{
		{flag: "excel", about: text.FlagExcel, write: writeExcel},
		{flag: "pdf", about: text.FlagPDF, write: writePDF},
		{flag: "docx", about: text.FlagWord, write: writeWord},
		{flag: "ods", about: text.FlagODS, write: writeODS},
		{flag: "csv", about: text.FlagCSV, write: writeCSV},
	}
	c := &cobra.Command{
		Use: "export BESTAND", Short: text.AboutExport, Args: exactly(1, false),
		RunE: func(c *cobra.Command, args []string) error {
			var targets []target
			for _, w := range writers {
				if w.path != "" {
					targets = append(targets, target{w.path, w.write})
				}
			}
			if len(targets) == 0 {
				return &usageError{text.NothingChosen, c.UseLine()}
			}
			v, err := parseVariant(variant)
			if err != nil {
				return err
			}
			style, err := h.style(house)
			if err != nil {
				return err
			}
			return h.export(c.Context(), args[0], edition{v, final, style}, targets)
		},
	}
	for i := range writers {
		c.Flags().StringVar(&writers[i].path, writers[i].flag, "", writers[i].about)
	}
	c.Flags().StringVar(&variant, "variant", string(model.Participants), text.FlagVariant)
	c.Flags().BoolVar(&final, "final", false, text.FlagFinal)
	c.Flags().StringVar(&house, "style", "", text.FlagStyle)
	return c
}

// edition says for whom documents are, and how they look.
type edition struct {
	variant model.Variant
	final   bool
	style   export.Style
}

// export makes documents of a session and records their version in it. Where
// the session can't be opened for that (a window has it), the documents are
// made all the same and the person is told.
func (h *host) export(ctx context.Context, path string, e edition, targets []target) error {
	w, err := h.open(path)
	if errors.Is(err, journal.ErrInUse) {
		s, err := workspace.View(ctx, h.root, path)
		if err != nil {
			return at(path, err)
		}
		h.say(text.NotRecorded)
		return h.make(ctx, s, e, s.NextVersion(e.final), targets)
	}
	if err != nil {
		return at(path, err)
	}
	version := w.Session().NextVersion(e.final)
	err = h.make(ctx, w.Session(), e, version, targets)
	if err == nil {
		err = w.Session().Do(model.Record{Version: version})
	}
	return at(path, finish(w, err))
}

func (h *host) make(ctx context.Context, s *model.Session, e edition, version model.Version, targets []target) error {
	made := export.Edition{Version: version.String(), Final: version.Final, Made: time.Now(), Style: e.style}
	notices, err := writeAll(ctx, export.NewReport(s.Harvest(e.variant), made), targets, func(int, int) {})
	if err != nil {
		return err
	}
	for _, t := range targets {
		h.say(text.Written(t.path))
	}
	for _, n := range notices {
		h.say(n)
	}
	return nil
}
