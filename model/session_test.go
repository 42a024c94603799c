package model

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

// memory is a journal in memory; it can be told to fail.
type memory struct {
	ops  []Operation
	fail error
}

func (m *memory) Append(ops []Operation) error {
	if m.fail != nil {
		return m.fail
	}
	m.ops = append(m.ops, ops...)
	return nil
}

func testTemplate() Template {
	return Template{
		Programme: "Test", Session: "Overleg", Overview: []string{"b", "a"},
		Kinds:        []Kind{{Key: "a", Letter: "A", Name: "Aa"}, {Key: "b", Letter: "B", Name: "Bee"}},
		Stakeholders: []Stakeholder{{Key: "GM1", Kind: "municipality", Name: "Een"}, {Key: "GM2", Kind: "municipality", Name: "Twee"}},
		Conditions:   []Item{{Key: "c1", Name: "Voorwaarde"}},
		Lines:        []Item{{Key: "l1", Name: "Lijn"}},
	}
}

// clock steps a second at each reading.
func clock() func() time.Time {
	at := time.Date(2018, 3, 14, 14, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(time.Second)
		return at
	}
}

func newTestSession(t testing.TB) (*Session, *memory) {
	t.Helper()
	m := &memory{}
	s, err := NewSession(newID(), Device{Replica: 7, Letter: "A", Actor: "laptop A"}, m, nil, clock())
	if err != nil {
		t.Fatal(err)
	}
	must(t, s.Do(Begin{Template: testTemplate()}))
	return s, m
}

func must(t interface {
	Helper()
	Fatal(...any)
}, err error,
) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// image is everything that a person can see of a session.
func image(s *Session) string {
	data, err := json.MarshalIndent(struct {
		Info      Info
		Programme Programme
		Entries   []Entry
		Harvest   Harvest
	}{s.Info(), s.Programme(), s.Entries(), func() Harvest {
		h := s.Harvest(Internal)
		h.Changed = time.Time{}
		return h
	}()}, "", " ")
	if err != nil {
		panic(err)
	}
	return string(data)
}

func TestCaptureIsStoredBeforeItShows(t *testing.T) {
	s, m := newTestSession(t)
	var told []Change
	s.Subscribe(func(c []Change) { told = append(told, c...) })
	must(t, s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "  Mixed woonvormen\r\n"}))
	e := s.Cell("GM1", "a")
	if len(e) != 1 || e[0].Text != "Mixed woonvormen" || e[0].Code != "A01" || e[0].Said != "Mixed woonvormen" {
		t.Fatalf("got %+v", e)
	}
	if len(told) != 1 || told[0].(EntryAdded).Entry.Code != "A01" {
		t.Fatalf("told %+v", told)
	}
	if got, want := len(m.ops), len(s.Operations()); got != want {
		t.Fatalf("journal has %d operations, session %d", got, want)
	}

	m.fail = fmt.Errorf("disk full")
	before := image(s)
	err := s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "Verloren?"})
	if se := (*StoreError)(nil); !asError(err, &se) {
		t.Fatalf("got %v, want a StoreError", err)
	}
	if image(s) != before || len(told) != 1 {
		t.Fatal("a failed store changed the session")
	}
	m.fail = nil
	must(t, s.Do(Capture{Kind: "a", Stakeholder: "GM1", Text: "Toch"}))
	if c := s.Cell("GM1", "a"); c[1].Code != "A02" {
		t.Fatalf("number after a failure is %s", c[1].Code)
	}
}

func asError[T error](err error, target *T) bool {
	for ; err != nil; err = unwrap(err) {
		if e, ok := err.(T); ok {
			*target = e
			return true
		}
	}
	return false
}

func unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

