package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"oogst/model"
	"oogst/ui/text"
)

// withInput runs a command that reads a passphrase.
func withInput(t *testing.T, l *library, want int, input string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	c := rootCommand(&host{root: l.root, out: &out, words: &out})
	c.SetIn(strings.NewReader(input))
	c.SetArgs(args)
	code := done
	if err := c.Execute(); err != nil {
		code = refused
		out.WriteString(sentence(err))
	}
	if code != want {
		t.Fatalf("%v gives %d: %s", args, code, out.String())
	}
	return out.String()
}

func TestAProtectedCopyGoesOutAndComesBack(t *testing.T) {
	const secret = "vier losse woorden"
	l, folder := atHome(t)
	file, sealed := filepath.Join(folder, "s.oogst"), filepath.Join(folder, "s (wachtwoord).oogst")
	command(t, done, "example", file, "--which", "slide")
	if said := withInput(t, l, refused, "kort\n", "protect", file, sealed); !strings.Contains(said, text.ShortPassphrase(leastPassphrase)) {
		t.Errorf("a short one: %s", said)
	}
	withInput(t, l, done, secret+"\n", "protect", file, sealed)
	data, err := os.ReadFile(sealed)
	if err != nil || bytes.Contains(data, []byte("woonvormen")) || bytes.Contains(data, []byte(secret)) {
		t.Fatalf("the copy can be read: %v", err)
	}
	for _, args := range [][]string{{"check", sealed}, {"dump", sealed}, {"export", sealed, "--csv", filepath.Join(folder, "a.csv")}} {
		if said := command(t, refused, args...); !strings.Contains(said, "beveiligd met een wachtwoord") {
			t.Errorf("%v says %s", args, said)
		}
	}
	other := &library{&host{root: t.TempDir(), out: &bytes.Buffer{}, words: &bytes.Buffer{}}}
	if _, err := other.Open(sealed); err == nil || !strings.Contains(other.Sentence(err), "beveiligd") {
		t.Errorf("the window opens it: %v", err)
	}
	if _, err := other.OpenProtected(sealed, "vier losse woordn"); err == nil || other.Sentence(err) != text.WrongPassphrase {
		t.Errorf("with a wrong one: %v", err)
	}
	d, err := other.OpenProtected(sealed, secret)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Session().Do(model.Capture{Kind: "idea", Text: "onderweg getypt"}); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err = os.ReadFile(sealed); err != nil || bytes.Contains(data, []byte("onderweg")) {
		t.Fatalf("what was published can be read: %v", err)
	}
	plain := filepath.Join(folder, "terug.oogst")
	if said := withInput(t, l, refused, "iets anders dan dat\n", "unprotect", sealed, plain); !strings.Contains(said, text.WrongPassphrase) {
		t.Errorf("unprotect says %s", said)
	}
	withInput(t, l, done, secret+"\r\n", "unprotect", sealed, plain)
	command(t, done, "merge", file, plain)
	if got := linesOf(t, file); len(got) != 24 {
		t.Errorf("%d lines came back", len(got))
	}
	if said := withInput(t, l, refused, secret+"\n", "unprotect", file, filepath.Join(folder, "b.oogst")); !strings.Contains(said, "geen wachtwoord") {
		t.Errorf("of a plain file it says %s", said)
	}
}
