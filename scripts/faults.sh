#!/usr/bin/env bash
# Tries on the program what can befall a laptop: kills, power cuts, full disks,
# broken calls and damaged files. What follows on the command line goes to the
# tests: -faults.long for the counts of a release, -faults.seed N to repeat.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-deps.sh faults
export CGO_ENABLED=0 LANG=nl_NL.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go test -tags faults -c -o "$work/faults" ./cmd/oogst
cd cmd/oogst
"$work/faults" -test.run '^TestFaults' -test.v -test.timeout 6h "$@"
