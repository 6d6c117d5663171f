# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, from a first start to a safe sign-out."""

import unittest

from case import Case
from driver import keyring_entries, wait_until

TOKEN = "marketing-chatbot"
# How the keychain entries of this program are found, whatever the account.
OURS = ("server", "purser")


class MainJob(Case):
    def sign_in(self, purser, sandbox):
        purser.find("dialog", "Sign in")
        purser.field("Account name").type("Acme")
        purser.field("Service URL").type(sandbox.url)
        self.clipboard.copy(f"  {sandbox.jwt}\n")
        purser.button("Paste the JWT").click()
        jwt_field = purser.find("password text", "JWT")
        wait_until(lambda: jwt_field.length == len(sandbox.jwt), what="the JWT to be pasted")
        self.clipboard.clear()
        purser.button("Sign in").click()
        purser.gone("dialog", "Sign in")
        purser.message("accepted the JWT")

    def edit_all_three(self, purser):
        purser.spin("Balance").type("99999.999999999")
        self.clipboard.copy("2031-02-14T15:09:26Z")
        purser.field("Expires").paste()
        self.clipboard.clear()
        purser.check("Active balance").click()

    def check_details(self, purser):
        self.assertEqual(purser.shown_text("Returned name"), TOKEN)
        self.assertEqual(purser.shown_text("Returned type"), "Production")
        self.assertEqual(purser.shown_text("Returned balance"), "99999.999999999")
        self.assertEqual(purser.shown_text("Returned expiry"), "2031-02-14 15:09:26 (UTC)")
        self.assertIn("Off", purser.shown_text("Returned active balance"))
        self.assertEqual(purser.shown_text("Returned status"), "200")
        changes = purser.shown_text("Before and after")
        self.assertIn("87.45 → 99999.999999999", changes)
        self.assertIn("2035-06-30 21:59:59 (UTC) → 2031-02-14 15:09:26 (UTC)", changes)

    def test_from_the_first_start_to_a_safe_sign_out(self):
        sandbox = self.start_sandbox()
        purser = self.start()
        self.sign_in(purser, sandbox)
        self.assertIn("127.0.0.1", purser.shown_text("Account in use"))
        self.assertIn(str(sandbox.port), keyring_entries(*OURS))

        purser.load(TOKEN)
        self.assertEqual(purser.shown_text("Current balance"), "87.45")
        self.edit_all_three(purser)
        purser.button("Submit").click()
        purser.button("Send").click()  # no balance is enforced then: a danger
        purser.message("was changed.")
        self.check_details(purser)
        held = sandbox.get(TOKEN)
        self.assertEqual(held["balance"], "99999.999999999")
        self.assertEqual(held["expire_time"], "2031-02-14T15:09:26Z")
        self.assertIs(held["active_balance"], False)
        self.assertFalse(purser.button("Submit").enabled)
        self.assertEqual(purser.quit(), 0)

        self.check_restarted(sandbox)

    def check_restarted(self, sandbox):
        purser = self.start()
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in again")
        self.assertFalse(purser.shown("dialog", "Sign in"))
        purser.load(TOKEN)
        self.assertEqual(purser.shown_text("Current balance"), "99999.999999999")
        self.assertEqual(purser.spin("Balance").text, "99999.999999999")

        purser.menu_item("Account", "Sign out").click()
        purser.message("signed out")
        self.assertNotIn(str(sandbox.port), keyring_entries(*OURS))
        self.assertEqual(purser.quit(), 0)

        purser = self.start()
        purser.message("signed out")
        self.assertFalse(purser.shown("dialog", "Sign in"))
        self.assertFalse(purser.field("Token name").enabled)
        self.assertNotIn(str(sandbox.port), keyring_entries(*OURS))


if __name__ == "__main__":
    unittest.main()
