# SPDX-License-Identifier: GPL-3.0-or-later
"""A service that keeps its tokens, writes down what came, and calls back at the moments at which
its client is to be killed."""

import collections
import contextlib
import json
import threading
import urllib.parse

from services import Listener, read_request, reply

JWT = "sk-made.up.for-the-crashes"
PATIENCE = 30


class Moment:
    """When the client is killed, as the peer sees it."""
    FIRST_BYTE = "first byte"  # of the change
    LAST_BYTE = "last byte"  # nothing is done with it yet
    BEFORE_REPLY = "before reply"  # it is applied, if it is to be
    AFTER_REPLY = "after reply"
    SUBMIT = "submit"  # the read before the change has been answered
    SETTLING = "settling"  # the first read after a change of unknown outcome has come
    RANDOM = "random"  # some time after the start or the submit
    START = "start"  # while the journal is made
    EXPORT = "export"


class Fate:
    """What becomes of the change at the service."""
    AT_ONCE = "applied at once"
    AFTER_KILL = "applied after the kill"
    LATE = "applied by and by"  # by apply_late()
    NEVER = "never applied"
    REFUSED = "refused"


class Change:
    """A change, from its first byte on."""

    def __init__(self, journal_said):
        self.journal_said = journal_said  # the outcome in the journal at the first byte
        self.token = None
        self.content = None
        self.applied = 0

    def __repr__(self):
        return f"{self.token} {self.content}, applied {self.applied} times"


class Peer(Listener):
    def __init__(self):
        self._lock = threading.Lock()
        self.tokens = {}
        self.changes_seen = []
        self.reads = collections.Counter()
        self.plan = None  # what has a moment, a fate, strike(moment) and journal_says()
        super().__init__()

    def add_token(self, name, balance):
        self.tokens[name] = {"name": name, "token_type": "api_token", "balance": balance,
                             "expire_time": None, "active_balance": True}

    def changes_of(self, name):
        return [change for change in self.changes_seen if change.token == name]

    def apply_late(self, name):
        for change in self.changes_of(name):
            self._apply(change)

    def serve(self, client):
        with client.makefile("rb") as stream:
            while first := stream.peek(1)[:1]:
                change = self._new_change() if first == b"P" else None
                request = read_request(stream)
                if request is None:
                    break
                self.requests.append(request)
                with contextlib.suppress(OSError):  # the client may have been killed
                    if change:
                        self._change(client, change, request)
                    else:
                        self._read(client, request)

    def _new_change(self):
        plan = self.plan
        change = Change(plan.journal_says() if plan else None)
        self.changes_seen.append(change)
        self._moment(Moment.FIRST_BYTE)
        return change

    def _change(self, client, change, request):
        plan = self.plan
        fate = plan.fate if plan else Fate.AT_ONCE
        change.token = self._name_in(request.target)
        change.content = json.loads(request.body)
        self._moment(Moment.LAST_BYTE)
        if fate == Fate.AT_ONCE:
            self._apply(change)
        self._moment(Moment.BEFORE_REPLY)
        if fate == Fate.AFTER_KILL and plan.dead.wait(PATIENCE):
            self._apply(change)
        client.sendall(self._answer(change, fate, plan))
        self._moment(Moment.AFTER_REPLY)

    def _answer(self, change, fate, plan):
        if fate == Fate.REFUSED:
            return reply(400, {"balance": ["No."]})
        if fate in (Fate.LATE, Fate.NEVER) or (plan and plan.moment == Moment.SETTLING):
            return reply(500, "<h1>Something went wrong</h1>")
        return reply(200, self.tokens[change.token])

    def _read(self, client, request):
        if request.target.endswith("/custom_token/"):
            client.sendall(reply(200, list(self.tokens.values())))
            return
        name = self._name_in(request.target)
        if self.changes_of(name):
            self._moment(Moment.SETTLING)
        client.sendall(reply(200, self.tokens[name]))
        self.reads[name] += 1
        if self.reads[name] == 2 and not self.changes_of(name):
            self._moment(Moment.SUBMIT)

    def _apply(self, change):
        with self._lock:
            change.applied += 1
            self.tokens[change.token].update(change.content)

    def _moment(self, moment):
        if self.plan:
            self.plan.strike(moment)

    @staticmethod
    def _name_in(target):
        return urllib.parse.unquote(target.rstrip("/").rsplit("/", 1)[-1])
