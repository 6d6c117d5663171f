# SPDX-License-Identifier: GPL-3.0-or-later
"""A canary JWT is driven through everything, and then looked for everywhere."""

import base64
import os
import pathlib
import stat
import subprocess
import unittest
import urllib.parse

from canary import Canary
from case import Case
from driver import Atspi, GLib, drag, keyring_entries, keys, wait_until
from eavesdropper import Eavesdropper
from services import StandIn, reply

ACCOUNT = "VisibleAccount"


def texts_of(widget):
    """Every text that the accessible object gives away."""
    accessible = widget.accessible
    yield from (widget.name, widget.description, widget.role)
    interfaces = accessible.get_interfaces()
    if "Text" in interfaces:
        yield widget.text
        yield Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))
    if "Value" in interfaces:
        yield str(widget.value)
    for key, value in accessible.get_attributes().items():
        yield f"{key}={value}"


class Secrets(Case):
    def setUp(self):
        super().setUp()
        self.canary = Canary()
        self.service = StandIn(self.canary.jwt)
        self.addCleanup(self.service.stop)
        self.eavesdropper = Eavesdropper()
        self.addCleanup(self.eavesdropper.stop)
        self.folders = [os.environ["HOME"], os.environ["TMPDIR"], os.environ["XDG_RUNTIME_DIR"]]

    def assert_not_in(self, text, where):
        # Not assertFalse(... in ...): a failure must not print what it found.
        if self.canary.is_in(text.encode(errors="surrogateescape")):
            self.fail(f"the canary is in {where}")

    def check_tree(self, purser):
        count = 0
        for widget in purser.application.all():
            try:
                for text in texts_of(widget):
                    count += 1
                    self.assert_not_in(text, f"the accessible {widget.role}")
            except GLib.GError:
                continue  # it went away just now
        self.assertGreater(count, 200)

    def check_clipboards(self, when):
        for selection in ("clipboard", "primary", "secondary"):
            self.assert_not_in(self.clipboard.read(selection), f"{selection} {when}")

    def check_outside(self):
        self.assertEqual(self.canary.files(*self.folders), [])
        self.assertEqual(self.canary.processes(), [])

    def try_to_copy_it_out(self, purser, field):
        field.focus()
        keys("ctrl+a", "ctrl+c", "ctrl+x", "ctrl+Insert", "shift+Delete")
        x, y, width, height = field.box
        drag(x + 4, y + height // 2, x + width - 4, y + height // 2)
        self.check_clipboards("after trying to copy it out of the field")
        self.check_tree(purser)

    def sign_in(self, purser):
        purser.find("dialog", "Sign in")
        purser.field("Account name").type(ACCOUNT)
        purser.field("Service URL").type(self.service.url)
        field = purser.find("password text", "JWT")
        field.type(self.canary.jwt)
        self.try_to_copy_it_out(purser, field)
        field.type("")
        self.clipboard.copy(self.canary.jwt + "\n")
        purser.button("Paste the JWT").click()
        wait_until(lambda: field.length == len(self.canary.jwt), what="the JWT to be pasted")
        self.clipboard.clear()
        self.try_to_copy_it_out(purser, field)
        self.clipboard.copy(self.canary.jwt)
        field.paste()
        wait_until(lambda: field.length == len(self.canary.jwt), what="the JWT to be pasted")
        self.clipboard.clear()
        purser.button("Sign in").click()
        purser.gone("dialog", "Sign in")
        purser.message("accepted the JWT")

    def change(self, purser, balance, words):
        purser.spin("Balance").type(balance)
        wait_until(lambda: purser.button("Submit").enabled, what="Submit to be enabled")
        keys("ctrl+Return")
        purser.message(words)
        self.check_tree(purser)

    def make_changes(self, purser):
        """One that goes well, and answers that throw the bearer token back."""
        echo = f"Bearer {self.canary.jwt} is what I got"
        purser.load("demo")
        self.change(purser, "13", "was changed.")
        self.service.answers = [
            [reply(401, {"detail": echo}, ["X-Request-ID: " + self.canary.jwt])],
            [reply(400, {"balance": [echo], echo: ["what?"]})],
            [reply(403, f"<html>{echo}</html>")],
            [reply(200, self.service.token | {"balance": 17, "echo": echo, "token": echo})],
            [reply(500, {"detail": echo})],
        ]
        self.change(purser, "14", "401")
        self.change(purser, "15", "400")
        self.change(purser, "16", "403")
        self.change(purser, "17", "was changed.")
        self.service.token["balance"] = 17  # which the answer said
        self.copy_raw_json(purser)
        self.change(purser, "18", "500")

    def copy_raw_json(self, purser):
        purser.find("page tab", "Raw JSON").click()
        purser.button("Copy the raw JSON").click()
        wait_until(lambda: '"demo"' in self.clipboard.read(), what="the copied reply")
        self.check_clipboards("after copying the reply")
        purser.find("page tab", "Details").click()

    def check_at_rest(self):
        settings = pathlib.Path(self.home, ".config", "purser", "purser.ini")
        self.assertEqual(stat.S_IMODE(settings.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(settings.parent.stat().st_mode), 0o700)
        self.assertIn(ACCOUNT, settings.read_text())

    def check_process(self, purser):
        limits = pathlib.Path(f"/proc/{purser.pid}/limits").read_text()
        self.assertRegex(limits, r"Max core file size +0 +0 ")
        self.assertTrue(pathlib.Path(f"/proc/{purser.pid}/environ").read_bytes())

    def entries(self):
        return keyring_entries("server", "purser")

    def test_the_jwt_is_nowhere_but_in_the_keyring(self):
        purser = self.start(environment={"QT_LOGGING_RULES": "*=true"})
        self.sign_in(purser)
        self.assertIn(self.canary.jwt, self.entries())
        self.make_changes(purser)
        self.check_process(purser)
        self.check_outside()
        self.check_at_rest()

        purser.find("menu item", "Account").click()
        purser.find("menu item", "Sign out").click()
        purser.button("Discard").click()
        purser.message("signed out")
        self.check_tree(purser)
        self.assertEqual(purser.quit(), 0)
        self.assertNotIn(ACCOUNT, self.entries())
        self.check_outside()
        self.check_at_rest()
        self.check_clipboards("after the end")
        self.check_log(purser.log())
        self.check_bus()

    def check_log(self, log):
        self.assertGreater(len(log.splitlines()), 100)
        self.assert_not_in(log.decode(errors="surrogateescape"), "the log")

    def check_bus(self):
        self.eavesdropper.stop()
        heard = self.eavesdropper.heard()
        typed = self.eavesdropper.inserted_text()
        # What may be heard was heard, so the listening works.
        self.assertIn(ACCOUNT, typed)
        self.assertIn(ACCOUNT.encode(), heard)
        reported = self.eavesdropper.reported_keys()
        self.assertIn(ACCOUNT, reported)
        self.assertFalse(self.canary.is_in(heard), "the canary is on the accessibility bus")
        self.assertFalse(self.canary.letters_are_in(typed), "an event says each letter")
        self.assertFalse(self.canary.letters_are_in(reported),
                         "the keys of the JWT are reported to the accessibility bus")


class Search(unittest.TestCase):
    """The search itself finds what is there."""

    def setUp(self):
        self.canary = Canary()
        self.file = pathlib.Path(os.environ["HOME"], "planted")
        self.addCleanup(lambda: self.file.unlink(missing_ok=True))

    def test_it_finds_each_spelling_in_a_file(self):
        jwt = self.canary.jwt
        for content in (jwt.encode(), jwt.split(".")[2].encode(), base64.b64encode(jwt.encode()),
                        base64.b64encode(f"Bearer {jwt}".encode()), jwt.encode("utf-16-le"),
                        urllib.parse.quote(jwt, safe="").encode()):
            self.file.write_bytes(b"before " + content + b" after")
            self.assertEqual(self.canary.files(os.environ["HOME"]), [str(self.file)])
        self.file.write_bytes(b"before" + jwt[:20].encode() + b" after")
        self.assertEqual(self.canary.files(os.environ["HOME"]), [])

    def test_it_finds_arguments_and_environments(self):
        for kind, arguments, environment in (("cmdline", [self.canary.jwt], {}),
                                             ("environ", [], {"PLANTED": self.canary.jwt})):
            process = subprocess.Popen(["sh", "-c", "read line", *arguments],
                                       stdin=subprocess.PIPE, env=dict(os.environ, **environment))
            self.addCleanup(process.communicate)
            wait_until(lambda: f"/proc/{process.pid}/{kind}" in self.canary.processes(),
                       what=f"the canary in {kind}")

    def test_it_finds_letters_on_their_own(self):
        self.assertTrue(self.canary.letters_are_in("abc" + self.canary.jwt))


if __name__ == "__main__":
    unittest.main()
