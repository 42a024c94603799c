package main

import (
	"net"
	"strconv"
	"strings"
	"time"
)

// displayWait is how long a display elsewhere gets to answer.
const displayWait = 3 * time.Second

// hasDisplay tells whether the X server answers that DISPLAY names, as ":0" or
// "host:10.0". Where none does, the window's library would crash.
func hasDisplay(name string) bool {
	colon := strings.LastIndex(name, ":")
	number, _, _ := strings.Cut(name[colon+1:], ".")
	n, err := strconv.ParseUint(number, 10, 15)
	if colon < 0 || err != nil {
		return false
	}
	host, port := name[:colon], strconv.FormatUint(6000+n, 10)
	if host != "" && host != "unix" {
		return answers("tcp", net.JoinHostPort(host, port))
	}
	socket := "/tmp/.X11-unix/X" + number
	return answers("unix", socket) || answers("unix", "@"+socket) || answers("tcp", "localhost:"+port)
}

func answers(network, address string) bool {
	c, err := net.DialTimeout(network, address, displayWait)
	return err == nil && c.Close() == nil
}
