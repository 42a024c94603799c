package model

import "strings"

// Contribute adds a line with what it brings along: themes by name, and its
// kind where the programme has none with that key. All of it is one step.
type Contribute struct {
	Capture
	Themes  []string
	NewKind Kind
}

func (c Contribute) drafts(s *Session) ([]draft, error) { return Contributions{c}.drafts(s) }

// Contributions adds lines as one step, all or nothing.
type Contributions []Contribute

func (all Contributions) drafts(s *Session) ([]draft, error) {
	var out []draft
	made := map[ID]bool{} // what two lines bring along is made once
	for _, c := range all {
		drafts, err := c.line(s)
		if err != nil {
			return nil, err
		}
		for _, d := range drafts {
			if !made[d.entity] {
				made[d.entity] = true
				out = append(out, d)
			}
		}
	}
	return out, nil
}

// line gives what the line brings along, and the line itself last.
func (c Contribute) line(s *Session) (all []draft, err error) {
	if _, ok := s.programme.Kind(c.Kind); !ok && c.NewKind.Key == c.Kind {
		if all, err = (PutKind{c.NewKind}).drafts(s); err != nil {
			return nil, err
		}
	}
	own, err := c.add(s, len(all) > 0)
	if err != nil {
		return nil, err
	}
	for _, theme := range c.Themes {
		name := strings.ReplaceAll(strip(theme), "\n", " ")
		if name == "" {
			return nil, ErrEmptyText
		}
		key := slugOf(name)
		if own.has(fieldTheme + key) {
			continue
		}
		own.text(fieldTheme+key, set)
		all = append(all, s.themeDrafts(key, name)...)
	}
	return append(all, own), nil
}

func (d *draft) has(field string) bool {
	for _, w := range d.writes {
		if w.Field == field {
			return true
		}
	}
	return false
}
