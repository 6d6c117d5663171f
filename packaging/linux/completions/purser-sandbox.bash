# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# bash completion for purser-sandbox.

_purser_sandbox() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local candidates='--port --tokens --latency --spend --fail --until-stdin-closes
        --help --version -h -v'
    COMPREPLY=()
    if [[ $current == '=' ]]; then
        current=
    elif [[ $before == '=' ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $before in
    --port | --tokens | --latency | --spend) return ;;
    --fail) candidates='401 403 429 500 500-after close-before close-after half hang lie' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
}

complete -F _purser_sandbox purser-sandbox
