#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# usage: debian.sh FOLDER PACKAGE.deb…
#
# Installs the packages into a minimal Debian in FOLDER (made if it is not there; of this machine's release), uses them
# there as people would, removes them, and sees that nothing is left behind. Wants to be root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../support/debian.sh"

say() { printf '%s\n' "$*" >&2; }

debian_needs
folder=$1
shift
. /etc/os-release
[ "$ID" = debian ] || {
    say "The packages are tried in a folder of the Debian on which they were made; this is $ID."
    exit 2
}
debian_make "$VERSION_CODENAME" "$folder"
rm -rf "$folder/tmp/packages" "$folder/tmp/consumers"
mkdir "$folder/tmp/packages" "$folder/tmp/consumers"
cp "$@" "$folder/tmp/packages"
cp -r "$here/cpp" "$here/hub" "$here/qml" "$here/all" "$folder/tmp/consumers"

# What our packages need, and what those who compile need; not they themselves.
say "Installing what the packages depend on…"
debian_run "$folder" '
    for package in /tmp/packages/*.deb; do dpkg-deb --field "$package" Package; done >/tmp/packages/names
    dpkg --purge $(cat /tmp/packages/names) # of a run that did not come to its end
    apt-get update -q
    needs=$(for package in /tmp/packages/*.deb; do dpkg-deb --field "$package" Depends; done |
        tr "," "\n" | sed "s/^ *//" | grep -v holdfast | sort -u | paste -sd,)
    apt-get satisfy -q -y --no-install-recommends \
        "$needs, g++, make, cmake, pkg-config, qt6-declarative-dev, libgl1-mesa-dev, qml-qt6"
    rm -f /var/lib/apt/lists/*.* && apt-get clean' >"$folder/install.log" 2>&1 || {
    tail -n 20 "$folder/install.log" >&2
    exit 1
}

# All names but those of what any package leaves, such as logs.
names() {
    (cd "$folder" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./var/log -o -path ./var/cache \) -prune -o -print |
        grep -v '^./install.log$' | LC_ALL=C sort)
}
names >"$folder/tmp/before"

say "Installing ours…"
debian_run "$folder" 'apt-get install -q -y --no-install-recommends /tmp/packages/*.deb' >>"$folder/install.log" 2>&1 || {
    tail -n 20 "$folder/install.log" >&2
    exit 1
}
names | LC_ALL=C comm -13 "$folder/tmp/before" - | grep -v '^./var/lib/dpkg' >"$folder/tmp/installed"
say "$(grep -c . "$folder/tmp/installed") files and folders"

debian_run "$folder" '
    export HOME=/tmp/home XDG_RUNTIME_DIR=/tmp/home/run QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
    mkdir -p -m 700 "$HOME" "$XDG_RUNTIME_DIR"
    cd /tmp/consumers

    holdfast-hub --help >/dev/null
    holdfast-hub --port 0 </dev/null >hub.log &
    hub=$!
    until grep -qs ready hub.log; do kill -0 $hub; sleep 0.1; done
    url=$(grep -o "ws://[^ ]*" hub.log)
    printf "one\ntwo\nthree\n" | timeout 60 holdfast-demo --headless --protocol envelope --url "$url" >demo.log
    [ "$(grep -c "\"event\":\"delivered\"" demo.log)" -eq 3 ]
    kill $hub
    wait $hub
    echo "The demo delivered three messages to $url."
    timeout 300 holdfast-demo --tour >tour.log || { cat tour.log; exit 1; }
    echo "Its window played the tour: $(tail -n 1 tour.log)"

    qml=$(command -v qml6 || echo /usr/lib/qt6/bin/qml)
    timeout 60 "$qml" qml/Main.qml
    echo "QML imports the module."

    for project in cpp hub qml all; do
        cmake -S "$project" -B "$project/build" >"$project.log" 2>&1 || { cat "$project.log"; exit 1; }
        cmake --build "$project/build" >"$project.log" 2>&1 || { cat "$project.log"; exit 1; }
        timeout 120 "$project/build/app"
    done
    for module in holdfast holdfast-hub; do
        source=cpp
        [ "$module" = holdfast ] || source=hub
        # shellcheck disable=SC2046 # words are wanted
        g++ -std=c++20 "$source/main.cpp" -o "$module" $(pkg-config --cflags --libs "$module")
        timeout 120 "./$module"
    done
    echo "Consumers compile with CMake and pkg-config, and run."'

say "Removing ours…"
debian_run "$folder" '
    apt-get purge -q -y $(cat /tmp/packages/names)' >>"$folder/install.log" 2>&1
left=$(names | LC_ALL=C comm -13 "$folder/tmp/before" - | grep -v '^./var/lib/dpkg/[^/]*$' || true)
gone=$(names | LC_ALL=C comm -23 "$folder/tmp/before" - | grep -v '^./var/lib/dpkg/[^/]*$' || true)
[ -z "$left$gone" ] || {
    say "Left behind: $left"
    say "Gone with them: $gone"
    exit 1
}
say "Nothing is left of them."
