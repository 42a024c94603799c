package model

import (
	"maps"
	"slices"
	"time"
)

// Redacted makes a session anew of what a variant may hold: its lines with their
// numbers, and who was there as far as the variant has it; without notes, without
// what was said or withdrawn before, and without who wrote what when. It is
// another session, made up from what stays: nothing is copied and then deleted.
func Redacted(h Harvest, device Device, journal Journal, now func() time.Time) (*Session, error) {
	s, err := NewSession(newID(), device, journal, nil, now)
	if err != nil {
		return nil, err
	}
	p := Programme{Kinds: h.Kinds, Stakeholders: h.Stakeholders, Lists: maps.Clone(h.Lists)}
	for _, k := range h.Kinds {
		p.Overview = append(p.Overview, k.Key)
	}
	if err := s.Do(Begin{Template: templateOf(h.Info, p), Info: h.Info}); err != nil {
		return nil, err
	}
	for _, person := range h.Participants {
		person.Key = ""
		if err := s.Do(PutParticipant{person}); err != nil {
			return nil, err
		}
	}
	var drafts []draft
	for _, e := range h.Entries {
		follow := maps.Clone(e.Follow)
		maps.DeleteFunc(follow, func(f EntryField, value string) bool { // of a condition or line that was taken off its list
			_, err := s.followed(f, value)
			return err != nil
		})
		lines, err := Capture{
			Kind: e.Kind, Stakeholder: e.Stakeholder, Text: e.Text, Status: e.Status,
			Visibility: e.Visibility, Certainty: e.Certainty, Also: e.Also, Themes: h.themeNames(e), Follow: follow,
		}.drafts(s)
		if err != nil {
			return nil, err
		}
		lines[len(lines)-1].text(fieldCode, e.Code)
		drafts = append(drafts, lines...)
	}
	if len(drafts) == 0 {
		return s, nil
	}
	return s, s.commit(once(drafts), ID{})
}

// themeNames are the names of an entry's themes.
func (h Harvest) themeNames(e Entry) []string {
	out := slices.Clone(e.Themes)
	for i, key := range out {
		for _, t := range h.Lists[ListThemes] {
			if t.Key == key {
				out[i] = t.Name
			}
		}
	}
	return out
}
