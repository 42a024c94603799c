package ui

import (
	"net/url"
	"path/filepath"
	"strings"
)

// fileURL is the file: URL of a path, also of one with a drive letter.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}
