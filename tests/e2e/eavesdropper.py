# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears everything that goes over the accessibility bus: calls, answers and events."""

import json
import os
import subprocess
import sys
import threading

from gi.repository import Gio, GLib

from driver import wait_until

HEADER_SIZE = 16  # of a D-Bus message: enough to know the size of the rest


def accessibility_bus_address():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    return session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                             GLib.VariantType("(s)"), 0, -1).unpack()[0]


class Eavesdropper:
    """A screen reader that makes the programs talk, and a monitor of the bus."""

    def __init__(self):
        folder = os.path.dirname(os.path.abspath(__file__))
        self._data = {}
        self._processes = []
        self._threads = []
        self._start("events", [sys.executable, os.path.join(folder, "listener.py")])
        self._start("bus", ["dbus-monitor", "--address", accessibility_bus_address(), "--binary"])
        wait_until(lambda: b"listening" in self._data["events"], what="the listener")
        wait_until(lambda: self._data["bus"], what="the monitor of the bus")

    def _start(self, name, command):
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self._data[name] = bytearray()
        thread = threading.Thread(target=self._collect, args=(name, process.stdout), daemon=True)
        thread.start()
        self._processes.append(process)
        self._threads.append(thread)

    def _collect(self, name, pipe):
        while data := os.read(pipe.fileno(), 65536):
            self._data[name] += data

    def stop(self):
        for process in self._processes:
            process.terminate()
            process.wait()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            process.stdout.close()

    def heard(self):
        """All bytes so far, of events and bus together."""
        return bytes(self._data["bus"] + self._data["events"])

    def inserted_text(self):
        """What the events said was inserted into fields, in its order."""
        events = [json.loads(line) for line in self._data["events"].splitlines() if line]
        return "".join(text for kind, text in events
                       if kind.startswith("object:text-changed:insert"))

    def messages(self):
        """All messages of the bus; to be called after stop()."""
        data = bytes(self._data["bus"])
        start = 0
        while start + HEADER_SIZE <= len(data):
            end = start + Gio.DBusMessage.bytes_needed(data[start:start + HEADER_SIZE])
            if end > len(data):
                return  # the last one was cut off
            yield Gio.DBusMessage.new_from_blob(data[start:end], 0)
            start = end

    def reported_keys(self):
        """The letters of the keys that programs reported as pressed."""
        letters = []
        for message in self.messages():
            if message.get_member() == "NotifyListenersSync":
                kind, _, _, _, _, letter, _ = message.get_body().unpack()[0]
                if kind == 0 and len(letter) == 1:
                    letters.append(letter)
        return "".join(letters)
