// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does about a change: before it is sent, and about what became of it.
#include "editing/draftfate.h"
#include "support/append.h"
#include "token/tokenform.h"
#include "windowbench.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

Q_DECLARE_METATYPE(purser::test::WireScript)

Q_DECLARE_METATYPE(std::optional<purser::Outcome>)

static QByteArray contentOf(const QDir &drafts)
{
    QFile file(drafts.filePath(drafts.entryList(QDir::Files).value(0)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestMainWindowChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkNowTellsThatItWasApplied()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(200, tokenBody("99.5"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        bench.click(u"checkNowButton"_s);
        QTRY_VERIFY2(bench.message().endsWith(u"was changed."_s), qPrintable(bench.message()));
        QCOMPARE(bench.text(u"currentBalance"_s), u"99.50"_s);
        QVERIFY(!bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
        QCOMPARE(bench.rows().front().outcome, Outcome::Applied);
    }

    void anUnknownChangeSettlesItself()
    {
        Bench bench({answer(200, tokenBody("87.45")),
                     WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                     answer(200, tokenBody("99.3"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QVERIFY2(bench.message().contains(u"reads it again at"_s), qPrintable(bench.message()));
        QCOMPARE(bench.rows().front().outcome, Outcome::Unknown);
        bench.clock.advance(std::chrono::seconds(1));
        QTRY_VERIFY2(bench.message().endsWith(u"was changed."_s), qPrintable(bench.message()));
        QCOMPARE(bench.rows().front().outcome, Outcome::Applied);
        QCOMPARE(bench.text(u"currentBalance"_s), u"99.30"_s);
        QCOMPARE(bench.changes().size(), 1);
    }

    void anAppliedAmountIsNotOfferedAgain()
    {
        Bench bench({answer(200, tokenBody("80")),
                     WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                     answer(200, tokenBody("90"))});
        bench.load();
        bench.child<QComboBox>(u"balanceModeCombo"_s)->setCurrentIndex(1);
        bench.typeBalance(u"10"_s);
        bench.submit();
        bench.clock.advance(std::chrono::seconds(1));
        QTRY_VERIFY2(bench.message().endsWith(u"was changed."_s), qPrintable(bench.message()));
        QVERIFY(!bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
        QCOMPARE(bench.child<QComboBox>(u"balanceModeCombo"_s)->currentIndex(), 0);
    }

    void cancelEndsTheLookingAndAbandonClosesTheChange()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(200, tokenBody("87.45"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QVERIFY(bench.child<QPushButton>(u"cancelButton"_s)->isEnabled());
        bench.click(u"cancelButton"_s);
        QVERIFY2(bench.message().contains(u"stopped looking"_s), qPrintable(bench.message()));
        bench.click(u"abandonButton"_s);
        bench.press(u"abandonBox"_s, u"Abandon"_s);
        QTRY_VERIFY2(bench.message().contains(u"was closed"_s), qPrintable(bench.message()));
        QCOMPARE(bench.rows().front().outcome, Outcome::Abandoned);
        QTRY_VERIFY(bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
    }

    void sendAnywayExplainsTheRiskFirst()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(200, tokenBody("87.45")), answer(200, tokenBody("60"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        bench.typeBalance(u"60"_s);
        QVERIFY(!bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
        bench.click(u"sendAnywayButton"_s);
        QTRY_VERIFY(bench.child<QMessageBox>(u"sendAnywayBox"_s));
        QCOMPARE(bench.child<QMessageBox>(u"sendAnywayBox"_s)->defaultButton()->text(),
                 u"Don't send"_s);
        bench.press(u"sendAnywayBox"_s, u"Send anyway"_s);
        QTRY_COMPARE(bench.rows().size(), 2);
        bench.waitIdle();
        QCOMPARE(bench.rows().front().outcome, Outcome::Abandoned);
        QTRY_COMPARE(bench.rows().back().outcome, Outcome::Applied);
    }

    void aMovedTokenIsShownAndTheEditKept()
    {
        const Bench bench({answer(200, tokenBody("87.45")), answer(200, tokenBody("50")),
                           answer(200, tokenBody("49")), answer(200, tokenBody("99.5"))},
                          Bench::Scripts::AsTheyAre);
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QVERIFY2(bench.message().contains(u"shown 87.45, now 50.00, wanted 99.50"_s),
                 qPrintable(bench.message()));
        QCOMPARE(bench.text(u"currentBalance"_s), u"50.00"_s);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"99.5"_s);
        QVERIFY(bench.changes().isEmpty());
        QVERIFY(bench.rows().isEmpty());
        bench.submit();
        QCOMPARE(bench.changes().size(), 1);
    }

    void aDangerAsksOnceNamingTokenAndAccount_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("changes");
        QTest::newRow("send") << u"Send"_s << 1;
        QTest::newRow("don't") << u"Don't send"_s << 0;
    }
    void aDangerAsksOnceNamingTokenAndAccount()
    {
        QFETCH(QString, button);
        QFETCH(int, changes);
        const Bench bench({answer(200, tokenBody("87.45")), answer(200, tokenBody("0"))});
        bench.load();
        bench.typeBalance(u"0"_s);
        bench.click(u"submitButton"_s);
        QTRY_VERIFY(bench.child<QMessageBox>(u"dangerBox"_s));
        const auto *box = bench.child<QMessageBox>(u"dangerBox"_s);
        QVERIFY(box->text().contains(u"alpha"_s) && box->text().contains(u"Test"_s));
        QVERIFY2(box->informativeText().contains(u"stops working"_s),
                 qPrintable(box->informativeText()));
        QCOMPARE(box->defaultButton()->text(), u"Don't send"_s);
        bench.press(u"dangerBox"_s, button);
        bench.waitIdle();
        QCOMPARE(bench.changes().size(), changes);
        QCOMPARE(bench.rows().size(), changes);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(),
                 changes == 1 ? u"0.00"_s : u"0"_s);
    }

    void undoLastFillsTheFormWithTheInverse()
    {
        const Bench bench({answer(200, tokenBody("80")), answer(200, tokenBody("100")),
                           answer(200, tokenBody("99"))});
        bench.load();
        bench.typeBalance(u"100"_s);
        bench.submit();
        QCOMPARE(bench.rows().front().outcome, Outcome::Applied);
        bench.window->findChild<QAction *>(u"undoAction"_s)->trigger();
        QTRY_VERIFY2(bench.message().contains(u"the inverse of change 1"_s),
                     qPrintable(bench.message()));
        QCOMPARE(bench.child<QComboBox>(u"balanceModeCombo"_s)->currentText(), u"Deduct"_s);
        QCOMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"20.00"_s);
        bench.submit();
        QCOMPARE(bench.changes().back().body, QByteArray(R"({"balance":79})"));
        QCOMPARE(bench.rows().back().undoes, std::optional<qint64>(1));
    }

    void anEditOfAKilledRunIsRestored()
    {
        Bench bench({answer(200, tokenBody("87.45"))});
        {
            // What a run that was killed leaves behind.
            const Run gone(bench.folder.filePath(u"runs"_s));
            DraftStore drafts(bench.folder.filePath(u"drafts"_s), gone);
            drafts.save({{u"account"_s, u"Test"_s},
                         {u"origin"_s, bench.accounts.account(u"Test"_s)->url.origin()},
                         {u"token"_s, u"alpha"_s},
                         {u"shown"_s,
                          QJsonObject{{u"name"_s, u"alpha"_s},
                                      {u"token_type"_s, u"api_token"_s},
                                      {u"balance"_s, 90}}},
                         {u"edit"_s,
                          QJsonObject{{u"balance_mode"_s, 0},
                                      {u"balance"_s, u"123,4"_s},
                                      {u"active_balance"_s, 2},
                                      {u"reason"_s, u"why not"_s}}}});
        }
        bench.open();
        QTRY_COMPARE(bench.child<BalanceSpinBox>(u"balanceSpinBox"_s)->text(), u"123,4"_s);
        QVERIFY2(bench.text(u"tokenSubheading"_s).contains(u"Restored"_s),
                 qPrintable(bench.text(u"tokenSubheading"_s)));
        QVERIFY2(bench.message().contains(u"90.00 \u2192 87.45"_s), qPrintable(bench.message()));
        QCOMPARE(bench.child<QLineEdit>(u"reasonEdit"_s)->text(), u"why not"_s);
        QVERIFY(bench.changes().isEmpty());
    }

    void whatBecameOfAChangeOfAnotherTokenIsToldInPlaceOfTheNotice()
    {
        Bench bench({answer(200, tokenBody("99.5"))}, Bench::Scripts::AsTheyAre);
        {
            const Run gone(bench.folder.filePath(u"runs"_s));
            Journal journal(bench.journalPath(), gone.id());
            ChangeRecord record;
            record.key = keyOf(*bench.accounts.account(u"Test"_s), u"alpha"_s);
            record.createdAt = bench.clock.now();
            record.patch.balance = *Balance::fromText(u"99.5"_s);
            const auto id = appendTo(journal, record, false);
            QVERIFY(id && !journal.markSent(*id));
        }
        bench.open();
        QTRY_VERIFY2(bench.message().contains(u"not known what became of"_s),
                     qPrintable(bench.message()));
        bench.clock.advance(std::chrono::seconds(1));
        QTRY_VERIFY2(bench.message().contains(u"\u201calpha\u201d was changed."_s),
                     qPrintable(bench.message()));
    }

    //! A run is killed with a draft of "add 10", which it had submitted or not. What another
    //! program did to the token since is none of the draft's business.
    void aRestoredEditIsWhatItsOwnRowSays_data()
    {
        QTest::addColumn<std::optional<Outcome>>("own"); // nothing: it was not written down
        QTest::addColumn<std::optional<Outcome>>("other"); // another program's, later
        QTest::addColumn<bool>("unwritten"); // the journal was off
        QTest::addColumn<bool>("partly"); // and then the active balance was edited, too
        QTest::addColumn<QString>("says"); // empty: the edit is gone
        using O = Outcome;
        const std::optional<Outcome> none;
        const auto row = [](const char *name, const std::optional<O> &own,
                            const std::optional<O> &other, bool unwritten, const QString &says) {
            QTest::newRow(name) << own << other << unwritten << false << says;
        };
        QTest::newRow("applied, and edited further")
            << std::optional(O::Applied) << none << false << true << u"A part of your edit"_s;
        QTest::newRow("found out afterwards, and edited further")
            << std::optional(O::Unknown) << none << false << true << u"change"_s; // by either
        row("applied before the end", O::Applied, none, false, {});
        row("applied; another program's was rejected since", O::Applied, O::Rejected, false, {});
        row("found out afterwards", O::Unknown, none, false, {});
        row("rejected", O::Rejected, none, false, u"sent as change 1: Rejected"_s);
        row("rejected; another program's was applied since", O::Rejected, O::Applied, false,
            u"sent as change 1: Rejected"_s);
        row("killed in the fresh read", none, none, false, u"It was not sent."_s);
        row("killed in the fresh read; another program's was applied since", none, O::Applied,
            false, u"It was not sent."_s);
        row("without a journal", none, none, true, u"can't be found out"_s);
        row("closed by hand elsewhere", O::Abandoned, none, false, u"is not known"_s);
    }
    void aRestoredEditIsWhatItsOwnRowSays()
    {
        QFETCH(std::optional<Outcome>, own);
        QFETCH(std::optional<Outcome>, other);
        QFETCH(bool, unwritten);
        QFETCH(bool, partly);
        QFETCH(QString, says);
        Bench bench({answer(200, tokenBody("22.5"))}, Bench::Scripts::AsTheyAre);
        {
            const Run gone(bench.folder.filePath(u"runs"_s));
            const Account account = *bench.accounts.account(u"Test"_s);
            const TokenKey key = keyOf(account, u"alpha"_s);
            Journal journal(bench.journalPath(), gone.id());
            DraftStore drafts(bench.folder.filePath(u"drafts"_s), gone);
            QJsonObject draft{{u"account"_s, key.account},
                              {u"origin"_s, key.origin},
                              {u"token"_s, key.token},
                              {u"account_id"_s, key.accountId},
                              {u"service_url"_s, key.serviceUrl},
                              {u"edit"_s,
                               QJsonObject{{u"balance_mode"_s, 1},
                                           {u"balance"_s, u"10"_s},
                                           {u"active_balance"_s, partly ? 0 : 2}}}};
            write(draft,
                  DraftSubmit{u"the-submit"_s,
                              {journal.mark()->journal, journal.mark()->seq},
                              unwritten,
                              false,
                              false,
                              partly ? QList{Field::Balance} : QList<Field>()});
            drafts.save(draft);
            const auto add = [&](Outcome outcome, const QString &submit) {
                ChangeRecord record;
                record.key = key;
                record.submit = submit;
                record.createdAt = bench.clock.now();
                record.before.balance = MaybeBalance(*Balance::fromText(u"12.5"_s));
                record.patch.balance = *Balance::fromText(u"22.5"_s);
                const auto id = appendTo(journal, record, false);
                QVERIFY(id && !journal.markSent(*id, bench.clock.moment().toText()));
                if (outcome != Outcome::Unknown) {
                    const auto how =
                        outcome == Outcome::Abandoned ? settledhow::User : settledhow::Reply;
                    QVERIFY(
                        !journal.end(*id, {outcome, how, bench.clock.now(), {}, 0, {}, {}, {}}));
                }
            };
            if (own) {
                add(*own, u"the-submit"_s);
            }
            if (other) {
                add(*other, u"theirs"_s);
            }
        }
        bench.open();
        QTRY_COMPARE(bench.text(u"tokenHeading"_s), u"alpha"_s);
        if (own == Outcome::Unknown) {
            bench.clock.advance(std::chrono::seconds(1));
            QTRY_COMPARE(bench.rows().front().outcome, Outcome::Applied);
        }
        const bool isOffered = !says.isEmpty();
        const auto *combo = bench.child<QComboBox>(u"balanceModeCombo"_s);
        QTRY_COMPARE(combo->currentIndex(), isOffered && !partly ? 1 : 0);
        QTRY_COMPARE(bench.child<QPushButton>(u"submitButton"_s)->isEnabled(), isOffered);
        if (isOffered) {
            QTRY_VERIFY2(bench.message().contains(says), qPrintable(bench.message()));
        }
        // What may have been sent is not sent again without a question that names the risk.
        const bool asks = unwritten || own == Outcome::Abandoned;
        if (asks) {
            bench.click(u"submitButton"_s);
            QTRY_VERIFY(bench.window->findChild<QMessageBox *>(u"sendAgainBox"_s));
        }
        QVERIFY(bench.changes().isEmpty());
    }

    void whatIsDoubtfulAboutAnEditStaysWithIt()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(403, R"({"detail":"no"})")});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QTRY_COMPARE(bench.rows().front().outcome, Outcome::Unknown);
        bench.click(u"abandonButton"_s);
        bench.press(u"abandonBox"_s, u"Abandon"_s);
        QTRY_COMPARE(bench.rows().front().outcome, Outcome::Abandoned);
        QTRY_VERIFY(!bench.child<QMessageBox>(u"abandonBox"_s));
        QTRY_VERIFY(bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
        for (int tries = 0; tries < 2; ++tries) { // the second one once the first one was stopped
            bench.click(u"submitButton"_s);
            bench.press(u"sendAgainBox"_s, u"Send again"_s);
            QTRY_VERIFY(!bench.child<QMessageBox>(u"sendAgainBox"_s));
            bench.waitIdle();
            QTRY_VERIFY2(bench.message().contains(u"403"_s)
                             || bench.message().contains(u"not accept"_s),
                         qPrintable(bench.message()));
        }
        QCOMPARE(bench.changes().size(), 1);
        const QDir drafts(bench.folder.filePath(u"drafts"_s));
        QVERIFY(contentOf(drafts).contains("may_be_sent"));
    }

    void anEditThatIsTheSameAgainIsTheOneThatWasSent_data()
    {
        QTest::addColumn<QString>("end");
        QTest::newRow("abandoned") << u"abandoned"_s;
        QTest::newRow("found to be applied") << u"applied"_s;
        QTest::newRow("killed") << u"killed"_s;
    }
    void anEditThatIsTheSameAgainIsTheOneThatWasSent()
    {
        QFETCH(QString, end);
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(200, tokenBody("99.5"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QTRY_COMPARE(bench.rows().front().outcome, Outcome::Unknown);
        auto *field = bench.child<BalanceSpinBox>(u"balanceSpinBox"_s);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_End);
        QTest::keyClick(field, Qt::Key_1);
        QTest::keyClick(field, Qt::Key_Backspace);
        if (end == "killed"_L1) {
            const QDir drafts(bench.folder.filePath(u"drafts"_s));
            QTRY_VERIFY_WITH_TIMEOUT(
                contentOf(drafts).contains(bench.rows().front().submit.toLatin1()), 10'000);
        } else if (end == "abandoned"_L1) {
            bench.click(u"abandonButton"_s);
            bench.press(u"abandonBox"_s, u"Abandon"_s);
            QTRY_COMPARE(bench.rows().front().outcome, Outcome::Abandoned);
            QTRY_VERIFY(!bench.child<QMessageBox>(u"abandonBox"_s));
            QTRY_VERIFY(bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
            bench.click(u"submitButton"_s);
            bench.press(u"sendAgainBox"_s, u"Don't send"_s);
        } else {
            bench.click(u"checkNowButton"_s);
            QTRY_COMPARE(bench.rows().front().outcome, Outcome::Applied);
            QTRY_VERIFY(!bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
        }
        QCOMPARE(bench.changes().size(), 1);
    }

    void whatWasSentLeavesTheFormAndWhatWasEditedSinceStays()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(200, tokenBody("99.5"))});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QTRY_COMPARE(bench.rows().front().outcome, Outcome::Unknown);
        bench.child<QCheckBox>(u"activeBalanceCheckBox"_s)->click();
        const QDir drafts(bench.folder.filePath(u"drafts"_s));
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(drafts).contains(R"("submit_fields":["balance"])"),
                                 10'000);
        bench.click(u"checkNowButton"_s);
        QTRY_COMPARE(bench.rows().front().outcome, Outcome::Applied);
        QTRY_VERIFY(!contentOf(drafts).contains("submit_fields"));
        QVERIFY(bench.child<QPushButton>(u"submitButton"_s)->isEnabled());
        const ChangeRequest left = bench.window->findChild<TokenForm *>()->request();
        QVERIFY(!left.balance && left.activeBalance);
    }

    void anEditThatCannotBeKeptIsSaidSo()
    {
        const Bench bench({answer(200, tokenBody("87.45"))});
        const QDir drafts(bench.folder.filePath(u"drafts"_s));
        bench.load();
        bench.typeBalance(u"99.5"_s);
        QTRY_COMPARE(drafts.entryList(QDir::Files).size(), 1);
        QVERIFY(!bench.child<QLabel>(u"draftStatus"_s)->isVisible());
        const QString path = drafts.filePath(drafts.entryList(QDir::Files).constFirst());
        QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in-the-way"_s));
        bench.typeBalance(u"98"_s);
        QTRY_VERIFY(bench.child<QLabel>(u"draftStatus"_s)->isVisible());
        QVERIFY(QDir(path).removeRecursively());
        bench.typeBalance(u"97"_s);
        QTRY_VERIFY(!bench.child<QLabel>(u"draftStatus"_s)->isVisible());
        QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in-the-way"_s));
        bench.typeBalance(u"96"_s);
        QTRY_VERIFY(bench.child<QLabel>(u"draftStatus"_s)->isVisible());
        QTest::mouseClick(bench.child<QPushButton>(u"revertButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!bench.child<QLabel>(u"draftStatus"_s)->isVisible());
    }

    void anEditWhoseOlderFormStaysOnTheDiskIsNotSent()
    {
        const Bench bench({answer(200, tokenBody("87.45")), answer(200, tokenBody("99.5"))});
        const QDir drafts(bench.folder.filePath(u"drafts"_s));
        bench.load();
        bench.typeBalance(u"99.5"_s);
        QTRY_COMPARE(drafts.entryList(QDir::Files).size(), 1);
        // What can be neither replaced nor removed, also by root.
        const QString path = drafts.filePath(drafts.entryList(QDir::Files).constFirst());
        QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in-the-way"_s));
        bench.click(u"submitButton"_s);
        QVERIFY2(bench.message().contains(drafts.path()), qPrintable(bench.message()));
        QVERIFY(bench.offers(u"withoutJournalButton"_s));
        QVERIFY(bench.changes().isEmpty());
        QVERIFY(bench.rows().isEmpty());

        QVERIFY(QDir(path).removeRecursively());
        bench.submit();
        QTRY_COMPARE(bench.changes().size(), 1);
    }

    void anEditIsOnTheDiskWhileItIsBeingMade()
    {
        const Bench bench({answer(200, tokenBody("87.45"))});
        const QDir drafts(bench.folder.filePath(u"drafts"_s));
        bench.load();
        bench.typeBalance(u"99.5"_s);
        QTRY_COMPARE(drafts.entryList(QDir::Files).size(), 1);
        bench.click(u"revertButton"_s);
        QTRY_VERIFY(drafts.entryList(QDir::Files).isEmpty());
    }

    void namesOfTheJournalStandInForAMissingList()
    {
        Bench bench({answer(200, tokenBody("87.45")), answer(405, R"({"detail":"no"})")},
                    Bench::Scripts::AsTheyAre);
        bench.load();
        bench.open(); // a new start, which knows the name from the journal alone
        auto *table = bench.child<QTableView>(u"tokenTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"alpha"_s);
        QTRY_VERIFY2(bench.text(u"tokensNote"_s).contains(u"journal"_s),
                     qPrintable(bench.text(u"tokensNote"_s)));
    }

    void anUndecidedChangeStaysInSight()
    {
        const Bench bench({answer(200, tokenBody("87.45")),
                           WireScript{{WireStep::awaitRequest(), WireStep::close()}},
                           answer(500, "")});
        bench.load();
        bench.typeBalance(u"99.5"_s);
        bench.submit();
        QVERIFY(!bench.child<QAbstractButton>(u"dismissButton"_s)->isVisible());
        bench.typeBalance(u"98"_s);
        QVERIFY(bench.offers(u"checkNowButton"_s));
        QTest::mouseClick(bench.child<QPushButton>(u"revertButton"_s), Qt::LeftButton);
        QVERIFY(bench.offers(u"checkNowButton"_s));
        bench.click(u"checkNowButton"_s);
        QTRY_VERIFY2(bench.message().contains(u"last look at the token failed"_s),
                     qPrintable(bench.message()));
        QVERIFY2(!bench.message().contains(u"nothing was changed"_s), qPrintable(bench.message()));
        QVERIFY(bench.offers(u"checkNowButton"_s));
    }
};

QTEST_MAIN(TestMainWindowChanges)
#include "tst_mainwindow_changes.moc"
