package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model"
	"oogst/ui"
	"oogst/ui/text"
)

// atHome gives folders of its own to the program, and a library in them.
func atHome(t *testing.T) (*library, string) {
	t.Helper()
	data, home := t.TempDir(), t.TempDir()
	t.Setenv("OOGST_DATA", data)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	return &library{&host{root: data}}, data
}

func command(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, words bytes.Buffer
	if code := run(args, &out, &words); code != want {
		t.Fatalf("%v gives %d: %s", args, code, words.String())
	}
	return out.String() + words.String()
}

func TestAnOwnTemplateIsSavedAndStartedFrom(t *testing.T) {
	l, data := atHome(t)
	d, err := l.Create(defaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	s := d.Session()
	for _, c := range []model.Command{
		model.PutKind{Kind: model.Kind{Letter: "W", Name: "Wens", Accent: "green"}},
		model.RemoveKind{Key: "characteristic"},
		model.PutItem{List: model.ListAgenda, Item: model.Item{Name: "Ronde", Detail: "70 min"}},
		model.PutParticipant{Participant: model.Participant{Role: "wethouder", Name: "A. Jansen"}},
	} {
		if err := s.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	const name = "Wonen & zorg in Flevoland"
	if err := l.SaveTemplate(name, s.Template(), false); err != nil {
		t.Fatal(err)
	}
	if err := l.SaveTemplate(name, s.Template(), false); !errors.Is(err, ui.ErrTemplateExists) {
		t.Errorf("a second one gives %v", err)
	}
	if err := l.SaveTemplate(name, s.Template(), true); err != nil {
		t.Error(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	all := l.Templates()
	own := all[len(all)-1]
	if len(all) != 3 || own.Name != name || own.Problem != "" {
		t.Fatalf("listed are %+v", all)
	}
	if saved, err := os.ReadFile(own.Key); err != nil || strings.Contains(string(saved), "Jansen") {
		t.Errorf("a name went into the template, or: %v", err)
	}
	for i, from := range []string{"wonen-zorg-in-flevoland", name, filepath.Join(data, "templates", "wonen-zorg-in-flevoland.json")} {
		file := filepath.Join(t.TempDir(), "nieuw.oogst")
		command(t, done, "new", file, "--template", from)
		dumped := command(t, done, "dump", file)
		if !strings.Contains(dumped, `"Wens"`) || strings.Contains(dumped, `"characteristic"`) {
			t.Errorf("%d: started from another template: %s", i, dumped)
		}
	}
}

func TestTemplatesThatCantBeUsedSayWhy(t *testing.T) {
	l, data := atHome(t)
	folder := filepath.Join(data, "templates")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	const kinds = `"kinds":[{"key":"a","letter":"A","name":"Aa"}]`
	for name, c := range map[string]struct{ content, want string }{
		"leegte.json": {"", "geen sjabloon dat Oogst kan lezen"},
		"tekst.json":  {"soorten: idee", "geen sjabloon dat Oogst kan lezen"},
		"lijst.json":  {"[1,2]", "geen sjabloon dat Oogst kan lezen"},
		"niets.json":  {"{}", "de soorten ontbreken"},
		"naam.json":   {`{"kinds":[{"key":"a","letter":"A","name":" "}]}`, "bij soort 1 ontbreekt de naam"},
		"letter.json": {`{"kinds":[{"key":"a","letter":"A","name":"x"},{"key":"b","letter":"a","name":"y"}]}`, "de letter van soort 2 komt al eerder voor (“A”)"},
		"lang.json":   {`{"kinds":[{"key":"a","letter":"A","name":"` + strings.Repeat("x", 1000) + `"}]}`, "bij soort 1 is de naam te lang"},
		"kolom.json":  {`{` + kinds + `,"overview":["b"]}`, "kolom 1 verwijst naar “b”, en dat staat er niet in"},
		"fase.json":   {`{` + kinds + `,"phases":[{"key":"x"}]}`, "bij fase 1 ontbreekt de naam"},
		"gat.json":    {`{` + kinds + `,"stakeholders":[{"name":"Almere"}]}`, "bij gemeente 1 ontbreekt de sleutel (key)"},
		"groot.json":  {`{"goal":"` + strings.Repeat("x", 50<<20) + `"}`, "te groot"},
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		target := filepath.Join(t.TempDir(), "x.oogst")
		said := command(t, refused, "new", target, "--template", path)
		if !strings.Contains(said, c.want) || strings.Count(strings.TrimSpace(said), "\n") > 0 {
			t.Errorf("%s: %s", name, said)
		}
		if _, err := os.Stat(target); err == nil {
			t.Errorf("%s: a session was left behind", name)
		}
		listed := l.Templates()
		if got := listed[len(listed)-1]; !strings.Contains(got.Problem, c.want) {
			t.Errorf("%s: the start screen says %+v", name, got)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"bestaat-niet":      "Er is geen sjabloon",
		"bestaat-niet.json": "is er niet",
		folder + "/":        "is een map",
	} {
		if said := command(t, refused, "new", filepath.Join(t.TempDir(), "x.oogst"), "--template", name); !strings.Contains(said, want) {
			t.Errorf("%s: %s", name, said)
		}
	}
}

func TestNamesThatATemplateCantHave(t *testing.T) {
	l, _ := atHome(t)
	good, err := builtIn(defaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "...", "日本", "../../../etc/passwd", "Krachtige Samenleving", "leeg"} {
		err := l.SaveTemplate(name, good, true)
		if name == "../../../etc/passwd" {
			if all := l.Templates(); err != nil || len(all) != 3 || filepath.Base(all[2].Key) != "etc-passwd.json" {
				t.Errorf("a name went out of its folder: %+v, %v", all, err)
			}
			continue
		}
		if !errors.Is(err, errTemplateName) || sentence(err) != text.TemplateBadName {
			t.Errorf("%q gives %v", name, err)
		}
	}
}

func TestWhatIsOnTheClipboard(t *testing.T) {
	l, _ := atHome(t)
	p, err := builtIn(defaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	programme := model.Programme{Kinds: p.Kinds, Stakeholders: p.Stakeholders}
	for name, c := range map[string]struct {
		words        string
		table, plain int
		origin       string
	}{
		"spreadsheet":    {"id\tsoort\ttekst\tgemeente\r\n7\tIdee\t\"Samen\" is het woord\tAlmere\r\n\tIdee\ttwee\t\r\n", 2, 0, "vooraf ingebracht: 7"},
		"csv":            {"soort;tekst\nIdee;een\n", 1, 0, text.Beforehand},
		"own origin":     {"soort;tekst;herkomst\nIdee;een;brief\n", 1, 0, "vooraf ingebracht: brief"},
		"lines":          {"Een \"open eind\n\n- twee, met komma; en meer\n", 0, 2, ""},
		"one line":       {"Een", 0, 1, ""},
		"lines with tab": {"Een\ntwee\tdrie", 0, 2, ""},
	} {
		got, err := l.ParseLines(c.words, programme)
		if err != nil || len(got.Table) != c.table || len(got.Plain) != c.plain {
			t.Errorf("%s: %+v, %v", name, got, err)
			continue
		}
		if c.table > 0 && got.Table[0].Origin != c.origin {
			t.Errorf("%s: origin %q", name, got.Table[0].Origin)
		}
	}
	for words, want := range map[string]string{
		"\n ":                        "Op het klembord staan geen regels",
		"naam\tleeftijd\nJan\t3\n":   "Regel 1 van het klembord noemt geen kolommen",
		"soort\ttekst\nWens\tx\n":    "Niet ingelezen: het klembord",
		"soort\ttekst\nIdee\t\n":     "Regel 2",
		"soort\ttekst\tgemeente\n\n": "Op het klembord staan geen regels",
	} {
		_, err := l.ParseLines(words, programme)
		if err == nil || !strings.Contains(sentence(err), want) {
			t.Errorf("%q says %v", words, err)
		}
	}
}
