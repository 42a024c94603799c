// Package optable is the table of operations that the working store and the
// published file have in common: its definition, and rows to and from values.
package optable

import (
	"bytes"
	"database/sql"
	"strings"

	"oogst/model"
)

// Schema makes the table.
const Schema = `CREATE TABLE op(
  replica INTEGER NOT NULL, rseq INTEGER NOT NULL,
  hlc INTEGER NOT NULL, wall INTEGER NOT NULL,
  actor TEXT NOT NULL, kind TEXT NOT NULL,
  ent BLOB NOT NULL, grp BLOB NOT NULL,
  body TEXT,
  body_hash BLOB NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY(replica, rseq)) STRICT, WITHOUT ROWID`

// Insert adds a row; its arguments come from Row.
const Insert = `INSERT INTO op VALUES(?,?,?,?,?,?,?,?,?,?,?,?)`

// Row gives the columns of an operation.
func Row(o *model.Operation) []any {
	body := sql.NullString{String: o.Body, Valid: o.Body != ""}
	return []any{
		int64(o.Replica), o.Seq, int64(o.Stamp), o.Wall, o.Actor, o.Kind,
		o.Entity[:], o.Group[:], body, o.BodyHash[:], o.Prev[:], o.Hash[:],
	}
}

// query gives all but the numbers as one: in the driver a column costs as much
// as the bytes in it. The fields of fixed size come first; a NUL ends a word.
const query = `SELECT replica, rseq, hlc, wall,
  CAST(ent||grp||body_hash||prev||hash||actor||char(0)||kind||char(0)||coalesce(body, '') AS BLOB)
  FROM op ORDER BY replica, rseq`

// Read reads the whole table, by replica and number. A row that can't be taken
// apart is a DamagedError; whether it is intact is for the model to check.
func Read(db *sql.DB) ([]model.Operation, error) {
	var n int
	if err := db.QueryRow("SELECT count(*) FROM op").Scan(&n); err != nil {
		return nil, err
	}
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make([]model.Operation, 0, n)
	keep := keeper{known: map[string]string{}}
	var replica, seq, stamp, wall int64 // into a type of ours Scan goes by reflection
	var rest sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&replica, &seq, &stamp, &wall, &rest); err != nil {
			return nil, err
		}
		o := model.Operation{Key: model.Key{Replica: model.Replica(replica), Seq: seq}, Stamp: model.Stamp(stamp), Wall: wall}
		if !split(&o, rest, &keep) {
			return nil, &model.DamagedError{Key: o.Key, Reason: "its fields can't be told apart"}
		}
		out = append(out, o)
	}
	return out, rows.Err()
}

// split takes apart what query put together.
func split(o *model.Operation, rest []byte, keep *keeper) bool {
	for _, field := range [][]byte{o.Entity[:], o.Group[:], o.BodyHash[:], o.Prev[:], o.Hash[:]} {
		if len(rest) < len(field) {
			return false
		}
		rest = rest[copy(field, rest):]
	}
	actor, rest, hasKind := bytes.Cut(rest, []byte{0})
	kind, body, hasBody := bytes.Cut(rest, []byte{0})
	o.Actor, o.Kind, o.Body = keep.word(actor), keep.word(kind), keep.text(body)
	return hasKind && hasBody
}

// keeper keeps strings close together: read one by one they lie among what the
// driver left behind, and hold its memory.
type keeper struct {
	known map[string]string // words that come again and again
	block *strings.Builder
}

const (
	blockSize = 64 << 10
	mostWords = 1000
)

func (k *keeper) word(b []byte) string {
	if w, ok := k.known[string(b)]; ok {
		return w
	}
	w := string(b)
	if len(k.known) < mostWords {
		k.known[w] = w
	}
	return w
}

func (k *keeper) text(b []byte) string {
	if k.block == nil || k.block.Cap()-k.block.Len() < len(b) {
		k.block = &strings.Builder{}
		k.block.Grow(max(blockSize, len(b)))
	}
	start := k.block.Len()
	k.block.Write(b)
	return k.block.String()[start:]
}
