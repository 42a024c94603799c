package document

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"maps"
	"slices"

	"oogst/model"

	"github.com/google/uuid"
)

// What a damaged file still holds. Operations are looked for byte by byte, as
// SQLite lays out a row (sqlite.org/fileformat.html, 1.6 and 2.1), without its
// tables of contents: those may be gone. The hash of each tells which are whole.

// Salvage gives the operations that are whole in a damaged document or working
// store, in any order. wal is the write-ahead log beside a store, or nil.
func Salvage(data, wal []byte) []model.Operation {
	found := map[model.Key]model.Operation{}
	for _, image := range [][]byte{data, folded(data, wal), wal} {
		w := wreck{image, likelySize(data), 4 * len(image)}
		for at := range image {
			if o, ok := w.operationAt(at); ok {
				found[o.Key] = o
			}
		}
	}
	return slices.Collect(maps.Values(found))
}

// SalvageID finds whose session a damaged document is.
func SalvageID(data []byte) (model.ID, bool) {
	id, err := uuid.Parse(SalvageValue(data, nil, "doc_id"))
	return id, err == nil
}

// SalvageValue finds a value of the table meta, "" when it isn't there.
func SalvageValue(data, wal []byte, key string) (value string) {
	for _, image := range [][]byte{folded(data, wal), wal} {
		for at := 0; ; at++ {
			next := bytes.Index(image[at:], []byte(key))
			if next < 0 {
				break
			}
			at += next
			// Before it stands the header of the row: its size and two types.
			for _, size := range []int{3, 4} {
				if at < size || int(image[at-size]) != size {
					continue
				}
				name, _ := varint(image, at-size+1)
				text, end := varint(image, at-size+2)
				n, from := int(text-13)/2, at+len(key)
				if name == uint64(13+2*len(key)) && end == at && text >= 13 && text%2 == 1 && from+n <= len(image) {
					value = string(image[from : from+n])
				}
			}
		}
		if value != "" {
			return value
		}
	}
	return ""
}

// SalvageLines reads the readable table as far as it goes: nothing vouches for
// it, but it may say what a lost line was about.
func SalvageLines(data []byte) (lines []Line) {
	if Ours(data) { // a file that was cut off opens with empty pages at its end
		whole := likelySize(data) * int(binary.BigEndian.Uint32(data[28:]))
		if whole > len(data) && whole <= MaxSize {
			data = append(bytes.Clone(data), make([]byte, whole-len(data))...)
		}
	}
	_ = with(data, func(db *sql.DB) error {
		rows, err := db.Query("SELECT nummer, gemeente, soort, tekst, status FROM leesbaar")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var l Line
			if err := rows.Scan(&l.Code, &l.Stakeholder, &l.Kind, &l.Text, &l.Status); err != nil {
				return err
			}
			lines = append(lines, l)
		}
		return rows.Err()
	})
	return lines
}

// likelySize is the size of pages that the header says, or SQLite's usual one
// where the header is gone.
func likelySize(data []byte) int {
	const usual = 4096
	if len(data) < headerSize {
		return usual
	}
	if size := pageSize(data); size >= 512 && size&(size-1) == 0 {
		return size
	}
	return usual
}

// folded is a store with its write-ahead log folded in, frame by frame.
func folded(data, wal []byte) []byte {
	const header, frameHeader = 32, 24
	if len(wal) < header {
		return data
	}
	size := likelySize(data)
	image := bytes.Clone(data)
	for at := header; at+frameHeader+size <= len(wal); at += frameHeader + size {
		page := int(binary.BigEndian.Uint32(wal[at:]))
		if page < 1 || page*size > MaxSize {
			continue
		}
		if end := page * size; end > len(image) {
			image = append(image, make([]byte, end-len(image))...)
		}
		copy(image[(page-1)*size:], wal[at+frameHeader:at+frameHeader+size])
	}
	return image
}

// columns of an operation, and the serial types that tell of what kind and size
// each is: an integer of 1 to 8 bytes, a text, a blob.
const (
	columns  = 12
	idType   = 12 + 2*16 // of a UUID
	hashType = 12 + 2*sha256.Size
)

