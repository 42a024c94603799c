package intake

import "oogst/model"

// columns maps what a header may say to the column that it means. "code" is
// our own number of a line; any other number is a stranger's, kept as origin.
var columns = map[string]string{
	"code": "code",
	"id":   "id", "nr": "id", "nr.": "id", "nummer": "id",
	"kind": "kind", "soort": "kind", "type": "kind", "categorie": "kind", "soort inbreng": "kind",
	"text": "text", "tekst": "text", "inbreng": "text", "omschrijving": "text", "beschrijving": "text", "regel": "text",
	"municipality": "stakeholder", "gemeente": "stakeholder", "stakeholder": "stakeholder", "organisatie": "stakeholder",
	"gemeente of organisatie": "stakeholder", "partij": "stakeholder",
	"ook genoemd door": "also", "also": "also",
	"thema": "themes", "thema’s": "themes", "thema's": "themes", "theme": "themes",
	"programmalijn": "lines", "programmalijnen": "lines", "lines": "lines", "programme line": "lines",
	"lokaal/bovenlokaal": "reach", "lokaal of bovenlokaal": "reach", "reach": "reach",
	"kansrijk (matchmaker)": "promising", "kansrijk": "promising", "promising": "promising",
	"certainty": "certainty", "zekerheid": "certainty",
	"status": "status",
	"note":   "note", "notitie": "note", "opmerking": "note", "opmerkingen": "note", "interne notitie": "note",
	"said": "said", "zoals gezegd": "said", "gezegd": "said",
	"origin": "origin", "herkomst": "origin", "bron": "origin",
	"lead": "lead", "trekker": "lead", "step": "step", "eerste stap": "step", "due": "due", "uiterlijk": "due",
	"state": "state", "stand van zaken": "state", "reason": "reason",
}

// follow are the columns of what becomes of a line, conditions left out. On a
// sheet of its own "toelichting" is one too; anywhere else that may be said of
// any line.
var follow = []model.EntryField{model.EntryReach, model.EntryPromising, model.EntryReason, model.EntryLead, model.EntryStep, model.EntryDue, model.EntryState}

var verdicts = map[string]string{
	"": model.VerdictNone, "niet besproken": model.VerdictNone, "none": model.VerdictNone,
	"ja": model.VerdictYes, "yes": model.VerdictYes, "deels": model.VerdictPartly, "partly": model.VerdictPartly,
	"nee": model.VerdictNo, "no": model.VerdictNo,
}

var reaches = map[string]string{"": "", "lokaal": model.ReachLocal, "local": model.ReachLocal, "bovenlokaal": model.ReachSupraLocal, "supralocal": model.ReachSupraLocal}

var states = map[string]string{"": "", "open": "", "gereed": model.StateDone, "done": model.StateDone, "klaar": model.StateDone}

var statuses = map[string]model.Status{
	"": model.Captured, "captured": model.Captured, "vastgelegd": model.Captured,
	"tocheck": model.ToCheck, "te controleren": model.ToCheck, "controleren": model.ToCheck,
	"withdrawn": model.StatusWithdrawn, "ingetrokken": model.StatusWithdrawn, "vervallen": model.StatusWithdrawn,
}

var certainties = map[string]model.Certainty{
	"": model.Stated, "stated": model.Stated, "gezegd": model.Stated,
	"deduced": model.Deduced, "afgeleid": model.Deduced,
	"guessed": model.Guessed, "geraden": model.Guessed,
	"none": model.Unknown, "onbekend": model.Unknown,
}
