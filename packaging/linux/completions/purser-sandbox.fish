# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for purser-sandbox.
complete -c purser-sandbox -f
complete -c purser-sandbox -x -l port -d 'Listen on this port; 0 takes a free one'
complete -c purser-sandbox -x -l tokens -d 'Offer so many tokens'
complete -c purser-sandbox -x -l latency -d 'Answer so many milliseconds late'
complete -c purser-sandbox -x -l spend -d "Lower a token's balance after each read"
complete -c purser-sandbox -x -l fail -d 'Let the next changes fail' \
    -a '401 403 429 500 500-after close-before close-after half hang lie'
complete -c purser-sandbox -l until-stdin-closes -d 'End when standard input does'
complete -c purser-sandbox -s h -l help -d 'Show help'
complete -c purser-sandbox -s v -l version -d 'Show the version'
