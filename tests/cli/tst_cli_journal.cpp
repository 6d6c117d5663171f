// SPDX-License-Identifier: GPL-3.0-or-later
#include "clisandbox.h"
#include "support/wireserver.h"

#include "accounts/accountstore.h"
#include "journal/journal.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QString chatbot()
{
    return u"marketing-chatbot"_s;
}

QJsonObject objectOf(const QVariant &json)
{
    return QJsonDocument::fromJson(json.toString().toUtf8()).object();
}

WireScript alpha(const QByteArray &balance)
{
    return answer(200,
                  R"({"name":"alpha","token_type":"api_token","active_balance":true,"balance":)"
                      + balance + "}");
}

} // namespace

//! What set writes down, what stops it, and what history shows: real programs, a real file.
class TestCliJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachEndIsInTheJournal_data()
    {
        QTest::addColumn<QString>("fault"); // empty: none
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("status");
        const auto row = [](const char *fault, const QString &outcome, const QString &how,
                            int status) {
            QTest::addRow("%s", *fault == '\0' ? "none" : fault)
                << QString::fromLatin1(fault) << outcome << how << status;
        };
        row("", u"applied"_s, u"reply"_s, 200);
        row("lie", u"applied_differently"_s, u"reply"_s, 200);
        row("429", u"rejected"_s, u"reply"_s, 429);
        row("401", u"rejected"_s, u"reply"_s, 401);
        row("500-after", u"unknown"_s, QString(), 500);
        row("close-after", u"unknown"_s, QString(), 0);
    }
    void eachEndIsInTheJournal()
    {
        QFETCH(QString, fault);
        QFETCH(QString, outcome);
        QFETCH(QString, how);
        QFETCH(int, status);
        const CliSandbox bench(fault.isEmpty() ? QStringList() : QStringList{u"--fail"_s, fault});
        QVERIFY(bench.isReady);

        const auto result = bench.run(
            {u"set"_s, chatbot(), u"--balance"_s, u"99.5"_s, u"--reason"_s, u"Budget of May"_s});

        QCOMPARE(result.part(u"outcome"_s), outcome);
        QCOMPARE(result.json().value(u"change_id"_s).toInt(), 1);
        const RawConnection raw(bench.cli.journalPath());
        QCOMPARE(raw.rows(u"SELECT * FROM changes"_s).size(), 1);
        QCOMPARE(raw.value(u"SELECT outcome FROM changes"_s).toString(), outcome);
        QCOMPARE(raw.value(u"SELECT settled_how FROM changes"_s).toString(), how);
        QCOMPARE(raw.value(u"SELECT status FROM changes"_s).toInt(), status);
        QCOMPARE(raw.value(u"SELECT account FROM changes"_s).toString(), u"Test"_s);
        QCOMPARE(raw.value(u"SELECT token FROM changes"_s).toString(), chatbot());
        QCOMPARE(raw.value(u"SELECT reason FROM changes"_s).toString(), u"Budget of May"_s);
        QCOMPARE(
            objectOf(raw.value(u"SELECT \"before\" FROM changes"_s)).value(u"balance"_s).toDouble(),
            87.45);
        QCOMPARE(raw.value(u"SELECT patch FROM changes"_s).toString(), u"{\"balance\":99.5}"_s);
        QCOMPARE(rightsOf(bench.cli.journalPath()), 0600);
        const QByteArray jwt = bench.sandbox.firstLine().value(u"jwt"_s).toString().toLatin1();
        QCOMPARE(bench.cli.filesWith(jwt), QStringList());
    }

    void addAndDeductGoByTheBalanceThatIsReadLast_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("stored");
        QTest::newRow("add") << u"--add 12.55"_s << u"98.000000000"_s;
        QTest::newRow("deduct") << u"--deduct 0.000000001"_s << u"85.449999999"_s;
        QTest::newRow("deduct into debt") << u"--deduct 100 --yes"_s << u"-14.550000000"_s;
    }
    void addAndDeductGoByTheBalanceThatIsReadLast()
    {
        QFETCH(QString, options);
        QFETCH(QString, stored);
        const CliSandbox bench(
            {u"--spend"_s, u"1"_s}); // 2 are gone by signing in and the first read
        QVERIFY(bench.isReady);
        const auto result = bench.run("set marketing-chatbot "_L1 + options);
        QVERIFY2(result.code == 0, result.text().constData());
        QCOMPARE(bench.stored(chatbot()).value(u"balance"_s).toString(), stored);
    }

    void whatCannotBeAddedIsSaid_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("no balance") << u"set batch-translation --add 1"_s << u"has no balance"_s;
        QTest::newRow("too large") << u"set load-tests --add 1"_s << u"100000 or more"_s;
        QTest::newRow("too small")
            << u"set voice-assistant --deduct 99999 --yes"_s << u"-100000 or less"_s;
        QTest::newRow("dry run") << u"set load-tests --add 1 --dry-run"_s << u"100000 or more"_s;
    }
    void whatCannotBeAddedIsSaid()
    {
        QFETCH(QString, words);
        QFETCH(QString, said);
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const auto result = bench.run(words);
        QVERIFY2(result.code == 2, result.text().constData());
        QCOMPARE(result.part(u"outcome"_s), u"not_sent"_s);
        QCOMPARE(result.errorPart(u"kind"_s), u"invalid_value"_s);
        QVERIFY2(result.error.contains(said), result.text().constData());
    }

    void whatTheTokenSpendsMeanwhileDoesNotStopIt()
    {
        const CliSandbox bench({u"--spend"_s, u"0.5"_s});
        QVERIFY(bench.isReady);
        const auto result = bench.run(u"set marketing-chatbot --balance 100"_s);
        QVERIFY2(result.code == 0, result.text().constData());
    }

    void whatSomebodyElseChangesMeanwhileStopsIt()
    {
        WireServer server;
        server.play({answer(200, "[]"), alpha("5"), alpha("50")});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        const auto result = cli.run({u"set"_s, u"alpha"_s, u"--balance"_s, u"9"_s, u"--json"_s});
        QVERIFY2(result.code == 7, result.text().constData());
        QCOMPARE(result.part(u"outcome"_s), u"stopped"_s);
        QCOMPARE(result.errorPart(u"kind"_s), u"moved"_s);
        QVERIFY2(result.error.contains("shown 5.00, now 50.00, wanted 9.00"_L1),
                 result.text().constData());
        QCOMPARE(result.json().value(u"after"_s).toObject().value(u"balance"_s).toString(),
                 u"50"_s);
        QCOMPARE(server.requests().back().method(), QByteArray("GET"));
    }

    void aDangerIsSentOnlyIfAgreedTo_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("said");
        QTest::newRow("used up") << u"--balance 0"_s << u"its balance would be 0.00"_s;
        QTest::newRow("expired") << u"--expires 2020-01-01T00:00:00Z"_s << u"in the past"_s;
        QTest::newRow("unlimited") << u"--active off"_s << u"unlimited"_s;
        QTest::newRow("by an amount") << u"--deduct 90"_s << u"-2.55"_s;
    }
    void aDangerIsSentOnlyIfAgreedTo()
    {
        QFETCH(QString, options);
        QFETCH(QString, said);
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const QJsonObject before = bench.stored(chatbot());
        const QString words = "set marketing-chatbot "_L1 + options;

        const auto stopped = bench.run(words);
        QVERIFY2(stopped.code == 7, stopped.text().constData());
        QCOMPARE(stopped.part(u"outcome"_s), u"stopped"_s);
        QCOMPARE(stopped.errorPart(u"kind"_s), u"danger"_s);
        QVERIFY2(stopped.error.contains(said) && stopped.error.contains("--yes"_L1),
                 stopped.text().constData());
        QCOMPARE(bench.stored(chatbot()), before);
        QCOMPARE(bench.journal(u"SELECT count(*) FROM changes"_s).toInt(), 0);

        const auto people = bench.cli.run((words + " --yes"_L1).split(u' '));
        QVERIFY2(people.code == 0, people.text().constData());
        QVERIFY2(people.out.contains("Danger: "_L1) && people.out.contains(said),
                 people.text().constData());
        QVERIFY(bench.stored(chatbot()) != before);
    }

    void whatOnlyReadsMakesNoFile_data()
    {
        QTest::addColumn<QString>("words");
        for (const auto *words : {"show marketing-chatbot", "list", "history", "undo 1 --dry-run",
                                  "accounts", "set marketing-chatbot --add 5 --dry-run",
                                  "set marketing-chatbot --add 5 --without-journal"}) {
            QTest::newRow(words) << QString::fromLatin1(words);
        }
    }
    void whatOnlyReadsMakesNoFile()
    {
        QFETCH(QString, words);
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const auto result = bench.run(words);
        QVERIFY2(result.code == (words.startsWith("undo"_L1) ? 2 : 0), result.text().constData());
        QVERIFY(result.json().value(u"change_id"_s).isNull());
        QVERIFY(!QFile::exists(bench.cli.home() + "/data"_L1));
    }

    void aDryRunOfAnAmountShowsTheSum()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const auto result = bench.run(u"set marketing-chatbot --deduct 87.45 --dry-run"_s);
        QVERIFY2(result.code == 0, result.text().constData());
        QVERIFY(result.out.contains(R"("body":{"balance":0})"_L1));
        QVERIFY2(result.out.contains(R"("severity":"danger")"_L1), result.text().constData());
    }

    void anUnusableJournalStopsChangesAlone_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("no folder") << u"journal_read_only"_s;
        QTest::newRow("a newer one") << u"journal_too_new"_s;
    }
    void anUnusableJournalStopsChangesAlone()
    {
        QFETCH(QString, kind);
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const bool isNewer = kind == "journal_too_new"_L1;
        if (isNewer) {
            makeFile(bench.cli.journalPath(), {u"PRAGMA user_version = 9999"_s});
        } else {
            writeContent(bench.cli.home() + "/data"_L1, "a file is no folder");
        }
        const QJsonObject before = bench.stored(chatbot());

        const QString set = u"set marketing-chatbot --add 5"_s;
        for (const QString &words : {set, u"settle"_s}) {
            const auto stopped = bench.run(words);
            QVERIFY2(stopped.code == 9, stopped.text().constData());
            QCOMPARE(stopped.part(u"outcome"_s), u"not_sent"_s);
            QCOMPARE(stopped.errorPart(u"kind"_s), kind);
            QVERIFY2(!stopped.error.contains("ubmit"_L1), stopped.text().constData());
        }
        QCOMPARE(bench.stored(chatbot()), before);
        QCOMPARE(bench.run(u"history"_s).code, isNewer ? 9 : 0);
        for (const QString &words :
             {u"show marketing-chatbot"_s, u"list"_s, set + " --dry-run"_L1}) {
            const auto result = bench.run(words);
            QVERIFY2(result.code == 0, result.text().constData());
        }
        const auto sent = bench.run(set + " --without-journal"_L1);
        QVERIFY2(sent.code == 0, sent.text().constData());
        QVERIFY(sent.json().value(u"change_id"_s).isNull());
        QCOMPARE(sent.json().value(u"guarded"_s), QJsonValue(false));
        QCOMPARE(bench.stored(chatbot()).value(u"balance"_s).toString(), u"92.450000000"_s);
    }

    void aLockedJournalIsWaitedForAndThenSaid()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 5"_s).code, 0);
        const RawConnection other(bench.cli.journalPath());
        other.rows(u"BEGIN IMMEDIATE"_s);

        const auto stopped = bench.run(u"set marketing-chatbot --add 5"_s);
        QVERIFY2(stopped.code == 9, stopped.text().constData());
        QCOMPARE(stopped.errorPart(u"kind"_s), u"journal_locked"_s);
        const auto history = bench.run(u"history"_s); // who only reads need not wait
        QCOMPARE(history.json().value(u"changes"_s).toArray().size(), 1);
        QCOMPARE(bench.stored(chatbot()).value(u"balance"_s).toString(), u"92.450000000"_s);

        other.rows(u"ROLLBACK"_s);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 5"_s).code, 0);
    }

    void aDamagedJournalIsPutAsideAndThatIsSaid()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        QVERIFY(QDir().mkpath(QFileInfo(bench.cli.journalPath()).path()));
        writeContent(bench.cli.journalPath(), "this is no journal");
        const auto result = bench.run(u"set marketing-chatbot --add 5"_s);
        QVERIFY2(result.code == 0, result.text().constData());
        QVERIFY2(result.error.contains("damaged"_L1), result.text().constData());
        QCOMPARE(bench.journal(u"SELECT count(*) FROM changes"_s).toInt(), 1);
    }

    void anAccountMayRequireAReason()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        AccountStore accounts(bench.cli.settingsPath());
        QVERIFY(accounts.setRequiresReason(accounts.current()->id, true));

        const auto refused = bench.run(u"set marketing-chatbot --add 5"_s);
        QVERIFY2(refused.code == 2, refused.text().constData());
        QCOMPARE(refused.errorPart(u"kind"_s), u"reason_required"_s);
        QVERIFY2(refused.error.contains("--reason"_L1), refused.text().constData());
        QVERIFY(!QFile::exists(bench.cli.journalPath()));

        QCOMPARE(bench.run(u"set marketing-chatbot --add 5 --reason May"_s).code, 0);
        const auto undo = bench.run(u"undo 1"_s);
        QVERIFY2(undo.code == 2, undo.text().constData());
        QCOMPARE(bench.run(u"undo 1 --reason Wrong"_s).code, 0);
        QCOMPARE(bench.journal(u"SELECT reason FROM changes WHERE id = 2"_s).toString(),
                 u"Wrong"_s);
    }

    void historyShowsWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QList<int>>("ids");
        QTest::newRow("all, newest first") << QString() << QList<int>{3, 2, 1};
        QTest::newRow("limit") << u"--limit 2"_s << QList<int>{3, 2};
        QTest::newRow("token") << u"--token Chatbot"_s << QList<int>{3, 1};
        QTest::newRow("outcome") << u"--outcome rejected"_s << QList<int>{1};
        QTest::newRow("text") << u"--text third"_s << QList<int>{3};
        QTest::newRow("since the future") << u"--since 2999-01-01T00:00:00Z"_s << QList<int>{};
        QTest::newRow("until the future")
            << u"--until 2999-01-01T00:00:00Z"_s << QList<int>{3, 2, 1};
        QTest::newRow("account") << u"--account Test"_s << QList<int>{3, 2, 1};
        QTest::newRow("another account") << u"--account Other"_s << QList<int>{};
    }
    void historyShowsWhatIsAskedFor()
    {
        QFETCH(QString, options);
        QFETCH(QList<int>, ids);
        const CliSandbox bench({u"--fail"_s, u"429:1"_s});
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 1 --reason first"_s).code, 1);
        QCOMPARE(bench.run(u"set demo-sandbox --add 1 --reason second"_s).code, 0);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 1.5 --reason third"_s).code, 0);

        const auto result = bench.run(("history "_L1 + options).trimmed());

        QVERIFY2(result.code == 0, result.text().constData());
        const QJsonArray changes = result.json().value(u"changes"_s).toArray();
        QList<int> found;
        for (const QJsonValue &change : changes) {
            found.append(change.toObject().value(u"id"_s).toInt());
        }
        QCOMPARE(found, ids);
        if (ids.isEmpty()) {
            return;
        }
        const auto people = bench.cli.run(("history "_L1 + options).trimmed().split(u' '));
        QCOMPARE(people.out.contains("balance 87.45 -> 88.95"_L1), ids.contains(3));
        QCOMPARE(people.out.contains("--limit shows more"_L1), options.contains("limit"_L1));
    }

    void withoutAListTheJournalsNamesAreShown_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("405") << 405 << QByteArray(R"({"detail":"no"})") << 0;
        QTest::newRow("404 without JSON") << 404 << QByteArray("<h1>Not Found</h1>") << 0;
        QTest::newRow("404 with JSON") << 404 << QByteArray(R"({"detail":"Not found."})") << 1;
        QTest::newRow("403") << 403 << QByteArray(R"({"detail":"no"})") << 3;
        QTest::newRow("500") << 500 << QByteArray("<h1>Oops</h1>") << 5;
        QTest::newRow("no list") << 200 << QByteArray("{}") << 5;
    }
    void withoutAListTheJournalsNamesAreShown()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        WireServer server;
        server.play({answer(200, "[]"), alpha("5"), alpha("5"), alpha("9"), answer(status, body)});
        const CliBench cli;
        QVERIFY(cli.login(server.url(u"/v2"_s), "a-key"));
        QCOMPARE(cli.run({u"set"_s, u"alpha"_s, u"--balance"_s, u"9"_s}).code, 0);

        const auto result = cli.run({u"list"_s, u"--json"_s});

        QVERIFY2(result.code == code, result.text().constData());
        const QJsonArray names{QJsonObject{{u"name"_s, u"alpha"_s}}};
        QCOMPARE(result.json().value(u"tokens"_s).toArray(), code == 0 ? names : QJsonArray());
        QCOMPARE(result.error.contains("no list"_L1), code == 0);
    }

    void listHasEveryToken()
    {
        const CliSandbox bench({u"--tokens"_s, u"3"_s});
        QVERIFY(bench.isReady);
        const auto result = bench.run(u"list"_s);
        QVERIFY2(result.code == 0, result.text().constData());
        const QJsonArray tokens = result.json().value(u"tokens"_s).toArray();
        QCOMPARE(tokens.size(), 3);
        QCOMPARE(tokens.at(0).toObject().value(u"balance"_s).toString(), u"87.45"_s);
        const auto people = bench.cli.run({u"list"_s});
        QCOMPARE(people.out.count(u'\n'), 4);
    }
};

QTEST_GUILESS_MAIN(TestCliJournal)
#include "tst_cli_journal.moc"
