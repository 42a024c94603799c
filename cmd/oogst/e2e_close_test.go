//go:build e2e

package main

import (
	"encoding/binary"
	"io"
	"net"
	"strconv"
	"strings"
	"testing"
)

// quit asks the window to close, as the cross in its corner does. xdotool can
// only tear a window down, so this speaks to the X server itself: twelve bytes
// of greeting, two names and a message (x.org, "X Window System Protocol").
func (w *window) quit() {
	w.desk.tb.Helper()
	id, err := strconv.ParseUint(w.id, 10, 32)
	if err != nil {
		w.desk.tb.Fatal(err)
	}
	x := dialX(w.desk.tb, w.desk.display)
	defer x.Close()
	protocols, closing := x.atom("WM_PROTOCOLS"), x.atom("WM_DELETE_WINDOW")
	const sendEvent, clientMessage, words, wide = 25, 33, 11, 32
	message := []byte{sendEvent, 0, words, 0}
	for _, field := range []uint32{uint32(id), 0, clientMessage | wide<<8, uint32(id), protocols, closing, 0, 0, 0, 0} {
		message = binary.LittleEndian.AppendUint32(message, field)
	}
	x.send(message)
	x.atom("WM_PROTOCOLS") // its answer tells that the message was taken
}

// xServer is a connection to an X server.
type xServer struct {
	net.Conn
	tb testing.TB
}

func dialX(tb testing.TB, display string) *xServer {
	tb.Helper()
	c, err := net.Dial("unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(display, ":"))
	if err != nil {
		tb.Fatal(err)
	}
	x := &xServer{c, tb}
	const littleEndian, version = 'l', 11
	x.send([]byte{littleEndian, 0, version, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	head := x.receive(8)
	x.receive(4 * int(binary.LittleEndian.Uint16(head[6:])))
	if head[0] != 1 {
		tb.Fatal("the X server refuses")
	}
	return x
}

// atom is the number behind a name.
func (x *xServer) atom(name string) uint32 {
	x.tb.Helper()
	const internAtom = 16
	return binary.LittleEndian.Uint32(x.ask(internAtom, name)[8:])
}

// ask sends a request that is about a name, and gives the answer.
func (x *xServer) ask(request byte, name string) []byte {
	x.tb.Helper()
	const head = 2
	padded := (len(name) + 3) / 4
	message := append([]byte{request, 0, byte(head + padded), 0, byte(len(name)), 0, 0, 0}, name...)
	x.send(append(message, make([]byte, 4*padded-len(name))...))
	return x.receive(32)
}

func (x *xServer) send(data []byte) {
	x.tb.Helper()
	if _, err := x.Write(data); err != nil {
		x.tb.Fatal(err)
	}
}

func (x *xServer) receive(n int) []byte {
	x.tb.Helper()
	data := make([]byte, n)
	if _, err := io.ReadFull(x, data); err != nil {
		x.tb.Fatal(err)
	}
	return data
}
