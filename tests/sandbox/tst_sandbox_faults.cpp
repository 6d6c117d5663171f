// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser::test;

//! How purser-sandbox lets changes fail: what the client sees, and what was stored.
class TestSandboxFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faultAnswersAndStoresAsItsKindSays_data();
    void faultAnswersAndStoresAsItsKindSays();
    void halfStatesTheWholeLengthAndBreaksOff();
    void hangNeverAnswersAndNeverStores();
    void lieStoresOtherValuesAndSaysSo();
    void faultWithoutANumberStrikesAlways();
    void faultsStrikeInTurn();
    void whatIsNoValidChangeUsesNoFaultUp();
};

namespace {

QString chatbot()
{
    return u"marketing-chatbot"_s;
}

constexpr auto Change = R"({"balance":1.25})";
constexpr auto Before = "87.450000000";
constexpr auto After = "1.250000000";

QByteArray balance(const RunningSandbox &sandbox)
{
    return sandbox.call(get(chatbot())).object().value(u"balance"_s).toString().toLatin1();
}

} // namespace

void TestSandboxFaults::faultAnswersAndStoresAsItsKindSays_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status"); // 0: no reply at all
    QTest::addColumn<QByteArray>("body"); // a part of it
    QTest::addColumn<bool>("stored");

    const auto row = [](const char *kind, int status, const char *body, bool stored) {
        QTest::newRow(kind) << QString::fromLatin1(kind) << status << QByteArray(body) << stored;
    };
    row("401", 401, R"("code":"token_not_valid")", false);
    row("403", 403, R"({"detail":"You do not have permission to perform this action."})", false);
    row("429", 429, R"({"detail":"Request was throttled. Expected available in 7 seconds."})",
        false);
    row("500", 500, "<h1>Server Error (500)</h1>", false);
    row("500-after", 500, "<h1>Server Error (500)</h1>", true);
    row("close-before", 0, "", false);
    row("close-after", 0, "", true);
    row("half", 200, "{\"active_balance\":true", true);
}

void TestSandboxFaults::faultAnswersAndStoresAsItsKindSays()
{
    QFETCH(QString, kind);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, stored);
    const RunningSandbox sandbox({u"--fail"_s, kind + u":1"_s});

    const WireReply reply = sandbox.call(patch(chatbot(), Change));

    QCOMPARE(reply.status, status);
    QVERIFY2(reply.body.contains(body), reply.body.constData());
    QCOMPARE(reply.headers.value("retry-after"), status == 429 ? "7" : "");
    QCOMPARE(reply.headers.contains("www-authenticate"), status == 401);
    QCOMPARE(reply.headers.contains("x-request-id"), status != 0);
    QCOMPARE(balance(sandbox), stored ? After : Before);
    QCOMPARE(sandbox.call(patch(chatbot(), R"({"balance":2})")).status, 200);
    QCOMPARE(balance(sandbox), "2.000000000");
}

void TestSandboxFaults::halfStatesTheWholeLengthAndBreaksOff()
{
    const RunningSandbox sandbox({u"--fail"_s, u"half:1"_s});

    const WireReply half = sandbox.call(patch(chatbot(), Change));
    const WireReply whole = sandbox.call(patch(chatbot(), Change));

    QCOMPARE(half.headers.value("content-length"), QByteArray::number(whole.body.size()));
    QCOMPARE(half.body, whole.body.left(whole.body.size() / 2));
    QVERIFY(!half.body.isEmpty());
}

void TestSandboxFaults::hangNeverAnswersAndNeverStores()
{
    RunningSandbox sandbox({u"--fail"_s, u"hang"_s});
    const auto socket = sandbox.start(patch(chatbot(), Change), sandbox.authorization());
    QSignalSpy arrived(socket.get(), &QTcpSocket::readyRead);
    QSignalSpy closed(socket.get(), &QTcpSocket::disconnected);

    QVERIFY(!arrived.wait(500)); // a proof of silence has to take some time
    QVERIFY(closed.isEmpty());
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(balance(sandbox), Before); // and it answers others meanwhile

    sandbox.process().terminate();
    QTRY_COMPARE_WITH_TIMEOUT(sandbox.process().state(), QProcess::NotRunning, LongWait);
    QCOMPARE(sandbox.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(sandbox.process().exitCode(), 0);
}

void TestSandboxFaults::lieStoresOtherValuesAndSaysSo()
{
    const RunningSandbox sandbox({u"--fail"_s, u"lie:2"_s});
    const QJsonValue null(QJsonValue::Null);

    const WireReply first = sandbox.call(
        patch(chatbot(), R"({"balance":1.25,"active_balance":false,"expire_time":null})"));
    QCOMPARE(first.status, 200);
    QVERIFY(first.object().value(u"balance"_s) != QJsonValue(QLatin1StringView(After)));
    QVERIFY(first.object().value(u"balance"_s).isString());
    QCOMPARE(first.object().value(u"active_balance"_s), QJsonValue(true));
    QVERIFY(first.object().value(u"expire_time"_s) != null);
    QCOMPARE(sandbox.call(get(chatbot())).object(), first.object());

    const WireReply second = sandbox.call(
        patch(chatbot(), R"({"balance":-99999.999999999,"expire_time":"2031-01-31T12:00:00Z"})"));
    QCOMPARE(second.status, 200);
    QVERIFY(second.object().value(u"balance"_s) != QJsonValue(u"-99999.999999999"_s));
    QVERIFY(second.object().value(u"expire_time"_s) != QJsonValue(u"2031-01-31T12:00:00Z"_s));
    QCOMPARE(second.object().value(u"active_balance"_s), QJsonValue(true));
}

void TestSandboxFaults::faultWithoutANumberStrikesAlways()
{
    const RunningSandbox sandbox({u"--fail"_s, u"403"_s});

    for (int i = 0; i < 5; ++i) {
        QCOMPARE(sandbox.call(patch(chatbot(), Change)).status, 403);
    }
    QCOMPARE(balance(sandbox), Before);
}

void TestSandboxFaults::faultsStrikeInTurn()
{
    const RunningSandbox sandbox(
        {u"--fail"_s, u"500:2"_s, u"--fail"_s, u"close-after:1"_s, u"--fail"_s, u"429"_s});

    QList<int> statuses;
    for (int i = 0; i < 5; ++i) {
        statuses.append(sandbox.call(patch(chatbot(), Change)).status);
    }

    QCOMPARE(statuses, QList<int>({500, 500, 0, 429, 429}));
}

void TestSandboxFaults::whatIsNoValidChangeUsesNoFaultUp()
{
    const RunningSandbox sandbox({u"--fail"_s, u"500:1"_s});

    QCOMPARE(sandbox.call(get(chatbot())).status, 200);
    QCOMPARE(sandbox.call({}).status, 200);
    QCOMPARE(sandbox.call(patch(chatbot(), "{}")).status, 200);
    QCOMPARE(sandbox.call(patch(chatbot(), R"({"balance":"x"})")).status, 400);
    QCOMPARE(sandbox.call(patch(chatbot(), "nonsense")).status, 400);
    QCOMPARE(sandbox.call(patch(u"nobody"_s, Change)).status, 404);
    QCOMPARE(sandbox.call(patch(chatbot(), Change), "Bearer wrong").status, 401);
    QCOMPARE(sandbox.call(patch(chatbot(), Change)).status, 500);
    QCOMPARE(sandbox.call(patch(chatbot(), Change)).status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandbox_faults.moc"
