// Package office is what office documents have in common, whatever program
// they are for: how a report divides over sheets, names and text that they
// take, and the archive of XML parts that such a document is.
package office

import (
	"archive/zip"
	"hash/crc32"
	"io"
	"time"
)

// Archive is an office document being written: parts in a ZIP file. All parts
// have the same time, so that the same report gives the same bytes.
type Archive struct {
	zip        *zip.Writer
	date, hour uint16 // as MS-DOS has them
}

// NewArchive begins a document that was made at a moment.
func NewArchive(w io.Writer, made time.Time) *Archive {
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); made.Before(first) {
		made = first // of MS-DOS
	}
	made = made.UTC()
	return &Archive{
		zip:  zip.NewWriter(w),
		date: uint16(made.Day() | int(made.Month())<<5 | (made.Year()-1980)<<9),
		hour: uint16(made.Second()/2 | made.Minute()<<5 | made.Hour()<<11),
	}
}

// Store adds a part that isn't compressed and that has no extra fields: what
// OpenDocument asks of the first one, by which programs know the kind of file.
func (a *Archive) Store(name, content string) error {
	h := a.header(name, zip.Store)
	h.CRC32 = crc32.ChecksumIEEE([]byte(content))
	h.CompressedSize64, h.UncompressedSize64 = uint64(len(content)), uint64(len(content))
	w, err := a.zip.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, content)
	return err
}

// Part adds a part of XML, which write fills.
func (a *Archive) Part(name string, write func(x *XML) error) error {
	w, err := a.zip.CreateHeader(a.header(name, zip.Deflate))
	if err != nil {
		return err
	}
	x := newXML(w)
	if err := write(x); err != nil {
		return err
	}
	return x.finish()
}

// Close ends the document. It doesn't close what the document is written to.
func (a *Archive) Close() error { return a.zip.Close() }

func (a *Archive) header(name string, method uint16) *zip.FileHeader {
	h := &zip.FileHeader{Name: name, Method: method}
	//lint:ignore SA1019 Modified would add an extra field, that the first part may not have.
	h.ModifiedDate, h.ModifiedTime = a.date, a.hour
	return h
}
