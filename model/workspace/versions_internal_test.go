package workspace

import (
	"testing"
	"time"
)

// TestVersionsThinOutWithAge keeps one an hour for two months.
func TestVersionsThinOutWithAge(t *testing.T) {
	now := time.Date(2018, 3, 14, 14, 0, 0, 0, time.Local)
	var all []Version
	for hour := range 60 * 24 {
		at := now.Add(-time.Duration(hour) * time.Hour)
		all = append(all, Version{Path: at.Format(versionLayout), At: at})
	}
	gone := map[string]bool{}
	for _, v := range outlived(all, now) {
		gone[v.Path] = true
	}
	hourly, daily := 0, map[string]int{}
	for _, v := range all {
		switch age := now.Sub(v.At); {
		case gone[v.Path]:
		case age < keepHourly:
			hourly++
		case age >= keepDaily:
			t.Errorf("%v is still kept", v.At)
		default:
			daily[v.At.Format(time.DateOnly)]++
		}
	}
	if hourly != 24 || len(daily) < 29 || len(daily) > 31 {
		t.Errorf("%d of the last day, %d days", hourly, len(daily))
	}
	for day, n := range daily {
		if n != 1 {
			t.Errorf("%d of %s", n, day)
		}
	}
	if old := outlived(all[len(all)-1:], now); len(old) != 0 {
		t.Error("the only version would go")
	}
}
