package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"oogst/export"
	"oogst/model"
	"oogst/ui"

	"pgregory.net/rapid"
)

// secret is a text that stands in one place of a session only, and the
// variants that may show it.
type secret struct {
	field string
	text  string
	shown []model.Variant
}

// secrets fills a session and notes what is where.
type secrets struct {
	session *model.Session
	all     []secret
}

// tell makes a text for a field. Half of the texts hold a character that a PDF
// writes in another way.
func (s *secrets) tell(field string, shown ...model.Variant) string {
	text := fmt.Sprintf("kq%03dzx", len(s.all))
	s.all = append(s.all, secret{field, text, shown})
	if len(s.all)%2 == 0 {
		return text
	}
	return "één " + text + " – dus"
}

// line captures a line of which every field has its own text.
func (s *secrets) line(t *rapid.T, v model.Visibility) {
	shown := map[model.Visibility][]model.Variant{
		model.VisibilityPublic:       {model.Internal, model.Participants, model.Public},
		model.VisibilityParticipants: {model.Internal, model.Participants},
		model.VisibilityInternal:     {model.Internal},
	}[v]
	p := s.session.Programme()
	c := model.Capture{
		Text: s.tell("text", shown...), Note: s.tell("note", model.Internal), Said: s.tell("said", model.Internal),
		Origin: s.tell("origin", model.Internal), Themes: []string{s.tell("theme", shown...)},
		Visibility: v, Kind: rapid.SampledFrom(p.Kinds).Draw(t, "kind").Key,
		Certainty: rapid.SampledFrom([]model.Certainty{model.Stated, model.Guessed}).Draw(t, "certainty"),
	}
	if rapid.Bool().Draw(t, "assigned") {
		c.Stakeholder = rapid.SampledFrom(p.Stakeholders).Draw(t, "who").Key
	}
	if c.Kind == model.KindPilotIdea || c.Kind == model.KindAction {
		c.Follow = map[model.EntryField]string{model.EntryLead: s.tell("lead", without(shown, model.Public)...), model.EntryDue: s.tell("due", shown...)}
	}
	if c.Kind == model.KindPilotIdea {
		c.Follow[model.EntryReason] = s.tell("reason", without(shown, model.Public)...)
		c.Follow[model.EntryStep] = s.tell("step", shown...)
	}
	do(t, s.session, c)
}

func without(all []model.Variant, v model.Variant) []model.Variant {
	return slices.DeleteFunc(slices.Clone(all), func(x model.Variant) bool { return x == v })
}

// fill gives a session lines of each visibility and everything around them.
func (s *secrets) fill(t *rapid.T) {
	everyone := model.Variants
	do(t, s.session,
		model.PutKind{Kind: model.Kind{Key: model.KindAction, Letter: "C", Name: "Actie"}},
		model.Describe{Field: model.Title, Value: s.tell("title", everyone...)},
		model.Describe{Field: model.Place, Value: s.tell("place", everyone...)},
		model.Describe{Field: model.Facilitator, Value: s.tell("facilitator", model.Internal, model.Participants)},
		model.PutParticipant{Participant: model.Participant{Role: s.tell("role", everyone...), Name: s.tell("name", model.Internal), Present: true}},
		model.PutParticipant{Participant: model.Participant{Role: s.tell("role", everyone...), Name: s.tell("name", model.Internal)}},
	)
	for _, v := range []model.Visibility{model.VisibilityPublic, model.VisibilityParticipants, model.VisibilityInternal} {
		for range rapid.IntRange(1, 2).Draw(t, "lines") {
			s.line(t, v)
		}
	}
	entries := s.session.Entries()
	do(t, s.session,
		model.Capture{Kind: entries[0].Kind, Text: s.tell("withdrawn", model.Internal)},
		model.Capture{Kind: entries[0].Kind, Text: s.tell("first words", model.Internal)},
	)
	entries = s.session.Entries()
	last := len(entries) - 1
	do(t, s.session,
		model.Withdraw{Entry: entries[last-1].ID},
		model.Edit{Entry: entries[last].ID, Text: s.tell("text", everyone...)},
		model.Confirm{Entries: []model.ID{entries[0].ID}, By: s.tell("confirmer", model.Internal, model.Participants)},
	)
}

