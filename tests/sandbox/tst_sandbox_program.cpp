// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <vector>

using namespace Qt::StringLiterals;
using namespace purser::test;

//! purser-sandbox as a program: how it starts, what it prints, and how it ends.
class TestSandboxProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstLineSaysWhereItIsAndWhatItTakes();
    void jwtIsNewAtEachStart();
    void listensOnTheAskedPort();
    void takenPortIsSaid();
    void endsWhenStandardInputCloses();
    void endsWhenStandardInputWasNeverOpen();
    void staysWhenStandardInputClosesUnasked();
#ifdef Q_OS_UNIX
    void endsCleanlyOnASignal_data();
    void endsCleanlyOnASignal();
#endif
    void usageErrorsEndWithTwoAndASentence_data();
    void usageErrorsEndWithTwoAndASentence();
    void helpAndVersionEndWithNought_data();
    void helpAndVersionEndWithNought();
    void offersAsManyTokensAsAsked_data();
    void offersAsManyTokensAsAsked();
    void latencyDelaysEachAnswerAndBlocksNone();
};

namespace {

QJsonObject jwtPart(const QJsonObject &firstLine, qsizetype index)
{
    const QByteArray jwt = firstLine.value(u"jwt"_s).toString().toLatin1();
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(jwt.split('.').value(index), QByteArray::Base64UrlEncoding))
        .object();
}

//! Waits for its end. -1 for a crash and for no end at all.
int exitCode(QProcess &process)
{
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, LongWait);
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

} // namespace

void TestSandboxProgram::firstLineSaysWhereItIsAndWhatItTakes()
{
    const RunningSandbox sandbox;

    QCOMPARE(sandbox.firstLine().keys(), QStringList({u"jwt"_s, u"url"_s}));
    static const QRegularExpression url(u"\\Ahttp://127\\.0\\.0\\.1:[1-9][0-9]*/v2\\z"_s);
    QVERIFY(url.match(sandbox.firstLine().value(u"url"_s).toString()).hasMatch());
    static const QRegularExpression jwt(
        u"\\A[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\z"_s);
    QVERIFY(jwt.match(sandbox.firstLine().value(u"jwt"_s).toString()).hasMatch());
    QCOMPARE(jwtPart(sandbox.firstLine(), 0).value(u"typ"_s).toString(), u"JWT"_s);
    const qint64 expires = jwtPart(sandbox.firstLine(), 1).value(u"exp"_s).toInteger();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QCOMPARE_GT(expires, now + 3600);
    QCOMPARE_LT(expires, now + 24 * 3600);
}

void TestSandboxProgram::jwtIsNewAtEachStart()
{
    const RunningSandbox first;
    const RunningSandbox second;

    QVERIFY(first.authorization() != second.authorization());
    QCOMPARE(first.call({}, second.authorization()).status, 401);
    QCOMPARE(first.call({}).status, 200);
}

void TestSandboxProgram::listensOnTheAskedPort()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost, 0));
    const quint16 port = probe.serverPort();
    probe.close();
    const RunningSandbox sandbox({u"--port"_s, QString::number(port)});

    QCOMPARE(sandbox.port(), port);
    QCOMPARE(sandbox.call({}).status, 200);
}

void TestSandboxProgram::takenPortIsSaid()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
    RunningSandbox sandbox({u"--port"_s, QString::number(taken.serverPort())});

    QCOMPARE(exitCode(sandbox.process()), 1);
    QVERIFY(sandbox.firstLine().isEmpty());
    QVERIFY(
        sandbox.process().readAllStandardError().contains(QByteArray::number(taken.serverPort())));
}

void TestSandboxProgram::endsWhenStandardInputCloses()
{
    RunningSandbox sandbox({u"--until-stdin-closes"_s});
    sandbox.process().write("what comes in is ignored\n");
    QCOMPARE(sandbox.call({}).status, 200);
    QCOMPARE(sandbox.process().state(), QProcess::Running);

    sandbox.process().closeWriteChannel();

    QCOMPARE(exitCode(sandbox.process()), 0);
}

void TestSandboxProgram::endsWhenStandardInputWasNeverOpen()
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(RunningSandbox::path(), {u"--until-stdin-closes"_s});

    QCOMPARE(exitCode(process), 0);
    QVERIFY(process.readAllStandardOutput().startsWith("{\"url\": \"http://127.0.0.1:"));
}

void TestSandboxProgram::staysWhenStandardInputClosesUnasked()
{
    RunningSandbox sandbox;

    sandbox.process().closeWriteChannel();

    for (int i = 0; i < 20; ++i) {
        QCOMPARE(sandbox.call({}).status, 200);
    }
    QCOMPARE(sandbox.process().state(), QProcess::Running);
}

#ifdef Q_OS_UNIX
void TestSandboxProgram::endsCleanlyOnASignal_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("SIGTERM") << SIGTERM << QStringList();
    QTest::newRow("SIGINT") << SIGINT << QStringList();
    QTest::newRow("SIGTERM, standard input watched")
        << SIGTERM << QStringList{u"--until-stdin-closes"_s};
    QTest::newRow("SIGTERM, an answer waits")
        << SIGTERM << QStringList{u"--latency"_s, u"600000"_s};
}

