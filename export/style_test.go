package export_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"strings"
	"testing"

	"oogst/export"
)

func encoded(t *testing.T, encode func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t *testing.T, img image.Image) []byte {
	return encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, img) })
}

func style(json string, logo []byte) (export.Style, error) {
	return export.ParseStyle([]byte(json), func(name string) ([]byte, error) {
		if name != "logo.png" {
			return nil, fs.ErrNotExist
		}
		return logo, nil
	})
}

func TestAHouseStyleIsRead(t *testing.T) {
	dot := pngOf(t, image.NewNRGBA(image.Rect(0, 0, 2, 1)))
	s, err := style(`{"organisation": " Provincie  X ", "color": "#005a9c", "logo": "logo.png", "logoText": "Het logo"}`, dot)
	if err != nil || s.Organisation != "Provincie X" || s.Main() != "#005A9C" || s.Accent() != s.Main() || s.Logo.Alt != "Het logo" {
		t.Errorf("got %+v (%v)", s, err)
	}
	if s, err := style(`{"organisation": "X", "logo": "logo.png"}`, dot); err != nil || s.Logo.Alt != "X" {
		t.Errorf("a logo without a text: %+v (%v)", s, err)
	}
	if s, err := style(`{}`, nil); err != nil || s.Main() == "" || s.Logo != nil {
		t.Errorf("nothing: %+v (%v)", s, err)
	}
	h := harvest("internal")
	h.Info.Organisation = "Y"
	if m := export.NewReport(h, export.Edition{Style: export.Style{Organisation: "X"}}).Meta; m.Organisation != "X" || fmt.Sprint(m.Facts[len(m.Facts)-1]) != "{Organisatie X}" {
		t.Errorf("the report says %q, %v", m.Organisation, m.Facts)
	}
}

func TestAHouseStyleIsRefused(t *testing.T) {
	square := image.NewGray(image.Rect(0, 0, 20, 20))
	dot := pngOf(t, square)
	huge := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, image.NewGray(image.Rect(0, 0, 3000, 3000))) })
	for name, c := range map[string]struct {
		json string
		logo []byte
		want export.Fault
	}{
		"no JSON":        {`kleur: blauw`, nil, export.StyleUnreadable},
		"a list":         {`["#000000"]`, nil, export.StyleUnreadable},
		"a number":       {`{"color": 7}`, nil, export.StyleUnreadable},
		"long":           {`{"organisation": "` + strings.Repeat("x", export.MaxStyle) + `"}`, nil, export.StyleUnreadable},
		"another key":    {`{"kleur": "#000000"}`, nil, export.StyleUnknownKey},
		"a word":         {`{"color": "blauw"}`, nil, export.StyleBadColor},
		"a short colour": {`{"secondColor": "#123"}`, nil, export.StyleBadColor},
		"white":          {`{"color": "#FFFFFF"}`, nil, export.StyleLowContrast},
		"just too light": {`{"secondColor": "#777777"}`, nil, export.StyleLowContrast}, // 4.48:1, as WCAG's own tools give it
		"text":           {`{"logo": "logo.png"}`, []byte("een plaatje"), export.StyleNoPicture},
		"an animation":   {`{"logo": "logo.png"}`, encoded(t, func(b *bytes.Buffer) error { return gif.Encode(b, square, nil) }), export.StyleNoPicture},
		"half":           {`{"logo": "logo.png"}`, dot[:len(dot)/2], export.StyleNoPicture},
		"only a header":  {`{"logo": "logo.png"}`, huge[:33], export.StylePictureLarge},
		"many bytes":     {`{"logo": "logo.png"}`, append(dot, make([]byte, export.MaxPicture)...), export.StylePictureLarge},
	} {
		_, err := style(c.json, c.logo)
		if e := (*export.StyleError)(nil); !errors.As(err, &e) || e.Fault != c.want {
			t.Errorf("%s: %v, want fault %d", name, err, c.want)
		}
	}
	if _, err := style(`{"logo": "weg.png"}`, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a logo that isn't there: %v", err)
	}
	if _, err := style(`{"color": "#767676"}`, nil); err != nil { // 4.54:1
		t.Errorf("just dark enough: %v", err)
	}
}

// TestAPictureStandsOnWhite: what is see-through becomes white in part or whole,
// and a large picture is averaged, not thinned out.
func TestAPictureStandsOnWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(5, 5, 8, 6)) // not from 0, 0
	img.Set(5, 5, color.NRGBA{255, 0, 0, 255})
	img.Set(6, 5, color.NRGBA{0, 0, 255, 128})
	p, err := export.NewPicture(pngOf(t, img), "x")
	if err != nil || p.Width != 3 || p.Height != 1 || fmt.Sprint(p.RGB) != "[255 0 0 127 127 255 255 255 255]" {
		t.Errorf("got %+v (%v)", p, err)
	}
	stripes := image.NewGray(image.Rect(0, 0, 1800, 2))
	for x := range 900 {
		stripes.Set(2*x, 0, color.White)
		stripes.Set(2*x, 1, color.White)
	}
	p, err = export.NewPicture(encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, stripes, &jpeg.Options{Quality: 100}) }), "x")
	if err != nil || p.Width != 900 || p.Height != 1 {
		t.Fatalf("got %+v (%v)", p, err)
	}
	for i, c := range p.RGB {
		if c < 120 || c > 135 {
			t.Fatalf("byte %d is %d, of stripes of 0 and 255", i, c)
		}
	}
}
