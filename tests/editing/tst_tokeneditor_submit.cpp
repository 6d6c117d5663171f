// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a submit before and around its answer: comparing, asking, writing down, blocking,
// cancelling.
#include "editorbench.h"
#include "support/append.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

Q_DECLARE_METATYPE(purser::Outcome)
Q_DECLARE_METATYPE(purser::Stop::Reason)
Q_DECLARE_METATYPE(purser::BalanceMode)
Q_DECLARE_METATYPE(purser::ChangeRequest)
Q_DECLARE_METATYPE(purser::TokenEditor::Activity)
Q_DECLARE_METATYPE(QList<purser::test::WireScript>)

static ChangeEnd appliedAt(const QDateTime &at)
{
    ChangeEnd end;
    end.outcome = Outcome::Applied;
    end.how = settledhow::Reply;
    end.at = at;
    return end;
}

//! A JWT of this customer; one without any for an empty name.
static Bearer jwtOf(const QString &sub)
{
    const QByteArray claims =
        sub.isEmpty() ? "{}"_ba : R"({"sub":")"_ba + sub.toUtf8() + R"("})"_ba;
    const auto encoded = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return *Bearer::fromBytes(encoded(R"({"alg":"HS256"})") + '.' + encoded(claims)
                              + ".signature-of-a-test");
}

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

    void nothingIsWrittenDownBeforeTheJwtIsThere()
    {
        WireServer server;
        server.play(afterLoadAndRead("80", {}));
        FakeClock clock;
        const auto url = *ServiceUrl::fromText(server.url(u"/v2"_s));
        Workplace place(clock, url);
        FakeKeychain keychain;
        Credentials credentials(keychain);
        keychain.put(Credentials::key(place.account), *Bearer::fromText(u"test-bearer"_s));
        AccountServices services(credentials, place.accounts, place.log, clock);
        TokenEditor editor(services, place.log, clock);
        QList<Stop> stops;
        QObject::connect(&editor, &TokenEditor::stopped, &editor,
                         [&stops](const Stop &stop) { stops.append(stop); });
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
        keychain.setReadProblem(KeychainProblem::Locked);
        editor.cancel();
        keychain.release();
        QTRY_COMPARE(stops.size(), 1);
        QVERIFY(isCancelled(*stops.first().failure));
        QVERIFY(place.rows().isEmpty());
        QCOMPARE(server.requests().size(), 2);
    }

    //! Another program's change between this one's fresh read and its intent.
    void whatAnotherProgramDidSinceTheFreshReadSendsTheSubmitBackToIt_data()
    {
        QTest::addColumn<ChangeRequest>("request");
        QTest::addColumn<QByteArray>("second"); // what the second fresh read shows
        QTest::addColumn<QByteArray>("sent"); // empty: nothing, it stops
        QTest::newRow("an amount goes by the new balance")
            << balanceTo(u"20"_s, BalanceMode::Add) << QByteArray("85")
            << QByteArray(R"({"balance":105})");
        QTest::newRow("a value that is set over another stops")
            << balanceTo(u"10"_s) << QByteArray("500") << QByteArray();
        QTest::newRow("what it set does not matter where the values are the same")
            << balanceTo(u"90"_s) << QByteArray("80") << QByteArray(R"({"balance":90})");
    }
    void whatAnotherProgramDidSinceTheFreshReadSendsTheSubmitBackToIt()
    {
        QFETCH(ChangeRequest, request);
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, sent);
        request.activeBalance = false; // a danger: the question is where the other one comes in
        Bench bench(afterLoadAndRead(
            "80",
            {answer(200, holding(second)),
             answer(200,
                    tokenBody(R"("active_balance":false,"balance":)"
                              + (sent.isEmpty() ? "1" : sent.mid(11).chopped(1))))}));
        bench.load();
        Journal other(bench.place.journalPath(), u"2-00000000-0000-0000-0000-000000000001"_s);
        bool isFirst = true;
        QObject::connect(
            &bench.editor, &TokenEditor::asks, &bench.editor,
            [&] {
                if (std::exchange(isFirst, false)) {
                    ChangeRecord theirs;
                    theirs.key = keyOf(bench.place.account, u"alpha"_s);
                    theirs.createdAt = bench.clock.now();
                    theirs.patch.balance = *Balance::fromText(u"85");
                    const auto id = appendTo(other, theirs, false);
                    other.markSent(*id);
                    other.end(*id, appliedAt(bench.clock.now()));
                }
                bench.editor.answer(true);
            },
            Qt::QueuedConnection);
        bench.submit(request);
        QVERIFY(!isFirst);
        QCOMPARE(bench.changes().size(), sent.isEmpty() ? 0 : 1);
        if (sent.isEmpty()) {
            QCOMPARE(bench.stops.constFirst().reason, Stop::Reason::Moved);
        } else {
            QVERIFY2(bench.changes().constFirst().contains(sent.mid(1).chopped(1)),
                     bench.changes().constFirst().constData());
            QCOMPARE(bench.place.outcomes(), QStringList({u"applied"_s, u"applied"_s}));
            QCOMPARE(bench.place.rows().last().submit.size(), 36);
        }
    }

    void aTokenThatOthersChangeAllTheTimeIsGivenUp()
    {
        Bench bench({answer(200, holding("80"))});
        bench.load();
        Journal other(bench.place.journalPath(), u"2-00000000-0000-0000-0000-000000000001"_s);
        QObject::connect(&bench.editor, &TokenEditor::tokenSeen, &bench.editor, [&] {
            ChangeRecord theirs;
            theirs.key = keyOf(bench.place.account, u"alpha"_s);
            theirs.createdAt = bench.clock.now();
            const auto id = appendTo(other, theirs, false);
            other.end(*id, appliedAt(bench.clock.now()));
        });
        bench.submit(balanceTo(u"20"_s, BalanceMode::Add));
        QCOMPARE(bench.stops.size(), 1);
        QCOMPARE(bench.stops.constFirst().reason, Stop::Reason::Busy);
        QVERIFY(bench.changes().isEmpty());
        QCOMPARE(bench.server.requests().size(), 1 + 6);
    }

    void aJwtOfAnotherCustomerSendsNothing_data()
    {
        QTest::addColumn<Bearer>("before");
        QTest::addColumn<Bearer>("now");
        QTest::addColumn<QStringList>("customers"); // that the user said are one
        QTest::addColumn<bool>("isSame");
        const QStringList none;
        const Bearer alice = jwtOf(u"alice"_s);
        const Bearer bob = jwtOf(u"bob"_s);
        const Bearer unnamed = jwtOf({});
        const Bearer key = *Bearer::fromText(u"a-plain-key"_s);
        const Bearer other = *Bearer::fromText(u"another-plain-key"_s);
        const QString mark = UnnamedCustomer;
        QTest::newRow("another one") << alice << bob << none << false;
        QTest::newRow("the same") << alice << alice << none << true;
        QTest::newRow("one that was said to be the same")
            << alice << bob << QStringList{alice.customer(), bob.customer()} << true;
        QTest::newRow("none that is known") << alice << unnamed << none << false;
        QTest::newRow("another one, after a plain key") << key << bob << none << false;
        QTest::newRow("another one, after a plain key of the account")
            << key << bob << QStringList{mark} << false;
        QTest::newRow("the same, after a plain key")
            << key << bob << QStringList{mark, bob.customer()} << true;
        QTest::newRow("a plain key, after another one") << bob << key << none << false;
        QTest::newRow("the same plain key") << key << key << QStringList{mark} << true;
        QTest::newRow("another plain key") << key << other << QStringList{mark} << false;
        QTest::newRow("a plain key, said to be the same")
            << bob << key << QStringList{mark, bob.customer()} << true;
    }
    void aJwtOfAnotherCustomerSendsNothing()
    {
        QFETCH(Bearer, before);
        QFETCH(Bearer, now);
        QFETCH(QStringList, customers);
        QFETCH(bool, isSame);
        Bench bench(afterLoadAndRead("80", {answer(200, holding("50"))}));
        bench.place.credentials.keepForThisRun(bench.place.account, before);
        Account account = bench.place.account;
        account.customers = customers;
        bench.editor.updateAccount(account);
        bench.load();
        QCOMPARE(bench.editor.key().customer, before.customer());
        bench.place.credentials.keepForThisRun(bench.place.account, now);
        bench.submit(balanceTo(u"50"_s));
        QCOMPARE(bench.changes().size(), isSame ? 1 : 0);
        if (!isSame) {
            QVERIFY(std::holds_alternative<OtherCustomer>(*bench.stops.constFirst().failure));
            QCOMPARE(bench.server.requests().size(), 1);
            QVERIFY(bench.place.rows().isEmpty());
            bench.load(); // then it is the other one's, and shown as such
            QCOMPARE(bench.editor.key().customer, now.customer());
        } else {
            QCOMPARE(bench.place.rows().constFirst().key.customer, now.customer());
        }
    }

    //! The computer sleeps, or a clock is set, at a moment of a submit.
    void clocksThatGoApart_data()
    {
        QTest::addColumn<Activity>("at");
        QTest::addColumn<bool>("isSleep"); // else the wall clock is set by an hour
        QTest::addColumn<QStringList>("outcomes");
        QTest::newRow("asleep while the JWT is fetched: read again")
            << Activity::Journaling << true << QStringList{u"applied"_s};
        QTest::newRow("asleep while it is sent: cut off")
            << Activity::Sending << true << QStringList{u"unknown"_s};
        QTest::newRow("the wall clock is set while it is sent: cut off")
            << Activity::Sending << false << QStringList{u"unknown"_s};
    }
    void clocksThatGoApart()
    {
        QFETCH(Activity, at);
        QFETCH(bool, isSleep);
        QFETCH(QStringList, outcomes);
        const bool isSending = at == Activity::Sending;
        QList<WireScript> rest{answer(200, holding("80")), answer(200, holding("50"))};
        Bench bench(
            afterLoadAndRead("80", isSending ? QList<WireScript>{stallAfterRequest()} : rest));
        bench.load();
        bool isFirst = true;
        const auto goApart = [&] {
            if (std::exchange(isFirst, false)) {
                if (isSleep) {
                    bench.clock.sleep(std::chrono::hours(8));
                } else {
                    bench.clock.setNow(bench.clock.now().addSecs(3600));
                }
            }
        };
        QObject::connect(&bench.editor, &TokenEditor::activityChanged, &bench.editor, [&] {
            if (!isSending && bench.editor.activity() == at) {
                goApart();
            }
        });
        bench.editor.submit(balanceTo(u"50"_s));
        if (isSending) {
            QTRY_COMPARE(bench.changes().size(), 1);
            goApart();
            bench.clock.advance(std::chrono::seconds(2));
        }
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.place.outcomes(), outcomes);
        if (isSending) {
            const auto *error = std::get_if<ApiError>(&*bench.settled.constFirst().failure);
            QCOMPARE(error->kind, ApiErrorKind::ClocksApart);
            QVERIFY(bench.settled.constFirst().record.duration < std::chrono::seconds(60));
        } else {
            QCOMPARE(bench.server.requests().size(), 4); // load, read, read again, change
        }
    }

    //! Its answer waits in a socket for as long as the computer sleeps.
    void aReadThatSpansSleepIsReadAgain()
    {
        WireScript slow{{WireStep::awaitRequest(), WireStep::delay(std::chrono::milliseconds(300)),
                         WireStep::send(httpReply(200, holding("80"))), WireStep::close()}};
        Bench bench({answer(200, holding("80")), slow, answer(200, holding("80")),
                     answer(200, holding("50"))});
        bench.load();
        bench.editor.submit(balanceTo(u"50"_s));
        QTRY_COMPARE(bench.server.requests().size(), 2);
        bench.clock.sleep(std::chrono::hours(8));
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.place.outcomes(), QStringList{u"applied"_s});
        QCOMPARE(bench.server.requests().size(), 4); // load, read, read again, change
    }

    void anUndoIsNotSentWithoutTheJournal()
    {
        Bench bench(afterLoadAndRead("80", {answer(200, holding("50"))}));
        bench.load();
        bench.place.log.turnOff();
        ChangeRequest undo = balanceTo(u"30"_s, BalanceMode::Deduct);
        undo.undoes = 1;
        bench.submit(undo);
        const auto *problem = std::get_if<JournalProblem>(&*bench.stops.constFirst().failure);
        QVERIFY(problem && problem->kind == JournalProblem::Kind::NoUndoUnwritten);
        QVERIFY(bench.changes().isEmpty());
    }

    void aReadThatIsOlderThanWhatIsKnownIsNotTakenUp()
    {
        Bench bench(afterLoadAndRead("80", {answer(200, holding("50"))}));
        const Moment early = bench.clock.moment();
        bench.clock.advance(std::chrono::seconds(1));
        bench.load();
        bench.submit(balanceTo(u"50"_s));
        Token old = *bench.editor.token();
        old.balance = MaybeBalance(*Balance::fromText(u"80"));
        bench.editor.adopt(old, early);
        QCOMPARE((*bench.editor.token()->balance)->toText(), u"50"_s);
        bench.editor.adopt(old, bench.clock.moment());
        QCOMPARE((*bench.editor.token()->balance)->toText(), u"80"_s);
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
        server.play(afterLoadAndRead("80", {answer(200, holding("50"))}));
        FakeClock clock;
        Workplace place(clock, *ServiceUrl::fromText(server.url(u"/v2"_s)));
        JournalThread nowhere(u"/dev/null/journal.sqlite"_s, place.run.id());
        ChangeLog log(nowhere, place.run.id(), clock);
        TokenEditor editor(place.services, log, clock);
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
        QCOMPARE(server.requests().size(), 1); // not even read again
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
        record.key = keyOf(bench.place.account, u"alpha"_s);
        record.createdAt = bench.clock.now();
        QVERIFY(appendTo(other, record, false));
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
