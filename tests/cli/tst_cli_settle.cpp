// SPDX-License-Identifier: GPL-3.0-or-later
#include "clisandbox.h"
#include "support/wireserver.h"

#include "accounts/accountstore.h"
#include "journal/run.h"
#include "support/append.h"
#include "system/privatefiles.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

constexpr int Patience = 30'000;

QString firstOutcome(const CliResult &result)
{
    return result.json()
        .value(u"changes"_s)
        .toArray()
        .at(0)
        .toObject()
        .value(u"outcome"_s)
        .toString();
}

//! As if it had been sent long ago, so that old values mean something.
void makeOld(const QString &journalPath)
{
    // By the clocks of the computer's start, which count for what a run that is gone has sent.
    const RawConnection raw(journalPath);
    for (const QVariantList &row : raw.rows(u"SELECT id, boot FROM changes ORDER BY id"_s)) {
        const QStringList boot = row.at(1).toString().split(u' ');
        QCOMPARE(boot.size(), 3);
        constexpr qint64 Minutes = 2 * 60 * 1'000;
        raw.rows(u"UPDATE changes SET created_at = strftime('%Y-%m-%dT%H:%M:%fZ', created_at, "
                 "'-120 seconds'), seq = (SELECT max(seq) + 1 FROM changes), boot = '%1 %2 %3' "
                 "WHERE id = %4"_s.arg(boot.at(0))
                     .arg(boot.at(1).toLongLong() - Minutes)
                     .arg(boot.at(2).toLongLong() - Minutes)
                     .arg(row.at(0).toLongLong()));
    }
}

ChangeRecord changeOf(const QString &url)
{
    ChangeRecord record = sampleChange(u"marketing-chatbot"_s);
    const auto service = *ServiceUrl::fromText(url);
    record.key = {u"Test"_s, service.origin(), u"marketing-chatbot"_s, {}, service.identity()};
    record.createdAt = QDateTime::currentDateTimeUtc();
    return record;
}

} // namespace

