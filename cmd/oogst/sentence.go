package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"strings"

	"oogst/export/office"
	"oogst/model"
	"oogst/model/document"
	"oogst/model/intake"
	"oogst/model/journal"
	"oogst/model/wholefile"
	"oogst/model/workspace"
	"oogst/ui"
	"oogst/ui/text"
)

// pathError ties an error to the file that it is about.
type pathError struct {
	path string
	err  error
}

func (e *pathError) Error() string { return e.path + ": " + e.err.Error() }
func (e *pathError) Unwrap() error { return e.err }

// at ties err to path, unless it already names its file.
func at(path string, err error) error {
	if err == nil || errors.As(err, new(*pathError)) || errors.As(err, new(*wholefile.Error)) {
		return err
	}
	return &pathError{path, err}
}

// plainError is an error in the person's own words.
type plainError string

func (e plainError) Error() string { return string(e) }

// importError is about lines that could not be taken in.
type importError struct {
	path      string
	programme model.Programme
	err       error
}

func (e *importError) Error() string { return e.err.Error() }
func (e *importError) Unwrap() error { return e.err }

// sentence says in the person's language what is wrong, where, and what to do.
func sentence(err error) string {
	if p := plainError(""); errors.As(err, &p) {
		return string(p)
	}
	path := ""
	if p := (*pathError)(nil); errors.As(err, &p) {
		path = p.path
	} else if p := (*wholefile.Error)(nil); errors.As(err, &p) {
		path = p.Path
	} else if p := (*fs.PathError)(nil); errors.As(err, &p) {
		path = p.Path
	}
	for _, explain := range []func(error, string) string{
		explainStore, explainName, explainImport, explainFile, explainStyle, explainTarget, explainCommand,
	} {
		if said := explain(err, path); said != "" {
			return said
		}
	}
	return text.Unexpected(err.Error())
}

// unpublishedError tells that all is in the working store and not in the file.
type unpublishedError struct{ err error }

func (e *unpublishedError) Error() string { return "not published: " + e.err.Error() }
func (e *unpublishedError) Unwrap() error { return e.err }

// explainStore puts the reason behind what it means for what was done.
func explainStore(err error, path string) string {
	if e := (*model.StoreError)(nil); errors.As(err, &e) {
		return text.NotStored(sentence(at(path, e.Err)))
	}
	if e := (*unpublishedError)(nil); errors.As(err, &e) {
		return text.NotPublished(sentence(at(path, e.err)))
	}
	if e := (*rebuiltError)(nil); errors.As(err, &e) {
		if e.file != "" {
			return text.FileSpoilt(e.path, e.file)
		}
		return text.StoreRebuilt(e.path, e.store)
	}
	return known{
		{journal.ErrFull, text.LaptopFull},
		{journal.ErrReadOnly, text.LaptopReadOnly},
		{journal.ErrDisk, text.LaptopFails},
		{journal.ErrDamaged, text.StoreDamaged(path)},
	}.explain(err)
}

// known is a table of errors and what to say of each.
type known []struct {
	err  error
	said string
}

func (k known) explain(err error) string {
	for _, row := range k {
		if errors.Is(err, row.err) {
			return row.said
		}
	}
	return ""
}

func explainFile(err error, path string) string {
	if e := (*document.NewerError)(nil); errors.As(err, &e) {
		return text.Newer(path, e.Format)
	}
	if e := (*model.DamagedError)(nil); errors.As(err, &e) {
		return text.Damaged(path)
	}
	if e := (*model.ForkError)(nil); errors.As(err, &e) {
		return text.Forked
	}
	if e := (*office.FarError)(nil); errors.As(err, &e) {
		return text.ImportFar(path, e.Sheet, e.Cell)
	}
	return known{
		{document.ErrNotOogst, text.NotOogst(path)},
		{document.ErrProtected, text.IsProtected(path)},
		{document.ErrPassphrase, text.WrongPassphrase},
		{document.ErrTruncated, text.Truncated(path)},
		{document.ErrTooLarge, text.TooLarge(path)},
		{document.ErrFolder, text.FileIsFolder(path)},
		{document.ErrDamaged, text.Damaged(path)},
		{journal.ErrInUse, text.InUse(path)},
		{journal.ErrNewer, text.StoreNewer(path)},
		{workspace.ErrExists, text.Exists(path)},
		{workspace.ErrOtherSession, text.OtherFile(path)},
		{workspace.ErrSamePlace, text.SamePlace(path)},
		{workspace.ErrBusyTarget, text.BusyTarget(path)},
		{office.ErrDamaged, text.SheetDamaged(path)},
		{office.ErrNotWorkbook, text.NotASheet(path)},
		{office.ErrTooManyRows, text.ImportTooMany(path, intake.MaxLines)},
		{office.ErrTooLarge, text.SheetTooLarge(path)},
		{office.ErrNotDocument, text.NoMark(path)},
	}.explain(err)
}

