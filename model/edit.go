package model

import (
	"fmt"
	"strings"
)

// Commands that change the programme of a session, and the session as a
// template: any opgave is a matter of data.

// PutKind adds a kind last (an unknown key), or changes one.
type PutKind struct{ Kind Kind }

func (c PutKind) drafts(s *Session) ([]draft, error) {
	k := c.Kind
	if strip(k.Name) == "" || strip(k.Letter) == "" {
		return nil, ErrEmptyText
	}
	for _, other := range s.programme.Kinds {
		if other.Key != k.Key && strings.EqualFold(other.Letter, strip(k.Letter)) {
			return nil, ErrLetterTaken
		}
	}
	if k.Key == "" {
		k.Key = s.freeKindKey(k.Name)
	}
	k.Plural = cmpOr(k.Plural, k.Name)
	k.Heading = cmpOr(k.Heading, k.Plural)
	return s.put(typeKind, k.Key, [][2]string{
		{fieldKey, k.Key},
		{fieldLetter, strip(k.Letter)},
		{fieldName, strip(k.Name)},
		{fieldPlural, strip(k.Plural)},
		{fieldHeading, strip(k.Heading)},
		{fieldAccent, k.Accent},
	}), nil
}

func (s *Session) freeKindKey(name string) string {
	key := slugOf(name)
	for n := 2; ; n++ {
		if _, taken := s.programme.Kind(key); !taken {
			return key
		}
		key = fmt.Sprintf("%s-%d", slugOf(name), n)
	}
}

// RemoveKind takes a kind away. One that has lines can't be: ErrHasEntries;
// nor can the only one: ErrLastKind.
type RemoveKind struct{ Key string }

func (c RemoveKind) drafts(s *Session) ([]draft, error) {
	if _, ok := s.programme.Kind(c.Key); !ok {
		return nil, ErrUnknownKind
	}
	if len(s.programme.Kinds) == 1 {
		return nil, ErrLastKind
	}
	for k, cell := range s.cells {
		if k.kind == c.Key && len(cell) > 0 {
			return nil, ErrHasEntries
		}
	}
	return []draft{s.entities[s.itemID(typeKind, c.Key)].erase()}, nil
}

// PutItem adds a point to a list last (an unknown key), or changes one.
type PutItem struct {
	List string
	Item Item
}

func (c PutItem) drafts(s *Session) ([]draft, error) {
	name := strings.ReplaceAll(strip(c.Item.Name), "\n", " ")
	if name == "" {
		return nil, ErrEmptyText
	}
	key := c.Item.Key
	for n := len(s.programme.Lists[c.List]) + 1; key == ""; n++ {
		if e := s.entities[s.itemID(typeItem, fmt.Sprintf("%s/%d", c.List, n))]; e == nil {
			key = fmt.Sprint(n)
		}
	}
	return s.put(typeItem, c.List+"/"+key, [][2]string{
		{fieldList, c.List},
		{fieldKey, key},
		{fieldName, name},
		{fieldDetail, strings.ReplaceAll(strip(c.Item.Detail), "\n", " ")},
	}), nil
}

// RemoveItem takes a point off a list.
type RemoveItem struct{ List, Key string }

func (c RemoveItem) drafts(s *Session) ([]draft, error) {
	e := s.entities[s.itemID(typeItem, c.List+"/"+c.Key)]
	if e == nil || e.empty() {
		return nil, ErrUnknownEntry
	}
	return []draft{e.erase()}, nil
}

// put sets the fields of a programme's entity that differ; a new one comes last.
func (s *Session) put(typ, key string, fields [][2]string) []draft {
	d := draft{entity: s.itemID(typ, key), typ: typ, verb: verbSet}
	e := s.entities[d.entity]
	if e == nil {
		d.verb = verbAdd
	}
	d.toEnd = e == nil || e.empty()
	for _, f := range fields {
		if e == nil && f[1] != "" || e != nil && e.get(f[0]) != f[1] {
			d.text(f[0], f[1])
		}
	}
	if len(d.writes) == 0 {
		return nil
	}
	return []draft{d}
}

func (s *Session) itemDraft(list string, item Item, verb string) draft {
	d := draft{entity: s.itemID(typeItem, list+"/"+item.Key), typ: typeItem, verb: verb, toEnd: true}
	d.fill(fieldList, list, fieldKey, item.Key, fieldName, item.Name, fieldDetail, item.Detail)
	return d
}

// Template is the programme of the session as a template for another one:
// what was set up, without what was said.
func (s *Session) Template() Template { return templateOf(s.info, s.programme) }

func templateOf(info Info, p Programme) Template {
	t := Template{
		Programme: info.Programme, Session: info.Title, Organisation: info.Organisation, Goal: info.Goal,
		Kinds: p.Kinds, Stakeholders: p.Stakeholders, Agenda: p.Lists[ListAgenda],
		Lines: p.Lists[ListLines], Conditions: p.Lists[ListConditions], Phases: p.Lists[ListPhases],
		Principles: names(p.Lists[ListPrinciples]), NextSteps: names(p.Lists[ListNextSteps]), Matchmaker: names(p.Lists[ListMatchmaker]),
	}
	for _, key := range p.Overview {
		if _, ok := p.Kind(key); ok {
			t.Overview = append(t.Overview, key)
		}
	}
	for _, o := range p.Lists[ListOrders] {
		t.Orders = append(t.Orders, Order{Key: o.Key, Name: o.Name, Stakeholders: strings.Fields(o.Detail)})
	}
	return t
}

func names(items []Item) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = item.Name
	}
	return out
}
