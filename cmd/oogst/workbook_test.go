package main

import (
	"archive/zip"
	"encoding/xml"
	"path"
	"strings"
	"testing"
)

// readWorkbook reads the sheets of a workbook with nothing but zip and xml.
func readWorkbook(t *testing.T, file string) map[string][][]string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	unzip(t, z, "xl/workbook.xml", &book)
	unzip(t, z, "xl/_rels/workbook.xml.rels", &rels)
	targets := map[string]string{}
	for _, r := range rels.List {
		targets[r.ID] = path.Join("xl", r.Target)
	}
	out := map[string][][]string{}
	for _, s := range book.Sheets {
		out[s.Name] = readSheet(t, z, targets[s.ID])
	}
	return out
}

// cell is a cell with its text in place, which is how Oogst writes texts, or
// its number. A formatted text is in runs.
type cell struct {
	Ref  string   `xml:"r,attr"`
	Text []string `xml:"is>t"`
	Runs []string `xml:"is>r>t"`
	V    string   `xml:"v"`
}

func readSheet(t *testing.T, z *zip.ReadCloser, name string) [][]string {
	t.Helper()
	var sheet struct {
		Rows []struct {
			Cells []cell `xml:"c"`
		} `xml:"sheetData>row"`
	}
	unzip(t, z, name, &sheet)
	out := make([][]string, len(sheet.Rows))
	for i, r := range sheet.Rows {
		for _, c := range r.Cells {
			column := 0
			for _, letter := range strings.TrimRight(c.Ref, "0123456789") {
				column = column*26 + int(letter-'A') + 1
			}
			for len(out[i]) < column {
				out[i] = append(out[i], "")
			}
			out[i][column-1] = strings.Join(c.Text, "") + strings.Join(c.Runs, "") + c.V
		}
	}
	return out
}

func unzip(t *testing.T, z *zip.ReadCloser, name string, to any) {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := xml.NewDecoder(f).Decode(to); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
