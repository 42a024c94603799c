#!/usr/bin/env bash
# Tries on the program what can befall a laptop: kills, power cuts, full disks,
# broken calls, damaged files, laptops that meet. `--long` takes the counts of a
# release; what else follows on the command line goes to the tests of the
# program: -faults.seed N to repeat, -test.run NAME for one of them.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-deps.sh faults
export CGO_ENABLED=0 LANG=nl_NL.UTF-8
checks=1000 histories=200 long=
if [ "${1:-}" = --long ]; then
	shift
	set -- -faults.long "$@"
	checks=20000 histories=5000 long=yes
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ ! -d /dev/shm ] || memory=/dev/shm # nothing here needs a disk

TMPDIR=${memory:-$work} go test -count=1 -run 'MergingConverges|LastEditShows|WhatIsLeft' ./model -rapid.checks=$checks
TMPDIR=${memory:-$work} go test -count=1 -tags faults -run Faults ./model/workspace -rapid.checks=$histories
# A minute each. By number: of a time that is over Go now and then says that the
# test failed.
if [ -n "$long" ]; then
	while read -r package target inputs; do
		go test -run '^$' -fuzz "^$target\$" -fuzztime "$inputs" -fuzzminimizetime 20x "$package"
	done <<-END
		./model FuzzDecodeBody 1500000x
		./model FuzzParseTemplate 1000000x
		./model/document FuzzSalvage 500000x
		./model/intake FuzzLines 2000000x
		./model/intake FuzzReadClipboard 2000000x
		./export/excel FuzzRead 100000x
		./export/ods FuzzRead 500000x
	END
fi

go test -tags faults -c -o "$work/faults" ./cmd/oogst
# A small disk is mounted for one test: without root, in a namespace of its own.
own=()
[ "$(id -u)" -eq 0 ] || own=(unshare --map-root-user --mount)
cd cmd/oogst
"${own[@]}" "$work/faults" -test.run '^TestFaults' -test.v -test.timeout 6h "$@" | grep --line-buffered -v '^=== '
