package wholefile

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// keepOpen: Windows doesn't rename an open file.
const keepOpen = false

// create opens the temporary file, empty and shared with nobody. Of two writers
// of one target the second fails here or in its rename, so neither can put what
// the other is still writing in the target's place.
func create(path string) (file, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	handle, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil,
		windows.CREATE_ALWAYS, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(handle), path), nil
}

// syncDir: a folder can't be synced, and NTFS logs a rename itself.
func syncDir(string) error { return nil }

// failures are of the disk itself, or of a share that went away.
var failures = []error{
	windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_READ_FAULT, windows.ERROR_WRITE_FAULT, windows.ERROR_SEEK,
	windows.ERROR_NOT_READY, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_DEVICE_NOT_CONNECTED,
	windows.ERROR_NETNAME_DELETED, windows.ERROR_BAD_NETPATH, windows.ERROR_UNEXP_NET_ERR,
}

func isFull(err error) bool {
	return isAny(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL)
}

func isBadName(err error) bool {
	return isAny(err, windows.ERROR_INVALID_NAME, windows.ERROR_FILENAME_EXCED_RANGE)
}

// isHeld counts a refused access too: that is what replacing a file says which
// a program has open without sharing it. What isn't, is in create's way first.
func isHeld(err error) bool {
	var link *os.LinkError
	return isAny(err, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION) ||
		errors.As(err, &link) && errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
func isNoFolder(err error) bool { return errors.Is(err, windows.ERROR_DIRECTORY) }
