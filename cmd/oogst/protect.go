package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"oogst/model/document"
	"oogst/model/workspace"
	"oogst/ui"
	"oogst/ui/text"

	"oogst/model/wholefile"

	"github.com/spf13/cobra"
)

// leastPassphrase is how many characters a passphrase has at least: scrypt makes
// guessing slow, not impossible.
const leastPassphrase = 10

func protectCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "protect BESTAND KOPIE", Short: text.AboutProtect, Args: exactly(2, false),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := workspace.View(c.Context(), h.root, args[0])
			if err != nil {
				return at(args[0], err)
			}
			target, err := freeTarget(args[1])
			if err != nil {
				return err
			}
			lock, err := newLock(h.passphrase(c.InOrStdin()))
			if err != nil {
				return err
			}
			if err := workspace.Export(s, program, target, lock); err != nil {
				return at(target, err)
			}
			h.say(text.ProtectedTo(target))
			return nil
		},
	}
}

func unprotectCommand(h *host) *cobra.Command {
	return &cobra.Command{
		Use: "unprotect BESTAND KOPIE", Short: text.AboutUnprotect, Args: exactly(2, false),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := document.Load(args[0])
			if err == nil && !document.Protected(data) {
				return plainError(text.NotProtected(args[0]))
			}
			if err != nil {
				return at(args[0], err)
			}
			target, err := freeTarget(args[1])
			if err != nil {
				return err
			}
			plain, _, err := document.Unlock(data, h.passphrase(c.InOrStdin()))
			if err == nil {
				_, err = document.Decode(plain)
			}
			if err != nil {
				return at(args[0], err)
			}
			if err := wholefile.Write(target, plain); err != nil {
				return at(target, err)
			}
			h.say(text.UnprotectedTo(target))
			return nil
		},
	}
}

// passphrase reads a passphrase: the first line of the input. It is never an
// argument, which other programs can see and shells remember.
func (h *host) passphrase(in io.Reader) string {
	if in == os.Stdin {
		h.say(text.AskPassphrase)
	}
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return ""
	}
	return strings.TrimRight(line, "\r\n")
}

func newLock(passphrase string) (*document.Lock, error) {
	if len([]rune(passphrase)) < leastPassphrase {
		return nil, plainError(text.ShortPassphrase(leastPassphrase))
	}
	return document.NewLock(passphrase)
}

// OpenProtected opens a file with its passphrase.
func (l *library) OpenProtected(path, passphrase string) (ui.Document, error) {
	w, err := workspace.OpenProtected(l.root, program, path, passphrase)
	if err != nil {
		return nil, inUse(at(path, err))
	}
	return &openDocument{w}, nil
}

// Protect makes a copy that is protected with a passphrase.
func (d *openDocument) Protect(path, passphrase string) error {
	path, err := freeTarget(path)
	if err != nil {
		return err
	}
	lock, err := newLock(passphrase)
	if err != nil {
		return err
	}
	return at(path, workspace.Export(d.Session(), program, path, lock))
}
