package screen

import (
	"oogst/model"
)

// BeamerMode is what the beamer shows.
type BeamerMode int

// The modes: the lines of the chosen gemeente, the matrix of all, or one line.
const (
	BeamerLines BeamerMode = iota
	BeamerMatrix
	BeamerSingle
	beamerModes
)

// Stage is what the window and the beamer are both about: the chosen gemeente,
// and the line that is being read back. It lives as long as the session is
// open, so that a place finds what another left.
type Stage struct {
	Stakeholder string
	ReadingBack bool
	Current     model.ID // while reading back
	Mode        BeamerMode
	Dark        bool
	By          map[string]string // who confirms, by stakeholder

	chosen   bool // by a person
	watchers map[int]func()
	next     int
}

// NewStage begins with the first stakeholder of the round.
func NewStage(s *model.Session) *Stage {
	stage := &Stage{By: map[string]string{}, watchers: map[int]func(){}}
	stage.settle(s.Programme())
	return stage
}

// settle goes to the first stakeholder when nobody chose one yet, or the one
// chosen has left the table.
func (s *Stage) settle(p model.Programme) {
	_, known := p.Stakeholder(s.Stakeholder)
	if unassigned := s.chosen && s.Stakeholder == model.Unassigned; known || unassigned {
		return
	}
	first := model.Unassigned
	if len(p.Stakeholders) > 0 {
		first = p.Stakeholders[0].Key
	}
	change(s, &s.Stakeholder, first)
}

// Watch calls f after each change, until the returned function is called.
func (s *Stage) Watch(f func()) (cancel func()) {
	id := s.next
	s.next++
	s.watchers[id] = f
	return func() { delete(s.watchers, id) }
}

// Watchers counts who watches, so that a test can see them end.
func (s *Stage) Watchers() int { return len(s.watchers) }

// Choose makes a stakeholder the one that it is about.
func (s *Stage) Choose(key string) {
	s.chosen = true
	change(s, &s.Stakeholder, key)
}

// change sets what differs and tells.
func change[T comparable](s *Stage, field *T, value T) {
	if *field == value {
		return
	}
	*field = value
	for id := range s.next {
		if f := s.watchers[id]; f != nil {
			f()
		}
	}
}

// Read makes a line the one that is being read back.
func (s *Stage) Read(id model.ID) { change(s, &s.Current, id) }

// SetReadingBack says whether lines are being read back.
func (s *Stage) SetReadingBack(on bool) { change(s, &s.ReadingBack, on) }

// SetMode changes what the beamer shows.
func (s *Stage) SetMode(m BeamerMode) { change(s, &s.Mode, m) }

// NextMode goes to the next mode, and from the last to the first.
func (s *Stage) NextMode() { s.SetMode((s.Mode + 1) % beamerModes) }

// SetDark draws the curtain, or opens it.
func (s *Stage) SetDark(dark bool) { change(s, &s.Dark, dark) }
