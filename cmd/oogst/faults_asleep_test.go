//go:build faults && linux

package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFaultsAsleep has a laptop fall asleep at any moment of writing the file,
// and another one bring lines to that file meanwhile. When the first wakes up and
// goes on, what the other one was told is in the file is still there.
func TestFaultsAsleep(t *testing.T) {
	rounds, brought, refusals := times(40, 1000), 0, 0
	rng := chance(t, 0)
	for range rounds {
		m := newMachine(t)
		m.fresh(t)
		other := machine{m.files, m.store + " b"}
		table := filepath.Join(filepath.Dir(m.store), "regels.csv")
		if err := os.WriteFile(table, []byte("soort;tekst\nidee;Van de ander\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		const lines = 60
		give := strings.Builder{}
		for i := range lines {
			fmt.Fprintf(&give, "%s\n%s\n", aLine(rng, i), saySave)
		}
		c, out, err := m.begin(nil, strings.NewReader(give.String()))
		if err != nil {
			t.Fatal(err)
		}
		var book ledger
		freezes, asleep := 0, 1+rng.IntN(50)
		said := make(chan string, 1)
		for words := bufio.NewScanner(out); words.Scan(); {
			book.hear(words.Text())
			if words.Text() != saidFreezing {
				continue
			}
			if freezes++; freezes == asleep {
				time.AfterFunc(time.Duration(rng.IntN(8000))*time.Microsecond, func() {
					said <- m.sleepThrough(c.Process, other, table)
				})
			}
		}
		if freezes < asleep {
			t.Fatalf("it wrote the file %d times; refused: %q", freezes, book.refused)
		}
		refusal := <-said
		if err := c.Wait(); err != nil || !book.closed {
			t.Fatalf("it ended with %v; refused: %q", err, book.refused)
		}
		want := book.lines
		if refusal == "" {
			brought++
			want = append(want, "Van de ander")
		} else if refusals++; !inDutch(refusal) {
			t.Errorf("refused with %q", refusal)
		}
		got, err := published(m.session())
		gone, twice := missing(want, got)
		if err != nil || twice != nil || len(gone) > 0 {
			t.Fatalf("%d lines aren't in the file: %.80q (%v, %v)", len(gone), gone, err, twice)
		}
		os.RemoveAll(filepath.Dir(m.files))
	}
	t.Logf("%d times asleep: %d times another laptop brought lines, %d times it was told to wait", rounds, brought, refusals)
	if brought == 0 {
		t.Error("nothing happened while it slept")
	}
}

// sleepThrough stops a program, has another laptop bring lines to its file, and
// wakes it up; it gives what the other one was told when it could not.
func (m machine) sleepThrough(p *os.Process, other machine, table string) (refusal string) {
	_ = p.Signal(syscall.SIGSTOP)
	defer func() { _ = p.Signal(syscall.SIGCONT) }()
	var words strings.Builder
	c := other.start("command", nil, "import", m.session(), table)
	c.Stderr = &words
	if err := c.Run(); err != nil {
		told := strings.Split(strings.TrimSpace(words.String()), "\n")
		return told[len(told)-1]
	}
	return ""
}