func TestRefusals(t *testing.T) {
	s, _ := newTestSession(t)
	long := make([]byte, MaxText+1)
	for i := range long {
		long[i] = 'x'
	}
	must(t, s.Do(Capture{Kind: "a", Text: "x"}))
	entry := s.Entries()[0]
	for name, c := range map[string]Command{
		"empty":       Capture{Kind: "a", Text: " \t\n"},
		"invisible":   Capture{Kind: "a", Text: "\u202e\x00"},
		"long":        Capture{Kind: "a", Text: string(long)},
		"kind":        Capture{Kind: "z", Text: "x"},
		"stakeholder": Capture{Kind: "a", Stakeholder: "GM9", Text: "x"},
		"entry":       Edit{newID(), "x"},
		"title":       Describe{Title, " "},
		"begin again": Begin{Template: testTemplate()},
		"order":       OrderStakeholders{[]string{"GM1", "GM1"}},
		"remove":      RemoveStakeholder{"GM9"},
		"condition":   Follow{entry.ID, EntryCondition("c9"), VerdictYes},
		"verdict":     Follow{entry.ID, EntryCondition("c1"), "ja"},
		"state":       Follow{entry.ID, EntryState, "bijna"},
		"follow":      Follow{entry.ID, EntryText, "x"},
		"line":        Follow{entry.ID, EntryLine("l9"), OnLine},
		"on a line":   Follow{entry.ID, EntryLine("l1"), "ja"},
		"reach":       Follow{entry.ID, EntryReach, "ver"},
		"promising":   Follow{entry.ID, EntryPromising, "ja"},
		"long lead":   Follow{entry.ID, EntryLead, string(long)},
	} {
		n := len(s.Operations())
		if err := s.Do(c); err == nil || len(s.Operations()) != n {
			t.Errorf("%s: got error %v and %d new operations", name, err, len(s.Operations())-n)
		}
	}
}

// generate draws a command that may well be refused.
func generate(t *rapid.T, s *Session) Command {
	kind := rapid.SampledFrom([]string{"a", "b"}).Draw(t, "kind")
	who := rapid.SampledFrom([]string{"", "GM1", "GM2"}).Draw(t, "who")
	text := rapid.SampledFrom([]string{"een", "twee", "drie", "ideeën"}).Draw(t, "text")
	entries := s.Entries()
	if len(entries) == 0 || rapid.IntRange(0, 3).Draw(t, "new") == 0 {
		return Capture{Kind: kind, Stakeholder: who, Text: text}
	}
	pick := func() ID { return entries[rapid.IntRange(0, len(entries)-1).Draw(t, "entry")].ID }
	id := pick()
	theme := func() string {
		keys := []string{"een", "gone"}
		for _, t := range s.Themes() {
			keys = append(keys, t.Key)
		}
		return rapid.SampledFrom(keys).Draw(t, "theme")
	}
	switch rapid.IntRange(0, 27).Draw(t, "what") {
	case 21:
		return Follow{id, EntryCondition("c1"), rapid.SampledFrom(Verdicts).Draw(t, "verdict")}
	case 24, 25:
		return Join{id, []ID{pick(), pick()}}
	case 26:
		return RenameTheme{theme(), text}
	case 27:
		return RemoveTheme{theme(), rapid.SampledFrom([]string{"", theme()}).Draw(t, "into")}
	case 23:
		lines := Batch{}
		for _, e := range []ID{id, pick()}[:rapid.IntRange(1, 2).Draw(t, "several")] {
			lines = append(lines, Follow{e, EntryLine("l1"), rapid.SampledFrom([]string{"", OnLine}).Draw(t, "on the line")})
		}
		return lines
	case 22:
		return Follow{id, rapid.SampledFrom(followFields).Draw(t, "follow"), rapid.SampledFrom([]string{"", StateDone, ReachLocal, VerdictPartly, "griffier"}).Draw(t, "value")}
	case 12:
		return Confirm{[]ID{id, pick()}, "wethouder"}
	case 13:
		return Unconfirm{id}
	case 14:
		return AlsoNamed{id, who, rapid.Bool().Draw(t, "named")}
	case 15:
		return Themed{[]ID{id, pick()}, text, rapid.Bool().Draw(t, "under")}
	case 16:
		return PutKind{Kind{Letter: "X", Name: text}}
	case 17:
		return RemoveKind{text}
	case 18:
		return PutItem{ListAgenda, Item{Key: rapid.SampledFrom([]string{"", "1"}).Draw(t, "key"), Name: text}}
	case 19:
		return RemoveItem{ListAgenda, "1"}
	case 20:
		people := s.Programme().Participants
		if len(people) == 0 || rapid.Bool().Draw(t, "new person") {
			return PutParticipant{Participant{Role: text, Present: true}}
		}
		if rapid.Bool().Draw(t, "remove") {
			return RemoveParticipant{people[0].Key}
		}
		people[0].Name = text
		return PutParticipant{people[0]}
	case 0:
		return Edit{id, text}
	case 1:
		return Move{id, kind, who}
	case 2:
		return Withdraw{id}
	case 3:
		return Restore{id}
	case 4:
		return Mark{id, ToCheck}
	case 5:
		return Annotate{id, text}
	case 6:
		return Describe{Title, text}
	case 7:
		return OrderStakeholders{[]string{"GM2", "GM1"}}
	case 8:
		return PutStakeholder{Stakeholder{Name: text}}
	case 9:
		return Import{{Kind: kind, Text: text}, {Kind: kind, Stakeholder: who, Text: text}}
	case 10:
		e, _ := s.Entry(id)
		cell := s.Cell(e.Stakeholder, e.Kind)
		if len(cell) == 0 {
			return Reorder{id, uuid.Nil}
		}
		return Reorder{id, cell[rapid.IntRange(0, len(cell)-1).Draw(t, "after")].ID}
	}
	return Reorder{id, uuid.Nil}
}

