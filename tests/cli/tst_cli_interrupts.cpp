// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "support/wireserver.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace purser::test;

namespace {

constexpr int LongWait = 30'000;

constexpr auto AlphaBody =
    R"({"name":"alpha","token_type":"api_token","balance":5,"active_balance":true})";

WireScript silence()
{
    return {{WireStep::awaitRequest(), WireStep::stall()}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The processes that pid has started and that still run.
QList<pid_t> childrenOf(qint64 pid)
{
    QList<pid_t> children;
    const QStringList entries = QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs);
    for (const QString &entry : entries) {
        const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(entry));
        // "pid (name) state ppid ...": the name may have anything in it.
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields.at(0) != "Z" && fields.at(1).toLongLong() == pid) {
            children.append(static_cast<pid_t>(entry.toLongLong()));
        }
    }
    return children;
}

bool runs(pid_t pid)
{
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(pid));
    return !stat.isEmpty() && !stat.mid(stat.lastIndexOf(')') + 2).startsWith('Z');
}

void send(const QProcess &process, int number)
{
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), number), 0);
}

} // namespace

//! Ctrl+C and its kin, and what other processes can see meanwhile.
class TestCliInterrupts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anInterruptedChangeIsReportedAsUnknown_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void anInterruptedChangeIsReportedAsUnknown()
    {
        QFETCH(int, number);
        WireServer server;
        server.play({answer(200, "[]"), answer(200, AlphaBody), answer(200, AlphaBody), silence()});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        const auto process = cli.start({u"set"_s, u"alpha"_s, u"--balance"_s, u"9"_s, u"--json"_s});
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 4, LongWait);
        QCOMPARE(server.requests().back().method(), QByteArray("PATCH"));

        send(*process, number);

        const auto result = CliBench::resultOf(*process);
        QVERIFY2(result.code == 4, result.text().constData());
        QCOMPARE(result.json().value(u"outcome"_s).toString(), u"unknown"_s);
        QCOMPARE(result.json().value(u"error"_s).toObject().value(u"kind"_s).toString(),
                 u"cancelled"_s);
        QVERIFY2(result.error.contains("not known"_L1), result.text().constData());
        QCOMPARE(server.requests().size(), 4);
    }

    void anInterruptedReadHasSentNothing_data()
    {
        QTest::addColumn<int>("reads");
        QTest::newRow("the first") << 1;
        QTest::newRow("the one before sending") << 2;
    }
    void anInterruptedReadHasSentNothing()
    {
        QFETCH(int, reads);
        WireServer server;
        QList<WireScript> scripts(reads, answer(200, AlphaBody));
        scripts.front() = answer(200, "[]");
        scripts.append(silence());
        server.play(scripts);
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        const auto process = cli.start({u"set"_s, u"alpha"_s, u"--balance"_s, u"9"_s});
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1 + reads, LongWait);

        send(*process, SIGINT);

        const auto result = CliBench::resultOf(*process);
        QVERIFY2(result.code == 5, result.text().constData());
        QVERIFY2(result.error.contains("changed"_L1), result.text().constData());
        QCOMPARE(server.requests().size(), 1 + reads);
        QCOMPARE(server.requests().back().method(), QByteArray("GET"));
    }

    void othersDoNotSeeTheJwtWhileItIsChecked()
    {
        WireServer server;
        server.play({silence()});
        const CliBench cli;
        const auto process = cli.start({u"login"_s, u"--url"_s, server.url(u"/v2"_s)});
        process->write("a-canary-jwt\n");
        process->closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, LongWait);
        QVERIFY(server.requests().front().headers("Authorization").contains("Bearer a-canary-jwt"));

        const QString folder = u"/proc/%1/"_s.arg(process->processId());
        QVERIFY(contentOf(folder + "cmdline"_L1).contains("login"));
        QVERIFY(!contentOf(folder + "cmdline"_L1).contains("canary"));
        QVERIFY(!contentOf(folder + "environ"_L1).contains("canary"));
        QCOMPARE(cli.filesWith("canary"), QStringList());

        send(*process, SIGINT);
        const auto result = CliBench::resultOf(*process);
        QVERIFY2(result.code == 5, result.text().constData());
        QVERIFY(!result.text().contains("canary"));
        QVERIFY(!QFile::exists(cli.settingsPath()));
    }

    void waitingForTheJwtCanBeInterrupted()
    {
        const CliBench cli;
        const auto process = cli.start({u"login"_s, u"--sandbox"_s, u"--json"_s});
        // Its sandbox starts: soon it reads its input, which stays open.
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(process->processId()).size(), 1, LongWait);
        const pid_t sandbox = childrenOf(process->processId()).front();

        send(*process, SIGINT);

        const auto result = CliBench::resultOf(*process);
        QVERIFY2(result.code == 5, result.text().constData());
        QCOMPARE(result.json().value(u"error"_s).toObject().value(u"kind"_s).toString(),
                 u"cancelled"_s);
        QVERIFY(!runs(sandbox));
    }

    void theSandboxEndsWithAProgramThatIsKilled()
    {
        const CliBench cli;
        const auto process = cli.start({u"login"_s, u"--sandbox"_s});
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(process->processId()).size(), 1, LongWait);
        const pid_t sandbox = childrenOf(process->processId()).front();

        send(*process, SIGKILL);

        QTRY_VERIFY_WITH_TIMEOUT(!runs(sandbox), LongWait);
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, LongWait);
    }

    void interruptsOfTheTerminalSpareTheSandbox()
    {
        const CliBench cli;
        const auto process = cli.start({u"login"_s, u"--sandbox"_s});
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(process->processId()).size(), 1, LongWait);
        const pid_t sandbox = childrenOf(process->processId()).front();
        // Right after the fork it still is in its parent's group.
        QTRY_COMPARE_WITH_TIMEOUT(::getpgid(sandbox), sandbox, LongWait);
        process->closeWriteChannel();
        QCOMPARE(CliBench::resultOf(*process).code, 2); // no JWT came
    }
};

QTEST_GUILESS_MAIN(TestCliInterrupts)
#include "tst_cli_interrupts.moc"
