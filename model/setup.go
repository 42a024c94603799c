package model

import (
	"fmt"
	"strings"

	"github.com/google/uuid"
)

func newID() ID { return uuid.Must(uuid.NewV7()) }

// Begin makes a new session from a template. It can't be undone.
type Begin struct {
	Template Template
	Info     Info // its empty fields are filled from the template
}

func (c Begin) drafts(s *Session) ([]draft, error) {
	if len(s.operations) > 0 {
		return nil, ErrNotNew
	}
	t, info := c.Template, c.Info
	first := draft{entity: s.id, typ: typeSession, verb: verbAdd}
	first.fill(
		fieldTitle, cmpOr(info.Title, t.Session), fieldDate, info.Date, fieldPlace, info.Place,
		fieldChair, info.Chair, fieldFacilitator, info.Facilitator, fieldClassification, info.Classification, fieldRetain, info.Retain,
		fieldProgramme, cmpOr(info.Programme, t.Programme), fieldOrganisation, cmpOr(info.Organisation, t.Organisation),
		fieldGoal, cmpOr(info.Goal, t.Goal), fieldOverview, strings.Join(t.Overview, " "),
	)
	if info.Fictional {
		first.text(fieldFictional, set)
	}
	all := []draft{first}
	for _, k := range t.Kinds {
		d := draft{entity: s.itemID(typeKind, k.Key), typ: typeKind, verb: verbAdd, toEnd: true}
		d.fill(fieldKey, k.Key, fieldLetter, k.Letter, fieldName, k.Name,
			fieldPlural, k.Plural, fieldHeading, k.Heading, fieldAccent, k.Accent)
		all = append(all, d)
	}
	for _, st := range t.Stakeholders {
		all = append(all, s.stakeholderDraft(st, verbAdd))
	}
	for _, l := range []struct {
		name  string
		items []Item
	}{
		{ListLines, t.Lines},
		{ListConditions, t.Conditions},
		{ListPhases, t.Phases},
		{ListAgenda, t.Agenda},
		{ListPrinciples, plain(t.Principles)},
		{ListNextSteps, plain(t.NextSteps)},
		{ListMatchmaker, plain(t.Matchmaker)},
		{ListOrders, orders(t.Orders)},
	} {
		for i, item := range l.items {
			item.Key = cmpOr(item.Key, fmt.Sprint(i+1))
			all = append(all, s.itemDraft(l.name, item, verbAdd))
		}
	}
	return all, nil
}

func orders(list []Order) []Item {
	items := make([]Item, len(list))
	for i, o := range list {
		items[i] = Item{Key: o.Key, Name: o.Name, Detail: strings.Join(o.Stakeholders, " ")}
	}
	return items
}

func plain(names []string) []Item {
	items := make([]Item, len(names))
	for i, n := range names {
		items[i].Name = n
	}
	return items
}

// Field is a field of Info that Describe can set.
type Field string

// The fields of Describe.
const (
	Title          Field = fieldTitle
	Date           Field = fieldDate
	Place          Field = fieldPlace
	Chair          Field = fieldChair
	Facilitator    Field = fieldFacilitator
	Classification Field = fieldClassification
	Retain         Field = fieldRetain
	ProgrammeName  Field = fieldProgramme
	Organisation   Field = fieldOrganisation
	Goal           Field = fieldGoal
)

// Describe sets one field of the session's Info; a title can't be empty.
type Describe struct {
	Field Field
	Value string
}

func (c Describe) drafts(s *Session) ([]draft, error) {
	value := strings.ReplaceAll(strip(c.Value), "\n", " ")
	if value == "" && c.Field == Title {
		return nil, ErrEmptyText
	}
	e := s.entities[s.id]
	if e != nil && e.get(string(c.Field)) == value {
		return nil, nil
	}
	d := draft{entity: s.id, typ: typeSession, verb: verbSet}
	d.text(string(c.Field), value)
	return []draft{d}, nil
}

// PutStakeholder adds a stakeholder last, or changes the one with its key.
type PutStakeholder struct{ Stakeholder Stakeholder }

func (c PutStakeholder) drafts(s *Session) ([]draft, error) {
	st := c.Stakeholder
	st.Name = strings.ReplaceAll(strip(st.Name), "\n", " ")
	if st.Name == "" {
		return nil, ErrEmptyText
	}
	if st.Key == "" {
		st.Key = s.keyFor(st.Name)
	}
	verb := verbSet
	if s.entities[s.itemID(typeStakeholder, st.Key)] == nil {
		verb = verbAdd
	}
	d := s.stakeholderDraft(st, verb)
	_, there := s.programme.Stakeholder(st.Key)
	d.toEnd = !there
	if verb == verbSet {
		d.put(fieldWithdrawn, nil)
	}
	return []draft{d}, nil
}

func (s *Session) stakeholderDraft(st Stakeholder, verb string) draft {
	letters := []rune(strings.ToUpper(cmpOr(st.Letters, st.Name)))
	d := draft{entity: s.itemID(typeStakeholder, st.Key), typ: typeStakeholder, verb: verb, toEnd: true}
	d.fill(fieldKey, st.Key, fieldKind, cmpOr(st.Kind, "organisation"), fieldName, st.Name,
		fieldShort, st.Short, fieldLetter, string(letters[:min(2, len(letters))]), fieldAccent, st.Accent)
	return d
}

// keyFor gives a stakeholder that comes back the key that it had: a gemeente
// keeps its code.
func (s *Session) keyFor(name string) string {
	for _, e := range s.lists {
		if e.typ == typeStakeholder && e.get(fieldWithdrawn) == set && strings.EqualFold(e.get(fieldName), name) {
			return e.get(fieldKey)
		}
	}
	return s.freeKey(name)
}

// freeKey makes a key of a name that no stakeholder has.
func (s *Session) freeKey(name string) string {
	slug := slugOf(name)
	key := slug
	for n := 2; s.entities[s.itemID(typeStakeholder, key)] != nil; n++ {
		key = fmt.Sprintf("%s-%d", slug, n)
	}
	return key
}

// RemoveStakeholder takes a stakeholder from the table. One that has lines
// can't be taken away: ErrHasEntries.
type RemoveStakeholder struct{ Key string }

func (c RemoveStakeholder) drafts(s *Session) ([]draft, error) {
	if _, ok := s.programme.Stakeholder(c.Key); !ok {
		return nil, ErrUnknownStakeholder
	}
	if s.Count(c.Key) > 0 {
		return nil, ErrHasEntries
	}
	d := draft{entity: s.itemID(typeStakeholder, c.Key), typ: typeStakeholder, verb: verbSet}
	d.text(fieldWithdrawn, set)
	return []draft{d}, nil
}

// OrderStakeholders puts the stakeholders in the order of their keys; those
// not named come after, as they were.
type OrderStakeholders struct{ Keys []string }

func (c OrderStakeholders) drafts(s *Session) ([]draft, error) {
	rest := s.programme.Stakeholders
	var all []draft
	place := func(key string) {
		all = append(all, draft{entity: s.itemID(typeStakeholder, key), typ: typeStakeholder, verb: verbSet, toEnd: true})
	}
	named := map[string]bool{}
	for _, key := range c.Keys {
		if _, ok := s.programme.Stakeholder(key); !ok || named[key] {
			return nil, ErrUnknownStakeholder
		}
		named[key] = true
		place(key)
	}
	for _, st := range rest {
		if !named[st.Key] {
			place(st.Key)
		}
	}
	return all, nil
}