// wreck is what is looked through. left bounds the bytes that rows may gather:
// a hostile file could have each of them go round in a circle of pages.
type wreck struct {
	data []byte
	page int
	left int
}

// operationAt reads a row that begins at an offset; ok is false when there is
// no operation there, or not a whole one.
func (w *wreck) operationAt(at int) (o model.Operation, ok bool) {
	const least, most = columns + 1, columns + 13
	data := w.data
	if size := int(data[at]); size < least || size > most || at+size > len(data) {
		return o, false
	}
	var types [columns]uint64
	next, payload := at+1, uint64(data[at])
	for i := range types {
		if types[i], next = varint(data, next); next < 0 {
			return o, false
		}
		if i < 4 && (types[i] < 1 || types[i] > 9 || types[i] == 7) {
			return o, false
		}
		payload += sizeOf(types[i])
	}
	if next != at+int(data[at]) || payload > MaxSize ||
		types[6] != idType || types[7] != idType || types[9] != hashType || types[10] != hashType || types[11] != hashType {
		return o, false
	}
	row, ok := w.gather(at, int(payload))
	if !ok {
		return o, false
	}
	rest := row[data[at]:]
	var fields [columns][]byte
	for i := range fields {
		n := sizeOf(types[i])
		fields[i], rest = rest[:n], rest[n:]
	}
	o.Replica, o.Seq = model.Replica(integer(types[0], fields[0])), integer(types[1], fields[1])
	o.Stamp, o.Wall = model.Stamp(integer(types[2], fields[2])), integer(types[3], fields[3])
	o.Actor, o.Kind, o.Body = string(fields[4]), string(fields[5]), string(fields[8])
	copy(o.Entity[:], fields[6])
	copy(o.Group[:], fields[7])
	copy(o.BodyHash[:], fields[9])
	copy(o.Prev[:], fields[10])
	copy(o.Hash[:], fields[11])
	return o, o.Intact()
}

// gather gives the bytes of a row. One that is too long for its page goes on in
// a chain of others.
func (w *wreck) gather(at, payload int) ([]byte, bool) {
	data, page := w.data, w.page
	if w.left -= payload; w.left < 0 {
		return nil, false
	}
	largest, smallest := (page-12)*64/255-23, (page-12)*32/255-23
	local := payload
	if payload > largest {
		if local = smallest + (payload-smallest)%(page-4); local > largest {
			local = smallest
		}
	}
	if at+local > len(data) {
		return nil, false
	}
	row := bytes.Clone(data[at : at+local])
	for from := at + local; len(row) < payload; {
		if from+4 > len(data) {
			return nil, false
		}
		start := (int(binary.BigEndian.Uint32(data[from:])) - 1) * page
		n := min(payload-len(row), page-4)
		if start < 0 || start+4+n > len(data) {
			return nil, false
		}
		row = append(row, data[start+4:start+4+n]...)
		from = start
	}
	return row, true
}

// varint reads SQLite's number of 1 to 9 bytes, of which 3 suffice here, and
// says where the next one is; -1 when there is none.
func varint(data []byte, at int) (n uint64, next int) {
	for i := range 3 {
		if at < 0 || at+i >= len(data) {
			break
		}
		b := data[at+i]
		n = n<<7 | uint64(b&0x7f)
		if b < 0x80 {
			return n, at + i + 1
		}
	}
	return 0, -1
}

// sizeOf is how many bytes a column of a serial type takes.
func sizeOf(serial uint64) uint64 {
	switch {
	case serial >= 12:
		return (serial - 12) / 2
	case serial == 5:
		return 6
	case serial == 6, serial == 7:
		return 8
	case serial < 5:
		return serial
	}
	return 0
}

func integer(serial uint64, field []byte) (n int64) {
	if serial == 9 {
		return 1
	}
	for i, b := range field {
		if i == 0 {
			n = int64(int8(b))
			continue
		}
		n = n<<8 | int64(b)
	}
	return n
}
