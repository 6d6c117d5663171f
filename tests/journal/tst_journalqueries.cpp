// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

JournalFilter tokenPart(const QString &part)
{
    JournalFilter filter;
    filter.token = part;
    return filter;
}

JournalFilter textPart(const QString &part)
{
    JournalFilter filter;
    filter.text = part;
    return filter;
}

} // namespace

class TestJournalQueries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void changesComeInTheOrderAsked()
    {
        JournalBench bench;
        const qint64 first = bench.add(Outcome::Applied, u"a"_s);
        const qint64 second = bench.add(Outcome::Applied, u"b"_s);
        const auto rows = bench.journal.changes({second, 77, first, second});
        QVERIFY(rows.hasValue());
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->at(0).key.token, u"b"_s);
        QCOMPARE(rows->at(1).key.token, u"a"_s);
        QCOMPARE(rows->at(2).key.token, u"b"_s);
        QVERIFY(bench.journal.changes({}).value().isEmpty());
    }

    void aTextIsReadAsItWasWritten_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("plain") << u"alpha"_s;
        QTest::newRow("byte order mark") << u"\ufeffalpha"_s;
        QTest::newRow("two marks") << u"\ufeff\ufeffalpha"_s;
        QTest::newRow("nothing but a mark") << u"\ufeff"_s;
        QTest::newRow("mark within") << u"al\ufeffpha\ufeff"_s;
        QTest::newRow("question mark") << u"\ufeffwhat?"_s;
        QTest::newRow("no character of the basic plane") << u"\ufeff\U0001f600"_s;
    }

    void aTextIsReadAsItWasWritten()
    {
        QFETCH(QString, token);
        JournalBench bench;
        ChangeRecord record = sampleChange(token);
        record.key.account = token;
        record.key.serviceUrl = token;
        record.reason = token;
        record.key.customer = token;
        const auto id = appendTo(bench.journal, record, false);
        QVERIFY(id.hasValue());

        const ChangeRecord row = bench.journal.change(*id).value().value();
        QCOMPARE(row.key.token, token);
        QCOMPARE(row.key.account, token);
        QCOMPARE(row.key.serviceUrl, token);
        QCOMPARE(row.key.customer, token);
        QCOMPARE(row.reason, token);
        QCOMPARE(row.before.name, token);
        QCOMPARE(row.expected.name, token);
        QCOMPARE(RawConnection(bench.path).value(u"SELECT typeof(token) FROM changes"_s).toString(),
                 u"text"_s);

        // Another token's change is let in, one of this token is not.
        const QString other = token.startsWith(u'\ufeff') ? token.mid(1) : u'\ufeff' + token;
        QVERIFY(bench.journal.undecided(fullKey(row.key), {}).value().has_value());
        TokenKey otherKey = fullKey(row.key);
        otherKey.token = other;
        QVERIFY(!bench.journal.undecided(otherKey, {}).value().has_value());
    }

    //! SQLite gives them back as U+FFFD: the row would be of another token.
    void aTextThatSqliteChangesIsRefused_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("U+FFFE at the start") << u"\ufffe"_s + u"alpha"_s;
        QTest::newRow("U+FFFE within") << u"al\ufffepha"_s;
        QTest::newRow("U+FFFF") << u"\uffff"_s;
        QTest::newRow("half a character") << u"al"_s + QChar(0xd83d) + u"pha"_s;
    }

    void aTextThatSqliteChangesIsRefused()
    {
        QFETCH(QString, token);
        JournalBench bench;
        const auto id = appendTo(bench.journal, sampleChange(token), false);
        QVERIFY(!id.hasValue());
        QCOMPARE(int(id.error().kind), int(JournalProblem::Kind::Failed));
        QVERIFY(bench.journal.ids({}).value().isEmpty());
    }

    void aFilterLeavesWhatItNames_data()
    {
        QTest::addColumn<JournalFilter>("filter");
        QTest::addColumn<QStringList>("tokens");
        const QStringList all{u"10% off"_s,      u"a_b"_s,    u"aXb"_s,
                              u"O'Neil \"x\""_s, u"Équipe"_s, u"back\\slash"_s};
        const auto row = [](const char *name, const JournalFilter &filter,
                            const QStringList &tokens) { QTest::newRow(name) << filter << tokens; };
        row("nothing", {}, all);
        row("part of the token", tokenPart(u"off"_s), {all[0]});
        row("any case", tokenPart(u"AXB"_s), {all[2]});
        row("any case, beyond ASCII", tokenPart(u"éQUIPE"_s), {all[4]});
        row("beyond ASCII, not there", tokenPart(u"é.*"_s), {});
        row("percent", tokenPart(u"%"_s), {all[0]});
        row("underscore", tokenPart(u"_"_s), {all[1]});
        row("backslash", tokenPart(u"\\"_s), {all[5]});
        row("single quote", tokenPart(u"'"_s), {all[3]});
        row("double quote", tokenPart(u"\""_s), {all[3]});
        row("SQL", tokenPart(u"' OR 1=1 --"_s), {});
        row("text: token", textPart(u"neil"_s), {all[3]});
        row("text: reason", textPart(u"REASON a_"_s), {all[1]});
        row("text: error", textPart(u"error 10%"_s), {all[0]});
        row("text: request id", textPart(u"req-aX"_s), {all[2]});
        row("text: nowhere", textPart(u"api.edenai.run"_s), {});
        JournalFilter account;
        account.account = u"Work"_s;
        row("account", account, {all[0], all[1], all[2]});
        account.account = u"Wor"_s;
        row("part of an account", account, {});
        JournalFilter outcome;
        outcome.outcome = Outcome::Rejected;
        row("outcome", outcome, {all[5]});
        outcome.outcome = Outcome::Sent;
        row("another outcome", outcome, {});
        JournalFilter time;
        time.from = timeAt(1);
        row("from", time, all.mid(1));
        time.to = timeAt(3);
        row("from and to", time, all.mid(1, 2));
        JournalFilter local;
        local.to = timeAt(1).toOffsetFromUtc(2 * 60 * 60);
        row("a time of another zone", local, all.mid(0, 1));
        JournalFilter several = tokenPart(u"a"_s);
        several.account = u"Work"_s;
        several.text = u"b"_s;
        several.from = timeAt(2);
        row("several", several, {all[2]});
    }
    void aFilterLeavesWhatItNames()
    {
        QFETCH(JournalFilter, filter);
        QFETCH(QStringList, tokens);
        JournalBench bench;
        qint64 at = 0;
        for (const QString &token :
             {u"10% off"_s, u"a_b"_s, u"aXb"_s, u"O'Neil \"x\""_s, u"Équipe"_s, u"back\\slash"_s}) {
            ChangeRecord record = sampleChange(token);
            record.key.account = at < 3 ? u"Work"_s : u"Home"_s;
            record.reason = u"Reason "_s + token;
            record.createdAt = timeAt(at++);
            const auto id = appendTo(bench.journal, record, false);
            ChangeEnd end;
            end.outcome = at == 6 ? Outcome::Rejected : Outcome::Applied;
            end.error = u"Error "_s + token;
            end.requestId = u"req-"_s + token;
            QVERIFY(!bench.journal.end(*id, end));
        }

        const auto ids = bench.journal.ids(filter, JournalColumn::Id, Qt::AscendingOrder);

        QVERIFY(ids.hasValue());
        QStringList found;
        const auto rows = bench.journal.changes(*ids).value();
        for (const ChangeRecord &record : rows) {
            found.append(record.key.token);
        }
        QCOMPARE(found, tokens);
    }

    void rowsAreSorted_data()
    {
        QTest::addColumn<JournalColumn>("column");
        QTest::addColumn<QList<qint64>>("ascending");
        QTest::newRow("id") << JournalColumn::Id << QList<qint64>{1, 2, 3};
        QTest::newRow("account") << JournalColumn::Account << QList<qint64>{2, 3, 1};
        QTest::newRow("token, in any case") << JournalColumn::Token << QList<qint64>{2, 1, 3};
        QTest::newRow("reason, none first") << JournalColumn::Reason << QList<qint64>{3, 1, 2};
        QTest::newRow("outcome, then id") << JournalColumn::Outcome << QList<qint64>{1, 2, 3};
    }
    void rowsAreSorted()
    {
        QFETCH(JournalColumn, column);
        QFETCH(QList<qint64>, ascending);
        JournalBench bench;
        const auto add = [&](const QString &account, const QString &token, const QString &reason) {
            ChangeRecord record = sampleChange(token);
            record.key.account = account;
            record.reason = reason;
            QVERIFY(appendTo(bench.journal, record, false).hasValue());
        };
        add(u"c"_s, u"b"_s, u"x"_s);
        add(u"a"_s, u"A"_s, u"y"_s);
        add(u"b"_s, u"C"_s, {});

        QCOMPARE(bench.journal.ids({}, column, Qt::AscendingOrder).value(), ascending);
        std::reverse(ascending.begin(), ascending.end());
        QCOMPARE(bench.journal.ids({}, column, Qt::DescendingOrder).value(), ascending);
    }

    void undecidedIsTheNewestOfTheToken()
    {
        JournalBench bench;
        const TokenKey key = fullKey(sampleChange().key);
        QVERIFY(!bench.journal.undecided(key).value());
        const qint64 first = bench.add(Outcome::Sent);
        QVERIFY(bench.add(Outcome::Applied) > 0);
        QVERIFY(bench.add(Outcome::Sent, u"other"_s) > 0);
        QCOMPARE(bench.journal.undecided(key).value()->id, first);
        const qint64 newest = bench.add(Outcome::Intended);
        QCOMPARE(bench.journal.undecided(key).value()->id, newest);
    }

    void undecidedOfThisRunAreItsOwnAlone()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);
        const qint64 unknown = bench.add(Outcome::Unknown);
        const qint64 sent = bench.add(Outcome::Sent, u"other"_s);
        Journal another(bench.path, u"run-2"_s);
        const auto id = appendTo(another, sampleChange(u"third"_s), false);

        const auto rows = bench.journal.undecidedOfThisRun().value();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).id, unknown);
        QCOMPARE(rows.at(1).id, sent);
        const auto others = another.undecidedOfThisRun().value();
        QCOMPARE(others.size(), 1);
        QCOMPARE(others.first().id, *id);
    }

    void onlyAnAppliedChangeIsTheLastToUndo_data()
    {
        QTest::addColumn<Outcome>("outcome");
        for (const Outcome outcome : AllOutcomes) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome;
        }
    }
    void onlyAnAppliedChangeIsTheLastToUndo()
    {
        QFETCH(Outcome, outcome);
        JournalBench bench;
        const qint64 applied = bench.add(Outcome::Applied);
        const qint64 newest = bench.add(outcome);
        QVERIFY(bench.add(Outcome::Applied, u"other"_s) > 0);
        QCOMPARE(bench.journal.newestUndoable(fullKey(sampleChange().key)).value()->id,
                 outcome == Outcome::Applied ? newest : applied);
    }

    void aChangeIsUndoneOnce_data()
    {
        QTest::addColumn<Outcome>("undo");
        for (const Outcome outcome : AllOutcomes) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome;
        }
    }
    void aChangeIsUndoneOnce()
    {
        QFETCH(Outcome, undo);
        JournalBench bench;
        const qint64 change = bench.add(Outcome::Applied);
        QVERIFY(bench.add(undo, u"team"_s, change) > 0);
        ChangeRecord again = sampleChange();
        again.undoes = change;
        const auto second = appendTo(bench.journal, again, true);
        const bool counts = isInForce(undo) || isUndecided(undo);
        // An unknown one of this run is closed by sending another anyway.
        QCOMPARE(second.hasValue(), !counts || undo == Outcome::Unknown);
        if (!second) {
            QCOMPARE(second.error().kind, JournalProblem::Kind::AlreadyUndone);
        }
    }

    void sendingAnywayClosesTheOlderChangeOfThisRunInTheSameStep()
    {
        JournalBench bench;
        const qint64 older = bench.add(Outcome::Unknown);
        ChangeRecord bad = sampleChange();
        bad.undoes = 99; // there is no such change
        QVERIFY(!appendTo(bench.journal, bad, true));
        QCOMPARE(bench.outcomeOf(older), Outcome::Unknown);
        QVERIFY(appendTo(bench.journal, sampleChange(), true));
        QCOMPARE(bench.outcomeOf(older), Outcome::Abandoned);
    }

    void aLaterChangeThatMayHaveLeftIsARival_data()
    {
        QTest::addColumn<Outcome>("other");
        for (const Outcome outcome : AllOutcomes) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome;
        }
    }
    void aLaterChangeThatMayHaveLeftIsARival()
    {
        QFETCH(Outcome, other);
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0); // known before this one's token was read
        const qint64 one = bench.add(Outcome::Unknown);
        QVERIFY(bench.add(Outcome::Applied, u"other"_s) > 0);
        QVERIFY(bench.journal.rivalsOf(one).value().isEmpty());
        const qint64 rival = bench.add(other);
        const bool hadNoEffect = other == Outcome::Rejected || other == Outcome::NotApplied;
        const auto rivals = bench.journal.rivalsOf(one).value();
        QCOMPARE(rivals.size(), hadNoEffect ? 0 : 1);
        QVERIFY(hadNoEffect || rivals.first().id == rival);
    }

    void whatWasUndecidedWhenTheTokenWasReadIsARivalAlsoOnceItIsDecided()
    {
        JournalBench bench;
        Journal another(bench.path, u"run-2"_s);
        const qint64 older = *appendTo(another, sampleChange(), true);
        QVERIFY(!another.markSent(older));
        const qint64 one = *appendTo(bench.journal, sampleChange(), true);
        QCOMPARE(bench.journal.rivalsOf(one).value().size(), 1);
        ChangeEnd end;
        end.outcome = Outcome::Applied;
        end.at = timeAt(0);
        QVERIFY(!another.end(older, end));
        QCOMPARE(bench.journal.rivalsOf(one).value().size(), 1);
    }

    void rivalsAreOfEveryAccount()
    {
        JournalBench bench;
        const qint64 one = bench.add(Outcome::Unknown);
        ChangeRecord record = sampleChange();
        record.key.account = u"Home"_s;
        record.key.customer = u"two"_s;
        QVERIFY(appendTo(bench.journal, record, true));
        QCOMPARE(bench.journal.rivalsOf(one).value().size(), 1);
    }

    void aSubmitIsFoundByItsName()
    {
        JournalBench bench;
        ChangeRecord record = sampleChange();
        record.submit = u"a-submit"_s;
        const qint64 id = *appendTo(bench.journal, record, false);
        QVERIFY(bench.add(Outcome::Rejected) > 0);
        QCOMPARE(bench.journal.changeOfSubmit(u"a-submit"_s).value()->id, id);
        QVERIFY(!bench.journal.changeOfSubmit(u"another"_s).value());
        QVERIFY(!bench.journal.changeOfSubmit({}).value());
    }

    void whatIsUndoneIsNotUndoneAgain_data()
    {
        QTest::addColumn<Outcome>("undo");
        for (const Outcome outcome : AllOutcomes) {
            QTest::newRow(qPrintable(outcomeWord(outcome))) << outcome;
        }
    }
    void whatIsUndoneIsNotUndoneAgain()
    {
        QFETCH(Outcome, undo);
        const bool counts = isInForce(undo) || isUndecided(undo);
        JournalBench bench;
        const qint64 first = bench.add(Outcome::Applied);
        const qint64 second = bench.add(Outcome::Applied);
        QVERIFY(!bench.journal.undoOf(second).value());

        const qint64 undoing = bench.add(undo, u"team"_s, second);

        QCOMPARE(bench.journal.newestUndoable(fullKey(sampleChange().key)).value()->id,
                 counts ? first : second);
        const auto found = bench.journal.undoOf(second).value();
        QCOMPARE(found.has_value(), counts);
        QVERIFY(!counts || found->id == undoing);
        QVERIFY(!bench.journal.undoOf(first).value());
    }

    void namesAreSortedAndOfTheAccountAlone()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied, u"b"_s) > 0);
        QVERIFY(bench.add(Outcome::Rejected, u"a"_s) > 0);
        QVERIFY(bench.add(Outcome::Applied, u"a"_s) > 0);
        ChangeRecord elsewhere = sampleChange(u"z"_s);
        elsewhere.key.account = u"Home"_s;
        QVERIFY(appendTo(bench.journal, elsewhere, false).hasValue());
        const TokenKey account = fullKey(sampleChange().key);
        QVERIFY(!bench.journal.rememberBalances(account, {sampleChange(u"c"_s).before}, timeAt(0)));

        QCOMPARE(bench.journal.tokenNames(account).value(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        TokenKey moved = account;
        moved.serviceUrl = u"https://x"_s;
        QVERIFY(bench.journal.tokenNames(moved).value().isEmpty());
        QCOMPARE(bench.journal.accounts().value(), QStringList({u"Home"_s, u"Work"_s}));
    }

    void whatWasEditedByHandIsReadAsFarAsItGoes()
    {
        JournalBench bench;
        const qint64 id = bench.add(Outcome::Sent);
        {
            const RawConnection raw(bench.path);
            raw.rows(u"PRAGMA ignore_check_constraints = ON"_s);
            raw.rows(u"UPDATE changes SET outcome = 'perhaps', \"before\" = 'x', patch = '[]', "
                     "expected = x'00ff', \"after\" = '{', created_at = 'noon', "
                     "seq = seq + 1, settled_at = 12, status = 'bad', duration_ms = 'long'"_s);
        }
        const auto row = bench.journal.change(id).value();
        QVERIFY(row.has_value());
        QCOMPARE(row->outcome, Outcome::Unknown);
        QVERIFY(row->before == Token());
        QVERIFY(row->patch.isEmpty());
        QVERIFY(!row->after);
        QVERIFY(!row->createdAt.isValid());
        QCOMPARE(row->key.token, u"team"_s);
        QVERIFY(!bench.journal.undecided(row->key).value());
        QVERIFY(bench.journal.undecidedOfThisRun().value().isEmpty());
        QVERIFY(bench.journal.recover([](const QString &) { return true; }, timeAt(0))
                    ->undecided.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournalQueries)
#include "tst_journalqueries.moc"
