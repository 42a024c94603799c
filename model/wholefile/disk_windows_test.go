package wholefile

import "golang.org/x/sys/windows"

const (
	diskFull = windows.ERROR_DISK_FULL
	fileHeld = windows.ERROR_SHARING_VIOLATION
)
