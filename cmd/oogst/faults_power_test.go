//go:build faults && linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"oogst/model"
)

// TestFaultsPowerCut cuts the power after every system call of the program: of what
// was not synced the disk keeps nothing, all, some writes, or some sectors of
// them, and of a folder the names as they are or as they were last synced.
// The program's own code then opens what is left.
func TestFaultsPowerCut(t *testing.T) {
	var total verdict
	want := times(6000, 100_000)
	var group sync.WaitGroup
	var guard sync.Mutex
	for w := range workers {
		group.Go(func() {
			rng := chance(t, w)
			for run := 0; ; run++ {
				// Now and then a session so long that SQLite folds its log in
				// midway; of its many states a few are looked at.
				lines, share := 20+rng.IntN(20), 1
				if run%10 == 9 {
					lines, share = 250, 12
				}
				calls, tree, id := record(t, rng, lines)
				v := simulate(calls, tree, id, rng, share, always, nil)
				guard.Lock()
				total.add(v)
				enough := total.states >= want || total.bad() > 0 || t.Failed()
				guard.Unlock()
				if enough {
					return
				}
			}
		})
	}
	group.Wait()
	t.Logf("%d states, %d acknowledgements: %d don't open, %d lack a line, %d files don't open, %d files lack a line",
		total.states, total.acknowledged, total.corrupt, total.lacking, total.fileCorrupt, total.fileLacking)
	if total.bad() > 0 {
		t.Error(total.example)
	}
}

// TestFaultsPowerCutControl: a simulator that can't fail proves nothing. Each of
// these programs forgets a sync, as SQLite does with synchronous=OFF, and is
// found out: in one session mostly, and in a few surely, as what is lost depends
// on the moment at which the program happens to publish.
func TestFaultsPowerCutControl(t *testing.T) {
	const sessions = 6
	rng := chance(t, 0)
	for name, c := range map[string]struct {
		hears func(path string, folder bool) bool
		fault func(verdict) int
	}{
		"the log of the working store": {func(p string, _ bool) bool { return !strings.HasSuffix(p, "-wal") }, func(v verdict) int { return v.lacking }},
		"the published file":           {func(p string, _ bool) bool { return !strings.HasSuffix(p, ".tmp") }, func(v verdict) int { return v.fileCorrupt }},
		"the folders":                  {func(_ string, folder bool) bool { return !folder }, func(v verdict) int { return min(v.lacking+v.corrupt, v.fileLacking) }},
	} {
		var v verdict
		for tried := 0; tried < sessions && c.fault(v) == 0; tried++ {
			calls, tree, id := record(t, rng, 10)
			v.add(simulate(calls, tree, id, rng, 1, c.hears, func(now verdict) bool { return c.fault(now) > 0 }))
		}
		if c.fault(v) == 0 {
			t.Errorf("%s isn't synced, and nobody noticed in %d states", name, v.states)
		} else {
			t.Logf("not synced: %s: noticed after %d states", name, v.states)
		}
	}
}

func always(string, bool) bool { return true }

// verdict counts what a power cut left.
type verdict struct {
	states, acknowledged     int
	corrupt, lacking         int // working stores
	fileCorrupt, fileLacking int // published files
	example                  string
}

func (v *verdict) bad() int { return v.corrupt + v.lacking + v.fileCorrupt + v.fileLacking }

func (v *verdict) add(o verdict) {
	v.states += o.states
	v.acknowledged += o.acknowledged
	v.corrupt += o.corrupt
	v.lacking += o.lacking
	v.fileCorrupt += o.fileCorrupt
	v.fileLacking += o.fileLacking
	if v.example == "" {
		v.example = o.example
	}
}

// record runs the program on a session that this laptop doesn't know yet, and
// gives its system calls and the disk before the first of them.
func record(t testing.TB, rng *rand.Rand, lines int) ([]call, *node, model.ID) {
	t.Helper()
	m := newMachine(t)
	id := m.fresh(t)
	if err := os.RemoveAll(filepath.Join(m.store, id.String())); err != nil {
		t.Fatal(err)
	}
	base := filepath.Dir(m.files)
	tree, err := plant(base)
	if err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(scratch(t), "calls")
	c := m.start("desk", []string{
		"strace", "-f", "-qq", "-xx", "-s", "1000000", "--seccomp-bpf", "-o", trace, "-e", "trace=" + strings.Join(traced, ","),
	}, m.session())
	c.Stdin = pour(rng, 0, lines)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("strace: %v, %s", err, out)
	}
	data, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	calls, err := readCalls(string(data), base)
	if err != nil {
		t.Fatal(err)
	}
	os.RemoveAll(base)
	return calls, tree, id
}

