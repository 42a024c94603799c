#!/usr/bin/env bash
# Fails on code that isn't formatted or that the checkers object to. Without
# cgo, so it needs no C compiler and no window headers.
set -euo pipefail
cd "$(dirname "$0")/.."

gofumpt=mvdan.cc/gofumpt@v0.12.0
staticcheck=honnef.co/go/tools/cmd/staticcheck@v0.8.2
export CGO_ENABLED=0

unformatted=$(go run "$gofumpt" -l .)
if [ -n "$unformatted" ]; then
	printf 'not formatted by gofumpt:\n%s\n' "$unformatted" >&2
	exit 1
fi
go vet ./...
go vet -tags e2e ./cmd/...
go vet -tags faults ./cmd/... ./model/...
# The packages that differ per system.
for system in windows darwin; do
	GOOS=$system go vet ./model/wholefile
done
go run "$staticcheck" ./...
