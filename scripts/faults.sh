#!/usr/bin/env bash
# Tries on the program what can befall a laptop: kills, power cuts, full disks,
# broken calls, damaged files, laptops that meet. `--long` takes the counts of a
# release; what else follows on the command line goes to the tests of the
# program: -faults.seed N to repeat, -test.run NAME for one of them.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-deps.sh faults
export CGO_ENABLED=0 LANG=nl_NL.UTF-8
checks=1000 histories=200 fuzz=
if [ "${1:-}" = --long ]; then
	shift
	set -- -faults.long "$@"
	checks=20000 histories=5000 fuzz=60s
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ ! -d /dev/shm ] || memory=/dev/shm # nothing here needs a disk

TMPDIR=${memory:-$work} go test -count=1 -run 'MergingConverges|LastEditShows|WhatIsLeft' ./model -rapid.checks=$checks
TMPDIR=${memory:-$work} go test -count=1 -tags faults -run Faults ./model/workspace -rapid.checks=$histories
if [ -n "$fuzz" ]; then
	while read -r package target; do
		go test -run '^$' -fuzz "^$target\$" -fuzztime $fuzz -fuzzminimizetime 20x "$package"
	done <<-END
		./model FuzzDecodeBody
		./model FuzzParseTemplate
		./model/document FuzzSalvage
		./model/intake FuzzLines
		./model/intake FuzzReadClipboard
		./export/excel FuzzRead
		./export/ods FuzzRead
	END
fi

go test -tags faults -c -o "$work/faults" ./cmd/oogst
# A small disk is mounted for one test: without root, in a namespace of its own.
own=()
[ "$(id -u)" -eq 0 ] || own=(unshare --map-root-user --mount)
cd cmd/oogst
"${own[@]}" "$work/faults" -test.run '^TestFaults' -test.v -test.timeout 6h "$@" | grep --line-buffered -v '^=== '
