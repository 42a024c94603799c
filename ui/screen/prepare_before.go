package screen

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"oogst/model"
	"oogst/ui/kit"
	"oogst/ui/text"
	"oogst/ui/theme"

	"fyne.io/fyne/v2"
)

// beforePanel is Vooraf ingebracht: lines that are there before it begins.
type beforePanel struct {
	*Prepare
	there    *fyne.Container
	problems *fyne.Container
	preview  *preview
	first    *kit.Button
	body     fyne.CanvasObject

	kind, stakeholder string // of lines that don't say so themselves
}

func newBeforePanel(p *Prepare) preparePanel {
	v := &beforePanel{Prepare: p, there: stack(4), problems: hidden(stack(4)), preview: newPreview(p)}
	v.first = p.button(text.ChooseLines, kit.Outline, func() { p.host.ChooseLines(v.read) })
	buttons := row(12, v.first, p.button(text.PasteLines, kit.Outline, v.paste))
	paper := stack(6, heading(text.PaperTitle), muted(text.PaperButtonWhat), row(0, p.button(text.PaperButton, kit.Outline, v.paper)))
	v.body = stack(16, stack(6, heading(text.PrepareBefore), muted(text.BeforeAbout), muted(text.BeforeHow)),
		buttons, v.problems, v.preview.box, v.there, paper)
	if kinds := p.session.Programme().Kinds; len(kinds) > 0 {
		v.kind = kinds[0].Key
	}
	return v
}

func (v *beforePanel) content() fyne.CanvasObject { return v.body }

func (v *beforePanel) target() fyne.Focusable { return v.first }

// show counts what was brought in, by whom.
func (v *beforePanel) show() {
	counts, total := map[string]int{}, 0
	for _, e := range v.session.Entries() {
		if !e.Withdrawn && text.IsBeforehand(e.Origin) {
			counts[e.Stakeholder]++
			total++
		}
	}
	v.there.RemoveAll()
	v.there.Add(kit.NewLine(kit.Run{Text: text.BeforeCount(total), Bold: total > 0, Color: theme.Ink}))
	for _, o := range append(organisations(v.session.Programme(), text.Unassigned)[1:], option{model.Unassigned, text.Unassigned}) {
		if n := counts[o.key]; n > 0 {
			v.there.Add(kit.NewCountRow(text.Number(n), theme.Ink, o.name))
		}
	}
}

func (v *beforePanel) paste() {
	words := v.host.Clipboard()
	if strings.TrimSpace(words) == "" {
		v.refuse(text.ClipboardEmpty)
		return
	}
	lines, err := v.host.ParseLines(words)
	v.offer(lines, err, text.Clipboard)
}

func (v *beforePanel) read(path string) {
	lines, err := v.host.ReadLines(path)
	v.offer(lines, err, filepath.Base(path))
}

// paper makes forms to fill in, on paper or beforehand, and the key card.
func (v *beforePanel) paper() {
	v.problems.Hide()
	v.say(kit.Quiet, text.PaperBusy)
	v.host.MakePaper(func(said string, err error) {
		if err != nil {
			v.say(kit.Bad, v.host.Sentence(err))
			return
		}
		v.say(kit.Good, said)
	})
}

// refuse says what is wrong, a sentence a line.
func (v *beforePanel) refuse(sentences string) {
	v.preview.close()
	v.problems.RemoveAll()
	for _, s := range strings.Split(sentences, "\n") {
		v.problems.Add(kit.NewParagraph(s, theme.Crimson))
	}
	v.problems.Show()
	v.fit()
}

func (v *beforePanel) offer(lines Brought, err error, from string) {
	v.say(kit.Quiet, "")
	if err != nil {
		v.refuse(v.host.Sentence(err))
		return
	}
	for i, line := range lines.Plain {
		if utf8.RuneCountInString(line) > model.MaxText {
			v.refuse(text.TooLongLine(i+1, model.MaxText))
			return
		}
	}
	v.problems.Hide()
	if lines.Return != nil {
		v.preview.open(lines.Said[0], lines.Said[1:], text.TakeReturn, func() {
			if v.do(*lines.Return) {
				v.preview.close()
				v.say(kit.Good, text.ReturnDone)
			}
		})
		return
	}
	if lines.Merge != nil {
		v.offerMerge(lines.Merge, lines.Said)
		return
	}
	if lines.Correction != nil {
		v.offerCorrection(*lines.Correction, lines.Said)
		return
	}
	if len(lines.Table) > 0 {
		v.offerTable(lines.Table, from)
		return
	}
	v.preview.open(text.LinesFrom(len(lines.Plain), from)+".", lines.Plain, text.TakeLines(len(lines.Plain)), func() {
		var all model.Import
		for _, words := range lines.Plain {
			all = append(all, model.Capture{Kind: v.kind, Stakeholder: v.stakeholder, Text: words, Origin: text.Beforehand})
		}
		v.take(all)
	}, v.chooseKind(), v.chooseStakeholder())
}

