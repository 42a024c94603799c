package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/assets"
)

// TestAHouseStyle: one that lies beside the templates is used unasked, and one
// that is named wins.
func TestAHouseStyle(t *testing.T) {
	l := newLaptop(t)
	file, book := l.session(), l.path("a.xlsx")
	guide := func(args ...string) string {
		t.Helper()
		l.must(append([]string{"export", file, "--excel", book, "--pdf", l.path("a.pdf")}, args...)...)
		return fmt.Sprint(readWorkbook(t, book)["Leeswijzer"])
	}
	if got := guide(); strings.Contains(got, "Waterschap") {
		t.Fatalf("without a house style: %s", got)
	}
	for name, content := range map[string]string{
		styleName: `{"organisation": "Waterschap Zuid", "logo": "logo.png"}`, "logo.png": string(assets.Icon),
	} {
		if err := os.WriteFile(filepath.Join(l.store, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := guide(); !strings.Contains(got, "Waterschap Zuid") {
		t.Errorf("the person's own: %s", got)
	}
	if pdf, err := os.ReadFile(l.path("a.pdf")); err != nil || !strings.Contains(string(pdf), "/Subtype/Image") {
		t.Errorf("the PDF has no logo (%v)", err)
	}
	if got := guide("--style", l.write("ander.json", `{"organisation": "Waterschap Noord"}`)); !strings.Contains(got, "Waterschap Noord") {
		t.Errorf("the named one: %s", got)
	}
}

// TestABadHouseStyleIsRefused before anything is made.
func TestABadHouseStyleIsRefused(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	l.write("groot.jpeg", strings.Repeat("x", 3<<20))
	for content, said := range map[string]string{
		`{"color": "geel"}`:          "is color “geel”. Schrijf een kleur als #0A4F58",
		`{"secondColor": "#FFEE00"}`: "te licht: het contrast met wit is 1,2 op 1",
		`{"kleur": "#000000"}`:       "staat “kleur”",
		`color: "#000000"`:           "is geen huisstijl",
		`{"logo": "weg.png"}`:        "weg.png\" is er niet",
		`{"logo": "sessie.oogst"}`:   "is geen plaatje",
		`{"logo": "."}`:              "is een map",
		`{"logo": "groot.jpeg"}`:     "is te groot",
	} {
		house := l.write("fout.json", content)
		l.refuses(l.folder, said, "export", file, "--pdf", l.path("b.pdf"), "--style", house)
	}
	if err := os.WriteFile(filepath.Join(l.store, styleName), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	l.refuses(styleName, "is geen huisstijl", "export", file, "--pdf", l.path("b.pdf"))
	l.refuses("zomaar.json", "is er niet", "export", file, "--pdf", l.path("b.pdf"), "--style", l.path("zomaar.json"))
}
