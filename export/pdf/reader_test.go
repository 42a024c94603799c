package pdf_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// paper is a PDF as an independent reader sees it, with the faults it found.
type paper struct {
	x      *model.XRefTable
	leaves []*leaf
	tree   *node
	faults []string
}

// leaf is a page.
type leaf struct {
	dict      types.Dict
	number    int // of its object
	marks     []*mark
	artifacts []string
}

// mark is marked content of the structure tree; claims are the elements that
// say it is theirs.
type mark struct {
	id     int
	text   string
	claims []*node
}

// node is a structure element.
type node struct {
	number int
	dict   types.Dict
	role   string
	parent *node
	kids   []*node
	marks  []*mark
	pages  []int // of the marks
	links  []types.Dict
}

func (p *paper) fault(condition, format string, args ...any) {
	p.faults = append(p.faults, condition+": "+fmt.Sprintf(format, args...))
}

// fataler is what stops a test: testing.T and rapid.T.
type fataler interface{ Fatal(args ...any) }

// open parses a file.
func open(tb fataler, file []byte) *paper {
	api.DisableConfigDir()
	ctx, err := api.ReadContext(bytes.NewReader(file), model.NewDefaultConfiguration())
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := ctx.Catalog(); err != nil {
		tb.Fatal(err)
	}
	return &paper{x: ctx.XRefTable}
}

func (p *paper) get(o types.Object) types.Object {
	o, err := p.x.Dereference(o)
	if err != nil {
		p.fault("syntax", "%v", err)
	}
	return o
}

