#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Builds and tests the work tree with the Qt of other Debians: see usage(). Nothing of this machine but the sources
# gets into their folders; each has a /proc of its own, in a mount namespace that ends with the commands in it.
set -eu
cd "$(dirname "$0")/.."

usage() {
    cat <<'TEXT'
usage: tests/newer-qt.sh [-R REGEX] [SUITE]…

Makes a folder of each SUITE of Debian (trixie: Qt 6.8; testing: the newest that Debian has; both by default), and
configures, builds and tests the work tree in it, warnings as errors. Prints a summary, and ends with 0 if all tests
passed everywhere. The first time takes an hour or two on two cores; later ones go on from what is there.

  -R REGEX   only tests whose names match, as ctest has it

HOLDFAST_SUITES is the folder of the folders (build/newer-qt), HOLDFAST_MIRROR where Debian is
(http://deb.debian.org/debian). Wants to be root, on Debian or Ubuntu with debootstrap; ./dev clean removes all of it.
TEXT
}

say() { printf '%s\n' "$*" >&2; }

# make SUITE FOLDER: a minimal Debian, with what this machine knows of reaching the net.
make() {
    [ ! -e "$2/made" ] || return 0
    debootstrap --variant=minbase "$1" "$2" "$mirror"
    cp /etc/resolv.conf /etc/hosts "$2/etc/"
    apt-config dump | grep -E '^Acquire::(Check-|https?::|Retries)' >"$2/etc/apt/apt.conf.d/90host" || true
    echo "deb $mirror $1 main" >"$2/etc/apt/sources.list"
    touch "$2/made"
}

# inside FOLDER SCRIPT: runs it there.
inside() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    unshare --mount --pid --fork sh -c '
        mount -t proc proc "$1/proc" &&
        exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 chroot "$1" sh -euc "$2"' \
        inside "$1" "$2"
}

# put FOLDER: the work tree, without what git ignores, with its times: what has not changed is not built again.
put() {
    mkdir -p "$1/holdfast"
    find "$1/holdfast" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    git ls-files -z --cached --others --exclude-standard --deduplicate |
        tar --create --null --ignore-failed-read --files-from=- 2>/dev/null |
        tar --extract --no-same-owner --directory "$1/holdfast"
}

# try SUITE: 0 if everything in it is well.
try() {
    folder=$suites/$1
    make "$1" "$folder" || return
    put "$folder" || return
    inside "$folder" '
        cd /holdfast
        apt-get update -q
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends ccache ca-certificates
        ./dev prepare
        cmake --preset dev -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_FLAGS_DEBUG=-O0 # nobody debugs it
        cmake --build --preset dev -- -k 0' || return
    inside "$folder" "cd /holdfast; ctest --preset dev ${tests:+-R '$tests'}"
}

# summary SUITE LOG: which Qt and compiler, and ctest's last words.
summary() {
    what=$(inside "$suites/$1" '
        printf "Qt %s, " "$(qmake6 -query QT_VERSION)"
        c++ --version | sed -n 1p' 2>/dev/null) || what="no compiler"
    printf '\n%s: %s\n' "$1" "$what"
    sed -n '/tests passed, /,$p' "$2" | grep . || {
        say "It did not come to the tests:"
        grep -E 'error|FAILED:|^E:' "$2" | tail -n 20
    }
}

tests=
while getopts R:h option; do
    case $option in
    R) tests=$OPTARG ;;
    h)
        usage
        exit
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- trixie testing

[ "$(id -u)" -eq 0 ] && command -v debootstrap >/dev/null || {
    say "This needs to be root, on Debian or Ubuntu with debootstrap (apt install debootstrap debian-archive-keyring)."
    exit 2
}
suites=${HOLDFAST_SUITES:-build/newer-qt}
mirror=${HOLDFAST_MIRROR:-http://deb.debian.org/debian}
mkdir -p "$suites"
suites=$(cd "$suites" && pwd)

failed=
for suite in "$@"; do
    say "$suite: building and testing; the log is $suites/$suite.log"
    try "$suite" >"$suites/$suite.log" 2>&1 || failed="$failed $suite"
done
for suite in "$@"; do
    summary "$suite" "$suites/$suite.log"
done
[ -z "$failed" ] || {
    say "Not well:$failed"
    exit 1
}
