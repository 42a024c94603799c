package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"oogst/export"
)

// inStyle is the sample in a house style.
func inStyle() export.Report {
	r := sample()
	r.Meta.Style = export.Style{
		First: "#005A9C", Second: "#8A1C2F",
		Logo: &export.Picture{Width: 3, Height: 2, RGB: []byte("abcdefghijklmnopqr"), Alt: "Logo van de provincie"},
	}
	return r
}

// TestHouseStyle: the colours are those of the house, ours are gone, and the
// logo keeps its shape and its bytes.
func TestHouseStyle(t *testing.T) {
	file, _ := write(t, inStyle())
	p := open(t, file)
	p.check()
	content := string(p.stream(p.leaves[0].dict["Contents"])) // chapters have colours of their own
	for color, want := range map[string]bool{"0.000 0.353 0.612 rg": true, "0.541 0.110 0.184 rg": true, "0.039 0.310 0.345 rg": false} {
		if strings.Contains(content, color) != want {
			t.Errorf("%s is on the cover: %v, want %v", color, !want, want)
		}
	}
	width, height, x, y := 0.0, 0.0, 0.0, 0.0
	at := strings.Index(content, "q 96.00")
	if at < 0 {
		t.Fatal("the logo isn't as high as its room")
	}
	if _, err := fmt.Sscanf(content[at:], "q %f 0 0 %f %f %f cm /I0 Do Q", &width, &height, &x, &y); err != nil {
		t.Fatal(err)
	}
	if width*2 != height*3 {
		t.Errorf("the logo is %.0f by %.0f, of 3 by 2 pixels", width, height)
	}
	for _, o := range p.dict(p.dict(p.leaves[0].dict["Resources"])["XObject"]) {
		if got := p.stream(o); string(got) != "abcdefghijklmnopqr" {
			t.Errorf("the logo has the bytes %q", got)
		}
	}
}
