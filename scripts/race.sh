#!/usr/bin/env bash
# Runs the tests under the race detector. It needs cgo, with which cmd/oogst
# would bring in the window's driver: minutes of building, for a package whose
# tests also run without it. A package that grows that import is left out too.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-deps.sh race
export CGO_ENABLED=1
driver=fyne.io/fyne/v2/internal/driver/glfw
packages=$(go list -f '{{.ImportPath}} {{join .Deps " "}}' ./... | awk -v driver="$driver" '
	{ for (i = 2; i <= NF; i++) if ($i == driver) next; print $1 }')
if [ -z "$packages" ]; then
	echo "no package to test" >&2
	exit 1
fi
mapfile -t list <<<"$packages"
exec go test -race "${list[@]}"
