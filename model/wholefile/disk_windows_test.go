package wholefile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

const (
	diskFull = windows.ERROR_DISK_FULL
	fileHeld = windows.ERROR_SHARING_VIOLATION
)

// hold opens a file as another program does that shares it no further than this.
func hold(t *testing.T, path string, sharing uint32) (release func()) {
	t.Helper()
	handle, err := windows.CreateFile(windows.StringToUTF16Ptr(path), windows.GENERIC_READ, sharing, nil,
		windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = windows.CloseHandle(handle) }
}

func TestAFileThatIsOpenElsewhereStays(t *testing.T) {
	for name, sharing := range map[string]uint32{
		"shared with nobody":   0,
		"shared with readers":  windows.FILE_SHARE_READ,
		"shared, as it stands": windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE,
	} {
		t.Run(name, func(t *testing.T) {
			first, path := old(t), old(t)
			release := hold(t, path, sharing)
			check(t, Write(path, []byte("nieuw")), ErrLocked)
			check(t, WriteAll([]File{{first, []byte("nieuw")}, {path, []byte("nieuw")}}), ErrLocked)
			release()
			unchanged(t, first)
			unchanged(t, path)
			if err := Write(path, []byte("nieuw")); err != nil {
				t.Errorf("after it was closed: %v", err)
			}
		})
	}
}

func TestAReaderWaitsForWhoPutsTheFileInItsPlace(t *testing.T) {
	path, d := old(t), realDisk()
	release, waited := hold(t, path, 0), 0
	d.wait = func(time.Duration) {
		if waited++; waited == 3 {
			release()
		}
	}
	f, err := d.open(path)
	if err != nil || waited != 3 {
		t.Fatalf("opened after %d waits (%v)", waited, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	release = hold(t, path, 0)
	defer release()
	d.wait = func(time.Duration) {}
	if _, err := d.open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("of a file that stays held: %v", err)
	}
}

func TestNamesThatWindowsKeepsForItself(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{
		"CON", "nul", "lpt1.xlsx", "AUX.oogst", "a:b", "a?b", "a*b", "a|b", `a"b`, "a<b>", "a\tb", strings.Repeat("n", 256),
	} {
		check(t, Write(filepath.Join(folder, name), []byte("x")), ErrName)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}
