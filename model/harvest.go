package model

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Variant says for whom a harvest is.
type Variant string

// The variants, from all to least.
const (
	Internal     Variant = "internal"
	Participants Variant = "participants"
	Public       Variant = "public"
)

// Variants lists them in that order.
var Variants = []Variant{Internal, Participants, Public}

// Harvest is the ordered result of a session for one variant: a frozen value
// that documents are made from while the session goes on.
type Harvest struct {
	Session      ID
	Variant      Variant
	Info         Info
	Kinds        []Kind        // the columns, in the order of the slide
	Stakeholders []Stakeholder // the rows
	Lists        map[string][]Item
	Participants []Participant
	Entries      []Entry         // by row, column and position; unassigned ones last
	Joined       map[ID][]string // by entry the numbers of those that were joined into it, as far as the variant has them
	Trail        []Event         `json:"-"` // what was done, in the order of time
	Withheld     Withheld
	Mark         string    // 8 hexadecimal digits of the content of the whole session
	Changed      time.Time // when the last operation was made
}

// Withheld counts what a variant leaves out.
type Withheld struct {
	Entries, Notes, Names int
	Plans                 int // who takes a line on, why it meets a condition or doesn't, and whether it is promising
}

// Harvest freezes the session for a variant.
func (s *Session) Harvest(v Variant) Harvest {
	h := s.whole(v)
	h.Mark = h.mark()
	h.Lists = maps.Clone(h.Lists)
	if themes := s.Themes(); len(themes) > 0 {
		h.Lists[ListThemes] = themes
	}
	h.Joined = s.joined(v)
	h.withhold(s.Trail)
	return h
}

// joined gives, by the entry that stays, the numbers of those that were joined
// into it: people refer to a number for months.
func (s *Session) joined(v Variant) map[ID][]string {
	codes := map[ID][]string{}
	for _, e := range s.entries {
		into := e
		for hops := 0; into != nil && into.Joined != (ID{}) && hops < len(s.entries); hops++ {
			into = s.entries[into.Joined]
		}
		if into != nil && into != e && v.Shows(e.Visibility) {
			codes[into.ID] = append(codes[into.ID], e.Code)
		}
	}
	for _, of := range codes {
		slices.SortFunc(of, compareCodes)
	}
	return codes
}

// Mark identifies the content of the whole session: 8 hexadecimal digits.
func (s *Session) Mark() string {
	h := s.whole(Internal)
	return h.mark()
}

// InOrder gives the entries in the order of documents: by stakeholder, then by kind.
func (s *Session) InOrder() []Entry { return s.whole(Internal).Entries }

// whole is the harvest with all that there is, for a variant to leave out of.
func (s *Session) whole(v Variant) Harvest {
	h := Harvest{
		Session: s.id, Variant: v, Info: s.info, Lists: s.programme.Lists,
		Kinds:        slices.Clone(s.programme.Kinds),
		Stakeholders: slices.Clone(s.programme.Stakeholders),
		Participants: slices.Clone(s.programme.Participants),
		Changed:      time.UnixMilli(s.last.Millis()),
	}
	h.addStrangers(s.cells)
	sortColumns(h.Kinds, s.programme.Overview)
	for _, row := range append(stakeholderKeys(h.Stakeholders), Unassigned) {
		for _, k := range h.Kinds {
			h.Entries = append(h.Entries, s.Cell(row, k.Key)...)
		}
	}
	return h
}

// place is the index of key, or behind all.
func place(keys []string, key string) int {
	if i := slices.Index(keys, key); i >= 0 {
		return i
	}
	return len(keys)
}

func stakeholderKeys(list []Stakeholder) []string {
	keys := make([]string, len(list))
	for i, s := range list {
		keys[i] = s.Key
	}
	return keys
}

// addStrangers gives a row and a column to entries that name a stakeholder or
// kind that the programme lacks (from a merge), so that no line is left out.
func (h *Harvest) addStrangers(cells map[cellKey][]*Entry) {
	p := Programme{Kinds: h.Kinds, Stakeholders: h.Stakeholders}
	for k, cell := range cells {
		if len(cell) == 0 {
			continue
		}
		if _, ok := p.Kind(k.kind); !ok {
			p.Kinds = append(p.Kinds, Kind{Key: k.kind, Letter: "?", Name: k.kind, Plural: k.kind, Heading: k.kind})
		}
		if _, ok := p.Stakeholder(k.stakeholder); !ok && k.stakeholder != Unassigned {
			p.Stakeholders = append(p.Stakeholders, Stakeholder{Key: k.stakeholder, Name: k.stakeholder})
		}
	}
	known, rows := len(h.Kinds), len(h.Stakeholders)
	slices.SortFunc(p.Kinds[known:], func(a, b Kind) int { return strings.Compare(a.Key, b.Key) })
	slices.SortFunc(p.Stakeholders[rows:], func(a, b Stakeholder) int { return strings.Compare(a.Key, b.Key) })
	h.Kinds, h.Stakeholders = p.Kinds, p.Stakeholders
}

