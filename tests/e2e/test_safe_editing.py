# SPDX-License-Identifier: GPL-3.0-or-later
"""Safe editing from outside: what is shown before, asked about, sent once, written down, found
out about and taken back, read from the accessibility bus, the wire and the journal."""

import os
import sqlite3
import unittest

from case import Case
from driver import Purser, keys, sign_in_beforehand, type_keys, wait_until
from services import StandIn, reply

TOKEN = "marketing-chatbot"


class SafeEditing(Case):
    def rows(self, what="outcome"):
        """A column of the journal, oldest first, as another program reads it."""
        path = os.path.join(self.home, ".local", "share", "purser", "journal.sqlite")
        if not os.path.exists(path):
            return []
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as journal:
            return [row[0] for row in journal.execute(f"SELECT {what} FROM changes ORDER BY id")]

    def choose(self, purser, combo, item):
        purser.find("combo box", combo).click()  # opens its list
        type_keys(item[0].lower())
        keys("Return")
        wait_until(lambda: purser.find("combo box", combo).description == item,
                   what=f"{item} in {combo}")

    def submit(self, purser, balance):
        purser.spin("Balance").type(balance)
        purser.button("Submit").click()


class Seeing(SafeEditing):
    def test_a_token_is_chosen_from_the_list_and_its_values_stand_beside_the_fields(self):
        purser, _, recorder = self.start_signed_in("--tokens", "300")
        purser.field("Filter tokens").type("chatbot")
        wait_until(lambda: "1 of 300" in purser.shown_text("About the tokens"),
                   what=lambda: purser.outline())
        purser.find("table cell", TOKEN).click()
        purser.wait_loaded(TOKEN)
        self.assertEqual(purser.shown_text("Current balance"), "87.45")
        purser.spin("Balance").type("90")
        purser.find("table cell", TOKEN).click()
        purser.button("Keep editing").click()
        self.assertEqual(purser.spin("Balance").text, "90")
        self.assertEqual(recorder.changes, [])

    def test_tokens_that_need_a_look_say_so(self):
        purser, _, _ = self.start_signed_in()
        def marks():
            return [cell.description for cell in purser.application.all(cells=True)
                    if cell.role == "table cell" and cell.description]
        wait_until(lambda: any("Used up" in mark for mark in marks()), what="a used-up token")
        self.assertTrue(any("Expired" in mark for mark in marks()))

    def test_a_reset_is_edited_where_the_service_states_it(self):
        purser, sandbox, recorder = self.start_signed_in()
        purser.load(TOKEN)
        self.assertFalse(purser.shown("combo box", "Reset period"))
        purser.load("newsletter-monthly")
        self.choose(purser, "Reset period", "Daily")
        purser.spin("Reset amount").type("12.5")
        purser.button("Submit").click()
        purser.message("was changed.")
        self.assertEqual([request.body for request in recorder.changes],
                         [b'{"balance_reset_amount":12.5,"balance_reset_period":"daily"}'])
        self.assertEqual(sandbox.get("newsletter-monthly")["balance_reset_period"], "daily")


class Editing(SafeEditing):
    def test_an_amount_is_added_to_the_balance_read_just_before(self):
        purser, sandbox, recorder = self.start_signed_in("--spend", "0.01")
        purser.load(TOKEN)
        self.choose(purser, "Balance mode", "Add")
        purser.spin("Balance").type("0.1")
        self.assertEqual(purser.shown_text("New balance"),
                         f"{purser.shown_text('Current balance')} + 0.10 = "
                         + purser.shown_text("New balance").split(" = ")[1])
        keys("ctrl+Return")
        purser.message("was changed.")
        before, after = self.rows("json_extract(before, '$.balance')"), \
            self.rows("json_extract(patch, '$.balance')")
        self.assertAlmostEqual(after[0] - before[0], 0.1, places=9)
        self.assertEqual(len(recorder.changes), 1)
        self.assertTrue(sandbox.get(TOKEN)["balance"].startswith(str(after[0])[:5]))

    def test_a_danger_is_asked_about_by_name_and_not_sent_by_default(self):
        purser, _, recorder = self.start_signed_in()
        purser.load(TOKEN)
        purser.spin("Balance").type("-1")
        purser.button("Set to −1.00").click()
        self.assertIn("Danger", purser.shown_text("Consequences"))
        keys("ctrl+Return")
        purser.button("Don't send")
        question = purser.find("label", f"Change the token “{TOKEN}” of the account “Test”?")
        self.assertTrue(question.showing)
        keys("Return")
        purser.gone("push button", "Don't send")
        self.assertEqual((recorder.changes, self.rows()), ([], []))
        self.assertEqual(purser.spin("Balance").text, "-1")
        keys("ctrl+Return")
        purser.button("Send").click()
        purser.message("was changed.")
        self.assertEqual(self.rows(), ["applied"])

    def test_the_request_is_copied_without_the_jwt(self):
        purser, sandbox, _ = self.start_signed_in()
        purser.load(TOKEN)
        purser.spin("Balance").type("90")
        purser.button("Copy as curl").click()
        wait_until(lambda: "curl" in self.clipboard.read(), what="the command")
        copied = self.clipboard.read()
        self.assertIn('"$PURSER_JWT"', copied)
        self.assertNotIn(sandbox.jwt, copied)


