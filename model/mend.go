package model

import (
	"crypto/sha256"
	"math/rand/v2"
	"slices"
)

// Rejoin makes what is left of a damaged session count again. Operations whose
// predecessors are lost would wait for ever; those are sealed anew, under a
// replica of their own, with the same entities, times and authors. Each also
// supersedes the operation that it stands for, so that no line is there twice
// when a whole copy turns up; a field that a lost operation wrote may then have
// two versions. lost counts the operations that were in between;
// how many followed the last one, nobody can tell. The operations have to be
// intact; one that is given twice counts once.
func Rejoin(operations []Operation) (joined []Operation, lost int) {
	joined = slices.SortedFunc(slices.Values(operations), byKey)
	joined = slices.CompactFunc(joined, func(a, b Operation) bool { return a.Key == b.Key })
	moved := map[Key]Key{}
	for rest := joined; len(rest) > 0; {
		log := rest
		if end := slices.IndexFunc(rest, func(o Operation) bool { return o.Replica != rest[0].Replica }); end >= 0 {
			log = rest[:end]
		}
		rest = rest[len(log):]
		lost += int(log[len(log)-1].Seq) - len(log)
		anew := Replica(rand.Int64() | 1)
		for i, n := 0, int64(0); i < len(log); i++ {
			if n > 0 || log[i].Seq != int64(i)+1 {
				n++
				moved[log[i].Key] = Key{anew, n}
			}
		}
	}
	var prev [sha256.Size]byte
	for i := range joined {
		o := &joined[i]
		if to, ok := moved[o.Key]; ok {
			if to.Seq == 1 {
				prev = [sha256.Size]byte{}
			}
			o.reseal(to, moved, prev)
			prev = o.Hash
		}
	}
	return joined, lost
}

// reseal gives an operation another key, behind one with hash prev.
func (o *Operation) reseal(to Key, moved map[Key]Key, prev [sha256.Size]byte) {
	from, hash := o.Key, o.BodyHash
	o.Key = to
	body, err := o.body()
	if err == nil && o.Body != "" {
		for i := range body.Sets {
			base := body.Sets[i].Base
			for j := range base {
				if k, ok := moved[base[j]]; ok {
					base[j] = k
				}
			}
			body.Sets[i].Base = append(base, from)
		}
		o.Body = encodeBody(body)
	}
	o.seal(prev)
	if o.Body == "" { // erased: what it was is still vouched for
		o.BodyHash = hash
		o.Hash = o.headerHash()
	}
}

// Complete makes a session usable of which parts were lost: kinds and
// stakeholders that its lines name come back under their keys, a line without a
// kind gets one with the given name, and a session without a title that title.
func (s *Session) Complete(title, unknown string) error {
	if s.info.Title == "" {
		if err := s.Do(Describe{Title, title}); err != nil {
			return err
		}
	}
	for _, e := range s.Entries() {
		kind := cmpOr(e.Kind, slugOf(unknown))
		if _, ok := s.programme.Kind(kind); !ok {
			if err := s.Do(PutKind{Kind{Key: kind, Letter: s.unusedLetter(), Name: cmpOr(e.Kind, unknown)}}); err != nil {
				return err
			}
		}
		if _, ok := s.programme.Stakeholder(e.Stakeholder); !ok && e.Stakeholder != Unassigned {
			if err := s.Do(PutStakeholder{Stakeholder{Key: e.Stakeholder, Name: e.Stakeholder}}); err != nil {
				return err
			}
		}
		if e.Kind == "" {
			if err := s.Do(Move{e.ID, kind, e.Stakeholder}); err != nil {
				return err
			}
		}
	}
	return nil
}

// unusedLetter is one that no kind has.
func (s *Session) unusedLetter() string {
	for c := 'A'; ; c++ { // after Z come others that no keyboard minds
		taken := func(k Kind) bool { return k.Letter == string(c) }
		if !slices.ContainsFunc(s.programme.Kinds, taken) {
			return string(c)
		}
	}
}
