# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for purser-cli. It asks no service and opens no keyring: names of tokens and
# accounts are not completed.

set -g __purser_cli_with_value --account --url --balance --add --deduct --expires --active \
    --reason --token --outcome --text --since --until --limit

# The command that is typed already, if there is one: a word that is no option and no value.
function __purser_cli_command
    set -l value no
    for word in (commandline -opc)[2..]
        if test $value = yes
            set value no
        else if contains -- $word $__purser_cli_with_value
            set value yes
        else if not string match -q -- '-*' $word
            echo $word
            return
        end
    end
    return 1
end

function __purser_cli_needs_command
    not __purser_cli_command >/dev/null
end

function __purser_cli_in
    contains -- (__purser_cli_command) $argv
end

complete -c purser-cli -f
for row in \
    'login|Sign in to an account; the JWT is read from standard input' \
    "logout|Forget an account's JWT, or those of all accounts" \
    'accounts|List the accounts' \
    "list|List an account's tokens" \
    'show|Show a token' \
    'set|Change a token' \
    'history|List the changes that were sent, and what became of them' \
    'undo|Take a change back' \
    'settle|Find out what became of undecided changes'
    set -l cells (string split -m 1 '|' $row)
    complete -c purser-cli -n __purser_cli_needs_command -a $cells[1] -d $cells[2]
end

complete -c purser-cli -x -l account -d 'Work for this account'
complete -c purser-cli -l sandbox -d 'Work on a stand-in for the service'
complete -c purser-cli -l json -d 'Print one JSON object'
complete -c purser-cli -s h -l help -d 'Show help'
complete -c purser-cli -s v -l version -d 'Show the version'

complete -c purser-cli -n '__purser_cli_in login' -x -l url -d 'The service'
complete -c purser-cli -n '__purser_cli_in login' -l same-customer \
    -d 'The JWT is of the same customer as before'
complete -c purser-cli -n '__purser_cli_in login' -l yes \
    -d 'Keep a JWT that may not manage tokens'

complete -c purser-cli -n '__purser_cli_in logout' -l all -d "Forget every account's JWT"

complete -c purser-cli -n '__purser_cli_in set' -x -l balance -d 'Set the balance'
complete -c purser-cli -n '__purser_cli_in set' -x -l add -d 'Add to the balance'
complete -c purser-cli -n '__purser_cli_in set' -x -l deduct -d 'Deduct from the balance'
complete -c purser-cli -n '__purser_cli_in set' -x -l expires -a never -d 'Set the expiry'
complete -c purser-cli -n '__purser_cli_in set' -x -l active -a 'on off' \
    -d 'Whether the balance is enforced'
complete -c purser-cli -n '__purser_cli_in set undo' -x -l reason -d 'Why, for the journal'
complete -c purser-cli -n '__purser_cli_in set undo' -l dry-run \
    -d 'Show what would be sent, and send nothing'
complete -c purser-cli -n '__purser_cli_in set undo' -l yes -d 'Send it even if it is dangerous'
complete -c purser-cli -n '__purser_cli_in set undo' -x -l apart \
    -d "This account is another customer's"
complete -c purser-cli -n '__purser_cli_in set' -l without-journal -d 'Do not write it down'

complete -c purser-cli -n '__purser_cli_in history' -x -l token \
    -d 'Of tokens with this in their name'
complete -c purser-cli -n '__purser_cli_in history' -x -l outcome -d 'With this outcome' \
    -a 'intended sent applied applied_differently applied_unconfirmed not_applied rejected \
        unknown abandoned'
complete -c purser-cli -n '__purser_cli_in history' -x -l text -d 'With this text'
complete -c purser-cli -n '__purser_cli_in history' -x -l since -d 'Made at this time or later'
complete -c purser-cli -n '__purser_cli_in history' -x -l until -d 'Made before this time'
complete -c purser-cli -n '__purser_cli_in history' -x -l limit -d 'At most so many'
complete -c purser-cli -n '__purser_cli_in settle' -x -l abandon \
    -d 'Close this change without finding out'
