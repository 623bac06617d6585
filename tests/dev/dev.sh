#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# usage: dev.sh SOURCE
# Runs SOURCE/dev in a folder of its own. What it calls is replaced: each stranger writes its command line into the file
# "called" and does next to nothing. MISSING are packages that are not installed, and ID is who runs it.
set -eu
source=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cp "$source/dev" .
mkdir -p bin tests/benchmarks
touch tests/benchmarks/bench_herd.cpp
for tool in sh env dirname sed cat grep find mkdir rm sort xargs touch ln cp; do
    ln -s "$(command -v $tool)" bin/
done

# stranger NAME [SCRIPT]
stranger() {
    printf '#!/bin/sh\necho "%s $*" >>%s/called\n%s\n' "${1##*/}" "$folder" "${2:-}" >"$1"
    chmod +x "$1"
}
stranger bin/apt-get
stranger bin/sudo '"$@"'
stranger bin/ctest
stranger bin/ninja
stranger bin/nginx
stranger bin/dpkg
# shellcheck disable=SC2016 # expanded there
stranger bin/cmake '
if [ "$1" = --preset ]; then
    mkdir -p "build/$2/app"
    touch "build/$2/build.ninja"
    ln -sf ../../../bin/holdfast-demo "build/$2/app/"
fi'
stranger bin/holdfast-demo
cat >bin/dpkg-query <<'TEXT'
#!/bin/sh
for package in "$@"; do :; done
case " $MISSING " in
*" $package "*) exit 1 ;;
*) printf 'install ok installed' ;;
esac
TEXT
cat >bin/id <<'TEXT'
#!/bin/sh
echo "$ID"
TEXT
chmod +x bin/dpkg-query bin/id

complaints=0
# dev STATUS [ARGUMENT…]: runs it and sees how it ends.
dev() {
    wanted=$1
    shift
    what="dev $*"
    : >called
    status=0
    PATH=$folder/bin ./dev "$@" >out 2>&1 || status=$?
    [ $status -eq "$wanted" ] || complain "ends with $status instead of $wanted"
}
complain() {
    complaints=$((complaints + 1))
    echo "$what: $1"
    sed 's/^/    /' out called
}
says() { grep -qF -- "$1" out || complain "does not say: $1"; }
calls() { grep -qxF -- "$1" called || complain "does not call: $1"; }
leaves() { ! grep -q -- "$1" called || complain "calls $1"; }
calls_nobody() { [ ! -s called ] || complain "does something"; }

MISSING=
ID=1000
export MISSING ID

# A bad command line: said before anything is done.
dev 2 nonsense && calls_nobody
for words in "test unit" "test dev bogus" "fuzz bogus" "fuzz bus soon" "fuzz bus 1 2" "soak long" "soak 1 2" "bench bogus" \
    "bench --bogus" "packages --bogus" "clean all" "docs x" "lint x" "format x" "prepare x" "coverage x" "pictures x" "icons x"; do
    # shellcheck disable=SC2086 # words are wanted
    dev 2 $words
    says "See ./dev --help."
    calls_nobody
done

# Help is asked for, and nothing else is done.
mkdir -p build/dev
for command in "" test coverage mutants soak fuzz bench docs lint format packages pictures icons prepare clean; do
    for help in --help -h; do
        # shellcheck disable=SC2086 # no word is wanted in the first
        dev 0 $command $help
        says "usage: ./dev COMMAND"
        calls_nobody
    done
done
[ -d build/dev ] || complain "removed the build folder"
dev 0 demo --help
calls "holdfast-demo --help"

# What is there need not be configured again, unless something has come.
dev 0 demo
leaves "cmake --preset dev$"
MISSING=qcoro-qt6-dev
dev 0 test
calls "sudo apt-get update -q"
calls "apt-get install -q -y --no-install-recommends qcoro-qt6-dev"
calls "cmake --preset dev"
MISSING=cmake
dev 0 demo
calls "cmake --preset dev"
# By other ways as well: a test must not be left out without a word.
MISSING=
dev 0 test
calls "cmake --preset dev"
leaves apt-get

# Labels and readers are those that there are.
labels=$(find "$source/tests" -name CMakeLists.txt -exec sed -n 's/^ *set(label \([a-z]*\)).*/\1/p' {} + | sort -u)
[ -n "$labels" ] || complain "there are no labels"
for label in $labels; do
    dev 0 test dev "$label"
    calls "cmake --build --preset dev --target tests_$label"
done
for file in "$source"/tests/fuzz/fuzz_*.cpp; do
    name=${file##*/fuzz_}
    dev 127 fuzz "${name%.cpp}" # the stranger builds nothing that could be run
    calls "cmake --build --preset fuzz --target fuzz_${name%.cpp}"
done

# Packages are for root.
MISSING=ninja-build
ID=0
dev 0 prepare
leaves sudo
calls "apt-get install -q -y --no-install-recommends ninja-build"
rm bin/sudo
ID=1000
dev 1 prepare
says "apt-get install --no-install-recommends ninja-build"
leaves apt-get

# No web server is installed for a test, but the program is fetched.
MISSING=
ID=0
[ -e /usr/sbin/nginx ] || [ -e /usr/local/sbin/nginx ] || {
    rm bin/nginx
    # shellcheck disable=SC2016 # expanded there
    stranger bin/apt-get '[ "$1" != download ] || : >nginx_1_all.deb'
    stranger bin/dpkg 'mkdir -p usr/sbin && cp '"$folder"'/bin/ctest usr/sbin/nginx'
    dev 0 prepare
    calls "apt-get download -q -o APT::Sandbox::User=root nginx"
    [ -x build/nginx/usr/sbin/nginx ] || complain "unpacks no nginx"
    dev 0 prepare
    leaves apt-get
}

exit $((complaints > 0))
