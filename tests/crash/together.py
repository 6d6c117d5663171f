# SPDX-License-Identifier: GPL-3.0-or-later
"""Several command lines at once on one token, as scripts run them: whatever they are told, the sum
on the service is the sum of what was called applied. One of them has a clock of its own, some are
killed, and some answers are lost."""

import decimal
import json
import os
import random
import shutil
import subprocess
import tempfile
import time
import unittest

from driver import home_environment, program, sign_in_beforehand
from journalfile import IN_FORCE, JournalFile
from scene import LONG, SEED
from services import Sandbox

ROUNDS = 150 if LONG else 12
TOKEN = "marketing-chatbot"
# How programs end that did not change the token, as far as they know.
NOT_CHANGED = {1, 5, 7}
UNKNOWN = 4


class Together(unittest.TestCase):
    def setUp(self):
        self.rng = random.Random(SEED)
        self.home = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)

    def begin(self, *arguments):
        sandbox = Sandbox(*arguments)
        self.addCleanup(sandbox.stop)
        sign_in_beforehand(self.home, sandbox.url, sandbox.jwt)
        return sandbox

    def start(self, *arguments):
        return subprocess.Popen([program("purser-cli"), *arguments, "--json"],
                                env=dict(os.environ, **home_environment(self.home)),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)

    def changes(self, count):
        """Runs that many at once; (exit code, report) of each."""
        processes = []
        for _ in range(count):
            amount = decimal.Decimal(self.rng.randrange(1, 10**6)) / 1000
            word = self.rng.choice(("--add", "--deduct"))
            processes.append(self.start("set", TOKEN, word, str(amount), "--yes"))
        ended = []
        for process in processes:
            output, _ = process.communicate(timeout=120)
            ended.append((process.returncode, json.loads(output)))
        return ended

    def difference(self, report):
        return decimal.Decimal(report["after"]["balance"]) - decimal.Decimal(
            report["before"]["balance"])

    def balance(self, sandbox):
        return decimal.Decimal(sandbox.get(TOKEN)["balance"])

    def test_the_sum_is_that_of_what_was_applied(self):
        sandbox = self.begin("--latency", "40")
        wanted = self.balance(sandbox)
        applied = 0
        for number in range(ROUNDS):
            for code, report in self.changes(self.rng.randrange(2, 5)):
                if code == 0:
                    applied += 1
                    wanted += self.difference(report)
                else:
                    self.assertIn(code, NOT_CHANGED, report)
            self.assertEqual(self.balance(sandbox), wanted, f"round {number}, seed {SEED}")
        self.assertGreaterEqual(applied, ROUNDS)
        print(f"{ROUNDS} rounds of 2 to 4 programs: {applied} changes applied", flush=True)

    def test_lost_answers_are_found_out_rightly(self):
        sandbox = self.begin("--latency", "20", "--fail", "close-after:2")
        wanted = self.balance(sandbox)
        unknown = 0
        for _ in range(4):
            for code, report in self.changes(3):
                if code == 0:
                    wanted += self.difference(report)
                elif code == UNKNOWN:
                    unknown += 1
                else:
                    self.assertIn(code, NOT_CHANGED, report)
            process = self.start("settle")
            output, _ = process.communicate(timeout=120)
            for change in json.loads(output)["changes"]:
                self.assertEqual(change["outcome"], "applied", change)
                wanted += decimal.Decimal(str(change["expected"]["balance"])) - decimal.Decimal(
                    str(change["before"]["balance"]))
            self.assertEqual(self.balance(sandbox), wanted)
        self.assertEqual(unknown, 2)

    def explained(self, rows, start):
        """Every balance that the rows leave possible: what is in force counts, what is undecided
        may or may not."""
        sums = {start}
        for row in rows:
            before, expected = (decimal.Decimal(str(json.loads(row[column], parse_float=str)
                                                    ["balance"]))
                                for column in ("before", "expected"))
            if row["outcome"] in IN_FORCE:
                sums = {one + expected - before for one in sums}
            elif row["outcome"] in ("sent", "unknown"):
                sums |= {one + expected - before for one in sums}
        return sums

    def test_kills_beside_others_leave_a_journal_that_explains_the_sum(self):
        sandbox = self.begin("--latency", "20", "--tokens", "40")
        journal = JournalFile(self.home)
        names = [token["name"] for token in sandbox.list()
                 if isinstance(token.get("balance"), str) and "/" not in token["name"]]
        self.assertGreater(len(names), 10)
        kills = 0
        for name in names[:40 if LONG else 6]:
            start = decimal.Decimal(sandbox.get(name)["balance"])
            processes = [self.start("set", name, "--add", f"{self.rng.randrange(1, 1000)}.25",
                                    "--yes") for _ in range(3)]
            time.sleep(self.rng.random() * 0.25)
            processes[self.rng.randrange(3)].kill()
            kills += 1
            for process in processes:
                process.communicate(timeout=120)
            settling = self.start("settle")
            try:  # what was applied shows at once; what was not takes a minute
                settling.communicate(timeout=60 if LONG else 2)
            except subprocess.TimeoutExpired:
                settling.kill()
                settling.communicate()
            rows = [row for row in journal.rows() if row["token"] == name]
            balance = decimal.Decimal(sandbox.get(name)["balance"])
            self.assertIn(balance, self.explained(rows, start),
                          (name, SEED, [(row["id"], row["outcome"]) for row in rows]))
        print(f"{kills} kills beside other programs", flush=True)
