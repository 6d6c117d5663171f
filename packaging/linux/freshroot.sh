# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For the checks to source: a Debian 12 with a display, a keyring and the tools that drive a
# window, but without Qt. A base is made once and kept; each check works on a copy of it.
#
# Nothing is mounted where others see it, and nothing is left running: what enters a root gets
# namespaces of its own, and the kernel clears them away with the last process, however it ends.

# What a desktop has anyway, and what the tests of the window need; none of it brings Qt.
readonly fresh_packages=(
    at-spi2-core bash-completion ca-certificates curl dbus dbus-daemon dbus-x11 gir1.2-atspi-2.0
    gnome-keyring iproute2 libsecret-tools man-db openbox procps python3 python3-gi weston xauth
    xclip xdotool xvfb
)
readonly fresh_user=1000 fresh_home=/srv/somebody

# The repositories of Debian 12 that this machine itself uses.
debian_sources() {
    # shellcheck disable=SC2016 # apt's own variables
    apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' \
        'Created-By: Packages' 'Origin: Debian' | grep -E ' bookworm(-[a-z]+)? ' | sort -u \
        | sed 's/^/deb /'
}

# The options that decide how and whether this machine can download at all.
apt_options() {
    apt-config dump | grep -E '^(Acquire::(http|https|Check|Retries)|APT::Sandbox)' || true
}

# in_root ROOT COMMAND: as its administrator.
in_root() {
    enter_root "$1" 0 host "${@:2}"
}

# in_root_as_user ROOT COMMAND: as somebody without rights and without a network.
in_root_as_user() {
    enter_root "$1" "$fresh_user" none "${@:2}"
}

enter_root() {
    local place=$1 user=$2 network=()
    [[ $3 == host ]] || network=(--net)
    # shellcheck disable=SC2016 # for the inner shell
    unshare --mount --pid --fork --kill-child "${network[@]}" bash -c '
        set -euo pipefail
        root=$1 user=$2
        mount --make-rprivate /
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        mount -t tmpfs -o mode=755 tmpfs "$root/run"
        ((user == 0)) || ip link set lo up
        home=$(awk -F: -v id="$user" "\$3 == id { print \$6 }" "$root/etc/passwd")
        exec env -i "HOME=$home" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive \
            chroot "--userspec=$user:$user" "$root" "${@:3}"
    ' enter "$place" "$user" "${@:4}" </dev/null
}

# make_base_root FOLDER: the folder appears only when it is whole.
make_base_root() {
    local base=$1 part=$1.part mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    local wanted="$fresh_home: ${fresh_packages[*]}"
    if [[ -e $base && $(cat "$base.packages" 2>/dev/null) == "$wanted" ]]; then
        return
    fi
    rm -rf --one-file-system "$base" "$part"
    mkdir -p "$part"
    mirror=$(debian_sources | awk '$3 == "bookworm" { print $2; exit }')
    [[ -n $mirror ]] || { echo 'apt has no source for Debian 12 (bookworm)' >&2; return 1; }
    debootstrap --variant=minbase "--keyring=$keyring" bookworm "$part" "$mirror"
    debian_sources >"$part/etc/apt/sources.list"
    apt_options >"$part/etc/apt/apt.conf.d/90-as-outside"
    # Files that every installation rewrites in its own way would hide what a package leaves.
    printf '#!/bin/sh\nexit 101\n' >"$part/usr/sbin/policy-rc.d"
    chmod 755 "$part/usr/sbin/policy-rc.d"
    cat /etc/resolv.conf >"$part/etc/resolv.conf"
    cat /etc/hosts >"$part/etc/hosts"
    in_root "$part" apt-get -q update
    in_root "$part" apt-get -q --yes --no-install-recommends install "${fresh_packages[@]}"
    in_root "$part" apt-get clean
    in_root "$part" useradd --uid "$fresh_user" --create-home \
        --home-dir "$fresh_home" --shell /bin/bash somebody
    mv "$part" "$base"
    printf '%s\n' "$wanted" >"$base.packages"
}

# copy_root BASE FOLDER
copy_root() {
    rm -rf --one-file-system "$2"
    cp -a --reflink=auto "$1" "$2"
    cat /etc/resolv.conf >"$2/etc/resolv.conf"
}

# has_no_qt ROOT: fails, naming it, where a package of Qt is installed.
has_no_qt() {
    local installed
    # shellcheck disable=SC2016 # its own variables
    installed=$(in_root "$1" dpkg-query -W -f='${Package} ${db:Status-Status}\n')
    ! grep -E '^(libqt|qt[56]|qml).* installed$' <<<"$installed" >&2
}
