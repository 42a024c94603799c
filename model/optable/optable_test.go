package optable_test

import (
	"database/sql"
	"errors"
	"testing"

	"oogst/model"
	"oogst/model/optable"

	_ "modernc.org/sqlite"
	"pgregory.net/rapid"
)

// table is an empty one, in memory.
func table(t interface {
	Fatal(args ...any)
	Cleanup(func())
},
) *sql.DB {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	if _, err := db.Exec(optable.Schema); err != nil {
		t.Fatal(err)
	}
	return db
}

func TestRowsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		db := table(t)
		word := rapid.OneOf(rapid.StringMatching(`[ -~]{0,20}`), rapid.StringMatching(`[ë’€\n]{0,9}`))
		var want []model.Operation
		for i := range rapid.IntRange(0, 5).Draw(t, "rows") {
			o := model.Operation{
				Key: model.Key{Replica: 7, Seq: int64(i + 1)}, Stamp: model.Stamp(rapid.Int64().Draw(t, "stamp")), Wall: rapid.Int64().Draw(t, "wall"),
				Actor: word.Draw(t, "actor"), Kind: word.Draw(t, "kind"),
				Body: rapid.OneOf(rapid.String(), rapid.StringMatching(`[\x00-\x02ab]{0,200}`)).Draw(t, "body"),
			}
			for _, field := range [][]byte{o.Entity[:], o.Group[:], o.BodyHash[:], o.Prev[:], o.Hash[:]} {
				copy(field, rapid.SliceOfN(rapid.Byte(), len(field), len(field)).Draw(t, "field"))
			}
			if _, err := db.Exec(optable.Insert, optable.Row(&o)...); err != nil {
				t.Fatal(err)
			}
			want = append(want, o)
		}
		got, err := optable.Read(db)
		if err != nil || len(got) != len(want) {
			t.Fatal(len(got), "rows of", len(want), err)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("row %d\n%+v, want\n%+v", i, got[i], want[i])
			}
		}
	})
}

func TestARowThatIsCutIsDamaged(t *testing.T) {
	for _, column := range []string{"ent", "grp", "body_hash", "prev", "hash"} {
		db := table(t)
		o := model.Operation{Key: model.Key{Replica: 7, Seq: 3}}
		if _, err := db.Exec(optable.Insert, optable.Row(&o)...); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("UPDATE op SET " + column + " = x'01'"); err != nil {
			t.Fatal(err)
		}
		_, err := optable.Read(db)
		var damaged *model.DamagedError
		if !errors.As(err, &damaged) || damaged.Key != o.Key {
			t.Errorf("with a short %s: %v", column, err)
		}
	}
}
