package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"oogst/export"
	"oogst/model"
	"oogst/model/wholefile"
	"oogst/model/workspace"
	"oogst/ui"
	"oogst/ui/text"

	"github.com/spf13/cobra"
)

// errNotFolder refuses a file where a folder was meant.
var errNotFolder = errors.New("not a folder")

func paperCommand(h *host) *cobra.Command {
	var house string
	c := &cobra.Command{
		Use: "paper BESTAND MAP", Short: text.AboutPaper, Args: exactly(2, false),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := workspace.View(c.Context(), h.root, args[0])
			if err != nil {
				return at(args[0], err)
			}
			style, err := h.style(house)
			if err != nil {
				return err
			}
			files, err := makePaper(c.Context(), s.Info(), s.Programme(), style, args[1])
			if err == nil {
				h.say(text.PaperMade(files, args[1]))
			}
			return err
		},
	}
	c.Flags().StringVar(&house, "style", "", text.FlagStyle)
	return c
}

// makePaper writes a form and a workbook to fill in for each stakeholder, and
// the card with the keys: all of them, or none.
func makePaper(ctx context.Context, info model.Info, p model.Programme, style export.Style, folder string) (int, error) {
	made := time.Now()
	type sheet struct {
		name   string
		report export.Report
		write  writer
	}
	var sheets []sheet
	names := map[string]int{}
	for _, of := range p.Stakeholders {
		name := slug(of.Name)
		if names[name]++; names[name] > 1 || name == "" {
			name = slug(of.Name + " " + of.Key)
		}
		r := export.NewForm(info, p, of, style, made)
		sheets = append(sheets, sheet{text.PaperForm + "_" + name + ".pdf", r, writePDF}, sheet{text.PaperSheet + "_" + name + ".xlsx", r, writeExcel})
	}
	var keys []export.Fact
	for _, k := range ui.Keys(p.Kinds) {
		keys = append(keys, export.Fact{Label: text.KeyWords(k.Keys), Value: k.Words})
	}
	sheets = append(sheets, sheet{text.PaperCard + ".pdf", export.NewKeyCard(info, keys, style, made), writePDF})
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return 0, at(folder, errNotFolder)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return 0, at(folder, err)
	}
	var files []wholefile.File
	for _, s := range sheets {
		path := filepath.Join(folder, s.name)
		if _, err := os.Lstat(path); err == nil { // somebody may have filled it in
			return 0, at(path, workspace.ErrExists)
		}
		var out bytes.Buffer
		if _, err := s.write(ctx, &out, s.report, nil); err != nil {
			return 0, at(path, err)
		}
		files = append(files, wholefile.File{Path: path, Data: out.Bytes()})
	}
	return len(files), wholefile.WriteAll(files)
}

// Paper writes forms and the key card to a new folder: what lies in one of
// before may have been filled in.
func (l *library) Paper(ctx context.Context, info model.Info, p model.Programme, folder string) (made string, files int, err error) {
	style, err := l.style("")
	if err != nil {
		return "", 0, err
	}
	made = folder
	for n := 2; ; n++ {
		if _, err := os.Lstat(made); err != nil {
			break
		}
		made = fmt.Sprintf("%s %d", folder, n)
	}
	files, err = makePaper(ctx, info, p, style, made)
	return made, files, err
}
