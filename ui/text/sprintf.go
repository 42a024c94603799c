package text

import (
	"fmt"
	"strings"
)

// sprintf is fmt.Sprintf, but %q leaves a backslash as it is: every path of
// Windows is full of them.
func sprintf(format string, args ...any) string {
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = quotable(s)
		}
	}
	return fmt.Sprintf(format, args...)
}

type quotable string

// Format implements fmt.Formatter.
func (q quotable) Format(to fmt.State, verb rune) {
	said := fmt.Sprintf(fmt.FormatString(to, verb), string(q))
	if verb == 'q' {
		said = strings.ReplaceAll(said, `\\`, `\`)
	}
	_, _ = to.Write([]byte(said)) // a state takes all
}
