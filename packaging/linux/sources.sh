# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For scripts that make packages to source: what is packaged, and how it is built.

# project_version FOLDER
project_version() {
    sed -n 's/^project(purser VERSION \([0-9.]*\).*/\1/p' "$1/CMakeLists.txt"
}

# source_date FOLDER: the time that packages say they are from, in seconds: the last commit's,
# or the changelog's where the sources came without git.
source_date() {
    git -C "$1" log -1 --format=%ct 2>/dev/null || stat -c %Y "$1/CHANGELOG.md"
}

# build_for_packages FOLDER
build_for_packages() {
    local launcher=() quiet=() log
    if command -v ccache >/dev/null && [[ -z ${CCACHE_DISABLE-} ]]; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    [[ -t 1 ]] || quiet=(-- --quiet)
    printf '==> Building what is packaged, in %s\n' "${1##*/}/build/package"
    log=$(mktemp)
    (cd "$1" && cmake --preset package "${launcher[@]}") >"$log" 2>&1 || { cat "$log"; return 1; }
    rm -f "$log"
    # Qt's resource compiler writes this time into what it makes, and would leave that of an older
    # commit in what needs no building; nothing else in the build asks for it.
    SOURCE_DATE_EPOCH=1 cmake --build "$1/build/package" "${quiet[@]}"
}
