# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills of the window, and what its next start shows."""

import contextlib
import os
import pathlib
import subprocess

from driver import Purser, keys, type_keys, wait_until
from journalfile import make_empty
from peer import Fate, Moment
from scene import LONG, Crash, Scene, plan

# How many kills at each moment, in a short run and in a long one, and how late at most.
KILLS = {Moment.FIRST_BYTE: (0, 8, 0.01), Moment.LAST_BYTE: (0, 8, 0.01),
         Moment.BEFORE_REPLY: (1, 10, 0.05), Moment.AFTER_REPLY: (1, 8, 0.05),
         Moment.SUBMIT: (1, 12, 0.08), Moment.SETTLING: (1, 8, 0.03),
         Moment.RANDOM: (0, 8, 0.6)}
STARTS = 6 if LONG else 1
EXPORTS = 4 if LONG else 1
EXPORTED_ROWS = 100_000
NOTICES = ("it was not known what became of", "had not been sent", "Restored: your edit",
           "was changed", "is what the token holds", "does not show the change yet",
           "It is not known whether", "do not tell whether", "nothing left to send")


def has_window(title):
    """Whether a window of this title, or a longer one, is shown."""
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          check=False).returncode == 0


def has_open_file_in(folder, pid):
    """Whether the process has a file open right there; it may have no name yet."""
    for link in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            if os.path.dirname(os.readlink(link)) == str(folder):
                return True
    return False


