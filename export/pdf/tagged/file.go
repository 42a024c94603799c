package tagged

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// file writes a PDF 1.7 file: streams as they come, all other objects packed
// in object streams (which halves a long document), and a cross-reference
// stream at the end. The first error stays.
type file struct {
	w       io.Writer
	digest  hash.Hash
	offset  int
	entries []entry // by object number
	heads   []byte  // of the objects that wait for a stream: number and place
	bodies  []byte  // of those objects
	waiting []int   // their numbers
	packed  bytes.Buffer
	deflate *zlib.Writer // one for all streams: making one costs 0.8 MB
	err     error
}

// entry says where an object is: in the file, or in which object stream.
type entry struct {
	kind      byte // 0 free, 1 offset, 2 stream and index
	at, index int
}

// perStream is how many objects share a stream: more makes the file hardly
// smaller and a reader slower.
const perStream = 200

func newFile(w io.Writer) *file {
	f := &file{w: w, digest: sha256.New(), entries: make([]entry, 1), deflate: fastest()}
	// Four bytes above 127 tell programs that move files that this is no text.
	f.write([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"))
	return f
}

// fastest packs as gofpdf itself does: a seventh more bytes than by default, and a
// third less time for the whole document.
func fastest() *zlib.Writer {
	w, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic("tagged: zlib doesn't know its own level: " + err.Error())
	}
	return w
}

// reserve gives the number of an object that is written later.
func (f *file) reserve() int {
	f.entries = append(f.entries, entry{})
	return len(f.entries) - 1
}

// put writes an object that is not a stream.
func (f *file) put(number int, body []byte) {
	f.heads = append(strconv.AppendInt(f.heads, int64(number), 10), ' ')
	f.heads = append(strconv.AppendInt(f.heads, int64(len(f.bodies)), 10), ' ')
	f.bodies = append(append(f.bodies, body...), '\n')
	if f.waiting = append(f.waiting, number); len(f.waiting) == perStream {
		f.flush()
	}
}

func (f *file) add(format string, args ...any) int {
	number := f.reserve()
	f.put(number, fmt.Appendf(nil, format, args...))
	return number
}

// stream writes a compressed stream; dict holds the keys besides its length
// and filter.
func (f *file) stream(number int, dict string, data ...[]byte) {
	f.packed.Reset()
	f.deflate.Reset(&f.packed)
	for _, d := range data {
		f.deflate.Write(d) // a bytes.Buffer takes everything
	}
	f.deflate.Close()
	f.plain(number, dict+"/Filter/FlateDecode", f.packed.Bytes())
}

// plain writes a stream as it is.
func (f *file) plain(number int, dict string, data []byte) {
	f.entries[number] = entry{kind: 1, at: f.offset}
	f.write(fmt.Appendf(nil, "%d 0 obj\n<<%s/Length %d>>\nstream\n", number, dict, len(data)))
	f.write(data)
	f.write([]byte("\nendstream\nendobj\n"))
}

func (f *file) flush() {
	if len(f.waiting) == 0 {
		return
	}
	number := f.reserve()
	for i, n := range f.waiting {
		f.entries[n] = entry{kind: 2, at: number, index: i}
	}
	dict := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(f.waiting), len(f.heads))
	f.stream(number, dict, f.heads, f.bodies)
	f.heads, f.bodies, f.waiting = f.heads[:0], f.bodies[:0], f.waiting[:0]
}

// close writes the cross-reference. The file's ID is made of its bytes.
func (f *file) close(root, info int) error {
	f.flush()
	number, start := f.reserve(), f.offset
	f.entries[number] = entry{kind: 1, at: start}
	table := make([]byte, 0, 7*len(f.entries))
	for i, e := range f.entries {
		if e.kind == 0 && i > 0 && f.err == nil {
			f.err = fmt.Errorf("object %d was not written", i)
		}
		table = append(table, e.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(e.at))
		table = binary.BigEndian.AppendUint16(table, uint16(e.index))
	}
	id := f.digest.Sum(nil)[:16]
	f.stream(number, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]",
		len(f.entries), root, info, id, id), table)
	f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start))
	return f.err
}

func (f *file) write(b []byte) {
	if f.err != nil {
		return
	}
	f.digest.Write(b)
	f.offset += len(b)
	_, f.err = f.w.Write(b)
}
