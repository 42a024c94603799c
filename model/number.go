package model

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// code is the number of a line: the letter of the laptop and a running number.
func code(letter string, n int) string { return fmt.Sprintf("%s%02d", letter, n) }

// letterOf is the letter in a code.
func letterOf(code string) string { return strings.TrimRight(code, "0123456789") }

// FreeLetter chooses the letter of a device: A for the first, and for any other
// one two letters at random that no line carries yet.
func FreeLetter(operations []Operation) string {
	if len(operations) == 0 {
		return "A"
	}
	used := map[string]bool{}
	for i := range operations {
		if o := &operations[i]; o.Kind == typeEntry+verbAdd {
			if b, err := o.body(); err == nil && b.value(fieldCode) != nil {
				used[letterOf(*b.value(fieldCode))] = true
			}
		}
	}
	return drawLetter(used)
}

// drawLetter leaves I and O out: they read as digits.
func drawLetter(used map[string]bool) string {
	const letters = "BCDEFGHJKLMNPQRSTUVWXYZ"
	for {
		pair := string([]byte{letters[rand.IntN(len(letters))], letters[rand.IntN(len(letters))]})
		if !used[pair] || len(used) >= len(letters)*len(letters) {
			return pair
		}
	}
}

// numbered is a line that got a number; shown is nil while its capture is undone.
type numbered struct {
	birth
	line  *entity
	shown *Entry
}

// tellApart gives every line a number of its own. Two laptops that opened the
// same file before they had seen each other can have drawn the same letters:
// then the one with the lower replica keeps its numbers, a small letter stands
// behind the other's, and this one goes on with letters that nobody has. All
// copies that hold the same operations agree.
func (s *Session) tellApart(given []numbered) {
	first, twins, owners := make(map[string]int, len(given)), map[string][]numbered{}, map[string]Replica{}
	shared, mine, last := map[string]bool{}, "", int64(0)
	for i, n := range given {
		letter := letterOf(n.code)
		if owner, ok := owners[letter]; ok && owner != n.made.Replica {
			shared[letter] = true
		}
		owners[letter] = n.made.Replica
		if j, known := first[n.code]; !known {
			first[n.code] = i
		} else if twins[n.code] == nil {
			twins[n.code] = []numbered{given[j], n}
		} else {
			twins[n.code] = append(twins[n.code], n)
		}
		if n.made.Replica == s.device.Replica && n.made.Seq > last {
			mine, last = letter, n.made.Seq
		}
	}
	for _, lines := range twins {
		slices.SortFunc(lines, func(a, b numbered) int {
			return cmp.Or(cmp.Compare(a.made.Replica, b.made.Replica), cmp.Compare(a.made.Seq, b.made.Seq))
		})
		for i, n := range lines {
			n.line.twin = int32(i)
			if n.shown != nil {
				n.shown.Code += twinMark(i)
			}
		}
	}
	owner, used := owners[s.device.Letter]
	switch {
	case !used || owner == s.device.Replica && !shared[s.device.Letter]:
	case mine != "" && !shared[mine]:
		s.device.Letter = mine
	default:
		taken := map[string]bool{}
		for letter := range owners {
			taken[letter] = true
		}
		s.device.Letter = drawLetter(taken)
	}
}

// twinMark stands behind the number of a line that another line has too.
func twinMark(twin int) string {
	if twin == 0 {
		return ""
	}
	if twin < 26 {
		return string(rune('a' + twin))
	}
	return fmt.Sprintf("z%d", twin)
}
