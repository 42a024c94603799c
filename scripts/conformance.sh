#!/usr/bin/env bash
# Holds the exported documents against independent judges: veraPDF (PDF/UA-1 and
# PDF/A-2a), qpdf, poppler, openpyxl and LibreOffice. --update writes the golden
# text of the slide's PDF anew; look at the difference.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
	echo "conformance: $*" >&2
	exit 1
}

scripts/install-deps.sh conformance office

# The jars stay in out/; Maven fetches them once, and again for another version.
verapdf=out/verapdf
if ! cmp -s scripts/conformance/pom.xml "$verapdf/pom.xml"; then
	rm -rf "$verapdf"
	mvn -q -B -f scripts/conformance/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/$verapdf" ||
		fail "veraPDF can't be fetched with Maven, so nothing was judged"
	cp scripts/conformance/pom.xml "$verapdf/"
fi

# Another Python may come first in the path, without Debian's openpyxl.
python=python3
"$python" -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OOGST_DATA=$work/data
oogst=$work/oogst
CGO_ENABLED=0 go build -o "$oogst" ./cmd/oogst

# make NAME SESSION [OPTION...]: the documents of a session.
make() {
	"$oogst" export "$work/$2.oogst" --pdf "$work/$1.pdf" --excel "$work/$1.xlsx" "${@:3}" 2>>"$work/log"
}

generated() {
	"$python" scripts/conformance/lines.py "$2" "$3" >"$work/$1.csv"
	"$oogst" new "$work/$1.oogst" --title "Proef $1" 2>>"$work/log"
	"$oogst" import "$work/$1.oogst" "$work/$1.csv" 2>>"$work/log"
	make "$1" "$1"
}

documents() {
	"$oogst" example "$work/slide.oogst" --which slide
	"$oogst" example "$work/full.oogst" --which full
	make slide slide
	for variant in internal participants public; do
		make "full-$variant" full --variant "$variant"
	done
	cat >"$work/house.json" <<-EOF
		{"organisation": "Provincie Voorbeeld", "color": "#005A9C", "secondColor": "#8A1C2F",
		 "logo": "$PWD/assets/icon.png", "logoText": "Logo van de provincie"}
	EOF
	make house full --variant internal --style "$work/house.json"
	"$oogst" paper "$work/full.oogst" "$work/paper" 2>>"$work/log"
	cp "$work/paper/formulier_dronten.pdf" "$work/paper/toetsenkaart.pdf" "$work/paper/invulblad_dronten.xlsx" "$work/"
	generated lines-500 words 500
	generated lines-10000 words 10000
	generated unicode unicode 300
}

judge_pdfs() {
	local count=$# flavour
	for flavour in ua1 2a; do
		timeout 100 java -cp "$verapdf/*" org.verapdf.apps.GreenfieldCliWrapper -f "$flavour" --format text "$@" >"$work/verdict" || true
		# Only a pass of each file counts: an exit code of 0 could also mean that nothing was read.
		if [ "$(grep -c '^PASS ' "$work/verdict")" != "$count" ] || grep -q '^FAIL ' "$work/verdict"; then
			cat "$work/verdict" >&2
			fail "veraPDF doesn't pass all $count files as $flavour"
		fi
		echo "veraPDF $flavour: $count files pass"
	done
}

# judge_pdf FILE: sound, and each font embedded (emb) and readable (uni).
judge_pdf() {
	qpdf --check "$1" >"$work/qpdf" 2>&1 || { cat "$work/qpdf" >&2; fail "qpdf objects to $1"; }
	pdffonts "$1" | awk 'NR > 2 { n++; if ($(NF-4) != "yes" || $(NF-2) != "yes") bad = 1 } END { exit bad || !n }' ||
		fail "a font of $1 is not embedded, or can't be read back"
}

# The structure and text of the slide's PDF, without what differs each time:
# the moment it was made, its mark, the numbers of objects.
judge_text() {
	local golden=scripts/conformance/slide.txt
	pdfinfo -struct-text "$work/slide.pdf" |
		sed -E '/[0-9]{2}:[0-9]{2}/d; /"[0-9A-F]{8}"/d; /^ *Object [0-9]+ [0-9]+$/d' >"$work/slide.txt"
	if [ "${1:-}" = --update ]; then
		cp "$work/slide.txt" "$golden"
	fi
	diff -u "$golden" "$work/slide.txt" ||
		fail "the slide's PDF reads differently; if that is meant, run scripts/conformance.sh --update"
}

# The open formats hold every line, as an office of another maker prints them.
judge_open() {
	"$oogst" export "$work/full.oogst" --ods "$work/full.ods" --docx "$work/full.docx" 2>>"$work/log"
	OOGST=$oogst scripts/check_office.sh "$work/full.oogst" "$work/full.ods" "$work/full.docx" ||
		fail "LibreOffice doesn't show every line of ODS and Word"
}

judge_workbooks() {
	local book large=$work/lines-10000.xlsx printed=()
	for book in "$@"; do
		"$python" scripts/check_xlsx.py "$book" >/dev/null || fail "openpyxl finds faults in $book"
		[ "$book" = "$large" ] || printed+=("$book")
	done
	timeout -k 5 120 soffice --headless -env:UserInstallation="file://$work/office" --convert-to pdf --outdir "$work/office-made" "${printed[@]}" >"$work/office.log" 2>&1 || true
	# LibreOffice prints 10,000 lines in two minutes; reading and saving them is the test.
	timeout -k 5 120 soffice --headless -env:UserInstallation="file://$work/office" --convert-to ods --outdir "$work/office-made" "$large" >>"$work/office.log" 2>&1 || true
	for book in "$@"; do
		book=$(basename "$book" .xlsx)
		[ -s "$work/office-made/$book.pdf" ] || [ -s "$work/office-made/$book.ods" ] || { cat "$work/office.log" >&2; fail "LibreOffice can't convert $book.xlsx"; }
	done
	echo "openpyxl and LibreOffice: $# workbooks are in order"
}

# What officials save with another program comes back as it was.
judge_return() {
	local form
	"$oogst" export "$work/full.oogst" --ods "$work/office/back.ods" --excel "$work/office/back.xlsx" --variant internal 2>>"$work/log"
	for form in ods:xlsx xlsx:ods ods:ods; do
		timeout 60 soffice --headless -env:UserInstallation="file://$work/office" --convert-to "${form#*:}" --outdir "$work/office/${form/:/-}" "$work/office/back.${form%:*}" >>"$work/office.log" 2>&1 ||
			fail "LibreOffice can't save ${form%:*} as ${form#*:}"
		"$oogst" import "$work/full.oogst" "$work/office/${form/:/-}/back.${form#*:}" --dry-run 2>"$work/said"
		grep -q 'geen nieuwe regels, geen wijzigingen, geen intrekkingen en geen conflicten' "$work/said" ||
			{ cat "$work/said" >&2; fail "a register that LibreOffice saved as ${form#*:} isn't what it was"; }
	done
	echo "LibreOffice: registers saved again as xlsx and ods come back unchanged"
}

documents 2>>"$work/log" || { cat "$work/log" >&2; fail "the documents can't be made"; }
for pdf in "$work"/*.pdf; do
	judge_pdf "$pdf"
done
judge_text "$@"
judge_pdfs "$work"/*.pdf
judge_workbooks "$work"/*.xlsx
judge_open
judge_return