void TestSandboxProgram::endsCleanlyOnASignal()
{
    QFETCH(int, number);
    QFETCH(QStringList, arguments);
    RunningSandbox sandbox(arguments);
    const auto socket = sandbox.start({}, sandbox.authorization());
    QTRY_COMPARE(socket->bytesToWrite(), 0);

    QCOMPARE(::kill(static_cast<pid_t>(sandbox.process().processId()), number), 0);

    QCOMPARE(exitCode(sandbox.process()), 0);
    QCOMPARE(sandbox.process().readAllStandardError(), QByteArray());
}
#endif

void TestSandboxProgram::usageErrorsEndWithTwoAndASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");

    const auto row = [](const char *name, const QStringList &arguments, const char *named) {
        QTest::newRow(name) << arguments << QByteArray(named);
    };
    row("unknown option", {u"--nonsense"_s}, "nonsense");
    row("a word", {u"tokens"_s}, "tokens");
    row("port without a number", {u"--port"_s}, "port");
    row("port too high", {u"--port"_s, u"65536"_s}, "65535");
    row("port below nought", {u"--port=-1"_s}, "--port");
    row("port as a word", {u"--port"_s, u"http"_s}, "http");
    row("too many tokens", {u"--tokens"_s, u"200001"_s}, "200000");
    row("tokens as a word", {u"--tokens"_s, u"many"_s}, "many");
    row("latency below nought", {u"--latency=-5"_s}, "--latency");
    row("latency with a unit", {u"--latency"_s, u"5ms"_s}, "5ms");
    row("spend as a word", {u"--spend"_s, u"lots"_s}, "lots");
    row("spend below nought", {u"--spend=-1"_s}, "--spend");
    row("spend out of the interval", {u"--spend"_s, u"100000"_s}, "100000");
    row("spend with an exponent", {u"--spend"_s, u"1e2"_s}, "1e2");
    row("unknown failure", {u"--fail"_s, u"418"_s}, "close-before");
    row("failure without a kind", {u"--fail"_s, u":2"_s}, ":2");
    row("failure nought times", {u"--fail"_s, u"500:0"_s}, "500:0");
    row("failure with no number after the colon", {u"--fail"_s, u"500:"_s}, "500:");
    row("failure with a word after the colon", {u"--fail"_s, u"500:ever"_s}, "500:ever");
    row("failure that never strikes", {u"--fail"_s, u"500"_s, u"--fail"_s, u"lie:1"_s}, "lie:1");
}

void TestSandboxProgram::usageErrorsEndWithTwoAndASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    QProcess process;
    process.start(RunningSandbox::path(), arguments);

    QCOMPARE(exitCode(process), 2);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.contains(named), error.constData());
    QVERIFY2(error.endsWith(".\n"), error.constData());
}

void TestSandboxProgram::helpAndVersionEndWithNought_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QStringList>("said");

    QTest::newRow("--help") << u"--help"_s
                            << QStringList{u"--port"_s,
                                           u"--tokens"_s,
                                           u"--latency"_s,
                                           u"--spend"_s,
                                           u"--fail"_s,
                                           u"--until-stdin-closes"_s,
                                           u"marketing-chatbot"_s,
                                           u"close-after"_s};
    QTest::newRow("--version") << u"--version"_s
                               << QStringList{u"purser-sandbox " PURSER_VERSION "\n"_s};
}

void TestSandboxProgram::helpAndVersionEndWithNought()
{
    QFETCH(QString, option);
    QFETCH(QStringList, said);
    QProcess process;
    process.start(RunningSandbox::path(), {option});

    QCOMPARE(exitCode(process), 0);
    const QString output = QString::fromLocal8Bit(process.readAllStandardOutput());
    for (const QString &text : said) {
        QVERIFY2(output.contains(text), qPrintable(text));
    }
}

void TestSandboxProgram::offersAsManyTokensAsAsked_data()
{
    QTest::addColumn<int>("count");

    for (const int count : {0, 1, 5, 12, 13, 5000}) {
        QTest::addRow("%d", count) << count;
    }
}

void TestSandboxProgram::offersAsManyTokensAsAsked()
{
    QFETCH(int, count);
    const RunningSandbox sandbox({u"--tokens"_s, QString::number(count)});

    const auto tokens = sandbox.call({}).array();

    QSet<QString> names;
    for (const auto &token : tokens) {
        names.insert(token.toObject().value(u"name"_s).toString());
    }
    QCOMPARE(tokens.size(), count);
    QCOMPARE(names.size(), count);
    QVERIFY(!names.contains(QString()));
}

void TestSandboxProgram::latencyDelaysEachAnswerAndBlocksNone()
{
    constexpr int Latency = 500;
    constexpr int Calls = 8;
    const RunningSandbox sandbox({u"--latency"_s, QString::number(Latency)});
    QElapsedTimer clock;
    clock.start();

    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    sockets.reserve(Calls);
    for (int i = 0; i < Calls; ++i) {
        sockets.push_back(sandbox.start({}, sandbox.authorization()));
    }
    for (const auto &socket : sockets) {
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, LongWait);
        QCOMPARE_GE(clock.elapsed(), Latency);
        QCOMPARE(wireReplyFrom(socket->readAll()).status, 200);
    }

    QCOMPARE_LT(clock.elapsed(), Latency * Calls); // one after the other would take that long
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandbox_program.moc"
