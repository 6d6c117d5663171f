# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For the checks to source: what is said while checking, and what every package has to hold.

check() {
    printf '==> Check: %s\n' "$*"
}

# quietly COMMAND: its output is shown only if it fails.
quietly() {
    local log code=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || code=$?
    ((code == 0)) || cat "$log" >&2
    rm -f "$log"
    return "$code"
}

# inspect_tree USR: the programs' hardening, and the files that a desktop reads.
inspect_tree() {
    local tests file
    tests=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../tests/packaging
    check 'Hardening of the programs'
    python3 -B "$tests/check_hardening.py" "$1"/bin/*
    check 'Desktop entry, metainfo, manual pages'
    desktop-file-validate "$1"/share/applications/*.desktop
    quietly appstreamcli validate --no-net --strict --pedantic "$1"/share/metainfo/*.xml
    for file in "$1"/share/man/man1/*.gz; do
        [[ -z $(LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z "$file" 2>&1 >/dev/null) ]]
    done
}
