# SPDX-License-Identifier: GPL-3.0-or-later
"""The form's fields: what is typed, pasted or set by assistive technology, and what of it may
go out."""

import unittest

from case import Case
from driver import Atspi, keys, type_keys, wait_until

TOKEN = "marketing-chatbot"
ODD_NAME = "équipe données % ?#&+"
ODD_PATH = "/v2/user/custom_token/%C3%A9quipe%20donn%C3%A9es%20%25%20%3F%23%26%2B/"
OUTSIDE = ["100000", "250000", "1e5", "-100000", "99999.9999999999"]


class Fields(Case):
    def setUp(self):
        super().setUp()
        self.purser, self.sandbox, self.recorder = self.start_signed_in()

    def load_for_refusals(self):
        self.purser.load(TOKEN)
        self.usual_words = self.purser.spin("Balance").description

    def assert_refused(self, text):
        """The balance field shows the text, says why it can't be sent, and nothing is sent."""
        balance = self.purser.spin("Balance")

        def as_set():
            return balance.text.replace(",", "") == text
        wait_until(as_set, what=lambda: f"{text}, not {balance.text}")
        wait_until(lambda: balance.description != self.usual_words, what="an explanation")
        self.assertRegex(balance.description,
                         "less than 100000|more than -100000|at most 9 decimals|not a number")
        self.assert_nothing_goes_out(self.purser, self.recorder)
        self.assertTrue(as_set(), balance.text)

    def test_a_balance_outside_stays_as_typed_and_is_not_sent(self):
        self.load_for_refusals()
        for text in OUTSIDE:
            with self.subTest(typed=text):
                self.purser.spin("Balance").type(text)
                self.assert_refused(text)
                keys("Tab")
                self.assert_refused(text)

    def test_a_balance_outside_set_by_assistive_technology_is_neither_clamped_nor_sent(self):
        self.load_for_refusals()
        accessible = self.purser.spin("Balance").accessible
        for text in OUTSIDE:
            with self.subTest(text=text):
                Atspi.EditableText.set_text_contents(accessible, text)
                self.assert_refused(text)
        for value, text in ((100000.0, "100000"), (250000.0, "250000"), (-1e6, "-1000000")):
            with self.subTest(value=value):
                Atspi.Value.set_current_value(accessible, value)
                self.assert_refused(text)

    def test_the_largest_balance_set_by_assistive_technology_is_sent_exactly(self):
        self.purser.load(TOKEN)
        balance = self.purser.spin("Balance")
        Atspi.Value.set_current_value(balance.accessible, 99999.999999999)
        wait_until(lambda: balance.text == "99999.999999999", what=lambda: balance.text)
        self.purser.button("Submit").click()
        self.purser.message("was changed")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"balance":99999.999999999}'])

    def test_an_edited_name_disables_submit_until_it_is_the_loaded_one_again(self):
        self.purser.load(TOKEN)
        self.purser.spin("Balance").type("50")
        self.assertTrue(self.purser.button("Submit").enabled)
        name = self.purser.field("Token name")
        name.type("demo-sandbox")
        keys("Escape")  # the list of names
        self.assert_nothing_goes_out(self.purser, self.recorder)
        self.assertFalse(self.purser.shown("alert", "Discard changes?"))
        self.assertIn("another one", self.purser.shown_text("About the form"))
        name.type(TOKEN)
        keys("Escape")
        wait_until(lambda: self.purser.button("Submit").enabled, what="Submit to be enabled")
        keys("ctrl+Return")
        self.purser.message("was changed")
        self.assertEqual([(request.target, request.body) for request in self.recorder.changes],
                         [(f"/v2/user/custom_token/{TOKEN}/", b'{"balance":50}')])

    def test_clearing_the_expiry_sends_null_and_nothing_else(self):
        self.purser.load(TOKEN)
        self.purser.check("Never expires").click()
        self.assertFalse(self.purser.field("Expires").enabled)
        self.purser.button("Submit").click()
        self.purser.message("was changed")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"expire_time":null}'])
        self.assertEqual(self.purser.shown_text("Returned expiry"), "Never")
        self.assertIsNone(self.sandbox.get(TOKEN)["expire_time"])

    def test_an_odd_name_reaches_the_service_intact(self):
        self.clipboard.copy(ODD_NAME)
        self.purser.field("Token name").paste()
        keys("Return")
        self.purser.wait_loaded(ODD_NAME)
        self.purser.spin("Balance").type("13")
        keys("ctrl+Return")
        self.purser.message("was changed")
        self.assertEqual([request.target for request in self.recorder.changes], [ODD_PATH])
        self.assertEqual(self.sandbox.get(ODD_NAME)["balance"], "13")

    def test_a_name_that_cannot_be_addressed_is_explained_and_never_sent(self):
        self.purser.load(TOKEN)
        self.recorder.forget()
        for name in ("..", ".", "a/b", "../other", ""):
            with self.subTest(name=name):
                self.purser.field("Token name").type(name)
                keys("Escape", "Return")
                self.assertTrue(self.purser.shown_text("Token name problem"))
        self.purser.load("demo-sandbox")
        self.assertEqual([request.target for request in self.recorder.requests
                          if not request.target.endswith("/custom_token/")],
                         ["/v2/user/custom_token/demo-sandbox/"])


