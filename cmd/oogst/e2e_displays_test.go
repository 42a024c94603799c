//go:build e2e

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// newDeskOfTwo is a desk with a beamer: a second display at the right of the
// first, which Xvfb can't have. Its screen can't be read as a file.
func newDeskOfTwo(tb testing.TB) *desk {
	tb.Helper()
	d := &desk{tb: tb, home: tb.TempDir(), folder: tb.TempDir()}
	config := filepath.Join(d.home, "xorg.conf")
	if err := os.WriteFile(config, []byte(twoDisplays), 0o600); err != nil {
		tb.Fatal(err)
	}
	// The server itself: what is called Xorg on Debian asks for a console.
	d.display = startScreen(tb, "/usr/lib/xorg/Xorg", "-config", config, "-logfile", filepath.Join(d.home, "Xorg.log"),
		"-noreset", "-keeptty", "-sharevts", "-novtswitch", "-nolisten", "tcp")
	d.settle()
	d.tool("xrandr", "--fb", "2560x800")
	d.tool("xrandr", "--addmode", "DUMMY1", "1280x720")
	d.tool("xrandr", "--output", "DUMMY1", "--mode", "1280x720", "--right-of", "DUMMY0")
	d.tool("xrandr") // the server sees that it is there when it is asked
	return d
}

// twoDisplays is an X server that draws nowhere.
const twoDisplays = `
Section "ServerFlags"
	Option "AutoAddDevices" "false"
EndSection
Section "Device"
	Identifier "none"
	Driver "dummy"
	VideoRam 256000
EndSection
Section "Monitor"
	Identifier "none"
	HorizSync 5-1000
	VertRefresh 5-200
EndSection
Section "Screen"
	Identifier "none"
	Device "none"
	Monitor "none"
	DefaultDepth 24
	SubSection "Display"
		Modes "1280x800" "1280x720"
		Virtual 2560 800
	EndSubSection
EndSection
`
