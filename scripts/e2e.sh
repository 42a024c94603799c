#!/usr/bin/env bash
# Runs the end-to-end tests: the real window, on a screen in memory. What
# follows on the command line goes to go test.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! grep -qs '^//go:build e2e' cmd/oogst/*_test.go; then
	echo "no end-to-end test found" >&2
	exit 1
fi
scripts/install-deps.sh window e2e
export CGO_ENABLED=1 LANG=nl_NL.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY # the tests press keys through X11
# The emoji font is left out: it is read three times and takes 20 MB; the
# system's own emoji are used.
go build -tags no_emoji -o bin/oogst ./cmd/oogst
export OOGST_BIN=$PWD/bin/oogst
# The tests start a screen of their own.
exec go test -tags e2e -count=1 -timeout 15m "$@" ./cmd/oogst/...
