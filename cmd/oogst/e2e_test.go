//go:build e2e

package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"oogst/model/journal"
	"oogst/ui/text"
	"oogst/ui/theme"

	ftheme "fyne.io/fyne/v2/theme"
)

// newSession makes a session by the command line.
func (d *desk) newSession() string {
	d.tb.Helper()
	d.oogst("new", d.path("sessie.oogst"), "--title", "Ronde")
	return d.path("sessie.oogst")
}

// capture stores lines by keys.
func (d *desk) capture(file string, lines ...string) {
	d.tb.Helper()
	want := len(d.lines(file)) + len(lines)
	for _, l := range lines {
		d.write(l)
		d.press("Return")
	}
	d.until("the lines are stored", func() bool { return len(d.lines(file)) == want })
}

// round is what is typed in a round along the table, and where it must go.
var round = []struct {
	keys  []string
	typed string
	want  dumped
}{
	{[]string{"ctrl+1", "F5"}, "Wonen met zorg, dicht bij huis", dumped{Stakeholder: "GM0303", Kind: "idea"}},
	{nil, "Ideeën van één café", dumped{Stakeholder: "GM0303", Kind: "idea"}},
	{[]string{"ctrl+2", "F6"}, "Financiële buddy ??", dumped{Stakeholder: "GM0050", Kind: "pilotidea", Text: "Financiële buddy", Status: "tocheck"}},
	{[]string{"ctrl+3", "F7"}, "10% voor onderzoek & leren", dumped{Stakeholder: "GM0034", Kind: "characteristic"}},
	{[]string{"ctrl+4", "F8"}, "// niet in het verslag", dumped{Stakeholder: "GM0995", Kind: "attention", Text: "niet in het verslag", Visibility: "internal"}},
	{[]string{"ctrl+5", "alt+i"}, "//bellen met de ROC??", dumped{Stakeholder: "GM0171", Kind: "idea", Text: "bellen met de ROC", Visibility: "internal", Status: "tocheck"}},
	{[]string{"ctrl+6", "alt+p"}, "Vakschool aan de kade", dumped{Stakeholder: "GM0184", Kind: "pilotidea"}},
	{[]string{"ctrl+0", "alt+k"}, "Wie zei dit????", dumped{Kind: "characteristic", Text: "Wie zei dit??"}},
	{[]string{"alt+i"}, "Coöperatie dáár: € 500, níet meer", dumped{Kind: "idea"}},
	{nil, "Eerst dit\nen dan dat", dumped{Kind: "idea"}},
	{[]string{"alt+a"}, "////dubbel", dumped{Kind: "attention", Text: "//dubbel"}},
}

// wanted are the lines of the round as dump must give them.
func wanted() []string {
	var out []string
	for _, r := range round {
		w := r.want
		if w.Text == "" {
			w.Text = r.typed
		}
		out = append(out, whereAndHow(w))
	}
	return out
}

func whereAndHow(l dumped) string {
	visibility, status := l.Visibility, l.Status
	return strings.Join([]string{l.Stakeholder, l.Kind, or(visibility, "public"), or(status, "captured"), l.Text}, "|")
}

func found(lines []dumped) []string {
	var out []string
	for _, l := range lines {
		out = append(out, whereAndHow(l))
	}
	return out
}

// TestRoundSurvivesKill types a round by keys only and pulls the plug as soon
// as the last line is stored.
func TestRoundSurvivesKill(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	w := d.open(file)
	for _, r := range round {
		if r.keys != nil {
			d.press(r.keys...)
		}
		d.write(r.typed)
		d.press("Return")
	}
	d.until("the round is stored", func() bool { return len(d.lines(file)) == len(round) })
	w.kill()
	t.Logf("%d lines over 7 places and 4 kinds: %d keys beyond text, Enter included; no mouse", len(round), d.presses)
	t.Logf("at the kill the file had %d of %d lines; the rest was on this laptop only", len(d.linesElsewhere(file)), len(round))
	if got, want := found(d.lines(file)), wanted(); !slices.Equal(got, want) {
		t.Fatalf("after the kill the lines are\n%q, want\n%q", got, want)
	}

	w = d.open(file)
	d.until("the session is open", func() bool { return strings.HasPrefix(w.title(), "Ronde") })
	d.capture(file, "Na de stroomstoring")
	want := append(wanted(), "GM0303|idea|public|captured|Na de stroomstoring")
	if got := found(d.lines(file)); !slices.Equal(got, want) {
		t.Errorf("after opening again the lines are\n%q, want\n%q", got, want)
	}
	d.until("the file has all lines", func() bool { return slices.Equal(found(d.linesElsewhere(file)), want) })
}

