// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a submit before and around its answer: comparing, asking, writing down, blocking,
// cancelling.
#include "editorbench.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

Q_DECLARE_METATYPE(purser::Outcome)
Q_DECLARE_METATYPE(purser::Stop::Reason)
Q_DECLARE_METATYPE(purser::BalanceMode)
Q_DECLARE_METATYPE(QList<purser::test::WireScript>)

class TestTokenEditorSubmit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRowIsOnTheDiskAsSentBeforeTheFirstByteLeaves()
    {
        Bench bench(afterLoadAndRead("80", {stallAfterRequest()}));
        bench.load();
        bench.editor.submit(balanceTo(u"50"_s));
        QTRY_COMPARE(bench.server.requests().size(), 3);
        QCOMPARE(bench.place.outcomes(), QStringList{u"sent"_s});
        bench.editor.cancel();
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.place.outcomes(), QStringList{u"unknown"_s});
    }

    void whatWaitsForTheJwtIsIntended()
    {
        WireServer server;
        server.play(afterLoadAndRead("80", {}));
        FakeClock clock;
        const auto url = *ServiceUrl::fromText(server.url(u"/v2"_s));
        Workplace place(clock, url);
        FakeKeychain keychain;
        Credentials credentials(keychain);
        keychain.put(Credentials::key(place.account), *Bearer::fromText(u"test-bearer"_s));
        TokenEditor editor(credentials, place.log, clock);
        QSignalSpy settled(&editor, &TokenEditor::settled);
        editor.setAccount(place.account);
        editor.load(u"alpha"_s);
        QTRY_VERIFY(editor.isIdle());
        QObject::connect(&editor, &TokenEditor::activityChanged, &editor, [&] {
            if (editor.activity() == Activity::Journaling) {
                keychain.hold();
            }
        });
        editor.submit(balanceTo(u"50"_s));
        QTRY_COMPARE(keychain.pending(), 1);
        QCOMPARE(place.outcomes(), QStringList{u"intended"_s});
        keychain.setReadProblem(KeychainProblem::Locked);
        editor.cancel();
        keychain.release();
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(place.outcomes(), QStringList{u"abandoned"_s});
        QCOMPARE(place.rows().front().settledHow, u"not_sent"_s);
        QCOMPARE(server.requests().size(), 2);
    }

    void whatDoesNotGoOutIsNotWrittenDown_data()
    {
        QTest::addColumn<QByteArray>("fresh");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<BalanceMode>("mode");
        QTest::addColumn<Stop::Reason>("reason");
        using Reason = Stop::Reason;
        QTest::newRow("already so")
            << QByteArray("50") << u"50"_s << BalanceMode::SetTo << Reason::AlreadySo;
        QTest::newRow("moved down")
            << QByteArray("79.999999999") << u"50"_s << BalanceMode::SetTo << Reason::Moved;
        QTest::newRow("moved up") << QByteArray("81") << u"50"_s << BalanceMode::SetTo
                                  << Reason::Moved;
        QTest::newRow("sum too large")
            << QByteArray("80") << u"99920"_s << BalanceMode::Add << Reason::NoSum;
        QTest::newRow("sum too small")
            << QByteArray("-80") << u"99920"_s << BalanceMode::Deduct << Reason::NoSum;
        QTest::newRow("no balance")
            << QByteArray("null") << u"1"_s << BalanceMode::Add << Reason::NoSum;
    }
    void whatDoesNotGoOutIsNotWrittenDown()
    {
        QFETCH(QByteArray, fresh);
        QFETCH(QString, amount);
        QFETCH(BalanceMode, mode);
        QFETCH(Stop::Reason, reason);
        Bench bench({answer(200, holding("80")), answer(200, holding(fresh))});
        bench.load();
        bench.submit(balanceTo(amount, mode));
        QCOMPARE(bench.stops.size(), 1);
        QCOMPARE(bench.stops.front().reason, reason);
        QVERIFY(bench.settled.isEmpty());
        QVERIFY(bench.place.rows().isEmpty());
        QVERIFY(bench.changes().isEmpty());
    }

    void aFailedReadBeforeTheSubmitSendsNothing()
    {
        Bench bench({answer(200, holding("80")), answer(401, R"({"detail":"no"})")});
        bench.load();
        bench.submit(balanceTo(u"50"_s));
        QCOMPARE(bench.stops.front().reason, Stop::Reason::Failed);
        QVERIFY(bench.place.rows().isEmpty());
    }

    void afterTheUserWasToldABusyTokenMayGoOnSpending()
    {
        Bench bench({answer(200, holding("80")), answer(200, holding("79")),
                     answer(200, holding("72")), answer(200, holding("50"))});
        bench.load();
        bench.submit(balanceTo(u"50"_s));
        QCOMPARE(bench.stops.front().reason, Stop::Reason::Moved);
        bench.submit(balanceTo(u"50"_s)); // 79 -> 72 is less than 10 %
        QCOMPARE(bench.settled.size(), 1);
        QCOMPARE(bench.place.rows().front().before.balance,
                 std::optional(MaybeBalance(Balance::fromText(u"72").value())));
    }

    void addAndDeductGoByTheFreshBalance()
    {
        Bench bench(
            {answer(200, holding("80")), answer(200, holding("60")), answer(200, holding("70.1"))});
        bench.load();
        bench.submit(balanceTo(u"10.1"_s, BalanceMode::Add));
        QCOMPARE(bench.changes(), QList<QByteArray>{R"({"balance":70.1})"});
        QVERIFY(bench.settled.front().shownBalance);
        QCOMPARE(bench.settled.front().record.outcome, Outcome::Applied);
    }

    void aDangerIsAskedAboutOnce_data()
    {
        QTest::addColumn<bool>("send");
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<int>("reads"); // after the load
        QTest::newRow("declined") << false << 1 << 1;
        QTest::newRow("agreed") << true << 1 << 1;
        QTest::newRow("agreed late: read again, not asked again") << true << 60 << 2;
    }
    void aDangerIsAskedAboutOnce()
    {
        QFETCH(bool, send);
        QFETCH(int, secondsLater);
        QFETCH(int, reads);
        const QByteArray on = tokenBody(R"("balance":80,"active_balance":true)");
        QList<WireScript> scripts{answer(200, on)};
        for (int read = 0; read < reads; ++read) {
            scripts.append(answer(200, on));
        }
        scripts.append(answer(200, tokenBody(R"("active_balance":false)")));
        Bench bench(scripts);
        bench.load();
        ChangeRequest request;
        request.activeBalance = false;
        bench.editor.submit(request);
        bench.waitFor(Activity::Asking);
        QVERIFY(bench.place.rows().isEmpty());
        bench.clock.advance(std::chrono::seconds(secondsLater));
        bench.editor.answer(send);
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.dangers.size(), 1);
        QCOMPARE(bench.changes().size(), send ? 1 : 0);
        QCOMPARE(bench.place.rows().size(), send ? 1 : 0);
        QCOMPARE(bench.stops.size(), send ? 0 : 1);
        QCOMPARE(bench.server.requests().size(), 1 + reads + (send ? 1 : 0));
    }

    void withoutAJournalNothingIsSentUnlessTheUserSaysSo()
    {
        WireServer server;
        server.play(
            afterLoadAndRead("80", {answer(200, holding("80")), answer(200, holding("50"))}));
        FakeClock clock;
        Workplace place(clock, *ServiceUrl::fromText(server.url(u"/v2"_s)));
        JournalThread nowhere(u"/dev/null/journal.sqlite"_s, place.run.id());
        ChangeLog log(nowhere, place.run.id(), clock);
        TokenEditor editor(place.credentials, log, clock);
        QList<Stop> stops;
        QList<Change> settled;
        QObject::connect(&editor, &TokenEditor::stopped, &editor,
                         [&stops](const Stop &stop) { stops.append(stop); });
        QObject::connect(&editor, &TokenEditor::settled, &editor,
                         [&settled](const Change &change) { settled.append(change); });
        editor.setAccount(place.account);
        editor.load(u"alpha"_s);
        QTRY_VERIFY(editor.isIdle());
        QVERIFY(editor.token());
        editor.submit(balanceTo(u"50"_s));
        QTRY_COMPARE(stops.size(), 1);
        QVERIFY(std::holds_alternative<JournalProblem>(*stops.front().failure));
        QCOMPARE(server.requests().size(), 2);
        log.turnOff();
        editor.submit(balanceTo(u"50"_s));
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(settled.front().record.outcome, Outcome::Applied);
    }

