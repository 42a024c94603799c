package ui

import (
	"context"
	"errors"
	"testing"
	"time"

	"oogst/model"

	"github.com/google/uuid"
)

var errDisk = errors.New("the disk is full")

// fakeJournal is a journal that keeps nothing and can be told to fail.
type fakeJournal struct{ fail error }

func (j *fakeJournal) Append([]model.Operation) error { return j.fail }

// fakeDocument is a session without a file; it counts what is asked of it.
type fakeDocument struct {
	session *model.Session
	journal *fakeJournal
	path    string
	draft   string

	inFile       int   // operations that were published
	begun        int   // publications
	publications int   // that were written, or tried
	looks        int   // at a file that has all
	fail         error // of the next publications
	elsewhere    bool  // somebody else changed the file
	closed       int
	failClose    error
	failDraft    error
	second       Second
	stick        bool // is there: the second copy can be written
	protected    []string
	versions     []time.Time
	then         []model.Operation // of any version
}

var _ Document = (*fakeDocument)(nil)

func (d *fakeDocument) Session() *model.Session { return d.session }

func (d *fakeDocument) Path() string { return d.path }

func (d *fakeDocument) MoveTo(path string) error {
	d.path = path
	return d.fail
}

func (d *fakeDocument) Unpublished() bool { return len(d.session.Operations()) > d.inFile }

func (d *fakeDocument) Publication() func() func() (bool, error) {
	frozen := len(d.session.Operations())
	if lacking := d.Unpublished() || d.second.Behind; !lacking {
		return func() func() (bool, error) {
			d.looks++
			return func() (bool, error) {
				again := d.elsewhere
				d.elsewhere = false
				return again, nil
			}
		}
	}
	d.begun++
	return func() func() (bool, error) {
		d.publications++
		return func() (bool, error) {
			if d.fail != nil {
				return false, d.fail
			}
			if d.elsewhere {
				d.elsewhere = false
				return true, nil
			}
			d.inFile = frozen
			if d.stick {
				d.second.Behind, d.second.Err = false, nil
			}
			return false, nil
		}
	}
}

func (d *fakeDocument) Draft() (string, error) { return d.draft, nil }

func (d *fakeDocument) KeepDraft(words string) error {
	if d.failDraft == nil {
		d.draft = words
	}
	return d.failDraft
}

func (d *fakeDocument) Second() Second { return d.second }

func (d *fakeDocument) KeepSecond(folder string) error {
	if d.fail == nil {
		d.second = Second{Path: folder}
	}
	return d.fail
}

func (d *fakeDocument) Versions() []time.Time { return d.versions }

func (d *fakeDocument) Earlier(int) (Lines, error) {
	return Lines{Return: &model.Return{Then: d.then}, Said: []string{"1 regel weg"}}, d.fail
}

func (d *fakeDocument) Protect(path, passphrase string) error {
	d.protected = append(d.protected, path+" "+passphrase)
	return d.fail
}

func (d *fakeDocument) Holdings() []string { return []string{d.path} }

func (d *fakeDocument) Erase() ([]string, error) {
	d.closed++
	return []string{d.path}, d.fail
}

func (d *fakeDocument) Close() error {
	d.inFile = len(d.session.Operations())
	d.closed++
	return d.failClose
}

// fakeLibrary has one template, two examples, and any file that is asked for.
type fakeLibrary struct {
	t       *testing.T
	now     func() time.Time
	recent  []Recent
	lines   []model.Capture // of what is opened
	draft   string          // of what is opened
	fail    error           // of opening, and of making documents
	tells   error           // of what is open
	inUse   model.ID        // the session that the next file is of, and that is open
	gone    model.ID        // a session that can't be resumed
	refused error           // of opening a file; a session can be resumed
	notices []string

	asked    []string
	document *fakeDocument // opened last
	orders   []Order       // made
	paper    string        // the folder of forms
}

var _ Library = (*fakeLibrary)(nil)

func (l *fakeLibrary) Templates() []Choice {
	return []Choice{{Key: "overleg", Name: "Bestuurlijk overleg"}}
}

func (l *fakeLibrary) Examples() []Choice {
	return []Choice{{Key: "full", Name: "Verzonnen overleg"}, {Key: "slide", Name: "De dia"}}
}

func (l *fakeLibrary) Recent() []Recent { return l.recent }

func (l *fakeLibrary) Create(template string) (Document, error) { return l.give("create " + template) }

func (l *fakeLibrary) Example(which string) (Document, error) { return l.give("example " + which) }

func (l *fakeLibrary) Open(path string) (Document, error) {
	if id := l.inUse; id != uuid.Nil {
		l.inUse = uuid.Nil
		return nil, &InUseError{id, errors.New("in use")}
	}
	if l.refused != nil {
		return nil, l.refused
	}
	return l.give("open " + path)
}

func (l *fakeLibrary) Resume(id model.ID) (Document, error) {
	if id == l.gone {
		return nil, errors.New("gone")
	}
	return l.give("resume " + id.String())
}

func (l *fakeLibrary) OpenProtected(path, passphrase string) (Document, error) {
	return l.give("open " + path + " with " + passphrase)
}

func (l *fakeLibrary) ReadLines(string, *model.Session) (Lines, error) { return Lines{}, l.fail }

