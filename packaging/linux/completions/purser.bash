# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# bash completion for purser.

_purser() {
    mapfile -t COMPREPLY < <(compgen -W '--sandbox --help --help-all --version -h -v' \
        -- "${COMP_WORDS[COMP_CWORD]}")
}

complete -F _purser purser
