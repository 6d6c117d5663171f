# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes in is what was meant: expiries, signs and the wheel."""

import unittest

from case import Case
from driver import keys, turn_wheel_at, wait_until

TOKEN = "marketing-chatbot"
UNREADABLE = ["2027-02-30", "31/12/27", "soon", "2027-12-31 24:00", "20271231", ""]


class Entry(Case):
    def setUp(self):
        super().setUp()
        self.purser, self.sandbox, self.recorder = self.start_signed_in()

    def test_an_expiry_that_is_typed_is_read_as_a_whole(self):
        self.purser.load(TOKEN)
        expires = self.purser.field("Expires")
        for typed, instant in (("2027-12-31", "2027-12-31 23:59:59 UTC"),
                               ("2034-03-15 16:17", "2034-03-15 16:17:00 UTC"),
                               ("2034-04-15T16:17:18+02:00", "2034-04-15 14:17:18 UTC")):
            with self.subTest(typed=typed):
                expires.type(typed)
                self.assertIn(instant, self.purser.shown_text("Expiry in UTC"))
        keys("Tab")
        wait_until(lambda: expires.text == "2034-04-15 14:17:18", what=lambda: expires.text)
        self.purser.button("Submit").click()
        self.purser.message("was changed")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"expire_time":"2034-04-15T14:17:18Z"}'])

    def test_an_expiry_that_cannot_be_read_stays_as_typed_and_is_not_sent(self):
        self.purser.load(TOKEN)
        expires = self.purser.field("Expires")
        for text in UNREADABLE:
            for way in (expires.type, expires.set_text):
                with self.subTest(text=text, way=way.__name__):
                    way(text)
                    wait_until(lambda text=text: expires.text == text, what=lambda: expires.text)
                    wait_until(lambda: self.purser.shown("label", "Current expiry: problem"),
                               what="an explanation")
                    self.assert_nothing_goes_out(self.purser, self.recorder)
                    self.assertEqual(expires.text, text)

    def test_an_expiry_set_by_assistive_technology_is_taken_whole(self):
        self.purser.load(TOKEN)
        self.purser.field("Expires").set_text("2027-12-31T10:00:00Z")
        keys("ctrl+Return")
        self.purser.message("was changed")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"expire_time":"2027-12-31T10:00:00Z"}'])

    def test_the_calendar_picks_a_day(self):
        self.purser.load(TOKEN)
        expires = self.purser.field("Expires")
        expires.type("2027-12-30 18:00")
        keys("alt+Down", "Right", "Return")
        wait_until(lambda: expires.text == "2027-12-31 18:00:00", what=lambda: expires.text)
        keys("ctrl+Return")
        self.purser.message("was changed")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"expire_time":"2027-12-31T18:00:00Z"}'])

    def test_a_sign_adds_and_is_asked_about(self):
        self.purser.load(TOKEN)
        self.purser.spin("Balance").type("+20")
        self.assertEqual(self.purser.find("combo box", "Balance mode").description, "Add")
        keys("ctrl+Return")
        self.purser.message("was changed")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"balance":107.45}'])
        self.recorder.forget()
        self.purser.spin("Balance").type("-20")
        self.purser.button("Set to −20.00")
        self.assert_nothing_goes_out(self.purser, self.recorder)
        self.purser.button("Deduct 20.00").click()
        keys("ctrl+Return")
        self.purser.message("was changed")
        self.assertEqual([request.body for request in self.recorder.changes],
                         [b'{"balance":87.45}'])

    def test_the_wheel_changes_nothing_that_has_no_focus(self):
        self.purser.load(TOKEN)
        self.purser.field("Reason").focus()
        shown = {}
        for role, name in (("combo box", "Balance mode"), ("combo box", "Account"),
                           ("spin button", "Balance"), ("text", "Expires")):
            widget = self.purser.find(role, name)
            shown[name] = (widget, widget.description if role == "combo box" else widget.text)
            x, y, width, height = widget.box
            turn_wheel_at(x + width // 2, y + height // 2)
        self.assertEqual(self.purser.focused(), "Reason")
        for name, (widget, before) in shown.items():
            after = widget.description if widget.role == "combo box" else widget.text
            self.assertEqual(after, before, name)
        self.assertFalse(self.purser.button("Submit").enabled)


if __name__ == "__main__":
    unittest.main()