// contents are the bytes of a document and of all that is packed in it.
func contents(t *rapid.T, file []byte) [][]byte {
	out := [][]byte{file}
	if parts, err := zip.NewReader(bytes.NewReader(file), int64(len(file))); err == nil {
		for _, p := range parts.File {
			r, err := p.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, []byte(p.Name), data)
		}
	}
	for rest := file; ; {
		i := bytes.Index(rest, []byte("stream\n"))
		if i < 0 {
			return out
		}
		rest = rest[i+len("stream\n"):]
		if r, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			data, _ := io.ReadAll(r) // what is no compressed stream ends in an error
			out = append(out, data)
		}
	}
}

// forms are the ways in which a document may write a text.
func forms(text string) [][]byte {
	var big, little []byte
	for _, u := range utf16.Encode([]rune(text)) {
		big = append(big, byte(u>>8), byte(u))
		little = append(little, byte(u), byte(u>>8))
	}
	return [][]byte{
		[]byte(text), big, little,
		fmt.Appendf(nil, "%X", big), fmt.Appendf(nil, "%x", big), fmt.Appendf(nil, "%X", text), fmt.Appendf(nil, "%x", text),
	}
}

func holds(contents [][]byte, text string) bool {
	return slices.ContainsFunc(forms(text), func(form []byte) bool {
		return slices.ContainsFunc(contents, func(c []byte) bool { return bytes.Contains(c, form) })
	})
}

// formats are the documents, and the fields that one has no place for. Who
// confirmed a line and which lines were withdrawn, only the changes of a
// workbook tell, and those are internal.
var formats = map[string]struct {
	write writer
	lacks string
}{
	"xlsx": {writeExcel, "confirmer"},
	"ods":  {writeODS, "confirmer"},
	"docx": {writeWord, "origin withdrawn"},
	"pdf":  {writePDF, "origin withdrawn"},
	"csv":  {writeCSV, "place facilitator role name confirmer withdrawn lead due reason step"},
}

// TestNothingWithheldLeavesTheHouse looks for every text of a session in every
// byte of its documents. That the texts which may be shown are found, shows
// that it sees.
func TestNothingWithheldLeavesTheHouse(t *testing.T) {
	examined := 0
	rapid.Check(t, func(rt *rapid.T) {
		s := secrets{session: newSession(t)}
		s.fill(rt)
		for _, v := range model.Variants {
			h := s.session.Harvest(v)
			r := export.NewReport(h, export.Edition{Version: "0.1", Made: time.Unix(1e9, 0)})
			names := (&library{&host{}}).Names(ui.Order{
				Harvest: h, Version: s.session.NextVersion(false), Formats: []ui.Format{ui.PDF, ui.Excel, ui.Word, ui.ODS, ui.CSV},
			})
			if len(names) == 0 {
				rt.Fatal("the documents have no names")
			}
			for name, f := range formats {
				var file bytes.Buffer
				if _, err := f.write(context.Background(), &file, r, func(int, int) {}); err != nil {
					rt.Fatal(err)
				}
				all := append(contents(rt, file.Bytes()), []byte(strings.Join(names, " ")))
				for _, secret := range s.all {
					examined++
					may := slices.Contains(secret.shown, v)
					switch found := holds(all, secret.text); {
					case found && !may:
						rt.Fatalf("%s, %s: shows the %s %s", v, name, secret.field, secret.text)
					case !found && may && !slices.Contains(strings.Fields(f.lacks), secret.field):
						rt.Fatalf("%s, %s: doesn't show the %s %s", v, name, secret.field, secret.text)
					}
				}
			}
		}
	})
	if examined == 0 {
		t.Fatal("examined nothing")
	}
}
