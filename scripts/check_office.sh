#!/usr/bin/env bash
# Checks documents of Oogst with LibreOffice, an independent reader: it opens
# each one, prints it to PDF, and every code must be in the print.
#
#   check_office.sh SESSION.oogst FILE...    codes are those of the session
#
# The documents are of the variant for participants, as export makes them unasked.
# Needs what install-deps.sh office installs, and
# in OOGST the program, bin/oogst if not said.
set -euo pipefail

if [ $# -lt 2 ]; then
	sed -n '5p' "$0" >&2
	exit 2
fi
session=$1
shift
codes=$("${OOGST:-$(dirname "$0")/../bin/oogst}" dump "$session" |
	python3 -c 'import json, sys; print("\n".join(e["code"] for e in json.load(sys.stdin)["entries"] if not e.get("withdrawn") and e.get("visibility") != "internal"))')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

status=0
for file in "$@"; do
	soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" "$file" >"$work/log" 2>&1 || true
	name=$(basename "$file")
	print=$work/${name%.*}.pdf
	if [ ! -s "$print" ]; then
		echo "$file: LibreOffice can't read it" >&2
		cat "$work/log" >&2
		status=1
		continue
	fi
	text=$(pdftotext -layout "$print" -)
	missing=
	found=0
	for code in $codes; do
		if grep -qwF -- "$code" <<<"$text"; then
			found=$((found + 1))
		else
			missing+=" $code"
		fi
	done
	if [ -n "$missing" ] || [ "$found" = 0 ]; then
		echo "$file: not in the print:$missing ($found found)" >&2
		status=1
	else
		echo "$file: $(pdfinfo "$print" | awk '/^Pages/ {print $2}') pages, all $found codes"
	fi
	rm -f "$print"
done
exit $status
