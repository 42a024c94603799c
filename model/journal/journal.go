// Package journal is the working store: one private SQLite database per
// session on the local disk, where every operation is synced before anyone
// sees it. It lives in the application-data folder, never beside the user's
// file, and is never opened with plain file calls: on Linux and macOS closing
// such a descriptor drops SQLite's locks.
package journal

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"oogst/model"
	"oogst/model/optable"
	"oogst/model/wholefile"

	"github.com/gofrs/flock"
	"github.com/google/uuid"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Files of a working store, in the folder that Folder names.
const (
	StoreName = "work.db"
	LogName   = StoreName + "-wal"

	lockName = "lock"
	format   = 1
)

// ErrInUse tells that another program has the session open.
var ErrInUse = errors.New("the session is open in another window")

// InUseError is ErrInUse with the session that it is about.
type InUseError struct{ ID model.ID }

func (e *InUseError) Error() string { return ErrInUse.Error() }
func (e *InUseError) Unwrap() error { return ErrInUse }

// What else can be wrong with a store.
var (
	ErrNewer    = errors.New("the working store is of a newer version")
	ErrFull     = errors.New("the disk is full")
	ErrReadOnly = errors.New("the working store can't be written")
	ErrDamaged  = errors.New("the working store is damaged")
	ErrDisk     = errors.New("the disk of the working store doesn't read or write")
)

// explain adds what SQLite's result code means (sqlite.org/rescode.html).
func explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.Code() == sqlite3.SQLITE_IOERR_SHMSIZE { // a file that can't grow
		return fmt.Errorf("%w: %w", ErrFull, err)
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w: %w", ErrFull, err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("%w: %w", ErrDisk, err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

const schema = `
CREATE TABLE meta(k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;
` + optable.Schema + `;
PRAGMA user_version = 1;`

// pragmas are set in the data source name, so that they hold on every
// connection, and read back at open. synchronous 2 is FULL: a commit is one
// flush of the write-ahead log and survives a power cut.
var pragmas = []struct{ name, value, reads string }{
	{"busy_timeout", "2000", "2000"},
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"},
	{"trusted_schema", "OFF", "0"},
	{"cell_size_check", "ON", "1"},
	{"secure_delete", "ON", "1"},
	{"temp_store", "MEMORY", "2"},
	{"mmap_size", "0", "0"},
	{"cache_size", "-256", "-256"}, // KiB: rows are appended, and read once
}

// Journal is an open working store. It implements model.Journal; like the
// session it serves it is used by one goroutine.
type Journal struct {
	id     model.ID
	db     *sql.DB
	insert *sql.Stmt
	lock   *flock.Flock
}

// Open opens the working store of a session below root, making it when it is
// not there. ErrInUse when another program has it open.
func Open(root string, id model.ID) (*Journal, error) {
	dir := Folder(root, id)
	if err := wholefile.MakeFolder(dir); err != nil {
		return nil, fmt.Errorf("make working store: %w", err)
	}
	lock := lockOf(dir)
	locked, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock working store: %w", err)
	}
	if !locked {
		return nil, &InUseError{id}
	}
	j := &Journal{id: id, lock: lock}
	if j.db, err = connect(filepath.Join(dir, StoreName), "rwc"); err == nil {
		err = j.prepare()
	}
	if err != nil {
		return nil, errors.Join(explain(err), j.Close())
	}
	return j, nil
}

// Folder is where the working store of a session lies.
func Folder(root string, id model.ID) string { return filepath.Join(root, id.String()) }

func lockOf(dir string) *flock.Flock {
	return flock.New(filepath.Join(dir, lockName), flock.SetPermissions(0o600))
}