func TestAnyCommandsThenAsManyUndosIsTheStart(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, m := newTestSession(t)
		images := []string{image(s)}
		for range rapid.IntRange(1, 25).Draw(rt, "commands") {
			n := len(s.Operations())
			_ = s.Do(generate(rt, s))
			if len(s.Operations()) > n {
				images = append(images, image(s))
			}
		}
		reopen := func() {
			fresh, err := NewSession(s.ID(), s.Device(), m, slices.Clone(m.ops), clock())
			must(t, err)
			if image(fresh) != image(s) {
				rt.Fatalf("re-opened:\n%s\nwas:\n%s", image(fresh), image(s))
			}
			s = fresh
		}
		reopen()
		for i := len(images) - 2; i >= 0; i-- {
			must(t, s.Undo())
			if got := image(s); got != images[i] {
				rt.Fatalf("after undo:\n%s\nwant:\n%s", got, images[i])
			}
			if rapid.IntRange(0, 4).Draw(rt, "toggle") == 0 {
				must(t, s.Redo())
				if got := image(s); got != images[i+1] {
					rt.Fatalf("after redo:\n%s\nwant:\n%s", got, images[i+1])
				}
				reopen()
				must(t, s.Undo())
				if got := image(s); got != images[i] {
					rt.Fatalf("after the second undo:\n%s\nwant:\n%s", got, images[i])
				}
			}
		}
		if s.Undo() != ErrNothingToUndo {
			rt.Fatal("the making of the session was undone")
		}
		for i := 1; i < len(images); i++ {
			must(t, s.Redo())
			if got := image(s); got != images[i] {
				rt.Fatalf("redone:\n%s\nwant:\n%s", got, images[i])
			}
		}
	})
}

// TestFoldIsIndependentOfOrder lets two devices work apart, with clocks that
// are wrong by hours, and hands their operations to fresh sessions in any order.
func TestFoldIsIndependentOfOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, ma := newTestSession(t)
		mb := &memory{}
		late := func() time.Time { return time.Date(2018, 3, 14, 9, 0, 0, 0, time.UTC) }
		b, err := NewSession(a.ID(), Device{9, "K", "laptop K"}, mb, nil, late)
		must(t, err)
		exchange := func(from *memory, to *Session) {
			_, err := to.Ingest(slices.Clone(from.ops))
			must(t, err)
		}
		exchange(ma, b)
		for range rapid.IntRange(1, 30).Draw(rt, "commands") {
			s := a
			if rapid.Bool().Draw(rt, "device") {
				s = b
			}
			switch rapid.IntRange(0, 9).Draw(rt, "act") {
			case 0:
				exchange(mb, a)
			case 1:
				exchange(ma, b)
			case 2:
				_ = s.Undo()
			case 3:
				_ = s.Redo()
			default:
				_ = s.Do(generate(rt, s))
			}
		}
		exchange(ma, b)
		exchange(mb, a)
		if image(a) != image(b) {
			rt.Fatalf("devices differ:\n%s\n%s", image(a), image(b))
		}
		all := slices.Clone(a.Operations())
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		m := &memory{}
		c, err := NewSession(a.ID(), Device{11, "Z", "laptop Z"}, m, nil, late)
		must(t, err)
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, o := range append(all, all[:len(all)/2]...) {
			_, err := c.Ingest([]Operation{o})
			must(t, err)
		}
		if image(c) != image(a) || c.Waiting() != 0 {
			rt.Fatalf("one by one:\n%s\nwant:\n%s", image(c), image(a))
		}
	})
}