//! What becomes of changes that were left undecided.
class TestCliSettle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutUndecidedChangesThereIsNothingToSettle()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const auto result = bench.run(u"settle"_s);
        QVERIFY2(result.code == 0, result.text().constData());
        QCOMPARE(result.part(u"outcome"_s), u"nothing_to_do"_s);
        QVERIFY(result.json().value(u"changes"_s).toArray().isEmpty());
        QVERIFY(bench.cli.run({u"settle"_s}).out.contains("Nothing to settle"_L1));
    }

    void whatCannotBeFoundOutIsClosedByHand()
    {
        const CliSandbox bench({u"--fail"_s, u"close-before:1"_s});
        QVERIFY(bench.isReady);
        const QString set = u"set marketing-chatbot --add 5"_s;
        QCOMPARE(bench.run(set).code, 4);
        QCOMPARE(bench.run(set).code, 7);

        QCOMPARE(bench.run(u"settle --abandon 7"_s).code, 9);
        const auto closed = bench.run(u"settle --abandon 1"_s);
        QVERIFY2(closed.code == 0, closed.text().constData());
        QCOMPARE(closed.part(u"outcome"_s), u"abandoned"_s);
        QCOMPARE(firstOutcome(closed), u"abandoned"_s);
        const auto again = bench.run(u"settle --abandon 1"_s);
        QVERIFY2(again.code == 0, again.text().constData());
        QCOMPARE(again.part(u"outcome"_s), u"nothing_to_do"_s);
        QCOMPARE(bench.run(set).code, 0);
        for (const QString &wrong :
             {u"settle --abandon 0"_s, u"settle --abandon one"_s, u"history --abandon 1"_s}) {
            QCOMPARE(bench.run(wrong).code, 2);
        }
    }

    void aChangeOfALivingRunIsNotClosedFromElsewhere()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const Run living(runsFolder(bench.cli.journalPath()));
        {
            Journal journal(bench.cli.journalPath(), living.id());
            const auto id = appendTo(journal, changeOf(u"http://127.0.0.1:1/v2"_s), false);
            QVERIFY(id && !journal.markSent(*id, {}));
        }
        const auto result = bench.run(u"settle --abandon 1"_s);
        QVERIFY2(result.code == 7, result.text().constData());
        QVERIFY(result.error.contains("is running"_L1));
    }

    void anUndecidedChangeStopsTheNextUntilItIsSettled_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("wasApplied");
        QTest::newRow("500-after") << u"500-after:1"_s << true;
        QTest::newRow("close-after") << u"close-after:1"_s << true;
        QTest::newRow("half") << u"half:1"_s << true;
        QTest::newRow("500") << u"500:1"_s << false;
        QTest::newRow("close-before") << u"close-before:1"_s << false;
    }
    void anUndecidedChangeStopsTheNextUntilItIsSettled()
    {
        QFETCH(QString, fault);
        QFETCH(bool, wasApplied);
        const CliSandbox bench({u"--fail"_s, fault});
        QVERIFY(bench.isReady);
        const QString set = u"set marketing-chatbot --add 5"_s;
        const auto unknown = bench.run(set);
        QVERIFY2(unknown.code == 4 && unknown.error.contains("purser-cli settle"_L1),
                 unknown.text().constData());

        for (const QString &words : {set, set + " --without-journal"_L1}) {
            const auto next = bench.run(words);
            QVERIFY2(next.code == 7, next.text().constData());
            QCOMPARE(next.part(u"outcome"_s), u"stopped"_s);
            QCOMPARE(next.errorPart(u"kind"_s), u"undecided"_s);
            QVERIFY2(next.error.contains("purser-cli settle"_L1), next.text().constData());
        }
        QCOMPARE(bench.run(u"set demo-sandbox --add 1"_s).code, 0); // another token

        makeOld(bench.cli.journalPath());
        const auto settled = bench.run(u"settle"_s);
        QVERIFY2(settled.code == (wasApplied ? 0 : 1), settled.text().constData());
        const QString outcome = wasApplied ? u"applied"_s : u"not_applied"_s;
        QCOMPARE(settled.part(u"outcome"_s), outcome);
        QCOMPARE(firstOutcome(settled), outcome);
        QCOMPARE(bench.journal(u"SELECT outcome FROM changes WHERE id = 1"_s).toString(), outcome);
        QCOMPARE(bench.journal(u"SELECT settled_how FROM changes WHERE id = 1"_s).toString(),
                 u"read"_s);
        QCOMPARE(bench.run(set).code, 0);
        QCOMPARE(bench.run(u"settle"_s).part(u"outcome"_s), u"nothing_to_do"_s);
    }

    void peopleGetALinePerChange()
    {
        const CliSandbox bench({u"--fail"_s, u"500-after:1"_s, u"--fail"_s, u"500:1"_s});
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 5"_s).code, 4);
        QCOMPARE(bench.run(u"set demo-sandbox --add 5"_s).code, 4);
        makeOld(bench.cli.journalPath());
        const auto result = bench.cli.run({u"settle"_s});
        QVERIFY2(result.code == 1 && result.error.isEmpty(), result.text().constData());
        QVERIFY2(result.out.contains(u"Change 1, token “marketing-chatbot”, account “Test”: "
                                     "Applied."_s)
                     && result.out.contains(u"“demo-sandbox”, account “Test”: Not applied."_s),
                 result.text().constData());
    }

    void onlyTheAccountThatIsNamedIsRead()
    {
        const CliSandbox bench({u"--fail"_s, u"500-after:1"_s});
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 5"_s).code, 4);
        QCOMPARE(bench.run(u"settle --account Other"_s).part(u"outcome"_s), u"nothing_to_do"_s);
        QCOMPARE(bench.journal(u"SELECT outcome FROM changes"_s).toString(), u"unknown"_s);
        QCOMPARE(bench.run(u"settle --account Test"_s).part(u"outcome"_s), u"applied"_s);
    }

    void withoutAJwtItIsSaidAtOnce()
    {
        const CliSandbox bench({u"--fail"_s, u"500-after:1"_s});
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 5"_s).code, 4);
        QCOMPARE(bench.run(u"logout"_s).code, 0);
        const auto result = bench.cli.run({u"settle"_s});
        QVERIFY2(result.code == 4, result.text().constData());
        QVERIFY2(result.out.contains("purser-cli login"_L1), result.text().constData());
        QCOMPARE(bench.journal(u"SELECT outcome FROM changes"_s).toString(), u"unknown"_s);
    }

    void anAccountThatIsGoneIsSaidAtOnce()
    {
        const CliSandbox bench({u"--fail"_s, u"500-after:1"_s});
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 5"_s).code, 4);
        AccountStore accounts(bench.cli.settingsPath());
        const Account known = *accounts.current();
        QVERIFY(accounts.remove(known.id));
        const auto result = bench.cli.run({u"settle"_s});
        QVERIFY(accounts.save(known)); // for the signing out
        QVERIFY2(result.code == 4 && result.out.contains("not known here"_L1),
                 result.text().constData());
    }

    void whatWasNeverSentIsAbandoned()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const QString url = bench.sandbox.firstLine().value(u"url"_s).toString();
        Journal gone(bench.cli.journalPath(), u"0000-gone"_s);
        QVERIFY(appendTo(gone, changeOf(url), false).hasValue());
        const auto result = bench.run(u"settle"_s);
        QVERIFY2(result.code == 1, result.text().constData());
        QCOMPARE(firstOutcome(result), u"abandoned"_s);
        QCOMPARE(bench.journal(u"SELECT settled_how FROM changes"_s).toString(), u"recovered"_s);
    }

    void aRunningPursersChangeIsLeftToIt()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const QString url = bench.sandbox.firstLine().value(u"url"_s).toString();
        const Run run(runsFolder(bench.cli.journalPath()));
        Journal journal(bench.cli.journalPath(), run.id());
        const auto id = appendTo(journal, changeOf(url), false);
        QVERIFY(id.hasValue() && !journal.markSent(*id));

        const auto settle = bench.cli.run({u"settle"_s});
        QVERIFY2(settle.code == 0 && settle.out.contains("Purser that is running"_L1),
                 settle.text().constData());
        QCOMPARE(bench.journal(u"SELECT outcome FROM changes"_s).toString(), u"sent"_s);
        const auto set = bench.run(u"set marketing-chatbot --add 5"_s);
        QVERIFY2(set.code == 7, set.text().constData());
        QCOMPARE(set.errorPart(u"kind"_s), u"undecided"_s);
    }

