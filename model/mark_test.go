package model

import (
	"testing"
	"time"

	"github.com/google/uuid"
)

// TestMarksStayWhatTheyWere: documents that were made carry the mark of their
// content, so what an entry gets in later versions may not change the mark of one
// that hasn't got it. The mark below was computed before there were programme
// lines of entries.
func TestMarksStayWhatTheyWere(t *testing.T) {
	at := time.Date(2018, 3, 14, 14, 32, 0, 0, time.UTC)
	h := Harvest{
		Info:         Info{Title: "Overleg", Date: "2018-03-14", Fictional: true},
		Kinds:        []Kind{{Key: "pilotidea", Letter: "P", Name: "Pilotidee"}},
		Stakeholders: []Stakeholder{{Key: "GM0184", Kind: "municipality", Name: "Urk"}},
		Lists:        map[string][]Item{ListLines: {{Key: "l1", Number: 1, Name: "Leefbaar platteland"}}, ListThemes: {{Key: "zorg", Number: 1, Name: "zorg"}}},
		Participants: []Participant{{Key: "p", Role: "wethouder", Stakeholder: "GM0184", Present: true}},
		Entries: []Entry{{
			ID: uuid.NewSHA1(uuid.Nil, []byte("A01")), Code: "A01", Kind: "pilotidea", Stakeholder: "GM0184", Text: "Buurthuis", Said: "buurthuis",
			Status: ToCheck, Visibility: VisibilityParticipants, Certainty: Deduced, Note: "navragen", Origin: "dia",
			Also: []string{"GM0034"}, Themes: []string{"zorg"}, Confirmed: Confirmation{By: "wethouder", At: at},
			Follow:  map[EntryField]string{EntryCondition("c1"): VerdictYes, EntryReason: "omdat", EntryLead: "griffier", EntryDue: "juni", EntryState: StateDone},
			Created: at, Versions: 1,
		}},
	}
	if got, want := h.mark(), "460D9C64"; got != want {
		t.Errorf("the mark is %s, was %s", got, want)
	}
}
