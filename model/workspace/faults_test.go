//go:build faults

package workspace_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/workspace"

	"pgregory.net/rapid"
)

// picture is what a session shows and what can be taken back.
type picture struct {
	Info          model.Info
	Programme     model.Programme
	Entries       []model.Entry
	Undo, Redo    bool
	Operations    int
	Letter, Draft string
}

func pictureOf(w *workspace.Workspace) picture {
	s := w.Session()
	draft, err := w.Draft()
	if err != nil {
		draft = err.Error()
	}
	return picture{s.Info(), s.Programme(), s.Entries(), s.CanUndo(), s.CanRedo(), len(s.Operations()), s.Device().Letter, draft}
}

// anything is a command that fits the session, or is refused.
func anything(rt *rapid.T, s *model.Session) model.Command {
	entries := s.Entries()
	text := rapid.StringN(1, 40, -1).Draw(rt, "text")
	if len(entries) == 0 || rapid.IntRange(0, 2).Draw(rt, "new") == 0 {
		return capture(text)
	}
	id := rapid.SampledFrom(entries).Draw(rt, "entry").ID
	switch rapid.IntRange(0, 6).Draw(rt, "command") {
	case 0:
		return model.Edit{Entry: id, Text: text}
	case 1:
		return model.Withdraw{Entry: id}
	case 2:
		return model.Restore{Entry: id}
	case 3:
		return model.Annotate{Entry: id, Note: text}
	case 4:
		return model.Confirm{Entries: []model.ID{id}, By: "wethouder"}
	case 5:
		return model.Describe{Field: model.Title, Value: text}
	}
	return model.Import{{Kind: "idea", Text: text}, {Kind: "idea", Stakeholder: "GM0034", Text: text + "!"}}
}

// TestFaultsWhateverHappens has two laptops work on one file in any way:
// commands, undo, unfinished lines, publishing, closing, opening the file or the
// session, a publication or a look that takes its time, a file that is gone. What a laptop showed when it closed it shows when
// it opens, and in the end the file holds the operations of both.
func TestFaultsWhateverHappens(t *testing.T) {
	steps := 0
	rapid.Check(t, func(rt *rapid.T) {
		folder := must[string](t)(os.MkdirTemp(t.TempDir(), "h"))
		path := filepath.Join(folder, "overleg.oogst")
		roots := []string{filepath.Join(folder, "a"), filepath.Join(folder, "b")}
		open := make([]*workspace.Workspace, 2)
		shown := make([]*picture, 2)
		begun := make([]*workspace.Publication, 2)
		open[0] = must[*workspace.Workspace](t)(workspace.Create(roots[0], "test", path, begin()))
		id := open[0].Session().ID()
		ok(t, open[0].Publish())
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			steps++
			i := rapid.IntRange(0, 1).Draw(rt, "laptop")
			w := open[i]
			if w == nil {
				w = reopen(rt, t, roots[i], path, id, shown[i])
				open[i], shown[i], begun[i] = w, nil, nil
				continue
			}
			switch rapid.IntRange(0, 13).Draw(rt, "step") {
			case 0:
				ok(t, w.Publish()) // takes in what the other one wrote
				now := pictureOf(w)
				ok(t, w.Close())
				open[i], shown[i], shown[1-i] = nil, &now, nil
			case 1:
				ok(t, w.Publish())
				shown[1-i] = nil
			case 2:
				ok(t, w.KeepDraft(rapid.String().Draw(rt, "draft")))
			case 3:
				_ = w.Session().Undo()
			case 4:
				_ = w.Session().Redo()
			case 5:
				ok(t, os.Remove(path), w.Publish())
				shown[1-i] = nil
			case 6: // as the window does it, while typing goes on
				if begun[i] == nil {
					p := w.Freeze()
					begun[i] = &p
					continue
				}
				_, err := w.Settle(begun[i].Write())
				ok(t, err)
				begun[i], shown[1-i] = nil, nil
			default:
				_ = w.Session().Do(anything(rt, w.Session()))
			}
		}
		want := map[model.Key]bool{}
		for range 2 { // the second time each has what the other had left
			for i, w := range open {
				if w == nil {
					w = reopen(rt, t, roots[i], path, id, nil)
				}
				ok(t, w.Session().Do(capture(fmt.Sprint("slot ", i))))
				for _, o := range w.Session().Operations() {
					want[o.Key] = true
				}
				ok(t, w.Close())
				open[i] = nil
			}
		}
		data := must[[]byte](t)(document.Load(path))
		for _, o := range must[document.File](t)(document.Decode(data)).Operations {
			delete(want, o.Key)
		}
		if len(want) > 0 {
			rt.Fatalf("not in the file: %v", want)
		}
		ok(t, os.RemoveAll(folder))
	})
	if steps == 0 {
		t.Error("nothing happened")
	}
}

// reopen opens the file, or the session of this laptop, and compares what it
// shows with what it showed, where nobody can have changed the file meanwhile.
func reopen(rt *rapid.T, t *testing.T, root, path string, id model.ID, shown *picture) *workspace.Workspace {
	w, err := workspace.Open(root, "test", path)
	if shown != nil && rapid.Bool().Draw(rt, "resume") {
		ok(t, errors.Join(err, w.Close()))
		w, err = workspace.Resume(root, "test", id)
	}
	if err != nil {
		rt.Fatal(err)
	}
	if shown == nil {
		return w
	}
	if got := pictureOf(w); !reflect.DeepEqual(got, *shown) {
		rt.Fatalf("shows\n%+v\nand showed\n%+v", got, *shown)
	}
	return w
}