#ifdef Q_OS_UNIX
    void whatAKilledProgramSentIsFoundOut()
    {
        const QByteArray before =
            R"({"name":"alpha","token_type":"api_token","balance":5,"active_balance":true})";
        const QByteArray after =
            R"({"name":"alpha","token_type":"api_token","balance":9,"active_balance":true})";
        WireServer server;
        server.play({answer(200, "[]"),
                     answer(200, before),
                     answer(200, before),
                     {{WireStep::awaitRequest(), WireStep::stall()}},
                     answer(200, after)});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        const auto process = cli.start({u"set"_s, u"alpha"_s, u"--balance"_s, u"9"_s});
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 4, Patience);
        process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, Patience);
        QCOMPARE(RawConnection(cli.journalPath()).value(u"SELECT outcome FROM changes"_s),
                 u"sent"_s);

        const auto result = cli.run({u"settle"_s, u"--json"_s});

        QVERIFY2(result.code == 0, result.text().constData());
        QCOMPARE(firstOutcome(result), u"applied"_s);
        QCOMPARE(server.requests().back().method(), QByteArray("GET"));
    }

    void anInterruptEndsItWithWhatIsKnown()
    {
        const CliSandbox bench({u"--fail"_s, u"500:1"_s});
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 5"_s).code, 4);
        const auto process = bench.cli.start({u"settle"_s});
        QTRY_VERIFY_WITH_TIMEOUT(process->bytesAvailable() > 0, Patience); // it has begun to read

        QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);

        const auto result = CliBench::resultOf(*process);
        QVERIFY2(result.code == 4, result.text().constData());
        QVERIFY2(result.out.contains("Unknown."_L1), result.text().constData());
        QCOMPARE(bench.journal(u"SELECT outcome FROM changes"_s).toString(), u"unknown"_s);
    }
#endif
};

QTEST_GUILESS_MAIN(TestCliSettle)
#include "tst_cli_settle.moc"
