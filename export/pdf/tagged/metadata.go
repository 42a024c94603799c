package tagged

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
)

// producer names the maker of the file's form.
const producer = "Oogst (gofpdf 1.16.2)"

// clean makes the texts fit for the file: on one line.
func (i Info) clean() Info {
	for _, s := range []*string{&i.Title, &i.Author, &i.Subject, &i.Creator, &i.Language, &i.Identifier} {
		*s = strings.Join(strings.Fields(Clean(*s)), " ")
	}
	return i
}

// dictionary is the old form of the metadata, which has to say the same as XMP.
func (i Info) dictionary() []byte {
	b := []byte("<<")
	for _, f := range []struct{ key, value string }{
		{"Title", i.Title},
		{"Author", i.Author},
		{"Subject", i.Subject},
		{"Creator", i.Creator},
		{"Producer", producer},
		{"CreationDate", pdfTime(i.Created)},
		{"ModDate", pdfTime(i.Created)},
	} {
		if f.value != "" {
			b = fmt.Appendf(b, "/%s%s", f.key, textString(f.value))
		}
	}
	return append(b, ">>"...)
}

// pdfTime writes the zone as +01'00': strict readers refuse a bare Z.
func pdfTime(t time.Time) string {
	zone := t.Format("-07:00")
	return t.Format("D:20060102150405") + zone[:3] + "'" + zone[4:] + "'"
}

// textString is a PDF text string: literal where it is ASCII, else UTF-16.
func textString(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < ' ' || r > '~' {
			b.Reset()
			b.WriteString("<FEFF")
			for _, u := range utf16.Encode([]rune(s)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteByte('>')
			return b.String()
		}
	}
	b.WriteByte('(')
	for _, r := range s {
		if strings.ContainsRune(`()\`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte(')')
	return b.String()
}

// xmp is the metadata that says which rules the file keeps. The title has one
// language only: with two, readers show it twice.
func (i Info) xmp() []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	b.WriteString("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n")
	element(&b, "dc:format", "", "application/pdf")
	element(&b, "dc:title", "Alt", i.Title)
	element(&b, "dc:creator", "Seq", i.Author)
	element(&b, "dc:description", "Alt", i.Subject)
	element(&b, "dc:language", "Bag", i.Language)
	element(&b, "dc:identifier", "", i.Identifier)
	element(&b, "xmp:CreatorTool", "", i.Creator)
	element(&b, "pdf:Producer", "", producer)
	made := i.Created.Format("2006-01-02T15:04:05-07:00")
	element(&b, "xmp:CreateDate", "", made)
	element(&b, "xmp:ModifyDate", "", made)
	element(&b, "xmp:MetadataDate", "", made)
	b.WriteString("</rdf:Description>\n" + pdfuaSchema + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}

// element writes a value, in the container that its property asks for; an
// empty value has no element.
func element(b *bytes.Buffer, name, container, value string) {
	if value == "" {
		return
	}
	fmt.Fprintf(b, "<%s>", name)
	item := ""
	switch container {
	case "Alt":
		item = ` xml:lang="x-default"`
		fallthrough
	case "Seq", "Bag":
		fmt.Fprintf(b, "<rdf:%s><rdf:li%s>", container, item)
	}
	xml.EscapeText(b, []byte(value)) // a bytes.Buffer takes everything
	if container != "" {
		fmt.Fprintf(b, "</rdf:li></rdf:%s>", container)
	}
	fmt.Fprintf(b, "</%s>\n", name)
}

// pdfuaSchema explains the pdfuaid property, which PDF/A doesn't know.
const pdfuaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`
