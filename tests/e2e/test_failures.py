# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes that go wrong: each ends in a sentence that says what became of the token, with the
edit still in the form, after exactly one PATCH."""

import json
import unittest

from case import Case
from driver import keys, sign_in_beforehand, wait_until
from services import StandIn, reply

TOKEN = "marketing-chatbot"
BODY = b'{"balance":50.5}'
NOT_CHANGED = "was not changed; your edit is kept"
# Until the first look at the token, and after it.
NOT_KNOWN = ("It is not known whether", "does not show the change yet")
HANG_SECONDS = 25  # the program's own deadline is 15


class Failing(Case):
    def edit_and_submit(self, purser, token):
        purser.load(token)
        purser.spin("Balance").type("50.5")
        purser.button("Submit").click()

    def assert_edit_kept(self, purser, changes):
        self.assertEqual(purser.spin("Balance").text, "50.5")
        self.assertEqual([request.body for request in changes], [BODY])


class SandboxFailures(Failing):
    """The failures that purser-sandbox can make."""

    def fail(self, kind, words):
        """Submits a change that fails so, and checks what it ends in."""
        purser, sandbox, recorder = self.start_signed_in("--fail", kind + ":1")
        self.edit_and_submit(purser, TOKEN)
        purser.message(words)
        wait_until(lambda: purser.field("Token name").enabled, what="the form to be usable")
        self.assertIn(TOKEN, purser.message())
        self.assertEqual([request.body for request in recorder.changes], [BODY])
        if words != "was changed.":
            self.assert_edit_kept(purser, recorder.changes)
        return purser, sandbox, recorder

    def assert_can_be_submitted_again(self, purser, recorder):
        purser.button("Submit").click()
        purser.message("was changed.")
        self.assertEqual([request.body for request in recorder.changes], [BODY, BODY])

    def assert_undecided(self, purser):
        self.assertTrue(purser.shown("push button", "Check now"))
        self.assertFalse(purser.button("Submit").enabled)
        keys("ctrl+Return")

    def check_now(self, purser, words, recorder):
        purser.button("Check now").click()
        message = purser.message(words)
        self.assertEqual([request.body for request in recorder.changes], [BODY])
        return message

    def test_401_after_signing_in_again_the_edit_can_be_submitted(self):
        purser, sandbox, recorder = self.fail("401", NOT_CHANGED)
        self.assertIn("401", purser.message())
        bar = purser.find("frame", "Message")
        [button] = [part for part in bar.all()
                    if part.role == "push button" and part.name == "Sign in…" and part.showing]
        button.click()
        purser.find("dialog", "Sign in")
        self.assertEqual(purser.field("Account name").text, "Test")
        self.assertEqual(purser.field("Service URL").text, recorder.url)
        self.clipboard.copy(sandbox.jwt)
        purser.button("Paste the JWT").click()
        self.clipboard.clear()
        purser.button("Sign in").click()
        purser.gone("dialog", "Sign in")
        purser.message("accepted the JWT")
        self.assert_edit_kept(purser, recorder.changes)
        wait_until(lambda: purser.button("Submit").enabled, what="Submit to be enabled")
        self.assert_can_be_submitted_again(purser, recorder)

    def test_403(self):
        purser, _, _ = self.fail("403", NOT_CHANGED)
        self.assertIn("403", purser.message())

    def test_429(self):
        purser, _, recorder = self.fail("429", NOT_CHANGED)
        self.assertIn("429", purser.message())
        self.assert_can_be_submitted_again(purser, recorder)

    def test_500_is_not_taken_for_a_no(self):
        purser, sandbox, recorder = self.fail("500", NOT_KNOWN)
        self.assertIn("500", purser.message())
        self.assert_undecided(purser)
        # It looks by itself; the old value so soon after sending decides nothing: the service may
        # still write it.
        purser.message("does not show the change yet")
        self.check_now(purser, "does not show the change yet", recorder)
        self.assert_edit_kept(purser, recorder.changes)
        self.assert_undecided(purser)
        self.assertEqual(sandbox.get(TOKEN)["balance"], "87.450000000")

    def test_500_after_the_change_was_written(self):
        purser, sandbox, recorder = self.fail("500-after", "was changed.")
        self.assertEqual(purser.shown_text("Returned balance"), "50.50")
        self.assertEqual(sandbox.get(TOKEN)["balance"], "50.500000000")

    def test_a_connection_cut_before_the_change_was_written(self):
        purser, _, recorder = self.fail("close-before", "does not show the change yet")
        self.assert_undecided(purser)
        self.check_now(purser, "does not show the change yet", recorder)

    def test_a_connection_cut_after_the_change_was_written(self):
        purser, _, recorder = self.fail("close-after", "was changed.")
        self.assertEqual(purser.shown_text("Current balance"), "50.50")

    def test_half_of_a_reply(self):
        purser, _, _ = self.fail("half", "was changed.")
        self.assertEqual(purser.shown_text("Current balance"), "50.50")

    def test_a_service_that_holds_something_else(self):
        purser, _, _ = self.fail("lie", "holds something else")
        self.assertIn("asked 50.50", purser.message())
        self.assertNotIn("was changed.", purser.message())
        self.assertNotEqual(purser.shown_text("Returned balance"), "50.50")

    def test_a_service_that_never_answers(self):
        purser, _, recorder = self.start_signed_in("--fail", "hang:1")
        self.edit_and_submit(purser, TOKEN)
        wait_until(lambda: purser.button("Cancel").enabled, what="Cancel to be enabled")
        self.assertFalse(purser.button("Submit").enabled)
        wait_until(lambda: purser.shown("frame", "Message"), HANG_SECONDS, "the deadline")
        purser.message("did not answer")
        purser.message(NOT_KNOWN)
        self.assert_edit_kept(purser, recorder.changes)
        self.assert_undecided(purser)

    def test_cancelling_a_change_under_way_does_not_pretend_that_it_was_not_sent(self):
        purser, _, recorder = self.start_signed_in("--fail", "hang:1")
        self.edit_and_submit(purser, TOKEN)
        wait_until(lambda: recorder.changes, what="the change to arrive")
        purser.button("Cancel").click()
        purser.message(NOT_KNOWN)
        self.assert_edit_kept(purser, recorder.changes)
        self.assert_undecided(purser)

    def test_a_service_that_is_gone(self):
        sandbox = self.start_sandbox()
        sign_in_beforehand(self.home, sandbox.url, sandbox.jwt)
        purser = self.start()
        purser.load(TOKEN)
        purser.spin("Balance").type("50.5")
        sandbox.stop()
        purser.button("Submit").click()
        message = purser.message("edit is kept")  # once the retries of the read are over
        self.assertIn(TOKEN, message)
        self.assertIn("connection", message)
        self.assertEqual(purser.spin("Balance").text, "50.5")


def moved(status):
    return [reply(status, "<h1>Moved</h1>", ["Location: https://example.invalid/elsewhere/"])]


def endless(size=300 * 1024 * 1024, piece=1024 * 1024):
    """A reply of 300 MB, of which the program should take but a little."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {size}\r\n\r\n"
    yield head.encode()
    for _ in range(size // piece):
        yield b" " * piece


ANSWERS = [
    # what, the answer, what the message says
    ("301", moved(301), [NOT_CHANGED, "redirection (status 301)"]),
    ("302", moved(302), [NOT_KNOWN, "302"]),
    ("308", moved(308), [NOT_CHANGED, "308"]),
    ("400 with words", [reply(400, {"balance": ["Ensure this value is less than 5."]})],
     [NOT_CHANGED, "400", "Ensure this value is less than 5."]),
    ("404 in HTML", [reply(404, "<html><h1>Not <b>Found</b></h1></html>")],
     [NOT_CHANGED, "404"]),
    ("500 in HTML", [reply(500, "<html><img src='http://127.0.0.1:1/x.png'></html>")],
     [NOT_KNOWN, "500"]),
    ("201", [reply(201, StandIn.TOKEN | {"balance": 50.5})], [NOT_KNOWN, "201"]),
    ("no JSON", [reply(200, "<html>Welcome to the hotel's network</html>")], [NOT_KNOWN]),
    ("another token", [reply(200, StandIn.TOKEN | {"name": "other", "balance": 50.5})],
     [NOT_KNOWN]),
    ("nothing", [], [NOT_KNOWN, "connection"]),
    ("no HTTP", [b"220 mail.example.org ESMTP\r\n"], [NOT_KNOWN]),
    ("300 MB", endless(), [NOT_KNOWN, "too large"]),
]


class OtherAnswers(Failing):
    """Answers that the sandbox can't give."""

    def test_each_answer_ends_in_a_sentence_with_the_edit_kept(self):
        for what, answer, words in ANSWERS:
            with self.subTest(answer=what):
                self.check_answer(answer, words)

    def check_answer(self, answer, words):
        service = StandIn("sk-made.up.for-this-test")
        self.addCleanup(service.stop)
        service.answers = [answer]
        sign_in_beforehand(self.home, service.url, service.jwt, account=f"on {service.port}")
        purser = self.start()
        self.edit_and_submit(purser, "demo")
        text = purser.message("demo")
        for word in words:
            purser.message(word)
        self.assertNotIn("<", text)
        self.assert_edit_kept(purser, service.changes)
        purser.stop()

    def test_a_name_in_the_form_of_markup_is_shown_as_it_is(self):
        name = "<img src=x> <b>bold & &amp;"
        service = StandIn("sk-made.up.for-this-test")
        self.addCleanup(service.stop)
        service.token = StandIn.TOKEN | {"name": name}
        sign_in_beforehand(self.home, service.url, service.jwt)
        purser = self.start()
        self.clipboard.copy(name)
        purser.field("Token name").paste()
        keys("Return")
        purser.wait_loaded(name)
        self.assertEqual(purser.shown_text("Returned name"), name)
        self.assertEqual(json.dumps(service.token), json.dumps(StandIn.TOKEN | {"name": name}))


if __name__ == "__main__":
    unittest.main()
