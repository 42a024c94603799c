package tagged

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// source is what is taken over from gofpdf's finished file: all else in it is
// replaced. The library is archived, so the form of its file is frozen; any
// other form is an error, never a guess.
type source struct {
	contents [][]byte // of each page, not compressed
	fonts    []sourceFont
}

type sourceFont struct {
	resource   string // name in the content: "F" and a hash
	style      Style
	descriptor string // metrics: /Ascent … /StemV
	glyphs     []byte // glyph number of each UTF-16 code, two bytes each
	program    []byte // the subset as a TrueType file
}

// perFont is the number of objects that gofpdf writes for a font.
const perFont = 7

// cut takes gofpdf's file apart. There are two objects (page tree, resources),
// two for each page, seven for each font, and two more (Info, Catalog).
func cut(raw []byte, pages int) (*source, error) {
	objects, err := split(raw)
	if err != nil {
		return nil, err
	}
	first := 3 + 2*pages
	fonts := (len(objects) - first - 2) / perFont
	if fonts < 0 || len(objects) != first+perFont*fonts+2 {
		return nil, fmt.Errorf("gofpdf wrote %d objects for %d pages", len(objects)-1, pages)
	}
	s := &source{}
	for n := 3; n < first; n += 2 {
		page := objects[n]
		if !bytes.HasPrefix(page, []byte("<</Type /Page\n/Parent 1 0 R\n")) ||
			!bytes.HasSuffix(page, fmt.Appendf(nil, "/Resources 2 0 R\n/Contents %d 0 R>>\n", n+1)) {
			return nil, fmt.Errorf("object %d is not gofpdf's page: %.80q", n, page)
		}
		content, err := plainStream(objects[n+1])
		if err != nil {
			return nil, fmt.Errorf("content of page %d: %w", (n-1)/2, err)
		}
		s.contents = append(s.contents, content)
	}
	names := map[int]string{}
	for _, m := range fontResource.FindAllSubmatch(objects[2], -1) {
		n, _ := strconv.Atoi(string(m[2])) // digits only
		names[n] = string(m[1])
	}
	if len(names) != fonts {
		return nil, fmt.Errorf("gofpdf names %d fonts and holds %d", len(names), fonts)
	}
	for n := first; n < len(objects)-2; n += perFont {
		font, err := cutFont(names[n], objects[n:n+perFont])
		if err != nil {
			return nil, fmt.Errorf("font in object %d: %w", n, err)
		}
		s.fonts = append(s.fonts, font)
	}
	return s, nil
}

var (
	fontResource = regexp.MustCompile(`(?m)^/(F[0-9a-f]{40}) (\d+) 0 R$`)
	fontHead     = regexp.MustCompile(`^<</Type /Font\n/Subtype /Type0\n/BaseFont /utf8` + family + `(B?)\n`)
	fontMetrics  = regexp.MustCompile(`(?s)^<</Type /FontDescriptor /FontName /utf8\w+\n (/Ascent .*/StemV \d+) /MissingWidth`)
)

func cutFont(resource string, objects [][]byte) (font sourceFont, err error) {
	head := fontHead.FindSubmatch(objects[0])
	metrics := fontMetrics.FindSubmatch(objects[4])
	if resource == "" || head == nil || metrics == nil {
		return font, fmt.Errorf("not in gofpdf's form: %.80q, %.200q", objects[0], objects[4])
	}
	font.resource, font.descriptor = resource, string(metrics[1])
	for style, name := range styles {
		if name == string(head[1]) {
			font.style = Style(style)
		}
	}
	if font.glyphs, err = inflatedStream(objects[5]); err != nil {
		return font, fmt.Errorf("glyph numbers: %w", err)
	}
	if len(font.glyphs) != 2*0x10000 {
		return font, fmt.Errorf("%d bytes of glyph numbers", len(font.glyphs))
	}
	if font.program, err = inflatedStream(objects[6]); err != nil {
		return font, fmt.Errorf("program: %w", err)
	}
	return font, nil
}

var tail = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)

// split returns the bodies of the objects by number, led by the
// cross-reference table; bodies keep their last newline.
func split(raw []byte) ([][]byte, error) {
	m := tail.FindSubmatch(raw)
	if m == nil {
		return nil, fmt.Errorf("gofpdf's file has no end")
	}
	at, _ := strconv.Atoi(string(m[1])) // digits only
	if at >= len(raw) {
		return nil, fmt.Errorf("gofpdf's cross-reference is at %d of %d", at, len(raw))
	}
	var size int
	table := raw[at:]
	if _, err := fmt.Sscanf(string(table[:min(40, len(table))]), "xref\n0 %d\n", &size); err != nil {
		return nil, fmt.Errorf("gofpdf's cross-reference: %w", err)
	}
	lines := bytes.Split(table, []byte("\n"))
	if size < 3 || len(lines) < size+2 {
		return nil, fmt.Errorf("gofpdf's cross-reference has %d lines for %d objects", len(lines), size)
	}
	objects := make([][]byte, size)
	for n := 1; n < size; n++ {
		offset, err := strconv.Atoi(string(lines[n+2][:min(10, len(lines[n+2]))]))
		if err != nil || offset < 0 || offset >= at {
			return nil, fmt.Errorf("gofpdf's object %d is nowhere: %q", n, lines[n+2])
		}
		if objects[n], err = object(raw[offset:at], n); err != nil {
			return nil, err
		}
	}
	return objects, nil
}

func object(raw []byte, n int) ([]byte, error) {
	head := fmt.Appendf(nil, "%d 0 obj\n", n)
	if !bytes.HasPrefix(raw, head) {
		return nil, fmt.Errorf("gofpdf's object %d begins with %.20q", n, raw)
	}
	body := raw[len(head):]
	// A stream may hold the word that ends an object: it is skipped by its length.
	if m := streamHead.FindSubmatchIndex(body); m != nil {
		length, _ := strconv.Atoi(string(body[m[2]:m[3]])) // digits only
		end := m[1] + length
		if end > len(body) || !bytes.HasPrefix(body[end:], []byte("\nendstream\nendobj\n")) {
			return nil, fmt.Errorf("gofpdf's stream %d is not %d bytes long", n, length)
		}
		return body[:end], nil
	}
	end := bytes.Index(body, []byte("endobj\n"))
	if end < 0 {
		return nil, fmt.Errorf("gofpdf's object %d has no end", n)
	}
	return body[:end], nil
}

// streamHead matches the dictionary of gofpdf's streams, which holds no other
// dictionary.
var streamHead = regexp.MustCompile(`^<<[^<>]*/Length (\d+)\n?[^<>]*>>\nstream\n`)

func plainStream(body []byte) ([]byte, error) {
	m := streamHead.FindIndex(body)
	if m == nil || bytes.Contains(body[:m[1]], []byte("/Filter")) {
		return nil, fmt.Errorf("not a plain stream: %.40q", body)
	}
	return body[m[1]:], nil
}

func inflatedStream(body []byte) ([]byte, error) {
	m := streamHead.FindIndex(body)
	if m == nil || !bytes.Contains(body[:m[1]], []byte("/Filter /FlateDecode")) {
		return nil, fmt.Errorf("not a compressed stream: %.40q", body)
	}
	z, err := zlib.NewReader(bytes.NewReader(body[m[1]:]))
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	defer z.Close()
	return io.ReadAll(z)
}
