// SPDX-License-Identifier: GPL-3.0-or-later
// Loading, and every answer to a change: on real sockets, a real journal, and a clock that
// stands still.
#include "editorbench.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

Q_DECLARE_METATYPE(purser::Outcome)
Q_DECLARE_METATYPE(purser::Stop::Reason)
Q_DECLARE_METATYPE(purser::BalanceMode)
Q_DECLARE_METATYPE(QList<purser::test::WireScript>)

class TestTokenEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadShowsTheToken()
    {
        Bench bench({answer(200, holding("80"))});
        bench.load();
        QCOMPARE(bench.loaded.size(), 1);
        QCOMPARE(bench.editor.token()->balance->value().toText(), u"80"_s);
        QVERIFY(bench.place.rows().isEmpty());
    }

    void aReadThatFailsInPassingIsTriedAgainThreeTimes()
    {
        Bench bench({answer(500, "")});
        const QSignalSpy retries(&bench.editor, &TokenEditor::retryDue);
        bench.editor.load(u"alpha"_s);
        for (int retry = 1; retry <= 3; ++retry) {
            QTRY_COMPARE(retries.size(), retry);
            // Half of 1, 2 and 4 seconds: the chance is 0.5.
            QCOMPARE(bench.clock.nextWait(), std::chrono::milliseconds(250 << retry));
            bench.clock.advance(bench.clock.nextWait());
        }
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.loadFailed.size(), 1);
        QCOMPARE(bench.server.requests().size(), 4);
    }

    void theServicesOwnWaitIsKeptToAMinute_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("seconds");
        QTest::newRow("7") << QByteArray("7") << 7;
        QTest::newRow("an hour") << QByteArray("3600") << 60;
        QTest::newRow("0") << QByteArray("0") << 0;
    }
    void theServicesOwnWaitIsKeptToAMinute()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, seconds);
        Bench bench({answer(429, R"({"detail":"slow"})", {"Retry-After: " + retryAfter}),
                     answer(200, holding("80"))});
        bench.editor.load(u"alpha"_s);
        QTRY_COMPARE(bench.clock.waits(), 1);
        QCOMPARE(bench.clock.nextWait(), std::chrono::seconds(seconds));
        bench.clock.advance(bench.clock.nextWait());
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.loaded.size(), 1);
    }

    void whatIsNoPassingFailureIsNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 301}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void whatIsNoPassingFailureIsNotTriedAgain()
    {
        QFETCH(int, status);
        Bench bench({answer(status, R"({"detail":"no"})")});
        bench.load();
        QCOMPARE(bench.loadFailed.size(), 1);
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void aReadByPatchIsNotRepeated()
    {
        Bench bench({answer(405, R"({"detail":"no"})"), answer(500, "")});
        bench.load();
        QCOMPARE(bench.loadFailed.size(), 1);
        QCOMPARE(bench.changes(), QList<QByteArray>{"{}"});
    }

    void cancellingEndsTheWaitForARetry()
    {
        Bench bench({answer(500, "")});
        bench.editor.load(u"alpha"_s);
        QTRY_COMPARE(bench.clock.waits(), 1);
        bench.editor.cancel();
        bench.waitFor(Activity::Idle);
        QCOMPARE(bench.loadFailed.size(), 1);
        bench.clock.advance(std::chrono::minutes(1));
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void everyAnswerSettlesOnce_data()
    {
        QTest::addColumn<QList<WireScript>>("afterRead");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("how");
        const auto row = [](const char *name, const QList<WireScript> &scripts, Outcome outcome,
                            const QString &how = u"reply"_s) {
            QTest::newRow(name) << scripts << outcome << how;
        };
        row("applied", {answer(200, holding("50"))}, Outcome::Applied);
        row("differently", {answer(200, holding("49"))}, Outcome::AppliedDifferently);
        row("not stated, then confirmed by a read",
            {answer(200, tokenBody("")), answer(200, holding("\"50.000000000\""))},
            Outcome::Applied, u"read"_s);
        row("not stated, a read shows something else",
            {answer(200, tokenBody("")), answer(200, holding("80"))}, Outcome::AppliedDifferently,
            u"read"_s);
        row("never stated", {answer(200, tokenBody("")), answer(200, tokenBody(""))},
            Outcome::AppliedUnconfirmed, u"read"_s);
        row("not stated, the read fails", {answer(200, tokenBody("")), answer(500, "")},
            Outcome::AppliedUnconfirmed);
        for (const int status : {300, 301, 307, 308, 400, 401, 402, 403, 404, 405, 409, 415, 429}) {
            row(QByteArray::number(status).constData(), {answer(status, R"({"detail":"no"})")},
                Outcome::Rejected);
        }
        for (const int status : {201, 204, 302, 303, 408, 500, 502, 503, 504}) {
            row(QByteArray::number(status).constData(), {answer(status, holding("50"))},
                Outcome::Unknown, {});
        }
        row("cut", {cutAfterRequest()}, Outcome::Unknown, {});
        row("nonsense", {answer(200, "hello")}, Outcome::Unknown, {});
        row("another token's name",
            {answer(200, R"({"name":"beta","token_type":"api_token","balance":50})")},
            Outcome::Unknown, {});
    }
    void everyAnswerSettlesOnce()
    {
        QFETCH(QList<WireScript>, afterRead);
        QFETCH(Outcome, outcome);
        QFETCH(QString, how);
        Bench bench(afterLoadAndRead("80", afterRead));
        bench.load();
        bench.submit(balanceTo(u"50"_s));
        QCOMPARE(bench.settled.size(), 1);
        QVERIFY(bench.stops.isEmpty());
        QCOMPARE(bench.settled.front().record.outcome, outcome);
        QCOMPARE(bench.changes(), QList<QByteArray>{R"({"balance":50})"});
        QCOMPARE(bench.editor.undecided().has_value(), outcome == Outcome::Unknown);
        // The journal says the same, by the time that the user is told.
        QCOMPARE(bench.place.rows().size(), 1);
        const ChangeRecord row = bench.place.rows().front();
        QCOMPARE(row.outcome, outcome);
        QCOMPARE(row.settledHow, how);
        QCOMPARE(row.settledAt.isValid(), outcome != Outcome::Unknown);
        QCOMPARE(row.before.balance, std::optional(MaybeBalance(Balance::fromText(u"80").value())));
        QCOMPARE(row.patch.balance, std::optional(Balance::fromText(u"50").value()));
        QCOMPARE(row.key.token, u"alpha"_s);
        QCOMPARE(row.run, bench.place.run.id());
    }

    void onlyFieldsThatDifferAreSent()
    {
        const auto both = answer(200, tokenBody(R"("balance":80,"expire_time":null)"));
        Bench bench(
            {both, both, answer(200, tokenBody(R"("expire_time":"2031-01-01T00:00:00Z")"))});
        bench.load();
        ChangeRequest request = balanceTo(u"80"_s);
        request.expiry = *Expiry::fromIso8601(u"2031-01-01T00:00:00Z"_s);
        bench.submit(request);
        QCOMPARE(bench.changes(), QList<QByteArray>{R"({"expire_time":"2031-01-01T00:00:00Z"})"});
        QCOMPARE(bench.settled.front().record.outcome, Outcome::Applied);
        QCOMPARE(bench.editor.token()->balance->value().toText(), u"80"_s);
    }

    void theDeadlineEndsAsUnknown()
    {
        Bench bench(afterLoadAndRead("80", {stallAfterRequest()}));
        bench.load();
        bench.place.services.setDeadline(std::chrono::milliseconds(300));
        bench.submit(balanceTo(u"50"_s));
        QCOMPARE(bench.settled.front().record.outcome, Outcome::Unknown);
        QCOMPARE(bench.place.outcomes(), QStringList{u"unknown"_s});
    }

    void aSecretOfTheReplyDoesNotReachTheJournal()
    {
        const QByteArray body = tokenBody(R"("balance":50,"token":"sk-the-secret-key")");
        Bench bench(afterLoadAndRead("80", {answer(200, body)}));
        bench.load();
        bench.submit(balanceTo(u"50"_s));
        const auto files = QDir(bench.place.folder.path()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("sk-the-secret-key"), qPrintable(info.fileName()));
            QVERIFY2(!bytes.contains("test-bearer-value"), qPrintable(info.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenEditor)
#include "tst_tokeneditor.moc"
