package text

import "strconv"

// What becomes of a line: the conditions, the actions, and what changed.
const (
	CountsSheet    = "Aantallen"
	CountsAbout    = "Aantal regels per gemeente en per soort."
	CountsChart    = "Regels per gemeente en soort"
	Pilots         = "Pilotideeën"
	PilotsJudged   = "Pilotideeën getoetst"
	PilotsAbout    = "Per pilotidee of het aan de voorwaarden voldoet: ja, deels, nee of niet besproken. De voorwaarden staan voluit in de bijlagen."
	PilotsTable    = "In de rijen de pilotideeën, in de kolommen de voorwaarden; in elke cel het oordeel."
	PilotsFollow   = "Toelichting en vervolg"
	PilotsSheet    = "Elke rij is een pilotidee, met een kolom per voorwaarde. Kies in de cel: ja, deels, nee of niet besproken."
	Actions        = "Acties"
	ActionsAbout   = "Elke rij is een afspraak of actie, met wie hem trekt en wanneer hij klaar is."
	Changes        = "Wijzigingen"
	ChangesAbout   = "Wat er in deze sessie is vastgelegd en veranderd, de oudste wijziging eerst. Dit blad is alleen in de interne werkmap."
	ColumnPilot    = "Pilotidee"
	ColumnAction   = "Actie"
	ColumnReason   = "Toelichting"
	ColumnLead     = "Trekker"
	ColumnStep     = "Eerste stap"
	ColumnDue      = "Uiterlijk"
	ColumnState    = "Stand van zaken"
	ColumnBelongs  = "Hoort bij"
	ColumnVerdict  = "Oordeel"
	ColumnLine     = "Programmalijn"
	ColumnReach    = "Lokaal/bovenlokaal"
	ColumnPromise  = "Kansrijk (matchmaker)"
	ColumnJoined   = "Samengevoegd"
	ColumnSession  = "Sessie"
	ReachLocal     = "lokaal"
	ReachSupra     = "bovenlokaal"
	ColumnActor    = "Wie"
	ColumnSubject  = "Waarvan"
	ColumnDone     = "Handeling"
	ColumnField    = "Veld"
	ColumnBefore   = "Was"
	ColumnAfter    = "Wordt"
	VerdictYes     = "ja"
	VerdictPartly  = "deels"
	VerdictNo      = "nee"
	VerdictNone    = "niet besproken"
	StateOpen      = "open"
	StateDone      = "gereed"
	ChooseFromList = "Kies een waarde uit de lijst. De lijst staat op het blad Lijsten."
	ChooseTitle    = "Niet in de lijst"
	JudgedTag      = "getoetst"
	CmdJudge       = "Toets aan de voorwaarden"
	CmdScope       = "Programmalijn en bereik"
	CmdReach       = "Bereik"
	CmdFollow      = "Vervolg"
	CmdActionDone  = "Gereed"
)

// FollowNames names what becomes of a line, by field.
var FollowNames = map[string]string{
	"reach": ColumnReach, "promising": ColumnPromise,
	"reason": ColumnReason, "lead": ColumnLead, "step": ColumnStep, "due": ColumnDue, "state": ColumnState,
}

// FollowHints say what belongs in each.
var FollowHints = map[string]string{
	"reason": "Waarom voldoet dit pilotidee, of niet? Enter bewaart, Escape stopt.",
	"lead":   "Een functie of organisatie. Enter bewaart, Escape stopt.",
	"step":   "Wat gebeurt er het eerst? Enter bewaart, Escape stopt.",
	"due":    "Bijvoorbeeld 2018-06-01 of “medio 2018”. Enter bewaart, Escape stopt.",
}

// Asking is a command that asks for something first.
func Asking(name string) string { return name + "…" }

// Verdict is a verdict in words; one that we don't know stays as it is.
func Verdict(verdict string) string {
	switch verdict {
	case "":
		return VerdictNone
	case "yes":
		return VerdictYes
	case "partly":
		return VerdictPartly
	case "no":
		return VerdictNo
	}
	return verdict
}

