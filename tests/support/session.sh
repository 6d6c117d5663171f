#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# session.sh COMMAND [ARGUMENTS]: runs the command in a private desktop session and ends with
# its exit code. The session has a home, a display with a window manager, a D-Bus session, an
# unlocked keyring (password "purser") and the accessibility bus of its own; nothing of the
# user's desktop is reached from it. Several sessions can run at once, also in one another.
# PURSER_SESSION_HOME names a home that outlives the session, its keyring included.
set -euo pipefail

readonly keyring_password=purser
readonly tools=(Xvfb xauth mcookie openbox dbus-daemon dbus-send gnome-keyring-daemon)
pids=()
folder=
command_pid=

die() {
    printf 'session.sh: %s\n' "$1" >&2
    exit 1
}

fail_with_log() {
    cat "$folder/$1.log" >&2
    die "$1 did not start"
}

# wait_until SECONDS COMMAND: tries the command ten times a second.
wait_until() {
    local tries
    for ((tries = 0; tries < 10 * $1; tries++)); do
        "${@:2}" >/dev/null 2>&1 && return
        sleep 0.1
    done
    return 1
}

# start NAME [ARGUMENTS]: starts a part of the session, its chatter going to a log.
start() {
    "$@" <&0 >"$folder/$1.log" 2>&1 &
    pids+=($!)
}

# Every process of this session, those that D-Bus started and those that the command left
# behind included: no other has this runtime folder.
list_processes() {
    local path
    grep -lzsxF "XDG_RUNTIME_DIR=$folder/run" /proc/[0-9]*/environ | while read -r path; do
        path=${path#/proc/}
        printf '%s\n' "${path%/environ}"
    done
}

end_processes() {
    local signal=$1 found
    mapfile -t found < <(list_processes)
    # The keyring daemon may hide its environment: its number is only among the known ones.
    kill "-$signal" "${pids[@]}" "${found[@]}" 2>/dev/null || true
}

no_process_left() {
    [[ -z $(list_processes) ]]
}

clean_up() {
    trap - EXIT
    trap '' HUP INT TERM
    export -n XDG_RUNTIME_DIR # or the tools used here would count as left behind
    end_processes TERM
    wait_until 5 no_process_left || end_processes KILL
    wait
    wait_until 5 rm -rf "$folder" || true
}

# on_signal NAME NUMBER: the command gets the signal too, and the time to end by itself.
on_signal() {
    if [[ -n $command_pid ]]; then
        kill "-$1" "$command_pid" 2>/dev/null || true
        wait "$command_pid" || true
    fi
    exit $((128 + $2))
}

make_folder() {
    folder=$(mktemp -d "${TMPDIR:-/tmp}/purser-XXXXXX")
    trap clean_up EXIT
    trap 'on_signal HUP 1' HUP
    trap 'on_signal INT 2' INT
    trap 'on_signal TERM 15' TERM
    mkdir -m 0700 "$folder/home" "$folder/run" "$folder/tmp"
    mkdir -m 0700 "$folder/home/"{.config,.cache,.local} "$folder/home/.local/share"
}

make_environment() {
    unset "${!LC_@}" "${!QT_@}" LANG LANGUAGE
    unset {http,https,ftp,all,no}_proxy {HTTP,HTTPS,FTP,ALL,NO}_PROXY
    unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP XDG_SESSION_TYPE DESKTOP_SESSION SESSION_MANAGER
    unset AT_SPI_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK
    export HOME="${PURSER_SESSION_HOME:-$folder/home}" TMPDIR="$folder/tmp" XDG_RUNTIME_DIR="$folder/run"
    export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share"
    export XDG_CACHE_HOME="$HOME/.cache" XDG_STATE_HOME="$HOME/.local/state"
    export LC_ALL=C.UTF-8 TZ=UTC
    export GSETTINGS_BACKEND=memory QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
}

# The number is written in two steps; read fails until the line is whole.
read_display() {
    read -r DISPLAY <"$folder/display"
}

start_display() {
    local cookie
    cookie=$(mcookie)
    export DISPLAY='' XAUTHORITY="$folder/xauthority"
    xauth -q -f "$XAUTHORITY" add :0 . "$cookie" 2>/dev/null
    # The server itself chooses a number that is free, and tells it.
    start Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp -noreset \
        -auth "$XAUTHORITY" 3>"$folder/display"
    wait_until 30 read_display || fail_with_log Xvfb
    DISPLAY=":$DISPLAY"
    xauth -q add "$DISPLAY" . "$cookie" 2>/dev/null
}

# Without a window manager no window is ever the active one, and shortcuts do nothing.
start_window_manager() {
    start openbox --sm-disable --startup "touch '$folder/managed'"
    wait_until 30 test -e "$folder/managed" || fail_with_log openbox
}

# call_bus SERVICE PATH METHOD [ARGUMENTS]
call_bus() {
    dbus-send --session --print-reply=literal --reply-timeout=20000 \
        "--dest=$1" "$2" "$3" "${@:4}"
}

start_bus() {
    export DBUS_SESSION_BUS_ADDRESS="unix:path=$folder/run/bus"
    start dbus-daemon --session --nofork --nopidfile --nosyslog \
        "--address=$DBUS_SESSION_BUS_ADDRESS"
    wait_until 30 call_bus org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.GetId || fail_with_log dbus-daemon
}

# Asks for the owner first: a call to a service that isn't there would start another one.
keyring_is_open() {
    call_bus org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.secrets | grep -q true || return
    call_bus org.freedesktop.secrets /org/freedesktop/secrets/aliases/default \
        org.freedesktop.DBus.Properties.Get \
        string:org.freedesktop.Secret.Collection string:Locked | grep -q false
}

# In many containers nobody may have the daemon's file capability, and then the kernel refuses
# to start it; a copy has no capability and starts.
make_keyring_startable() {
    local daemon
    daemon=$(command -v gnome-keyring-daemon)
    if ! "$daemon" --version >/dev/null 2>&1; then
        mkdir "$folder/bin"
        cp "$daemon" "$folder/bin/"
        export PATH="$folder/bin:$PATH"
    fi
}

start_keyring() {
    make_keyring_startable
    start gnome-keyring-daemon --unlock --foreground --components=secrets \
        < <(printf %s "$keyring_password")
    wait_until 30 keyring_is_open || fail_with_log gnome-keyring-daemon
}

# The first call starts the bus; the property makes programs build their accessible trees.
start_accessibility() {
    {
        call_bus org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress
        call_bus org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
            string:org.a11y.Status string:IsEnabled variant:boolean:true
    } >"$folder/accessibility.log" 2>&1 || fail_with_log accessibility
}

start_session() {
    make_environment
    start_display
    start_bus
    start_window_manager
    start_keyring
    start_accessibility
}

# In the background, because bash lets a signal wait for a command in the foreground; that
# would make it deaf to Ctrl+C, which is taken back.
run_command() {
    local code=0
    env --default-signal=INT,QUIT "$@" <&0 &
    command_pid=$!
    wait "$command_pid" || code=$?
    command_pid=
    return "$code"
}

main() {
    local tool
    (($# > 0)) || die 'usage: session.sh COMMAND [ARGUMENTS]'
    for tool in "${tools[@]}"; do
        command -v "$tool" >/dev/null || die "$tool is not installed"
    done
    make_folder
    start_session </dev/null
    run_command "$@"
}

main "$@"