// offerCorrection shows what a register that came back would change, field by
// field. Where both sides changed one, ours stays until the person says else.
func (v *beforePanel) offerCorrection(c model.Correction, said []string) {
	if c.Empty() {
		v.refuse(text.NothingToCorrect)
		return
	}
	choice := model.Ours
	var between []fyne.CanvasObject
	if len(c.Conflicts) > 0 {
		whose := kit.NewSegmented(text.KeepOurs, text.TakeTheirs)
		whose.Keys = v.keys
		whose.OnSelect = func(i int) { choice = []model.Choice{model.Ours, model.Theirs}[i] }
		between = append(between, stack(4, kit.NewLine(kit.Run{Text: text.BothChanged, Size: theme.Note, Bold: true}), row(0, whose)))
	}
	v.preview.open(said[0], said[1:], text.TakeCorrection, func() {
		if v.do(model.Correct{Correction: c, Choice: choice}) {
			v.preview.close()
			v.say(kit.Good, text.CorrectionDone)
		}
	}, between...)
}

// offerMerge shows what a copy of the session would bring.
func (v *beforePanel) offerMerge(operations []model.Operation, said []string) {
	v.preview.open(said[0], said[1:], text.TakeMerge, func() {
		if _, err := v.session.Merge(operations); err != nil {
			v.say(kit.Bad, v.host.Sentence(err))
			return
		}
		v.preview.close()
		v.say(kit.Good, text.MergeDone)
	})
}

// offerTable shows the counts of a table, by kind and by stakeholder.
func (v *beforePanel) offerTable(lines model.Import, from string) {
	p := v.session.Programme()
	kinds, whose := map[string]int{}, map[string]int{}
	samples := make([]string, len(lines))
	for i, line := range lines {
		kinds[line.Kind]++
		whose[line.Stakeholder]++
		k, _ := p.Kind(line.Kind)
		samples[i] = stakeholderName(p, line.Stakeholder) + " · " + k.Name + ": " + line.Text
	}
	var parts []string
	for _, k := range p.Kinds {
		if n := kinds[k.Key]; n > 0 {
			parts = append(parts, text.Number(n)+" "+strings.ToLower(pluralOf(k, n)))
		}
	}
	said := text.LinesFrom(len(lines), from) + ": " + text.Join(parts) + ". "
	parts = nil
	for _, o := range organisations(p, text.Unassigned) {
		if n := whose[o.key]; n > 0 {
			parts = append(parts, o.name+" "+text.Number(n))
		}
	}
	v.preview.open(said+text.Join(parts)+".", samples, text.TakeLines(len(lines)), func() { v.take(lines) })
}

func pluralOf(k model.Kind, n int) string {
	if n == 1 {
		return k.Name
	}
	return k.Plural
}

// take takes all lines over, in one step.
func (v *beforePanel) take(lines model.Import) {
	if v.do(lines) {
		v.preview.close()
		v.say(kit.Good, text.BeforeDone(len(lines)))
	}
}

// segmentsMost is how many kinds stand side by side; more go in a menu.
const segmentsMost = 5

func (v *beforePanel) chooseKind() fyne.CanvasObject {
	kinds := v.session.Programme().Kinds
	var names []string
	var options []option
	at := 0
	for i, k := range kinds {
		names = append(names, k.Name)
		options = append(options, option{k.Key, k.Name})
		if k.Key == v.kind {
			at = i
		}
	}
	v.kind = kinds[at].Key
	label := kit.NewLine(kit.Run{Text: text.BeforeKind, Size: theme.Note, Bold: true})
	if len(kinds) > segmentsMost {
		var choice *pick
		choice = v.pick(text.BeforeKind, func(key string) {
			v.kind = key
			choice.set(options, key)
		})
		choice.set(options, v.kind)
		return stack(4, label, row(0, choice.button))
	}
	choice := kit.NewSegmented(names...)
	choice.Keys = v.keys
	choice.Select(at)
	choice.OnSelect = func(i int) { v.kind = kinds[i].Key }
	return stack(4, label, row(0, choice))
}

func (v *beforePanel) chooseStakeholder() fyne.CanvasObject {
	options := organisations(v.session.Programme(), text.Unassigned)
	if _, ok := v.session.Programme().Stakeholder(v.stakeholder); !ok {
		v.stakeholder = model.Unassigned
	}
	var choice *pick
	choice = v.pick(text.BeforeWhose, func(key string) {
		v.stakeholder = key
		choice.set(options, key)
	})
	choice.set(options, v.stakeholder)
	return stack(4, kit.NewLine(kit.Run{Text: text.BeforeWhose, Size: theme.Note, Bold: true}), row(0, choice.button))
}
