// SPDX-License-Identifier: GPL-3.0-or-later
#include "clisandbox.h"

#include "accounts/accountstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QString chatbot()
{
    return u"marketing-chatbot"_s;
}

} // namespace

//! Taking changes back: the real purser-cli on the real sandbox.
class TestCliUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsTakenBackOnce()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        const QJsonObject before = bench.stored(chatbot());
        QCOMPARE(bench.run(u"set marketing-chatbot --balance 99.5 --expires never"_s).code, 0);

        const auto people = bench.cli.run({u"undo"_s, u"1"_s, u"--dry-run"_s});
        QVERIFY2(people.code == 0 && people.out.contains("99.50 -> 87.45"_L1),
                 people.text().constData());
        const auto undo = bench.run({u"undo"_s, u"1"_s, u"--reason"_s, u"Wrong token"_s});

        QVERIFY2(undo.code == 0, undo.text().constData());
        QCOMPARE(undo.part(u"outcome"_s), u"applied"_s);
        QCOMPARE(undo.part(u"token"_s), chatbot());
        QCOMPARE(undo.json().value(u"change_id"_s).toInt(), 2);
        QCOMPARE(undo.json().value(u"undoes"_s).toInt(), 1);
        QVERIFY(undo.json().value(u"notes"_s).isNull());
        QCOMPARE(bench.stored(chatbot()), before);
        QCOMPARE(bench.journal(u"SELECT undoes FROM changes WHERE id = 2"_s).toInt(), 1);
        QCOMPARE(bench.journal(u"SELECT reason FROM changes WHERE id = 2"_s).toString(),
                 u"Wrong token"_s);

        const auto again = bench.run(u"undo 1"_s);
        QVERIFY2(again.code == 2, again.text().constData());
        QCOMPARE(again.errorPart(u"kind"_s), u"already_undone"_s);
        QVERIFY2(again.error.contains("by the change 2"_L1), again.text().constData());
        const auto redo = bench.run(u"undo 2"_s);
        QVERIFY2(redo.code == 0, redo.text().constData());
        QCOMPARE(bench.stored(chatbot()).value(u"balance"_s).toString(), u"99.500000000"_s);
    }

    void whatWasSpentStaysSpent()
    {
        const CliSandbox bench({u"--spend"_s, u"1"_s});
        QVERIFY(bench.isReady);
        // Read at 86.45 and 85.45, set to 105.45; undone after reads of 105.45 and 104.45.
        QCOMPARE(bench.run(u"set marketing-chatbot --add 20"_s).code, 0);
        const auto undo = bench.run(u"undo 1"_s);
        QVERIFY2(undo.code == 0, undo.text().constData());
        QCOMPARE(undo.json().value(u"after"_s).toObject().value(u"balance"_s).toString(),
                 u"84.45"_s);
    }

    void aDangerousUndoIsAskedAbout()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set ocr-invoices --add 10"_s).code, 0); // it was used up
        const auto stopped = bench.run(u"undo 1"_s);
        QVERIFY2(stopped.code == 7, stopped.text().constData());
        QCOMPARE(stopped.errorPart(u"kind"_s), u"danger"_s);
        const auto undo = bench.run(u"undo 1 --yes"_s);
        QVERIFY2(undo.code == 0, undo.text().constData());
        QCOMPARE(bench.stored(u"ocr-invoices"_s).value(u"balance"_s).toString(), u"0.000000000"_s);
    }

    void whatHasBeenChangedSinceIsLeftAlone()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --expires never"_s).code, 0);
        QCOMPARE(bench.run(u"set marketing-chatbot --expires 2031-01-01T00:00:00Z"_s).code, 0);
        const QJsonObject before = bench.stored(chatbot());

        const auto undo = bench.run(u"undo 1"_s);

        QVERIFY2(undo.code == 0, undo.text().constData());
        QCOMPARE(undo.part(u"outcome"_s), u"nothing_to_do"_s);
        QVERIFY2(undo.part(u"notes"_s).contains("changed since"_L1), undo.text().constData());
        QVERIFY(undo.json().value(u"change_id"_s).isNull());
        QCOMPARE(bench.stored(chatbot()), before);
        QCOMPARE(bench.journal(u"SELECT count(*) FROM changes"_s).toInt(), 2);
        const auto people = bench.cli.run({u"undo"_s, u"1"_s});
        QVERIFY2(people.out.contains("changed since"_L1), people.text().constData());
    }

    void aBalanceWhereThereWasNoneStays()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set batch-translation --balance 10 --active on"_s).code, 0);
        const auto undo = bench.run(u"undo 1 --yes"_s);
        QVERIFY2(undo.code == 0, undo.text().constData());
        QVERIFY2(undo.part(u"notes"_s).contains("there was none before"_L1),
                 undo.text().constData());
        const QJsonObject after = undo.json().value(u"after"_s).toObject();
        QCOMPARE(after.value(u"balance"_s).toString(), u"10"_s);
        QCOMPARE(after.value(u"active_balance"_s), QJsonValue(false));
    }

    void whatCannotBeUndoneIsRefused_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such change")
            << u"429:9"_s << u"undo 2"_s << 2 << u"no_such_change"_s << u"no change 2"_s;
        QTest::newRow("rejected") << u"429:9"_s << u"undo 1"_s << 2 << u"not_in_force"_s
                                  << u"Rejected"_s;
        QTest::newRow("undecided")
            << u"500-after:1"_s << u"undo 1"_s << 7 << u"undecided"_s << u"purser-cli settle"_s;
        QTest::newRow("of another account")
            << u"lie:1"_s << u"undo 1 --account Other"_s << 2 << u"other_account"_s << u"Test"_s;
    }
    void whatCannotBeUndoneIsRefused()
    {
        QFETCH(QString, fault);
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QString, kind);
        QFETCH(QString, said);
        const CliSandbox bench({u"--fail"_s, fault});
        QVERIFY(bench.isReady);
        QVERIFY(bench.run(u"set marketing-chatbot --add 1"_s).code != 0);
        const QJsonObject before = bench.stored(chatbot());

        const auto undo = bench.run(words);

        QVERIFY2(undo.code == code, undo.text().constData());
        QCOMPARE(undo.errorPart(u"kind"_s), kind);
        QVERIFY2(undo.error.contains(said), undo.text().constData());
        QCOMPARE(bench.stored(chatbot()), before);
    }

    void anAccountThatHasMovedIsNotTheOne()
    {
        const CliSandbox bench;
        QVERIFY(bench.isReady);
        QCOMPARE(bench.run(u"set marketing-chatbot --add 1"_s).code, 0);
        AccountStore accounts(bench.cli.settingsPath());
        const Account known = *accounts.current();
        const auto elsewhere = *ServiceUrl::fromText(u"https://example.com/v2"_s);
        QVERIFY(accounts.setUrl(known.id, elsewhere));

        const auto undo = bench.run(u"undo 1"_s);

        QVERIFY2(undo.code == 2, undo.text().constData());
        QCOMPARE(undo.errorPart(u"kind"_s), u"other_account"_s);
        QVERIFY(accounts.setUrl(known.id, known.url)); // for the signing out
    }
};

QTEST_GUILESS_MAIN(TestCliUndo)
#include "tst_cli_undo.moc"
