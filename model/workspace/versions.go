package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/wholefile"
)

// Version is a whole file of a session as it was at a moment.
type Version struct {
	Path string
	At   time.Time
}

const (
	versionsFolder = "versions"
	versionLayout  = "2006-01-02T15.04.05"

	keepEvery  = time.Hour
	keepHourly = 24 * time.Hour
	keepDaily  = 31 * 24 * time.Hour
)

// Versions lists what is kept of a session, the newest first. Versions lie
// beside the working stores: hourly of a day, daily of a month.
func Versions(root string, id model.ID) ([]Version, error) {
	folder := versionsOf(root, id)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Version
	for _, e := range entries {
		at, err := time.ParseInLocation(versionLayout, strings.TrimSuffix(e.Name(), document.Extension), time.UTC)
		if err == nil {
			all = append(all, Version{filepath.Join(folder, e.Name()), at.Local()})
		}
	}
	slices.SortFunc(all, func(a, b Version) int { return b.At.Compare(a.At) })
	return all, nil
}

// Versions lists what is kept of the session, the newest first.
func (w *Workspace) Versions() ([]Version, error) { return Versions(w.root, w.id) }

func versionsOf(root string, id model.ID) string {
	return filepath.Join(root, versionsFolder, id.String())
}

// keep keeps what was published as a version, at most one an hour. A version is
// more than was promised: what goes wrong with it is no reason to disturb.
func (w *Workspace) keep(data []byte) {
	now := time.Now()
	if w.kept.IsZero() {
		if all, err := Versions(w.root, w.id); err == nil && len(all) > 0 {
			w.kept = all[0].At
		}
	}
	if age := now.Sub(w.kept); age >= 0 && age < keepEvery { // a clock that was ahead is no reason to wait
		return
	}
	folder := versionsOf(w.root, w.id)
	if os.MkdirAll(folder, 0o700) != nil {
		return
	}
	if wholefile.Write(filepath.Join(folder, now.UTC().Format(versionLayout)+document.Extension), data) != nil {
		return
	}
	w.kept = now
	all, err := Versions(w.root, w.id)
	if err != nil {
		return
	}
	for _, v := range outlived(all, now) {
		_ = os.Remove(v.Path) // what stays now goes the next time
	}
}

// outlived are the versions that need not be kept: within a day all stay, within
// a month the newest of each day, and of what is older none but the newest.
func outlived(all []Version, now time.Time) (out []Version) {
	days := map[string]bool{}
	for i, v := range all {
		age, day := now.Sub(v.At), v.At.Format(time.DateOnly)
		switch {
		case i == 0 || age < keepHourly:
		case age < keepDaily && !days[day]:
		default:
			out = append(out, v)
		}
		days[day] = true
	}
	return out
}

// Read reads the operations of a version.
func (v Version) Read() ([]model.Operation, error) {
	f, err := load(v.Path)
	return f.Operations, err
}
