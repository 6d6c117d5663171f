# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the main job with programs that were installed, in a home that outlives them.

usage: check_installed.py first|later|alone|actions|tls

first: signs in, changes a token in the window, and sees it in the journal. later: another version
finds the account, the JWT and the journal as they were left, and takes the change back. alone:
the window on its own sandbox. actions: the same without a mouse and a keyboard, where there are
none, as on a bare Wayland. tls: that it is there, by what it refuses.
"""

import contextlib
import json
import os
import pathlib
import shutil
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse
from decimal import Decimal

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "e2e"))

from driver import (Purser, home_environment, keyring_entries, keys, program,  # noqa: E402
                    sign_in_beforehand, wait_until)
from services import Sandbox  # noqa: E402

TOKEN = "marketing-chatbot"
HOME = os.environ["HOME"]
JOURNAL = pathlib.Path(HOME, ".local/share/purser/journal.sqlite")


def cli(*arguments):
    """What purser-cli reports; it has to succeed."""
    result = subprocess.run([program("purser-cli"), "--json", *arguments],
                            env=dict(os.environ, **home_environment(HOME)),
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    return json.loads(result.stdout)


def outcomes():
    """Of all changes, as any program can read them in the journal."""
    with sqlite3.connect(f"file:{JOURNAL}?mode=ro", uri=True) as database:
        return [row[0] for row in database.execute("SELECT outcome FROM changes ORDER BY id")]


class Installed(unittest.TestCase):
    def start(self, *arguments):
        purser = Purser(*arguments, home=HOME)
        self.addCleanup(purser.stop)
        return purser

    def start_sandbox(self, *arguments):
        sandbox = Sandbox(*arguments)
        self.addCleanup(sandbox.stop)
        sign_in_beforehand(HOME, sandbox.url, sandbox.jwt)
        return sandbox

    def first(self):
        sandbox = self.start_sandbox()
        self.assertEqual(cli("show", TOKEN)["before"]["balance"], "87.45")
        purser = self.start()
        purser.load(TOKEN)
        # The group of the window's own name is what a desktop entry's StartupWMClass means.
        self.assertTrue(subprocess.run(["xdotool", "search", "--class", "^purser$"],
                                       stdout=subprocess.PIPE, check=True).stdout)
        purser.spin("Balance").type("99.5")
        keys("ctrl+Return")
        purser.message("was changed.")
        self.assertEqual(purser.quit(), 0)
        self.assertEqual(Decimal(sandbox.get(TOKEN)["balance"]), Decimal("99.5"))
        self.assertEqual(cli("set", TOKEN, "--add", "0.25")["outcome"], "applied")
        self.assertEqual(outcomes(), ["applied", "applied"])
        self.assertIn("127.0.0.1", keyring_entries("server", "purser"))

    def later(self):
        self.assertEqual([account["name"] for account in cli("accounts")["accounts"]], ["Test"])
        self.assertIn("127.0.0.1", keyring_entries("server", "purser"))
        changes = cli("history")["changes"]
        self.assertEqual([change["outcome"] for change in changes], ["applied", "applied"])
        port = urllib.parse.urlsplit(changes[0]["origin"]).port
        sandbox = self.start_sandbox("--port", str(port))  # a change goes back where it was made
        self.assertEqual(cli("undo", str(changes[0]["id"]))["outcome"], "applied")
        self.assertEqual(Decimal(sandbox.get(TOKEN)["balance"]), Decimal("87.2"))
        purser = self.start()
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in")
        purser.load(TOKEN)
        self.assertEqual(Decimal(purser.shown_text("Current balance")), Decimal("87.2"))
        self.assertEqual(purser.quit(), 0)

    def alone(self):
        purser = self.start("--sandbox")
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in")
        purser.load(TOKEN)
        purser.spin("Balance").type("99.5")
        keys("ctrl+Return")
        purser.message("was changed.")

    def actions(self):
        sandbox = self.start_sandbox()
        purser = self.start()
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in")
        maps = pathlib.Path(f"/proc/{purser.pid}/maps").read_text()
        self.assertIn("/libQt6WaylandClient.so", maps)
        purser.field("Token name").set_text(TOKEN)
        purser.button("Load").press()
        purser.wait_loaded(TOKEN)
        purser.spin("Balance").set_text("99.5")
        purser.button("Submit").press()
        purser.message("was changed.")
        self.assertEqual(Decimal(sandbox.get(TOKEN)["balance"]), Decimal("99.5"))
        self.assertEqual(outcomes()[-1], "applied")

    def tls(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        key, certificate = os.path.join(folder, "key"), os.path.join(folder, "certificate")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                        "-keyout", key, "-out", certificate], check=True,
                       stderr=subprocess.DEVNULL)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)

        def refuse():
            with contextlib.suppress(OSError):
                while True:
                    with context.wrap_socket(listener.accept()[0], server_side=True):
                        pass
        threading.Thread(target=refuse, daemon=True).start()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/v2"
        result = subprocess.run([program("purser-cli"), "--json", "login", "--account", "TLS",
                                 "--url", url], input=b"not.a.jwt", stdout=subprocess.PIPE,
                                env=dict(os.environ, **home_environment(HOME)), check=False)
        self.assertEqual(json.loads(result.stdout)["error"]["kind"], "tls", result.stdout)


if __name__ == "__main__":
    suite = unittest.TestSuite([Installed(sys.argv[1])])
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())
