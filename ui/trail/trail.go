// Package trail puts the audit trail of a session in words: for the window, the
// list of changes in documents, and `oogst log`.
package trail

import (
	"strings"
	"time"

	"oogst/model"
	"oogst/ui/text"
)

// Line is a line of the audit trail in words.
type Line struct {
	Entity        model.ID // what it is about
	At            time.Time
	Actor         string
	Subject       string // "A14", "Gemeente of organisatie Urk"
	Action, Field string
	Before, After string
}

// Tell puts the events of a trail in words: one line for what was added, taken
// away or withdrawn, else one for each field that changed. What a new session
// takes along from its template is part of that one line.
func Tell(p model.Programme, events []model.Event) (out []Line) {
	begun := map[model.ID]bool{}
	for len(events) > 0 {
		n := 1
		for n < len(events) && events[n].Key == events[0].Key {
			n++
		}
		first := events[0]
		if !begun[first.Group] {
			out = append(out, tell(p, events[:n])...)
		}
		if first.Kind == "session.add" {
			begun[first.Group] = true
		}
		events = events[n:]
	}
	return out
}

// tell puts one operation in words.
func tell(p model.Programme, events []model.Event) (out []Line) {
	first := events[0]
	line := Line{Entity: first.Entity, At: first.At, Actor: first.Actor, Subject: subject(p, first), Action: text.DidChange}
	switch {
	case first.Erased:
		line.Action = text.DidErase
	case first.Field == "":
		line.Action = text.DidUnknown
	case first.Type == "version":
		line.Action, line.After = text.DidRecord, main(events).After
	case first.Type == "merge":
		line.Action = text.DidMerge
	case whole(events):
		line.Action = text.DidAdd
		if first.Type != "entry" { // its name stands beside it
			line.Subject = text.Subject(what(first), "")
		}
		if e := main(events); e.After == "" {
			line.Action, line.Before = text.DidRemove, e.Before
		} else {
			line.After = e.After
		}
	default:
		for _, e := range events {
			if e.Before != e.After && (e.Field != "pos" || len(events) == 1) {
				out = append(out, field(p, line, e))
			}
		}
	}
	if out == nil && line.Action != text.DidChange {
		out = []Line{line}
	}
	if first.Undo {
		for i := range out {
			out[i].Action = text.DidUndo + ": " + out[i].Action
		}
	}
	return out
}

// whole tells whether an operation makes an entity, or takes it away: then its
// key or code is among what is set.
func whole(events []model.Event) bool {
	for _, e := range events {
		if e.Field == "code" || e.Field == "key" && e.Before != e.After {
			return true
		}
	}
	return strings.HasSuffix(events[0].Kind, ".add")
}

// main is the event of the field that an entity goes by.
func main(events []model.Event) model.Event {
	for _, name := range []string{"text", "name", "role", "title", "version"} {
		for _, e := range events {
			if e.Field == name {
				return e
			}
		}
	}
	return events[0]
}

// what is the kind of thing that an event is about.
func what(e model.Event) string {
	if e.Type == "item" && text.Lists[e.List] != "" {
		return text.Lists[e.List]
	}
	if name, ok := text.Entities[e.Type]; ok {
		return name
	}
	return e.Type
}

// subject is what an event is about, with its name where there are more.
func subject(p model.Programme, e model.Event) string {
	name := e.Name
	switch e.Type {
	case "entry":
		return e.Name
	case "session", "version", "participant", "merge":
		name = ""
	case "stakeholder":
		name = stakeholderName(p, name)
	case "kind":
		name = kindName(p, name)
	case "item":
		name = itemName(p, e.List, name)
	}
	return text.Subject(what(e), name)
}

// field tells of one field.
func field(p model.Programme, line Line, e model.Event) Line {
	name, member, _ := strings.Cut(e.Field, ":")
	line.Field = text.Fields[name]
	if line.Field == "" {
		line.Field = e.Field
	}
	line.Before, line.After = e.Before, e.After
	switch name {
	case "withdrawn":
		line.Action, line.Field, line.Before, line.After = text.DidRestore, "", "", ""
		switch e.After {
		case "":
		case "1":
			line.Action = text.DidWithdraw
		default: // the number of the line that says it too
			line.Action, line.After = text.DidJoin, e.After
		}
	case "pos":
		line.Action, line.Field, line.Before, line.After = text.DidMove, "", "", ""
	case "confirmed":
		line.Action, line.Field = text.DidUnconfirm, ""
		line.Before, line.After = confirmer(e.Before), confirmer(e.After)
		if line.After != "" {
			line.Action = text.DidConfirm
		}
	case "spent":
		line.Action = text.DidRound
	case "also":
		line.Before, line.After = members(e, stakeholderName(p, member))
	case "theme":
		line.Before, line.After = members(e, itemName(p, model.ListThemes, member))
	case "line":
		line.Before, line.After = members(e, itemName(p, model.ListLines, member))
	case "condition":
		line.Field = text.Labelled(line.Field, itemName(p, model.ListConditions, member))
		line.Before, line.After = text.Verdict(e.Before), text.Verdict(e.After)
	default:
		line.Before, line.After = value(p, name, e.Before), value(p, name, e.After)
	}
	return line
}

// members tells of one member of a set, which is a field: there or not.
func members(e model.Event, name string) (before, after string) {
	if e.Before != "" {
		before = name
	}
	if e.After != "" {
		after = name
	}
	return before, after
}

// value is the value of a field in words.
func value(p model.Programme, field, v string) string {
	switch field {
	case "kind":
		return kindName(p, v)
	case "stakeholder":
		return stakeholderName(p, v)
	case "status":
		if v == string(model.ToCheck) {
			return text.CheckRemark
		}
		return text.StatusOpen
	case "certainty":
		return text.Certainty(v)
	case "visibility":
		return text.Audience(v)
	case "reach":
		return text.Reach(v)
	case "promising":
		return text.Verdict(v)
	case "state":
		return text.State(v)
	case "present", "fictional", "final":
		if v == "" {
			return text.No
		}
		return text.Yes
	}
	return v
}

func confirmer(encoded string) string {
	c := model.ParseConfirmation(encoded)
	if !c.Valid() {
		return ""
	}
	return strings.TrimSpace(text.Moment(c.At) + " " + c.By)
}

func kindName(p model.Programme, key string) string {
	if k, ok := p.Kind(key); ok {
		return k.Name
	}
	return key
}

func stakeholderName(p model.Programme, key string) string {
	if key == model.Unassigned {
		return text.Unassigned
	}
	if s, ok := p.Stakeholder(key); ok {
		return s.Name
	}
	return key
}

func itemName(p model.Programme, list, key string) string {
	for _, item := range p.Lists[list] {
		if item.Key == key {
			return item.Name
		}
	}
	return key
}
