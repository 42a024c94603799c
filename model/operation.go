package model

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// ID names an entity or an undo group. Entities with a natural key have a
// derived ID (see itemID), so that two laptops mean the same one.
type ID = uuid.UUID

// Replica names one working store: one laptop's copy of one session. It is
// random, positive, and never travels with the published file as "mine".
type Replica int64

// Key names an operation: the nth of a replica, counted from 1.
type Key struct {
	Replica Replica
	Seq     int64
}

// String gives the form used in bodies and logs, "7f3a91c25d60e4b1-12".
func (k Key) String() string { return fmt.Sprintf("%016x-%d", uint64(k.Replica), k.Seq) }

// MarshalText writes the form of String.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the form of String.
func (k *Key) UnmarshalText(b []byte) error {
	replica, seq, ok := strings.Cut(string(b), "-")
	r, err := strconv.ParseUint(replica, 16, 63)
	n, err2 := strconv.ParseInt(seq, 10, 64)
	if !ok || err != nil || err2 != nil || n < 1 {
		return fmt.Errorf("%q is not an operation key", b)
	}
	*k = Key{Replica(r), n}
	return nil
}

// Stamp is a hybrid logical time: milliseconds since 1970 in the upper 48 bits,
// a counter below. It only chooses which of two concurrent writes is shown;
// which write supersedes which is told by the heads that a writer saw.
type Stamp int64

const counterBits = 16

// Millis is the wall-clock part, in milliseconds since 1970.
func (s Stamp) Millis() int64 { return int64(s) >> counterBits }

// after gives the stamp of an event at now (ms) that knows s. A counter that
// overflows runs over into the milliseconds, which does no harm.
func (s Stamp) after(now int64) Stamp {
	return max(Stamp(now<<counterBits), s+1)
}

// Operation sets fields of one entity. It is never changed once made: a
// session is its list of operations, and undo, audit, merge and recovery all
// read that list.
type Operation struct {
	Key
	Stamp  Stamp
	Wall   int64  // what the clock said, ms since 1970
	Actor  string // the device, and the function if it was given
	Kind   string // entity type and verb: "entry.add", "session.set"
	Entity ID
	Group  ID     // operations of one action share it: they are undone together
	Body   string // JSON of Body; empty after erasure, BodyHash then still stands
	// BodyHash, Prev and Hash make damage visible and chain the operations of
	// a replica: Hash covers the header, BodyHash and Prev, so the chain can
	// still be verified when a body was erased.
	BodyHash, Prev, Hash [sha256.Size]byte
}

// Verbs and entity types of Operation.Kind. Unknown kinds are kept and passed on.
const (
	verbAdd = ".add"
	verbSet = ".set"
	verbLog = ".log" // a fact that nobody undoes, such as the length of a round

	typeSession     = "session"
	typeKind        = "kind"
	typeStakeholder = "stakeholder"
	typeItem        = "item"
	typeParticipant = "participant"
	typeEntry       = "entry"
)

func (o Operation) entityType() string {
	t, _, _ := strings.Cut(o.Kind, ".")
	return t
}

// seal fills the hashes of a new operation that follows one with hash prev.
func (o *Operation) seal(prev [sha256.Size]byte) {
	o.Prev = prev
	o.BodyHash = bodyHash(o.Body)
	o.Hash = o.headerHash()
}

func (o *Operation) headerHash() [sha256.Size]byte {
	buf := make([]byte, 0, 256)
	for _, n := range []int64{int64(o.Replica), o.Seq, int64(o.Stamp), o.Wall} {
		buf = binary.BigEndian.AppendUint64(buf, uint64(n))
	}
	for _, s := range []string{o.Actor, o.Kind} {
		buf = binary.BigEndian.AppendUint32(buf, uint32(len(s)))
		buf = append(buf, s...)
	}
	buf = append(buf, o.Entity[:]...)
	buf = append(buf, o.Group[:]...)
	buf = append(buf, o.BodyHash[:]...)
	buf = append(buf, o.Prev[:]...)
	return sha256.Sum256(buf)
}

// Intact tells whether the operation is what its writer sealed.
func (o *Operation) Intact() bool {
	if o.Seq < 1 || o.Replica < 1 || o.headerHash() != o.Hash {
		return false
	}
	return o.Body == "" || bodyHash(o.Body) == o.BodyHash
}

// bodyHash hashes a body; most have room on the stack.
func bodyHash(body string) [sha256.Size]byte {
	return sha256.Sum256(append(make([]byte, 0, 1024), body...))
}

func (o *Operation) body() (Body, error) { return decodeBody(o.Body) }
