// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/tokeneditor.h"

#include "credentials/memorykeychain.h"
#include "support/wireserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QByteArray tokenBody(const QByteArray &fields)
{
    return R"({"name":"alpha","token_type":"api_token")" + (fields.isEmpty() ? "" : "," + fields)
        + '}';
}

WireScript cutAfterRequest()
{
    return {{WireStep::awaitRequest(), WireStep::close()}};
}

//! The editor with its signals, an account on the server, and a clock that can be turned.
struct Bench {
    WireServer server;
    MemoryKeychain keychain;
    Credentials credentials{keychain};
    QDateTime now = QDateTime(QDate(2030, 1, 1), QTime(8, 0), Qt::UTC);
    TokenEditor editor{credentials, nullptr, [this] { return now; }};
    Account account{u"Test"_s, *ServiceUrl::fromText(server.url(u"/v2"_s)), false};
    QSignalSpy loaded{&editor, &TokenEditor::loaded};
    QSignalSpy loadFailed{&editor, &TokenEditor::loadFailed};
    QSignalSpy checkFailed{&editor, &TokenEditor::checkFailed};
    QList<Change> settled;

    Bench()
    {
        credentials.keepForThisRun(Credentials::key(account.name, account.url),
                                   *Bearer::fromText(u"test-bearer-value"_s));
        QObject::connect(&editor, &TokenEditor::settled, &editor,
                         [this](const Change &change) { settled.append(change); });
        editor.setAccount(account);
    }
    void waitIdle() const
    {
        QTRY_COMPARE_WITH_TIMEOUT(editor.activity(), TokenEditor::Activity::Idle, 10'000);
    }
    void load()
    {
        editor.load(u"alpha"_s);
        waitIdle();
    }
    void submitBalance(const QString &balance)
    {
        TokenPatch patch;
        patch.balance = *Balance::fromText(balance);
        editor.submit(patch);
        waitIdle();
    }
};

} // namespace

Q_DECLARE_METATYPE(purser::Outcome)
Q_DECLARE_METATYPE(QList<purser::test::WireScript>)

class TestTokenEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadShowsTheToken()
    {
        Bench bench;
        bench.server.play({answer(200, tokenBody(R"("balance":80)"))});
        bench.load();
        QCOMPARE(bench.loaded.size(), 1);
        QCOMPARE(bench.editor.token()->balance->value().toText(), u"80"_s);
    }

    void aFailedLoadKeepsTheLoadedToken()
    {
        Bench bench;
        bench.server.play({answer(200, tokenBody(R"("balance":80)")), answer(500, "oops")});
        bench.load();
        bench.load();
        QCOMPARE(bench.loadFailed.size(), 1);
        QVERIFY(bench.editor.token());
    }

    void everyAnswerSettlesOnce_data()
    {
        QTest::addColumn<QList<WireScript>>("afterLoad");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("requests"); // after the load
        QTest::addColumn<bool>("undecided");
        const auto row = [](const char *name, const QList<WireScript> &scripts, Outcome outcome,
                            int requests) {
            QTest::newRow(name) << scripts << outcome << requests << (outcome == Outcome::Unknown);
        };
        row("applied", {answer(200, tokenBody(R"("balance":50)"))}, Outcome::Applied, 1);
        row("differently", {answer(200, tokenBody(R"("balance":49)"))}, Outcome::AppliedDifferently,
            1);
        row("not stated, then confirmed by a read",
            {answer(200, tokenBody("")), answer(200, tokenBody(R"("balance":"50.000000000")"))},
            Outcome::Applied, 2);
        row("not stated, a read shows something else",
            {answer(200, tokenBody("")), answer(200, tokenBody(R"("balance":80)"))},
            Outcome::AppliedDifferently, 2);
        row("never stated", {answer(200, tokenBody("")), answer(200, tokenBody(""))},
            Outcome::AppliedUnconfirmed, 2);
        row("not stated, the read fails", {answer(200, tokenBody("")), answer(500, "")},
            Outcome::AppliedUnconfirmed, 2);
        row("400", {answer(400, R"({"balance":["no"]})")}, Outcome::Rejected, 1);
        row("401", {answer(401, R"({"detail":"no"})")}, Outcome::Rejected, 1);
        row("404", {answer(404, "<html>")}, Outcome::Rejected, 1);
        row("405", {answer(405, "")}, Outcome::Rejected, 1);
        row("301", {answer(301, "")}, Outcome::Rejected, 1);
        row("429", {answer(429, R"({"detail":"slow"})")}, Outcome::Rejected, 1);
        row("302", {answer(302, "")}, Outcome::Unknown, 1);
        row("408", {answer(408, "")}, Outcome::Unknown, 1);
        row("500", {answer(500, "")}, Outcome::Unknown, 1);
        row("201", {answer(201, tokenBody(R"("balance":50)"))}, Outcome::Unknown, 1);
        row("cut", {cutAfterRequest()}, Outcome::Unknown, 1);
        row("nonsense", {answer(200, "hello")}, Outcome::Unknown, 1);
        row("another token's name",
            {answer(200, R"({"name":"beta","token_type":"api_token","balance":50})")},
            Outcome::Unknown, 1);
    }
    void everyAnswerSettlesOnce()
    {
        QFETCH(QList<WireScript>, afterLoad);
        QFETCH(Outcome, outcome);
        QFETCH(int, requests);
        QFETCH(bool, undecided);
        Bench bench;
        bench.server.play(QList<WireScript>{answer(200, tokenBody(R"("balance":80)"))} + afterLoad);
        bench.load();
        bench.submitBalance(u"50"_s);
        QCOMPARE(bench.settled.size(), 1);
        QCOMPARE(bench.settled.front().outcome, outcome);
        QCOMPARE(bench.server.requests().size(), 1 + requests);
        QCOMPARE(bench.editor.undecided().has_value(), undecided);
    }

    void nothingIsSentForWhatAlreadyHolds()
    {
        Bench bench;
        bench.server.play({answer(200, tokenBody(R"("balance":"80.000000000")"))});
        bench.load();
        bench.submitBalance(u"80"_s);
        QCOMPARE(bench.settled.front().outcome, Outcome::NothingToDo);
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void onlyFieldsThatDifferAreSent()
    {
        Bench bench;
        bench.server.play({answer(200, tokenBody(R"("balance":80,"active_balance":true)")),
                           answer(200, tokenBody(R"("active_balance":false)"))});
        bench.load();
        TokenPatch patch;
        patch.balance = *Balance::fromText(u"80"_s);
        patch.activeBalance = false;
        bench.editor.submit(patch);
        bench.waitIdle();
        QCOMPARE(bench.server.requests().at(1).body, QByteArray(R"({"active_balance":false})"));
        QCOMPARE(bench.settled.front().outcome, Outcome::Applied);
        QCOMPARE(bench.editor.token()->balance->value().toText(), u"80"_s);
    }

    void checkNowDecides_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("applied") << QByteArray(R"("balance":50)") << 2 << Outcome::Applied;
        QTest::newRow("not seen yet") << QByteArray(R"("balance":80)") << 2 << Outcome::Unknown;
        QTest::newRow("not applied") << QByteArray(R"("balance":80)") << 31 << Outcome::NotApplied;
    }
    void checkNowDecides()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, secondsLater);
        QFETCH(Outcome, outcome);
        Bench bench;
        bench.server.play({answer(200, tokenBody(R"("balance":80)")), cutAfterRequest(),
                           answer(200, tokenBody(fields))});
        bench.load();
        bench.submitBalance(u"50"_s);
        QVERIFY(bench.editor.undecided());
        bench.now = bench.now.addSecs(secondsLater);
        bench.editor.checkNow();
        bench.waitIdle();
        QCOMPARE(bench.settled.size(), 2);
        QCOMPARE(bench.settled.back().outcome, outcome);
        QCOMPARE(bench.editor.undecided().has_value(), outcome == Outcome::Unknown);
        QCOMPARE(bench.server.requests().back().method(), QByteArray("GET"));
    }

    void aCheckThatFailsDecidesNothing()
    {
        Bench bench;
        bench.server.play(
            {answer(200, tokenBody(R"("balance":80)")), cutAfterRequest(), answer(500, "")});
        bench.load();
        bench.submitBalance(u"50"_s);
        bench.editor.checkNow();
        bench.waitIdle();
        QCOMPARE(bench.checkFailed.size(), 1);
        QVERIFY(bench.editor.undecided());
    }

    void cancelAfterTheRequestLeftIsUnknown()
    {
        Bench bench;
        bench.server.play({answer(200, tokenBody(R"("balance":80)")),
                           WireScript{{WireStep::awaitRequest(), WireStep::stall()}}});
        bench.load();
        TokenPatch patch;
        patch.balance = *Balance::fromText(u"50"_s);
        bench.editor.submit(patch);
        QTRY_COMPARE(bench.server.requests().size(), 2);
        bench.editor.cancel();
        bench.waitIdle();
        QCOMPARE(bench.settled.front().outcome, Outcome::Unknown);
    }

    void cancelBeforeAnythingLeftIsNotSent()
    {
        Bench bench;
        bench.server.play({answer(200, tokenBody(R"("balance":80)"))});
        bench.load();
        TokenPatch patch;
        patch.balance = *Balance::fromText(u"50"_s);
        bench.editor.submit(patch);
        bench.editor.cancel();
        bench.waitIdle();
        QCOMPARE(bench.settled.front().outcome, Outcome::NotSent);
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void withoutAJwtNothingIsSent()
    {
        Bench bench;
        Account other = bench.account;
        other.name = u"Other"_s;
        bench.editor.setAccount(other);
        bench.load();
        QCOMPARE(bench.loadFailed.size(), 1);
        QVERIFY(std::holds_alternative<SignedOut>(bench.loadFailed.front().at(1).value<Failure>()));
        QCOMPARE(bench.server.connectionCount(), 0);
    }

    void changingTheAccountDropsWhatIsUnderWay()
    {
        Bench bench;
        bench.server.play({WireScript{{WireStep::awaitRequest(), WireStep::stall()}}});
        bench.editor.load(u"alpha"_s);
        QTRY_COMPARE(bench.server.requests().size(), 1);
        bench.editor.setAccount(bench.account);
        QCOMPARE(bench.editor.activity(), TokenEditor::Activity::Idle);
        QTRY_VERIFY(bench.server.isIdle());
        QCOMPARE(bench.loadFailed.size() + bench.loaded.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTokenEditor)
#include "tst_tokeneditor.moc"
