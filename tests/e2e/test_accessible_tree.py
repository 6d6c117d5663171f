# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control is where other programs look for it: under its fixed role and accessible name,
with what it shows as description."""

import unittest

from case import Case
from driver import Atspi, wait_until

TOKEN = "marketing-chatbot"

CONTROLS = [
    ("text", "Token name"),
    ("push button", "Load"),
    ("spin button", "Balance"),
    ("check box", "Never expires"),
    ("text", "Expires"),
    ("check box", "Active balance"),
    ("push button", "Submit"),
    ("push button", "Revert"),
    ("push button", "Cancel"),
    ("combo box", "Account"),
    ("frame", "Message"),
]

SHOWN = {
    "Current balance": "50.00",
    "Current expiry": "2035-06-30 21:59:59 (UTC)",
    "Current active balance": "On: the balance is enforced",
    "Returned name": TOKEN,
    "Returned type": "Production",
    "Returned balance": "50.00",
    "Returned expiry": "2035-06-30 21:59:59 (UTC)",
    "Returned active balance": "On: the balance is enforced",
}

SIGN_IN = [
    ("text", "Account name"),
    ("text", "Service URL"),
    ("password text", "JWT"),
    ("push button", "Paste the JWT"),
    ("push button", "Sign in"),
]

FOCUSABLE = ("text", "password text", "spin button", "check box", "push button", "combo box")


class AccessibleTree(Case):
    def test_the_form_and_the_details_have_their_names(self):
        purser, _, _ = self.start_signed_in()
        purser.load(TOKEN)
        purser.spin("Balance").type("50")
        purser.button("Submit").click()
        purser.message("was changed.")
        for role, name in CONTROLS:
            with self.subTest(control=name):
                self.assertEqual(purser.find(role, name, 2).name, name)
        for name, text in SHOWN.items():
            with self.subTest(label=name):
                self.assertEqual(purser.shown_text(name), text)
        self.assertEqual(purser.find("combo box", "Account", 2).description, "Test")

    def test_check_now_has_its_name(self):
        purser, _, _ = self.start_signed_in("--fail", "500")
        purser.load(TOKEN)
        purser.spin("Balance").type("50")
        purser.button("Submit").click()
        self.assertTrue(purser.button("Check now").enabled)

    def test_the_sign_in_dialog_has_its_names(self):
        purser = self.start()
        dialog = purser.find("dialog", "Sign in")
        shown = [(widget.role, widget.name) for widget in dialog.all() if widget.showing]
        for control in SIGN_IN:
            with self.subTest(control=control[1]):
                self.assertEqual(shown.count(control), 1)

    def test_nothing_that_takes_the_keyboard_is_without_a_name(self):
        purser, _, _ = self.start_signed_in()
        purser.load(TOKEN)
        nameless = [f"{widget.role} at {widget.box}" for widget in purser.application.all()
                    if widget.showing and widget.role in FOCUSABLE and not widget.name]
        self.assertEqual(nameless, [])

    def test_a_label_names_its_field(self):
        purser, _, _ = self.start_signed_in()
        purser.load(TOKEN)
        for role, name, words in (("text", "Token name", "Token name"),
                                  ("spin button", "Balance", "Balance"),
                                  ("check box", "Active balance", "Active balance")):
            with self.subTest(field=name):
                relations = purser.find(role, name).accessible.get_relation_set()
                labels = [relation.get_target(0).get_name() for relation in relations
                          if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
                self.assertEqual(labels, [words])

    def test_a_field_that_is_not_known_is_neither_on_nor_off(self):
        purser, _, _ = self.start_signed_in()
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in")
        for name in ("Active balance", "Never expires"):
            self.assertTrue(purser.check(name).half_checked, name)
            self.assertFalse(purser.check(name).enabled, name)
        self.assertFalse(purser.spin("Balance").enabled)

    def test_signing_in_and_out_can_be_reached_from_the_menu(self):
        purser, _, _ = self.start_signed_in()
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in")
        item = purser.menu_item("Account", "Sign out")
        self.assertTrue(item.enabled)
        purser.find("menu item", "Sign in…").click()
        purser.find("dialog", "Sign in")


if __name__ == "__main__":
    unittest.main()
