package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits on a template. They bound what a screen has to show, far beyond what
// a meeting has.
const (
	MaxTemplate = 1 << 20 // bytes of the file
	maxPart     = 200     // kinds, stakeholders, points of a list
	maxName     = 300     // characters
	maxLetters  = 2
)

// ErrTemplateSyntax tells that a template is no JSON, or has words where a list
// belongs.
var ErrTemplateSyntax = errors.New("the template is not readable JSON")

// Hole says what is wrong with a part of a template.
type Hole int

// The holes.
const (
	HoleMissing Hole = iota
	HoleTwice
	HoleUnknown
	HoleTooLong
	HoleTooMany
)

// TemplateError tells where a template has a hole.
type TemplateError struct {
	Hole  Hole
	Part  string // as the file calls it: "kinds", "stakeholders", "overview"…
	N     int    // which of them, from 1; 0 is the part as a whole
	Field string // "key", "name", "letter"
	Value string
}

func (e *TemplateError) Error() string {
	return fmt.Sprintf("%s %d, %s %q: hole %d", e.Part, e.N, e.Field, e.Value, e.Hole)
}

// ParseTemplate reads a template and checks that a session can run on it. What
// can be mended without guessing is mended: control characters, blanks, a
// plural that isn't there.
func ParseTemplate(data []byte) (Template, error) {
	var t Template
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &t); err != nil {
		return t, fmt.Errorf("%w: %w", ErrTemplateSyntax, err)
	}
	t.clean()
	return t, t.check()
}

// clean leaves text that can be shown on one line, and keys that can be listed
// with blanks between them.
func (t *Template) clean() {
	for _, s := range []*string{&t.Name, &t.Programme, &t.Session, &t.Organisation, &t.Goal} {
		*s = oneLine(*s)
	}
	t.Key = keyOf(t.Key)
	for i, k := range t.Kinds {
		k = Kind{keyOf(k.Key), oneLine(k.Letter), oneLine(k.Name), oneLine(k.Plural), oneLine(k.Heading), keyOf(k.Accent)}
		k.Plural = cmpOr(k.Plural, k.Name)
		k.Heading = cmpOr(k.Heading, k.Plural)
		t.Kinds[i] = k
	}
	for i, s := range t.Stakeholders {
		t.Stakeholders[i] = Stakeholder{
			keyOf(s.Key), keyOf(s.Kind), oneLine(s.Name), oneLine(s.Short),
			oneLine(s.Letters), keyOf(s.Accent),
		}
	}
	for _, part := range t.lists() {
		for i, item := range part.items {
			part.items[i] = Item{keyOf(item.Key), item.Number, oneLine(item.Name), oneLine(item.Detail)}
		}
	}
	for _, list := range [][]string{t.Principles, t.NextSteps, t.Matchmaker} {
		each(list, oneLine)
	}
	each(t.Overview, keyOf)
	for i, o := range t.Orders {
		t.Orders[i].Key, t.Orders[i].Name = keyOf(o.Key), oneLine(o.Name)
		each(o.Stakeholders, keyOf)
	}
}

func each(list []string, f func(string) string) {
	for i, s := range list {
		list[i] = f(s)
	}
}

func oneLine(s string) string { return strings.ReplaceAll(strip(s), "\n", " ") }

func keyOf(s string) string { return strings.Join(strings.Fields(strip(s)), "-") }

// templateList is one of the lists of points.
type templateList struct {
	part  string
	items []Item
}

func (t *Template) lists() []templateList {
	return []templateList{
		{"lines", t.Lines},
		{"conditions", t.Conditions},
		{"phases", t.Phases},
		{"agenda", t.Agenda},
	}
}

