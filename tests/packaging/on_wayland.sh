#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# on_wayland.sh COMMAND [ARGUMENTS]: runs it on a Wayland compositor that needs no screen, and
# where no X server is known.
set -euo pipefail

export WAYLAND_DISPLAY=wayland-purser QT_QPA_PLATFORM=wayland
weston --backend=headless-backend.so --socket="$WAYLAND_DISPLAY" --idle-time=0 \
    --width=1600 --height=1200 >"$XDG_RUNTIME_DIR/weston.log" 2>&1 &
compositor=$!
trap 'kill "$compositor" 2>/dev/null || true; wait "$compositor" || true' EXIT

for ((tries = 0; tries < 300; tries++)); do
    [[ ! -S $XDG_RUNTIME_DIR/$WAYLAND_DISPLAY ]] || break
    sleep 0.1
done
if [[ ! -S $XDG_RUNTIME_DIR/$WAYLAND_DISPLAY ]]; then
    cat "$XDG_RUNTIME_DIR/weston.log" >&2
    exit 1
fi
unset DISPLAY XAUTHORITY
"$@"
