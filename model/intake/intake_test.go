package intake_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"oogst/model"
	"oogst/model/intake"
)

var programme = model.Programme{
	Kinds: []model.Kind{
		{Key: "idea", Name: "Idee", Plural: "Ideeën", Heading: "Eerste ideeën"},
		{Key: "attention", Name: "Aandachtspunt", Plural: "Aandachtspunten", Heading: "Meegegeven aandachtspunten"},
	},
	Stakeholders: []model.Stakeholder{{Key: "GM0034", Name: "Almere", Short: "ALM"}},
}

func lines(data []byte) ([]model.Capture, error) {
	table, err := intake.ReadText(data)
	if err != nil {
		return nil, err
	}
	r, err := intake.Read(table, programme, nil, "bestand.csv")
	return r.New, err
}

func utf16le(s string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func TestReadings(t *testing.T) {
	want := "coördinatie; één “loket”"
	for name, data := range map[string][]byte{
		"semicolon":    []byte("soort;tekst;gemeente\nIdee;\"" + want + "\";Almere\n"),
		"comma":        []byte("kind,text,municipality\r\nidea,\"" + want + "\",GM0034\r\n"),
		"tab":          []byte("Soort\tTekst\tGemeente\nideeën\t" + want + "\talm\n"),
		"mark":         []byte("\uFEFFsoort;tekst;gemeente\n;;\nEerste ideeën;\"" + want + "\";gemeente Almere"),
		"utf-16":       utf16le("soort;tekst;gemeente\nIdee;\"" + want + "\";Almere\n"),
		"windows-1252": []byte("soort;tekst;gemeente\nIdee;\"co\xf6rdinatie; \xe9\xe9n \x93loket\x94\";Almere\n"),
	} {
		got, err := lines(data)
		if err != nil || len(got) != 1 {
			t.Errorf("%s: %v, %v", name, got, err)
			continue
		}
		if c := got[0]; c.Text != want || c.Kind != "idea" || c.Stakeholder != "GM0034" || c.Origin != "bestand.csv" {
			t.Errorf("%s: got %+v", name, c)
		}
	}
}

func TestProblems(t *testing.T) {
	for name, c := range map[string]struct {
		data   string
		reason intake.Reason
		line   int
		column string
	}{
		"nothing":     {"", intake.Empty, 0, ""},
		"blank":       {" \n\n ", intake.Empty, 0, ""},
		"header only": {"soort;tekst\n", intake.Empty, 0, ""},
		"no header":   {"Idee;Mixed woonvormen\n", intake.NoHeader, 1, ""},
		"quote":       {"soort;tekst\nIdee;\"open\n", intake.Malformed, 2, ""},
		"kind":        {"soort;tekst\n\nWens;x\n", intake.UnknownKind, 3, "soort"},
		"stakeholder": {"soort;tekst;gemeente\nIdee;\"a\nb\";\nIdee;x;Utrecht\n", intake.UnknownStakeholder, 4, "gemeente"},
		"status":      {"soort;tekst;status\nIdee;x;klaar\n", intake.UnknownStatus, 2, "status"},
		"certainty":   {"soort;tekst;certainty\nIdee;x;klaar\n", intake.UnknownCertainty, 2, "certainty"},
		"empty text":  {"soort;tekst\nIdee;\n", intake.EmptyText, 2, "tekst"},
		"long text":   {"soort;tekst\nIdee;" + strings.Repeat("x", model.MaxText+1), intake.TextTooLong, 2, "tekst"},
		"too many":    {"soort;tekst\n" + strings.Repeat("Idee;x\n", 1_000_000), intake.TooManyLines, 0, ""},
	} {
		_, err := lines([]byte(c.data))
		var e *intake.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v", name, err)
			continue
		}
		if p := e.Problems[0]; p.Reason != c.reason || p.Line != c.line || p.Column != c.column {
			t.Errorf("%s: got %+v", name, p)
		}
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	_, err := lines([]byte("soort;tekst;gemeente\nWens;x;Utrecht\nIdee;;\n"))
	var e *intake.Error
	if !errors.As(err, &e) || len(e.Problems) != 3 {
		t.Fatalf("got %v", err)
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("soort;tekst;gemeente\nIdee;x;Almere\n"))
	f.Add([]byte("kind,text\nidea,\"a\"\"b\"\n"))
	f.Add(utf16le("soort\ttekst\nIdee\tx\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := lines(data)
		if (err == nil) == (len(got) == 0) {
			t.Fatalf("%d lines and error %v", len(got), err)
		}
		for _, c := range got {
			if c.Text == "" {
				t.Fatal("a line without text")
			}
		}
	})
}
