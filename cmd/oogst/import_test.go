package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// cli runs a command line, wants an exit code and gives what was said.
func cli(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, words bytes.Buffer
	if code := run(args, &out, &words); code != want {
		t.Fatalf("%v: exit %d, want %d: %s", args, code, want, &words)
	}
	return out.String() + words.String()
}

// slide makes the slide as a session in a folder of its own, with its workbook.
func slide(t *testing.T) (folder, session string) {
	t.Helper()
	folder = t.TempDir()
	t.Setenv("OOGST_DATA", filepath.Join(folder, "data"))
	session = filepath.Join(folder, "s.oogst")
	cli(t, done, "example", session, "--which", "slide")
	cli(t, done, "export", session, "--excel", filepath.Join(folder, "s.xlsx"), "--csv", filepath.Join(folder, "s.csv"))
	return folder, session
}

// change rewrites a part of a workbook and gives the path of the new one.
func change(t *testing.T, folder, name, part string, edit func(string) string) string {
	t.Helper()
	in, err := zip.OpenReader(filepath.Join(folder, "s.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name, content string) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	found := false
	for _, f := range in.File {
		var content bytes.Buffer
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := content.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		text := content.String()
		if f.Name == part {
			if text, found = edit(text), true; text == content.String() {
				t.Fatalf("%s: nothing was edited in %s", name, part)
			}
		}
		put(f.Name, text)
	}
	if !found {
		put(part, edit(""))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// registerPart is the sheet Inbreng in a workbook of the slide.
const registerPart = "xl/worksheets/sheet4.xml"

func TestHostileWorkbooks(t *testing.T) {
	folder, session := slide(t)
	replace := func(old, with string) func(string) string {
		return func(s string) string { return strings.Replace(s, old, with, 1) }
	}
	rows := func(s string) string {
		var more strings.Builder
		for i := range 1_000_000 {
			fmt.Fprintf(&more, `<row r="%d"><c t="inlineStr"><is><t>x</t></is></c></row>`, 100+i)
		}
		return strings.Replace(s, "</sheetData>", more.String()+"</sheetData>", 1)
	}
	const text = `<is><t>Mixed woonvormen</t></is>`
	for name, c := range map[string]struct {
		part string
		edit func(string) string
		said string
	}{
		"formula":  {registerPart, replace(`t="inlineStr">`+text, `t="str"><f>A1</f><v>Code</v>`), "Blad Inbreng, cel E3 (Tekst): hier staat een formule."},
		"uncached": {registerPart, replace(`t="inlineStr">`+text, `><f>1+1</f>`), "Blad Inbreng, cel E3 (Tekst): hier staat een formule."},
		"merged":   {registerPart, replace("</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="B3:B7"/></mergeCells>`), "Blad Inbreng, cel B3:B7: deze cellen zijn samengevoegd."},
		"gemeente": {registerPart, replace(">Lelystad<", ">Utrecht<"), "Blad Inbreng, cel B2 (Gemeente): “Utrecht” is niet bekend. Kies uit: Dronten"},
		"no text":  {registerPart, replace(text, "<is><t> </t></is>"), "Blad Inbreng, cel E3 (Tekst): er staat geen tekst."},
		"doubled":  {registerPart, replace(">A02<", ">A01<"), "Blad Inbreng, cel A4 (Code): de code “A01” komt meer dan één keer voor"},
		"unknown":  {registerPart, replace(">A02<", ">Q99<"), "Blad Inbreng, cel A4 (Code): deze sessie heeft geen regel “Q99”"},
		"order":    {registerPart, replace(`<c r="A2"`, `<c r="F2"><v>1</v></c><c r="A2"`), "geen werkmap die Oogst kan lezen"},
		"far":      {registerPart, replace("</row>", `<c r="XFD1"><v>1</v></c></row>`), "far.xlsx\" staat iets in cel XFD1 van blad Inbreng. Dat is te ver naar rechts"},
		"bomb":     {"xl/media/x.xml", func(string) string { return strings.Repeat("0", 70<<20) }, "uitgepakt te groot"},
		"rows":     {registerPart, rows, "meer dan 100.000 regels"},
		"broken":   {"xl/workbook.xml", func(string) string { return "<" }, "geen werkmap die Oogst kan lezen"},
		"torn":     {registerPart, func(s string) string { return s[:len(s)/2] }, "geen werkmap die Oogst kan lezen"},
	} {
		before := cli(t, done, "dump", session)
		said := cli(t, refused, "import", session, change(t, folder, name+".xlsx", c.part, c.edit))
		if !strings.Contains(said, c.said) {
			t.Errorf("%s: said %s", name, said)
		}
		if cli(t, done, "dump", session) != before {
			t.Errorf("%s: the session changed", name)
		}
	}
}

// TestTheMarkIsFoundOnTheSheetToo: a program may drop the property that has it.
func TestTheMarkIsFoundOnTheSheetToo(t *testing.T) {
	folder, session := slide(t)
	bare := change(t, folder, "bare.xlsx", "docProps/core.xml", func(s string) string {
		return regexp.MustCompile(`<(\w+:)?identifier[^>]*>[^<]*</(\w+:)?identifier>`).ReplaceAllString(s, "")
	})
	if said := cli(t, done, "import", session, bare); strings.Contains(said, "niet van welke versie") {
		t.Errorf("said %s", said)
	}
	foreign := change(t, folder, "foreign.xlsx", "xl/worksheets/sheet1.xml", func(s string) string {
		return strings.ReplaceAll(s, ">Kenmerk<", ">Merk<")
	})
	if said := cli(t, done, "import", session, foreign); strings.Contains(said, "niet van welke versie") {
		t.Errorf("said %s", said)
	}
}

func TestMacrosAreLeftAlone(t *testing.T) {
	folder, session := slide(t)
	macros := change(t, folder, "macros.xlsm", "xl/vbaProject.bin", func(string) string { return "Sub AutoOpen()" })
	if said := cli(t, done, "import", session, macros); !strings.Contains(said, "macro’s") || !strings.Contains(said, "hetzelfde als de sessie") {
		t.Errorf("said %s", said)
	}
}

// TestACorrectionOnTheCommandLine sends one sheet through every answer.
func TestACorrectionOnTheCommandLine(t *testing.T) {
	folder, session := slide(t)
	theirs := change(t, folder, "theirs.xlsx", registerPart, func(s string) string {
		return strings.Replace(s, ">Mixed woonvormen<", ">Gemengd wonen<", 1)
	})
	text := func(with string) string {
		path := filepath.Join(folder, "ours.csv")
		if err := os.WriteFile(path, []byte("code;soort;tekst\nA01;Idee;"+with+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	wants := func(said string, all ...string) {
		t.Helper()
		for _, want := range all {
			if !strings.Contains(said, want) {
				t.Errorf("%q is not in what was said:\n%s", want, said)
			}
		}
	}
	before := cli(t, done, "dump", session)
	wants(cli(t, done, "import", session, theirs, "--dry-run"),
		"1 wijziging", "A01, Tekst: “Mixed woonvormen” → “Gemengd wonen”", "alleen een voorbeeld")
	wants(cli(t, done, "import", session, text("Mixed woonvormen")), "niet van welke versie", "hetzelfde als de sessie")
	if cli(t, done, "dump", session) != before {
		t.Error("the session changed by looking")
	}
	wants(cli(t, done, "import", session, text("Samen wonen")), "22 regels van de sessie staan niet in het bestand", "1 wijziging")
	wants(cli(t, refused, "import", session, theirs),
		"1 conflict", "hier “Samen wonen”, in het bestand “Gemengd wonen”", "Kies --ours")
	wants(cli(t, wrongUse, "import", session, theirs, "--ours", "--theirs"), "niet allebei")
	wants(cli(t, done, "import", session, theirs, "--ours"), "Overgenomen")
	wants(cli(t, done, "dump", session), "Samen wonen")
	wants(cli(t, done, "import", session, theirs, "--theirs"), "Overgenomen")
	wants(cli(t, done, "dump", session), "Gemengd wonen")
}
