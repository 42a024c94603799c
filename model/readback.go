package model

import (
	"strings"
	"time"

	"github.com/google/uuid"
)

// Confirmation says that an entry was read back and found right.
type Confirmation struct {
	By     string    // a function ("wethouder"), never a name by itself
	At     time.Time // zero when the entry is not confirmed
	Lapsed bool      // it was confirmed, and changed since
}

// Valid tells whether the entry stands confirmed.
func (c Confirmation) Valid() bool { return !c.At.IsZero() }

// lapsed is the value of a confirmation that a change has ended.
const lapsed = "-"

func (c Confirmation) encode() string { return c.At.UTC().Format(time.RFC3339) + " " + c.By }

// ParseConfirmation reads the value of the field "confirmed"; anything else is
// no confirmation.
func ParseConfirmation(value string) Confirmation {
	if value == lapsed {
		return Confirmation{Lapsed: true}
	}
	at, by, _ := strings.Cut(value, " ")
	if at == "" {
		return Confirmation{} // most lines; an error costs
	}
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return Confirmation{}
	}
	return Confirmation{By: by, At: t.Local()}
}

// lapse ends the confirmation of an entry that changes.
func (e *Entry) lapse(d *draft) {
	if e.Confirmed.Valid() {
		d.text(fieldConfirmed, lapsed)
	}
}

// Confirm notes that entries were read back and found right, as one step.
// Withdrawn ones are passed over.
type Confirm struct {
	Entries []ID
	By      string
}

func (c Confirm) drafts(s *Session) ([]draft, error) {
	value := Confirmation{By: strings.ReplaceAll(strip(c.By), "\n", " "), At: s.now()}.encode()
	var all []draft
	done := map[ID]bool{} // a step writes a field once
	for _, id := range c.Entries {
		if done[id] {
			continue
		}
		done[id] = true
		d, err := s.change(id, func(e *Entry, d *draft) {
			if !e.Withdrawn && !e.Confirmed.Valid() {
				d.text(fieldConfirmed, value)
			}
		})
		if err != nil {
			return nil, err
		}
		all = append(all, d...)
	}
	return all, nil
}

// Unconfirm takes a confirmation back.
type Unconfirm struct{ Entry ID }

func (c Unconfirm) drafts(s *Session) ([]draft, error) {
	return s.change(c.Entry, func(e *Entry, d *draft) {
		if e.Confirmed.Valid() {
			d.put(fieldConfirmed, nil)
		}
	})
}

// AlsoNamed notes that another stakeholder named an entry too, or that it
// didn't after all.
type AlsoNamed struct {
	Entry       ID
	Stakeholder string
	Named       bool
}

func (c AlsoNamed) drafts(s *Session) ([]draft, error) {
	if _, ok := s.programme.Stakeholder(c.Stakeholder); !ok {
		return nil, ErrUnknownStakeholder
	}
	return s.toggle(c.Entry, fieldAlso+c.Stakeholder, c.Named)
}

func (s *Session) toggle(id ID, field string, on bool) ([]draft, error) {
	return s.change(id, func(e *Entry, d *draft) {
		switch is := s.entity(id).get(field) == set; {
		case on && !is:
			d.text(field, set)
		case !on && is:
			d.put(field, nil)
		}
	})
}

// Spend notes how long a round took on this device, added to what it took
// before. It is a fact, not an action: it can't be undone.
type Spend struct {
	Stakeholder string
	Time        time.Duration
}

func (c Spend) drafts(s *Session) ([]draft, error) {
	if _, ok := s.programme.Stakeholder(c.Stakeholder); !ok {
		return nil, ErrUnknownStakeholder
	}
	if c.Time < time.Second {
		return nil, nil
	}
	field := fieldSpent + Key{s.device.Replica, 1}.String()
	id := s.itemID(typeStakeholder, c.Stakeholder)
	d := draft{entity: id, typ: typeStakeholder, verb: verbLog}
	d.text(field, (seconds(s.entities[id].get(field)) + c.Time).Truncate(time.Second).String())
	return []draft{d}, nil
}

func seconds(value string) time.Duration {
	d, err := time.ParseDuration(value)
	if err != nil {
		return 0
	}
	return d
}

// Spent is how long a stakeholder's rounds took, on all devices together.
func (s *Session) Spent(stakeholder string) time.Duration {
	e := s.entities[s.itemID(typeStakeholder, stakeholder)]
	if e == nil {
		return 0
	}
	total := time.Duration(0)
	for i := range e.registers {
		if strings.HasPrefix(e.registers[i].field, fieldSpent) {
			total += seconds(e.get(e.registers[i].field))
		}
	}
	return total
}

// Participant is who sits at the table, by function. A name is optional, and
// never leaves the house in a public document.
type Participant struct {
	Key         string
	Role        string // "wethouder sociaal domein"
	Stakeholder string
	Name        string
	Present     bool
}

func (e *entity) participant() Participant {
	return Participant{e.get(fieldKey), e.get(fieldRole), e.get(fieldStakeholder), e.get(fieldName), e.get(fieldPresent) == set}
}

// PutParticipant adds a participant (an empty key), or changes one.
type PutParticipant struct{ Participant Participant }

func (c PutParticipant) drafts(s *Session) ([]draft, error) {
	p := c.Participant
	p.Role, p.Name = strings.ReplaceAll(strip(p.Role), "\n", " "), strings.ReplaceAll(strip(p.Name), "\n", " ")
	if p.Role == "" {
		return nil, ErrEmptyText
	}
	d := draft{typ: typeParticipant, verb: verbSet}
	if p.Key == "" {
		p.Key = uuid.NewString()
		d.verb, d.toEnd = verbAdd, true
	}
	d.entity = s.itemID(typeParticipant, p.Key)
	present := ""
	if p.Present {
		present = set
	}
	e := s.entities[d.entity]
	for _, f := range [][2]string{
		{fieldKey, p.Key},
		{fieldRole, p.Role},
		{fieldStakeholder, p.Stakeholder},
		{fieldName, p.Name},
		{fieldPresent, present},
	} {
		if e == nil && f[1] != "" || e != nil && e.get(f[0]) != f[1] {
			d.text(f[0], f[1])
		}
	}
	if len(d.writes) == 0 {
		return nil, nil
	}
	return []draft{d}, nil
}

// RemoveParticipant takes a participant off the list.
type RemoveParticipant struct{ Key string }

func (c RemoveParticipant) drafts(s *Session) ([]draft, error) {
	e := s.entities[s.itemID(typeParticipant, c.Key)]
	if e == nil || e.empty() {
		return nil, ErrUnknownEntry
	}
	return []draft{e.erase()}, nil
}

// erase takes every field of an entity away.
func (e *entity) erase() draft {
	d := draft{entity: e.id, typ: e.typ, verb: verbSet}
	for _, r := range e.registers {
		if e.shown(r.field) != nil {
			d.put(r.field, nil)
		}
	}
	return d
}
