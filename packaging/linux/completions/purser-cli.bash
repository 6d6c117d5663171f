# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# bash completion for purser-cli. It asks no service and opens no keyring: names of tokens and
# accounts are not completed.

_purser_cli_commands='login logout accounts list show set history undo settle'
_purser_cli_common='--account --sandbox --json --help --version -h -v'
_purser_cli_changing='--reason --dry-run --yes --apart'

# _purser_cli_options COMMAND
_purser_cli_options() {
    case $1 in
    login) printf '%s\n' --url --same-customer --yes ;;
    logout) printf '%s\n' --all ;;
    set)
        printf '%s\n' --balance --add --deduct --expires --active --without-journal \
            "$_purser_cli_changing"
        ;;
    undo) printf '%s\n' "$_purser_cli_changing" ;;
    history) printf '%s\n' --token --outcome --text --since --until --limit ;;
    settle) printf '%s\n' --abandon ;;
    esac
}

# _purser_cli_values OPTION: fails for an option that takes no value.
_purser_cli_values() {
    case $1 in
    --active) printf '%s\n' on off ;;
    --expires) printf '%s\n' never ;;
    --outcome)
        printf '%s\n' intended sent applied applied_differently applied_unconfirmed \
            not_applied rejected unknown abandoned
        ;;
    --account | --apart | --url | --balance | --add | --deduct | --reason | --token | --text | --since | \
        --until | --limit | --abandon) ;;
    *) return 1 ;;
    esac
}

_purser_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local word index command='' values candidates
    COMPREPLY=()
    # bash takes --active=o apart into three words.
    if [[ $current == '=' ]]; then
        current=
    elif [[ $before == '=' ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ $word == -- ]]; then
            return # what follows is no option, and a name is not known here
        elif _purser_cli_values "$word" >/dev/null; then
            [[ ${COMP_WORDS[index + 1]} != '=' ]] || index=$((index + 1))
            index=$((index + 1))
        elif [[ $word != -* && -z $command ]]; then
            command=$word
        fi
    done
    if values=$(_purser_cli_values "$before"); then
        candidates=$values
    elif [[ $current == -* ]]; then
        candidates="$_purser_cli_common $(_purser_cli_options "$command")"
    elif [[ -z $command ]]; then
        candidates=$_purser_cli_commands
    else
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
}

complete -F _purser_cli purser-cli
