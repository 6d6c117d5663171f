# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a journal, read with nothing of Purser's."""

import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import tempfile

UNDECIDED = ("intended", "sent", "unknown")
IN_FORCE = ("applied", "applied_differently", "applied_unconfirmed")


class JournalFile:
    def __init__(self, home):
        self.folder = pathlib.Path(home, ".local", "share", "purser")
        self.path = self.folder / "journal.sqlite"

    @contextlib.contextmanager
    def _open(self, path):
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
        connection.row_factory = sqlite3.Row
        try:
            yield connection
        finally:
            connection.close()

    def rows(self, token=None):
        """The changes, oldest first, as dictionaries; none where there is no journal yet."""
        if not self.path.exists():
            return []
        with self._open(self.path) as connection:
            return self._rows(connection, token)

    @staticmethod
    def _rows(connection, token):
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            return []
        rows = connection.execute("SELECT * FROM changes ORDER BY id")
        return [dict(row) for row in rows if token in (None, row["token"])]

    def outcome(self, token):
        """Of the token's newest change; None if there is none."""
        rows = self.rows(token)
        return rows[-1]["outcome"] if rows else None

    def dead_rows(self, token):
        """What a run that was killed has left, in a copy: whoever opens the journal mends it."""
        if not self.path.exists():
            return []
        with tempfile.TemporaryDirectory() as folder:
            for path in self.folder.glob("journal.sqlite*"):
                if not path.name.endswith("-shm"):
                    shutil.copy(path, folder)
            copy = pathlib.Path(folder, self.path.name)
            connection = sqlite3.connect(copy)
            connection.row_factory = sqlite3.Row
            try:
                self._check(connection)
                return self._rows(connection, token)
            finally:
                connection.close()

    def check(self):
        """Fails if the file is not whole, or something was set aside as damaged."""
        if self.path.exists():
            with self._open(self.path) as connection:
                self._check(connection)
        damaged = list(self.folder.glob("journal.damaged*"))
        if damaged:
            raise AssertionError(f"set aside as damaged: {damaged}")

    @staticmethod
    def _check(connection):
        result = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        if result != ["ok"]:
            raise AssertionError(f"the journal is damaged: {result}")

    def draft(self, token):
        """The edit of the token that is kept for the next run; None if there is none."""
        for path in (self.folder / "drafts").glob("*.json"):
            with contextlib.suppress(ValueError, OSError):
                content = json.loads(path.read_text())
                if content.get("token") == token:
                    return content
        return None

    def fill(self, rows, origin):
        """Adds applied changes of long ago, for an export that takes its time."""
        token = json.dumps({"name": "old", "token_type": "api_token", "balance": 1})
        row = ("Test", origin, "old", "2026-01-01T00:00:00.000Z", "filled in " + "x" * 200, token,
               '{"balance":1}', token, "applied", "2026-01-01T00:00:01.000Z", "reply", "0", "gone",
               "some-account", origin, "old", "edit")
        connection = sqlite3.connect(self.path)
        with connection:
            connection.executemany(
                'INSERT INTO changes (account, origin, token, created_at, reason, "before", patch,'
                " expected, outcome, settled_at, settled_how, app_version, run, account_id,"
                " service_url, token_id, kind, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                " ?, ?, ?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM changes))", [row] * rows)
        connection.close()


def make_empty(home, kind):
    """A journal that has yet to be made: no file, one of no length, or one of no schema."""
    journal = JournalFile(home)
    journal.folder.mkdir(parents=True, mode=0o700)
    if kind == "of no length":
        journal.path.touch()
    elif kind == "of no schema":
        connection = sqlite3.connect(journal.path)
        connection.execute("VACUUM")
        connection.close()
    if journal.path.exists():
        os.chmod(journal.path, 0o600)