class Sending(SafeEditing):
    def test_a_busy_token_stops_set_to_once_and_is_then_tolerated(self):
        purser, _, recorder = self.start_signed_in("--spend", "0.5")
        purser.load(TOKEN)
        self.submit(purser, "90")
        purser.message("has moved since it was shown")
        self.assertEqual((recorder.changes, self.rows()), ([], []))
        self.assertEqual(purser.spin("Balance").text, "90")
        wait_until(lambda: purser.button("Submit").enabled, what="Submit")
        purser.button("Submit").click()
        purser.message("was changed.")
        self.assertEqual(len(recorder.changes), 1)

    def test_what_the_service_holds_instead_is_no_success(self):
        purser, _, _ = self.start_signed_in("--fail", "lie:1")
        purser.load(TOKEN)
        self.submit(purser, "90")
        purser.message("holds something else")
        self.assertEqual(self.rows(), ["applied_differently"])

    def test_a_lost_answer_settles_itself(self):
        for fault, outcome in (("500-after", "applied"), ("close-after", "applied")):
            with self.subTest(fault=fault):
                purser, _, recorder = self.start_signed_in("--fail", fault + ":1")
                purser.load(TOKEN)
                self.submit(purser, "90")
                purser.message("was changed.")
                self.assertEqual(self.rows()[-1:], [outcome])
                self.assertEqual(len(recorder.changes), 1)
                purser.stop()

    def test_a_change_that_was_not_applied_is_told_after_half_a_minute(self):
        purser, _, recorder = self.start_signed_in("--fail", "close-before:1")
        purser.load(TOKEN)
        self.submit(purser, "90")
        purser.message("does not show the change yet")
        self.assertFalse(purser.button("Submit").enabled)
        self.assertEqual(self.rows(), ["unknown"])
        wait_until(lambda: self.rows() == ["not_applied"], 45, "the journal to say not_applied")
        purser.message("was not applied")
        self.assertEqual(purser.spin("Balance").text, "90")
        self.assertEqual(len(recorder.changes), 1)

    def test_a_spent_balance_between_the_old_and_the_asked_one_decides(self):
        service = StandIn("sk-made.up.for-this-test")
        self.addCleanup(service.stop)
        service.token["balance"] = 50
        service.answers = [[]]  # cut
        sign_in_beforehand(self.home, service.url, service.jwt)
        purser = self.start()
        purser.load("demo")
        self.submit(purser, "100")
        purser.message(("not known", "does not show"))
        service.token["balance"] = 99.7
        purser.message("was changed.")
        self.assertEqual(self.rows(), ["applied"])

    def test_a_change_can_be_abandoned(self):
        purser, _, _ = self.start_signed_in("--fail", "500:1")
        purser.load(TOKEN)
        self.submit(purser, "90")
        purser.message("does not show the change yet")
        purser.button("Abandon").click()
        wait_until(lambda: len(purser.widgets("push button", "Abandon")) > 1, what="the question")
        purser.widgets("push button", "Abandon")[-1].click()
        wait_until(lambda: self.rows() == ["abandoned"], what=lambda: f"abandoned: {self.rows()}")
        wait_until(lambda: purser.button("Submit").enabled, what="Submit")


