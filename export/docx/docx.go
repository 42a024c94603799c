// Package docx writes a Report as a Word document that a secretary pastes into
// a template of her own: everything has a style, nothing is placed by empty
// lines or spaces. It needs the standard library alone.
package docx

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"time"

	"oogst/export"
	"oogst/export/office"
	"oogst/ui/text"
)

// Write writes the sections of r that are meant for pages as one .docx
// document; the same r gives the same bytes. It calls progress, unless nil,
// with the paragraphs and rows done and the total, and stops with the error of
// ctx when that ends. It fails on a row whose cells don't match the columns,
// and on an error of w; what w holds is a document only on success.
func Write(ctx context.Context, w io.Writer, r export.Report, progress func(done, total int)) error {
	d := &document{steps: export.NewSteps(ctx, progress), meta: r.Meta, sections: r.For(export.Pages)}
	if err := d.write(office.NewArchive(w, r.Meta.Created)); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

// document is the document being written.
type document struct {
	steps    *export.Steps // paragraphs and rows
	meta     export.Meta
	sections []export.Section
}

// part is one file of the archive.
type part struct {
	name, kind string // kind is the end of its media type
	relation   string // what it is to the document, empty for nothing
	write      func(*office.XML) error
}

const (
	wordML        = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// parts are the files that the document refers to, in the order of their
// relations: the first is rId1.
func (d *document) parts() []part {
	parts := []part{
		{"word/styles.xml", "styles", "styles", d.styles},
		{"word/settings.xml", "settings", "settings", d.settings},
		{"word/fontTable.xml", "fontTable", "fontTable", fonts},
	}
	for i, p := range papers {
		parts = append(parts,
			part{fmt.Sprintf("word/header%d.xml", i+1), "header", "header", func(x *office.XML) error { return d.header(x, p) }},
			part{fmt.Sprintf("word/footer%d.xml", i+1), "footer", "footer", func(x *office.XML) error { return d.footer(x, p) }})
	}
	return parts
}

func (d *document) write(a *office.Archive) error {
	parts := d.parts()
	all := append([]part{
		{name: "[Content_Types].xml", write: func(x *office.XML) error { return contentTypes(x, parts) }},
		{name: "_rels/.rels", write: topRelations},
		{name: "docProps/core.xml", write: d.coreProperties},
		{name: "docProps/app.xml", write: d.appProperties},
		{name: "word/_rels/document.xml.rels", write: func(x *office.XML) error { return relations(x, parts) }},
		{name: "word/document.xml", write: d.body},
	}, parts...)
	for _, p := range all {
		if err := a.Part(p.name, p.write); err != nil {
			return err
		}
	}
	return a.Close()
}

func contentTypes(x *office.XML, parts []part) error {
	x.Start("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	x.Empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	x.Empty("Default", "Extension", "xml", "ContentType", "application/xml")
	x.Empty("Override", "PartName", "/word/document.xml", "ContentType", wordML+"document.main+xml")
	x.Empty("Override", "PartName", "/docProps/core.xml", "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	x.Empty("Override", "PartName", "/docProps/app.xml", "ContentType", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	for _, p := range parts {
		x.Empty("Override", "PartName", "/"+p.name, "ContentType", wordML+p.kind+"+xml")
	}
	x.End(1)
	return nil
}

func topRelations(x *office.XML) error {
	x.Start("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
	x.Empty("Relationship", "Id", "rId1", "Type", relationships+"/officeDocument", "Target", "word/document.xml")
	x.Empty("Relationship", "Id", "rId2", "Type", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "Target", "docProps/core.xml")
	x.Empty("Relationship", "Id", "rId3", "Type", relationships+"/extended-properties", "Target", "docProps/app.xml")
	x.End(1)
	return nil
}

func relations(x *office.XML, parts []part) error {
	x.Start("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
	for i, p := range parts {
		x.Empty("Relationship", "Id", relation(i), "Type", relationships+"/"+p.relation, "Target", p.name[len("word/"):])
	}
	x.End(1)
	return nil
}

// relation is how the document calls the part at a place among the parts.
func relation(i int) string { return fmt.Sprintf("rId%d", i+1) }

// coreProperties say whose document this is and which version.
func (d *document) coreProperties(x *office.XML) error {
	m := d.meta
	x.Start("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	for _, p := range [][2]string{
		{"dc:title", m.Title},
		{"dc:subject", cmp.Or(m.Subtitle, m.Title)},
		{"dc:creator", m.Organisation},
		{"cp:lastModifiedBy", m.Organisation},
		{"dc:description", m.Fictional},
		{"dc:identifier", m.Mark},
		{"dc:language", cmp.Or(m.Language, language)},
		{"cp:contentStatus", m.Status},
		{"cp:version", m.Version},
	} {
		if value := office.OneLine(p[1]); value != "" {
			x.Element(p[0], value)
		}
	}
	made := m.Created.UTC().Format(time.RFC3339)
	x.Element("dcterms:created", made, "xsi:type", "dcterms:W3CDTF")
	x.Element("dcterms:modified", made, "xsi:type", "dcterms:W3CDTF")
	x.End(1)
	return nil
}

func (d *document) appProperties(x *office.XML) error {
	x.Start("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	x.Element("Application", text.Program)
	if company := office.OneLine(d.meta.Organisation); company != "" {
		x.Element("Company", company)
	}
	x.End(1)
	return nil
}