// simulate replays calls on a copy of tree and looks at the states after each, or
// after one of so many, until it has seen enough. A sync that isn't heard does
// nothing.
func simulate(
	calls []call, tree *node, id model.ID, rng *rand.Rand, oneOf int,
	hears func(path string, folder bool) bool, enough func(verdict) bool,
) (v verdict) {
	d := newDisk(tree, hears)
	var book ledger
	for i, c := range calls {
		if c.said != "" {
			book.hear(c.said)
			v.acknowledged++
			continue
		}
		if !d.apply(c) || rng.IntN(oneOf) > 0 {
			continue
		}
		if enough != nil && enough(v) {
			return v
		}
		for _, how := range d.cuts() {
			dir, err := os.MkdirTemp("/dev/shm", "oogst-stroom")
			if err != nil {
				v.corrupt, v.example = v.corrupt+1, err.Error()
				return v
			}
			if err := d.write(dir, how, rng); err != nil {
				v.corrupt, v.example = v.corrupt+1, err.Error()
			}
			v.look(dir, id, &book, fmt.Sprintf("after call %d of %d (%s), %v", i, len(calls), c.name, how))
			os.RemoveAll(dir)
		}
	}
	return v
}

func (v *verdict) look(dir string, id model.ID, book *ledger, where string) {
	v.states++
	found := func(count *int, err error, gone []string) {
		*count++
		if v.example == "" {
			v.example = fmt.Sprintf("%s: %v %.60q", where, err, gone)
		}
	}
	got, err := stored(filepath.Join(dir, "opslag"), id)
	if err != nil {
		found(&v.corrupt, err, nil)
	} else if gone, err := missing(book.sure(), got); err != nil || len(gone) > 0 {
		found(&v.lacking, err, gone)
	}
	if _, err := published(filepath.Join(dir, "stick", "overleg.oogst")); err != nil && !errors.Is(err, os.ErrNotExist) {
		found(&v.fileCorrupt, err, nil)
	}
	got, err = published(filepath.Join(dir, "map", "overleg.oogst"))
	if err != nil {
		found(&v.fileCorrupt, err, nil)
	} else if gone, err := missing(book.lines[:min(book.published, len(book.lines))], got); err != nil || len(gone) > 0 {
		found(&v.fileLacking, err, gone)
	}
}

// node is a file or a folder: as the program sees it, and as it was last synced.
type node struct {
	kids, kept  map[string]*node // of a folder
	data, solid []byte           // of a file
	pending     []patch          // since it was synced
}

// patch is a write that the disk may not have, or a new size.
type patch struct {
	at   int64
	data []byte // nil for a size
}

// plant reads a folder that lies on the disk for good.
func plant(path string) (*node, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		data, err := os.ReadFile(path)
		return &node{data: data, solid: data}, err
	}
	entries, err := os.ReadDir(path)
	n := &node{kids: map[string]*node{}}
	for _, e := range entries {
		kid, err := plant(filepath.Join(path, e.Name()))
		if err != nil {
			return nil, err
		}
		n.kids[e.Name()] = kid
	}
	n.kept = maps.Clone(n.kids)
	return n, err
}

func (n *node) clone() *node {
	c := &node{data: bytes.Clone(n.data), solid: bytes.Clone(n.solid)}
	if n.kids != nil {
		c.kids = map[string]*node{}
		for name, kid := range n.kids {
			c.kids[name] = kid.clone()
		}
		c.kept = maps.Clone(c.kids)
	}
	return c
}

func (n *node) apply(c patch) {
	n.pending = append(n.pending, c)
	n.data = c.on(n.data)
}

// on gives the content after the change; a gap reads as zeros.
func (c patch) on(data []byte) []byte {
	end := c.at + int64(len(c.data))
	if c.data == nil {
		return append(bytes.Clone(data[:min(c.at, int64(len(data)))]), make([]byte, max(0, c.at-int64(len(data))))...)
	}
	if end > int64(len(data)) {
		data = append(bytes.Clone(data), make([]byte, end-int64(len(data)))...)
	} else {
		data = bytes.Clone(data)
	}
	copy(data[c.at:], c.data)
	return data
}

func (n *node) sync() {
	n.solid, n.pending = n.data, nil
	if n.kids != nil {
		n.kept = maps.Clone(n.kids)
	}
}

