#!/usr/bin/env bash
# Builds the tests for Windows and runs them under Wine: all that need no window,
# and the kills of `make faults`. Wine is not Windows: its disk is that of Linux.
# What follows on the command line goes to go test, -run NAME for one of them.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-deps.sh windows
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml=
export LANG=nl_NL.UTF-8 LC_ALL=C.UTF-8 # without UTF-8 Wine drops names with diacritics
unset DISPLAY
trap 'wineserver -k || true; rm -rf "$work"' EXIT
wineboot --init >"$work/boot.log" 2>&1 || { cat "$work/boot.log" >&2; exit 1; }

# Two things that Go 1.26 asks of Windows 10 and Wine 8 lacks: a source of random
# bytes, and removing a file that is open. Go has a way of its own for older
# systems; it is told to take it.
system=$WINEPREFIX/drive_c/windows/system32
if [ ! -e "$system/bcryptprimitives.dll" ]; then
	cat >"$work/random.c" <<-END
		#include <windows.h>
		#include <ntsecapi.h>
		__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return RtlGenRandom(data, size); }
	END
	x86_64-w64-mingw32-gcc -shared -o "$system/bcryptprimitives.dll" "$work/random.c" -ladvapi32
fi
removing=$(go env GOROOT)/src/internal/syscall/windows/at_windows.go
sed 's/^var TestDeleteatFallback bool$/var TestDeleteatFallback = true/' "$removing" >"$work/at_windows.go"
printf '{"Replace": {"%s": "%s"}}' "$removing" "$work/at_windows.go" >"$work/overlay.json"

tests() {
	env GOOS=windows GOARCH=amd64 CGO_ENABLED=0 \
		go test -overlay "$work/overlay.json" -exec wine -count=1 -p 1 "$@"
}
tests "$@" ./...
tests -tags faults -v -run '^TestFaults' "$@" ./cmd/oogst | grep --line-buffered -v '^=== '
