//go:build faults

package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/journal"
	"oogst/ui/text"
)

// What can befall a laptop, tried on the program itself: this test program
// starts itself as Oogst, kills it, fills its disk, breaks its calls and cuts
// its power, and then looks whether what was acknowledged is there.
// `make faults` runs the short form, `make faults-long` the long one;
// docs/betrouwbaarheid.md has the figures.

var (
	long = flag.Bool("faults.long", false, "the counts of a release instead of those of every day")
	seed = flag.Uint64("faults.seed", uint64(time.Now().UnixNano()), "repeats what was drawn")
)

// roleKey is the variable of the environment that makes this program Oogst.
const roleKey = "OOGST_FAULTS_ROLE"

func TestMain(m *testing.M) {
	runtime.LockOSThread() // strace counts calls by thread
	switch os.Getenv(roleKey) {
	case "command":
		os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
	case "desk":
		os.Exit(desk(os.Args[1], os.Stdin, os.Stdout))
	}
	flag.Parse()
	fmt.Printf("seed %d\n", *seed)
	os.Exit(m.Run())
}

// times is how often something is tried.
func times(short, atLength int) int {
	if *long {
		return atLength
	}
	return short
}

// chance draws; the same seed draws the same for a test of this name.
func chance(t testing.TB, n int) *rand.Rand {
	sum := uint64(n)
	for _, b := range t.Name() {
		sum = sum*131 + uint64(b)
	}
	return rand.New(rand.NewPCG(*seed, sum))
}

// Words of the desk's protocol.
const (
	sayUndo    = "!undo"
	sayRedo    = "!redo"
	sayPublish = "!publish" // beside what comes next
	saySave    = "!save"    // before what comes next
	sayCopy    = "!copy"    // keep a second copy in the folder beside the file's

	saidOpen      = "open"
	saidStored    = "stored"    // and the line
	saidUndoing   = "undoing"   // the last line may be gone from here on
	saidUndone    = "undone"    // it is
	saidRedone    = "redone"    // and it is there again
	saidFreezing  = "freezing"  // what is stored now, for publishing
	saidPublished = "published" // the file has what was frozen
	saidRefused   = "refused"   // and the sentence that the person reads
	saidCopied    = "copied"    // the second copy follows
	saidNoDraft   = "nodraft"   // and why the unfinished line isn't kept
	saidClosed    = "closed"
)

// desk is the window without its pixels: it opens a session as the window does,
// stores each line of in, publishes beside that, and says when what is done.
func desk(path string, in io.Reader, out io.Writer) int {
	root := os.Getenv("OOGST_DATA")
	l := &library{&host{root: root, out: io.Discard, words: io.Discard}}
	say := func(words ...string) { fmt.Fprintln(out, strings.Join(words, "\t")) }
	opened, err := l.Open(path)
	if err != nil {
		say(saidRefused, l.Sentence(err))
		return refused
	}
	d := opened.(*openDocument)
	say(saidOpen)
	did := func(err error, words ...string) {
		if err != nil {
			words = []string{saidRefused, l.Sentence(err)}
		}
		say(words...)
	}
	var settled chan func() (bool, error)
	settle := func(s func() (bool, error)) {
		settled = nil
		_, err := s()
		did(err, saidPublished)
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		switch line := lines.Text(); line {
		case sayUndo:
			say(saidUndoing)
			did(d.Session().Undo(), saidUndone)
		case sayRedo:
			did(d.Session().Redo(), saidRedone)
		case sayPublish:
			if settled == nil {
				say(saidFreezing)
				write := d.Publication()
				settled = make(chan func() (bool, error), 1)
				go func(to chan func() (bool, error)) { to <- write() }(settled)
			}
		case sayCopy:
			did(d.KeepSecond(copyFolderOf(path)), saidCopied)
		case saySave:
			say(saidFreezing)
			settle(d.Publication()())
		default:
			if err := d.KeepDraft(line[:len(line)/2]); err != nil {
				say(saidNoDraft, l.Sentence(err))
			}
			did(d.Session().Do(model.Contribute{
				Capture: model.Capture{Kind: "idea", Stakeholder: "GM0034", Text: line},
			}), saidStored, line)
		}
		select {
		case s := <-settled:
			settle(s)
		default:
		}
	}
	if settled != nil {
		settle(<-settled)
	}
	if err := d.Close(); err != nil {
		say(saidRefused, l.Sentence(err))
		return refused
	}
	say(saidClosed)
	return done
}

// machine is a laptop that things can befall: a folder of files and one of
// working stores.
type machine struct{ files, store string }