class Remembering(SafeEditing):
    def test_undo_takes_back_the_difference_and_keeps_what_was_spent(self):
        purser, sandbox, recorder = self.start_signed_in("--spend", "0.25")
        purser.load("support-copilot")
        self.choose(purser, "Balance mode", "Add")
        purser.spin("Balance").type("10")
        purser.button("Submit").click()
        purser.message("was changed.")
        purser.menu_item("Changes", "Undo last change").click()
        purser.message("the inverse of change 1")
        self.assertEqual(purser.spin("Balance").text, "10.00")
        purser.button("Submit").click()
        purser.message("was changed.")
        self.assertEqual(self.rows("undoes"), [None, 1])
        self.assertEqual(len(recorder.changes), 2)
        self.assertLess(float(sandbox.get("support-copilot")["balance"]), 33.4)

    def test_history_shows_and_undoes(self):
        purser, _, recorder = self.start_signed_in()
        purser.load(TOKEN)
        purser.field("Reason").type("top up")
        self.submit(purser, "90")
        purser.message("was changed.")
        purser.menu_item("Changes", "History").click()
        cell = purser.find("table cell", "Applied")
        cell.click()
        purser.button("Undo this").click()
        purser.message("the inverse of change 1")
        self.assertEqual(self.rows("reason"), ["top up"])
        self.assertEqual(len(recorder.changes), 1)

    def test_a_killed_edit_is_restored_and_checked(self):
        purser, _, recorder = self.start_signed_in()
        purser.load(TOKEN)
        purser.spin("Balance").type("123.4")
        drafts = os.path.join(self.home, ".local", "share", "purser", "drafts")
        wait_until(lambda: os.path.isdir(drafts) and os.listdir(drafts), what="the draft")
        purser.process.kill()
        purser.process.wait()
        again = self.start()
        again.message("Restored")
        self.assertEqual(again.spin("Balance").text, "123.4")
        self.assertIn("Restored", again.shown_text("About the form"))
        self.assertEqual(recorder.changes, [])

    def test_a_second_window_leaves_a_living_ones_change_alone(self):
        purser, sandbox, recorder = self.start_signed_in("--fail", "hang:1")
        purser.load(TOKEN)
        self.submit(purser, "90")
        wait_until(lambda: self.rows() == ["sent"], what="the change to be sent")
        second = Purser(home=self.home)
        self.addCleanup(second.stop)
        wait_until(lambda: second.field("Token name").enabled, what="being signed in")
        second.load(TOKEN)
        second.message("Another window or program")
        self.assertEqual(self.rows(), ["sent"])
        second.spin("Balance").type("91")
        self.assertFalse(second.button("Submit").enabled)
        self.assertEqual(len(recorder.changes), 1)
        second.spin("Balance").type("87.45")

    def test_nothing_is_sent_without_a_journal_unless_it_is_said_in_so_many_words(self):
        folder = os.path.join(self.home, ".local", "share")
        os.makedirs(folder)
        with open(os.path.join(folder, "purser"), "w", encoding="ascii"):
            pass  # a file where the folder has to be
        purser, _, recorder = self.start_signed_in()
        purser.load(TOKEN)
        self.submit(purser, "90")
        purser.message("journal can't be written")
        self.assertEqual(recorder.changes, [])
        purser.button("Go on without a journal").click()
        wait_until(lambda: purser.shown("push button", "Don't send"), what="the question")
        purser.widgets("push button", "Go on without a journal")[-1].click()
        purser.message("journal is off")
        purser.button("Submit").click()
        purser.message("was changed.")
        self.assertEqual(len(recorder.changes), 1)

    def test_a_throttled_read_counts_down_and_can_be_cancelled(self):
        service = StandIn("sk-made.up.for-this-test")
        self.addCleanup(service.stop)
        sign_in_beforehand(self.home, service.url, service.jwt)
        purser = self.start()
        wait_until(lambda: purser.field("Token name").enabled, what="being signed in")
        service.reads = [[reply(429, {"detail": "slow"}, ["Retry-After: 30"])]]
        purser.field("Token name").type("demo")
        keys("Return")
        purser.message("tries again at")
        purser.button("Cancel").click()
        purser.message("Cancelled")


if __name__ == "__main__":
    unittest.main()
