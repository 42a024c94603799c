package main

import (
	"bytes"
	"errors"
	"regexp"

	"oogst/export"
	"oogst/export/office"
	"oogst/model"
	"oogst/model/document"
	"oogst/ui/text"
)

// mismatchError tells that a document belongs to another state.
type mismatchError struct{ said string }

func (e *mismatchError) Error() string { return e.said }

var errNoMark = errors.New("no mark")

// compare says whether a document belongs to the session as it is.
func (h *host) compare(s *model.Session, path string) error {
	data, err := document.Load(path)
	if err != nil {
		return at(path, err)
	}
	want := s.Mark()
	mark, err := readMark(s, data)
	switch {
	case err != nil:
		return at(path, err)
	case mark == want:
		h.say(text.Belongs(path, mark))
		return nil
	}
	var versions []string
	for _, v := range s.Versions() {
		if v.Mark == mark {
			versions = append(versions, v.String())
		}
	}
	return &mismatchError{text.BelongsElsewhere(path, mark, want, versions)}
}

// pdfMark is how the PDF's metadata, which PDF/A keeps as plain text, names the mark.
var pdfMark = regexp.MustCompile(`<dc:identifier>([0-9A-F]{8})</dc:identifier>`)

// readMark finds the mark in a document. A CSV has no room for one: it belongs
// when the session would write the same bytes.
func readMark(s *model.Session, data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		if m := pdfMark.FindSubmatch(data); m != nil {
			return string(m[1]), nil
		}
		return "", errNoMark
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		mark, err := office.Mark(data)
		if err == nil && mark == "" {
			err = errNoMark
		}
		return mark, err
	}
	for _, v := range model.Variants {
		var same bytes.Buffer
		h := s.Harvest(v)
		if err := export.WriteCSV(&same, export.NewReport(h, export.Edition{})); err != nil {
			return "", err
		}
		if bytes.Equal(same.Bytes(), data) {
			return h.Mark, nil
		}
	}
	return "", errNoMark
}
