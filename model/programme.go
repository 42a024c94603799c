package model

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// Info is what a session says about itself.
type Info struct {
	Title          string
	Date           string // as typed: a day as 2018-03-14, or incomplete ("begin 2018")
	Place          string
	Chair          string
	Facilitator    string
	Classification string
	Retain         string `json:",omitempty"` // until when the session is kept, as typed
	Programme      string
	Organisation   string
	Goal           string
	Fictional      bool
}

// Kind is a kind of contribution: a column of the slide.
type Kind struct {
	Key     string `json:"key"`
	Letter  string `json:"letter"`
	Name    string `json:"name"`    // "Idee"
	Plural  string `json:"plural"`  // "Ideeën"
	Heading string `json:"heading"` // "Eerste ideeën", as documents say it
	Accent  string `json:"accent"`  // name of a colour of the palette
}

// Stakeholder is who sits at the table: a gemeente has a GM code as key.
type Stakeholder struct {
	Key     string `json:"key"`
	Kind    string `json:"kind"` // municipality, province, organisation, region
	Name    string `json:"name"`
	Short   string `json:"short"`
	Letters string `json:"letters"` // two, for the badge
	Accent  string `json:"accent"`
}

// Municipality tells whether the key is a CBS municipality code, "GM0034".
func (s Stakeholder) Municipality() bool { return s.Kind == "municipality" }

// Item is a point of one of the programme's lists: a programmalijn, a
// voorwaarde, a phase.
type Item struct {
	Key    string `json:"key"`
	Number int    `json:"number,omitempty"`
	Name   string `json:"name"`
	Detail string `json:"detail,omitempty"` // a phase's date
}

// The lists of a programme.
const (
	ListLines      = "line"
	ListConditions = "condition"
	ListPhases     = "phase"
	ListPrinciples = "principle"
	ListNextSteps  = "next"
	ListMatchmaker = "matchmaker"
	ListAgenda     = "agenda"
	ListThemes     = "theme"
	ListOrders     = "order" // Detail holds the keys of the stakeholders
)

// Programme is a session's own copy of its template.
type Programme struct {
	Kinds        []Kind        // in the order of the keys F5, F6…
	Overview     []string      // keys of kinds in the order of the slide's columns
	Stakeholders []Stakeholder // in the order of the round
	Lists        map[string][]Item
	Participants []Participant
}

// Kind finds a kind by key.
func (p Programme) Kind(key string) (Kind, bool) {
	i := slices.IndexFunc(p.Kinds, func(k Kind) bool { return k.Key == key })
	if i < 0 {
		return Kind{}, false
	}
	return p.Kinds[i], true
}

// Stakeholder finds a stakeholder by key.
func (p Programme) Stakeholder(key string) (Stakeholder, bool) {
	i := slices.IndexFunc(p.Stakeholders, func(s Stakeholder) bool { return s.Key == key })
	if i < 0 {
		return Stakeholder{}, false
	}
	return p.Stakeholders[i], true
}

// Template is what a new session starts from: programmes are data.
type Template struct {
	Key          string        `json:"key"`
	Name         string        `json:"name,omitempty"` // what a person called it; a built-in one goes by Session
	Programme    string        `json:"programme"`
	Session      string        `json:"session"` // the title of a new session
	Organisation string        `json:"organisation"`
	Goal         string        `json:"goal"`
	Kinds        []Kind        `json:"kinds"`
	Overview     []string      `json:"overview"`
	Stakeholders []Stakeholder `json:"stakeholders"`
	Orders       []Order       `json:"orders"`
	Lines        []Item        `json:"lines"`
	Conditions   []Item        `json:"conditions"`
	Phases       []Item        `json:"phases"`
	Agenda       []Item        `json:"agenda,omitempty"`
	Principles   []string      `json:"principles"`
	NextSteps    []string      `json:"nextSteps"`
	Matchmaker   []string      `json:"matchmaker"`
}

// Order is a named order of the stakeholders.
type Order struct {
	Key          string   `json:"key"`
	Name         string   `json:"name"`
	Stakeholders []string `json:"stakeholders"`
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// itemID derives the ID of an entity from its key, so that two laptops that
// add the same one mean the same one.
func (s *Session) itemID(typ, key string) ID {
	return uuid.NewSHA1(s.id, []byte(typ+"/"+key))
}

func (e *entity) kind() Kind {
	return Kind{
		e.get(fieldKey), e.get(fieldLetter), e.get(fieldName),
		e.get(fieldPlural), e.get(fieldHeading), e.get(fieldAccent),
	}
}

func (e *entity) stakeholder() Stakeholder {
	return Stakeholder{
		e.get(fieldKey), e.get(fieldKind), e.get(fieldName),
		e.get(fieldShort), e.get(fieldLetter), e.get(fieldAccent),
	}
}

// readLists makes info and programme anew from their entities; they are few.
func (s *Session) readLists() {
	s.programme, s.versions = Programme{Lists: map[string][]Item{}}, nil
	sorted := slices.Clone(s.lists)
	slices.SortStableFunc(sorted, func(a, b *entity) int {
		return cmp.Or(strings.Compare(a.get(fieldPosition), b.get(fieldPosition)), compareIDs(a.id, b.id))
	})
	for _, e := range sorted {
		switch p := &s.programme; {
		case e.empty():
		case e.typ == typeSession:
			s.info = e.info()
			p.Overview = strings.Fields(e.get(fieldOverview))
		case e.typ == typeKind:
			p.Kinds = append(p.Kinds, e.kind())
		case e.typ == typeStakeholder && (e.get(fieldWithdrawn) == "" || s.Count(e.get(fieldKey)) > 0):
			p.Stakeholders = append(p.Stakeholders, e.stakeholder())
		case e.typ == typeVersion:
			s.versions = append(s.versions, e.version())
		case e.typ == typeParticipant:
			p.Participants = append(p.Participants, e.participant())
		case e.typ == typeItem:
			list := e.get(fieldList)
			item := Item{Key: e.get(fieldKey), Name: e.get(fieldName), Detail: e.get(fieldDetail)}
			item.Number = len(p.Lists[list]) + 1
			p.Lists[list] = append(p.Lists[list], item)
		}
	}
}

func (e *entity) info() Info {
	return Info{
		Title: e.get(fieldTitle), Date: e.get(fieldDate), Place: e.get(fieldPlace),
		Chair: e.get(fieldChair), Facilitator: e.get(fieldFacilitator),
		Classification: e.get(fieldClassification), Retain: e.get(fieldRetain), Programme: e.get(fieldProgramme),
		Organisation: e.get(fieldOrganisation), Goal: e.get(fieldGoal),
		Fictional: e.get(fieldFictional) == set,
	}
}
