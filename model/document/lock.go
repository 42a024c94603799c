package document

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
)

// A protected file is an envelope: a zip archive, nothing compressed, of
// header.txt, key.age (a key of this file alone, wrapped by the passphrase) and
// doc.age (the document, sealed to that key). The slow part, scrypt, is done once
// when a passphrase is set or asked; writing the file again takes milliseconds
// (age-encryption.org/v1).
const (
	partHeader = "header.txt"
	partKey    = "key.age"
	partDoc    = "doc.age"

	header = "oogst 1\n"
	// workFactor makes scrypt take about a second, and mostWork bounds what a
	// file that came by mail may ask.
	workFactor = 18
	mostWork   = 20
	mostKey    = 16 << 10
)

// What can be wrong with a protected file.
var (
	ErrProtected  = errors.New("the file is protected with a passphrase")
	ErrPassphrase = errors.New("the passphrase is wrong")
)

// Lock seals a document. One that was made or opened with the passphrase opens
// it too; one that was kept in a working store only writes.
type Lock struct {
	key       []byte // as it stands in the envelope
	recipient *age.X25519Recipient
	identity  *age.X25519Identity
}

// NewLock makes a lock of a passphrase, which isn't kept.
func NewLock(passphrase string) (*Lock, error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	wrap, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, ErrPassphrase
	}
	wrap.SetWorkFactor(workFactor)
	key, err := seal([]byte(identity.String()), wrap)
	return &Lock{key, identity.Recipient(), identity}, err
}

// String is what a working store keeps of a lock, ParseLock reads it: enough to
// write the file, not to open it.
func (l *Lock) String() string {
	return l.recipient.String() + " " + base64.StdEncoding.EncodeToString(l.key)
}

// ParseLock reads what String gave; nil when that was nothing.
func ParseLock(s string) (*Lock, error) {
	if s == "" {
		return nil, nil
	}
	to, key, _ := strings.Cut(s, " ")
	recipient, err := age.ParseX25519Recipient(to)
	if err != nil {
		return nil, fmt.Errorf("read the key of a protected file: %w", err)
	}
	wrapped, err := base64.StdEncoding.DecodeString(key)
	if err != nil {
		return nil, fmt.Errorf("read the key of a protected file: %w", err)
	}
	return &Lock{key: wrapped, recipient: recipient}, nil
}

// Seal gives the bytes of the protected file of a document.
func (l *Lock) Seal(document []byte) ([]byte, error) {
	sealed, err := seal(document, l.recipient)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct {
		name string
		data []byte
	}{{partHeader, []byte(header)}, {partKey, l.key}, {partDoc, sealed}} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(part.data); err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return out.Bytes(), err
}

func seal(data []byte, to age.Recipient) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return out.Bytes(), nil
}

// Protected tells whether data begins as a protected file does.
func Protected(head []byte) bool {
	const name = 30 // of a zip entry: APPNOTE 4.3.7
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && len(head) > name && bytes.HasPrefix(head[name:], []byte(partHeader))
}

// Unlock opens a protected file with its passphrase. ErrPassphrase, ErrDamaged
// and NewerError tell what is wrong.
func Unlock(data []byte, passphrase string) (document []byte, l *Lock, err error) {
	key, doc, err := envelope(data)
	if err != nil {
		return nil, nil, err
	}
	unwrap, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, nil, ErrPassphrase
	}
	unwrap.SetMaxWorkFactor(mostWork)
	words, err := decrypt(key, unwrap)
	if err != nil {
		return nil, nil, err
	}
	identity, err := age.ParseX25519Identity(string(words))
	if err != nil {
		return nil, nil, damaged(err)
	}
	l = &Lock{key, identity.Recipient(), identity}
	document, err = decrypt(doc, identity)
	if errors.Is(err, ErrPassphrase) {
		err = damaged(errors.New("its key is not that of its document"))
	}
	return document, l, err
}

// Open opens a protected file of the same lock: ErrProtected when this lock only
// writes, or the file has another passphrase by now.
func (l *Lock) Open(data []byte) ([]byte, error) {
	key, doc, err := envelope(data)
	if err != nil {
		return nil, err
	}
	if l.identity == nil || !bytes.Equal(key, l.key) {
		return nil, ErrProtected
	}
	return decrypt(doc, l.identity)
}

func decrypt(sealed []byte, with age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), with)
	if no := (*age.NoIdentityMatchError)(nil); errors.As(err, &no) {
		return nil, ErrPassphrase
	}
	if err != nil {
		return nil, damaged(err)
	}
	out, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, damaged(err)
	}
	if len(out) > MaxSize {
		return nil, ErrTooLarge
	}
	return out, nil
}

// envelope takes a protected file apart.
func envelope(data []byte) (key, doc []byte, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, damaged(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		if parts[f.Name] != nil || f.Method != zip.Store || f.UncompressedSize64 > uint64(len(data)) {
			return nil, nil, damaged(errors.New("its parts are not those that this program makes"))
		}
		r, err := f.Open()
		if err != nil {
			return nil, nil, damaged(err)
		}
		part, err := io.ReadAll(io.LimitReader(r, int64(len(data))))
		if err := errors.Join(err, r.Close()); err != nil {
			return nil, nil, damaged(err)
		}
		parts[f.Name] = part
	}
	switch {
	case string(parts[partHeader]) != header:
		return nil, nil, &NewerError{Format + 1}
	case len(parts[partKey]) == 0 || len(parts[partKey]) > mostKey || len(parts[partDoc]) == 0:
		return nil, nil, damaged(errors.New("a part of it is missing"))
	}
	return parts[partKey], parts[partDoc], nil
}
