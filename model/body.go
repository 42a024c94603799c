package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
)

// Write sets one field of an entity. A nil Value takes the field away again.
// Base holds the heads of the field that the writer saw: those it supersedes,
// the shown one first.
type Write struct {
	Field string  `json:"f"`
	Value *string `json:"v"`
	Base  []Key   `json:"b,omitempty"`
}

// Body is what an operation does. Undoes names the group that it compensates.
type Body struct {
	Sets   []Write `json:"set"`
	Undoes ID      `json:"undoes,omitzero"`
}

// value is what the body sets a field to; nil when it doesn't, or takes it away.
func (b Body) value(field string) *string {
	if w := b.write(field); w != nil {
		return w.Value
	}
	return nil
}

func (b Body) write(field string) *Write {
	for i := range b.Sets {
		if b.Sets[i].Field == field {
			return &b.Sets[i]
		}
	}
	return nil
}

func encodeBody(b Body) string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(b); err != nil {
		panic("model: a body of strings does not encode: " + err.Error())
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// decodeBody reads a body; an erased one is empty. With encoding/json, opening a
// session was mostly this; what encodeBody writes is now read without copying,
// seven times as fast. Anything else goes to encoding/json.
func decodeBody(s string) (Body, error) { return decodeInto(nil, s) }

// decodeInto is decodeBody in room that was used before.
func decodeInto(r *writeRoom, s string) (Body, error) {
	if s == "" {
		return Body{}, nil
	}
	if b, err := (&scanner{rest: s, room: r}).body(); err == nil {
		return b, nil
	}
	var b Body
	err := json.Unmarshal([]byte(s), &b)
	return b, err
}

// scanner reads the canonical form of a body. It gives up at the first byte
// that encodeBody would have written otherwise.
type scanner struct {
	rest string
	room *writeRoom // nil for a body that stays
}

// writeRoom holds the writes of one body after another.
type writeRoom struct {
	sets   []Write
	values []string
}

// take gives room for n writes, empty.
func (r *writeRoom) take(n int) ([]Write, []string) {
	if r == nil {
		return make([]Write, 0, n), make([]string, 0, n)
	}
	if cap(r.sets) < n {
		r.sets, r.values = make([]Write, 0, n), make([]string, 0, n)
	}
	return r.sets[:0], r.values[:0]
}

var errNotCanonical = errors.New("not in canonical form")

func (s *scanner) take(token string) bool {
	rest, ok := strings.CutPrefix(s.rest, token)
	s.rest = rest
	return ok
}

func (s *scanner) body() (b Body, err error) {
	if !s.take(`{"set":[`) {
		return b, errNotCanonical
	}
	var values []string
	b.Sets, values = s.room.take(strings.Count(s.rest, `{"f":`)) // at least as many as there are
	for more := !s.take("]"); more; {
		var w Write
		if w, values, err = s.write(values); err != nil {
			return b, err
		}
		b.Sets = append(b.Sets, w)
		if more = s.take(","); !more && !s.take("]") {
			return b, errNotCanonical
		}
	}
	if s.take(`,"undoes":`) {
		id, err := s.text()
		if err != nil {
			return b, err
		}
		if b.Undoes, err = uuid.Parse(id); err != nil {
			return b, err
		}
	}
	if s.rest != "}" {
		return b, errNotCanonical
	}
	return b, nil
}

// write reads a Write; its value is kept in values, whose backing array is
// large enough not to move.
func (s *scanner) write(values []string) (w Write, _ []string, err error) {
	if !s.take(`{"f":`) {
		return w, nil, errNotCanonical
	}
	if w.Field, err = s.text(); err != nil {
		return w, nil, err
	}
	if !s.take(`,"v":`) {
		return w, nil, errNotCanonical
	}
	if !s.take("null") {
		value, err := s.text()
		if err != nil || len(values) == cap(values) {
			return w, nil, errNotCanonical
		}
		values = append(values, value)
		w.Value = &values[len(values)-1]
	}
	for more := s.take(`,"b":[`); more; {
		key, err := s.text()
		if err != nil {
			return w, nil, err
		}
		w.Base = append(w.Base, Key{})
		if err := w.Base[len(w.Base)-1].UnmarshalText([]byte(key)); err != nil {
			return w, nil, err
		}
		if more = s.take(","); !more && !s.take("]") {
			return w, nil, errNotCanonical
		}
	}
	if !s.take("}") {
		return w, nil, errNotCanonical
	}
	return w, values, nil
}

// text reads a string; one with an escape is decoded by encoding/json.
func (s *scanner) text() (string, error) {
	if !s.take(`"`) {
		return "", errNotCanonical
	}
	seen := byte(0) // all bits of all bytes: ASCII leaves the highest alone
	for i := 0; i < len(s.rest); i++ {
		switch c := s.rest[i]; c {
		case '"':
			text := s.rest[:i]
			s.rest = s.rest[i+1:]
			if seen >= utf8.RuneSelf && !utf8.ValidString(text) {
				return "", errNotCanonical // encoding/json never wrote it
			}
			if !strings.Contains(text, `\`) {
				return text, nil
			}
			var decoded string
			err := json.Unmarshal([]byte(`"`+text+`"`), &decoded)
			return decoded, err
		case '\\':
			i++
		default:
			seen |= c
		}
	}
	return "", errNotCanonical
}
