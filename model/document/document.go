// Package document is the .oogst file that people hand round: a whole SQLite
// database with the operations of a session and a plain table that any SQLite
// tool can read. Files come by mail: they are read into memory, checked from
// the outside in, and only their operations are used.
package document

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"oogst/model"
	"oogst/model/optable"
	"oogst/model/wholefile"

	"github.com/google/uuid"
	_ "modernc.org/sqlite" // the driver "sqlite", pure Go
)

const (
	// ApplicationID marks the file as ours: "Oogs" at offset 68 of the header.
	ApplicationID = 0x4F6F6773
	// Format is the version of the file that this program writes.
	Format = 1
	// MaxSize is the size of the largest file that is read, in bytes.
	MaxSize = 256 << 20
	// Extension is the ending of file names.
	Extension = ".oogst"
)

// What can be wrong with a file.
var (
	ErrNotOogst  = errors.New("not an Oogst file")
	ErrTruncated = errors.New("the file is cut off")
	ErrTooLarge  = errors.New("the file is too large")
	ErrFolder    = errors.New("a folder, not a file")
	ErrDamaged   = errors.New("the file is damaged")
)

// NewerError tells that only a newer program can read the file.
type NewerError struct{ Format int }

func (e *NewerError) Error() string { return fmt.Sprintf("the file has format %d", e.Format) }

// Line is a row of the readable table: for other SQLite tools and for people
// who have the file but not the program. It is written, never read.
type Line struct{ Code, Stakeholder, Kind, Text, Status string }

// File is the content of a document.
type File struct {
	ID         model.ID
	Program    string // what wrote it, "Oogst 0.1.0"
	Operations []model.Operation
	Lines      []Line
}

// tables is the whole schema, statement by statement as SQLite keeps it. A
// file with anything else in it (a view, a trigger, an index) is refused.
var tables = []string{
	"CREATE TABLE meta(k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID",
	"CREATE TABLE replica(id INTEGER PRIMARY KEY, label TEXT NOT NULL, first_seen INTEGER NOT NULL) STRICT",
	optable.Schema,
	"CREATE TABLE leesbaar(nummer TEXT NOT NULL, gemeente TEXT NOT NULL, soort TEXT NOT NULL, tekst TEXT NOT NULL, status TEXT NOT NULL) STRICT",
}