// after is the content of a file after a power cut.
func (n *node) after(keep kept, rng *rand.Rand) []byte {
	const sector = 512
	switch keep {
	case none:
		return n.solid
	case all:
		return n.data
	}
	data := n.solid
	for _, c := range n.pending {
		if keep == some || c.data == nil {
			if rng.IntN(2) == 0 {
				data = c.on(data)
			}
			continue
		}
		for at := int64(0); at < int64(len(c.data)); {
			next := min((c.at+at)/sector*sector+sector-c.at, int64(len(c.data)))
			if rng.IntN(2) == 0 {
				data = patch{c.at + at, c.data[at:next]}.on(data)
			}
			at = next
		}
	}
	return data
}

// kept says which unsynced writes outlive a power cut.
type kept int

const (
	none kept = iota
	all
	some
	torn
)

// cut is a way for the power to go.
type cut struct {
	names bool // folders as they are; otherwise as they were last synced
	kept  kept
}

func (c cut) String() string {
	return fmt.Sprintf("names as now: %v, unsynced writes kept: %s", c.names, []string{"none", "all", "some", "torn"}[c.kept])
}

// disk is what the system calls of a program make of a tree.
type disk struct {
	root  *node
	open  map[int]*handle
	hears func(path string, folder bool) bool
}

type handle struct {
	path string
	node *node
	at   int64
}

func newDisk(tree *node, hears func(string, bool) bool) *disk {
	return &disk{tree.clone(), map[int]*handle{}, hears}
}

// find gives the folder of a path and the name in it.
func (d *disk) find(path string) (folder *node, name string) {
	folder = d.root
	parts := strings.Split(path, "/")
	for _, p := range parts[:len(parts)-1] {
		if folder = folder.kids[p]; folder == nil {
			panic("no folder for " + path) // the program had one
		}
	}
	return folder, parts[len(parts)-1]
}

// apply carries out a call and tells whether the disk can differ for it.
func (d *disk) apply(c call) (differs bool) {
	switch c.name {
	case "open":
		n := d.root
		if c.path != "" {
			folder, name := d.find(c.path)
			if n = folder.kids[name]; n == nil {
				n, differs = &node{}, true
				folder.kids[name] = n
			}
		}
		d.open[c.fd] = &handle{path: c.path, node: n}
		if c.truncate {
			n.apply(patch{})
		}
		return differs || c.truncate
	case "mkdir":
		folder, name := d.find(c.path)
		folder.kids[name] = &node{kids: map[string]*node{}, kept: map[string]*node{}}
		return true
	case "rename":
		from, name := d.find(c.path)
		to, target := d.find(c.to)
		to.kids[target] = from.kids[name]
		delete(from.kids, name)
		return true
	case "unlink":
		folder, name := d.find(c.path)
		delete(folder.kids, name)
		return true
	}
	h := d.open[c.fd]
	if h == nil {
		return false // a file elsewhere, a pipe, a screen
	}
	switch c.name {
	case "close":
		delete(d.open, c.fd)
		return false
	case "seek":
		h.at = c.at
		return false
	case "truncate":
		h.node.apply(patch{at: c.at})
	case "pwrite":
		h.node.apply(patch{c.at, c.data})
	case "write":
		h.node.apply(patch{h.at, c.data})
		h.at += int64(len(c.data))
	case "sync":
		if d.hears(h.path, h.node.kids != nil) {
			h.node.sync()
		}
	}
	return true
}

// cuts are the ways that make a difference now.
func (d *disk) cuts() (out []cut) {
	kinds := []kept{none}
	names := []bool{true}
	d.root.walk(func(n *node) {
		if n.pending != nil {
			kinds = []kept{none, all, some, torn}
		}
		if n.kids != nil && !maps.Equal(n.kids, n.kept) {
			names = []bool{true, false}
		}
	})
	for _, k := range kinds {
		for _, n := range names {
			out = append(out, cut{n, k})
		}
	}
	return out
}

func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, kid := range n.kids {
		kid.walk(visit)
	}
}

// write puts the disk after a power cut in a folder.
func (d *disk) write(dir string, c cut, rng *rand.Rand) error { return d.root.write(dir, c, rng) }

func (n *node) write(path string, c cut, rng *rand.Rand) error {
	if n.kids == nil {
		return os.WriteFile(path, n.after(c.kept, rng), 0o600)
	}
	kids := n.kids
	if !c.names {
		kids = n.kept
	}
	errs := []error{os.MkdirAll(path, 0o700)}
	for _, name := range slices.Sorted(maps.Keys(kids)) { // in an order, so that a seed repeats
		if !strings.HasSuffix(name, "-shm") { // shared memory: SQLite makes it anew
			errs = append(errs, kids[name].write(filepath.Join(path, name), c, rng))
		}
	}
	return errors.Join(errs...)
}
