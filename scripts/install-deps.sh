#!/usr/bin/env bash
# Installs the Debian packages that a job needs and that aren't there yet:
#
#   install-deps.sh JOB...      JOB is one of: make race window e2e office conformance faults windows
#
# Asks for nothing and says nothing when all is there. On a system without
# apt-get it names the packages and leaves the rest to the compiler.
set -euo pipefail

packages() {
	case $1 in
	make) echo make ;;
	# The race detector needs a C compiler.
	race) echo gcc libc6-dev ;;
	# Fyne draws through GLFW: a C compiler and the headers of X11, GL, Wayland
	# and xkbcommon. Both window systems are built in; the program picks one.
	window)
		echo gcc libc6-dev pkg-config libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev \
			libxinerama-dev libxi-dev libxxf86vm-dev libwayland-dev libxkbcommon-dev
		;;
	# A screen in memory, one with two displays, their keyboard, a GL that draws without a graphics card,
	# and independent readers of the exported documents.
	e2e)
		echo xvfb xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils xauth xdotool x11-xkb-utils libgl1-mesa-dri \
			python3 python3-openpyxl poppler-utils imagemagick
		;;
	# Independent judges of the documents. Any Java and Maven will do.
	conformance)
		echo qpdf poppler-utils python3 python3-openpyxl libreoffice-calc-nogui
		command -v java >/dev/null || echo default-jre-headless
		command -v mvn >/dev/null || echo maven
		;;
	# It sees the program's system calls, and breaks them. SQLite's own shell is
	# the reference that doesn't share our driver.
	faults) echo strace sqlite3 ;;
	# Runs what is built for Windows; the compiler makes the one thing it lacks.
	windows) echo wine wine64 gcc-mingw-w64-x86-64 ;;
	# LibreOffice without a window reads what we write for offices.
	office) echo libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils python3 ;;
	*)
		echo "unknown job: $1" >&2
		return 1
		;;
	esac
}

wanted=()
for job in "$@"; do
	names=$(packages "$job")
	read -ra more <<<"${names//$'\n'/ }"
	wanted+=("${more[@]}")
done

if [ "$(uname -s)" != Linux ]; then
	exit 0 # macOS and Windows have window headers in their own C compilers
fi
if ! command -v apt-get >/dev/null; then
	echo "This isn't a Debian system. If the build stops, install what Debian calls: ${wanted[*]}" >&2
	exit 0
fi

missing=()
for package in "${wanted[@]}"; do
	if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" != installed ]; then
		missing+=("$package")
	fi
done
if [ ${#missing[@]} -eq 0 ]; then
	exit 0
fi

root=()
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "Needed, and only root can install it: apt-get install ${missing[*]}" >&2
		exit 1
	fi
	root=(sudo)
fi
echo "Installing ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install)
# An old package list is refreshed; a machine that can't may know enough as it is.
if ! { "${root[@]}" apt-get -qq update || true; "${root[@]}" "${install[@]}" "${missing[@]}"; } >"$log" 2>&1; then
	cat "$log" >&2
	echo "apt-get couldn't install ${missing[*]}" >&2
	exit 1
fi
