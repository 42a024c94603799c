package model

import (
	"fmt"
	"slices"
	"strings"
)

// Themed puts entries under a theme, or takes them from there, as one step. The
// theme is named; a new name makes a new theme, also without entries.
type Themed struct {
	Entries []ID
	Theme   string
	Under   bool
}

func (c Themed) drafts(s *Session) ([]draft, error) {
	name := oneLine(c.Theme)
	if name == "" {
		return nil, ErrEmptyText
	}
	var all []draft
	field := fieldTheme + s.themeKey(name)
	for i, id := range c.Entries {
		if slices.Contains(c.Entries[:i], id) { // a step writes a field once
			continue
		}
		drafts, err := s.toggle(id, field, c.Under)
		if err != nil {
			return nil, err
		}
		all = append(all, drafts...)
	}
	if c.Under {
		all = append(all, s.newThemes([]string{name})...)
	}
	return all, nil
}

// RenameTheme gives a theme another name; ErrNameTaken when another theme has it.
type RenameTheme struct{ Key, Name string }

func (c RenameTheme) drafts(s *Session) ([]draft, error) {
	name := oneLine(c.Name)
	switch other, taken := s.ThemeNamed(name); {
	case name == "":
		return nil, ErrEmptyText
	case !slices.ContainsFunc(s.Themes(), func(t Item) bool { return t.Key == c.Key }):
		return nil, ErrUnknownTheme
	case taken && other.Key != c.Key:
		return nil, ErrNameTaken
	}
	return PutItem{ListThemes, Item{Key: c.Key, Name: name}}.drafts(s)
}

// RemoveTheme takes a theme away. Its entries come under another one, if that is
// given, and else lose it.
type RemoveTheme struct{ Key, Into string }

func (c RemoveTheme) drafts(s *Session) ([]draft, error) {
	themes := s.Themes()
	for _, key := range []string{c.Key, c.Into} {
		if key != "" && !slices.ContainsFunc(themes, func(t Item) bool { return t.Key == key }) {
			return nil, ErrUnknownTheme
		}
	}
	if c.Key == c.Into {
		return nil, ErrUnknownTheme
	}
	var all []draft
	for _, e := range s.Entries() {
		if !slices.Contains(e.Themes, c.Key) {
			continue
		}
		d := draft{entity: e.ID, typ: typeEntry, verb: verbSet}
		d.put(fieldTheme+c.Key, nil)
		if c.Into != "" && !slices.Contains(e.Themes, c.Into) {
			d.text(fieldTheme+c.Into, set)
		}
		all = append(all, d)
	}
	if e := s.entities[s.itemID(typeItem, ListThemes+"/"+c.Key)]; e != nil && !e.empty() {
		all = append(all, e.erase())
	}
	return all, nil
}

// Themes are those of the programme, and those that only entries name: one
// laptop took a theme away while another put a line under it. Such a theme goes
// by its key.
func (s *Session) Themes() []Item {
	themes := slices.Clone(s.programme.Lists[ListThemes])
	var strays []string
	for _, e := range s.entries {
		for _, key := range e.Themes {
			if _, known := s.theme(key); !known && !e.Withdrawn {
				strays = append(strays, key)
			}
		}
	}
	slices.Sort(strays)
	for _, key := range slices.Compact(strays) {
		themes = append(themes, Item{Key: key, Number: len(themes) + 1, Name: key})
	}
	return themes
}

// ThemeName is the name of a theme; its key where there is none.
func (s *Session) ThemeName(key string) string {
	if t, ok := s.theme(key); ok {
		return t.Name
	}
	return key
}

// ThemeNamed finds the theme with a name, whatever its capitals and spaces.
func (s *Session) ThemeNamed(name string) (Item, bool) {
	themes, slug := s.Themes(), slugOf(name)
	if i := slices.IndexFunc(themes, func(t Item) bool { return slugOf(t.Name) == slug }); i >= 0 {
		return themes[i], true
	}
	return Item{}, false
}

// ThemeWord is the name of a theme as one word, as a # in a line is followed by.
func (s *Session) ThemeWord(key string) string { return slugOf(s.ThemeName(key)) }

func (s *Session) theme(key string) (Item, bool) {
	themes := s.programme.Lists[ListThemes]
	if i := slices.IndexFunc(themes, func(t Item) bool { return t.Key == key }); i >= 0 {
		return themes[i], true
	}
	return Item{}, false
}

// themeKey finds the theme with a name, whatever its capitals, or makes the key
// of a new one: one that no theme has, not even under a former name.
func (s *Session) themeKey(name string) string {
	slug := slugOf(name)
	for _, t := range s.programme.Lists[ListThemes] {
		if slugOf(t.Name) == slug {
			return t.Key
		}
	}
	key := slug
	for n := 2; ; n++ {
		if _, taken := s.theme(key); !taken {
			return key
		}
		key = fmt.Sprintf("%s-%d", slug, n)
	}
}

func (s *Session) themeKeys(names []string) []string {
	keys := make([]string, len(names))
	for i, name := range names {
		keys[i] = s.themeKey(name)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// newThemes adds the themes that aren't there yet, each once.
func (s *Session) newThemes(names []string) (out []draft) {
	made := map[string]bool{}
	for _, name := range names {
		key := s.themeKey(name)
		if e := s.entities[s.itemID(typeItem, ListThemes+"/"+key)]; !made[key] && (e == nil || e.empty()) {
			out = append(out, s.itemDraft(ListThemes, Item{Key: key, Name: oneLine(name)}, verbAdd))
		}
		made[key] = true
	}
	return out
}

// slugOf makes a key of a name: "Waterschap Zuiderzeeland" -> "waterschap-zuiderzeeland".
func slugOf(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(strip(name))), "-")
}