func newMachine(t testing.TB) machine {
	t.Helper()
	base := scratch(t)
	m := machine{filepath.Join(base, "map"), filepath.Join(base, "opslag")}
	for _, dir := range []string{m.files, m.store, copyFolderOf(m.session())} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// scratch is a folder in memory, where the system has one: these tests write
// much and none of it needs a disk.
func scratch(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "oogst")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// copyFolderOf is where the second copy of a session goes.
func copyFolderOf(session string) string {
	return filepath.Join(filepath.Dir(filepath.Dir(session)), "stick")
}

func (m machine) second() string {
	return filepath.Join(copyFolderOf(m.session()), filepath.Base(m.session()))
}

func (m machine) session() string { return filepath.Join(m.files, "overleg.oogst") }

// start prepares this program in a role; wrap stands in front of it.
func (m machine) start(role string, wrap []string, args ...string) *exec.Cmd {
	all := append(append(slices.Clone(wrap), os.Args[0]), args...)
	c := exec.Command(all[0], all[1:]...)
	c.Env = append(os.Environ(), roleKey+"="+role, "OOGST_DATA="+m.store)
	return c
}

// begin starts a desk that is told what in says, and gives what it answers.
func (m machine) begin(wrap []string, in io.Reader) (*exec.Cmd, io.Reader, error) {
	c := m.start("desk", wrap, m.session())
	c.Stdin = in
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	return c, out, err
}

// must carries out a command line that has to succeed.
func (m machine) must(t testing.TB, args ...string) string {
	t.Helper()
	var words strings.Builder
	c := m.start("command", nil, args...)
	c.Stderr = &words
	out, err := c.Output()
	if err != nil {
		t.Fatalf("oogst %q: %v, %s", args, err, words.String())
	}
	return string(out)
}

// ledger is what the program acknowledged, by what it said.
type ledger struct {
	lines             []string
	poured            int  // lines that the program was given
	undoing           bool // the last line may be gone
	frozen, published int  // lines in the publication on its way, and in the last one
	closed            bool
	refused           []string
}

func (l *ledger) hear(said string) {
	word, rest, _ := strings.Cut(said, "\t")
	switch word {
	case saidStored:
		l.lines, l.undoing = append(l.lines, rest), false
	case saidUndoing:
		l.undoing = true
	case saidRedone:
		l.undoing = false
	case saidFreezing:
		l.frozen = len(l.sure())
	case saidPublished:
		l.published = l.frozen
	case saidRefused:
		l.refused = append(l.refused, rest)
	case saidClosed:
		l.closed = true
	}
}

// sure are the lines that must be there.
func (l *ledger) sure() []string {
	if l.undoing {
		return l.lines[:len(l.lines)-1]
	}
	return l.lines
}

// fresh makes a session on a machine and gives its ID.
func (m machine) fresh(t testing.TB) model.ID {
	t.Helper()
	m.must(t, "new", m.session(), "--title", "Proef")
	id, _, err := document.Identify(m.session())
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// frozen is the journal of a session that is only looked at.
type frozen struct{}

func (frozen) Append([]model.Operation) error { return nil }

// stored opens a working store with the program's own code, has SQLite look
// through it and folds its operations, which checks every hash.
func stored(root string, id model.ID) (texts []string, err error) {
	j, err := journal.Open(root, id)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	if err := j.Check(); err != nil {
		return nil, err
	}
	ops, err := j.Operations()
	if err != nil {
		return nil, err
	}
	return folded(id, ops)
}

// published reads the file that people have, likewise.
func published(path string) (texts []string, err error) {
	data, err := document.Load(path)
	if err != nil {
		return nil, err
	}
	f, err := document.Decode(data)
	if err != nil {
		return nil, err
	}
	return folded(f.ID, f.Operations)
}

func folded(id model.ID, ops []model.Operation) (texts []string, err error) {
	s, err := model.NewSession(id, model.Device{}, frozen{}, ops, time.Now)
	if err != nil {
		return nil, err
	}
	if s.Waiting() > 0 {
		return nil, fmt.Errorf("%d operations lack a predecessor", s.Waiting())
	}
	for _, e := range s.Entries() {
		texts = append(texts, e.Text)
	}
	return texts, nil
}

// missing are the lines of want that got lacks; one that is there twice counts
// as an error.
func missing(want, got []string) (out []string, err error) {
	have := map[string]bool{}
	for _, line := range got {
		if have[line] {
			err = fmt.Errorf("%.40q is there twice", line)
		}
		have[line] = true
	}
	for _, line := range want {
		if !have[line] {
			out = append(out, line)
		}
	}
	return out, err
}

// copyFolder copies a folder of plain files. What another program has open is
// copied as a power cut would leave it to that program's files, unsynced
// writes included; SQLite's shared memory isn't part of that.
func copyFolder(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), "-shm") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, e.Name()))
		if err == nil {
			err = os.WriteFile(filepath.Join(to, e.Name()), data, 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// aLine is a line of a meeting, unlike every other one; now and then it is long
// enough to fill several pages of the store.
func aLine(rng *rand.Rand, n int) string {
	words := 3 + rng.IntN(20)
	if rng.IntN(40) == 0 {
		words = 1100
	}
	return "regel " + strconv.Itoa(n) + strings.Repeat(" ideeën", words)
}

// inDutch tells whether a refusal is a sentence of the house and not the last
// resort, which is for what nobody foresaw.
func inDutch(sentence string) bool {
	resort, _, _ := strings.Cut(text.Unexpected("|"), "|")
	return strings.HasSuffix(sentence, ".") && !strings.Contains(sentence, resort)
}
