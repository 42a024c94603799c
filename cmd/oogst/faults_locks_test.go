//go:build faults && linux

package main

import (
	"bufio"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"oogst/model"
	"oogst/model/document"
)

// lyingLocks has the system say of every lock that it is granted, as some network
// shares do: two laptops may then write the same file at once.
var lyingLocks = []string{"strace", "-f", "-qq", "-o", os.DevNull, "--seccomp-bpf", "-e", "trace=flock", "-e", "inject=flock:retval=0"}

// TestFaultsLyingLocks has two laptops work on one file, on a share that lies about
// locks. The file may be torn for a moment; no laptop reads a torn one as if it
// were whole, and when both have opened it once more it holds the lines of both.
func TestFaultsLyingLocks(t *testing.T) {
	rounds, lines, torn, told, mended := times(8, 200), 0, 0, 0, 0
	rng := chance(t, 0)
	// A few more, where the two never met: then the test would have seen nothing.
	for n := 0; n < rounds || told+torn == 0 && n < 10*rounds; n++ {
		a := newMachine(t)
		id := a.fresh(t)
		both := []machine{a, {a.files, a.store + " b"}}
		books := []*ledger{{}, {}}
		var group sync.WaitGroup
		for i, m := range both {
			seed := rng.Uint64()
			group.Go(func() { m.meeting(t, rand.New(rand.NewPCG(seed, 1)), 1_000_000*(i+1), books[i]) })
		}
		done := make(chan struct{})
		go func() {
			group.Wait()
			close(done)
		}()
		for working := true; working; {
			select {
			case <-done:
				working = false
			default:
			}
			if _, err := published(a.session()); errors.Is(err, document.ErrDamaged) || errors.Is(err, document.ErrTruncated) {
				torn++
			}
		}
		want := &ledger{lines: append(own(books[0], "regel 1"), own(books[1], "regel 2")...)}
		lines += len(want.lines)
		told += len(books[0].refused) + len(books[1].refused)
		for i, m := range append(both, both...) {
			if said := m.again(t, id); said != nil {
				mended++
				if i > 1 || !inDutch(sentence(said)) {
					t.Fatalf("opened once more it says %q", sentence(said))
				}
			}
		}
		got, err := published(a.session())
		gone, twice := missing(want.lines, got)
		if err != nil || twice != nil || len(gone) > 0 {
			t.Fatalf("%d of %d lines aren't in the file: %.80q (%v, %v)", len(gone), len(want.lines), gone, err, twice)
		}
		os.RemoveAll(filepath.Dir(a.files))
	}
	t.Logf("%d times two laptops, %d lines; the file was seen torn %d times, mended %d times, and %d times somebody was told", rounds, lines, torn, mended, told)
	if lines < 100*rounds || told+torn == 0 {
		t.Error("hardly anything was stored, or nobody got in another's way")
	}
}

// again opens the session once more, as the window does, and closes it: its file, or
// where that is gone what the laptop has of it.
func (m machine) again(t *testing.T, id model.ID) (said error) {
	t.Helper()
	l := &library{&host{root: m.store, out: io.Discard, words: io.Discard}}
	d, said := l.Open(m.session())
	if d == nil {
		d, said = l.Resume(id)
	}
	if d == nil {
		t.Fatal(said)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return said
}

// meeting has the program store lines, numbered from first, and publish often.
func (m machine) meeting(t testing.TB, rng *rand.Rand, first int, book *ledger) {
	c, out, err := m.begin(lyingLocks, pour(rng, first, 150))
	if err != nil {
		t.Error(err)
		return
	}
	for words := bufio.NewScanner(out); words.Scan(); {
		book.hear(words.Text())
	}
	if err := c.Wait(); err != nil && len(book.refused) == 0 {
		t.Errorf("it ended with %v, and said nothing", err)
	}
	for _, said := range book.refused {
		if !inDutch(said) {
			t.Errorf("refused with %q", said)
		}
	}
}
