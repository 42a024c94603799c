// Package optable is the table of operations that the working store and the
// published file have in common: its definition, and rows to and from values.
package optable

import (
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

// query gives the fields of fixed size as one: a column costs as much as the
// bytes in it.
const query = `SELECT replica, rseq, hlc, wall, actor, kind, body,
  CAST(ent||grp||body_hash||prev||hash AS BLOB) FROM op ORDER BY replica, rseq`

// Read reads the whole table, by replica and number. It checks the size of the
// fields together (a DamagedError tells a wrong one); the model checks hashes.
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
	for rows.Next() {
		o, err := scan(rows)
		if err != nil {
			return nil, err
		}
		o.Actor, o.Kind, o.Body = keep.word(o.Actor), keep.word(o.Kind), keep.text(o.Body)
		out = append(out, o)
	}
	return out, rows.Err()
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

func (k *keeper) word(s string) string {
	if w, ok := k.known[s]; ok {
		return w
	}
	if len(k.known) < mostWords {
		k.known[s] = s
	}
	return s
}

func (k *keeper) text(s string) string {
	if k.block == nil || k.block.Cap()-k.block.Len() < len(s) {
		k.block = &strings.Builder{}
		k.block.Grow(max(blockSize, len(s)))
	}
	start := k.block.Len()
	k.block.WriteString(s)
	return k.block.String()[start:]
}

func scan(rows *sql.Rows) (model.Operation, error) {
	var o model.Operation
	var body sql.NullString
	var fixed sql.RawBytes
	err := rows.Scan(&o.Replica, &o.Seq, &o.Stamp, &o.Wall, &o.Actor, &o.Kind, &body, &fixed)
	if err != nil {
		return o, err
	}
	o.Body = body.String
	for _, field := range [][]byte{o.Entity[:], o.Group[:], o.BodyHash[:], o.Prev[:], o.Hash[:]} {
		if len(fixed) < len(field) {
			return o, wrongSize(o)
		}
		fixed = fixed[copy(field, fixed):]
	}
	if len(fixed) > 0 {
		return o, wrongSize(o)
	}
	return o, nil
}

func wrongSize(o model.Operation) error {
	return &model.DamagedError{Key: o.Key, Reason: "a field has the wrong size"}
}
