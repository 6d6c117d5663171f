# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills of purser-cli, and what its next calls do."""

import json
import os
import subprocess

from driver import home_environment, program, wait_until
from peer import Fate, Moment
from scene import BEFORE, LONG, Scene, plan

# How many kills at each moment, in a short run and in a long one, and how late at most.
KILLS = {Moment.FIRST_BYTE: (1, 16, 0.01), Moment.LAST_BYTE: (1, 16, 0.01),
         Moment.BEFORE_REPLY: (1, 24, 0.03), Moment.AFTER_REPLY: (1, 20, 0.004),
         Moment.SUBMIT: (1, 28, 0.05), Moment.RANDOM: (1, 24, 0.3)}
UNDECIDED = 7  # exit code: stopped


class CommandLine(Scene):
    def start(self, crash, *arguments):
        process = subprocess.Popen([program("purser-cli"), *arguments, "--json"],
                                   env=dict(os.environ, **home_environment(crash.home)),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stdout.close()

    def run_to_end(self, crash, *arguments):
        """(exit code, the object that it printed)"""
        process = self.start(crash, *arguments)
        output, _ = process.communicate(timeout=60)
        return process.returncode, json.loads(output)

    def change(self, crash):
        """To the wanted balance, by its value or by the difference."""
        if self.rng.random() < 0.5:
            amount = ("--balance", crash.wanted)
        else:
            amount = ("--add", f"{float(crash.wanted) - BEFORE:.2f}")
        return self.start(crash, "set", crash.token, *amount, "--yes")

    def crash_while_changing(self, crash):
        self.prepare(crash)
        crash.process = self.change(crash)
        if crash.moment == Moment.RANDOM:
            crash.kill_soon()
        killed = self.wait_killed(crash)
        rows = crash.journal.dead_rows(crash.token)
        at_death = rows[-1]["outcome"] if rows else None
        if at_death == "intended":
            self.run_to_end(crash, "settle")
            self.assertEqual(crash.journal.outcome(crash.token), "abandoned")
        elif at_death in ("sent", "unknown"):
            self.check_undecided(crash)
        self.check_all(crash)
        self.check_history(crash)
        return at_death, killed

    def check_undecided(self, crash):
        """A settle finds out what can be found out; until then, nothing else is sent."""
        settling = self.start(crash, "settle")
        if not self.applied(crash):
            self.wait_reads(crash, 2)
            self.wait_outcome(crash, "unknown")
            if crash.fate == Fate.LATE:
                self.peer.apply_late(crash.token)
        if self.applied(crash):
            self.wait_outcome(crash, "applied")
            settling.communicate(timeout=60)
            self.assertEqual(settling.returncode, 0)
            return
        settling.kill()
        settling.wait()
        Scene.kills += 1  # this one while it was settling
        self.assertEqual(crash.journal.outcome(crash.token), "unknown")
        code, said = self.run_to_end(crash, "set", crash.token, "--balance", "7", "--yes")
        self.assertEqual(code, UNDECIDED, said)

    def check_history(self, crash):
        code, said = self.run_to_end(crash, "history")
        self.assertEqual(code, 0, said)
        outcome = crash.journal.outcome(crash.token)
        if outcome:
            self.assertIn(f'"{outcome}"', json.dumps(said))

    def test_kills_while_changing(self):
        for moment, (short, long, latest) in KILLS.items():
            left = long if LONG else short
            while left > 0:
                crash = plan(self.rng, moment, latest)
                with self.subTest(crash=crash):
                    left -= 1
                    at_death, killed = self.crash_while_changing(crash)
                    left += 0 if killed else 1
                    print(f"command line {crash}; it had {at_death}, and has "
                          f"{crash.journal.outcome(crash.token)}", flush=True)