// TestUnfinishedLineSurvivesKill: the words that were not yet stored are in the
// line again, and the session comes back without being asked for.
func TestUnfinishedLineSurvivesKill(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	w := d.open(file)
	const words = "een halve zin over cliënten"
	d.press("ctrl+3", "F7")
	d.write(words)
	d.until("the unfinished line is kept", func() bool { return d.draft() == words })
	w.kill()
	if got := d.lines(file); len(got) != 0 {
		t.Fatalf("the unfinished line was stored: %+v", got)
	}

	w = d.open()
	d.until("the interrupted session is there by itself", func() bool { return strings.HasPrefix(w.title(), "Ronde") })
	d.capture(file, " en hun buren")
	if got := d.lines(file)[0].Text; got != words+" en hun buren" {
		t.Errorf("the line is %q, want the unfinished words and what came after", got)
	}
	d.until("no unfinished line is left", func() bool { return d.draft() == "" })
}

// draft is the unfinished line in the working store. The command line does not
// tell it, for it is nobody's business.
func (d *desk) draft() string {
	d.tb.Helper()
	stores, err := filepath.Glob(filepath.Join(d.home, "sessions", "*", "work.db"))
	if err != nil || len(stores) != 1 {
		d.tb.Fatalf("working stores %q (%v), want one", stores, err)
	}
	db, err := sql.Open("sqlite", "file:"+stores[0]+"?mode=ro&_pragma=busy_timeout(2000)")
	if err != nil {
		d.tb.Fatal(err)
	}
	defer db.Close()
	var words string
	if err := db.QueryRow("SELECT coalesce(max(v), '') FROM meta WHERE k = 'draft'").Scan(&words); err != nil {
		d.tb.Fatal(err)
	}
	return words
}

// TestCloseWritesTheFile: closing straight after Enter leaves a whole file, keeps
// the unfinished line, and is no interruption.
func TestCloseWritesTheFile(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	w := d.open(file)
	d.capture(file, "Net voor het sluiten")
	d.write("nog niet af")
	w.quit()
	if code := w.end(); code != done {
		t.Errorf("the program ends with %d", code)
	}
	if got := d.linesElsewhere(file); len(got) != 1 || got[0].Text != "Net voor het sluiten" {
		t.Errorf("the file has %+v, want the one line", got)
	}
	w = d.open()
	if got := w.title(); got != text.Program {
		t.Errorf("the window is called %q, want that of the start screen", got)
	}
	w.kill()
	d.open(file)
	d.press("Return")
	d.until("the unfinished line is stored", func() bool {
		lines := d.lines(file)
		return len(lines) == 2 && lines[1].Text == "nog niet af"
	})
}