func explainCommand(err error, _ string) string {
	if e := (*model.TooLongError)(nil); errors.As(err, &e) {
		return text.TooLong(e.Length, model.MaxText)
	}
	return known{
		{context.Canceled, text.Cancelled},
		{model.ErrEmptyText, text.EmptyText},
		{model.ErrUnknownEntry, text.UnknownEntry},
		{model.ErrUnknownKind, text.UnknownKind},
		{model.ErrUnknownStakeholder, text.UnknownStakeholder},
		{model.ErrUnknownCondition, text.UnknownCondition},
		{model.ErrUnknownLine, text.UnknownLine},
		{model.ErrUnknownVerdict, text.UnknownVerdict},
		{model.ErrUnknownTheme, text.UnknownTheme},
		{model.ErrNameTaken, text.ThemeNameTaken},
		{model.ErrWithdrawn, text.EntryWithdrawn},
		{model.ErrNothingToUndo, text.NothingToUndo},
		{model.ErrNothingToRedo, text.NothingToRedo},
		{model.ErrChangedMeanwhile, text.ChangedMeanwhile},
		{model.ErrHasEntries, text.HasEntries},
		{model.ErrOutdated, text.Outdated},
		{model.ErrLastKind, text.LastKind},
		{model.ErrLetterTaken, text.LetterTaken},
	}.explain(err)
}

func explainName(err error, path string) string {
	if e := (*mismatchError)(nil); errors.As(err, &e) {
		return e.said
	}
	if errors.Is(err, errNoMark) {
		return text.NoMark(path)
	}
	if e := (*unknownError)(nil); errors.As(err, &e) {
		switch e.what {
		case "template":
			return text.UnknownTemplate(e.name, e.known)
		case "example":
			return text.UnknownExample(e.name, e.known)
		}
		return text.UnknownVariant(e.name, e.known)
	}
	if e := (*templateError)(nil); errors.As(err, &e) {
		return explainTemplate(e)
	}
	return known{
		{errTemplateName, text.TemplateBadName},
		{ui.ErrTemplateExists, text.TemplateExists},
	}.explain(err)
}

// explainTemplate says which part of a template has a hole, and which hole.
func explainTemplate(e *templateError) string {
	var hole *model.TemplateError
	if !errors.As(e.err, &hole) {
		return text.TemplateUnreadable(e.name)
	}
	where := text.TemplatePart(hole.Part, hole.N)
	field := text.TemplateField(hole.Field)
	said := ""
	switch hole.Hole {
	case model.HoleMissing:
		said = text.TemplateMisses(where, field)
	case model.HoleTwice:
		said = text.TemplateTwice(where, field, hole.Value)
	case model.HoleUnknown:
		said = text.TemplateUnknown(where, hole.Value)
	case model.HoleTooLong:
		said = text.TemplateTooLong(where, field)
	case model.HoleTooMany:
		said = text.TemplateTooMany(where)
	}
	return text.TemplateProblem(e.name, said)
}

// shown is how many problems of an import are told; the rest is counted.
const shown = 8