// mark identifies the content of the whole session, whatever the variant.
func (h *Harvest) mark() string {
	// The same in every time zone.
	entries := slices.Clone(h.Entries)
	for i := range entries {
		entries[i].Created, entries[i].Confirmed.At = entries[i].Created.UTC(), entries[i].Confirmed.At.UTC()
	}
	content := struct {
		Info         Info
		Kinds        []Kind
		Stakeholders []Stakeholder
		Lists        map[string][]Item
		Participants []Participant
		Entries      []Entry
	}{h.Info, h.Kinds, h.Stakeholders, h.Lists, h.Participants, entries}
	data, err := json.Marshal(content)
	if err != nil {
		panic("model: a harvest of plain values does not encode: " + err.Error())
	}
	sum := sha256.Sum256(data)
	return fmt.Sprintf("%X", sum[:4])
}

// withhold leaves out what the variant may not show. This is the one place
// that decides it. The trail, which tells of withdrawn lines and of former words
// too, is asked for only where it may be shown.
func (h *Harvest) withhold(trail func() []Event) {
	if h.Variant == Internal {
		h.Trail = trail()
		return
	}
	kept := h.Entries[:0:0]
	for _, e := range h.Entries {
		if !h.Variant.Shows(e.Visibility) {
			h.Withheld.Entries++
			continue
		}
		if e.Note != "" {
			h.Withheld.Notes++
		}
		if e.Origin != "" {
			e.Created = time.Time{} // when it was brought in, not when it was said
		}
		plans := len(e.Follow)
		e = e.forOthers()
		e.Follow = e.following(h.Variant)
		h.Withheld.Plans += plans - len(e.Follow)
		if h.Variant == Public {
			e.Certainty = Stated
			e.Confirmed.By = "" // meant for a function; a name fits in too
		}
		kept = append(kept, e)
	}
	h.withholdThemes(kept)
	h.Entries = kept
	for i, p := range h.Participants {
		if p.Name != "" {
			h.Participants[i].Name = ""
			h.Withheld.Names++
		}
	}
	if h.Variant == Public && h.Info.Facilitator != "" {
		h.Info.Facilitator = ""
		h.Withheld.Names++
	}
}

// withholdThemes leaves out the themes that no entry has that is kept: their names
// tell what others are about.
func (h *Harvest) withholdThemes(kept []Entry) {
	h.Lists[ListThemes] = slices.DeleteFunc(h.Lists[ListThemes], func(t Item) bool {
		return !slices.ContainsFunc(kept, func(e Entry) bool { return slices.Contains(e.Themes, t.Key) })
	})
}

// Shows tells whether an entry of that visibility is in the variant.
func (v Variant) Shows(e Visibility) bool {
	switch v {
	case Internal:
		return true
	case Participants:
		return e != VisibilityInternal
	}
	return e == VisibilityPublic
}

// Cell gives the entries of one row and column.
func (h Harvest) Cell(stakeholder, kind string) []Entry {
	var out []Entry
	for _, e := range h.Entries {
		if e.Stakeholder == stakeholder && e.Kind == kind {
			out = append(out, e)
		}
	}
	return out
}

// Unfinished counts what still asks for attention before a harvest goes out.
type Unfinished struct{ Unassigned, ToCheck int }

// Unfinished counts the open ends of the entries in the harvest.
func (h Harvest) Unfinished() Unfinished {
	var u Unfinished
	for _, e := range h.Entries {
		if e.Stakeholder == Unassigned {
			u.Unassigned++
		}
		if e.Status == ToCheck {
			u.ToCheck++
		}
	}
	return u
}

// Confirmed counts the entries in the harvest that were read back and found right.
func (h Harvest) Confirmed() int {
	n := 0
	for _, e := range h.Entries {
		if e.Confirmed.Valid() {
			n++
		}
	}
	return n
}
