package document_test

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"oogst/model"
	"oogst/model/document"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

type nowhere struct{}

func (nowhere) Append([]model.Operation) error { return nil }

func session(t testing.TB, lines int) *model.Session {
	t.Helper()
	s, err := model.NewSession(uuid.New(), model.Device{Replica: 5, Letter: "A", Actor: "laptop A"}, nowhere{}, nil, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	err = s.Do(model.Begin{Template: model.Template{
		Session: "Overleg", Kinds: []model.Kind{{Key: "idea", Letter: "I", Name: "Idee"}},
		Stakeholders: []model.Stakeholder{{Key: "GM0034", Name: "Almere"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	batch := make(model.Import, lines)
	for i := range batch {
		batch[i] = model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: fmt.Sprintf("regel %d over coördinatie in de wijk", i)}
	}
	if err := s.Do(batch); err != nil {
		t.Fatal(err)
	}
	return s
}

func encode(t testing.TB, s *model.Session) []byte {
	t.Helper()
	data, err := document.Encode(document.File{
		ID: s.ID(), Program: "Oogst test", Operations: s.Operations(),
		Lines: []document.Line{{"A01", "Almere", "Idee", "tekst", ""}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWritingAndReadingChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := session(t, 1)
		for _, text := range rapid.SliceOfN(rapid.String(), 0, 8).Draw(rt, "texts") {
			_ = s.Do(model.Capture{Kind: "idea", Text: text, Note: text, Origin: text})
		}
		f, err := document.Decode(encode(t, s))
		if err != nil {
			rt.Fatal(err)
		}
		if f.ID != s.ID() || !slices.Equal(f.Operations, s.Operations()) {
			rt.Fatal("the operations came back changed")
		}
		if _, err := model.NewSession(f.ID, s.Device(), nowhere{}, f.Operations, time.Now); err != nil {
			rt.Fatal(err)
		}
	})
}

func TestRefusals(t *testing.T) {
	good := encode(t, session(t, 50))
	newer := bytes.Clone(good)
	binary.BigEndian.PutUint32(newer[60:], document.Format+1)
	foreign := bytes.Clone(good)
	binary.BigEndian.PutUint32(foreign[68:], 0)
	wal := bytes.Clone(good)
	wal[18], wal[19] = 2, 2
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":        {nil, document.ErrNotOogst},
		"text":         {[]byte("dit is een tekst, geen oogst, en toch langer dan honderd tekens, want zo lang is de kop van een bestand van SQLite"), document.ErrNotOogst},
		"other sqlite": {foreign, document.ErrNotOogst},
		"half":         {good[:len(good)/2], document.ErrTruncated},
		"header only":  {good[:100], document.ErrTruncated},
		"tail":         {append(bytes.Clone(good), 0), document.ErrDamaged},
		"wal":          {wal, document.ErrDamaged},
	} {
		if _, err := document.Decode(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
	if _, err := document.Decode(newer); !errors.As(err, new(*document.NewerError)) {
		t.Errorf("newer: got %v", err)
	}
	if _, err := document.Load(t.TempDir()); !errors.Is(err, document.ErrFolder) {
		t.Errorf("folder: got %v", err)
	}
	if _, err := document.Load(filepath.Join(t.TempDir(), "weg.oogst")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing: got %v", err)
	}
}

// TestDamageIsNoticed changes bytes at random. A file may then be refused or
// read as before; it may never be read as something else. The count of files
// that were read and then refused by the hashes must not be zero, or the
// hashes were not examined.
func TestDamageIsNoticed(t *testing.T) {
	s := session(t, 40)
	good := encode(t, s)
	rng := rand.New(rand.NewPCG(1, 2))
	byHash := 0
	for range 4000 {
		bad := bytes.Clone(good)
		for range 1 + rng.IntN(3) {
			bad[rng.IntN(len(bad))] ^= byte(1 << rng.IntN(8))
		}
		f, err := document.Decode(bad)
		if err != nil {
			continue
		}
		c, err := model.NewSession(f.ID, model.Device{Replica: 6, Letter: "B"}, nowhere{}, nil, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Ingest(f.Operations); err != nil {
			byHash++
			continue
		}
		if f.ID == s.ID() && !slices.Equal(c.Operations(), s.Operations()) {
			t.Fatal("a damaged file was read as something else")
		}
	}
	if byHash == 0 {
		t.Fatal("no damage reached the hashes")
	}
}

// BenchmarkOpen reads, verifies and folds a document.
func BenchmarkOpen(b *testing.B) {
	for _, lines := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("lines=%d", lines), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "s.oogst")
			if err := os.WriteFile(path, encode(b, session(b, lines)), 0o600); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				data, err := document.Load(path)
				if err != nil {
					b.Fatal(err)
				}
				f, err := document.Decode(data)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := model.NewSession(f.ID, model.Device{Replica: 6}, nowhere{}, f.Operations, time.Now); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	s := session(b, 10_000)
	for b.Loop() {
		encode(b, s)
	}
}

// TestIdentifyTellsWhatDecodeTells goes from files that fit in the head that is
// read to files of which it is a small part.
func TestIdentifyTellsWhatDecodeTells(t *testing.T) {
	for _, lines := range []int{0, 1, 100, 3000} {
		s := session(t, lines)
		data := encode(t, s)
		path := write(t, data)
		id, fingerprint, err := document.Identify(path)
		if err != nil || id != s.ID() || fingerprint != document.Fingerprint(data) {
			t.Errorf("%d lines in %d bytes: %v, %v", lines, len(data), id == s.ID(), err)
		}
		if err := os.Truncate(path, int64(len(data)-1)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := document.Identify(path); !errors.Is(err, document.ErrTruncated) {
			t.Errorf("%d lines, cut off: %v", lines, err)
		}
	}
}

// TestIdentifyReadsAFileOfAnotherOrder is about a file in which other pages come
// first, as another tool may leave them.
func TestIdentifyReadsAFileOfAnotherOrder(t *testing.T) {
	s := session(t, 10)
	whole := write(t, encode(t, s))
	path := filepath.Join(t.TempDir(), "other.oogst")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	exec := func(statement string) {
		t.Helper()
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(statement, err)
		}
	}
	exec("ATTACH '" + whole + "' AS whole")
	exec("CREATE TABLE filler(b BLOB)")
	exec("INSERT INTO filler VALUES(zeroblob(1000000))")
	rows, err := db.Query("SELECT name, sql FROM whole.sqlite_schema ORDER BY rowid")
	if err != nil {
		t.Fatal(err)
	}
	var made []string
	for rows.Next() {
		var name, statement string
		if err := rows.Scan(&name, &statement); err != nil {
			t.Fatal(err)
		}
		made = append(made, statement, "INSERT INTO "+name+" SELECT * FROM whole."+name)
	}
	rows.Close()
	for _, statement := range made {
		exec(statement)
	}
	exec("DROP TABLE filler")
	exec(fmt.Sprintf("PRAGMA application_id = %d", document.ApplicationID))
	exec(fmt.Sprintf("PRAGMA user_version = %d", document.Format))
	if id, _, err := document.Identify(path); err != nil || id != s.ID() {
		t.Errorf("%v, %v", id == s.ID(), err)
	}
}

func write(t testing.TB, data []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "s.oogst")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
