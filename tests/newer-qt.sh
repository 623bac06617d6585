#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Builds and tests the work tree with the Qt of other Debians: see usage().
set -eu
caller=$(pwd)
cd "$(dirname "$0")/.."
. tests/support/debian.sh

usage() {
    cat <<'TEXT'
usage: tests/newer-qt.sh [-R REGEX] [SUITE]…

Makes a folder of each SUITE of Debian (trixie: Qt 6.8; testing: the newest that Debian has; both by default), and
configures, builds and tests the work tree in it, warnings as errors. Prints a summary, and ends with 0 if all tests
passed everywhere. The first time takes an hour or two on two cores; later ones go on from what is there.

  -R REGEX   only tests whose names match, as ctest has it

HOLDFAST_SUITES is the folder of the folders (build/newer-qt in the work tree), HOLDFAST_MIRROR where Debian is
(http://deb.debian.org/debian). Wants to be root, on Debian or Ubuntu with debootstrap; ./dev clean removes all of it.
TEXT
}

say() { printf '%s\n' "$*" >&2; }

# tree: the files of the work tree, without what git ignores. It may be somebody else's: root runs its scripts anyway.
tree() {
    git -c safe.directory="$(pwd -P)" ls-files -z --cached --others --exclude-standard --deduplicate
}

# put FOLDER: the work tree, as /work-tree (what is installed must not know that name, and does know "/holdfast"). What
# has changed is new, even if it was written before the last build came to it; what has not keeps its time, and is not
# built again.
put() {
    old=$1/work-tree
    new=$1/work-tree.new
    rm -rf "$new"
    mkdir -p "$old" "$new"
    tree |
        tar --create --null --ignore-failed-read --files-from=- 2>/dev/null |
        tar --extract --touch --no-same-owner --directory "$new"
    [ -e "$new/CMakeLists.txt" ] || return # tar does not mind that there was nothing
    (cd "$new" && find . -type f) | while IFS= read -r file; do
        ! cmp -s "$old/$file" "$new/$file" || touch -r "$old/$file" "$new/$file"
    done
    find "$old" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    find "$new" -mindepth 1 -maxdepth 1 -exec mv {} "$old" \;
    rmdir "$new"
}

# try SUITE: 0 if everything in it is well.
try() {
    folder=$suites/$1
    debian_make "$1" "$folder" || return
    put "$folder" || return
    debian_run "$folder" '
        cd /work-tree
        apt-get update -q
        apt-get install -q -y --no-install-recommends ccache ca-certificates
        ./dev prepare
        cmake --preset dev -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_FLAGS_DEBUG=-O0 # nobody debugs it
        cmake --build --preset dev -- -k 0' || return
    # shellcheck disable=SC2016 # expanded there
    debian_run "$folder" 'cd /work-tree; ctest --preset dev --no-tests=error ${1:+-R "$1"}' "$tests"
}

# summary SUITE LOG: which Qt and compiler, and ctest's last words.
summary() {
    what=$(debian_run "$suites/$1" '
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

debian_needs
tree >/dev/null || {
    say "It is git that tells what to build, and here it cannot: see above."
    exit 2
}
suites=${HOLDFAST_SUITES:-$(pwd)/build/newer-qt}
case $suites in
/*) ;;
*) suites=$caller/$suites ;;
esac
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