func (t *Template) check() error {
	for _, check := range []func() error{t.checkWords, t.checkKinds, t.checkStakeholders, t.checkReferences, t.checkLists} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (t *Template) checkWords() error {
	for _, w := range [][2]string{
		{"key", t.Key},
		{"name", t.Name},
		{"programme", t.Programme},
		{"session", t.Session},
		{"organisation", t.Organisation},
	} {
		if utf8.RuneCountInString(w[1]) > maxName {
			return &TemplateError{Hole: HoleTooLong, Part: w[0]}
		}
	}
	if utf8.RuneCountInString(t.Goal) > MaxText {
		return &TemplateError{Hole: HoleTooLong, Part: "goal"}
	}
	return nil
}

func (t *Template) checkKinds() error {
	c := newChecker("kinds", len(t.Kinds))
	if len(t.Kinds) == 0 {
		c.report(HoleMissing, 0, "", "")
	}
	for i, k := range t.Kinds {
		c.once(i, "key", k.Key)
		c.named(i, "name", k.Name)
		c.once(i, "letter", strings.ToUpper(k.Letter))
		if utf8.RuneCountInString(k.Letter) > maxLetters {
			c.report(HoleTooLong, i+1, "letter", "")
		}
		c.short(i, k.Plural, k.Heading, k.Accent)
	}
	return c.err
}

func (t *Template) checkStakeholders() error {
	c := newChecker("stakeholders", len(t.Stakeholders))
	for i, s := range t.Stakeholders {
		c.once(i, "key", s.Key)
		c.named(i, "name", s.Name)
		c.short(i, s.Kind, s.Short, s.Letters, s.Accent)
	}
	return c.err
}

func (t *Template) checkReferences() error {
	overview := newChecker("overview", len(t.Overview))
	for i, key := range t.Overview {
		if !slices.ContainsFunc(t.Kinds, func(k Kind) bool { return k.Key == key }) {
			overview.report(HoleUnknown, i+1, "", key)
		}
		overview.once(i, "key", key)
	}
	if overview.err != nil {
		return overview.err
	}
	orders := newChecker("orders", len(t.Orders))
	for i, o := range t.Orders {
		orders.named(i, "name", o.Name)
		orders.short(i, o.Key)
		for _, key := range o.Stakeholders {
			if !slices.ContainsFunc(t.Stakeholders, func(s Stakeholder) bool { return s.Key == key }) {
				orders.report(HoleUnknown, i+1, "", key)
			}
		}
	}
	return orders.err
}

func (t *Template) checkLists() error {
	for _, part := range t.lists() {
		c, keys := newChecker(part.part, len(part.items)), map[string]bool{}
		for i, item := range part.items {
			c.named(i, "name", item.Name)
			c.short(i, item.Key, item.Detail)
			if item.Key != "" && keys[item.Key] {
				c.report(HoleTwice, i+1, "key", item.Key)
			}
			keys[item.Key] = true
		}
		if c.err != nil {
			return c.err
		}
	}
	for _, part := range []struct {
		name  string
		words []string
	}{{"principles", t.Principles}, {"nextSteps", t.NextSteps}, {"matchmaker", t.Matchmaker}} {
		c := newChecker(part.name, len(part.words))
		for i, w := range part.words {
			c.named(i, "name", w)
		}
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// checker keeps the first hole of a part.
type checker struct {
	part string
	seen map[string]bool
	err  error
}

func newChecker(part string, n int) *checker {
	c := &checker{part: part, seen: map[string]bool{}}
	if n > maxPart {
		c.report(HoleTooMany, 0, "", "")
	}
	return c
}

func (c *checker) report(h Hole, n int, field, value string) {
	if c.err == nil {
		if r := []rune(value); len(r) > 40 {
			value = string(r[:40]) + "…"
		}
		c.err = &TemplateError{h, c.part, n, field, value}
	}
}

func (c *checker) named(i int, field, value string) {
	if value == "" {
		c.report(HoleMissing, i+1, field, "")
	}
	if utf8.RuneCountInString(value) > maxName {
		c.report(HoleTooLong, i+1, field, "")
	}
}

// once wants a value that no other of its part has.
func (c *checker) once(i int, field, value string) {
	c.named(i, field, value)
	if c.seen[field+"/"+value] {
		c.report(HoleTwice, i+1, field, value)
	}
	c.seen[field+"/"+value] = true
}

func (c *checker) short(i int, values ...string) {
	for _, v := range values {
		if utf8.RuneCountInString(v) > maxName {
			c.report(HoleTooLong, i+1, "", "")
		}
	}
}
