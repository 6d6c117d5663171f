# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for purser.
complete -c purser -f
complete -c purser -l sandbox -d 'Work on a stand-in for the service'
complete -c purser -s h -l help -d 'Show help'
complete -c purser -l help-all -d 'Show help, with the options of Qt'
complete -c purser -s v -l version -d 'Show the version'