class Window(Scene):
    def start(self, crash):
        purser = Purser(home=crash.home)
        self.addCleanup(purser.stop)
        return purser

    def edit(self, crash, purser):
        purser.load(crash.token)
        purser.spin("Balance").type(crash.wanted)

    def wait_for_draft(self, crash):
        wait_until(lambda: crash.journal.draft(crash.token), what=f"the draft of {crash}")

    def check_restart(self, crash):
        """The next start: what it makes of the journal, and what it shows."""
        rows = crash.journal.dead_rows(crash.token)
        at_death = rows[-1]["outcome"] if rows else None
        draft = crash.journal.draft(crash.token)
        purser = self.start(crash)
        if draft or at_death in ("intended", "sent", "unknown"):
            self.check_notice(purser)
        if at_death == "intended":
            self.wait_outcome(crash, "abandoned")
        elif at_death in ("sent", "unknown"):
            self.check_undecided(crash, purser, draft)
        if draft:
            self.check_form(crash, purser)
        self.check_all(crash)
        purser.stop()
        return at_death

    @staticmethod
    def says(purser, *some):
        """Whether the message bar has one of these words in it."""
        bars = purser.widgets("frame", "Message")
        return bars and any(words in bars[0].description for words in some)

    def check_notice(self, purser):
        wait_until(lambda: self.says(purser, *NOTICES),
                   what=lambda: f"a notice; shown are:\n{purser.outline()}")

    def check_undecided(self, crash, purser, draft):
        wait_until(lambda: crash.journal.outcome(crash.token) != "sent", what="the recovery")
        if not self.applied(crash):
            self.wait_reads(crash, 2)
            self.wait_outcome(crash, "unknown")
            if draft:
                self.check_restored(crash, purser)
                self.assertTrue(purser.shown("push button", "Check now"))
                self.assertFalse(purser.button("Submit").enabled)
            if crash.fate == Fate.LATE:
                self.peer.apply_late(crash.token)
        if self.applied(crash):
            self.wait_outcome(crash, "applied")
            wait_until(lambda: self.says(purser, "was changed", "is what the token holds",
                                         "nothing left to send"),
                       what=lambda: f"the end of it; shown are:\n{purser.outline()}")

    def about(self, crash, purser):
        wait_until(lambda: purser.shown_text("Loaded token") == crash.token,
                   what=lambda: f"{crash} to be loaded; shown are:\n{purser.outline()}")
        return purser.shown_text("About the form")

    def check_restored(self, crash, purser):
        wait_until(lambda: "Restored" in self.about(crash, purser),
                   what=lambda: f"the edit; shown are:\n{purser.outline()}")
        self.assertEqual(purser.spin("Balance").text, crash.wanted)

    def check_form(self, crash, purser):
        if not self.applied(crash):
            self.check_restored(crash, purser)
            return
        wait_until(lambda: "Restored" not in self.about(crash, purser),
                   what=lambda: f"no edit; shown are:\n{purser.outline()}")
        wait_until(lambda: purser.spin("Balance").text == crash.wanted, what="the new balance")
        self.assertFalse(purser.button("Submit").enabled)

    def crash_while_changing(self, crash):
        self.prepare(crash)
        purser = self.start(crash)
        crash.process = purser.process
        self.edit(crash, purser)
        if crash.moment != Moment.RANDOM:
            self.wait_for_draft(crash)
        keys("ctrl+Return")
        if crash.moment == Moment.RANDOM:
            crash.kill_soon()
        self.assertTrue(self.wait_killed(crash))
        return self.check_restart(crash)

    def test_kills_while_changing(self):
        for moment, (short, long, latest) in KILLS.items():
            for _ in range(long if LONG else short):
                crash = plan(self.rng, moment, latest)
                with self.subTest(crash=crash):
                    at_death = self.crash_while_changing(crash)
                    print(f"window {crash}; it had {at_death}, and has "
                          f"{crash.journal.outcome(crash.token)}", flush=True)

    def test_an_edit_that_is_submitted_with_its_last_key_is_not_lost(self):
        crash = Crash(Moment.LAST_BYTE, Fate.NEVER)
        self.prepare(crash)
        purser = self.start(crash)
        crash.process = purser.process
        purser.load(crash.token)
        purser.spin("Balance").type(crash.wanted[:-1])
        keys(crash.wanted[-1], "ctrl+Return")
        self.assertTrue(self.wait_killed(crash))
        self.assertTrue(crash.journal.draft(crash.token), "the edit is lost")
        self.check_restart(crash)
        print(f"window {crash}; submitted with the last key", flush=True)

    def test_kills_while_the_journal_is_made(self):
        for number in range(STARTS):
            kind = ("of no schema", "of no length", "absent")[number % 3]
            crash = Crash(Moment.START, delay=self.rng.uniform(0, 0.02))
            with self.subTest(crash=crash, journal=kind):
                self.crash_at_start(crash, kind)

    def crash_at_start(self, crash, kind):
        self.prepare(crash)
        make_empty(crash.home, kind)
        purser = self.start(crash)
        crash.process = purser.process
        # The lock of its run is the last thing that it makes before it opens the journal.
        wait_until(lambda: list(crash.journal.folder.glob("runs/*.lock")), what="the run")
        crash.kill_soon()
        self.assertTrue(self.wait_killed(crash))
        tables = "a journal" if crash.journal.dead_rows(None) is not None else "none"
        purser = self.start(crash)
        self.edit(crash, purser)
        keys("ctrl+Return")
        purser.message("was changed")
        self.assertEqual(crash.journal.outcome(crash.token), "applied")
        self.check_all(crash)
        purser.stop()
        print(f"window {crash}; the journal was {kind}; {tables}", flush=True)

    def test_kills_while_exporting(self):
        for _ in range(EXPORTS):
            crash = Crash(Moment.EXPORT, delay=self.rng.uniform(0, 0.3))
            with self.subTest(crash=crash):
                self.crash_while_exporting(crash)

    def crash_while_exporting(self, crash):
        self.prepare(crash)
        purser = self.start(crash)
        purser.load(crash.token)
        purser.stop()
        crash.journal.fill(EXPORTED_ROWS, self.peer.url.removesuffix("/v2"))
        purser = self.start(crash)
        crash.process = purser.process
        self.edit(crash, purser)
        self.wait_for_draft(crash)
        target = pathlib.Path(crash.home, "changes.csv")
        self.begin_export(target)
        wait_until(lambda: has_open_file_in(target.parent, crash.process.pid) or target.exists(),
                   what="the export")
        crash.kill_soon()
        self.assertTrue(self.wait_killed(crash))
        if target.exists():  # it was faster: then it is whole
            self.assertEqual(target.read_bytes().count(b"\r\n"), EXPORTED_ROWS + 1)
        self.check_restart(crash)
        self.assertEqual(len(crash.journal.rows("old")), EXPORTED_ROWS)
        print(f"window {crash}; the file was {'there' if target.exists() else 'not there'}",
              flush=True)

    def begin_export(self, target):
        """By the keyboard and the titles of windows: all rows are in the accessible tree, and to
        walk through it takes minutes."""
        keys("ctrl+h")
        wait_until(lambda: has_window("History"), what="the history")

        def asked_for_a_file():
            if not has_window("Export changes"):
                keys("alt+e")  # it does nothing before the rows are counted
            return has_window("Export changes")
        wait_until(asked_for_a_file, what="the question for a file")
        keys("ctrl+a")
        type_keys(str(target))
        keys("Return")