// memory opens an empty database in memory, with defences against what a
// file's schema could make SQLite do.
func memory() (*sql.DB, error) {
	db, err := sql.Open("sqlite", "file::memory:?_defensive=1&_pragma=trusted_schema(OFF)&_pragma=cell_size_check(ON)&_pragma=temp_store(MEMORY)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// raw gives the driver's own connection, whose Serialize and Deserialize turn
// a database into bytes and back without a file.
func raw[T any](db *sql.DB, use func(T) error) error {
	conn, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(c any) error {
		t, ok := c.(T)
		if !ok {
			return driver.ErrSkip
		}
		return use(t)
	})
}

// Encode gives the bytes of a document.
func Encode(f File) ([]byte, error) {
	db, err := memory()
	if err != nil {
		return nil, fmt.Errorf("encode document: %w", err)
	}
	defer db.Close()
	if err := fill(db, f); err != nil {
		return nil, fmt.Errorf("encode document: %w", err)
	}
	var out []byte
	err = raw(db, func(c interface{ Serialize() ([]byte, error) }) (err error) {
		out, err = c.Serialize()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("encode document: %w", err)
	}
	return out, nil
}

func fill(db *sql.DB, f File) error {
	f.Operations = slices.SortedFunc(slices.Values(f.Operations), func(a, b model.Operation) int {
		return cmp.Or(cmp.Compare(a.Replica, b.Replica), cmp.Compare(a.Seq, b.Seq))
	})
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	setup := append([]string{
		"PRAGMA application_id = " + strconv.Itoa(ApplicationID),
		"PRAGMA user_version = " + strconv.Itoa(Format),
	}, tables...)
	for _, statement := range setup {
		if _, err := tx.Exec(statement); err != nil {
			return err
		}
	}
	for _, kv := range [][2]string{
		{"doc_id", f.ID.String()},
		{"format", strconv.Itoa(Format)},
		{"min_reader", strconv.Itoa(Format)},
		{"program", f.Program},
		{"digest", f.digest()},
	} {
		if _, err := tx.Exec("INSERT INTO meta VALUES(?,?)", kv[0], kv[1]); err != nil {
			return err
		}
	}
	if err := each(tx, optable.Insert, len(f.Operations), func(i int) []any { return optable.Row(&f.Operations[i]) }); err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO replica SELECT replica, min(actor), min(wall) FROM op GROUP BY replica"); err != nil {
		return err
	}
	err = each(tx, "INSERT INTO leesbaar VALUES(?,?,?,?,?)", len(f.Lines), func(i int) []any {
		l := f.Lines[i]
		return []any{l.Code, l.Stakeholder, l.Kind, l.Text, l.Status}
	})
	if err != nil {
		return err
	}
	return tx.Commit()
}

func each(tx *sql.Tx, statement string, n int, row func(int) []any) error {
	insert, err := tx.Prepare(statement)
	if err != nil {
		return err
	}
	defer insert.Close()
	for i := range n {
		if _, err := insert.Exec(row(i)...); err != nil {
			return err
		}
	}
	return nil
}

// Load reads the bytes of a file, at most MaxSize of them.
func Load(path string) ([]byte, error) {
	file, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead)) // it grows if the file did
	if _, err := data.ReadFrom(io.LimitReader(file, MaxSize+1)); err != nil {
		return nil, err
	}
	if data.Len() > MaxSize {
		return nil, ErrTooLarge
	}
	return data.Bytes(), nil
}

func open(path string) (file *os.File, size int64, err error) {
	if file, err = wholefile.Open(path); err != nil {
		return nil, 0, err
	}
	info, err := file.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = ErrFolder
	case info.Size() > MaxSize:
		err = ErrTooLarge
	}
	if err != nil {
		return nil, 0, errors.Join(err, file.Close())
	}
	return file, info.Size(), nil
}