// TestWhatAnotherLaptopTypesShows while one types on, without a key for it.
func TestWhatAnotherLaptopTypesShows(t *testing.T) {
	d := newDesk(t)
	file, lines := d.newSession(), d.path("daar.csv")
	if err := os.WriteFile(lines, []byte("soort;tekst;gemeente\nidee;Daar getypt;Dronten\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := d.open(file)
	d.press("ctrl+1", "F5")
	d.capture(file, "Hier getypt")
	d.until("the file has the line", func() bool { return len(d.linesElsewhere(file)) == 1 })
	d.write("Hier half")
	before := d.stored()
	d.elsewhere("import", file, lines)
	d.until("this laptop has taken in what the other one typed", func() bool { return d.stored() > before })
	d.write(" en heel getypt")
	d.press("Return")
	d.until("the file has all", func() bool { return len(d.linesElsewhere(file)) == 3 })
	if got := d.linesElsewhere(file)[2].Text; got != "Hier half en heel getypt" {
		t.Errorf("the line became %q", got)
	}
	w.kill()
}

// stored counts the operations in the working store.
func (d *desk) stored() int {
	d.tb.Helper()
	root := filepath.Join(d.home, "sessions")
	list, err := journal.List(root)
	if err != nil || len(list) != 1 {
		d.tb.Fatalf("working stores %+v (%v), want one", list, err)
	}
	operations, err := journal.Peek(d.tb.Context(), root, list[0].ID)
	if err != nil {
		d.tb.Fatal(err)
	}
	return len(operations)
}

// TestUndoRedoAndEditLast: the last step back and forth, and the last line again.
func TestUndoRedoAndEditLast(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	d.open(file)
	d.press("ctrl+2", "F6")
	d.capture(file, "Samen eten")
	first := func(want string) func() bool {
		return func() bool {
			lines := d.lines(file)
			return len(lines) > 0 && !lines[0].Withdrawn && lines[0].Text == want
		}
	}
	d.press("ctrl+z")
	d.until("the line is taken back", func() bool { return !first("Samen eten")() })
	d.press("ctrl+y")
	d.until("the line is there again", first("Samen eten"))

	d.press("Up")
	d.write(" in het dorpshuis")
	d.press("Return")
	d.until("the line is edited", first("Samen eten in het dorpshuis"))
	if got := d.lines(file)[0].Said; got != "Samen eten" {
		t.Errorf("as it was said: %q, want %q", got, "Samen eten")
	}
	d.press("ctrl+z")
	d.until("the edit is taken back", first("Samen eten"))
	d.capture(file, "De cursor staat in de regel")
	if got := d.lines(file)[1]; got.Stakeholder != "GM0050" || got.Kind != "pilotidea" {
		t.Errorf("the next line went to %s, %s", got.Stakeholder, got.Kind)
	}
	t.Logf("%d keys beyond text", d.presses)
}

// TestUndoAfterOpeningAgain: a step of before the plug was pulled is still a step.
func TestUndoAfterOpeningAgain(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	w := d.open(file)
	d.capture(file, "Blijft staan", "Gaat weer weg")
	w.kill()
	d.open(file)
	d.press("ctrl+z")
	d.until("the last line is taken back", func() bool { return len(d.lines(file)) == 1 })
	if got := d.lines(file)[0].Text; got != "Blijft staan" {
		t.Errorf("left is %q", got)
	}
}

// TestFastTypistLosesNothing: keys without a pause between them, Enter and all.
func TestFastTypistLosesNothing(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	d.open(file)
	const n = 40
	line := func(i int) string { return fmt.Sprintf("Regel %d van de snelle typist", i) }
	var typed strings.Builder
	for i := range n {
		typed.WriteString(line(i) + "\r")
	}
	d.tool("xdotool", "type", "--delay", "0", "--", typed.String())
	d.until("all lines are stored", func() bool { return len(d.lines(file)) == n })
	for i, l := range d.lines(file) {
		if l.Text != line(i) {
			t.Errorf("line %d is %q", i, l.Text)
		}
	}
}

// TestDocumentsByKeys makes the workbook and the PDF of the full example with
// two key presses, and has strangers read them.
func TestDocumentsByKeys(t *testing.T) {
	d := newDesk(t)
	file := d.path("voorbeeld.oogst")
	d.oogst("example", file)
	d.open(file)
	d.press("ctrl+4", "F8")
	d.capture(file, "// blijft binnen de muren", "Getypt vlak voor het maken")
	d.press("ctrl+e", "Return")
	made := func(pattern string) string {
		var name string
		d.until(pattern+" is made", func() bool {
			names, err := filepath.Glob(d.path(pattern))
			if err != nil || len(names) != 1 {
				return false
			}
			name = names[0]
			return true
		})
		return name
	}
	workbook, pdf := made("*.xlsx"), made("*.pdf")
	lines := d.lines(file)
	if len(lines) != 92 {
		t.Fatalf("%d lines, want 92", len(lines))
	}
	checkRegister(d, workbook, lines)
	checkChapters(d, pdf, lines)
	t.Logf("%d keys beyond text from start to documents", d.presses)
}

// checkRegister reads the register with openpyxl: every line that may leave
// the house is there once, and nothing else.
func checkRegister(d *desk, workbook string, lines []dumped) {
	d.tb.Helper()
	out, err := exec.Command("/usr/bin/python3", filepath.Join("..", "..", "scripts", "check_xlsx.py"), workbook).Output()
	if err != nil {
		d.tb.Fatalf("check_xlsx.py: %v", err)
	}
	var rows []map[string]string
	if err := json.Unmarshal(out, &rows); err != nil {
		d.tb.Fatal(err)
	}
	var got, want []string
	for _, r := range rows {
		got = append(got, r["Code"]+"|"+r["GM-code"]+"|"+r["Tekst"])
	}
	for _, l := range lines {
		if l.Visibility != "internal" {
			want = append(want, l.Code+"|"+l.Stakeholder+"|"+l.Text)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		d.tb.Errorf("the register has\n%q, want\n%q", got, want)
	}
}

// checkChapters reads the PDF with poppler: every line that may leave the
// house is once in the chapter of its gemeente, and in no other.
func checkChapters(d *desk, pdf string, lines []dumped) {
	d.tb.Helper()
	out, err := exec.Command("pdftotext", pdf, "-").Output()
	if err != nil {
		d.tb.Fatalf("pdftotext: %v", err)
	}
	names := map[string]string{
		"GM0303": "Dronten", "GM0050": "Zeewolde", "GM0034": "Almere", "GM0995": "Lelystad",
		"GM0171": "Noordoostpolder", "GM0184": "Urk", "": text.Unassigned,
	}
	parts := chapters(string(out), names)
	if len(parts) != len(names) {
		d.tb.Fatalf("%d chapters, want %d", len(parts), len(names))
	}
	for _, l := range lines {
		for key, part := range parts {
			want := 0
			if key == l.Stakeholder && l.Visibility != "internal" {
				want = 1
			}
			if got := strings.Count(part, squeezed(l.Code+l.Text)); got != want {
				d.tb.Errorf("%s %q is %d times in the chapter of %s, want %d", l.Code, l.Text, got, names[key], want)
			}
		}
		if l.Visibility == "internal" && strings.Contains(squeezed(string(out)), squeezed(l.Text)) {
			d.tb.Errorf("the PDF shows %q, which is internal", l.Text)
		}
	}
}

// chapters are the texts below each heading that is a name with its read-back
// or count, by key.
func chapters(pdf string, names map[string]string) map[string]string {
	at := map[string]int{}
	for key, name := range names {
		heading := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + `\n(\d+ van|Bevestigd op|Nog niet bevestigd|Geen inbreng)`)
		if found := heading.FindStringIndex(pdf); found != nil {
			at[key] = found[0]
		}
	}
	out := map[string]string{}
	for key, from := range at {
		to := len(pdf)
		for _, other := range at {
			if other > from && other < to {
				to = other
			}
		}
		out[key] = squeezed(pdf[from:to])
	}
	return out
}

// squeezed leaves out what the wrapping of lines changes: white space and hyphens.
func squeezed(s string) string {
	return strings.NewReplacer("-", "", "\u00AD", "").Replace(strings.Join(strings.Fields(s), ""))
}

// TestSecondWindowIsRefused: it says so, and the first one goes on.
func TestSecondWindowIsRefused(t *testing.T) {
	d := newDesk(t)
	file := d.newSession()
	first := d.open(file)
	d.capture(file, "Van het eerste venster")
	before := d.picture()
	plain := d.open()
	calm, _ := d.drawn(before)
	if n := problems(calm); n != 0 {
		t.Fatalf("a start screen without a problem has %d pixels in the colour of one", n)
	}
	plain.kill()

	second := d.open(file)
	if got := second.title(); got != text.Program {
		t.Errorf("the second window is called %q, want that of the start screen", got)
	}
	refusal, _ := d.drawn(calm)
	if n := problems(refusal); n < blink {
		t.Errorf("the second window has %d pixels in the colour of a problem; see %s", n, d.keepPicture())
	}
	first.focus()
	d.capture(file, "En het gaat gewoon door")
	if got := len(d.lines(file)); got != 2 {
		t.Errorf("%d lines, want 2", got)
	}
	d.until("the file has both lines", func() bool { return len(d.linesElsewhere(file)) == 2 })
}

// problems counts the pixels in the colour of a problem.
func problems(p *image.NRGBA) (n int) {
	want := color.NRGBAModel.Convert(theme.New(theme.Light).Color(theme.Crimson, ftheme.VariantLight)).(color.NRGBA)
	for i := 0; i < len(p.Pix); i += 4 {
		if p.Pix[i] == want.R && p.Pix[i+1] == want.G && p.Pix[i+2] == want.B {
			n++
		}
	}
	return n
}

// TestNoDisplay: one sentence, not two, and not the words of a crash.
func TestNoDisplay(t *testing.T) {
	for _, display := range []string{"", ":4999"} {
		d := newDesk(t)
		d.display = display
		file := d.newSession()
		w := d.start(binaryPath, file)
		if code := w.end(); code != refused {
			t.Errorf("without the screen %q it ends with %d, want %d", display, code, refused)
		}
		if got, want := strings.TrimSpace(d.said()), text.NoDisplay; got != want {
			t.Errorf("without the screen %q it says %q, want %q", display, got, want)
		}
	}
}
