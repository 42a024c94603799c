package tagged

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// put writes a font: the subset that gofpdf made, with a Unicode map and
// widths of its own. gofpdf's map is wrong above U+00FF, and names no subset.
func (s sourceFont) put(f *file, face *face) (number int, err error) {
	program, err := strip(s.program)
	if err != nil {
		return 0, fmt.Errorf("font %s: %w", face.name, err)
	}
	used := slices.Sorted(maps.Keys(face.used))
	for _, r := range used {
		if s.glyphs[2*r] == 0 && s.glyphs[2*r+1] == 0 {
			return 0, fmt.Errorf("font %s: the subset lacks %q", face.name, r)
		}
	}
	name := subsetTag(program) + "+" + face.name
	file, unicode, glyphs := f.reserve(), f.reserve(), f.reserve()
	f.stream(file, fmt.Sprintf("/Length1 %d", len(program)), program)
	f.stream(unicode, "", unicodeMap(used))
	f.stream(glyphs, "", s.glyphs)
	descriptor := f.add("<</Type/FontDescriptor/FontName/%s%s/FontFile2 %d 0 R>>", name, s.descriptor, file)
	descendant := f.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %d 0 R/W[%s]/CIDToGIDMap %d 0 R>>", name, descriptor, widths(face, used), glyphs)
	return f.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"+
		"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, descendant, unicode), nil
}

// subsetTag is six letters that differ between subsets.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

func widths(face *face, used []rune) []byte {
	var b []byte
	for _, r := range used {
		b = fmt.Appendf(b, "%d[%.0f]", r, 1000*face.glyph(r).em)
	}
	return b
}

// unicodeMap says that each code is its own character, 100 to a block (the
// format's limit).
func unicodeMap(used []rune) []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(used, 100) {
		b = fmt.Appendf(b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			b = fmt.Appendf(b, "<%04X><%04X>\n", r, r)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// strip keeps the tables that a font in a PDF needs. gofpdf's subset carries a
// broken cmap and the whole name table: 11 kB for three fonts.
func strip(program []byte) ([]byte, error) {
	if len(program) < 12 {
		return nil, fmt.Errorf("a program of %d bytes", len(program))
	}
	type table struct {
		tag  string
		data []byte
	}
	var kept []table
	for i := range int(binary.BigEndian.Uint16(program[4:])) {
		at := 12 + 16*i
		if at+16 > len(program) {
			return nil, fmt.Errorf("the table list is cut off")
		}
		record := program[at : at+16]
		offset, length := int(binary.BigEndian.Uint32(record[8:])), int(binary.BigEndian.Uint32(record[12:]))
		if offset+length > len(program) {
			return nil, fmt.Errorf("table %q is cut off", record[:4])
		}
		switch tag := string(record[:4]); tag {
		case "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep":
			if length > 0 {
				kept = append(kept, table{tag, slices.Clone(program[offset : offset+length])})
			}
		}
	}
	slices.SortFunc(kept, func(a, b table) int { return slices.Compare([]byte(a.tag), []byte(b.tag)) })
	head := slices.IndexFunc(kept, func(t table) bool { return t.tag == "head" })
	if head < 0 || len(kept[head].data) < 12 {
		return nil, fmt.Errorf("the head table is missing")
	}
	clear(kept[head].data[8:12]) // the checksum of the whole, made below
	out := directory(len(kept))
	offset := len(out) + 16*len(kept)
	var body []byte
	for _, t := range kept {
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(offset+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		if t.tag == "head" {
			head = offset + len(body)
		}
		body = append(body, t.data...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out, nil
}

// directory begins a TrueType file with n tables.
func directory(n int) []byte {
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	b := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func checksum(data []byte) (sum uint32) {
	for i := 0; i < len(data); i += 4 {
		var word [4]byte
		copy(word[:], data[i:])
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