// Fingerprint tells the bytes of a file from any others: their SHA-256.
func Fingerprint(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

const (
	headerSize = 100
	magic      = "SQLite format 3\x00"
	// readTime bounds what a damaged tree of pages could make SQLite do.
	readTime = 30 * time.Second
)

// Decode reads a document. The operations' hashes are for the model to check.
func Decode(data []byte) (f File, err error) {
	if err := sniff(data, int64(len(data))); err != nil {
		return f, err
	}
	err = with(data, func(db *sql.DB) error {
		if err := integrity(db); err != nil {
			return err
		}
		f, err = read(db)
		return err
	})
	if err != nil {
		return f, damaged(err)
	}
	return f, nil
}

// headSize is how much of a file is read to tell whose it is: SQLite's schema
// and the table meta, which is made first, with the largest pages.
const headSize = 2 << 16

// Identify reads whose session a file is, and its fingerprint, without keeping
// it in memory. A file of another make than ours is read whole.
func Identify(path string) (id model.ID, fingerprint string, err error) {
	file, size, err := open(path)
	if err != nil {
		return id, "", err
	}
	defer file.Close()
	head, hash := make([]byte, min(headSize, size)), sha256.New()
	if _, err := io.ReadFull(file, head); err != nil {
		return id, "", err
	}
	hash.Write(head)
	if n, err := io.Copy(hash, file); err != nil || int64(len(head))+n != size {
		return id, "", cmp.Or(err, ErrTruncated)
	}
	if err := sniff(head, size); err != nil {
		return id, "", err
	}
	if id, err = identify(shortened(head)); err != nil {
		data, err := Load(path)
		if err != nil {
			return id, "", err
		}
		if id, err = identify(data); err != nil {
			return id, "", damaged(err)
		}
	}
	return id, hex.EncodeToString(hash.Sum(nil)), nil
}

// shortened makes a whole database of the first pages of one: its header says
// how many there are (sqlite.org/fileformat.html, 1.3.7).
func shortened(head []byte) []byte {
	page := pageSize(head)
	head = head[:len(head)/page*page]
	binary.BigEndian.PutUint32(head[28:], uint32(len(head)/page))
	return head
}

func identify(data []byte) (id model.ID, err error) {
	return id, with(data, func(db *sql.DB) error {
		f, _, err := readMeta(db)
		id = f.ID
		return err
	})
}

// with opens a copy of the database in data and checks its schema.
func with(data []byte, use func(*sql.DB) error) error {
	db, err := memory()
	if err != nil {
		return fmt.Errorf("decode document: %w", err)
	}
	defer db.Close()
	err = raw(db, func(c interface{ Deserialize([]byte) error }) error { return c.Deserialize(data) })
	if err == nil {
		err = schema(db)
	}
	if err == nil {
		err = use(db)
	}
	return err
}

func readMeta(db *sql.DB) (f File, digest string, err error) {
	var id string
	for key, to := range map[string]*string{"doc_id": &id, "program": &f.Program, "digest": &digest} {
		if err := db.QueryRow("SELECT v FROM meta WHERE k = ?", key).Scan(to); err != nil {
			return f, "", fmt.Errorf("%s: %w", key, err)
		}
	}
	f.ID, err = uuid.Parse(id)
	return f, digest, err
}

func read(db *sql.DB) (f File, err error) {
	f, digest, err := readMeta(db)
	if err != nil {
		return f, err
	}
	if f.Operations, err = optable.Read(db); err != nil {
		return f, err
	}
	if f.digest() != digest {
		return f, errors.New("its operations are not those that were written")
	}
	return f, nil
}

// digest covers which operations there are. Each vouches for its own content;
// this notices one that is missing.
func (f File) digest() string {
	h := sha256.New()
	h.Write(f.ID[:])
	for _, o := range f.Operations {
		h.Write(o.Hash[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

func damaged(err error) error { return fmt.Errorf("%w: %w", ErrDamaged, err) }

// Ours tells whether data is a session, whole or not.
func Ours(data []byte) bool {
	return len(data) >= headerSize && bytes.HasPrefix(data, []byte(magic)) &&
		binary.BigEndian.Uint32(data[68:]) == ApplicationID
}

// sniff checks the header (sqlite.org/fileformat.html, 1.3) before SQLite
// sees a byte: our mark, our version, rollback journal mode, whole pages. It
// needs the head of a file and the size of the whole.
func sniff(head []byte, size int64) error {
	if Protected(head) {
		return ErrProtected
	}
	if !Ours(head) {
		return ErrNotOogst
	}
	if v := int(binary.BigEndian.Uint32(head[60:])); v > Format {
		return &NewerError{v}
	}
	page := pageSize(head)
	whole := int64(page) * int64(binary.BigEndian.Uint32(head[28:]))
	switch {
	case head[18] != 1 || head[19] != 1 || page < 512:
		return damaged(errors.New("its header is not one that this program writes"))
	case size < whole:
		return fmt.Errorf("%w: %d of %d bytes", ErrTruncated, size, whole)
	case size != whole:
		return damaged(fmt.Errorf("%d bytes follow its end", size-whole))
	}
	return nil
}

func pageSize(head []byte) int {
	if n := int(binary.BigEndian.Uint16(head[16:])); n != 1 {
		return n
	}
	return 1 << 16
}

// schema refuses any schema but ours.
func schema(db *sql.DB) error {
	rows, err := db.Query("SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY rowid")
	if err != nil {
		return err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var statement string
		if err := rows.Scan(&statement); err != nil {
			return err
		}
		found = append(found, statement)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if strings.Join(found, ";") != strings.Join(tables, ";") {
		return errors.New("it has tables that this program does not make")
	}
	return nil
}

func integrity(db *sql.DB) error {
	ctx, cancel := context.WithTimeout(context.Background(), readTime)
	defer cancel()
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return errors.New(said)
	}
	return nil
}
