package office

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
)

// XML writes a part of a document, element by element. It remembers what is
// open, so what it writes is well-formed; the first error stays and is told at
// the end.
type XML struct {
	w    *bufio.Writer
	open []string
	err  error
}

func newXML(w io.Writer) *XML {
	x := &XML{w: bufio.NewWriter(w)}
	x.raw(xml.Header)
	return x
}

// Start opens an element. Attributes are names and values in turn.
func (x *XML) Start(name string, attributes ...string) {
	x.tag(name, attributes)
	x.raw(">")
	x.open = append(x.open, name)
}

// Empty writes an element without content.
func (x *XML) Empty(name string, attributes ...string) {
	x.tag(name, attributes)
	x.raw("/>")
}

// Text writes text; what XML doesn't allow in it must be cleaned before.
func (x *XML) Text(s string) {
	if x.err == nil {
		x.err = xml.EscapeText(x.w, []byte(s))
	}
}

// End closes the last n elements that are open.
func (x *XML) End(n int) {
	for range n {
		last := len(x.open) - 1
		x.raw("</" + x.open[last] + ">")
		x.open = x.open[:last]
	}
}

// Element writes an element that holds only text.
func (x *XML) Element(name, content string, attributes ...string) {
	x.Start(name, attributes...)
	x.Text(content)
	x.End(1)
}

func (x *XML) tag(name string, attributes []string) {
	x.raw("<" + name)
	for i := 0; i < len(attributes); i += 2 {
		x.raw(" " + attributes[i] + `="`)
		x.Text(attributes[i+1])
		x.raw(`"`)
	}
}

func (x *XML) raw(s string) {
	if x.err == nil {
		_, x.err = x.w.WriteString(s)
	}
}

func (x *XML) finish() error {
	if x.err == nil && len(x.open) > 0 {
		return fmt.Errorf("office: elements left open: %q", x.open)
	}
	if x.err != nil {
		return x.err
	}
	return x.w.Flush()
}