func TestTamperedAndForkedOperationsAreRefused(t *testing.T) {
	s, m := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Text: "waar"}))
	other := func() *Session {
		c, err := NewSession(s.ID(), Device{11, "Z", "z"}, &memory{}, nil, clock())
		must(t, err)
		return c
	}
	checked := 0
	for i := range m.ops {
		for name, spoil := range map[string]func(*Operation){
			"body":   func(o *Operation) { o.Body = o.Body[:len(o.Body)-1] + " }" },
			"stamp":  func(o *Operation) { o.Stamp++ },
			"actor":  func(o *Operation) { o.Actor += "x" },
			"kind":   func(o *Operation) { o.Kind = "entry.set" },
			"entity": func(o *Operation) { o.Entity[3]++ },
			"group":  func(o *Operation) { o.Group[3]++ },
			"prev":   func(o *Operation) { o.Prev[0]++; o.Hash = o.headerHash() },
		} {
			ops := slices.Clone(m.ops)
			spoil(&ops[i])
			if ops[i].Kind == m.ops[i].Kind && name == "kind" {
				continue
			}
			c := other()
			if _, err := c.Ingest(ops); err == nil || len(c.Operations()) != 0 {
				t.Errorf("operation %d with a spoilt %s was taken", i, name)
			}
			checked++
		}
	}
	if checked == 0 {
		t.Fatal("nothing was spoilt")
	}
	forked := m.ops[len(m.ops)-1]
	forked.Body = encodeBody(Body{})
	forked.seal(forked.Prev)
	if _, err := s.Ingest([]Operation{forked}); err == nil {
		t.Error("a forked operation was taken")
	}
}

func TestErasedBodyKeepsTheChain(t *testing.T) {
	s, m := newTestSession(t)
	must(t, s.Do(Capture{Kind: "a", Text: "persoonlijk"}))
	must(t, s.Do(Capture{Kind: "a", Text: "blijft"}))
	ops := slices.Clone(m.ops)
	ops[len(ops)-2].Body = ""
	c, err := NewSession(s.ID(), Device{11, "Z", "z"}, &memory{}, ops, clock())
	must(t, err)
	if e := c.Entries(); len(e) != 1 || e[0].Text != "blijft" {
		t.Fatalf("got %+v", e)
	}
}

func TestConcurrentEditsBothStay(t *testing.T) {
	a, ma := newTestSession(t)
	must(t, a.Do(Capture{Kind: "a", Text: "samen"}))
	mb := &memory{}
	b, err := NewSession(a.ID(), Device{9, "K", "k"}, mb, nil, clock())
	must(t, err)
	_, err = b.Ingest(ma.ops)
	must(t, err)
	id := a.Entries()[0].ID
	must(t, a.Do(Edit{id, "van a"}))
	must(t, b.Do(Edit{id, "van b"}))
	must(t, b.Do(Withdraw{id}))
	_, err = a.Ingest(mb.ops)
	must(t, err)
	if e, _ := a.Entry(id); e.Versions != 2 || e.Withdrawn {
		t.Fatalf("two edits and a withdrawal gave %+v", e)
	}
	must(t, a.Do(Edit{id, "gekozen"}))
	if e, _ := a.Entry(id); e.Versions != 1 || e.Text != "gekozen" {
		t.Fatalf("a choice gave %+v", e)
	}
}

func TestBetween(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		keys := []string{positionAt(1 << 40), positionAt(1<<40 + 5)}
		for range 60 {
			i := rapid.IntRange(0, len(keys)).Draw(rt, "gap")
			var low, high string
			if i > 0 {
				low = keys[i-1]
			}
			if i < len(keys) {
				high = keys[i]
			}
			k := between(low, high)
			if k <= low || (high != "" && k >= high) {
				rt.Fatalf("between(%q, %q) = %q", low, high, k)
			}
			keys = slices.Insert(keys, i, k)
		}
	})
}

func TestHarvestHoldsEveryEntryOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, _ := newTestSession(t)
		for range rapid.IntRange(0, 25).Draw(rt, "commands") {
			_ = s.Do(generate(rt, s))
		}
		want := map[ID]bool{}
		for _, e := range s.Entries() {
			if !e.Withdrawn {
				want[e.ID] = true
			}
		}
		h := s.Harvest(Internal)
		for _, e := range h.Entries {
			if !want[e.ID] {
				rt.Fatalf("%s is there twice, or should not be there", e.Code)
			}
			delete(want, e.ID)
		}
		if len(want) > 0 {
			rt.Fatalf("left out: %v", want)
		}
	})
}

func TestObserversEnd(t *testing.T) {
	s, _ := newTestSession(t)
	cancel := s.Subscribe(func([]Change) {})
	if s.Observers() != 1 {
		t.Fatal("not subscribed")
	}
	cancel()
	if s.Observers() != 0 {
		t.Fatal("still subscribed")
	}
}
