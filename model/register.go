package model

import "slices"

// head is a write that nothing known has superseded. Two heads of one field
// are two people who did not see each other's write.
type head struct {
	key   Key
	stamp Stamp
	value *string
}

// text is the value of a head, "" when it took the field away.
func (h head) text() string {
	if h.value == nil {
		return ""
	}
	return *h.value
}

// register is one field of one entity: its heads, the shown one first.
type register struct {
	field string
	heads []head
	dead  []Key // superseded writes that have not arrived yet
}

// write folds one write in. The outcome doesn't depend on the order in which
// writes arrive: a base may name a write that comes later.
func (r *register) write(h head, base []Key) {
	for _, b := range base {
		n := len(r.heads)
		r.heads = slices.DeleteFunc(r.heads, func(x head) bool { return x.key == b })
		if len(r.heads) == n {
			r.dead = append(r.dead, b)
		}
	}
	if i := slices.Index(r.dead, h.key); i >= 0 {
		r.dead = slices.Delete(r.dead, i, i+1)
		return
	}
	i, _ := slices.BinarySearchFunc(r.heads, h, func(a, b head) int { return r.order(a, b) })
	r.heads = slices.Insert(r.heads, i, h)
}

// order puts the head to show first: the latest, and for a withdrawal the
// refusal of it (an edit wins from a withdrawal).
func (r *register) order(a, b head) int {
	if r.field == fieldWithdrawn && (a.text() == "") != (b.text() == "") {
		if a.text() == "" {
			return -1
		}
		return 1
	}
	switch {
	case a.stamp != b.stamp:
		return cmpDesc(int64(a.stamp), int64(b.stamp))
	case a.key.Replica != b.key.Replica:
		return cmpDesc(int64(a.key.Replica), int64(b.key.Replica))
	}
	return cmpDesc(a.key.Seq, b.key.Seq)
}

func cmpDesc(a, b int64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}

// entity is a set of registers; few enough to search in line.
type entity struct {
	id        ID
	typ       string
	birth     *birth // nil while registers is, or the entry's own operation hasn't come
	twin      int32  // how many lines with the same number come before it
	only      int32  // index of the one operation there is, while registers is nil
	registers []register
}

// birth is what the operation told that added an entry.
type birth struct {
	created int64   // wall clock, ms
	said    *string // the text
	code    string  // the number, also while the capture is undone
	made    Key     // of the operation
}

// born is what is known of an entry's birth.
func (e *entity) born() birth {
	if e.birth == nil {
		return birth{}
	}
	return *e.birth
}

// effect is what an operation does. A body that is intact and can't be read is of
// a kind that this program doesn't know: it is kept, without effect.
func (o *Operation) effect(room *writeRoom) Body {
	body, err := decodeInto(room, o.Body)
	if err != nil {
		return Body{}
	}
	return body
}

// fold folds one operation in.
func (e *entity) fold(o *Operation) {
	body := o.effect(nil)
	var room []head
	if e.registers == nil {
		e.registers = make([]register, 0, len(body.Sets))
		room = make([]head, len(body.Sets))
	}
	e.write(o, body, room)
}

// write folds a body in. The first heads of new registers lie in room, as far as
// that goes.
func (e *entity) write(o *Operation, body Body, room []head) {
	if o.Kind == typeEntry+verbAdd {
		if e.birth == nil {
			e.birth = &birth{}
		}
		*e.birth = birth{created: o.Wall, said: body.value(fieldText), made: o.Key}
		if c := body.value(fieldCode); c != nil {
			e.birth.code = *c
		}
	}
	for i, w := range body.Sets {
		r := e.writable(w.Field)
		if r.heads == nil && i < len(room) {
			r.heads = room[i : i : i+1]
		}
		r.write(head{o.Key, o.Stamp, w.Value}, w.Base)
	}
}

// unfold makes the registers of an entry that one operation wrote. Most entries
// stay as they were typed: without registers 10,000 of them take 10 MB instead
// of 16.
func (s *Session) unfold(e *entity) {
	if e.registers == nil {
		e.fold(&s.operations[e.only])
	}
}

// entity gives an entity to write to, nil when it isn't there.
func (s *Session) entity(id ID) *entity {
	e := s.entities[id]
	if e != nil {
		s.unfold(e)
	}
	return e
}

// folder looks at entries without keeping their registers. What it gives holds
// until it is asked again.
type folder struct {
	session *Session
	scratch entity
	birth   birth
	heads   [32]head // more than a captured line has fields
	writes  writeRoom
}

func (f *folder) look(e *entity) *entity {
	if e.registers != nil {
		return e
	}
	o := &f.session.operations[e.only]
	f.birth = birth{}
	f.scratch = entity{id: e.id, typ: e.typ, twin: e.twin, birth: &f.birth, registers: f.scratch.registers[:0]}
	f.scratch.write(o, o.effect(&f.writes), f.heads[:])
	return &f.scratch
}

// shows tells whether a register shows what an operation wrote.
func (r *register) shows(k Key) bool { return r != nil && len(r.heads) > 0 && r.heads[0].key == k }

// value is what a register shows, nil when it shows nothing.
func (r *register) value() *string {
	if r == nil || len(r.heads) == 0 {
		return nil
	}
	return r.heads[0].value
}

func (e *entity) register(field string) *register {
	for i := range e.registers {
		if e.registers[i].field == field {
			return &e.registers[i]
		}
	}
	return nil
}

func (e *entity) writable(field string) *register {
	if r := e.register(field); r != nil {
		return r
	}
	e.registers = append(e.registers, register{field: field})
	return &e.registers[len(e.registers)-1]
}

// get is the shown value of a field, "" when it has none.
func (e *entity) get(field string) string {
	if v := e.shown(field); v != nil {
		return *v
	}
	return ""
}

func (e *entity) shown(field string) *string {
	return e.register(field).value()
}

// heads are the keys that a writer of the field supersedes now.
func (e *entity) heads(field string) []Key {
	if e == nil {
		return nil
	}
	r := e.register(field)
	if r == nil {
		return nil
	}
	keys := make([]Key, len(r.heads))
	for i, h := range r.heads {
		keys[i] = h.key
	}
	return keys
}

// empty tells whether every field was taken away again: the entity is not there.
func (e *entity) empty() bool {
	for i := range e.registers {
		if e.registers[i].value() != nil {
			return false
		}
	}
	return true
}