func (l *fakeLibrary) ParseLines(string, model.Programme) (Lines, error) { return Lines{}, l.fail }

func (l *fakeLibrary) SaveTemplate(string, model.Template, bool) error { return l.fail }

func (l *fakeLibrary) give(asked string) (Document, error) {
	l.asked = append(l.asked, asked)
	if l.fail != nil {
		return nil, l.fail
	}
	l.document = l.newDocument()
	return l.document, l.tells
}

func (l *fakeLibrary) newDocument() *fakeDocument {
	l.t.Helper()
	d := &fakeDocument{journal: &fakeJournal{}, path: "overleg.oogst", draft: l.draft}
	device := model.Device{Replica: 7, Letter: "A", Actor: "laptop A"}
	s, err := model.NewSession(uuid.New(), device, d.journal, nil, l.now)
	if err != nil {
		l.t.Fatal(err)
	}
	d.session = s
	l.do(s, model.Begin{Template: overleg(), Info: model.Info{Date: "2018-03-14", Place: "Lelystad", Facilitator: "Verslaglegger"}})
	for _, line := range l.lines {
		l.do(s, line)
	}
	d.inFile = len(s.Operations())
	return d
}

func (l *fakeLibrary) do(s *model.Session, c model.Command) {
	l.t.Helper()
	if err := s.Do(c); err != nil {
		l.t.Fatalf("%#v: %v", c, err)
	}
}

func (l *fakeLibrary) Names(o Order) []string {
	var names []string
	for _, f := range o.Formats {
		names = append(names, "oogst."+string(f))
	}
	return names
}

func (l *fakeLibrary) Make(ctx context.Context, o Order, progress func(int, int)) ([]string, error) {
	progress(1, 4)
	if err := errors.Join(ctx.Err(), l.fail); err != nil {
		return nil, err
	}
	l.orders = append(l.orders, o)
	return l.notices, nil
}

func (l *fakeLibrary) Paper(_ context.Context, _ model.Info, p model.Programme, folder string) (string, int, error) {
	l.paper = folder
	return folder, len(p.Stakeholders), l.fail
}

func (l *fakeLibrary) Sentence(err error) string { return "Zin over: " + err.Error() }

// overleg is a template with the kinds of the slide and three gemeenten.
func overleg() model.Template {
	return model.Template{
		Programme: "Krachtige Samenleving", Session: "Bestuurlijk overleg",
		Kinds: []model.Kind{
			{Key: "idea", Letter: "I", Name: "Idee", Plural: "Ideeën", Accent: "brown"},
			{Key: "pilotidea", Letter: "P", Name: "Pilotidee", Plural: "Pilotideeën", Accent: "teal"},
			{Key: "characteristic", Letter: "K", Name: "Kenmerk", Plural: "Kenmerken", Accent: "indigo"},
			{Key: "attention", Letter: "A", Name: "Aandachtspunt", Plural: "Aandachtspunten", Accent: "crimson"},
		},
		Stakeholders: []model.Stakeholder{
			{Key: "GM0303", Kind: "municipality", Name: "Dronten", Letters: "DR", Accent: "brown"},
			{Key: "GM0050", Kind: "municipality", Name: "Zeewolde", Letters: "ZE", Accent: "teal"},
			{Key: "GM0034", Kind: "municipality", Name: "Almere", Letters: "AL", Accent: "indigo"},
		},
		Orders: []model.Order{{Key: "alphabet", Name: "Op alfabet", Stakeholders: []string{"GM0034", "GM0303", "GM0050"}}},
	}
}

// jobQueue runs jobs when the test says so, on its goroutine. As in the program,
// what a job leaves for the UI goroutine comes after what runs there now.
type jobQueue struct {
	waiting  []*job
	glancing []func() func()
	later    []func()
}

type job struct {
	work   func(context.Context, func(int, int)) func()
	report func(int, int)
	ctx    context.Context
	cancel func()
}

var _ jobs = (*jobQueue)(nil)

func (q *jobQueue) run(work func(context.Context, func(int, int)) func(), report func(int, int)) func() {
	ctx, cancel := context.WithCancel(context.Background())
	q.waiting = append(q.waiting, &job{work, report, ctx, cancel})
	return cancel
}

func (q *jobQueue) glance(work func() func()) { q.glancing = append(q.glancing, work) }

// wait ends the jobs; the UI goroutine is busy waiting meanwhile.
func (q *jobQueue) wait() {
	for _, j := range q.waiting {
		j.cancel()
	}
	q.work()
}

// work does the jobs that wait.
func (q *jobQueue) work() {
	waiting := q.waiting
	q.waiting = nil
	for _, j := range waiting {
		progress := func(done, total int) {
			if j.report != nil {
				q.later = append(q.later, func() { j.report(done, total) })
			}
		}
		if then := j.work(j.ctx, progress); then != nil {
			q.later = append(q.later, then)
		}
		j.cancel()
	}
}

// finish does the jobs, and then what they left for the UI goroutine.
func (q *jobQueue) finish() {
	q.work()
	glancing := q.glancing
	q.glancing = nil
	for _, work := range glancing {
		q.later = append(q.later, work())
	}
	later := q.later
	q.later = nil
	for _, f := range later {
		f()
	}
}
