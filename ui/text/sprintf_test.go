package text

import (
	"strings"
	"testing"
)

func TestAPathOfWindowsStandsInASentenceAsItIs(t *testing.T) {
	for _, path := range []string{`C:\Users\bé\overleg.oogst`, `\\server\deel\overleg.oogst`} {
		if said := FileMissing(path); !strings.Contains(said, `"`+path+`"`) {
			t.Errorf("%s: it says %s", path, said)
		}
	}
	if said := FileMissing("a\nb"); strings.Contains(said, "\n") {
		t.Errorf("a name breaks the sentence: %q", said)
	}
}
