package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"oogst/model"
	"oogst/model/document"
	"oogst/model/wholefile"
	"oogst/model/workspace"
	"oogst/ui"
)

const templateExtension = ".json"

// errTemplateName refuses a name that no file can have, or that one of the
// built-in templates has.
var errTemplateName = errors.New("the template can't have this name")

// template finds a template: a built-in one, one of the person's own, or a file.
func (h *host) template(name string) (model.Template, error) {
	if slices.Contains(templateNames(), name) {
		return builtIn(name)
	}
	if strings.ContainsAny(name, `/\`) || strings.EqualFold(filepath.Ext(name), templateExtension) {
		return readTemplate(name)
	}
	own := h.ownTemplate(name)
	if _, err := os.Stat(own); err != nil || slug(name) == "" {
		known := templateNames()
		for _, path := range h.ownTemplates() {
			known = append(known, strings.TrimSuffix(filepath.Base(path), templateExtension))
		}
		return model.Template{}, &unknownError{"template", name, known}
	}
	return readTemplate(own)
}

func readTemplate(path string) (model.Template, error) {
	data, err := readFile(path, model.MaxTemplate)
	if err != nil {
		return model.Template{}, err
	}
	return parseTemplate(path, data)
}

// readFile reads a file of the person's own, but not further than limit bytes.
func readFile(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, at(path, err)
	case info.IsDir():
		return nil, at(path, document.ErrFolder)
	case !info.Mode().IsRegular():
		return nil, at(path, wholefile.ErrNotFile)
	case info.Size() > limit:
		return nil, at(path, document.ErrTooLarge)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, at(path, err)
	}
	data, err := io.ReadAll(io.LimitReader(f, limit))
	return data, at(path, errors.Join(err, f.Close()))
}

// ownTemplates are the files of the person's own templates, by name.
func (h *host) ownTemplates() (paths []string) {
	folder := workspace.Templates(h.root)
	files, err := os.ReadDir(folder)
	if err != nil { // most people have none
		return nil
	}
	for _, f := range files {
		if strings.EqualFold(filepath.Ext(f.Name()), templateExtension) {
			paths = append(paths, filepath.Join(folder, f.Name()))
		}
	}
	return paths
}

func (h *host) ownTemplate(name string) string {
	return filepath.Join(workspace.Templates(h.root), slug(name)+templateExtension)
}

// SaveTemplate keeps a template of the person's own.
func (l *library) SaveTemplate(name string, t model.Template, replace bool) error {
	t.Key, t.Name = slug(name), name
	if t.Key == "" || slices.Contains(templateNames(), t.Key) {
		return errTemplateName
	}
	path := l.ownTemplate(name)
	if _, err := os.Lstat(path); err == nil && !replace {
		return ui.ErrTemplateExists
	}
	data, err := json.MarshalIndent(t, "", "  ")
	if err != nil {
		return err
	}
	if _, err := parseTemplate(name, data); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return at(path, err)
	}
	return at(path, wholefile.Write(path, append(data, '\n')))
}
