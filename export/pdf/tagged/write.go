package tagged

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Write writes the document, once. The same document gives the same bytes.
func (d *Doc) Write(w io.Writer) error {
	switch {
	case d.open != nil:
		d.fail("%s is still open", d.open.role)
	case len(d.pages) == 0:
		d.fail("a document needs a page")
	}
	if d.err != nil {
		return d.err
	}
	d.pdf.SetPage(len(d.pages)) // gofpdf writes no page after the one that is set
	var raw finished
	if err := d.pdf.Output(&raw); err != nil {
		return fmt.Errorf("tagged: drawing: %w", err)
	}
	s, err := cut(raw, len(d.pages))
	if err != nil {
		return fmt.Errorf("tagged: %w", err)
	}
	out := bufio.NewWriter(w)
	if err := d.assemble(newFile(out), s); err != nil {
		return fmt.Errorf("tagged: writing: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("tagged: writing: %w", err)
	}
	return nil
}

// finished is what gofpdf hands over at the end, in one piece that it keeps
// alive and leaves alone: a copy would be as large as the document.
type finished []byte

func (f *finished) Write(b []byte) (int, error) {
	if *f != nil {
		return 0, errors.New("gofpdf writes in pieces")
	}
	*f = b
	return len(b), nil
}

// assemble writes the new file around the pages and fonts of s.
func (d *Doc) assemble(f *file, s *source) error {
	resources, err := d.putFonts(f, s)
	if err != nil {
		return err
	}
	tree := f.reserve()
	pages := make([]int, len(d.pages))
	for i := range pages {
		pages[i] = f.reserve()
	}
	structure := f.reserve()
	d.root.count(f)
	d.putPages(f, s, tree, resources, pages)
	d.putStructure(f, structure, pages)
	info := d.info.clean()
	metadata, profile := f.reserve(), f.reserve()
	// Metadata is not compressed, for programs that know nothing of PDF.
	f.plain(metadata, "/Type/Metadata/Subtype/XML", info.xmp())
	f.stream(profile, "/N 3", sRGB())
	outline := ""
	if len(d.bookmarks) > 0 {
		outline = fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", d.putOutline(f, pages))
	}
	catalog := f.add("<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R%s"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"+
		"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]>>",
		tree, textString(info.Language), structure, metadata, outline, profile)
	return f.close(catalog, f.add("%s", info.dictionary()))
}

// putFonts writes what pages draw with: fonts and pictures.
func (d *Doc) putFonts(f *file, s *source) (resources int, err error) {
	pictures := []byte("/XObject<<")
	for i, p := range d.pictures {
		number := f.reserve()
		f.stream(number, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8", p.Width, p.Height), p.RGB)
		pictures = fmt.Appendf(pictures, "/I%d %d 0 R", i, number)
	}
	b := []byte("<</Font<<")
	for _, font := range s.fonts {
		number, err := font.put(f, d.faces[font.style])
		if err != nil {
			return 0, err
		}
		b = fmt.Appendf(b, "/%s %d 0 R", font.resource, number)
	}
	return f.add("%s>>%s>>>>", b, pictures), nil
}

// putPages writes the pages and the links on them. Keys in the parent tree are
// page indexes first, then one for each link.
func (d *Doc) putPages(f *file, s *source, tree, resources int, pages []int) {
	kids := []byte{}
	key := len(d.pages)
	for i, p := range d.pages {
		content := f.reserve()
		f.stream(content, "", s.contents[i])
		b := fmt.Appendf(nil, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources %d 0 R/Contents %d 0 R"+
			"/StructParents %d/Tabs/S", tree, p.width, p.height, resources, content, i)
		if len(p.links) > 0 {
			b = append(b, "/Annots["...)
			for _, l := range p.links {
				top := p.height - l.y
				// 4 is the flag "print", which PDF/A asks for.
				l.number = f.add("<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/F 4/Border[0 0 0]"+
					"/Contents%s/Dest%s/StructParent %d>>", l.x, top-l.height, l.x+l.width, top,
					textString(l.text), d.target(l.dest, pages), key)
				b = fmt.Appendf(b, "%d 0 R ", l.number)
				key++
			}
			b = append(b, ']')
		}
		f.put(pages[i], append(b, ">>"...))
		kids = fmt.Appendf(kids, "%d 0 R ", pages[i])
	}
	f.put(tree, fmt.Appendf(nil, "<</Type/Pages/Kids[%s]/Count %d>>", kids, len(pages)))
}

// putStructure writes the structure tree, and the parent tree that leads back
// from marked content and links to their elements.
func (d *Doc) putStructure(f *file, root int, pages []int) {
	nums := []byte{}
	for i, p := range d.pages {
		nums = fmt.Appendf(nums, "%d[", i)
		for _, e := range p.owners {
			nums = append(reference(nums, e.number), ' ')
		}
		nums = append(nums, ']')
	}
	key := len(d.pages)
	for _, p := range d.pages {
		for _, l := range p.links {
			nums = fmt.Appendf(nums, "%d %d 0 R ", key, l.elem.number)
			key++
		}
	}
	parents := f.add("<</Nums[%s]>>", nums)
	f.put(root, fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d"+
		"/RoleMap<</Title/P>>>>", d.root.number, parents, key))
	d.root.put(f, root, pages)
}
