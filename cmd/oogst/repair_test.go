package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"oogst/ui/text"
)

// holed has a stretch of a file blotted out.
func holed(rng *rand.Rand) func([]byte) []byte {
	return func(data []byte) []byte {
		n := 1 + rng.IntN(len(data)/2)
		from := rng.IntN(len(data) - n)
		for i := range n {
			data[from+i] = byte(rng.IntN(256))
		}
		return data
	}
}

// TestADamagedFileIsOpenedAsFarAsItIsWhole: the copy is a whole file with lines
// of the damaged one and no others, check says how many, and repair names lines
// that the file still shows.
func TestADamagedFileIsOpenedAsFarAsItIsWhole(t *testing.T) {
	l := newLaptop(t)
	good := l.session()
	was := map[string]string{}
	for _, line := range l.lines(good) {
		was[line.Code] = line.Text
	}
	t.Setenv("OOGST_DATA", t.TempDir()) // a laptop that has nothing but the file
	rng := rand.New(rand.NewPCG(3, 4))
	damages := []func([]byte) []byte{
		func(b []byte) []byte { return b[:len(b)*3/4] },
		func(b []byte) []byte { return flipped(t, b, "Mixed woonvormen") },
		func(b []byte) []byte { clear(b[:100]); return b },
		func(b []byte) []byte { return append(b, "en meer"...) },
	}
	for range 30 {
		damages = append(damages, holed(rng))
	}
	whole, partial, named := 0, 0, 0
	for i, damage := range damages {
		bad := l.patched(good, "kapot.oogst", damage)
		data, err := os.ReadFile(bad)
		if err != nil {
			t.Fatal(err)
		}
		copied := l.path("heel.oogst")
		_, _, checked := oogst("check", bad)
		code, _, said := oogst("repair", bad, copied)
		if code != done {
			if strings.Count(said, "\n") != 1 || strings.Contains(checked, "Nog heel") {
				t.Errorf("damage %d: repair says %q and check %q", i, said, checked)
			}
			continue
		}
		if _, _, again := oogst("check", copied); !strings.Contains(again, "is heel") {
			t.Errorf("damage %d: of the copy, check says %q", i, again)
		}
		left := l.lines(copied)
		for _, line := range left {
			if line.Code != "" && line.Text != "" && was[line.Code] != line.Text {
				t.Errorf("damage %d: %s became %q", i, line.Code, line.Text)
			}
		}
		if want := text.StillWhole(len(left), nil); !strings.Contains(checked, want) {
			t.Errorf("damage %d: %d lines are left, and check says %q", i, len(left), checked)
		}
		if len(left) == len(was) {
			whole++
		} else {
			partial++
		}
		named += strings.Count(said, "Verloren: ")
		if now, err := os.ReadFile(bad); err != nil || !bytes.Equal(now, data) {
			t.Errorf("damage %d: repair touched the damaged file (%v)", i, err)
		}
		if err := os.Remove(copied); err != nil {
			t.Fatal(err)
		}
	}
	if whole == 0 || partial == 0 || named == 0 {
		t.Errorf("%d copies have all, %d not all, %d lost lines were named", whole, partial, named)
	}
}

// TestTheLaptopThatMadeItHasTheRest: where the working store is, nothing is lost.
func TestTheLaptopThatMadeItHasTheRest(t *testing.T) {
	l := newLaptop(t)
	want := l.lines(l.session())
	bad := l.patched(l.path("sessie.oogst"), "kapot.oogst", func(b []byte) []byte { return b[:len(b)/2] })
	l.must("repair", bad, l.path("heel"))
	if got := l.lines(l.path("heel.oogst")); !slices.Equal(got, want) {
		t.Errorf("%d lines, there were %d", len(got), len(want))
	}
}

func TestRepairRefuses(t *testing.T) {
	l := newLaptop(t)
	good := l.session()
	bad := l.patched(good, "kapot.oogst", func(b []byte) []byte { return b[:len(b)/2] })
	taken := l.write("bezet.oogst", "een brief")
	letter := l.write("brief.oogst", strings.Repeat("Geachte wethouder, ", 400))
	l.refuses(good, "is heel", "repair", good, l.path("kopie.oogst"))
	l.refuses(taken, "Er staat al een bestand", "repair", bad, taken)
	l.refuses(bad, "Er staat al een bestand", "repair", bad, bad)
	l.refuses(letter, "geen Oogst-bestand", "repair", letter, l.path("kopie.oogst"))
	l.refuses(l.path("weg.oogst"), "is er niet", "repair", l.path("weg.oogst"), l.path("kopie.oogst"))
}

// TestADamagedStoreIsToldOnce: the command that makes it anew says so, and goes on.
func TestADamagedStoreIsToldOnce(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	stores, err := os.ReadDir(l.store)
	if err != nil {
		t.Fatal(err)
	}
	path := l.store + "/" + stores[0].Name() + "/work.db"
	data, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, flipped(t, data, "Mixed woonvormen"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	l.refuses(file, "wordt de werkmap opnieuw gemaakt", "dump", file)
	lines := l.write("regels.csv", "soort;tekst\nidee;Samen eten\n")
	for _, told := range []bool{true, false} {
		code, _, said := oogst("import", file, lines)
		if code != done || strings.Contains(said, "was beschadigd") != told {
			t.Errorf("exit %d: %s", code, said)
		}
	}
	if got := len(l.lines(file)); got != 24 { // the second time the line is known
		t.Errorf("%d lines, want 23 and 1", got)
	}
}

// TestTheWindowOpensADamagedFileThatItWrote, and says so.
func TestTheWindowOpensADamagedFileThatItWrote(t *testing.T) {
	l := newLaptop(t)
	file := l.session()
	if err := os.Truncate(file, 20_000); err != nil {
		t.Fatal(err)
	}
	files := &library{&host{root: l.store}}
	d, told := files.Open(file)
	if d == nil || told == nil || !strings.Contains(files.Sentence(told), "schrijft het bestand opnieuw") {
		t.Fatalf("opened %v, and it says %v", d, told)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if got := len(l.lines(file)); got != 23 {
		t.Errorf("%d lines, want 23", got)
	}
	copied := l.patched(file, "kopie.oogst", func(b []byte) []byte { return b[:20_000] })
	if d, err := files.Open(copied); d != nil || err == nil {
		t.Errorf("a damaged copy was opened: %v", err)
	}
}
