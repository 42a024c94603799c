package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"oogst/export"
	"oogst/model/document"
	"oogst/model/workspace"
	"oogst/ui/text"
)

// styleName is the file of the person's own house style, beside the folder of
// templates.
const styleName = "huisstijl.json"

// styleError is about a house style, and the file that it is in.
type styleError struct {
	path string
	err  *export.StyleError
}

func (e *styleError) Error() string { return e.path + ": " + e.err.Error() }
func (e *styleError) Unwrap() error { return e.err }

// style reads a house style; without a path the person's own, where there is one.
func (h *host) style(path string) (export.Style, error) {
	if path == "" {
		path = filepath.Join(filepath.Dir(workspace.Templates(h.root)), styleName)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return export.Style{}, nil
		}
	}
	data, err := readFile(path, export.MaxStyle)
	if err != nil {
		return export.Style{}, err
	}
	logo := ""
	s, err := export.ParseStyle(data, func(name string) ([]byte, error) {
		if logo = name; !filepath.IsAbs(name) {
			logo = filepath.Join(filepath.Dir(path), name)
		}
		data, err := readFile(logo, export.MaxPicture)
		if errors.Is(err, document.ErrTooLarge) {
			err = &export.StyleError{Fault: export.StylePictureLarge, Key: "logo"}
		}
		return data, err
	})
	if bad := (*export.StyleError)(nil); errors.As(err, &bad) {
		if bad.Key == "logo" {
			path = logo
		}
		return s, &styleError{path, bad}
	}
	return s, err
}

func explainStyle(err error, _ string) string {
	var e *styleError
	if !errors.As(err, &e) {
		return ""
	}
	switch e.err.Fault {
	case export.StyleUnknownKey:
		return text.StyleUnknownKey(e.path, e.err.Value)
	case export.StyleBadColor:
		return text.StyleBadColor(e.path, e.err.Key, e.err.Value)
	case export.StyleLowContrast:
		return text.StyleLowContrast(e.path, e.err.Key, e.err.Value, e.err.Contrast, export.MinContrast)
	case export.StyleNoPicture:
		return text.StyleNoPicture(e.path)
	case export.StylePictureLarge:
		return text.StylePictureLarge(e.path, export.MaxPicture>>20, export.MaxPixels)
	}
	return text.StyleUnreadable(e.path)
}
