package model

import (
	"fmt"
	"time"
)

// Version is a state of the session that documents were made of. Making
// documents changes nothing else.
type Version struct {
	Major, Minor int
	Final        bool
	Mark         string // of the content, as Harvest gives it
	At           time.Time
}

// String gives the number, "0.3".
func (v Version) String() string { return fmt.Sprintf("%d.%d", v.Major, v.Minor) }

const (
	typeVersion  = "version"
	fieldVersion = "version"
	fieldFinal   = "final"
	fieldMark    = "mark"
)

// Versions lists the recorded versions, the oldest first.
func (s *Session) Versions() []Version { return s.versions }

// NextVersion is the version of documents made now. A state that was recorded
// last keeps its number: the internal and the public document of one state
// are the same version. A final version is a whole number.
func (s *Session) NextVersion(final bool) Version {
	next := Version{Minor: 1, Final: final, Mark: s.Mark(), At: s.now()}
	if n := len(s.versions); n > 0 {
		last := s.versions[n-1]
		if last.Mark == next.Mark && last.Final == final {
			return last
		}
		next.Major, next.Minor = last.Major, last.Minor+1
	}
	if final {
		next.Major, next.Minor = next.Major+1, 0
	}
	return next
}

// Record notes that documents of a version were made. It isn't a step to undo.
type Record struct{ Version Version }

func (c Record) drafts(s *Session) ([]draft, error) {
	v := c.Version
	if n := len(s.versions); n > 0 && s.versions[n-1].Mark == v.Mark && s.versions[n-1].String() == v.String() {
		return nil, nil
	}
	d := draft{entity: newID(), typ: typeVersion, verb: verbLog}
	d.fill(fieldVersion, v.String(), fieldMark, v.Mark, fieldKey, v.At.UTC().Format(time.RFC3339))
	if v.Final {
		d.text(fieldFinal, set)
	}
	d.toEnd = true
	return []draft{d}, nil
}

func (e *entity) version() Version {
	v := Version{Mark: e.get(fieldMark), Final: e.get(fieldFinal) == set}
	// A version that this program didn't write counts as 0.0.
	_, _ = fmt.Sscanf(e.get(fieldVersion), "%d.%d", &v.Major, &v.Minor)
	v.At, _ = time.Parse(time.RFC3339, e.get(fieldKey))
	return v
}
