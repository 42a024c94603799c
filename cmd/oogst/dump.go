package main

import (
	"slices"
	"time"

	"oogst/model"
)

// dump is the session as plain values. Maps give sorted keys.
func dump(s *model.Session) map[string]any {
	info, p := s.Info(), s.Programme()
	entries := []map[string]any{}
	for _, e := range s.Entries() {
		entries = append(entries, dumpEntry(e))
	}
	stakeholders := []map[string]any{}
	for _, st := range p.Stakeholders {
		stakeholders = append(stakeholders, map[string]any{
			"key": st.Key, "kind": st.Kind, "name": st.Name, "short": st.Short,
			"letters": st.Letters, "accent": st.Accent,
		})
	}
	kinds := []map[string]any{}
	for _, k := range p.Kinds {
		kinds = append(kinds, map[string]any{
			"key": k.Key, "letter": k.Letter, "name": k.Name, "plural": k.Plural,
			"heading": k.Heading, "accent": k.Accent,
		})
	}
	return map[string]any{
		"session": map[string]any{
			"id": s.ID().String(), "title": info.Title, "date": info.Date, "place": info.Place,
			"chair": info.Chair, "facilitator": info.Facilitator, "classification": info.Classification, "retain": info.Retain,
			"programme": info.Programme, "organisation": info.Organisation, "goal": info.Goal,
			"fictional": info.Fictional, "mark": s.Mark(),
			"operations": len(s.Operations()),
		},
		"kinds": kinds, "overview": p.Overview, "stakeholders": stakeholders,
		"lists": dumpLists(p), "participants": dumpParticipants(p), "entries": entries,
	}
}

func dumpEntry(e model.Entry) map[string]any {
	return map[string]any{
		"id": e.ID.String(), "code": e.Code, "kind": e.Kind, "text": e.Text, "said": e.Said,
		"stakeholder": e.Stakeholder, "status": or(string(e.Status), "captured"),
		"visibility": or(string(e.Visibility), "public"), "certainty": or(string(e.Certainty), "stated"),
		"note": e.Note, "origin": e.Origin, "withdrawn": e.Withdrawn, "joined": dumpJoined(e), "themes": list(e.Themes), "also": list(e.Also),
		"confirmed": dumpConfirmation(e.Confirmed), "conditions": dumpVerdicts(e),
		"lines": dumpLines(e), "reach": e.Follow[model.EntryReach], "promising": e.Follow[model.EntryPromising],
		"reason": e.Follow[model.EntryReason], "lead": e.Follow[model.EntryLead], "step": e.Follow[model.EntryStep],
		"due": e.Follow[model.EntryDue], "state": or(e.Follow[model.EntryState], "open"),
		"versions": e.Versions, "createdAt": e.Created.UTC().Format(time.RFC3339),
	}
}

func dumpVerdicts(e model.Entry) map[string]string {
	out := map[string]string{}
	for f, verdict := range e.Follow {
		if key, ok := f.Condition(); ok {
			out[key] = verdict
		}
	}
	return out
}

// dumpLines are the keys of the programme lines.
func dumpLines(e model.Entry) []string {
	out := []string{}
	for f := range e.Follow {
		if key, ok := f.Line(); ok {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// dumpJoined is the id of the entry that one was joined into; empty otherwise.
func dumpJoined(e model.Entry) string {
	if e.Joined == (model.ID{}) {
		return ""
	}
	return e.Joined.String()
}

func dumpParticipants(p model.Programme) []map[string]any {
	out := []map[string]any{}
	for _, who := range p.Participants {
		out = append(out, map[string]any{
			"key": who.Key, "role": who.Role, "stakeholder": who.Stakeholder, "name": who.Name, "present": who.Present,
		})
	}
	return out
}

// list makes an empty list of none, so that readers find a list.
func list(keys []string) []string { return append([]string{}, keys...) }

func dumpConfirmation(c model.Confirmation) map[string]any {
	at := ""
	if c.Valid() {
		at = c.At.UTC().Format(time.RFC3339)
	}
	return map[string]any{"by": c.By, "at": at, "lapsed": c.Lapsed}
}

func dumpLists(p model.Programme) map[string]any {
	lists := map[string]any{}
	for name, items := range p.Lists {
		lists[name] = items
	}
	return lists
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