func connect(path, mode string) (*sql.DB, error) {
	query := url.Values{"mode": {mode}, "_txlock": {"immediate"}, "_defensive": {"1"}}
	for _, p := range pragmas {
		query.Add("_pragma", p.name+"("+p.value+")")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open working store: %w", err)
	}
	source := url.URL{Scheme: "file", Path: slashed(path), RawQuery: query.Encode()}
	db, err := sql.Open("sqlite", source.String())
	if err != nil {
		return nil, fmt.Errorf("open working store: %w", err)
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// slashed makes a path fit for a file: URI: "C:\a" is "/C:/a" there.
func slashed(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return path
}

func (j *Journal) prepare() error {
	var version int
	if err := j.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("open working store: %w", err)
	}
	if version > format {
		return ErrNewer
	}
	if version == 0 {
		if _, err := j.db.Exec("BEGIN;" + schema + "COMMIT;"); err != nil {
			return fmt.Errorf("make working store: %w", err)
		}
	}
	for _, p := range pragmas {
		var got string
		if err := j.db.QueryRow("PRAGMA " + p.name).Scan(&got); err != nil {
			return fmt.Errorf("read pragma %s: %w", p.name, err)
		}
		if got != p.reads {
			return fmt.Errorf("pragma %s is %q, want %q: lines would not be safe here", p.name, got, p.reads)
		}
	}
	var err error
	if j.insert, err = j.db.Prepare(optable.Insert); err != nil {
		return fmt.Errorf("open working store: %w", err)
	}
	return nil
}

// Append writes operations in one transaction. They are on disk when it
// returns nil; when it returns an error, none of them is there.
func (j *Journal) Append(operations []model.Operation) error {
	if len(operations) == 1 {
		_, err := j.insert.Exec(optable.Row(&operations[0])...)
		return explain(err)
	}
	tx, err := j.db.Begin()
	if err != nil {
		return explain(err)
	}
	defer tx.Rollback()
	insert := tx.Stmt(j.insert)
	for i := range operations {
		if _, err := insert.Exec(optable.Row(&operations[i])...); err != nil {
			return explain(err)
		}
	}
	return explain(tx.Commit())
}

// Operations reads all operations, by replica and number. They are read once:
// SQLite's page cache isn't needed afterwards.
func (j *Journal) Operations() ([]model.Operation, error) {
	all, err := operations(j.db)
	if err != nil {
		return nil, err
	}
	_, err = j.db.Exec("PRAGMA shrink_memory")
	return all, err
}

func operations(db *sql.DB) ([]model.Operation, error) {
	out, err := optable.Read(db)
	if err != nil {
		return nil, fmt.Errorf("read working store: %w", explain(err))
	}
	return out, nil
}

// Get reads a value that Put wrote, "" when there is none.
func (j *Journal) Get(key string) (string, error) { return get(j.db, key) }

func get(db *sql.DB, key string) (string, error) {
	var v string
	err := db.QueryRow("SELECT v FROM meta WHERE k = ?", key).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return v, explain(err)
}

// Put keeps a value beside the operations: the target of the published file,
// the unfinished line.
func (j *Journal) Put(key, value string) error {
	_, err := j.db.Exec("INSERT INTO meta VALUES(?,?) ON CONFLICT(k) DO UPDATE SET v = excluded.v", key, value)
	return explain(err)
}

// Device gives who writes here, as SetDevice left it; ok is false for a new store.
func (j *Journal) Device() (d model.Device, ok bool, err error) {
	replica, err := j.Get("replica")
	if err != nil || replica == "" {
		return d, false, err
	}
	n, err := strconv.ParseInt(replica, 10, 64)
	if err != nil {
		return d, false, fmt.Errorf("read device: %w", err)
	}
	d.Replica = model.Replica(n)
	d.Letter, err = j.Get("letter")
	d.Actor = "laptop " + d.Letter
	return d, true, err
}

// NewDevice mints the identity of this store: a random replica, so that two
// laptops that open the same file are told apart.
func (j *Journal) NewDevice(letter string) (model.Device, error) {
	random := uuid.New()
	sum := sha256.Sum256(random[:])
	var n int64
	for _, b := range sum[:8] {
		n = n<<8 | int64(b)
	}
	d := model.Device{Replica: model.Replica(n&(1<<63-1) | 1), Letter: letter, Actor: "laptop " + letter}
	if err := j.Put("letter", letter); err != nil {
		return d, err
	}
	return d, j.Put("replica", strconv.FormatInt(int64(d.Replica), 10))
}

// Close releases the store. The write-ahead log is folded in by the last close.
func (j *Journal) Close() error {
	var errs []error
	if j.insert != nil {
		errs = append(errs, j.insert.Close())
	}
	if j.db != nil {
		errs = append(errs, j.db.Close())
	}
	return errors.Join(append(errs, j.lock.Unlock())...)
}

// Remove removes the working store of a session that nobody has open, and what
// was moved aside of it.
func Remove(root string, id model.ID) error {
	errs := []error{os.RemoveAll(Folder(root, id))}
	for folder := Aside(root, id); folder != ""; folder = Aside(root, id) {
		err := os.RemoveAll(folder)
		if errs = append(errs, err); err != nil {
			break
		}
	}
	return errors.Join(errs...)
}

// MoveAside gives a damaged working store that nobody has open another name,
// so that a new one can take its place, and says where it is now. Nothing of
// it is erased.
func MoveAside(root string, id model.ID) (folder string, err error) {
	dir := Folder(root, id)
	if inUse(dir) {
		return "", &InUseError{id}
	}
	folder = dir + asideMark + time.Now().Format("20060102 150405.000000")
	return folder, os.Rename(dir, folder)
}

// asideMark stands between the name of a store and the time at which it was
// moved aside.
const asideMark = " damaged "

// Aside is the store of a session that was moved aside last, "" when none was.
func Aside(root string, id model.ID) (folder string) {
	entries, _ := os.ReadDir(root) // by name; a root that isn't there has none
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), id.String()+asideMark) {
			folder = filepath.Join(root, e.Name())
		}
	}
	return folder
}

