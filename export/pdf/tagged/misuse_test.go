package tagged

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"oogst/assets"
)

func fonts() Fonts {
	return Fonts{Regular: assets.SourceSans3Regular, Bold: assets.SourceSans3Bold}
}

func start(tb testing.TB) *Doc {
	tb.Helper()
	d, err := New(Info{Title: "Proef", Language: "nl-NL", Created: time.Unix(0, 0).UTC()}, fonts())
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// TestMisuse: each mistake in drawing is an error, and the file is not written.
func TestMisuse(t *testing.T) {
	nothing := func() {}
	for _, c := range []struct {
		want string
		draw func(d *Doc)
	}{
		{"needs a page", func(*Doc) {}},
		{"P is marked before the first page", func(d *Doc) { d.Mark(d.Root().Add(Paragraph), nothing) }},
		{"link before the first page", func(d *Doc) { d.Link(d.Root().Add(Link), 0, 0, 1, 1, Dest{Page: 1}, "x") }},
		{"picture before the first page", func(d *Doc) { d.Picture(d.Root(), Picture{1, 1, []byte("rgb")}, 0, 0, 1, 1, "x") }},
		{"picture without a text", func(d *Doc) {
			d.AddPage(false)
			d.Picture(d.Root(), Picture{1, 1, []byte("rgb")}, 0, 0, 1, 1, " ")
		}},
		{"1 by 1 pixels has 4 bytes", func(d *Doc) {
			d.AddPage(false)
			d.Picture(d.Root(), Picture{1, 1, []byte("rgba")}, 0, 0, 1, 1, "x")
		}},
		{"Figure is marked inside P", func(d *Doc) {
			d.AddPage(false)
			d.Mark(d.Root().Add(Paragraph), func() { d.Picture(d.Root(), Picture{1, 1, []byte("rgb")}, 0, 0, 1, 1, "x") })
		}},
		{"TD is marked inside P", func(d *Doc) {
			d.AddPage(false)
			d.Mark(d.Root().Add(Paragraph), func() { d.Mark(d.Root().Add(Cell), nothing) })
		}},
		{"Artifact is marked inside P", func(d *Doc) {
			d.AddPage(false)
			d.Mark(d.Root().Add(Paragraph), func() { d.Artifact(Header, nothing) })
		}},
		{"P is marked inside Artifact", func(d *Doc) {
			d.AddPage(false)
			d.Artifact(Header, func() { d.Mark(d.Root().Add(Paragraph), nothing) })
		}},
		{"page begins inside P", func(d *Doc) {
			d.AddPage(false)
			d.Mark(d.Root().Add(Paragraph), func() { d.AddPage(false) })
		}},
		{"turned inside P", func(d *Doc) {
			d.AddPage(false)
			d.Mark(d.Root().Add(Paragraph), func() { d.SetPage(1) })
		}},
		{"P is still open", func(d *Doc) {
			d.AddPage(false)
			d.Mark(d.Root().Add(Paragraph), func() { d.err = d.Write(io.Discard) })
		}},
		{"no page 2", func(d *Doc) { d.AddPage(false); d.SetPage(2) }},
		{"text is drawn outside", func(d *Doc) { d.AddPage(false); d.Text(0, 0, Font{}, Color{}, "x") }},
		{"rectangle is drawn outside", func(d *Doc) { d.AddPage(false); d.Rect(0, 0, 1, 1, 0, Color{}) }},
		{"drawn outside a mark", func(d *Doc) { d.AddPage(false); d.Actual("x", nothing) }},
	} {
		d := start(t)
		c.draw(d)
		var b bytes.Buffer
		if err := d.Write(&b); err == nil || !strings.Contains(err.Error(), c.want) || b.Len() > 0 {
			t.Errorf("want %q, got %v and %d bytes", c.want, err, b.Len())
		}
	}
}

// TestAllPages: gofpdf itself would end the file at the page that is set.
func TestAllPages(t *testing.T) {
	d := start(t)
	for range 3 {
		d.AddPage(false)
		d.Mark(d.Root().Add(Paragraph), func() { d.Text(50, 50, Font{Regular, 12}, Color{}, "tekst") })
	}
	d.SetPage(1)
	if err := d.Write(io.Discard); err != nil {
		t.Error(err)
	}
}

func TestNewRefuses(t *testing.T) {
	good := Info{Title: "x", Language: "nl"}
	for name, c := range map[string]struct {
		info  Info
		fonts Fonts
	}{
		"a title":    {Info{Language: "nl"}, fonts()},
		"a language": {Info{Title: "x"}, fonts()},
		"TrueType":   {good, Fonts{Regular: assets.SourceSans3Regular, Bold: []byte("OTTO…")}},
		"reading":    {good, Fonts{Regular: assets.SourceSans3Regular[:9000]}},
	} {
		if _, err := New(c.info, c.fonts); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// drawn is what gofpdf makes of two pages in two fonts.
func drawn(tb testing.TB) []byte {
	tb.Helper()
	d := start(tb)
	for _, landscape := range []bool{false, true} {
		d.AddPage(landscape)
		d.Mark(d.Root().Add(Paragraph), func() {
			d.Text(50, 50, Font{Bold, 12}, Color{}, "endobj stream")
			d.Text(50, 90, Font{Regular, 12}, Color{}, "één €")
		})
	}
	if d.err != nil {
		tb.Fatal(d.err)
	}
	var b bytes.Buffer
	if err := d.pdf.Output(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// TestCutIsStrict: gofpdf's file in any other form is an error.
func TestCutIsStrict(t *testing.T) {
	raw := drawn(t)
	s, err := cut(raw, 2)
	if err != nil || len(s.contents) != 2 || len(s.fonts) != 2 {
		t.Fatalf("%v: %v", s, err)
	}
	if _, err := cut(raw, 3); err == nil {
		t.Error("a page is missing")
	}
	for _, c := range [][2]string{
		{"/Type /Page\n", "/Type /Blad\n"},
		{"/Resources 2 0 R", "/Resources 3 0 R"},
		{"/Contents 4 0 R", "/Contents 5 0 R"},
		{"/Subtype /Type0", "/Subtype /Type1"},
		{"/BaseFont /utf8face", "/BaseFont /utf8fake"},
		{"/FontDescriptor /FontName", "/FontDescriptor /FontNaam"},
		{"/Length ", "/Lengte "},
		{"endstream", "endstroom"},
		{"4 0 obj", "9 0 obj"},
		{"endobj", "eindob"},
		{"%%EOF", "%%FOE"},
		{"xref\n0 ", "xref\n7 "},
		{"/Filter /FlateDecode\n/Length1", "/Filter /LZWXDecode\n/Length1"},
		{"\n/F", "\n/G"},
	} {
		changed := bytes.ReplaceAll(raw, []byte(c[0]), []byte(c[1]))
		if bytes.Equal(changed, raw) {
			t.Fatalf("gofpdf writes no %q", c[0])
		}
		if _, err := cut(changed, 2); err == nil {
			t.Errorf("%q instead of %q is no error", c[1], c[0])
		}
	}
	for n := 0; n < len(raw); n += 97 {
		if _, err := cut(raw[:n], 2); err == nil {
			t.Errorf("a file of %d bytes is no error", n)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"e\u0301e\u0301n":                "één",
		"a\x00b\x1Bc":                    "abc",
		"a\r\nb\rc\u2028d\u0085e":        "a\nb\nc\nd\ne",
		"a\tb\u2003c":                    "a b c",
		"a\u00A0b\u202Fc":                "a\u00A0b\u00A0c",
		"\u202Ekcirt\u202C\u2066x\u2069": "kcirtx",
		"\uFEFFx\u200B\u00ADy":           "xy",
		"\xED\xA0\x80":                   "\uFFFD",
		"\xFFa":                          "\uFFFDa",
		"\uFFFE\uFDD0":                   "\uFFFD\uFFFD",
		"👩\u200D👧":                       "👩\u200D👧",
		"a\u200Db\u200D":                 "ab",
		"ĳ “€” – …":                      "ĳ “€” – …",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%+q: %+q, want %+q", in, got, want)
		}
	}
}

func TestRun(t *testing.T) {
	f := start(t).faces[Regular]
	for _, c := range []struct {
		text        string
		n, clusters int
		known       bool
		drawn       string
	}{
		{"één 🎉", 6, 4, true, "één □"},
		{"🎉👍🏽x", 12, 2, false, "□□x"},
		{"👩\u200D👩\u200D👧!", 18, 1, false, "□!"},
		{"e\u20DDf", 4, 1, false, "ef"}, // a letter in a circle that the font lacks
		{"\uE000", 3, 1, false, "□"},
	} {
		n, clusters, known := f.run(c.text)
		if n != c.n || clusters != c.clusters || known != c.known || f.drawable(c.text) != c.drawn {
			t.Errorf("%q: %d %d %v %q", c.text, n, clusters, known, f.drawable(c.text))
		}
	}
}

func TestProfile(t *testing.T) {
	p := sRGB()
	if int(binary.BigEndian.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("%d bytes, %q", len(p), p[:40])
	}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		r := p[132+12*i:]
		offset, length := binary.BigEndian.Uint32(r[4:]), binary.BigEndian.Uint32(r[8:])
		if offset%4 != 0 || int(offset+length) > len(p) {
			t.Errorf("tag %s at %d, %d bytes", r[:4], offset, length)
		}
	}
}

// TestStrip: a font program's checksum is a fixed number when all are right.
func TestStrip(t *testing.T) {
	out, err := strip(assets.SourceSans3Bold)
	if err != nil || checksum(out) != 0xB1B0AFBA {
		t.Errorf("%08X, %v", checksum(out), err)
	}
	for n := range 300 {
		if _, err := strip(assets.SourceSans3Bold[:n]); err == nil {
			t.Errorf("%d bytes are no error", n)
		}
	}
}

func TestOutline(t *testing.T) {
	var marks []bookmark
	for _, level := range []int{1, 2, 3, 2, 1, 3} {
		marks = append(marks, bookmark{level: level})
	}
	first, last, top := arrange(marks)
	got := fmt.Sprint(first, last, top)
	for _, m := range marks {
		got += fmt.Sprintf(" [%d %d %d %d %d %d]", m.parent, m.first, m.last, m.prev, m.next, m.below)
	}
	want := "0 4 2 [-1 1 3 -1 4 2] [0 2 2 -1 3 1] [1 -1 -1 -1 -1 0] [0 -1 -1 1 -1 0] [-1 5 5 0 -1 1] [4 -1 -1 -1 -1 0]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestFileIsWhole(t *testing.T) {
	f := newFile(io.Discard)
	f.reserve()
	if err := f.close(1, 1); err == nil || !strings.Contains(err.Error(), "object 1 was not written") {
		t.Error(err)
	}
}
