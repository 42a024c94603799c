package screen

import (
	"strings"
	"time"
)

// Habits are what a person set for Vastleggen, whatever the session.
type Habits struct {
	Round time.Duration  `json:"round"` // how long a round should take
	Short []Abbreviation `json:"short"`
}

// Abbreviation is a word that stands for others.
type Abbreviation struct {
	Typed string `json:"typed"`
	Means string `json:"means"`
}

// DefaultRound is how long a round takes unless the person says otherwise.
const DefaultRound = 12 * time.Minute

// expand gives what a word stands for.
func (h Habits) expand(word string) (string, bool) {
	for _, a := range h.Short {
		if strings.EqualFold(a.Typed, word) {
			return a.Means, true
		}
	}
	return "", false
}
