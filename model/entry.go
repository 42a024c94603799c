package model

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Fields of entities, as they stand in operations and in the file.
const (
	fieldText        = "text"
	fieldSaid        = "said"
	fieldKind        = "kind"
	fieldStakeholder = "stakeholder"
	fieldPosition    = "pos"
	fieldCode        = "code"
	fieldStatus      = "status"
	fieldNote        = "note"
	fieldWithdrawn   = "withdrawn" // of an entry that was joined into another one: that one's ID
	fieldVisibility  = "visibility"
	fieldOrigin      = "origin"
	fieldCertainty   = "certainty"
	fieldConfirmed   = "confirmed"
	fieldAlso        = "also:"      // and a stakeholder's key: each is a field, so that two laptops' additions both stay
	fieldTheme       = "theme:"     // and a theme's key
	fieldLine        = "line:"      // and a programme line's key
	fieldCondition   = "condition:" // and a condition's key: a verdict

	fieldTitle          = "title"
	fieldDate           = "date"
	fieldPlace          = "place"
	fieldChair          = "chair"
	fieldFacilitator    = "facilitator"
	fieldClassification = "classification"
	fieldRetain         = "retain"
	fieldProgramme      = "programme"
	fieldOrganisation   = "organisation"
	fieldGoal           = "goal"
	fieldFictional      = "fictional"
	fieldOverview       = "overview"

	fieldKey     = "key"
	fieldName    = "name"
	fieldPlural  = "plural"
	fieldHeading = "heading"
	fieldLetter  = "letter"
	fieldShort   = "short"
	fieldAccent  = "accent"
	fieldList    = "list"
	fieldDetail  = "detail"
	fieldRole    = "role"
	fieldPresent = "present"
	fieldSpent   = "spent:" // and a replica: seconds of rounds led on it
)

// set is the value of a field that is either there or not.
const set = "1"

// Status says how far a captured line can be trusted.
type Status string

// Statuses of an entry. A withdrawn entry keeps its status.
const (
	Captured Status = ""
	ToCheck  Status = "tocheck"
)

// Visibility says how far an entry may travel.
type Visibility string

// Visibilities of an entry; the zero value may be seen by everyone.
const (
	VisibilityPublic       Visibility = ""
	VisibilityParticipants Visibility = "participants"
	VisibilityInternal     Visibility = "internal"
)

// Certainty says how sure it is that the entry belongs to its stakeholder.
type Certainty string

// Certainties of an attribution. The zero value is the one of a live session:
// the line was tied to its stakeholder while it was typed.
const (
	Stated  Certainty = ""
	Deduced Certainty = "deduced"
	Guessed Certainty = "guessed"
	Unknown Certainty = "none"
)

// Unassigned is the stakeholder of an entry whose owner isn't known: an honest
// state, not an error.
const Unassigned = ""

// Entry is one captured line.
type Entry struct {
	ID          ID
	Code        string // "A14": given once, never changed, never reused
	Kind        string // key of a Kind
	Stakeholder string // key of a Stakeholder, or Unassigned
	Text        string
	Said        string // the text as first said
	Status      Status
	Visibility  Visibility
	Certainty   Certainty
	Note        string   // internal: never on the beamer or in a public document
	Origin      string   // the file or slide it came from; empty when typed
	Also        []string // keys of other stakeholders that named it, sorted
	Themes      []string // keys of themes, sorted
	Confirmed   Confirmation
	Follow      map[EntryField]string `json:",omitempty"` // what becomes of it, where that was noted
	Withdrawn   bool
	Joined      ID `json:",omitzero"` // the entry that says it too, into which this one was joined; such a one is withdrawn
	Created     time.Time
	Versions    int // more than 1: two people changed a field without seeing each other

	position string
}

// SamePlace tells whether two states of an entry stand at the same place.
func (e Entry) SamePlace(o Entry) bool {
	return e.Stakeholder == o.Stakeholder && e.Kind == o.Kind && e.position == o.position && e.Withdrawn == o.Withdrawn
}

func (e *entity) entry() Entry {
	born := e.born()
	out := Entry{
		ID:          e.id,
		Code:        e.get(fieldCode),
		Kind:        e.get(fieldKind),
		Stakeholder: e.get(fieldStakeholder),
		Text:        e.get(fieldText),
		Said:        e.get(fieldSaid),
		Status:      Status(e.get(fieldStatus)),
		Visibility:  Visibility(e.get(fieldVisibility)),
		Certainty:   Certainty(e.get(fieldCertainty)),
		Note:        e.get(fieldNote),
		Origin:      e.get(fieldOrigin),
		Withdrawn:   e.get(fieldWithdrawn) != "",
		Created:     time.UnixMilli(born.created),
		Versions:    1,
		position:    e.get(fieldPosition),
	}
	if out.Code != "" {
		out.Code += twinMark(int(e.twin))
	}
	if id, err := uuid.Parse(e.get(fieldWithdrawn)); err == nil {
		out.Joined = id
	}
	if out.Said == "" && born.said != nil {
		out.Said = *born.said
	}
	for i := range e.registers {
		out.Versions = max(out.Versions, len(e.registers[i].heads))
		field := e.registers[i].field
		if key, ok := strings.CutPrefix(field, fieldAlso); ok && e.get(field) == set && key != out.Stakeholder {
			out.Also = append(out.Also, key)
		}
		if key, ok := strings.CutPrefix(field, fieldTheme); ok && e.get(field) == set {
			out.Themes = append(out.Themes, key)
		}
		if value := e.get(field); value != "" && follows(field) {
			if out.Follow == nil {
				out.Follow = map[EntryField]string{}
			}
			out.Follow[EntryField(field)] = value
		}
	}
	slices.Sort(out.Also)
	slices.Sort(out.Themes)
	out.Confirmed = ParseConfirmation(e.get(fieldConfirmed))
	return out
}
