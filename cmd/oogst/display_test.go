package main

import (
	"net"
	"strconv"
	"testing"
)

func TestADisplayIsThereWhenItAnswers(t *testing.T) {
	for _, name := range []string{"", "0", ":", ":x", ":4999", ":-1", "localhost:4999.0", ":99999999999"} {
		if hasDisplay(name) {
			t.Errorf("%q answers", name)
		}
	}
	for n := range 100 { // some port of a display is free
		server, err := net.Listen("tcp", "localhost:"+strconv.Itoa(6800+n))
		if err != nil {
			continue
		}
		defer server.Close()
		number := strconv.Itoa(800 + n)
		for _, name := range []string{":" + number, ":" + number + ".0", "localhost:" + number} {
			if !hasDisplay(name) {
				t.Errorf("%q does not answer", name)
			}
		}
		return
	}
	t.Skip("no port can be had")
}
