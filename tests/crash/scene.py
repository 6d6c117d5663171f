# SPDX-License-Identifier: GPL-3.0-or-later
"""A planned kill, and the frame of the tests that carry it out: homes, processes, and what has to
be true afterwards whatever was killed."""

import os
import pathlib
import random
import shutil
import signal
import tempfile
import threading
import unittest

from driver import sign_in_beforehand, wait_until
from journalfile import IN_FORCE, JournalFile
from peer import JWT, Fate, Moment, Peer

LONG = bool(os.environ.get("PURSER_LONG"))
SEED = int(os.environ.get("PURSER_SEED") or random.SystemRandom().randrange(2**32))
BEFORE = 50
# The peer goes on only when the client is dead; elsewhere both go on until the kill.
HOLDING = (Moment.FIRST_BYTE, Moment.LAST_BYTE, Moment.BEFORE_REPLY, Moment.SETTLING)


class Crash:
    """One kill: of which process, when, and what becomes of its change."""

    _numbers = iter(range(1, 10**6))

    def __init__(self, moment, fate=Fate.AT_ONCE, delay=0.0):
        number = next(self._numbers)
        self.token = f"t{number}"
        self.wanted = f"{1000 + number}.25"
        self.moment = moment
        self.fate = fate
        self.delay = delay
        self.dead = threading.Event()
        self.process = None
        self.home = None
        self.journal = None
        self._struck = False

    def __repr__(self):
        return f"{self.token}: {self.moment} + {self.delay * 1000:.0f} ms, {self.fate}"

    def journal_says(self):
        return self.journal.outcome(self.token)

    def strike(self, moment):
        """The peer has come to this moment."""
        if moment == self.moment:
            self.kill_soon()
            if moment in HOLDING:
                self.dead.wait()

    def kill_soon(self):
        """After the delay, once."""
        if not self._struck:
            self._struck = True
            threading.Timer(self.delay, self._kill).start()

    def _kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.dead.set()


def some_fate(rng, moment):
    fates = [Fate.LATE, Fate.NEVER]
    if moment in HOLDING and moment != Moment.SETTLING:
        fates.append(Fate.AFTER_KILL)
    if moment in (Moment.BEFORE_REPLY, Moment.AFTER_REPLY, Moment.SETTLING, Moment.RANDOM):
        fates += [Fate.AT_ONCE, Fate.AT_ONCE]
    if moment in (Moment.AFTER_REPLY, Moment.RANDOM):
        fates.append(Fate.REFUSED)
    return rng.choice(fates)


def plan(rng, moment, longest):
    """A kill at this moment, by chance up to so many seconds later."""
    return Crash(moment, some_fate(rng, moment), rng.uniform(0, longest))


class Scene(unittest.TestCase):
    """Each class has one peer and one random generator; each kill has a home of its own."""

    kills = 0  # of all classes

    @classmethod
    def setUpClass(cls):
        cls.rng = random.Random(f"{SEED} {cls.__name__}")
        print(f"\n{cls.__name__}: PURSER_SEED={SEED}", flush=True)
        cls.peer = Peer()
        cls.addClassCleanup(cls.peer.stop)
        cls.template = tempfile.mkdtemp(prefix="template-", dir=os.environ["HOME"])
        cls.addClassCleanup(shutil.rmtree, cls.template)
        sign_in_beforehand(cls.template, cls.peer.url, JWT)

    def prepare(self, crash):
        """A home that is signed in, and a token at the peer."""
        crash.home = tempfile.mkdtemp(prefix="home-", dir=os.environ["HOME"])
        self.addCleanup(shutil.rmtree, crash.home, ignore_errors=True)
        shutil.copytree(pathlib.Path(self.template, ".config"),
                        pathlib.Path(crash.home, ".config"))
        crash.journal = JournalFile(crash.home)
        self.peer.add_token(crash.token, BEFORE)
        self.peer.plan = crash

    def wait_killed(self, crash):
        """False: it had ended by itself before."""
        code = crash.process.wait(60)
        if code == -signal.SIGKILL:
            Scene.kills += 1
        crash.dead.set()
        return code == -signal.SIGKILL

    def applied(self, crash):
        return any(change.applied for change in self.peer.changes_of(crash.token))

    def wait_outcome(self, crash, *outcomes):
        wait_until(lambda: crash.journal.outcome(crash.token) in outcomes,
                   what=lambda: f"{crash} to be {outcomes}; the journal has "
                   f"{crash.journal.rows(crash.token)}")

    def wait_reads(self, crash, more):
        """Until the token has been read so many times more."""
        goal = self.peer.reads[crash.token] + more
        wait_until(lambda: self.peer.reads[crash.token] >= goal, 30, f"{more} reads of {crash}")

    def check_all(self, crash):
        """What holds at any time after any kill."""
        crash.journal.check()
        changes = self.peer.changes_of(crash.token)
        self.assertLessEqual(len(changes), 1, "it was sent twice")
        for change in changes:
            self.assertLessEqual(change.applied, 1)
            self.assertNotIn(change.journal_said, (None, "intended"),
                             "it left before the journal said so")
            self.assertEqual(str(change.content["balance"]), crash.wanted)
        rows = crash.journal.rows(crash.token)
        self.assertLessEqual(len(rows), 1)
        for row in rows:
            if row["outcome"] in IN_FORCE:
                self.assertTrue(self.applied(crash), f"{row} was not applied")
            if row["outcome"] in ("not_applied", "rejected"):
                self.assertFalse(self.applied(crash), f"{row} was applied")
            if row["settled_how"] in ("recovered", "not_sent"):
                self.assertEqual(changes, [], f"{row} was sent")
        held = str(self.peer.tokens[crash.token]["balance"])
        self.assertEqual(held, crash.wanted if self.applied(crash) else str(BEFORE))

    def tearDown(self):
        self.assertEqual([change for change in self.peer.changes_seen
                          if change.journal_said in (None, "intended")], [])
