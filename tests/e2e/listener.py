# SPDX-License-Identifier: GPL-3.0-or-later
"""A program of its own that listens to all accessibility events, as a screen reader does, and
prints the text in them: each a line of JSON, after a first line that says it is listening."""

import json

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def on_event(event):
    if isinstance(event.any_data, str):
        print(json.dumps([event.type, event.any_data]), flush=True)


LISTENER = Atspi.EventListener.new(on_event)
for kind in ("object:", "window:", "focus:", "document:"):
    LISTENER.register(kind)
print(json.dumps(["listening", ""]), flush=True)
Atspi.event_main()