// Check runs SQLite's own integrity check; nil when the store is whole.
func (j *Journal) Check() error {
	var said string
	if err := j.db.QueryRow("PRAGMA integrity_check(1)").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return fmt.Errorf("working store: %s", said)
	}
	return nil
}

// Peek reads the operations of a session's working store without disturbing a
// program that has it open; none when there is no store.
func Peek(ctx context.Context, root string, id model.ID) ([]model.Operation, error) {
	path := filepath.Join(Folder(root, id), StoreName)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	db, err := connect(path, "rw")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	if err := db.PingContext(ctx); err != nil {
		return nil, fmt.Errorf("read working store: %w", explain(err))
	}
	return operations(db)
}

// Stored is a session that has a working store here.
type Stored struct {
	ID    model.ID
	Path  string // where it is published
	Title string
	Open  bool // it was not closed: the program was interrupted, or still runs
	InUse bool // the program that has it open still runs
	Used  time.Time
	// Damaged tells that the store can't be read: all but ID and InUse is unknown.
	Damaged bool
}

// List finds the working stores below root. A store that is no store is left out.
func List(root string) ([]Stored, error) {
	entries, err := os.ReadDir(root)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list working stores: %w", err)
	}
	var out []Stored
	for _, e := range entries {
		id, err := uuid.Parse(e.Name())
		if err != nil {
			continue
		}
		s, err := describe(root, id)
		if errors.Is(err, ErrDamaged) {
			s = Stored{ID: id, Damaged: true, InUse: inUse(Folder(root, id))}
		} else if err != nil {
			continue
		}
		out = append(out, s)
	}
	return out, nil
}

func describe(root string, id model.ID) (Stored, error) {
	s := Stored{ID: id}
	db, err := connect(filepath.Join(Folder(root, id), StoreName), "rw")
	if err != nil {
		return s, err
	}
	defer db.Close()
	var open string
	for key, to := range map[string]*string{"target": &s.Path, "title": &s.Title, "open": &open} {
		if *to, err = get(db, key); err != nil {
			return s, err
		}
	}
	if s.Open = open != ""; s.Open {
		s.InUse = inUse(Folder(root, id))
	}
	var wall sql.NullInt64
	if err := db.QueryRow("SELECT max(wall) FROM op").Scan(&wall); err != nil {
		return s, explain(err)
	}
	s.Used = time.UnixMilli(wall.Int64)
	return s, nil
}

// inUse tells whether some program has a store open: then its lock can't be had.
func inUse(dir string) bool {
	lock := lockOf(dir)
	free, err := lock.TryLock()
	return errors.Join(err, lock.Unlock()) == nil && !free
}
