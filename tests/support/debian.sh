# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

# Debians in folders, for scripts that are root. Nothing of this machine is mounted in them: each command has a /proc and
# terminals of its own, in a mount namespace that ends with it.

# debian_needs: ends the script if it cannot be done here.
debian_needs() {
    [ "$(id -u)" -eq 0 ] && command -v debootstrap >/dev/null || {
        echo "This needs to be root, on Debian or Ubuntu with debootstrap (apt install debootstrap debian-archive-keyring)." >&2
        exit 2
    }
}

# debian_make SUITE FOLDER: a minimal one, unless it is there; with what this machine knows of reaching the net.
debian_make() {
    [ ! -e "$2/made" ] || return 0
    debian_mirror=${HOLDFAST_MIRROR:-http://deb.debian.org/debian}
    # In a mount namespace of its own: it mounts /proc and /sys in the folder, and may be killed.
    unshare --mount debootstrap --variant=minbase "$1" "$2" "$debian_mirror" || return
    cp /etc/resolv.conf /etc/hosts "$2/etc/"
    apt-config dump | grep -E '^Acquire::(Check-|https?::|Retries)' >"$2/etc/apt/apt.conf.d/90host" || true # none
    echo "deb $debian_mirror $1 main" >"$2/etc/apt/sources.list"
    touch "$2/made"
}

# debian_run FOLDER SCRIPT [ARGUMENT…]: in it, as its root; the first failure ends it. So does the end of who called:
# unshare itself ignores SIGTERM, and would go on in the folder beside the next one.
debian_run() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child sh -c '
        folder=$1
        script=$2
        shift 2
        mount -t proc proc "$folder/proc" &&
        mount -t devpts -o ptmxmode=0666 devpts "$folder/dev/pts" &&
        exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            chroot "$folder" sh -euc "$script" sh "$@"' sh "$@"
}