class Keyboard(Case):
    """Everything without a mouse."""

    def setUp(self):
        super().setUp()
        self.purser, self.sandbox, self.recorder = self.start_signed_in()
        wait_until(lambda: self.purser.focused() == "Token name", what="the focus at the start")

    def wait_focus(self, name):
        wait_until(lambda: self.purser.focused() == name,
                   what=lambda: f"the focus at {name}; it is at {self.purser.focused()}")

    def tab_to(self, name, key="Tab"):
        keys(key)
        self.wait_focus(name)

    def test_a_change_from_start_to_end(self):
        type_keys(TOKEN)
        keys("Return")
        self.purser.wait_loaded(TOKEN)
        self.wait_focus("Balance")
        type_keys("42.5")
        self.tab_to("Balance: put back to its current value")
        self.tab_to("Expires")
        self.tab_to("Never expires")
        keys("space")
        self.tab_to("Expiry presets")
        self.tab_to("Expiry: put back to its current value")
        self.tab_to("Active balance")
        keys("space", "ctrl+Return")
        self.purser.button("Don't send")  # the default
        keys("Tab", "space")
        self.purser.message("was changed.")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"active_balance":false,"balance":42.5,"expire_time":null}'])

    def test_tab_follows_the_eye(self):
        type_keys(TOKEN)
        keys("Return")
        self.purser.wait_loaded(TOKEN)
        self.wait_focus("Balance")
        type_keys("42.5")
        there = ["Balance: put back to its current value", "Expires", "Never expires", "Expiry presets",
                 "Active balance", "Reason", "Show the request", "Copy as curl",
                 "Copy for PowerShell", "Revert", "Submit"]
        for name in there:
            self.tab_to(name)
        for name in [*reversed(there[:-1]), "Balance", "Balance mode", "Load", "Token name"]:
            self.tab_to(name, "shift+Tab")

    def test_a_token_is_found_and_edited_by_keys_alone(self):
        keys("ctrl+f")
        self.wait_focus("Filter tokens")
        type_keys("marketing-chatb")
        keys("Return")
        type_keys("ot")
        self.purser.wait_loaded(TOKEN)
        self.wait_focus("Filter tokens")
        self.assertEqual(self.purser.spin("Balance").text, "87.45")
        keys("Down", "Return")
        type_keys(" 50")  # the space is nothing, the digits look for a name
        self.purser.wait_loaded(TOKEN)
        self.assertEqual(self.purser.field("Filter tokens").text, "50")
        self.assertEqual(self.purser.spin("Balance").text, "87.45")
        keys("Escape", "Down", "Tab")
        self.wait_focus("Balance")
        type_keys("42.5")
        keys("ctrl+Return")
        self.purser.message("was changed.")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"balance":42.5}'])

    def test_f5_reads_again(self):
        type_keys(TOKEN)
        keys("Return")
        self.purser.wait_loaded(TOKEN)
        self.recorder.forget()
        keys("F5")
        wait_until(lambda: self.recorder.count("GET") == 1, what="a second read")
        self.purser.wait_loaded(TOKEN)
        self.assertEqual(len(self.recorder.requests), 1)

    def test_labels_lead_to_their_fields(self):
        type_keys(TOKEN)
        keys("Return")
        self.purser.wait_loaded(TOKEN)
        for key, name in (("alt+m", "Token name"), ("alt+b", "Balance"), ("alt+x", "Expires"),
                          ("alt+a", "Active balance")):
            keys(key)
            self.wait_focus(name)

    def test_an_edit_is_not_lost_without_a_question(self):
        self.purser.load(TOKEN)
        self.purser.spin("Balance").type("42.5")
        keys("F5")
        self.purser.button("Keep editing")
        keys("Return")  # the safe answer is the default
        self.purser.gone("push button", "Keep editing")
        self.assertEqual(self.purser.spin("Balance").text, "42.5")
        keys("F5")
        self.purser.button("Discard").click()
        wait_until(lambda: self.purser.spin("Balance").text == "87.45", what="the current value")
        self.assertEqual(self.recorder.changes, [])


if __name__ == "__main__":
    unittest.main()
