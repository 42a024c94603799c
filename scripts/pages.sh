#!/usr/bin/env bash
# Makes pictures of pages of the documents, as a printer has them, in
# docs/screenshots: PDF and paper as they are, the workbook as LibreOffice prints it.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install-deps.sh conformance

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OOGST_DATA=$work/data
oogst=$work/oogst
CGO_ENABLED=0 go build -o "$oogst" ./cmd/oogst
"$oogst" example "$work/full.oogst" --which full
"$oogst" export "$work/full.oogst" --pdf "$work/pdf.pdf" --excel "$work/excel.xlsx" --variant internal
"$oogst" paper "$work/full.oogst" "$work/paper"
soffice --headless -env:UserInstallation="file://$work/office" --convert-to pdf --outdir "$work" "$work/excel.xlsx" >/dev/null

# page FILE WORDS NAME: the first page with these words, the contents left out.
page() {
	local n last
	last=$(pdfinfo "$1" | awk '/^Pages/ {print $2}')
	for ((n = 1; n <= last; n++)); do
		if pdftotext -f "$n" -l "$n" "$1" - | grep -v '^Inhoud$' | sed -n '1,8p' | grep -qx "$2"; then
			pdftoppm -r 80 -png -singlefile -f "$n" -l "$n" "$1" "docs/screenshots/$3"
			return
		fi
	done
	echo "pages: no page of $(basename "$1") begins with $2" >&2
	exit 1
}

page "$work/pdf.pdf" "Provincie Flevoland" document-pdf-cover
page "$work/pdf.pdf" "Overzicht" document-pdf-overview
page "$work/pdf.pdf" "Lelystad" document-pdf-chapter
page "$work/pdf.pdf" "Pilotideeën getoetst" document-pdf-pilots
page "$work/excel.pdf" "Overzicht" document-excel-overview
page "$work/excel.pdf" "Aantallen" document-excel-counts
page "$work/excel.pdf" "Inbreng" document-excel-register
page "$work/excel.pdf" "Pilotideeën" document-excel-pilots
page "$work/paper/formulier_dronten.pdf" "Inbreng van Dronten" paper-form
page "$work/paper/toetsenkaart.pdf" "Toetsen van Oogst" paper-keys
