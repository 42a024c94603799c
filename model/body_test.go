package model

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

func TestDecodeBodyIsEncodingJSON(t *testing.T) {
	word := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", `"`, `\`, `{"f":`, "ideeën", "\u2028", "<&>", "]}"}))
	fast := 0
	rapid.Check(t, func(rt *rapid.T) {
		b := Body{Sets: []Write{}}
		for range rapid.IntRange(0, 5).Draw(rt, "writes") {
			w := Write{Field: word.Draw(rt, "field")}
			if rapid.Bool().Draw(rt, "set") {
				v := word.Draw(rt, "value")
				w.Value = &v
			}
			for range rapid.IntRange(0, 3).Draw(rt, "heads") {
				w.Base = append(w.Base, Key{Replica(rapid.Int64Range(1, 1<<62).Draw(rt, "r")), rapid.Int64Range(1, 1<<40).Draw(rt, "n")})
			}
			b.Sets = append(b.Sets, w)
		}
		if rapid.Bool().Draw(rt, "undo") {
			b.Undoes = uuid.New()
		}
		text := encodeBody(b)
		got, err := decodeBody(text)
		if err != nil {
			rt.Fatal(err)
		}
		if _, err := (&scanner{rest: text}).body(); err == nil {
			fast++
		}
		var want Body
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			rt.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			rt.Fatalf("got %+v\nwant %+v\nfrom %s", got, want, text)
		}
	})
	if fast == 0 {
		t.Fatal("no body was in canonical form")
	}
}

func FuzzDecodeBody(f *testing.F) {
	v := "ideeën"
	f.Add(encodeBody(Body{Sets: []Write{{Field: "text", Value: &v, Base: []Key{{7, 3}}}}, Undoes: uuid.New()}))
	f.Add(`{"set":[{"f":"a","v":null}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := (&scanner{rest: text}).body()
		if err != nil {
			return
		}
		var want Body
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			return // a stricter reader may refuse; hashes guard what was written
		}
		for i := range want.Sets {
			if got.Sets[i].Field != want.Sets[i].Field {
				t.Fatalf("%q: got %+v, want %+v", text, got, want)
			}
		}
	})
}

func BenchmarkDecodeBody(b *testing.B) {
	v := "Talent van de jeugd zichtbaar maken in de wijk"
	text := encodeBody(Body{Sets: []Write{
		{Field: fieldText, Value: &v},
		{Field: fieldKind, Value: &v},
		{Field: fieldStakeholder, Value: &v},
		{Field: fieldCode, Value: &v},
		{Field: fieldPosition, Value: &v},
	}})
	b.Run("scanner", func(b *testing.B) {
		for b.Loop() {
			if _, err := decodeBody(text); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		for b.Loop() {
			var body Body
			if err := json.Unmarshal([]byte(text), &body); err != nil {
				b.Fatal(err)
			}
		}
	})
}
