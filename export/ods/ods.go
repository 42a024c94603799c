// Package ods writes a Report as an OpenDocument spreadsheet: the open format
// in which a province publishes a workbook. It has the sheets of export/excel,
// with real tables and typed cells, from the standard library alone.
package ods

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"oogst/export"
	"oogst/export/office"
	"oogst/ui/text"
)

// ErrNoSheets says that no section of the report is meant for a workbook.
var ErrNoSheets = errors.New("ods: the report has no section for a workbook")

// mimetype stands first in the file, where any program sees what it is.
const mimetype = "application/vnd.oasis.opendocument.spreadsheet"

// Write writes the sections of r that belong in sheets as one .ods workbook;
// the same r gives the same bytes. It calls progress, unless nil, with the
// table rows done and the total, and stops with the error of ctx when that
// ends. A cell with more lines than a page holds goes on in a next row marked
// "(vervolg)". It fails on a report without sheets, on a row whose cells don't
// match the columns, and on an error of w; what w holds is a workbook only on
// success.
func Write(ctx context.Context, w io.Writer, r export.Report, progress func(done, total int)) error {
	sheets := office.Sheets(r)
	if len(sheets) == 0 {
		return ErrNoSheets
	}
	b := &book{steps: export.NewSteps(ctx, progress), meta: r.Meta, sheets: sheets, choices: office.Choices(sheets)}
	b.steps.Expect(office.Rows(sheets))
	if err := b.write(office.NewArchive(w, r.Meta.Created)); err != nil {
		return fmt.Errorf("ods: %w", err)
	}
	return nil
}

// book is the workbook being written.
type book struct {
	steps  *export.Steps // table rows
	meta   export.Meta
	sheets []office.Sheet
	// choices are the lists that columns let one choose from, by name.
	choices map[string]office.Range
}

func (b *book) write(a *office.Archive) error {
	if err := a.Store("mimetype", mimetype); err != nil {
		return err
	}
	for _, part := range []struct {
		name  string
		write func(*office.XML) error
	}{
		{"META-INF/manifest.xml", manifest},
		{"meta.xml", b.properties},
		{"settings.xml", b.settings},
		{"styles.xml", b.styles},
		{"content.xml", b.content},
	} {
		if err := a.Part(part.name, part.write); err != nil {
			return err
		}
	}
	return a.Close()
}

// namespaces are those of OpenDocument, by the prefixes that everybody uses.
var namespaces = []string{
	"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
	"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
	"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
	"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
	"xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
	"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
	"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
	"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
	"xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
	"xmlns:ooo", "http://openoffice.org/2004/office",
	"xmlns:dc", "http://purl.org/dc/elements/1.1/",
	"xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
	"office:version", "1.3",
}

func manifest(x *office.XML) error {
	x.Start("manifest:manifest", "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version", "1.3")
	x.Empty("manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.3", "manifest:media-type", mimetype)
	for _, name := range []string{"meta.xml", "settings.xml", "styles.xml", "content.xml"} {
		x.Empty("manifest:file-entry", "manifest:full-path", name, "manifest:media-type", "text/xml")
	}
	x.End(1)
	return nil
}

// properties say whose document this is and which version.
func (b *book) properties(x *office.XML) error {
	m := b.meta
	made := m.Created.UTC().Format(time.RFC3339)
	x.Start("office:document-meta", namespaces...)
	x.Start("office:meta")
	for _, p := range [][2]string{
		{"meta:generator", text.Program},
		{"dc:title", m.Title},
		{"dc:description", m.Fictional},
		{"dc:subject", office.Join(" · ", m.Subtitle, m.Status, m.Audience)},
		{"meta:initial-creator", m.Organisation},
		{"dc:creator", m.Organisation},
		{"meta:creation-date", made},
		{"dc:date", made},
		{"dc:language", m.Language},
	} {
		if value := office.OneLine(p[1]); value != "" {
			x.Element(p[0], value)
		}
	}
	for _, f := range []export.Fact{
		{Label: office.MarkName, Value: m.Mark},
		{Label: text.LabelStatus, Value: m.Status},
		{Label: text.LabelVersion, Value: m.Version},
		{Label: text.LabelFor, Value: m.Audience},
		{Label: text.LabelClass, Value: m.Classification},
	} {
		if value := office.OneLine(f.Value); value != "" {
			x.Element("meta:user-defined", value, "meta:name", f.Label, "meta:value-type", "string")
		}
	}
	x.End(2)
	return nil
}

// settings freeze the header rows. OpenDocument leaves that to the programs;
// these are the names that LibreOffice gave it and that Excel reads too.
func (b *book) settings(x *office.XML) error {
	item := func(name, kind, value string) {
		x.Element("config:config-item", value, "config:name", name, "config:type", kind)
	}
	x.Start("office:document-settings", namespaces...)
	x.Start("office:settings")
	x.Start("config:config-item-set", "config:name", "ooo:view-settings")
	x.Start("config:config-item-map-indexed", "config:name", "Views")
	x.Start("config:config-item-map-entry")
	item("ViewId", "string", "view1")
	x.Start("config:config-item-map-named", "config:name", "Tables")
	for _, s := range b.sheets {
		x.Start("config:config-item-map-entry", "config:name", s.Name)
		if s.Table != nil {
			for _, position := range []struct {
				name  string
				value int
			}{
				{"CursorPositionY", 1},
				{"VerticalSplitMode", 2},
				{"VerticalSplitPosition", 1},
				{"ActiveSplitRange", 2},
				{"PositionBottom", 1},
			} {
				kind := "int"
				if position.name == "VerticalSplitMode" || position.name == "ActiveSplitRange" {
					kind = "short"
				}
				item(position.name, kind, strconv.Itoa(position.value))
			}
		}
		item("ShowGrid", "boolean", strconv.FormatBool(s.Table != nil))
		x.End(1)
	}
	x.End(1)
	item("ActiveTable", "string", b.sheets[0].Name)
	x.End(5)
	return nil
}
