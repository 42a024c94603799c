package model

// Change says what an operation did, in the words of the domain. The set is
// closed: EntryAdded, EntryChanged, SessionChanged, ProgrammeChanged, Reloaded.
type Change interface{ change() }

// EntryAdded reports a new entry, or one that undo took away and brought back.
type EntryAdded struct{ Entry Entry }

// EntryChanged reports an entry before and after. Withdrawing an entry is a
// change; so is undoing its capture, which leaves After with an empty Code.
type EntryChanged struct{ Before, After Entry }

// SessionChanged reports title, date, place and the like.
type SessionChanged struct{}

// ProgrammeChanged reports stakeholders, kinds or a list of the programme.
type ProgrammeChanged struct{}

// Reloaded reports more changes than are worth telling one by one.
type Reloaded struct{}

func (EntryAdded) change()       {}
func (EntryChanged) change()     {}
func (SessionChanged) change()   {}
func (ProgrammeChanged) change() {}
func (Reloaded) change()         {}