// Reach is how far an entry reaches, in words; empty when nobody said so.
func Reach(reach string) string {
	switch reach {
	case "local":
		return ReachLocal
	case "supralocal":
		return ReachSupra
	}
	return ""
}

// State is the state of an action in words.
func State(state string) string {
	if state == "done" {
		return StateDone
	}
	return StateOpen
}

// CountsAlt says what the picture of the counts shows.
func CountsAlt(totals []string) string {
	return "Staven met per gemeente het aantal regels, verdeeld over de soorten: " + Join(totals) + ". De aantallen per soort staan in de tabel erboven."
}

// NotJudged names the pilot ideas that were held against no condition.
func NotJudged(codes []string) string { return "Niet getoetst: " + Join(codes) + "." }

// JoinedRemark names the lines that were joined into one.
func JoinedRemark(codes []string) string { return "Hierin samengevoegd: " + Join(codes) }

// OnLine names the lines that are part of a programme line.
func OnLine(codes []string) string { return "Regels: " + Join(codes) + "." }

// Numbered names a point of a list with its number: "1. Flevolander staat centraal".
func Numbered(number int, name string) string { return strconv.Itoa(number) + ". " + name }

// Labelled is a value behind what it is: "Trekker: de griffier".
func Labelled(label, value string) string { return label + ": " + value }

// What an operation did, in the list of changes.
const (
	DidAdd       = "nieuw"
	DidChange    = "gewijzigd"
	DidWithdraw  = "ingetrokken"
	DidRestore   = "teruggezet"
	DidJoin      = "samengevoegd met"
	DidConfirm   = "bevestigd"
	DidUnconfirm = "bevestiging vervallen"
	DidUndo      = "ongedaan of opnieuw"
	DidErase     = "gewist"
	DidRemove    = "weggehaald"
	DidRecord    = "documenten gemaakt"
	DidMerge     = "met een ander exemplaar samengevoegd"
	DidRound     = "ronde gehouden"
	DidUnknown   = "onbekend"
	DidMove      = "andere plaats in de lijst"
)

// Entities names what a change may be about, by type.
var Entities = map[string]string{
	"session": "Overleg", "stakeholder": "Gemeente of organisatie", "kind": "Soort", "participant": "Aanwezige",
	"version": "Versie", "item": "Lijst", "merge": "Overleg",
}

// Subject says what a change is about: "Gemeente of organisatie Urk".
func Subject(of, name string) string {
	if name == "" {
		return of
	}
	return of + " " + name
}

// Lists names the lists of a programme, by key.
var Lists = map[string]string{
	"line": "Programmalijn", "condition": "Voorwaarde", "phase": "Planning", "principle": "Uitgangspunt",
	"next": "Volgende stap", "matchmaker": "Matchmaker", "agenda": "Agendapunt", "theme": "Thema", "order": "Volgorde",
}

// Fields names the fields that a change is of, by key.
var Fields = map[string]string{
	"text": "tekst", "said": "zoals gezegd", "kind": "soort", "stakeholder": "gemeente", "pos": "volgorde",
	"code": "code", "status": "status", "note": "interne notitie", "withdrawn": "ingetrokken", "visibility": "voor wie",
	"origin": "herkomst", "certainty": "zekerheid", "confirmed": "bevestigd", "also": "ook genoemd door",
	"theme": "thema", "line": "programmalijn", "reach": "lokaal of bovenlokaal", "condition": "voorwaarde", "promising": "kansrijk", "reason": "toelichting", "lead": "trekker", "step": "eerste stap",
	"due": "uiterlijk", "state": "stand van zaken",
	"title": "titel", "date": "datum", "place": "plaats", "chair": "voorzitter", "facilitator": "verslag",
	"classification": "rubricering", "programme": "programma", "organisation": "organisatie", "goal": "doel",
	"fictional": "fictief", "overview": "kolommen",
	"key": "sleutel", "name": "naam", "plural": "meervoud", "heading": "kop", "letter": "letter", "short": "korte naam",
	"accent": "kleur", "list": "lijst", "detail": "toelichting", "role": "functie", "present": "aanwezig",
	"spent": "tijd van een ronde, in seconden", "version": "versie", "mark": "kenmerk", "final": "definitief",
}
