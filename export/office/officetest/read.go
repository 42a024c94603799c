// Package officetest reads office documents back in tests and packs bad ones,
// knowing only ZIP and XML: nothing of how ours are written.
package officetest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
)

// Node is an element. Names are without their prefix.
type Node struct {
	Name  string
	Attr  map[string]string
	Nodes []*Node
	text  string // of a node without a name
}

// Pack makes an archive of parts: a name, its content, the next name.
func Pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Parts opens a document and parses each part, by its name. It fails the test
// when a part isn't well-formed XML or links to the outside.
func Parts(t testing.TB, data []byte) map[string]*Node {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]*Node{}
	for _, f := range z.File {
		if f.Name == "mimetype" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name] != nil {
			t.Errorf("%s is in the document twice", f.Name)
		}
		if parts[f.Name], err = parse(r); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		for _, n := range parts[f.Name].All("Relationship") {
			if n.Attr["TargetMode"] == "External" {
				t.Errorf("%s links to %s", f.Name, n.Attr["Target"])
			}
		}
	}
	return parts
}

func parse(r io.Reader) (*Node, error) {
	root := &Node{}
	open := []*Node{root}
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &Node{Name: token.Name.Local, Attr: map[string]string{}}
			for _, a := range token.Attr {
				n.Attr[a.Name.Local] = a.Value
			}
			top.Nodes = append(top.Nodes, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if top == root {
				continue // between the declaration and the first element
			}
			top.Nodes = append(top.Nodes, &Node{text: string(token)})
		}
	}
}

// All gives the elements of a name anywhere below n, in order.
func (n *Node) All(name string) (found []*Node) {
	for _, child := range n.Nodes {
		if child.Name == name {
			found = append(found, child)
		}
		found = append(found, child.All(name)...)
	}
	return found
}

// Value is the attribute val of the first element of a name below n, "" for none.
func (n *Node) Value(name string) string {
	for _, found := range n.All(name) {
		return found.Attr["val"]
	}
	return ""
}

// Words is the text of n, with its line ends and tabs.
func (n *Node) Words() string {
	switch n.Name {
	case "tab":
		return "\t"
	case "br":
		return "\n"
	case "s":
		count, err := strconv.Atoi(n.Attr["c"])
		if err != nil {
			count = 1
		}
		return strings.Repeat(" ", count)
	case "pPr", "instrText":
		return ""
	}
	var words strings.Builder
	words.WriteString(n.text)
	for _, child := range n.Nodes {
		words.WriteString(child.Words())
	}
	return words.String()
}

// Rows gives the cells of a table of OpenDocument, as a person reads them.
func (n *Node) Rows() (rows [][]string) {
	for _, row := range n.All("table-row") {
		var cells []string
		for _, cell := range row.All("table-cell") {
			var lines []string
			for _, p := range cell.All("p") {
				lines = append(lines, p.Words())
			}
			cells = append(cells, strings.Join(lines, "\n"))
		}
		rows = append(rows, cells)
	}
	return rows
}
