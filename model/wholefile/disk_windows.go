package wholefile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

// create opens the temporary file, empty and shared with nobody until it is
// closed. Of two writers of one target the second fails here.
func create(path string) (file, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	handle, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE|windows.DELETE, 0, nil,
		windows.CREATE_ALWAYS, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(handle), path), nil
}

// held tells why a file can't be replaced: a program has it open and doesn't
// share it.
func held(path string) error {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	handle, err := windows.CreateFile(name, windows.DELETE, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE,
		nil, windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	switch {
	case err == nil:
		return windows.CloseHandle(handle)
	case isHeld(err):
		return err
	}
	return nil // there is none yet, or renaming will tell
}

// rename renames an open file by its handle: nobody can be given the name in
// between. os.Rename opens the file itself, which isn't shared.
func rename(f file, from, to string) error {
	err := renameHandle(windows.Handle(f.Fd()), to)
	if err != nil {
		err = &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return err
}

func renameHandle(handle windows.Handle, to string) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	name, err := windows.UTF16FromString(to)
	if err != nil {
		return err
	}
	var info struct { // FILE_RENAME_INFO
		replace uint32
		root    windows.Handle
		bytes   uint32
		name    [1 << 15]uint16 // the longest path of Windows
	}
	if len(name) > len(info.name) {
		return windows.ERROR_FILENAME_EXCED_RANGE
	}
	info.replace = 1
	info.bytes = uint32(2 * (copy(info.name[:], name) - 1))
	return windows.SetFileInformationByHandle(handle, windows.FileRenameInfo, (*byte)(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info)))
}

// remove removes an open file: its name is gone when it is closed.
func remove(f file, _ string) error {
	gone := byte(1) // FILE_DISPOSITION_INFO
	return windows.SetFileInformationByHandle(windows.Handle(f.Fd()), windows.FileDispositionInfo, &gone, 1)
}

// syncDir: a folder can't be synced, and NTFS logs a rename itself.
func syncDir(string) error { return nil }

// failures are of the disk itself, or of a share that went away.
var failures = []error{
	windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_READ_FAULT, windows.ERROR_WRITE_FAULT, windows.ERROR_SEEK,
	windows.ERROR_NOT_READY, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_DEVICE_NOT_CONNECTED,
	windows.ERROR_NETNAME_DELETED, windows.ERROR_BAD_NETPATH, windows.ERROR_UNEXP_NET_ERR,
}

// fits tells whether Windows keeps a file of this name, and tells it before
// anything is written: "a:b" would hide the text in a stream of the file "a", and
// "CON" is a device. The temporary file has another name, that may do.
func fits(name string) bool {
	const longest = 255 // in UTF-16
	strange := func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"|?*`, r) }
	return filepath.IsLocal(name) && !strings.ContainsFunc(name, strange) && len(utf16.Encode([]rune(name))) <= longest
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
