package text_test

import (
	"testing"
	"time"

	"oogst/ui/text"
)

var confirmed = time.Date(2018, 3, 14, 15, 32, 0, 0, time.UTC)

func TestAChapterSaysHowFarItIsConfirmed(t *testing.T) {
	for _, c := range []struct {
		confirmed, lines int
		by, want         string
	}{
		{0, 3, "", "Nog niet bevestigd."},
		{3, 3, "wethouder", "Bevestigd op 14 maart 2018 om 15:32 door de wethouder."},
		{3, 3, "Wethouder sociaal domein", "Bevestigd op 14 maart 2018 om 15:32 door de wethouder sociaal domein."},
		{3, 3, "het college", "Bevestigd op 14 maart 2018 om 15:32 door het college."},
		{3, 3, "DB-lid", "Bevestigd op 14 maart 2018 om 15:32 door de DB-lid."},
		{3, 3, "", "Bevestigd op 14 maart 2018 om 15:32."},
		{2, 3, "wethouder", "2 van 3 regels bevestigd, het laatst op 14 maart 2018 om 15:32 door de wethouder."},
	} {
		if got := text.ChapterConfirmed(c.confirmed, c.lines, confirmed, c.by); got != c.want {
			t.Errorf("%d of %d by %q: %q, want %q", c.confirmed, c.lines, c.by, got, c.want)
		}
	}
}

func TestAConfirmationNamesTheDayOnlyWhenItWasAnother(t *testing.T) {
	if got := text.Confirmed(confirmed, confirmed.Add(time.Hour), "wethouder"); got != "bevestigd 15:32 door wethouder" {
		t.Errorf("the same day: %q", got)
	}
	if got := text.Confirmed(confirmed, confirmed.AddDate(0, 0, 1), ""); got != "bevestigd 14 maart 2018, 15:32" {
		t.Errorf("the day after: %q", got)
	}
}
