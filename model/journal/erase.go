package journal

import "oogst/model"

// Erase takes the bodies of operations away, from the disk too: secure_delete
// overwrites them, and the write-ahead log is emptied. Their hashes stay, so the
// chain can still be verified.
func (j *Journal) Erase(keys []model.Key) error {
	tx, err := j.db.Begin()
	if err != nil {
		return explain(err)
	}
	defer tx.Rollback()
	for _, k := range keys {
		if _, err := tx.Exec("UPDATE op SET body = NULL WHERE replica = ? AND rseq = ?", int64(k.Replica), k.Seq); err != nil {
			return explain(err)
		}
	}
	if err := tx.Commit(); err != nil {
		return explain(err)
	}
	_, err = j.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	return explain(err)
}
