# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of each test: a home of its own, and everything that was started ends with it."""

import os
import shutil
import tempfile
import unittest

from driver import Clipboard, Purser, click_at, keys, sign_in_beforehand
from services import Recorder, Sandbox


class Case(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="home-", dir=os.environ["HOME"])
        self.addCleanup(shutil.rmtree, self.home)
        self.clipboard = Clipboard()
        self.addCleanup(self.clipboard.clear)

    def start(self, *arguments, environment=None):
        """Starts purser."""
        purser = Purser(*arguments, home=self.home, environment=environment)
        self.addCleanup(purser.stop)
        return purser

    def start_sandbox(self, *arguments):
        sandbox = Sandbox(*arguments)
        self.addCleanup(sandbox.stop)
        return sandbox

    def record(self, sandbox):
        recorder = Recorder(sandbox.port)
        self.addCleanup(recorder.stop)
        return recorder

    def start_signed_in(self, *sandbox_arguments):
        """Purser, signed in to a sandbox through a recorder: (purser, sandbox, recorder)."""
        sandbox = self.start_sandbox(*sandbox_arguments)
        recorder = self.record(sandbox)
        sign_in_beforehand(self.home, recorder.url, sandbox.jwt)
        recorder.forget()
        return self.start(), sandbox, recorder

    def assert_nothing_goes_out(self, purser, recorder):
        """Tries to submit by mouse and by keyboard."""
        self.assertFalse(purser.button("Submit").enabled)
        x, y, width, height = purser.button("Submit").box
        keys("ctrl+Return")
        click_at(x + width // 2, y + height // 2)
        self.assertEqual(recorder.changes, [])