func explainImport(err error, _ string) string {
	if e := (*conflictError)(nil); errors.As(err, &e) {
		return text.ImportConflicts(e.path, e.conflicts)
	}
	var in *importError
	var e *intake.Error
	if !errors.As(err, &in) || !errors.As(err, &e) {
		return ""
	}
	said := []string{text.ImportRefused(in.path)}
	for i, p := range e.Problems {
		if i == shown {
			said = append(said, text.ImportMore(len(e.Problems)-shown))
			break
		}
		said = append(said, explainProblem(in, e.Sheet, p))
	}
	if e.Problems[0].Reason < intake.UnknownKind {
		return said[1]
	}
	return strings.Join(said, "\n")
}

func explainProblem(in *importError, sheet string, p intake.Problem) string {
	sheet = cmp.Or(p.Sheet, sheet)
	where := text.AtLine(p.Line, p.Column)
	if p.Cell != "" {
		where = text.AtCell(sheet, p.Cell, p.Column)
	}
	switch p.Reason {
	case intake.Empty:
		return text.ImportEmpty(in.path)
	case intake.NoHeader:
		if p.Sheet != "" {
			return text.ImportNoCode(p.Sheet)
		}
		return text.ImportNoHeader(in.path, p.Line)
	case intake.TooManyLines:
		return text.ImportTooMany(in.path, intake.MaxLines)
	case intake.Malformed:
		return text.ImportMalformed(in.path, p.Line)
	case intake.EmptyText:
		return text.ImportNoText(where)
	case intake.TextTooLong:
		return text.ImportLongText(where, model.MaxText)
	case intake.UnknownCode:
		return text.ImportUnknownCode(where, p.Value)
	case intake.DoubledCode:
		return text.ImportDoubledCode(where, p.Value)
	case intake.Formula:
		return text.ImportFormula(where)
	case intake.Merged:
		return text.ImportMerged(text.AtCell(sheet, p.Cell, ""))
	case intake.NewElsewhere:
		return text.ImportNewElsewhere(where)
	}
	return text.ImportCell(where, p.Value, text.ChooseFrom(choices(in.programme, p.Reason)))
}

// choices are the values that a column may have.
func choices(p model.Programme, r intake.Reason) (names []string) {
	switch r {
	case intake.UnknownKind:
		for _, k := range p.Kinds {
			names = append(names, k.Name)
		}
	case intake.UnknownStakeholder:
		for _, s := range p.Stakeholders {
			names = append(names, s.Name)
		}
		names = append(names, text.Unassigned)
	case intake.UnknownStatus:
		names = []string{text.StatusOpen, text.CheckRemark, text.StatusWithdrawn}
	case intake.UnknownVerdict:
		names = []string{text.VerdictYes, text.VerdictPartly, text.VerdictNo, text.VerdictNone}
	case intake.UnknownState:
		names = []string{text.StateOpen, text.StateDone}
	case intake.UnknownLine:
		for _, line := range p.Lists[model.ListLines] {
			names = append(names, line.Name)
		}
	case intake.UnknownReach:
		names = []string{text.ReachLocal, text.ReachSupra}
	case intake.UnknownCertainty:
		names = []string{text.CertaintyStated, text.CertaintyDeduced, text.CertaintyGuessed, text.CertaintyUnknown}
	}
	return names
}

// explainTarget is about reading and writing files at all.
func explainTarget(err error, path string) string {
	if !errors.Is(err, fs.ErrNotExist) { // of a file to read: the file itself is missing
		err = errors.Join(err, wholefile.Reason(err))
	}
	return known{
		{errOverSession, text.OverSession(path)},
		{errNotFolder, text.NotFolder(path)},
		{wholefile.ErrFolder, text.FileIsFolder(path)},
		{wholefile.ErrNotFile, text.OtherFile(path)},
		{wholefile.ErrName, text.BadName(path)},
		{wholefile.ErrDisk, text.DiskFails(path)},
		{wholefile.ErrNoFolder, text.FolderMissing(path)},
		{wholefile.ErrPermission, text.NoPermission(path)},
		{wholefile.ErrFull, text.DiskFull(path)},
		{wholefile.ErrLocked, text.Locked(path)},
		{wholefile.ErrDiffers, text.ReadBackDiffers(path)},
		{fs.ErrPermission, text.NoPermission(path)},
		{fs.ErrNotExist, text.FileMissing(path)},
	}.explain(err)
}
