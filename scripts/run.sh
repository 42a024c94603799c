#!/usr/bin/env bash
# Builds the program and shows it on the full, made-up example: in its window,
# or, where there is no display, as the workbook and the PDF that come out of it.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=out/voorbeeld
session=$folder/voorbeeld.oogst
mkdir -p "$folder" bin

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	scripts/install-deps.sh window
	echo "Building; the first time takes some minutes."
	CGO_ENABLED=1 go build -tags no_emoji -o bin/oogst ./cmd/oogst
	[ -e "$session" ] || bin/oogst example "$session" --which full
	exec bin/oogst "$session"
fi

echo "There is no display (DISPLAY and WAYLAND_DISPLAY are empty), so no window opens."
echo "Instead: the example session, with its workbook and its PDF."
CGO_ENABLED=0 go build -o bin/oogst ./cmd/oogst
[ -e "$session" ] || bin/oogst example "$session" --which full
bin/oogst export "$session" --excel "$folder/voorbeeld.xlsx" --pdf "$folder/voorbeeld.pdf"
echo "They are in $PWD/$folder:"
ls -l "$folder"
