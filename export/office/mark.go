package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// ErrNotDocument tells that the bytes are no office document that can be read.
var ErrNotDocument = errors.New("not an office document")

// MarkName is how a document names the mark where it has to choose a name.
const MarkName = "Kenmerk"

// maxProperties is how many bytes of a document's properties are read; it may
// have come by mail.
const maxProperties = 1 << 20

// Mark reads the mark of the content from a document that Oogst wrote, "" when
// it has none.
func Mark(data []byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNotDocument, err)
	}
	for _, f := range z.File {
		if f.Name == "docProps/core.xml" || f.Name == "meta.xml" {
			return markIn(f)
		}
	}
	return "", nil
}

func markIn(f *zip.File) (mark string, err error) {
	r, err := f.Open()
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNotDocument, err)
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	var properties struct {
		Identifier string `xml:"identifier"` // Word and Excel
		Own        []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:",chardata"`
		} `xml:"meta>user-defined"` // OpenDocument
	}
	if err := xml.NewDecoder(io.LimitReader(r, maxProperties)).Decode(&properties); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNotDocument, err)
	}
	for _, p := range properties.Own {
		if p.Name == MarkName {
			return p.Value, nil
		}
	}
	return properties.Identifier, nil
}