func (p *paper) dict(o types.Object) types.Dict {
	switch o := p.get(o).(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (p *paper) array(o types.Object) types.Array {
	a, _ := p.get(o).(types.Array)
	return a
}

func (p *paper) stream(o types.Object) []byte {
	s, ok := p.get(o).(types.StreamDict)
	if !ok {
		return nil
	}
	if s.Content == nil {
		if err := s.Decode(); err != nil {
			p.fault("syntax", "%v", err)
		}
	}
	return s.Content
}

func (p *paper) text(o types.Object) string {
	switch o := p.get(o).(type) {
	case types.HexLiteral:
		b, _ := hex.DecodeString(string(o))
		return fromUTF16(b)
	case types.StringLiteral:
		return strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`).Replace(string(o))
	}
	return ""
}

func fromUTF16(b []byte) string {
	b = bytes.TrimPrefix(b, []byte{0xFE, 0xFF})
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func number(o types.Object) int {
	switch o := o.(type) {
	case types.IndirectRef:
		return o.ObjectNumber.Value()
	case types.Integer:
		return o.Value()
	}
	return -1
}

// typeface is what is needed to read text that is set in a font.
type typeface struct {
	unicode map[int]string
	glyphs  []byte
	widths  map[int]int
	program []byte
}

var pair = regexp.MustCompile(`<([0-9A-F]{4})><([0-9A-F]+)>`)

func (p *paper) typeface(font types.Dict) *typeface {
	descendants := p.array(font["DescendantFonts"])
	if len(descendants) != 1 {
		p.fault("31-004", "no descendant font")
		return nil
	}
	cid := p.dict(descendants[0])
	descriptor := p.dict(cid["FontDescriptor"])
	f := &typeface{
		unicode: map[int]string{}, widths: map[int]int{}, glyphs: p.stream(cid["CIDToGIDMap"]), program: p.stream(descriptor["FontFile2"]),
	}
	for _, m := range pair.FindAllSubmatch(p.stream(font["ToUnicode"]), -1) {
		code, _ := strconv.ParseUint(string(m[1]), 16, 16)
		units, _ := hex.DecodeString(string(m[2]))
		f.unicode[int(code)] = fromUTF16(units)
	}
	w := p.array(cid["W"])
	for i := 0; i+1 < len(w); i += 2 {
		for j, width := range p.array(w[i+1]) {
			f.widths[number(w[i])+j] = number(width)
		}
	}
	name := fmt.Sprint(font["BaseFont"])
	if f.program == nil || !subset.MatchString(name) || name != fmt.Sprint(descriptor["FontName"]) {
		p.fault("31-009", "font %s is not an embedded subset", name)
	}
	return f
}

var subset = regexp.MustCompile(`^[A-Z]{6}\+`)

// advance is the width of a glyph in the font program, in thousandths.
func (f *typeface) advance(glyph int) int {
	table := func(tag string) []byte {
		for i := range int(binary.BigEndian.Uint16(f.program[4:])) {
			r := f.program[12+16*i:]
			if string(r[:4]) == tag {
				return f.program[binary.BigEndian.Uint32(r[8:]):]
			}
		}
		return nil
	}
	units, last := int(binary.BigEndian.Uint16(table("head")[18:])), int(binary.BigEndian.Uint16(table("hhea")[34:]))-1
	return int(binary.BigEndian.Uint16(table("hmtx")[4*min(glyph, last):])) * 1000 / units
}

// read turns shown codes into text, and checks that each has a glyph of the
// promised width and a meaning.
func (p *paper) read(f *typeface, codes []byte) (s string, width float64) {
	if f == nil || f.program == nil || len(f.glyphs) == 0 {
		p.fault("31-027", "text in a font that can't be read")
		return "", 0
	}
	var b strings.Builder
	for ; len(codes) > 1; codes = codes[2:] {
		code := int(binary.BigEndian.Uint16(codes))
		glyph := int(binary.BigEndian.Uint16(f.glyphs[2*code:]))
		switch text, ok := f.unicode[code]; {
		case glyph == 0:
			p.fault("31-030", "code %04X has no glyph", code)
		case !ok || text < " ":
			p.fault("10-001", "code %04X has no meaning", code)
		case f.advance(glyph) != f.widths[code]:
			p.fault("31-016", "code %04X: width %d, in the font %d", code, f.widths[code], f.advance(glyph))
		default:
			b.WriteString(text)
			width += float64(f.widths[code])
		}
	}
	return b.String(), width
}

// level is marked content that is open.
type level struct {
	mark     *mark
	artifact bool
	actual   bool // what is shown in it is not what it says
}

// scanner reads the content of a page.
type scanner struct {
	*paper
	leaf       *leaf
	fonts      map[string]*typeface
	open       []level
	font       *typeface
	x, y, size float64
	right, top float64 // edges of the page
}

func (p *paper) scan(l *leaf, content []byte, fonts map[string]*typeface) {
	box := p.array(l.dict["MediaBox"])
	s := &scanner{paper: p, leaf: l, fonts: fonts, right: box[2].(types.Float).Value(), top: box[3].(types.Float).Value()}
	for _, op := range operators(content) {
		s.operator(op)
	}
	if len(s.open) > 0 {
		p.fault("syntax", "BDC without EMC")
	}
}

// owner is the mark or artifact that is open.
func (s *scanner) owner() *level {
	for i, v := range s.open {
		if v.mark != nil || v.artifact {
			return &s.open[i]
		}
	}
	return nil
}

func (s *scanner) operator(op operator) {
	switch op.name {
	case "BDC":
		s.begin(string(op.args))
	case "EMC":
		if len(s.open) == 0 {
			s.fault("syntax", "EMC without BDC")
			return
		}
		s.open = s.open[:len(s.open)-1]
	case "Tf":
		name := ""
		if _, err := fmt.Sscan(string(op.args), &name, &s.size); err != nil {
			s.fault("syntax", "%s Tf", op.args)
		}
		s.font = s.fonts[name]
	case "Td":
		if _, err := fmt.Sscan(string(op.args), &s.x, &s.y); err != nil {
			s.fault("syntax", "%s Td", op.args)
		}
	case "Tj", "f", "S", "B", "Do":
		if s.owner() == nil {
			s.fault("01-005", "%.40q %s is neither tagged nor artifact", op.args, op.name)
		}
		if op.name == "Tj" {
			s.show(op.args)
		}
	}
}

var contentID = regexp.MustCompile(`/MCID (\d+)`)

func (s *scanner) begin(keys string) {
	v := level{artifact: strings.HasPrefix(keys, "/Artifact")}
	if m := contentID.FindStringSubmatch(keys); m != nil {
		id, _ := strconv.Atoi(m[1])
		v.mark = &mark{id: id}
	}
	if (v.artifact || v.mark != nil) && s.owner() != nil {
		s.fault("01-003", "%s inside marked content", keys)
	}
	if v.mark != nil {
		s.leaf.marks = append(s.leaf.marks, v.mark)
	}
	if v.artifact {
		s.leaf.artifacts = append(s.leaf.artifacts, "")
	}
	if _, actual, ok := strings.Cut(keys, "/ActualText <"); ok {
		b, _ := hex.DecodeString(strings.TrimRight(actual, "> "))
		s.say(fromUTF16(b))
		v.actual = true
	}
	s.open = append(s.open, v)
}

func (s *scanner) show(codes []byte) {
	text, width := s.read(s.font, codes)
	end := s.x + width*s.size/1000
	margin := 47.9
	if s.right > s.top {
		margin = 39.9
	}
	inside := s.x >= margin && (end <= s.right-margin || strings.HasSuffix(text, " "))
	if !inside || s.y < 29 || s.y > s.top-29 {
		s.fault("edge", "%q stands at %.1f to %.1f, %.1f", text, s.x, end, s.y)
	}
	if !slices.ContainsFunc(s.open, func(v level) bool { return v.actual }) {
		s.say(text)
	}
}

func (s *scanner) say(text string) {
	if o := s.owner(); o != nil && o.mark != nil {
		o.mark.text += text
	} else if o != nil {
		s.leaf.artifacts[len(s.leaf.artifacts)-1] += text
	}
}

type operator struct {
	name string
	args []byte // as written; of Tj the string itself
}

// operators cuts content into operators.
func operators(content []byte) (ops []operator) {
	start := 0
	for i := 0; i < len(content); {
		switch c := content[i]; {
		case c == '(':
			var s []byte
			for i++; content[i] != ')'; i++ {
				if content[i] == '\\' {
					if i++; content[i] == 'r' {
						s = append(s, '\r')
						continue
					}
				}
				s = append(s, content[i])
			}
			i++
			ops = append(ops, operator{"Tj", s})
			if bytes.HasPrefix(content[i:], []byte(" Tj")) {
				i += 3
			}
			start = i
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			end := i
			for end < len(content) && content[end] > ' ' {
				end++
			}
			ops = append(ops, operator{string(content[i:end]), bytes.TrimSpace(content[start:i])})
			start, i = end, end
		case c == '/': // a name, and what is in a dictionary, is no operator
			for i < len(content) && content[i] > ' ' {
				i++
			}
		case c == '<' && i+1 < len(content) && content[i+1] == '<':
			if end := bytes.Index(content[i:], []byte(">> ")); end > 0 {
				i += end
			}
			i++
		default:
			i++
		}
	}
	return ops
}
