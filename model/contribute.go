package model

// Contribute adds a line with what it brings along: new themes, and its kind
// where the programme has none with that key. All of it is one step.
type Contribute struct {
	Capture
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
	return append(append(all, s.newThemes(c.Themes)...), own), nil
}
