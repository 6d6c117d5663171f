# SPDX-License-Identifier: GPL-3.0-or-later
"""purser --sandbox: works at once, touches nothing of the user's, leaves nothing behind."""

import pathlib
import unittest

from case import Case
from driver import keyring_entries, keys, wait_until

TOKEN = "marketing-chatbot"


def child_processes(pid):
    """The programs that a process started and that still run."""
    children = []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "status").read_text()
        except OSError:
            continue  # it has ended meanwhile
        if f"\nPPid:\t{pid}\n" in status and "\nState:\tZ" not in status:
            children.append(int(entry.name))
    return children


def runs(pid):
    try:
        return "\nState:\tZ" not in pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


class SandboxMode(Case):
    def start_in_sandbox(self):
        purser = self.start("--sandbox")
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in")
        [sandbox] = child_processes(purser.pid)
        return purser, sandbox

    def files_at_home(self):
        """All files but what libraries keep of their own, such as a cache of fonts."""
        return [str(path) for path in pathlib.Path(self.home).rglob("*")
                if path.is_file() and ".cache" not in path.parts]

    def test_it_opens_signed_in_and_does_the_main_job(self):
        purser, _ = self.start_in_sandbox()
        self.assertFalse(purser.shown("dialog", "Sign in"))
        self.assertIn("Sandbox", purser.shown_text("Account in use"))
        purser.load(TOKEN)
        purser.spin("Balance").type("100.000000001")
        purser.button("Submit").click()
        purser.message("was changed.")
        self.assertEqual(purser.shown_text("Returned balance"), "100.000000001")

    def test_nothing_of_the_users_is_touched_and_the_sandbox_ends_with_it(self):
        before = keyring_entries("server", "purser")
        purser, sandbox = self.start_in_sandbox()
        purser.load(TOKEN)
        purser.spin("Balance").type("1")
        keys("ctrl+Return")
        purser.message("was changed.")
        self.assertEqual(keyring_entries("server", "purser"), before)
        self.assertEqual(self.files_at_home(), [])
        self.assertEqual(purser.quit(), 0)
        self.assertEqual(self.files_at_home(), [])
        self.assertFalse(runs(sandbox))

    def test_the_sandbox_ends_when_purser_is_killed(self):
        purser, sandbox = self.start_in_sandbox()
        self.assertTrue(runs(sandbox))
        purser.process.kill()
        purser.process.wait()
        wait_until(lambda: not runs(sandbox), 10, "the sandbox to end")


if __name__ == "__main__":
    unittest.main()
