package tagged

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// sRGB makes an ICC profile (version 4.2) from the numbers of IEC 61966-2-1:
// its tone curve as a formula, its primaries as seen under D50.
func sRGB() []byte {
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localised("sRGB IEC61966-2.1")},
		{"cprt", localised("No copyright, use freely")},
		{"wtpt", fixedTag("XYZ ", 0.9642, 1, 0.8249)},
		{"rXYZ", fixedTag("XYZ ", 0.4360747, 0.2225045, 0.0139322)},
		{"gXYZ", fixedTag("XYZ ", 0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", fixedTag("XYZ ", 0.1430804, 0.0606169, 0.7141733)},
		{"chad", fixedTag("sf32", 1.0478112, 0.0228866, -0.0501270,
			0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)},
		{"rTRC", curve()},
		{"gTRC", curve()},
		{"bTRC", curve()},
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	start := 128 + 4 + 12*len(tags)
	var body []byte
	for _, t := range tags {
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(start+len(body)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		body = append(body, t.data...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(start+len(body)))
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	// The date of the profile: that of the standard, 1999-10-18.
	for i, v := range []uint16{1999, 10, 18} {
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], fixedTag("XYZ ", 0.9642, 1, 0.8249)[8:])
	return append(append(head, table...), body...)
}

// curve is ((x+0.055)/1.055)^2.4, and x/12.92 below 0.04045.
func curve() []byte {
	b := fixedTag("para", 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	return append(append(b[:8:8], 0, 3, 0, 0), b[8:]...)
}

// fixedTag is a tag of numbers in 16.16 fixed point.
func fixedTag(kind string, values ...float64) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// localised is a tag of one text, in English.
func localised(text string) []byte {
	units := utf16.Encode([]rune(text))
	b := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
