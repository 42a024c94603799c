package office_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"oogst/export/office"
	"oogst/export/office/officetest"
)

func TestMarkOfAnything(t *testing.T) {
	core := "docProps/core.xml"
	for _, c := range []struct {
		name  string
		data  []byte
		want  string
		fails bool
	}{
		{"Word", officetest.Pack(t, core, "<p><identifier>1A2B3C4D</identifier></p>"), "1A2B3C4D", false},
		{"ODS", officetest.Pack(t, "meta.xml", `<d><meta><user-defined name="x">y</user-defined><user-defined name="Kenmerk">1A2B3C4D</user-defined></meta></d>`), "1A2B3C4D", false},
		{"no mark", officetest.Pack(t, core, "<p/>"), "", false},
		{"no properties", officetest.Pack(t, "readme.txt", "x"), "", false},
		{"no XML", officetest.Pack(t, core, "x"), "", true},
		{"endless", officetest.Pack(t, core, "<p>"+strings.Repeat(" ", 5<<20)+"</p>"), "", true},
		{"no archive", []byte("PK\x03\x04x"), "", true},
		{"empty", nil, "", true},
	} {
		mark, err := office.Mark(c.data)
		if mark != c.want || c.fails != errors.Is(err, office.ErrNotDocument) {
			t.Errorf("%s: mark %q (%v)", c.name, mark, err)
		}
	}
}

func TestArchiveHasOneTime(t *testing.T) {
	made := time.Date(2018, 3, 14, 15, 45, 8, 0, time.UTC)
	write := func(at time.Time) []byte {
		var out bytes.Buffer
		a := office.NewArchive(&out, at)
		if err := a.Store("mimetype", "x"); err != nil {
			t.Fatal(err)
		}
		if err := a.Part("part", func(x *office.XML) error { x.Element("a", "<&>", "b", "\"'"); return nil }); err != nil {
			t.Fatal(err)
		}
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	data := write(made)
	if !bytes.Equal(data, write(made.In(time.FixedZone("CET", 3600)))) {
		t.Error("the bytes depend on the zone of the clock")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !f.Modified.Equal(made) || len(f.Extra) > 0 {
			t.Errorf("%s is of %v, with %d extra bytes", f.Name, f.Modified, len(f.Extra))
		}
	}
	write(time.Time{}) // before the first year of MS-DOS
}

func TestPartsAreWhole(t *testing.T) {
	a := office.NewArchive(io.Discard, time.Time{})
	if err := a.Part("part", func(x *office.XML) error { x.Start("a"); return nil }); err == nil {
		t.Error("an element may stay open")
	}
	own := errors.New("own")
	if err := a.Part("part", func(*office.XML) error { return own }); !errors.Is(err, own) {
		t.Errorf("the error of a part became %v", err)
	}
}
