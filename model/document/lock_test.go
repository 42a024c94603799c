package document_test

import (
	"bytes"
	"errors"
	"testing"

	"oogst/model/document"
)

func TestAProtectedFileOpensWithItsPassphraseOnly(t *testing.T) {
	plain := encode(t, session(t, 20))
	lock, err := document.NewLock("vier losse woorden")
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := lock.Seal(plain)
	if err != nil {
		t.Fatal(err)
	}
	if !document.Protected(sealed) || document.Protected(plain) || bytes.Contains(sealed, []byte("wijk")) {
		t.Error("it isn't sealed, or not told apart")
	}
	if _, err := document.Decode(sealed); !errors.Is(err, document.ErrProtected) {
		t.Errorf("decoded without: %v", err)
	}
	if _, _, err := document.Identify(write(t, sealed)); !errors.Is(err, document.ErrProtected) {
		t.Errorf("identified without: %v", err)
	}
	got, opened, err := document.Unlock(sealed, "vier losse woorden")
	if err != nil || !bytes.Equal(got, plain) {
		t.Fatalf("unlocked: %v", err)
	}
	for _, wrong := range []string{"", "vier losse woorde", "Vier losse woorden"} {
		if _, _, err := document.Unlock(sealed, wrong); !errors.Is(err, document.ErrPassphrase) {
			t.Errorf("with %q: %v", wrong, err)
		}
	}
	kept, err := document.ParseLock(opened.String())
	if err != nil {
		t.Fatal(err)
	}
	again, err := kept.Seal(plain)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := kept.Open(again); !errors.Is(err, document.ErrProtected) {
		t.Errorf("what a store keeps opens the file: %v", err)
	}
	if got, err := opened.Open(again); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("written again: %v", err)
	}
}

// TestATouchedProtectedFileIsRefused turns every 37th byte round.
func TestATouchedProtectedFileIsRefused(t *testing.T) {
	plain := encode(t, session(t, 1))
	lock, err := document.NewLock("vier losse woorden")
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := lock.Seal(plain)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := lock.Open(sealed); err != nil || !bytes.Equal(got, plain) {
		t.Fatalf("untouched: %v", err)
	}
	refused := 0
	for at := 0; at < len(sealed); at += 37 {
		touched := bytes.Clone(sealed)
		touched[at] ^= 1
		got, err := lock.Open(touched)
		if err == nil && !bytes.Equal(got, plain) {
			t.Fatalf("byte %d: it reads as something else", at)
		}
		if err != nil {
			refused++
		}
	}
	for _, cut := range []int{0, 10, len(sealed) / 2, len(sealed) - 1} {
		if _, err := lock.Open(sealed[:cut]); err == nil {
			t.Errorf("cut off at %d it opens", cut)
		}
	}
	if refused < len(sealed)/37*9/10 {
		t.Errorf("%d of %d touched files refused", refused, len(sealed)/37)
	}
}

// BenchmarkSeal writes a protected file again; beside it, encoding the document.
func BenchmarkSeal(b *testing.B) {
	s := session(b, 10_000)
	plain := encode(b, s)
	lock, err := document.NewLock("vier losse woorden")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("encode", func(b *testing.B) {
		for b.Loop() {
			encode(b, s)
		}
	})
	b.Run("seal", func(b *testing.B) {
		for b.Loop() {
			if _, err := lock.Seal(plain); err != nil {
				b.Fatal(err)
			}
		}
	})
}