#ifndef Q_OS_WIN // an answer is used up there, perhaps by a connection without a request
    void anUndecidedChangeBlocksItsTokenUntilItIsSentAnyway()
    {
        Bench bench(afterLoadAndRead("80",
                                     {cutAfterRequest(), answer(200, holding("80")),
                                      answer(200, holding("80")), answer(200, holding("60"))}));
        bench.load();
        bench.submit(balanceTo(u"50"_s));
        QVERIFY(bench.editor.undecided());
        bench.submit(balanceTo(u"60"_s));
        QCOMPARE(bench.stops.front().reason, Stop::Reason::Undecided);
        QCOMPARE(bench.changes().size(), 1);
        TokenEditor::How how;
        how.evenIfUndecided = true;
        bench.submit(balanceTo(u"60"_s), how);
        QCOMPARE(bench.changes().size(), 2);
        QCOMPARE(bench.place.outcomes(), QStringList({u"abandoned"_s, u"applied"_s}));
        QVERIFY(!bench.settled.back().sentAlone);
    }
#endif

    void anotherRunsUndecidedChangeBlocksToo()
    {
        Bench bench(afterLoadAndRead("80", {answer(200, holding("80"))}));
        Journal other(bench.place.journalPath(), u"00000000-0000-0000-0000-000000000001"_s);
        ChangeRecord record;
        record.key = {u"Test"_s, bench.place.account.url.origin(), u"alpha"_s};
        record.createdAt = bench.clock.now();
        QVERIFY(other.append(record, false));
        bench.load();
        QVERIFY(bench.editor.undecided());
        bench.submit(balanceTo(u"50"_s));
        QCOMPARE(bench.stops.front().reason, Stop::Reason::Undecided);
        QVERIFY(bench.changes().isEmpty());
    }

    void cancellingWhileSendingDoesNotPretend()
    {
        Bench bench(afterLoadAndRead("80", {stallAfterRequest()}));
        bench.load();
        bench.editor.submit(balanceTo(u"50"_s));
        QTRY_COMPARE(bench.changes().size(), 1);
        bench.editor.cancel();
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.settled.front().record.outcome, Outcome::Unknown);
    }

    void cancellingTheReadBeforeTheSubmitSendsNothing()
    {
        Bench bench({answer(200, holding("80")), stallAfterRequest()});
        bench.load();
        bench.editor.submit(balanceTo(u"50"_s));
        QTRY_COMPARE(bench.server.requests().size(), 2);
        bench.editor.cancel();
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.stops.size(), 1);
        QVERIFY(isCancelled(*bench.stops.front().failure));
        QVERIFY(bench.place.rows().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTokenEditorSubmit)
#include "tst_tokeneditor_submit.moc"
